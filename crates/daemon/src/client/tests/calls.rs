//! Calls and their answers.
use super::*;

fn text(answer: Result<Vec<u8>>) -> String {
    answer.unwrap_err().text().into_owned()
}

#[test]
fn a_connection_from_its_opening_to_its_end() {
    let mut bench = Bench::new(SERVER, false, false);
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 1, &());
    assert_eq!(text(bench.answer()), "internal error: hypervisor connection not open");
    bench.call_open(0).unwrap();
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 2, &());
    assert_eq!(bench.answer().unwrap(), b"\0\0\0\x04here");
    bench.call(remote::Procedure::CONNECT_GET_URI, 3, &());
    assert_eq!(bench.answer().unwrap(), b"\0\0\0\x08fake:///");
    bench.call(remote::Procedure::CONNECT_GET_TYPE, 4, &());
    assert_eq!(bench.answer().unwrap(), b"\0\0\0\x04FAKE");
    bench.call(remote::Procedure::CONNECT_CLOSE, 5, &());
    assert_eq!(bench.answer().unwrap(), b"");
    while bench.serve() != Progress::Ended {}
    bench.client.end();
    assert!(bench.hung_up());
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    assert!(bench.fake().closed.load(Ordering::Relaxed));
    assert!(!bench.client.server.has_clients());
}

#[test]
fn what_a_driver_does_not_have_names_the_function() {
    let mut bench = Bench::open();
    bench.call(remote::Procedure::NODE_GET_FREE_MEMORY, 2, &());
    let error = bench.answer().unwrap_err();
    assert_eq!((error.code, error.level), (ErrorCode::NO_SUPPORT, oxivirt_model::ErrorLevel::ERROR));
    assert!(error.text().ends_with("virNodeGetFreeMemory"));
}

#[test]
fn a_read_only_connection_changes_nothing() {
    let args = remote::DomainDestroyArgs { dom: domain(1) };
    for (socket, flags) in [(true, 0), (false, VIR_CONNECT_RO)] {
        let mut bench = Bench::new(SERVER, socket, false);
        bench.call_open(flags).unwrap();
        assert!(bench.fake().read_only && bench.client.is_read_only());
        bench.call(remote::Procedure::DOMAIN_DESTROY, 2, &args);
        assert_eq!(text(bench.answer()), "operation forbidden: read only access prevents virDomainDestroy");
    }
    let mut bench = Bench::open();
    bench.call(remote::Procedure::DOMAIN_DESTROY, 2, &args);
    bench.answer().unwrap();
}

#[test]
fn a_panic_of_a_driver_costs_one_call() {
    let mut bench = Bench::open();
    bench.call(remote::Procedure::CONNECT_GET_CAPABILITIES, 2, &());
    assert_eq!(bench.answer().unwrap_err().code, ErrorCode::INTERNAL_ERROR);
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 3, &());
    bench.answer().unwrap();
}

#[test]
fn every_number_is_answered_and_the_connection_stays() {
    let mut bench = Bench::open();
    for number in (0..700).chain([65535, u32::MAX]) {
        let own = [
            remote::Procedure::CONNECT_OPEN,
            remote::Procedure::CONNECT_CLOSE,
            remote::Procedure::CONNECT_GET_CAPABILITIES,
        ];
        if own.contains(&remote::Procedure(number)) {
            continue;
        }
        // No arguments are that short but none.
        bench.send(&header(remote::Procedure(number), Kind::CALL, number), b"");
        bench.serve();
        let mut frame = bench.frame();
        while frame.header.kind == Kind::MESSAGE {
            // Something was registered for by one of the calls.
            frame = bench.frame();
        }
        let header = frame.header;
        assert_eq!((header.procedure, header.serial, header.kind), (number, number, Kind::REPLY));
    }
    for program in [Program::QEMU, Program::LXC, Program::ADMIN, Program::KEEPALIVE, Program(0)] {
        let wrong = Header { program: program.0, ..header(remote::Procedure(1), Kind::CALL, 9) };
        bench.send(&wrong, b"");
        bench.serve();
        assert_eq!(bench.frame().header.status, Status::ERROR);
    }
    let monitor = qemu::Procedure::CONNECT_DOMAIN_MONITOR_EVENT_REGISTER.0;
    let call = Header { program: Program::QEMU.0, procedure: monitor, ..header(remote::Procedure(1), Kind::CALL, 9) };
    bench.send(&call, &[0; 12]);
    assert!(text(bench.answer()).ends_with("virConnectDomainQemuMonitorEventRegister"));
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 3, &());
    bench.answer().unwrap();
}

#[test]
fn what_cannot_wait_is_answered_by_the_thread_that_reads() {
    let mut bench =
        Bench::new(ServerConfig { pool: PoolLimits { min: 1, max: 1, reserved: 0 }, ..SERVER }, false, true);
    bench.call_open(0).unwrap();
    // The only worker is busy for good.
    let (_busy, never) = channel::<()>();
    bench.client.server.pool.add(false, Box::new(move || never.recv().unwrap_or_default()));
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 2, &());
    assert_eq!(bench.answer().unwrap(), b"\0\0\0\x04here");
}

#[test]
fn an_identity_is_taken_whole() {
    let mut bench = Bench::open();
    let param = |name: &'static str, value| remote::TypedParam { field: name.into(), value };
    let params = vec![
        param("user-name", remote::TypedParamValue::String("fred".into())),
        param("unix-user-id", remote::TypedParamValue::Ullong(77)),
    ];
    bench.call(remote::Procedure::CONNECT_SET_IDENTITY, 2, &remote::ConnectSetIdentityArgs { params, flags: 0 });
    bench.answer().unwrap();
    let identity = bench.client.acts_for().unwrap();
    assert_eq!((identity.user_name.as_deref(), identity.uid, identity.pid), (Some(&b"fred"[..]), Some(77), None));
    let params = vec![param("foo", remote::TypedParamValue::Int(1))];
    bench.call(remote::Procedure::CONNECT_SET_IDENTITY, 3, &remote::ConnectSetIdentityArgs { params, flags: 0 });
    assert_eq!(text(bench.answer()), "argument unsupported: parameter 'foo' not supported");
}
