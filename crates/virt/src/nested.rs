//! Public functions that a method goes through on its way, such as the look-up of a domain at the end of a migration. In C each is
//! seen: it forgets the thread's last error and reports its own. Whoever makes the C functions of these methods hears of them here;
//! Rust programs get errors as results only.
use crate::{Error, ErrorCode, ErrorDomain, Function, Result};

/// Which object of a method such a function is called with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// None whose errors are told apart.
    Nothing,
    /// The domain that is migrated.
    Source,
    /// The connection that it is migrated to.
    Target,
}

/// Hears of public functions that are called on the way.
pub trait Nested {
    /// Runs such a function, once; its error is told, and is the result, too.
    ///
    /// # Errors
    /// That of `body`.
    fn run(&self, function: &Function, on: On, body: &mut dyn FnMut() -> Result<()>) -> Result<()>;

    /// An error that does not make the method fail; with `unless_any` only if there was no other since [`Nested::forget`].
    fn leave(&self, error: &Error, unless_any: bool);

    /// A function was called that has nothing to tell but forgets errors that were left.
    fn forget(&self);
}

/// Nobody hears.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unheard;

impl Nested for Unheard {
    fn run(&self, _: &Function, _: On, body: &mut dyn FnMut() -> Result<()>) -> Result<()> {
        body()
    }

    fn leave(&self, _: &Error, _: bool) {}

    fn forget(&self) {}
}

/// Runs a public function on the way.
pub(crate) fn nested<T>(
    heard: &dyn Nested,
    function: &'static str,
    from: ErrorDomain,
    on: On,
    body: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let (mut body, mut result) = (Some(body), None);
    heard.run(&Function(function, from), on, &mut || {
        if let Some(body) = body.take() {
            result = Some(body()?);
        }
        Ok(())
    })?;
    result.ok_or_else(|| Error::new(from, ErrorCode::INTERNAL_ERROR, function))
}
