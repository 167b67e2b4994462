//! Questions of ssh get answers.
use super::super::login::tests::{Home, target};
use super::*;
use oxivirt_conf::Credential;

#[derive(Debug)]
struct Secretive;

impl Credentials for Secretive {
    fn kinds(&self) -> &[i32] {
        &[5]
    }
    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        for credential in credentials {
            credential.answer = Some(b"it's a $(secret) \\n\nrest".to_vec());
        }
        true
    }
}

/// A stand-in for ssh asks the question program, checks the answer, and then is the connection.
fn stand_in(script: &str, credentials: Option<&mut dyn Credentials>) -> Result<(OwnedFd, TransportProcess)> {
    let target = target("qemu+libssh://u@h/system");
    let login = Login::of(&target, Library::Libssh, &Home(vec![])).unwrap();
    let program = oxivirt_sys::anonymous_program(c"askpass", PROGRAM).unwrap();
    let askpass = format!("/proc/{}/fd/{}", std::process::id(), program.as_raw_fd());
    let arguments = [b"-c".to_vec(), script.as_bytes().to_vec()];
    let start = Start {
        program: b"sh",
        arguments: &arguments,
        passed: &[],
        set: &[("SSH_ASKPASS", OsStr::new(&askpass))],
        session: true,
    };
    let (socket, transport_process) = start.start().unwrap();
    let mut responder = Responder::new(Library::Libssh, &target, None, credentials);
    log_in(&login, &mut responder, &socket, &transport_process, None)?;
    Ok((socket, transport_process))
}

#[test]
fn answers_come_through_unchanged() {
    let script = "SSH_ASKPASS_PROMPT=none $SSH_ASKPASS touch >/dev/null
        answer=$($SSH_ASKPASS \"u@h's password: \")
        [ \"$answer\" = \"it's a \\$(secret) \\\\n\" ] || { echo \"wrong: $answer\" >&2; exit 255; }
        echo; exec cat";
    let (socket, _process) = stand_in(script, Some(&mut Secretive)).unwrap();
    oxivirt_sys::send(socket.as_fd(), b"data", true).unwrap();
    let mut back = [0; 8];
    let count = oxivirt_sys::recv(socket.as_fd(), &mut back, true).unwrap();
    assert_eq!(&back[..count], b"data");
}

#[test]
fn failures_of_the_stand_in() {
    let text = |script| stand_in(script, None).unwrap_err().text().into_owned();
    assert_eq!(
        text("$SSH_ASKPASS \"u@h's password: \"; exec cat"),
        "libssh transport error: Can't perform authentication: Authentication callback not provided"
    );
    assert!(
        text("echo 'u@h: Permission denied (publickey).' >&2; exit 255")
            .ends_with("All provided authentication methods with credentials were rejected by the server")
    );
    assert!(text("echo early >&2; exit 255").contains("handshake failed: early"));
}
