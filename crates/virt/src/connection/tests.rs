//! What a connection makes of its session's transport, and its end.
use super::*;
use crate::testing::{Fake, Socket};
use std::io::{Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

/// A connection over a socket, to a driver that says that it is secure.
fn over(socket: Socket) -> (Arc<Fake>, Connection) {
    let (driver, conn) = Fake::open(|_, _| Ok(vec![0, 0, 0, 1]));
    assert!(driver.socket.set(socket).is_ok());
    (driver, conn)
}

#[test]
fn secure_is_what_both_the_driver_and_the_transport_are() {
    for (secure, encrypted) in [(true, false), (false, true)] {
        let (_driver, conn) = over(Socket { secure, encrypted, ..Socket::default() });
        assert_eq!((conn.is_secure(), conn.is_encrypted()), (Ok(secure), Ok(encrypted)));
    }
    let (driver, conn) = Fake::open(|_, _| Ok(vec![0; 4]));
    assert!(driver.socket.set(Socket { secure: true, encrypted: true, ..Socket::default() }).is_ok());
    assert_eq!((conn.is_secure(), conn.is_encrypted()), (Ok(false), Ok(false)), "the driver speaks with another");
}

#[test]
fn the_last_reference_says_goodbye() {
    let (driver, conn) = Fake::open(|_, _| Ok(Vec::new()));
    let clone = conn.clone();
    assert!(conn.is_same(&clone) && !conn.is_read_only());
    drop(conn);
    assert!(driver.noted().is_empty());
    drop(clone);
    assert_eq!(driver.noted(), ["close"]);
}

#[test]
fn nothing_comes_from_a_closed_connection() {
    let (_driver, conn) = Fake::open(|_, _| Ok(Vec::new()));
    assert_eq!((conn.is_alive(), conn.wait_for_events(Duration::ZERO)), (true, Ok(false)));
    conn.close().unwrap();
    assert!(!conn.is_alive());
    assert_eq!(conn.wait_for_events(Duration::ZERO).unwrap_err().code, ErrorCode::INTERNAL_ERROR);
}

#[test]
fn pings_are_the_transport_s() {
    let (driver, conn) = over(Socket::default());
    assert_eq!((conn.set_keepalive(5, 3), conn.set_keepalive(0, 0)), (Ok(true), Ok(false)));
    assert_eq!(driver.noted(), ["keepalive 5 3", "keepalive 0 0"]);
}

#[test]
fn waiting_takes_in_what_the_peer_sent_and_serves_its_deadline() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let fd = Some(ours.as_raw_fd());
    let (driver, conn) = over(Socket { fd, ..Socket::default() });
    assert_eq!((conn.wait_for_events(Duration::ZERO), driver.noted()), (Ok(false), vec![]));
    (&theirs).write_all(b"x").unwrap();
    assert_eq!(conn.wait_for_events(Duration::from_secs(600)), Ok(true));
    assert_eq!(driver.noted(), ["readable"]);

    let (driver, conn) = over(Socket { fd, deadline: Some(Instant::now()), ..Socket::default() });
    assert_eq!(conn.wait_for_events(Duration::from_secs(600)), Ok(true));
    assert_eq!(driver.noted(), ["readable", "timeout"]);
    (&ours).read_exact(&mut [0]).unwrap();
    // The deadline ends the wait.
    assert_eq!(conn.wait_for_events(Duration::from_secs(600)), Ok(false));
    assert_eq!(driver.noted(), ["timeout"]);
    let late = Instant::now().checked_add(Duration::from_secs(600));
    let (driver, conn) = over(Socket { fd, deadline: late, ..Socket::default() });
    assert_eq!((conn.wait_for_events(Duration::ZERO), driver.noted()), (Ok(false), vec![]));

    let (_driver, conn) = over(Socket::default());
    let closed = conn.wait_for_events(Duration::ZERO).unwrap_err();
    assert_eq!((closed.code, closed.domain), (ErrorCode::INTERNAL_ERROR, ErrorDomain::RPC));
}
