//! Public functions inside of others, as C sees them.
use super::error::{last_code_and_domain, leave_error, reset_last_error};
use super::{Site, nested};
use oxivirt::nested::{Nested, On};
use oxivirt_model::{Error, Function};

/// Functions of C that are called with no object whose connection gets their errors.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InC;

impl Nested for InC {
    fn run(&self, function: &Function, _: On, body: &mut dyn FnMut() -> oxivirt::Result<()>) -> oxivirt::Result<()> {
        let site = Site { function: function.0, from: function.1 };
        nested(&site, || Ok(body()?)).map_err(super::Fault::into_plain)
    }

    fn leave(&self, error: &Error, unless_any: bool) {
        if !unless_any || last_code_and_domain().0 == 0 {
            leave_error(error);
        }
    }

    fn forget(&self) {
        reset_last_error();
    }
}
