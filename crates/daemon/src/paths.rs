//! Where a daemon's files are: the system's, or a user's for a daemon that does not run as root.
use oxivirt_conf::Env;
use std::path::{Path, PathBuf};

/// The places of one daemon.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paths {
    /// Runs for the system.
    pub privileged: bool,
    /// Folder of sockets.
    pub run: PathBuf,
    /// Its configuration.
    pub config: PathBuf,
    /// The file with its process number.
    pub pid_file: PathBuf,
}

impl Paths {
    /// Returns the places of the daemon with this name; `None` if the user has no home.
    #[must_use]
    pub fn of(name: &str, env: &impl Env) -> Option<Self> {
        let file = format!("{name}.conf");
        if env.privileged() {
            return Some(Self {
                privileged: true,
                run: "/run/libvirt".into(),
                config: Path::new("/etc/libvirt").join(file),
                pid_file: Path::new("/run").join(format!("{name}.pid")),
            });
        }
        let below_home = |folder: &str| env.home().map(|home| home.join(folder));
        let config = env.variable("XDG_CONFIG_HOME").map(PathBuf::from).or_else(|| below_home(".config"))?;
        let run = env.variable("XDG_RUNTIME_DIR").map(PathBuf::from).or_else(|| below_home(".cache"))?;
        let run = run.join("libvirt");
        Some(Self {
            privileged: false,
            config: config.join("libvirt").join(file),
            pid_file: run.join(format!("{name}.pid")),
            run,
        })
    }

    /// Makes the folder of sockets: the system's for everybody to look into, a user's for the user alone.
    ///
    /// # Errors
    /// Those of mkdir(2).
    pub(crate) fn make_run(&self) -> std::io::Result<()> {
        use std::os::unix::fs::DirBuilderExt;
        let mode = if self.privileged { 0o755 } else { 0o700 };
        std::fs::DirBuilder::new().recursive(true).mode(mode).create(&self.run)
    }
}
