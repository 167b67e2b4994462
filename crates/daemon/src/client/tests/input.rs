//! How much is read at a time, and when the socket is waited for.
use super::*;

fn hostname(bench: &mut Bench, serial: u32) {
    bench.send(&header(remote::Procedure::CONNECT_GET_HOSTNAME, Kind::CALL, serial), b"");
}

/// One whose calls are answered at once.
fn quick() -> Bench {
    let mut bench = Bench::new(SERVER, false, true);
    bench.call_open(0).unwrap();
    // Whatever the answer made it look at.
    bench.serve();
    bench
}

/// Returns the serials of so many answers that are there already.
fn answered(bench: &mut Bench, count: usize) -> Vec<u32> {
    (0..count)
        .map(|_| {
            let mut head = [0; 4];
            bench.peer.read_exact(&mut head).unwrap();
            let mut rest = vec![0; (u32::from_be_bytes(head) as usize).saturating_sub(4)];
            bench.peer.read_exact(&mut rest).unwrap();
            Header::decode(rest.first_chunk().unwrap()).serial
        })
        .collect()
}

#[test]
fn a_read_that_leaves_room_is_the_last() {
    let mut bench = quick();
    hostname(&mut bench, 2);
    // As if the end came after the kernel told of the data.
    bench.peer.shutdown(std::net::Shutdown::Write).unwrap();
    assert!(matches!(bench.serve_knowing(Input::Something), Progress::Wait { .. }));
    assert_eq!(answered(&mut bench, 1), [2]);
    assert_eq!(bench.serve_knowing(Input::Unknown), Progress::Ended);
}

#[test]
fn nothing_is_read_when_nothing_came() {
    let mut bench = quick();
    hostname(&mut bench, 2);
    assert!(matches!(bench.serve_knowing(Input::Nothing), Progress::Wait { .. }));
    bench.peer.set_nonblocking(true).unwrap();
    assert_eq!(bench.peer.read(&mut [0]).unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    bench.serve_knowing(Input::Something);
    assert_eq!(answered(&mut bench, 1), [2]);
}

#[test]
fn what_is_behind_descriptors_is_read() {
    let mut bench = quick();
    let call = header(remote::Procedure::CONNECT_GET_HOSTNAME, Kind::CALL_WITH_FDS, 2);
    bench.send(&call, &1u32.to_be_bytes());
    let fd = bench.peer.try_clone().unwrap();
    assert_eq!(oxivirt_sys::send_with_fds(bench.peer.as_fd(), &[0], &[fd.as_fd()], true).unwrap(), 1);
    hostname(&mut bench, 3);
    bench.serve_knowing(Input::Something);
    assert_eq!(answered(&mut bench, 2), [2, 3]);
}

#[test]
fn a_socket_is_waited_for_while_it_takes_no_more() {
    let mut bench = Bench::open();
    let pieces: Vec<Vec<u8>> = (0..8).map(|_| vec![7; 262_120]).chain([Vec::new()]).collect();
    bench.fake().brings.lock().unwrap().clone_from(&pieces);
    assert!(!bench.waits_for_room);
    let vol = remote::NonnullStorageVol { pool: "p".into(), name: "v".into(), key: "k".into() };
    let args = remote::StorageVolDownloadArgs { vol, offset: 0, length: 0, flags: 0 };
    let download = remote::Procedure::STORAGE_VOL_DOWNLOAD;
    bench.call(download, 9, &args);
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    bench.serve();
    assert!(bench.waits_for_room);
    bench.answer().unwrap();
    for piece in pieces {
        assert!(bench.frame().body == piece);
    }
    // As long as the stream is open it is likely to be full again.
    bench.serve();
    assert!(bench.waits_for_room);
    bench.send(&header(download, Kind::STREAM, 9), b"");
    bench.frame();
    bench.serve();
    assert!(!bench.waits_for_room);
}
