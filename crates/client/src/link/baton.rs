//! Who reads, who writes, who sleeps: how the threads of one connection share it.
//!
//! The thread that holds the baton reads for everybody; at most one other waits until the peer takes more bytes; the
//! rest sleep, each on its own [`WaitSlot`], until somebody brings the outcome or the baton. Here is only the coordination:
//! what is driven ([`Work`]) and how one waits for the peer ([`Baton`]) are the owner's, so that the models under
//! `compat-tests/stress/loom` explore this very file in every order of events.
//!
//! Everything is in one [`Shared`], under one lock, which is never held while waiting, and never while waking: who
//! is woken gets its outcome from its slot and mostly needs no other lock ([`Guard`]).
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

    /// Returns the next thing that ended, and who wanted it.
    fn next_ended(&mut self) -> Option<(Self::Want, Self::Outcome)>;

    /// For what [`Work::next_ended`] does not deliver: whether it has come, or cannot come any more.
    fn met(&self, want: Self::Want) -> Option<Self::Outcome>;

    /// Nobody waits for it any longer.
    fn abandon(&mut self, want: Self::Want);

    /// Nothing waits for the peer to take it.
    fn drained(&self) -> bool;
}

/// What a sleeping thread is delivered; locked for moments only, also under the lock of [`Shared`], never the other way
/// round.
#[derive(Debug)]
pub(crate) struct Delivery<O> {
    outcome: Option<O>,
    /// The thread shall read for everybody from now on.
    baton: bool,
    /// It shall look again whether something has come.
    recheck: bool,
    /// It sleeps: who brings something has to wake it.
    asleep: bool,
}

/// Where one thread sleeps.
#[derive(Debug)]
pub(crate) struct WaitSlot<O> {
    delivery: Lock<Delivery<O>>,
    wake: Condvar,
}

impl<O> WaitSlot<O> {
    fn new() -> Self {
        Self {
            delivery: Lock::new(Delivery { outcome: None, baton: false, recheck: false, asleep: false }),
            wake: Condvar::new(),
        }
    }

    /// Leaves something; returns true if the thread must be woken. Only the first to ask does that.
    fn deliver(&self, leave: impl FnOnce(&mut Delivery<O>)) -> bool {
        let mut delivery = self.delivery.lock();
        leave(&mut delivery);
        std::mem::take(&mut delivery.asleep)
    }

    /// Returns what was delivered so far; the baton stays with the thread.
    fn look(&self) -> (Option<O>, bool) {
        let mut delivery = self.delivery.lock();
        (delivery.outcome.take(), delivery.baton)
    }
}

/// A thread that sleeps, or writes, and has no outcome yet.
#[derive(Debug)]
struct Waiter<W, O> {
    ticket: u64,
    want: W,
    slot: Arc<WaitSlot<O>>,
}

/// What the threads of a connection share.
#[derive(Debug)]
pub(crate) struct Shared<S: Work> {
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

impl<S: Work> Shared<S> {
    /// Returns true if a thread reads for everybody.
    pub(crate) fn reading(&self) -> bool {
        self.reading
    }

    /// Returns true if no thread waits and nothing is left over.
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

/// The lock around it.
#[derive(Debug)]
pub(crate) struct SharedLock<S: Work>(Lock<Shared<S>>);

impl<S: Work> SharedLock<S> {
    pub(crate) fn new(state: S) -> Self {
        Self(Lock::new(Shared {
            state,
            waiters: Vec::new(),
            next_ticket: 0,
            unclaimed: Vec::new(),
            reading: false,
            writing: None,
        }))
    }

    pub(crate) fn lock(&self) -> Guard<'_, S> {
        Guard { shared: self.0.lock(), wakes: Wakes(None, Vec::new()) }
    }
}

/// What is shared, locked. Dropping it unlocks, then wakes whom something was delivered meanwhile: a thread that is
/// woken must not find the lock taken by the one that woke it.
#[derive(Debug)]
pub(crate) struct Guard<'a, S: Work> {
    // The order of the fields is the order in which they are dropped.
    shared: MutexGuard<'a, Shared<S>>,
    wakes: Wakes<S::Outcome>,
}

impl<S: Work> Guard<'_, S> {
    /// Every sleeper looks again, as for no reason or when its time was up.
    #[cfg(test)]
    pub(crate) fn wake_all(&mut self) {
        let slots: Vec<_> = self.waiters.iter().map(|one| Arc::clone(&one.slot)).collect();
        for slot in slots {
            self.wakes.deliver(slot, |delivery| delivery.recheck = true);
        }
    }
}

impl<S: Work> Deref for Guard<'_, S> {
    type Target = Shared<S>;

    fn deref(&self) -> &Shared<S> {
        &self.shared
    }
}

impl<S: Work> DerefMut for Guard<'_, S> {
    fn deref_mut(&mut self) -> &mut Shared<S> {
        &mut self.shared
    }
}

/// Who is to be woken, each once: mostly one.
#[derive(Debug)]
struct Wakes<O>(Option<Arc<WaitSlot<O>>>, Vec<Arc<WaitSlot<O>>>);

impl<O> Wakes<O> {
    fn deliver(&mut self, slot: Arc<WaitSlot<O>>, leave: impl FnOnce(&mut Delivery<O>)) {
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

/// What a driver's threads share, locked.
pub(crate) type GuardOf<'a, B> = Guard<'a, <B as Baton>::Work>;
type Want<B> = <<B as Baton>::Work as Work>::Want;
type Outcome<B> = <<B as Baton>::Work as Work>::Outcome;
/// What a thread was delivered, locked.
pub(crate) type DeliveryGuard<'a, B> = MutexGuard<'a, Delivery<Outcome<B>>>;

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

    fn shared(&self) -> &SharedLock<Self::Work>;

    fn late(&self, deadline: Self::Deadline) -> bool;

    /// Returns true if the calling thread may wait no more, whatever its deadline: it ends.
    fn thread_ends(&self) -> bool {
        false
    }

    /// Returns true if the calling thread gives up what it waits for.
    fn gives_up(&self, deadline: Option<Self::Deadline>) -> bool {
        self.thread_ends() || deadline.is_some_and(|deadline| self.late(deadline))
    }

    /// Sleeps until `wake` is notified, the deadline passes, or for no reason.
    fn sleep<'a>(
        &'a self,
        wake: &Condvar,
        delivery: DeliveryGuard<'a, Self>,
        deadline: Option<Self::Deadline>,
    ) -> DeliveryGuard<'a, Self>
    where
        Self: Sized;

    /// For a thread that is about to read for everybody and itself wants this.
    fn reader(&self, want: Want<Self>) -> Self::Reader;

    /// Unlocks, waits once until the peer sends, takes what was left to send, or the deadline passes; locks again and
    /// takes in what came.
    fn read<'a>(
        &'a self,
        guard: GuardOf<'a, Self>,
        reader: &mut Self::Reader,
        deadline: Option<Self::Deadline>,
    ) -> GuardOf<'a, Self>
    where
        Self: Sized;

    /// A thread is about to wait for room, under the lock: from now on [`Baton::wake_writer`] must wake it.
    fn before_writing(&self);

    /// Waits, without the lock, until the peer takes bytes or the thread is woken; `false` when the deadline passed.
    fn wait_writable(&self, deadline: Option<Self::Deadline>) -> std::io::Result<bool>;

    /// Sends what the peer takes without waiting; or, when waiting for room failed, ends the connection.
    fn flush(&self, state: &mut Self::Work, waited: std::io::Result<()>);

    /// Wakes the thread in [`Baton::wait_writable`].
    fn wake_writer(&self);

    /// Returns true if [`Baton::release`] tells somebody, who may call in turn.
    fn has_notifications(&self, state: &Self::Work) -> bool;

    /// The connection may have ended under the reader: wakes it then.
    fn settled(&self, shared: &mut Shared<Self::Work>);

    /// Unlocks; tells others what came.
    fn release(&self, guard: GuardOf<'_, Self>)
    where
        Self: Sized;

    /// Reads, or sleeps while another thread reads, until the outcome is there; `None` when the deadline passed.
    fn wait_for<'a>(
        &'a self,
        guard: GuardOf<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Option<Outcome<Self>>
    where
        Self: Sized,
    {
        let mut guard = guard;
        let mut baton = !guard.reading;
        loop {
            let turn = if baton { self.lead(guard, want, deadline) } else { self.follow(guard, want, deadline) };
            match turn {
                Turn::Done(outcome) => return outcome,
                Turn::Read(locked) => (guard, baton) = (locked, true),
                Turn::Again(locked) => {
                    baton = !locked.reading;
                    guard = locked;
                }
            }
        }
    }

    /// Reads for everybody until the outcome of `want` is there, or somebody has to be told what came: that is done
    /// without the baton, because the listener may call and would wait for this very thread.
    fn lead<'a>(
        &'a self,
        mut guard: GuardOf<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<GuardOf<'a, Self>, Outcome<Self>>
    where
        Self: Sized,
    {
        guard.reading = true;
        let mut reader = self.reader(want);
        let outcome = loop {
            if let Some(outcome) = self.distribute(&mut guard, Some(want)) {
                break Some(outcome);
            }
            if self.has_notifications(&guard.state) {
                drop(reader);
                self.pass_baton(&mut guard);
                self.release(guard);
                return Turn::Again(self.shared().lock());
            }
            guard = self.read(guard, &mut reader, deadline);
            if self.gives_up(deadline) {
                let outcome = self.distribute(&mut guard, Some(want));
                if outcome.is_none() {
                    guard.state.abandon(want);
                }
                break outcome;
            }
        };
        drop(reader);
        self.pass_baton(&mut guard);
        self.release(guard);
        Turn::Done(outcome)
    }

    /// Sleeps until somebody brings the outcome or the baton; `None` when the deadline passed.
    fn follow<'a>(
        &'a self,
        mut guard: GuardOf<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<GuardOf<'a, Self>, Outcome<Self>>
    where
        Self: Sized,
    {
        let own = self.distribute(&mut guard, Some(want));
        self.settled(&mut guard);
        if own.is_some() {
            return Turn::Done(own);
        }
        let (ticket, slot) = guard.enter(want);
        loop {
            if !guard.state.drained() && guard.writing.is_none() {
                guard = self.write_out(guard, ticket, deadline);
            }
            drop(guard);
            let (outcome, baton) = self.wait_on_slot(&slot, deadline);
            if outcome.is_some() && !baton {
                // Who delivered it has taken the thread off the list of waiters.
                return Turn::Done(outcome);
            }
            guard = self.shared().lock();
            let late = self.gives_up(deadline);
            // Meanwhile there may have come more.
            let (more, baton) = slot.look();
            let outcome = outcome.or(more);
            if outcome.is_none() && !baton && !late {
                continue;
            }
            guard.leave(ticket);
            if outcome.is_none() && baton {
                return Turn::Read(guard);
            }
            if outcome.is_none() {
                guard.state.abandon(want);
            }
            if baton {
                self.pass_baton(&mut guard);
            }
            return Turn::Done(outcome);
        }
    }

    /// Sleeps, without the lock, until something was delivered or the deadline passed.
    fn wait_on_slot(
        &self,
        slot: &WaitSlot<Outcome<Self>>,
        deadline: Option<Self::Deadline>,
    ) -> (Option<Outcome<Self>>, bool)
    where
        Self: Sized,
    {
        let mut delivery = slot.delivery.lock();
        while delivery.outcome.is_none() && !delivery.baton && !delivery.recheck && !self.gives_up(deadline) {
            delivery.asleep = true;
            delivery = self.sleep(&slot.wake, delivery, deadline);
            delivery.asleep = false;
        }
        delivery.recheck = false;
        (delivery.outcome.take(), delivery.baton)
    }

    /// Sends what waits for the peer, until all is sent or this thread has something better to do: the peer takes bytes
    /// slower than they come, and the reader's poll may not watch for room.
    fn write_out<'a>(
        &'a self,
        mut guard: GuardOf<'a, Self>,
        ticket: u64,
        deadline: Option<Self::Deadline>,
    ) -> GuardOf<'a, Self>
    where
        Self: Sized,
    {
        let busy = |shared: &Shared<Self::Work>| {
            let mut waiters = shared.waiters.iter();
            let me = waiters.find(|waiter| waiter.ticket == ticket);
            me.is_none_or(|waiter| waiter.slot.delivery.lock().baton)
        };
        self.before_writing();
        guard.writing = Some(ticket);
        while !guard.state.drained() && !busy(&guard) {
            drop(guard);
            let seen = self.wait_writable(deadline);
            guard = self.shared().lock();
            if matches!(seen, Ok(false)) || self.thread_ends() {
                break;
            }
            self.flush(&mut guard.state, seen.map(drop));
        }
        guard.writing = None;
        self.settle(&mut guard);
        if !guard.state.drained() {
            // Somebody else has to go on; a reader with the baton polls for it anyway.
            let next = guard.waiters.iter().find(|waiter| waiter.ticket != ticket);
            if let Some(slot) = next.map(|waiter| Arc::clone(&waiter.slot)) {
                guard.wakes.deliver(slot, |delivery| delivery.recheck = true);
            }
        }
        guard
    }

    /// Hands out what ended, and wakes the reader when the connection is over.
    fn settle(&self, guard: &mut GuardOf<'_, Self>)
    where
        Self: Sized,
    {
        self.distribute(guard, None);
        self.settled(guard);
    }

    /// Brings every ended call to its thread; returns the outcome of `mine`.
    fn distribute(&self, guard: &mut GuardOf<'_, Self>, mine: Option<Want<Self>>) -> Option<Outcome<Self>>
    where
        Self: Sized,
    {
        let shared = &mut *guard.shared;
        let mut own = mine.and_then(|want| shared.state.met(want));
        let mut unclaimed = shared.unclaimed.iter();
        if let Some(at) = unclaimed.position(|(want, _)| Some(*want) == mine) {
            own = Some(shared.unclaimed.swap_remove(at).1);
        }
        while let Some((want, outcome)) = guard.state.next_ended() {
            if Some(want) == mine {
                own = Some(outcome);
                continue;
            }
            let mut waiters = guard.waiters.iter();
            match waiters.position(|waiter| waiter.want == want) {
                Some(at) => self.deliver(guard, at, outcome),
                None => guard.unclaimed.push((want, outcome)),
            }
        }
        let mut at = 0;
        while let Some(waiter) = guard.waiters.get(at) {
            match guard.state.met(waiter.want) {
                Some(outcome) => self.deliver(guard, at, outcome),
                None => at = at.saturating_add(1),
            }
        }
        own
    }

    /// Takes the waiter at this place off the list, with its outcome.
    fn deliver(&self, guard: &mut GuardOf<'_, Self>, at: usize, outcome: Outcome<Self>)
    where
        Self: Sized,
    {
        let waiter = guard.waiters.remove(at);
        let leave = |delivery: &mut Delivery<_>| delivery.outcome = Some(outcome);
        guard.wakes.deliver(waiter.slot, leave);
        self.wake_if_writer(guard, waiter.ticket);
    }

    /// The reader is done: the first thread without an outcome reads from now on.
    fn pass_baton(&self, guard: &mut GuardOf<'_, Self>)
    where
        Self: Sized,
    {
        let Some(next) = guard.waiters.first() else {
            guard.reading = false;
            return;
        };
        let (ticket, slot) = (next.ticket, Arc::clone(&next.slot));
        guard.wakes.deliver(slot, |delivery| delivery.baton = true);
        self.wake_if_writer(guard, ticket);
    }

    /// The writer sleeps in a poll, not on its slot.
    fn wake_if_writer(&self, shared: &Shared<Self::Work>, ticket: u64) {
        if shared.writing == Some(ticket) {
            self.wake_writer();
        }
    }
}
