//! The TLS side of a daemon: its files, which are read again when it is told to, and which clients' certificates it takes.
use crate::glob::AllowList;
use crate::lock::Lock;
use oxivirt_conf::{Env, ProcessEnv, path_text};
use oxivirt_log::{log, source::RPC_TLS};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_tls::server::{Context, Peer, Session};
use oxivirt_tls::{Credentials, Files, Identity, Priority, Side, Source};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The settings about TLS.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct TlsSettings {
    /// `None`: the files are where the system or the user has them.
    pub(crate) files: Option<TlsFiles>,
    /// Certificates of clients are looked at and need not be good.
    pub(crate) no_verify: bool,
    /// The own certificates are not checked before use.
    pub(crate) no_sanity: bool,
    /// Distinguished names of clients.
    pub(crate) names: AllowList,
    pub(crate) priority: Option<Vec<u8>>,
}

/// Paths of a server's files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct TlsFiles {
    pub(crate) authorities: PathBuf,
    pub(crate) revocations: Option<PathBuf>,
    /// Certificates and their keys.
    pub(crate) identities: Vec<(PathBuf, PathBuf)>,
}

impl TlsFiles {
    /// Returns where the files are that no configuration names: a user's own where they exist, else the system's.
    fn standard(env: &impl Env) -> Self {
        let own = env.home().filter(|_| !env.privileged()).map(|home| home.join(".pki/libvirt"));
        let users = |name: &str| own.as_ref().map(|folder| folder.join(name)).filter(|path| env.exists(path));
        let system = Path::new("/etc/pki/libvirt");
        let identity = users("servercert.pem").zip(users("serverkey.pem"));
        let identity =
            identity.unwrap_or_else(|| (system.join("servercert.pem"), system.join("private/serverkey.pem")));
        Self {
            authorities: users("cacert.pem").unwrap_or_else(|| "/etc/pki/CA/cacert.pem".into()),
            revocations: Some(users("cacrl.pem").unwrap_or_else(|| "/etc/pki/CA/cacrl.pem".into())),
            identities: vec![identity],
        }
    }

    fn read(&self, env: &impl Env) -> Files {
        let source = |path: &Path| Source::read(path_text(path), env.exists(path).then(|| env.open(path)));
        let pair =
            |(certificate, key): &(PathBuf, PathBuf)| Identity { certificate: source(certificate), key: source(key) };
        Files {
            authorities: source(&self.authorities),
            revocations: self.revocations.as_deref().map_or(Source { path: String::new(), content: None }, source),
            identities: self.identities.iter().map(pair).collect(),
        }
    }
}

/// Makes sessions for connections.
#[derive(Debug)]
pub(crate) struct TlsService {
    settings: TlsSettings,
    context: Lock<Context>,
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

impl TlsService {
    /// Reads the files.
    ///
    /// # Errors
    /// One is missing, does not hold what it should, or does not pass the checks; or the priority is none.
    pub(crate) fn new(settings: TlsSettings) -> Result<Self> {
        let context = load(&settings, &ProcessEnv)?;
        Ok(Self { settings, context: Lock::new(context) })
    }

    /// Reads the same files again, for sessions that begin from now on. If that fails the old ones stay in use.
    ///
    /// # Errors
    /// As of [`TlsService::new`].
    pub(crate) fn reload(&self) -> Result<()> {
        let context = load(&self.settings, &ProcessEnv)?;
        *self.context.lock() = context;
        log!(RPC_TLS, Info, "reload", "update tls files success");
        Ok(())
    }

    /// Starts a session.
    ///
    /// # Errors
    /// What cannot be done, for the log.
    pub(crate) fn session(&self) -> std::result::Result<Session, String> {
        let context = self.context.lock().clone();
        Session::new(&context)
    }

    /// Judges a client after the handshake. Returns its distinguished name, if it showed a certificate that is good.
    ///
    /// # Errors
    /// It is not let in, for this reason.
    pub(crate) fn judge(&self, session: &Session) -> std::result::Result<Option<String>, String> {
        let mut warnings = Vec::new();
        let Peer { name, refused } =
            session.peer(|name| self.settings.names.allows(name.as_bytes()), now(), &mut warnings);
        warnings.iter().for_each(|warning| log!(RPC_TLS, Warning, warning.function, "{}", warning.text));
        match refused {
            None => Ok(name),
            Some(reason) if self.settings.no_verify => {
                log!(RPC_TLS, Info, "judge", "Ignoring bad certificate at user request: {reason}");
                // Anybody can write a name into a certificate.
                Ok(None)
            }
            Some(reason) => Err(reason),
        }
    }
}

fn load(settings: &TlsSettings, env: &impl Env) -> Result<Context> {
    let files = settings.files.clone().unwrap_or_else(|| TlsFiles::standard(env)).read(env);
    let mut warnings = Vec::new();
    let credentials = Credentials::load(&files, Side::Server, !settings.no_sanity, now(), &mut warnings);
    warnings.iter().for_each(|warning| log!(RPC_TLS, Warning, warning.function, "{}", warning.text));
    let failed = |text: Vec<u8>| Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text);
    let priority = match &settings.priority {
        None => Priority::default(),
        Some(text) => Priority::parse(text)
            .map_err(|why| failed(message!("Failed to set TLS session priority to %1$s: %2$s", text, why)))?,
    };
    Context::new(credentials?, &priority).map_err(|why| failed(message!("Failed to initialize TLS session: %1$s", why)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;
    use std::io::{self, Read};

    /// A user, or root, and the files that there are.
    #[derive(Debug)]
    struct FakeEnv(bool, Vec<&'static str>);

    impl Env for FakeEnv {
        fn privileged(&self) -> bool {
            self.0
        }

        fn variable(&self, _: &str) -> Option<OsString> {
            None
        }

        fn exists(&self, path: &Path) -> bool {
            self.1.iter().any(|known| path == Path::new(known))
        }

        fn home(&self) -> Option<PathBuf> {
            Some("/home/u".into())
        }

        fn open(&self, _: &Path) -> io::Result<Box<dyn Read>> {
            Ok(Box::new(io::empty()))
        }
    }

    #[test]
    fn where_files_are_that_nobody_names() {
        let system = TlsFiles {
            authorities: "/etc/pki/CA/cacert.pem".into(),
            revocations: Some("/etc/pki/CA/cacrl.pem".into()),
            identities: vec![(
                "/etc/pki/libvirt/servercert.pem".into(),
                "/etc/pki/libvirt/private/serverkey.pem".into(),
            )],
        };
        let own = vec!["/home/u/.pki/libvirt/cacert.pem", "/home/u/.pki/libvirt/servercert.pem"];
        assert_eq!(TlsFiles::standard(&FakeEnv(true, own.clone())), system);
        let found = TlsFiles::standard(&FakeEnv(false, own));
        // Half of a certificate is none.
        assert_eq!(
            (found.authorities.to_str().unwrap(), &found.identities),
            ("/home/u/.pki/libvirt/cacert.pem", &system.identities)
        );
        let own = vec!["/home/u/.pki/libvirt/servercert.pem", "/home/u/.pki/libvirt/serverkey.pem"];
        let found = TlsFiles::standard(&FakeEnv(false, own.clone()));
        assert_eq!(found.identities, [(own[0].into(), own[1].into())]);
        assert_eq!(found.authorities, system.authorities);
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = load(&TlsSettings::default(), &FakeEnv(true, Vec::new())).unwrap_err();
        let text = "Certificate '/etc/pki/libvirt/servercert.pem' does not exist: No such file or directory";
        assert!(
            error.text() == text || error.text().starts_with("CA certificate '/etc/pki/CA/cacert.pem'"),
            "{}",
            error.text()
        );
    }
}
