//! Frames on their way out, in order, with the descriptors that follow each.
use std::collections::VecDeque;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

/// What to send next.
#[derive(Debug)]
pub enum Transmit<'a> {
    /// These bytes; any part of them may be sent.
    Bytes(&'a [u8]),
    /// One byte of value zero with this descriptor attached.
    Descriptor(BorrowedFd<'a>),
}

/// Whose a frame is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    /// Nobody is interested in what becomes of it.
    Nobody,
    /// The call with this serial: the frame's buffer returns there.
    Call(u32),
    /// The stream with this serial.
    Stream(u32),
}

#[derive(Debug)]
struct Item {
    /// Its place among all frames ever queued, from 1.
    number: u64,
    bytes: Vec<u8>,
    sent: usize,
    fds: VecDeque<OwnedFd>,
    owner: Owner,
}

#[derive(Debug, Default)]
pub(crate) struct Output {
    queue: VecDeque<Item>,
    /// Bytes in the queue.
    bytes: usize,
    queued: u64,
    finished: u64,
}

impl Output {
    pub(crate) fn push(&mut self, bytes: Vec<u8>, fds: Vec<OwnedFd>, owner: Owner) {
        self.queued = self.queued.wrapping_add(1);
        self.bytes = self.bytes.saturating_add(bytes.len());
        self.queue.push_back(Item { number: self.queued, bytes, sent: 0, fds: fds.into(), owner });
    }

    /// Frames ever queued.
    pub(crate) fn queued(&self) -> u64 {
        self.queued
    }

    /// Frames that are done with: sent, or taken out again, as all before them.
    pub(crate) fn finished(&self) -> u64 {
        self.finished
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Bytes of the frames that are not sent whole.
    pub(crate) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Returns how many frames of this owner wait.
    pub(crate) fn count_of(&self, owner: Owner) -> usize {
        self.queue.iter().filter(|item| item.owner == owner).count()
    }

    pub(crate) fn clear(&mut self) {
        self.queue.clear();
        self.bytes = 0;
    }

    /// Takes a call's frame out of the queue, unless some of it was sent. Returns whether it was taken out.
    pub(crate) fn cancel(&mut self, serial: u32) -> bool {
        let Some(at) = self.queue.iter().position(|item| item.owner == Owner::Call(serial) && item.sent == 0) else {
            return false;
        };
        if let Some(item) = self.queue.remove(at) {
            self.bytes = self.bytes.saturating_sub(item.bytes.len());
        }
        self.count();
        true
    }

    /// All before the first in the queue are done with.
    fn count(&mut self) {
        self.finished = self.queue.front().map_or(self.queued, |first| first.number.wrapping_sub(1));
    }

    pub(crate) fn poll(&self) -> Option<Transmit<'_>> {
        let item = self.queue.front()?;
        match item.bytes.get(item.sent..) {
            Some(rest) if !rest.is_empty() => Some(Transmit::Bytes(rest)),
            _ => item.fds.front().map(|fd| Transmit::Descriptor(fd.as_fd())),
        }
    }

    /// `count` bytes of what [`Output::poll`] returned were sent. Returns whose frame that finished, and its buffer.
    pub(crate) fn sent(&mut self, count: usize) -> Option<(Owner, Vec<u8>)> {
        let item = self.queue.front_mut()?;
        if item.sent < item.bytes.len() {
            item.sent = item.sent.saturating_add(count).min(item.bytes.len());
        } else if count > 0 {
            item.fds.pop_front();
        }
        if item.sent < item.bytes.len() || !item.fds.is_empty() {
            return None;
        }
        let item = self.queue.pop_front()?;
        self.bytes = self.bytes.saturating_sub(item.bytes.len());
        self.count();
        Some((item.owner, item.bytes))
    }
}
