//! What entry points ask of a handle beside being one: a connection that may change something, or that it is missing.
use super::handle::{ErrorOwner, Handle, In, Object};
use super::{Fault, Result};

/// The fault that a read-only connection is for a changing function.
pub(crate) fn writable(connection: &dyn ErrorOwner) -> Result<()> {
    if connection.is_read_only() { Err(Fault::ReadOnly) } else { Ok(()) }
}

impl<'a, T: Object> In<'a, T> {
    /// The handle of a function that changes something: its connection is not read-only.
    pub(crate) fn for_write(self) -> Result<&'a Handle<T>> {
        let handle = self.get()?;
        if let Some(connection) = T::connection(handle) {
            writable(connection)?;
        }
        Ok(handle)
    }

    /// The handle, or `None` for NULL: for arguments that may be NULL.
    pub(crate) fn opt(self) -> Result<Option<&'a Handle<T>>> {
        (!self.is_null()).then(|| self.get()).transpose()
    }
}
