//! The loop against virtual time and a poller that answers from a table, and against the real ones.

mod real;
mod virtual_time;

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use oxivirt_sys::{Interest, PollFd};

use crate::{Clock, EventLoop, FreeCallback, HandleCallback, Poller, TimeoutCallback};

/// What the fake kernel knows. A poll that could never return is an error, so that no test hangs.
#[derive(Debug, Default)]
struct World {
    now: Duration,
    ready: HashMap<i32, Interest>,
    polls: usize,
    /// The lengths of time the loop was willing to wait.
    waits: Vec<Option<Duration>>,
}

#[derive(Debug, Clone, Default)]
struct Fake(Arc<Mutex<World>>);

impl Clock for Fake {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().now
    }
}

impl Poller for Fake {
    fn poll(&self, set: &mut Vec<PollFd>, timeout: Option<Duration>) -> io::Result<()> {
        let mut world = self.0.lock().unwrap();
        world.polls = world.polls.saturating_add(1);
        assert!(world.polls < 10_000, "spins");
        world.waits.push(timeout);
        let mut any = false;
        for entry in set.iter_mut() {
            let ready = world.ready.get(&entry.fd()).copied().unwrap_or_default();
            entry.set_seen(ready);
            any |= !ready.is_empty();
        }
        match timeout {
            _ if any => Ok(()),
            Some(wait) => {
                world.now = world.now.saturating_add(wait);
                Ok(())
            }
            None => Err(io::ErrorKind::TimedOut.into()),
        }
    }

    fn wake(&self) {}
}

/// A loop on a fake kernel, and the trace its callbacks write.
struct Bench {
    events: Arc<EventLoop>,
    fake: Fake,
    trace: Arc<Mutex<Vec<String>>>,
}

impl Bench {
    fn new() -> Self {
        let fake = Fake::default();
        let events = EventLoop::with(Box::new(fake.clone()), Box::new(fake.clone()));
        Self { events: Arc::new(events), fake, trace: Arc::default() }
    }

    fn ready(&self, fd: i32, bits: Interest) {
        self.fake.0.lock().unwrap().ready.insert(fd, bits);
    }

    fn note(&self, text: String) -> impl Fn() + Send + Sync + 'static {
        let trace = self.trace.clone();
        move || trace.lock().unwrap().push(text.clone())
    }

    fn on_handle(&self, name: &str) -> HandleCallback {
        let (trace, name) = (self.trace.clone(), name.to_owned());
        Arc::new(move |watch, fd, events| {
            trace.lock().unwrap().push(format!("{name} {watch} {fd} {events}"));
        })
    }

    fn on_timeout(&self, name: &str) -> TimeoutCallback {
        let (trace, name) = (self.trace.clone(), name.to_owned());
        Arc::new(move |timer| trace.lock().unwrap().push(format!("{name} {timer}")))
    }

    fn on_free(&self, name: &str) -> Option<FreeCallback> {
        let note = self.note(format!("free {name}"));
        Some(Box::new(note))
    }

    /// Runs one iteration and answers what it traced.
    fn run(&self) -> Vec<String> {
        self.events.run_once().unwrap();
        self.take()
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.trace.lock().unwrap())
    }

    fn advance(&self, milliseconds: u64) {
        let mut world = self.fake.0.lock().unwrap();
        world.now = world.now.saturating_add(Duration::from_millis(milliseconds));
    }

    fn now(&self) -> u128 {
        self.fake.now().as_millis()
    }
}
