//! A driver whose doings are in the hands of a test, and a daemon that has no other: for unit tests and for the simulation.
#![expect(clippy::unwrap_used, reason = "whatever is wrong here fails a test")]
use super::Client;
use crate::daemon::Daemon;
use crate::mailbox::Mailbox;
use crate::opener::{self, Opener, Wanted};
use crate::peer::{Peer, Transport};
use crate::policy::Policy;
use crate::pool::PoolLimits;
use crate::server::{ClientLimits, Quotas, Server, ServerConfig, Serves, Service};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{
    Backlog, Call, Event, Listener, Message, Observer, Receive, Received, Session, StreamId, Streams, remote,
};
use oxivirt_xdr::Writer;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, Weak};

/// The driver.
#[derive(Debug)]
pub(super) struct Fake {
    pub(super) read_only: bool,
    /// No call waits or panics.
    calm: bool,
    /// Calls for information about a domain wait for one of these.
    gate: Mutex<Receiver<()>>,
    listener: Mutex<Option<Weak<dyn Listener>>>,
    registrations: AtomicI32,
    pub(super) backlog: Backlog,
    /// What a stream brings: pieces, of which an empty one is the end.
    pub(super) brings: Mutex<Vec<Vec<u8>>>,
    /// Streams that were opened and are not forgotten, and who is told about the last one.
    pub(super) streams: AtomicI32,
    observer: Observed,
    /// What was sent into a stream, and how it ended.
    pub(super) got: Mutex<(Vec<u8>, Option<bool>)>,
    pub(super) closed: AtomicBool,
}

/// Who is told about a stream.
#[derive(Default)]
struct Observed(Mutex<Option<Observer>>);

impl std::fmt::Debug for Observed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Observed")
    }
}

macro_rules! nothing_of {
    ($($topic:ident)*) => { $(impl $topic for Fake {})* };
}
nothing_of! {
    Admin Auth DomainBlock DomainBlockJob DomainCheckpoint DomainDefine DomainGuest DomainJob
    DomainLookup DomainMemory DomainMigrate DomainSave DomainSnapshot DomainVcpu Interface Lxc Network NetworkPort Node
    NodeDevice Nwfilter Qemu Secret StoragePool
}

impl Connect for Fake {
    fn connect_get_hostname<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetHostnameRet<'c>> {
        Ok(remote::ConnectGetHostnameRet { hostname: "here".into() })
    }

    fn connect_get_capabilities<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetCapabilitiesRet<'c>> {
        assert!(self.calm, "a driver's mistake");
        Ok(remote::ConnectGetCapabilitiesRet { capabilities: "<capabilities/>".into() })
    }
}

impl DomainInfo for Fake {
    fn domain_get_info(&self, _: &mut Call, args: &remote::DomainGetInfoArgs<'_>) -> Result<remote::DomainGetInfoRet> {
        if !self.calm {
            let _ = self.gate.lock().unwrap().recv();
        }
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

impl DomainDevice for Fake {
    fn domain_open_graphics_fd(&self, call: &mut Call, _: &remote::DomainOpenGraphicsFdArgs<'_>) -> Result<()> {
        call.fds_out.extend(std::fs::File::open("/dev/null").map(Into::into));
        Ok(())
    }
}

impl DomainLifecycle for Fake {
    fn domain_create_with_files<'c>(
        &self,
        call: &'c mut Call,
        args: &remote::DomainCreateWithFilesArgs<'_>,
    ) -> Result<remote::DomainCreateWithFilesRet<'c>> {
        let id = i32::try_from(call.fds_in.len()).unwrap();
        Ok(remote::DomainCreateWithFilesRet {
            dom: remote::NonnullDomain { name: "guest".into(), uuid: args.dom.uuid, id },
        })
    }

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
        self.opens(call, 7);
        Ok(())
    }

    fn storage_vol_upload(&self, call: &mut Call, args: &remote::StorageVolUploadArgs<'_>) -> Result<()> {
        if args.length == 13 {
            return Err(Error::new(ErrorDomain::STORAGE, ErrorCode::OPERATION_FAILED, "thirteen"));
        }
        self.opens(call, 8);
        Ok(())
    }
}

impl Streams for Fake {
    fn stream_observe(&self, _: StreamId, observer: Option<Observer>) {
        // A session has something already, and says so at once.
        observer.iter().for_each(|observer| observer());
        *self.observer.0.lock().unwrap() = observer;
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

    fn stream_forget(&self, _: StreamId) {
        self.streams.fetch_sub(1, Ordering::Relaxed);
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
    fn opens(&self, call: &mut Call, number: u32) {
        self.streams.fetch_add(1, Ordering::Relaxed);
        call.stream = Some(StreamId(number));
    }

    /// Has the last stream bring something more.
    pub(super) fn bring(&self, piece: Vec<u8>) {
        self.brings.lock().unwrap().push(piece);
        let observer = self.observer.0.lock().unwrap().clone();
        observer.into_iter().for_each(|observer| observer());
    }

    /// Reports that a domain with this number was started, if anybody listens.
    pub(super) fn report(&self, callback: i32, id: i32) {
        let event = Event::DomainLifecycle { dom: domain(id), event: 2, detail: 0 };
        let mut payload = Vec::new();
        event.encode(Some(callback), &mut Writer::new(&mut payload, 1 << 20)).unwrap();
        let (program, procedure) = event.procedure(true).unwrap();
        let counted = self.backlog.count(payload.len());
        let Some(listener) = self.listener.lock().unwrap().as_ref().and_then(Weak::upgrade) else { return };
        listener.on_messages(vec![Message::received(program, procedure, payload, counted)]);
        listener.on_taken();
    }
}

/// A domain with this number.
pub(super) fn domain(id: i32) -> remote::NonnullDomain<'static> {
    remote::NonnullDomain { name: "guest".into(), uuid: Uuid([7; Uuid::LEN]), id }
}

/// The drivers that were opened, and what lets their calls go on.
pub(super) type Openings = Arc<Mutex<Vec<(Arc<Fake>, Sender<()>)>>>;

/// Opens the driver.
#[derive(Debug, Default)]
pub(super) struct FakeOpener {
    pub(super) opened: Openings,
    pub(super) at_once: bool,
    pub(super) calm: bool,
}

impl Opener for FakeOpener {
    fn open(&self, wanted: &Wanted<'_>) -> Result<opener::Opened> {
        if wanted.uri == Some(b"bad:///") {
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::NO_CONNECT, "bad:///"));
        }
        let (let_go, gate) = channel();
        let fake = Arc::new(Fake {
            read_only: wanted.read_only,
            calm: self.calm,
            gate: Mutex::new(gate),
            listener: Mutex::new(None),
            registrations: AtomicI32::new(40),
            backlog: Backlog::default(),
            brings: Mutex::default(),
            streams: AtomicI32::new(0),
            observer: Observed::default(),
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

/// The settings of a server.
pub(super) const SERVER: ServerConfig = ServerConfig {
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

/// Makes a daemon with one server, and what has to stay as long as it does.
pub(super) fn daemon(config: ServerConfig, opener: FakeOpener) -> (Arc<Daemon>, mio::Poll) {
    let poll = mio::Poll::new().unwrap();
    let mailbox = Mailbox::new(&poll, mio::Token(0)).unwrap();
    let servers = vec![Server::new(config)];
    (Arc::new(Daemon::new(servers, Box::new(opener), mailbox, Policy::default(), 0)), poll)
}

/// Makes a client of the daemon's first server, and its other end.
pub(super) fn connect(daemon: &Arc<Daemon>, read_only: bool, token: usize) -> (Arc<Client>, UnixStream) {
    let (far, socket) = UnixStream::pair().unwrap();
    socket.set_nonblocking(true).unwrap();
    let service = Service {
        fd: socket.try_clone().unwrap().into(),
        path: None,
        server: Arc::clone(daemon.servers.first().unwrap()),
        transport: Transport::Unix,
        auth: crate::server::Auth::None,
        read_only,
        tls: None,
    };
    let credentials = oxivirt_sys::peer_credentials(socket.as_fd()).unwrap();
    let client = Client::new(daemon, &service, socket.into(), Peer::Process(credentials, None), token).unwrap();
    client.server.add(Arc::<Client>::clone(&client));
    (client, far)
}
