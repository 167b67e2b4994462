//! Units of systemd: which are there and enabled, and whether two want the same sockets.
use super::{Finding, Host, Verdict};

/// Where units are, the first hiding the others.
const FOLDERS: &[&str] =
    &["/etc/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];
/// Where links make sockets be there from the start.
const WANTED: &str = "/etc/systemd/system/sockets.target.wants";
/// Daemons that clients connect to.
const DAEMONS: &[&str] = &["libvirtd", "virtproxyd", "virtqemud", "virttestd"];

/// Looks at the units of daemons.
pub(super) fn look(host: &Host, findings: &mut Vec<Finding>) {
    let enabled = |unit: &str| host.path(WANTED).join(unit).symlink_metadata().is_ok();
    let mut listening = Vec::new();
    for daemon in DAEMONS {
        let socket = format!("{daemon}.socket");
        let Some(place) = FOLDERS.iter().map(|folder| host.path(folder).join(&socket)).find(|path| path.exists())
        else {
            continue;
        };
        let (verdict, text, hint) = if enabled(&socket) {
            listening.push(*daemon);
            (Verdict::Well, format!("{} is enabled", place.display()), None)
        } else {
            let hint = Some(
                "nobody listens after the next start, unless the service is enabled: systemctl enable the socket unit",
            );
            (Verdict::Absent, format!("{} is not enabled", place.display()), hint)
        };
        findings.push(Finding { area: "unit", what: socket, verdict, text, hint });
    }
    if listening.contains(&"libvirtd") && listening.contains(&"virtproxyd") {
        findings.push(Finding {
            area: "unit",
            what: "libvirtd.socket, virtproxyd.socket".to_owned(),
            verdict: Verdict::Problem,
            text: "both are enabled and want the same sockets".to_owned(),
            hint: Some("disable one of the two"),
        });
    }
}
