//! A daemon's life: the order in which it starts, what its exit status says, and how it ends.
use crate::activation::Activation;
use crate::cli::{self, Command, Options};
use crate::config::{LogSettings, SecuritySettings, Settings, shown};
use crate::daemon::Daemon;
use crate::kind::Kind;
use crate::listen::Plan;
use crate::notify;
use crate::paths::Paths;
use crate::pid_file::{PidFile, PidFileError};
use crate::policy::Policy;
use crate::reactor::{Reactor, Waiting};
use crate::server::{Auth, Quotas, Server, Serves, Service};
use oxivirt_conf::{Conf, Env, ProcessEnv};
use oxivirt_log::{Level, log, source::DAEMON};
use oxivirt_model::Error;
use oxivirt_sys::{Background, OnceBox, SaslServer, SignalFd, Status, signal};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long calls that run may take when the daemon ends.
const END_TIMEOUT: Duration = Duration::from_secs(30);

/// Blocks of memory up to this length, which those of streams' packets are, may be kept for the next one; longer ones go back to the system.
const KEPT_BLOCK: u32 = 1 << 20;

/// Why a daemon does not start: its exit status, and what is wrong.
#[derive(Debug)]
struct Failure(u8, String);

/// What exit statuses say, to whoever started a daemon in the background.
const REASONS: &[(u8, &str)] = &[
    (1, "Unable to obtain pidfile"),
    (2, "Unable to create rundir"),
    (3, "Unable to initialize libvirt"),
    (4, "Unable to setup signal handlers"),
    (6, "Unable to initialize network sockets"),
    (11, "Unable to initialize driver"),
];

impl Failure {
    /// Configuration, logging and the process number's file.
    fn config(text: impl Into<String>) -> Self {
        Self(1, text.into())
    }

    fn of(status: u8, error: &Error) -> Self {
        Self(status, error.text().into_owned())
    }
}

/// Runs the program of a daemon.
#[must_use]
pub fn main(kind: &Kind) -> ExitCode {
    let activation = Activation::take();
    match cli::parse(kind, std::env::args_os()) {
        Command::Say(text) => {
            use std::io::Write;
            // Nobody is left to be told.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Command::Help(text) => {
            oxivirt_sys::write_to_stderr(text.as_bytes());
            ExitCode::SUCCESS
        }
        Command::Wrong(text) => {
            oxivirt_sys::write_to_stderr(text.as_bytes());
            ExitCode::FAILURE
        }
        Command::Run(options) => begin(kind, &options, activation),
    }
}

/// Reads the configuration, goes into the background if that is wanted, and serves.
fn begin(kind: &Kind, options: &Options, activation: Activation) -> ExitCode {
    oxivirt_sys::give_back_blocks_above(KEPT_BLOCK);
    let (paths, settings) = match prepare(kind, options) {
        Ok(prepared) => prepared,
        Err(failure) => return ended(&failure),
    };
    if !options.daemon {
        let served = serve(kind, options, &paths, &settings, activation, None);
        return served.map_or_else(|failure| ended(&failure), |()| ExitCode::SUCCESS);
    }
    match oxivirt_sys::background() {
        Ok(Background::Child(status)) => {
            let served = serve(kind, options, &paths, &settings, activation, Some(status));
            served.map_or_else(|failure| ExitCode::from(failure.0), |()| ExitCode::SUCCESS)
        }
        Ok(Background::Parent(outcome)) => parent(kind, outcome.wait()),
        Err(error) => ended(&Failure::config(format!("Failed to fork as daemon: {error}"))),
    }
}

/// Says how the start in the background went.
fn parent(kind: &Kind, status: Option<u8>) -> ExitCode {
    let name = kind.name;
    let text = match status {
        Some(0) => return ExitCode::SUCCESS,
        Some(status) => {
            let reason = REASONS.iter().find(|(known, _)| *known == status).map_or("unknown", |(_, reason)| reason);
            format!("{name}: error: {reason}. Check /var/log/messages or run without --daemon for more info.\n")
        }
        None => format!("{name}: error: unable to determine if daemon is running\n"),
    };
    oxivirt_sys::write_to_stderr(text.as_bytes());
    ExitCode::FAILURE
}

fn ended(failure: &Failure) -> ExitCode {
    oxivirt_sys::write_to_stderr(format!("{}\n", failure.1).as_bytes());
    ExitCode::from(failure.0)
}

fn prepare(kind: &Kind, options: &Options) -> Result<(Paths, Settings), Failure> {
    oxivirt_log::init().map_err(|error| Failure::config(format!("libvirt:  error : invalid argument: {error}")))?;
    let mut paths = Paths::of(kind.name, &ProcessEnv)
        .ok_or_else(|| Failure::config("Can't determine config path: there is no home directory"))?;
    let explicit = options.config.is_some();
    if let Some(path) = &options.config {
        paths.config.clone_from(path);
    }
    if let Some(path) = &options.pid_file {
        paths.pid_file.clone_from(path);
    }
    let unloadable =
        |error: &Error| Failure::config(format!("Can't load config file: {}: {}", error.text(), shown(&paths.config)));
    let conf = if explicit || ProcessEnv.exists(&paths.config) {
        Conf::read(&paths.config, &ProcessEnv).map_err(|error| unloadable(&error))?
    } else {
        Conf::default()
    };
    let settings = Settings::of(&conf, kind, paths.privileged).map_err(|error| unloadable(&error))?;
    log_as(&settings.log, options.verbose)?;
    Ok((paths, settings))
}

/// Sets what is logged: the command line before the environment before the configuration.
fn log_as(settings: &LogSettings, verbose: bool) -> Result<(), Failure> {
    let unset = |name: &str| ProcessEnv.variable(name).is_none();
    let wrong = |text: String| Failure::config(format!("invalid argument: {text}"));
    let mut level = match settings.level {
        0 => Level::Warning,
        1 => Level::Debug,
        2 => Level::Info,
        3 => Level::Warning,
        4 => Level::Error,
        other => return Err(wrong(format!("Failed to set logging priority, argument '{other}' is invalid"))),
    };
    if verbose {
        level = level.min(Level::Info);
    }
    if unset("LIBVIRT_DEBUG") {
        oxivirt_log::set_level(level);
        oxivirt_log::set_stderr_level(level);
    }
    if let (Some(filters), true) = (&settings.filters, unset("LIBVIRT_LOG_FILTERS")) {
        oxivirt_log::set_filters(filters).map_err(|error| wrong(error.to_string()))?;
    }
    if let (Some(outputs), true) = (&settings.outputs, unset("LIBVIRT_LOG_OUTPUTS")) {
        oxivirt_log::set_outputs(outputs).map_err(|error| wrong(error.to_string()))?;
    }
    Ok(())
}

/// Starts and serves until the end. Whoever waits for the start is told how it went.
fn serve(
    kind: &Kind,
    options: &Options,
    paths: &Paths,
    settings: &Settings,
    activation: Activation,
    status: Option<Status>,
) -> Result<(), Failure> {
    let started = start(kind, options, paths, settings, activation);
    let word = started.as_ref().map_or_else(|failure| failure.0, |_| 0);
    if let Err(failure) = &started {
        log!(DAEMON, Error, "serve", "{}", failure.1);
    }
    if let Some(status) = status {
        status.tell(word);
    }
    let Started { mut reactor, daemon, _pid_file } = started?;
    notify::ready();
    if let Err(error) = reactor.run() {
        log!(DAEMON, Error, "serve", "waiting for sockets failed: {error}");
    }
    end(&mut reactor, &daemon)
}

struct Started {
    reactor: Reactor,
    daemon: Arc<Daemon>,
    _pid_file: PidFile,
}

fn start(
    kind: &Kind,
    options: &Options,
    paths: &Paths,
    settings: &Settings,
    mut activation: Activation,
) -> Result<Started, Failure> {
    paths.make_run().map_err(|error| Failure(2, format!("unable to create rundir {}: {error}", shown(&paths.run))))?;
    let pid_file = PidFile::acquire(&paths.pid_file).map_err(|error| pid_failure(paths, &error))?;
    let signals = SignalFd::new(&[signal::HUP, signal::INT, signal::QUIT, signal::TERM])
        .map_err(|error| Failure(4, format!("Unable to setup signal handlers: {error}")))?;
    settings.check().map_err(|error| Failure::of(3, &error))?;
    let security = &settings.security;
    let main = Server::new(settings.main.server(kind.name, Serves::Drivers, security));
    // Administrators have the daemon's own user id.
    let unlimited = SecuritySettings { quotas: Quotas::default(), ..security.clone() };
    let admin = Server::new(settings.admin.server("admin", Serves::Admin, &unlimited));
    let tls = OnceBox::new();
    let plan = Plan { kind, paths, settings, listen: options.listen, main: &main, admin: &admin, tls: &tls };
    let services = plan.listen(&mut activation).map_err(|error| Failure::of(6, &error))?;
    if services.iter().any(|service| service.auth == Auth::Sasl) {
        SaslServer::init().map_err(|why| Failure(6, format!("authentication failed: {why}")))?;
    }
    let policy = Policy {
        tls: tls.get().cloned(),
        sasl_users: security.sasl_users.clone(),
        sasl_min_strength: security.sasl_min_strength,
        access: security.access,
        auth_timeout: security.auth_timeout,
        ..Policy::default()
    };
    let started = drivers(kind, options, paths, vec![main, admin], services, (policy, signals));
    let (reactor, daemon) = started?;
    Ok(Started { reactor, daemon, _pid_file: pid_file })
}

/// Starts the drivers; connections wait meanwhile.
fn drivers(
    kind: &Kind,
    options: &Options,
    paths: &Paths,
    servers: Vec<Arc<Server>>,
    services: Vec<Service>,
    (policy, signals): (Policy, SignalFd),
) -> Result<(Reactor, Arc<Daemon>), Failure> {
    let remove = |services: &[Service]| {
        for path in services.iter().filter_map(|service| service.path.as_ref()) {
            let _ = std::fs::remove_file(path);
        }
    };
    let opener = match (kind.drivers)(paths) {
        Ok(opener) => opener,
        Err(why) => {
            remove(&services);
            return Err(Failure(11, format!("Driver state initialization failed: {why}")));
        }
    };
    let unable = |error: std::io::Error| Failure(3, format!("Unable to initialize libvirt: {error}"));
    let (waiting, mailbox) = Waiting::new().map_err(unable)?;
    let daemon = Arc::new(Daemon::new(servers, opener, mailbox, policy, options.timeout.unwrap_or(0)));
    let reactor = waiting.serve(Arc::clone(&daemon), services, signals).map_err(unable)?;
    Ok((reactor, daemon))
}

fn pid_failure(paths: &Paths, error: &PidFileError) -> Failure {
    let path = shown(&paths.pid_file);
    let reason = |error: &std::io::Error| oxivirt_sys::errno_text(oxivirt_sys::errno::errno(error));
    Failure::config(match error {
        PidFileError::Open(error) => format!("Failed to open pid file '{path}': {}", reason(error)),
        PidFileError::Taken => {
            let text = oxivirt_sys::errno_text(oxivirt_sys::errno::EAGAIN);
            format!("Failed to acquire pid file '{path}': {text}")
        }
        PidFileError::Write(error) => format!("Failed to write to pid file '{path}': {}", reason(error)),
    })
}

/// Ends: nobody is listened to any more, all connections are closed, and what runs may run on for a while.
fn end(reactor: &mut Reactor, daemon: &Daemon) -> Result<(), Failure> {
    notify::stopping(END_TIMEOUT.as_secs());
    reactor.close();
    let deadline = Instant::now().checked_add(END_TIMEOUT).unwrap_or_else(Instant::now);
    if daemon.servers.iter().all(|server| server.pool.drain(deadline)) {
        return Ok(());
    }
    Err(Failure(1, "Make forcefull daemon shutdown".to_owned()))
}
