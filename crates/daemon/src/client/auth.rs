//! How a client proves who it is: polkit decides about its process, or SASL about its name, where its socket asks for that; and the
//! certificate that it showed to TLS.
use super::Client;
use super::conn::Conn;
use super::incoming::{Incoming, answer, arguments};
use super::wrap::{Sasl, Wrap};
use crate::errors;
use crate::mailbox::Task;
use crate::peer::{Peer, Transport};
use crate::server::Auth;
use oxivirt_log::{log, source::RPC_SERVER};
use oxivirt_model::{Error, Result};
use oxivirt_protocol::remote::{self, AuthType};
use oxivirt_rpc::Cause;
use oxivirt_sys::{SASL_NO_ANONYMOUS, SASL_NO_PLAINTEXT, SaslServer, SaslStep};
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Instant;

/// Bits of encryption without which a client of a socket that nothing else encrypts is not let in, whatever was asked of SASL.
const LEAST_STRENGTH: u32 = 56;
/// More than any mechanism has.
const MOST_STRENGTH: u32 = 100_000;
/// Bytes that one message of SASL may have.
const MOST_DATA: usize = 65_536;

pub(super) fn list(client: &Client, _: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let kind = match client.auth {
        Auth::Polkit if client.peer.is_root() => {
            // root may do everything: polkit is not asked.
            client.prove();
            AuthType::NONE
        }
        Auth::Polkit if !client.is_authenticated() => AuthType::POLKIT,
        Auth::Sasl if !client.is_authenticated() => AuthType::SASL,
        Auth::Polkit | Auth::Sasl | Auth::None => AuthType::NONE,
    };
    answer(&remote::AuthListRet { types: vec![kind] }, out)
}

pub(super) fn polkit(client: &Client, _: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    if client.auth != Auth::Polkit || client.is_authenticated() {
        return Err(failed("client tried invalid PolicyKit init request"));
    }
    let action = if client.is_read_only() { "org.libvirt.unix.monitor" } else { "org.libvirt.unix.manage" };
    let identity = client.identity()?;
    client.daemon.policy.polkit.admit(action, identity)?;
    client.prove();
    answer(&remote::AuthPolkitRet { complete: 1 }, out)
}

pub(super) fn sasl_init(client: &Client, _: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let mut state = client.sasl.lock();
    if client.auth != Auth::Sasl || client.is_authenticated() || !matches!(*state, Sasl::Nothing) {
        return Err(failed("client tried invalid SASL init request"));
    }
    let mut sasl = client.sasl_server().map_err(failed)?;
    let mechlist = sasl.mechanisms().map_err(failed)?;
    *state = Sasl::Begun(sasl);
    answer(&remote::AuthSaslInitRet { mechlist: mechlist.into() }, out)
}

pub(super) fn sasl_start(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let args: remote::AuthSaslStartArgs<'_> = arguments(call)?;
    let data = (args.nil == 0).then_some(args.data.as_slice());
    client.sasl(|sasl| sasl.start(args.mech.as_bytes(), data), out)
}

pub(super) fn sasl_step(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let args: remote::AuthSaslStepArgs = arguments(call)?;
    let data = (args.nil == 0).then_some(args.data.as_slice());
    client.sasl(|sasl| sasl.step(data), out)
}

/// Returns the error of every failure: why is for the log alone.
fn failed(why: impl AsRef<str>) -> Error {
    log!(RPC_SERVER, Error, "failed", "authentication failed: {}", why.as_ref());
    errors::authentication_failed()
}

/// Returns an address as SASL wants it.
fn written(address: SocketAddr) -> String {
    format!("{};{}", address.ip().to_canonical(), address.port())
}

impl Client {
    /// Starts a conversation: what mechanisms there are depends on how the client came.
    fn sasl_server(&self) -> std::result::Result<SaslServer, String> {
        let (local, remote) = match &self.peer {
            Peer::Process(..) => (None, None),
            Peer::Address(remote) => (self.conn.lock().local_address(), Some(*remote)),
        };
        let (local, remote) = (local.map(written), remote.map(written));
        let mut sasl = SaslServer::new(c"libvirt", local.as_deref(), remote.as_deref())?;
        match self.transport {
            Transport::Tcp => {
                let least = self.daemon.policy.sasl_min_strength;
                sasl.set_security((least, MOST_STRENGTH), SASL_NO_ANONYMOUS | SASL_NO_PLAINTEXT)?;
            }
            Transport::Tls => {
                sasl.set_external_strength(self.conn.lock().tls().map_or(0, super::wrap::Tls::strength))?;
                sasl.set_security((0, 0), 0)?;
            }
            Transport::Unix => sasl.set_security((0, 0), 0)?,
        }
        Ok(sasl)
    }

    /// Takes one step. A conversation that failed is over; the client may begin another.
    fn sasl(
        &self,
        step: impl FnOnce(&mut SaslServer) -> std::result::Result<SaslStep, String>,
        out: &mut Vec<u8>,
    ) -> Result<()> {
        let mut state = self.sasl.lock();
        let mut sasl = match std::mem::replace(&mut *state, Sasl::Nothing) {
            Sasl::Begun(sasl) => sasl,
            other => {
                *state = other;
                return Err(failed("client tried invalid SASL start request"));
            }
        };
        let SaslStep { data, complete } =
            step(&mut sasl).map_err(|why| failed(format!("Failed to start SASL negotiation: {why}")))?;
        if data.as_ref().is_some_and(|data| data.len() > MOST_DATA) {
            return Err(failed("sasl start reply data too long"));
        }
        *state = if complete { Sasl::Proven(self.proven(sasl)?) } else { Sasl::Begun(sasl) };
        let nil = i32::from(data.is_none());
        let data = data.unwrap_or_default();
        answer(&remote::AuthSaslStartRet { complete: complete.into(), nil, data }, out)
    }

    /// Looks whether whom SASL found is let in. Returns what protects the bytes that follow, if it was agreed on something.
    fn proven(&self, sasl: SaslServer) -> Result<Option<(SaslServer, usize)>> {
        let strength = sasl.strength().map_err(failed)?;
        if self.transport == Transport::Tcp && strength < LEAST_STRENGTH {
            return Err(failed(format!("negotiated SSF {strength} was not strong enough")));
        }
        let user = sasl.user_name().map_err(failed)?;
        if !self.daemon.policy.sasl_users.allows(&user) {
            return Err(failed(format!(
                "SASL client identity '{}' not allowed by ACL",
                String::from_utf8_lossy(&user)
            )));
        }
        let most = sasl.most_output().map_err(failed)?.max(1);
        self.sasl_user.get_or_init(|| user);
        Ok((strength > 0).then_some((sasl, most)))
    }

    /// Follows the last answer to SASL, under the lock of the connection: from now on the client is somebody. Returns what all that
    /// follows the answer travels in. Bytes that came before it in the old form, which anybody on the way could have added, end the
    /// connection.
    pub(super) fn take_proof(&self, conn: &mut Conn) -> Option<Wrap> {
        let mut state = self.sasl.lock();
        let layer = match std::mem::replace(&mut *state, Sasl::Nothing) {
            Sasl::Proven(layer) => layer,
            other => {
                *state = other;
                return None;
            }
        };
        *state = Sasl::Done;
        drop(state);
        if layer.is_some() && !conn.engine.is_last_input() {
            conn.engine.close(Cause::Layer("something was sent behind the last message of SASL".to_owned()));
            return None;
        }
        self.prove();
        layer.map(|(sasl, most)| Wrap::Sasl(sasl, most))
    }

    /// Notes what TLS found, once it let the client in.
    pub(super) fn note_tls(&self, conn: &Conn) {
        let Some(tls) = conn.tls().filter(|tls| tls.is_admitted()) else { return };
        if self.certified.get().is_none() {
            self.certified.get_or_init(|| tls.name().map(str::to_owned));
            if self.auth == Auth::None {
                self.prove();
            }
        }
    }

    /// Returns when the connection ends because the client has not proven who it is. Time that a person takes to type a password for
    /// polkit counts as well.
    pub(super) fn authentication_deadline(&self) -> Option<Instant> {
        self.deadline.filter(|_| !self.is_authenticated())
    }

    /// Notes that the client has proven who it is.
    fn prove(&self) {
        self.server.authenticated(self, || !self.authenticated.swap(true, Ordering::AcqRel));
        self.daemon.mailbox.post(Task::Accept);
    }
}
