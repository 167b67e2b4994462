//! Decisions in made-up env. Expected values were observed with the stock library.
use super::*;
use oxivirt_conf::fake::{FakeEnv, conf, root, user};
use std::path::PathBuf;

fn target(uri: &str, read_only: bool, env: &FakeEnv) -> Target {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), read_only, &Conf::default(), env).unwrap()
}

fn refused(uri: &str) -> String {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), false, &Conf::default(), &root()).unwrap_err().text().into_owned()
}

fn path(target: &Target) -> &str {
    target.socket.as_ref().unwrap().to_str().unwrap()
}

#[test]
fn system_sockets() {
    let plain = target("qemu:///system", false, &root());
    assert_eq!(path(&plain), "/var/run/libvirt/libvirt-sock");
    assert_eq!((plain.name.as_slice(), plain.flags), (b"qemu:///system".as_slice(), 0));
    let read_only = target("qemu:///system", true, &root());
    assert_eq!(path(&read_only), "/var/run/libvirt/libvirt-sock-ro");
    assert_eq!(read_only.flags, READ_ONLY);
    let direct = target("qemu:///system?mode=direct", false, &root());
    assert_eq!(path(&direct), "/var/run/libvirt/virtqemud-sock");
    assert_eq!(direct.name, b"qemu:///system");
    let there = FakeEnv { files: vec!["/var/run/libvirt/virtqemud-sock"], ..root() };
    assert_eq!(path(&target("qemu:///system", false, &there)), "/var/run/libvirt/virtqemud-sock");
    let legacy = target("qemu:///system?mode=legacy", false, &there);
    assert_eq!(path(&legacy), "/var/run/libvirt/libvirt-sock");
}

#[test]
fn session_sockets() {
    let session = target("qemu:///session", false, &user());
    assert_eq!(path(&session), "/run/user/7/libvirt/libvirt-sock");
    assert_eq!(session.flags, USER | AUTOSTART);
    // A session has one socket for both: read-only is only a flag.
    let read_only = target("qemu:///session", true, &user());
    assert_eq!(path(&read_only), "/run/user/7/libvirt/libvirt-sock");
    assert_eq!(read_only.flags, USER | AUTOSTART | READ_ONLY);
    let bare = FakeEnv::default();
    assert_eq!(path(&target("qemu:///session", false, &bare)), "/home/u/.cache/libvirt/libvirt-sock");
    let forbidden = FakeEnv { variables: vec![("LIBVIRT_AUTOSTART", "0")], ..FakeEnv::default() };
    assert_eq!(target("qemu:///session", false, &forbidden).flags, USER);
    assert_eq!(path(&target("qemu:///session", false, &root())), "/var/run/libvirt/libvirt-sock");
    assert_eq!(target("test+unix:///default", false, &user()).flags, USER | AUTOSTART);
    assert_eq!(target("qemu:///system", false, &user()).flags, 0);
}

#[test]
fn names_for_the_daemon() {
    let name = |uri: &str| String::from_utf8(target(uri, false, &root()).name).unwrap();
    assert_eq!(name("test+unix:///default?socket=/x"), "test:///default");
    assert_eq!(name("test+unix:///default?foo=a%20b&socket=/x#f"), "test:///default?foo=a%20b#f");
    assert_eq!(name("remote+unix:///?socket=/x&foo=a"), "");
    assert_eq!(name("remote+unix:///?name=test:///default"), "test:///default");
    assert_eq!(name("qemu+unix:///system?name=a%26b"), "a&b");
    assert_eq!(name("qemu+tls://host/system"), "qemu:///system");
    let none = choose(None, true, &Conf::default(), &root()).unwrap();
    assert_eq!(none.name, b"");
    assert_eq!(path(&none), "/var/run/libvirt/libvirt-sock-ro");
    assert_eq!(choose(None, false, &Conf::default(), &user()).unwrap().flags, USER | AUTOSTART);
}

#[test]
fn transports() {
    let transport = |uri: &str| target(uri, false, &root()).transport;
    assert_eq!(transport("qemu://host/system"), Transport::Tls);
    assert_eq!(transport("qemu+TCP://host/system"), Transport::Tcp);
    assert_eq!(transport("qemu+ssh://host/system"), Transport::Ssh);
    assert_eq!(transport("qemu+ext:///system?command=x"), Transport::Ext);
    assert_eq!(transport("qemu+unix:///system"), Transport::Unix);
}

#[test]
fn refusals() {
    assert_eq!(
        refused("qemu+foo:///system"),
        "invalid argument: remote_open: transport in URL not recognised \
         (should be tls|unix|ssh|ext|tcp|libssh2|libssh)"
    );
    assert_eq!(
        refused("qemu+unix://h/system"),
        "invalid argument: using unix socket and remote server 'h' is not supported."
    );
    assert_eq!(refused("qemu:///x?mode=z"), "invalid argument: Unknown remote mode 'z'");
    assert_eq!(
        refused("qemu+ext:///system"),
        "invalid argument: remote_open: for 'ext' transport, command is required"
    );
    assert_eq!(
        refused("qemu:///system?NO_verify=x&no_verify=1"),
        "invalid argument: Failed to parse value of URI component NO_verify"
    );
    assert_eq!(refused("qemu:///system?proxy=z"), "invalid argument: Unnkown proxy type 'z'");
    assert!(refused("qemu+ssh://h/system?mode=direct").contains("direct socket mode for ssh"));
}

#[test]
fn what_the_configuration_adds() {
    let choose_with = |uri: &str, text: &str| {
        let uri = Uri::parse(uri.as_bytes()).unwrap();
        choose(Some(&uri), false, &conf(text), &root())
    };
    let direct = choose_with("qemu:///system", "remote_mode = 'direct'").unwrap();
    assert_eq!(path(&direct), "/var/run/libvirt/virtqemud-sock");
    let given = choose_with("qemu:///system?mode=legacy", "remote_mode = 'x'").unwrap();
    assert_eq!(path(&given), "/var/run/libvirt/libvirt-sock");
    let text = |uri, conf| choose_with(uri, conf).unwrap_err().text().into_owned();
    assert_eq!(text("qemu:///system", "remote_mode = 'x'"), "invalid argument: Unknown remote mode 'x'");
    assert_eq!(
        text("qemu:///system", "remote_mode = 1"),
        "internal error: f.conf: expected a string for 'remote_mode' parameter"
    );
    assert_eq!(text("qemu:///system", "remote_proxy = 'x'"), "invalid argument: Unnkown proxy type 'x'");
    let proxy = |uri, conf| choose_with(uri, conf).unwrap().options.proxy;
    let ssh = "qemu+ssh://h/system";
    assert_eq!(proxy(ssh, "").as_deref(), Some(b"auto".as_slice()));
    assert_eq!(proxy(ssh, "remote_proxy='netcat'").as_deref(), Some(b"netcat".as_slice()));
    let both = "qemu+ssh://h/system?proxy=native";
    assert_eq!(proxy(both, "remote_proxy='netcat'").as_deref(), Some(b"native".as_slice()));
    let socket = "qemu+ssh://h/system?socket=/x";
    assert_eq!(proxy(socket, "").as_deref(), Some(b"netcat".as_slice()));
    let tls = |uri| choose_with(uri, "tls_priority = 'A'").unwrap().options.tls_priority;
    assert_eq!(tls("qemu://h/system").as_deref(), Some(b"A".as_slice()));
    assert_eq!(tls("qemu://h/system?tls_priority=B").as_deref(), Some(b"B".as_slice()));
    assert_eq!(tls("qemu:///system"), None);
}

#[test]
fn sessions_of_other_hosts() {
    let session = target("qemu+ssh://h/session", false, &user());
    assert_eq!(session.options.proxy.as_deref(), Some(b"native".as_slice()));
    assert_eq!((session.flags, session.program), (USER, None));
    let system = target("qemu+ssh://h/system", true, &user());
    assert_eq!(path(&system), "/var/run/libvirt/libvirt-sock-ro");
    assert_eq!(system.name, b"qemu:///system");
}

#[test]
fn what_is_started() {
    let program = |uri: &str, env: &FakeEnv| target(uri, false, env).program;
    let libvirtd = Some(PathBuf::from("/usr/sbin/libvirtd"));
    assert_eq!(program("qemu:///session", &user()), libvirtd);
    assert_eq!(program("test+unix:///default", &user()), libvirtd);
    assert_eq!(program("qemu:///session?mode=direct", &user()), Some("/usr/sbin/virtqemud".into()));
    assert_eq!(program("qemu:///session?socket=/x", &user()), None);
    assert_eq!(program("qemu:///system", &user()), None);
    assert_eq!(program("qemu:///session", &root()), None);
    assert_eq!(program("proxy:///session?mode=direct", &user()), None);
    let elsewhere = FakeEnv { variables: vec![("LIBVIRTD_PATH", "/a"), ("VIRTD_PATH", "/b")], ..FakeEnv::default() };
    assert_eq!(program("qemu:///session", &elsewhere), Some("/b/libvirtd".into()));
}

#[test]
fn own_parameters_stay_here() {
    let uri = "qemu:///system?connect_timeout=1&x=y&call_timeout=2";
    assert_eq!(target(uri, false, &root()).name, b"qemu:///system?x=y");
}
