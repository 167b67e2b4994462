//! The worker threads of one server: ordinary ones take any job, in the order of the queue, reserved ones only jobs that never
//! block for long, so that a client can always destroy the domain whose calls block all others.
//!
//! A thread is made when a job needs it. Those that a pool is to have from the beginning count as free workers before: a daemon that
//! nobody calls starts sooner and holds less memory.
use crate::lock::{Lock, wait};
use oxivirt_log::{log, source::RPC_SERVER};
use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar};
use std::time::Instant;

/// How many threads a pool has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PoolLimits {
    /// Ordinary workers from the beginning.
    pub(crate) min: u32,
    /// The most ordinary workers.
    pub(crate) max: u32,
    /// Workers for jobs of high priority.
    pub(crate) reserved: u32,
}

/// What an administrator is told about a pool.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct PoolStatus {
    pub(crate) limits: PoolLimits,
    pub(crate) workers: u32,
    pub(crate) free: u32,
    pub(crate) reserved: u32,
    pub(crate) queued: u32,
}

type Work = Box<dyn FnOnce() + Send>;

struct Job {
    high: bool,
    work: Work,
}

/// Threads of one kind.
#[derive(Clone, Copy, Default)]
struct Threads {
    all: u32,
    /// Those without a job: they wait, or are about to look for one.
    free: u32,
}

impl Threads {
    fn started(&mut self) {
        self.all = self.all.saturating_add(1);
        self.free = self.free.saturating_add(1);
    }

    fn ends(&mut self) {
        self.all = self.all.saturating_sub(1);
        self.free = self.free.saturating_sub(1);
    }
}

struct State {
    queue: VecDeque<Job>,
    /// How many of the queue are of high priority.
    high: u32,
    limits: PoolLimits,
    any: Threads,
    reserved: Threads,
    /// Jobs that run now.
    running: u32,
}

impl State {
    fn queued(&self) -> u32 {
        u32::try_from(self.queue.len()).unwrap_or(u32::MAX)
    }

    fn threads(&mut self, takes: Takes) -> &mut Threads {
        match takes {
            Takes::Any => &mut self.any,
            Takes::High => &mut self.reserved,
        }
    }

    /// Takes the next job for a worker.
    fn take(&mut self, takes: Takes) -> Option<Work> {
        let job = match takes {
            Takes::Any => self.queue.pop_front()?,
            Takes::High => self.queue.iter().position(|job| job.high).and_then(|at| self.queue.remove(at))?,
        };
        self.high = self.high.saturating_sub(job.high.into());
        self.running = self.running.saturating_add(1);
        let threads = self.threads(takes);
        threads.free = threads.free.saturating_sub(1);
        Some(job.work)
    }
}

struct Shared {
    name: String,
    state: Lock<State>,
    /// Wakes ordinary workers.
    any: Condvar,
    /// Wakes reserved workers.
    high: Condvar,
    /// Wakes who waits for all jobs to be done.
    done: Condvar,
}

/// A pool; its threads end with the process.
#[derive(Clone)]
pub(crate) struct Pool(Arc<Shared>);

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pool({}, {:?})", self.0.name, self.status())
    }
}

/// Which jobs a worker takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Any,
    High,
}

impl Pool {
    /// Makes a pool, without any thread yet.
    pub(crate) fn new(name: &str, limits: PoolLimits) -> Self {
        let state = State {
            queue: VecDeque::new(),
            high: 0,
            limits,
            any: Threads::default(),
            reserved: Threads::default(),
            running: 0,
        };
        Self(Arc::new(Shared {
            name: name.to_owned(),
            state: Lock::new(state),
            any: Condvar::new(),
            high: Condvar::new(),
            done: Condvar::new(),
        }))
    }

    /// Makes threads while fewer are free than jobs wait, up to the limits: reserved ones for what no other will take soon.
    fn staff(&self, state: &mut State) {
        while state.any.free < state.queued() && state.any.all < state.limits.max && self.spawn(Takes::Any) {
            state.any.started();
        }
        while state.any.free < state.queued()
            && state.reserved.free < state.high
            && state.reserved.all < state.limits.reserved
            && self.spawn(Takes::High)
        {
            state.reserved.started();
        }
        if state.any.all == 0 && state.limits.max > 0 && !state.queue.is_empty() {
            log!(RPC_SERVER, Error, "staff", "no worker of {} can be started: calls wait", self.0.name);
        }
    }

    /// Returns false if no thread could be made.
    fn spawn(&self, takes: Takes) -> bool {
        let pool = self.clone();
        let kind = if takes == Takes::Any { "rpc" } else { "prio-rpc" };
        let name = format!("{kind}-{}", self.0.name);
        // The kernel cuts names at 15 bytes.
        oxivirt_sys::spawn_thread(&name, move || pool.run(takes)).is_ok()
    }

    /// Queues a job.
    pub(crate) fn add(&self, high: bool, work: Work) {
        let mut state = self.0.state.lock();
        state.queue.push_back(Job { high, work });
        state.high = state.high.saturating_add(high.into());
        self.staff(&mut state);
        // Waking nobody costs a system call, too.
        let any = state.any.free > 0;
        let reserved = high && state.any.free < state.queued() && state.reserved.free > 0;
        drop(state);
        if any {
            self.0.any.notify_one();
        }
        if reserved {
            self.0.high.notify_one();
        }
    }

    /// Returns what the pool does now.
    pub(crate) fn status(&self) -> PoolStatus {
        let state = self.0.state.lock();
        let unmade = state.limits.min.saturating_sub(state.any.all);
        PoolStatus {
            limits: state.limits,
            workers: state.any.all.saturating_add(unmade),
            free: state.any.free.saturating_add(unmade),
            reserved: state.reserved.all.max(state.limits.reserved),
            queued: state.queued(),
        }
    }

    /// Sets the limits; threads above them end when they have nothing to do.
    pub(crate) fn set_limits(&self, limits: PoolLimits) {
        let mut state = self.0.state.lock();
        state.limits = limits;
        self.staff(&mut state);
        drop(state);
        self.0.any.notify_all();
        self.0.high.notify_all();
    }

    /// Does one of the jobs that wait, on this thread, which stands for a worker. Returns false if none waits.
    #[cfg(any(test, feature = "fuzzing"))]
    pub(crate) fn work_on(&self, place: usize) -> bool {
        let mut state = self.0.state.lock();
        let at = place.checked_rem(state.queue.len());
        let Some(job) = at.and_then(|at| state.queue.remove(at)) else { return false };
        state.high = state.high.saturating_sub(job.high.into());
        drop(state);
        (job.work)();
        true
    }

    /// Waits until nothing runs or waits any more. Returns false if that is not so at the deadline.
    pub(crate) fn drain(&self, deadline: Instant) -> bool {
        let mut state = self.0.state.lock();
        while state.running > 0 || !state.queue.is_empty() {
            if Instant::now() >= deadline {
                return false;
            }
            state = wait(&self.0.done, state, Some(deadline));
        }
        true
    }

    /// What a thread does.
    fn run(&self, takes: Takes) {
        while let Some(work) = self.next(takes) {
            // A job that panics must not take its thread with it; whoever waits for it is told by the job itself.
            let _ = catch_unwind(AssertUnwindSafe(work));
            let mut state = self.0.state.lock();
            state.running = state.running.saturating_sub(1);
            let threads = state.threads(takes);
            threads.free = threads.free.saturating_add(1);
            if state.running == 0 && state.queue.is_empty() {
                self.0.done.notify_all();
            }
        }
    }

    /// Waits for the next job; `None`: the worker shall end.
    fn next(&self, takes: Takes) -> Option<Work> {
        let mut state = self.0.state.lock();
        loop {
            let limit = if takes == Takes::Any { state.limits.max } else { state.limits.reserved };
            let threads = state.threads(takes);
            if threads.all > limit {
                threads.ends();
                // It may have been counted on.
                self.staff(&mut state);
                drop(state);
                self.0.high.notify_one();
                return None;
            }
            if let Some(work) = state.take(takes) {
                return Some(work);
            }
            let wake = if takes == Takes::Any { &self.0.any } else { &self.0.high };
            state = wait(wake, state, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    const FAR: Duration = Duration::from_secs(60);

    fn pool(min: u32, max: u32, reserved: u32) -> Pool {
        Pool::new("test", PoolLimits { min, max, reserved })
    }

    #[test]
    fn a_blocked_pool_still_runs_what_never_blocks() {
        let pool = pool(1, 1, 1);
        let (let_go, blocked) = channel::<()>();
        let (begin, begun) = channel();
        let (tell, told) = channel();
        let block = move || {
            begin.send(()).unwrap();
            blocked.recv().unwrap_or_default();
        };
        pool.add(false, Box::new(block));
        assert_eq!(begun.recv_timeout(FAR), Ok(()));
        for (name, high) in [("low", false), ("high", true)] {
            let tell = tell.clone();
            pool.add(high, Box::new(move || tell.send(name).unwrap()));
        }
        assert_eq!(told.recv_timeout(FAR), Ok("high"));
        assert_eq!(pool.status().queued, 1);
        assert!(!pool.drain(Instant::now()));
        drop(let_go);
        assert_eq!(told.recv_timeout(FAR), Ok("low"));
        assert!(pool.drain(Instant::now() + FAR));
    }

    #[test]
    fn threads_are_made_while_jobs_wait_and_end_above_the_limit() {
        let pool = pool(1, 3, 0);
        let (let_go, blocked) = channel::<()>();
        let blocked = Arc::new(std::sync::Mutex::new(blocked));
        for _ in 0..4 {
            let blocked = Arc::clone(&blocked);
            pool.add(
                false,
                Box::new(move || {
                    let _ = blocked.lock().unwrap().recv();
                }),
            );
        }
        assert_eq!(pool.status().workers, 3);
        drop(let_go);
        assert!(pool.drain(Instant::now() + FAR));
        pool.set_limits(PoolLimits { min: 1, max: 1, reserved: 0 });
        while pool.status().workers > 1 {
            std::thread::yield_now();
        }
    }

    #[test]
    fn threads_are_made_when_they_are_needed() {
        let pool = pool(2, 3, 1);
        let threads = || {
            let state = pool.0.state.lock();
            (state.any.all, state.reserved.all)
        };
        let PoolStatus { workers, free, reserved, .. } = pool.status();
        assert_eq!(((workers, free, reserved), threads()), ((2, 2, 1), (0, 0)));
        let (let_go, blocked) = channel::<()>();
        let (begin, begun) = channel();
        pool.add(
            true,
            Box::new(move || {
                begin.send(()).unwrap();
                blocked.recv().unwrap_or_default();
            }),
        );
        assert_eq!(begun.recv_timeout(FAR), Ok(()));
        // An ordinary worker is there for a job of any kind.
        assert_eq!((pool.status().free, threads()), (1, (1, 0)));
        drop(let_go);
        assert!(pool.drain(Instant::now() + FAR));
    }

    #[test]
    fn a_job_that_panics_leaves_its_thread_alive() {
        let pool = pool(1, 1, 0);
        pool.add(false, Box::new(|| std::panic::resume_unwind(Box::new(()))));
        let (tell, told) = channel();
        pool.add(false, Box::new(move || tell.send(()).unwrap()));
        assert_eq!(told.recv_timeout(FAR), Ok(()));
    }
}
