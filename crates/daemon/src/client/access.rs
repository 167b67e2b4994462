//! What a client may do, where an access driver decides.
use super::Client;
use super::incoming::Incoming;
use crate::access::{PolkitAccess, driver_name};
use crate::errors;
use oxivirt_model::Result;
use oxivirt_protocol::{Message, Object, ObjectRef, Permission, Session, When};

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
        let opened = self.opened();
        let kind = opened.as_ref().and_then(|opened| opened.link.session.kind().ok()).unwrap_or_default();
        Err(errors::access_denied(driver_name(kind).as_bytes()))
    }

    /// Has a job ask about events that came, one at a time, so that their order stays: whoever reports them cannot wait for that.
    pub(super) fn judge_events(&self) {
        {
            let mut events = self.events.lock();
            if events.unjudged.is_empty() || std::mem::replace(&mut events.judging, true) {
                return;
            }
        }
        let Some(me) = self.shared() else { return };
        self.server.pool.add(
            false,
            Box::new(move || {
                while let Some(message) = me.next_unjudged() {
                    if me.may_hear(&message).unwrap_or(false) {
                        me.events.lock().inbox.push_back(message);
                        me.send_events();
                    }
                }
            }),
        );
    }

    /// Takes the next event; `None` when the job is done.
    fn next_unjudged(&self) -> Option<Message> {
        let mut events = self.events.lock();
        let next = events.unjudged.pop_front();
        events.judging = next.is_some();
        next
    }

    /// Returns true if the client may see the object of an event.
    fn may_hear(&self, message: &Message) -> Result<bool> {
        let (Some(opened), Some(report)) = (self.opened(), message.read()) else { return Ok(false) };
        let object = report.event.object();
        if matches!(object, ObjectRef::Connection) {
            return Ok(true);
        }
        let session = &*opened.link.session;
        let access = PolkitAccess::new(&self.daemon.policy.polkit, self.acts_for()?, session, &[])?;
        access.sees(&object, Permission::Getattr)
    }
}
