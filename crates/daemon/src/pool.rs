//! The worker threads of one server: ordinary ones take any job, in the order of the queue, reserved ones only jobs that never
//! block for long, so that a client can always destroy the domain whose calls block all others.
use crate::lock::{Lock, wait};
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

struct State {
    queue: VecDeque<Job>,
    limits: PoolLimits,
    workers: u32,
    free: u32,
    reserved: u32,
    /// Jobs that run now.
    running: u32,
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
    /// Makes a pool without any thread yet; [`Pool::start`] starts those that are there from the beginning.
    pub(crate) fn new(name: &str, limits: PoolLimits) -> Self {
        let state = State { queue: VecDeque::new(), limits, workers: 0, free: 0, reserved: 0, running: 0 };
        Self(Arc::new(Shared {
            name: name.to_owned(),
            state: Lock::new(state),
            any: Condvar::new(),
            high: Condvar::new(),
            done: Condvar::new(),
        }))
    }

    /// Starts the threads that the limits ask for.
    pub(crate) fn start(&self) {
        let mut state = self.0.state.lock();
        self.fill(&mut state);
    }

    fn fill(&self, state: &mut State) {
        while state.workers < state.limits.min && self.spawn(Takes::Any) {
            state.workers = state.workers.saturating_add(1);
            state.free = state.free.saturating_add(1);
        }
        while state.reserved < state.limits.reserved && self.spawn(Takes::High) {
            state.reserved = state.reserved.saturating_add(1);
        }
    }

    /// Returns false if no thread could be made.
    fn spawn(&self, takes: Takes) -> bool {
        let shared = Arc::clone(&self.0);
        let kind = if takes == Takes::Any { "rpc" } else { "prio-rpc" };
        let name = format!("{kind}-{}", self.0.name);
        // The kernel cuts names at 15 bytes.
        oxivirt_sys::spawn_thread(&name, move || run(&shared, takes)).is_ok()
    }

    /// Queues a job. More threads are made while fewer are free than jobs wait, up to the limit.
    pub(crate) fn add(&self, high: bool, work: Work) {
        let mut state = self.0.state.lock();
        let waiting = u32::try_from(state.queue.len()).unwrap_or(u32::MAX);
        if state.free <= waiting && state.workers < state.limits.max && self.spawn(Takes::Any) {
            state.workers = state.workers.saturating_add(1);
            state.free = state.free.saturating_add(1);
        }
        state.queue.push_back(Job { high, work });
        drop(state);
        self.0.any.notify_one();
        if high {
            self.0.high.notify_one();
        }
    }

    /// Returns what the pool does now.
    pub(crate) fn status(&self) -> PoolStatus {
        let state = self.0.state.lock();
        PoolStatus {
            limits: state.limits,
            workers: state.workers,
            free: state.free,
            reserved: state.reserved,
            queued: u32::try_from(state.queue.len()).unwrap_or(u32::MAX),
        }
    }

    /// Sets the limits; threads above them end when they have nothing to do.
    pub(crate) fn set_limits(&self, limits: PoolLimits) {
        let mut state = self.0.state.lock();
        state.limits = limits;
        self.fill(&mut state);
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
}

fn run(shared: &Shared, takes: Takes) {
    while let Some(work) = next(shared, takes) {
        // A job that panics must not take its thread with it; whoever waits for it is told by the job itself.
        let _ = catch_unwind(AssertUnwindSafe(work));
        let mut state = shared.state.lock();
        state.running = state.running.saturating_sub(1);
        if takes == Takes::Any {
            state.free = state.free.saturating_add(1);
        }
        if state.running == 0 && state.queue.is_empty() {
            shared.done.notify_all();
        }
    }
}

/// Waits for the next job; `None`: the worker shall end.
fn next(shared: &Shared, takes: Takes) -> Option<Work> {
    let mut state = shared.state.lock();
    loop {
        let excess = match takes {
            Takes::Any => state.workers > state.limits.max,
            Takes::High => state.reserved > state.limits.reserved,
        };
        if excess {
            match takes {
                Takes::Any => {
                    state.workers = state.workers.saturating_sub(1);
                    state.free = state.free.saturating_sub(1);
                }
                Takes::High => state.reserved = state.reserved.saturating_sub(1),
            }
            return None;
        }
        let at = match takes {
            Takes::Any => (!state.queue.is_empty()).then_some(0),
            Takes::High => state.queue.iter().position(|job| job.high),
        };
        if let Some(job) = at.and_then(|at| state.queue.remove(at)) {
            state.running = state.running.saturating_add(1);
            if takes == Takes::Any {
                state.free = state.free.saturating_sub(1);
            }
            return Some(job.work);
        }
        let wake = if takes == Takes::Any { &shared.any } else { &shared.high };
        state = wait(wake, state, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    const FAR: Duration = Duration::from_secs(60);

    fn pool(min: u32, max: u32, reserved: u32) -> Pool {
        let pool = Pool::new("test", PoolLimits { min, max, reserved });
        pool.start();
        pool
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
    fn a_job_that_panics_leaves_its_thread_alive() {
        let pool = pool(1, 1, 0);
        pool.add(false, Box::new(|| std::panic::resume_unwind(Box::new(()))));
        let (tell, told) = channel();
        pool.add(false, Box::new(move || tell.send(()).unwrap()));
        assert_eq!(told.recv_timeout(FAR), Ok(()));
    }
}
