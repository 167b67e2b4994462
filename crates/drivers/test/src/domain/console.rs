//! Consoles and channels: lines to guests that send back what they get.
use super::{Domain, check_flags};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::{FarEnd, Loopback, errors};
use oxivirt_model::constants::{VIR_DOMAIN_CHANNEL_FORCE, VIR_DOMAIN_CONSOLE_FORCE, VIR_DOMAIN_CONSOLE_SAFE};
use oxivirt_model::{Error, ErrorCode, Result, Uuid, message};
use oxivirt_protocol::{Call, remote};
use oxivirt_sys::ForkLock;
use oxivirt_xdr::Str;
use oxivirt_xml::domain::devices::chardev::CharDevice;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};

/// A line that somebody has open.
#[derive(Debug)]
struct Line {
    domain: Uuid,
    device: String,
    /// Gone when the domain's run ends.
    run: Weak<()>,
    far: FarEnd,
}

/// The open lines of all domains.
#[derive(Debug)]
pub(crate) struct Lines {
    open: ForkLock<Vec<Line>>,
    /// There may be some.
    any: AtomicBool,
}

impl Lines {
    pub(crate) fn new() -> Self {
        Self { open: ForkLock::new(Vec::new(), Vec::new), any: AtomicBool::new(false) }
    }

    /// Adds a line of a device. Who has it is left without if `force` says so.
    ///
    /// # Errors
    /// Somebody has it.
    fn add(&self, line: Line, force: bool, taken: impl FnOnce() -> Error) -> Result<()> {
        let mut open = self.open.lock();
        let same = |one: &Line| one.domain == line.domain && one.device == line.device;
        if let Some(other) = open.iter_mut().find(|one| same(one) && one.far.is_open()) {
            if !force {
                return Err(taken());
            }
            // It is hung up when no domain is locked.
            other.run = Weak::new();
            other.device.clear();
        }
        open.push(line);
        self.any.store(true, Ordering::Release);
        Ok(())
    }

    /// Ends the lines of domains that do not run any more. Called with no lock held.
    pub(crate) fn hang_up(&self) {
        if !self.any.load(Ordering::Acquire) {
            return;
        }
        let mut open = self.open.lock();
        let (kept, ended): (Vec<_>, Vec<_>) =
            open.drain(..).filter(|line| line.far.is_open()).partition(|line| line.run.strong_count() > 0);
        self.any.store(!kept.is_empty(), Ordering::Release);
        *open = kept;
        drop(open);
        for line in ended {
            line.far.hang_up();
        }
    }
}

/// Returns the name by which a device is found among `all`, which are called `kind` and a number: its alias, or that.
fn named(all: &[CharDevice], kind: &str, wanted: &str) -> Option<String> {
    let mut all = all.iter().enumerate();
    all.find_map(|(number, device)| {
        let name = format!("{kind}{number}");
        let alias = device.info.alias.as_deref();
        (name == wanted || alias == Some(wanted)).then_some(name)
    })
}

/// Returns the console's name. A domain without any has one all the same, for those who do not ask for one by name.
fn console(domain: &Domain, wanted: Option<&str>) -> Result<String> {
    let devices = &domain.definition.devices;
    let found = match wanted {
        None if devices.consoles.is_empty() && !devices.serials.is_empty() => Some("serial0".to_owned()),
        None => Some("console0".to_owned()),
        Some(wanted) => named(&devices.consoles, "console", wanted)
            .or_else(|| named(&devices.serials, "serial", wanted))
            .or_else(|| named(&devices.parallels, "parallel", wanted)),
    };
    found.ok_or_else(|| {
        errors::internal(FROM, message!("cannot find character device %1$s", wanted.unwrap_or_default()))
    })
}

fn channel(domain: &Domain, wanted: Option<&str>) -> Result<String> {
    let channels = &domain.definition.devices.channels;
    let found = match wanted {
        None => (!channels.is_empty()).then(|| "channel0".to_owned()),
        Some(wanted) => named(channels, "channel", wanted).or_else(|| {
            let target = |device: &CharDevice| {
                device.target.as_ref().and_then(|target| target.name.as_deref().map(str::to_owned))
            };
            let at = channels.iter().position(|device| target(device).as_deref() == Some(wanted));
            at.map(|at| format!("channel{at}"))
        }),
    };
    found.ok_or_else(|| errors::internal(FROM, message!("cannot find channel %1$s", wanted.unwrap_or("(null)"))))
}

fn text<'t>(name: Option<&'t Str<'_>>) -> Option<std::borrow::Cow<'t, str>> {
    name.map(|name| name.to_str_lossy())
}

impl TestSession {
    fn open_line(
        &self,
        call: &mut Call,
        dom: &remote::NonnullDomain<'_>,
        find: impl FnOnce(&Domain) -> Result<String>,
        (force, taken): (bool, fn() -> Vec<u8>),
    ) -> Result<()> {
        let near = self.domain(dom, |domain, driver| {
            domain.check_active()?;
            let device = find(domain)?;
            let (near, far) = Loopback::new();
            let run = Arc::downgrade(&domain.activity_mut().run);
            let line = Line { domain: dom.uuid, device, run, far };
            driver.lines.add(line, force, || Error::new(FROM, ErrorCode::OPERATION_FAILED, taken()))?;
            Ok(near)
        })?;
        self.streams.open(call, near);
        Ok(())
    }

    pub(super) fn open_console(&self, call: &mut Call, args: &remote::DomainOpenConsoleArgs<'_>) -> Result<()> {
        check_flags("testDomainOpenConsole", args.flags, VIR_DOMAIN_CONSOLE_SAFE | VIR_DOMAIN_CONSOLE_FORCE)?;
        let wanted = text(args.dev_name.as_ref());
        let taken = || message!("Active console session exists for this domain");
        let force = args.flags & VIR_DOMAIN_CONSOLE_FORCE != 0;
        self.open_line(call, &args.dom, |domain| console(domain, wanted.as_deref()), (force, taken))
    }

    pub(super) fn open_channel(&self, call: &mut Call, args: &remote::DomainOpenChannelArgs<'_>) -> Result<()> {
        check_flags("testDomainOpenChannel", args.flags, VIR_DOMAIN_CHANNEL_FORCE)?;
        let wanted = text(args.name.as_ref());
        let taken = || message!("Active channel stream exists for this domain");
        let force = args.flags & VIR_DOMAIN_CHANNEL_FORCE != 0;
        self.open_line(call, &args.dom, |domain| channel(domain, wanted.as_deref()), (force, taken))
    }
}
