//! The driver interface: a trait per topic, and [`Driver`] for all of them.

use oxivirt_model::{Error, Result};

pub use crate::r#gen::driver::*;

/// What a method answers that a driver does not have.
#[cold]
pub(crate) fn no_support<T>(method: &str) -> Result<T> {
    Err(Error::missing_method(method))
}
