//! `virSecret`: passphrases and keys that the daemon keeps.
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text, Uuid};
use oxivirt_protocol::remote;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use zeroize::{Zeroize, Zeroizing};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::SECRET;

/// A secret: a passphrase or key the daemon keeps. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Secret(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    uuid: Uuid,
    usage_type: i32,
    usage_id: Text,
}

/// The value of a secret. It is wiped from memory when it is dropped, and not shown by `{:?}`.
///
/// It cannot be compared or printed by itself: as a slice (`&*value`) it can.
#[derive(Clone)]
pub struct SecretValue(Zeroizing<Vec<u8>>);

impl SecretValue {
    /// Returns a value with a copy of these bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(Zeroizing::new(bytes.to_vec()))
    }
}

impl Deref for SecretValue {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for SecretValue {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl fmt::Debug for SecretValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretValue").finish_non_exhaustive()
    }
}

impl OnConnection for Secret {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Secret {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullSecret<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            uuid: wire.uuid,
            usage_type: wire.usage_type,
            usage_id: Text::from(&wire.usage_id),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullSecret<'_> {
        remote::NonnullSecret { uuid: self.0.uuid, usage_type: self.0.usage_type, usage_id: self.usage_id().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns what the secret is for, a `virSecretUsageType`.
    #[must_use]
    pub fn usage_type(&self) -> i32 {
        self.0.usage_type
    }

    /// Returns whom of that type it is for: a path, a name.
    #[must_use]
    pub fn usage_id(&self) -> &Text {
        &self.0.usage_id
    }

    /// Returns the secret with this UUID: `virSecretLookupByUUID`.
    ///
    /// # Errors
    /// There is no such secret.
    pub fn lookup_by_uuid(conn: &Connection, uuid: Uuid) -> Result<Self> {
        let op = conn.op(&Function("virSecretLookupByUUID", FROM));
        let args = remote::SecretLookupByUuidArgs { uuid };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.secret_lookup_by_uuid(call, &args)?.secret)))
    }

    /// Returns the secret for this user of a virSecretUsageType: `virSecretLookupByUsage`.
    ///
    /// # Errors
    /// There is no such secret.
    pub fn lookup_by_usage<'a>(conn: &Connection, usage_type: i32, usage_id: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virSecretLookupByUsage", FROM));
        let args = remote::SecretLookupByUsageArgs { usage_type, usage_id: usage_id.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.secret_lookup_by_usage(call, &args)?.secret)))
    }

    /// Defines a secret, or changes its definition: `virSecretDefineXML`. It gets no value by that. `flags` are
    /// virSecretDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virSecretDefineXML", FROM)).write()?;
        let args = remote::SecretDefineXmlArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.secret_define_xml(call, &args)?.secret)))
    }

    /// Removes the secret and its value: `virSecretUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virSecretUndefine", FROM)).write()?;
        let args = remote::SecretUndefineArgs { secret: self.wire() };
        op.call(|driver, call| driver.secret_undefine(call, &args))
    }

    /// Returns the definition, without the value: `virSecretGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virSecretGetXMLDesc", FROM));
        let args = remote::SecretGetXmlDescArgs { secret: self.wire(), flags };
        op.text(|driver, call| Ok(driver.secret_get_xml_desc(call, &args)?.xml))
    }

    /// Returns the value: `virSecretGetValue`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, the secret is private or has no value, or the driver could not tell.
    pub fn value(&self, flags: u32) -> Result<SecretValue> {
        let op = self.op(&Function("virSecretGetValue", FROM)).write()?;
        let args = remote::SecretGetValueArgs { secret: self.wire(), flags };
        op.call(|driver, call| {
            let value = SecretValue::new(driver.secret_get_value(call, &args)?.value.as_bytes());
            call.reply.zeroize();
            Ok(value)
        })
    }

    /// Gives the secret a value: `virSecretSetValue`. `flags` are none so far.
    ///
    /// ```
    /// # use oxivirt::{Connection, Secret};
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// /// `VIR_SECRET_USAGE_TYPE_VOLUME`.
    /// const VOLUME: i32 = 1;
    /// let conn = Connection::open(&uri)?;
    /// let secret = Secret::lookup_by_usage(&conn, VOLUME, "/images/web.img")?;
    /// secret.set_value("open sesame", 0)?;
    /// assert_eq!(*secret.value(0)?, *b"open sesame");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_value(&self, value: impl AsRef<[u8]>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virSecretSetValue", FROM)).write()?;
        let args = remote::SecretSetValueArgs { secret: self.wire(), value: value.as_ref().into(), flags };
        op.call(|driver, call| {
            let done = driver.secret_set_value(call, &args);
            // The request was encoded where the reply comes.
            call.reply.zeroize();
            done
        })
    }
}

impl Connection {
    /// Returns the secrets: `virConnectListAllSecrets`. `flags` are virConnectListAllSecretsFlags, which select some of
    /// them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_secrets(&self, flags: u32) -> Result<Vec<Secret>> {
        Ok(self.all_secrets(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_secrets`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_secrets(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Secret>)> {
        let op = self.op(&Function("virConnectListAllSecrets", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllSecretsArgs { need_results, flags };
            let ret = driver.connect_list_all_secrets(call, &args)?;
            listed.take(ret.ret, &ret.secrets, |one| Secret::from_wire(self, one))
        })
    }

    /// Returns the UUIDs of at most `max` secrets, as text: `virConnectListSecrets`. Better is
    /// [`Connection::list_all_secrets`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_secrets(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListSecrets", FROM)).not_negative("maxuuids", max)?;
        let args = remote::ConnectListSecretsArgs { maxuuids: max };
        op.texts(|driver, call| Ok(driver.connect_list_secrets(call, &args)?.uuids))
    }

    /// Returns how many secrets there are: `virConnectNumOfSecrets`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_secrets(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfSecrets", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_secrets(call)?.num))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_bytes_that_are_not_shown() {
        let value = SecretValue::new(b"key");
        assert_eq!((&*value, value.as_ref()), (&b"key"[..], &b"key"[..]));
        assert_eq!(format!("{value:?}"), "SecretValue { .. }");
    }
}
