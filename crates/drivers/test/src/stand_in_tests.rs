//! What makes the driver a stand-in for testing tools: migration phase by phase, jobs on disks, consoles, the agent; with the example of
//! the documentation.
use crate::{OpenLocal, open};
use oxivirt_conf::Uri;
use oxivirt_model::constants::*;
use oxivirt_model::{ErrorCode, Result};
use oxivirt_protocol::{Call, Opens, Receive, Received, Session, StreamId, qemu, remote};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A connection to a host like that of the documentation's example; nobody else sees it.
fn session() -> Arc<dyn Session> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/examples/node.xml");
    let uri = Uri::parse(format!("test://{path}").as_bytes()).unwrap();
    open(OpenLocal { uri, read_only: false, credentials: None }).unwrap()
}

/// The host without its domains.
fn empty() -> Arc<dyn Session> {
    let session = session();
    for name in ["web", "batch", "plain"] {
        let dom = find(&*session, name).unwrap();
        session.domain_destroy(&mut Call::new(), &remote::DomainDestroyArgs { dom: dom.clone() }).unwrap();
        session.domain_undefine(&mut Call::new(), &remote::DomainUndefineArgs { dom }).unwrap();
    }
    session
}

fn find(session: &dyn Session, name: &str) -> Result<remote::NonnullDomain<'static>> {
    let mut call = Call::new();
    let args = remote::DomainLookupByNameArgs { name: name.to_owned().into() };
    let dom = session.domain_lookup_by_name(&mut call, &args)?.dom;
    Ok(remote::NonnullDomain { name: dom.name.into_owned(), uuid: dom.uuid, id: dom.id })
}

fn state(session: &dyn Session, name: &str) -> Result<(u32, u32)> {
    let args = remote::DomainGetStateArgs { dom: find(session, name)?, flags: 0 };
    let ret = session.domain_get_state(&mut Call::new(), &args)?;
    Ok((ret.state.cast_unsigned(), ret.reason.cast_unsigned()))
}

const PROTECTED: u32 = VIR_MIGRATE_CHANGE_PROTECTION | VIR_MIGRATE_LIVE;

fn begin(source: &dyn Session, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<String> {
    let args = remote::DomainMigrateBegin3ParamsArgs { dom: dom.clone(), params: Vec::new(), flags };
    let mut call = Call::new();
    Ok(source.domain_migrate_begin3_params(&mut call, &args)?.xml.to_str_lossy().into_owned())
}

fn prepare(target: &dyn Session, xml: &str, flags: u32) -> Result<Vec<u8>> {
    let params = vec![oxivirt_driver_common::params::string(VIR_MIGRATE_PARAM_DEST_XML, xml)];
    let args = remote::DomainMigratePrepare3ParamsArgs { params, cookie_in: Vec::new().into(), flags };
    let mut call = Call::new();
    let ret = target.domain_migrate_prepare3_params(&mut call, &args)?;
    assert!(ret.uri_out.is_some_and(|uri| uri.starts_with(b"test://")));
    Ok(ret.cookie_out.to_vec())
}

fn perform(source: &dyn Session, dom: &remote::NonnullDomain<'_>, cookie: &[u8], flags: u32) -> Result<Vec<u8>> {
    let args = remote::DomainMigratePerform3ParamsArgs {
        dom: dom.clone(),
        dconnuri: None,
        params: Vec::new(),
        cookie_in: cookie.into(),
        flags,
    };
    let mut call = Call::new();
    Ok(source.domain_migrate_perform3_params(&mut call, &args)?.cookie_out.to_vec())
}

fn finish(target: &dyn Session, name: &'static str, cookie: &[u8], flags: u32, cancelled: bool) -> Result<()> {
    let params = vec![oxivirt_driver_common::params::string(VIR_MIGRATE_PARAM_DEST_NAME, name)];
    let cancelled = cancelled.into();
    let args = remote::DomainMigrateFinish3ParamsArgs { params, cookie_in: cookie.into(), flags, cancelled };
    target.domain_migrate_finish3_params(&mut Call::new(), &args).map(drop)
}

fn confirm(source: &dyn Session, dom: &remote::NonnullDomain<'_>, flags: u32, cancelled: bool) -> Result<()> {
    let args = remote::DomainMigrateConfirm3ParamsArgs {
        dom: dom.clone(),
        params: Vec::new(),
        cookie_in: Vec::new().into(),
        flags,
        cancelled: cancelled.into(),
    };
    source.domain_migrate_confirm3_params(&mut Call::new(), &args)
}

const WAITING: (u32, u32) = (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION);

#[test]
fn the_domain_runs_on_exactly_one_side() {
    let (source, target) = (session(), empty());
    let (source, target) = (&*source, &*target);
    let dom = find(source, "web").unwrap();
    let xml = begin(source, &dom, PROTECTED).unwrap();
    let cookie = prepare(target, &xml, VIR_MIGRATE_LIVE).unwrap();
    assert_eq!((state(source, "web").unwrap().0, state(target, "web")), (VIR_DOMAIN_RUNNING, Ok(WAITING)));
    let sent = perform(source, &dom, &cookie, PROTECTED).unwrap();
    assert_eq!(state(source, "web"), Ok(WAITING));
    finish(target, "web", &sent, VIR_MIGRATE_LIVE, false).unwrap();
    assert_eq!(state(target, "web"), Ok((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATED)));
    confirm(source, &dom, PROTECTED, false).unwrap();
    assert_eq!(state(source, "web"), Ok((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_MIGRATED)));
    // Told that it failed, the target forgets the domain and the source goes on.
    let xml = begin(target, &dom, PROTECTED).unwrap();
    let cookie = prepare(source, &xml, VIR_MIGRATE_LIVE).unwrap();
    perform(target, &dom, &cookie, PROTECTED).unwrap();
    let told = finish(source, "web", b"", VIR_MIGRATE_LIVE, true).unwrap_err();
    assert_eq!(told.code, ErrorCode::MIGRATE_FINISH_OK);
    confirm(target, &dom, PROTECTED, true).unwrap();
    assert_eq!(state(source, "web"), Ok((VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_FAILED)));
    assert_eq!(state(target, "web"), Ok((VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATION_CANCELED)));
}

#[test]
fn phases_that_nothing_led_to_are_refused() {
    let (source, target) = (session(), empty());
    let (source, target) = (&*source, &*target);
    let dom = find(source, "web").unwrap();
    let code = |result: Result<()>| result.unwrap_err().code;
    assert_eq!(code(confirm(source, &dom, 0, false)), ErrorCode::OPERATION_INVALID);
    assert_eq!(code(perform(source, &dom, b"x", PROTECTED).map(drop)), ErrorCode::OPERATION_INVALID);
    assert_eq!(code(finish(source, "web", b"", 0, false)), ErrorCode::OPERATION_INVALID);
    assert_eq!(code(finish(target, "web", b"", 0, false)), ErrorCode::NO_DOMAIN);
    let xml = begin(source, &dom, PROTECTED).unwrap();
    assert_eq!(code(begin(source, &dom, PROTECTED).map(drop)), ErrorCode::OPERATION_TIMEOUT);
    assert_eq!(code(prepare(source, &xml, 0).map(drop)), ErrorCode::OPERATION_INVALID);
    let cookie = prepare(target, &xml, 0).unwrap();
    assert_eq!(code(prepare(target, &xml, 0).map(drop)), ErrorCode::OPERATION_INVALID);
    // Another domain's cookie ends it, and so does one that is none.
    assert_eq!(code(perform(source, &dom, b"x", PROTECTED).map(drop)), ErrorCode::INTERNAL_ERROR);
    assert_eq!(state(source, "web").unwrap().0, VIR_DOMAIN_RUNNING);
    for bad in [&b"x"[..], b"<guest/>", b"<guest seconds='1' nanoseconds='2' frozen='3'/>", b"<other/>"] {
        assert!(finish(target, "web", bad, 0, false).is_err());
        assert_eq!(code(state(target, "web").map(drop)), ErrorCode::NO_DOMAIN);
        prepare(target, &xml, 0).unwrap();
    }
    // A target that is destroyed waits no more.
    let waiting = find(target, "web").unwrap();
    target.domain_destroy(&mut Call::new(), &remote::DomainDestroyArgs { dom: waiting }).unwrap();
    assert_eq!(code(finish(target, "web", b"", 0, false)), ErrorCode::NO_DOMAIN);
    // Somebody aborts the job between two phases.
    begin(source, &dom, PROTECTED).unwrap();
    source.domain_abort_job(&mut Call::new(), &remote::DomainAbortJobArgs { dom: dom.clone() }).unwrap();
    assert_eq!(code(perform(source, &dom, &cookie, PROTECTED).map(drop)), ErrorCode::OPERATION_ABORTED);
    let job = source.domain_get_job_info(&mut Call::new(), &remote::DomainGetJobInfoArgs { dom }).unwrap();
    assert_eq!(job.r#type, 0);
}

#[test]
fn a_session_that_ends_takes_its_migrations_with_it() {
    let _alone = crate::tests::DEFAULT.lock();
    let (uri, other) = ("test:///default", empty());
    let open_default = || {
        let uri = Uri::parse(uri.as_bytes()).unwrap();
        open(OpenLocal { uri, read_only: false, credentials: None }).unwrap()
    };
    let (watcher, leader) = (open_default(), open_default());
    let dom = find(&*watcher, "test").unwrap();
    let before = state(&*watcher, "test").unwrap();
    // As a source, after its guest has stopped; as a target, before one has come.
    let xml = begin(&*leader, &dom, PROTECTED).unwrap();
    let cookie = prepare(&*other, &xml, 0).unwrap();
    perform(&*leader, &dom, &cookie, PROTECTED).unwrap();
    assert_eq!(state(&*watcher, "test"), Ok(WAITING));
    prepare(&*leader, &xml.replace("<name>test", "<name>coming").replace("6695eb01", "11111111"), 0).unwrap();
    assert_eq!(state(&*watcher, "coming"), Ok(WAITING));
    leader.close().unwrap();
    assert_eq!(state(&*watcher, "test"), Ok((before.0, VIR_DOMAIN_RUNNING_MIGRATION_CANCELED)));
    assert_eq!(state(&*watcher, "coming").unwrap_err().code, ErrorCode::NO_DOMAIN);
}

#[test]
fn two_threads_move_a_domain_once() {
    let (source, target) = (session(), empty());
    for _ in 0..50 {
        let dom = find(&*source, "plain").unwrap();
        let moved = AtomicUsize::new(0);
        let flags = PROTECTED | VIR_MIGRATE_PERSIST_DEST | VIR_MIGRATE_UNDEFINE_SOURCE;
        let to_target = VIR_MIGRATE_LIVE | VIR_MIGRATE_PERSIST_DEST;
        let move_it = || -> Result<()> {
            let xml = begin(&*source, &dom, flags)?;
            let cookie = prepare(&*target, &xml, to_target)?;
            let sent = perform(&*source, &dom, &cookie, flags)?;
            finish(&*target, "plain", &sent, to_target, false)?;
            confirm(&*source, &dom, flags, false)?;
            moved.fetch_add(1, Ordering::Relaxed);
            Ok(())
        };
        std::thread::scope(|scope| {
            let _threads = [scope.spawn(move_it), scope.spawn(move_it)];
        });
        assert_eq!(moved.load(Ordering::Relaxed), 1);
        assert!(find(&*source, "plain").is_err() && find(&*target, "plain").is_ok());
        // And back, by one alone.
        let dom = find(&*target, "plain").unwrap();
        let xml = begin(&*target, &dom, flags).unwrap();
        let cookie = prepare(&*source, &xml, to_target).unwrap();
        let sent = perform(&*target, &dom, &cookie, flags).unwrap();
        finish(&*source, "plain", &sent, to_target, false).unwrap();
        confirm(&*target, &dom, flags, false).unwrap();
    }
}

fn job_info(session: &dyn Session, name: &str) -> remote::DomainGetBlockJobInfoRet {
    let dom = find(session, name).unwrap();
    let args = remote::DomainGetBlockJobInfoArgs { dom, path: "vda".into(), flags: 0 };
    session.domain_get_block_job_info(&mut Call::new(), &args).unwrap()
}

#[test]
fn a_job_gets_ahead_with_each_question() {
    let session = session();
    let pull = |name| {
        let dom = find(&*session, name).unwrap();
        let args = remote::DomainBlockPullArgs { dom, path: "vda".into(), bandwidth: 0, flags: 0 };
        session.domain_block_pull(&mut Call::new(), &args)
    };
    pull("web").unwrap();
    let parts: Vec<_> =
        std::iter::from_fn(|| Some(job_info(&*session, "web")).filter(|info| info.found != 0)).collect();
    // Five steps: the last one is not seen, because there is no job any more.
    assert_eq!(parts.iter().map(|info| info.cur).collect::<Vec<_>>(), [1, 2, 3, 4].map(|part| (part << 30) / 5));
    assert!(parts.iter().all(|info| info.cur < info.end && info.r#type == 1));
    pull("batch").unwrap();
    assert_eq!(job_info(&*session, "batch").found, 0);
    assert!(pull("plain").is_err());
}

fn console(session: &dyn Session, name: &str, flags: u32) -> Result<StreamId> {
    let args = remote::DomainOpenConsoleArgs { dom: find(session, name)?, dev_name: None, flags };
    let mut call = Call { opens: Some(Opens { sparse: false }), ..Call::new() };
    session.domain_open_console(&mut call, &args)?;
    Ok(call.stream.unwrap())
}

#[test]
fn a_console_ends_with_the_domain_and_waits_for_no_other() {
    let session = session();
    let session = &*session;
    let line = console(session, "web", 0).unwrap();
    assert_eq!(console(session, "web", 0).unwrap_err().code, ErrorCode::OPERATION_FAILED);
    let wait = Receive { want: 10, wait: true, stop_at_hole: false };
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| session.stream_receive(line, wait, &mut |_| ()));
        // Whoever waits there keeps nobody from anything.
        let other = console(session, "plain", 0).unwrap();
        session.stream_send(other, b"x").unwrap();
        assert_eq!(session.stream_receive(other, wait, &mut |_| ()), Ok(Received::Data(1)));
        let dom = find(session, "web").unwrap();
        session.domain_suspend(&mut Call::new(), &remote::DomainSuspendArgs { dom: dom.clone() }).unwrap();
        session.domain_destroy(&mut Call::new(), &remote::DomainDestroyArgs { dom: dom.clone() }).unwrap();
        assert_eq!(waiting.join().unwrap(), Ok(Received::Data(0)));
        session.domain_create(&mut Call::new(), &remote::DomainCreateArgs { dom }).unwrap();
    });
    // The next run has lines of its own.
    let next = console(session, "web", 0).unwrap();
    let forced = console(session, "web", VIR_DOMAIN_CONSOLE_FORCE).unwrap();
    assert_eq!(session.stream_receive(next, wait, &mut |_| ()), Ok(Received::Data(0)));
    session.stream_close(forced, false).unwrap();
    assert!(console(session, "web", 0).is_ok());
}

#[test]
fn the_agent_of_the_example_answers() {
    let session = session();
    let ask = |name, command: &'static str| {
        let dom = find(&*session, name).unwrap();
        let args = qemu::DomainAgentCommandArgs { dom, cmd: command.into(), timeout: -2, flags: 0 };
        let mut call = Call::new();
        let ret = session.qemu_domain_agent_command(&mut call, &args);
        ret.map(|ret| ret.result.unwrap().to_str_lossy().into_owned()).map_err(|error| error.code)
    };
    let info = r#"{"return":{"version":"8.0.0","supported_commands":[]}}"#;
    assert_eq!(ask("web", r#"{"execute":"guest-info"}"#), Ok(info.to_owned()));
    assert_eq!(ask("web", r#"{"execute":"guest-none"}"#), Err(ErrorCode::AGENT_COMMAND_FAILED));
    assert_eq!(ask("batch", r#"{"execute":"guest-info"}"#), Err(ErrorCode::AGENT_UNRESPONSIVE));
    assert_eq!(ask("plain", r#"{"execute":"guest-info"}"#), Err(ErrorCode::NO_SUPPORT));
}
