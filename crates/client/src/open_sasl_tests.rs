//! SASL against scripted daemons: those that say too much, too little, too early or the wrong thing.
use super::{AUTH_LIST, Answer, Daemon, plain, procedures, words};
use crate::{Credential, Credentials, OpenRequest, Remote, open};
use oxivirt_model::{ErrorCode, ErrorDomain, Result};
use oxivirt_protocol::{Session, SessionIo};
use std::sync::Arc;

const INIT: u32 = 67;
const START: u32 = 68;
const STEP: u32 = 69;

/// Answers "fred" and "pw", or gives up.
#[derive(Debug)]
struct User(&'static [i32], bool);

impl Credentials for User {
    fn kinds(&self) -> &[i32] {
        self.0
    }
    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        for credential in credentials {
            let text: &[u8] = if credential.kind == 2 { b"fred" } else { b"pw" };
            credential.answer = Some(text.to_vec());
        }
        self.1
    }
}

const FRED: User = User(&[2, 5], true);

fn string(text: &[u8]) -> Vec<u8> {
    let padding = vec![0; text.len().next_multiple_of(4).wrapping_sub(text.len())];
    [words(&[u32::try_from(text.len()).unwrap()]), text.to_vec(), padding].concat()
}

/// An array of `char`, each of which takes four bytes.
fn chars(data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let each = data.iter().copied().map(u32::from);
    words(&std::iter::once(length).chain(each).collect::<Vec<_>>())
}

/// A reply to start or step.
fn reply(complete: u32, nil: u32, data: &[u8]) -> Vec<u8> {
    [words(&[complete, nil]), chars(data)].concat()
}

/// A daemon that offers `list`, and answers start and every step with the given replies.
fn daemon(list: &'static [u8], start: Vec<u8>, step: Vec<u8>) -> Daemon {
    Daemon::start(move |procedure, body| {
        Answer::Reply(match procedure {
            AUTH_LIST => words(&[1, 1]),
            INIT => string(list),
            START => start.clone(),
            STEP => step.clone(),
            _ => return plain(procedure, body),
        })
    })
}

fn connect(daemon: &Daemon, rest: &str, mut user: User) -> Result<Arc<Remote>> {
    let uri = daemon.uri(rest);
    open(OpenRequest { name: Some(uri.as_bytes()), credentials: Some(&mut user), ..OpenRequest::default() })
}

/// The error, and the procedures that were called after the list.
fn refused(daemon: Daemon, rest: &str, user: User) -> (String, Vec<u32>) {
    let error = connect(&daemon, rest, user).unwrap_err();
    assert_eq!(error.code, ErrorCode::AUTH_FAILED, "{error}");
    let text = error.text().into_owned();
    let text = text.strip_prefix("authentication failed: ").unwrap();
    (text.to_owned(), procedures(daemon)[1..].to_vec())
}

#[test]
fn plain_in_one_call() {
    let daemon = daemon(b"PLAIN", reply(1, 1, b""), Vec::new());
    let connection = connect(&daemon, "", FRED).unwrap();
    assert!(connection.is_secure() && connection.is_encrypted());
    connection.close().unwrap();
    let seen = daemon.seen();
    assert_eq!(seen[2].0, START);
    let sent = [string(b"PLAIN"), words(&[0]), chars(b"\0fred\0pw")].concat();
    assert_eq!(seen[2].2, sent);
    assert_eq!(seen[3].0, 1);
}

#[test]
fn a_daemon_that_is_never_satisfied() {
    let daemon = daemon(b"PLAIN", reply(0, 1, b""), Vec::new());
    assert_eq!(
        refused(daemon, "", FRED),
        (
            "Failed to step SASL negotiation: -1 (SASL(-1): generic failure: Unable to find a callback: 32775)"
                .to_owned(),
            vec![INIT, START]
        )
    );
}

#[test]
fn a_daemon_that_is_satisfied_without_proving_itself() {
    for list in [&b"SCRAM-SHA-256"[..], b"DIGEST-MD5", b"scram-sha-1 PLAIN"] {
        for data in [reply(1, 1, b""), reply(1, 0, b""), reply(1, 0, b"ok")] {
            let list = Box::leak(list.to_vec().into_boxed_slice());
            let (text, called) = refused(daemon(list, data, reply(1, 1, b"")), "", FRED);
            assert!(text.starts_with("Failed to step SASL negotiation: -"), "{text}");
            assert_eq!(called, [INIT, START]);
        }
    }
}

#[test]
fn bytes_that_are_not_there() {
    let daemon = daemon(b"SCRAM-SHA-256", reply(0, 1, b"r=x"), Vec::new());
    let (text, _) = refused(daemon, "", FRED);
    assert!(text.contains("-7 (SASL(-7): invalid parameter supplied: "), "{text}");
}

#[test]
fn lists_that_offer_nothing_of_use() {
    for list in [&b""[..], b"EXTERNAL", b"\xff\0\n", b"SCRAM-SHA-256-PLUS", b"KERBEROS_V4,NTLM"] {
        let list = Box::leak(list.to_vec().into_boxed_slice());
        let (text, called) = refused(daemon(list, Vec::new(), Vec::new()), "", FRED);
        assert!(text.contains("-4 (SASL(-4): no mechanism available: "), "{text}");
        assert_eq!(called, [INIT]);
    }
    // What the URI wants is looked for in the list, with its case.
    let none = daemon(b"PLAIN", Vec::new(), Vec::new());
    let (text, _) = refused(none, "&auth=sasl.plain", FRED);
    assert_eq!(text, "SASL mechanism plain not supported by server");
}

#[test]
fn users_that_cannot_or_do_not_answer() {
    let offering = || daemon(b"PLAIN,SCRAM-SHA-256,DIGEST-MD5", Vec::new(), Vec::new());
    let (text, called) = refused(offering(), "", User(&[1, 2], true));
    assert!(text.ends_with("No worthy mechs found)"), "{text}");
    assert_eq!(called, [INIT]);
    let (text, called) = refused(offering(), "", User(&[2, 5], false));
    assert_eq!(text, "Failed to collect auth credentials");
    assert_eq!(called, [INIT]);
}

#[test]
fn data_at_its_limits() {
    let (text, _) = refused(daemon(b"SCRAM-SHA-256", reply(0, 0, &[b'x'; 65536]), Vec::new()), "", FRED);
    assert!(text.contains("SCRAM-SHA-256 input longer than 2048 bytes"), "{text}");
    // One more is not the protocol any more.
    let longer = daemon(b"SCRAM-SHA-256", reply(0, 0, &[b'x'; 65537]), Vec::new());
    let error = connect(&longer, "", FRED).unwrap_err();
    assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::RPC));
    procedures(longer);
    for body in [vec![], words(&[0]), words(&[0, 0, 9])] {
        let cut = daemon(b"SCRAM-SHA-256", body, Vec::new());
        let error = connect(&cut, "", FRED).unwrap_err();
        assert_eq!(error.code, ErrorCode::RPC);
        procedures(cut);
    }
}

#[test]
fn the_daemon_hangs_up_at_each_step() {
    for step in [INIT, START] {
        let daemon = Daemon::start(move |procedure, body| match procedure {
            _ if procedure == step => Answer::HangUp,
            AUTH_LIST => Answer::Reply(words(&[1, 1])),
            INIT => Answer::Reply(string(b"PLAIN")),
            _ => plain(procedure, body),
        });
        let error = connect(&daemon, "", FRED).unwrap_err();
        assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
        procedures(daemon);
    }
}
