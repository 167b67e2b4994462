//! The daemon without drivers before scripted ones: the thread that waits for sockets is the real one, the client and the daemons behind
//! are the test.
use crate::daemon::Daemon;
use crate::direct::Direct;
use crate::mailbox::Task;
use crate::peer::Transport;
use crate::policy::Policy;
use crate::pool::PoolLimits;
use crate::reactor::Waiting;
use crate::server::{Auth, ClientLimits, Quotas, Server, ServerConfig, Serves, Service};
use oxivirt_model::{ErrorCode, Result};
use oxivirt_protocol::remote::Procedure as P;
use oxivirt_protocol::{Program, error_from_wire, remote};
use oxivirt_rpc::{Header, Kind, Status, finish_frame, start_frame};
use oxivirt_sys::SignalFd;
use oxivirt_xdr::{Encode, Writer};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const FAR: Duration = Duration::from_secs(60);

/// When what should have happened has not.
fn far() -> Instant {
    Instant::now().checked_add(FAR).unwrap()
}

/// A running proxy; daemons behind have their sockets in its folder.
struct Proxy {
    folder: tempfile::TempDir,
    daemon: Arc<Daemon>,
    thread: Option<JoinHandle<()>>,
}

const SERVER: ServerConfig = ServerConfig {
    name: String::new(),
    serves: Serves::Drivers,
    pool: PoolLimits { min: 1, max: 1, reserved: 0 },
    clients: ClientLimits { max: 10, max_anonymous: 0 },
    requests: 3,
    keepalive_interval: -1,
    keepalive_count: 5,
    quotas: Quotas { per_user: 0, per_address: 0, anonymous: 0 },
    memory: 1 << 26,
};

impl Proxy {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join("sock")).unwrap();
        listener.set_nonblocking(true).unwrap();
        let (waiting, mailbox) = Waiting::new().unwrap();
        let server = Server::new(SERVER);
        let service = Service {
            fd: listener.into(),
            path: None,
            server: Arc::clone(&server),
            transport: Transport::Unix,
            auth: Auth::None,
            read_only: false,
            tls: None,
        };
        let opener = Box::new(Direct::new(folder.path().into(), true));
        let daemon = Arc::new(Daemon::new(vec![server], opener, mailbox, Policy::default(), 0));
        let mut reactor = waiting.serve(Arc::clone(&daemon), vec![service], SignalFd::new(&[]).unwrap()).unwrap();
        let thread = std::thread::spawn(move || {
            reactor.run().unwrap();
            reactor.close();
        });
        Self { folder, daemon, thread: Some(thread) }
    }

    /// Makes the socket of a daemon behind.
    fn listen(&self, scheme: &str) -> UnixListener {
        let path = self.folder.path().join(format!("virt{scheme}d-sock"));
        let _ = std::fs::remove_file(&path);
        UnixListener::bind(path).unwrap()
    }

    fn client(&self) -> End {
        End(UnixStream::connect(self.folder.path().join("sock")).unwrap())
    }

    /// Returns a client that has opened a URI, and the connection to the daemon behind.
    fn open(&self, uri: &'static str, behind: &UnixListener) -> (End, End) {
        let mut client = self.client();
        let args = remote::ConnectOpenArgs { name: Some(uri.into()), flags: 0 };
        let mut body = Vec::new();
        args.encode(&mut Writer::new(&mut body, 1 << 20)).unwrap();
        client.call(P::CONNECT_OPEN, 1, &body);
        let behind = accept(behind);
        client.answer().unwrap();
        // The worker that answered looks for more calls: the next ones are the reading thread's, in their order.
        assert!(self.daemon.servers[0].pool.drain(far()));
        (client, behind)
    }

    /// Waits until so many clients are there.
    fn wait_for_clients(&self, count: u32) {
        let far = far();
        while self.daemon.servers[0].client_counts().1 != count {
            assert!(Instant::now() < far, "the clients stay");
            std::thread::yield_now();
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.daemon.mailbox.post(Task::Stop);
        let ended = self.thread.take().map(JoinHandle::join);
        if !std::thread::panicking() {
            ended.unwrap().unwrap();
            assert!(self.daemon.servers[0].pool.drain(far()));
        }
    }
}

/// Accepts a connection of the proxy's and answers what it asks until it is open.
fn accept(listener: &UnixListener) -> End {
    let mut end = End(listener.accept().unwrap().0);
    loop {
        let (call, _) = end.frame().unwrap();
        let body: &[u8] = match P(call.procedure) {
            // No authentication.
            P::AUTH_LIST => &[0, 0, 0, 1, 0, 0, 0, 0],
            P::CONNECT_SUPPORTS_FEATURE => &[0, 0, 0, 1],
            P::CONNECT_OPEN | P::CONNECT_SET_IDENTITY => &[],
            other => panic!("{other:?}"),
        };
        end.reply(&call, body);
        if P(call.procedure) == P::CONNECT_SET_IDENTITY {
            return end;
        }
    }
}

/// One end of a connection that the test has.
struct End(UnixStream);

impl End {
    fn send(&mut self, header: &Header, body: &[u8]) {
        let mut frame = Vec::new();
        start_frame(&mut frame, header);
        frame.extend_from_slice(body);
        finish_frame(&mut frame).unwrap();
        self.0.write_all(&frame).unwrap();
    }

    fn call(&mut self, procedure: P, serial: u32, body: &[u8]) {
        let header = Header {
            program: Program::REMOTE.0,
            version: 1,
            procedure: procedure.0,
            kind: Kind::CALL,
            serial,
            status: Status::OK,
        };
        self.send(&header, body);
    }

    fn reply(&mut self, call: &Header, body: &[u8]) {
        self.send(&Header { kind: Kind::REPLY, ..*call }, body);
    }

    /// Returns the next frame, `None` at the end of the connection.
    fn frame(&mut self) -> Option<(Header, Vec<u8>)> {
        self.0.set_read_timeout(Some(FAR)).unwrap();
        let mut head = [0; 28];
        if let Err(error) = self.0.read_exact(&mut head) {
            assert_ne!(error.kind(), std::io::ErrorKind::WouldBlock, "nothing comes");
            return None;
        }
        let length = u32::from_be_bytes(*head.first_chunk().unwrap()) as usize;
        let mut body = vec![0; length.checked_sub(head.len()).unwrap()];
        self.0.read_exact(&mut body).unwrap();
        Some((Header::decode(head.last_chunk().unwrap()), body))
    }

    /// Returns the next call's serial, procedure and body.
    fn next_call(&mut self) -> (Header, Vec<u8>) {
        let (header, body) = self.frame().unwrap();
        assert_eq!((header.kind, header.status), (Kind::CALL, Status::OK));
        (header, body)
    }

    fn answer(&mut self) -> Result<(u32, Vec<u8>)> {
        let (header, body) = self.frame().unwrap();
        assert_eq!(header.kind, Kind::REPLY);
        if header.status == Status::ERROR { Err(error_from_wire(&body)) } else { Ok((header.serial, body)) }
    }

    /// Returns true if nothing can be read now.
    fn is_silent(&self) -> bool {
        let now = Some(Instant::now());
        oxivirt_sys::wait_one(self.0.as_fd(), oxivirt_sys::Interest::READ, now).unwrap().is_empty()
    }

    /// Returns when the proxy has taken in all that was sent to it so far: pings are answered in the order of what is read.
    fn synchronize(&mut self) {
        let ping = Header {
            program: Program::KEEPALIVE.0,
            version: 1,
            procedure: 1,
            kind: Kind::MESSAGE,
            serial: 0,
            status: Status::OK,
        };
        self.send(&ping, b"");
        assert_eq!(self.frame().unwrap().0.procedure, 2);
    }
}

#[test]
fn calls_are_passed_on_as_they_are_and_answered_in_any_order() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    // No worker is left.
    let (let_go, busy) = channel::<()>();
    proxy.daemon.servers[0].pool.add(false, Box::new(move || busy.recv().unwrap_or_default()));
    // Clients may use a serial twice; what is no encoding of the arguments is the daemon's to refuse.
    for (serial, body) in [(70, b"one"), (5, b"two"), (70, b"six")] {
        client.call(P::DOMAIN_GET_XML_DESC, serial, body);
    }
    let calls: Vec<_> = (0..3).map(|_| behind.next_call()).collect();
    let bodies: Vec<_> = calls.iter().map(|(_, body)| body.as_slice()).collect();
    assert_eq!(bodies, [b"one", b"two", b"six"]);
    assert!(calls[0].0.serial != calls[2].0.serial);
    for (call, body) in calls.iter().rev() {
        behind.reply(call, body);
    }
    for expected in [(70, b"six"), (5, b"two"), (70, b"one")] {
        assert_eq!(client.answer().unwrap(), (expected.0, expected.1.to_vec()));
    }
    drop(let_go);
}

#[test]
fn refusals_and_descriptors_of_the_daemon_behind_come_back() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    client.call(P::DOMAIN_GET_XML_DESC, 2, b"");
    let (call, _) = behind.next_call();
    let error = oxivirt_model::Error::new(oxivirt_model::ErrorDomain::QEMU, ErrorCode::NO_DOMAIN, "no such guest");
    let refusal = Header { kind: Kind::REPLY, status: Status::ERROR, ..call };
    behind.send(&refusal, &crate::errors::encoded(&error));
    let told = client.answer().unwrap_err();
    assert_eq!((told.code, told.domain, told.text()), (error.code, error.domain, error.text()));

    client.call(P::DOMAIN_OPEN_GRAPHICS_FD, 3, b"args");
    let (call, _) = behind.next_call();
    behind.send(&Header { kind: Kind::REPLY_WITH_FDS, ..call }, b"\0\0\0\x01");
    let (pipe, mut other) = std::io::pipe().unwrap();
    oxivirt_sys::send_with_fds(behind.0.as_fd(), &[0], &[pipe.as_fd()], true).unwrap();
    let (header, body) = client.frame().unwrap();
    assert_eq!((header.kind, header.serial, body.as_slice()), (Kind::REPLY_WITH_FDS, 3, &b"\0\0\0\x01"[..]));
    let got = oxivirt_sys::recv_with_fds(client.0.as_fd(), &mut [0], true).unwrap();
    drop(pipe);
    other.write_all(b"!").unwrap();
    let mut text = [0];
    std::fs::File::from(got.fds.into_iter().next().unwrap()).read_exact(&mut text).unwrap();
    assert_eq!(&text, b"!");
}

#[test]
fn the_end_of_the_daemon_behind_ends_its_calls() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    for serial in 10..13 {
        client.call(P::DOMAIN_GET_XML_DESC, serial, b"");
    }
    for _ in 0..3 {
        behind.next_call();
    }
    drop(behind);
    for _ in 0..3 {
        let error = client.answer().unwrap_err();
        assert_eq!(error.code, ErrorCode::SYSTEM_ERROR, "{error:?}");
    }
    client.call(P::DOMAIN_GET_XML_DESC, 13, b"");
    let error = client.answer().unwrap_err();
    assert_eq!(
        (error.code, error.text().as_ref()),
        (ErrorCode::INTERNAL_ERROR, "internal error: client socket is closed")
    );
}

#[test]
fn a_client_that_vanishes_takes_its_calls_with_it_and_nothing_else() {
    let proxy = Proxy::start();
    let listener = proxy.listen("fake");
    let (mut gone, mut behind) = proxy.open("fake:///system", &listener);
    let (mut client, mut other) = proxy.open("fake:///system", &listener);
    gone.call(P::DOMAIN_GET_XML_DESC, 2, b"");
    let (call, _) = behind.next_call();
    drop(gone);
    // It says goodbye, although an answer is under way.
    let (goodbye, _) = behind.next_call();
    assert_eq!(P(goodbye.procedure), P::CONNECT_CLOSE);
    behind.reply(&call, b"late");
    behind.reply(&goodbye, b"");
    assert!(behind.frame().is_none());
    proxy.wait_for_clients(1);
    client.call(P::DOMAIN_GET_XML_DESC, 3, b"");
    let (call, _) = other.next_call();
    other.reply(&call, b"here");
    assert_eq!(client.answer().unwrap(), (3, b"here".to_vec()));
}

#[test]
fn no_more_calls_of_a_client_are_under_way_than_allowed() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    for serial in 10..15u32 {
        client.call(P::DOMAIN_GET_XML_DESC, serial, &serial.to_be_bytes());
    }
    let mut calls: Vec<_> = (0..3).map(|_| behind.next_call()).collect();
    // The fourth follows the first answer, and nothing else does.
    behind.reply(&calls[1].0, b"");
    assert_eq!(client.answer().unwrap().0, 11);
    calls.push(behind.next_call());
    assert_eq!(calls[3].1, 13u32.to_be_bytes());
    assert!(behind.is_silent());
    behind.reply(&calls[3].0, b"");
    assert_eq!(client.answer().unwrap().0, 13);
    assert_eq!(behind.next_call().1, 14u32.to_be_bytes());
}

#[test]
fn a_daemon_that_takes_nothing_holds_up_nobody_else() {
    let proxy = Proxy::start();
    let listener = proxy.listen("fake");
    let (mut client, mut slow) = proxy.open("fake:///system", &listener);
    let (mut other, mut quick) = proxy.open("fake:///system", &listener);
    // Far more than a socket holds.
    let long = vec![9; 8 << 20];
    client.call(P::DOMAIN_GET_XML_DESC, 2, &long);
    client.synchronize();
    for serial in 2..20 {
        other.call(P::DOMAIN_GET_XML_DESC, serial, b"");
        let (call, _) = quick.next_call();
        quick.reply(&call, b"");
        assert_eq!(other.answer().unwrap().0, serial);
    }
    let (call, body) = slow.next_call();
    assert_eq!(body, long);
    slow.reply(&call, &long);
    assert_eq!(client.answer().unwrap(), (2, long));
}

#[test]
fn calls_wait_in_order_for_the_daemon_that_they_are_for() {
    let proxy = Proxy::start();
    let network = proxy.listen("network");
    let (mut client, mut behind) = proxy.open("qemu:///system", &proxy.listen("qemu"));
    // Nobody accepts yet: the worker that connects waits.
    client.call(P::CONNECT_NUM_OF_NETWORKS, 2, b"");
    client.call(P::NETWORK_LOOKUP_BY_NAME, 3, b"\0\0\0\x01a\0\0\0");
    client.call(P::DOMAIN_GET_XML_DESC, 4, b"");
    let (call, _) = behind.next_call();
    behind.reply(&call, b"");
    assert_eq!(client.answer().unwrap().0, 4);
    let mut network = accept(&network);
    let calls: Vec<_> = (0..2).map(|_| network.next_call().0).collect();
    assert_eq!(P(calls[0].procedure), P::CONNECT_NUM_OF_NETWORKS);
    assert_eq!(P(calls[1].procedure), P::NETWORK_LOOKUP_BY_NAME);
    for (call, serial) in calls.iter().zip(2..) {
        network.reply(call, b"");
        assert_eq!(client.answer().unwrap().0, serial);
    }
    // From now on it is known.
    client.call(P::CONNECT_NUM_OF_NETWORKS, 5, b"");
    let (call, _) = network.next_call();
    network.reply(&call, b"");
    assert_eq!(client.answer().unwrap().0, 5);
}

#[test]
fn a_daemon_that_is_not_there_is_tried_again() {
    let proxy = Proxy::start();
    let (mut client, _behind) = proxy.open("qemu:///system", &proxy.listen("qemu"));
    // The socket is there, its daemon is not.
    drop(proxy.listen("network"));
    client.call(P::CONNECT_NUM_OF_NETWORKS, 2, b"");
    let error = client.answer().unwrap_err();
    assert!(error.text().starts_with("Failed to connect socket to '"), "{}", error.text());
    let network = proxy.listen("network");
    client.call(P::CONNECT_NUM_OF_NETWORKS, 3, b"");
    let mut network = accept(&network);
    let (call, _) = network.next_call();
    network.reply(&call, b"\0\0\0\0");
    assert_eq!(client.answer().unwrap(), (3, vec![0; 4]));
}

/// Opens a stream through the proxy; returns the header of its packets at each end.
fn open_stream(client: &mut End, behind: &mut End, procedure: P, body: &[u8]) -> (Header, Header) {
    client.call(procedure, 900, body);
    let (call, _) = behind.next_call();
    behind.reply(&call, b"");
    let (answer, _) = client.frame().unwrap();
    assert_eq!((answer.serial, answer.status), (900, Status::OK));
    let packet = |header: Header| Header { kind: Kind::STREAM, status: Status::CONTINUE, ..header };
    (packet(answer), packet(call))
}

/// The arguments of a transfer of a volume: its names, key, offset, length and flags.
fn transfer() -> Vec<u8> {
    let vol = remote::NonnullStorageVol { pool: "p".into(), name: "v".into(), key: "k".into() };
    let args = remote::StorageVolUploadArgs { vol, offset: 0, length: 0, flags: 0 };
    let mut body = Vec::new();
    args.encode(&mut Writer::new(&mut body, 1 << 20)).unwrap();
    body
}

#[test]
fn streams_pass_both_ways_without_a_worker() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    // The first call about storage has a worker find out whose that is.
    let (here, there) = open_stream(&mut client, &mut behind, P::STORAGE_VOL_DOWNLOAD, &transfer());
    let (let_go, busy) = channel::<()>();
    proxy.daemon.servers[0].pool.add(false, Box::new(move || busy.recv().unwrap_or_default()));
    assert!(there.serial != here.serial);
    for piece in [&b"one"[..], b"two", b""] {
        behind.send(&there, piece);
    }
    let mut got = Vec::new();
    loop {
        let (header, body) = client.frame().unwrap();
        assert_eq!(header, here);
        if body.is_empty() {
            break;
        }
        got.extend(body);
    }
    assert_eq!(got, b"onetwo");
    let finish = |header: Header| Header { status: Status::OK, ..header };
    client.send(&finish(here), b"");
    assert_eq!(behind.frame().unwrap(), (finish(there), vec![]));
    // A call is answered before the end of the stream is.
    client.call(P::DOMAIN_GET_XML_DESC, 2, b"");
    let (call, _) = behind.next_call();
    behind.reply(&call, b"");
    assert_eq!(client.answer().unwrap().0, 2);
    behind.send(&finish(there), b"");
    assert_eq!(client.frame().unwrap(), (finish(here), vec![]));

    let (here, there) = open_stream(&mut client, &mut behind, P::STORAGE_VOL_UPLOAD, &transfer());
    client.send(&here, b"up");
    assert_eq!(behind.frame().unwrap(), (there, b"up".to_vec()));
    let abort = |header: Header| Header { status: Status::ERROR, ..header };
    client.send(&abort(here), b"");
    assert_eq!(behind.frame().unwrap(), (abort(there), vec![]));
    behind.send(&finish(there), b"");
    assert_eq!(client.frame().unwrap(), (finish(here), vec![]));
    drop(let_go);
}

#[test]
fn a_stream_that_the_daemon_behind_fails_or_refuses() {
    let proxy = Proxy::start();
    let (mut client, mut behind) = proxy.open("fake:///system", &proxy.listen("fake"));
    let error = oxivirt_model::Error::new(oxivirt_model::ErrorDomain::STORAGE, ErrorCode::OPERATION_FAILED, "full");
    let (here, there) = open_stream(&mut client, &mut behind, P::STORAGE_VOL_UPLOAD, &transfer());
    let failed = |header: Header| Header { status: Status::ERROR, ..header };
    behind.send(&failed(there), &crate::errors::encoded(&error));
    let (header, body) = client.frame().unwrap();
    assert_eq!((header, error_from_wire(&body).code), (failed(here), error.code));

    client.call(P::STORAGE_VOL_UPLOAD, 7, &transfer());
    let (call, _) = behind.next_call();
    behind.send(&Header { kind: Kind::REPLY, status: Status::ERROR, ..call }, &crate::errors::encoded(&error));
    assert_eq!(client.answer().unwrap_err().code, error.code);
    // What comes for a stream that is none is dropped.
    client.send(&Header { serial: 7, ..here }, b"data");
    client.synchronize();
    assert!(behind.is_silent());
}

#[test]
fn the_end_of_the_daemon_behind_ends_its_streams() {
    let proxy = Proxy::start();
    let listener = proxy.listen("fake");
    for procedure in [P::STORAGE_VOL_DOWNLOAD, P::STORAGE_VOL_UPLOAD] {
        let (mut client, mut behind) = proxy.open("fake:///system", &listener);
        let (here, _) = open_stream(&mut client, &mut behind, procedure, &transfer());
        drop(behind);
        let (header, body) = client.frame().unwrap();
        assert_eq!(header, Header { status: Status::ERROR, ..here });
        assert_eq!(error_from_wire(&body).text(), "internal error: client socket is closed");
    }
}

#[test]
fn an_upload_that_the_daemon_behind_does_not_take_holds_up_nobody_and_arrives_whole() {
    const PIECE: usize = 200_000;
    const PIECES: usize = 20;
    let proxy = Proxy::start();
    let listener = proxy.listen("fake");
    let (mut client, mut slow) = proxy.open("fake:///system", &listener);
    let (mut other, mut quick) = proxy.open("fake:///system", &listener);
    let (here, there) = open_stream(&mut client, &mut slow, P::STORAGE_VOL_UPLOAD, &transfer());
    let mut far_end = End(client.0.try_clone().unwrap());
    let sender = std::thread::spawn(move || {
        for piece in 0..PIECES {
            far_end.send(&here, &vec![u8::try_from(piece).unwrap(); PIECE]);
        }
        far_end.send(&Header { status: Status::OK, ..here }, b"");
    });
    for serial in 2..10 {
        other.call(P::DOMAIN_GET_XML_DESC, serial, b"");
        let (call, _) = quick.next_call();
        quick.reply(&call, b"");
        assert_eq!(other.answer().unwrap().0, serial);
    }
    let mut got = Vec::new();
    loop {
        let (header, body) = slow.frame().unwrap();
        if header.status == Status::OK {
            break;
        }
        assert_eq!(header, there);
        got.extend(body);
    }
    sender.join().unwrap();
    let sent: Vec<u8> = (0..PIECES).flat_map(|piece| vec![u8::try_from(piece).unwrap(); PIECE]).collect();
    assert!(got == sent);
    slow.send(&Header { status: Status::OK, ..there }, b"");
    assert_eq!(client.frame().unwrap().0.status, Status::OK);
}
