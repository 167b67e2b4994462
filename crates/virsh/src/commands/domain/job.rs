//! Jobs of domains: watching one until it ends, and what is known about them.
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::print::pretty_capacity;
use crate::shell::{Body, Level, Shell};
use oxivirt::{Domain, ErrorCode, TypedParams, Value};
use oxivirt_model::constants as c;
use oxivirt_sys::Interrupts;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("domjobabort", domjobabort), ("domjobinfo", domjobinfo)];

/// How often progress is shown.
const STEP: Duration = Duration::from_millis(500);

/// Shows how far a job is, in hundredths of a percent that are cut off.
pub(super) fn progress(sh: &Shell, label: &str, remaining: u64, total: u64) {
    let mut hundredths = 10_000;
    if remaining != 0 {
        let done = u128::from(total.saturating_sub(remaining)).saturating_mul(10_000);
        hundredths = done.checked_div(total.into()).unwrap_or_default().min(9_999);
    }
    sh.flush();
    let percent = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let text = format!("{label}: [{percent:>5} %]");
    let line = if oxivirt_sys::stderr_is_terminal() { format!("\r{text}") } else { format!("{text}\n") };
    oxivirt_sys::write_to_stderr(line.as_bytes());
}

/// How a job is watched.
pub(super) struct Watch<'a> {
    pub(super) label: &'a str,
    pub(super) verbose: bool,
    /// What to do, once, when the job runs for longer than this.
    pub(super) late: Option<(Duration, &'a (dyn Fn() + Sync))>,
}

/// Runs `job` and shows its progress until it ends; the user's interrupt aborts it.
pub(super) fn watched<T: Send>(
    sh: &Shell,
    domain: &Domain,
    watch: &Watch<'_>,
    job: impl FnOnce() -> Done<T> + Send,
) -> Done<T> {
    let (sender, ended) = channel();
    let (interrupt, interrupted) = channel();
    let signals = Interrupts::watch(move || {
        // Nobody watches any more.
        let _ = interrupt.send(());
    });
    let result = std::thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let result = job();
            // The watcher is there until this thread has ended.
            let _ = sender.send(());
            result
        });
        let begin = Instant::now();
        let mut late = watch.late;
        while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(STEP) {
            if interrupted.try_recv().is_ok() {
                // The job tells how it ended.
                let _ = domain.abort_job();
            }
            tick(sh, domain, watch);
            if late.is_some_and(|(limit, _)| begin.elapsed() >= limit)
                && let Some((_, act)) = late.take()
            {
                act();
            }
        }
        worker.join().unwrap_or_else(|_| Err(Failure::quiet()))
    });
    drop(signals);
    if result.is_ok() && watch.verbose {
        progress(sh, watch.label, 0, 1);
    }
    result
}

fn tick(sh: &Shell, domain: &Domain, watch: &Watch<'_>) {
    sh.debug(Level::Debug, "watchJob: progress update");
    let Ok(info) = domain.job_info() else { return };
    if watch.verbose && info.data_total > 0 {
        progress(sh, watch.label, info.data_remaining, info.data_total);
    }
}

const KINDS: [&str; 6] = ["None", "Bounded", "Unbounded", "Completed", "Failed", "Cancelled"];
const OPERATIONS: [&str; 11] = [
    "Unknown",
    "Start",
    "Save",
    "Restore",
    "Incoming migration",
    "Outgoing migration",
    "Snapshot",
    "Snapshot revert",
    "Dump",
    "Backup",
    "Snapshot delete",
];

/// How a value is shown.
#[derive(Clone, Copy)]
enum Unit {
    /// A number, and what follows.
    Plain(&'static str),
    /// A size, and what follows its unit.
    Size(&'static str),
    /// [`Unit::Plain`] without anything, one place wider.
    Wide,
}

/// What is shown of a job, after its times.
const DETAILS: &[(&str, &str, Unit)] = &[
    ("memory_constant", "Constant pages:", Unit::Plain("")),
    ("memory_normal", "Normal pages:", Unit::Plain("")),
    ("memory_normal_bytes", "Normal data:", Unit::Size("")),
    ("downtime", "", Unit::Plain(" ms")),
    ("downtime_net", "Downtime w/o network:", Unit::Plain(" ms")),
    ("setup_time", "Setup time:", Unit::Plain(" ms")),
    ("compression_cache", "Compression cache:", Unit::Size("")),
    ("compression_bytes", "Compressed data:", Unit::Size("")),
    ("compression_pages", "Compressed pages:", Unit::Wide),
    ("compression_cache_misses", "Compression cache misses:", Unit::Wide),
    ("compression_overflow", "Compression overflows:", Unit::Wide),
    ("auto_converge_throttle", "Auto converge throttle:", Unit::Wide),
    ("disk_temp_used", "Temporary disk space use:", Unit::Size("")),
    ("disk_temp_total", "Temporary disk space total:", Unit::Size("")),
];

struct Shower<'a> {
    sh: &'a Shell,
    params: &'a TypedParams,
}

impl Shower<'_> {
    fn get(&self, name: &str) -> Option<u64> {
        match self.params.get(name)? {
            Value::ULLong(value) => Some(*value),
            Value::Int(value) => u64::try_from(*value).ok(),
            _ => None,
        }
    }

    fn line(&self, name: &str, value: u64, unit: Unit) {
        let shown = match unit {
            Unit::Plain(after) => format!("{value:<12}{after}"),
            Unit::Wide => format!("{value:<13}"),
            Unit::Size(after) => {
                let (value, unit) = pretty_capacity(value);
                format!("{value:.3} {unit}{after}")
            }
        };
        self.sh.print(&format!("{name:<17} {shown}\n"));
    }

    fn optional(&self, field: &str, name: &str, unit: Unit) {
        if let Some(value) = self.get(field) {
            self.line(name, value, unit);
        }
    }

    /// Shows how much of something is done, if there is any of it.
    fn amounts(&self, prefix: &str, name: &str) -> bool {
        let value = |which: &str| self.get(&format!("{prefix}_{which}")).unwrap_or_default();
        let values = [value("processed"), value("remaining"), value("total")];
        if values == [0; 3] {
            return false;
        }
        for (which, value) in ["processed", "remaining", "total"].iter().zip(values) {
            self.line(&format!("{name} {which}:"), value, Unit::Size(""));
        }
        true
    }

    /// Shows a bandwidth, unless it is 0.
    fn bandwidth(&self, field: &str, name: &str) {
        if let Some(value) = self.get(field).filter(|value| *value > 0) {
            self.line(name, value, Unit::Size("/s"));
        }
    }

    fn all(&self, kind: u32) {
        let elapsed = self.get("time_elapsed").unwrap_or_default();
        self.line("Time elapsed:", elapsed, Unit::Plain(" ms"));
        self.optional("time_elapsed_net", "Time elapsed w/o network:", Unit::Plain(" ms"));
        if kind == c::VIR_DOMAIN_JOB_BOUNDED {
            self.line("Time remaining:", self.get("time_remaining").unwrap_or_default(), Unit::Plain(" ms"));
        }
        self.amounts("data", "Data");
        if self.amounts("memory", "Memory") {
            self.bandwidth("memory_bps", "Memory bandwidth:");
            self.optional("memory_dirty_rate", "Dirty rate:", Unit::Plain(" pages/s"));
            self.optional("memory_page_size", "Page size:", Unit::Plain(" bytes"));
            self.optional("memory_iteration", "Iteration:", Unit::Plain(""));
            self.optional("memory_postcopy_requests", "Postcopy requests:", Unit::Plain(""));
        }
        if self.amounts("disk", "File") {
            self.bandwidth("disk_bps", "File bandwidth:");
        }
        for (field, name, unit) in DETAILS {
            let downtime = if kind == c::VIR_DOMAIN_JOB_COMPLETED { "Total downtime:" } else { "Expected downtime:" };
            self.optional(field, if *field == "downtime" { downtime } else { name }, *unit);
        }
        if let Some(Value::String(Some(text))) = self.params.get("errmsg") {
            self.sh.print(&format!("{:<17} {}\n", "Error message:", text.shown()));
        }
    }
}

/// Returns what an old daemon tells of a job, as parameters.
fn old_stats(domain: &Domain) -> Done<(i32, TypedParams)> {
    let info = domain.job_info()?;
    let params = [
        ("time_elapsed", info.time_elapsed),
        ("time_remaining", info.time_remaining),
        ("data_total", info.data_total),
        ("data_processed", info.data_processed),
        ("data_remaining", info.data_remaining),
        ("memory_total", info.memory_total),
        ("memory_processed", info.memory_processed),
        ("memory_remaining", info.memory_remaining),
        ("disk_total", info.file_total),
        ("disk_processed", info.file_processed),
        ("disk_remaining", info.file_remaining),
    ];
    Ok((info.kind, params.into_iter().map(|(name, value)| oxivirt::TypedParam::new(name, value)).collect()))
}

fn domjobinfo(sh: &mut Shell, args: &Args) -> Done {
    args.requires("keep-completed", "completed")?;
    let domain = sh.domain(args)?;
    let flags = args.flags(&[
        ("completed", c::VIR_DOMAIN_JOB_STATS_COMPLETED),
        ("keep-completed", c::VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED),
    ]);
    let (kind, params) = match domain.job_stats(flags) {
        Ok(both) => both,
        Err(error) if error.code == ErrorCode::NO_SUPPORT => {
            if flags != 0 || args.has("rawstats") {
                let said = "Optional flags or --rawstats are not supported by the daemon";
                return Err(Failure::from(error).after(said));
            }
            sh.debug(Level::Debug, "detailed statistics not supported");
            old_stats(&domain)?
        }
        Err(error) => return Err(error.into()),
    };
    if args.has("rawstats") {
        sh.print(&format!("Job type: {kind}\n\n"));
        for param in params.iter() {
            let (name, value) = crate::commands::params::pair(param)?;
            sh.print(&format!("{name}: {value}\n"));
        }
        return Ok(());
    }
    let word = super::state::word(&KINDS, kind, "unknown");
    sh.print(&format!("{:<17} {word:<12}\n", "Job type:"));
    let kind = u32::try_from(kind).unwrap_or(u32::MAX);
    if kind == c::VIR_DOMAIN_JOB_NONE {
        return Ok(());
    }
    let operation = match params.get("operation") {
        Some(Value::Int(operation)) => *operation,
        _ => 0,
    };
    let operation = super::state::word(&OPERATIONS, operation, "unknown");
    sh.print(&format!("{:<17} {operation:<12}\n", "Operation:"));
    let completed = args.has("completed") && kind == c::VIR_DOMAIN_JOB_COMPLETED;
    let runs = [c::VIR_DOMAIN_JOB_BOUNDED, c::VIR_DOMAIN_JOB_UNBOUNDED].contains(&kind);
    if args.has("anystats") || runs || completed {
        Shower { sh, params: &params }.all(kind);
    }
    Ok(())
}

fn domjobabort(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("postcopy", c::VIR_DOMAIN_ABORT_JOB_POSTCOPY)]);
    let domain = sh.domain(args)?;
    Ok(if flags == 0 { domain.abort_job() } else { domain.abort_job_flags(flags) }?)
}
