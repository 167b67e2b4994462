//! What a client may do, where an access driver decides.
use super::Client;
use super::calls::Incoming;
use crate::access::PolkitAccess;
use crate::errors;
use oxivirt_model::Result;
use oxivirt_protocol::{Object, Session, When};

impl Client {
    /// Returns who decides about a call; `None` if the client may do everything.
    pub(super) fn access<'a>(
        &'a self,
        session: &'a dyn Session,
        call: &'a Incoming,
    ) -> Result<Option<PolkitAccess<'a>>> {
        if !self.daemon.policy.access {
            return Ok(None);
        }
        PolkitAccess::new(&self.daemon.policy.polkit, self.acts_for()?, session, &call.payload).map(Some)
    }

    /// Decides about a call that the daemon answers itself, by what it needs of the connection.
    ///
    /// # Errors
    /// The client may not make it.
    pub(super) fn admits_own(&self, session: &dyn Session, call: &Incoming) -> Result<()> {
        let Some(access) = self.access(session, call)? else { return Ok(()) };
        let rules = call.program.rules(call.header.procedure).map_or(&[][..], |rules| rules.acl);
        let always = rules.iter().filter(|rule| rule.object == Object::Connect && rule.when == When::Always);
        for rule in always {
            access.connection(rule.permission)?;
        }
        Ok(())
    }

    /// Refuses to act for somebody else to whom is not trusted with that: without an access driver, which decides otherwise, everybody but
    /// root and the daemon's own user.
    ///
    /// # Errors
    /// The client may not.
    pub(super) fn admits_claim(&self) -> Result<()> {
        if self.daemon.policy.access || self.peer.is_trusted() {
            return Ok(());
        }
        let kind = self
            .opened()
            .map_or_else(Vec::new, |opened| opened.link.session.kind().map_or_else(|_| Vec::new(), <[u8]>::to_vec));
        Err(errors::access_denied(&kind))
    }
}
