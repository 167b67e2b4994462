//! Sessions of other daemons on this machine: each scheme has the socket of its daemon. What passes stays as it is, unless it is to be
//! decoded and encoded again, as a test of both.
use crate::errors;
use crate::group::Group;
use crate::local::{no_driver, with_transport};
use crate::opener::{Done, Forward, Opened, Opener, Wanted};
use oxivirt_client::{EncodedCall, OpenRequest, Remote};
use oxivirt_conf::{Env, ProcessEnv, Uri};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::Auth;
use oxivirt_protocol::{Call, Identity, Program, Transact, remote};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Hypervisors that are looked for when a client names none, in the order in which the stock daemon tries them.
const SYSTEM_DRIVERS: &[&str] = &["xen", "qemu", "lxc", "vbox", "bhyve", "vz"];
/// Those that a user's daemon looks for.
const SESSION_DRIVERS: &[&str] = &["qemu", "vbox"];
/// Schemes of hypervisors whose daemons leave networks, storage and so on to others.
const HYPERVISORS: &[&str] = &["qemu", "xen", "lxc", "vbox", "bhyve", "vz", "parallels", "ch"];
/// Where daemons are installed.
const PROGRAMS: &str = "/usr/sbin";

/// The daemons whose sockets are in one folder.
#[derive(Debug)]
pub struct Direct {
    folder: PathBuf,
    /// They are the system's: there are sockets for reading only, too, and nobody starts a daemon that does not listen.
    system: bool,
    /// All that passes is decoded and encoded again.
    decodes: bool,
}

/// Returns true if the environment asks for all that passes to be decoded and encoded again (`OXIVIRT_PROXY_DECODE=1`), which is a
/// test of the codec, the guard and the dispatch.
#[must_use]
pub fn decodes() -> bool {
    oxivirt_sys::variable("OXIVIRT_PROXY_DECODE").is_some_and(|value| value == "1")
}

impl Direct {
    /// Makes the opener for the daemons of a folder; `system`: they are the system's, not a user's.
    #[must_use]
    pub fn new(folder: PathBuf, system: bool) -> Self {
        Self { folder, system, decodes: false }
    }

    /// The same, decoding and encoding again all that passes.
    #[must_use]
    pub fn decoding(self, decodes: bool) -> Self {
        Self { decodes, ..self }
    }

    fn socket(&self, scheme: &str, read_only: bool) -> PathBuf {
        let suffix = if read_only && self.system { "-ro" } else { "" };
        self.folder.join(format!("virt{scheme}d-sock{suffix}"))
    }

    /// Returns the URI of the first hypervisor whose daemon listens or, for a user, can be started.
    fn probe(&self, read_only: bool, env: &impl Env) -> Option<Vec<u8>> {
        let (drivers, path) = if self.system { (SYSTEM_DRIVERS, "system") } else { (SESSION_DRIVERS, "session") };
        let listens = |scheme: &&&str| env.exists(&self.socket(scheme, read_only));
        let installed =
            |scheme: &&&str| !self.system && env.exists(&Path::new(PROGRAMS).join(format!("virt{scheme}d")));
        let scheme = drivers.iter().find(listens).or_else(|| drivers.iter().find(installed))?;
        Some(format!("{scheme}:///{path}").into_bytes())
    }

    /// Returns the URI that leads to the daemon of a scheme.
    fn daemon_uri(&self, name: &[u8], read_only: bool, env: &impl Env) -> Result<Vec<u8>> {
        let mut uri = parsed(name)?;
        let Some(scheme) = uri.scheme.clone() else {
            return Err(no_driver(message!("URI '%1$s' does not include a driver name", name)));
        };
        if scheme.contains(&b'+') || uri.server.is_some() {
            return Err(with_transport(name));
        }
        if uri.parameter("mode").is_some_and(|mode| mode != b"direct") {
            let text = message!("Connections from inside daemon must be direct");
            return Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text));
        }
        let socket = self.socket(&String::from_utf8_lossy(&scheme), read_only);
        uri.scheme = Some([&scheme[..], b"+unix"].concat());
        if uri.parameter("socket").is_some() {
            return Ok(uri.format());
        }
        let more = if self.system || env.exists(&socket) {
            format!("socket={}", socket.display())
        } else {
            // It is started; without a user's socket that says where, which is where this daemon has its own.
            "mode=direct".to_owned()
        };
        let query = uri.query.take().filter(|query| !query.is_empty());
        uri.query = Some(match query {
            Some(query) => [&query[..], b"&", more.as_bytes()].concat(),
            None => more.into_bytes(),
        });
        Ok(uri.format())
    }

    /// Opens the URI in the daemon of its scheme, for whom the client acts.
    fn connect(&self, name: &[u8], wanted: &Wanted<'_>) -> Result<Opened> {
        let uri = self.daemon_uri(name, wanted.read_only, &ProcessEnv)?;
        let request = OpenRequest {
            name: Some(&uri),
            no_aliases: true,
            read_only: wanted.read_only,
            event_loop: true,
            ..OpenRequest::default()
        };
        let session = oxivirt_client::open(request)?;
        tell_identity(&session, wanted.identity)?;
        session.watch_edges();
        let forward: Option<Arc<dyn Forward>> = if self.decodes { None } else { Some(Arc::clone(&session) as _) };
        Ok(Opened { session, forward, chosen: None })
    }
}

fn parsed(name: &[u8]) -> Result<Uri> {
    Uri::parse(name).ok_or_else(|| {
        Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, message!("Unable to parse URI %1$s", name))
    })
}

/// Tells the daemon behind for whom the session acts: it would else take this daemon's user, which may do everything.
fn tell_identity(session: &Remote, identity: &Identity) -> Result<()> {
    let args = remote::ConnectSetIdentityArgs { params: crate::identity::params(identity), flags: 0 };
    match session.connect_set_identity(&mut Call::new(), &args) {
        // Daemons before 5.8.0 know whom they speak to only by the socket.
        Err(error) if error.code == ErrorCode::NO_SUPPORT || error.code == ErrorCode::RPC => Ok(()),
        told => told,
    }
}

impl Opener for Direct {
    fn open(&self, wanted: &Wanted<'_>) -> Result<Opened> {
        if let Some(name) = wanted.uri.filter(|name| !name.is_empty()) {
            return self.connect(name, wanted);
        }
        let name = self.probe(wanted.read_only, &ProcessEnv).ok_or_else(errors::no_connection)?;
        let opened = self.connect(&name, wanted)?;
        Ok(Opened { chosen: Some(name), ..opened })
    }

    fn open_group(&self, uri: &[u8], group: Group, wanted: &Wanted<'_>) -> Result<Option<Opened>> {
        let uri = parsed(uri)?;
        let scheme = String::from_utf8_lossy(uri.scheme.as_deref().unwrap_or_default());
        let splits = HYPERVISORS.contains(&&*scheme) && uri.parameter("socket").is_none();
        // Filters are the system's alone.
        let known = self.system || group != Group::Nwfilter;
        if !splits || !known || !ProcessEnv.exists(&self.socket(group.scheme(), wanted.read_only)) {
            return Ok(None);
        }
        let path = if self.system { "system" } else { "session" };
        self.connect(format!("{}:///{path}", group.scheme()).as_bytes(), wanted).map(Some)
    }
}

impl Forward for Remote {
    fn forward(&self, call: &mut Call, program: Program, procedure: u32, payload: &[u8]) -> Result<()> {
        self.transact(call, program, procedure, &|w| w.encoded(payload))
    }

    fn start(&self, call: EncodedCall<'_>, done: Done) -> Result<bool> {
        self.start(call, done)
    }

    fn starts(&self) -> bool {
        self.has_no_deadlines()
    }
}

#[cfg(test)]
#[path = "direct_tests.rs"]
mod tests;
