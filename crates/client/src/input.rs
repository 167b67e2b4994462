//! Receive buffers: one for each thread that reads. A thousand idle connections shall not hold a thousand.
use oxivirt_sys::ThreadValue;
use std::cell::Cell;

/// Bytes one receive can bring. Most replies fit; a longer one takes several.
const USUAL: usize = 65536;
/// While a stream is read: all that the kernel holds for a UNIX socket by default, so that the daemon goes on while we work.
const STREAMING: usize = 262_144;

thread_local! {
    static SPARE: ThreadValue<Cell<Vec<u8>>> = const { ThreadValue::new() };
}

/// The thread's receive buffer, or another one where that is in use.
#[derive(Debug)]
pub(crate) struct Input(Vec<u8>);

impl Input {
    pub(crate) fn take(streaming: bool) -> Self {
        let size = if streaming { STREAMING } else { USUAL };
        let mut bytes = SPARE.with(|spare| spare.with(Cell::take));
        if bytes.len() < size {
            bytes.resize(size, 0);
        }
        Self(bytes)
    }

    pub(crate) fn room(&mut self) -> &mut [u8] {
        &mut self.0
    }

    /// The first bytes.
    pub(crate) fn bytes(&self, count: usize) -> &[u8] {
        self.0.get(..count).unwrap_or_default()
    }
}

impl Drop for Input {
    fn drop(&mut self) {
        let bytes = std::mem::take(&mut self.0);
        SPARE.with(|spare| spare.with(|spare| spare.set(bytes)));
    }
}
