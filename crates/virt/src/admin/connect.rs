//! Opening admin connections, and the daemon as a whole.
use super::{AdminConnection, FROM, Server};
use crate::events::OnClose;
use crate::{Function, Result, Str};
use oxivirt_protocol::admin;

impl AdminConnection {
    /// Opens the admin socket of the daemon with this URI, such as `libvirtd:///system`: `virAdmConnectOpen`. `None` stands for the
    /// default; `flags` are virConnectFlags.
    ///
    /// # Errors
    /// The URI is none of a daemon's, or the daemon cannot be reached.
    pub fn open(uri: Option<&str>, flags: u32) -> Result<Self> {
        Self::open_named(uri.map(str::as_bytes), flags)
    }

    /// [`AdminConnection::open`] with a name that need not be UTF-8.
    #[doc(hidden)]
    pub fn open_named(uri: Option<&[u8]>, flags: u32) -> Result<Self> {
        Ok(Self::from_session(oxivirt_open::open_admin(uri, flags)?))
    }

    /// Has the daemon end: `virAdmConnectDaemonShutdown`. `flags` are virAdmConnectDaemonShutdownFlags.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn daemon_shutdown(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmConnectDaemonShutdown", FROM));
        let args = admin::ConnectDaemonShutdownArgs { flags };
        op.call(|driver, call| driver.admin_connect_daemon_shutdown(call, &args))
    }

    /// Returns the version of libvirt in the daemon, as 1,000,000 times its major number, 1,000 times its minor number and its
    /// release: `virAdmConnectGetLibVersion`.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn lib_version(&self) -> Result<u64> {
        let op = self.op(&Function("virAdmConnectGetLibVersion", FROM));
        op.call(|driver, call| Ok(driver.admin_connect_get_lib_version(call)?.lib_ver))
    }

    /// Returns the daemon's servers: `virAdmConnectListServers`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn list_servers(&self, flags: u32) -> Result<Vec<Server>> {
        Ok(self.servers(true, flags)?.1)
    }

    /// Returns how many servers there are, and the servers if they are wanted.
    #[doc(hidden)]
    pub fn servers(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Server>)> {
        self.op(&Function("virAdmConnectListServers", FROM)).list(wanted, |driver, call, need_results, listed| {
            let args = admin::ConnectListServersArgs { need_results: need_results.cast_unsigned(), flags };
            let ret = driver.admin_connect_list_servers(call, &args)?;
            listed.take(ret.ret, &ret.servers, |server| Server::from_wire(self, server))
        })
    }

    /// Returns the server of this name: `virAdmConnectLookupServer`. `flags` must be 0.
    ///
    /// # Errors
    /// There is none.
    pub fn lookup_server<'a>(&self, name: impl Into<Str<'a>>, flags: u32) -> Result<Server> {
        let op = self.op(&Function("virAdmConnectLookupServer", FROM));
        let args = admin::ConnectLookupServerArgs { name: name.into(), flags };
        op.call(|driver, call| Ok(Server::from_wire(self, &driver.admin_connect_lookup_server(call, &args)?.srv)))
    }

    /// Sets after how many seconds without clients and running domains the daemon ends: `virAdmConnectSetDaemonTimeout`. `flags` must
    /// be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn set_daemon_timeout(&self, timeout: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmConnectSetDaemonTimeout", FROM));
        let args = admin::ConnectSetDaemonTimeoutArgs { timeout, flags };
        op.call(|driver, call| driver.admin_connect_set_daemon_timeout(call, &args))
    }

    /// Has `function` called once, when the connection ends without being closed: `virAdmConnectRegisterCloseCallback`. It runs on the
    /// thread that notices, and must not wait.
    ///
    /// # Errors
    /// There is one already.
    pub fn on_close(&self, function: OnClose) -> Result<()> {
        self.register_close_callback(0, || function)
    }

    /// [`AdminConnection::on_close`] with a function that is made if its place is free; `identity` tells it from others.
    #[doc(hidden)]
    pub fn register_close_callback(&self, identity: usize, function: impl FnOnce() -> OnClose) -> Result<()> {
        self.0.close.set(identity, function)
    }

    /// Forgets what [`AdminConnection::on_close`] registered: `virAdmConnectUnregisterCloseCallback`.
    ///
    /// # Errors
    /// There is none.
    pub fn forget_on_close(&self) -> Result<()> {
        self.unregister_close_callback(0)
    }

    /// Forgets the function of this identity.
    #[doc(hidden)]
    pub fn unregister_close_callback(&self, identity: usize) -> Result<()> {
        self.0.close.is(identity)?;
        self.0.close.clear();
        Ok(())
    }
}
