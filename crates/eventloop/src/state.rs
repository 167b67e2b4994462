//! What the loop knows, and which callbacks an iteration runs in which order. No I/O, no callback runs here.
//!
//! The rules, seen from a C program:
//! - Work has three classes: free callbacks of removed handles, then sources (handles and timeouts together), then free
//!   callbacks of removed timeouts. An iteration runs one class only: the first that has something to do.
//! - Sources run in the order in which they were armed. Changing a handle's events or setting a timeout arms it anew,
//!   behind all others; setting a handle to the events it has changes nothing.
//! - A source whose callback is running is neither polled nor run by an iteration inside that callback.
//! - An iteration inside a callback takes over what the outer iteration had not run yet.
//! - A change from outside an iteration makes the next iteration return at once, and so does a change of the polled set;
//!   and so does a handle's callback, unless what would follow it there was done already, as a task of the same iteration.

use std::collections::VecDeque;
use std::time::Duration;

use oxivirt_sys::{Generation, Interest, PollFd};

use crate::{
    FreeCallback, HANDLE_ERROR, HANDLE_HANGUP, HANDLE_READABLE, HANDLE_WRITABLE, HandleCallback, Task, TimeoutCallback,
};

/// Identifies one arming of a handle or timeout; grows, so it is also the order.
pub(crate) type Seq = u64;

#[derive(Clone)]
pub(crate) enum Action {
    Handle { watch: i32, fd: i32, callback: HandleCallback },
    Timeout { timer: i32, callback: TimeoutCallback },
}

/// An armed handle or timeout.
pub(crate) struct Source {
    seq: Seq,
    action: Action,
    /// Interest as poll(2) bits; unused by timeouts.
    interest: Interest,
    seen: Interest,
    /// Length of the interval and when it ends; `None` for handles.
    timing: Option<(Duration, Duration)>,
    ready: bool,
    blocked: bool,
}

impl Source {
    fn fd(&self) -> Option<i32> {
        match self.action {
            Action::Handle { fd, .. } => Some(fd),
            Action::Timeout { .. } => None,
        }
    }

    fn expired(&self, now: Duration) -> bool {
        self.timing.is_some_and(|(_, deadline)| deadline <= now)
    }
}

/// A registered handle or timeout, armed or not.
struct Entry<C> {
    id: i32,
    /// Descriptor of a handle; unused by timeouts.
    fd: i32,
    /// `HANDLE_*` bits of a handle; unused by timeouts.
    events: i32,
    callback: C,
    free: Option<FreeCallback>,
    source: Option<Seq>,
}

/// Entries by id. Ids are positive and come back only after all others were used.
struct Table<C> {
    last: i32,
    /// Sorted by id.
    entries: Vec<Entry<C>>,
}

impl<C> Table<C> {
    const fn new() -> Self {
        Self { last: 0, entries: Vec::new() }
    }

    fn find(&mut self, id: i32) -> Option<&mut Entry<C>> {
        let at = self.entries.binary_search_by_key(&id, |e| e.id).ok()?;
        self.entries.get_mut(at)
    }

    fn take(&mut self, id: i32) -> Option<Entry<C>> {
        let at = self.entries.binary_search_by_key(&id, |e| e.id).ok()?;
        Some(self.entries.remove(at))
    }

    fn insert(&mut self, mut entry: Entry<C>) -> i32 {
        // Ends: 2^31 - 1 live entries do not fit in memory.
        loop {
            self.last = self.last.checked_add(1).unwrap_or(1);
            if let Err(at) = self.entries.binary_search_by_key(&self.last, |e| e.id) {
                entry.id = self.last;
                self.entries.insert(at, entry);
                return self.last;
            }
        }
    }
}

/// A removed entry: the callback stays alive until its free function was called.
pub(crate) struct Removed {
    pub(crate) free: Option<FreeCallback>,
    pub(crate) action: Action,
}

/// What [`State::next`] hands to the iteration to run.
pub(crate) enum Work {
    Free(Removed),
    Call { seq: Seq, action: Action, events: i32 },
}

pub(crate) struct State {
    handles: Table<HandleCallback>,
    timeouts: Table<TimeoutCallback>,
    /// Sorted by `seq`.
    sources: Vec<Source>,
    last_seq: Seq,
    handle_frees: VecDeque<Removed>,
    timeout_frees: VecDeque<Removed>,
    /// Sources the running iteration has still to run.
    pending: VecDeque<Seq>,
    /// How many entries of the two free queues the running iteration has still to run.
    pending_handle_frees: usize,
    pending_timeout_frees: usize,
    /// The thread that runs the loop (its mark), and how deep it is nested.
    pub(crate) owner: Option<(usize, u32)>,
    /// In which process that was.
    pub(crate) process: Generation,
    /// How many threads wait for their turn to run the loop.
    pub(crate) queueing: u32,
    /// What runs at the end of the iteration.
    pub(crate) soon: Vec<Task>,
    /// The next poll must not block.
    pub(crate) wake: bool,
    /// Callbacks of handles since the last poll, for which the next one must not block; without those that a task answers.
    pub(crate) follow_ups: usize,
    /// A thread is inside poll(2) and needs a signal to notice `wake`.
    pub(crate) polling: bool,
    /// The polled set changed since it was collected.
    poll_changed: bool,
    /// The iteration's idea of now.
    now: Duration,
    /// The poll set, kept to reuse its memory.
    pub(crate) set: Vec<PollFd>,
}

fn interest(events: i32) -> Interest {
    let mut interest = Interest::ERROR.or(Interest::HANGUP);
    if events & HANDLE_READABLE != 0 {
        interest = interest.or(Interest::READ);
    }
    if events & HANDLE_WRITABLE != 0 {
        interest = interest.or(Interest::WRITE);
    }
    interest
}

fn handle_bits(seen: Interest) -> i32 {
    [
        (Interest::READ, HANDLE_READABLE),
        (Interest::WRITE, HANDLE_WRITABLE),
        (Interest::ERROR, HANDLE_ERROR),
        (Interest::HANGUP, HANDLE_HANGUP),
    ]
    .into_iter()
    .filter(|(poll, _)| seen.any(*poll))
    .fold(0, |events, (_, handle)| events | handle)
}

impl State {
    pub(crate) fn new() -> Self {
        Self {
            handles: Table::new(),
            timeouts: Table::new(),
            sources: Vec::new(),
            last_seq: 0,
            handle_frees: VecDeque::new(),
            timeout_frees: VecDeque::new(),
            pending: VecDeque::new(),
            pending_handle_frees: 0,
            pending_timeout_frees: 0,
            owner: None,
            process: Generation::current(),
            queueing: 0,
            soon: Vec::new(),
            wake: false,
            follow_ups: 0,
            polling: false,
            poll_changed: false,
            now: Duration::ZERO,
            set: Vec::new(),
        }
    }

    /// The process is a forked child, where no thread but `me` is left, whoever ran the loop then.
    pub(crate) fn in_child(&mut self, me: usize) {
        self.process = Generation::current();
        self.polling = false;
        self.queueing = 0;
        if self.owner.is_some_and(|(owner, _)| owner != me) {
            self.owner = None;
            // Their callbacks run in the parent, and do not return here.
            for source in &mut self.sources {
                source.blocked = false;
            }
        }
    }

    fn changed_outside(&mut self, outside: bool) {
        self.wake |= outside;
    }

    fn polled_set_changed(&mut self) {
        self.poll_changed = true;
        self.wake = true;
    }

    fn source_at(&self, seq: Seq) -> Option<usize> {
        self.sources.binary_search_by_key(&seq, |s| s.seq).ok()
    }

    fn source(&mut self, seq: Seq) -> Option<&mut Source> {
        let at = self.source_at(seq)?;
        self.sources.get_mut(at)
    }

    fn arm(&mut self, action: Action, interest: Interest, timing: Option<(Duration, Duration)>) -> Seq {
        self.last_seq = self.last_seq.wrapping_add(1);
        if matches!(action, Action::Handle { .. }) {
            self.polled_set_changed();
        }
        let (seq, seen, ready, blocked) = (self.last_seq, Interest::NONE, false, false);
        self.sources.push(Source { seq, action, interest, seen, timing, ready, blocked });
        seq
    }

    fn disarm(&mut self, seq: Option<Seq>) {
        if let Some(at) = seq.and_then(|seq| self.source_at(seq)) {
            let source = self.sources.remove(at);
            if source.fd().is_some() && !source.blocked {
                self.polled_set_changed();
            }
        }
    }

    pub(crate) fn add_handle(
        &mut self,
        fd: i32,
        events: i32,
        callback: HandleCallback,
        free: Option<FreeCallback>,
    ) -> i32 {
        let watch = self.handles.insert(Entry { id: 0, fd, events, callback: callback.clone(), free, source: None });
        if events != 0 {
            let seq = self.arm(Action::Handle { watch, fd, callback }, interest(events), None);
            if let Some(entry) = self.handles.find(watch) {
                entry.source = Some(seq);
            }
        }
        watch
    }

    pub(crate) fn update_handle(&mut self, watch: i32, events: i32) -> bool {
        let Some(entry) = self.handles.find(watch) else {
            return false;
        };
        if entry.events == events {
            return true;
        }
        entry.events = events;
        let (old, fd, callback) = (entry.source.take(), entry.fd, entry.callback.clone());
        self.disarm(old);
        if events != 0 {
            let seq = self.arm(Action::Handle { watch, fd, callback }, interest(events), None);
            if let Some(entry) = self.handles.find(watch) {
                entry.source = Some(seq);
            }
        }
        true
    }

    pub(crate) fn remove_handle(&mut self, watch: i32, outside: bool) -> bool {
        let Some(entry) = self.handles.take(watch) else {
            return false;
        };
        self.disarm(entry.source);
        self.changed_outside(outside);
        let action = Action::Handle { watch, fd: entry.fd, callback: entry.callback };
        self.handle_frees.push_back(Removed { free: entry.free, action });
        true
    }

    pub(crate) fn add_timeout(
        &mut self,
        interval: Option<Duration>,
        callback: TimeoutCallback,
        free: Option<FreeCallback>,
        now: Duration,
        outside: bool,
    ) -> i32 {
        let entry = Entry { id: 0, fd: -1, events: 0, callback, free, source: None };
        let timer = self.timeouts.insert(entry);
        self.update_timeout(timer, interval, now, outside);
        timer
    }

    pub(crate) fn update_timeout(
        &mut self,
        timer: i32,
        interval: Option<Duration>,
        now: Duration,
        outside: bool,
    ) -> bool {
        let Some(entry) = self.timeouts.find(timer) else {
            return false;
        };
        let (old, callback) = (entry.source.take(), entry.callback.clone());
        self.disarm(old);
        if let Some(interval) = interval {
            let timing = Some((interval, now.saturating_add(interval)));
            let seq = self.arm(Action::Timeout { timer, callback }, Interest::NONE, timing);
            if let Some(entry) = self.timeouts.find(timer) {
                entry.source = Some(seq);
            }
            self.changed_outside(outside);
        }
        true
    }

    pub(crate) fn remove_timeout(&mut self, timer: i32, outside: bool) -> bool {
        let Some(entry) = self.timeouts.take(timer) else {
            return false;
        };
        self.disarm(entry.source);
        self.changed_outside(outside);
        let action = Action::Timeout { timer, callback: entry.callback };
        self.timeout_frees.push_back(Removed { free: entry.free, action });
        true
    }

    /// Starts an iteration: forgets what an outer one had left, marks expired timeouts, and collects what to poll into
    /// `set` (behind what is there). Returns how long the poll may block; `None` means without limit.
    pub(crate) fn prepare(&mut self, now: Duration, set: &mut Vec<PollFd>) -> Option<Duration> {
        self.now = now;
        self.pending.clear();
        self.pending_handle_frees = 0;
        self.pending_timeout_frees = 0;
        self.poll_changed = false;
        let mut timeout: Option<Duration> = None;
        let frees_first = !self.handle_frees.is_empty();
        if frees_first || !self.timeout_frees.is_empty() {
            timeout = Some(Duration::ZERO);
        }
        if frees_first {
            return timeout;
        }
        for source in self.sources.iter_mut().filter(|s| !s.blocked) {
            source.ready |= source.expired(now);
            let left = match source.timing {
                _ if source.ready => Some(Duration::ZERO),
                Some((_, deadline)) => Some(deadline.saturating_sub(now)),
                None => None,
            };
            if let Some(left) = left {
                timeout = Some(timeout.map_or(left, |t| t.min(left)));
            }
            if let Some(fd) = source.fd() {
                set.push(PollFd::new(fd, source.interest));
            }
        }
        timeout
    }

    /// Takes in the answer of poll(2): `set` as [`State::prepare`] collected them. Decides what this iteration runs.
    pub(crate) fn check(&mut self, now: Duration, set: &[PollFd]) {
        self.now = now;
        if self.poll_changed {
            return;
        }
        if !self.handle_frees.is_empty() {
            self.pending_handle_frees = self.handle_frees.len();
            return;
        }
        let mut polled = set.iter();
        for source in self.sources.iter_mut().filter(|s| !s.blocked) {
            if source.fd().is_some() {
                let seen = polled.next().map_or(0, |entry| entry.seen().bits());
                source.seen = Interest::from_bits(seen & source.interest.bits());
                source.ready = !source.seen.is_empty();
            } else {
                source.ready |= source.expired(now);
            }
            if source.ready {
                self.pending.push_back(source.seq);
            }
        }
        if self.pending.is_empty() {
            self.pending_timeout_frees = self.timeout_frees.len();
        }
    }

    /// The next thing the running iteration has to run, now blocked against iterations inside it.
    pub(crate) fn next(&mut self) -> Option<Work> {
        if let Some(left) = self.pending_handle_frees.checked_sub(1) {
            self.pending_handle_frees = left;
            return self.handle_frees.pop_front().map(Work::Free);
        }
        if let Some(left) = self.pending_timeout_frees.checked_sub(1) {
            self.pending_timeout_frees = left;
            return self.timeout_frees.pop_front().map(Work::Free);
        }
        while let Some(seq) = self.pending.pop_front() {
            let Some(source) = self.source(seq) else {
                continue;
            };
            source.ready = false;
            source.blocked = true;
            let (action, events) = (source.action.clone(), handle_bits(source.seen));
            if matches!(action, Action::Handle { .. }) {
                self.follow_ups = self.follow_ups.saturating_add(1);
            }
            return Some(Work::Call { seq, action, events });
        }
        None
    }

    /// The callback of `seq` came back: it may run again, a timeout from now on.
    pub(crate) fn done(&mut self, seq: Seq) {
        let now = self.now;
        let Some(source) = self.source(seq) else {
            return;
        };
        source.blocked = false;
        if let Some((interval, deadline)) = &mut source.timing {
            *deadline = now.saturating_add(*interval);
        }
        if source.fd().is_some() {
            // An iteration inside the callback may have used it up.
            self.follow_ups = self.follow_ups.max(1);
        }
    }
}
