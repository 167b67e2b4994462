//! Streams: pieces, ends, holes, what is refused.
use super::{Bytes, Endpoint, MemoryStreams};
use oxivirt_model::Result;
use oxivirt_protocol::{Call, Opens, Receive, Received, StreamId};

fn opened(table: &MemoryStreams, end: impl Endpoint + 'static) -> StreamId {
    let mut call = Call { opens: Some(Opens { sparse: false }), ..Call::new() };
    table.open(&mut call, end);
    call.stream.unwrap()
}

fn receive(table: &MemoryStreams, stream: StreamId, want: usize, stop_at_hole: bool) -> (Result<Received>, Vec<u8>) {
    let mut got = Vec::new();
    let how = Receive { want, wait: true, stop_at_hole };
    (table.receive(stream, how, &mut |piece| got.extend_from_slice(piece)), got)
}

/// Three bytes, a hole of five, one byte.
#[derive(Debug)]
struct Sparse(u64);

impl Endpoint for Sparse {
    fn receive(&mut self, want: usize, put: &mut dyn FnMut(&[u8])) -> Result<usize> {
        let left: &[u8] = match self.0 {
            0..3 => &[1; 3][usize::try_from(self.0).unwrap()..],
            8 => &[2],
            _ => &[],
        };
        let piece = &left[..left.len().min(want)];
        put(piece);
        self.0 = self.0.saturating_add(u64::try_from(piece.len()).unwrap());
        Ok(piece.len())
    }

    fn hole(&self) -> u64 {
        if self.0 >= 3 { 8_u64.saturating_sub(self.0) } else { 0 }
    }

    fn skip(&mut self, length: u64) {
        self.0 = self.0.saturating_add(length);
    }

    fn is_sparse(&self) -> bool {
        true
    }
}

#[test]
fn bytes_come_in_pieces_and_end() {
    let table = MemoryStreams::default();
    let stream = opened(&table, Bytes::new(&b"abcdef"[..]));
    assert_eq!(receive(&table, stream, 4, false), (Ok(Received::Data(4)), b"abcd".to_vec()));
    assert_eq!(receive(&table, stream, 4, true), (Ok(Received::Data(2)), b"ef".to_vec()));
    assert_eq!(receive(&table, stream, 4, false), (Ok(Received::Data(0)), Vec::new()));
    assert_eq!(
        table.send(stream, b"x").unwrap_err().text(),
        "Requested operation is not valid: cannot write to stream"
    );
    assert!(table.receive_hole(stream).is_err());
    assert_eq!(table.close(stream, false), Ok(()));
    assert_eq!(table.close(stream, false).unwrap_err().text(), "internal error: stream is not open");
    assert!(receive(&table, stream, 4, false).0.is_err());
}

#[test]
fn holes_are_zeros_unless_asked_for() {
    let table = MemoryStreams::default();
    let stream = opened(&table, Sparse(0));
    assert_eq!(receive(&table, stream, 100, false), (Ok(Received::Data(9)), vec![1, 1, 1, 0, 0, 0, 0, 0, 2]));
    let stream = opened(&table, Sparse(0));
    assert_eq!(receive(&table, stream, 100, true), (Ok(Received::Data(3)), vec![1; 3]));
    assert_eq!(receive(&table, stream, 100, true), (Ok(Received::Hole), Vec::new()));
    assert_eq!(receive(&table, stream, 2, false), (Ok(Received::Data(2)), vec![0; 2]));
    assert_eq!(table.receive_hole(stream), Ok(3));
    assert_eq!(table.receive_hole(stream), Ok(0));
    assert_eq!(receive(&table, stream, 100, true), (Ok(Received::Data(1)), vec![2]));
}

#[test]
fn holes_without_a_length_are_refused() {
    let table = MemoryStreams::default();
    let stream = opened(&table, Sparse(0));
    for (length, flags) in [(0, 0), (-1, 0), (i64::MIN, 0), (1, 1), (1, 0)] {
        assert!(table.send_hole(stream, length, flags).is_err(), "{length} {flags}");
    }
    table.close_all();
    table.forget(stream);
    assert!(table.send(stream, b"").is_err());
}

#[test]
fn a_call_that_wants_no_stream_gets_none() {
    let (table, mut call) = (MemoryStreams::default(), Call::new());
    table.open(&mut call, Sparse(0));
    assert_eq!(call.stream, None);
}
