//! Log lines for people and tools: which are wanted, what they look like, where they go.
//!
//! LIBVIRT_DEBUG, LIBVIRT_LOG_FILTERS and LIBVIRT_LOG_OUTPUTS are read once, with the syntax and the meaning they have in
//! the stock library. A line that nobody wants costs one relaxed load; a line that cannot be written is lost, and the
//! program is neither told nor held up. No lock is held while a line is made or written, so a fork at any time is
//! harmless.
mod config;
mod glob;
mod line;
mod output;
mod settings;
pub mod source;
mod time;

pub use config::ConfigError;
pub use line::{Place, quoted};
pub use settings::{filters, outputs, set_filters, set_level, set_outputs, set_stderr_level};
pub use source::Source;

use config::Config;
use oxivirt_sys::OnceBox;
use std::fmt::Arguments;

/// How important a line is; the numbers are those of the variables.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Level {
    /// What happens, step by step.
    Debug = 1,
    /// What an administrator may want to know.
    Info = 2,
    /// Something is wrong and was dealt with.
    Warning = 3,
    /// A function failed.
    Error = 4,
}

impl Level {
    /// As lines spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    fn from_number(number: u32) -> Option<Self> {
        [Self::Debug, Self::Info, Self::Warning, Self::Error].into_iter().find(|level| *level as u32 == number)
    }
}

struct State {
    config: Config,
    refused: Option<ConfigError>,
    /// What replaced it. The old one stays: other threads may be writing with it.
    next: OnceBox<State>,
}

static STATE: OnceBox<State> = OnceBox::new();

/// The settings, read from the environment by whoever comes first. A set-user-id program logs nothing.
fn state() -> &'static State {
    if let Some(mut state) = STATE.get() {
        while let Some(next) = state.next.get() {
            state = next;
        }
        return state;
    }
    let (config, refused) =
        if oxivirt_sys::foreign_ids() { (Config::silent(), None) } else { Config::read(oxivirt_sys::variable) };
    STATE.get_or_init(|| State { config, refused, next: OnceBox::new() })
}

/// Reads the settings.
///
/// # Errors
/// What is wrong with a variable. The settings before it hold, as in the stock library, whose initialisation fails.
pub fn init() -> Result<(), ConfigError> {
    state().refused.clone().map_or(Ok(()), Err)
}

/// Whether LIBVIRT_LOG_OUTPUTS names any place: only then are errors logged, because without one the library's error
/// handler already prints them to standard error.
#[must_use]
pub fn has_outputs() -> bool {
    state().config.has_outputs()
}

/// Writes one line to every output that takes its level. [`log!`] asks the source first.
#[cold]
pub fn write(source: &Source, level: Level, place: &Place<'_>, text: Arguments<'_>) {
    write_with(source, level, place, &[], text);
}

/// [`write`] with more fields for the systemd journal.
#[cold]
pub fn write_with(source: &Source, level: Level, place: &Place<'_>, fields: &[(&str, i32)], text: Arguments<'_>) {
    let record = line::Record { source: source.name(), level, place, fields, text: &text.to_string() };
    state().config.write(&record);
}

/// `log!(SOURCE, Debug, "function", "format", …)`: one line, if the source wants lines of that level.
#[macro_export]
macro_rules! log {
    ($source:expr, $level:ident, $function:expr, $($text:tt)+) => {
        if $source.wants($crate::Level::$level) {
            let place = $crate::Place { file: file!(), line: line!(), function: $function };
            $crate::write(&$source, $crate::Level::$level, &place, format_args!($($text)+));
        }
    };
}
