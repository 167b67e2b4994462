//! What every method asks of its driver, and what it makes of the answers: of usual ones, of empty ones, of counts that lie, of a
//! driver without the procedure, and on a read-only connection. The files `*.txt` say what is expected, a block for each method:
//!
//! ```text
//! o.domain.set_memory(512)             the call, as it stands in the list of methods
//!   ask domain_set_memory(domain 0 512)   each procedure that was called, and the words of its arguments
//!   = ()                               the result; arrays have two elements, numbers are different
//!   2 = …                              the result where every number is 2, if different ones were refused
//!   0 = …                              the result of an empty reply of zeros, if it is another
//!   0 ask …                            what was asked then, if it is something else
//!   lie …                              the refusal of a number that is -1, or 0 where there is something
//!   reader …                           the result with a read-only connection, if it is another
//!   reader ask …                       what was asked then
//!   missing …                          the error where the driver has no such procedure
//! ```
//!
//! `OXIVIRT_WRITE_EXPECTED=1` writes the files anew, to be read before they are committed.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests may panic"
)]

mod admin;
mod body;
mod connection;
mod domain;
mod domain_state;
mod events;
mod migration;
mod mirror;
mod objects;

use mirror::{Answers, Behaviour, Mirror};
use oxivirt::admin::{AdminConnection, Server, ServerClient};
use oxivirt::{
    Connection, Domain, Interface, Network, NetworkPort, NodeDevice, NwFilter, NwFilterBinding, Secret, StoragePool,
    StorageVol, Stream, Uuid,
};
use oxivirt_protocol::ProcedureInfo;
use oxivirt_protocol::remote::{self, DriverFeature, Procedure};
use std::collections::BTreeSet;
use std::fmt::{Debug, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

/// A method with its arguments: its text, and the call, which shows the result.
type Method = (&'static str, fn(&Objects) -> String);

/// Makes the list of methods.
macro_rules! methods {
    ($o:ident; $($call:expr;)*) => {
        &[$((stringify!($call), |$o: &crate::Objects| {
            // Not all need one.
            let _ = $o;
            crate::shown(&$call)
        })),*]
    };
}
use methods;

/// Shows a result.
fn shown<T: Debug>(result: &oxivirt::Result<T>) -> String {
    match result {
        Ok(value) => format!("= {value:?}"),
        Err(error) => format!("error {} of {}: {}", error.code.0, error.domain.0, error.text()),
    }
}

/// An object of each kind.
struct Objects {
    conn: Connection,
    target: Connection,
    domain: Domain,
    network: Network,
    port: NetworkPort,
    interface: Interface,
    pool: StoragePool,
    vol: StorageVol,
    device: NodeDevice,
    secret: Secret,
    filter: NwFilter,
    binding: NwFilterBinding,
    admin: AdminConnection,
    server: Server,
    client: ServerClient,
    behaviour: Arc<Mutex<Behaviour>>,
}

const UUID: Uuid = Uuid([0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4]);
/// The words of the objects in arguments, and what stands for them in the expected text.
const SHORT: [(&str, &str); 7] = [
    ("\"guest\" 1 2 3 4 5", "domain"),
    ("\"net\" 1 2 3 4", "network"),
    ("\"pool\" 1 2 3 4", "pool"),
    ("\"pool\" \"vol\" \"/key\"", "vol"),
    ("1 2 3 4 6 \"usage\"", "secret"),
    ("\"filter\" 1 2 3 4", "filter"),
    ("Domain { name: \"guest\", uuid: 00000001-0000-0002-0000-000300000004, id: 5 }", "domain"),
];

impl Objects {
    fn new(answers: Answers, read_only: bool) -> (Self, Arc<Mutex<Vec<String>>>) {
        let asked = Arc::default();
        let source = Mirror::new("", answers, read_only, &asked);
        let behaviour = Arc::clone(&source.behaviour);
        let target = Connection::from_session(Arc::new(source.other("target: ")));
        let admin = AdminConnection::from_session(Arc::new(source.other("")));
        let conn = Connection::from_session(Arc::new(source));
        let domain = remote::NonnullDomain { name: "guest".into(), uuid: UUID, id: 5 };
        let network = remote::NonnullNetwork { name: "net".into(), uuid: UUID };
        let port = remote::NonnullNetworkPort { net: network.clone(), uuid: UUID };
        let interface = remote::NonnullInterface { name: "eth0".into(), mac: "mac".into() };
        let vol = remote::NonnullStorageVol { pool: "pool".into(), name: "vol".into(), key: "/key".into() };
        let secret = remote::NonnullSecret { uuid: UUID, usage_type: 6, usage_id: "usage".into() };
        let binding = remote::NonnullNwfilterBinding { portdev: "vnet0".into(), filtername: "filter".into() };
        let server = oxivirt_protocol::admin::NonnullServer { name: "server".into() };
        let server = Server::from_wire(&admin, &server);
        let client = oxivirt_protocol::admin::NonnullClient { id: 7, timestamp: 8, transport: 9, srv: server.wire() };
        let network = Network::from_wire(&conn, &network);
        let objects = Self {
            domain: Domain::from_wire(&conn, &domain),
            port: NetworkPort::from_wire(&network, &port),
            interface: Interface::from_wire(&conn, &interface),
            pool: StoragePool::from_wire(&conn, &remote::NonnullStoragePool { name: "pool".into(), uuid: UUID }),
            vol: StorageVol::from_wire(&conn, &vol),
            device: NodeDevice::from_wire(&conn, &remote::NonnullNodeDevice { name: "dev".into() }),
            secret: Secret::from_wire(&conn, &secret),
            filter: NwFilter::from_wire(&conn, &remote::NonnullNwfilter { name: "filter".into(), uuid: UUID }),
            binding: NwFilterBinding::from_wire(&conn, &binding),
            client: ServerClient::from_wire(&server, &client),
            conn,
            target,
            network,
            admin,
            server,
            behaviour,
        };
        (objects, asked)
    }

    /// Returns a stream that is not open.
    fn stream(&self) -> Stream {
        Stream::new(&self.conn, 0)
    }

    /// Returns a domain whose drivers have these features only.
    fn with(&self, features: &[DriverFeature]) -> &Domain {
        self.behaviour.lock().unwrap().features = Some(features.to_vec());
        &self.domain
    }

    /// Returns a domain that is paused, and whose drivers have these features only.
    fn paused(&self, features: &[DriverFeature]) -> &Domain {
        self.behaviour.lock().unwrap().paused = true;
        self.with(features)
    }

    /// Returns a domain with whose drivers a procedure fails, and which have these features only.
    fn failing(&self, fails: Procedure, features: &[DriverFeature]) -> &Domain {
        self.behaviour.lock().unwrap().fails = Some(fails);
        self.with(features)
    }
}

/// What came of a call.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    asked: Vec<String>,
    result: String,
}

impl Outcome {
    fn of(method: Method, answers: Answers, read_only: bool) -> Self {
        let (objects, asked) = Objects::new(answers, read_only);
        let result = method.1(&objects);
        let mut outcome = Self { asked: std::mem::take(&mut *asked.lock().unwrap()), result };
        for text in outcome.asked.iter_mut().chain([&mut outcome.result]) {
            for (long, short) in SHORT {
                *text = text.replace(long, short);
            }
        }
        outcome
    }

    fn refused(&self) -> bool {
        self.result.starts_with("error")
    }
}

/// Returns the block of a method.
fn block(method: Method) -> String {
    let text = method.0.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut block = format!("{text}\n");
    let usual = Outcome::of(method, Answers::Different, false);
    let counts = Outcome::of(method, Answers::Counts, false).result;
    for asked in &usual.asked {
        writeln!(block, "  ask {asked}").unwrap();
    }
    writeln!(block, "  {}", usual.result).unwrap();
    if usual.refused() && counts != usual.result {
        writeln!(block, "  2 {counts}").unwrap();
    }
    let nothing = Outcome::of(method, Answers::Nothing, false);
    if nothing.result != usual.result {
        writeln!(block, "  0 {}", nothing.result).unwrap();
    }
    if nothing.asked != usual.asked {
        nothing.asked.iter().for_each(|asked| writeln!(block, "  0 ask {asked}").unwrap());
    }
    let lies = (0..24).flat_map(|place| [-1, 0].map(|lie| Outcome::of(method, Answers::Lie(place, lie), false)));
    let lies: BTreeSet<_> = lies.filter(Outcome::refused).map(|lie| lie.result).filter(|lie| *lie != counts).collect();
    lies.iter().for_each(|lie| writeln!(block, "  lie {lie}").unwrap());
    let reader = Outcome::of(method, Answers::Different, true);
    if reader != usual {
        writeln!(block, "  reader {}", reader.result).unwrap();
        reader.asked.iter().for_each(|asked| writeln!(block, "  reader ask {asked}").unwrap());
    }
    let missing = Outcome::of(method, Answers::Missing, false);
    if missing.result != usual.result {
        writeln!(block, "  missing {}", missing.result).unwrap();
    }
    block
}

/// Holds the methods of one file against what is expected of them.
fn check(file: &str, methods: &[Method]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/methods").join(file);
    let now: Vec<_> = methods.iter().map(|method| block(*method)).collect();
    if oxivirt_sys::variable("OXIVIRT_WRITE_EXPECTED").is_some() {
        std::fs::write(&path, now.join("\n")).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    let expected: Vec<_> = expected.split("\n\n").map(|block| format!("{}\n", block.trim_end())).collect();
    for (now, expected) in now.iter().zip(&expected) {
        assert_eq!(now, expected);
    }
    assert_eq!(now.len(), expected.len(), "methods in {file}");
}

/// Procedures that no method calls: a session does, where it is opened, closed and asked what it is, and daemons do when they migrate
/// through each other.
const NOT_METHODS: [&str; 6] =
    ["auth_", "connect_open", "connect_close", "connect_get_type", "connect_get_uri", "prepare_tunnel"];

#[test]
fn every_procedure_has_a_method() {
    let lists = [
        connection::METHODS,
        domain::METHODS,
        domain_state::METHODS,
        migration::METHODS,
        objects::METHODS,
        admin::METHODS,
        events::METHODS,
    ];
    let mut asked = BTreeSet::new();
    for method in lists.into_iter().flatten() {
        for answers in [Answers::Counts, Answers::Nothing] {
            let names = Outcome::of(*method, answers, false).asked;
            asked.extend(
                names.iter().filter_map(|name| Some(name.trim_start_matches("target: ").split_once('(')?.0.to_owned())),
            );
        }
    }
    let all = [
        Procedure::all(),
        oxivirt_protocol::qemu::Procedure::all(),
        oxivirt_protocol::lxc::Procedure::all(),
        oxivirt_protocol::admin::Procedure::all(),
    ];
    let calls = all.into_iter().flatten().filter(|info: &ProcedureInfo| !info.event);
    let missing: Vec<_> = calls.map(|info| info.name).filter(|name| !asked.contains(*name)).collect();
    let missing: Vec<_> = missing.into_iter().filter(|name| !NOT_METHODS.iter().any(|no| name.contains(no))).collect();
    assert_eq!(missing, [""; 0]);
}
