//! Settings about who is let in: methods, TLS, SASL, access, and limits for those who have not proven who they are.
use super::values::{Keys, unsupported};
use crate::glob::AllowList;
use crate::server::{Auth, Quotas};
use crate::tls::{TlsFiles, TlsSettings};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::time::Duration;

/// How clients prove who they are, by socket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct AuthSettings {
    pub(crate) unix_rw: Auth,
    pub(crate) unix_ro: Auth,
    pub(crate) tcp: Auth,
    pub(crate) tls: Auth,
}

/// What holds for all sockets.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SecuritySettings {
    pub(crate) auth: AuthSettings,
    pub(crate) tls: TlsSettings,
    pub(crate) sasl_users: AllowList,
    pub(crate) sasl_min_strength: u32,
    /// polkit is asked about every call.
    pub(crate) access: bool,
    /// How long a client may take to prove who it is; `None` for as long as it likes.
    pub(crate) auth_timeout: Option<Duration>,
    pub(crate) quotas: Quotas,
    /// Bytes of calls and answers that are kept for one client.
    pub(crate) memory: usize,
}

/// Weaker encryption is not what anybody asks for.
const LEAST_STRENGTH: u32 = 112;
/// The default, for old mechanisms' sake.
const DEFAULT_STRENGTH: u32 = 56;
/// MiB of one client's calls and answers.
const MEMORY: u32 = 64;

impl SecuritySettings {
    /// Returns the settings of a configuration. `network`: the daemon may listen to it; `privileged`: it runs for the system.
    pub(super) fn of(keys: &Keys<'_>, network: bool, privileged: bool) -> Result<Self> {
        let unix = if privileged { Auth::Polkit } else { Auth::None };
        let remote = |key: &str, default: Auth| if network { keys.auth(key, default) } else { Ok(Auth::None) };
        let timeout = keys.number("auth_timeout", 60)?;
        let memory = keys.number("max_client_memory", MEMORY)?.max(1);
        Ok(Self {
            auth: AuthSettings {
                unix_rw: keys.auth("auth_unix_rw", unix)?,
                unix_ro: keys.auth("auth_unix_ro", unix)?,
                tcp: remote("auth_tcp", Auth::Sasl)?,
                tls: remote("auth_tls", Auth::None)?,
            },
            tls: keys.tls()?,
            sasl_users: keys.names("sasl_allowed_username_list")?,
            sasl_min_strength: keys.strength()?,
            access: keys.access()?,
            auth_timeout: (timeout > 0).then(|| Duration::from_secs(timeout.into())),
            quotas: Quotas {
                per_user: keys.number("max_clients_per_user", 0)?,
                per_address: keys.number("max_clients_per_address", 0)?,
                anonymous: keys.number("max_anonymous_clients_per_peer", 10)?,
            },
            memory: usize::try_from(memory).unwrap_or(usize::MAX).saturating_mul(1 << 20),
        })
    }
}

impl Keys<'_> {
    fn auth(&self, key: &str, default: Auth) -> Result<Auth> {
        match self.conf.string(key)? {
            None => Ok(default),
            Some(b"none") => Ok(Auth::None),
            Some(b"sasl") => Ok(Auth::Sasl),
            Some(b"polkit") => Ok(Auth::Polkit),
            Some(other) => Err(unsupported(message!("%1$s: %2$s: unsupported auth %3$s", self.place(key), key, other))),
        }
    }

    /// Patterns of names; a key that is not there allows all.
    fn names(&self, key: &str) -> Result<AllowList> {
        let patterns = self.conf.strings(key)?;
        let patterns = patterns.into_iter().map(<[u8]>::to_vec).collect();
        Ok(AllowList::new(self.conf.has(key).then_some(patterns)))
    }

    fn strength(&self) -> Result<u32> {
        let bits = self.number("tcp_min_ssf", LEAST_STRENGTH)?;
        if bits < LEAST_STRENGTH {
            let text = message!("minimum SSF levels lower than %1$d are not supported", LEAST_STRENGTH);
            return Err(Error::new(ErrorDomain::CONF, ErrorCode::CONFIG_UNSUPPORTED, text));
        }
        Ok(if self.conf.has("tcp_min_ssf") { bits } else { DEFAULT_STRENGTH })
    }

    fn access(&self) -> Result<bool> {
        let drivers = self.conf.strings("access_drivers")?;
        let known: [&[u8]; 3] = [b"none", b"nop", b"polkit"];
        if let Some(other) = drivers.iter().find(|driver| !known.contains(driver)) {
            let text = message!("Cannot find security driver '%1$s'", other);
            return Err(Error::new(ErrorDomain::ACCESS, ErrorCode::INTERNAL_ERROR, text));
        }
        Ok(drivers.contains(&&b"polkit"[..]))
    }

    fn tls(&self) -> Result<TlsSettings> {
        Ok(TlsSettings {
            files: self.tls_files()?,
            no_verify: self.truth("tls_no_verify_certificate", false)?,
            no_sanity: self.truth("tls_no_sanity_certificate", false)?,
            names: self.names("tls_allowed_dn_list")?,
            priority: self.text("tls_priority")?,
        })
    }

    /// The files that the configuration names: all that belong together, or none.
    fn tls_files(&self) -> Result<Option<TlsFiles>> {
        let path = |bytes: &[u8]| PathBuf::from(OsString::from_vec(bytes.to_vec()));
        let one = |key: &str| Ok::<_, Error>(self.conf.string(key)?.map(path));
        let several = |key: &str| Ok::<_, Error>(self.conf.strings(key)?.into_iter().map(path).collect::<Vec<_>>());
        let (authorities, revocations) = (one("ca_file")?, one("crl_file")?);
        let (mut certificates, mut keys) = (several("cert_files")?, several("key_files")?);
        for (list, key, listed) in
            [(&mut certificates, "cert_file", "cert_files"), (&mut keys, "key_file", "key_files")]
        {
            match one(key)? {
                Some(_) if !list.is_empty() => {
                    return Err(self.refuse(key, &format!("{listed} is set as well: which is meant?")));
                }
                single => list.extend(single),
            }
        }
        if authorities.is_none() && certificates.is_empty() && keys.is_empty() {
            return Ok(None);
        }
        let missing = |text: Vec<u8>| Err(unsupported(text));
        let Some(authorities) = authorities else {
            return missing(message!("No CA certificate path set to match server key/cert"));
        };
        if certificates.is_empty() {
            return missing(message!("No server certificate path set to match server key"));
        }
        if keys.is_empty() {
            return missing(message!("No server key path set to match server cert"));
        }
        if certificates.len() != keys.len() {
            return Err(self.refuse("cert_files", "there must be a key for each certificate, and no other"));
        }
        Ok(Some(TlsFiles { authorities, revocations, identities: certificates.into_iter().zip(keys).collect() }))
    }
}
