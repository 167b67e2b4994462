//! Lines that echo: bounds, waiting, hanging up, who is told.
use super::{CAPACITY, FarEnd, Loopback};
use crate::MemoryStreams;
use oxivirt_protocol::{Call, Opens, Receive, Received, StreamId};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

fn line(table: &MemoryStreams) -> (StreamId, FarEnd) {
    let (near, far) = Loopback::new();
    let mut call = Call { opens: Some(Opens { sparse: false }), ..Call::new() };
    table.open(&mut call, near);
    (call.stream.unwrap(), far)
}

fn receive(
    table: &MemoryStreams,
    stream: StreamId,
    want: usize,
    wait: bool,
) -> (oxivirt_model::Result<Received>, Vec<u8>) {
    let mut got = Vec::new();
    let how = Receive { want, wait, stop_at_hole: false };
    (table.receive(stream, how, &mut |piece| got.extend_from_slice(piece)), got)
}

#[test]
fn what_is_sent_comes_back() {
    let table = MemoryStreams::new();
    let (stream, far) = line(&table);
    assert!(!table.is_ready(stream) && table.has_room(stream) && far.is_open());
    assert_eq!(receive(&table, stream, 10, false), (Ok(Received::Nothing), Vec::new()));
    table.send(stream, b"hello").unwrap();
    assert!(table.is_ready(stream));
    assert_eq!(receive(&table, stream, 3, false), (Ok(Received::Data(3)), b"hel".to_vec()));
    assert_eq!(receive(&table, stream, 10, true), (Ok(Received::Data(2)), b"lo".to_vec()));
    assert_eq!(receive(&table, stream, 10, false).0, Ok(Received::Nothing));
    table.close(stream, false).unwrap();
    assert!(!far.is_open());
}

#[test]
fn a_line_is_bounded() {
    let table = MemoryStreams::new();
    let (stream, _far) = line(&table);
    let much = vec![7; CAPACITY + 10];
    assert_eq!(table.send_now(stream, &much), Ok(CAPACITY));
    assert_eq!((table.send_now(stream, &much), table.has_room(stream)), (Ok(0), false));
    assert_eq!(receive(&table, stream, 10, true).0, Ok(Received::Data(10)));
    assert_eq!((table.send_now(stream, &much), table.has_room(stream)), (Ok(10), false));
}

#[test]
fn whoever_waits_is_woken_by_data_room_and_the_end() {
    let table = MemoryStreams::new();
    let (stream, far) = line(&table);
    let much: Vec<u8> = (0..=255).cycle().take(3 * CAPACITY).collect();
    let started = Barrier::new(2);
    std::thread::scope(|scope| {
        // More than fits at once: the sender waits for room, the reader for data.
        let sender = scope.spawn(|| table.send(stream, &much));
        let mut all = Vec::new();
        while all.len() < much.len() {
            let (received, got) = receive(&table, stream, 1000, true);
            assert!(matches!(received, Ok(Received::Data(1..))), "{received:?}");
            all.extend(got);
        }
        assert_eq!((sender.join().unwrap(), all == much), (Ok(()), true));
        // The far end hangs up while somebody waits.
        let reader = scope.spawn(|| {
            started.wait();
            receive(&table, stream, 1, true)
        });
        started.wait();
        far.hang_up();
        assert_eq!(reader.join().unwrap(), (Ok(Received::Data(0)), Vec::new()));
    });
    assert!(table.send(stream, b"x").is_err());
    assert_eq!(receive(&table, stream, 1, true).0, Ok(Received::Data(0)));
}

#[test]
fn an_abort_ends_what_other_threads_wait_for() {
    for direction in 0..2 {
        let table = MemoryStreams::new();
        let (stream, _far) = line(&table);
        table.send_now(stream, &vec![0; if direction == 0 { 0 } else { CAPACITY }]).unwrap();
        let started = Barrier::new(2);
        std::thread::scope(|scope| {
            let waiter = scope.spawn(|| {
                started.wait();
                if direction == 0 { receive(&table, stream, 1, true).0.map(drop) } else { table.send(stream, b"x") }
            });
            started.wait();
            table.close(stream, true).unwrap();
            assert!(waiter.join().unwrap().is_err());
        });
    }
}

#[test]
fn observers_hear_of_data_room_and_the_end() {
    let table = MemoryStreams::new();
    let (stream, far) = line(&table);
    let heard = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&heard);
    table.observe(
        stream,
        Some(Arc::new(move || {
            counter.fetch_add(1, Ordering::Relaxed);
        })),
    );
    let mut before = 0;
    let mut more = |what: &str| {
        let now = heard.load(Ordering::Relaxed);
        assert!(now > before, "{what}");
        before = now;
    };
    table.send_now(stream, &vec![0; CAPACITY]).unwrap();
    more("data");
    receive(&table, stream, 1, false).0.unwrap();
    more("room");
    far.hang_up();
    more("the end");
    table.observe(stream, None);
    table.close(stream, true).unwrap();
    assert_eq!(Arc::strong_count(&heard), 1);
}
