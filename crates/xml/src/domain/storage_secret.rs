//! Who authenticates to a storage server, and how an image is encrypted: with which secrets.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::element::Context;
use crate::tree::Node;
use crate::value::{default_word, words};

words! {
    /// How to authenticate.
    AuthType { Chap = "chap", Ceph = "ceph" }
    /// Format of encryption.
    EncryptionFormat { Default = "default", Qcow = "qcow", Luks = "luks", Luks2 = "luks2", LuksAny = "luks-any" }
    /// Who encrypts.
    EncryptionEngine { Qemu = "qemu", Librbd = "librbd" }
    /// What a secret of encryption is.
    EncryptionSecretType { Passphrase = "passphrase" }
}

/// `<auth>`: who authenticates with which secret.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Auth {
    /// How; of pools only.
    #[xml(attr = "type", bad(CONFIG_UNSUPPORTED, "unknown auth type '{}'"))]
    pub kind: Option<AuthType>,
    /// The user.
    #[xml(attr = "username", nonempty, missing(XML_ERROR, "missing username for auth"))]
    pub username: String,
    /// The secret.
    #[xml(child = "secret", missing(XML_ERROR, "Missing <secret> element in auth"))]
    pub secret: SecretRef,
}

/// `<secret>`: which secret is used.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = SecretRef::check)]
pub struct SecretRef {
    /// What the secret is for.
    #[xml(attr = "type")]
    pub kind: Option<String>,
    /// Its identity.
    #[xml(attr = "uuid")]
    pub uuid: Option<String>,
    /// Or what it is used for.
    #[xml(attr = "usage")]
    pub usage: Option<String>,
}

impl SecretRef {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        let error = |detail: &str| Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail);
        match (&mut self.uuid, &self.usage) {
            (None, None) => Err(error("missing secret uuid or usage attribute")),
            (Some(_), Some(_)) => Err(error("either secret uuid or usage expected")),
            (Some(uuid), None) => match Uuid::parse(&*uuid) {
                Ok(parsed) => {
                    *uuid = parsed.to_string();
                    Ok(())
                }
                Err(_) => Err(error(&format!("invalid secret uuid '{uuid}'"))),
            },
            (None, Some(_)) => Ok(()),
        }
    }
}

/// `<encryption>` of a source or volume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Encryption {
    /// Format.
    #[xml(
        attr = "format",
        nonempty,
        missing(XML_ERROR, "unknown volume encryption format"),
        bad(CONFIG_UNSUPPORTED, "unknown volume encryption format type {}")
    )]
    pub format: EncryptionFormat,
    /// Who encrypts.
    #[xml(attr = "engine")]
    pub engine: Option<EncryptionEngine>,
    /// Secrets.
    #[xml(child = "secret")]
    pub secrets: Vec<EncryptionSecret>,
    /// The cipher.
    #[xml(child = "cipher")]
    pub cipher: Option<Cipher>,
    /// Initialisation vectors.
    #[xml(child = "ivgen")]
    pub ivgen: Option<IvGen>,
}

default_word!(EncryptionFormat, Default);

/// `<secret>` of `<encryption>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct EncryptionSecret {
    /// What it is.
    #[xml(
        attr = "type",
        missing(XML_ERROR, "unknown volume encryption secret type"),
        bad(XML_ERROR, "unknown volume encryption secret type {}")
    )]
    pub kind: EncryptionSecretType,
    /// Which secret.
    #[xml(flatten)]
    pub secret: UntypedSecret,
}

/// A secret by its identity or use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = UntypedSecret::check)]
pub struct UntypedSecret {
    /// Its identity.
    #[xml(attr = "uuid")]
    pub uuid: Option<String>,
    /// Or what it is used for.
    #[xml(attr = "usage")]
    pub usage: Option<String>,
}

impl UntypedSecret {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let mut secret = SecretRef { kind: None, uuid: self.uuid.take(), usage: self.usage.take() };
        secret.check(node, cx)?;
        (self.uuid, self.usage) = (secret.uuid, secret.usage);
        Ok(())
    }
}

/// `<cipher>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Cipher {
    /// Name.
    #[xml(attr = "name", missing(XML_ERROR, "cipher info missing 'name' attribute"))]
    pub name: String,
    /// Bits.
    #[xml(
        attr = "size",
        missing(XML_ERROR, "cipher info missing 'size' attribute"),
        bad(XML_ERROR, "cannot parse cipher size: '{}'")
    )]
    pub size: u32,
    /// Mode.
    #[xml(attr = "mode")]
    pub mode: Option<String>,
    /// Hash.
    #[xml(attr = "hash")]
    pub hash: Option<String>,
}

/// `<ivgen>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct IvGen {
    /// Name.
    #[xml(attr = "name", missing(XML_ERROR, "missing ivgen info name string"))]
    pub name: String,
    /// Hash.
    #[xml(attr = "hash")]
    pub hash: Option<String>,
}
