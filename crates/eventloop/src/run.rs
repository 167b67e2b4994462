//! Running iterations: who may, when the lock is held, when callbacks run (never under the lock).

use std::fmt;
use std::io;
use std::time::Duration;

use oxivirt_sys::{ForkCondvar, ForkGuard, ForkLock, Interest, PollFd, thread_mark, unwinding};

use crate::state::{Action, Seq, State, Work};
use crate::{Clock, FreeCallback, HandleCallback, MonotonicClock, Poller, SystemPoller, Task, TimeoutCallback};

/// An event loop that any thread may change, and one thread at a time runs.
///
/// ```
/// use std::sync::Arc;
/// let events = oxivirt_eventloop::EventLoop::new();
/// let timer = events.add_timeout(0, Arc::new(|id| println!("timer {id}")), None);
/// events.run_once()?;
/// assert!(events.remove_timeout(timer));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct EventLoop {
    state: ForkLock<State>,
    /// Signalled when the thread that runs the loop leaves it.
    free: ForkCondvar,
    poller: Box<dyn Poller>,
    clock: Box<dyn Clock>,
}

impl fmt::Debug for EventLoop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventLoop").field("poller", &self.poller).field("clock", &self.clock).finish_non_exhaustive()
    }
}

/// A negative number of milliseconds switches a timeout off.
fn interval(milliseconds: i32) -> Option<Duration> {
    u64::try_from(milliseconds).ok().map(Duration::from_millis)
}

impl EventLoop {
    /// A loop over poll(2) and the monotonic clock. It makes no descriptor before it is run for the first time: a program may
    /// register it, then close what it inherited.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "nobody means a loop by a default value")]
    pub fn new() -> Self {
        Self::with(Box::new(SystemPoller::new()), Box::new(MonotonicClock::default()))
    }

    /// A loop with another way to wait and another clock.
    #[must_use]
    pub fn with(poller: Box<dyn Poller>, clock: Box<dyn Clock>) -> Self {
        Self { state: ForkLock::new(State::new(), State::new), free: ForkCondvar::new(), poller, clock }
    }

    fn lock(&self) -> ForkGuard<'_, State> {
        let mut state = self.state.lock();
        if state.process.forked() {
            state.in_child(thread_mark());
            self.poller.forked();
        }
        state
    }

    /// Runs a change; wakes the poll that another thread may be in when the change asks for it.
    fn change<R>(&self, change: impl FnOnce(&mut State, bool) -> R) -> R {
        let mut state = self.lock();
        let outside = state.owner.is_none_or(|(owner, _)| owner != thread_mark());
        let result = change(&mut state, outside);
        if state.polling && state.wake {
            self.poller.wake();
        }
        result
    }

    /// Watches `fd` for `events` (`HANDLE_*` bits; 0 registers without watching). Returns the watch id, from 1 up.
    ///
    /// Errors and hang-ups are reported whatever `events` says. A number that is not an open descriptor is accepted
    /// and never reported. `free` runs once, in an iteration after the removal.
    pub fn add_handle(&self, fd: i32, events: i32, callback: HandleCallback, free: Option<FreeCallback>) -> i32 {
        self.change(|state, _| state.add_handle(fd, events, callback, free))
    }

    /// Sets what a watch waits for. Returns false when there is no such watch.
    pub fn update_handle(&self, watch: i32, events: i32) -> bool {
        self.change(|state, _| state.update_handle(watch, events))
    }

    /// Stops a watch: its callback does not start again after this. Returns false when there is no such watch.
    pub fn remove_handle(&self, watch: i32) -> bool {
        self.change(|state, outside| state.remove_handle(watch, outside))
    }

    /// Runs `callback` every `milliseconds`: 0 in each iteration, negative not at all. Returns the timer id, from 1 up.
    ///
    /// `free` runs once, in an iteration after the removal that has nothing else to do.
    pub fn add_timeout(&self, milliseconds: i32, callback: TimeoutCallback, free: Option<FreeCallback>) -> i32 {
        let now = self.clock.now();
        self.change(|state, outside| state.add_timeout(interval(milliseconds), callback, free, now, outside))
    }

    /// Sets a timer's interval and starts it again. Returns false when there is no such timer.
    pub fn update_timeout(&self, timer: i32, milliseconds: i32) -> bool {
        let now = self.clock.now();
        self.change(|state, outside| state.update_timeout(timer, interval(milliseconds), now, outside))
    }

    /// Stops a timer: its callback does not start again after this. Returns false when there is no such timer.
    pub fn remove_timeout(&self, timer: i32) -> bool {
        self.change(|state, outside| state.remove_timeout(timer, outside))
    }

    /// Makes the iteration that another thread is in, or else the next one, return without waiting.
    pub fn wake(&self) {
        self.change(|state, _| state.wake = true);
    }

    /// Waits for something to do and does it: one iteration. May return without having run a callback. Waits while
    /// another thread runs an iteration; may be called from inside a callback.
    ///
    /// A callback that did not return, because of an exception or the end of the thread ([`unwinding`]), is the iteration's
    /// last; what was left is for the next one.
    ///
    /// # Errors
    /// Those of poll(2), such as more watches than the descriptor limit allows.
    pub fn run_once(&self) -> io::Result<()> {
        let _turn = self.turn();
        self.wait()?;
        while !unwinding()
            && let Some(work) = { self.lock().next() }
        {
            match work {
                Work::Free(removed) => {
                    if let Some(free) = removed.free {
                        free();
                    }
                    drop(removed.action);
                }
                Work::Call { seq, action, events } => {
                    let _done = Done { events: self, seq };
                    match action {
                        Action::Handle { watch, fd, callback } if events != 0 => callback(watch, fd, events),
                        Action::Handle { .. } => {}
                        Action::Timeout { timer, callback } => callback(timer),
                    }
                }
            }
        }
        // Once: a task that asks for itself again waits for the next iteration.
        let tasks = {
            let mut state = self.lock();
            let tasks = std::mem::take(&mut state.soon);
            state.follow_ups = state.follow_ups.saturating_sub(tasks.len());
            tasks
        };
        let mut tasks = tasks.into_iter();
        while !unwinding()
            && let Some(task) = tasks.next()
        {
            task();
        }
        if unwinding() {
            let mut state = self.lock();
            let since = std::mem::take(&mut state.soon);
            state.soon = tasks.chain(since).collect();
        }
        Ok(())
    }

    /// Runs a task at the end of the iteration this thread is in. Answers false, and drops the task, outside of one: then
    /// only a timer will do. Asked for by a handle's callback, it is what the next iteration would have been for, which
    /// then waits as if the callback had not run.
    pub fn run_soon(&self, task: Task) -> bool {
        self.change(|state, outside| {
            if !outside {
                state.soon.push(task);
            }
            !outside
        })
    }

    fn turn(&self) -> Turn<'_> {
        let me = thread_mark();
        let mut state = self.lock();
        loop {
            match state.owner {
                None => {
                    state.owner = Some((me, 1));
                    return Turn { events: self };
                }
                Some((owner, depth)) if owner == me => {
                    state.owner = Some((me, depth.saturating_add(1)));
                    return Turn { events: self };
                }
                Some(_) => {
                    state.queueing = state.queueing.saturating_add(1);
                    state = self.free.wait(state);
                    state.queueing = state.queueing.saturating_sub(1);
                }
            }
        }
    }

    /// Prepare, poll, check.
    fn wait(&self) -> io::Result<()> {
        let mut state = self.lock();
        let mut set = std::mem::take(&mut state.set);
        set.clear();
        let mut timeout = state.prepare(self.clock.now(), &mut set);
        let mut result = Ok(());
        // Twice at most: see `silence`.
        for last in [false, true] {
            let follow_ups = std::mem::take(&mut state.follow_ups) > 0;
            if std::mem::take(&mut state.wake) || follow_ups || !state.soon.is_empty() {
                timeout = Some(Duration::ZERO);
            }
            state.polling = true;
            drop(state);
            let limit = timeout.map(round_up);
            result = self.poller.poll(&mut set, limit);
            state = self.lock();
            state.polling = false;
            if last || result.is_err() || timeout == Some(Duration::ZERO) || state.wake || !silence(&mut set) {
                break;
            }
        }
        state.wake = false;
        if result.is_ok() {
            state.check(self.clock.now(), &set);
        }
        state.set = set;
        result
    }
}

/// poll(2) answers at once, for ever, when a number in the set is not an open descriptor. If that is all it had to
/// say, such entries are taken out (a negative number is skipped by the kernel), for this iteration only.
fn silence(set: &mut [PollFd]) -> bool {
    let mut found = false;
    for entry in set.iter_mut() {
        let seen = entry.seen();
        if seen.any(Interest::INVALID) {
            found = true;
        } else if !seen.is_empty() {
            return false;
        }
    }
    for entry in set.iter_mut().filter(|entry| entry.seen().any(Interest::INVALID)) {
        *entry = PollFd::new(-1, Interest::NONE);
    }
    found
}

/// Whole milliseconds, as poll(2) counts, never early.
fn round_up(wait: Duration) -> Duration {
    const NEARLY_A_MILLISECOND: Duration = Duration::from_nanos(999_999);
    let up = wait.saturating_add(NEARLY_A_MILLISECOND);
    Duration::new(up.as_secs(), up.subsec_millis().saturating_mul(1_000_000))
}

/// The right to run iterations, given back on drop.
struct Turn<'a> {
    events: &'a EventLoop,
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.events.lock();
        state.owner = match state.owner {
            Some((owner, depth)) if depth > 1 => Some((owner, depth.saturating_sub(1))),
            _ => None,
        };
        // Without anybody to wake this would be a system call for nothing.
        if state.owner.is_none() && state.queueing > 0 {
            self.events.free.notify_one();
        }
    }
}

/// Reopens a source when its callback is over, even by unwinding.
struct Done<'a> {
    events: &'a EventLoop,
    seq: Seq,
}

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.events.lock().done(self.seq);
    }
}
