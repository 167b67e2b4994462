//! Streams in both directions, and how they end.
use super::*;

fn volume() -> remote::NonnullStorageVol<'static> {
    remote::NonnullStorageVol { pool: "p".into(), name: "v".into(), key: "k".into() }
}

fn download(bench: &mut Bench) {
    let args = remote::StorageVolDownloadArgs { vol: volume(), offset: 0, length: 0, flags: 0 };
    bench.call(remote::Procedure::STORAGE_VOL_DOWNLOAD, 9, &args);
}

fn upload(bench: &mut Bench, length: u64) {
    let args = remote::StorageVolUploadArgs { vol: volume(), offset: 0, length, flags: 0 };
    bench.call(remote::Procedure::STORAGE_VOL_UPLOAD, 9, &args);
}

fn packet(bench: &mut Bench, procedure: remote::Procedure, status: Status, body: &[u8]) {
    let header = Header { status, ..header(procedure, Kind::STREAM, 9) };
    bench.send(&header, body);
    bench.serve();
}

#[test]
fn a_download_to_its_end() {
    let mut bench = Bench::open();
    *bench.fake().brings.lock().unwrap() = vec![b"one".to_vec(), vec![7; 300_000], Vec::new()];
    download(&mut bench);
    assert_eq!(bench.answer().unwrap(), b"");
    for wanted in [b"one".to_vec(), vec![7; 300_000], Vec::new()] {
        let Frame { header, body } = bench.frame();
        assert_eq!((header.kind, header.status, header.serial), (Kind::STREAM, Status::CONTINUE, 9));
        assert!(body == wanted);
    }
    packet(&mut bench, remote::Procedure::STORAGE_VOL_DOWNLOAD, Status::OK, b"");
    let Frame { header, body } = bench.frame();
    assert_eq!((header.kind, header.status, body.len()), (Kind::STREAM, Status::OK, 0));
    assert_eq!(bench.fake().got.lock().unwrap().1, Some(false));
    assert!(bench.client.conn.lock().pumps.is_empty());
}

#[test]
fn an_upload_that_does_not_wait_for_the_answer() {
    let mut bench = Bench::open();
    let args = remote::StorageVolUploadArgs { vol: volume(), offset: 0, length: 0, flags: 0 };
    let mut body = Vec::new();
    args.encode(&mut Writer::new(&mut body, 1 << 20)).unwrap();
    let up = remote::Procedure::STORAGE_VOL_UPLOAD;
    bench.send(&header(up, Kind::CALL, 9), &body);
    for data in [&b"data"[..], b"", b"more"] {
        bench.send(&Header { status: Status::CONTINUE, ..header(up, Kind::STREAM, 9) }, data);
    }
    bench.send(&header(up, Kind::STREAM, 9), b"");
    bench.serve();
    bench.answer().unwrap();
    let Frame { header, .. } = bench.frame();
    assert_eq!((header.kind, header.status), (Kind::STREAM, Status::OK));
    assert_eq!(*bench.fake().got.lock().unwrap(), (b"datamore".to_vec(), Some(false)));
}

#[test]
fn an_upload_that_fails() {
    let mut bench = Bench::open();
    upload(&mut bench, 0);
    bench.answer().unwrap();
    packet(&mut bench, remote::Procedure::STORAGE_VOL_UPLOAD, Status::CONTINUE, b"bad");
    let Frame { header, body } = bench.frame();
    assert_eq!((header.kind, header.status), (Kind::STREAM, Status::ERROR));
    assert_eq!(error_from_wire(&body).text(), "No space left on device");
    // What follows is for nobody.
    packet(&mut bench, remote::Procedure::STORAGE_VOL_UPLOAD, Status::OK, b"");
    upload(&mut bench, 13);
    assert_eq!(bench.answer().unwrap_err().code, ErrorCode::OPERATION_FAILED);
    assert!(bench.client.conn.lock().engine.stream(9).is_none());
}

#[test]
fn a_state_that_streams_do_not_have() {
    let mut bench = Bench::open();
    download(&mut bench);
    bench.answer().unwrap();
    packet(&mut bench, remote::Procedure::STORAGE_VOL_DOWNLOAD, Status(7), b"");
    let Frame { header, body } = bench.frame();
    assert_eq!((header.kind, header.status), (Kind::STREAM, Status::ERROR));
    assert_eq!(error_from_wire(&body).text(), "stream aborted with unexpected status 7");
}

#[test]
fn a_client_that_vanishes_aborts_its_streams() {
    let mut bench = Bench::open();
    upload(&mut bench, 0);
    bench.answer().unwrap();
    packet(&mut bench, remote::Procedure::STORAGE_VOL_UPLOAD, Status::CONTINUE, b"half");
    let (_, other) = UnixStream::pair().unwrap();
    drop(std::mem::replace(&mut bench.peer, other));
    while bench.serve() != Progress::Ended {}
    bench.client.end();
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    assert_eq!(bench.fake().got.lock().unwrap().1, Some(true));
    assert!(!bench.client.server.has_clients());
}
