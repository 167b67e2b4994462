//! Daemons in made-up env. Expected values were observed with the stock library, where it has them.
use super::*;
use oxivirt_conf::fake::{FakeEnv, root, user};

fn pick(mode: Mode, driver: Option<&str>, env: &FakeEnv) -> Result<String> {
    let flags = if env.root { 0 } else { USER };
    let driver = driver.map(str::as_bytes);
    let daemon = daemon(Transport::Unix, mode, driver, flags, env)?;
    Ok(daemon.socket.to_str().unwrap().to_owned())
}

fn with(env: FakeEnv, files: &[&'static str]) -> FakeEnv {
    let files = files.to_vec();
    FakeEnv { files, ..env }
}

const LEGACY: &str = "/var/run/libvirt/libvirt-sock";
const QEMU: &str = "/var/run/libvirt/virtqemud-sock";
const LXC: &str = "/var/run/libvirt/virtlxcd-sock";
const USER_LEGACY: &str = "/run/user/7/libvirt/libvirt-sock";
const USER_QEMU: &str = "/run/user/7/libvirt/virtqemud-sock";

fn auto(driver: Option<&str>, env: FakeEnv, files: &[&'static str]) -> String {
    pick(Mode::Auto, driver, &with(env, files)).unwrap()
}

#[test]
fn with_a_driver() {
    let qemu = Some("qemu");
    assert_eq!(auto(qemu, root(), &[]), LEGACY);
    assert_eq!(auto(qemu, root(), &[LEGACY]), LEGACY);
    assert_eq!(auto(qemu, root(), &[QEMU]), QEMU);
    assert_eq!(auto(qemu, root(), &[QEMU, LEGACY]), QEMU);
    assert_eq!(auto(qemu, root(), &[LXC]), LEGACY);
    assert_eq!(pick(Mode::Legacy, qemu, &with(root(), &[QEMU])).unwrap(), LEGACY);
    assert_eq!(pick(Mode::Direct, qemu, &with(root(), &[LEGACY])).unwrap(), QEMU);
    assert_eq!(auto(qemu, user(), &[]), USER_LEGACY);
    assert_eq!(auto(qemu, user(), &[USER_QEMU]), USER_QEMU);
}

#[test]
fn installed_daemons() {
    let (legacy, direct) = ("/usr/sbin/libvirtd", "/usr/sbin/virtqemud");
    for qemu in [Some("qemu"), None] {
        assert_eq!(auto(qemu, user(), &[legacy]), USER_LEGACY);
        assert_eq!(auto(qemu, user(), &[legacy, direct]), USER_LEGACY);
        assert_eq!(auto(qemu, user(), &[direct]), USER_QEMU);
        assert_eq!(auto(qemu, user(), &[direct, USER_LEGACY]), USER_LEGACY);
    }
    assert_eq!(auto(Some("qemu"), root(), &[direct]), QEMU);
    // A system's daemon is not started from here.
    assert_eq!(auto(None, root(), &[direct]), LEGACY);
}

#[test]
fn without_a_driver() {
    assert_eq!(auto(None, root(), &[]), LEGACY);
    assert_eq!(auto(None, root(), &[LEGACY, QEMU]), LEGACY);
    assert_eq!(auto(None, root(), &[LXC, QEMU]), QEMU);
    assert_eq!(auto(None, root(), &[LXC]), LXC);
    assert_eq!(auto(None, user(), &[]), USER_LEGACY);
    assert_eq!(auto(None, user(), &[USER_QEMU]), USER_QEMU);
    // lxc has no session.
    assert_eq!(auto(None, user(), &["/run/user/7/libvirt/virtlxcd-sock"]), USER_LEGACY);
    assert_eq!(pick(Mode::Direct, None, &with(root(), &[LEGACY, LXC])).unwrap(), LXC);
    let refused = pick(Mode::Direct, None, &root()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::OPERATION_UNSUPPORTED);
    assert!(refused.text().starts_with("Operation not supported: No URI is provided and cannot"));
}

#[test]
fn admin_sockets() {
    let socket = |uri: &str| admin_socket(&Uri::parse(uri.as_bytes()).unwrap(), &user());
    let path = |uri: &str| socket(uri).unwrap();
    assert_eq!(path("libvirtd:///system"), Path::new("/run/libvirt/libvirt-admin-sock"));
    assert_eq!(path("virtqemud:///system"), Path::new("/run/libvirt/virtqemud-admin-sock"));
    assert_eq!(path("libvirtd:///session"), Path::new("/run/user/7/libvirt/libvirt-admin-sock"));
    assert_eq!(path("x:///y?socket=/a&socket=/b"), Path::new("/b"));
    for (uri, text) in [
        ("libvirtd:///system?a=b", "Unknown URI parameter 'a'"),
        ("qemu:///system?call_timeout=1", "Unsupported URI scheme 'qemu'"),
        ("libvirtd:///other", "Invalid URI path '/other', try '/system'"),
        ("libvirtd", "No URI scheme specified"),
    ] {
        let error = socket(uri).unwrap_err();
        assert_eq!(error.code, ErrorCode::CONFIG_UNSUPPORTED);
        assert!(error.text().ends_with(text), "{error}");
    }
}
