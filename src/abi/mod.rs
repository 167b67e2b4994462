//! The whole FFI contract: what a C argument may be, what a C result means, what a fault or a panic becomes.
//!
//! Safety vocabulary, used by every SAFETY comment below this folder:
//! - *C contract*: what the C documentation asks of every caller: a pointer is NULL or points to memory of its type that
//!   stays valid and unshared for the length of the call; a string ends in NUL; an array has the announced length.
//! - *slot*: a handle's memory. Slots are never given back to the allocator, so reading one is always sound, and whether a
//!   pointer is a slot can be decided without reading through it.
//! - *owned by C*: memory from malloc() that the caller releases with free().
#![expect(unsafe_code, reason = "the boundary: raw pointers live here and nowhere else")]

mod access;
mod alloc;
mod args;
mod auth;
#[path = "gen/boundary.rs"]
mod boundary;
mod callback;
pub(crate) mod ctypes;
mod descriptors;
mod domain_structs;
mod error;
mod event_dispatch;
mod event_impl;
mod event_thread;
mod event_timer;
mod guest_structs;
mod handle;
mod init;
mod keep;
mod leases;
mod lists;
mod params;
mod params_wire;
mod reply;
mod ret;
mod slab;
mod stats_structs;
mod stream_calls;
mod stream_events;
mod trace;
mod uuids;
mod wall;
mod watch;

pub(crate) use alloc::Mallocs;
pub(crate) use args::*;
pub(crate) use auth::CallerAuth;
pub(crate) use callback::{CFunction, Closed, FreeFunc, Function, UserData};
pub(crate) use descriptors::duplicates;
pub(crate) use domain_structs::*;
pub(crate) use error::*;
pub(crate) use event_dispatch::Subscriber;
pub(crate) use event_impl::*;
pub(crate) use event_thread::run_event_loop;
pub(crate) use event_timer::ConnectionLoop;
pub(crate) use guest_structs::*;
pub(crate) use handle::{Handle, In, Object, Ref, live_handles};
pub(crate) use init::initialise;
pub(crate) use keep::keep_for_call;
pub(crate) use lists::number;
pub(crate) use params::*;
pub(crate) use params_wire::{CallerParams, give_params, put_params};
pub(crate) use reply::*;
pub(crate) use ret::*;
pub(crate) use stats_structs::*;
pub(crate) use stream_calls::{Caller, Filler, present};
pub(crate) use stream_events::StreamEvents;
pub(crate) use trace::{maybe_traced, trace_arguments};
pub(crate) use wall::{enter, enter_keeping_error, enter_local, enter_local_keeping_error, nested};
pub(crate) use watch::Watch;

use oxivirt_model::{Error, ErrorCode, ErrorDomain};

/// Where an entry point stands: its C name and the error domain of its section.
pub(crate) struct Site {
    pub(crate) function: &'static str,
    pub(crate) from: ErrorDomain,
}

/// What an argument failed to be. The texts are interface: programs match on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    NotNull,
    Null,
    NotNegative,
    Positive,
    NotZero,
    NotEmpty,
}

/// Why an entry point fails; the function's name and the section's error domain are filled in by [`enter`].
#[derive(Debug)]
pub(crate) enum Fault {
    /// The handle is NULL, foreign, of another kind or freed. `None`: reported in the section's own error domain.
    Handle(Option<ErrorDomain>, ErrorCode),
    /// The named argument breaks a rule.
    Argument(&'static str, Rule),
    /// The named argument is NULL, and no error handler is told: the stock library forgets to.
    UntoldNull(&'static str),
    /// Two flags exclude each other, or the first needs the second.
    ExclusiveFlags(&'static str, &'static str),
    RequiredFlag {
        needs: &'static str,
        flag: &'static str,
    },
    /// Any other bad argument: its name, and the whole text.
    Invalid(&'static str, String),
    /// The connection is read-only.
    ReadOnly,
    /// The driver, or this library, does not have it.
    Unsupported,
    Error(Error),
}

impl From<Error> for Fault {
    fn from(e: Error) -> Self {
        Self::Error(e)
    }
}

pub(crate) type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
    /// A failure nobody gave a reason for.
    pub(crate) fn unexplained() -> Self {
        let text = "An error occurred, but the cause is unknown";
        Error::raw(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into()
    }

    /// The fault as another function reports it: for functions that are old names of newer ones.
    pub(crate) fn reported_by(self, function: &'static str, from: ErrorDomain) -> Self {
        Self::Error(self.into_error(&Site { function, from }))
    }

    fn into_error(self, site: &Site) -> Error {
        let (function, from) = (site.function, site.from);
        // Argument faults carry the function and the argument as extra strings, and no prefix in the text.
        let invalid = |name: &str, text: String| {
            Error::raw(from, ErrorCode::INVALID_ARG, text).with_strings(Some(function.into()), Some(name.into()), None)
        };
        match self {
            Self::Handle(domain, code) => Error::new(domain.unwrap_or(from), code, function),
            Self::Argument(name, rule) => invalid(
                name,
                match rule {
                    Rule::NotNull => format!("{name} in {function} must not be NULL"),
                    Rule::Null => format!("{name} in {function} must be NULL"),
                    Rule::NotNegative => format!("{name} in {function} must be zero or greater"),
                    Rule::Positive => format!("{name} in {function} must be greater than zero"),
                    Rule::NotZero => format!("{name} in {function} must not be zero"),
                    Rule::NotEmpty => format!("string {name} in {function} must not be empty"),
                },
            ),
            Self::UntoldNull(name) => invalid(name, format!("{name} in {function} must not be NULL")),
            Self::ExclusiveFlags(a, b) => invalid("ctl", format!("Flags '{a}' and '{b}' are mutually exclusive")),
            Self::RequiredFlag { needs, flag } => {
                invalid("ctl", format!("Flag '{needs}' is required by flag '{flag}'"))
            }
            Self::Invalid(name, text) => invalid(name, text),
            Self::ReadOnly => {
                Error::new(from, ErrorCode::OPERATION_DENIED, format!("read only access prevents {function}"))
            }
            Self::Unsupported => Error::new(from, ErrorCode::NO_SUPPORT, function),
            Self::Error(e) => e,
        }
    }
}
