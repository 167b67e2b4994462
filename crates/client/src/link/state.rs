//! What the threads of a connection drive, and what each of them waits for.
use super::baton::Work;
use super::channel::LayerStack;
use super::receive_buffer::ReceiveBuffer;
use super::unattended::Unattended;
use oxivirt_protocol::Observer;
use oxivirt_rpc::{Engine, Outcome, Stream};
use std::fmt;

/// What a thread waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Want {
    /// The outcome of the call with this serial.
    Reply(u32),
    /// So many frames were sent.
    Sent(u64),
    /// Something to receive from the stream with this serial.
    Input(u32),
    /// The answer to this stream's finish or abort.
    Settled(u32),
}

/// What the threads of a connection drive.
#[derive(Debug)]
pub(crate) struct State {
    pub(super) engine: Engine,
    pub(super) observers: Observers,
    pub(super) unattended: Unattended,
    /// Streams that had no room for a packet: their observers are told when they have.
    pub(super) lacking_room: Vec<u32>,
    pub(super) input: InputEvents,
    /// What bytes pass through on their way; mostly nothing.
    pub(super) layers: Option<LayerStack>,
}

/// What a reader has to itself.
#[derive(Debug)]
pub(crate) struct Reader {
    pub(super) input: ReceiveBuffer,
    /// It reads for a stream.
    pub(super) streaming: bool,
    /// What a stream's reader wants next is mostly there already.
    pub(super) eager: bool,
}

impl Work for State {
    type Want = Want;
    type Outcome = Outcome;

    fn next_ended(&mut self) -> Option<(Want, Outcome)> {
        while let Some(completion) = self.engine.poll_completion() {
            if let Some(done) = self.unattended.take(completion) {
                return Some((Want::Reply(done.serial), done.outcome));
            }
        }
        None
    }

    fn met(&self, want: Want) -> Option<Outcome> {
        // The thread looks for itself what it is.
        let met = match want {
            Want::Reply(_) => return None,
            Want::Sent(frames) => self.engine.frames_sent() >= frames,
            Want::Input(serial) => self.engine.stream(serial).is_none_or(Stream::ready),
            Want::Settled(serial) => self.engine.stream(serial).is_none_or(Stream::settled),
        };
        (met || self.engine.refuses().is_some()).then(|| Outcome::Reply { payload: Vec::new(), fds: Vec::new() })
    }

    fn abandon(&mut self, want: Want) {
        if let Want::Reply(serial) = want {
            self.engine.abandon_call(serial);
        }
    }

    fn drained(&self) -> bool {
        self.is_sent()
    }
}

/// What whoever watches the descriptor is told of input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum InputEvents {
    /// It is told as long as there is some.
    #[default]
    Level,
    /// It is told once: a thread that reads takes in what it was told of meanwhile.
    Edge,
    /// The same, and it was told while a thread read.
    Overlooked,
}

impl State {
    /// Follows sending: streams whose last packet is sent have room again.
    pub(super) fn note_room(&mut self) {
        let Self { engine, lacking_room, .. } = self;
        lacking_room.retain(|serial| {
            let room = !engine.has_unsent_packet(*serial);
            if room {
                engine.note_stream(*serial);
            }
            !room
        });
    }

    /// Returns true if nothing waits for the peer to take it.
    pub(super) fn is_sent(&self) -> bool {
        let layers = self.layers.as_ref();
        self.engine.drained() && layers.is_none_or(|layers| layers.unsent().is_empty())
    }
}

/// Who is told about which stream.
#[derive(Default)]
pub(super) struct Observers(Vec<(u32, Observer)>);

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|o| o.0)).finish()
    }
}

impl Observers {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn of(&self, serial: u32) -> Option<Observer> {
        let found = self.0.iter().find(|observer| observer.0 == serial)?;
        Some(found.1.clone())
    }

    pub(super) fn set(&mut self, serial: u32, observer: Option<Observer>) {
        self.0.retain(|observer| observer.0 != serial);
        self.0.extend(observer.map(|observer| (serial, observer)));
    }
}
