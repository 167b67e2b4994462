//! The command line, as the stock daemons have it.
use crate::kind::{Kind, Network};
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the command line asks for.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct Options {
    pub(crate) verbose: bool,
    pub(crate) daemon: bool,
    pub(crate) listen: bool,
    /// Seconds; `None`: what the configuration or nothing says.
    pub(crate) timeout: Option<u32>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) pid_file: Option<PathBuf>,
}

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Command {
    Run(Options),
    /// Print this to standard output.
    Say(String),
    /// Print this to standard error.
    Help(String),
    /// Print this to standard error and fail.
    Wrong(String),
}

/// The most seconds of a timeout: it was counted in milliseconds once.
const MOST_SECONDS: u32 = i32::MAX as u32 / 1000;

/// Reads the command line; the first argument is the program.
pub(crate) fn parse(kind: &Kind, arguments: impl IntoIterator<Item = OsString>) -> Command {
    let mut arguments = arguments.into_iter();
    let program = arguments.next().map_or_else(|| kind.name.to_owned(), |name| name.to_string_lossy().into_owned());
    let wrong = |text: &str| Command::Wrong(format!("{program}: {text}\n"));
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Options::default();
    loop {
        let argument = match parser.next() {
            Ok(Some(Value(_))) => return wrong("unexpected, non-option, command line arguments"),
            Ok(Some(argument)) => named(&argument),
            Ok(None) => return Command::Run(options),
            Err(error) => return Command::Wrong(format!("{program}: {error}\n{}", usage(kind, &program))),
        };
        match argument.as_str() {
            "-h" | "--help" => return Command::Help(usage(kind, &program)),
            "-V" | "--version" => {
                return Command::Say(format!("{program} (libvirt) {}\n", env!("CARGO_PKG_VERSION")));
            }
            "-v" | "--verbose" => options.verbose = true,
            "-d" | "--daemon" => options.daemon = true,
            "-l" | "--listen" if kind.network == Network::WithOption => options.listen = true,
            "-t" | "--timeout" | "-f" | "--config" | "-p" | "--pid-file" => {
                let value = match parser.value() {
                    Ok(value) => value,
                    Err(error) => return Command::Wrong(format!("{program}: {error}\n{}", usage(kind, &program))),
                };
                if !options.take(&argument, value) {
                    return Command::Wrong("Invalid value for timeout\n".to_owned());
                }
            }
            other => {
                let text = format!("unrecognized option '{other}'");
                return Command::Wrong(format!("{program}: {text}\n{}", usage(kind, &program)));
            }
        }
    }
}

impl Options {
    /// Takes an option with a value. Returns false if the value is wrong.
    fn take(&mut self, option: &str, value: OsString) -> bool {
        match option {
            "-t" | "--timeout" => {
                self.timeout = seconds(&value.to_string_lossy());
                return self.timeout.is_some();
            }
            "-f" | "--config" => self.config = Some(value.into()),
            _ => self.pid_file = Some(value.into()),
        }
        true
    }
}

fn named(argument: &lexopt::Arg<'_>) -> String {
    match argument {
        Short(letter) => format!("-{letter}"),
        Long(word) => format!("--{word}"),
        Value(text) => text.to_string_lossy().into_owned(),
    }
}

/// Digits in front, whatever is behind them.
fn seconds(text: &str) -> Option<u32> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end)?.parse().ok().filter(|seconds| *seconds <= MOST_SECONDS)
}

fn usage(kind: &Kind, program: &str) -> String {
    let name = kind.name;
    let listen = match kind.network {
        Network::WithOption => "    -l | --listen          Listen for TCP/IP connections, as the configuration says.\n",
        _ => "",
    };
    format!(
        "\nUsage:\n  {program} [options]\n\nOptions:\n    -h | --help            Display program help\n    \
         -v | --verbose         Verbose messages\n    -d | --daemon          Run as a daemon and write a PID file\n\
         {listen}    -t | --timeout <secs>  Exit after a timeout period without clients\n    \
         -f | --config <file>   Configuration file\n    -V | --version         Display version information\n    \
         -p | --pid-file <file> Change name of PID file\n\nManagement daemon of libvirt: {name}\n\n  \
         Default paths:\n\n    Configuration file (unless overridden by -f):\n      /etc/libvirt/{name}.conf\n\n    \
         Sockets:\n      /run/libvirt/{prefix}-sock\n      /run/libvirt/{prefix}-sock-ro\n\n    \
         PID file (unless overridden by -p):\n      /run/{name}.pid\n\n",
        prefix = kind.prefix
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::opener::Opener;
    use crate::paths::Paths;

    fn nothing(_: &Paths) -> Result<Box<dyn Opener>, String> {
        Err(String::new())
    }

    const WITH: Kind =
        Kind { name: "libvirtd", prefix: "libvirt", network: Network::WithOption, listens_tls: true, drivers: nothing };
    const WITHOUT: Kind = Kind { network: Network::Never, ..WITH };

    fn of(kind: &Kind, words: &[&str]) -> Command {
        parse(kind, ["libvirtd"].iter().chain(words).map(OsString::from))
    }

    #[test]
    fn options() {
        let all = ["-dv", "--listen", "-t", "5x", "--config=/a", "-p/b"];
        let wanted = Options {
            verbose: true,
            daemon: true,
            listen: true,
            timeout: Some(5),
            config: Some("/a".into()),
            pid_file: Some("/b".into()),
        };
        assert_eq!(of(&WITH, &all), Command::Run(wanted));
        assert_eq!(
            of(&WITH, &["--version"]),
            Command::Say(format!("libvirtd (libvirt) {}\n", env!("CARGO_PKG_VERSION")))
        );
        assert!(matches!(of(&WITH, &["-h"]), Command::Help(text) if text.contains("--listen")));
    }

    #[test]
    fn what_is_wrong() {
        let wrong = |kind: &Kind, words: &[&str]| match of(kind, words) {
            Command::Wrong(text) => text.lines().next().unwrap_or_default().to_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!(wrong(&WITHOUT, &["--listen"]), "libvirtd: unrecognized option '--listen'");
        for bad in ["-1", "x", "2147484"] {
            assert_eq!(wrong(&WITH, &["-t", bad]), "Invalid value for timeout");
        }
        assert_eq!(wrong(&WITH, &["x"]), "libvirtd: unexpected, non-option, command line arguments");
        assert!(wrong(&WITH, &["-t"]).contains("-t"));
    }
}
