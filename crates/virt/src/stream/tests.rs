//! Streams over a driver in this process.
use super::*;
use crate::testing::{Fake, Piece};
use crate::{Error, ErrorCode};
use oxivirt_model::constants::VIR_STREAM_RECV_STOP_AT_HOLE;
use std::io::{self, Read, Write};
use std::sync::atomic::{AtomicI32, Ordering};

fn data(text: &str) -> Piece {
    Piece::Data(text.into())
}

fn open(flags: u32, arriving: &[Piece]) -> (Arc<Fake>, Stream) {
    let (driver, conn) = Fake::open(|_, _| Ok(Vec::new()));
    *driver.arriving.lock().unwrap() = arriving.iter().rev().cloned().collect();
    let stream = Stream::new(&conn, flags);
    let open = |session: &dyn Session, call: &mut Call| session.connect_close(call);
    stream.open(true, open).unwrap();
    (driver, stream)
}

fn sent(driver: &Fake) -> (Vec<Piece>, Vec<bool>) {
    driver.sent.lock().unwrap().clone()
}

#[test]
fn a_stream_is_a_reader_and_a_writer() {
    let (driver, mut stream) = open(0, &[data("one"), data("two")]);
    let mut text = String::new();
    assert!(stream.is_ready());
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text, "onetwo");
    assert!(!stream.is_ready());
    stream.write_all(&vec![7; 600_000]).unwrap();
    (&stream).flush().unwrap();
    stream.finish().unwrap();
    let (pieces, ends) = sent(&driver);
    let lengths: Vec<_> =
        pieces.iter().map(|piece| matches!(piece, Piece::Data(data) if data.len() <= 262_120)).collect();
    assert_eq!((lengths, ends), (vec![true; 3], vec![false]));
}

#[test]
fn a_nonblocking_stream_would_block_and_moves_no_whole_data() {
    let (driver, mut stream) = open(VIR_STREAM_NONBLOCK, &[]);
    assert_eq!(stream.recv(&mut [0; 9]), Ok(Received::Nothing));
    assert_eq!(stream.read(&mut [0; 9]).unwrap_err().kind(), io::ErrorKind::WouldBlock);
    let refused = stream.send_all(|_| Ok::<_, Error>(0)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OPERATION_INVALID);
    assert!(refused.text().ends_with("data sources cannot be used for non-blocking streams"), "{refused}");
    assert_eq!(sent(&driver).1, [true]);
}

#[test]
fn a_nonblocking_stream_sends_what_there_is_room_for() {
    let (driver, mut stream) = open(VIR_STREAM_NONBLOCK, &[]);
    *driver.room.lock().unwrap() = Some(5);
    assert!(stream.has_room());
    assert_eq!(stream.write(b"abc").unwrap(), 3);
    assert_eq!(stream.try_send(b"defg"), Ok(2));
    assert!(!stream.has_room());
    assert_eq!((stream.try_send(b"h"), stream.try_send(b"")), (Ok(0), Ok(0)));
    assert_eq!(stream.write(b"h").unwrap_err().kind(), io::ErrorKind::WouldBlock);
    assert_eq!(sent(&driver).0.iter().filter(|piece| **piece != data("")).count(), 2);
    // A blocking one waits until all is sent.
    let (driver, mut stream) = open(0, &[]);
    assert_eq!((stream.write(b"abc").unwrap(), sent(&driver).0), (3, vec![data("abc")]));
}

#[test]
fn holes_are_told_where_they_are_asked_for() {
    let (_, stream) = open(0, &[data("ab"), Piece::Hole(1 << 40), data("c")]);
    let mut room = [0; 8];
    assert_eq!(stream.recv_flags(&mut room, VIR_STREAM_RECV_STOP_AT_HOLE), Ok(Received::Data(2)));
    assert_eq!(&room[..3], b"ab\0");
    assert_eq!(stream.recv_flags(&mut room, VIR_STREAM_RECV_STOP_AT_HOLE), Ok(Received::Hole));
    assert_eq!(stream.recv_hole(0), Ok(1 << 40));
    assert_eq!(stream.recv(&mut room), Ok(Received::Data(1)));
    let text = stream.recv_flags(&mut room, 6).unwrap_err().text().into_owned();
    assert_eq!(text, "unsupported flags (0x6) in function remoteStreamRecvFlags");
    assert_eq!(stream.recv_hole(1).unwrap_err().code, ErrorCode::INVALID_ARG);
}

/// Data and holes to be sent, the last first; and what came.
struct File(Vec<Piece>);

impl SparseSource<Error> for File {
    fn section(&mut self) -> Result<Section> {
        Ok(match self.0.last() {
            Some(Piece::Data(data)) => Section::Data(data.len().try_into().unwrap()),
            Some(Piece::Hole(length)) => Section::Hole(*length),
            None => Section::Data(0),
        })
    }
    fn read(&mut self, room: &mut [u8]) -> Result<usize> {
        let Some(Piece::Data(data)) = self.0.pop_if(|piece| matches!(piece, Piece::Data(_))) else { return Ok(0) };
        room[..data.len()].copy_from_slice(&data);
        Ok(data.len())
    }
    fn skip(&mut self, length: i64) -> Result<()> {
        assert_eq!(self.0.pop(), Some(Piece::Hole(length)));
        Ok(())
    }
}

impl SparseSink<Error> for File {
    fn write(&mut self, data: &[u8]) -> Result<usize> {
        // Takes one byte at a time.
        self.0.push(Piece::Data(data[..1].to_vec()));
        Ok(1)
    }
    fn hole(&mut self, length: i64) -> Result<()> {
        self.0.push(Piece::Hole(length));
        Ok(())
    }
}

#[test]
fn whole_streams_with_holes() {
    let pieces = [data("a"), Piece::Hole(9), data("bc")];
    let (driver, stream) = open(0, &pieces);
    let mut file = File(Vec::new());
    stream.sparse_recv_all(&mut file).unwrap();
    assert_eq!(file.0, [data("a"), Piece::Hole(9), data("b"), data("c")]);
    stream.sparse_send_all(&mut File(pieces.iter().rev().cloned().collect())).unwrap();
    assert_eq!(sent(&driver), (pieces.into(), vec![]));
}

#[test]
fn what_fails_aborts_and_stays_the_error() {
    let (driver, stream) = open(0, &[data("abc")]);
    let full = stream.recv_all(|_| Err(Error::bare(ErrorDomain::NONE, ErrorCode::NO_MEMORY))).unwrap_err();
    assert_eq!(full.code, ErrorCode::NO_MEMORY);
    assert_eq!(sent(&driver), (vec![], vec![true]));
    let closed = Stream::new(stream.connection(), 0);
    let refused = closed.send(b"a").unwrap_err();
    assert_eq!((refused.code, refused.domain), (ErrorCode::NO_SUPPORT, ErrorDomain::STREAMS));
    assert!(refused.text().ends_with("virStreamSend"), "{refused}");
    assert_eq!((closed.abort(), closed.finish().unwrap_err().code), (Ok(()), ErrorCode::NO_SUPPORT));
    assert_eq!(sent(&driver).1, [true], "nothing was open");
}

#[derive(Debug, Default)]
struct Counting(AtomicI32);

impl StreamWatcher for Counting {
    fn moved(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
    fn update(&self, events: i32) {
        self.0.fetch_add(events, Ordering::Relaxed);
    }
    fn remove(&self) {
        self.0.fetch_add(1000, Ordering::Relaxed);
    }
}

#[test]
fn a_watcher_hears_of_what_moves_until_the_stream_is_opened_again() {
    let (_, stream) = open(0, &[data("a")]);
    let watcher = Arc::new(Counting::default());
    assert!(stream.watch(Arc::<Counting>::clone(&watcher)));
    assert!(!stream.watch(Arc::new(Counting::default())), "one at most");
    stream.recv(&mut [0; 4]).unwrap();
    stream.finish().unwrap();
    assert_eq!(watcher.0.load(Ordering::Relaxed), 2);
    stream.open(false, |session, call| session.connect_close(call)).unwrap();
    assert_eq!(watcher.0.load(Ordering::Relaxed), 1002);
    assert!(stream.unwatch().is_none());
}

#[test]
fn a_stream_that_is_not_needed_any_more_is_forgotten() {
    let (driver, stream) = open(0, &[]);
    let id = stream.opened().unwrap();
    assert_eq!(id.0, oxivirt_protocol::remote::Procedure::CONNECT_CLOSE.0);
    assert_eq!(format!("{stream:?}"), format!("Stream {{ opened: Some({id:?}), .. }}"));
    stream.on_ready(Some(Arc::new(|| ()))).unwrap();
    stream.on_ready(None).unwrap();
    assert_eq!(driver.noted(), [format!("observe {} true", id.0), format!("observe {} false", id.0)]);
    stream.open(false, |session, call| session.connect_close(call)).unwrap();
    assert_eq!(driver.noted(), [format!("forget {}", id.0)], "by another call");
    let failed: Result<()> = stream.open(false, |session, call| {
        session.connect_close(call)?;
        Err(Error::bare(ErrorDomain::NONE, ErrorCode::NO_MEMORY))
    });
    assert_eq!(failed.unwrap_err().code, ErrorCode::NO_MEMORY);
    assert_eq!(driver.noted(), vec![format!("forget {}", id.0); 2], "the old one, and the one that failed");
    assert!(stream.opened().is_none() && !stream.is_ready());
    assert_eq!(stream.on_ready(None).unwrap_err().code, ErrorCode::NO_SUPPORT);
    drop(stream);
    assert_eq!(driver.noted(), ["close"], "nothing was open");
    let (driver, stream) = open(0, &[]);
    drop(stream);
    assert_eq!(driver.noted(), [format!("forget {}", id.0), "close".to_owned()]);
}

#[test]
fn only_one_flag_makes_a_stream_nonblocking() {
    let (_, conn) = Fake::open(|_, _| Ok(Vec::new()));
    let nonblocking = |flags| Stream::new(&conn, flags).is_nonblocking();
    assert_eq!([0, VIR_STREAM_NONBLOCK, VIR_STREAM_NONBLOCK << 1].map(nonblocking), [false, true, false]);
}

#[test]
fn long_data_goes_in_pieces_of_a_frame() {
    let long = vec![7; 300_000];
    let (driver, stream) = open(0, &[Piece::Data(long.clone())]);
    let mut lengths = Vec::new();
    let take = |data: &[u8]| {
        lengths.push(data.len());
        Ok::<_, Error>(data.len())
    };
    stream.recv_all(take).unwrap();
    assert_eq!(lengths, [262_120, 37_880]);
    let mut left = &long[..];
    stream.send_all(|room| Ok::<_, Error>(left.read(room).unwrap())).unwrap();
    let lengths: Vec<_> =
        sent(&driver).0.iter().map(|piece| if let Piece::Data(data) = piece { data.len() } else { 0 }).collect();
    assert_eq!(lengths, [262_120, 37_880]);
}

/// A section of data that is read two bytes at a time, behind a hole of no length if there is nothing left.
struct Slow {
    left: usize,
    asked: u32,
}

impl SparseSource<Error> for Slow {
    fn section(&mut self) -> Result<Section> {
        self.asked = self.asked.saturating_add(1);
        Ok(if self.left == 0 { Section::Hole(0) } else { Section::Data(self.left.try_into().unwrap()) })
    }
    fn read(&mut self, room: &mut [u8]) -> Result<usize> {
        let got = self.left.min(2);
        assert!(self.left == 0 || room.len() == self.left, "never more than the section");
        self.left = self.left.saturating_sub(got);
        Ok(got)
    }
    fn skip(&mut self, length: i64) -> Result<()> {
        panic!("a hole of {length} bytes")
    }
}

#[test]
fn a_section_is_asked_for_when_the_one_before_is_read() {
    let (driver, stream) = open(0, &[]);
    let mut source = Slow { left: 5, asked: 0 };
    stream.sparse_send_all(&mut source).unwrap();
    let lengths: Vec<_> =
        sent(&driver).0.iter().map(|piece| if let Piece::Data(data) = piece { data.len() } else { 0 }).collect();
    assert_eq!((lengths, source.asked), (vec![2, 2, 1], 2));
}
