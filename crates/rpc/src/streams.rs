//! All streams of a connection, and which of them may have become ready.
use crate::header::Header;
use crate::stream::Stream;
use std::collections::VecDeque;
use std::time::Instant;

/// All streams of a connection. A handful at a time.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    streams: Vec<Stream>,
    /// Serials of streams that became ready since somebody asked.
    changed: VecDeque<u32>,
    /// Serials of the last sparse streams that were forgotten.
    gone: VecDeque<u32>,
}

/// How many forgotten sparse streams are remembered: their last hole may still be refused.
const GONE: usize = 64;

impl Streams {
    pub(crate) fn add(&mut self, stream: Stream) {
        self.remove(stream.serial());
        self.streams.push(stream);
    }

    pub(crate) fn remove(&mut self, serial: u32) {
        if self.named(serial).is_some_and(|stream| stream.sparse) {
            self.gone.push_back(serial);
            if self.gone.len() > GONE {
                self.gone.pop_front();
            }
        }
        self.streams.retain(|stream| stream.serial() != serial);
    }

    /// Whether the serial is, or lately was, that of a stream.
    pub(crate) fn knew(&self, serial: u32) -> bool {
        self.named(serial).is_some() || self.gone.contains(&serial)
    }

    pub(crate) fn named(&self, serial: u32) -> Option<&Stream> {
        self.streams.iter().find(|s| s.serial() == serial)
    }

    pub(crate) fn named_mut(&mut self, serial: u32) -> Option<&mut Stream> {
        self.streams.iter_mut().find(|s| s.serial() == serial)
    }

    pub(crate) fn of_packet(&mut self, header: &Header) -> Option<&mut Stream> {
        let stream = self.streams.iter_mut().find(|s| s.takes(header))?;
        note(&mut self.changed, stream);
        Some(stream)
    }

    /// The stream that a packet has the serial of, if packets still belong to it.
    pub(crate) fn of_serial(&mut self, serial: u32) -> Option<&mut Stream> {
        let stream = self.streams.iter_mut().find(|s| s.attached && s.serial() == serial)?;
        note(&mut self.changed, stream);
        Some(stream)
    }

    /// A packet of the stream with this serial was sent: there is room for the next, for which the buffer is kept.
    pub(crate) fn sent(&mut self, serial: u32, buffer: Vec<u8>) {
        if let Some(stream) = self.streams.iter_mut().find(|s| s.serial() == serial) {
            note(&mut self.changed, stream);
            stream.give_buffer(buffer);
        }
    }

    /// The stream with this serial may have become ready.
    pub(crate) fn note(&mut self, serial: u32) {
        if let Some(stream) = self.streams.iter().find(|s| s.serial() == serial) {
            note(&mut self.changed, stream);
        }
    }

    pub(crate) fn next_changed(&mut self) -> Option<u32> {
        self.changed.pop_front()
    }

    pub(crate) fn any_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// The connection ended: every stream shall be looked at.
    pub(crate) fn all_changed(&mut self) {
        self.changed = self.streams.iter().map(Stream::serial).collect();
    }

    pub(crate) fn any_full(&self) -> bool {
        self.streams.iter().any(Stream::full)
    }

    /// See [`Stream::hold`]: the latest of all.
    pub(crate) fn hold(&mut self, now: Instant, received: Instant, waits: bool) -> Option<Instant> {
        let changed = &mut self.changed;
        self.streams
            .iter_mut()
            .filter_map(|stream| {
                let settled = stream.settled();
                let hold = stream.hold(now, received, waits);
                if stream.settled() != settled {
                    note(changed, stream);
                }
                hold
            })
            .max()
    }
}

/// Notes that a stream may have become ready, once.
fn note(changed: &mut VecDeque<u32>, stream: &Stream) {
    if !changed.contains(&stream.serial()) {
        changed.push_back(stream.serial());
    }
}
