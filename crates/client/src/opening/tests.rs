//! Opening against a scripted daemon: which calls come in which order with which bytes (as recorded from the stock
//! client 9.0.0), authentication, refusals, deadlines, closing.
use crate::{OpenRequest, Remote, open};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_protocol::driver::Connect;
use oxivirt_protocol::{Call, Session, SessionIo, error_to_wire};
use oxivirt_rpc::{Engine, Event, Limits, Role, Transmit};
use oxivirt_xdr::{Encode, Writer};
use std::io::{Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

#[path = "opening_deadlines_tests.rs"]
mod deadlines;

const CLOSE: u32 = 2;
const GET_TYPE: u32 = 3;
const HOSTNAME: u32 = 59;
const SUPPORTS_FEATURE: u32 = 60;
const AUTH_LIST: u32 = 66;
const AUTH_POLKIT: u32 = 70;

/// What the script does with one call.
enum Answer {
    Reply(Vec<u8>),
    Refuse(Error),
    Nothing,
    HangUp,
}

type Seen = Vec<(u32, u32, Vec<u8>)>;

/// A daemon at a socket of its own; it ends with its connection and answers the calls it saw.
struct Daemon {
    directory: tempfile::TempDir,
    thread: JoinHandle<Seen>,
}

impl Daemon {
    fn start(script: impl Fn(u32, &[u8]) -> Answer + Send + 'static) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(directory.path().join("sock")).unwrap();
        let thread = std::thread::spawn(move || serve(listener.accept().unwrap().0, &script));
        Self { directory, thread }
    }

    fn uri(&self, rest: &str) -> String {
        format!("test+unix:///default?socket={}/sock{rest}", self.directory.path().display())
    }

    fn open(&self, rest: &str, event_loop: bool) -> Result<Arc<Remote>> {
        let uri = self.uri(rest);
        open(OpenRequest { name: Some(uri.as_bytes()), event_loop, ..OpenRequest::default() })
    }

    fn seen(self) -> Seen {
        self.thread.join().unwrap()
    }
}

fn serve(mut socket: UnixStream, script: &dyn Fn(u32, &[u8]) -> Answer) -> Seen {
    let mut engine = Engine::new(Role::Server, &[], Limits::DEFAULT, Instant::now());
    let mut buffer = [0; 4096];
    let mut seen = Seen::new();
    loop {
        match socket.read(&mut buffer) {
            Ok(0) | Err(_) => return seen,
            Ok(got) => engine.handle_input(Instant::now(), &buffer[..got], Vec::new()),
        }
        assert_eq!(engine.closed(), None);
        while let Some(Event::Call { header, payload, .. }) = engine.poll_event() {
            let (refused, body) = match script(header.procedure, &payload) {
                Answer::Reply(body) => (false, body),
                Answer::Refuse(error) => {
                    let mut body = Vec::new();
                    error_to_wire(&error).encode(&mut Writer::new(&mut body, 4096)).unwrap();
                    (true, body)
                }
                Answer::Nothing => continue,
                Answer::HangUp => return seen,
            };
            seen.push((header.procedure, header.serial, payload));
            let sent =
                if refused { engine.send_error(&header, &body) } else { engine.send_reply(&header, &body, vec![]) };
            sent.unwrap();
        }
        while let Some(Transmit::Bytes(bytes)) = engine.poll_transmit() {
            let count = bytes.len();
            if socket.write_all(bytes).is_err() {
                return seen;
            }
            engine.handle_sent(count);
        }
    }
}

fn words(list: &[u32]) -> Vec<u8> {
    list.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// A daemon that wants no authentication and has every feature.
fn plain(procedure: u32, _: &[u8]) -> Answer {
    Answer::Reply(match procedure {
        AUTH_LIST => words(&[1, 0]),
        SUPPORTS_FEATURE => words(&[1]),
        GET_TYPE => [words(&[4]), b"TEST".to_vec()].concat(),
        _ => Vec::new(),
    })
}

fn open_arguments() -> Vec<u8> {
    // A present name of 15 bytes, padded, and the flags (a user's own daemon for anyone but root).
    let flags = if std::fs::metadata("/proc/self").is_ok_and(|m| is_root(&m)) { 0 } else { 6 };
    [words(&[1, 15]), b"test:///default\0".to_vec(), words(&[flags])].concat()
}

fn is_root(metadata: &std::fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(metadata) == 0
}

#[test]
fn the_stock_sequence_without_an_event_loop() {
    let daemon = Daemon::start(plain);
    let connection = daemon.open("", false).unwrap();
    assert_eq!(connection.uri(), daemon.uri("").as_bytes());
    assert_eq!(connection.kind().unwrap(), b"TEST");
    assert_eq!(connection.kind().unwrap(), b"TEST");
    assert!(connection.filters_events() && connection.has_close_callback());
    assert!(connection.is_secure() && !connection.is_encrypted());
    assert!(connection.is_alive());
    connection.close().unwrap();
    assert!(!connection.is_alive());
    connection.close().unwrap();
    let expected = vec![
        (AUTH_LIST, 0, vec![]),
        (1, 1, open_arguments()),
        (SUPPORTS_FEATURE, 2, words(&[14])),
        (SUPPORTS_FEATURE, 3, words(&[15])),
        (GET_TYPE, 4, vec![]),
        (CLOSE, 5, vec![]),
    ];
    assert_eq!(daemon.seen(), expected);
    let error = connection.connect_get_hostname(&mut Call::new()).unwrap_err();
    assert_eq!(error.text(), "internal error: client socket is closed");
    assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR));
}

#[test]
fn the_stock_sequence_with_an_event_loop() {
    let daemon = Daemon::start(plain);
    let connection = daemon.open("", true).unwrap();
    assert_eq!(connection.set_keepalive(5, 3), Ok(true));
    assert!(connection.deadline().is_some());
    assert_eq!(connection.set_keepalive(0, 0), Ok(true));
    assert_eq!(connection.deadline(), None);
    assert_eq!(connection.set_keepalive(-1, 0), Ok(true));
    let again = connection.set_keepalive(7, 3).unwrap_err();
    assert_eq!(again.text(), "internal error: keepalive interval already set");
    assert_eq!(connection.deadline(), None);
    connection.close().unwrap();
    let seen = daemon.seen();
    let order: Vec<_> = seen.iter().map(|(procedure, _, body)| (*procedure, body.clone())).collect();
    let expected = [
        (AUTH_LIST, vec![]),
        (SUPPORTS_FEATURE, words(&[10])),
        (1, open_arguments()),
        (SUPPORTS_FEATURE, words(&[14])),
        (SUPPORTS_FEATURE, words(&[15])),
        (CLOSE, vec![]),
    ];
    assert_eq!(order, expected);
}

#[test]
fn keepalive_is_set_once() {
    let daemon = Daemon::start(plain);
    let connection = daemon.open("", true).unwrap();
    let large = connection.set_keepalive(i32::MAX, 0).unwrap_err();
    assert_eq!(large.text(), "internal error: keepalive interval 2147483647 too large");
    assert_eq!(connection.set_keepalive(0, 0), Ok(true));
    assert_eq!(connection.set_keepalive(5, 3), Ok(true));
    let first = connection.deadline();
    assert!(first.is_some());
    // What runs goes on as it is.
    assert_eq!(connection.set_keepalive(i32::MAX, 3), Ok(true));
    assert_eq!(connection.set_keepalive(500, 3), Ok(true));
    assert_eq!(connection.deadline(), first);
    connection.close().unwrap();
    let dead = connection.set_keepalive(5, 3).unwrap_err();
    assert!(dead.text().contains("doesn't support keepalive"), "{}", dead.text());
    assert!(connection.set_keepalive(0, 0).is_err());
    daemon.seen();
}

#[test]
fn keepalive_needs_an_event_loop() {
    let daemon = Daemon::start(plain);
    let connection = daemon.open("", false).unwrap();
    let error = connection.set_keepalive(5, 3).unwrap_err();
    assert_eq!(error.code, ErrorCode::INTERNAL_ERROR);
    drop(connection);
    // Dropped without a goodbye.
    assert!(daemon.seen().iter().all(|(procedure, ..)| *procedure != CLOSE));
}

fn procedures(daemon: Daemon) -> Vec<u32> {
    daemon.seen().into_iter().map(|(procedure, ..)| procedure).collect()
}

#[test]
fn polkit_is_one_more_call() {
    let daemon = Daemon::start(|procedure, body| match procedure {
        AUTH_LIST => Answer::Reply(words(&[1, 2])),
        AUTH_POLKIT => Answer::Reply(words(&[1])),
        _ => plain(procedure, body),
    });
    daemon.open("", false).unwrap().close().unwrap();
    assert_eq!(procedures(daemon)[..3], [AUTH_LIST, AUTH_POLKIT, 1]);
}

#[test]
fn a_daemon_without_authentication_list_is_old() {
    let daemon = Daemon::start(|procedure, body| match procedure {
        AUTH_LIST => Answer::Refuse(Error::raw(ErrorDomain::RPC, ErrorCode::RPC, b"unknown procedure: 66".as_slice())),
        SUPPORTS_FEATURE => Answer::Reply(words(&[0])),
        _ => plain(procedure, body),
    });
    let connection = daemon.open("", true).unwrap();
    assert!(!connection.filters_events() && !connection.has_close_callback());
    assert_eq!(connection.set_keepalive(5, 3), Ok(false));
    connection.close().unwrap();
    drop(connection);
    procedures(daemon);
}

#[test]
fn authentication_that_cannot_be_done() {
    for (offered, rest, text) in [
        (3, "", "authentication failed: unsupported authentication type 3"),
        (0, "&auth=polkit", "authentication failed: requested authentication type polkit rejected"),
        (0, "&auth=x", "authentication failed: unknown authentication type x"),
    ] {
        let daemon = Daemon::start(move |_, _| Answer::Reply(words(&[1, offered])));
        let error = daemon.open(rest, false).unwrap_err();
        assert_eq!((error.domain, error.code), (ErrorDomain::REMOTE, ErrorCode::AUTH_FAILED));
        assert_eq!(error.text(), text);
        assert_eq!(procedures(daemon), [AUTH_LIST]);
    }
}

#[test]
fn a_refused_open_keeps_every_field() {
    let refusal = Error::new(ErrorDomain::QEMU, ErrorCode::NO_CONNECT, "nope").with_ints(3, 4);
    let sent = refusal.clone();
    let daemon = Daemon::start(move |procedure, body| match procedure {
        1 => Answer::Refuse(sent.clone()),
        _ => plain(procedure, body),
    });
    assert_eq!(daemon.open("", false).unwrap_err(), refusal);
    assert_eq!(procedures(daemon), [AUTH_LIST, 1]);
}

#[test]
fn replies_that_do_not_decode() {
    for body in [vec![], words(&[1]), words(&[21]), words(&[u32::MAX]), words(&[0x7fff_ffff, 0])] {
        let daemon = Daemon::start(move |_, _| Answer::Reply(body.clone()));
        let error = daemon.open("", false).unwrap_err();
        assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::RPC), "{error}");
        assert_eq!(procedures(daemon), [AUTH_LIST]);
    }
}

#[test]
fn the_daemon_hangs_up_at_each_step() {
    for step in [AUTH_LIST, 1] {
        let daemon = Daemon::start(move |procedure, body| match procedure {
            procedure if procedure == step => Answer::HangUp,
            _ => plain(procedure, body),
        });
        let error = daemon.open("", false).unwrap_err();
        assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
        assert_eq!(error.text(), "End of file while reading data: Input/output error");
        assert_eq!(error.int1, 5);
        procedures(daemon);
    }
}

#[test]
fn a_deadline_names_the_daemon_and_the_procedure() {
    let daemon = Daemon::start(|procedure, body| match procedure {
        HOSTNAME => Answer::Nothing,
        _ => plain(procedure, body),
    });
    let connection = daemon.open("", false).unwrap();
    let deadline = Some(Instant::now() + Duration::from_millis(20));
    let mut call = Call { deadline, ..Call::default() };
    let error = connection.connect_get_hostname(&mut call).unwrap_err();
    assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
    let text = error.text();
    assert!(text.contains("/sock'") && text.contains("connect_get_hostname"), "{text}");
    assert!(connection.is_alive());
    assert_eq!(connection.kind().unwrap(), b"TEST");
    connection.close().unwrap();
    procedures(daemon);
}

#[test]
fn nobody_listens() {
    let missing = "/nonexistent/sock";
    let uri = format!("test+unix:///default?socket={missing}");
    let error = open(OpenRequest { name: Some(uri.as_bytes()), ..OpenRequest::default() });
    let error = error.unwrap_err();
    assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR));
    assert_eq!(error.text(), format!("Failed to connect socket to '{missing}': No such file or directory"));
}

#[path = "sasl_tests.rs"]
mod sasl;
