//! Waiting for events until enough came, the time is over, the user interrupts or the connection ends.
use super::state::Shell;
use crate::fail::{Done, Failure};
use oxivirt_sys::Interrupts;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// Why waiting ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ended {
    /// What was waited for came.
    Done,
    /// The time is over.
    Timeout,
    /// The user interrupted.
    Interrupted,
}

/// What wakes the waiting command.
enum Wake<T> {
    Event(T),
    Interrupt,
}

/// A command that waits: SIGINT interrupts it instead of ending the program.
pub(crate) struct Interrupt<T> {
    sender: Sender<Wake<T>>,
    receiver: Receiver<Wake<T>>,
    end: Option<Instant>,
    _signal: Interrupts,
}

impl<T: Send + 'static> Interrupt<T> {
    /// Begins to wait, at most for so many milliseconds.
    pub(crate) fn begin(timeout: Option<u64>) -> Done<Self> {
        let (sender, receiver) = channel();
        let interrupt = sender.clone();
        let signal = Interrupts::watch(move || {
            // Nobody waits any more: the command ends.
            let _ = interrupt.send(Wake::Interrupt);
        });
        let signal = signal.map_err(|error| Failure::say(error.to_string()))?;
        let end = timeout.and_then(|limit| Instant::now().checked_add(Duration::from_millis(limit)));
        Ok(Self { sender, receiver, end, _signal: signal })
    }

    /// Returns what to call when something came.
    pub(crate) fn reporter(&self) -> impl Fn(T) + Send + Sync + use<T> {
        let sender = std::sync::Mutex::new(self.sender.clone());
        move |event| {
            if let Ok(sender) = sender.lock() {
                // Nobody waits any more: the command ends.
                let _ = sender.send(Wake::Event(event));
            }
        }
    }

    /// Waits, and passes what comes to `take` until that returns true.
    pub(crate) fn wait(&self, shell: &Shell, mut take: impl FnMut(T) -> bool) -> Ended {
        loop {
            shell.flush();
            match self.next() {
                Ok(Wake::Event(event)) => {
                    if take(event) {
                        return Ended::Done;
                    }
                }
                Ok(Wake::Interrupt) => return Ended::Interrupted,
                Err(RecvTimeoutError::Timeout) => return Ended::Timeout,
                Err(RecvTimeoutError::Disconnected) => return Ended::Done,
            }
        }
    }

    fn next(&self) -> Result<Wake<T>, RecvTimeoutError> {
        match self.end {
            None => self.receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(end) => self.receiver.recv_timeout(end.saturating_duration_since(Instant::now())),
        }
    }
}
