//! Jobs that copy the data of disks.
use super::job::progress;
use crate::bytes::bytes;
use crate::commands::files;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, exclusive, number};
use crate::print::pretty_capacity;
use crate::quote::xml_escaped;
use crate::shell::{Body, Shell};
use oxivirt::{Domain, ErrorCode, TypedParam};
use oxivirt_model::constants as c;
use oxivirt_sys::Interrupts;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::{Duration, Instant};

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("blockcommit", blockcommit),
    ("blockcopy", blockcopy),
    ("blockjob", blockjob),
    ("blockpull", blockpull),
    ("blockresize", blockresize),
    ("domblkthreshold", domblkthreshold),
];

/// Returns `--bandwidth`: a number of bytes with a unit, or of MiB. As the stock program does, `-1` is the largest.
fn bandwidth(args: &Args) -> Done<u64> {
    if args.has("bytes") {
        return Ok(args.scaled("bandwidth", 1, u64::MAX)?.unwrap_or_default());
    }
    let Some(text) = args.any("bandwidth") else { return Ok(0) };
    if let Some(plain) = number::wrapping_u64(text) {
        return Ok(plain);
    }
    // The stock program names the option so here.
    let malformed =
        || Failure::say(format!("Scaled numeric value '{text}' for <--bandwidth> option is malformed or out of range"));
    Ok(number::scaled(text, 1 << 20, u64::MAX).map_err(|error| Failure { error, ..malformed() })? >> 20)
}

/// How a job that was waited for ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Completed,
    Ready,
    Failed,
    Canceled,
}

/// A job of a disk that is waited for.
struct Wait<'a> {
    domain: &'a Domain,
    path: &'a str,
    label: &'a str,
    verbose: bool,
    limit: Option<u64>,
    abort_flags: u32,
    /// The last event's state of the job, -1 before the first.
    state: Arc<AtomicI32>,
    interrupted: Arc<AtomicBool>,
    _events: Vec<oxivirt::EventSubscription>,
    _signal: Option<Interrupts>,
}

impl<'a> Wait<'a> {
    fn begin(domain: &'a Domain, args: &Args, path: &'a str, label: &'a str, limit: Option<u64>) -> Self {
        let state = Arc::new(AtomicI32::new(-1));
        let events = super::super::object_events::on_block_job(domain, path, &state);
        let interrupted = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&interrupted);
        Self {
            domain,
            path,
            label,
            verbose: args.has("verbose"),
            limit,
            abort_flags: if args.has("async") { c::VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC } else { 0 },
            state,
            interrupted,
            _events: events,
            _signal: Interrupts::watch(move || told.store(true, Ordering::Relaxed)).ok(),
        }
    }

    fn from_event(state: i32) -> Outcome {
        match u32::try_from(state).unwrap_or_default() {
            c::VIR_DOMAIN_BLOCK_JOB_COMPLETED => Outcome::Completed,
            c::VIR_DOMAIN_BLOCK_JOB_FAILED => Outcome::Failed,
            c::VIR_DOMAIN_BLOCK_JOB_CANCELED => Outcome::Canceled,
            _ => Outcome::Ready,
        }
    }

    fn run(&self, sh: &Shell) -> Done<Outcome> {
        let begin = Instant::now();
        let mut last = (0, 0);
        // A job may be ready without an event, when it was so before anybody listened.
        let mut retries = 5_u32;
        let outcome = loop {
            let path = self.path;
            let info = self.domain.block_job_info(&*bytes(path), 0);
            let info = info.or_say(|| format!("failed to query job for disk {path}"))?;
            let state = self.state.load(Ordering::Relaxed);
            if state != -1 {
                break Self::from_event(state);
            }
            let Some(info) = info else { break Outcome::Completed };
            if info.end == info.current {
                retries = retries.saturating_sub(1);
                if retries == 0 {
                    break Outcome::Ready;
                }
            }
            if self.verbose && (info.current, info.end) != last {
                progress(sh, self.label, info.end.saturating_sub(info.current), info.end);
            }
            last = (info.current, info.end);
            let late = self.limit.is_some_and(|limit| begin.elapsed() > Duration::from_millis(limit));
            if self.interrupted.load(Ordering::Relaxed) || late {
                let aborted = self.domain.block_job_abort(&*bytes(path), self.abort_flags);
                aborted.or_say(|| format!("failed to abort job for disk '{path}'"))?;
                break Outcome::Canceled;
            }
            std::thread::sleep(Duration::from_millis(500));
        };
        if self.verbose && matches!(outcome, Outcome::Completed | Outcome::Ready) {
            progress(sh, self.label, 0, 1);
        }
        Ok(outcome)
    }
}

/// Says how a job ended that did not end well.
fn unfinished(sh: &Shell, outcome: Outcome, what: &str) -> Done {
    match outcome {
        Outcome::Canceled => sh.extra(&format!("\n{what} aborted")),
        Outcome::Failed => sh.extra(&format!("\n{what} failed")),
        Outcome::Completed | Outcome::Ready => return Ok(()),
    }
    Err(Failure::quiet())
}

/// Pivots to the copy, or ends the job, if the user wants that; else says that it goes on.
fn end(sh: &Shell, wait: &Wait<'_>, args: &Args, finish: (&str, &str), goes_on: &str) -> Done {
    let path = wait.path;
    if args.has("pivot") {
        let flags = wait.abort_flags | c::VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT;
        let done = wait.domain.block_job_abort(&*bytes(path), flags);
        done.or_say(|| format!("failed to pivot job for disk {path}"))?;
        sh.extra("\nSuccessfully pivoted");
    } else if args.has(finish.0) {
        let done = wait.domain.block_job_abort(&*bytes(path), wait.abort_flags);
        done.or_say(|| format!("failed to finish job for disk {path}"))?;
        sh.extra(&format!("\n{}", finish.1));
    } else {
        sh.extra(&format!("\n{goes_on}"));
    }
    Ok(())
}

fn only_with_waiting(args: &Args, blocking: bool, needed: &str) -> Done {
    for option in ["verbose", "async"] {
        if !blocking && args.has(option) {
            return Err(Failure::say(format!("--{option} requires at least one of {needed}")));
        }
    }
    Ok(())
}

fn blockcommit(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("pivot", "keep-overlay")?;
    let path = args.needed("path")?;
    let owned = |option: &str| -> Done<Option<Vec<u8>>> { Ok(args.text(option)?.map(|text| bytes(text).into_owned())) };
    let (base, top) = (owned("base")?, owned("top")?);
    let bandwidth = bandwidth(args)?;
    let ends = args.has("pivot") || args.has("keep-overlay");
    let active = args.has("active") || ends;
    let mut flags = args.flags(&[
        ("bytes", c::VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES),
        ("shallow", c::VIR_DOMAIN_BLOCK_COMMIT_SHALLOW),
        ("delete", c::VIR_DOMAIN_BLOCK_COMMIT_DELETE),
        ("keep-relative", c::VIR_DOMAIN_BLOCK_COMMIT_RELATIVE),
    ]);
    if active {
        flags |= c::VIR_DOMAIN_BLOCK_COMMIT_ACTIVE;
    }
    let limit = args.timeout()?;
    let blocking = args.has("wait") || ends || limit.is_some();
    only_with_waiting(args, blocking, "--timeout, --wait, --pivot, or --keep-overlay")?;
    let domain = sh.domain(args)?;
    let wait = blocking.then(|| Wait::begin(&domain, args, path, "Block commit", limit));
    domain.block_commit(&*bytes(path), base.as_deref(), top.as_deref(), bandwidth, flags)?;
    let Some(wait) = wait else {
        sh.extra(if active { "Active Block Commit started" } else { "Block Commit started" });
        return Ok(());
    };
    unfinished(sh, wait.run(sh)?, "Commit")?;
    if !active {
        sh.extra("\nCommit complete");
        return Ok(());
    }
    let finish = ("keep-overlay", "Commit complete, overlay image kept");
    end(sh, &wait, args, finish, "Now in synchronized phase")
}

/// Returns the definition of a copy's target.
fn target(args: &Args, xml: Option<&str>, dest: &str, format: Option<&str>) -> Done<String> {
    if let Some(xml) = xml {
        return Ok(crate::bytes::text(&files::read(xml)?));
    }
    let mut writer = crate::xml::Writer::default();
    let (kind, attribute) = if args.has("blockdev") { ("block", "dev") } else { ("file", "file") };
    writer.open("disk", &[("type", Some(kind))]);
    writer.empty("source", &[(attribute, Some(&xml_escaped(dest)))]);
    if let Some(format) = format {
        writer.empty("driver", &[("type", Some(&xml_escaped(format)))]);
    }
    writer.close("disk");
    Ok(writer.finish())
}

/// What is to be copied, and how.
struct Copy<'a> {
    path: &'a str,
    dest: Option<&'a str>,
    xml: Option<&'a str>,
    format: Option<&'a str>,
    bandwidth: u64,
    granularity: u32,
    buf_size: u64,
}

impl Copy<'_> {
    /// Starts the copy by the newer call if the older one cannot do it. Returns false if only its definition was printed.
    fn start(&self, sh: &Shell, args: &Args, domain: &Domain, mut flags: u32) -> Done<bool> {
        let newer = self.granularity != 0
            || self.buf_size != 0
            || self.format.is_some_and(|format| format != "raw")
            || self.xml.is_some()
            || ["transient-job", "synchronous-writes", "print-xml", "dest-is-zero"]
                .iter()
                .any(|option| args.has(option));
        if !newer {
            flags |= c::VIR_DOMAIN_BLOCK_REBASE_COPY
                | args.flags(&[
                    ("blockdev", c::VIR_DOMAIN_BLOCK_REBASE_COPY_DEV),
                    ("bytes", c::VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES),
                ]);
            if self.format == Some("raw") {
                flags |= c::VIR_DOMAIN_BLOCK_REBASE_COPY_RAW;
            }
            let dest = bytes(self.dest.unwrap_or_default());
            domain.block_rebase(&*bytes(self.path), Some(&*dest), self.bandwidth, flags)?;
            return Ok(true);
        }
        let mut params = Vec::new();
        if self.bandwidth > 0 {
            let limit = u64::MAX >> 20;
            if !args.has("bytes") && self.bandwidth > limit {
                return Err(Failure::say(format!("bandwidth must be less than {limit}")));
            }
            let bytes = if args.has("bytes") { self.bandwidth } else { self.bandwidth << 20 };
            params.push(TypedParam::new("bandwidth", bytes));
        }
        if self.granularity > 0 {
            params.push(TypedParam::new("granularity", self.granularity));
        }
        if self.buf_size > 0 {
            params.push(TypedParam::new("buf-size", self.buf_size));
        }
        let xml = target(args, self.xml, self.dest.unwrap_or_default(), self.format)?;
        if args.has("print-xml") {
            sh.print(&xml);
            return Ok(false);
        }
        domain.block_copy(&*bytes(self.path), &*bytes(&xml), &params, flags)?;
        Ok(true)
    }
}

fn blockcopy(sh: &mut Shell, args: &Args) -> Done {
    let path = args.needed("path")?;
    let (dest, xml, format) = (args.text("dest")?, args.text("xml")?, args.text("format")?);
    let bandwidth = bandwidth(args)?;
    let (granularity, buf_size) =
        (args.u32("granularity")?.unwrap_or_default(), args.u64("buf-size")?.unwrap_or_default());
    let flags = args.flags(&[
        ("shallow", c::VIR_DOMAIN_BLOCK_REBASE_SHALLOW),
        ("reuse-external", c::VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT),
        ("transient-job", c::VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB),
        ("synchronous-writes", c::VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES),
        ("dest-is-zero", c::VIR_DOMAIN_BLOCK_COPY_TARGET_ZEROED),
    ]);
    let limit = args.timeout()?;
    let blocking = ["wait", "finish", "pivot"].iter().any(|option| args.has(option)) || limit.is_some();
    exclusive(("dest", dest.is_some()), ("xml", xml.is_some()))?;
    exclusive(("format", format.is_some()), ("xml", xml.is_some()))?;
    exclusive(("blockdev", args.has("blockdev")), ("xml", xml.is_some()))?;
    args.exclusive("pivot", "finish")?;
    if dest.is_none() && xml.is_none() {
        return Err(Failure::say("need either --dest or --xml"));
    }
    only_with_waiting(args, blocking, "--timeout, --wait, --pivot, or --finish")?;
    let domain = sh.domain(args)?;
    let wait = blocking.then(|| Wait::begin(&domain, args, path, "Block Copy", limit));
    let copy = Copy { path, dest, xml, format, bandwidth, granularity, buf_size };
    if !copy.start(sh, args, &domain, flags)? {
        return Ok(());
    }
    let Some(wait) = wait else {
        sh.extra("Block Copy started");
        return Ok(());
    };
    unfinished(sh, wait.run(sh)?, "Copy")?;
    end(sh, &wait, args, ("finish", "Successfully copied"), "Now in mirroring phase")
}

fn blockpull(sh: &mut Shell, args: &Args) -> Done {
    args.requires("verbose", "wait")?;
    args.requires("async", "wait")?;
    let path = args.needed("path")?;
    let base = args.text("base")?.map(|base| bytes(base).into_owned());
    let bandwidth = bandwidth(args)?;
    let limit = args.timeout()?;
    let mut flags = args.flags(&[("keep-relative", c::VIR_DOMAIN_BLOCK_REBASE_RELATIVE)]);
    let domain = sh.domain(args)?;
    let wait = args.has("wait").then(|| Wait::begin(&domain, args, path, "Block Pull", limit));
    let raw = bytes(path);
    if base.is_some() || flags != 0 {
        flags |= args.flags(&[("bytes", c::VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES)]);
        domain.block_rebase(&*raw, base.as_deref(), bandwidth, flags)?;
    } else {
        flags |= args.flags(&[("bytes", c::VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES)]);
        domain.block_pull(&*raw, bandwidth, flags)?;
    }
    let Some(wait) = wait else {
        sh.extra("Block Pull started");
        return Ok(());
    };
    unfinished(sh, wait.run(sh)?, "Pull")?;
    sh.extra("\nPull complete");
    Ok(())
}

fn blockresize(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("size", "capacity")?;
    args.either("size", "capacity")?;
    let path = args.needed("path")?;
    let mut size = args.scaled("size", 1024, u64::MAX)?.unwrap_or_default();
    let extend = args.flags(&[("extend", c::VIR_DOMAIN_BLOCK_RESIZE_EXTEND)]);
    let flags = if args.has("capacity") {
        c::VIR_DOMAIN_BLOCK_RESIZE_CAPACITY
    } else if size % 1024 == 0 {
        size /= 1024;
        0
    } else {
        c::VIR_DOMAIN_BLOCK_RESIZE_BYTES
    };
    let domain = sh.domain(args)?;
    let done = domain.block_resize(&*bytes(path), size, flags | extend);
    done.or_say(|| format!("Failed to resize block device '{path}'"))?;
    sh.extra(&format!("Block device '{path}' is resized"));
    Ok(())
}

const TYPES: [&str; 6] = ["unknown", "Block Pull", "Block Copy", "Block Commit", "Active Block Commit", "Backup"];
const RAW_TYPES: [&str; 6] = ["", "pull", "copy", "commit", "active-commit", "backup"];

fn job_info(sh: &Shell, args: &Args, domain: &Domain, path: &str) -> Done {
    let (raw, in_bytes) = (args.has("raw"), args.has("bytes"));
    let name = bytes(path);
    let mut found = None;
    if in_bytes || !raw {
        match domain.block_job_info(&*name, c::VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES) {
            Ok(info) => found = Some((info, 0)),
            Err(error) if !in_bytes && [ErrorCode::INVALID_ARG, ErrorCode::OVERFLOW].contains(&error.code) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let (info, shift) = match found {
        Some(both) => both,
        None => (domain.block_job_info(&*name, 0)?, 20),
    };
    let Some(info) = info else {
        if !raw {
            sh.extra(&format!("No current block job for {path}"));
        }
        return Ok(());
    };
    if raw {
        let kind = super::state::word(&RAW_TYPES, info.kind, "unknown");
        let (bandwidth, current, end) = (info.bandwidth, info.current, info.end);
        sh.print(&format!(" type={kind}\n bandwidth={bandwidth}\n cur={current}\n end={end}\n"));
        return Ok(());
    }
    let speed = info
        .bandwidth
        .checked_mul(1 << shift)
        .ok_or_else(|| Failure::say(format!("overflow in converting {} MiB/s to bytes", info.bandwidth)))?;
    let kind = super::state::word(&TYPES, info.kind, "Unknown job");
    progress(sh, kind, info.end.saturating_sub(info.current), info.end);
    if speed > 0 {
        let (value, unit) = pretty_capacity(speed);
        sh.print(&format!("    Bandwidth limit: {speed} bytes/s ({value:.3} {unit}/s)"));
    }
    sh.print("\n");
    Ok(())
}

fn blockjob(sh: &mut Shell, args: &Args) -> Done {
    for option in ["abort", "pivot", "async", "bandwidth"] {
        args.exclusive("raw", option)?;
    }
    for option in ["abort", "pivot", "async", "bandwidth"] {
        args.exclusive("info", option)?;
    }
    for option in ["abort", "pivot", "async"] {
        args.exclusive("bytes", option)?;
    }
    let domain = sh.domain(args)?;
    let path = args.needed("path")?;
    if args.has("bandwidth") {
        let flags = args.flags(&[("bytes", c::VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES)]);
        return Ok(domain.block_job_set_speed(&*bytes(path), bandwidth(args)?, flags)?);
    }
    if ["abort", "pivot", "async"].iter().any(|option| args.has(option)) {
        let flags = args
            .flags(&[("async", c::VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC), ("pivot", c::VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT)]);
        return Ok(domain.block_job_abort(&*bytes(path), flags)?);
    }
    job_info(sh, args, &domain, path)
}

fn domblkthreshold(sh: &mut Shell, args: &Args) -> Done {
    let device = args.needed("dev")?;
    let threshold = args.scaled("threshold", 1, u64::MAX)?.unwrap_or_default();
    let domain = sh.domain(args)?;
    Ok(domain.set_block_threshold(&*bytes(device), threshold, 0)?)
}
