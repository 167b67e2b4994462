//! Exchanges with the numbers of RFC 5802 and RFC 7677; which mechanism is chosen; what servers may not do.
use super::choice::nonce;
use super::*;
use crate::common::SaslError;
use crate::common::code::{BADAUTH, BADPROT, FAIL, NOMECH};
use crate::common::scram::Hash;
use oxivirt_model::{ErrorCode, ErrorDomain};

/// Answers as a test wants it.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) user: &'static str,
    pub(super) name: &'static str,
    pub(super) password: &'static str,
    pub(super) realm: Option<&'static str>,
    pub(super) asked: Option<Realms>,
}

impl Known {
    pub(super) fn new(name: &'static str, password: &'static str) -> Self {
        Self { user: "", name, password, realm: None, asked: None }
    }
}

impl Prompter for Known {
    fn identity(&mut self, realms: Option<Realms>) -> std::result::Result<Identity, SaslError> {
        self.asked = realms;
        Ok(Identity {
            user: self.user.into(),
            name: self.name.into(),
            password: self.password.as_bytes().to_vec().into(),
            realm: self.realm.map(Into::into),
        })
    }
    fn authorization_name(&mut self) -> std::result::Result<Vec<u8>, SaslError> {
        Ok(self.user.into())
    }
}

pub(super) fn text(step: &Step) -> &str {
    std::str::from_utf8(step.output.as_deref().unwrap_or_default()).unwrap()
}

pub(super) fn words_of(stop: SaslError) -> (i32, String) {
    match stop {
        SaslError::Sasl(code, detail) => (code, detail),
        SaslError::Error(error) => panic!("{error}"),
    }
}

/// Client nonce, server's first message, proof, server's last message.
type Vector = (Hash, [&'static str; 4]);

const VECTORS: [Vector; 2] = [
    // RFC 5802, section 5.
    (
        Hash::Sha1,
        [
            "fyko+d2lbbFgONRv9qkxdawL",
            "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096",
            "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=",
            "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=",
        ],
    ),
    // RFC 7677, section 3.
    (
        Hash::Sha256,
        [
            "rOprNGfwEbeRWgbNEkqO",
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
            "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
            "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=",
        ],
    ),
];

fn greeted(vector: &Vector, prompter: &mut Known) -> scram::Scram {
    let (hash, [nonce, ..]) = vector;
    let mut client = scram::Scram::new(*hash, nonce.as_bytes().to_vec());
    let step = client.step(None, prompter).unwrap();
    assert!(!step.done);
    assert_eq!(text(&step), format!("n,,n=user,r={nonce}"));
    client
}

#[test]
fn scram_as_in_the_rfcs() {
    for vector in &VECTORS {
        let mut prompter = Known::new("user", "pencil");
        let mut client = greeted(vector, &mut prompter);
        let [_, first, proof, last] = vector.1;
        let step = client.step(Some(first.as_bytes()), &mut prompter).unwrap();
        assert_eq!((text(&step), step.done), (proof, false));
        let step = client.step(Some(last.as_bytes()), &mut prompter).unwrap();
        assert_eq!(step, Step::done(None));
        let stop = client.step(Some(b""), &mut prompter).unwrap_err();
        assert_eq!(words_of(stop), (FAIL, String::new()));
        assert_eq!(client.strength(), 0);
        assert!(Box::new(client).layer().is_none());
    }
}

#[test]
fn scram_names_are_escaped() {
    let mut prompter = Known::new("a=b,c", "p");
    prompter.user = "x,y";
    let mut client = scram::Scram::new(Hash::Sha512, b"N".to_vec());
    let step = client.step(None, &mut prompter).unwrap();
    assert_eq!(text(&step), "n,a=x=2Cy,n=a=3Db=2Cc,r=N");
}

#[test]
fn scram_believes_nobody() {
    let vector = &VECTORS[1];
    let [_, first, _, last] = vector.1;
    let wrong = last.replace("v=6", "v=7");
    for (input, code, detail) in [
        (wrong.as_str(), BADAUTH, "ServerSignature mismatch"),
        ("", BADPROT, "Invalid SCRAM-SHA-256 input expected"),
        ("e=other-error", BADPROT, "ServerSignature expected in SCRAM-SHA-256 input"),
        ("v=AAAA", BADPROT, "Invalid server proof (truncated) in SCRAM-SHA-256 input"),
        ("v=!!!!", BADPROT, "Invalid base64 encoding of the server proof in SCRAM-SHA-256 input"),
    ] {
        let mut prompter = Known::new("user", "pencil");
        let mut client = greeted(vector, &mut prompter);
        client.step(Some(first.as_bytes()), &mut prompter).unwrap();
        let stop = client.step(Some(input.as_bytes()), &mut prompter).unwrap_err();
        assert_eq!(words_of(stop), (code, detail.to_owned()));
    }
}

#[test]
fn scram_first_messages_that_are_wrong() {
    let longest = "r=".to_owned() + &"x".repeat(2046);
    let long = "r=".to_owned() + &"x".repeat(2047);
    let nonce = "The nonce received from the server doesn't start from the nonce sent by the client";
    for (input, detail) in [
        ("", "SCRAM-SHA-256 input expected"),
        ("r=", "Invalid SCRAM-SHA-256 input"),
        ("m=x", "Unsupported mandatory extension to SCRAM-SHA-256"),
        ("s=x", "Nonce (r=) expected in SCRAM-SHA-256 input"),
        ("r=\0", "NULs found in SCRAM-SHA-256 input"),
        ("r=x", "Salt expected after the nonce in SCRAM-SHA-256 input"),
        ("r=x,i=1", "Salt expected after the nonce in SCRAM-SHA-256 input"),
        ("r=x,s=AAAA", "iteration-count expected after the salt in SCRAM-SHA-256 input"),
        ("r=x,s=AAAA,i=", "Invalid iteration-count in SCRAM-SHA-256 input"),
        ("r=x,s=AAAA,i=0", "Invalid iteration-count in SCRAM-SHA-256 input"),
        ("r=x,s=AAAA,i=-1", "Invalid iteration-count in SCRAM-SHA-256 input"),
        ("r=x,s=AAAA,i=65537", "iteration-count is too big, refusing to compute"),
        ("r=x,s=AAAA,i=99999999999", "iteration-count is too big, refusing to compute"),
        ("r=x,s=AAAA,i=1", nonce),
        ("r=rOprNGfwEbeRWgbNEkqO,s=AAAA,i=1", nonce),
        ("r=rOprNGfwEbeRWgbNEkqOx,s=,i=1", "The salt can't be empty"),
        ("r=rOprNGfwEbeRWgbNEkqOx,s=AA,i=1", "Invalid base64 encoding of the salt"),
        ("r=rOprNGfwEbeRWgbNEkqOx,s=!!!!,i=1", "Invalid base64 encoding of the salt in SCRAM-SHA-256 input"),
        (&longest, "Salt expected after the nonce in SCRAM-SHA-256 input"),
        (&long, "SCRAM-SHA-256 input longer than 2048 bytes"),
    ] {
        let mut prompter = Known::new("user", "pencil");
        let mut client = greeted(&VECTORS[1], &mut prompter);
        let stop = client.step(Some(input.as_bytes()), &mut prompter).unwrap_err();
        assert_eq!(words_of(stop), (BADPROT, detail.to_owned()));
    }
}

#[test]
fn plain_is_one_message() {
    let mut prompter = Known::new("fr\u{e9}d", "p w");
    let step = plain::Plain.step(None, &mut prompter).unwrap();
    assert_eq!(step, Step::done("\0fr\u{e9}d\0p w".as_bytes().to_vec()));
    prompter.user = "other";
    let step = plain::Plain.step(None, &mut prompter).unwrap();
    assert_eq!(step.output.unwrap(), "other\0fr\u{e9}d\0p w".as_bytes());
}

fn chosen(list: &str, encryption: bool, password: bool) -> Option<&'static str> {
    let need = SecurityProperties { encryption };
    match choose(list.as_bytes(), need, password, b"host") {
        Ok((name, _)) => Some(name),
        Err(stop) => {
            assert_eq!(words_of(stop), (NOMECH, "No worthy mechs found".to_owned()));
            None
        }
    }
}

#[test]
fn the_strongest_mechanism_that_fits() {
    let all = "plain,digest-md5 SCRAM-SHA-1,scram-sha-256;SCRAM-SHA-512,LOGIN,ANONYMOUS";
    assert_eq!(chosen(all, false, true), Some("SCRAM-SHA-512"));
    assert_eq!(chosen("PLAIN,SCRAM-SHA-1,SCRAM-SHA-256", false, true), Some("SCRAM-SHA-256"));
    assert_eq!(chosen("PLAIN,SCRAM-SHA-1,DIGEST-MD5", false, true), Some("SCRAM-SHA-1"));
    assert_eq!(chosen("PLAIN,DIGEST-MD5", false, true), Some("DIGEST-MD5"));
    assert_eq!(chosen("LOGIN,PLAIN", false, true), Some("PLAIN"));
    assert_eq!(chosen(all, true, true), Some("DIGEST-MD5"));
    assert_eq!(chosen("PLAIN,SCRAM-SHA-256", true, true), None);
    assert_eq!(chosen(all, false, false), None);
    let need = SecurityProperties { encryption: false };
    let stop = choose(b" ,;", need, true, b"host").unwrap_err();
    assert_eq!(words_of(stop), (NOMECH, String::new()));
    assert_eq!(chosen("SCRAM-SHA,PLAINX,XPLAIN,SCRAM-SHA-256-PLUS-X", false, true), None);
    // A list as long as a message is no reason to stop.
    let long = "X,".repeat(1 << 15) + "PLAIN";
    assert_eq!(chosen(&long, false, true), Some("PLAIN"));
}

#[test]
fn failures_in_the_words_of_the_stock_client() {
    let error = SaslError::sasl(NOMECH, "No worthy mechs found").into_start_error();
    assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::AUTH_FAILED));
    assert_eq!(
        error.text(),
        "authentication failed: Failed to start SASL negotiation: -4 (SASL(-4): no mechanism available: No worthy mechs found)"
    );
    let error = SaslError::sasl(FAIL, "").after("before").into_step_error();
    assert_eq!(
        error.text(),
        "authentication failed: Failed to step SASL negotiation: -1 (SASL(-1): generic failure: before)"
    );
}

#[test]
fn nonces_are_fresh() {
    let [one, two] = [nonce::<32>().unwrap(), nonce::<32>().unwrap()];
    assert!(one.len() == 44 && one != two && !one.contains(&b','));
}
