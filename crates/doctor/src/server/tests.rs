use super::*;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;

/// A host of files, without anything that a daemon needs.
fn bare() -> (tempfile::TempDir, Host) {
    let folder = tempfile::tempdir().unwrap();
    let host = Host { root: folder.path().into(), now: 1_700_000_000 };
    (folder, host)
}

fn put(host: &Host, path: &str, text: &str, mode: u32) {
    let path = host.path(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
}

/// The verdicts about what ends like this.
fn verdicts(host: &Host, end: &str) -> Vec<Verdict> {
    run(host).into_iter().filter(|finding| finding.what.ends_with(end)).map(|finding| finding.verdict).collect()
}

#[test]
fn a_host_without_anything() {
    let (_folder, host) = bare();
    let findings = run(&host);
    assert!(is_well(&findings), "{findings:?}");
    assert_eq!(verdicts(&host, "/run/libvirt"), [Verdict::Warning]);
    assert_eq!(verdicts(&host, "servercert.pem"), [Verdict::Absent]);
    assert!(text(&findings).ends_with("nothing keeps daemons on this host from their work\n"));
    assert!(json(&findings).starts_with("{\"well\":true,\"findings\":[{\"area\":"));
}

#[test]
fn sockets_that_nobody_listens_at_and_that_everybody_may_use() {
    let (_folder, host) = bare();
    let folder = host.path("/run/libvirt");
    fs::create_dir_all(&folder).unwrap();
    let _listener = UnixListener::bind(folder.join("virtqemud-sock")).unwrap();
    drop(UnixListener::bind(folder.join("libvirt-sock")).unwrap());
    let admin = folder.join("libvirt-admin-sock");
    let _other = UnixListener::bind(&admin).unwrap();
    fs::set_permissions(&admin, fs::Permissions::from_mode(0o666)).unwrap();
    put(&host, "/run/libvirt/virtxend-sock", "", 0o600);
    assert_eq!(verdicts(&host, "virtqemud-sock"), [Verdict::Well]);
    assert_eq!(verdicts(&host, "libvirt-sock"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "libvirt-admin-sock"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "virtxend-sock"), [Verdict::Problem]);
}

#[test]
fn two_units_for_one_socket() {
    let (_folder, host) = bare();
    for unit in ["libvirtd.socket", "virtproxyd.socket", "virtqemud.socket"] {
        put(&host, &format!("/usr/lib/systemd/system/{unit}"), "", 0o644);
    }
    let wanted = host.path("/etc/systemd/system/sockets.target.wants");
    fs::create_dir_all(&wanted).unwrap();
    symlink("x", wanted.join("libvirtd.socket")).unwrap();
    assert_eq!(verdicts(&host, "virtproxyd.socket"), [Verdict::Absent]);
    assert!(is_well(&run(&host)));
    symlink("x", wanted.join("virtproxyd.socket")).unwrap();
    assert_eq!(verdicts(&host, "libvirtd.socket, virtproxyd.socket"), [Verdict::Problem]);
    assert!(!is_well(&run(&host)));
}

#[test]
fn certificates_that_are_half_there() {
    let (_folder, host) = bare();
    put(&host, "/etc/pki/libvirt/servercert.pem", "nothing\n", 0o644);
    put(&host, "/etc/pki/libvirt/private/serverkey.pem", "secret\n", 0o644);
    assert_eq!(verdicts(&host, "cacert.pem"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "servercert.pem"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "serverkey.pem"), [Verdict::Problem]);
    put(&host, "/etc/pki/libvirt/private/serverkey.pem", "secret\n", 0o600);
    assert_eq!(verdicts(&host, "serverkey.pem"), [Verdict::Well]);
}

#[test]
fn authentication_that_the_configuration_asks_for() {
    let (_folder, host) = bare();
    put(
        &host,
        "/etc/libvirt/libvirtd.conf",
        "auth_tcp = \"sasl\"\nauth_unix_rw = \"polkit\"\nunix_sock_group = \"no-such-group\"\n",
        0o644,
    );
    assert_eq!(verdicts(&host, "sasl2/libvirt.conf"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "org.libvirt.unix.policy"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "no-such-group"), [Verdict::Problem]);
    put(
        &host,
        "/etc/sasl2/libvirt.conf",
        "# x\nmech_list: scram-sha-256\nsasldb_path: /etc/libvirt/passwd.db\nkeytab: /etc/none\n",
        0o644,
    );
    assert_eq!(verdicts(&host, "sasl2/libvirt.conf"), [Verdict::Well]);
    assert_eq!(verdicts(&host, "passwd.db"), [Verdict::Problem]);
    assert_eq!(verdicts(&host, "/etc/none"), []);
    put(&host, "/etc/libvirt/passwd.db", "", 0o640);
    assert_eq!(verdicts(&host, "passwd.db"), [Verdict::Well]);
    put(&host, "/etc/libvirt/virtproxyd.conf", "max_clients\n", 0o644);
    assert_eq!(verdicts(&host, "virtproxyd.conf"), [Verdict::Problem]);
}
