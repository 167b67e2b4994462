//! Migration as C sees it: with the errors of the functions that it goes through.
use super::{Connection, Domain};
use crate::abi::{Fault, Handle, In, InC, Ref, Result, Site, nested, writable};
use oxivirt::domain::Migration;
use oxivirt::nested::{Nested, On};
use oxivirt_model::{Error, ErrorCode, Function};

/// The arguments of a migration, for public functions that are called with them as if by the program.
struct Ends<'a> {
    domain: In<'a, Domain>,
    target: In<'a, Connection>,
}

impl Nested for Ends<'_> {
    fn run(&self, function: &Function, on: On, body: &mut dyn FnMut() -> oxivirt::Result<()>) -> oxivirt::Result<()> {
        let site = Site { function: function.0, from: function.1 };
        let ran = nested(&site, || {
            match on {
                On::Source => drop(self.domain.get()?),
                On::Target => drop(self.target.get()?),
                On::Nothing => {}
            }
            Ok(body()?)
        });
        ran.map_err(Fault::into_plain)
    }

    fn leave(&self, error: &Error, unless_any: bool) {
        InC.leave(error, unless_any);
    }

    fn forget(&self) {
        InC.forget();
    }
}

/// Checks both ends and migrates. All errors are also stored on the source's connection.
pub(crate) fn migrate(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    migrate: impl FnOnce(Migration<'_>) -> Result<Domain>,
) -> Result<Ref<Domain>> {
    let source = domain.for_write()?;
    // Not get(): that would make the target's connection the one errors are stored on.
    let target: &Handle<Connection> = dconn.find().ok_or(Fault::Handle(None, ErrorCode::INVALID_CONN))?;
    writable(target)?;
    let ends = Ends { domain, target: dconn };
    target.child(migrate(Migration::new(source, target, &ends))?)
}
