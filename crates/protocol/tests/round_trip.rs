//! Client, codec, dispatch and driver in one process: what a driver answers is what the caller gets.

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{Call, Driver, Program, StreamId, Transact, admin, encode_error, lxc, qemu, remote};
use oxivirt_xdr::{Str, Writer};

/// A driver with a handful of methods.
#[derive(Debug)]
struct Fake;

const ID: Uuid = Uuid([7; 16]);

impl DomainLookup for Fake {
    fn domain_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainLookupByNameArgs<'_>,
    ) -> Result<remote::DomainLookupByNameRet<'c>> {
        if args.name.as_bytes() != b"guest" {
            let detail = format!("no domain with matching name '{}'", args.name);
            return Err(Error::new(ErrorDomain::TEST, ErrorCode::NO_DOMAIN, detail));
        }
        Ok(remote::DomainLookupByNameRet { dom: domain("guest", 3) })
    }

    fn connect_list_all_domains<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllDomainsArgs,
    ) -> Result<remote::ConnectListAllDomainsRet<'c>> {
        assert_eq!((args.need_results, args.flags), (1, 0x8000_0001));
        let domains = vec![domain("a", -1), domain("bb", 2), domain("", 3)];
        Ok(remote::ConnectListAllDomainsRet { ret: 3, domains })
    }
}

impl DomainMemory for Fake {
    fn domain_get_memory_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetMemoryParametersArgs<'_>,
    ) -> Result<remote::DomainGetMemoryParametersRet<'c>> {
        assert_eq!(args.dom, domain("guest", 3));
        Ok(remote::DomainGetMemoryParametersRet { params: params(), nparams: 7 })
    }
}

impl DomainLifecycle for Fake {
    fn domain_create(&self, call: &mut Call, _: &remote::DomainCreateArgs<'_>) -> Result<()> {
        if call.deadline.is_some() {
            return Err(Error::bare(ErrorDomain::NONE, ErrorCode::OPERATION_DENIED));
        }
        call.stream = Some(StreamId(9));
        Ok(())
    }
}

impl Node for Fake {
    fn node_get_info(&self, _: &mut Call) -> Result<remote::NodeGetInfoRet> {
        let mut model = [0; 32];
        model[..6].copy_from_slice(b"x86_64");
        Ok(remote::NodeGetInfoRet { model, memory: u64::MAX, cpus: 8, ..Default::default() })
    }
}

impl Admin for Fake {
    fn admin_server_get_threadpool_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ServerGetThreadpoolParametersArgs<'_>,
    ) -> Result<admin::ServerGetThreadpoolParametersRet<'c>> {
        assert_eq!(args.srv.name.as_bytes(), b"libvirtd");
        Ok(admin::ServerGetThreadpoolParametersRet { params: params() })
    }
}

impl Auth for Fake {
    fn auth_sasl_start(&self, _: &mut Call, args: &remote::AuthSaslStartArgs<'_>) -> Result<remote::AuthSaslStartRet> {
        let data = args.data.iter().rev().copied().collect();
        Ok(remote::AuthSaslStartRet { complete: 1, nil: 0, data })
    }
}

macro_rules! without_methods {
    ($($topic:ident)*) => { $(impl $topic for Fake {})* };
}

without_methods! {
    Connect DomainBlock DomainBlockJob DomainCheckpoint DomainDefine DomainDevice DomainGuest
    DomainInfo DomainJob DomainMigrate DomainSave DomainSnapshot DomainVcpu Events Interface Lxc
    Network NetworkPort NodeDevice Nwfilter Qemu Secret StoragePool StorageVol
}

/// A connection whose peer is a driver in the same process.
#[derive(Debug)]
struct Wire(Box<dyn Driver>);

impl Transact for Wire {
    fn transact(
        &self,
        call: &mut Call,
        program: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<()> {
        let mut payload = Vec::new();
        encode(&mut Writer::new(&mut payload, 1 << 20)).map_err(|error| encode_error(error, ""))?;
        let driver = &*self.0;
        let mut out = Vec::new();
        match program {
            Program::REMOTE => remote::dispatch(driver, call, remote::Procedure(procedure), &payload, &mut out),
            Program::QEMU => qemu::dispatch(driver, call, qemu::Procedure(procedure), &payload, &mut out),
            Program::LXC => lxc::dispatch(driver, call, lxc::Procedure(procedure), &payload, &mut out),
            _ => admin::dispatch(driver, call, admin::Procedure(procedure), &payload, &mut out),
        }?;
        call.reply = out;
        Ok(())
    }
}

fn wire() -> Box<dyn Driver> {
    Box::new(Wire(Box::new(Fake)))
}

fn domain(name: &str, id: i32) -> remote::NonnullDomain<'_> {
    remote::NonnullDomain { name: name.into(), uuid: ID, id }
}

fn params() -> Vec<remote::TypedParam<'static>> {
    use remote::TypedParamValue as Value;
    let values = [
        Value::Int(-1),
        Value::Uint(u32::MAX),
        Value::Llong(i64::MIN),
        Value::Ullong(u64::MAX),
        Value::Double(0.1),
        Value::Boolean(1),
        Value::String(Str::from("text")),
    ];
    let name = |at| Str::from(format!("field{at}"));
    let pairs = values.into_iter().enumerate();
    pairs.map(|(at, value)| remote::TypedParam { field: name(at), value }).collect()
}

#[test]
fn results_are_equal_on_both_sides() {
    let (driver, mut call) = (wire(), Call::new());
    let args = remote::DomainLookupByNameArgs { name: "guest".into() };
    assert_eq!(driver.domain_lookup_by_name(&mut call, &args).unwrap().dom, domain("guest", 3));

    let args = remote::ConnectListAllDomainsArgs { need_results: 1, flags: 0x8000_0001 };
    let ret = driver.connect_list_all_domains(&mut call, &args).unwrap();
    assert_eq!(ret.domains, [domain("a", -1), domain("bb", 2), domain("", 3)]);
    let borrowed = |dom: &remote::NonnullDomain<'_>| matches!(dom.name.0, std::borrow::Cow::Borrowed(_));
    assert!(ret.domains.iter().all(borrowed));

    let args = remote::DomainGetMemoryParametersArgs { dom: domain("guest", 3), nparams: 0, flags: 0 };
    let ret = driver.domain_get_memory_parameters(&mut call, &args).unwrap();
    assert_eq!((ret.params, ret.nparams), (params(), 7));

    let info = driver.node_get_info(&mut call).unwrap();
    assert_eq!((&info.model[..7], info.memory, info.cpus), (&b"x86_64\0"[..], u64::MAX, 8));
    // The model is an array of char: each takes four bytes.
    assert_eq!(call.reply.len(), 32 * 4 + 8 + 6 * 4);
}

#[test]
fn other_programs_and_characters() {
    let (driver, mut call) = (wire(), Call::new());
    let srv = admin::NonnullServer { name: "libvirtd".into() };
    let args = admin::ServerGetThreadpoolParametersArgs { srv, flags: 0 };
    let ret = driver.admin_server_get_threadpool_parameters(&mut call, &args).unwrap();
    assert_eq!(ret.params, params());

    let data = vec![0, 127, 128, 255];
    let args = remote::AuthSaslStartArgs { mech: "PLAIN".into(), nil: 0, data };
    let ret = driver.auth_sasl_start(&mut call, &args).unwrap();
    assert_eq!(ret.data, [255, 128, 127, 0]);
}

#[test]
fn the_call_and_errors_pass_through() {
    let (driver, mut call) = (wire(), Call::new());
    let args = remote::DomainCreateArgs { dom: domain("guest", -1) };
    driver.domain_create(&mut call, &args).unwrap();
    assert_eq!(call.stream, Some(StreamId(9)));
    call.deadline = Some(std::time::Instant::now());
    let error = driver.domain_create(&mut call, &args).unwrap_err();
    assert_eq!(error.code, ErrorCode::OPERATION_DENIED);

    let args = remote::DomainLookupByNameArgs { name: "other".into() };
    let error = driver.domain_lookup_by_name(&mut call, &args).unwrap_err();
    assert_eq!(error.text(), "Domain not found: no domain with matching name 'other'");

    let error = driver.connect_get_hostname(&mut call).unwrap_err();
    assert_eq!((error.code, error.str2.as_deref()), (ErrorCode::NO_SUPPORT, Some(&b"connect_get_hostname"[..])));
}

#[test]
fn arguments_above_their_limit_are_not_sent() {
    let (driver, mut call) = (wire(), Call::new());
    let args = remote::AuthSaslStepArgs { nil: 0, data: vec![0; 65_537] };
    let error = driver.auth_sasl_step(&mut call, &args).unwrap_err();
    assert_eq!(
        error.text(),
        "Unable to encode message payload: remote_auth_sasl_step_args.data: length 65537 is above the limit 65536 (at byte 4)"
    );
    assert_eq!((error.code, error.domain), (ErrorCode::RPC, ErrorDomain::RPC));
}

#[test]
fn numbers_that_are_no_calls() {
    let (mut call, mut out) = (Call::new(), Vec::new());
    let events = remote::Procedure::all().into_iter().filter(|info| info.event);
    let numbers = events.map(|info| info.number).chain([0, 457, 65535, u32::MAX]);
    for number in numbers {
        let procedure = remote::Procedure(number);
        let error = remote::dispatch(&Fake, &mut call, procedure, &[0; 64], &mut out).unwrap_err();
        assert_eq!(error.text(), format!("unknown procedure: {}", number.cast_signed()));
    }
    assert!(out.is_empty());
}

#[test]
fn a_result_above_its_limit_leaves_nothing_behind() {
    #[derive(Debug)]
    struct Short;
    impl Transact for Short {
        fn transact(
            &self,
            call: &mut Call,
            _: Program,
            _: u32,
            _: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
        ) -> Result<()> {
            call.reply = vec![0xff; 8];
            Ok(())
        }
    }
    let mut call = Call::new();
    let error = Short.node_get_free_memory(&mut call).map(|ret| ret.free_mem);
    assert_eq!(error, Ok(u64::MAX));
    let error = Short.connect_get_type(&mut call).unwrap_err();
    assert!(error.text().contains("remote_connect_get_type_ret.type: length 4294967295"), "{error}");
    let error = Short.domain_block_stats(&mut call, &Default::default()).unwrap_err();
    assert!(error.text().contains("remote_domain_block_stats_ret: needs at least 8 bytes, 0 are left"), "{error}");
}
