//! Events of domains in words.
use crate::bytes::Shown;
use crate::commands::domain::state::word;
use crate::commands::params;
use oxivirt::{Event, Str, TypedParam};

const LIFECYCLE: [&str; 9] =
    ["Defined", "Undefined", "Started", "Suspended", "Resumed", "Stopped", "Shutdown", "PMSuspended", "Crashed"];

/// What happened, for each of [`LIFECYCLE`].
const DETAILS: [&[&str]; 9] = [
    &["Added", "Updated", "Renamed", "Snapshot"],
    &["Removed", "Renamed"],
    &["Booted", "Migrated", "Restored", "Snapshot", "Event wakeup"],
    &[
        "Paused",
        "Migrated",
        "I/O Error",
        "Watchdog",
        "Restored",
        "Snapshot",
        "API error",
        "Post-copy",
        "Post-copy Error",
    ],
    &["Unpaused", "Migrated", "Snapshot", "Post-copy", "Post-copy Error"],
    &["Shutdown", "Destroyed", "Crashed", "Migrated", "Saved", "Failed", "Snapshot"],
    &["Finished", "Finished after guest request", "Finished after host request"],
    &["Memory", "Disk"],
    &["Panicked", "Crashloaded"],
];

const WATCHDOG: [&str; 7] = ["none", "pause", "reset", "poweroff", "shutdown", "debug", "inject-nmi"];
const IO_ERROR: [&str; 3] = ["none", "pause", "report"];
const PHASES: [&str; 3] = ["connect", "initialize", "disconnect"];
const FAMILIES: [&str; 3] = ["IPv4", "IPv6", "unix"];
/// The kinds of block jobs.
pub(crate) const BLOCK_JOBS: [&str; 6] =
    ["Unknown job", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup"];
const BLOCK_JOB_STATUS: [&str; 4] = ["completed", "failed", "canceled", "ready"];
const CHANNEL_STATES: [&str; 3] = ["unknown", "connected", "disconnected"];
const CHANNEL_REASONS: [&str; 3] = ["unknown", "domain started", "channel event"];
const UNSUPPORTED: &str = "unsupported value";

/// Returns the kind of metadata.
pub(super) fn metadata_kind(kind: i32) -> &'static str {
    word(&["description", "title", "element"], kind, UNSUPPORTED)
}

/// Returns a text that may be missing.
pub(super) fn or_null(text: &Option<Str<'_>>) -> String {
    text.as_ref().map_or_else(|| "<null>".into(), Shown::shown)
}

/// Returns what happens with an error of a disk.
fn io_error(path: &Str<'_>, alias: &Str<'_>, action: i32) -> String {
    format!("{} ({}) {}", path.shown(), alias.shown(), word(&IO_ERROR, action, "unknown"))
}

fn params<'a>(head: String, params: impl Iterator<Item = TypedParam<'a>>) -> String {
    let lines = params.filter_map(|param| {
        let (name, value) = params::pair(&param).ok()?;
        let value = match param.value {
            oxivirt::Value::Boolean(on) => i32::from(on).to_string(),
            oxivirt::Value::Double(number) => crate::print::shortest(number),
            _ => value,
        };
        Some(format!("\t{name}: {value}\n"))
    });
    lines.fold(head, |text, line| text + &line)
}

/// Returns the lines that tell an event; `name` is what the user calls it.
#[expect(clippy::too_many_lines, reason = "one arm for each event")]
pub(super) fn describe(name: &str, event: &Event<'_>) -> Option<String> {
    let head = |dom: &str| format!("event '{name}' for domain '{dom}'");
    Some(match event {
        Event::DomainLifecycle { dom, event, detail } => {
            let details = usize::try_from(*event).ok().and_then(|event| DETAILS.get(event)).copied();
            let what = word(&LIFECYCLE, *event, "unknown");
            let detail = word(details.unwrap_or_default(), *detail, "unknown");
            format!("{}: {what} {detail}\n", head(&dom.name.shown()))
        }
        Event::DomainReboot { dom }
        | Event::DomainControlError { dom }
        | Event::DomainPmwakeup { dom, .. }
        | Event::DomainPmsuspend { dom, .. }
        | Event::DomainPmsuspendDisk { dom, .. } => format!("{}\n", head(&dom.name.shown())),
        Event::DomainRtcChange { dom, offset } => format!("{}: {offset}\n", head(&dom.name.shown())),
        Event::DomainWatchdog { dom, action } => {
            format!("{}: {}\n", head(&dom.name.shown()), word(&WATCHDOG, *action, "unknown"))
        }
        Event::DomainIoError { dom, src_path, dev_alias, action } => {
            format!("{}: {}\n", head(&dom.name.shown()), io_error(src_path, dev_alias, *action))
        }
        Event::DomainIoErrorReason { dom, src_path, dev_alias, action, reason } => {
            let what = io_error(src_path, dev_alias, *action);
            format!("event 'io-error' for domain '{}': {what} due to {}\n", dom.name.shown(), reason.shown())
        }
        Event::DomainGraphics { dom, phase, local, remote, auth_scheme, subject } => {
            let mut text = format!(
                "{}: {} local[{} {} {}] remote[{} {} {}] {}\n",
                head(&dom.name.shown()),
                word(&PHASES, *phase, "unknown"),
                word(&FAMILIES, local.family, "unknown"),
                local.node.shown(),
                local.service.shown(),
                word(&FAMILIES, remote.family, "unknown"),
                remote.node.shown(),
                remote.service.shown(),
                auth_scheme.shown()
            );
            for identity in subject {
                text.push_str(&format!("\t{}={}\n", identity.r#type.shown(), identity.name.shown()));
            }
            text
        }
        Event::DomainBlockJob { dom, path: disk, r#type, status }
        | Event::DomainBlockJob2 { dom, dst: disk, r#type, status } => {
            let (kind, status) =
                (word(&BLOCK_JOBS, *r#type, "Unknown job"), word(&BLOCK_JOB_STATUS, *status, "unknown"));
            format!("{}: {kind} for {} {status}\n", head(&dom.name.shown()), disk.shown())
        }
        Event::DomainDiskChange { dom, old_src_path, new_src_path, dev_alias, reason } => {
            let (old, new) = (or_null(old_src_path), or_null(new_src_path));
            let reason = word(&["changed", "dropped"], *reason, "unknown");
            format!("{} disk {}: {old} -> {new}: {reason}\n", head(&dom.name.shown()), dev_alias.shown())
        }
        Event::DomainTrayChange { dom, dev_alias, reason } => {
            let reason = word(&["opened", "closed"], *reason, "unknown");
            format!("{} disk {}: {reason}\n", head(&dom.name.shown()), dev_alias.shown())
        }
        Event::DomainBalloonChange { dom, actual } => format!("{}: {actual}KiB\n", head(&dom.name.shown())),
        Event::DomainDeviceRemoved { dom, dev_alias }
        | Event::DomainDeviceAdded { dom, dev_alias }
        | Event::DomainDeviceRemovalFailed { dom, dev_alias } => {
            format!("{}: {}\n", head(&dom.name.shown()), dev_alias.shown())
        }
        Event::DomainTunable { dom, params: given } | Event::DomainJobCompleted { dom, params: given } => {
            params(format!("{}:\n", head(&dom.name.shown())), given.iter().map(TypedParam::from))
        }
        Event::DomainAgentLifecycle { dom, state, reason } => format!(
            "{}: state: '{}' reason: '{}'\n",
            head(&dom.name.shown()),
            word(&CHANNEL_STATES, *state, UNSUPPORTED),
            word(&CHANNEL_REASONS, *reason, UNSUPPORTED)
        ),
        Event::DomainMigrationIteration { dom, iteration } => {
            format!("{}: iteration: '{iteration}'\n", head(&dom.name.shown()))
        }
        Event::DomainMetadataChange { dom, r#type, nsuri } => {
            format!("{}: type {}, uri {}\n", head(&dom.name.shown()), metadata_kind(*r#type), or_null(nsuri))
        }
        Event::DomainBlockThreshold { dom, dev, path, threshold, excess } => {
            let (dev, path) = (dev.shown(), or_null(path));
            format!("{}: dev: {dev}({path}) {threshold} {excess}\n", head(&dom.name.shown()))
        }
        Event::DomainMemoryFailure { dom, recipient, action, flags } => format!(
            "{}:\nrecipient: {}\naction: {}\nflags:\n\taction required: {}\n\trecursive: {}\n",
            head(&dom.name.shown()),
            word(&["hypervisor", "guest"], *recipient, UNSUPPORTED),
            word(&["ignore", "inject", "fatal", "reset"], *action, UNSUPPORTED),
            flags & 1,
            flags >> 1 & 1
        ),
        Event::DomainMemoryDeviceSizeChange { dom, alias, size } => {
            format!("{}:\nalias: {}\nsize: {size}\n", head(&dom.name.shown()), alias.shown())
        }
        Event::DomainNicMacChange { dom, alias, old_mac, new_mac } => format!(
            "{}:\nalias: {}\noldMAC: {}\nnewMAC: {}\n",
            head(&dom.name.shown()),
            alias.shown(),
            old_mac.shown(),
            new_mac.shown()
        ),
        Event::DomainVcpuRemoved { dom, vcpuid } => format!("{}: vcpu {vcpuid}\n", head(&dom.name.shown())),
        Event::DomainChannelLifecycle { dom, channel_name, state, reason } => format!(
            "{}: channel name: '{}' state: '{}' reason: '{}'\n",
            head(&dom.name.shown()),
            channel_name.shown(),
            word(&CHANNEL_STATES, *state, UNSUPPORTED),
            word(&CHANNEL_REASONS, *reason, UNSUPPORTED)
        ),
        _ => return None,
    })
}
