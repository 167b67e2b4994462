//! The arguments are interface: programs wrap ssh, and sshd's configuration matches commands.
use super::*;
use crate::choice::choose;
use oxivirt_conf::{Conf, Env, Uri};
use std::ffi::OsString;
use std::path::PathBuf;

#[derive(Debug)]
struct Root;

impl Env for Root {
    fn privileged(&self) -> bool {
        true
    }
    fn variable(&self, _: &str) -> Option<OsString> {
        None
    }
    fn exists(&self, _: &Path) -> bool {
        false
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn open(&self, _: &Path) -> std::io::Result<Box<dyn std::io::Read>> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

fn target(uri: &str, read_only: bool) -> Target {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), read_only, &Conf::default(), &Root).unwrap()
}

fn words(uri: &str) -> Vec<String> {
    let words = arguments(&target(uri, false)).unwrap();
    words.into_iter().map(|word| String::from_utf8(word).unwrap()).collect()
}

fn command(uri: &str, read_only: bool) -> String {
    String::from_utf8(remote_command(&target(uri, read_only)).unwrap()).unwrap()
}

fn refused(uri: &str) -> String {
    let error = arguments(&target(uri, false)).unwrap_err();
    assert_eq!(error.code, ErrorCode::INVALID_ARG);
    error.text().into_owned()
}

const NC: &str =
    "if 'nc' -q 2>&1 | grep \"requires an argument\" >/dev/null 2>&1; then ARG=-q0;else ARG=;fi;'nc' $ARG -U ";

#[test]
fn where_to_and_as_whom() {
    let all = words("qemu+ssh://u@h:2222/system?keyfile=/k&no_verify=1&no_tty=1");
    let expected = [
        "-p",
        "2222",
        "-l",
        "u",
        "-i",
        "/k",
        "-T",
        "-e",
        "none",
        "-o",
        "BatchMode=yes",
        "-o",
        "StrictHostKeyChecking=no",
        "--",
        "h",
    ];
    assert_eq!(all[..all.len() - 1], expected);
    let none = words("qemu+ssh:///system?no_tty=0");
    assert_eq!(none[..none.len() - 1], ["-T", "-e", "none", "--", "localhost"]);
    assert_eq!(words("qemu+ssh://[::1]/system")[4], "::1");
}

#[test]
fn what_runs_on_the_other_host() {
    let helper = "virt-ssh-helper 'qemu:///system'";
    let path = "/var/run/libvirt/libvirt-sock";
    assert_eq!(
        command("qemu+ssh://h/system", false),
        format!(
            "sh -c 'which virt-ssh-helper 1>/dev/null 2>&1; if test $? = 0; then     {helper}; else    {NC}{path}; fi'"
        )
    );
    assert_eq!(command("qemu+ssh://h/system?proxy=native", true), "sh -c 'virt-ssh-helper -r 'qemu:///system''");
    let netcat = format!("sh -c '{NC}{path}'");
    assert_eq!(command("qemu+ssh://h/system?proxy=netcat", false), netcat);
    assert_eq!(command("qemu+ssh://h/system?socket=/s", false), format!("sh -c '{NC}/s'"));
    for uri in ["?netcat=/bin/n", "?netcat=/bin/n&proxy=auto", "?netcat=/bin/n&proxy=netcat"] {
        let text = command(&format!("qemu+ssh://h/system{uri}"), false);
        assert_eq!(text, netcat.replace("'nc'", "'/bin/n'"));
    }
    let given = r"virt-ssh-helper '''\''qemu:///system?socket=%2Fs'\'''";
    assert_eq!(command("qemu+ssh://h/system?proxy=native&socket=/s", false), format!("sh -c '{given}''"));
    let both = "qemu+ssh://h/system?proxy=native&SOCKET=/s%20'&no_tty=1&MODE=legacy&x=y";
    let arrives = "<qemu:///system?SOCKET=%2Fs%20%27&MODE=legacy&x=y>";
    assert_eq!(after_shells(&command(both, false)), arrives);
    assert_eq!(
        command("qemu+ssh://h/system?proxy=native&socket=/s&name=lxc:///", true),
        "sh -c 'virt-ssh-helper -r 'lxc:///''"
    );
    assert_eq!(
        command("remote+ssh://h/?proxy=native&socket=/s", false),
        command("remote+ssh://h/?proxy=native", false)
    );
    assert_eq!(command("remote+ssh://h/?proxy=native", false), r"sh -c 'virt-ssh-helper '''\'''\'''''");
}

/// What the two shells of the other host make of a command whose programs are replaced by printf.
fn after_shells(command: &str) -> String {
    let command = command.replace("virt-ssh-helper ", "printf \"<%s>\" ");
    let output = std::process::Command::new("sh").args(["-c", &command]).output().unwrap();
    assert!(output.status.success(), "{command}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn odd_values_arrive_as_they_are() {
    for odd in ["a'b", "$(touch x)", "`id`", "a b", "a\nb", "\"", "\\", "''", "a;b|c&d"] {
        let mut made = target("qemu+ssh://h/system?proxy=native", false);
        made.helper_name = odd.as_bytes().to_vec();
        let command = String::from_utf8(remote_command(&made).unwrap()).unwrap();
        assert_eq!(after_shells(&command), format!("<{odd}>"));

        let mut made = target("qemu+ssh://h/system?netcat=echo", false);
        made.socket = Some(PathBuf::from(odd));
        let command = String::from_utf8(remote_command(&made).unwrap()).unwrap();
        assert_eq!(after_shells(&command), format!("-U {odd}\n"));
    }
}

#[test]
fn nothing_becomes_an_option_or_a_command() {
    let option = "invalid argument: host name '-oProxyCommand=x' begins with '-'";
    assert_eq!(refused("qemu+ssh://-oProxyCommand=x/system"), option);
    for host in ["a;b", "a$b", "a,b", "a(b", "a'b"] {
        let mut made = target("qemu+ssh://h/system", false);
        made.hostname = host.as_bytes().to_vec();
        assert!(arguments(&made).is_err(), "{host}");
    }
    for user in ["-x", "a b -c", "a;b", "a`b", "a\nb", "a\0b", "a\\"] {
        let mut made = target("qemu+ssh://h/system", false);
        made.user = Some(user.as_bytes().to_vec());
        assert!(arguments(&made).is_err(), "{user}");
    }
    for user in ["DOMAIN\\user", "a b", "u-v", "ü", ""] {
        let mut made = target("qemu+ssh://h/system", false);
        made.user = Some(user.as_bytes().to_vec());
        assert!(arguments(&made).is_ok(), "{user}");
    }
    assert_eq!(
        refused("qemu+ssh://h/system?socket=-x"),
        "invalid argument: socket '-x' begins with '-' and would be taken for an option on the other host"
    );
    assert!(refused("qemu+ssh://h/system?name=-r").contains("name '-r'"));
    assert!(refused("qemu+ssh://h/system?netcat=PATH=/x").contains("assignment"));
    assert_eq!(
        refused("qemu+ssh://h/system?netcat=x&proxy=native"),
        "invalid argument: netcat path not valid with native proxy mode"
    );
}

#[test]
fn forwarding_is_a_last_resort() {
    let known = |uri: &str| socket_is_known(&target(uri, false));
    assert!(known("qemu+ssh://h/system") && known("qemu+ssh://h/system?socket=/s&proxy=auto"));
    for uri in ["proxy=native", "proxy=netcat", "netcat=n"] {
        assert!(!known(&format!("qemu+ssh://h/system?{uri}")), "{uri}");
    }
    let words = forwarding(&target("qemu+ssh://h/system?socket=/s", false), Path::new("/l")).unwrap();
    assert!(words.windows(2).any(|pair| pair == [b"-L".to_vec(), b"/l:/s".to_vec()]));
    for socket in ["s", "/a:b", ""] {
        let made = target(&format!("qemu+ssh://h/system?socket={socket}"), false);
        assert!(forwarding(&made, Path::new("/l")).is_err(), "{socket}");
    }
}
