//! The command line.
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

/// What `--help` shows, and a wrong command line.
pub(crate) const USAGE: &str = "\
usage: oxivirt-doctor [--json] [--readonly] [--no-aliases] [--timeout SECONDS] [URI]
       oxivirt-doctor --server [--json]

Opens the URI (or alias; without one, what programs open by default), tells each step and what came of it.
  --server           look at what daemons on this host need instead: sockets, units, certificates, SASL, polkit
  --json             the same for programs
  --readonly         open for reading only
  --no-aliases       the URI is no alias
  --timeout SECONDS  how long each wait may take (10; 0: as long as it takes)
Exit status: 0 it works, 1 it does not, 2 the command line is wrong.
";

/// How long a wait may take unless the command line says so.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(10);
/// The largest limit, in seconds.
const MOST: f64 = 1e6;

/// What to diagnose, and how to show it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Arguments {
    pub(crate) uri: Option<Vec<u8>>,
    pub(crate) json: bool,
    pub(crate) read_only: bool,
    pub(crate) no_aliases: bool,
    /// `None`: no limit.
    pub(crate) timeout: Option<Duration>,
}

/// What the command line asks for.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Asked {
    Diagnosis(Arguments),
    /// This host as a server; for programs?
    Server {
        json: bool,
    },
    /// Help or the version.
    Text(String),
}

/// Reads the command line without the program's name.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn parse(words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let mut arguments =
        Arguments { uri: None, json: false, read_only: false, no_aliases: false, timeout: Some(ANSWER_TIMEOUT) };
    let mut words = words.map(OsString::into_vec);
    let mut options = true;
    let mut server = false;
    while let Some(word) = words.next() {
        if !options || !word.starts_with(b"-") {
            if arguments.uri.is_some() {
                return Err("only one URI can be diagnosed".to_owned());
            }
            arguments.uri = Some(word);
            continue;
        }
        let shown = String::from_utf8_lossy(&word).into_owned();
        match shown.as_str() {
            "--" => options = false,
            "--server" => server = true,
            "--json" => arguments.json = true,
            "--readonly" | "-r" => arguments.read_only = true,
            "--no-aliases" => arguments.no_aliases = true,
            "--timeout" => {
                let value = words.next().ok_or("--timeout needs a number of seconds")?;
                arguments.timeout = seconds(&String::from_utf8_lossy(&value))?;
            }
            "--help" | "-h" => return Ok(Asked::Text(USAGE.to_owned())),
            "--version" => {
                let version = env!("CARGO_PKG_VERSION");
                return Ok(Asked::Text(format!("oxivirt-doctor {version}\n")));
            }
            other => match other.strip_prefix("--timeout=") {
                Some(value) => arguments.timeout = seconds(value)?,
                None => return Err(format!("unknown option '{other}'")),
            },
        }
    }
    match arguments.uri {
        Some(_) if server => Err("--server looks at this host, not at a URI".to_owned()),
        _ if server => Ok(Asked::Server { json: arguments.json }),
        _ => Ok(Asked::Diagnosis(arguments)),
    }
}

fn seconds(text: &str) -> Result<Option<Duration>, String> {
    let wrong = || format!("'{text}' is not a number of seconds from 0 to {MOST}");
    let number: f64 = text.parse().map_err(|_| wrong())?;
    if !(0.0..=MOST).contains(&number) {
        return Err(wrong());
    }
    let limit = Duration::try_from_secs_f64(number).map_err(|_| wrong())?;
    Ok((!limit.is_zero()).then_some(limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Asked, String> {
        parse(words.iter().map(OsString::from))
    }

    fn diagnosis(words: &[&str]) -> Arguments {
        match parsed(words) {
            Ok(Asked::Diagnosis(arguments)) => arguments,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn options_and_uri() {
        let none = diagnosis(&[]);
        assert_eq!((none.uri, none.timeout), (None, Some(ANSWER_TIMEOUT)));
        let all = diagnosis(&["--json", "-r", "--timeout", "0.5", "--no-aliases", "test:///x"]);
        assert!(all.json && all.read_only && all.no_aliases);
        assert_eq!(all.timeout, Some(Duration::from_millis(500)));
        assert_eq!(all.uri.as_deref(), Some(b"test:///x".as_slice()));
        assert_eq!(diagnosis(&["--timeout=0"]).timeout, None);
        assert_eq!(diagnosis(&["--", "-x"]).uri.as_deref(), Some(b"-x".as_slice()));
    }

    #[test]
    fn wrong_lines() {
        for words in [
            &["--nonsense"][..],
            &["a", "b"],
            &["--timeout"],
            &["--timeout", "soon"],
            &["--timeout=-1"],
            &["--timeout=nan"],
            &["--timeout=inf"],
        ] {
            assert!(parsed(words).is_err(), "{words:?}");
        }
        assert!(parsed(&["--server", "test:///default"]).is_err());
        assert!(matches!(parsed(&["-h"]), Ok(Asked::Text(_))));
        assert_eq!(parsed(&["--server", "--json"]), Ok(Asked::Server { json: true }));
    }
}
