//! What one client sent and what it was answered, as the wire has it: every complete call has at most one answer, with its numbers; nothing
//! is answered before it was sent; streams bring what was opened and end once.
use oxivirt_protocol::{Event, Program, error_from_wire, remote};
use oxivirt_rpc::{Header, Kind, MAX_FDS, MAX_FRAME, MIN_FRAME, Status};
use std::collections::{BTreeMap, BTreeSet};

/// Calls that a simulation must not make: a thread of its own works on them.
const FORBIDDEN: [remote::Procedure; 1] = [remote::Procedure::AUTH_POLKIT];

/// A complete frame.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) header: Header,
    pub(super) body: Vec<u8>,
    /// Where it ends, counted from the first byte of the connection, with the bytes that come with its descriptors.
    end: usize,
}

/// Cuts one direction into frames.
#[derive(Clone, Debug)]
pub(super) struct Cutter {
    /// The kind of frames that descriptors come with.
    carrier: Kind,
    rest: Vec<u8>,
    /// Bytes that come with a descriptor each and belong to no frame.
    skip: usize,
    at: usize,
    /// What came is no sequence of frames; all behind it is nothing.
    pub(super) broken: bool,
}

impl Cutter {
    fn new(carrier: Kind) -> Self {
        Self { carrier, rest: Vec::new(), skip: 0, at: 0, broken: false }
    }

    /// Takes bytes; returns the frames that they complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Frame> {
        self.rest.extend_from_slice(bytes);
        let mut frames = Vec::new();
        while !self.broken {
            let skipped = self.skip.min(self.rest.len());
            self.rest.drain(..skipped);
            self.skip -= skipped;
            self.at += skipped;
            let Some(word) = self.rest.first_chunk::<4>() else { break };
            let length = u32::from_be_bytes(*word) as usize;
            if !(MIN_FRAME..=MAX_FRAME).contains(&length) {
                self.broken = true;
                break;
            }
            if self.rest.len() < length {
                break;
            }
            let frame: Vec<u8> = self.rest.drain(..length).collect();
            self.at += length;
            let header = Header::decode(frame[4..MIN_FRAME].try_into().unwrap());
            let body = frame[MIN_FRAME..].to_vec();
            if header.kind == self.carrier {
                match body.first_chunk::<4>().map(|word| u32::from_be_bytes(*word) as usize) {
                    Some(count) if count <= MAX_FDS => self.skip = count,
                    _ => self.broken = true,
                }
            }
            frames.push(Frame { header, body, end: self.at + self.skip });
        }
        frames
    }

    /// Returns true if the next byte belongs to a descriptor.
    pub(super) fn wants_descriptor(&self) -> bool {
        self.skip > 0
    }

    /// Returns the header of the frame that has begun, if all of it is there.
    fn begun(&self) -> Option<Header> {
        let bytes = self.rest.get(4..MIN_FRAME)?;
        Some(Header::decode(bytes.try_into().unwrap()))
    }
}

/// A call that was sent whole, or will be when all is sent that waits.
#[derive(Debug)]
struct Sent {
    header: Header,
    end: usize,
    answered: bool,
}

/// One client's.
#[derive(Debug)]
pub(super) struct Traffic {
    out: Cutter,
    back: Cutter,
    calls: Vec<Sent>,
    /// Streams that were opened and that were ended, by serial.
    opened: BTreeMap<u32, usize>,
    ended: BTreeMap<u32, usize>,
    /// Numbers that registrations were answered.
    registered: BTreeSet<i32>,
    /// A registration without a number was answered.
    bare: bool,
    /// More calls may have been sent than are known.
    unsure: bool,
    /// The client's goodbye was answered.
    pub(super) closed: bool,
}

fn is(header: &Header, procedure: remote::Procedure) -> bool {
    header.program == Program::REMOTE.0 && header.procedure == procedure.0
}

fn opens_stream(header: &Header) -> bool {
    Program(header.program).procedure(header.procedure).is_some_and(|info| info.stream.is_some())
}

impl Traffic {
    pub(super) fn new() -> Self {
        Self {
            out: Cutter::new(Kind::CALL_WITH_FDS),
            back: Cutter::new(Kind::REPLY_WITH_FDS),
            calls: Vec::new(),
            opened: BTreeMap::new(),
            ended: BTreeMap::new(),
            registered: BTreeSet::new(),
            bare: false,
            unsure: false,
            closed: false,
        }
    }

    /// Notes what will be sent. Returns false, and notes nothing, if that must not be sent.
    pub(super) fn queue(&mut self, bytes: &[u8]) -> bool {
        let mut out = self.out.clone();
        let frames = out.feed(bytes);
        let begun = out.begun();
        let headers = frames.iter().map(|frame| &frame.header).chain(&begun);
        if headers.into_iter().any(|header| FORBIDDEN.iter().any(|procedure| is(header, *procedure))) {
            return false;
        }
        self.out = out;
        for Frame { header, end, .. } in frames {
            if matches!(header.kind, Kind::CALL | Kind::CALL_WITH_FDS) {
                self.calls.push(Sent { header, end, answered: false });
            }
        }
        true
    }

    /// Returns true if what was sent is frames, up to where it ends.
    pub(super) fn is_good(&self) -> bool {
        !self.out.broken
    }

    /// Notes that what is sent from now on may be taken in another way: descriptors are missing, or nobody announced them.
    pub(super) fn spoil(&mut self) {
        self.out.broken = true;
        self.unsure = true;
    }

    /// Returns true if the next byte that is queued has to come with a descriptor.
    pub(super) fn wants_descriptor(&self) -> bool {
        self.out.wants_descriptor()
    }

    /// Looks at what the daemon sent, when `sent` bytes of the client's had gone.
    pub(super) fn receive(&mut self, bytes: &[u8], sent: usize) {
        for Frame { header, body, .. } in self.back.feed(bytes) {
            match header.kind {
                Kind::REPLY | Kind::REPLY_WITH_FDS => self.answer(&header, &body, sent),
                Kind::MESSAGE => self.message(&header, &body),
                Kind::STREAM | Kind::STREAM_HOLE => self.packet(&header),
                _ => panic!("the daemon sends {header:?}"),
            }
        }
        assert!(!self.back.broken, "what the daemon sends is no frame");
    }

    fn answer(&mut self, header: &Header, body: &[u8], sent: usize) {
        let same = |call: &&mut Sent| {
            let asked = call.header;
            !call.answered
                && call.end <= sent
                && (asked.program, asked.version, asked.procedure, asked.serial)
                    == (header.program, header.version, header.procedure, header.serial)
        };
        match self.calls.iter_mut().find(same) {
            Some(call) => call.answered = true,
            None => assert!(self.unsure, "an answer to nothing: {header:?}"),
        }
        if header.status == Status::ERROR {
            let error = error_from_wire(body);
            assert!(!error.text().ends_with("see its log"), "a call panicked: {header:?}");
            return;
        }
        assert_eq!(header.status, Status::OK);
        if opens_stream(header) {
            *self.opened.entry(header.serial).or_default() += 1;
        } else if is(header, remote::Procedure::CONNECT_CLOSE) {
            self.closed = true;
        } else if is(header, remote::Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY) {
            self.registered.insert(i32::from_be_bytes(body.try_into().unwrap()));
        } else if is(header, remote::Procedure::CONNECT_DOMAIN_EVENT_REGISTER)
            || is(header, remote::Procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY)
        {
            self.bare = true;
        }
    }

    fn message(&self, header: &Header, body: &[u8]) {
        if Program(header.program) == Program::KEEPALIVE {
            return;
        }
        let event = Event::decode(Program(header.program), header.procedure, body);
        let (callback, event) = event.unwrap().unwrap();
        let known = callback.map_or(self.bare, |number| self.registered.contains(&number));
        assert!(
            known || matches!(event, Event::ConnectionClosed { .. }),
            "an event nobody asked for: {callback:?} {event:?}"
        );
    }

    fn packet(&mut self, header: &Header) {
        let opened = self.opened.get(&header.serial).copied().unwrap_or_default();
        let ended = self.ended.entry(header.serial).or_default();
        assert!(*ended < opened, "a packet of no stream: {header:?}");
        if header.status != Status::CONTINUE {
            *ended += 1;
        }
    }

    /// Returns the calls without an answer among what was sent.
    pub(super) fn unanswered(&self, sent: usize) -> Vec<Header> {
        let missing = self.calls.iter().filter(|call| !call.answered && call.end <= sent);
        missing.map(|call| call.header).collect()
    }

    /// Returns how many calls that open a stream were sent.
    pub(super) fn streams(&self) -> usize {
        self.calls.iter().filter(|call| opens_stream(&call.header)).count()
    }
}
