//! What happens while a connection is opened, step by step: for the log, and for whoever asked to observe.
//!
//! Steps are reported from wherever they happen, by the thread that opens, without the functions in between knowing: the
//! observer stands in a thread-local place for the length of the open. A step nobody wants is not even made.
use oxivirt_log::{Level, Place, Source, source};
use oxivirt_protocol::remote::AuthType;
use oxivirt_sys::ThreadValue;
use std::cell::RefCell;
use std::fmt::{self, Debug, Display};
use std::os::fd::{AsFd, OwnedFd};
use std::panic::Location;
use std::sync::Arc;

/// Who connected sockets belong to, or the kernel's answer to who listens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Peer {
    /// The process that called listen(2).
    pub pid: i32,
    /// Its effective user at that time.
    pub uid: u32,
    /// Its effective group at that time.
    pub gid: u32,
}

/// Where the name of a connection comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The caller.
    Caller,
    /// LIBVIRT_DEFAULT_URI.
    Environment,
    /// `uri_default` of the configuration.
    Configuration,
    /// Nowhere: the daemon chooses its driver.
    Nowhere,
}

/// One step of opening a connection. Texts are for people; bytes that are not UTF-8 are replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Step {
    /// A configuration file was looked for.
    Configuration {
        /// Its path.
        path: String,
        /// It exists and was read.
        read: bool,
    },
    /// What is to be opened.
    Name {
        /// The text; empty when there is none.
        name: String,
        /// Whose wish it is.
        origin: Origin,
    },
    /// The name is an alias.
    Alias {
        /// The name.
        name: String,
        /// What the configuration says it means.
        uri: String,
    },
    /// How the daemon will be reached and what it will be asked.
    Target {
        /// `unix`, `tls`, `ssh` …
        transport: &'static str,
        /// The other host, for transports that leave this one.
        host: Option<String>,
        /// The port that the URI names; 0 for the transport's own.
        port: u16,
        /// The user on the other host.
        user: Option<String>,
        /// The daemon's socket, on whichever host it is.
        socket: Option<String>,
        /// What is started when nobody listens.
        program: Option<String>,
        /// What the daemon will be asked to open; empty lets it choose.
        name: String,
        /// The flags of that request: read-only 1, session 2, may be started 4.
        flags: u32,
    },
    /// A host name became addresses.
    Resolved {
        /// The name.
        host: String,
        /// In the order in which they are tried.
        addresses: Vec<String>,
    },
    /// An address or socket is tried.
    Connecting {
        /// What is tried.
        to: String,
    },
    /// A program is run to reach the daemon.
    Command {
        /// The program and its arguments.
        words: Vec<String>,
    },
    /// The daemon is started because nobody listens.
    Starting {
        /// The program.
        program: String,
    },
    /// Whoever wants the connection is asked something on the way to the daemon: whether a host key is right, what
    /// opens a key, a password.
    Question {
        /// The question, without its answer.
        text: String,
    },
    /// Somebody accepted the connection.
    Connected {
        /// What was reached.
        to: String,
        /// Who listens there, when it is this host.
        peer: Option<Peer>,
    },
    /// A certificate, or a host key, was looked at.
    Certificate {
        /// What was found.
        text: String,
    },
    /// The server's certificate was refused.
    Refused {
        /// Why.
        reason: String,
    },
    /// The connection is encrypted from here on.
    Encrypted {
        /// How.
        text: String,
    },
    /// The daemon accepted our certificate and address.
    Admitted,
    /// The daemon named the ways to authenticate, the one it prefers first.
    AuthOffered {
        /// `none`, `sasl`, `polkit`.
        methods: Vec<String>,
    },
    /// Authentication begins.
    Authenticating {
        /// The method.
        method: String,
    },
    /// The daemon named its SASL mechanisms.
    Mechanisms {
        /// Separated by blanks or commas.
        offered: String,
    },
    /// A SASL mechanism begins.
    Mechanism {
        /// Its name.
        name: String,
    },
    /// Names and passwords were looked for in a file.
    Credentials {
        /// The file; `None` when there is none.
        path: Option<String>,
    },
    /// Authentication succeeded.
    Authenticated,
    /// The daemon was asked for a feature.
    Feature {
        /// A `VIR_DRV_FEATURE_*`.
        feature: i32,
        /// The answer.
        supported: bool,
    },
    /// The daemon is asked to open the driver.
    Opening {
        /// What it is asked to open.
        name: String,
        /// With which flags.
        flags: u32,
    },
    /// The daemon opened the driver.
    Opened,
    /// The connection stands.
    Done {
        /// As virConnectGetURI prints it.
        uri: String,
    },
}

impl Step {
    /// Returns a short name that does not change between versions.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Configuration { .. } => "configuration",
            Self::Name { .. } => "name",
            Self::Alias { .. } => "alias",
            Self::Target { .. } => "target",
            Self::Resolved { .. } => "resolved",
            Self::Connecting { .. } => "connecting",
            Self::Command { .. } => "command",
            Self::Starting { .. } => "starting",
            Self::Question { .. } => "question",
            Self::Connected { .. } => "connected",
            Self::Certificate { .. } => "certificate",
            Self::Refused { .. } => "refused",
            Self::Encrypted { .. } => "encrypted",
            Self::Admitted => "admitted",
            Self::AuthOffered { .. } => "auth-offered",
            Self::Authenticating { .. } => "authenticating",
            Self::Mechanisms { .. } => "mechanisms",
            Self::Mechanism { .. } => "mechanism",
            Self::Credentials { .. } => "credentials",
            Self::Authenticated => "authenticated",
            Self::Feature { .. } => "feature",
            Self::Opening { .. } => "opening",
            Self::Opened => "opened",
            Self::Done { .. } => "done",
        }
    }

    /// Returns the log's category.
    fn source(&self) -> &'static Source {
        match self {
            Self::Configuration { .. } => &source::CONF,
            Self::Name { .. } | Self::Alias { .. } => &source::URI,
            Self::Resolved { .. }
            | Self::Connecting { .. }
            | Self::Command { .. }
            | Self::Starting { .. }
            | Self::Connected { .. } => &source::RPC_SOCKET,
            Self::Certificate { .. } | Self::Refused { .. } | Self::Encrypted { .. } | Self::Admitted => {
                &source::RPC_TLS
            }
            _ => &source::REMOTE,
        }
    }
}

impl Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Configuration { path, read: true } => write!(f, "configuration {path}: read"),
            Self::Configuration { path, read: false } => write!(f, "configuration {path}: none"),
            Self::Name { name, origin } => match origin {
                Origin::Caller => write!(f, "name '{name}'"),
                Origin::Environment => write!(f, "name '{name}' from LIBVIRT_DEFAULT_URI"),
                Origin::Configuration => write!(f, "name '{name}' from uri_default"),
                Origin::Nowhere => f.write_str("no name: the daemon chooses its driver"),
            },
            Self::Alias { name, uri } => write!(f, "'{name}' is an alias of '{uri}'"),
            Self::Target { .. } => self.target(f),
            Self::Resolved { host, addresses } => {
                write!(f, "host {host} has the addresses {}", addresses.join(", "))
            }
            Self::Connecting { to } => write!(f, "connecting to {to}"),
            Self::Command { words } => write!(f, "running {}", words.join(" ")),
            Self::Starting { program } => write!(f, "starting {program}"),
            Self::Question { text } => write!(f, "question: {text}"),
            Self::Connected { to, peer: None } => write!(f, "connected to {to}"),
            Self::Connected { to, peer: Some(Peer { pid, uid, gid }) } => {
                write!(f, "connected to {to}: process {pid}, user {uid}, group {gid}")
            }
            Self::Certificate { text } => write!(f, "certificate: {text}"),
            Self::Refused { reason } => write!(f, "the server's certificate is refused: {reason}"),
            Self::Encrypted { text } => write!(f, "encrypted: {text}"),
            Self::Admitted => f.write_str("the daemon admits this client"),
            Self::AuthOffered { methods } => {
                write!(f, "authentication offered: {}", methods.join(", "))
            }
            Self::Authenticating { method } => write!(f, "authenticating with {method}"),
            Self::Mechanisms { offered } => write!(f, "SASL mechanisms offered: {offered}"),
            Self::Mechanism { name } => write!(f, "authenticating with SASL mechanism {name}"),
            Self::Credentials { path: Some(path) } => {
                write!(f, "names and passwords are looked for in {path}")
            }
            Self::Credentials { path: None } => f.write_str("there is no file of names and passwords (auth.conf)"),
            Self::Authenticated => f.write_str("authenticated"),
            Self::Feature { feature, supported } => {
                let answer = if *supported { "yes" } else { "no" };
                write!(f, "feature {feature}: {answer}")
            }
            Self::Opening { name, flags } => {
                write!(f, "asking for '{name}' with flags {flags:#x}")
            }
            Self::Opened => f.write_str("the daemon opened it"),
            Self::Done { uri } => write!(f, "connection to {uri} is open"),
        }
    }
}

impl Step {
    fn target(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Target { transport, host, port, user, socket, program, .. } = self else {
            return Ok(());
        };
        write!(f, "transport {transport}")?;
        if let Some(host) = host {
            write!(f, ", host {host}")?;
        }
        if *port != 0 {
            write!(f, ", port {port}")?;
        }
        if let Some(user) = user {
            write!(f, ", user {user}")?;
        }
        if let Some(socket) = socket {
            write!(f, ", socket {socket}")?;
        }
        if let Some(program) = program {
            write!(f, ", may start {program}")?;
        }
        Ok(())
    }
}

/// Who wants to know what an open does.
pub trait OpenObserver: Debug + Send + Sync {
    /// Called by the thread that opens, in the order of events. What takes long here makes the open take long.
    fn step(&self, step: &Step);
}

thread_local! {
    static OBSERVER: ThreadValue<RefCell<Option<Arc<dyn OpenObserver>>>> = const { ThreadValue::new() };
}

/// While this lives, its thread reports to the observer.
#[derive(Debug)]
pub(crate) struct ObserverGuard(Option<Arc<dyn OpenObserver>>);

/// Makes `observer` hear of the steps from now on; an open inside an observer's call has its own.
pub(crate) fn observe(observer: Option<Arc<dyn OpenObserver>>) -> ObserverGuard {
    ObserverGuard(OBSERVER.with(|current| current.with(|current| current.replace(observer))))
}

impl Drop for ObserverGuard {
    fn drop(&mut self) {
        let earlier = self.0.take();
        OBSERVER.with(|current| current.with(|current| current.replace(earlier)));
    }
}

/// Returns true if a line of any step could be wanted.
fn logged() -> bool {
    [&source::CONF, &source::URI, &source::RPC_SOCKET, &source::RPC_TLS, &source::REMOTE]
        .iter()
        .any(|source| source.wants(Level::Debug))
}

/// Reports a step; `step` is called only if somebody wants it.
#[track_caller]
pub(crate) fn report(step: impl FnOnce() -> Step) {
    if wanted() {
        emit(&step(), Location::caller());
    }
}

/// Returns true if anybody looks. Not inlined, as it would be once for each step there is.
#[inline(never)]
fn wanted() -> bool {
    OBSERVER.with(|current| current.with(|current| current.borrow().is_some())) || logged()
}

#[inline(never)]
fn emit(step: &Step, at: &Location<'_>) {
    let source = step.source();
    if source.wants(Level::Debug) {
        let place = Place { file: at.file(), line: at.line(), function: "open" };
        oxivirt_log::write(source, Level::Debug, &place, format_args!("{step}"));
    }
    // Cloned: the observer may open a connection of its own.
    let observer = OBSERVER.with(|current| current.with(|current| current.borrow().clone()));
    if let Some(observer) = observer {
        observer.step(step);
    }
}

/// Returns who listens at the other end of a socket of this host.
pub(crate) fn peer(socket: &OwnedFd) -> Option<Peer> {
    let found = oxivirt_sys::peer_credentials(socket.as_fd()).ok()?;
    Some(Peer { pid: found.pid, uid: found.uid, gid: found.gid })
}

/// Returns the step for the ways to authenticate that the daemon named.
pub(crate) fn offered(methods: &[AuthType]) -> Step {
    Step::AuthOffered { methods: methods.iter().copied().map(method).collect() }
}

/// Returns the step for SASL's mechanisms that the daemon named.
pub(crate) fn mechanisms(list: &[u8]) -> Step {
    Step::Mechanisms { offered: text(list) }
}

/// Returns the step for the one of them that was chosen.
pub(crate) fn mechanism(name: &str) -> Step {
    Step::Mechanism { name: name.to_owned() }
}

/// Returns a way to authenticate as the `auth` parameter spells it.
pub(crate) fn method(method: AuthType) -> String {
    match method {
        AuthType::NONE => "none".to_owned(),
        AuthType::SASL => "sasl".to_owned(),
        AuthType::POLKIT => "polkit".to_owned(),
        other => format!("number {}", other.0),
    }
}

/// Returns bytes as people read them.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[derive(Debug, Default)]
    struct Kinds(Mutex<Vec<&'static str>>);

    impl OpenObserver for Kinds {
        fn step(&self, step: &Step) {
            self.0.lock().unwrap().push(step.kind());
        }
    }

    #[test]
    fn observers_nest_and_end() {
        let (outer, inner) = (Arc::new(Kinds::default()), Arc::new(Kinds::default()));
        report(|| panic!("nobody asked"));
        {
            let _outer = observe(Some(outer.clone()));
            report(|| Step::Opened);
            {
                let _inner = observe(Some(inner.clone()));
                report(|| Step::Connecting { to: "x".to_owned() });
            }
            report(|| Step::Starting { program: "y".to_owned() });
        }
        report(|| panic!("nobody asks any more"));
        assert_eq!(*outer.0.lock().unwrap(), ["opened", "starting"]);
        assert_eq!(*inner.0.lock().unwrap(), ["connecting"]);
    }

    #[test]
    fn a_target_in_words() {
        let step = Step::Target {
            transport: "tls",
            host: Some("h".to_owned()),
            port: 7,
            user: None,
            socket: None,
            program: None,
            name: String::new(),
            flags: 0,
        };
        assert_eq!(step.to_string(), "transport tls, host h, port 7");
    }
}
