//! What the environment says.
use crate::bytes;
use crate::parse::to_i32;
use crate::shell::{Level, LogFile, Shell};
use std::io::IsTerminal;
use std::os::unix::ffi::OsStringExt;
use std::path::Path;

/// Returns an environment variable.
pub(super) fn variable(name: &str) -> Option<String> {
    oxivirt_sys::variable(name).map(|value| bytes::text(&value.into_vec()))
}

/// Returns true if states shall have colours: not unless the user asked for them, as the stock program has none.
fn wants_colours(wanted: Option<&str>) -> bool {
    match wanted {
        Some("always") => true,
        Some("auto") => {
            let refused = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
            !refused && variable("TERM").as_deref() != Some("dumb") && std::io::stdout().is_terminal()
        }
        _ => false,
    }
}

impl Shell {
    /// Takes what the environment says and the options did not. Returns false if it is no use to go on.
    pub(super) fn read_environment(&mut self) -> bool {
        let prefix = self.program.prefix();
        self.colours = wants_colours(variable(&format!("{prefix}_COLOR")).as_deref());
        if self.out.level == Level::Error
            && let Some(value) = variable(&format!("{prefix}_DEBUG"))
        {
            let level = to_i32(&value).and_then(|number| Level::ALL.get(usize::try_from(number).ok()?));
            match level {
                Some(level) => self.out.level = *level,
                None => self.error(&format!("{prefix}_DEBUG not set with a valid numeric value")),
            }
        }
        match variable(&format!("{prefix}_LOG_FILE")) {
            Some(path) if self.out.log.is_none() && !path.is_empty() => self.open_log(&path),
            _ => true,
        }
    }

    /// Opens the file that is told everything. Returns false, and says so, if that is not possible.
    pub(super) fn open_log(&mut self, path: &str) -> bool {
        let path = std::ffi::OsString::from_vec(bytes::bytes(path).into_owned());
        match oxivirt_sys::open_append(Path::new(&path)) {
            Ok(file) => {
                self.out.log = Some(LogFile { file, program: self.called.clone() });
                true
            }
            Err(_) => {
                self.error("failed to open the log file. check the log file path");
                false
            }
        }
    }
}
