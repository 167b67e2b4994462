//! The three variables and what they decide. A wrong one is refused with the stock library's words.
use crate::line::Record;
use crate::output::{Kind, Output};
use crate::source::OFF;
use crate::{Level, glob};
use oxivirt_model::message;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// What is wrong with a variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConfigError {
    /// A value that is not of the form it must have.
    Malformed(Vec<u8>),
    /// A file that cannot be opened: what was tried, and errno.
    File(Vec<u8>, i32),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(text) | Self::File(text, _) => f.write_str(&String::from_utf8_lossy(text)),
        }
    }
}

impl std::error::Error for ConfigError {}

type Result<T> = std::result::Result<T, ConfigError>;

fn malformed<T>(text: Vec<u8>) -> Result<T> {
    Err(ConfigError::Malformed(text))
}

#[derive(Clone, Debug)]
struct Filter {
    /// With a star at both ends.
    pattern: Vec<u8>,
    level: Level,
}

/// The settings.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// For sources that no filter names; `None`: nothing at all.
    default: Option<Level>,
    filters: Vec<Filter>,
    outputs: Vec<Arc<Output>>,
    /// Used when no output is named.
    stderr: Option<Arc<Output>>,
}

impl Config {
    /// Nothing is logged.
    pub(crate) fn silent() -> Self {
        Self { default: None, filters: Vec::new(), outputs: Vec::new(), stderr: None }
    }

    /// Reads the variables; the first wrong one ends it. Empty ones count as unset.
    pub(crate) fn read(variable: impl Fn(&str) -> Option<OsString>) -> (Self, Option<ConfigError>) {
        let mut config = Self {
            default: Some(Level::Warning),
            stderr: Output::open(Level::Debug, Kind::Stderr).ok().map(Arc::new),
            ..Self::silent()
        };
        let refused = config.fill(&variable).err();
        (config, refused)
    }

    fn fill(&mut self, variable: &impl Fn(&str) -> Option<OsString>) -> Result<()> {
        let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
        if let Some(value) = variable("LIBVIRT_DEBUG") {
            self.default = Some(default_level(value.as_bytes())?);
        }
        if let Some(value) = variable("LIBVIRT_LOG_FILTERS") {
            self.set_filters(value.as_bytes())?;
        }
        if let Some(value) = variable("LIBVIRT_LOG_OUTPUTS") {
            self.set_outputs(value.as_bytes())?;
        }
        Ok(())
    }

    /// Replaces the filters; on failure they stay.
    pub(crate) fn set_filters(&mut self, text: &[u8]) -> Result<()> {
        self.filters = words(text).map(filter).collect::<Result<_>>()?;
        Ok(())
    }

    /// Replaces the outputs; on failure they stay. Without any, lines go to standard error.
    pub(crate) fn set_outputs(&mut self, text: &[u8]) -> Result<()> {
        let mut outputs: Vec<Arc<Output>> = Vec::new();
        for word in words(text) {
            let output = output(word)?;
            // The last of two that are the same place holds.
            outputs.retain(|earlier| earlier.kind != output.kind);
            outputs.push(Arc::new(output));
        }
        self.outputs = outputs;
        Ok(())
    }

    /// Sets the level of sources that no filter names.
    pub(crate) fn set_level(&mut self, level: Level) {
        self.default = Some(level);
    }

    /// Sets the lowest level that standard error takes while no output is named.
    pub(crate) fn set_stderr_level(&mut self, level: Level) {
        self.stderr = Output::open(level, Kind::Stderr).ok().map(Arc::new);
    }

    /// Returns the filters as the stock library shows them, each with a blank behind it, and how many there are.
    pub(crate) fn filters_text(&self) -> (String, usize) {
        let one = |filter: &Filter| format!("{}:{} ", filter.level as u8, text(&filter.pattern));
        (self.filters.iter().map(one).collect(), self.filters.len())
    }

    /// Returns the outputs as they are written, and how many there are.
    pub(crate) fn outputs_text(&self) -> (String, usize) {
        let used = self.used();
        let one = |output: &Arc<Output>| {
            let place = match &output.kind {
                Kind::Stderr => "stderr".to_owned(),
                Kind::File(path) => format!("file:{}", path.display()),
                Kind::Syslog(ident) => format!("syslog:{}", text(ident)),
                Kind::Journal => "journald".to_owned(),
            };
            format!("{}:{place}", output.level as u8)
        };
        (used.iter().map(one).collect::<Vec<_>>().join(" "), used.len())
    }

    pub(crate) fn has_outputs(&self) -> bool {
        !self.outputs.is_empty()
    }

    fn used(&self) -> &[Arc<Output>] {
        if self.outputs.is_empty() { self.stderr.as_slice() } else { &self.outputs }
    }

    /// The number of the lowest level of a source that some output takes; [`OFF`] for none.
    pub(crate) fn lowest(&self, source: &str) -> u8 {
        let named = self.filters.iter().find(|filter| glob::matches(&filter.pattern, source.as_bytes()));
        let wanted = named.map(|filter| filter.level).or(self.default);
        let taken = self.used().iter().map(|output| output.level).min();
        match (wanted, taken) {
            (Some(wanted), Some(taken)) => wanted.max(taken) as u8,
            _ => OFF,
        }
    }

    pub(crate) fn write(&self, record: &Record<'_>) {
        for output in self.used() {
            output.write(record);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn words(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(|&b| b == b' ').filter(|word| !word.is_empty())
}

fn default_level(value: &[u8]) -> Result<Level> {
    match value {
        b"1" | b"debug" => Ok(Level::Debug),
        b"2" | b"info" => Ok(Level::Info),
        b"3" | b"warning" => Ok(Level::Warning),
        b"4" | b"error" => Ok(Level::Error),
        other => malformed(message!("Failed to set logging priority, argument '%1$u' is invalid", text(other))),
    }
}

fn level(number: &[u8]) -> Option<Level> {
    let number = std::str::from_utf8(number).ok()?.parse().ok()?;
    Level::from_number(number)
}

/// `level:pattern`. A plus before the pattern once meant a stack trace.
fn filter(word: &[u8]) -> Result<Filter> {
    let mut parts = word.split(|&b| b == b':');
    let (Some(number), Some(pattern)) = (parts.next(), parts.next()) else {
        return malformed(message!("Malformed format for filter '%1$s'", text(word)));
    };
    let Some(level) = level(number) else {
        return malformed(message!("Invalid priority '%1$s' for filter '%2$s'", text(number), text(word)));
    };
    let name = pattern.strip_prefix(b"+").unwrap_or(pattern);
    if name.is_empty() {
        return malformed(message!("Invalid match string '%1$s'", text(pattern)));
    }
    Ok(Filter { pattern: [b"*", name, b"*"].concat(), level })
}

/// `level:stderr`, `level:journald`, `level:syslog:ident`, `level:file:path`.
fn output(word: &[u8]) -> Result<Output> {
    let parts: Vec<&[u8]> = word.split(|&b| b == b':').collect();
    let [number, place, rest @ ..] = parts.as_slice() else {
        return malformed(message!("Malformed format for log output '%1$s'", text(word)));
    };
    let Some(level) = level(number) else {
        return malformed(message!("Invalid log priority '%1$s' for log output '%2$s'", text(number), text(word)));
    };
    if ![b"stderr".as_slice(), b"syslog", b"file", b"journald"].contains(place) {
        return malformed(message!("Invalid log destination '%1$s' for log output '%2$s'", text(place), text(word)));
    }
    let kind = match (*place, rest) {
        (b"stderr", []) => Kind::Stderr,
        (b"journald", []) => Kind::Journal,
        (b"syslog", [ident]) => Kind::Syslog(ident.to_vec()),
        (b"file", [path]) => Kind::File(canonical(path)),
        _ => {
            return malformed(message!(
                "Log output '%1$s' does not meet the format requirements for destination type '%2$s'",
                text(word),
                text(place)
            ));
        }
    };
    let shown = match &kind {
        Kind::File(path) => text(path.as_os_str().as_bytes()),
        _ => String::new(),
    };
    Output::open(level, kind).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or_default();
        ConfigError::File(message!("failed to open %1$s", shown), errno)
    })
}

/// Absolute, without `.` and `..`; links are not looked at.
fn canonical(path: &[u8]) -> PathBuf {
    let given = Path::new(OsStr::from_bytes(path));
    let absolute = std::env::current_dir()
        .map_or_else(|_| PathBuf::from(OsString::from_vec(path.to_vec())), |here| here.join(given));
    let mut out = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> (Config, Option<String>) {
        let (config, refused) = Config::read(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        });
        (config, refused.map(|e| e.to_string()))
    }

    #[test]
    fn levels() {
        assert_eq!(read(&[]).0.lowest("libvirt"), 3);
        assert_eq!(read(&[("LIBVIRT_DEBUG", "")]).0.lowest("libvirt"), 3);
        for (value, level) in [("1", 1), ("debug", 1), ("info", 2), ("warning", 3), ("4", 4)] {
            let (config, refused) = read(&[("LIBVIRT_DEBUG", value)]);
            assert_eq!((config.lowest("rpc"), refused), (level, None));
        }
        for value in ["0", "5", "warn", "DEBUG", "1 "] {
            let expected = format!("Failed to set logging priority, argument '{value}' is invalid");
            assert_eq!(read(&[("LIBVIRT_DEBUG", value)]).1, Some(expected));
        }
        assert_eq!(Config::silent().lowest("rpc"), OFF);
    }

    #[test]
    fn filters() {
        let set = ("LIBVIRT_LOG_FILTERS", "1:rpc  4:remote 2:+ev?nt 3:rpc.netclient");
        let (config, refused) = read(&[set, ("LIBVIRT_DEBUG", "3")]);
        assert_eq!(refused, None);
        let lowest = |name| config.lowest(name);
        assert_eq!(lowest("rpc.netclient"), 1);
        assert_eq!(lowest("remote.remote_driver"), 4);
        assert_eq!(lowest("util.event"), 2);
        assert_eq!(lowest("libvirt"), 3);
        for (value, expected) in [
            ("bad", "Malformed format for filter 'bad'"),
            ("1:", "Invalid match string ''"),
            ("1:+", "Invalid match string '+'"),
            ("0:x", "Invalid priority '0' for filter '0:x'"),
            ("1:rpc x:rpc", "Invalid priority 'x' for filter 'x:rpc'"),
            ("-1:x", "Invalid priority '-1' for filter '-1:x'"),
        ] {
            let refused = read(&[("LIBVIRT_LOG_FILTERS", value)]).1;
            assert_eq!(refused.as_deref(), Some(expected));
        }
    }

    #[test]
    fn outputs() {
        let (config, refused) = read(&[("LIBVIRT_LOG_OUTPUTS", "1:stderr 2:syslog:x 4:stderr")]);
        assert_eq!(refused, None);
        let kinds: Vec<_> = config.outputs.iter().map(|o| (&o.kind, o.level)).collect();
        let syslog = Kind::Syslog(b"x".to_vec());
        assert_eq!(kinds, [(&syslog, Level::Info), (&Kind::Stderr, Level::Error)]);
        for (value, expected) in [
            ("bad", "Malformed format for log output 'bad'"),
            ("9:stderr", "Invalid log priority '9' for log output '9:stderr'"),
            ("1:foo", "Invalid log destination 'foo' for log output '1:foo'"),
            ("1:file", "Log output '1:file' does not meet the format requirements for destination type 'file'"),
            (
                "3:stderr:x",
                "Log output '3:stderr:x' does not meet the format requirements for destination type 'stderr'",
            ),
            ("1:file:/no-such-folder-of-log/../no-such-folder-of-log/x", "failed to open /no-such-folder-of-log/x"),
        ] {
            let refused = read(&[("LIBVIRT_LOG_OUTPUTS", value)]).1;
            assert_eq!(refused.as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_level_no_output_takes_is_not_made() {
        let set = [("LIBVIRT_DEBUG", "1"), ("LIBVIRT_LOG_OUTPUTS", "3:stderr")];
        assert_eq!(read(&set).0.lowest("rpc"), 3);
    }
}
