//! Sessions with the client of this crate.
use super::{Context, Peer, Session};
use crate::Priority;
use crate::client;
use crate::common::{Credentials, Files, Side};
use crate::testing::{Leaf, authority, files, identity, leaf, now, source, trusted};
use rcgen::{DnType, ExtendedKeyUsagePurpose, date_time_ymd};

fn load(files: &Files, side: Side) -> Credentials {
    Credentials::load(files, side, true, now(), &mut Vec::new()).unwrap()
}

fn serving(files: &Files, priority: &str) -> Session {
    let priority = Priority::parse(priority.as_bytes()).unwrap();
    Session::new(&Context::new(load(files, Side::Server), &priority).unwrap()).unwrap()
}

fn calling(pem: &str, own: Option<&Leaf>) -> client::Session {
    let credentials = Credentials::load(&files(pem, own), Side::Client, false, now(), &mut Vec::new()).unwrap();
    client::Session::new(credentials, &Priority::default(), b"host", true).unwrap()
}

/// Both talk until they have nothing to say; the server gets pieces of `cut` bytes. Returns what came out at either end.
fn talk(client: &mut client::Session, server: &mut Session, cut: usize) -> Result<(Vec<u8>, Vec<u8>), String> {
    let (mut at_client, mut at_server) = (Vec::new(), Vec::new());
    loop {
        let (mut outer, mut answer) = (Vec::new(), Vec::new());
        client.speak(&mut outer);
        for piece in outer.chunks(cut) {
            server.decode(piece, &mut at_server)?;
        }
        server.speak(&mut answer);
        if outer.is_empty() && answer.is_empty() {
            return Ok((at_client, at_server));
        }
        client.decode(&answer, &mut at_client).map_err(|failure| format!("{failure:?}"))?;
    }
}

fn peer(server: &Session, admits: impl Fn(&str) -> bool) -> Peer {
    server.peer(admits, now(), &mut Vec::new())
}

#[test]
fn both_ways_after_a_handshake_in_pieces() {
    let (issuer, pem) = trusted();
    let (own, other) = (leaf(&issuer, &["host"], |_| {}), leaf(&issuer, &[], |_| {}));
    for (cut, priority) in [(1, "NORMAL"), (4096, "NORMAL:-VERS-ALL:+VERS-TLS1.2")] {
        let mut server = serving(&files(&pem, Some(&own)), priority);
        let mut client = calling(&pem, Some(&other));
        talk(&mut client, &mut server, cut).unwrap();
        assert!(!server.is_handshaking() && !client.is_handshaking());
        assert_eq!(server.key_bits(), Some(256));
        let wanted = Peer { name: Some("CN=common".to_owned()), refused: None };
        assert_eq!(peer(&server, |name| name == "CN=common"), wanted);
        let (mut to_server, mut to_client, mut got) = (Vec::new(), Vec::new(), (Vec::new(), Vec::new()));
        client.encode(b"question", &mut to_server).unwrap();
        server.encode(b"answer", &mut to_client).unwrap();
        server.decode(&to_server, &mut got.0).unwrap();
        client.decode(&to_client, &mut got.1).unwrap();
        assert_eq!(got, (b"question".to_vec(), b"answer".to_vec()));
    }
}

#[test]
fn clients_are_judged_after_the_handshake() {
    let ((issuer, pem), (stranger, _)) = (trusted(), authority("two", &[]));
    let own = leaf(&issuer, &["host"], |_| {});
    let expired = |params: &mut rcgen::CertificateParams| params.not_after = date_time_ymd(2020, 1, 1);
    let servers = |params: &mut rcgen::CertificateParams| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    };
    for (other, wanted) in [
        (None, Some("The certificate has no peers")),
        (Some(leaf(&stranger, &[], |_| {})), Some("The certificate hasn't got a known issuer.")),
        (Some(leaf(&issuer, &[], expired)), Some("The client certificate [session] has expired")),
        // Not critical: only warned of.
        (Some(leaf(&issuer, &[], servers)), None),
        (Some(leaf(&issuer, &[], |_| {})), None),
    ] {
        let mut server = serving(&files(&pem, Some(&own)), "NORMAL");
        // A client that is refused sees a good handshake.
        talk(&mut calling(&pem, other.as_ref()), &mut server, 4096).unwrap();
        assert!(!server.is_handshaking());
        let refused = peer(&server, |_| true).refused;
        assert!(match wanted {
            None => refused.is_none(),
            Some(wanted) => refused.is_some_and(|refused| refused.contains(wanted)),
        });
    }
}

#[test]
fn names_that_are_not_on_the_list_are_refused() {
    let (issuer, pem) = trusted();
    let own = leaf(&issuer, &["host"], |_| {});
    let named = leaf(&issuer, &[], |params| params.distinguished_name.push(DnType::OrganizationName, "a,CN=common"));
    let mut server = serving(&files(&pem, Some(&own)), "NORMAL");
    talk(&mut calling(&pem, Some(&named)), &mut server, 4096).unwrap();
    let found = peer(&server, |_| false);
    assert!(found.refused.is_some_and(|why| why.contains("tls_allowed_dn_list")));
    // A comma in a value does not make another part.
    let name = found.name.unwrap();
    assert!(name.contains("O=a\\,CN\\=common") || name.contains("O=a\\,CN=common"), "{name}");
}

#[test]
fn a_server_needs_its_files() {
    let (issuer, pem) = trusted();
    let own = leaf(&issuer, &["host"], |_| {});
    let text = |files: &Files| {
        Credentials::load(files, Side::Server, true, now(), &mut Vec::new()).unwrap_err().text().into_owned()
    };
    let with = |change: &dyn Fn(&mut crate::Identity)| {
        let mut files = files(&pem, None);
        let mut own = identity("", &own);
        change(&mut own);
        files.identities.push(own);
        text(&files)
    };
    let gone = "No such file or directory";
    assert_eq!(
        with(&|own| own.key = source("key", None)),
        format!("Key 'key' does not exist, but certificate 'cert' does: {gone}")
    );
    assert_eq!(
        with(&|own| own.certificate = source("cert", None)),
        format!("Certificate 'cert' does not exist, but key 'key' does: {gone}")
    );
    let broken = with(&|own| own.certificate = source("cert", Some("nonsense")));
    assert_eq!(broken, "Unable to import server certificate cert");
    let authorities = Files { authorities: source("ca", None), ..files(&pem, None) };
    assert_eq!(text(&authorities), format!("CA certificate 'ca' does not exist: {gone}"));
}

#[test]
fn nonsense_ends_the_session() {
    let (issuer, pem) = trusted();
    let own = leaf(&issuer, &["host"], |_| {});
    let mut server = serving(&files(&pem, Some(&own)), "NORMAL");
    assert!(server.decode(&[0; 64], &mut Vec::new()).is_err());
    let mut server = serving(&files(&pem, Some(&own)), "NORMAL");
    assert!(server.decode(b"GET / HTTP/1.0\r\n\r\n", &mut Vec::new()).is_err());
}
