//! The admin program: what an administrator sees and changes of a running daemon.
mod clients;
mod logging;
mod servers;

use crate::daemon::Daemon;
use crate::errors;
use crate::mailbox::Task;
use crate::server::{Member, Server, Serves};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Call;
use oxivirt_protocol::admin::{self, NonnullServer};
use oxivirt_protocol::driver::*;
use std::sync::Arc;

/// Answers one call of the admin program.
#[derive(Debug)]
pub(crate) struct Admin<'d> {
    pub(crate) daemon: &'d Arc<Daemon>,
}

macro_rules! not_here {
    ($($topic:ident)*) => { $(impl $topic for Admin<'_> {})* };
}
not_here! {
    Auth Connect DomainBlock DomainBlockJob DomainCheckpoint DomainDefine DomainDevice DomainGuest DomainInfo DomainJob
    DomainLifecycle DomainLookup DomainMemory DomainMigrate DomainSave DomainSnapshot DomainVcpu Events Interface Lxc Network
    NetworkPort Node NodeDevice Nwfilter Qemu Secret StoragePool StorageVol
}

impl Admin<'_> {
    fn server(&self, named: &NonnullServer<'_>) -> Result<&Arc<Server>> {
        self.daemon.server(named.name.as_bytes()).ok_or_else(|| no_server(named.name.as_bytes()))
    }
}

fn no_server(name: &[u8]) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::NO_SERVER, message!("No server named '%1$s'", name))
}

/// Refuses flags that a function of the stock daemon, which errors name, does not know.
fn no_flags(flags: u32, function: &str) -> Result<()> {
    known_flags(flags, 0, function)
}

fn known_flags(flags: u32, known: u32, function: &str) -> Result<()> {
    match flags & !known {
        0 => Ok(()),
        unknown => {
            let text = message!("unsupported flags (0x%1$x) in function %2$s", unknown, function);
            let strings = (Some(function.into()), Some(b"flags".to_vec()), None);
            Err(Error::raw(ErrorDomain::ADMIN, ErrorCode::INVALID_ARG, text)
                .with_strings(strings.0, strings.1, strings.2))
        }
    }
}

/// Returns the length of a list as replies tell it.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl oxivirt_protocol::driver::Admin for Admin<'_> {
    fn admin_connect_open(&self, _: &mut Call, args: &admin::ConnectOpenArgs) -> Result<()> {
        no_flags(args.flags, "adminDispatchConnectOpen")
    }

    fn admin_connect_close(&self, _: &mut Call) -> Result<()> {
        Ok(())
    }

    fn admin_connect_get_lib_version(&self, _: &mut Call) -> Result<admin::ConnectGetLibVersionRet> {
        Ok(admin::ConnectGetLibVersionRet { lib_ver: crate::LIBRARY_VERSION })
    }

    fn admin_connect_list_servers<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ConnectListServersArgs,
    ) -> Result<admin::ConnectListServersRet<'c>> {
        no_flags(args.flags, "adminConnectListServers")?;
        let named = |server: &Arc<Server>| NonnullServer { name: server.config.name.clone().into() };
        let servers = if args.need_results == 0 { Vec::new() } else { self.daemon.servers.iter().map(named).collect() };
        Ok(admin::ConnectListServersRet { servers, ret: count(self.daemon.servers.len()) })
    }

    // Flags are not looked at: the stock daemon does not either.
    fn admin_connect_lookup_server<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ConnectLookupServerArgs<'_>,
    ) -> Result<admin::ConnectLookupServerRet<'c>> {
        let name = args.name.as_bytes();
        let found = self.daemon.server(name).ok_or_else(|| no_server(name))?;
        Ok(admin::ConnectLookupServerRet { srv: NonnullServer { name: found.config.name.clone().into() } })
    }

    fn admin_server_get_threadpool_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ServerGetThreadpoolParametersArgs<'_>,
    ) -> Result<admin::ServerGetThreadpoolParametersRet<'c>> {
        no_flags(args.flags, "adminServerGetThreadPoolParameters")?;
        Ok(admin::ServerGetThreadpoolParametersRet { params: servers::pool(self.server(&args.srv)?) })
    }

    fn admin_server_set_threadpool_parameters(
        &self,
        _: &mut Call,
        args: &admin::ServerSetThreadpoolParametersArgs<'_>,
    ) -> Result<()> {
        no_flags(args.flags, "adminServerSetThreadPoolParameters")?;
        servers::set_pool(self.server(&args.srv)?, &args.params)
    }

    fn admin_server_list_clients<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ServerListClientsArgs<'_>,
    ) -> Result<admin::ServerListClientsRet<'c>> {
        no_flags(args.flags, "adminServerListClients")?;
        let server = self.server(&args.srv)?;
        let all = server.clients();
        let ret = count(all.len());
        let named = |one: &Arc<dyn Member>| clients::named(server, &**one);
        let clients = if args.need_results == 0 { Vec::new() } else { all.iter().map(named).collect() };
        Ok(admin::ServerListClientsRet { clients, ret })
    }

    fn admin_server_lookup_client<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ServerLookupClientArgs<'_>,
    ) -> Result<admin::ServerLookupClientRet<'c>> {
        no_flags(args.flags, "adminServerLookupClient")?;
        let server = self.server(&args.srv)?;
        let client = clients::find(server, args.id)?;
        Ok(admin::ServerLookupClientRet { clnt: clients::named(server, &*client) })
    }

    fn admin_client_get_info<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ClientGetInfoArgs<'_>,
    ) -> Result<admin::ClientGetInfoRet<'c>> {
        no_flags(args.flags, "adminClientGetInfo")?;
        let client = clients::find(self.server(&args.clnt.srv)?, args.clnt.id)?;
        Ok(admin::ClientGetInfoRet { params: clients::info(&*client)? })
    }

    fn admin_client_close(&self, _: &mut Call, args: &admin::ClientCloseArgs<'_>) -> Result<()> {
        no_flags(args.flags, "adminClientClose")?;
        clients::find(self.server(&args.clnt.srv)?, args.clnt.id)?.disconnect();
        Ok(())
    }

    fn admin_server_get_client_limits<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ServerGetClientLimitsArgs<'_>,
    ) -> Result<admin::ServerGetClientLimitsRet<'c>> {
        no_flags(args.flags, "adminServerGetClientLimits")?;
        Ok(admin::ServerGetClientLimitsRet { params: servers::client_limits(self.server(&args.srv)?) })
    }

    fn admin_server_set_client_limits(&self, _: &mut Call, args: &admin::ServerSetClientLimitsArgs<'_>) -> Result<()> {
        no_flags(args.flags, "adminServerSetClientLimits")?;
        servers::set_client_limits(self.server(&args.srv)?, &args.params)?;
        self.daemon.mailbox.post(Task::Accept);
        Ok(())
    }

    fn admin_connect_get_logging_outputs<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ConnectGetLoggingOutputsArgs,
    ) -> Result<admin::ConnectGetLoggingOutputsRet<'c>> {
        no_flags(args.flags, "adminConnectGetLoggingOutputs")?;
        Ok(logging::outputs())
    }

    fn admin_connect_get_logging_filters<'c>(
        &self,
        _: &'c mut Call,
        args: &admin::ConnectGetLoggingFiltersArgs,
    ) -> Result<admin::ConnectGetLoggingFiltersRet<'c>> {
        no_flags(args.flags, "adminConnectGetLoggingFilters")?;
        Ok(logging::filters())
    }

    fn admin_connect_set_logging_outputs(
        &self,
        _: &mut Call,
        args: &admin::ConnectSetLoggingOutputsArgs<'_>,
    ) -> Result<()> {
        no_flags(args.flags, "adminConnectSetLoggingOutputs")?;
        logging::set_outputs(args.outputs.as_ref().map(|text| text.as_bytes()))
    }

    fn admin_connect_set_logging_filters(
        &self,
        _: &mut Call,
        args: &admin::ConnectSetLoggingFiltersArgs<'_>,
    ) -> Result<()> {
        no_flags(args.flags, "adminConnectSetLoggingFilters")?;
        logging::set_filters(args.filters.as_ref().map(|text| text.as_bytes()))
    }

    fn admin_server_update_tls_files(&self, _: &mut Call, args: &admin::ServerUpdateTlsFilesArgs<'_>) -> Result<()> {
        no_flags(args.flags, "adminServerUpdateTlsFiles")?;
        let server = self.server(&args.srv)?;
        match &self.daemon.policy.tls {
            Some(tls) if server.config.serves == Serves::Drivers => tls.reload(),
            _ => Err(errors::internal(message!("no tls service found, unable to update tls files"))),
        }
    }

    fn admin_connect_set_daemon_timeout(&self, _: &mut Call, args: &admin::ConnectSetDaemonTimeoutArgs) -> Result<()> {
        no_flags(args.flags, "adminConnectSetDaemonTimeout")?;
        self.daemon.set_timeout(args.timeout);
        self.daemon.mailbox.post(Task::Timeout);
        Ok(())
    }

    fn admin_connect_daemon_shutdown(&self, _: &mut Call, args: &admin::ConnectDaemonShutdownArgs) -> Result<()> {
        /// `VIR_DAEMON_SHUTDOWN_PRESERVE`: there are no guests here that could be kept.
        const PRESERVE: u32 = 1;
        known_flags(args.flags, PRESERVE, "adminConnectDaemonShutdown")?;
        self.daemon.mailbox.post(Task::Stop);
        Ok(())
    }
}
