//! For whom a client acts: what the kernel says of the process, unless the client says that it acts for somebody else.
use super::Client;
use crate::typed_params::{Kind, validate};
use oxivirt_model::Result;
use oxivirt_protocol::Identity;
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};

/// The attributes and their types.
const ATTRIBUTES: &[(&str, Kind)] = &[
    ("user-name", Kind::String),
    ("unix-user-id", Kind::Ullong),
    ("group-name", Kind::String),
    ("unix-group-id", Kind::Ullong),
    ("process-id", Kind::Llong),
    ("process-time", Kind::Ullong),
    ("sasl-user-name", Kind::String),
    ("x509-distinguished-name", Kind::String),
    ("selinux-context", Kind::String),
];

impl Client {
    /// Returns what the peer is found to be. The first caller looks; the answer stays.
    pub(super) fn identity(&self) -> Result<&Identity> {
        self.found.get_or_init(|| self.peer.identity()).as_ref().map_err(Clone::clone)
    }

    /// Adds to what the kernel says what the client has proven since.
    pub(super) fn with_proofs(&self, found: &Identity) -> Identity {
        Identity {
            sasl_user_name: self.sasl_user.get().cloned(),
            x509_distinguished_name: self.certified.get().and_then(|name| name.clone()).map(String::into_bytes),
            ..found.clone()
        }
    }

    /// Returns for whom the client acts.
    pub(super) fn acts_for(&self) -> Result<Identity> {
        let claimed = self.claimed.lock().clone();
        claimed.map_or_else(|| self.identity().map(|found| self.with_proofs(found)), Ok)
    }

    /// Takes what the client says whom it acts for, wholly in place of what was known.
    pub(super) fn claim(&self, params: &[TypedParam<'_>]) -> Result<()> {
        self.admits_claim()?;
        validate(params, ATTRIBUTES)?;
        *self.claimed.lock() = Some(claimed(params));
        Ok(())
    }
}

fn claimed(params: &[TypedParam<'_>]) -> Identity {
    let mut identity = Identity::NOBODY;
    for TypedParam { field, value } in params {
        match (field.as_bytes(), value) {
            (b"user-name", TypedParamValue::String(text)) => identity.user_name = Some(text.as_bytes().to_vec()),
            (b"unix-user-id", TypedParamValue::Ullong(id)) => identity.uid = Some(*id),
            (b"group-name", TypedParamValue::String(text)) => identity.group_name = Some(text.as_bytes().to_vec()),
            (b"unix-group-id", TypedParamValue::Ullong(id)) => identity.gid = Some(*id),
            (b"process-id", TypedParamValue::Llong(id)) => identity.pid = Some(*id),
            (b"process-time", TypedParamValue::Ullong(time)) => identity.process_time = Some(*time),
            (b"sasl-user-name", TypedParamValue::String(text)) => {
                identity.sasl_user_name = Some(text.as_bytes().to_vec());
            }
            (b"x509-distinguished-name", TypedParamValue::String(text)) => {
                identity.x509_distinguished_name = Some(text.as_bytes().to_vec());
            }
            (b"selinux-context", TypedParamValue::String(text)) => {
                identity.selinux_context = Some(text.as_bytes().to_vec());
            }
            // Refused before.
            _ => {}
        }
    }
    identity
}
