//! Who reads, who writes, who sleeps: how the threads of one connection share it.
//!
//! The thread that holds the baton reads for everybody; at most one other waits until the peer takes more bytes; the
//! rest sleep, each on its own [`WaitSlot`], until somebody brings the outcome or the baton. Here is only the coordination:
//! what is driven ([`Work`]) and how one waits for the peer ([`Baton`]) are the owner's, so that the models under
//! `compat-tests/stress/loom` explore this very file in every order of events.
//!
//! Everything is found on the [`Board`], under one lock, which is never held while waiting, and never while waking: who
//! is woken gets its outcome from its slot and mostly needs no other lock ([`Held`]).
use crate::lock::{Condvar, Lock, MutexGuard};
use std::fmt::Debug;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// What the threads drive, under the lock.
pub(crate) trait Work {
    /// What a thread can wait for.
    type Want: Copy + PartialEq + Debug;
    /// What it gets.
    type Outcome: Debug;

    /// The next thing that ended, and who wanted it.
    fn next_ended(&mut self) -> Option<(Self::Want, Self::Outcome)>;

    /// For what [`Work::next_ended`] does not deliver: whether it has come, or cannot come any more.
    fn met(&self, want: Self::Want) -> Option<Self::Outcome>;

    /// Nobody waits for it any longer.
    fn abandon(&mut self, want: Self::Want);

    /// Nothing waits for the peer to take it.
    fn drained(&self) -> bool;
}

/// What a sleeping thread is delivered; locked for moments only, also under the board's lock, never the other way round.
#[derive(Debug)]
pub(crate) struct Delivered<O> {
    outcome: Option<O>,
    /// The thread shall read for everybody from now on.
    baton: bool,
    /// It shall look at the board again.
    called: bool,
    /// It sleeps: who brings something has to wake it.
    asleep: bool,
}

/// Where one thread sleeps.
#[derive(Debug)]
pub(crate) struct WaitSlot<O> {
    delivered: Lock<Delivered<O>>,
    wake: Condvar,
}

impl<O> WaitSlot<O> {
    fn new() -> Self {
        Self {
            delivered: Lock::new(Delivered { outcome: None, baton: false, called: false, asleep: false }),
            wake: Condvar::new(),
        }
    }

    /// Leaves something; answers whether the thread must be woken. Only the first to ask does that.
    fn deliver(&self, leave: impl FnOnce(&mut Delivered<O>)) -> bool {
        let mut delivered = self.delivered.lock();
        leave(&mut delivered);
        std::mem::take(&mut delivered.asleep)
    }

    /// What was delivered so far; the baton stays with the thread.
    fn look(&self) -> (Option<O>, bool) {
        let mut delivered = self.delivered.lock();
        (delivered.outcome.take(), delivered.baton)
    }
}

/// A thread that sleeps, or writes, and has no outcome yet.
#[derive(Debug)]
struct Waiter<W, O> {
    ticket: u64,
    want: W,
    slot: Arc<WaitSlot<O>>,
}

/// Where the threads of a connection find each other.
#[derive(Debug)]
pub(crate) struct Board<S: Work> {
    /// What is driven.
    pub(crate) state: S,
    /// The first has waited longest.
    waiters: Vec<Waiter<S::Want, S::Outcome>>,
    /// Tells waiters apart that want the same.
    next_ticket: u64,
    /// Outcomes of the reader's own call, delivered by others.
    unclaimed: Vec<(S::Want, S::Outcome)>,
    /// A thread reads, or was handed the baton and is about to.
    reading: bool,
    /// The thread that waits until the peer takes more bytes.
    writing: Option<u64>,
}

impl<S: Work> Board<S> {
    /// Whether a thread reads for everybody.
    pub(crate) fn reading(&self) -> bool {
        self.reading
    }

    /// Whether no thread waits and nothing is left over.
    #[cfg(test)]
    pub(crate) fn idle(&self) -> bool {
        self.waiters.is_empty() && self.unclaimed.is_empty() && !self.reading && self.writing.is_none()
    }

    fn enter(&mut self, want: S::Want) -> (u64, Arc<WaitSlot<S::Outcome>>) {
        let ticket = self.next_ticket;
        self.next_ticket = ticket.wrapping_add(1);
        let slot = Arc::new(WaitSlot::new());
        self.waiters.push(Waiter { ticket, want, slot: Arc::clone(&slot) });
        (ticket, slot)
    }

    fn leave(&mut self, ticket: u64) {
        self.waiters.retain(|waiter| waiter.ticket != ticket);
    }
}

/// A board and its lock.
#[derive(Debug)]
pub(crate) struct Desk<S: Work>(Lock<Board<S>>);

impl<S: Work> Desk<S> {
    pub(crate) fn new(state: S) -> Self {
        Self(Lock::new(Board {
            state,
            waiters: Vec::new(),
            next_ticket: 0,
            unclaimed: Vec::new(),
            reading: false,
            writing: None,
        }))
    }

    pub(crate) fn lock(&self) -> Held<'_, S> {
        Held { board: self.0.lock(), wakes: Wakes(None, Vec::new()) }
    }
}

/// The locked board. Dropping it unlocks, then wakes whom something was delivered meanwhile: a thread that is woken must not
/// find the lock taken by the one that woke it.
#[derive(Debug)]
pub(crate) struct Held<'a, S: Work> {
    // The order of the fields is the order in which they are dropped.
    board: MutexGuard<'a, Board<S>>,
    wakes: Wakes<S::Outcome>,
}

impl<S: Work> Held<'_, S> {
    /// Every sleeper looks again, as for no reason or when its time was up.
    #[cfg(test)]
    pub(crate) fn wake_all(&mut self) {
        let seats: Vec<_> = self.waiters.iter().map(|one| Arc::clone(&one.slot)).collect();
        for slot in seats {
            self.wakes.deliver(slot, |delivered| delivered.called = true);
        }
    }
}

impl<S: Work> Deref for Held<'_, S> {
    type Target = Board<S>;

    fn deref(&self) -> &Board<S> {
        &self.board
    }
}

impl<S: Work> DerefMut for Held<'_, S> {
    fn deref_mut(&mut self) -> &mut Board<S> {
        &mut self.board
    }
}

/// Who is to be woken, each once: mostly one.
#[derive(Debug)]
struct Wakes<O>(Option<Arc<WaitSlot<O>>>, Vec<Arc<WaitSlot<O>>>);

impl<O> Wakes<O> {
    fn deliver(&mut self, slot: Arc<WaitSlot<O>>, leave: impl FnOnce(&mut Delivered<O>)) {
        if !slot.deliver(leave) {
            return;
        }
        match self.0 {
            None => self.0 = Some(slot),
            Some(_) => self.1.push(slot),
        }
    }
}

impl<O> Drop for Wakes<O> {
    fn drop(&mut self) {
        let Some(first) = &self.0 else { return };
        first.wake.notify_one();
        for slot in &self.1 {
            slot.wake.notify_one();
        }
    }
}

/// The locked board of a driver.
pub(crate) type HeldBy<'a, B> = Held<'a, <B as Baton>::Work>;
type Want<B> = <<B as Baton>::Work as Work>::Want;
type Outcome<B> = <<B as Baton>::Work as Work>::Outcome;
/// What a thread was delivered, locked.
pub(crate) type DeliveredBy<'a, B> = MutexGuard<'a, Delivered<Outcome<B>>>;

/// What came of a thread's turn.
#[derive(Debug)]
pub(crate) enum Turn<H, O> {
    /// The outcome, or `None` when the deadline passed.
    Done(Option<O>),
    /// It was handed the baton.
    Read(H),
    /// It gave the baton away and has no outcome yet.
    Again(H),
}

/// How the threads of one connection wait for the peer. The provided methods are the coordination.
pub(crate) trait Baton {
    /// What is driven.
    type Work: Work;
    /// When a thread gives up.
    type Deadline: Copy;
    /// What a reader has to itself.
    type Reader;

    fn desk(&self) -> &Desk<Self::Work>;

    fn late(&self, deadline: Self::Deadline) -> bool;

    /// Whether the calling thread may wait no more, whatever its deadline: it ends.
    fn thread_ends(&self) -> bool {
        false
    }

    /// Whether the calling thread gives up what it waits for.
    fn gives_up(&self, deadline: Option<Self::Deadline>) -> bool {
        self.thread_ends() || deadline.is_some_and(|deadline| self.late(deadline))
    }

    /// Sleeps until `wake` is notified, the deadline passes, or for no reason.
    fn sleep<'a>(
        &'a self,
        wake: &Condvar,
        delivered: DeliveredBy<'a, Self>,
        deadline: Option<Self::Deadline>,
    ) -> DeliveredBy<'a, Self>
    where
        Self: Sized;

    /// For a thread that is about to read for everybody and itself wants this.
    fn reader(&self, want: Want<Self>) -> Self::Reader;

    /// Unlocks, waits once until the peer sends, takes what was left to send, or the deadline passes; locks again and
    /// takes in what came.
    fn read<'a>(
        &'a self,
        held: HeldBy<'a, Self>,
        reader: &mut Self::Reader,
        deadline: Option<Self::Deadline>,
    ) -> HeldBy<'a, Self>
    where
        Self: Sized;

    /// A thread is about to wait for room, under the lock: from now on [`Baton::nudge`] must wake it.
    fn before_writing(&self);

    /// Waits, without the lock, until the peer takes bytes or the thread is nudged; `false` when the deadline passed.
    fn wait_writable(&self, deadline: Option<Self::Deadline>) -> std::io::Result<bool>;

    /// Sends what the peer takes without waiting; or, when waiting for room failed, ends the connection.
    fn flush(&self, state: &mut Self::Work, waited: std::io::Result<()>);

    /// Wakes the thread in [`Baton::wait_writable`].
    fn nudge(&self);

    /// Whether [`Baton::release`] tells somebody, who may call in turn.
    fn has_news(&self, state: &Self::Work) -> bool;

    /// The connection may have ended under the reader: wakes it then.
    fn settled(&self, board: &mut Board<Self::Work>);

    /// Unlocks; tells others what came.
    fn release(&self, held: HeldBy<'_, Self>)
    where
        Self: Sized;

    /// Reads, or sleeps while another thread reads, until the outcome is there; `None` when the deadline passed.
    fn wait_for<'a>(
        &'a self,
        held: HeldBy<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Option<Outcome<Self>>
    where
        Self: Sized,
    {
        let mut held = held;
        let mut baton = !held.reading;
        loop {
            let turn = if baton { self.lead(held, want, deadline) } else { self.follow(held, want, deadline) };
            match turn {
                Turn::Done(outcome) => return outcome,
                Turn::Read(locked) => (held, baton) = (locked, true),
                Turn::Again(locked) => {
                    baton = !locked.reading;
                    held = locked;
                }
            }
        }
    }

    /// Reads for everybody until the outcome of `want` is there, or somebody has to be told what came: that is done
    /// without the baton, because the listener may call and would wait for this very thread.
    fn lead<'a>(
        &'a self,
        mut held: HeldBy<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<HeldBy<'a, Self>, Outcome<Self>>
    where
        Self: Sized,
    {
        held.reading = true;
        let mut reader = self.reader(want);
        let outcome = loop {
            if let Some(outcome) = self.distribute(&mut held, Some(want)) {
                break Some(outcome);
            }
            if self.has_news(&held.state) {
                drop(reader);
                self.pass_baton(&mut held);
                self.release(held);
                return Turn::Again(self.desk().lock());
            }
            held = self.read(held, &mut reader, deadline);
            if self.gives_up(deadline) {
                let outcome = self.distribute(&mut held, Some(want));
                if outcome.is_none() {
                    held.state.abandon(want);
                }
                break outcome;
            }
        };
        drop(reader);
        self.pass_baton(&mut held);
        self.release(held);
        Turn::Done(outcome)
    }

    /// Sleeps until somebody brings the outcome or the baton; `None` when the deadline passed.
    fn follow<'a>(
        &'a self,
        mut held: HeldBy<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<HeldBy<'a, Self>, Outcome<Self>>
    where
        Self: Sized,
    {
        let own = self.distribute(&mut held, Some(want));
        self.settled(&mut held);
        if own.is_some() {
            return Turn::Done(own);
        }
        let (ticket, slot) = held.enter(want);
        loop {
            if !held.state.drained() && held.writing.is_none() {
                held = self.write_out(held, ticket, deadline);
            }
            drop(held);
            let (outcome, baton) = self.rest(&slot, deadline);
            if outcome.is_some() && !baton {
                // Who delivered it has taken the thread off the board.
                return Turn::Done(outcome);
            }
            held = self.desk().lock();
            let late = self.gives_up(deadline);
            // Meanwhile there may have come more.
            let (more, baton) = slot.look();
            let outcome = outcome.or(more);
            if outcome.is_none() && !baton && !late {
                continue;
            }
            held.leave(ticket);
            if outcome.is_none() && baton {
                return Turn::Read(held);
            }
            if outcome.is_none() {
                held.state.abandon(want);
            }
            if baton {
                self.pass_baton(&mut held);
            }
            return Turn::Done(outcome);
        }
    }

    /// Sleeps, without the board's lock, until something was delivered or the deadline passed.
    fn rest(&self, slot: &WaitSlot<Outcome<Self>>, deadline: Option<Self::Deadline>) -> (Option<Outcome<Self>>, bool)
    where
        Self: Sized,
    {
        let mut delivered = slot.delivered.lock();
        while delivered.outcome.is_none() && !delivered.baton && !delivered.called && !self.gives_up(deadline) {
            delivered.asleep = true;
            delivered = self.sleep(&slot.wake, delivered, deadline);
            delivered.asleep = false;
        }
        delivered.called = false;
        (delivered.outcome.take(), delivered.baton)
    }

    /// The peer does not take bytes as fast as they come, and the reader's poll may not watch for room: waits for the
    /// peer here, until all is sent or this thread has something better to do.
    fn write_out<'a>(
        &'a self,
        mut held: HeldBy<'a, Self>,
        ticket: u64,
        deadline: Option<Self::Deadline>,
    ) -> HeldBy<'a, Self>
    where
        Self: Sized,
    {
        let busy = |board: &Board<Self::Work>| {
            let mut waiters = board.waiters.iter();
            let me = waiters.find(|waiter| waiter.ticket == ticket);
            me.is_none_or(|waiter| waiter.slot.delivered.lock().baton)
        };
        self.before_writing();
        held.writing = Some(ticket);
        while !held.state.drained() && !busy(&held) {
            drop(held);
            let seen = self.wait_writable(deadline);
            held = self.desk().lock();
            if matches!(seen, Ok(false)) || self.thread_ends() {
                break;
            }
            self.flush(&mut held.state, seen.map(drop));
        }
        held.writing = None;
        self.settle(&mut held);
        if !held.state.drained() {
            // Somebody else has to go on; a reader with the baton polls for it anyway.
            let next = held.waiters.iter().find(|waiter| waiter.ticket != ticket);
            if let Some(slot) = next.map(|waiter| Arc::clone(&waiter.slot)) {
                held.wakes.deliver(slot, |delivered| delivered.called = true);
            }
        }
        held
    }

    /// Hands out what ended, and wakes the reader when the connection is over.
    fn settle(&self, held: &mut HeldBy<'_, Self>)
    where
        Self: Sized,
    {
        self.distribute(held, None);
        self.settled(held);
    }

    /// Brings every ended call to its thread; answers the outcome of `mine`.
    fn distribute(&self, held: &mut HeldBy<'_, Self>, mine: Option<Want<Self>>) -> Option<Outcome<Self>>
    where
        Self: Sized,
    {
        let board = &mut *held.board;
        let mut own = mine.and_then(|want| board.state.met(want));
        let mut unclaimed = board.unclaimed.iter();
        if let Some(at) = unclaimed.position(|(want, _)| Some(*want) == mine) {
            own = Some(board.unclaimed.swap_remove(at).1);
        }
        while let Some((want, outcome)) = held.state.next_ended() {
            if Some(want) == mine {
                own = Some(outcome);
                continue;
            }
            let mut waiters = held.waiters.iter();
            match waiters.position(|waiter| waiter.want == want) {
                Some(at) => self.deliver(held, at, outcome),
                None => held.unclaimed.push((want, outcome)),
            }
        }
        let mut at = 0;
        while let Some(waiter) = held.waiters.get(at) {
            match held.state.met(waiter.want) {
                Some(outcome) => self.deliver(held, at, outcome),
                None => at = at.saturating_add(1),
            }
        }
        own
    }

    /// Takes the waiter at this place off the board, with its outcome.
    fn deliver(&self, held: &mut HeldBy<'_, Self>, at: usize, outcome: Outcome<Self>)
    where
        Self: Sized,
    {
        let waiter = held.waiters.remove(at);
        let leave = |delivered: &mut Delivered<_>| delivered.outcome = Some(outcome);
        held.wakes.deliver(waiter.slot, leave);
        self.nudge_writer(held, waiter.ticket);
    }

    /// The reader is done: the first thread without an outcome reads from now on.
    fn pass_baton(&self, held: &mut HeldBy<'_, Self>)
    where
        Self: Sized,
    {
        let Some(next) = held.waiters.first() else {
            held.reading = false;
            return;
        };
        let (ticket, slot) = (next.ticket, Arc::clone(&next.slot));
        held.wakes.deliver(slot, |delivered| delivered.baton = true);
        self.nudge_writer(held, ticket);
    }

    /// The writer sleeps in a poll, not on its slot.
    fn nudge_writer(&self, board: &Board<Self::Work>, ticket: u64) {
        if board.writing == Some(ticket) {
            self.nudge();
        }
    }
}
