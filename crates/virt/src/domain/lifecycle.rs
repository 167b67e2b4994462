//! Defining, starting, stopping and removing domains, and what state they are in.
use super::{Domain, FROM};
use crate::op::Op;
use crate::{Connection, Function, OnConnection, Result, Str, Text, reply};
use oxivirt_protocol::remote;
use std::fmt;

/// What a domain's id becomes when it is shut off.
pub(super) const SHUT_OFF: i32 = -1;

/// A `virDomainState`. Numbers of newer daemons survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct State(pub i32);

impl State {
    /// Nothing is known.
    pub const NO_STATE: Self = Self(0);
    /// It runs.
    pub const RUNNING: Self = Self(1);
    /// It waits for a resource.
    pub const BLOCKED: Self = Self(2);
    /// The user paused it.
    pub const PAUSED: Self = Self(3);
    /// It is being shut down.
    pub const SHUTDOWN: Self = Self(4);
    /// It does not run.
    pub const SHUTOFF: Self = Self(5);
    /// It crashed.
    pub const CRASHED: Self = Self(6);
    /// The guest's power management suspended it.
    pub const PM_SUSPENDED: Self = Self(7);
}

/// What the command line of libvirt calls the state.
impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match *self {
            Self::NO_STATE => "no state",
            Self::RUNNING => "running",
            Self::BLOCKED => "idle",
            Self::PAUSED => "paused",
            Self::SHUTDOWN => "in shutdown",
            Self::SHUTOFF => "shut off",
            Self::CRASHED => "crashed",
            Self::PM_SUSPENDED => "pmsuspended",
            _ => "unknown",
        })
    }
}

/// What [`Domain::info`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    /// Whether it runs.
    pub state: State,
    /// The most memory it may have, in KiB.
    pub max_memory: u64,
    /// How much memory it has, in KiB.
    pub memory: u64,
    /// How many virtual processors it has.
    pub vcpus: u16,
    /// How long its processors ran, in nanoseconds.
    pub cpu_time: u64,
}

/// What [`Domain::control_info`] tells about the interface that controls a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ControlInfo {
    /// A `virDomainControlState`.
    pub state: u32,
    /// Why, a `virDomainControlErrorReason`.
    pub details: u32,
    /// How long the state has lasted, in milliseconds.
    pub state_time: u64,
}

impl Domain {
    /// Asks for the number of the running instance after a call that may have ended it, where the driver works in this process: there
    /// it has happened by now, as in the stock library. What is told of a daemon's domain stays.
    pub(in crate::domain) fn refresh_id(&self, op: Op<'_>) {
        if self.connection().session().io().is_some() {
            return;
        }
        let args = remote::DomainLookupByUuidArgs { uuid: *self.uuid() };
        let found = op.call(|driver, call| Ok(driver.domain_lookup_by_uuid(call, &args)?.dom.id));
        self.set_id(found.unwrap_or(SHUT_OFF));
    }

    /// Starts a domain that is defined: `virDomainCreate`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create(&self) -> Result<()> {
        let op = self.op(&Function("virDomainCreate", FROM)).write()?;
        let args = remote::DomainCreateArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_create(call, &args))?;
        // This procedure does not answer the new id.
        let args = remote::DomainLookupByUuidArgs { uuid: *self.uuid() };
        self.set_id(op.call(|driver, call| Ok(driver.domain_lookup_by_uuid(call, &args)?.dom.id))?);
        Ok(())
    }

    /// Starts a domain that is defined: `virDomainCreateWithFlags`. `flags` are virDomainCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_with_flags(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainCreateWithFlags", FROM)).write()?;
        let args = remote::DomainCreateWithFlagsArgs { dom: self.wire(), flags };
        self.set_id(op.call(|driver, call| Ok(driver.domain_create_with_flags(call, &args)?.dom.id))?);
        Ok(())
    }

    /// Starts a domain that is gone when it stops: `virDomainCreateXML`. `flags` are virDomainCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virDomainCreateXML", FROM)).write()?;
        let args = remote::DomainCreateXmlArgs { xml_desc: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_create_xml(call, &args)?.dom)))
    }

    /// Defines a domain, or changes its definition: `virDomainDefineXML`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virDomainDefineXML", FROM)).write()?;
        let args = remote::DomainDefineXmlArgs { xml: xml.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_define_xml(call, &args)?.dom)))
    }

    /// Defines a domain, or changes its definition: `virDomainDefineXMLFlags`. `flags` are virDomainDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml_flags<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virDomainDefineXMLFlags", FROM)).write()?;
        let args = remote::DomainDefineXmlFlagsArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.domain_define_xml_flags(call, &args)?.dom)))
    }

    /// Stops the domain at once, as if its power were cut: `virDomainDestroy`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy(&self) -> Result<()> {
        let op = self.op(&Function("virDomainDestroy", FROM)).write()?;
        let args = remote::DomainDestroyArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_destroy(call, &args))?;
        // Only this way of stopping a domain is known to be over when the call returns.
        self.set_id(SHUT_OFF);
        Ok(())
    }

    /// Stops the domain at once: `virDomainDestroyFlags`. `flags` are virDomainDestroyFlagsValues.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy_flags(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainDestroyFlags", FROM)).write()?;
        let args = remote::DomainDestroyFlagsArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_destroy_flags(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Asks the guest to restart: `virDomainReboot`. `flags` are virDomainRebootFlagValues.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn reboot(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainReboot", FROM)).write()?;
        let args = remote::DomainRebootArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_reboot(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Resets the domain without asking the guest: `virDomainReset`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn reset(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainReset", FROM)).write()?;
        let args = remote::DomainResetArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_reset(call, &args))
    }

    /// Lets a suspended domain run again: `virDomainResume`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn resume(&self) -> Result<()> {
        let op = self.op(&Function("virDomainResume", FROM)).write()?;
        let args = remote::DomainResumeArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_resume(call, &args))
    }

    /// Asks the guest to shut down, and does not wait until it has: `virDomainShutdown`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn shutdown(&self) -> Result<()> {
        let op = self.op(&Function("virDomainShutdown", FROM)).write()?;
        let args = remote::DomainShutdownArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_shutdown(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Asks the guest to shut down: `virDomainShutdownFlags`. `flags` are virDomainShutdownFlagValues.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn shutdown_flags(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainShutdownFlags", FROM)).write()?;
        let args = remote::DomainShutdownFlagsArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_shutdown_flags(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Stops the domain's processors, memory stays: `virDomainSuspend`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn suspend(&self) -> Result<()> {
        let op = self.op(&Function("virDomainSuspend", FROM)).write()?;
        let args = remote::DomainSuspendArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_suspend(call, &args))
    }

    /// Removes the definition; a domain that runs is gone when it stops: `virDomainUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virDomainUndefine", FROM)).write()?;
        let args = remote::DomainUndefineArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_undefine(call, &args))
    }

    /// Removes the definition: `virDomainUndefineFlags`. `flags` are virDomainUndefineFlagsValues.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine_flags(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainUndefineFlags", FROM)).write()?;
        let args = remote::DomainUndefineFlagsArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_undefine_flags(call, &args))
    }

    /// Gives the domain another name: `virDomainRename`. `flags` are none so far. Returns what the driver says: 0, unless it
    /// left the name as it is.
    ///
    /// # Errors
    /// The name is empty, the connection is read-only, or the driver refuses.
    pub fn rename<'a>(&self, new_name: impl Into<Str<'a>>, flags: u32) -> Result<i32> {
        let new_name = new_name.into();
        let op = self.op(&Function("virDomainRename", FROM)).not_empty("new_name", &new_name)?.write()?;
        let name = Text::from(&new_name);
        let args = remote::DomainRenameArgs { dom: self.wire(), new_name: Some(new_name), flags };
        let code = op.call(|driver, call| Ok(driver.domain_rename(call, &args)?.retcode))?;
        if reply::number(code, "retcode")? == 0 {
            self.set_name(name);
        }
        Ok(code)
    }

    /// Returns true if the domain is started with the host: `virDomainGetAutostart`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn autostart(&self) -> Result<bool> {
        let op = self.op(&Function("virDomainGetAutostart", FROM));
        let args = remote::DomainGetAutostartArgs { dom: self.wire() };
        op.call(|driver, call| Ok(driver.domain_get_autostart(call, &args)?.autostart != 0))
    }

    /// Changes whether the domain is started with the host: `virDomainSetAutostart`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_autostart(&self, autostart: impl Into<i32>) -> Result<()> {
        let op = self.op(&Function("virDomainSetAutostart", FROM)).write()?;
        let args = remote::DomainSetAutostartArgs { dom: self.wire(), autostart: autostart.into() };
        op.call(|driver, call| driver.domain_set_autostart(call, &args))
    }

    /// Returns true if the domain is started with the host the next time: `virDomainGetAutostartOnce`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn autostart_once(&self) -> Result<bool> {
        let op = self.op(&Function("virDomainGetAutostartOnce", FROM));
        let args = remote::DomainGetAutostartOnceArgs { dom: self.wire() };
        op.call(|driver, call| Ok(driver.domain_get_autostart_once(call, &args)?.autostart != 0))
    }

    /// Changes whether the domain is started with the host the next time: `virDomainSetAutostartOnce`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_autostart_once(&self, autostart: impl Into<i32>) -> Result<()> {
        let op = self.op(&Function("virDomainSetAutostartOnce", FROM)).write()?;
        let args = remote::DomainSetAutostartOnceArgs { dom: self.wire(), autostart: autostart.into() };
        op.call(|driver, call| driver.domain_set_autostart_once(call, &args))
    }

    /// Returns state, memory and processors: `virDomainGetInfo`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn info(&self) -> Result<Info> {
        let op = self.op(&Function("virDomainGetInfo", FROM));
        let args = remote::DomainGetInfoArgs { dom: self.wire() };
        let ret = op.call(|driver, call| driver.domain_get_info(call, &args))?;
        Ok(Info {
            state: State(ret.state.into()),
            max_memory: ret.max_mem,
            memory: ret.memory,
            vcpus: ret.nr_virt_cpu,
            cpu_time: ret.cpu_time,
        })
    }

    /// Returns the state and its reason, whose enumeration depends on the state: `virDomainGetState`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn state(&self, flags: u32) -> Result<(State, i32)> {
        let op = self.op(&Function("virDomainGetState", FROM));
        let args = remote::DomainGetStateArgs { dom: self.wire(), flags };
        let ret = op.call(|driver, call| driver.domain_get_state(call, &args))?;
        Ok((State(ret.state), ret.reason))
    }

    /// Returns the state of the interface that controls the domain: `virDomainGetControlInfo`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn control_info(&self, flags: u32) -> Result<ControlInfo> {
        let op = self.op(&Function("virDomainGetControlInfo", FROM));
        let args = remote::DomainGetControlInfoArgs { dom: self.wire(), flags };
        let ret = op.call(|driver, call| driver.domain_get_control_info(call, &args))?;
        Ok(ControlInfo { state: ret.state, details: ret.details, state_time: ret.state_time })
    }
}
