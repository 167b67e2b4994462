//! The default event loop: file handles and timeouts over poll(2).
//!
//! One [`EventLoop`] is the implementation behind `virEventRegisterDefaultImpl`. Callers that were written for the
//! stock library depend on the order in which it runs callbacks, so the loop keeps that order: see `state.rs` for the
//! rules. System calls and the clock come in through [`Poller`] and [`Clock`]; tests replace both.

mod clock;
mod poller;
mod run;
mod state;
#[cfg(test)]
mod tests;

pub use clock::{Clock, MonotonicClock};
use oxivirt_model::constants::{
    VIR_EVENT_HANDLE_ERROR, VIR_EVENT_HANDLE_HANGUP, VIR_EVENT_HANDLE_READABLE, VIR_EVENT_HANDLE_WRITABLE,
};
pub use poller::{Poller, SystemPoller};
pub use run::EventLoop;

use std::sync::Arc;

/// The descriptor can be read (`VIR_EVENT_HANDLE_READABLE`).
pub const HANDLE_READABLE: i32 = VIR_EVENT_HANDLE_READABLE.cast_signed();
/// The descriptor can be written (`VIR_EVENT_HANDLE_WRITABLE`).
pub const HANDLE_WRITABLE: i32 = VIR_EVENT_HANDLE_WRITABLE.cast_signed();
/// The descriptor is in error (`VIR_EVENT_HANDLE_ERROR`); reported whether asked for or not.
pub const HANDLE_ERROR: i32 = VIR_EVENT_HANDLE_ERROR.cast_signed();
/// The other end hung up (`VIR_EVENT_HANDLE_HANGUP`); reported whether asked for or not.
pub const HANDLE_HANGUP: i32 = VIR_EVENT_HANDLE_HANGUP.cast_signed();

/// Called with the watch id, the descriptor and the `HANDLE_*` bits that are true now.
///
/// Shared and callable again while it runs: a callback may update its own handle and then run the loop.
pub type HandleCallback = Arc<dyn Fn(i32, i32, i32) + Send + Sync>;

/// Called with the timer id.
pub type TimeoutCallback = Arc<dyn Fn(i32) + Send + Sync>;

/// Releases what a callback owns; called once, from an iteration after the removal.
pub type FreeCallback = Box<dyn FnOnce() + Send>;

/// What [`EventLoop::run_soon`] runs.
pub type Task = Box<dyn FnOnce() + Send>;
