//! The exchange of RFC 2831, challenges that are wrong, and records in both directions.
use super::super::tests::{Known, text, words_of};
use super::*;
use crate::channel::Layer;

const SECURE: Need = Need { encryption: false };
const OPEN: Need = Need { encryption: true };

/// RFC 2831, section 4: IMAP to elwood.innosoft.com by chris, password "secret".
const CHALLENGE: &str = "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8";

#[test]
fn the_numbers_of_the_rfc() {
    // Only the service differs from ours, and it is part of what is hashed.
    let mut client = Digest::new(b"elwood.innosoft.com", SECURE, b"OA6MHXh6VqTrRk".to_vec());
    let hashed = md5(&[b"chris:elwood.innosoft.com:secret"]);
    let a1 = [&hashed[..], b":OA6MG9tEQGm2hh:OA6MHXh6VqTrRk"];
    client.secret = md5(&a1).to_vec().into();
    let [ours, theirs] = client.proofs(b"OA6MG9tEQGm2hh", b"imap/elwood.innosoft.com");
    assert_eq!(ours, b"d388dad90d4bbd760a152321f2143af7");
    assert_eq!(theirs, b"ea40f60335c427b5527b84dbabcdfffd");
}

fn responded(challenge: &str, need: Need, asker: &mut Known) -> Result<(Digest, String), Stop> {
    let mut client = Digest::new(b"elwood.innosoft.com", need, b"OA6MHXh6VqTrRk".to_vec());
    assert_eq!(client.step(None, asker).unwrap(), Step::more(None));
    let step = client.step(Some(challenge.as_bytes()), asker)?;
    assert!(!step.done);
    let text = text(&step).to_owned();
    Ok((client, text))
}

fn owed(client: &Digest) -> Vec<u8> {
    match &client.state {
        State::AwaitProof(expected) => expected.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_whole_exchange() {
    let mut asker = Known::new("chris", "secret");
    let (mut client, said) = responded(CHALLENGE, SECURE, &mut asker).unwrap();
    let start = "username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",\
cnonce=\"OA6MHXh6VqTrRk\",nc=00000001,qop=auth,maxbuf=65536,digest-uri=\"libvirt/elwood.innosoft.com\",response=";
    assert!(
        said.starts_with(start) && said.len() == start.len() + 32,
        "{said}"
    );
    assert!(asker.asked.is_none());
    let proof = [b"x=y, rspauth=".as_slice(), &owed(&client)].concat();
    assert_eq!(
        client.step(Some(&proof), &mut asker).unwrap(),
        Step::done(None)
    );
    assert_eq!(client.strength(), 0);
    assert!(Box::new(client).layer().is_none());
}

#[test]
fn somebody_else_as_user() {
    let mut asker = Known::new("chris", "secret");
    asker.user = "chris";
    let (_, same) = responded(CHALLENGE, SECURE, &mut asker).unwrap();
    assert!(!same.contains("authzid"));
    asker.user = "ad\"min";
    let (_, other) = responded(CHALLENGE, SECURE, &mut asker).unwrap();
    assert!(other.contains(",authzid=\"ad\\\"min\",nonce="), "{other}");
    let response = |text: &str| text.rsplit('=').next().unwrap().to_owned();
    assert_ne!(response(&same), response(&other));
}

#[test]
fn realms() {
    let with = |realms: &str, asker: &mut Known| {
        let challenge = format!("{realms}nonce=\"n\",algorithm=md5-sess");
        let (_, said) = responded(&challenge, SECURE, asker).unwrap();
        said.split(',').nth(1).unwrap().to_owned()
    };
    let mut asker = Known::new("chris", "secret");
    assert_eq!(with("", &mut asker), "realm=\"elwood.innosoft.com\"");
    assert!(asker.asked.is_none());
    assert_eq!(
        with("realm=a,realm=b,", &mut asker),
        "realm=\"elwood.innosoft.com\""
    );
    let asked = asker.asked.take().unwrap();
    assert_eq!(asked.challenge, b"Available realms: {a}, {b}.");
    assert_eq!(asked.default, b"elwood.innosoft.com");
    asker.realm = Some("b");
    assert_eq!(with("realm=a,realm=b,", &mut asker), "realm=\"b\"");
}

#[test]
fn servers_that_do_not_know_the_password() {
    for (input, code, detail) in [
        (
            "rspauth=ea40f60335c427b5527b84dbabcdfffd",
            BADSERV,
            "DIGEST-MD5: This server wants us to believe that he knows shared secret",
        ),
        (
            "rspauth=",
            BADSERV,
            "DIGEST-MD5: This server wants us to believe that he knows shared secret",
        ),
        ("rspauth", BADAUTH, "DIGEST-MD5 Received Garbage"),
        ("x=y", FAIL, ""),
        ("", FAIL, ""),
    ] {
        let mut asker = Known::new("chris", "secret");
        let (mut client, _) = responded(CHALLENGE, SECURE, &mut asker).unwrap();
        let stop = client.step(Some(input.as_bytes()), &mut asker).unwrap_err();
        assert_eq!(words_of(stop), (code, detail.to_owned()));
        let stop = client.step(Some(&owed_again()), &mut asker).unwrap_err();
        assert_eq!(words_of(stop).0, FAIL);
    }
}

fn owed_again() -> Vec<u8> {
    b"rspauth=ea40f60335c427b5527b84dbabcdfffd".to_vec()
}

#[test]
fn challenges_that_are_wrong() {
    let long = "x=".to_owned() + &"y".repeat(2047);
    for (challenge, code, detail) in [
        ("", FAIL, "no server challenge"),
        ("nonce", BADAUTH, "Parse error"),
        (
            "nonce=n,algorithm=md5",
            FAIL,
            "'algorithm' isn't 'md5-sess'",
        ),
        (
            "nonce=n,algorithm=md5-sess,algorithm=md5-sess",
            FAIL,
            "Must see 'algorithm' only once",
        ),
        (
            "nonce=n",
            FAIL,
            "Must see 'algorithm' once. Didn't see at all",
        ),
        ("algorithm=md5-sess", FAIL, "Don't have nonce."),
        ("charset=latin1", BADAUTH, "Charset must be UTF-8"),
        (
            "qop=x",
            BADAUTH,
            "Server doesn't support any known qop level",
        ),
        (
            "maxbuf=100,maxbuf=100",
            BADAUTH,
            "At least two maxbuf directives found. Authentication aborted",
        ),
        (
            "maxbuf=x",
            BADAUTH,
            "Invalid maxbuf parameter received from server (x)",
        ),
        (
            "maxbuf=16",
            BADAUTH,
            "Invalid maxbuf parameter received from server (too small: 16)",
        ),
        (
            "maxbuf=16777216",
            BADAUTH,
            "Invalid maxbuf parameter received from server (too big: 16777216)",
        ),
        (
            "maxbuf=99999999999",
            BADAUTH,
            "Invalid maxbuf parameter received from server (99999999999)",
        ),
        (
            "nonce=n,algorithm=md5-sess,qop=auth-conf,cipher=rc4",
            FAIL,
            "Server doesn't support \"no layer\"",
        ),
        (&long, BADPROT, ""),
    ] {
        let mut asker = Known::new("chris", "secret");
        let stop = responded(challenge, SECURE, &mut asker).unwrap_err();
        assert_eq!(words_of(stop), (code, detail.to_owned()), "{challenge}");
    }
}

#[test]
fn protection() {
    let agreed = |rest: &str| {
        let challenge = format!("nonce=n,algorithm=md5-sess,{rest}");
        let result = responded(&challenge, OPEN, &mut Known::new("chris", "secret"));
        result.map(|(client, said)| {
            let shown = said.split_once("qop=").unwrap().1;
            (
                client.strength(),
                shown.split(",maxbuf").next().unwrap().to_owned(),
            )
        })
    };
    let weak = |rest: &str| words_of(agreed(rest).unwrap_err());
    let all = "qop=\"auth,auth-int , auth-conf\",cipher=\"rc4-40,rc4-56,rc4,des,3des\"";
    assert_eq!(
        agreed(all).unwrap(),
        (128, "auth-conf,cipher=rc4".to_owned())
    );
    assert_eq!(
        agreed("qop=\"auth-conf\",cipher=\"des,3des,rc4-56\"").unwrap(),
        (112, "auth-conf,cipher=3des".to_owned())
    );
    assert_eq!(
        agreed("qop=\"auth-conf\",cipher=\"RC4-56\"").unwrap(),
        (56, "auth-conf,cipher=rc4-56".to_owned())
    );
    let none = (TOOWEAK, "Can't find an acceptable layer".to_owned());
    assert_eq!(
        weak("qop=\"auth-conf,auth-int,auth\",cipher=\"rc4-40,des\""),
        none
    );
    assert_eq!(weak("qop=\"auth-int,auth\""), none);
    assert_eq!(weak("qop=auth"), none);
    let small = "Invalid maxbuf parameter received from server (too small: 25)";
    assert_eq!(
        weak(&format!("{all},maxbuf=25")),
        (BADAUTH, small.to_owned())
    );
}

fn ends(protection: Protection, piece: usize) -> [Records<Sealing>; 2] {
    let secret = b"0123456789abcdef";
    [true, false].map(|client| Records::new(Sealing::new(secret, protection, client), piece))
}

fn encryption(name: &str) -> Protection {
    let found = CIPHERS.iter().find(|cipher| cipher.0 == name).unwrap();
    let &(name, kind, strength, key) = found;
    Protection::Encryption {
        name,
        kind,
        strength,
        key,
    }
}

fn protections() -> [Protection; 4] {
    [
        Protection::Integrity,
        encryption("rc4"),
        encryption("rc4-56"),
        encryption("3des"),
    ]
}

#[test]
fn records_go_both_ways_cut_anywhere() {
    let sent: Vec<u8> = (0..3000u32).map(|n| n.to_le_bytes()[0]).collect();
    for protection in protections() {
        for piece in [1, 7, 8, 100, 65536] {
            let [mut client, mut server] = ends(protection, piece);
            for _ in 0..2 {
                let (mut wire, mut got) = (Vec::new(), Vec::new());
                client.wrap(&sent, &mut wire).unwrap();
                assert_eq!(
                    protection == Protection::Integrity && piece > 1000,
                    wire[4..1000] == sent[..996]
                );
                for part in wire.chunks(13) {
                    server.unwrap(part, &mut got).unwrap();
                }
                assert_eq!(got, sent);
                std::mem::swap(&mut client, &mut server);
            }
        }
    }
}

#[test]
fn every_changed_byte_is_noticed() {
    for protection in protections() {
        let [mut client, _] = ends(protection, 100);
        let mut wire = Vec::new();
        client.wrap(b"some bytes", &mut wire).unwrap();
        for at in 4..wire.len() {
            let [_, mut server] = ends(protection, 100);
            let mut changed = wire.clone();
            changed[at] ^= 1;
            let mut got = Vec::new();
            let said = server.unwrap(&changed, &mut got).unwrap_err();
            let start = "failed to decode SASL data: -1 (generic failure): ";
            assert!(said.starts_with(start), "{said}");
            assert!(got.is_empty());
        }
    }
}

#[test]
fn repeated_records_and_wrong_lengths() {
    let [mut client, mut server] = ends(encryption("rc4"), 100);
    let (mut wire, mut got) = (Vec::new(), Vec::new());
    client.wrap(b"once", &mut wire).unwrap();
    server.unwrap(&wire, &mut got).unwrap();
    let said = server.unwrap(&wire, &mut got).unwrap_err();
    assert!(
        said.ends_with("Incorrect Sequence Number: received 0, expected 1"),
        "{said}"
    );
    for (length, why) in [
        (0u32, "a record of 0 bytes, where 1 to 65536 are allowed"),
        (
            65537,
            "a record of 65537 bytes, where 1 to 65536 are allowed",
        ),
        (
            u32::MAX,
            "a record of 4294967295 bytes, where 1 to 65536 are allowed",
        ),
    ] {
        let [_, mut server] = ends(encryption("rc4"), 100);
        let said = server.unwrap(&length.to_be_bytes(), &mut got).unwrap_err();
        assert!(said.ends_with(why), "{said}");
    }
    for length in [1u32, 5, 15] {
        let [_, mut server] = ends(encryption("3des"), 100);
        let wire = [&length.to_be_bytes()[..], &vec![0; length as usize]].concat();
        server.unwrap(&wire, &mut got).unwrap_err();
    }
    assert_eq!(got, b"once");
}

#[test]
fn keys_of_des_are_spread() {
    assert_eq!(spread(&[0xff; 7]), [0xfe; 8]);
    assert_eq!(
        spread(&[0x80, 0x40, 0x20, 0x10, 8, 4, 2]),
        [0x80, 0x20, 8, 2, 0, 0x40, 0x10, 4]
    );
}
