//! Who authenticates to a storage server, and how an image is encrypted: with which secrets.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::element::Context;
use crate::tree::Node;
use crate::value::{Value, default_word, words};

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
        if let Some(uuid) = &mut self.uuid {
            let Ok(parsed) = Uuid::parse(&*uuid) else {
                return Err(crate::element::bad_attribute("uuid", "secret", uuid, ". Expected UUID"));
            };
            *uuid = parsed.to_string();
        }
        match (&self.uuid, &self.usage) {
            (None, None) => Err(error("missing secret uuid or usage attribute")),
            (Some(_), Some(_)) => Err(error("either secret uuid or usage expected")),
            _ => Ok(()),
        }
    }
}

/// `<encryption>` of a source or volume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Encryption::check)]
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
    #[xml(child = "cipher", when = Encryption::is_luks)]
    pub cipher: Option<Cipher>,
    /// Initialisation vectors.
    #[xml(child = "ivgen", when = Encryption::has_cipher)]
    pub ivgen: Option<IvGen>,
}

default_word!(EncryptionFormat, Default);

impl Encryption {
    /// Returns true if it may say how: only of that format.
    fn is_luks(node: Node<'_>) -> bool {
        node.attr("format") == Some("luks")
    }

    fn has_cipher(node: Node<'_>) -> bool {
        Self::is_luks(node) && node.element("cipher").is_some()
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if Self::is_luks(node) && node.element("ivgen").is_some() && self.cipher.is_none() {
            return Err(cx.xml("ivgen element found, but cipher is missing"));
        }
        Ok(())
    }
}

/// `<secret>` of `<encryption>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(before = EncryptionSecret::check_type)]
pub struct EncryptionSecret {
    /// What it is.
    #[xml(attr = "type")]
    pub kind: EncryptionSecretType,
    /// Which secret.
    #[xml(flatten)]
    pub secret: UntypedSecret,
}

impl EncryptionSecret {
    /// Its errors are those of storage, wherever it stands.
    fn check_type(node: Node<'_>, _: &Context) -> Result<()> {
        let refuse = |code, detail: &str| Err(Error::new(ErrorDomain::STORAGE, code, detail));
        match node.attr("type") {
            None => refuse(ErrorCode::XML_ERROR, "unknown volume encryption secret type"),
            Some(kind) if EncryptionSecretType::parse(kind).is_none() => {
                refuse(ErrorCode::CONFIG_UNSUPPORTED, &format!("unknown volume encryption secret type {kind}"))
            }
            Some(_) => Ok(()),
        }
    }
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
    #[xml(attr = "size")]
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
