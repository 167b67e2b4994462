//! What the stock library cannot show: order, threads, connections that end.
use crate::{OpenLocal, open};
use oxivirt_conf::Uri;
use oxivirt_model::Result;
use oxivirt_protocol::{Call, CloseReason, Event, Listener, Message, Session, remote};
use oxivirt_sys::ForkLock;
use std::sync::{Arc, Weak};

fn session(uri: &str) -> Arc<dyn Session> {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    open(OpenLocal { uri, read_only: false, credentials: None }).unwrap()
}

/// Held by each test that opens `test:///default`: the threads of other tests are in the same process, and so they share its state.
pub(crate) static DEFAULT: ForkLock<()> = ForkLock::new((), || ());

/// A folder of its own.
fn folder() -> std::path::PathBuf {
    let mut bytes = [0; 8];
    oxivirt_sys::random(&mut bytes).unwrap();
    let path = std::env::temp_dir().join(format!("oxivirt-driver-test-{:016x}", u64::from_ne_bytes(bytes)));
    std::fs::create_dir(&path).unwrap();
    path
}

/// A connection whose state no other test sees.
fn alone() -> Arc<dyn Session> {
    let folder = folder();
    let path = folder.join("node.xml");
    std::fs::write(&path, "<node/>").unwrap();
    let session = session(&format!("test://{}", path.display()));
    std::fs::remove_dir_all(&folder).unwrap();
    session
}

fn xml(name: &str) -> String {
    format!("<domain type='test'><name>{name}</name><memory>1</memory><os><type>hvm</type></os></domain>")
}

fn define(session: &dyn Session, name: &str) -> remote::NonnullDomain<'static> {
    let text = xml(name);
    let args = remote::DomainDefineXmlArgs { xml: text.as_str().into() };
    let mut call = Call::new();
    let dom = session.domain_define_xml(&mut call, &args).unwrap().dom;
    remote::NonnullDomain { name: dom.name.into_owned(), uuid: dom.uuid, id: dom.id }
}

fn names(session: &dyn Session) -> Result<Vec<String>> {
    let args = remote::ConnectListAllDomainsArgs { need_results: 1, flags: 0 };
    let mut call = Call::new();
    let found = session.connect_list_all_domains(&mut call, &args)?.domains;
    Ok(found.iter().map(|dom| dom.name.to_str_lossy().into_owned()).collect())
}

#[test]
fn domains_are_listed_in_the_order_of_definition() {
    let session = alone();
    let wanted: Vec<String> = (0..300).rev().map(|number| format!("guest{number}")).collect();
    for name in &wanted {
        define(&*session, name);
    }
    assert_eq!(names(&*session).unwrap(), wanted);
}

#[test]
fn the_default_state_ends_with_the_last_connection() {
    let _alone = DEFAULT.lock();
    let (one, two) = (session("test:///default"), session("test:///default"));
    define(&*one, "new");
    one.close().unwrap();
    assert!(!one.is_alive() && two.is_alive());
    assert_eq!(names(&*one).unwrap_err().text(), "internal error: the connection is closed");
    assert_eq!(names(&*two).unwrap(), ["test", "new"]);
    // Closed twice, it counts once.
    one.close().unwrap();
    drop(one);
    assert_eq!(names(&*session("test:///default")).unwrap(), ["test", "new"]);
    drop(two);
    assert_eq!(names(&*session("test:///default")).unwrap(), ["test"]);
}

#[test]
fn two_threads_undefine_a_domain_once() {
    let session = alone();
    for round in 0..100 {
        let dom = define(&*session, &format!("guest{round}"));
        let undefine = || {
            let args = remote::DomainUndefineArgs { dom: dom.clone() };
            session.domain_undefine(&mut Call::new(), &args).is_ok()
        };
        let done = std::thread::scope(|scope| {
            let other = scope.spawn(undefine);
            [undefine(), other.join().unwrap()]
        });
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
    }
    assert_eq!(names(&*session).unwrap(), [] as [&str; 0]);
}

/// Notes the events of a domain's lifecycle.
#[derive(Debug)]
struct Ear(ForkLock<Vec<i32>>);

impl Listener for Ear {
    fn on_messages(&self, messages: Vec<Message>) {
        for message in &messages {
            if let Some(Event::DomainLifecycle { event, .. }) = message.read().map(|report| report.event.into_owned()) {
                self.0.lock().push(event);
            }
        }
    }

    fn on_closed(&self, _: CloseReason) {}
}

#[test]
fn events_come_in_the_order_of_the_changes() {
    let session = alone();
    let ear = Arc::new(Ear(ForkLock::new(Vec::new(), Vec::new)));
    let listener: Weak<Ear> = Arc::downgrade(&ear);
    session.listen(listener);
    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 0, dom: None };
    session.connect_domain_event_callback_register_any(&mut Call::new(), &args).unwrap();
    let dom = define(&*session, "guest");
    let args = remote::DomainCreateArgs { dom: dom.clone() };
    session.domain_create(&mut Call::new(), &args).unwrap();
    // Whatever two threads manage to do, what is heard is what happened: suspended and resumed in turns.
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..500 {
                    let args = remote::DomainSuspendArgs { dom: dom.clone() };
                    let _ = session.domain_suspend(&mut Call::new(), &args);
                    let args = remote::DomainResumeArgs { dom: dom.clone() };
                    let _ = session.domain_resume(&mut Call::new(), &args);
                }
            });
        }
    });
    let heard = ear.0.lock().clone();
    let (began, turns) = heard.split_at(2);
    assert_eq!(began, [0, 2]);
    assert!(turns.len() >= 1000 && turns.chunks(2).all(|turn| turn == [3, 4]), "{turns:?}");
}

#[test]
fn node_files_that_lie() {
    let folder = folder();
    let refused = |text: &[u8]| {
        let path = folder.join("node.xml");
        std::fs::write(&path, text).unwrap();
        let uri = Uri::parse(format!("test://{}", path.display()).as_bytes()).unwrap();
        let error = open(OpenLocal { uri, read_only: false, credentials: None }).unwrap_err();
        error.text().replace(&folder.display().to_string(), "F")
    };
    std::fs::write(folder.join("cycle.xml"), "<domain file='cycle.xml'/>").unwrap();
    assert_eq!(refused(b"<node>\n<domain file='cycle.xml'/></node>"), "missing name information");
    assert_eq!(
        refused(b"<node>\n<x>\xff</x></node>"),
        "F/node.xml:2: Invalid bytes in character encoding\n<x>\u{fffd}</x></node>\n---^"
    );
    assert!(refused(&b"<a>".repeat(1000)).starts_with("F/node.xml:1: Excessive depth in document"));
    // One byte more than any document may have.
    assert_eq!(
        refused(&vec![b' '; (64 << 20) + 1]),
        "Failed to read file 'F/node.xml': Value too large for defined data type"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}
