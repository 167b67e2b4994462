//! Domains: their state here, the topics of the driver interface in the files below.
mod activity;
mod agent;
mod attach;
mod block;
mod block_job;
mod checkpoint;
mod console;
mod define;
pub(crate) mod definition;
mod device;
mod guest;
mod info;
mod iothread;
mod job;
mod keycode;
mod lifecycle;
mod lookup;
mod memory;
pub(crate) mod messages;
mod migrate;
mod moments;
mod save;
mod snapshot;
mod stand_in;
mod vcpu;

use activity::Activity;
pub(crate) use console::Lines;
pub(crate) use definition::{Definition, InitialState, new_uuid};
pub(crate) use iothread::Polling;
pub(crate) use lifecycle::start;
use messages::Messages;
pub(crate) use snapshot::Snapshot;
pub(crate) use stand_in::StandIn;

use crate::FROM;
use crate::driver::Driver;
use oxivirt_driver_common::{Conflict, Moments, errors};
use oxivirt_model::constants::{
    VIR_DOMAIN_AFFECT_CONFIG, VIR_DOMAIN_AFFECT_LIVE, VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN,
};
use oxivirt_model::{Error, ErrorDomain, Function, Result, Uuid, message};
use oxivirt_protocol::{Event, remote};
use std::sync::Arc;

/// A domain.
#[derive(Debug)]
pub(crate) struct Domain {
    /// What runs, or would be started. Shared with readers; a change makes a copy where there are any.
    pub(crate) definition: Arc<Definition>,
    /// What will be started next, while it runs and is persistent.
    pub(crate) next: Option<Arc<Definition>>,
    /// A `virDomainState`, and the reason, whose enumeration depends on it.
    pub(crate) state: (u32, u32),
    /// It stays when it stops.
    pub(crate) persistent: bool,
    pub(crate) autostart: bool,
    pub(crate) managed_save: bool,
    pub(crate) guest: Guest,
    pub(crate) messages: Messages,
    pub(crate) snapshots: Moments<Snapshot>,
    pub(crate) checkpoints: Moments<checkpoint::Checkpoint>,
    /// What goes on with it while it runs, if anything does.
    activity: Option<Box<Activity>>,
    /// What is told of the last job.
    completed: Option<Box<job::JobStats>>,
    /// Knobs of migrations that were turned.
    tuning: Option<Box<job::Tuning>>,
    /// What the node file says of the guest and of jobs.
    pub(crate) stand_in: Option<Box<StandIn>>,
}

/// What the guest itself would know.
#[derive(Debug)]
pub(crate) struct Guest {
    /// Whether the file systems "/" and "/boot" are frozen.
    pub(crate) frozen: [bool; 2],
    /// Its clock: seconds since the epoch, and nanoseconds.
    pub(crate) time: (i64, u32),
    pub(crate) polling: Vec<Polling>,
}

impl Default for Guest {
    fn default() -> Self {
        Self { frozen: [false; 2], time: (627_319_920, 0), polling: Vec::new() }
    }
}

/// Returns the error for a definition whose name or UUID another domain has.
pub(crate) fn conflict(definition: &Definition) -> impl FnOnce(&Conflict) -> Error + use<> {
    let name = definition.name.clone();
    move |conflict| errors::conflict(ErrorDomain::DOMAIN, "domain", name.as_bytes(), conflict)
}

impl Domain {
    /// Returns a transient domain that does not run.
    pub(crate) fn new(definition: Arc<Definition>) -> Self {
        Self {
            definition,
            next: None,
            state: (VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_UNKNOWN),
            persistent: false,
            autostart: false,
            managed_save: false,
            guest: Guest::default(),
            messages: Messages::default(),
            snapshots: Moments::default(),
            checkpoints: Moments::default(),
            activity: None,
            completed: None,
            tuning: None,
            stand_in: None,
        }
    }

    /// Returns true if it has been started and not stopped.
    pub(crate) fn is_active(&self) -> bool {
        self.definition.id.is_some()
    }

    /// Refuses a domain that does not run.
    pub(crate) fn check_active(&self) -> Result<()> {
        if self.is_active() {
            return Ok(());
        }
        Err(errors::invalid_operation(ErrorDomain::DOMAIN, message!("domain is not running")))
    }

    pub(crate) fn set_state(&mut self, state: u32, reason: u32) {
        self.state = (state, reason);
    }

    /// Returns the name and numbers that the interface calls it by.
    pub(crate) fn wire(&self) -> remote::NonnullDomain<'static> {
        remote::NonnullDomain {
            name: self.definition.name.clone().into(),
            uuid: self.definition.uuid.unwrap_or(Uuid::NIL),
            id: self.definition.id.unwrap_or(-1),
        }
    }

    /// Takes over a new definition. `live` says that it is about to run: the present one is kept for afterwards. Returns true if it
    /// takes the place of another.
    pub(crate) fn assign(&mut self, definition: Arc<Definition>, live: bool) -> bool {
        if self.is_active() {
            return self.next.replace(definition).is_some();
        }
        let old = std::mem::replace(&mut self.definition, definition);
        if live && self.next.is_none() {
            self.next = Some(old);
        }
        true
    }

    /// Finds out which definitions `flags` are about: that of the running domain, the persistent one, or both.
    ///
    /// # Errors
    /// The domain does not run, or has no persistent definition, and is asked for that.
    fn impact(&self, flags: u32) -> Result<Impact> {
        let mut live = flags & VIR_DOMAIN_AFFECT_LIVE != 0;
        let mut config = flags & VIR_DOMAIN_AFFECT_CONFIG != 0;
        if !live && !config {
            live = self.is_active();
            config = !live;
        }
        if live {
            self.check_active()?;
        }
        if config && !self.persistent {
            let text = message!("transient domains do not have any persistent config");
            return Err(errors::invalid_operation(ErrorDomain::DOMAIN, text));
        }
        Ok(Impact { live, config })
    }

    /// As [`Domain::impact`], for functions that are about one definition: `true` for that of the running domain.
    ///
    /// # Errors
    /// As [`Domain::impact`]; both are asked for.
    pub(crate) fn one_impact(&self, flags: u32) -> Result<bool> {
        if flags & VIR_DOMAIN_AFFECT_LIVE != 0 && flags & VIR_DOMAIN_AFFECT_CONFIG != 0 {
            let text = message!("Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive");
            return Err(Function("virDomainObjGetOneDefState", ErrorDomain::DOMAIN).invalid("flags", text));
        }
        Ok(self.impact(flags)?.live)
    }

    /// Returns the definition that is asked about.
    pub(crate) fn one(&self, live: bool) -> &Arc<Definition> {
        match &self.next {
            Some(next) if !live => next,
            _ => &self.definition,
        }
    }

    /// Returns the definition that is to be changed.
    pub(crate) fn one_mut(&mut self, live: bool) -> &mut Definition {
        match &mut self.next {
            Some(next) if !live => Arc::make_mut(next),
            _ => Arc::make_mut(&mut self.definition),
        }
    }
}

/// Which definitions a call is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Impact {
    /// That of the running domain.
    live: bool,
    /// The persistent one.
    config: bool,
}

/// Refuses flags that a function of the driver does not know. `function` is the stock library's name of it.
pub(crate) fn check_flags(function: &'static str, flags: u32, known: u32) -> Result<()> {
    errors::check_flags(FROM, function, flags, known)
}

/// Reports that a domain began, changed or ended. `event` is a `virDomainEventType`, whose enumeration of details depends on it.
pub(crate) fn report(driver: &Driver, domain: &Domain, event: u32, detail: u32) {
    let (event, detail) = (event.cast_signed(), detail.cast_signed());
    driver.events.report(&Event::DomainLifecycle { dom: domain.wire(), event, detail });
}
