//! What one client can make the daemon do and keep.
use super::*;

fn info(bench: &mut Bench, serial: u32) {
    let id = i32::try_from(serial).unwrap();
    let mut body = Vec::new();
    remote::DomainGetInfoArgs { dom: domain(id) }.encode(&mut Writer::new(&mut body, 1 << 20)).unwrap();
    bench.send(&header(remote::Procedure::DOMAIN_GET_INFO, Kind::CALL, serial), &body);
}

#[test]
fn no_more_calls_are_worked_on_than_allowed() {
    let mut bench = Bench::open();
    for serial in 10..20 {
        info(&mut bench, serial);
    }
    // The thread that reads does not wait for the driver; it stops reading.
    assert!(matches!(bench.serve(), Progress::Wait { .. }));
    assert_eq!(bench.client.conn.lock().running, 3);
    let mut answered: Vec<_> = (10..20)
        .map(|_| {
            bench.let_go();
            bench.frame().header.serial
        })
        .collect();
    answered.sort_unstable();
    assert_eq!(answered, (10..20).collect::<Vec<_>>());
    // A worker may not have noted yet that its call is answered.
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    let conn = bench.client.conn.lock();
    assert_eq!((conn.running, conn.engine.unanswered()), (0, 0));
}

#[test]
fn no_more_bytes_of_calls_are_kept_than_allowed() {
    let mut bench = Bench::new(ServerConfig { memory: 1 << 16, ..SERVER }, false, false);
    bench.call_open(0).unwrap();
    for serial in 10..13 {
        let mut body = Vec::new();
        remote::DomainGetInfoArgs { dom: domain(1) }.encode(&mut Writer::new(&mut body, 1 << 20)).unwrap();
        // What is behind the arguments is passed over, and counts.
        body.resize(1 << 16, 0);
        bench.send(&header(remote::Procedure::DOMAIN_GET_INFO, Kind::CALL, serial), &body);
        bench.serve();
    }
    // Three could be worked on at a time.
    assert_eq!(bench.client.conn.lock().running, 1);
    for serial in 10..13 {
        bench.let_go();
        assert_eq!(bench.frame().header.serial, serial);
    }
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    assert_eq!(bench.client.conn.lock().call_bytes, 0);
}

#[test]
fn a_client_that_vanishes_with_calls_under_way_is_forgotten() {
    let mut bench = Bench::open();
    for serial in 10..13 {
        info(&mut bench, serial);
    }
    bench.serve();
    let (_, other) = UnixStream::pair().unwrap();
    drop(std::mem::replace(&mut bench.peer, other));
    for _ in 0..3 {
        bench.let_go();
    }
    while bench.serve() != Progress::Ended {}
    bench.client.end();
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    assert!(bench.fake().closed.load(Ordering::Relaxed));
    assert_eq!(bench.client.server.client_counts().1, 0);
    // The test, and the session, which holds it weakly.
    assert_eq!(Arc::strong_count(&bench.client), 1);
}

#[test]
fn pings_are_answered_while_calls_wait() {
    let mut bench = Bench::open();
    info(&mut bench, 10);
    let ping = Header { program: Program::KEEPALIVE.0, ..header(remote::Procedure(1), Kind::MESSAGE, 0) };
    bench.send(&ping, b"");
    bench.serve();
    assert_eq!(bench.frame().header, Header { procedure: 2, ..ping });
    bench.let_go();
    assert_eq!(bench.frame().header.serial, 10);
}

#[test]
fn a_frame_that_is_too_long_ends_the_connection() {
    let mut bench = Bench::open();
    bench.peer.write_all(&33_554_437u32.to_be_bytes()).unwrap();
    assert_eq!(bench.serve(), Progress::Ended);
    bench.client.end();
    assert!(bench.hung_up());
}

#[test]
fn a_silent_client_is_pinged_and_given_up() {
    let mut bench = Bench::open();
    let args = remote::ConnectSupportsFeatureArgs { feature: remote::DriverFeature::PROGRAM_KEEPALIVE.0 };
    bench.call(remote::Procedure::CONNECT_SUPPORTS_FEATURE, 2, &args);
    bench.answer().unwrap();
    let Progress::Wait { deadline: Some(deadline), .. } = bench.serve() else { panic!("no deadline") };
    let left = deadline.saturating_duration_since(Instant::now());
    assert!(left <= Duration::from_secs(5), "{left:?}");
    let mut conn = bench.client.conn.lock();
    // Time is an argument.
    let at = |seconds| deadline + Duration::from_secs(seconds);
    for ping in 0..5 {
        conn.engine.handle_timeout(at(ping * 5));
        assert!(conn.engine.closed().is_none());
    }
    conn.engine.handle_timeout(at(25));
    assert!(conn.engine.closed().is_some());
}
