//! Receive buffers: one for each thread that reads. A thousand idle connections shall not hold a thousand.
use oxivirt_sys::ThreadValue;
use std::cell::Cell;

/// Bytes one receive can bring. Most replies fit; a longer one takes several.
const USUAL: usize = 65536;
/// While a stream is read: all that the kernel holds for a UNIX socket by default, so that the daemon goes on while we
/// work.
const STREAMING: usize = 262_144;

thread_local! {
    static SPARE: ThreadValue<Cell<Vec<u8>>> = const { ThreadValue::new() };
}

/// The thread's receive buffer, or another one where that is in use.
#[derive(Debug)]
pub(super) struct ReceiveBuffer(Vec<u8>);

impl ReceiveBuffer {
    /// Takes the thread's own, or makes another one where that is in use; a larger one for who reads a stream.
    pub(super) fn take(streaming: bool) -> Self {
        let size = if streaming { STREAMING } else { USUAL };
        let mut bytes = SPARE.with(|spare| spare.with(Cell::take));
        if bytes.len() < size {
            // Zeros from the kernel: memory that no receive writes to is not used.
            bytes = vec![0; size];
        }
        Self(bytes)
    }

    /// Returns the place for what is received.
    pub(super) fn room(&mut self) -> &mut [u8] {
        &mut self.0
    }

    /// Returns the first bytes.
    pub(super) fn bytes(&self, count: usize) -> &[u8] {
        self.0.get(..count).unwrap_or_default()
    }
}

impl Drop for ReceiveBuffer {
    fn drop(&mut self) {
        let bytes = std::mem::take(&mut self.0);
        SPARE.with(|spare| spare.with(|spare| spare.set(bytes)));
    }
}
