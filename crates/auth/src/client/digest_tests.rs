//! The exchange of RFC 2831, challenges that are wrong, and records in both directions.
use super::super::tests::{Known, text, words_of};
use super::*;

const SECURE: SecurityProperties = SecurityProperties { encryption: false };
const OPEN: SecurityProperties = SecurityProperties { encryption: true };

/// RFC 2831, section 4: IMAP to elwood.innosoft.com by chris, password "secret".
const CHALLENGE: &str =
    "realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8";

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

fn responded(challenge: &str, need: SecurityProperties, prompter: &mut Known) -> Result<(Digest, String), SaslError> {
    let mut client = Digest::new(b"elwood.innosoft.com", need, b"OA6MHXh6VqTrRk".to_vec());
    assert_eq!(client.step(None, prompter).unwrap(), Step::more(None));
    let step = client.step(Some(challenge.as_bytes()), prompter)?;
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
    let mut prompter = Known::new("chris", "secret");
    let (mut client, said) = responded(CHALLENGE, SECURE, &mut prompter).unwrap();
    let start = "username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",\
cnonce=\"OA6MHXh6VqTrRk\",nc=00000001,qop=auth,maxbuf=65536,digest-uri=\"libvirt/elwood.innosoft.com\",response=";
    assert!(said.starts_with(start) && said.len() == start.len() + 32, "{said}");
    assert!(prompter.asked.is_none());
    let proof = [b"x=y, rspauth=".as_slice(), &owed(&client)].concat();
    assert_eq!(client.step(Some(&proof), &mut prompter).unwrap(), Step::done(None));
    assert_eq!(client.strength(), 0);
    assert!(Box::new(client).layer().is_none());
}

#[test]
fn somebody_else_as_user() {
    let mut prompter = Known::new("chris", "secret");
    prompter.user = "chris";
    let (_, same) = responded(CHALLENGE, SECURE, &mut prompter).unwrap();
    assert!(!same.contains("authzid"));
    prompter.user = "ad\"min";
    let (_, other) = responded(CHALLENGE, SECURE, &mut prompter).unwrap();
    assert!(other.contains(",authzid=\"ad\\\"min\",nonce="), "{other}");
    let response = |text: &str| text.rsplit('=').next().unwrap().to_owned();
    assert_ne!(response(&same), response(&other));
}

#[test]
fn realms() {
    let with = |realms: &str, prompter: &mut Known| {
        let challenge = format!("{realms}nonce=\"n\",algorithm=md5-sess");
        let (_, said) = responded(&challenge, SECURE, prompter).unwrap();
        said.split(',').nth(1).unwrap().to_owned()
    };
    let mut prompter = Known::new("chris", "secret");
    assert_eq!(with("", &mut prompter), "realm=\"elwood.innosoft.com\"");
    assert!(prompter.asked.is_none());
    assert_eq!(with("realm=a,realm=b,", &mut prompter), "realm=\"elwood.innosoft.com\"");
    let asked = prompter.asked.take().unwrap();
    assert_eq!(asked.challenge, b"Available realms: {a}, {b}.");
    assert_eq!(asked.default, b"elwood.innosoft.com");
    prompter.realm = Some("b");
    assert_eq!(with("realm=a,realm=b,", &mut prompter), "realm=\"b\"");
}

#[test]
fn servers_that_do_not_know_the_password() {
    for (input, code, detail) in [
        (
            "rspauth=ea40f60335c427b5527b84dbabcdfffd",
            BADSERV,
            "DIGEST-MD5: This server wants us to believe that he knows shared secret",
        ),
        ("rspauth=", BADSERV, "DIGEST-MD5: This server wants us to believe that he knows shared secret"),
        ("rspauth", BADAUTH, "DIGEST-MD5 Received Garbage"),
        ("x=y", FAIL, ""),
        ("", FAIL, ""),
    ] {
        let mut prompter = Known::new("chris", "secret");
        let (mut client, _) = responded(CHALLENGE, SECURE, &mut prompter).unwrap();
        let stop = client.step(Some(input.as_bytes()), &mut prompter).unwrap_err();
        assert_eq!(words_of(stop), (code, detail.to_owned()));
        let stop = client.step(Some(&owed_again()), &mut prompter).unwrap_err();
        assert_eq!(words_of(stop).0, FAIL);
    }
}

fn owed_again() -> Vec<u8> {
    b"rspauth=ea40f60335c427b5527b84dbabcdfffd".to_vec()
}

#[test]
fn challenges_that_are_wrong() {
    let longest = "x=".to_owned() + &"y".repeat(2046);
    let long = "x=".to_owned() + &"y".repeat(2047);
    for (challenge, code, detail) in [
        ("", FAIL, "no server challenge"),
        ("nonce", BADAUTH, "Parse error"),
        ("nonce=n,algorithm=md5", FAIL, "'algorithm' isn't 'md5-sess'"),
        ("nonce=n,algorithm=md5-sess,algorithm=md5-sess", FAIL, "Must see 'algorithm' only once"),
        ("nonce=n", FAIL, "Must see 'algorithm' once. Didn't see at all"),
        ("algorithm=md5-sess", FAIL, "Don't have nonce."),
        ("charset=latin1", BADAUTH, "Charset must be UTF-8"),
        ("qop=x", BADAUTH, "Server doesn't support any known qop level"),
        ("maxbuf=100,maxbuf=100", BADAUTH, "At least two maxbuf directives found. Authentication aborted"),
        ("maxbuf=x", BADAUTH, "Invalid maxbuf parameter received from server (x)"),
        ("maxbuf=16", BADAUTH, "Invalid maxbuf parameter received from server (too small: 16)"),
        ("maxbuf=16777216", BADAUTH, "Invalid maxbuf parameter received from server (too big: 16777216)"),
        ("maxbuf=99999999999", BADAUTH, "Invalid maxbuf parameter received from server (99999999999)"),
        ("nonce=n,algorithm=md5-sess,qop=auth-conf,cipher=rc4", FAIL, "Server doesn't support \"no layer\""),
        (&longest, FAIL, "Must see 'algorithm' once. Didn't see at all"),
        (&long, BADPROT, ""),
    ] {
        let mut prompter = Known::new("chris", "secret");
        let stop = responded(challenge, SECURE, &mut prompter).unwrap_err();
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
            (client.strength(), shown.split(",maxbuf").next().unwrap().to_owned())
        })
    };
    let weak = |rest: &str| words_of(agreed(rest).unwrap_err());
    let all = "qop=\"auth,auth-int , auth-conf\",cipher=\"rc4-40,rc4-56,rc4,des,3des\"";
    assert_eq!(agreed(all).unwrap(), (128, "auth-conf,cipher=rc4".to_owned()));
    assert_eq!(
        agreed("qop=\"auth-conf\",cipher=\"des,3des,rc4-56\"").unwrap(),
        (112, "auth-conf,cipher=3des".to_owned())
    );
    assert_eq!(agreed("qop=\"auth-conf\",cipher=\"RC4-56\"").unwrap(), (56, "auth-conf,cipher=rc4-56".to_owned()));
    let none = (TOOWEAK, "Can't find an acceptable layer".to_owned());
    assert_eq!(weak("qop=\"auth-conf,auth-int,auth\",cipher=\"rc4-40,des\""), none);
    assert_eq!(weak("qop=\"auth-int,auth\""), none);
    assert_eq!(weak("qop=auth"), none);
    assert_eq!(weak("qop=\"auth,auth-int\",cipher=rc4"), none, "a cipher alone");
    let small = "Invalid maxbuf parameter received from server (too small: 25)";
    assert_eq!(weak(&format!("{all},maxbuf=25")), (BADAUTH, small.to_owned()));
}

/// Exchanges with the server of Cyrus SASL 2.1.28: user fred, password 123456, host "host".
#[test]
fn as_cyrus_sasl_says_it() {
    // Encryption, rc4-56.
    let challenge = "nonce=\"oAGvC+E4eUIH+K+mjqwThEamq/jk5JmeVBMsszM25pM=\",realm=\"host\",qop=\"auth-conf\",\
cipher=\"rc4-56\",maxbuf=65536,charset=utf-8,algorithm=md5-sess";
    let cnonce = b"JNwX3F8yLOyVDrBw69l2EKmHI5bjK4ga/npXoFZzhwM=";
    let mut client = Digest::new(b"host", OPEN, cnonce.to_vec());
    let mut prompter = Known::new("fred", "123456");
    client.step(None, &mut prompter).unwrap();
    let step = client.step(Some(challenge.as_bytes()), &mut prompter).unwrap();
    assert_eq!(
        text(&step),
        "username=\"fred\",realm=\"host\",nonce=\"oAGvC+E4eUIH+K+mjqwThEamq/jk5JmeVBMsszM25pM=\",\
cnonce=\"JNwX3F8yLOyVDrBw69l2EKmHI5bjK4ga/npXoFZzhwM=\",nc=00000001,qop=auth-conf,cipher=rc4-56,maxbuf=65536,\
digest-uri=\"libvirt/host\",response=8ee93d7200a680e651121b38063cc3cb"
    );
    let last = b"rspauth=892791b7e59903ce2b6b58751ea6e5ef";
    assert_eq!(client.step(Some(last), &mut prompter).unwrap(), Step::done(None));
    assert_eq!(client.strength(), 56);
    let mut layer = Box::new(client).layer().unwrap();
    let (mut sent, mut got) = (Vec::new(), Vec::new());
    layer.encode(b"one from the client", &mut sent).unwrap();
    layer.encode(b"two", &mut sent).unwrap();
    assert_eq!(
        hex(&sent),
        b"000000239de83494687a5d24732bf6fa954f9f9583b73e0565e20440630d81b4ff000100000000\
000000137a06dd86c66255bdf374105e07000100000001"
    );
    let received = "000000231cf826ee8a846133a515c28059c4d250d4eeb79106d9b17e2e18460991000100000000\
000000184fb7a4d234355e36d2c52d11b2d7ab028e64000100000001";
    let bytes = (0..received.len()).step_by(2);
    let received: Vec<u8> = bytes.map(|at| u8::from_str_radix(&received[at..at + 2], 16).unwrap()).collect();
    layer.decode(&received, &mut got).unwrap();
    assert_eq!(got, b"one from the server12345678");
}
