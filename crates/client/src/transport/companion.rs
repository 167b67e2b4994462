//! The process that carries a connection: ssh, or the command of the `ext` transport.
use std::io::Read;
use std::process::Child;
use std::sync::{Mutex, OnceLock, PoisonError};

/// How much of what a process says an error shows.
const SHOWN: u64 = 1024;

/// A process whose standard input and output are the other end of the channel's socket. It ends with the connection.
#[derive(Debug)]
pub(crate) struct Companion {
    child: Mutex<Child>,
    said: OnceLock<String>,
}

impl Companion {
    /// Takes charge of a child; its standard error must be a pipe, or what it says is lost.
    #[expect(dead_code, reason = "ssh will be the first")]
    pub(crate) fn new(child: Child) -> Self {
        Self {
            child: Mutex::new(child),
            said: OnceLock::new(),
        }
    }

    /// What the process wrote to standard error, without the last line's end. To be asked when the connection has ended:
    /// it waits until the process is done writing.
    pub(crate) fn said(&self) -> &str {
        self.said.get_or_init(|| {
            let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
            let mut text = Vec::new();
            if let Some(stderr) = child.stderr.take() {
                // What could be read before a failure is worth showing.
                let _ = stderr.take(SHOWN).read_to_end(&mut text);
            }
            String::from_utf8_lossy(&text).trim_end().to_owned()
        })
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap_or_else(PoisonError::into_inner);
        // It may have ended already; then there is nothing to kill, only to reap.
        let _ = child.kill();
        let _ = child.wait();
    }
}
