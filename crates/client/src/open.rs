//! Opening: connect, authenticate, ask for features, in the order and with the arguments of the stock client.
use crate::auth;
use crate::choice::{self, Process, Surroundings};
use crate::remote::{Remote, VERSION};
use crate::request::{OpenRequest, resolve, unparsable};
use crate::transport;
use crate::uri::Uri;
use oxivirt_model::Result;
use oxivirt_protocol::driver::{Admin, Connect};
use oxivirt_protocol::{Call, Program, Session, admin, qemu, remote};
use oxivirt_xdr::Str;
use std::borrow::Cow;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;

/// VIR_DRV_FEATURE_PROGRAM_KEEPALIVE: the daemon answers pings.
const FEATURE_KEEPALIVE: i32 = 10;
/// VIR_DRV_FEATURE_REMOTE_EVENT_CALLBACK: the daemon filters events.
const FEATURE_EVENT_CALLBACK: i32 = 14;
/// VIR_DRV_FEATURE_REMOTE_CLOSE_CALLBACK: the daemon reports the end of a connection it forwards to.
const FEATURE_CLOSE_CALLBACK: i32 = 15;

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

/// Opens a connection to the daemon that the request means.
///
/// # Errors
/// The URI is bad, the daemon cannot be reached, authentication fails, or the daemon refuses.
pub fn open(request: OpenRequest<'_>) -> Result<Arc<Remote>> {
    let uri = resolve(request.name, &Process)?;
    let target = choice::choose(uri.as_ref(), request.read_only, &Process)?;
    let channel = transport::connect(&target, None)?;
    let mut connection = Remote::new(channel, PROGRAMS, Program::REMOTE);
    connection.learned().event_loop = request.event_loop;
    auth::authenticate(&mut connection, &target, request.credentials)?;
    if request.event_loop {
        connection.learned().keepalive = supports(&connection, FEATURE_KEEPALIVE);
    }
    let args = remote::ConnectOpenArgs {
        name: Some(Str(Cow::Borrowed(&target.name))),
        flags: target.flags,
    };
    connection.connect_open(&mut Call::default(), &args)?;
    let uri = match uri {
        Some(uri) => uri,
        None => {
            let mut call = Call::default();
            let reply = connection.connect_get_uri(&mut call)?;
            let text = reply.uri.as_bytes();
            Uri::parse(text).ok_or_else(|| unparsable(text))?
        }
    };
    connection.learned().uri = uri.format();
    connection.learned().event_filter = supports(&connection, FEATURE_EVENT_CALLBACK);
    connection.learned().close_callback = supports(&connection, FEATURE_CLOSE_CALLBACK);
    Ok(Arc::new(connection))
}

/// Opens a connection to a daemon's admin socket. `name` is `libvirtd:///system`, `virtqemud:///session` …; `None`:
/// LIBVIRT_ADMIN_DEFAULT_URI, else libvirtd of the system (for root) or of the user.
///
/// # Errors
/// The URI is bad, the daemon cannot be reached, or it refuses.
pub fn open_admin(name: Option<&[u8]>, flags: u32) -> Result<Arc<Remote>> {
    /// VIR_CONNECT_NO_ALIASES: for this side only.
    const NO_ALIASES: u32 = 2;
    let uri = admin_uri(name, &Process)?;
    let socket = choice::admin_socket(&uri, &Process)?;
    let channel = transport::connect_unix(&socket)?;
    let mut connection = Remote::new(channel, PROGRAMS, Program::ADMIN);
    connection.learned().uri = uri.format();
    let args = admin::ConnectOpenArgs {
        flags: flags & !NO_ALIASES,
    };
    if let Err(refused) = connection.admin_connect_open(&mut Call::default(), &args) {
        // The stock client says goodbye here too; the refusal is what the caller needs to know.
        let _ = connection.close();
        return Err(refused);
    }
    Ok(Arc::new(connection))
}

/// The admin URI of a request.
fn admin_uri(name: Option<&[u8]>, around: &impl Surroundings) -> Result<Uri> {
    let default = || {
        let own = if around.privileged() {
            "libvirtd:///system"
        } else {
            "libvirtd:///session"
        };
        let set = around.variable("LIBVIRT_ADMIN_DEFAULT_URI");
        set.map_or_else(|| own.into(), OsStringExt::into_vec)
    };
    // The configuration's uri_default and uri_aliases belong here.
    let text = name.map_or_else(default, <[u8]>::to_vec);
    Uri::parse(&text).ok_or_else(|| unparsable(&text))
}

/// Whether the daemon has a feature; a failed question counts as no.
fn supports(connection: &Remote, feature: i32) -> bool {
    let args = remote::ConnectSupportsFeatureArgs { feature };
    let reply = connection.connect_supports_feature(&mut Call::default(), &args);
    reply.is_ok_and(|reply| reply.supported != 0)
}

#[cfg(test)]
#[path = "open_tests.rs"]
mod tests;
