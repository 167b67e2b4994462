//! ssh's questions, word for word as its versions 8 to 10 put them.
use super::*;
use crate::choice::choose;
use oxivirt_conf::{Conf, ProcessEnv, Uri};
use oxivirt_model::{ErrorCode, ErrorDomain};

const HOST_KEY: &str = "The authenticity of host '[127.0.0.1]:2222 ([127.0.0.1]:2222)' can't be established.\nED25519 key fingerprint is SHA256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8.\nThis key is not known by any other names.\nAre you sure you want to continue connecting (yes/no/[fingerprint])? ";
const HASH: &str = "00:01:02:03:04:05:06:07:08:09:0a:0b:0c:0d:0e:0f:10:11:12:13:14:15:16:17:18:19:1a:1b:1c:1d:1e:1f";

/// Answers everything with one text; `None` gives up, or, if `silent`, goes on without an answer.
#[derive(Debug, Default)]
struct Answering {
    kinds: Vec<i32>,
    text: Option<&'static str>,
    silent: bool,
    prompts: Vec<String>,
}

impl Credentials for Answering {
    fn kinds(&self) -> &[i32] {
        &self.kinds
    }
    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        for credential in credentials {
            let prompt = String::from_utf8_lossy(&credential.prompt);
            self.prompts.push(format!("{}:{prompt}", credential.kind));
            // The stock client tells no more than the prompt.
            assert_eq!((&credential.challenge, &credential.default), (&None, &None));
            credential.answer = self.text.map(|text| text.as_bytes().to_vec());
        }
        self.silent || self.text.is_some()
    }
}

fn ask(
    library: Library,
    kinds: &[i32],
    text: Option<&'static str>,
    questions: &[&str],
) -> (std::result::Result<String, String>, Vec<String>) {
    let uri = Uri::parse(b"qemu+libssh://u@h:2222/system").unwrap();
    let target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    let mut user = Answering { kinds: kinds.to_vec(), text, ..Answering::default() };
    let mut result = Err(String::new());
    {
        let mut responder = Responder::new(library, &target, Some(b"/k".to_vec()), Some(&mut user));
        for question in questions {
            result = responder
                .answer(question)
                .map(|answer| String::from_utf8(answer).unwrap())
                .map_err(|error| error.text().into_owned());
        }
    }
    (result, user.prompts)
}

#[test]
fn questions_are_recognised() {
    assert_eq!(Question::of(HOST_KEY), Question::HostKey(HASH.to_owned()));
    assert_eq!(Question::of("Enter passphrase for key '/k': "), Question::Passphrase);
    assert_eq!(Question::of("u@h's password: "), Question::Password);
    for text in ["(u@h) One time code: ", "One time code: "] {
        let expected = Question::Interactive("One time code".to_owned());
        assert_eq!(Question::of(text), expected, "{text}");
    }
    // What the other host asks is never taken for the password, whatever it says.
    let sly = "(u@h) u@h's password: ";
    assert!(matches!(Question::of(sly), Question::Interactive(_)));
}

#[test]
fn hashes() {
    assert_eq!(hash_in(HOST_KEY).as_deref(), Some(HASH));
    assert_eq!(hash_in("is MD5:0a:ff.\n").as_deref(), Some("0A:FF"));
    assert_eq!(hash_in("nothing"), None);
    assert_eq!(hash_in("SHA256:-"), None);
}

#[test]
fn the_host_key_is_the_users_decision() {
    let (answer, prompts) = ask(Library::Libssh, &[ECHO], Some("Y"), &[HOST_KEY]);
    assert_eq!(answer, Ok("yes".to_owned()));
    assert_eq!(prompts, [format!("6:Accept SSH host key with hash '{HASH}' for host 'h:2222' (y/n)?")]);
    let fault = |text: &str| Err(format!("internal error: {text}").replace("internal error", "libssh transport error"));
    let (answer, _) = ask(Library::Libssh, &[ECHO], Some("n"), &[HOST_KEY]);
    assert_eq!(answer, fault(&format!("SSH host key for 'h' ({HASH}) was not accepted")));
}

#[test]
fn secrets() {
    let passphrase = "Enter passphrase for key '/k': ";
    let (answer, prompts) = ask(Library::Libssh2, &[ECHO, NO_ECHO], Some("s"), &[passphrase]);
    assert_eq!(answer, Ok("s".to_owned()));
    assert_eq!(prompts, ["7:Passphrase for key '/k'"]);
    let (answer, _) = ask(Library::Libssh, &[PASSPHRASE], Some("s"), &[passphrase, passphrase]);
    assert_eq!(answer.unwrap_err(), "authentication failed: error while opening private key '/k', wrong passphrase?");
    let password = ["u@h's password: "];
    let (answer, prompts) = ask(Library::Libssh, &[PASSPHRASE], Some("s"), &password);
    assert_eq!(answer, Ok("s".to_owned()));
    assert_eq!(prompts, ["5:Enter u's password for h"]);
}

const PASSPHRASE_QUESTION: &str = "Enter passphrase for key '/k': ";
const PASSWORD_QUESTION: &str = "u@h's password: ";
const OTHER_QUESTION: &str = "(u@h) Code: ";

/// The error of a question that stays without an answer.
fn unanswered(library: Library, mut user: Answering, question: &str) -> (i32, i32, String) {
    let uri = Uri::parse(b"qemu+libssh://u@h:2222/system?authfile=/nonexistent").unwrap();
    let mut target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    target.options.authfile = Some(b"/dev/null".to_vec());
    let mut responder = Responder::new(library, &target, Some(b"/k".to_vec()), Some(&mut user));
    let error = responder.answer(question).unwrap_err();
    (error.code.0, error.domain.0, error.text().into_owned())
}

/// One text for all of libssh's questions, each its own for libssh2's, except that of the password.
#[test]
fn questions_without_an_answer() {
    const UNABLE: &str = "no suitable callback authentication callback was found";
    const FAILED: &str = "failed to retrieve user response for authentication callback";
    let unable = || Answering { kinds: vec![1], text: Some("y"), ..Answering::default() };
    let failing = || Answering { kinds: vec![PASSPHRASE, ECHO], ..Answering::default() };
    let silent = || Answering { silent: true, ..failing() };
    let shared = |code, text: &str| {
        let before = if code == 84 { "Operation not supported" } else { "operation failed" };
        (code, 46, format!("{before}: {text}"))
    };
    for question in [HOST_KEY, PASSPHRASE_QUESTION, PASSWORD_QUESTION, OTHER_QUESTION] {
        let asked = |user| unanswered(Library::Libssh, user, question);
        assert_eq!(asked(unable()), shared(84, UNABLE), "{question}");
        assert_eq!(asked(failing()), shared(9, FAILED), "{question}");
        assert_eq!(asked(silent()), shared(9, FAILED), "{question}");
    }
    for (question, cannot, fails) in [
        (HOST_KEY, "no suitable callback for host key verification", "failed to retrieve decision to accept host key"),
        (
            PASSPHRASE_QUESTION,
            "no suitable method to retrieve key passphrase",
            "failed to retrieve private key passphrase: callback has failed",
        ),
        (OTHER_QUESTION, "no suitable method to retrieve authentication credentials", "failed to retrieve credentials"),
    ] {
        let asked = |user| unanswered(Library::Libssh2, user, question);
        let own = |text: &str| (85, 50, format!("SSH transport error: {text}"));
        assert_eq!(asked(unable()), own(cannot));
        assert_eq!(asked(failing()), own(fails));
    }
    let asked = |user| unanswered(Library::Libssh2, user, PASSWORD_QUESTION);
    assert_eq!(asked(unable()), shared(84, UNABLE));
    assert_eq!(asked(failing()), shared(9, FAILED));
    assert_eq!(asked(silent()), shared(9, FAILED));
}

#[test]
fn the_password_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("auth.conf");
    let text = "[credentials-a]\npassword=stored\n[auth-ssh-h]\ncredentials=a\n";
    std::fs::write(&file, text).unwrap();
    let uri = Uri::parse(b"qemu+libssh://u@h/system").unwrap();
    let mut target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    target.options.authfile = Some(file.clone().into_os_string().into_encoded_bytes());
    for library in [Library::Libssh, Library::Libssh2] {
        // Nobody needs to be there to ask.
        let mut responder = Responder::new(library, &target, None, None);
        assert_eq!(responder.answer(PASSWORD_QUESTION).unwrap(), b"stored");
        // It was wrong.
        let again = responder.answer(PASSWORD_QUESTION);
        assert_eq!(again.is_ok(), library == Library::Libssh2);
    }
}

#[test]
fn nobody_to_ask() {
    let uri = Uri::parse(b"qemu+libssh2://h/system").unwrap();
    let target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    let mut responder = Responder::new(Library::Libssh2, &target, None, None);
    for (question, text) in [
        (HOST_KEY, "No user interaction callback provided: Can't verify the session host key"),
        (
            "Enter passphrase for key '/k': ",
            "No user interaction callback provided: Can't retrieve private key passphrase",
        ),
        ("(root@h) Code: ", "Can't perform keyboard-interactive authentication: Authentication callback not provided"),
    ] {
        let error = responder.answer(question).unwrap_err();
        assert_eq!((error.code, error.domain), (ErrorCode::SSH, ErrorDomain::SSH));
        assert_eq!(error.text(), format!("SSH transport error: {text}"));
    }
    let error = responder.answer("root@h's password: ").unwrap_err();
    assert_eq!((error.code, error.domain), (ErrorCode::INVALID_ARG, ErrorDomain::AUTH));
    let mut responder = Responder::new(Library::Libssh, &target, None, None);
    let error = responder.answer("root@h's password: ").unwrap_err();
    assert_eq!(error.code, ErrorCode::LIBSSH);
}
