//! What the URI says becomes options of ssh.
use super::*;
use crate::choice::choose;
use oxivirt_conf::{Conf, Uri};
use std::ffi::OsString;

#[derive(Debug)]
pub(in crate::transport) struct Home(pub(in crate::transport) Vec<&'static str>);

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

pub(in crate::transport) fn target(uri: &str) -> Target {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), false, &Conf::default(), &Home(vec![])).unwrap()
}

fn login(rest: &str, files: Vec<&'static str>) -> Result<Login> {
    let target = target(&format!("qemu+libssh://h/system{rest}"));
    Login::of(&target, Library::Libssh, &Home(files))
}

fn refused(rest: &str) -> String {
    login(rest, vec![]).unwrap_err().text().into_owned()
}

#[test]
fn defaults() {
    let plain = login("", vec![]).unwrap();
    assert_eq!(plain.verify, Verify::Normal);
    assert_eq!(plain.known_hosts, b"/h/.config/libvirt/known_hosts");
    assert_eq!(plain.key, None);
    let without_key = [Method::Agent, Method::Password, Method::Interactive];
    assert_eq!(plain.methods, without_key);
    let files = vec!["/h/.ssh/id_rsa", "/h/.ssh/id_ecdsa"];
    let with_key = login("", files).unwrap();
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
    let login = Login::of(&target, library, &Home(vec![])).unwrap();
    let arguments = login.arguments(&target, library).unwrap();
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
