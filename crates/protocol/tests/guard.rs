//! The guard: what it refuses with which error, in which order, and what it shows to access rules.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::sync::Mutex;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{
    Access, Call, Driver, Guarded, Object, ObjectRef, Permission, ProcedureInfo, ProcedureRules, Program, Request,
    Rule, When, admin, lxc, qemu, remote,
};

/// A driver that has nothing: whoever is asked answers `VIR_ERR_NO_SUPPORT` with the method's name.
#[derive(Debug)]
struct Nothing;

macro_rules! without_methods {
    ($($topic:ident)*) => { $(impl $topic for Nothing {})* };
}

without_methods! {
    Admin Auth Connect DomainBlock DomainBlockJob DomainCheckpoint DomainDefine DomainDevice DomainGuest DomainInfo DomainJob
    DomainLifecycle DomainLookup DomainMemory DomainMigrate DomainSave DomainSnapshot DomainVcpu Events Interface Lxc
    Network NetworkPort Node NodeDevice Nwfilter Qemu Secret StoragePool StorageVol
}

/// Decodes arguments and asks the driver, as a daemon does.
fn dispatch(driver: &dyn Driver, program: Program, number: u32, payload: &[u8]) -> Error {
    let (call, out) = (&mut Call::new(), &mut Vec::new());
    let done = match program {
        Program::REMOTE => remote::dispatch(driver, call, remote::Procedure(number), payload, out),
        Program::QEMU => qemu::dispatch(driver, call, qemu::Procedure(number), payload, out),
        Program::LXC => lxc::dispatch(driver, call, lxc::Procedure(number), payload, out),
        _ => admin::dispatch(driver, call, admin::Procedure(number), payload, out),
    };
    done.unwrap_err()
}

const PROGRAMS: [(Program, u32); 4] =
    [(Program::REMOTE, 456), (Program::QEMU, 7), (Program::LXC, 1), (Program::ADMIN, 20)];

/// A procedure that a driver can be asked for.
struct Procedure {
    program: Program,
    info: ProcedureInfo,
    rules: &'static ProcedureRules,
}

/// All of them.
fn procedures() -> impl Iterator<Item = Procedure> {
    let all = PROGRAMS.into_iter().flat_map(|(program, count)| (1..=count).map(move |number| (program, number)));
    let all = all.map(|(program, number)| {
        let (info, rules) = (program.procedure(number).unwrap(), program.rules(number).unwrap());
        Procedure { program, info, rules }
    });
    all.filter(|procedure| !procedure.info.event)
}

/// A payload of which every number is 1 and every array and text has one element, as far as it goes.
fn ones() -> Vec<u8> {
    [0, 0, 0, 1].repeat(512)
}

/// What the rules of a procedure make of a call whose arguments are all 1.
fn expected(rules: &ProcedureRules, read_only: bool) -> Option<ErrorCode> {
    rules.rules.iter().find_map(|rule| match *rule {
        Rule::Changes if read_only => Some(ErrorCode::OPERATION_DENIED),
        Rule::ChangesWith(flags) | Rule::Secure(flags) if read_only && flags & 1 != 0 => {
            Some(ErrorCode::OPERATION_DENIED)
        }
        Rule::ChangesIf(_, 1) if read_only => Some(ErrorCode::OPERATION_DENIED),
        Rule::Exclusive(a, b) if a.0 & 1 != 0 && b.0 & 1 != 0 => Some(ErrorCode::INVALID_ARG),
        Rule::Requires(flag, needs) if flag.0 & 1 != 0 && needs.0 & 1 == 0 => Some(ErrorCode::INVALID_ARG),
        _ => None,
    })
}

#[test]
fn every_procedure_keeps_its_rules() {
    let mut refused = 0;
    for read_only in [false, true] {
        let guarded = Guarded::new(&Nothing, read_only);
        for Procedure { program, info, rules } in procedures() {
            let error = dispatch(&guarded, program, info.number, &ones());
            match expected(rules, read_only) {
                Some(code) => {
                    refused += 1;
                    assert_eq!((error.code, error.domain), (code, info.function.1), "{} {error}", info.name);
                    let named = code == ErrorCode::INVALID_ARG || error.text().contains(info.function.0);
                    assert!(named, "{} {error}", info.name);
                }
                None => assert_eq!(error, Error::missing_method(info.name)),
            }
        }
    }
    assert!(refused > 200, "{refused}");
}

#[test]
fn rules_name_functions_and_never_miss_their_argument() {
    for Procedure { program, info, rules } in procedures() {
        assert!(rules.rules.is_empty() || !info.function.0.is_empty(), "{}", info.name);
        // An argument that a rule compares is passed to it: with zeros, which a rule about numbers refuses, it shows.
        let about_numbers = |rule: &Rule| matches!(rule, Rule::NotZero(_) | Rule::Positive(_));
        if rules.rules.iter().any(about_numbers) {
            let error = dispatch(&Guarded::new(&Nothing, false), program, info.number, &[0; 2048]);
            assert_eq!(error.code, ErrorCode::INVALID_ARG, "{}", info.name);
            assert_eq!(error.str1.as_deref(), Some(info.function.0.as_bytes()));
        }
        if rules.rules.iter().any(|rule| matches!(rule, Rule::NotNegative(_))) {
            let payload = [0xff, 0xff, 0xff, 0xff].repeat(16);
            let error = dispatch(&Guarded::new(&Nothing, false), program, info.number, &payload);
            // Whoever has an object before the number has a text that is too long.
            assert!([ErrorCode::INVALID_ARG, ErrorCode::RPC].contains(&error.code), "{} {error}", info.name);
        }
    }
}

fn guest() -> remote::NonnullDomain<'static> {
    remote::NonnullDomain { name: "guest".into(), uuid: Uuid([5; 16]), id: 3 }
}

/// The error of a call, `None` if the driver was asked.
fn refusal<R: std::fmt::Debug>(result: Result<R>) -> Option<String> {
    let error = result.unwrap_err();
    (error.code != ErrorCode::NO_SUPPORT).then(|| error.text().into_owned())
}

#[test]
fn refusals_and_their_order() {
    let (writable, read_only) = (Guarded::new(&Nothing, false), Guarded::new(&Nothing, true));
    let mut call = Call::new();
    let mut vcpus = |guarded: &Guarded<'_>, nvcpus, flags| {
        let args = remote::DomainSetVcpusFlagsArgs { dom: guest(), nvcpus, flags };
        refusal(guarded.domain_set_vcpus_flags(&mut call, &args))
    };
    let denied = "operation forbidden: read only access prevents virDomainSetVcpusFlags";
    assert_eq!(vcpus(&read_only, 0, 4).as_deref(), Some(denied), "the connection before the arguments");
    let needs = "Flag 'VIR_DOMAIN_VCPU_CONFIG' is required by flag 'VIR_DOMAIN_VCPU_MAXIMUM'";
    assert_eq!(vcpus(&writable, 0, 4).as_deref(), Some(needs), "flags before numbers");
    let excludes = "Flags 'VIR_DOMAIN_VCPU_GUEST' and 'VIR_DOMAIN_VCPU_CONFIG' are mutually exclusive";
    assert_eq!(vcpus(&writable, 0, 2 | 8).as_deref(), Some(excludes));
    assert_eq!(vcpus(&writable, 0, 2).as_deref(), Some("nvcpus in virDomainSetVcpusFlags must not be zero"));
    assert_eq!(vcpus(&writable, 1, 2 | 4), None);

    // Here the argument comes first.
    let args = remote::DomainSetLaunchSecurityStateArgs { dom: guest(), ..Default::default() };
    let error = read_only.domain_set_launch_security_state(&mut Call::new(), &args);
    let wanted = "nparams in virDomainSetLaunchSecurityState must be greater than zero";
    assert_eq!(refusal(error).as_deref(), Some(wanted));
}

#[test]
fn reading_may_change_or_tell_secrets() {
    let (writable, read_only) = (Guarded::new(&Nothing, false), Guarded::new(&Nothing, true));
    let xml = |guarded: &Guarded<'_>, flags| {
        let args = remote::DomainGetXmlDescArgs { dom: guest(), flags };
        refusal(guarded.domain_get_xml_desc(&mut Call::new(), &args))
    };
    assert_eq!(xml(&read_only, 2), None);
    for secure in [1, 8] {
        let denied = "operation forbidden: virDomainGetXMLDesc with secure flag";
        assert_eq!(xml(&read_only, secure).as_deref(), Some(denied));
        assert_eq!(xml(&writable, secure), None);
    }
    let addresses = |guarded: &Guarded<'_>, source| {
        let args = remote::DomainInterfaceAddressesArgs { dom: guest(), source, flags: 0 };
        refusal(guarded.domain_interface_addresses(&mut Call::new(), &args))
    };
    assert_eq!(addresses(&read_only, 0), None);
    let denied = "operation forbidden: read only access prevents virDomainInterfaceAddresses";
    assert_eq!(addresses(&read_only, 1).as_deref(), Some(denied), "the agent works for it");
    assert_eq!(addresses(&writable, 1), None);
    let vcpus = |flags| {
        let args = remote::DomainGetVcpusFlagsArgs { dom: guest(), flags };
        refusal(read_only.domain_get_vcpus_flags(&mut Call::new(), &args))
    };
    assert_eq!((vcpus(1), vcpus(8).is_some()), (None, true));
}

#[test]
fn numbers_at_the_edges() {
    let guarded = Guarded::new(&Nothing, false);
    let memory = |memory| {
        let args = remote::DomainSetMemoryArgs { dom: guest(), memory };
        refusal(guarded.domain_set_memory(&mut Call::new(), &args))
    };
    assert_eq!(memory(0).as_deref(), Some("memory in virDomainSetMemory must not be zero"));
    assert_eq!((memory(1), memory(u64::MAX)), (None, None), "larger than any signed number is not zero");
    let cells = |start_cell, maxcells| {
        let args = remote::NodeGetCellsFreeMemoryArgs { start_cell, maxcells };
        refusal(guarded.node_get_cells_free_memory(&mut Call::new(), &args))
    };
    assert_eq!(cells(0, 1), None);
    assert_eq!(cells(-1, 0).as_deref(), Some("maxCells in virNodeGetCellsFreeMemory must be greater than zero"));
    assert_eq!(cells(-1, 1).as_deref(), Some("startCell in virNodeGetCellsFreeMemory must be zero or greater"));
    let pin = |cpumap: Vec<u8>| {
        let args = remote::DomainPinVcpuArgs { dom: guest(), vcpu: 0, cpumap: cpumap.into() };
        refusal(guarded.domain_pin_vcpu(&mut Call::new(), &args))
    };
    assert_eq!((pin(vec![]).is_some(), pin(vec![1])), (true, None), "an array's length");
}

/// Remembers what it is asked, and forbids one permission.
#[derive(Debug, Default)]
struct Recorder(Mutex<Vec<String>>);

impl Access for Recorder {
    fn check(&self, request: &Request<'_>) -> Result<()> {
        let object = match request.object {
            ObjectRef::Domain(dom) => format!("domain {}", dom.name),
            ObjectRef::DomainSnapshot(snap) => format!("snapshot {} of {}", snap.name, snap.dom.name),
            ObjectRef::Connection => "connection".to_owned(),
            other => format!("{other:?}"),
        };
        let needed: Vec<_> = request.needed().collect();
        let names = needed.iter().map(|(object, permission)| format!("{}:{}", object.name(), permission.name()));
        let names = names.collect::<Vec<_>>().join(" ");
        self.0.lock().unwrap().push(format!("{} {object} {:#x} {names}", request.procedure.name, request.flags));
        match needed.contains(&(Object::Domain, Permission::MemRead)) {
            true => Err(Error::bare(ErrorDomain::ACCESS, ErrorCode::ACCESS_DENIED)),
            false => Ok(()),
        }
    }
}

#[test]
fn access_rules_see_procedure_object_and_flags() {
    let recorder = Recorder::default();
    let guarded = Guarded::new(&Nothing, false).with_access(&recorder);
    let call = &mut Call::new();
    for flags in [0, 1, 2, 3] {
        let args = remote::DomainSetMemoryFlagsArgs { dom: guest(), memory: 1, flags };
        assert_eq!(refusal(guarded.domain_set_memory_flags(call, &args)), None);
    }
    for source in [0, 1] {
        let args = remote::DomainInterfaceAddressesArgs { dom: guest(), source, flags: 0 };
        assert_eq!(refusal(guarded.domain_interface_addresses(call, &args)), None);
    }
    let snap = remote::NonnullDomainSnapshot { name: "s".into(), dom: guest() };
    let args = remote::DomainSnapshotGetXmlDescArgs { snap, flags: 1 };
    assert_eq!(refusal(guarded.domain_snapshot_get_xml_desc(call, &args)), None);
    assert_eq!(refusal(guarded.node_get_info(call)), None);
    let dom = Some(guest());
    for dom in [dom, None] {
        let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 0, dom };
        assert_eq!(refusal(guarded.connect_domain_event_callback_register_any(call, &args)), None);
    }
    let register = "connect_domain_event_callback_register_any";
    let wanted = [
        "domain_set_memory_flags domain guest 0x0 domain:write domain:save".to_owned(),
        "domain_set_memory_flags domain guest 0x1 domain:write".to_owned(),
        "domain_set_memory_flags domain guest 0x2 domain:write domain:save".to_owned(),
        "domain_set_memory_flags domain guest 0x3 domain:write domain:save".to_owned(),
        "domain_interface_addresses domain guest 0x0 domain:read".to_owned(),
        "domain_interface_addresses domain guest 0x0 domain:read domain:write".to_owned(),
        "domain_snapshot_get_xml_desc snapshot s of guest 0x1 domain:read domain:read-secure".to_owned(),
        "node_get_info connection 0x0 connect:read".to_owned(),
        format!("{register} domain guest 0x0 connect:search-domains"),
        format!("{register} connection 0x0 connect:search-domains"),
    ];
    assert_eq!(*recorder.0.lock().unwrap(), wanted);
}

#[test]
fn what_is_refused_is_not_decided_and_what_is_denied_is_not_asked() {
    let recorder = Recorder::default();
    let guarded = Guarded::new(&Nothing, false).with_access(&recorder);
    let both = remote::DomainMemoryPeekArgs { dom: guest(), offset: 0, size: 1, flags: 3 };
    let error = guarded.domain_memory_peek(&mut Call::new(), &both).unwrap_err();
    assert_eq!((error.code, recorder.0.lock().unwrap().len()), (ErrorCode::INVALID_ARG, 0));
    let one = remote::DomainMemoryPeekArgs { flags: 1, ..both };
    let error = guarded.domain_memory_peek(&mut Call::new(), &one).unwrap_err();
    assert_eq!((error.code, recorder.0.lock().unwrap().len()), (ErrorCode::ACCESS_DENIED, 1));
}

#[test]
fn every_object_has_a_rule_and_filters_are_unconditional() {
    let objects = [
        Object::Connect,
        Object::Domain,
        Object::Interface,
        Object::Network,
        Object::NetworkPort,
        Object::NodeDevice,
        Object::Nwfilter,
        Object::NwfilterBinding,
        Object::Secret,
        Object::StoragePool,
        Object::StorageVol,
    ];
    for object in objects {
        assert!(
            procedures().any(|procedure| procedure.rules.acl.iter().any(|rule| rule.object == object)),
            "{object:?}"
        );
    }
    for Procedure { info, rules, .. } in procedures() {
        assert!(rules.acl_filter.iter().all(|rule| rule.when == When::Always), "{}", info.name);
    }
}

/// What compat-tests/compare/c/read_only.c printed on the stock library: functions, called with 1 for every number over a
/// read-only connection, that pass or are refused with a message.
const STOCK: &str = include_str!("../../../compat-tests/compare/c/read_only.stock");

/// Functions that the stock library refuses for something else first.
const NOT_COMPARED: &[(&str, &str)] = &[
    ("virDomainOpenGraphics", "descriptor 1 is no socket"),
    ("virNodeDeviceGetAutostart", "it was recorded with 9.0.0, which refuses; 12.8.0 does not"),
];

#[test]
fn read_only_connections_are_refused_as_by_the_stock_library() {
    let all: Vec<_> = procedures().collect();
    let (mut compared, mut refused) = (0, 0);
    for line in STOCK.lines() {
        let (function, outcome) = line.split_once(' ').unwrap();
        let mut behind = all.iter().filter(|procedure| procedure.info.function.0 == function).peekable();
        if behind.peek().is_none() {
            continue;
        }
        if NOT_COMPARED.iter().any(|(name, _)| *name == function) {
            continue;
        }
        let denied = behind.any(|procedure| expected(procedure.rules, true) == Some(ErrorCode::OPERATION_DENIED));
        assert_eq!(denied, outcome.starts_with("refused: operation forbidden: "), "{line}");
        compared += 1;
        refused += u32::from(denied);
    }
    assert!(compared > 330 && refused > 150, "{compared} functions, {refused} refused");
}
