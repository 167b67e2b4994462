//! Decisions in made-up surroundings. Expected values were observed with the stock library.
use super::*;

#[derive(Default)]
struct Made {
    root: bool,
    variables: Vec<(&'static str, &'static str)>,
    files: Vec<&'static str>,
}

impl Surroundings for Made {
    fn privileged(&self) -> bool {
        self.root
    }
    fn variable(&self, name: &str) -> Option<OsString> {
        self.variables
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.into())
    }
    fn exists(&self, path: &Path) -> bool {
        self.files.iter().any(|file| Path::new(file) == path)
    }
    fn home(&self) -> Option<PathBuf> {
        Some("/home/u".into())
    }
}

fn root() -> Made {
    Made {
        root: true,
        ..Made::default()
    }
}

fn user() -> Made {
    Made {
        variables: vec![("XDG_RUNTIME_DIR", "/run/user/7")],
        ..Made::default()
    }
}

fn target(uri: &str, read_only: bool, around: &Made) -> Target {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), read_only, around).unwrap()
}

fn refused(uri: &str) -> String {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    choose(Some(&uri), false, &root())
        .unwrap_err()
        .text()
        .into_owned()
}

fn path(target: &Target) -> &str {
    target.socket.as_ref().unwrap().to_str().unwrap()
}

#[test]
fn system_sockets() {
    let plain = target("qemu:///system", false, &root());
    assert_eq!(path(&plain), "/var/run/libvirt/libvirt-sock");
    assert_eq!(
        (plain.name.as_slice(), plain.flags),
        (b"qemu:///system".as_slice(), 0)
    );
    let read_only = target("qemu:///system", true, &root());
    assert_eq!(path(&read_only), "/var/run/libvirt/libvirt-sock-ro");
    assert_eq!(read_only.flags, READ_ONLY);
    let direct = target("qemu:///system?mode=direct", false, &root());
    assert_eq!(path(&direct), "/var/run/libvirt/virtqemud-sock");
    assert_eq!(direct.name, b"qemu:///system");
    let there = Made {
        files: vec!["/var/run/libvirt/virtqemud-sock"],
        ..root()
    };
    assert_eq!(
        path(&target("qemu:///system", false, &there)),
        "/var/run/libvirt/virtqemud-sock"
    );
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
    let bare = Made::default();
    assert_eq!(
        path(&target("qemu:///session", false, &bare)),
        "/home/u/.cache/libvirt/libvirt-sock"
    );
    let forbidden = Made {
        variables: vec![("LIBVIRT_AUTOSTART", "0")],
        ..Made::default()
    };
    assert_eq!(target("qemu:///session", false, &forbidden).flags, USER);
    assert_eq!(
        path(&target("qemu:///session", false, &root())),
        "/var/run/libvirt/libvirt-sock"
    );
    assert_eq!(
        target("test+unix:///default", false, &user()).flags,
        USER | AUTOSTART
    );
    assert_eq!(target("qemu:///system", false, &user()).flags, 0);
}

#[test]
fn names_for_the_daemon() {
    let name = |uri: &str| String::from_utf8(target(uri, false, &root()).name).unwrap();
    assert_eq!(name("test+unix:///default?socket=/x"), "test:///default");
    assert_eq!(
        name("test+unix:///default?foo=a%20b&socket=/x#f"),
        "test:///default?foo=a%20b#f"
    );
    assert_eq!(name("remote+unix:///?socket=/x&foo=a"), "");
    assert_eq!(
        name("remote+unix:///?name=test:///default"),
        "test:///default"
    );
    assert_eq!(name("qemu+unix:///system?name=a%26b"), "a&b");
    assert_eq!(name("qemu+tls://host/system"), "qemu:///system");
    let none = choose(None, true, &root()).unwrap();
    assert_eq!(none.name, b"");
    assert_eq!(path(&none), "/var/run/libvirt/libvirt-sock-ro");
    assert_eq!(
        choose(None, false, &user()).unwrap().flags,
        USER | AUTOSTART
    );
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
    assert_eq!(
        refused("qemu:///x?mode=z"),
        "invalid argument: Unknown remote mode 'z'"
    );
    assert_eq!(
        refused("qemu+ext:///system"),
        "invalid argument: remote_open: for 'ext' transport, command is required"
    );
    assert_eq!(
        refused("qemu:///system?no_verify=x"),
        "invalid argument: Failed to parse value of URI component no_verify"
    );
    assert!(refused("qemu+ssh://h/system?mode=direct").contains("direct socket mode for ssh"));
}

#[test]
fn admin_sockets() {
    let socket = |uri: &str| admin_socket(&Uri::parse(uri.as_bytes()).unwrap(), &user());
    let path = |uri: &str| socket(uri).unwrap();
    assert_eq!(
        path("libvirtd:///system"),
        Path::new("/run/libvirt/libvirt-admin-sock")
    );
    assert_eq!(
        path("virtqemud:///system"),
        Path::new("/run/libvirt/virtqemud-admin-sock")
    );
    assert_eq!(
        path("libvirtd:///session"),
        Path::new("/run/user/7/libvirt/libvirt-admin-sock")
    );
    assert_eq!(path("x:///y?socket=/a&socket=/b"), Path::new("/b"));
    for (uri, text) in [
        ("libvirtd:///system?a=b", "Unknown URI parameter 'a'"),
        ("qemu:///system", "Unsupported URI scheme 'qemu'"),
        (
            "libvirtd:///other",
            "Invalid URI path '/other', try '/system'",
        ),
        ("libvirtd", "No URI scheme specified"),
    ] {
        let error = socket(uri).unwrap_err();
        assert_eq!(error.code, ErrorCode::CONFIG_UNSUPPORTED);
        assert!(error.text().ends_with(text), "{error}");
    }
}
