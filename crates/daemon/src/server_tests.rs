use super::*;
use oxivirt_sys::Credentials;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

#[derive(Debug)]
struct Someone {
    id: u64,
    peer: Peer,
    proven: AtomicBool,
}

impl Member for Someone {
    fn id(&self) -> u64 {
        self.id
    }

    fn since(&self) -> i64 {
        0
    }

    fn transport(&self) -> Transport {
        Transport::Unix
    }

    fn peer(&self) -> &Peer {
        &self.peer
    }

    fn is_authenticated(&self) -> bool {
        self.proven.load(Ordering::Relaxed)
    }

    fn is_read_only(&self) -> bool {
        false
    }

    fn known_identity(&self) -> Option<Identity> {
        None
    }

    fn disconnect(&self) {}
}

fn server(limits: (u32, u32), quotas: Quotas) -> Arc<Server> {
    Server::new(ServerConfig {
        name: String::new(),
        serves: Serves::Drivers,
        pool: PoolLimits { min: 0, max: 1, reserved: 0 },
        clients: ClientLimits { max: limits.0, max_anonymous: limits.1 },
        requests: 1,
        keepalive_interval: 0,
        keepalive_count: 0,
        quotas,
        memory: 0,
    })
}

fn user(uid: u32) -> Peer {
    Peer::Process(Credentials { pid: 1, uid, gid: 1 }, None)
}

fn host(last: u8) -> Peer {
    Peer::Address(SocketAddr::from((Ipv4Addr::new(10, 0, 0, last), 5)))
}

fn come(server: &Server, peer: &Peer, proven: bool) -> Arc<Someone> {
    let someone = Arc::new(Someone { id: server.next_id(), peer: peer.clone(), proven: AtomicBool::new(proven) });
    server.add(Arc::<Someone>::clone(&someone));
    someone
}

fn turned_away(server: &Server, peer: &Peer, waits: bool) -> bool {
    matches!(server.admission(peer, waits), Admission::Never(_))
}

#[test]
fn the_last_place_is_roots() {
    let server = server((2, 0), Quotas::default());
    for _ in 0..2 {
        assert_eq!(server.admission(&user(7), false), Admission::Now);
        come(&server, &user(7), true);
    }
    assert_eq!(server.admission(&user(7), false), Admission::Later);
    assert_eq!(server.admission(&user(0), false), Admission::Now);
    assert!(server.is_full() && !server.is_full_for_root());
    let root = come(&server, &user(0), true);
    assert_eq!(server.admission(&user(0), false), Admission::Later);
    assert!(server.is_full_for_root());
    assert!(server.remove(&*root) && !server.remove(&*root));
    assert_eq!(server.admission(&user(0), false), Admission::Now);
}

#[test]
fn root_does_not_wait_behind_those_who_prove_nothing() {
    let server = server((5, 1), Quotas::default());
    let someone = come(&server, &host(1), false);
    assert_eq!(server.admission(&host(2), true), Admission::Later);
    assert_eq!(server.admission(&user(0), true), Admission::Now);
    server.authenticated(&*someone, || !someone.proven.swap(true, Ordering::Relaxed));
    assert_eq!(server.admission(&host(2), true), Admission::Now);
    // Said twice it counts once, and so does the end of one that has proven who it is.
    server.authenticated(&*someone, || !someone.proven.swap(true, Ordering::Relaxed));
    assert!(server.remove(&*someone));
    assert_eq!(server.client_counts().2, 0);
}

#[test]
fn quotas_are_per_user_and_per_address() {
    let server = server((100, 0), Quotas { per_user: 2, per_address: 3, anonymous: 1 });
    come(&server, &user(7), true);
    come(&server, &user(7), true);
    assert!(turned_away(&server, &user(7), false) && !turned_away(&server, &user(8), false));
    let someone = come(&server, &host(1), false);
    assert!(turned_away(&server, &host(1), true) && !turned_away(&server, &host(1), false));
    assert!(!turned_away(&server, &host(2), true));
    server.authenticated(&*someone, || !someone.proven.swap(true, Ordering::Relaxed));
    assert!(!turned_away(&server, &host(1), true));
    come(&server, &host(1), true);
    come(&server, &host(1), true);
    assert!(turned_away(&server, &host(1), false));
    assert!(server.remove(&*someone));
    assert!(!turned_away(&server, &host(1), false));
    // Nobody counts root.
    (0..3).for_each(|_| drop(come(&server, &user(0), true)));
    assert_eq!(server.admission(&user(0), true), Admission::Now);
}

#[test]
fn addresses_of_one_network_count_together() {
    let of = |text: &str| Peer::Address(SocketAddr::new(text.parse().unwrap(), 1)).owner();
    assert_eq!(of("2001:db8::1"), of("2001:db8::ffff:1"));
    assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
    assert_eq!(of("::ffff:10.0.0.1"), of("10.0.0.1"));
}
