//! The own files: authorities, revocations, the own certificate and key. Missing and broken ones end in the texts of the stock
//! library.
use crate::common::certificate::{Certificate, Revocations};
use crate::common::checks::{self, Role, Warning, fault, unfit};
use crate::common::pem::{self, Fault};
use crate::common::provider::load_key;
use crate::common::trust::{Distrust, Trust};
use oxivirt_model::{Error, ErrorDomain, Result, message};
use rustls::sign::CertifiedKey;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use std::io::{self, Read};

/// Where a file is and what it holds.
#[derive(Debug)]
pub struct Source {
    /// For messages.
    pub path: String,
    /// Its bytes, at most [`Source::LIMIT`] and one more; `None` when nothing is there.
    pub content: Option<io::Result<Vec<u8>>>,
}

impl Source {
    /// Larger files are not read.
    pub const LIMIT: u64 = 8 << 20;
    /// The stock client reads no more of a file that it checks.
    const CHECKED: usize = 1 << 16;

    /// Reads a file that was opened, or nothing where there is none. `path` is for messages.
    pub fn read(path: String, file: Option<io::Result<impl Read>>) -> Self {
        let content = file.map(|file| {
            let mut bytes = Vec::new();
            file?.take(Self::LIMIT.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        Self { path, content }
    }

    /// Returns the text GnuTLS has for a file it cannot read.
    fn bytes(&self) -> std::result::Result<&[u8], &'static str> {
        match &self.content {
            Some(Ok(bytes)) if u64::try_from(bytes.len()).is_ok_and(|len| len <= Self::LIMIT) => Ok(bytes),
            _ => Err("Error while reading file."),
        }
    }

    /// As read for checks: `None` when it may not be read.
    fn for_checks(&self) -> Result<Option<&[u8]>> {
        let unread = |errno| {
            let text = message!("Failed to read file '%1$s'", self.path);
            Err(Error::system(ErrorDomain::NONE, errno, text))
        };
        match &self.content {
            None => Ok(None),
            Some(Ok(bytes)) if bytes.len() > Self::CHECKED => unread(EOVERFLOW),
            Some(Ok(bytes)) => Ok(Some(bytes)),
            Some(Err(error)) if error.kind() == io::ErrorKind::PermissionDenied => Ok(None),
            Some(Err(error)) => unread(error.raw_os_error().unwrap_or(EIO)),
        }
    }
}

const ENOENT: i32 = 2;
const EIO: i32 = 5;
const EOVERFLOW: i32 = 75;

/// The files of one side.
#[derive(Debug)]
pub struct Files {
    /// The authorities' certificates.
    pub authorities: Source,
    /// What they took back.
    pub revocations: Source,
    /// The own certificates, the first one preferred.
    pub identities: Vec<Identity>,
}

/// An own certificate and its key.
#[derive(Debug)]
pub struct Identity {
    /// The certificate, and those between it and an authority.
    pub certificate: Source,
    /// Its key.
    pub key: Source,
}

/// Whose files they are. A server has to have a certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// They prove who a client is.
    Client,
    /// They prove who a server is.
    Server,
}

impl Side {
    fn role(self) -> Role {
        match self {
            Self::Client => Role::Client,
            Self::Server => Role::Server,
        }
    }
}

/// What a session needs to know of its side.
#[derive(Debug)]
pub struct Credentials {
    pub(crate) trust: Trust,
    pub(crate) own: Vec<CertifiedKey>,
}

fn gnutls(fault: Fault) -> &'static str {
    match fault {
        Fault::Missing => "Base64 decoding error.",
        Fault::Broken => "Base64 unexpected header error.",
    }
}

fn certificates(bytes: &[u8]) -> std::result::Result<Vec<CertificateDer<'static>>, Fault> {
    let wanted = |label: &str| label == "CERTIFICATE" || label == "X509 CERTIFICATE";
    let blocks = pem::blocks(bytes, wanted)?;
    Ok(blocks.into_iter().map(|(_, der)| der.into()).collect())
}

impl Credentials {
    /// Makes them of the files of a `side`. With `sanity` the own certificates are checked first, which may add to `warnings`.
    /// `now`: seconds since 1970.
    ///
    /// # Errors
    /// A file is missing that may not be, does not hold what it should, or does not pass the checks.
    pub fn load(files: &Files, side: Side, sanity: bool, now: i64, warnings: &mut Vec<Warning>) -> Result<Self> {
        if side == Side::Server {
            check_there(files)?;
        }
        if sanity {
            check_own(files, side, now, warnings)?;
        }
        let mut trust = Trust { authorities: load_authorities(&files.authorities)?, revocations: Vec::new() };
        trust.revocations = load_revocations(&files.revocations)?;
        let own = files.identities.iter().filter_map(load_own);
        Ok(Self { trust, own: own.collect::<Result<_>>()? })
    }
}

/// Refuses a server without a certificate, or with half of one.
fn check_there(files: &Files) -> Result<()> {
    let absent = |text| Err(Error::system(ErrorDomain::RPC, ENOENT, text));
    for Identity { certificate, key } in &files.identities {
        let (of_certificate, of_key) = (&certificate.path, &key.path);
        match (certificate.content.is_some(), key.content.is_some()) {
            (true, true) => {}
            (true, false) => {
                return absent(message!(
                    "Key '%1$s' does not exist, but certificate '%2$s' does",
                    of_key,
                    of_certificate
                ));
            }
            (false, true) => {
                return absent(message!(
                    "Certificate '%1$s' does not exist, but key '%2$s' does",
                    of_certificate,
                    of_key
                ));
            }
            (false, false) => return absent(message!("Certificate '%1$s' does not exist", of_certificate)),
        }
    }
    Ok(())
}

/// The checks before use.
fn check_own(files: &Files, side: Side, now: i64, warnings: &mut Vec<Warning>) -> Result<()> {
    /// The stock client looks at no more authorities.
    const MOST: usize = 16;
    let mut own = Vec::new();
    for Identity { certificate, .. } in &files.identities {
        let path = &certificate.path;
        let import = || {
            unfit(match side {
                Side::Client => message!("Unable to import client certificate %1$s", path),
                Side::Server => message!("Unable to import server certificate %1$s", path),
            })
        };
        let Some(bytes) = certificate.for_checks()? else {
            continue;
        };
        let chain = certificates(bytes).map_err(|_| import())?;
        let der = chain.into_iter().next().ok_or_else(import)?;
        own.push((path, Certificate::parse(&der).ok_or_else(import)?, der));
    }
    let ca_path = &files.authorities.path;
    let import = || unfit(message!("Unable to import certificate list %1$s", ca_path));
    let mut authorities = Vec::new();
    let mut parsed = Vec::new();
    if let Some(bytes) = files.authorities.for_checks()? {
        authorities = certificates(bytes).map_err(|_| import())?;
        if authorities.len() > MOST {
            return Err(import());
        }
        for der in &authorities {
            parsed.push(Certificate::parse(der).ok_or_else(import)?);
        }
    }
    for (path, certificate, _) in &own {
        checks::check(certificate, path, side.role(), now, warnings)?;
    }
    for certificate in &parsed {
        checks::check(certificate, ca_path, Role::Authority, now, warnings)?;
    }
    if authorities.is_empty() {
        return Ok(());
    }
    let trust = Trust { authorities, revocations: Vec::new() };
    for (path, _, der) in &own {
        match trust.verify(der, &[], now) {
            // The daemon decides whether it takes what this library could not check.
            Ok(()) | Err(Distrust::Unsupported(_)) => {}
            Err(reason) => {
                let reason = reason.text();
                return Err(unfit(message!(
                    "Our own certificate %1$s failed validation against %2$s: %3$s",
                    path,
                    ca_path,
                    reason
                )));
            }
        }
    }
    Ok(())
}

fn load_authorities(file: &Source) -> Result<Vec<CertificateDer<'static>>> {
    if file.content.is_none() {
        let text = message!("CA certificate '%1$s' does not exist", file.path);
        return Err(Error::system(ErrorDomain::RPC, ENOENT, text));
    }
    let loaded = file.bytes().and_then(|bytes| match certificates(bytes) {
        // Then nobody is trusted.
        Err(Fault::Missing) => Ok(Vec::new()),
        loaded => loaded.map_err(gnutls),
    });
    loaded.map_err(|why| {
        let path = &file.path;
        fault(message!("Unable to set x509 CA certificate: %1$s: %2$s", path, why))
    })
}

fn load_revocations(file: &Source) -> Result<Vec<Revocations>> {
    if file.content.is_none() {
        return Ok(Vec::new());
    }
    let loaded = file.bytes().and_then(|bytes| {
        let blocks = pem::blocks(bytes, |label| label == "X509 CRL").map_err(gnutls)?;
        blocks.iter().map(|(_, der)| Revocations::parse(der).ok_or("ASN1 parser: Error in DER parsing.")).collect()
    });
    loaded.map_err(|why| {
        let path = &file.path;
        fault(message!("Unable to set x509 certificate revocation list: %1$s: %2$s", path, why))
    })
}

/// `None` where half of it is gone meanwhile.
fn load_own(Identity { certificate, key }: &Identity) -> Option<Result<CertifiedKey>> {
    if certificate.content.is_none() || key.content.is_none() {
        return None;
    }
    let loaded = key.bytes().and_then(|bytes| {
        let signer = load_key(&private_key(bytes)?)
            .map_err(|_| "The key is not supported: it must be RSA with 2048 bits or more, or EC on P-256 or P-384.")?;
        let chain = certificate.bytes().and_then(|bytes| certificates(bytes).map_err(gnutls))?;
        if chain.iter().any(|der| Certificate::parse(der).is_none()) {
            return Err("ASN1 parser: Error in DER parsing.");
        }
        let own = CertifiedKey::new(chain, signer);
        match own.keys_match() {
            Err(rustls::Error::InconsistentKeys(rustls::InconsistentKeys::KeyMismatch)) => {
                Err("The certificate and the given key do not match.")
            }
            _ => Ok(own),
        }
    });
    Some(loaded.map_err(|why| {
        let (key, certificate) = (&key.path, &certificate.path);
        fault(message!("Unable to set x509 key and certificate: %1$s, %2$s: %3$s", key, certificate, why))
    }))
}

/// Returns the first private key of a file.
fn private_key(bytes: &[u8]) -> std::result::Result<PrivateKeyDer<'static>, &'static str> {
    let blocks = pem::blocks(bytes, |label| label.ends_with("PRIVATE KEY")).map_err(|fault| match fault {
        Fault::Missing => "The requested data were not available.",
        Fault::Broken => "Base64 unexpected header error.",
    })?;
    // What openssl writes before a key it encrypted in the old way.
    let encrypted = bytes.windows(10).any(|window| window == b"ENCRYPTED\n" || window == b"ENCRYPTED\r");
    match blocks.into_iter().next() {
        Some(("ENCRYPTED PRIVATE KEY", _)) => Err("Decryption has failed."),
        Some(_) if encrypted => Err("Decryption has failed."),
        Some(("PRIVATE KEY", der)) => Ok(PrivateKeyDer::Pkcs8(der.into())),
        Some(("RSA PRIVATE KEY", der)) => Ok(PrivateKeyDer::Pkcs1(der.into())),
        Some(("EC PRIVATE KEY", der)) => Ok(PrivateKeyDer::Sec1(der.into())),
        _ => Err("The requested data were not available."),
    }
}
