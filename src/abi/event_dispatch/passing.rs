//! How the fields of an event's message reach C: numbers as they are, strings and handles as pointers to what is kept until
//! the callback returns.
use super::object;
use crate::abi::handle::{Handle, Object, Ref};
use crate::objects::{Connection, Domain, Network, NodeDevice, Secret, StoragePool, c_text};
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{CString, c_char};
use std::ptr::null;

/// A field as it comes from the wire.
pub(super) trait Field {
    /// What has to live while the callback runs.
    type Kept;
    /// `None` when there is no memory for it.
    fn keep(&self, conn: &Handle<Connection>) -> Option<Self::Kept>;
}

/// A kept field, which the callback gets as a `C`.
pub(super) trait Kept<C> {
    fn pass(&self) -> C;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Field for $number {
            type Kept = Self;
            fn keep(&self, _: &Handle<Connection>) -> Option<Self> {
                Some(*self)
            }
        }
        impl Kept<$number> for $number {
            fn pass(&self) -> $number {
                *self
            }
        }
    )*};
}
numbers!(i32, u32, i64, u64);

impl Field for Str<'_> {
    type Kept = CString;
    fn keep(&self, _: &Handle<Connection>) -> Option<CString> {
        Some(c_text(self))
    }
}
impl Kept<*const c_char> for CString {
    fn pass(&self) -> *const c_char {
        self.as_ptr()
    }
}

/// A string that may be missing: NULL to C.
impl Field for Option<Str<'_>> {
    type Kept = Option<CString>;
    fn keep(&self, _: &Handle<Connection>) -> Option<Option<CString>> {
        Some(self.as_ref().map(c_text))
    }
}
impl Kept<*const c_char> for Option<CString> {
    fn pass(&self) -> *const c_char {
        self.as_ref().map_or(null(), |text| text.as_ptr())
    }
}

macro_rules! objects {
    ($($wire:ident is $kind:ident),*) => {$(
        impl Field for remote::$wire<'_> {
            type Kept = Ref<$kind>;
            fn keep(&self, conn: &Handle<Connection>) -> Option<Ref<$kind>> {
                conn.child($kind::from_wire(conn, self)).ok()
            }
        }
    )*};
}
objects!(
    NonnullDomain is Domain,
    NonnullNetwork is Network,
    NonnullStoragePool is StoragePool,
    NonnullNodeDevice is NodeDevice,
    NonnullSecret is Secret
);

/// `P` is what the headers call the struct that nobody sees.
impl<T: Object, P> Kept<*mut P> for Ref<T> {
    fn pass(&self) -> *mut P {
        object(self)
    }
}
