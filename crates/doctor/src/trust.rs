//! Why one side does not believe the other: certificates, SASL, polkit.
use crate::hints::{Advice, advice};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use oxivirt_open::Step;

/// The last step that `pick` wants.
fn last<'a, T>(steps: &'a [Step], pick: impl FnMut(&'a Step) -> Option<T>) -> Option<T> {
    steps.iter().rev().find_map(pick)
}

/// What was told about certificates, the first first.
fn certificates(steps: &[Step]) -> impl Iterator<Item = &str> {
    steps.iter().filter_map(|step| match step {
        Step::Certificate { text } => Some(text.as_str()),
        _ => None,
    })
}

/// TLS did not come about.
pub(crate) fn securing(error: &Error, steps: &[Step]) -> Advice {
    let refused = last(steps, |step| match step {
        Step::Refused { reason } => Some(reason),
        _ => None,
    });
    if let Some(reason) = refused {
        let believed = certificates(steps).next().unwrap_or_default();
        return advice(
            format!("fails: the server's certificate is refused: {reason}"),
            format!(
                "{believed}; the certificate is the daemon's servercert.pem, and its names must have the host of the URI"
            ),
        );
    }
    let text = error.text();
    if text.contains("tls_priority") || text.contains("TLS session priority") {
        return advice(format!("fails: {text}"), "correct ?tls_priority=");
    }
    advice(
        format!("fails: no TLS with whoever listens there: {text}"),
        "perhaps no TLS is spoken at this port, or no version or cipher is known to both sides (tls_priority of the daemon and of the URI)",
    )
}

/// TLS stands; the daemon did not say that it takes this client.
pub(crate) fn admission(error: &Error, steps: &[Step]) -> Advice {
    let own = certificates(steps).nth(1).unwrap_or_default();
    advice(
        format!("fails: the daemon does not accept this client's certificate or address: {}", error.text()),
        format!(
            "{own}; the daemon wants one that its own authority signed and that is valid now, and tls_allowed_dn_list may name those it takes; its log tells why"
        ),
    )
}

/// The daemon has a connection and does not know whose.
pub(crate) fn authenticating(error: &Error, steps: &[Step]) -> Advice {
    let failed = format!("fails: authentication: {}", error.text());
    let offered = last(steps, |step| match step {
        Step::AuthOffered { methods } => Some(methods.join(", ")),
        _ => None,
    });
    let method = last(steps, |step| match step {
        Step::Authenticating { method } => Some(method.as_str()),
        _ => None,
    });
    match (error.code, method) {
        (ErrorCode::AUTH_CANCELLED | ErrorCode::AUTH_UNAVAILABLE, _) | (_, Some("polkit")) => {
            advice(failed, "polkit decides: run an authentication agent, or let a rule allow org.libvirt.unix.manage")
        }
        (_, Some("sasl")) => sasl(error, steps),
        (_, None) => {
            advice(failed, format!("the daemon offers {}: correct or leave out ?auth=", offered.unwrap_or_default()))
        }
        _ => advice(failed, "the daemon's log tells why it refuses"),
    }
}

/// SASL went wrong: before a mechanism was known, for want of a password, or because the daemon refuses.
fn sasl(error: &Error, steps: &[Step]) -> Advice {
    let text = error.text();
    let offered = last(steps, |step| match step {
        Step::Mechanisms { offered } => Some(offered.trim()),
        _ => None,
    });
    let Some(offered) = offered.filter(|offered| !offered.is_empty()) else {
        return advice(
            format!("fails: the daemon has no SASL mechanism to offer: {text}"),
            "see mech_list in /etc/sasl2/libvirt.conf on the daemon's host, and whether SASL's modules are installed there; over tcp only mechanisms that encrypt are offered (DIGEST-MD5, GSSAPI)",
        );
    };
    let mechanism = last(steps, |step| match step {
        Step::Mechanism { name } => Some(name.as_str()),
        _ => None,
    });
    let Some(mechanism) = mechanism else {
        return advice(
            format!("fails: none of the daemon's SASL mechanisms ({offered}) is usable here: {text}"),
            "?auth=sasl.NAME must name one of them; without TLS only DIGEST-MD5 and GSSAPI encrypt, and GSSAPI needs a ticket",
        );
    };
    let file = last(steps, |step| match step {
        Step::Credentials { path } => Some(path.as_deref()),
        _ => None,
    });
    let place = match file.flatten() {
        Some(path) => path.to_owned(),
        None => "auth.conf, which is missing,".to_owned(),
    };
    if error.domain == ErrorDomain::REMOTE && text.contains("Failed to collect") {
        let host = last(steps, |step| match step {
            Step::Target { host, .. } => Some(host.as_deref().unwrap_or("localhost")),
            _ => None,
        });
        return advice(
            format!("fails: the daemon wants a user name and a password ({mechanism})"),
            format!(
                "a program may ask for them; else {place} must have authname and password for [auth-libvirt-{}], or ?authfile=PATH names another file",
                host.unwrap_or("default")
            ),
        );
    }
    if text.contains("auth file") {
        return advice(
            format!("fails: {text}"),
            "correct the file, or name another with ?authfile=PATH or LIBVIRT_AUTH_FILE",
        );
    }
    let ours = text.contains("SASL negotiation");
    if error.code == ErrorCode::AUTH_FAILED && file.is_some() && !ours {
        return advice(
            format!("fails: the daemon does not accept this user and password ({mechanism}): {text}"),
            format!(
                "compare authname and password in {place} with the daemon's (saslpasswd2 -a libvirt); sasl_allowed_username_list may also forbid the user"
            ),
        );
    }
    advice(
        format!("fails: SASL {mechanism}: {text}"),
        "the daemon's log tells why it refuses; for GSSAPI see klist and the daemon's keytab",
    )
}
