//! PLAIN (RFC 4616): the password as it is, so only over transports that nobody overhears.
use super::mechanism::{Mechanism, Prompter, Step};
use crate::common::SaslError;

#[derive(Debug)]
pub(super) struct Plain;

impl Mechanism for Plain {
    fn step(&mut self, _input: Option<&[u8]>, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        let who = prompter.identity(None)?;
        let parts = [&*who.user, &*who.name, who.password.bytes()];
        Ok(Step::done(parts.join(&0)))
    }
}
