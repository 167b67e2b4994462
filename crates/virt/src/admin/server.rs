//! The servers of a daemon: their clients and workers.
use super::{FROM, Server, ServerClient};
use crate::params::to_wire;
use crate::{Function, Result, TypedParam, TypedParams};
use oxivirt_protocol::admin;
use oxivirt_protocol::remote::{self, TypedParamValue};

impl Server {
    /// Returns how many clients the server takes: `virAdmServerGetClientLimits`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn client_limits(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virAdmServerGetClientLimits", FROM));
        let args = admin::ServerGetClientLimitsArgs { srv: self.wire(), flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.admin_server_get_client_limits(call, &args)?.params)))
    }

    /// Changes how many clients the server takes: `virAdmServerSetClientLimits`. All settings are numbers: strings are left out.
    /// `flags` must be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn set_client_limits(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmServerSetClientLimits", FROM));
        let args = admin::ServerSetClientLimitsArgs { srv: self.wire(), params: numbers(params)?, flags };
        op.call(|driver, call| driver.admin_server_set_client_limits(call, &args))
    }

    /// Returns how many workers the server has: `virAdmServerGetThreadPoolParameters`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn thread_pool_parameters(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virAdmServerGetThreadPoolParameters", FROM));
        let args = admin::ServerGetThreadpoolParametersArgs { srv: self.wire(), flags };
        op.call(|driver, call| {
            Ok(TypedParams::from_wire(&driver.admin_server_get_threadpool_parameters(call, &args)?.params))
        })
    }

    /// Changes how many workers the server has: `virAdmServerSetThreadPoolParameters`. All settings are numbers: strings are left out.
    /// `flags` must be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn set_thread_pool_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmServerSetThreadPoolParameters", FROM));
        let args = admin::ServerSetThreadpoolParametersArgs { srv: self.wire(), params: numbers(params)?, flags };
        op.call(|driver, call| driver.admin_server_set_threadpool_parameters(call, &args))
    }

    /// Returns the clients of the server: `virAdmServerListClients`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn list_clients(&self, flags: u32) -> Result<Vec<ServerClient>> {
        Ok(self.clients(true, flags)?.1)
    }

    /// Returns how many clients there are, and the clients if they are wanted.
    #[doc(hidden)]
    pub fn clients(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<ServerClient>)> {
        self.op(&Function("virAdmServerListClients", FROM)).list(wanted, |driver, call, need_results, listed| {
            let need_results = need_results.cast_unsigned();
            let args = admin::ServerListClientsArgs { srv: self.wire(), need_results, flags };
            let ret = driver.admin_server_list_clients(call, &args)?;
            listed.take(ret.ret, &ret.clients, |client| ServerClient::from_wire(self, client))
        })
    }

    /// Returns the client with this number: `virAdmServerLookupClient`. `flags` must be 0.
    ///
    /// # Errors
    /// There is none.
    pub fn lookup_client(&self, id: u64, flags: u32) -> Result<ServerClient> {
        let op = self.op(&Function("virAdmServerLookupClient", FROM));
        let args = admin::ServerLookupClientArgs { srv: self.wire(), id, flags };
        op.call(|driver, call| Ok(ServerClient::from_wire(self, &driver.admin_server_lookup_client(call, &args)?.clnt)))
    }

    /// Has the server read its TLS files again: `virAdmServerUpdateTlsFiles`. `flags` must be 0.
    ///
    /// # Errors
    /// A file is bad; the server goes on with what it has.
    pub fn update_tls_files(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmServerUpdateTlsFiles", FROM));
        let args = admin::ServerUpdateTlsFilesArgs { srv: self.wire(), flags };
        op.call(|driver, call| driver.admin_server_update_tls_files(call, &args))
    }
}

/// Settings for the wire. All of this program's settings are numbers; strings are left out unseen, as daemons expect of clients of
/// every version.
fn numbers<'p>(params: &'p [TypedParam<'_>]) -> Result<Vec<remote::TypedParam<'p>>> {
    let mut wire = to_wire(params)?;
    wire.retain(|param| !matches!(param.value, TypedParamValue::String(_)));
    Ok(wire)
}
