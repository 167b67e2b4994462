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
mod callback;
mod chars;
pub(crate) mod ctypes;
mod descriptors;
mod error;
mod event_dispatch;
mod event_loop;
mod handle;
mod init;
mod keep;
mod lists;
mod nested;
mod params;
mod params_wire;
mod reply;
mod ret;
mod slab;
mod stream_calls;
mod structs;
mod trace;
mod ulong;
mod uuids;
mod wall;

pub(crate) use access::writable;
pub(crate) use alloc::Mallocs;
pub(crate) use args::*;
pub(crate) use auth::CallerAuth;
pub(crate) use callback::{CFunction, Closed, Closes, FreeFunc, Function, UserData};
pub(crate) use chars::{c_text, char_bytes, fill_chars};
pub(crate) use descriptors::duplicates;
pub(crate) use error::*;
pub(crate) use event_dispatch::{EventOwner, LiveHandle, Subscriber};
pub(crate) use event_loop::*;
pub(crate) use handle::{Connects, ErrorOwner, Handle, In, Object, Ref, live_handles};
pub(crate) use init::initialise;
pub(crate) use keep::keep_for_call;
pub(crate) use lists::put_names;
pub(crate) use nested::InC;
pub(crate) use oxivirt_model::ArgumentRule as Rule;
pub(crate) use params::*;
pub(crate) use params_wire::{CallerParams, put_params};
pub(crate) use reply::*;
pub(crate) use ret::*;
pub(crate) use stream_calls::{Caller, Filler, Sink, Source};
pub(crate) use structs::*;
pub(crate) use trace::{maybe_traced, trace_arguments};
pub(crate) use ulong::{ULong, ULongOrZero};
pub(crate) use wall::{enter, enter_at_start, enter_keeping_error, enter_local, enter_local_keeping_error, nested};

use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};

/// Where an entry point stands: its C name and the error domain of its section.
pub(crate) struct Site {
    pub(crate) function: &'static str,
    pub(crate) from: ErrorDomain,
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
    /// Two flags exclude each other.
    ExclusiveFlags(&'static str, &'static str),
    /// Any other bad argument: its name, and the whole text.
    Invalid(&'static str, Vec<u8>),
    /// The connection is read-only.
    ReadOnly,
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
        let text = message!("An error occurred, but the cause is unknown");
        Error::raw(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into()
    }

    /// The fault as another function reports it: for functions that are old names of newer ones.
    pub(crate) fn reported_by(self, function: &'static str, from: ErrorDomain) -> Self {
        Self::Error(self.into_error(&Site { function, from }))
    }

    /// The error as it is, where the function's name was filled in already.
    pub(crate) fn into_plain(self) -> Error {
        self.into_error(&Site { function: "", from: ErrorDomain::NONE })
    }

    /// The fault as the error it is.
    pub(crate) fn into_error(self, site: &Site) -> Error {
        let function = oxivirt_model::Function(site.function, site.from);
        match self {
            Self::Handle(domain, code) => Error::new(domain.unwrap_or(site.from), code, site.function),
            Self::Argument(name, rule) => function.argument(name, rule),
            Self::UntoldNull(name) => function.argument(name, Rule::NotNull),
            Self::ExclusiveFlags(a, b) => function.exclusive(a, b),
            Self::Invalid(name, text) => function.invalid(name, text),
            Self::ReadOnly => function.read_only(),
            Self::Error(e) => e,
        }
    }
}
