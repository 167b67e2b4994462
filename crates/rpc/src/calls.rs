//! The calls that wait for a reply. A handful at a time, so a vector searched from the front is the fastest table.
use crate::assemble::Frame;
use crate::cause::Cause;
use crate::header::Status;
use std::os::fd::OwnedFd;

/// How a call ended.
#[derive(Debug)]
pub enum Outcome {
    /// The reply's payload and descriptors.
    Reply {
        /// Without header and descriptor count.
        payload: Vec<u8>,
        /// In the order sent.
        fds: Vec<OwnedFd>,
    },
    /// The daemon refused: the payload is an encoded error record.
    Refused {
        /// Without header.
        payload: Vec<u8>,
    },
    /// No usable reply, and why. The connection may live on.
    Failed(Cause),
}

/// One ended call.
#[derive(Debug)]
pub struct Completion {
    /// The serial the call was given.
    pub serial: u32,
    /// How it ended.
    pub outcome: Outcome,
}

#[derive(Debug)]
struct Waiting {
    program: u32,
    version: u32,
    procedure: u32,
    serial: u32,
    /// The caller gave up: the reply is dropped when it comes.
    abandoned: bool,
    /// Capacity for the reply: the buffer the request was encoded in.
    buffer: Vec<u8>,
}

impl Waiting {
    fn abandon(&mut self) {
        self.abandoned = true;
        self.buffer = Vec::new();
    }
}

/// What a reply was.
#[derive(Debug)]
pub(crate) enum Answered {
    /// The end of a call.
    Call(Completion),
    /// The reply of a call whose caller gave up.
    Late,
}

#[derive(Debug, Default)]
pub(crate) struct Calls {
    waiting: Vec<Waiting>,
    next_serial: u32,
}

impl Calls {
    /// Enters a call and gives it a serial that no other waiting call has and that is not `taken`.
    pub(crate) fn add(&mut self, program: u32, version: u32, procedure: u32, taken: impl Fn(u32) -> bool) -> u32 {
        while taken(self.next_serial) || self.waiting.iter().any(|call| call.serial == self.next_serial) {
            self.next_serial = self.next_serial.wrapping_add(1);
        }
        let serial = self.next_serial;
        self.next_serial = serial.wrapping_add(1);
        let buffer = Vec::new();
        let call = Waiting { program, version, procedure, serial, abandoned: false, buffer };
        self.waiting.push(call);
        serial
    }

    #[cfg(test)]
    pub(crate) fn set_next_serial(&mut self, serial: u32) {
        self.next_serial = serial;
    }

    pub(crate) fn give_buffer(&mut self, serial: u32, buffer: Vec<u8>) {
        if let Some(call) = self.waiting.iter_mut().find(|call| call.serial == serial) {
            call.buffer = buffer;
        }
    }

    pub(crate) fn take_buffer(&mut self, serial: u32) -> Vec<u8> {
        let call = self.waiting.iter_mut().find(|call| call.serial == serial);
        call.map(|call| std::mem::take(&mut call.buffer)).unwrap_or_default()
    }

    /// Whether a reply to a call of this program with this serial is expected.
    pub(crate) fn waits(&self, program: u32, version: u32, serial: u32) -> bool {
        self.waiting.iter().any(|call| call.program == program && call.version == version && call.serial == serial)
    }

    /// Nobody wants the reply any more. With `unsent` none will come either.
    pub(crate) fn abandon(&mut self, serial: u32, unsent: bool) {
        let Some(at) = self.waiting.iter().position(|call| call.serial == serial) else { return };
        if unsent {
            self.waiting.remove(at);
        } else if let Some(call) = self.waiting.get_mut(at) {
            call.abandon();
        }
    }

    /// Ends one call although its reply may still come, which is dropped then.
    pub(crate) fn fail(&mut self, serial: u32, cause: Cause) -> Option<Completion> {
        let call = self.waiting.iter_mut().find(|call| call.serial == serial && !call.abandoned)?;
        call.abandon();
        Some(Completion { serial, outcome: Outcome::Failed(cause) })
    }

    /// The serials of the calls that somebody waits for.
    pub(crate) fn wanted(&self) -> Vec<u32> {
        self.waiting.iter().filter(|call| !call.abandoned).map(|call| call.serial).collect()
    }

    pub(crate) fn in_flight(&self) -> usize {
        self.waiting.len()
    }

    /// Pairs a reply with its call.
    pub(crate) fn reply(&mut self, frame: Frame) -> Result<Answered, Cause> {
        let header = frame.header;
        let at = self.waiting.iter().position(|call| {
            call.program == header.program && call.version == header.version && call.serial == header.serial
        });
        let call = match at {
            Some(at) => self.waiting.swap_remove(at),
            None => return Err(Cause::NoCall(header)),
        };
        if call.abandoned {
            return Ok(Answered::Late);
        }
        let outcome = if call.procedure != header.procedure {
            Outcome::Failed(Cause::WrongProcedure(header.procedure, call.procedure))
        } else {
            match header.status {
                Status::OK => Outcome::Reply { payload: frame.payload, fds: frame.fds },
                Status::ERROR => Outcome::Refused { payload: frame.payload },
                Status(other) => Outcome::Failed(Cause::WrongStatus(other)),
            }
        };
        Ok(Answered::Call(Completion { serial: call.serial, outcome }))
    }

    /// Ends every call.
    pub(crate) fn fail_all(&mut self, cause: &Cause) -> impl Iterator<Item = Completion> {
        let cause = cause.clone();
        self.waiting
            .drain(..)
            .filter(|call| !call.abandoned)
            .map(move |call| Completion { serial: call.serial, outcome: Outcome::Failed(cause.clone()) })
    }
}
