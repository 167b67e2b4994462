//! Starting, stopping, pausing and autostarting domains.
use super::definition::{self, Definition};
use super::vcpu::AFFECT;
use super::{Domain, check_flags, conflict, report};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{Key, Locked, errors, schema};
use oxivirt_model::constants::*;
use oxivirt_model::{ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainLifecycle;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::clock::LifecycleAction;
use std::sync::Arc;

/// Lets a domain run; `reason` is a `virDomainRunningReason`.
pub(crate) fn start(domain: &mut Locked<'_, Domain>, driver: &Driver, reason: u32) {
    domain.set_state(VIR_DOMAIN_RUNNING, reason);
    if domain.persistent && domain.next.is_none() {
        domain.next = Some(Arc::clone(&domain.definition));
    }
    let id = driver.next_domain();
    Arc::make_mut(&mut domain.definition).id = Some(id);
    domain.set_id(Some(id));
    domain.managed_save = false;
}

/// Ends a domain that runs; `reason` is a `virDomainShutoffReason`. The event follows; a transient domain is gone afterwards.
pub(super) fn stop(domain: &mut Locked<'_, Domain>, driver: &Driver, reason: u32, event_detail: u32) {
    shut_off(domain, reason);
    report(driver, domain, VIR_DOMAIN_EVENT_STOPPED, event_detail);
    if !domain.persistent {
        domain.remove();
    }
}

/// Does what is left of a domain when it ends: one without a persistent definition keeps its number, and so counts as active.
pub(super) fn shut_off(domain: &mut Locked<'_, Domain>, reason: u32) {
    domain.end_activity();
    if let Some(next) = domain.next.take() {
        domain.definition = next;
        domain.set_id(None);
    }
    domain.set_state(VIR_DOMAIN_SHUTOFF, reason);
}

/// Does what the definition says of the end of the guest: a new start changes nothing but the reason.
fn end_or_restart(domain: &mut Locked<'_, Domain>, driver: &Driver, action: Option<LifecycleAction>) {
    if matches!(action, Some(LifecycleAction::Restart | LifecycleAction::RenameRestart)) {
        domain.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_BOOTED);
    } else {
        stop(domain, driver, VIR_DOMAIN_SHUTOFF_SHUTDOWN, VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN);
    }
}

fn not_in_state(format: &'static str, dom: &remote::NonnullDomain<'_>) -> oxivirt_model::Error {
    errors::internal(FROM, oxivirt_model::message::compose(format, &[&dom.name.as_bytes()]))
}

/// Adds a domain that is to run at once, or lets one that is defined and stopped run with this definition, which takes nothing from
/// the persistent one.
pub(super) fn define_and_start(
    driver: &Driver,
    definition: Definition,
    reason: u32,
    event_detail: u32,
) -> Result<remote::NonnullDomain<'static>> {
    let definition = Arc::new(definition);
    let fresh = Domain::new(Arc::clone(&definition));
    let refuse = conflict(&definition);
    let (name, uuid) = (definition.name.clone(), definition.uuid);
    driver.domains.define(Key { name: name.as_bytes(), uuid }, fresh, refuse, |domain, new| {
        if new {
            drop(definition);
        } else {
            if domain.is_active() {
                let text = message!("domain '%1$s' is already active", name);
                return Err(errors::invalid_operation(ErrorDomain::DOMAIN, text));
            }
            domain.assign(definition, true);
        }
        start(domain, driver, reason);
        report(driver, domain, VIR_DOMAIN_EVENT_STARTED, event_detail);
        Ok(domain.wire())
    })
}

impl TestSession {
    fn create(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<remote::NonnullDomain<'static>> {
        check_flags("testDomainCreateWithFlags", flags, 0)?;
        self.domain(dom, |domain, driver| {
            if domain.state.0 != VIR_DOMAIN_SHUTOFF {
                return Err(not_in_state("Domain '%1$s' is already running", dom));
            }
            start(domain, driver, VIR_DOMAIN_RUNNING_BOOTED);
            report(driver, domain, VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_BOOTED);
            Ok(domain.wire())
        })
    }

    fn create_xml(&self, xml: &[u8], flags: u32) -> Result<remote::NonnullDomain<'static>> {
        check_flags("testDomainCreateXML", flags, VIR_DOMAIN_START_VALIDATE)?;
        schema::DOMAIN.check(flags & VIR_DOMAIN_START_VALIDATE != 0, xml)?;
        let definition = definition::parse(xml)?;
        self.change(|driver| {
            define_and_start(driver, definition, VIR_DOMAIN_RUNNING_BOOTED, VIR_DOMAIN_EVENT_STARTED_BOOTED)
        })
    }

    fn destroy(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<()> {
        check_flags("testDomainDestroyFlags", flags, VIR_DOMAIN_DESTROY_GRACEFUL)?;
        self.domain(dom, |domain, driver| {
            domain.check_active()?;
            stop(domain, driver, VIR_DOMAIN_SHUTOFF_DESTROYED, VIR_DOMAIN_EVENT_STOPPED_DESTROYED);
            Ok(())
        })
    }

    fn shutdown(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<()> {
        check_flags("testDomainShutdownFlags", flags, 0)?;
        self.domain(dom, |domain, driver| {
            if domain.state.0 == VIR_DOMAIN_SHUTOFF {
                return Err(not_in_state("domain '%1$s' not running", dom));
            }
            let action = domain.definition.on_poweroff;
            end_or_restart(domain, driver, action);
            Ok(())
        })
    }
}

/// The ways in which a guest may be asked to reboot.
const REBOOT_FLAGS: u32 = VIR_DOMAIN_REBOOT_ACPI_POWER_BTN
    | VIR_DOMAIN_REBOOT_GUEST_AGENT
    | VIR_DOMAIN_REBOOT_INITCTL
    | VIR_DOMAIN_REBOOT_SIGNAL
    | VIR_DOMAIN_REBOOT_PARAVIRT;

impl DomainLifecycle for TestSession {
    fn domain_create(&self, _: &mut Call, args: &remote::DomainCreateArgs<'_>) -> Result<()> {
        self.create(&args.dom, 0).map(drop)
    }

    fn domain_create_with_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCreateWithFlagsArgs<'_>,
    ) -> Result<remote::DomainCreateWithFlagsRet<'c>> {
        Ok(remote::DomainCreateWithFlagsRet { dom: self.create(&args.dom, args.flags)? })
    }

    fn domain_create_with_files<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCreateWithFilesArgs<'_>,
    ) -> Result<remote::DomainCreateWithFilesRet<'c>> {
        Ok(remote::DomainCreateWithFilesRet { dom: self.create(&args.dom, args.flags)? })
    }

    fn domain_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCreateXmlArgs<'_>,
    ) -> Result<remote::DomainCreateXmlRet<'c>> {
        Ok(remote::DomainCreateXmlRet { dom: self.create_xml(&args.xml_desc, args.flags)? })
    }

    fn domain_create_xml_with_files<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCreateXmlWithFilesArgs<'_>,
    ) -> Result<remote::DomainCreateXmlWithFilesRet<'c>> {
        Ok(remote::DomainCreateXmlWithFilesRet { dom: self.create_xml(&args.xml_desc, args.flags)? })
    }

    fn domain_destroy(&self, _: &mut Call, args: &remote::DomainDestroyArgs<'_>) -> Result<()> {
        self.destroy(&args.dom, 0)
    }

    fn domain_destroy_flags(&self, _: &mut Call, args: &remote::DomainDestroyFlagsArgs<'_>) -> Result<()> {
        self.destroy(&args.dom, args.flags)
    }

    fn domain_shutdown(&self, _: &mut Call, args: &remote::DomainShutdownArgs<'_>) -> Result<()> {
        self.shutdown(&args.dom, 0)
    }

    fn domain_shutdown_flags(&self, _: &mut Call, args: &remote::DomainShutdownFlagsArgs<'_>) -> Result<()> {
        self.shutdown(&args.dom, args.flags)
    }

    fn domain_reboot(&self, _: &mut Call, args: &remote::DomainRebootArgs<'_>) -> Result<()> {
        check_flags("testDomainReboot", args.flags, REBOOT_FLAGS)?;
        self.domain(&args.dom, |domain, driver| {
            domain.check_active()?;
            let action = domain.definition.on_reboot;
            end_or_restart(domain, driver, action);
            Ok(())
        })
    }

    fn domain_reset(&self, _: &mut Call, args: &remote::DomainResetArgs<'_>) -> Result<()> {
        check_flags("testDomainReset", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| domain.check_active())
    }

    fn domain_suspend(&self, _: &mut Call, args: &remote::DomainSuspendArgs<'_>) -> Result<()> {
        self.domain(&args.dom, |domain, driver| {
            if matches!(domain.state.0, VIR_DOMAIN_SHUTOFF | VIR_DOMAIN_PAUSED) {
                return Err(not_in_state("domain '%1$s' not running", &args.dom));
            }
            domain.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);
            report(driver, domain, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
            Ok(())
        })
    }

    fn domain_resume(&self, _: &mut Call, args: &remote::DomainResumeArgs<'_>) -> Result<()> {
        self.domain(&args.dom, |domain, driver| {
            if domain.state.0 != VIR_DOMAIN_PAUSED {
                return Err(not_in_state("domain '%1$s' not paused", &args.dom));
            }
            domain.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_UNPAUSED);
            report(driver, domain, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_UNPAUSED);
            Ok(())
        })
    }

    fn domain_get_autostart(
        &self,
        _: &mut Call,
        args: &remote::DomainGetAutostartArgs<'_>,
    ) -> Result<remote::DomainGetAutostartRet> {
        let autostart = self.domain(&args.dom, |domain, _| Ok(domain.autostart))?;
        Ok(remote::DomainGetAutostartRet { autostart: autostart.into() })
    }

    fn domain_set_autostart(&self, _: &mut Call, args: &remote::DomainSetAutostartArgs<'_>) -> Result<()> {
        self.domain(&args.dom, |domain, _| {
            domain.autostart = args.autostart != 0;
            Ok(())
        })
    }

    fn domain_inject_nmi(&self, _: &mut Call, args: &remote::DomainInjectNmiArgs<'_>) -> Result<()> {
        check_flags("testDomainInjectNMI", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| domain.check_active())
    }

    fn domain_set_lifecycle_action(&self, _: &mut Call, args: &remote::DomainSetLifecycleActionArgs<'_>) -> Result<()> {
        check_flags("testDomainSetLifecycleAction", args.flags, AFFECT)?;
        let action = usize::try_from(args.action).ok().and_then(|at| LifecycleAction::ALL.get(at)).copied();
        let event = match args.r#type {
            VIR_DOMAIN_LIFECYCLE_POWEROFF => "poweroff",
            VIR_DOMAIN_LIFECYCLE_REBOOT => "reboot",
            _ => "crash",
        };
        action.map_or(Ok(()), |action| action.check_event(event))?;
        self.domain(&args.dom, |domain, _| {
            let impact = domain.impact(args.flags)?;
            for live in [(impact.live, true), (impact.config, false)].into_iter().filter(|it| it.0).map(|it| it.1) {
                let definition = domain.one_mut(live);
                match args.r#type {
                    VIR_DOMAIN_LIFECYCLE_POWEROFF => definition.on_poweroff = action,
                    VIR_DOMAIN_LIFECYCLE_REBOOT => definition.on_reboot = action,
                    _ => definition.on_crash = action,
                }
            }
            Ok(())
        })
    }
}
