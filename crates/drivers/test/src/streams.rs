//! The streams of a connection, which procedures open in `TestSession::streams`.
use crate::session::TestSession;
use oxivirt_model::Result;
use oxivirt_protocol::{Observer, Receive, Received, StreamId, Streams};

impl Streams for TestSession {
    fn stream_send(&self, stream: StreamId, data: &[u8]) -> Result<()> {
        self.streams.send(stream, data)
    }

    fn stream_send_now(&self, stream: StreamId, data: &[u8]) -> Result<usize> {
        self.streams.send_now(stream, data)
    }

    fn stream_receive(&self, stream: StreamId, how: Receive, put: &mut dyn FnMut(&[u8])) -> Result<Received> {
        self.streams.receive(stream, how, put)
    }

    fn stream_send_hole(&self, stream: StreamId, length: i64, flags: u32) -> Result<()> {
        self.streams.send_hole(stream, length, flags)
    }

    fn stream_receive_hole(&self, stream: StreamId) -> Result<i64> {
        self.streams.receive_hole(stream)
    }

    fn stream_close(&self, stream: StreamId, abort: bool) -> Result<()> {
        self.streams.close(stream, abort)
    }

    fn stream_forget(&self, stream: StreamId) {
        self.streams.forget(stream);
    }

    fn stream_ready(&self, stream: StreamId) -> bool {
        self.streams.is_ready(stream)
    }

    fn stream_has_room(&self, stream: StreamId) -> bool {
        self.streams.has_room(stream)
    }

    fn stream_observe(&self, stream: StreamId, observer: Option<Observer>) {
        self.streams.observe(stream, observer);
    }
}
