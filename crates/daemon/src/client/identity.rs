//! For whom a client acts: what the kernel says of the process, unless the client says that it acts for somebody else.
use super::Client;
use crate::identity;
use oxivirt_driver_common::params::validate;
use oxivirt_model::Result;
use oxivirt_protocol::Identity;
use oxivirt_protocol::remote::TypedParam;

impl Client {
    /// Returns what the peer is found to be. The first caller looks; the answer stays, unless looking failed.
    pub(super) fn identity(&self) -> Result<&Identity> {
        if let Some(found) = self.found.get() {
            return Ok(found);
        }
        let found = self.peer.identity()?;
        Ok(self.found.get_or_init(|| found))
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
        validate(params, identity::ATTRIBUTES)?;
        *self.claimed.lock() = Some(identity::from_params(params));
        Ok(())
    }
}
