//! A client of a driver made for these tests, over a socket pair; the test is the thread that waits for sockets.
use super::*;
use crate::mailbox::{Mailbox, Task};
use crate::opener::{self, Opener, Wanted};
use crate::policy::Policy;
use crate::pool::PoolLimits;
use crate::server::{ClientLimits, Quotas, ServerConfig, Serves};
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::driver::{Auth, Events};
use oxivirt_protocol::{
    Backlog, Call, Event, Listener, Message, Observer, Program, Receive, Received, Session, StreamId, Streams,
    error_from_wire, qemu, remote,
};
use oxivirt_rpc::{Header, Kind, Status, finish_frame, start_frame};
use oxivirt_xdr::{Encode, Writer};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::AtomicI32;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, Weak};
use std::time::Duration;

mod bounds;
mod calls;
mod events;
mod input;
mod streams;

/// The driver of these tests: what it does is in the hands of the test.
#[derive(Debug)]
struct Fake {
    read_only: bool,
    /// Calls for information about a domain wait for one of these.
    gate: Mutex<Receiver<()>>,
    listener: Mutex<Option<Weak<dyn Listener>>>,
    registrations: AtomicI32,
    backlog: Backlog,
    /// What a stream brings: pieces, of which an empty one is the end.
    brings: Mutex<Vec<Vec<u8>>>,
    /// What was sent into a stream, and how it ended.
    got: Mutex<(Vec<u8>, Option<bool>)>,
    closed: AtomicBool,
}

macro_rules! nothing_of {
    ($($topic:ident)*) => { $(impl $topic for Fake {})* };
}
nothing_of! {
    Admin Auth DomainBlock DomainBlockJob DomainCheckpoint DomainDefine DomainDevice DomainGuest DomainJob
    DomainLookup DomainMemory DomainMigrate DomainSave DomainSnapshot DomainVcpu Interface Lxc Network NetworkPort Node
    NodeDevice Nwfilter Qemu Secret StoragePool
}

impl Connect for Fake {
    fn connect_get_hostname<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetHostnameRet<'c>> {
        Ok(remote::ConnectGetHostnameRet { hostname: "here".into() })
    }

    fn connect_get_capabilities<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetCapabilitiesRet<'c>> {
        panic!("a driver's mistake");
    }
}

impl DomainInfo for Fake {
    fn domain_get_info(&self, _: &mut Call, args: &remote::DomainGetInfoArgs<'_>) -> Result<remote::DomainGetInfoRet> {
        let _ = self.gate.lock().unwrap().recv();
        let memory = args.dom.id.into();
        Ok(remote::DomainGetInfoRet {
            state: 1,
            max_mem: 0,
            memory: i64::unsigned_abs(memory),
            nr_virt_cpu: 1,
            cpu_time: 0,
        })
    }
}

impl DomainLifecycle for Fake {
    fn domain_destroy(&self, _: &mut Call, _: &remote::DomainDestroyArgs<'_>) -> Result<()> {
        Ok(())
    }
}

impl Events for Fake {
    fn connect_domain_event_callback_register_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectDomainEventCallbackRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectDomainEventCallbackRegisterAnyRet> {
        let callback_id = self.registrations.fetch_add(1, Ordering::Relaxed);
        if args.event_id == 0 {
            // An event that comes before the answer.
            self.report(callback_id, 0);
        }
        Ok(remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id })
    }

    fn connect_domain_event_callback_deregister_any(
        &self,
        _: &mut Call,
        _: &remote::ConnectDomainEventCallbackDeregisterAnyArgs,
    ) -> Result<()> {
        Ok(())
    }
}

impl StorageVol for Fake {
    fn storage_vol_download(&self, call: &mut Call, _: &remote::StorageVolDownloadArgs<'_>) -> Result<()> {
        call.stream = Some(StreamId(7));
        Ok(())
    }

    fn storage_vol_upload(&self, call: &mut Call, args: &remote::StorageVolUploadArgs<'_>) -> Result<()> {
        if args.length == 13 {
            return Err(Error::new(ErrorDomain::STORAGE, ErrorCode::OPERATION_FAILED, "thirteen"));
        }
        call.stream = Some(StreamId(8));
        Ok(())
    }
}

impl Streams for Fake {
    fn stream_observe(&self, _: StreamId, observer: Option<Observer>) {
        // A session has something already, and says so at once.
        observer.into_iter().for_each(|observer| observer());
    }

    fn stream_send(&self, _: StreamId, data: &[u8]) -> Result<()> {
        if data.starts_with(b"bad") {
            return Err(Error::new(ErrorDomain::STREAMS, ErrorCode::SYSTEM_ERROR, "No space left on device"));
        }
        self.got.lock().unwrap().0.extend_from_slice(data);
        Ok(())
    }

    fn stream_receive(&self, _: StreamId, _: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        let mut brings = self.brings.lock().unwrap();
        if brings.is_empty() {
            return Ok(Received::Nothing);
        }
        let piece = brings.remove(0);
        put(&piece);
        Ok(Received::Data(piece.len()))
    }

    fn stream_close(&self, _: StreamId, abort: bool) -> Result<()> {
        self.got.lock().unwrap().1 = Some(abort);
        Ok(())
    }
}

impl Session for Fake {
    fn uri(&self) -> &[u8] {
        b"fake:///"
    }

    fn kind(&self) -> Result<&[u8]> {
        Ok(b"FAKE")
    }

    fn is_alive(&self) -> bool {
        true
    }

    fn is_read_only(&self) -> bool {
        self.read_only
    }

    fn listen(&self, listener: Weak<dyn Listener>) {
        *self.listener.lock().unwrap() = Some(listener);
    }

    fn filters_events(&self) -> bool {
        true
    }

    fn has_close_callback(&self) -> bool {
        false
    }

    fn close(&self) -> Result<()> {
        self.closed.store(true, Ordering::Relaxed);
        Ok(())
    }
}

impl Fake {
    /// Reports that a domain with this number was started.
    fn report(&self, callback: i32, id: i32) {
        let event = Event::DomainLifecycle { dom: domain(id), event: 2, detail: 0 };
        let mut payload = Vec::new();
        event.encode(Some(callback), &mut Writer::new(&mut payload, 1 << 20)).unwrap();
        let (program, procedure) = event.procedure(true).unwrap();
        let counted = self.backlog.count(payload.len());
        let listener = self.listener.lock().unwrap().as_ref().and_then(Weak::upgrade).unwrap();
        listener.on_messages(vec![Message::received(program, procedure, payload, counted)]);
        listener.on_taken();
    }
}

fn domain(id: i32) -> remote::NonnullDomain<'static> {
    remote::NonnullDomain { name: "guest".into(), uuid: Uuid([7; Uuid::LEN]), id }
}

/// The drivers that were opened, and what lets their calls go on.
type Openings = Arc<Mutex<Vec<(Arc<Fake>, Sender<()>)>>>;

/// Opens the driver of a test.
#[derive(Debug, Default)]
struct FakeOpener {
    opened: Openings,
    at_once: bool,
}

impl Opener for FakeOpener {
    fn open(&self, wanted: &Wanted<'_>) -> Result<opener::Opened> {
        if wanted.uri == Some(b"bad:///") {
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::NO_CONNECT, "bad:///"));
        }
        let (let_go, gate) = channel();
        let fake = Arc::new(Fake {
            read_only: wanted.read_only,
            gate: Mutex::new(gate),
            listener: Mutex::new(None),
            registrations: AtomicI32::new(40),
            backlog: Backlog::default(),
            brings: Mutex::default(),
            got: Mutex::default(),
            closed: AtomicBool::new(false),
        });
        self.opened.lock().unwrap().push((Arc::clone(&fake), let_go));
        let session: Arc<dyn Session> = fake;
        Ok(session.into())
    }

    fn answers_at_once(&self) -> bool {
        self.at_once
    }
}

/// A client, its other end, and the thread's state.
struct Bench {
    client: Arc<Client>,
    peer: UnixStream,
    opened: Openings,
    buffer: Vec<u8>,
    /// The client shall be looked at when its socket takes more.
    waits_for_room: bool,
    _poll: mio::Poll,
}

/// A frame as the peer sees it.
#[derive(Debug, PartialEq)]
struct Frame {
    header: Header,
    body: Vec<u8>,
}

const SERVER: ServerConfig = ServerConfig {
    name: String::new(),
    serves: Serves::Drivers,
    pool: PoolLimits { min: 2, max: 4, reserved: 1 },
    clients: ClientLimits { max: 10, max_anonymous: 0 },
    requests: 3,
    keepalive_interval: 5,
    keepalive_count: 5,
    quotas: Quotas { per_user: 0, per_address: 0, anonymous: 0 },
    memory: 1 << 26,
};

impl Bench {
    fn new(config: ServerConfig, read_only: bool, at_once: bool) -> Self {
        let (peer, socket) = UnixStream::pair().unwrap();
        socket.set_nonblocking(true).unwrap();
        peer.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let opener = FakeOpener { at_once, ..FakeOpener::default() };
        let opened = Arc::clone(&opener.opened);
        let poll = mio::Poll::new().unwrap();
        let mailbox = Mailbox::new(&poll, mio::Token(0)).unwrap();
        let server = Server::new(config);
        let daemon = Arc::new(Daemon::new(vec![Arc::clone(&server)], Box::new(opener), mailbox, Policy::default(), 0));
        let service = Service {
            fd: socket.try_clone().unwrap().into(),
            path: None,
            server,
            transport: Transport::Unix,
            auth: crate::server::Auth::None,
            read_only,
            tls: None,
        };
        let credentials = oxivirt_sys::peer_credentials(socket.as_fd()).unwrap();
        let client = Client::new(&daemon, &service, socket.into(), Peer::Process(credentials, None), 5).unwrap();
        client.server.add(Arc::<Client>::clone(&client));
        Self { client, peer, opened, buffer: vec![0; 1 << 16], waits_for_room: false, _poll: poll }
    }

    /// One whose connection is open.
    fn open() -> Self {
        let mut bench = Self::new(SERVER, false, false);
        bench.call_open(0).unwrap();
        bench
    }

    fn fake(&self) -> Arc<Fake> {
        Arc::clone(&self.opened.lock().unwrap().last().unwrap().0)
    }

    fn let_go(&self) {
        self.opened.lock().unwrap().last().unwrap().1.send(()).unwrap();
    }

    /// Does what the thread that waits for sockets does.
    fn serve(&mut self) -> Progress {
        let mut progress = self.serve_knowing(Input::Unknown);
        for task in self.client.daemon.mailbox.take() {
            if let Task::Look(5) = task {
                progress = self.serve_knowing(Input::Unknown);
            }
        }
        progress
    }

    fn serve_knowing(&mut self, input: Input) -> Progress {
        let progress = self.client.serve(&mut self.buffer, input);
        if let Progress::Wait { output: Some(output), .. } = progress {
            self.waits_for_room = output;
        }
        progress
    }

    fn send(&mut self, header: &Header, body: &[u8]) {
        let mut frame = Vec::new();
        start_frame(&mut frame, header);
        frame.extend_from_slice(body);
        finish_frame(&mut frame).unwrap();
        self.peer.write_all(&frame).unwrap();
    }

    /// Sends a call and has it taken in.
    fn call(&mut self, procedure: remote::Procedure, serial: u32, args: &dyn Encode) {
        let mut body = Vec::new();
        args.encode(&mut Writer::new(&mut body, 1 << 25)).unwrap();
        self.send(&header(procedure, Kind::CALL, serial), &body);
        self.serve();
    }

    /// Returns the next frame, whoever sends it.
    fn frame(&mut self) -> Frame {
        let length = self.bytes(4);
        let length = u32::from_be_bytes(length.try_into().unwrap());
        let mut rest = self.bytes((length as usize).saturating_sub(4));
        let body = rest.split_off(24);
        Frame { header: Header::decode(&rest.try_into().unwrap()), body }
    }

    /// Reads so many bytes, and does meanwhile what the thread that waits for sockets does.
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut got = vec![0; count];
        let mut have = 0usize;
        let far = Instant::now().checked_add(Duration::from_secs(60)).unwrap();
        while have < count {
            self.serve();
            let soon = Instant::now().checked_add(Duration::from_millis(10));
            let ready = oxivirt_sys::wait_one(self.peer.as_fd(), oxivirt_sys::Interest::READ, soon).unwrap();
            assert!(Instant::now() < far, "no answer");
            if !ready.is_empty() {
                let more = self.peer.read(&mut got[have..]).unwrap();
                assert_ne!(more, 0, "the connection has ended");
                have = have.saturating_add(more);
            }
        }
        got
    }

    fn answer(&mut self) -> Result<Vec<u8>> {
        let Frame { header, body } = self.frame();
        assert_eq!(header.kind, Kind::REPLY);
        if header.status == Status::ERROR { Err(error_from_wire(&body)) } else { Ok(body) }
    }

    fn call_open(&mut self, flags: u32) -> Result<Vec<u8>> {
        let args = remote::ConnectOpenArgs { name: Some("fake:///".into()), flags };
        self.call(remote::Procedure::CONNECT_OPEN, 1, &args);
        self.answer()
    }

    /// Returns true if the peer is told that the connection has ended.
    fn hung_up(&mut self) -> bool {
        matches!(self.peer.read(&mut [0]), Ok(0))
    }
}

fn header(procedure: remote::Procedure, kind: Kind, serial: u32) -> Header {
    Header { program: Program::REMOTE.0, version: 1, procedure: procedure.0, kind, serial, status: Status::OK }
}
