//! `--server`: what daemons on this host need, and what is wrong with it: sockets, units, certificates, SASL, polkit, configurations. It
//! only looks; a [`Host`] is where.
mod access;
mod certificates;
mod units;

use crate::facts;
use oxivirt_conf::{Conf, ProcessEnv};
use oxivirt_model::json;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// How something was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    /// As it should be.
    Well,
    /// Not there, and nobody needs it unless something else is wanted.
    Absent,
    /// Works, or will not for long.
    Warning,
    /// Keeps clients out, or lets too many in.
    Problem,
}

/// One thing that was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Finding {
    /// What kind of thing: `socket`, `certificate` …
    pub(crate) area: &'static str,
    pub(crate) what: String,
    pub(crate) verdict: Verdict,
    pub(crate) text: String,
    /// What to do about it.
    pub(crate) hint: Option<&'static str>,
}

/// Where to look.
#[derive(Debug)]
pub(crate) struct Host {
    /// The root of the file system.
    pub(crate) root: PathBuf,
    /// Seconds since 1970.
    pub(crate) now: i64,
}

impl Host {
    /// This one.
    pub(crate) fn this() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        Self { root: "/".into(), now: i64::try_from(now).unwrap_or(i64::MAX) }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }
}

/// What the daemons' configurations say; those that cannot be read are findings.
#[derive(Debug, Default)]
struct Settings(Vec<(&'static str, Conf)>);

impl Settings {
    /// Returns a text that one of the daemons has set.
    fn text(&self, key: &str) -> Option<String> {
        let texts = self.0.iter().filter_map(|(_, conf)| conf.string(key).ok().flatten());
        texts.map(|text| String::from_utf8_lossy(text).into_owned()).next()
    }
}

/// Daemons whose configurations say how clients get in.
const CONFIGURED: &[&str] = &["libvirtd", "virtproxyd", "virtqemud"];

/// Looks at everything.
pub(crate) fn run(host: &Host) -> Vec<Finding> {
    let mut findings = Vec::new();
    let settings = configurations(host, &mut findings);
    sockets(host, &mut findings);
    units::look(host, &mut findings);
    certificates::look(host, &settings, &mut findings);
    access::look(host, &settings, &mut findings);
    findings
}

fn configurations(host: &Host, findings: &mut Vec<Finding>) -> Settings {
    let mut settings = Settings::default();
    for name in CONFIGURED {
        let path = host.path(&format!("/etc/libvirt/{name}.conf"));
        if !path.exists() {
            continue;
        }
        let what = path.display().to_string();
        let (verdict, text, hint) = match Conf::read(&path, &ProcessEnv) {
            Ok(conf) => {
                settings.0.push((name, conf));
                (Verdict::Well, "can be read".to_owned(), None)
            }
            Err(error) => {
                let hint = Some("the daemon does not start with it: correct the line that is named");
                (Verdict::Problem, error.text().into_owned(), hint)
            }
        };
        findings.push(Finding { area: "configuration", what, verdict, text, hint });
    }
    settings
}

/// Sockets of the system's daemons: who may connect, and whether anybody listens.
fn sockets(host: &Host, findings: &mut Vec<Finding>) {
    let folder = host.path("/run/libvirt");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        let what = folder.display().to_string();
        let hint =
            Some("start a daemon, or its socket units: systemctl enable --now virtproxyd.socket virtqemud.socket");
        let text = "there are no sockets of daemons".to_owned();
        findings.push(Finding { area: "socket", what, verdict: Verdict::Warning, text, hint });
        return;
    };
    let mut paths: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| is_socket_name(path)).collect();
    paths.sort();
    for path in paths {
        findings.push(socket(&path));
    }
}

fn is_socket_name(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with("-sock") || name.ends_with("-sock-ro")
}

fn socket(path: &Path) -> Finding {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    let what = path.display().to_string();
    let told = facts::socket(&what);
    let text = told.join("; ");
    let metadata = std::fs::metadata(path);
    let (verdict, hint) = match &metadata {
        Ok(found) if !found.file_type().is_socket() => {
            (Verdict::Problem, Some("remove it: a daemon listens in its place"))
        }
        Ok(found) if what.ends_with("-admin-sock") && found.permissions().mode() & 0o077 != 0 => {
            (Verdict::Problem, Some("only root may administrate: its mode should be 0600 or 0700"))
        }
        _ if told.iter().any(|fact| fact.starts_with("nobody listens")) => (
            Verdict::Problem,
            Some("its daemon ended without removing it: start the daemon, or its socket unit, again"),
        ),
        _ => (Verdict::Well, None),
    };
    Finding { area: "socket", what, verdict, text, hint }
}

/// Returns true if nothing keeps the daemons from their work.
pub(crate) fn is_well(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.verdict != Verdict::Problem)
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Well => "ok",
        Verdict::Absent => "absent",
        Verdict::Warning => "warning",
        Verdict::Problem => "problem",
    }
}

/// Returns the findings for people.
pub(crate) fn text(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let Finding { area, what, verdict, text, hint } = finding;
        out.push_str(&format!("{:8} {area} {what}: {text}\n", word(*verdict)));
        if let Some(hint) = hint {
            out.push_str(&format!("         {hint}\n"));
        }
    }
    let problems = findings.iter().filter(|finding| finding.verdict == Verdict::Problem).count();
    out.push_str(&match problems {
        0 => "nothing keeps daemons on this host from their work\n".to_owned(),
        1 => "1 problem\n".to_owned(),
        more => format!("{more} problems\n"),
    });
    out
}

/// Returns the findings for programs.
pub(crate) fn json(findings: &[Finding]) -> String {
    let all: Vec<_> = findings
        .iter()
        .map(|finding| {
            json::object(&[
                ("area", json::string(finding.area)),
                ("what", json::string(&finding.what)),
                ("verdict", json::string(word(finding.verdict))),
                ("text", json::string(&finding.text)),
                ("hint", json::optional(finding.hint)),
            ])
        })
        .collect();
    let members = [("well", is_well(findings).to_string()), ("findings", json::array(&all))];
    format!("{}\n", json::object(&members))
}

#[cfg(test)]
mod tests;
