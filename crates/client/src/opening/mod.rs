//! Opening: connect, authenticate, ask for features, in the order and with the arguments of the stock client.
mod deadlines;
mod helper;
mod request;
mod resolve;

pub use helper::connect_local;
pub use request::OpenRequest;

use deadlines::Deadlines;
use resolve::{Named, event_loop_wanted, resolve, resolve_admin, unparsable};

use crate::error;
use crate::remote::{Remote, VERSION};
use crate::steps::{self, Step};
use crate::transport;
use crate::{auth, choice};
use oxivirt_conf::Credentials;
use oxivirt_conf::{Conf, Env, ProcessEnv, Uri, path_text};
use oxivirt_model::Result;
use oxivirt_model::constants::VIR_CONNECT_NO_ALIASES;
use oxivirt_protocol::driver::{Admin, Connect};
use oxivirt_protocol::remote::DriverFeature;
use oxivirt_protocol::{Call, Program, Session, admin, qemu, remote};
use oxivirt_xdr::Str;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

/// Whose messages are accepted. Procedures this version does not know are passed over.
const PROGRAMS: &[oxivirt_rpc::Program] = &[
    oxivirt_rpc::Program {
        program: Program::REMOTE.0,
        version: VERSION,
        is_event: |procedure| remote::Procedure(procedure).info().map(|info| info.event),
    },
    oxivirt_rpc::Program {
        program: Program::QEMU.0,
        version: VERSION,
        is_event: |procedure| qemu::Procedure(procedure).info().map(|info| info.event),
    },
];

/// A connection that is about to be opened: the request, and what the configuration makes of it.
#[derive(Debug)]
pub struct Opening<'a> {
    request: OpenRequest<'a>,
    conf: Conf,
    named: Option<Named>,
    /// The observer hears of the steps until this ends.
    _observed: steps::ObserverGuard,
}

/// A connection that a driver in this process is about to open.
#[derive(Debug)]
pub struct LocalOpening<'a> {
    /// The URI, aliases replaced.
    pub uri: Uri,
    /// Nothing may be changed.
    pub read_only: bool,
    /// Answers authentication.
    pub credentials: Option<&'a mut dyn Credentials>,
}

impl<'a> Opening<'a> {
    /// Finds out what the request means: reads the configuration, replaces aliases.
    ///
    /// # Errors
    /// The configuration is wrong, or the name is no URI of a driver.
    pub fn begin(mut request: OpenRequest<'a>) -> Result<Self> {
        let observed = steps::observe(request.observer.take());
        let conf = load("libvirt.conf")?;
        let named = resolve(request.name, request.no_aliases, &conf, &ProcessEnv)?;
        Ok(Self { request, conf, named, _observed: observed })
    }

    /// Returns the URI; `None` lets a daemon choose.
    #[must_use]
    pub fn uri(&self) -> Option<&Uri> {
        self.named.as_ref().map(|named| &named.uri)
    }

    /// Returns the URI as it was written, aliases replaced; empty without one.
    #[must_use]
    pub fn name(&self) -> &[u8] {
        self.named.as_ref().map(|named| named.text.as_slice()).unwrap_or_default()
    }

    /// Returns what a driver that works in this process needs.
    ///
    /// # Errors
    /// There is no URI.
    pub fn local(self) -> Result<LocalOpening<'a>> {
        let OpenRequest { read_only, credentials, .. } = self.request;
        let named = self.named.ok_or_else(|| unparsable(b""))?;
        Ok(LocalOpening { uri: named.uri, read_only, credentials })
    }

    /// Opens it with the remote driver.
    ///
    /// # Errors
    /// The URI is bad, the daemon cannot be reached, authentication fails, or the daemon refuses.
    pub fn remote(self) -> Result<Arc<Remote>> {
        let uri = self.named.map(|named| named.uri);
        open_remote(self.request, &self.conf, uri)
    }
}

/// Opens a connection to the daemon that the request means, whatever driver the URI is for.
///
/// # Errors
/// As [`Opening::begin`] and [`Opening::remote`].
pub fn open(request: OpenRequest<'_>) -> Result<Arc<Remote>> {
    Opening::begin(request)?.remote()
}

fn open_remote(mut request: OpenRequest<'_>, conf: &Conf, uri: Option<Uri>) -> Result<Arc<Remote>> {
    let target = choice::choose(uri.as_ref(), request.read_only, conf, &ProcessEnv)?;
    steps::report(|| target.step());
    let limits = Deadlines::of(uri.as_ref(), conf, &ProcessEnv)?.overruled_by(request.timeout);
    let auto = event_loop_wanted(uri.as_ref(), conf)?;
    let start = request.start_event_loop.filter(|_| auto);
    // Asked even when there is a loop: one of our own does not survive a fork.
    let event_loop = start.map_or(request.event_loop, |start| start());
    let deadline = limits.connect_until();
    let attach = |channel| {
        let mut connection = Remote::new(channel, PROGRAMS, Program::REMOTE);
        connection.set_opening_until(deadline);
        connection.set_call_timeout(limits.call);
        connection.features().event_loop = event_loop;
        connection.features().read_only = request.read_only;
        connection
    };
    let credentials = lend(&mut request.credentials);
    let mut connection = attach(transport::connect(&target, credentials, deadline)?);
    let credentials = lend(&mut request.credentials);
    if let Err(error) = auth::authenticate(&mut connection, &target, credentials) {
        let status = connection.process_status();
        connection = attach(transport::detour(&target, status, deadline).ok_or(error)??);
        auth::authenticate(&mut connection, &target, request.credentials)?;
    }
    if event_loop {
        connection.features().keepalive = supports(&connection, DriverFeature::PROGRAM_KEEPALIVE, deadline)?;
    }
    let args = remote::ConnectOpenArgs { name: Some(Str(Cow::Borrowed(&target.name))), flags: target.flags };
    steps::report(|| Step::Authenticated);
    steps::report(|| Step::Opening { name: steps::text(&target.name), flags: target.flags });
    connection.connect_open(&mut Call::default(), &args)?;
    steps::report(|| Step::Opened);
    let uri = match uri {
        Some(uri) => uri,
        None => {
            let mut call = Call::default();
            let reply = connection.connect_get_uri(&mut call)?;
            let text = reply.uri.as_bytes();
            Uri::parse(text).ok_or_else(|| unparsable(text))?
        }
    };
    connection.features().uri = uri.format();
    connection.features().event_filter = supports(&connection, DriverFeature::REMOTE_EVENT_CALLBACK, deadline)?;
    connection.features().close_callback = supports(&connection, DriverFeature::REMOTE_CLOSE_CALLBACK, deadline)?;
    connection.set_opening_until(None);
    steps::report(|| Step::Done { uri: steps::text(connection.uri()) });
    Ok(Arc::new(connection))
}

/// Opens a connection to a daemon's admin socket. `name` is `libvirtd:///system`, `virtqemud:///session` …; `None`:
/// LIBVIRT_ADMIN_DEFAULT_URI, else `uri_default` of the configuration, else libvirtd of the system (for root) or of the
/// user.
///
/// # Errors
/// The URI is bad, the daemon cannot be reached, or it refuses.
pub fn open_admin(name: Option<&[u8]>, flags: u32) -> Result<Arc<Remote>> {
    let conf = load("libvirt-admin.conf")?;
    let uri = resolve_admin(name, flags & VIR_CONNECT_NO_ALIASES != 0, &conf, &ProcessEnv)?;
    let socket = choice::admin_socket(&uri, &ProcessEnv)?;
    let limits = Deadlines::of(Some(&uri), &conf, &ProcessEnv)?;
    let deadline = limits.connect_until();
    let channel = transport::connect_unix(&socket, None, deadline)?;
    let mut connection = Remote::new(channel, PROGRAMS, Program::ADMIN);
    connection.set_opening_until(deadline);
    connection.set_call_timeout(limits.call);
    connection.features().uri = uri.format();
    let args = admin::ConnectOpenArgs {
        // For this side only.
        flags: flags & !VIR_CONNECT_NO_ALIASES,
    };
    if let Err(refused) = connection.admin_connect_open(&mut Call::default(), &args) {
        // The stock client says goodbye here too; the refusal is what the caller needs to know.
        let _ = connection.close();
        return Err(refused);
    }
    connection.set_opening_until(None);
    Ok(Arc::new(connection))
}

/// Reads a configuration file of the user (or of root).
fn load(name: &str) -> Result<Conf> {
    steps::report(|| {
        let path = oxivirt_conf::location(name, &ProcessEnv);
        Step::Configuration { path: path_text(&path), read: ProcessEnv.exists(&path) }
    });
    Conf::load(name, &ProcessEnv)
}

/// Credentials are asked more than once: by the transport, by the daemon, and on another way to it.
fn lend<'a>(credentials: &'a mut Option<&mut dyn Credentials>) -> Option<&'a mut (dyn Credentials + 'a)> {
    match credentials {
        Some(credentials) => Some(&mut **credentials),
        None => None,
    }
}

/// Whether the daemon has a feature; a failed question counts as no.
///
/// # Errors
/// The deadline of opening passed: then nothing is known of the daemon's features.
fn supports(connection: &Remote, feature: DriverFeature, deadline: Option<Instant>) -> Result<bool> {
    let args = remote::ConnectSupportsFeatureArgs { feature: feature.0 };
    let supported = match connection.connect_supports_feature(&mut Call::default(), &args) {
        Ok(reply) => reply.supported != 0,
        Err(error) if error::late(deadline) => return Err(error),
        Err(_) => false,
    };
    steps::report(|| Step::Feature { feature: feature.0, supported });
    Ok(supported)
}

#[cfg(test)]
mod tests;
