//! PLAIN (RFC 4616): the password as it is, so only over transports that nobody overhears.
use super::{Ask, Mechanism, SaslError, Step};

#[derive(Debug)]
pub(super) struct Plain;

impl Mechanism for Plain {
    fn step(&mut self, _input: Option<&[u8]>, asker: &mut dyn Ask) -> std::result::Result<Step, SaslError> {
        let who = asker.identify(None)?;
        let parts = [&*who.user, &*who.name, who.password.bytes()];
        Ok(Step::done(parts.join(&0)))
    }
}
