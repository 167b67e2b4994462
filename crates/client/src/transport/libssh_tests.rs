//! What the URI says becomes options of ssh, and its questions get answers.
use super::*;
use crate::choice::choose;
use crate::conf::Conf;
use crate::request::Credential;
use crate::transport::process::Start;
use crate::uri::Uri;
use std::ffi::OsString;

struct Home(Vec<&'static str>);

impl Env for Home {
    fn privileged(&self) -> bool {
        false
    }
    fn variable(&self, _: &str) -> Option<OsString> {
        None
    }
    fn exists(&self, path: &Path) -> bool {
        self.0.iter().any(|file| Path::new(file) == path)
    }
    fn home(&self) -> Option<PathBuf> {
        Some("/h".into())
    }
    fn open(&self, _: &Path) -> std::io::Result<Box<dyn std::io::Read>> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

fn target(uri: &str) -> Target {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), false, &Conf::default(), &Home(vec![])).unwrap()
}

fn way(rest: &str, files: Vec<&'static str>) -> Result<Way> {
    let target = target(&format!("qemu+libssh://h/system{rest}"));
    Way::of(&target, Library::Libssh, &Home(files))
}

fn refused(rest: &str) -> String {
    way(rest, vec![]).unwrap_err().text().into_owned()
}

#[test]
fn defaults() {
    let plain = way("", vec![]).unwrap();
    assert_eq!(plain.verify, Verify::Normal);
    assert_eq!(plain.known_hosts, b"/h/.config/libvirt/known_hosts");
    assert_eq!(plain.key, None);
    let without_key = [Method::Agent, Method::Password, Method::Interactive];
    assert_eq!(plain.methods, without_key);
    let files = vec!["/h/.ssh/id_rsa", "/h/.ssh/id_ecdsa"];
    let with_key = way("", files).unwrap();
    assert_eq!(with_key.key.as_deref(), Some(b"/h/.ssh/id_ecdsa".as_slice()));
    assert_eq!(with_key.methods.get(1), Some(&Method::PrivateKey));
}

#[test]
fn refusals() {
    assert_eq!(refused("?known_hosts_verify=x"), "invalid argument: Invalid host key verification method: 'x'");
    assert_eq!(refused("?sshauth=agent,x"), "invalid argument: Invalid authentication method: 'x'");
    assert_eq!(
        refused("?sshauth=privkey"),
        "libssh transport error: Key file path must be provided for private key authentication"
    );
}

#[test]
fn paths_in_the_language_of_the_configuration() {
    let quoted = |path: &[u8]| quoted_path("keyfile", path).map(|p| String::from_utf8(p).unwrap());
    assert_eq!(quoted(b"/a b").unwrap(), "\"/a b\"");
    assert_eq!(quoted(b"/a\"%\\").unwrap(), "\"/a\\\"%%\\\\\"");
    assert_eq!(quoted(b"none").unwrap(), "\"./none\"");
    assert_eq!(quoted(b"~/x").unwrap(), "\"./~/x\"");
    for odd in [b"/${HOME}".as_slice(), b"/a\nProxyCommand=x", b"/\0"] {
        assert!(quoted(odd).is_err());
    }
}

/// Runs ssh's own reading of the options, without connecting anywhere.
#[test]
fn ssh_understands_the_arguments() {
    let target = target(
        "qemu+libssh2://u@h:7/system?known_hosts=/a%20b%25h&keyfile=/k%20%22k&sshauth=password,privkey&known_hosts_verify=auto",
    );
    let library = Library::Libssh2;
    let way = Way::of(&target, library, &Home(vec![])).unwrap();
    let arguments = way.arguments(&target, library).unwrap();
    let arguments = arguments.iter().map(|argument| OsStr::from_bytes(argument));
    let mut ssh = std::process::Command::new("ssh");
    let output = ssh.arg("-G").args(arguments).output();
    let output = output.expect("ssh is there: compat-tests/setup installs it");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    for line in [
        "user u",
        "hostname h",
        "port 7",
        "stricthostkeychecking accept-new",
        "passwordauthentication yes",
        "kbdinteractiveauthentication no",
        "preferredauthentications password,publickey",
        "identityagent none",
        "identityfile /k \"k",
        "globalknownhostsfile /dev/null",
        "updatehostkeys false",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}

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
    let way = Way::of(&target, Library::Libssh, &Home(vec![])).unwrap();
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
    let mut asker = Asker::new(Library::Libssh, &target, None, credentials);
    log_in(&way, &mut asker, &socket, &transport_process, None)?;
    Ok((socket, transport_process))
}

#[test]
fn answers_come_through_unchanged() {
    let script = "SSH_ASKPASS_PROMPT=none $SSH_ASKPASS touch >/dev/null
        answer=$($SSH_ASKPASS \"u@h's password: \")
        [ \"$answer\" = \"it's a \\$(secret) \\\\n\" ] || { echo \"wrong: $answer\" >&2; exit 255; }
        echo; exec cat";
    let (socket, _companion) = stand_in(script, Some(&mut Secretive)).unwrap();
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
