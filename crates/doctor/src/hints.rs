//! The verdict in one sentence, and what to try next.
use crate::diagnosis::{Finding, Outcome};
use crate::facts;
use crate::ssh::Way;
use crate::trust;
use oxivirt_model::{Error, ErrorCode};
use oxivirt_open::Step;
use oxivirt_sys::errno::{EACCES, ECONNREFUSED, ENOENT};
use std::fs;
use std::os::unix::fs::MetadataExt;

/// What is to be said at the end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Advice {
    pub(crate) verdict: String,
    pub(crate) hint: Option<String>,
}

pub(crate) fn advice(verdict: impl Into<String>, hint: impl Into<String>) -> Advice {
    Advice { verdict: verdict.into(), hint: Some(hint.into()) }
}

/// How far an open came.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Stage {
    Naming,
    Reaching,
    /// Connected, and TLS begins.
    Securing,
    /// TLS is there; whether the daemon takes this client is not known.
    Admission,
    /// Connected, and no word from the other side.
    Greeting,
    Authenticating,
    Opening,
    Done,
}

fn stage(steps: &[Step]) -> Stage {
    let mut tls = false;
    let stages = steps.iter().map(|step| match step {
        Step::Target { transport, .. } => {
            tls = *transport == "tls";
            Stage::Reaching
        }
        Step::Connected { .. } if tls => Stage::Securing,
        Step::Encrypted { .. } => Stage::Admission,
        Step::Connected { .. } | Step::Admitted => Stage::Greeting,
        Step::AuthOffered { .. } | Step::Authenticating { .. } => Stage::Authenticating,
        Step::Opening { .. } => Stage::Opening,
        Step::Opened | Step::Done { .. } => Stage::Done,
        _ => Stage::Naming,
    });
    stages.max().unwrap_or(Stage::Naming)
}

/// Judges what was seen.
pub(crate) fn judge(finding: &Finding) -> Advice {
    let stage = stage(&finding.steps);
    match &finding.outcome {
        Outcome::Works(daemon) => Advice { verdict: format!("works: connected to {}", daemon.uri), hint: None },
        Outcome::Hangs(waited) => {
            let seconds = waited.as_secs_f64();
            let verdict = format!("fails: no answer within {seconds:.1} s {}", place(stage));
            let (_, hint) = silent(stage);
            advice(verdict, hint)
        }
        Outcome::Fails(error) if error.code == ErrorCode::OPERATION_TIMEOUT => {
            let way = finding.steps.iter().find_map(by_ssh);
            if let Some(way) = way.filter(|_| stage == Stage::Reaching) {
                return way.silent(&error.text());
            }
            let (what, hint) = silent(stage);
            advice(format!("fails: {what}"), hint)
        }
        Outcome::Fails(error) => match stage {
            Stage::Naming => naming(error, &finding.steps),
            Stage::Reaching => reaching(error, &finding.steps),
            Stage::Securing => trust::securing(error, &finding.steps),
            Stage::Admission => trust::admission(error, &finding.steps),
            Stage::Greeting => greeting(error),
            Stage::Authenticating => trust::authenticating(error, &finding.steps),
            Stage::Opening | Stage::Done => opening(error),
        },
    }
}

fn place(stage: Stage) -> &'static str {
    match stage {
        Stage::Naming => "while the configuration was read",
        Stage::Reaching => "while connecting",
        Stage::Securing => "while TLS was set up",
        Stage::Admission => "while the daemon looked at this client's certificate",
        Stage::Greeting => "from whoever accepted the connection",
        Stage::Authenticating => "while authenticating",
        Stage::Opening | Stage::Done => "to the request to open the driver",
    }
}

/// Nobody answered in time.
fn silent(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Naming | Stage::Reaching => {
            ("nobody accepts the connection", "the daemon is overloaded or stopped, or a firewall drops the packets")
        }
        Stage::Securing => (
            "the connection was accepted, but TLS gets no answer",
            "the daemon may be stopped, or another program listens there that does not speak TLS",
        ),
        Stage::Admission => (
            "the daemon does not say whether it takes this client's certificate",
            "the daemon may be stopped or out of workers",
        ),
        Stage::Greeting => (
            "the connection was accepted, but no word came",
            "the daemon may be stopped or out of workers, or another program listens there",
        ),
        Stage::Authenticating => {
            ("authentication gets no answer", "an authentication agent or polkit may be waiting for somebody")
        }
        Stage::Opening | Stage::Done => (
            "the daemon was reached, but does not open the driver",
            "look at the daemon's own log: the driver is busy or stuck",
        ),
    }
}

fn naming(error: &Error, steps: &[Step]) -> Advice {
    let verdict = format!("fails: {}", error.text());
    let name = steps.iter().find_map(|step| match step {
        Step::Name { name, .. } => Some(name.as_str()),
        _ => None,
    });
    let file = steps.iter().find_map(|step| match step {
        Step::Configuration { path, .. } => Some(path.as_str()),
        _ => None,
    });
    let file = file.unwrap_or("libvirt.conf");
    match (error.code, name) {
        (ErrorCode::NO_CONNECT, Some(name)) if !name.contains(':') => {
            advice(verdict, format!("'{name}' is no URI, and uri_aliases in {file} has no such alias"))
        }
        (ErrorCode::CONF_SYNTAX, _) => advice(verdict, format!("correct {file}")),
        _ => advice(verdict, "a URI looks like qemu:///system, qemu:///session or qemu+ssh://user@host/system"),
    }
}

fn reaching(error: &Error, steps: &[Step]) -> Advice {
    if let Some(way) = steps.iter().find_map(by_ssh) {
        let question = steps.iter().rev().find_map(|step| match step {
            Step::Question { text } => Some(text.as_str()),
            _ => None,
        });
        return way.judge(&error.text(), question);
    }
    let target = steps.iter().find_map(|step| match step {
        Step::Target { transport, socket, host, .. } => Some((*transport, socket.as_deref(), host.as_deref())),
        _ => None,
    });
    let text = error.text();
    let errno = if error.code == ErrorCode::SYSTEM_ERROR { error.int1 } else { 0 };
    match (target, errno) {
        (Some(("unix", Some(socket), _)), ENOENT) => advice(
            format!("fails: the socket {socket} does not exist"),
            format!("start the daemon that makes it ({}), or name another with ?socket=PATH", service(socket)),
        ),
        (Some(("unix", Some(socket), _)), ECONNREFUSED) => advice(
            format!("fails: nobody listens at {socket}"),
            format!("the daemon ended and left its socket: start it again ({})", service(socket)),
        ),
        (Some(("unix", Some(socket), _)), EACCES) => {
            advice(format!("fails: this user may not connect to {socket}"), access(socket))
        }
        (Some((transport @ ("tcp" | "tls"), _, Some(host))), ECONNREFUSED) => advice(
            format!("fails: {text}"),
            format!(
                "on {host} nothing listens for {transport}: see virtproxyd-{transport}.socket or libvirtd-{transport}.socket there"
            ),
        ),
        (Some(("tls", ..)), _) => advice(
            format!("fails: {text}"),
            "certificates are looked for in /etc/pki/CA, /etc/pki/libvirt and, for users, $HOME/.pki/libvirt, or below ?pkipath=DIR",
        ),
        _ => Advice { verdict: format!("fails: {text}"), hint: None },
    }
}

/// Where to, for the transports that ssh carries.
fn by_ssh(step: &Step) -> Option<Way<'_>> {
    match step {
        Step::Target {
            transport: transport @ ("ssh" | "libssh" | "libssh2"),
            host: Some(host),
            port,
            user,
            socket,
            ..
        } => Some(Way { transport, host, port: *port, user: user.as_deref(), socket: socket.as_deref() }),
        _ => None,
    }
}

/// The service behind a socket's usual name.
pub(crate) fn service(socket: &str) -> String {
    let file = socket.rsplit('/').next().unwrap_or_default();
    let daemon = file.strip_suffix("-ro").unwrap_or(file);
    let daemon = daemon.strip_suffix("-sock").unwrap_or("libvirt");
    let daemon = if daemon == "libvirt" { "libvirtd" } else { daemon };
    format!("systemctl start {daemon}.socket")
}

/// Which group would help.
fn access(socket: &str) -> String {
    match fs::metadata(socket) {
        Ok(found) if found.mode() & 0o020 != 0 && found.gid() != 0 => {
            let group = facts::group(found.gid());
            format!("its group is {group}: become a member and log in again, or open a /session URI")
        }
        Ok(_) => "only its owner may: ask the administrator, or open a /session URI".to_owned(),
        Err(_) => "a directory on its way is closed: ask the administrator, or open a /session URI".to_owned(),
    }
}

fn greeting(error: &Error) -> Advice {
    let text = error.text();
    // The protocol was violated, as opposed to a connection that ended.
    if error.code == ErrorCode::RPC {
        return advice(
            format!("fails: whoever listens there is not a libvirt daemon: {text}"),
            "another program listens at this address; check socket, host and port",
        );
    }
    advice(
        format!("fails: the connection was accepted and then ended: {text}"),
        "the daemon refuses this client (max_clients, its own log tells), is ending, wants TLS at this port, or is no libvirt daemon",
    )
}

fn opening(error: &Error) -> Advice {
    let verdict = format!("fails: the daemon was reached and refuses: {}", error.text());
    let hint = match error.code {
        ErrorCode::NO_CONNECT => {
            "this daemon does not have the driver: try another URI, or the driver's own daemon with ?mode=direct"
        }
        ErrorCode::AUTH_FAILED | ErrorCode::ACCESS_DENIED | ErrorCode::OPERATION_DENIED => {
            "the daemon's access control does not allow it to this user"
        }
        _ => "the daemon's own log tells more",
    };
    advice(verdict, hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_model::ErrorDomain;

    #[test]
    fn services() {
        assert_eq!(service("/run/libvirt/libvirt-sock-ro"), "systemctl start libvirtd.socket");
        assert_eq!(service("/run/libvirt/virtqemud-sock"), "systemctl start virtqemud.socket");
        assert_eq!(service("/tmp/x"), "systemctl start libvirtd.socket");
    }

    #[test]
    fn stages() {
        assert_eq!(stage(&[]), Stage::Naming);
        let connected = Step::Connected { to: "x".to_owned(), peer: None };
        assert_eq!(stage(&[connected.clone(), Step::Opened]), Stage::Done);
        let refused = |code| {
            let outcome = Outcome::Fails(Error::new(ErrorDomain::RPC, code, "odd"));
            judge(&Finding { steps: vec![connected.clone()], outcome }).verdict
        };
        assert!(refused(ErrorCode::RPC).contains("not a libvirt daemon"));
        assert!(refused(ErrorCode::SYSTEM_ERROR).contains("and then ended"));
        assert!(refused(ErrorCode::OPERATION_TIMEOUT).contains("no word came"));
    }
}
