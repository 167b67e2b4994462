//! The commands of virt-admin: servers of a daemon, their workers and clients, and its log.
use super::host::version_text;
use super::params;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::admin::{Server, ServerClient};
use oxivirt::{TypedParam, TypedParams};
use oxivirt_model::constants as c;
use oxivirt_sys::LocalTime;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("uri", admin_uri),
    ("version", admin_version),
    ("connect", admin_connect),
    ("server-list", server_list),
    ("server-threadpool-info", server_threadpool_info),
    ("client-list", client_list),
    ("client-info", client_info),
    ("server-clients-info", server_clients_info),
    ("server-threadpool-set", server_threadpool_set),
    ("client-disconnect", client_disconnect),
    ("server-clients-set", server_clients_set),
    ("server-update-tls", server_update_tls),
    ("daemon-log-filters", daemon_log_filters),
    ("daemon-log-outputs", daemon_log_outputs),
    ("daemon-timeout", daemon_timeout),
    ("daemon-shutdown", daemon_shutdown),
];

fn admin_uri(sh: &mut Shell, _: &Args) -> Done {
    sh.print(&format!("{}\n", sh.daemon()?.uri().shown()));
    Ok(())
}

fn admin_version(sh: &mut Shell, _: &Args) -> Done {
    let own = version_text(c::LIBVIR_VERSION_NUMBER.into());
    sh.print(&format!("Compiled against library: libvirt {own}\nUsing library: libvirt {own}\n"));
    match sh.daemon()?.lib_version() {
        Ok(version) => sh.print(&format!("Running against daemon: {}\n", version_text(version))),
        Err(_) => sh.error("failed to get the daemon version"),
    }
    Ok(())
}

fn admin_connect(sh: &mut Shell, args: &Args) -> Done {
    if let Some(name) = args.text("name")? {
        sh.uri = Some(name.to_owned());
    }
    let connected = sh.daemon().is_ok();
    sh.connect_admin()?;
    if !connected {
        sh.print("Connected to the admin server\n");
    }
    Ok(())
}

fn server_list(sh: &mut Shell, _: &Args) -> Done {
    let daemon = sh.daemon()?;
    let servers = daemon.list_servers(0);
    let servers =
        servers.or_say(|| format!("failed to obtain list of available servers from {}", daemon.uri().shown()))?;
    let mut table = Table::new(&["Id", "Name"]);
    for (number, server) in servers.iter().enumerate() {
        table.row(&[&number.to_string(), &server.name().shown()]);
    }
    sh.table(&table);
    Ok(())
}

fn server(sh: &Shell, args: &Args) -> Done<Server> {
    let name = args.needed("server")?;
    Ok(sh.daemon()?.lookup_server(&*bytes(name), 0)?)
}

fn print_numbers(sh: &Shell, width: usize, params: &TypedParams) -> Done {
    for param in params.iter() {
        let (name, value) = params::pair(param)?;
        sh.print(&format!("{name:<width$}: {value}\n"));
    }
    Ok(())
}

fn server_threadpool_info(sh: &mut Shell, args: &Args) -> Done {
    let params = server(sh, args)?.thread_pool_parameters(0);
    print_numbers(sh, 15, &params.or_say(|| "Unable to get server workerpool parameters")?)
}

fn server_clients_info(sh: &mut Shell, args: &Args) -> Done {
    let params = server(sh, args)?.client_limits(0);
    print_numbers(sh, 20, &params.or_say(|| "Unable to retrieve client limits from server's configuration")?)
}

/// Returns the numbers that options give.
fn numbers(args: &Args, options: &[(&str, &'static str)]) -> Done<Vec<TypedParam<'static>>> {
    let mut settings = Vec::new();
    for (option, name) in options {
        let value = args.u32(option).map_err(|mut failure| {
            failure.lines.push(format!("Unable to parse integer parameter '{option}'"));
            failure
        });
        if let Some(value) = value? {
            settings.push(TypedParam::new(*name, value));
        }
    }
    Ok(settings)
}

fn server_threadpool_set(sh: &mut Shell, args: &Args) -> Done {
    args.needed("server")?;
    let settings = numbers(
        args,
        &[
            ("max-workers", c::VIR_THREADPOOL_WORKERS_MAX),
            ("min-workers", c::VIR_THREADPOOL_WORKERS_MIN),
            ("priority-workers", c::VIR_THREADPOOL_WORKERS_PRIORITY),
        ],
    )?;
    if settings.is_empty() {
        let text = "At least one of options --min-workers, --max-workers, --priority-workers is mandatory";
        return Err(Failure::say(text));
    }
    if let (Some(min), Some(max)) = (args.u32("min-workers")?, args.u32("max-workers")?)
        && min > max
    {
        return Err(Failure::say("--min-workers must be less than or equal to --max-workers"));
    }
    let done = server(sh, args)?.set_thread_pool_parameters(&settings, 0);
    done.or_say(|| "Unable to change server workerpool parameters")
}

fn server_clients_set(sh: &mut Shell, args: &Args) -> Done {
    args.needed("server")?;
    let settings = numbers(
        args,
        &[("max-clients", c::VIR_SERVER_CLIENTS_MAX), ("max-unauth-clients", c::VIR_SERVER_CLIENTS_UNAUTH_MAX)],
    )?;
    if settings.is_empty() {
        let text = "At least one of options --max-clients, --max-unauth-clients is mandatory";
        return Err(Failure::say(text));
    }
    if let (Some(unauthenticated), Some(max)) = (args.u32("max-unauth-clients")?, args.u32("max-clients")?)
        && unauthenticated > max
    {
        return Err(Failure::say("--max-unauth-clients must be less than or equal to --max-clients"));
    }
    let done = server(sh, args)?.set_client_limits(&settings, 0);
    done.or_say(|| "Unable to change server's client-related configuration limits")
}

fn transport(client: &ServerClient) -> &'static str {
    match client.transport() {
        0 => "unix",
        1 => "tcp",
        2 => "tls",
        _ => "unknown",
    }
}

/// Returns when a client connected, `2026-01-31 13:45:00+0100`.
fn since(client: &ServerClient) -> String {
    let time = LocalTime::at(client.timestamp()).map(|time| time.to_string()).unwrap_or_default();
    time.rsplit_once(' ').map(|(time, zone)| format!("{time}{zone}")).unwrap_or_default()
}

fn client_list(sh: &mut Shell, args: &Args) -> Done {
    let server = server(sh, args)?;
    let clients = server.list_clients(0);
    let clients = clients
        .or_say(|| format!("failed to obtain list of connected clients from server '{}'", server.name().shown()))?;
    let mut table = Table::new(&["Id", "Transport", "Connected since"]);
    for client in &clients {
        table.row(&[&client.id().to_string(), transport(client), &since(client)]);
    }
    sh.table(&table);
    Ok(())
}

fn client_info(sh: &mut Shell, args: &Args) -> Done {
    let id = args.u64("client")?.unwrap_or_default();
    let server = server(sh, args)?;
    let client = server.lookup_client(id, 0)?;
    let info = client.info(0).or_say(|| {
        let server = server.name().shown();
        format!("failed to retrieve client identity information for client '{id}' connected to server '{server}'")
    })?;
    let line = |name: &str, value: &str| sh.print(&format!("{name:<15}: {value}\n"));
    line("id", &client.id().to_string());
    line("connection_time", &since(&client));
    line("transport", transport(&client));
    for param in info.iter() {
        let (name, value) = params::pair(param)?;
        line(&name, &value);
    }
    Ok(())
}

fn client_disconnect(sh: &mut Shell, args: &Args) -> Done {
    args.needed("server")?;
    let id = args.wrapping_u64("client")?.unwrap_or_default();
    let server = server(sh, args)?;
    let done = server.lookup_client(id, 0)?.close(0);
    done.or_say(|| format!("Failed to disconnect client '{id}' from server {}", server.name().shown()))?;
    sh.print(&format!("Client '{id}' disconnected"));
    Ok(())
}

fn server_update_tls(sh: &mut Shell, args: &Args) -> Done {
    server(sh, args)?.update_tls_files(0).or_say(|| "Unable to update server's tls related files.")?;
    sh.print("update tls related files succeed\n");
    Ok(())
}

fn daemon_log_filters(sh: &mut Shell, args: &Args) -> Done {
    let daemon = sh.daemon()?;
    if let Some(filters) = args.text("filters")? {
        let done = daemon.set_logging_filters(Some(&*bytes(filters)), 0);
        return done.or_say(|| "Unable to change daemon logging settings");
    }
    let (_, filters) = daemon.logging_filters(0).or_say(|| "Unable to get daemon logging filters information")?;
    sh.extra(&format!(" {:<15}", "Logging filters: "));
    sh.print(&format!("{}\n", filters.map(|filters| filters.shown()).unwrap_or_default()));
    Ok(())
}

fn daemon_log_outputs(sh: &mut Shell, args: &Args) -> Done {
    let daemon = sh.daemon()?;
    if let Some(outputs) = args.text("outputs")? {
        let done = daemon.set_logging_outputs(Some(&*bytes(outputs)), 0);
        return done.or_say(|| "Unable to change daemon logging settings");
    }
    let (_, outputs) = daemon.logging_outputs(0).or_say(|| "Unable to get daemon logging outputs information")?;
    sh.extra(&format!(" {:<15}", "Logging outputs: "));
    sh.print(&format!("{}\n", outputs.shown()));
    Ok(())
}

fn daemon_timeout(sh: &mut Shell, args: &Args) -> Done {
    let timeout = args.u32("timeout")?.unwrap_or_default();
    Ok(sh.daemon()?.set_daemon_timeout(timeout, 0)?)
}

fn daemon_shutdown(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("preserve", c::VIR_DAEMON_SHUTDOWN_PRESERVE)]);
    Ok(sh.daemon()?.daemon_shutdown(flags)?)
}
