//! How clients prove who they are: SASL's configuration and what it names, polkit's policy and its daemon, the group of the sockets.
use super::{Finding, Host, Settings, Verdict};
use std::os::unix::fs::PermissionsExt;

const SASL: &str = "/etc/sasl2/libvirt.conf";
const POLICY: &str = "/usr/share/polkit-1/actions/org.libvirt.unix.policy";
const POLKIT: &str = "/usr/share/dbus-1/system-services/org.freedesktop.PolicyKit1.service";
const BUS: &str = "/run/dbus/system_bus_socket";

/// Looks at what authentication needs.
pub(super) fn look(host: &Host, settings: &Settings, findings: &mut Vec<Finding>) {
    let by = |way: &str| {
        let keys = ["auth_unix_ro", "auth_unix_rw", "auth_tcp", "auth_tls"];
        keys.iter().any(|key| settings.text(key).as_deref() == Some(way))
    };
    sasl(host, by("sasl"), findings);
    polkit(host, by("polkit"), findings);
    if let Some(group) = settings.text("unix_sock_group") {
        let known = oxivirt_sys::group_id(group.as_bytes()).is_some();
        findings.push(Finding {
            area: "group",
            verdict: if known { Verdict::Well } else { Verdict::Problem },
            text: if known { "is there".to_owned() } else { "there is no such group".to_owned() },
            hint: (!known).then_some("the daemon does not start: correct unix_sock_group, or groupadd --system"),
            what: group,
        });
    }
}

/// Returns the value of a line `key: value` of SASL's.
fn setting(text: &str, key: &str) -> Option<String> {
    let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix(key)?.trim_start().strip_prefix(':'));
    lines.map(|value| value.trim().to_owned()).next_back()
}

fn sasl(host: &Host, wanted: bool, findings: &mut Vec<Finding>) {
    let path = host.path(SASL);
    let mut tell =
        |what: String, verdict, text: String, hint| findings.push(Finding { area: "SASL", what, verdict, text, hint });
    let Ok(text) = std::fs::read_to_string(&path) else {
        let verdict = if wanted { Verdict::Problem } else { Verdict::Absent };
        let hint =
            wanted.then_some("auth_tcp, auth_tls or auth_unix_… is \"sasl\", which needs mech_list in this file");
        tell(path.display().to_string(), verdict, "cannot be read".to_owned(), hint);
        return;
    };
    let mechanisms = setting(&text, "mech_list");
    match &mechanisms {
        None => {
            let hint = Some("mech_list: scram-sha-256, for example");
            tell(
                path.display().to_string(),
                Verdict::Warning,
                "names no mechanisms: all that are installed are offered".to_owned(),
                hint,
            );
        }
        Some(list) => tell(path.display().to_string(), Verdict::Well, format!("mechanisms: {list}"), None),
    }
    let kerberos = mechanisms.as_deref().is_none_or(|list| list.to_lowercase().contains("gssapi"));
    for (key, needed) in [("sasldb_path", false), ("keytab", kerberos)] {
        let Some(file) = setting(&text, key) else { continue };
        let file = host.path(&file);
        let what = file.display().to_string();
        match std::fs::metadata(&file) {
            Err(_) if key == "keytab" && !needed => {}
            Err(why) => {
                let hint = Some(if key == "keytab" {
                    "get it from the administrator of Kerberos"
                } else {
                    "saslpasswd2 -a libvirt USER makes it"
                });
                tell(what, Verdict::Problem, format!("{key}: {}", crate::facts::plain(&why)), hint);
            }
            Ok(found) if found.permissions().mode() & 0o007 != 0 => {
                let text = format!("{key}: mode {:04o}", found.permissions().mode() & 0o7777);
                tell(what, Verdict::Problem, text, Some("everybody may read its secrets: chmod 0600"));
            }
            Ok(_) => tell(what, Verdict::Well, format!("{key} is there"), None),
        }
    }
}

fn polkit(host: &Host, named: bool, findings: &mut Vec<Finding>) {
    let files = [
        (POLICY, "the actions org.libvirt.unix.manage and org.libvirt.unix.monitor"),
        (POLKIT, "polkit itself"),
        (BUS, "the system bus, over which polkit is asked"),
    ];
    for (file, what) in files {
        let path = host.path(file);
        let there = path.exists();
        // It is what sockets of the system have unless something else is configured.
        let verdict = match (there, named) {
            (true, _) => Verdict::Well,
            (false, true) => Verdict::Problem,
            (false, false) => Verdict::Warning,
        };
        findings.push(Finding {
            area: "polkit",
            what: path.display().to_string(),
            verdict,
            text: if there { what.to_owned() } else { format!("is missing: {what}") },
            hint: (!there).then_some("with auth_unix_rw = \"polkit\" only root gets in"),
        });
    }
}
