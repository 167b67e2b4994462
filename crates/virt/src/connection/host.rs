//! What the driver, its daemon and its host are.
use super::{Connection, FROM};
use crate::events::OnClose;
use crate::params::to_wire;
use crate::{Function, OnConnection, Result, Str, Text, TypedParam, reply};
use oxivirt_protocol::remote;

impl Connection {
    /// Returns the hypervisor's version as 1,000,000 times its major number, 1,000 times its minor number and its release:
    /// `virConnectGetVersion`. 0 is a hypervisor without one.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn version(&self) -> Result<u64> {
        let op = self.op(&Function("virConnectGetVersion", FROM));
        op.call(|driver, call| Ok(driver.connect_get_version(call)?.hv_ver))
    }

    /// Returns the version of libvirt in the daemon, in the form of [`Connection::version`]: `virConnectGetLibVersion`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn lib_version(&self) -> Result<u64> {
        let op = self.op(&Function("virConnectGetLibVersion", FROM));
        op.call(|driver, call| Ok(driver.connect_get_lib_version(call)?.lib_ver))
    }

    /// Returns the host's name: `virConnectGetHostname`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn hostname(&self) -> Result<Text> {
        let op = self.op(&Function("virConnectGetHostname", FROM));
        op.text(|driver, call| Ok(driver.connect_get_hostname(call)?.hostname))
    }

    /// Returns what the firmware tells of the host, as XML: `virConnectGetSysinfo`. `flags` must be 0.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn sysinfo(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virConnectGetSysinfo", FROM));
        let args = remote::ConnectGetSysinfoArgs { flags };
        op.text(|driver, call| Ok(driver.connect_get_sysinfo(call, &args)?.sysinfo))
    }

    /// Returns how many processors a domain may have: `virConnectGetMaxVcpus`. `kind` is the type of a domain (`kvm`); `None`: the
    /// driver chooses.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn max_vcpus<'a>(&self, kind: Option<impl Into<Str<'a>>>) -> Result<i32> {
        let op = self.op(&Function("virConnectGetMaxVcpus", FROM));
        let args = remote::ConnectGetMaxVcpusArgs { r#type: kind.map(Into::into) };
        reply::number(op.call(|driver, call| Ok(driver.connect_get_max_vcpus(call, &args)?.max_vcpus))?, "max_vcpus")
    }

    /// Returns what the host and the hypervisor can do, as XML: `virConnectGetCapabilities`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn capabilities(&self) -> Result<Text> {
        let op = self.op(&Function("virConnectGetCapabilities", FROM));
        op.text(|driver, call| Ok(driver.connect_get_capabilities(call)?.capabilities))
    }

    /// Returns true if nobody can listen to the connection: `virConnectIsSecure`.
    ///
    /// # Errors
    /// The driver could not be asked.
    pub fn is_secure(&self) -> Result<bool> {
        let daemon = self.daemon_is_secure("virConnectIsSecure")?;
        Ok(daemon && self.session().io().is_none_or(|io| io.is_secure()))
    }

    /// Returns true if the connection is encrypted: `virConnectIsEncrypted`.
    ///
    /// # Errors
    /// The driver could not be asked.
    pub fn is_encrypted(&self) -> Result<bool> {
        // Asked although the answer is the transport's: a daemon that lost its hypervisor says so here.
        let daemon = self.daemon_is_secure("virConnectIsEncrypted")?;
        Ok(daemon && self.session().io().is_some_and(|io| io.is_encrypted()))
    }

    fn daemon_is_secure(&self, function: &'static str) -> Result<bool> {
        let function = Function(function, FROM);
        self.op(&function).call(|driver, call| Ok(driver.connect_is_secure(call)?.secure != 0))
    }

    /// Tells the daemon on whose behalf calls are made from now on, which only root may: `virConnectSetIdentity`. `flags` must be 0.
    ///
    /// # Errors
    /// A parameter is not one that can be sent, or the driver refuses.
    pub fn set_identity(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virConnectSetIdentity", FROM));
        let args = remote::ConnectSetIdentityArgs { params: to_wire(params)?, flags };
        op.call(|driver, call| driver.connect_set_identity(call, &args))
    }

    /// Has `function` called once, when the connection ends without being closed: `virConnectRegisterCloseCallback`. It runs on the
    /// thread that notices, and must not wait. Drivers in this process take any number of functions and call none.
    ///
    /// # Errors
    /// There is one already, or the driver refuses.
    pub fn on_close(&self, function: OnClose) -> Result<()> {
        self.register_close_callback(0, || function)
    }

    /// [`Connection::on_close`] with a function that is made if its place is free; `identity` tells it from others.
    #[doc(hidden)]
    pub fn register_close_callback(&self, identity: usize, function: impl FnOnce() -> OnClose) -> Result<()> {
        let close = self.events().close();
        if self.is_local() {
            // It never ends by itself: as in the stock library nothing is kept, and the free function is never called.
            return Ok(());
        }
        close.vacant()?;
        if self.session().has_close_callback() {
            let op = self.op(&Function("virConnectRegisterCloseCallback", FROM));
            op.call(|driver, call| driver.connect_register_close_callback(call))?;
        }
        close.set(identity, function)
    }

    /// Forgets what [`Connection::on_close`] registered: `virConnectUnregisterCloseCallback`.
    ///
    /// # Errors
    /// There is none, or the driver refuses.
    pub fn forget_on_close(&self) -> Result<()> {
        self.unregister_close_callback(0)
    }

    /// Forgets the function of this identity.
    #[doc(hidden)]
    pub fn unregister_close_callback(&self, identity: usize) -> Result<()> {
        let close = self.events().close();
        if self.is_local() {
            return Ok(());
        }
        close.is(identity)?;
        if self.session().has_close_callback() {
            let op = self.op(&Function("virConnectUnregisterCloseCallback", FROM));
            op.call(|driver, call| driver.connect_unregister_close_callback(call))?;
        }
        close.clear();
        Ok(())
    }
}
