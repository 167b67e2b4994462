//! What was decided: how the daemon is reached, and what it is asked to open.
use crate::steps::{self, Step};
use oxivirt_conf::{Conf, Uri, path_text};
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::path::PathBuf;

/// How bytes reach the daemon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Transport {
    Tls,
    Unix,
    Ssh,
    Libssh2,
    Ext,
    Tcp,
    Libssh,
}

pub(super) const TRANSPORTS: [(&str, Transport); 7] = [
    ("tls", Transport::Tls),
    ("unix", Transport::Unix),
    ("ssh", Transport::Ssh),
    ("libssh2", Transport::Libssh2),
    ("ext", Transport::Ext),
    ("tcp", Transport::Tcp),
    ("libssh", Transport::Libssh),
];

impl Transport {
    /// Returns the name as URIs spell it.
    pub(crate) fn name(self) -> &'static str {
        let found = TRANSPORTS.iter().find(|(_, transport)| *transport == self);
        found.map(|(name, _)| *name).unwrap_or_default()
    }
}

/// Flags of the decision, as CONNECT_OPEN carries them.
pub(crate) const READ_ONLY: u32 = VIR_CONNECT_RO;
/// The user's own daemon is meant.
pub(crate) const USER: u32 = 2;
/// The daemon may be started.
pub(super) const AUTOSTART: u32 = 4;

pub(super) fn invalid(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text)
}

/// The decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Target {
    pub(crate) transport: Transport,
    /// The daemon's socket, for transports that end at one. For another host it is a guess: systems have it in the same
    /// place, sessions often not.
    pub(crate) socket: Option<PathBuf>,
    /// What to start when nobody listens at the socket.
    pub(crate) program: Option<PathBuf>,
    /// What CONNECT_OPEN names; empty lets the daemon choose.
    pub(crate) name: Vec<u8>,
    /// What virt-ssh-helper is given on another host: the name, and the URI's words about the daemon's socket.
    pub(crate) helper_name: Vec<u8>,
    /// The flags of CONNECT_OPEN: read-only 1, user session 2, may start the daemon 4.
    pub(crate) flags: u32,
    /// Host for authentication and messages.
    pub(crate) hostname: Vec<u8>,
    /// The user name of the URI.
    pub(crate) user: Option<Vec<u8>>,
    /// The port of the URI; 0 when absent.
    pub(crate) port: u16,
    /// The `auth` parameter.
    pub(crate) auth: Option<Vec<u8>>,
    /// The other parameters.
    pub(crate) options: Options,
}

/// Parameters of the URI that say how to reach the daemon and prove who one is. Texts are as given.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Options {
    /// The URI names the socket.
    pub(crate) socket_given: bool,
    /// Instead of ssh, or what `ext` runs.
    pub(crate) command: Option<Vec<u8>>,
    /// Instead of nc on the other host.
    pub(crate) netcat: Option<Vec<u8>>,
    /// How the daemon is reached on the other host: `auto`, `netcat` or `native`. For transports through ssh it is
    /// never `None`: a socket that was given needs netcat, a session the helper (only that knows the other host's
    /// paths).
    pub(crate) proxy: Option<Vec<u8>>,
    /// The private key for ssh.
    pub(crate) keyfile: Option<Vec<u8>>,
    /// libssh, libssh2: which methods, in this order.
    pub(crate) sshauth: Option<Vec<u8>>,
    /// The file of host keys.
    pub(crate) known_hosts: Option<Vec<u8>>,
    /// `normal`, `ignore` or `auto`.
    pub(crate) known_hosts_verify: Option<Vec<u8>>,
    /// A GnuTLS priority string.
    pub(crate) tls_priority: Option<Vec<u8>>,
    /// The folder of all certificates and keys.
    pub(crate) pkipath: Option<Vec<u8>>,
    /// Instead of auth.conf.
    pub(crate) authfile: Option<Vec<u8>>,
    /// ssh may not ask anything.
    pub(crate) no_tty: bool,
    /// The host's key or certificate is not checked.
    pub(crate) no_verify: bool,
    /// The own certificates are not checked before use.
    pub(crate) no_sanity: bool,
}

impl Target {
    /// Returns the step that tells the decision.
    pub(crate) fn step(&self) -> Step {
        let local = self.transport == Transport::Unix;
        Step::Target {
            transport: self.transport.name(),
            host: (!local).then(|| steps::text(&self.hostname)),
            port: self.port,
            user: self.user.as_deref().map(steps::text),
            socket: self.socket.as_deref().map(path_text),
            program: self.program.as_deref().map(path_text),
            name: steps::text(&self.name),
            flags: self.flags,
        }
    }
}

impl Options {
    /// Returns the URI's parameters, and for two of them what the configuration says instead.
    pub(super) fn of(uri: Option<&Uri>, transport: Transport, flags: u32, conf: &Conf) -> Result<Self> {
        let text = |name| Some(uri?.parameter(name)?.to_vec());
        // Checked to be a number before.
        let set = |name| {
            uri.and_then(|uri| uri.parameter(name))
                .is_some_and(|value| value.iter().any(|byte| (b'1'..=b'9').contains(byte)))
        };
        let mut proxy = text("proxy");
        if proxy.is_none() {
            proxy = conf.string("remote_proxy")?.map(<[u8]>::to_vec);
        }
        if let Some(proxy) = &proxy
            && ![b"auto".as_slice(), b"netcat", b"native"].contains(&proxy.as_slice())
        {
            // The stock library's spelling.
            return Err(invalid(message!("Unnkown proxy type '%1$s'", proxy)));
        }
        if matches!(transport, Transport::Ssh | Transport::Libssh | Transport::Libssh2) {
            proxy = proxy.or_else(|| {
                Some(if text("socket").is_some() {
                    b"netcat".to_vec()
                } else if flags & USER != 0 {
                    b"native".to_vec()
                } else {
                    b"auto".to_vec()
                })
            });
        }
        let mut tls_priority = text("tls_priority");
        if tls_priority.is_none() && transport == Transport::Tls {
            tls_priority = conf.string("tls_priority")?.map(<[u8]>::to_vec);
        }
        Ok(Self {
            socket_given: text("socket").is_some(),
            command: text("command"),
            netcat: text("netcat"),
            proxy,
            keyfile: text("keyfile"),
            sshauth: text("sshauth"),
            known_hosts: text("known_hosts"),
            known_hosts_verify: text("known_hosts_verify"),
            tls_priority,
            pkipath: text("pkipath"),
            authfile: text("authfile"),
            no_tty: set("no_tty"),
            no_verify: set("no_verify"),
            no_sanity: set("no_sanity"),
        })
    }
}
