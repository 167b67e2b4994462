use super::*;
use crate::opener::Opener;
use crate::paths::Paths;

fn nothing(_: &Paths) -> std::result::Result<Box<dyn Opener>, String> {
    Err(String::new())
}

const KIND: Kind =
    Kind { name: "libvirtd", prefix: "libvirt", network: Network::WithOption, listens_tls: true, drivers: nothing };

fn settings(text: &str) -> Result<Settings> {
    Settings::of(&Conf::parse(b"/x.conf", text.as_bytes()).unwrap(), &KIND, true)
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
    assert_eq!(settings.unix.modes(settings.security.auth).unwrap(), [0o777, 0o777, 0o700]);
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
    assert_eq!(
        (settings.unix.modes(settings.security.auth).unwrap()[0], settings.unix.group.as_deref()),
        (0o770, Some(&b"kvm"[..]))
    );
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
        ("access_drivers = [\"none\", \"foo\"]", "internal error: Cannot find security driver 'foo'"),
        ("tcp_min_ssf = 56", "unsupported configuration: minimum SSF levels lower than 112 are not supported"),
        ("cert_file = \"x\"", "unsupported configuration: No CA certificate path set to match server key/cert"),
        ("ca_file = \"x\"", "unsupported configuration: No server certificate path set to match server key"),
        (
            "ca_file = \"x\"\ncert_file = \"x\"",
            "unsupported configuration: No server key path set to match server cert",
        ),
        (
            "ca_file = \"x\"\ncert_files = [\"x\"]\nkey_files = [\"y\", \"z\"]",
            "unsupported configuration: /x.conf:2: cert_files: there must be a key for each certificate, and no other",
        ),
    ] {
        assert_eq!(refused(text), wanted);
    }
    let wrong = settings("unix_sock_rw_perms = \"888\"").unwrap();
    let mode = wrong.unix.modes(wrong.security.auth).unwrap_err();
    assert_eq!(mode.text(), "Failed to parse mode '888'");
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

#[test]
fn who_is_let_in() {
    let conf = Conf::parse(b"/x.conf", b"").unwrap();
    let of = |privileged| Settings::of(&conf, &KIND, privileged).unwrap().security;
    let remote = AuthSettings { unix_rw: Auth::Polkit, unix_ro: Auth::Polkit, tcp: Auth::Sasl, tls: Auth::None };
    assert_eq!(of(true).auth, remote);
    assert_eq!(of(false).auth, AuthSettings { unix_rw: Auth::None, unix_ro: Auth::None, ..remote });
    assert_eq!(
        (of(true).sasl_min_strength, of(true).access, of(true).auth_timeout.unwrap().as_secs()),
        (56, false, 60)
    );
    assert!(of(true).tls.names.allows(b"x") && of(true).sasl_users.allows(b"x") && of(true).tls.files.is_none());
    let security = settings(
        "auth_unix_rw = \"none\"\nauth_tcp = \"none\"\nauth_tls = \"sasl\"\ntls_allowed_dn_list = [ ]\n\
         sasl_allowed_username_list = [\"a*\"]\ntcp_min_ssf = 128\naccess_drivers = [\"polkit\", \"none\"]\n\
         auth_timeout = 0\nmax_clients_per_user = 3\nmax_clients_per_address = 4\nmax_anonymous_clients_per_peer = 5\n\
         max_client_memory = 2\nca_file = \"a\"\ncert_file = \"c\"\nkey_file = \"k\"\ntls_no_verify_certificate = 1\n",
    )
    .unwrap()
    .security;
    let auth = AuthSettings { unix_rw: Auth::None, unix_ro: Auth::Polkit, tcp: Auth::None, tls: Auth::Sasl };
    assert_eq!((security.auth, security.sasl_min_strength, security.access), (auth, 128, true));
    assert!(!security.tls.names.allows(b"") && security.sasl_users.allows(b"ab") && !security.sasl_users.allows(b"b"));
    assert_eq!(security.quotas, crate::server::Quotas { per_user: 3, per_address: 4, anonymous: 5 });
    assert_eq!((security.auth_timeout, security.memory), (None, 2 << 20));
    let files = security.tls.files.unwrap();
    assert_eq!((files.authorities, files.revocations), ("a".into(), None));
    assert_eq!(files.identities, [("c".into(), "k".into())]);
    assert!(security.tls.no_verify && !security.tls.no_sanity);
}
