use super::*;
use crate::opener::Opener;
use crate::paths::Paths;

fn nothing(_: &Paths) -> std::result::Result<Box<dyn Opener>, String> {
    Err(String::new())
}

const KIND: Kind =
    Kind { name: "libvirtd", prefix: "libvirt", network: Network::WithOption, listens_tls: true, drivers: nothing };

fn settings(text: &str) -> Result<Settings> {
    Settings::of(&Conf::parse(b"/x.conf", text.as_bytes()).unwrap(), &KIND)
}

fn refused(text: &str) -> String {
    settings(text).unwrap_err().text().into_owned()
}

#[test]
fn nothing_said_is_as_in_stock() {
    let settings = settings("").unwrap();
    assert_eq!(settings.main.pool, PoolLimits { min: 5, max: 20, reserved: 5 });
    assert_eq!(settings.admin.pool, PoolLimits { min: 5, max: 20, reserved: 0 });
    assert_eq!(settings.main.clients, ClientLimits { max: 5000, max_anonymous: 20 });
    assert_eq!((settings.main.queued, settings.admin.queued), (1000, 20));
    assert_eq!((settings.main.requests, settings.main.keepalive), (5, (5, 5)));
    assert_eq!(settings.unix.modes().unwrap(), [0o700, 0o777, 0o700]);
    assert!(settings.listen_tls && !settings.listen_tcp);
}

#[test]
fn every_key_has_its_effect() {
    let settings = settings(
        "unix_sock_rw_perms = \"0770\"\nunix_sock_group = \"kvm\"\nmax_clients = 7\nmax_anonymous_clients = 3\n\
         min_workers = 1\nmax_workers = 2\nprio_workers = 3\nmax_client_requests = 9\nkeepalive_interval = -1\n\
         admin_max_clients = 4\nlog_filters = \"1:rpc\"\nmax_queued_clients = 0\nlisten_tcp = 1\nauth_tcp = \"none\"\n",
    )
    .unwrap();
    assert_eq!((settings.unix.modes().unwrap()[0], settings.unix.group.as_deref()), (0o770, Some(&b"kvm"[..])));
    assert_eq!(settings.main.clients, ClientLimits { max: 7, max_anonymous: 3 });
    assert_eq!(settings.main.pool, PoolLimits { min: 1, max: 2, reserved: 3 });
    assert_eq!((settings.main.requests, settings.main.keepalive.0, settings.main.queued), (9, -1, 30));
    assert_eq!(settings.admin.clients.max, 4);
    assert_eq!(settings.log.filters.as_deref(), Some(&b"1:rpc"[..]));
    assert!(settings.listen_tcp);
}

#[test]
fn what_is_refused_names_file_and_line() {
    for (text, wanted) in [
        ("\nmax_clients = -1", "internal error: /x.conf:2: expected an unsigned integer for 'max_clients' parameter"),
        ("max_clients = \"5\"", "internal error: /x.conf:1: expected an unsigned integer for 'max_clients' parameter"),
        ("listen_tcp = 2", "internal error: /x.conf:1: value for 'listen_tcp' parameter must be 0 or 1"),
        ("\n\nauth_unix_rw = \"foo\"", "unsupported configuration: /x.conf:3: auth_unix_rw: unsupported auth foo"),
        ("max_workers = 0", "internal error: 'max_workers' must be greater than 0"),
        ("access_drivers = [\"polkit\"]", "internal error: Cannot find security driver 'polkit'"),
    ] {
        assert_eq!(refused(text), wanted);
    }
    let mode = settings("unix_sock_rw_perms = \"888\"").unwrap().unix.modes().unwrap_err();
    assert_eq!(mode.text(), "Failed to parse mode '888'");
    // What this build does not have is not passed over.
    assert!(refused("auth_tcp = \"sasl\"").contains("built without sasl"));
    assert!(refused("auth_unix_rw = \"polkit\"").contains("built without polkit"));
    let limits = settings("max_clients = 5").unwrap().check().unwrap_err();
    assert_eq!(limits.domain, ErrorDomain::RPC);
}

#[test]
fn every_known_key_is_held_to_its_type() {
    for (key, wanted) in keys::KNOWN {
        let wrong = match wanted {
            keys::Type::Text | keys::Type::Texts => "1",
            keys::Type::Truth | keys::Type::Unsigned | keys::Type::Signed => "\"x\"",
            keys::Type::Ignored => continue,
        };
        assert!(settings(&format!("{key} = {wrong}")).is_err(), "{key}");
    }
}
