//! What is asked, of whom, in which words; and what becomes of the answers.
use super::*;
use oxivirt_auth::Secret;
use oxivirt_auth::code::{BADPARAM, BUFOVER, FAIL};
use oxivirt_conf::fake::FakeEnv;

/// A program that answers each kind, or gives up, and keeps what it was asked.
#[derive(Debug)]
struct Program {
    kinds: Vec<i32>,
    answers: Vec<(i32, Option<&'static [u8]>)>,
    gives_up: bool,
    callable: bool,
    asked: Vec<Vec<Credential>>,
}

impl Program {
    fn new(answers: &[(i32, Option<&'static [u8]>)]) -> Self {
        let kinds = answers.iter().map(|(kind, _)| *kind).collect();
        Self { kinds, answers: answers.to_vec(), gives_up: false, callable: true, asked: Vec::new() }
    }
}

impl Credentials for Program {
    fn kinds(&self) -> &[i32] {
        &self.kinds
    }
    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        self.asked.push(credentials.to_vec());
        for credential in credentials {
            let answer = self.answers.iter().find(|(kind, _)| *kind == credential.kind);
            credential.answer = answer.and_then(|(_, answer)| answer.map(<[u8]>::to_vec));
        }
        !self.gives_up
    }
    fn callable(&self) -> bool {
        self.callable
    }
}

fn realms() -> Realms {
    Realms { challenge: b"Available realms: one two".to_vec(), default: b"one".to_vec() }
}

const ALL: [(i32, Option<&[u8]>); 4] =
    [(USERNAME, Some(b"as")), (AUTHNAME, Some(b"fred")), (PASSPHRASE, Some(b"pw")), (REALM, Some(b"two"))];

fn identify(program: &mut Program, realms: Option<Realms>) -> std::result::Result<Identity, SaslError> {
    let env = FakeEnv::default();
    CredentialSource::new(Some(program), None, b"host", &env).identity(realms)
}

fn words(error: SaslError) -> (i32, String) {
    match error {
        SaslError::Sasl(code, detail) => (code, detail),
        SaslError::Error(error) => (0, error.text().into_owned()),
    }
}

fn refused(program: &mut Program) -> (i32, String) {
    words(identify(program, Some(realms())).err().unwrap())
}

#[test]
fn everything_is_asked_at_once_in_the_words_of_cyrus() {
    let mut program = Program::new(&ALL);
    let identity = identify(&mut program, Some(realms())).unwrap();
    let known = (&*identity.user, &*identity.name, identity.password.bytes(), identity.realm.as_deref());
    assert_eq!(known, (&b"as"[..], &b"fred"[..], &b"pw"[..], Some(&b"two"[..])));
    let [asked] = &program.asked[..] else { panic!("{:?}", program.asked) };
    let credential = |kind, prompt: &str, challenge: &str, default: Option<&str>| Credential {
        kind,
        prompt: prompt.into(),
        challenge: Some(challenge.into()),
        default: default.map(Into::into),
        answer: None,
    };
    let wanted = [
        credential(USERNAME, "Please enter your authorization name", "Authorization Name", None),
        credential(AUTHNAME, "Please enter your authentication name", "Authentication Name", None),
        credential(PASSPHRASE, "Please enter your password", "Password", None),
        credential(REALM, "Please enter your realm", "Available realms: one two", Some("one")),
    ];
    assert_eq!(asked, &wanted);
}

#[test]
fn what_the_program_cannot_answer_is_not_asked() {
    let mut program = Program::new(&ALL[1..3]);
    let identity = identify(&mut program, Some(realms())).unwrap();
    assert_eq!((&*identity.user, identity.realm.as_deref()), (&b""[..], Some(&b"one"[..])));
    assert_eq!(program.asked[0].iter().map(|asked| asked.kind).collect::<Vec<_>>(), [AUTHNAME, PASSPHRASE]);
    let identity = identify(&mut program, None).unwrap();
    assert_eq!(identity.realm, None);
}

#[test]
fn without_a_password_nothing_is_asked() {
    let mut program = Program::new(&ALL[..2]);
    assert_eq!(refused(&mut program), (FAIL, MISSING_PASSWORD.to_owned()));
    assert!(program.asked.is_empty());
}

#[test]
fn without_a_name_it_is_that_of_the_environment() {
    let mut program = Program::new(&ALL[2..3]);
    let wanted = oxivirt_sys::variable("USER").or_else(|| oxivirt_sys::variable("USERNAME"));
    match (wanted, identify(&mut program, None)) {
        (Some(wanted), Ok(identity)) => assert_eq!(identity.name, wanted.into_encoded_bytes()),
        (None, Err(stop)) => assert_eq!(words(stop), (FAIL, MISSING_USER.to_owned())),
        (wanted, result) => panic!("{wanted:?}: {}", result.is_ok()),
    }
}

#[test]
fn answers_that_are_missing() {
    for (kind, place) in
        [(AUTHNAME, "_plug_get_simple"), (PASSPHRASE, "_plug_get_password"), (REALM, "_plug_get_realm")]
    {
        let answers = ALL.map(|(of, answer)| (of, answer.filter(|_| of != kind)));
        let wanted = format!("Unexpectedly missing a prompt result in {place}");
        assert_eq!(refused(&mut Program::new(&answers)), (BADPARAM, wanted));
    }
    let mut program = Program::new(&ALL.map(|(of, answer)| (of, answer.filter(|_| of != USERNAME))));
    assert_eq!(identify(&mut program, Some(realms())).unwrap().user, b"");
}

#[test]
fn nobody_to_ask() {
    let env = FakeEnv::default();
    let nobody = (0, "authentication failed: No authentication callback available".to_owned());
    let mut deaf = Program { callable: false, ..Program::new(&ALL) };
    assert_eq!(refused(&mut deaf), nobody);
    assert!(deaf.asked.is_empty());
    let mut source: CredentialSource<'_, '_, FakeEnv> = CredentialSource::new(None, None, b"host", &env);
    assert!(!source.can_ask(PASSPHRASE));
    let error = source.ask(&mut Questions(vec![ask_user()])).unwrap_err();
    assert_eq!((error.domain, error.text().into_owned()), (ErrorDomain::REMOTE, nobody.1));
    let mut tired = Program { gives_up: true, ..Program::new(&ALL) };
    assert_eq!(refused(&mut tired), (0, "authentication failed: Failed to collect auth credentials".to_owned()));
}

#[test]
fn names_lose_the_white_space_around_them() {
    let named = |name: &'static [u8]| {
        let mut program = Program::new(&[(USERNAME, Some(name)), (AUTHNAME, Some(b" \t\x0bfr ed\r\n")), ALL[2]]);
        identify(&mut program, None).map(|identity| (identity.user, identity.name))
    };
    assert_eq!(named(b"  a  ").ok().unwrap(), (b"a".to_vec(), b"fr ed".to_vec()));
    assert_eq!(named(b" \t ").ok().unwrap().0, b"");
    let longest: &'static [u8] = vec![b'x'; MAX_NAME].leak();
    assert_eq!(named(longest).ok().unwrap().0, longest);
    let longer: &'static [u8] = vec![b'x'; MAX_NAME + 1].leak();
    assert_eq!(words(named(longer).unwrap_err()), (BUFOVER, MISSING_REWRITER.to_owned()));
    let mut program = Program::new(&[(AUTHNAME, Some(b"")), ALL[2]]);
    assert_eq!(words(identify(&mut program, None).err().unwrap()), (FAIL, "All-whitespace username.".to_owned()));
}

#[test]
fn as_whom_to_act_may_stay_open() {
    let env = FakeEnv::default();
    let user = |program: &mut Program| {
        let mut source = CredentialSource::new(Some(program), None, b"host", &env);
        (source.authorization_name().ok().unwrap(), source.detail)
    };
    assert_eq!(user(&mut Program::new(&ALL[2..3])), (Vec::new(), MISSING_REWRITER.to_owned()));
    assert_eq!(user(&mut Program::new(&[(USERNAME, None)])), (Vec::new(), MISSING_REWRITER.to_owned()));
    assert_eq!(user(&mut Program::new(&[(USERNAME, Some(b" as "))])).0, b"as");
}

#[test]
fn the_file_answers_before_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("auth.conf");
    let file = "[auth-libvirt-host]\ncredentials=a\n[credentials-a]\nusername=u\nauthname=n\npassword=p\nrealm=r\n";
    std::fs::write(&path, file).unwrap();
    let env = FakeEnv::default();
    let authfile = path.as_os_str().as_encoded_bytes();
    let with = |program: &mut Program, host: &[u8]| {
        let identity =
            CredentialSource::new(Some(program), Some(authfile), host, &env).identity(Some(realms())).ok().unwrap();
        (identity.user, identity.name, identity.password.bytes().to_vec(), identity.realm.unwrap())
    };
    let mut program = Program::new(&ALL);
    let all = (b"u".to_vec(), b"n".to_vec(), b"p".to_vec(), b"r".to_vec());
    assert_eq!(with(&mut program, b"host"), all);
    assert!(program.asked.is_empty());
    // What it does not know is left to the program, and nothing else.
    std::fs::write(&path, file.replace("authname=n\n", "").replace("realm=r\n", "")).unwrap();
    let some = (b"u".to_vec(), b"fred".to_vec(), b"p".to_vec(), b"two".to_vec());
    assert_eq!(with(&mut program, b"host"), some);
    assert_eq!(program.asked[0].iter().map(|asked| asked.kind).collect::<Vec<_>>(), [AUTHNAME, REALM]);
    assert_eq!(with(&mut program, b"other").0, b"as");
}

#[test]
fn secrets_are_not_shown() {
    assert_eq!(format!("{:?}", Secret::from(b"pw".to_vec())), "Secret");
}
