use super::*;
use std::collections::BTreeSet;

/// A machine with these files.
#[derive(Debug)]
struct Files(BTreeSet<PathBuf>);

impl Env for Files {
    fn variable(&self, _: &str) -> Option<std::ffi::OsString> {
        None
    }
    fn exists(&self, path: &Path) -> bool {
        self.0.contains(path)
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn privileged(&self) -> bool {
        false
    }
    fn open(&self, _: &Path) -> std::io::Result<Box<dyn std::io::Read>> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

fn files<const N: usize>(names: [&str; N]) -> Files {
    Files(names.into_iter().map(PathBuf::from).collect())
}

fn uri(direct: &Direct, name: &str, read_only: bool) -> String {
    String::from_utf8(direct.daemon_uri(name.as_bytes(), read_only, &files(["/u/virtqemud-sock"])).unwrap()).unwrap()
}

#[test]
fn each_scheme_has_its_socket() {
    let system = Direct::new("/run/libvirt".into(), true);
    assert_eq!(uri(&system, "qemu:///system", false), "qemu+unix:///system?socket=/run/libvirt/virtqemud-sock");
    assert_eq!(uri(&system, "test:///default", true), "test+unix:///default?socket=/run/libvirt/virttestd-sock-ro");
    assert_eq!(uri(&system, "x:///y?a=b", false), "x+unix:///y?a=b&socket=/run/libvirt/virtxd-sock");
    assert_eq!(uri(&system, "qemu:///system?socket=/x", false), "qemu+unix:///system?socket=/x");
    let user = Direct::new("/u".into(), false);
    assert_eq!(uri(&user, "qemu:///session", true), "qemu+unix:///session?socket=/u/virtqemud-sock");
    assert_eq!(uri(&user, "lxc:///session", true), "lxc+unix:///session?mode=direct");
}

#[test]
fn nobody_is_sent_on_to_another_host() {
    let direct = Direct::new("/nonexistent".into(), true);
    let refused = |name: &str| direct.daemon_uri(name.as_bytes(), false, &files([])).unwrap_err();
    for name in ["qemu+ssh://host/system", "qemu://host/system", "qemu+unix:///system"] {
        let error = refused(name);
        assert_eq!((error.code, error.domain), (ErrorCode::OPERATION_DENIED, ErrorDomain::RPC), "{name}");
    }
    let error = refused("qemu:///system?mode=legacy");
    assert_eq!((error.code, error.domain), (ErrorCode::INVALID_ARG, ErrorDomain::REMOTE));
    let wanted = Wanted { uri: Some(b"qemu:///system"), read_only: false, identity: &Identity::NOBODY };
    let error = direct.open(&wanted).unwrap_err();
    let text = "Failed to connect socket to '/nonexistent/virtqemud-sock': No such file or directory";
    assert_eq!((error.code, error.int1, error.text().as_ref()), (ErrorCode::SYSTEM_ERROR, 2, text));
}

#[test]
fn a_hypervisor_is_looked_for_when_none_is_named() {
    let probed = |direct: &Direct, read_only, files: &Files| {
        direct.probe(read_only, files).map(|uri| String::from_utf8(uri).unwrap())
    };
    let system = Direct::new("/r".into(), true);
    let both = files(["/r/virtqemud-sock", "/r/virtxend-sock-ro", "/r/virtlxcd-sock", "/usr/sbin/virtvboxd"]);
    assert_eq!(probed(&system, false, &both).as_deref(), Some("qemu:///system"));
    assert_eq!(probed(&system, true, &both).as_deref(), Some("xen:///system"));
    assert_eq!(probed(&system, false, &files(["/usr/sbin/virtqemud"])), None);
    let user = Direct::new("/u".into(), false);
    assert_eq!(probed(&user, true, &files(["/u/virtqemud-sock"])).as_deref(), Some("qemu:///session"));
    assert_eq!(
        probed(&user, false, &files(["/usr/sbin/virtqemud", "/u/virtvboxd-sock"])).as_deref(),
        Some("vbox:///session")
    );
    assert_eq!(probed(&user, false, &files(["/usr/sbin/virtvboxd"])).as_deref(), Some("vbox:///session"));
    assert_eq!(probed(&user, false, &files([])), None);
    let wanted = Wanted { uri: None, read_only: false, identity: &Identity::NOBODY };
    let error = Direct::new("/nonexistent".into(), true).open(&wanted).unwrap_err();
    assert_eq!(error.text(), "internal error: connection not open");
}

#[test]
fn which_objects_are_another_daemons() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("virtnetworkd-sock"), "").unwrap();
    let direct = Direct::new(folder.path().into(), true);
    let wanted = Wanted { uri: None, read_only: false, identity: &Identity::NOBODY };
    let open = |uri: &str, group| direct.open_group(uri.as_bytes(), group, &wanted);
    // There is a socket, but nobody listens.
    assert!(open("qemu:///system", Group::Network).is_err());
    for (uri, group) in [
        ("qemu:///system", Group::Storage),
        ("test:///default", Group::Network),
        ("network:///system", Group::Network),
        ("qemu:///system?socket=/x", Group::Network),
    ] {
        assert!(open(uri, group).unwrap().is_none(), "{uri} {group:?}");
    }
}
