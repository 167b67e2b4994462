//! Settings that change while the process runs, as daemons have them: from their configuration, and from administrators.
use crate::config::Config;
use crate::{ConfigError, Level, OnceBox, State, source, state};

/// Replaces the settings by what `change` makes of a copy.
fn change(change: impl Fn(&mut Config) -> Result<(), ConfigError>) -> Result<(), ConfigError> {
    loop {
        let now = state();
        let mut config = now.config.clone();
        change(&mut config)?;
        let next = State { config, refused: now.refused.clone(), next: OnceBox::new() };
        // Somebody else may have been faster: then from what that one made.
        if now.next.set(next).is_ok() {
            source::forget_decisions();
            return Ok(());
        }
    }
}

/// Sets the level of sources that no filter names.
pub fn set_level(level: Level) {
    let _ = change(|config| {
        config.set_level(level);
        Ok(())
    });
}

/// Sets the lowest level that standard error takes while no output is named.
pub fn set_stderr_level(level: Level) {
    let _ = change(|config| {
        config.set_stderr_level(level);
        Ok(())
    });
}

/// Sets the filters, in the syntax of LIBVIRT_LOG_FILTERS.
///
/// # Errors
/// The text is wrong; the filters stay as they are.
pub fn set_filters(text: &[u8]) -> Result<(), ConfigError> {
    change(|config| config.set_filters(text))
}

/// Sets the outputs, in the syntax of LIBVIRT_LOG_OUTPUTS; none stand for standard error.
///
/// # Errors
/// The text is wrong or a file cannot be opened; the outputs stay as they are.
pub fn set_outputs(text: &[u8]) -> Result<(), ConfigError> {
    change(|config| config.set_outputs(text))
}

/// Returns the filters as text, and how many there are.
#[must_use]
pub fn filters() -> (String, usize) {
    state().config.filters_text()
}

/// Returns the outputs as text, and how many there are.
#[must_use]
pub fn outputs() -> (String, usize) {
    state().config.outputs_text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::CONF;

    // One test: the settings are the process's.
    #[test]
    fn settings_change_and_sources_follow() {
        assert!(!CONF.wants(Level::Debug));
        set_filters(b"1:util.conf 3:rpc").unwrap();
        assert_eq!(filters(), ("1:*util.conf* 3:*rpc* ".to_owned(), 2));
        assert!(CONF.wants(Level::Debug));
        set_outputs(b"2:stderr 4:syslog:x").unwrap();
        assert_eq!(outputs(), ("2:stderr 4:syslog:x".to_owned(), 2));
        assert!(!CONF.wants(Level::Debug) && CONF.wants(Level::Info));
        let wrong = set_outputs(b"3:foo").unwrap_err();
        assert_eq!(wrong.to_string(), "Invalid log destination 'foo' for log output '3:foo'");
        assert!(set_filters(b"9:x").is_err());
        assert_eq!((filters().1, outputs().1), (2, 2));
        set_filters(b"").unwrap();
        set_outputs(b"").unwrap();
        set_stderr_level(Level::Warning);
        assert_eq!((filters(), outputs()), ((String::new(), 0), ("3:stderr".to_owned(), 1)));
        set_level(Level::Error);
        assert!(!CONF.wants(Level::Warning) && CONF.wants(Level::Error));
    }
}
