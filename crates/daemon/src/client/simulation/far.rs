//! The other end of a connection: what a client sends, in which pieces, and what it reads.
use super::Input;
use super::traffic::Traffic;
use crate::client::Client;
use crate::client::fake::domain;
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_protocol::remote::{self, Procedure};
use oxivirt_protocol::{Program, net};
use oxivirt_rpc::{Header, Kind, Status, finish_frame, start_frame};
use oxivirt_xdr::{Encode, Writer};
use std::collections::BTreeSet;
use std::fs::File;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Weak};

/// Serials that clients use: few, so that they use one again.
const SERIALS: u8 = 16;
/// Bytes read at once.
const READ: usize = 1 << 16;

/// One connection.
pub(super) struct Far {
    /// The daemon's end, until the daemon has ended it.
    pub(super) client: Option<Arc<Client>>,
    pub(super) ended: Weak<Client>,
    pub(super) token: usize,
    /// `None` once it is closed.
    socket: Option<UnixStream>,
    /// What waits to be sent, and which of its bytes, counted from the first of the connection, come with a descriptor.
    waiting: Vec<u8>,
    descriptors: BTreeSet<usize>,
    pub(super) sent: usize,
    pub(super) got: usize,
    pub(super) traffic: Traffic,
    null: File,
}

fn header(procedure: Procedure, kind: Kind, serial: u8, status: Status) -> Header {
    let serial = u32::from(serial % SERIALS);
    Header { program: Program::REMOTE.0, version: 1, procedure: procedure.0, kind, serial, status }
}

fn encoded(args: &dyn Encode) -> Vec<u8> {
    let mut body = Vec::new();
    args.encode(&mut Writer::new(&mut body, 1 << 16)).unwrap();
    body
}

fn framed(header: &Header, body: &[u8]) -> Vec<u8> {
    let mut frame = Vec::new();
    start_frame(&mut frame, header);
    frame.extend_from_slice(body);
    finish_frame(&mut frame).unwrap();
    frame
}

/// Returns one of the calls that clients make.
fn known(which: u8) -> (Procedure, Vec<u8>) {
    let volume = || remote::NonnullStorageVol { pool: "p".into(), name: "v".into(), key: "k".into() };
    let upload = |length| encoded(&remote::StorageVolUploadArgs { vol: volume(), offset: 0, length, flags: 0 });
    let open = |name: &'static str, flags| encoded(&remote::ConnectOpenArgs { name: Some(name.into()), flags });
    let register = |event_id| encoded(&remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id, dom: None });
    let feature = remote::DriverFeature::PROGRAM_KEEPALIVE.0;
    match which % 24 {
        0..=2 => (Procedure::CONNECT_OPEN, open("fake:///", 0)),
        3 => (Procedure::CONNECT_OPEN, open("fake:///", VIR_CONNECT_RO)),
        4 => (Procedure::CONNECT_OPEN, open("bad:///", 0)),
        5 => (Procedure::CONNECT_GET_HOSTNAME, Vec::new()),
        6 => (Procedure::CONNECT_GET_URI, Vec::new()),
        7 => (Procedure::DOMAIN_DESTROY, encoded(&remote::DomainDestroyArgs { dom: domain(1) })),
        8 => (Procedure::DOMAIN_GET_INFO, encoded(&remote::DomainGetInfoArgs { dom: domain(2) })),
        9 | 10 => {
            let args = remote::StorageVolDownloadArgs { vol: volume(), offset: 0, length: 0, flags: 0 };
            (Procedure::STORAGE_VOL_DOWNLOAD, encoded(&args))
        }
        11 | 12 => (Procedure::STORAGE_VOL_UPLOAD, upload(0)),
        // The driver refuses it.
        13 => (Procedure::STORAGE_VOL_UPLOAD, upload(13)),
        // The driver reports an event before it answers.
        14 => (Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, register(0)),
        15 => (Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, register(i32::from(which / 24))),
        16 => (Procedure::CONNECT_DOMAIN_EVENT_REGISTER, Vec::new()),
        17 => (Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER, Vec::new()),
        18 => {
            let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id: 40 };
            (Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY, encoded(&args))
        }
        19 => (Procedure::CONNECT_CLOSE, Vec::new()),
        20 => (Procedure::CONNECT_SUPPORTS_FEATURE, encoded(&remote::ConnectSupportsFeatureArgs { feature })),
        21 => {
            let params = vec![remote::TypedParam {
                field: "user-name".into(),
                value: remote::TypedParamValue::String("fred".into()),
            }];
            (Procedure::CONNECT_SET_IDENTITY, encoded(&remote::ConnectSetIdentityArgs { params, flags: 0 }))
        }
        22 => {
            let args = remote::DomainOpenGraphicsFdArgs { dom: domain(3), idx: 0, flags: 0 };
            (Procedure::DOMAIN_OPEN_GRAPHICS_FD, encoded(&args))
        }
        _ => (Procedure::CONNECT_GET_CAPABILITIES, Vec::new()),
    }
}

impl Far {
    pub(super) fn new(client: Arc<Client>, socket: UnixStream) -> Self {
        Self {
            ended: Arc::downgrade(&client),
            token: client.token,
            client: Some(client),
            socket: Some(socket),
            waiting: Vec::new(),
            descriptors: BTreeSet::new(),
            sent: 0,
            got: 0,
            traffic: Traffic::new(),
            null: File::open("/dev/null").unwrap(),
        }
    }

    /// Returns true if neither end is left.
    pub(super) fn is_over(&self) -> bool {
        self.client.is_none() && self.socket.is_none()
    }

    /// Queues bytes, of which the last `descriptors` come with one each.
    fn queue(&mut self, bytes: &[u8], descriptors: usize) {
        if self.waiting.len() > 1 << 20 || !self.traffic.queue(bytes) {
            return;
        }
        self.waiting.extend_from_slice(bytes);
        let end = self.sent + self.waiting.len();
        self.descriptors.extend(end - descriptors.min(bytes.len())..end);
    }

    /// Queues one of the known calls.
    pub(super) fn call(&mut self, which: u8, serial: u8) {
        let (procedure, body) = known(which);
        self.queue(&framed(&header(procedure, Kind::CALL, serial, Status::OK), &body), 0);
    }

    /// Queues a frame with any header.
    pub(super) fn frame(&mut self, length: u8, input: &mut Input<'_>) {
        let programs = [Program::REMOTE, Program::QEMU, Program::LXC, Program::ADMIN, Program::KEEPALIVE, Program(7)];
        let program = programs[usize::from(input.byte()) % programs.len()].0;
        let procedure = u32::from(input.byte()) << 8 | u32::from(input.byte());
        let (version, kind, status) = (input.byte(), input.byte(), input.byte());
        let serial = u32::from(input.byte() % SERIALS);
        let header = Header {
            program,
            version: u32::from(version % 3),
            procedure,
            kind: Kind(u32::from(kind % 9)),
            serial,
            status: Status(u32::from(status % 4)),
        };
        let body = input.bytes(usize::from(length));
        self.queue(&framed(&header, &body), 0);
    }

    /// Queues bytes that may be anything.
    pub(super) fn junk(&mut self, bytes: &[u8]) {
        self.spoil_if_descriptors_are_due();
        self.queue(bytes, 0);
    }

    /// Queues a packet of a stream.
    pub(super) fn packet(&mut self, serial: u8, input: &mut Input<'_>) {
        let how = input.byte();
        let procedure = if how & 1 == 0 { Procedure::STORAGE_VOL_UPLOAD } else { Procedure::STORAGE_VOL_DOWNLOAD };
        let (kind, status) = match how >> 1 & 7 {
            0 => (Kind::STREAM, Status::OK),
            1 => (Kind::STREAM, Status::ERROR),
            2 => (Kind::STREAM_HOLE, Status::CONTINUE),
            3 => (Kind::STREAM, Status(7)),
            _ => (Kind::STREAM, Status::CONTINUE),
        };
        let body = if kind == Kind::STREAM_HOLE {
            encoded(&net::StreamHole { length: i64::from(how), flags: 0 })
        } else if how & 0x40 != 0 {
            // The driver refuses it.
            b"bad".to_vec()
        } else {
            vec![how; usize::from(how) * usize::from(how)]
        };
        self.queue(&framed(&header(procedure, kind, serial, status), &body), 0);
    }

    /// Queues a call that announces descriptors and brings as many, or other than it says.
    pub(super) fn with_descriptors(&mut self, announced: u8, brought: u8) {
        self.spoil_if_descriptors_are_due();
        // Half of them are honest.
        let brought = if brought & 1 == 0 { announced % 40 } else { brought % 40 };
        let announced = announced % 40;
        let mut body = u32::from(announced).to_be_bytes().to_vec();
        body.extend(encoded(&remote::DomainCreateWithFilesArgs { dom: domain(4), flags: 0 }));
        let head = header(Procedure::DOMAIN_CREATE_WITH_FILES, Kind::CALL_WITH_FDS, brought, Status::OK);
        let mut bytes = framed(&head, &body);
        bytes.extend(std::iter::repeat_n(0, usize::from(brought)));
        self.queue(&bytes, usize::from(brought));
        if announced != brought {
            self.traffic.spoil();
        }
    }

    /// What is queued next comes without the descriptor that is due.
    fn spoil_if_descriptors_are_due(&mut self) {
        if self.traffic.wants_descriptor() {
            self.traffic.spoil();
        }
    }

    /// Sends so many of the bytes that wait, as far as the socket takes them.
    pub(super) fn send(&mut self, count: usize) {
        let Some(socket) = &self.socket else { return };
        let mut left = count.min(self.waiting.len());
        while left > 0 {
            // A descriptor comes with its byte alone.
            let next = self.descriptors.range(self.sent..).next().map_or(left, |at| at - self.sent);
            let done = if next == 0 {
                oxivirt_sys::send_with_fds(socket.as_fd(), &self.waiting[..1], &[self.null.as_fd()], false)
            } else {
                oxivirt_sys::send(socket.as_fd(), &self.waiting[..next.min(left)], false)
            };
            // The daemon closed it, or it is full.
            let Ok(done) = done else { return };
            self.waiting.drain(..done);
            self.sent += done;
            left -= done;
        }
    }

    /// Reads at most so many bytes.
    pub(super) fn read(&mut self, count: usize) {
        let mut left = count;
        let mut buffer = vec![0; READ];
        while left > 0
            && let Some(socket) = &self.socket
        {
            let room = left.min(READ);
            let Ok(got) = oxivirt_sys::recv_with_fds(socket.as_fd(), &mut buffer[..room], false) else { return };
            if got.bytes == 0 {
                assert!(self.client.is_none(), "the daemon ends a connection and keeps the client");
                self.socket = None;
                return;
            }
            left -= got.bytes;
            self.got += got.bytes;
            self.traffic.receive(&buffer[..got.bytes], self.sent);
        }
    }

    /// Vanishes, or says that nothing more will come.
    pub(super) fn leave(&mut self, all: bool) {
        if let Some(socket) = &self.socket {
            let how = if all { std::net::Shutdown::Both } else { std::net::Shutdown::Write };
            // The daemon may have been faster.
            let _ = socket.shutdown(how);
            self.waiting.clear();
            self.traffic.spoil();
        }
        if all {
            self.socket = None;
        }
    }

    /// The daemon ends the connection.
    pub(super) fn end(&mut self) {
        if let Some(client) = self.client.take() {
            client.end();
        }
    }
}
