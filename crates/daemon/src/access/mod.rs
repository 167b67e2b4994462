//! The access driver `polkit`: rules decide about every call of a client, by the permissions that the generated tables say it needs and by
//! the object that it is about.
//!
//! A client names objects by what it likes: what rules see is what the driver says of the object (`objects`). What a call finds is
//! judged when it is found; lists and counts are made of what the client may see (`lists`).
mod lists;
mod objects;

use crate::errors;
use crate::polkit::Authority;
use oxivirt_model::{Error, Result};
use oxivirt_protocol::{Access, Identity, Object, ObjectRef, Permission, ProcedureInfo, Program, Request, Session};
use std::sync::atomic::{AtomicBool, Ordering};

/// Decides about one call of one client.
#[derive(Debug)]
pub(crate) struct PolkitAccess<'a> {
    authority: &'a Authority,
    identity: Identity,
    session: &'a dyn Session,
    /// The driver's name, which rules see and refusals tell.
    driver: String,
    /// The encoded arguments.
    payload: &'a [u8],
    /// The object is known when the call is answered.
    deferred: AtomicBool,
}

/// What is told of an object, by name.
type Details = Vec<(&'static str, String)>;

impl<'a> PolkitAccess<'a> {
    /// Makes the judge of a call.
    ///
    /// # Errors
    /// The driver does not tell its name.
    pub(crate) fn new(
        authority: &'a Authority,
        identity: Identity,
        session: &'a dyn Session,
        payload: &'a [u8],
    ) -> Result<Self> {
        let driver = driver_name(session.kind()?);
        Ok(Self { authority, identity, session, driver, payload, deferred: AtomicBool::new(false) })
    }

    fn denied(&self) -> Error {
        errors::access_denied(self.driver.as_bytes())
    }

    fn may(&self, object: Object, permission: Permission, details: Details) -> bool {
        let action = format!("org.libvirt.api.{}.{}", object.name(), permission.name());
        let mut all = vec![("connect_driver", self.driver.clone())];
        all.extend(details);
        self.authority.allows(&action, &self.identity, &all)
    }

    /// Refuses what the client may not do with the connection itself.
    ///
    /// # Errors
    /// It may not.
    pub(crate) fn connection(&self, permission: Permission) -> Result<()> {
        if self.may(Object::Connect, permission, Vec::new()) { Ok(()) } else { Err(self.denied()) }
    }

    /// Returns true if the client may see an object that the driver named.
    pub(crate) fn sees(&self, object: &ObjectRef<'_, '_>, permission: Permission) -> Result<bool> {
        let details = self.named(object)?;
        Ok(self.may(objects::kind(object), permission, details))
    }

    /// Judges what a call found, and leaves out of lists what the client may not see.
    ///
    /// # Errors
    /// The client may not see what was found, or the driver cannot be asked again.
    pub(crate) fn filter(&self, program: Program, procedure: u32, body: &mut Vec<u8>) -> Result<()> {
        let Some(rules) = program.rules(procedure) else { return Ok(()) };
        if self.deferred.load(Ordering::Relaxed) {
            for rule in rules.acl {
                let found = objects::found(rule.object, body).ok_or_else(|| self.denied())?;
                let details = found.with(|object| self.named(object))?;
                if !self.may(rule.object, rule.permission, details) {
                    body.clear();
                    return Err(self.denied());
                }
            }
        }
        if program == Program::REMOTE && !rules.acl_filter.is_empty() {
            return self.list(procedure, body);
        }
        Ok(())
    }
}

/// Returns the name of a driver as rules and refusals have it: the kind of its connections, but for the test driver.
pub(crate) fn driver_name(kind: &[u8]) -> String {
    if kind == b"TEST" { "Test".to_owned() } else { String::from_utf8_lossy(kind).into_owned() }
}

/// Returns true if the first argument is the document of an object that the call makes.
fn begins_with_document(procedure: ProcedureInfo) -> bool {
    let makes = procedure.name.contains("_define_xml") || procedure.name.contains("_create_xml");
    // Here it is a file's name.
    makes && !procedure.name.contains("save_image")
}

impl Access for PolkitAccess<'_> {
    fn check(&self, request: &Request<'_>) -> Result<()> {
        for (object, permission) in request.needed() {
            let details = if object == Object::Connect {
                Vec::new()
            } else if permission == Permission::Getattr && request.procedure.name.contains("_lookup_") {
                self.deferred.store(true, Ordering::Relaxed);
                continue;
            } else if matches!(request.object, ObjectRef::Connection) {
                if begins_with_document(request.procedure) {
                    objects::defined(object, self.payload)?
                } else {
                    Vec::new()
                }
            } else {
                self.claimed(&request.object)?
            };
            if !self.may(object, permission, details) {
                return Err(self.denied());
            }
        }
        Ok(())
    }
}
