//! Who reads, who writes, who sleeps: how the threads of one connection share it.
//!
//! The thread that holds the baton reads for everybody; at most one other waits until the peer takes more bytes; the
//! rest sleep, each on its own condition, until somebody brings the outcome or the baton. Here is only the coordination:
//! what is driven ([`Work`]) and how one waits for the peer ([`Baton`]) are the owner's, so that the models under
//! `compat-tests/threads/loom` explore this very file in every order of events.
//!
//! Everything is found on the [`Board`], under one lock, which is never held while waiting.
use crate::lock::{Condvar, Lock, MutexGuard};
use std::sync::Arc;

/// What the threads drive, under the lock.
pub(crate) trait Work {
    /// What a thread can wait for.
    type Want: Copy + PartialEq;
    /// What it gets.
    type Outcome;

    /// The next thing that ended, and who wanted it.
    fn next_ended(&mut self) -> Option<(Self::Want, Self::Outcome)>;

    /// For what [`Work::next_ended`] does not bring: whether it has come, or cannot come any more.
    fn met(&self, want: Self::Want) -> Option<Self::Outcome>;

    /// Nobody waits for it any longer.
    fn abandon(&mut self, want: Self::Want);

    /// Nothing waits for the peer to take it.
    fn drained(&self) -> bool;
}

/// A thread that sleeps, or writes, and waits for its outcome.
#[derive(Debug)]
struct Waiter<W, O> {
    ticket: u64,
    want: W,
    wake: Arc<Condvar>,
    outcome: Option<O>,
    /// The thread shall read for everybody from now on.
    baton: bool,
}

/// Where the threads of a connection find each other.
#[derive(Debug)]
pub(crate) struct Board<S: Work> {
    /// What is driven.
    pub(crate) state: S,
    waiters: Vec<Waiter<S::Want, S::Outcome>>,
    /// Tells waiters apart that want the same.
    next_ticket: u64,
    /// Outcomes of the reader's own call, brought by others.
    unclaimed: Vec<(S::Want, S::Outcome)>,
    /// A thread reads, or was handed the baton and is about to.
    reading: bool,
    /// A thread waits until the peer takes more bytes.
    writing: bool,
}

impl<S: Work> Board<S> {
    pub(crate) fn new(state: S) -> Self {
        Self {
            state,
            waiters: Vec::new(),
            next_ticket: 0,
            unclaimed: Vec::new(),
            reading: false,
            writing: false,
        }
    }

    /// Whether a thread reads for everybody.
    pub(crate) fn reading(&self) -> bool {
        self.reading
    }

    /// Whether no thread waits and nothing is left over.
    #[cfg(test)]
    pub(crate) fn idle(&self) -> bool {
        self.waiters.is_empty() && self.unclaimed.is_empty() && !self.reading && !self.writing
    }

    /// Every sleeper looks again, as for no reason or when its time was up.
    #[cfg(test)]
    pub(crate) fn wake_all(&self) {
        self.waiters
            .iter()
            .for_each(|waiter| waiter.wake.notify_one());
    }

    fn enter(&mut self, want: S::Want, wake: &Arc<Condvar>) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket = ticket.wrapping_add(1);
        self.waiters.push(Waiter {
            ticket,
            want,
            wake: Arc::clone(wake),
            outcome: None,
            baton: false,
        });
        ticket
    }

    /// What a waiter was brought.
    fn look(&mut self, ticket: u64) -> (Option<S::Outcome>, bool) {
        let mut waiters = self.waiters.iter_mut();
        let waiter = waiters.find(|waiter| waiter.ticket == ticket);
        waiter.map_or((None, false), |waiter| {
            (waiter.outcome.take(), waiter.baton)
        })
    }
}

/// The locked board of a driver.
pub(crate) type Held<'a, B> = MutexGuard<'a, Board<<B as Baton>::Work>>;
type Want<B> = <<B as Baton>::Work as Work>::Want;
type Outcome<B> = <<B as Baton>::Work as Work>::Outcome;

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

    fn board(&self) -> &Lock<Board<Self::Work>>;

    fn late(&self, deadline: Self::Deadline) -> bool;

    /// Sleeps until `wake` is notified, the deadline passes, or for no reason.
    fn sleep<'a>(
        &'a self,
        wake: &Condvar,
        held: Held<'a, Self>,
        deadline: Option<Self::Deadline>,
    ) -> Held<'a, Self>
    where
        Self: Sized;

    /// For a thread that is about to read for everybody and itself wants this.
    fn reader(&self, want: Want<Self>) -> Self::Reader;

    /// Unlocks, waits once until the peer sends, takes what was left to send, or the deadline passes; locks again and
    /// takes in what came.
    fn read<'a>(
        &'a self,
        held: Held<'a, Self>,
        reader: &mut Self::Reader,
        deadline: Option<Self::Deadline>,
    ) -> Held<'a, Self>
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
    fn release(&self, held: Held<'_, Self>)
    where
        Self: Sized;

    /// Reads, or sleeps while another thread reads, until the outcome is there; `None` when the deadline passed.
    fn wait_for<'a>(
        &'a self,
        held: Held<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Option<Outcome<Self>>
    where
        Self: Sized,
    {
        let mut held = held;
        let mut baton = !held.reading;
        loop {
            let turn = if baton {
                self.lead(held, want, deadline)
            } else {
                self.follow(held, want, deadline)
            };
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
        mut held: Held<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<Held<'a, Self>, Outcome<Self>>
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
                return Turn::Again(self.board().lock());
            }
            held = self.read(held, &mut reader, deadline);
            if deadline.is_some_and(|deadline| self.late(deadline)) {
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
        mut held: Held<'a, Self>,
        want: Want<Self>,
        deadline: Option<Self::Deadline>,
    ) -> Turn<Held<'a, Self>, Outcome<Self>>
    where
        Self: Sized,
    {
        let own = self.distribute(&mut held, Some(want));
        self.settled(&mut held);
        if own.is_some() {
            return Turn::Done(own);
        }
        let wake = Arc::new(Condvar::new());
        let ticket = held.enter(want, &wake);
        loop {
            if !held.state.drained() && !held.writing {
                held = self.write_out(held, ticket, deadline);
            }
            let (outcome, baton) = held.look(ticket);
            let late = deadline.is_some_and(|deadline| self.late(deadline));
            if outcome.is_none() && !baton && !late {
                held = self.sleep(&wake, held, deadline);
                continue;
            }
            held.waiters.retain(|waiter| waiter.ticket != ticket);
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

    /// The peer does not take bytes as fast as they come, and the reader's poll may not watch for room: waits for the
    /// peer here, until all is sent or this thread has something better to do.
    fn write_out<'a>(
        &'a self,
        mut held: Held<'a, Self>,
        ticket: u64,
        deadline: Option<Self::Deadline>,
    ) -> Held<'a, Self>
    where
        Self: Sized,
    {
        let busy = |board: &Board<Self::Work>| {
            board
                .waiters
                .iter()
                .any(|waiter| waiter.ticket == ticket && (waiter.baton || waiter.outcome.is_some()))
        };
        self.before_writing();
        held.writing = true;
        while !held.state.drained() && !busy(&held) {
            drop(held);
            let seen = self.wait_writable(deadline);
            held = self.board().lock();
            if matches!(seen, Ok(false)) {
                break;
            }
            self.flush(&mut held.state, seen.map(drop));
        }
        held.writing = false;
        self.settle(&mut held);
        if !held.state.drained() {
            // Somebody else has to go on; a reader with the baton polls for it anyway.
            let others =
                |waiter: &&Waiter<_, _>| waiter.ticket != ticket && waiter.outcome.is_none();
            if let Some(next) = held.waiters.iter().find(others) {
                next.wake.notify_one();
            }
        }
        held
    }

    /// Hands out what ended, and wakes the reader when the connection is over.
    fn settle(&self, board: &mut Board<Self::Work>) {
        self.distribute(board, None);
        self.settled(board);
    }

    /// Brings every ended call to its thread; answers the outcome of `mine`.
    fn distribute(
        &self,
        board: &mut Board<Self::Work>,
        mine: Option<Want<Self>>,
    ) -> Option<Outcome<Self>> {
        let mut own = mine.and_then(|want| board.state.met(want));
        let mut unclaimed = board.unclaimed.iter();
        if let Some(at) = unclaimed.position(|(want, _)| Some(*want) == mine) {
            own = Some(board.unclaimed.swap_remove(at).1);
        }
        while let Some((want, outcome)) = board.state.next_ended() {
            if Some(want) == mine {
                own = Some(outcome);
                continue;
            }
            let mut waiters = board.waiters.iter_mut();
            match waiters.find(|waiter| waiter.want == want) {
                Some(waiter) => {
                    waiter.outcome = Some(outcome);
                    waiter.wake.notify_one();
                    self.nudge_writer(board.writing);
                }
                None => board.unclaimed.push((want, outcome)),
            }
        }
        for waiter in &mut board.waiters {
            if waiter.outcome.is_none()
                && let Some(outcome) = board.state.met(waiter.want)
            {
                waiter.outcome = Some(outcome);
                waiter.wake.notify_one();
                self.nudge_writer(board.writing);
            }
        }
        own
    }

    /// The reader is done: the first thread without an outcome reads from now on.
    fn pass_baton(&self, board: &mut Board<Self::Work>) {
        let mut waiters = board.waiters.iter_mut();
        match waiters.find(|waiter| waiter.outcome.is_none()) {
            Some(next) => {
                next.baton = true;
                next.wake.notify_one();
                self.nudge_writer(board.writing);
            }
            None => board.reading = false,
        }
    }

    /// The writer sleeps in a poll, not on its condition.
    fn nudge_writer(&self, writing: bool) {
        if writing {
            self.nudge();
        }
    }
}
