//! Procedures that the daemon answers itself: authentication, opening and closing, what it is able to do, whom a client acts for.
use super::incoming::{Incoming, Own, answer, arguments};
use super::opened::Opened;
use super::{Client, auth, registrations};
use crate::errors;
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::Connect;
use oxivirt_protocol::remote::{DriverFeature, Procedure};
use oxivirt_protocol::{Call, Guarded, Program, remote};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Returns what answers a procedure, `None` if the driver does.
pub(super) fn procedure(program: Program, number: u32) -> Option<Own> {
    if let Some(own) = registrations::procedure(program, number) {
        return Some(own);
    }
    if program != Program::REMOTE {
        return None;
    }
    Some(match Procedure(number) {
        Procedure::AUTH_LIST => auth::list,
        Procedure::AUTH_POLKIT => auth::polkit,
        Procedure::AUTH_SASL_INIT => auth::sasl_init,
        Procedure::AUTH_SASL_START => auth::sasl_start,
        Procedure::AUTH_SASL_STEP => auth::sasl_step,
        Procedure::CONNECT_OPEN => open,
        Procedure::CONNECT_CLOSE => |_, _, _| Ok(()),
        Procedure::CONNECT_SUPPORTS_FEATURE => supports_feature,
        Procedure::CONNECT_SET_IDENTITY => set_identity,
        Procedure::CONNECT_GET_URI => uri,
        Procedure::CONNECT_GET_TYPE => kind,
        Procedure::CONNECT_GET_LIB_VERSION => lib_version,
        _ => return None,
    })
}

/// Returns true for what a client may call that has not proven who it is.
pub(super) fn authenticates(program: Program, number: u32) -> bool {
    let own = [
        Procedure::AUTH_LIST,
        Procedure::AUTH_POLKIT,
        Procedure::AUTH_SASL_INIT,
        Procedure::AUTH_SASL_START,
        Procedure::AUTH_SASL_STEP,
    ];
    program == Program::REMOTE && own.contains(&Procedure(number))
}

/// Returns true for what the daemon answers without asking anybody.
pub(super) fn answers_at_once(program: Program, number: u32) -> bool {
    program == Program::REMOTE && [Procedure::AUTH_LIST, Procedure::CONNECT_CLOSE].contains(&Procedure(number))
}

/// Returns true for what opens the connection, or asks others about the client.
pub(super) fn opens(program: Program, number: u32) -> bool {
    let opens = program == Program::REMOTE && Procedure(number) == Procedure::CONNECT_OPEN;
    opens || authenticates(program, number)
}

/// Returns true for what may wait until a person has typed a password.
pub(super) fn waits_for_people(program: Program, number: u32) -> bool {
    program == Program::REMOTE && Procedure(number) == Procedure::AUTH_POLKIT
}

/// Returns true for the last call of a client.
pub(super) fn closes(program: Program, number: u32) -> bool {
    match program {
        Program::REMOTE => Procedure(number) == Procedure::CONNECT_CLOSE,
        Program::ADMIN => {
            oxivirt_protocol::admin::Procedure(number) == oxivirt_protocol::admin::Procedure::CONNECT_CLOSE
        }
        _ => false,
    }
}

fn open(client: &Client, call: &Incoming, _: &mut Vec<u8>) -> Result<()> {
    let args: remote::ConnectOpenArgs<'_> = arguments(call)?;
    if let Some(before) = client.session.lock().take() {
        // As in the stock daemon, which loses the connection that was open.
        client.close_session(&before);
        return Err(errors::internal(message!("connection already open")));
    }
    if args.flags & VIR_CONNECT_RO != 0 {
        client.read_only.store(true, Ordering::Relaxed);
    }
    let identity = client.acts_for()?;
    let name = args.name.as_ref().map(|name| name.as_bytes());
    let mut answer = client.daemon.opener.open(&client.wanted(name, &identity))?;
    let uri = answer.chosen.take().or(name.map(<[u8]>::to_vec)).unwrap_or_default();
    let link = client.link(answer, true);
    let opened = Opened::new(Arc::clone(&link), uri);
    if let Err(denied) = client.admits_own(&*link.session, call) {
        client.close_session(&opened);
        return Err(denied);
    }
    if client.conn.lock().ended {
        client.close_session(&opened);
        return Ok(());
    }
    *client.session.lock() = Some(opened);
    client.watch(&link);
    Ok(())
}

fn supports_feature(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let args: remote::ConnectSupportsFeatureArgs = arguments(call)?;
    let feature = DriverFeature(args.feature);
    if feature == DriverFeature::PROGRAM_KEEPALIVE {
        client.start_keepalive();
        return answer(&remote::ConnectSupportsFeatureRet { supported: 1 }, out);
    }
    let opened = client.opened().ok_or_else(|| errors::not_open(call.info))?;
    let own = [DriverFeature::FD_PASSING, DriverFeature::REMOTE_CLOSE_CALLBACK, DriverFeature::REMOTE_EVENT_CALLBACK];
    if own.contains(&feature) {
        return answer(&remote::ConnectSupportsFeatureRet { supported: 1 }, out);
    }
    if feature == DriverFeature::REMOTE {
        // Whoever asks speaks to a daemon already.
        return answer(&remote::ConnectSupportsFeatureRet { supported: 0 }, out);
    }
    client.dispatch(&opened.link, call, &mut Call::new(), out)
}

fn set_identity(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let args: remote::ConnectSetIdentityArgs<'_> = arguments(call)?;
    let opened = client.opened().ok_or_else(|| errors::not_open(call.info))?;
    client.claim(&args.params)?;
    for link in opened.links().iter().filter(|link| link.is_remote()) {
        client.dispatch(link, call, &mut Call::new(), out)?;
    }
    Ok(())
}

fn uri(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let opened = client.opened().ok_or_else(|| errors::not_open(call.info))?;
    answer(&remote::ConnectGetUriRet { uri: (&*opened.uri).into() }, out)
}

/// Answers who asks for the parent of a device that has none: drivers say so with an error, for which the protocol has an answer without
/// a name.
///
/// # Errors
/// Any other error.
pub(super) fn without_parent(call: &Incoming, error: Error, out: &mut Vec<u8>) -> Result<()> {
    let asks = Procedure(call.header.procedure) == Procedure::NODE_DEVICE_GET_PARENT;
    if !asks || error.code != ErrorCode::INTERNAL_ERROR {
        return Err(error);
    }
    answer(&remote::NodeDeviceGetParentRet { parent_name: None }, out)
}

fn kind(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let opened = client.opened().ok_or_else(|| errors::not_open(call.info))?;
    answer(&remote::ConnectGetTypeRet { r#type: opened.link.session.kind()?.into() }, out)
}

fn lib_version(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let opened = client.opened().ok_or_else(|| errors::not_open(call.info))?;
    let asked = {
        let guarded = Guarded::new(&*opened.link.session, client.is_read_only());
        guarded.connect_get_lib_version(&mut Call::new())
    };
    let lib_ver = match asked {
        Ok(answered) => answered.lib_ver,
        // A driver in this process is as new as the daemon.
        Err(error) if error.is_missing_method() => crate::LIBRARY_VERSION,
        Err(error) => return Err(error),
    };
    answer(&remote::ConnectGetLibVersionRet { lib_ver }, out)
}

impl Client {
    /// Pings from now on, if the configuration says so.
    fn start_keepalive(&self) {
        let config = &self.server.config;
        let Ok(interval @ 1..) = u64::try_from(config.keepalive_interval) else { return };
        let mut conn = self.conn.lock();
        conn.engine.start_keepalive(Duration::from_secs(interval), config.keepalive_count);
        self.daemon.mailbox.post(crate::mailbox::Task::Look(self.token));
    }
}
