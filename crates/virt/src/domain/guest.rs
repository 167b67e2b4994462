//! What the agent inside a domain can do and tell: time, users, keys, sleep. File systems and interfaces are in files of their
//! own. As the guest has to work for it, none of this is for read-only connections, and it may take as long as the guest likes.
mod filesystems;
mod interfaces;

pub use filesystems::FsInfo;
pub use interfaces::{GuestInterface, IpAddress};

use super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE};
use crate::{Function, OnConnection, Result, Str, Text, TypedParams};
use oxivirt_protocol::remote;

impl Domain {
    /// Changes how long the agent may take to answer, in seconds, or a virDomainAgentResponseTimeoutValues:
    /// `virDomainAgentSetResponseTimeout`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn agent_set_response_timeout(&self, timeout: i32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainAgentSetResponseTimeout", FROM)).write()?;
        let args = remote::DomainAgentSetResponseTimeoutArgs { dom: self.wire(), timeout, flags };
        op.number_of("result", |driver, call| Ok(driver.domain_agent_set_response_timeout(call, &args)?.result))?;
        Ok(())
    }

    /// Returns the keys by which a user of the guest may log in over ssh: `virDomainAuthorizedSSHKeysGet`. `flags` are none so
    /// far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent could not tell.
    pub fn authorized_ssh_keys<'a>(&self, user: impl Into<Str<'a>>, flags: u32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virDomainAuthorizedSSHKeysGet", FROM)).write()?;
        let args = remote::DomainAuthorizedSshKeysGetArgs { dom: self.wire(), user: user.into(), flags };
        op.texts(|driver, call| Ok(driver.domain_authorized_ssh_keys_get(call, &args)?.keys))
    }

    /// Changes the keys by which a user of the guest may log in over ssh: `virDomainAuthorizedSSHKeysSet`. `flags` are
    /// virDomainAuthorizedSSHKeysSetFlags; without any, the keys replace those there are.
    ///
    /// # Errors
    /// `flags` contradict each other, the connection is read-only, or the agent refuses.
    pub fn set_authorized_ssh_keys<'a>(
        &self,
        user: impl Into<Str<'a>>,
        keys: impl IntoIterator<Item = impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<()> {
        self.check_ssh_keys_flags(flags)?;
        let op = self.op(&Function("virDomainAuthorizedSSHKeysSet", FROM)).write()?;
        let keys = keys.into_iter().map(Into::into).collect();
        let args = remote::DomainAuthorizedSshKeysSetArgs { dom: self.wire(), user: user.into(), keys, flags };
        op.call(|driver, call| driver.domain_authorized_ssh_keys_set(call, &args))
    }

    /// Refuses flags that contradict each other.
    #[doc(hidden)]
    pub fn check_ssh_keys_flags(&self, flags: u32) -> Result<()> {
        let (append, remove) = (VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE);
        self.op(&Function("virDomainAuthorizedSSHKeysSet", FROM)).exclusive(flags, append, remove).map(drop)
    }

    /// Returns what the agent tells about the guest: `virDomainGetGuestInfo`. `types` are virDomainGuestInfoTypes, 0 is all that
    /// the agent knows; `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent could not tell.
    pub fn guest_info(&self, types: u32, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetGuestInfo", FROM)).write()?;
        let args = remote::DomainGetGuestInfoArgs { dom: self.wire(), types, flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.domain_get_guest_info(call, &args)?.params)))
    }

    /// Returns the guest's host name: `virDomainGetHostname`. `flags` are virDomainGetHostnameFlags, which say whom to ask.
    ///
    /// # Errors
    /// The connection is read-only, or nobody could tell.
    pub fn hostname(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virDomainGetHostname", FROM)).write()?;
        let args = remote::DomainGetHostnameArgs { dom: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_get_hostname(call, &args)?.hostname))
    }

    /// Returns the guest's clock, in seconds since 1970 and nanoseconds: `virDomainGetTime`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent could not tell.
    pub fn time(&self, flags: u32) -> Result<(i64, u32)> {
        let op = self.op(&Function("virDomainGetTime", FROM)).write()?;
        let args = remote::DomainGetTimeArgs { dom: self.wire(), flags };
        let ret = op.call(|driver, call| driver.domain_get_time(call, &args))?;
        Ok((ret.seconds, ret.nseconds))
    }

    /// Sets the guest's clock, in seconds since 1970 and nanoseconds: `virDomainSetTime`. `flags` are virDomainSetTimeFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn set_time(&self, seconds: i64, nanoseconds: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetTime", FROM)).write()?;
        let args = remote::DomainSetTimeArgs { dom: self.wire(), seconds, nseconds: nanoseconds, flags };
        op.call(|driver, call| driver.domain_set_time(call, &args))
    }

    /// Changes the password of a user of the guest: `virDomainSetUserPassword`. `flags` are virDomainSetUserPasswordFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn set_user_password<'a>(
        &self,
        user: impl Into<Str<'a>>,
        password: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainSetUserPassword", FROM)).write()?;
        let (user, password) = (Some(user.into()), Some(password.into()));
        let args = remote::DomainSetUserPasswordArgs { dom: self.wire(), user, password, flags };
        op.call(|driver, call| driver.domain_set_user_password(call, &args))
    }

    /// Puts the guest to sleep as a virNodeSuspendTarget for `duration` seconds, or until it is woken for 0:
    /// `virDomainPMSuspendForDuration`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn pm_suspend_for_duration(&self, target: u32, duration: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainPMSuspendForDuration", FROM)).write()?;
        let args = remote::DomainPmSuspendForDurationArgs { dom: self.wire(), target, duration, flags };
        op.call(|driver, call| driver.domain_pm_suspend_for_duration(call, &args))
    }

    /// Wakes a guest that sleeps: `virDomainPMWakeup`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn pm_wakeup(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainPMWakeup", FROM)).write()?;
        let args = remote::DomainPmWakeupArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_pm_wakeup(call, &args))
    }
}
