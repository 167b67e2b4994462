//! Output: what is printed, what goes to standard error and to the log file.
use crate::bytes::bytes;
use crate::json::Printed;
use crate::print::Table;
use std::cell::RefCell;
use std::fs::File;
use std::io::Write;

/// How important a line for the log is: below the level that the user set it is not told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Level {
    Debug,
    Info,
    Notice,
    Warning,
    Error,
}

impl Level {
    /// The level of each number, from 0.
    pub(crate) const ALL: [Self; 5] = [Self::Debug, Self::Info, Self::Notice, Self::Warning, Self::Error];

    fn name(self) -> &'static str {
        match self {
            Self::Debug => "DEBUG",
            Self::Info | Self::Notice => "INFO",
            Self::Warning => "WARNING",
            Self::Error => "ERROR",
        }
    }
}

/// Where output goes. Text for standard output waits until somebody must see it.
#[derive(Debug)]
pub(crate) struct Output {
    waiting: RefCell<Vec<u8>>,
    /// What a command printed whose output becomes JSON.
    kept: RefCell<Option<Printed>>,
    pub(crate) level: Level,
    pub(crate) log: Option<LogFile>,
}

impl Default for Output {
    fn default() -> Self {
        Self { waiting: RefCell::new(Vec::new()), kept: RefCell::new(None), level: Level::Error, log: None }
    }
}

/// The file that `--log` names.
#[derive(Debug)]
pub(crate) struct LogFile {
    pub(crate) file: File,
    pub(crate) program: String,
}

/// How much may wait.
const ROOM: usize = 1 << 16;

impl Output {
    /// Keeps what is printed from now on, until it is taken.
    pub(super) fn keep(&self) {
        *self.kept.borrow_mut() = Some(Printed::default());
    }

    /// Returns what was kept.
    pub(super) fn take_kept(&self) -> Printed {
        self.kept.borrow_mut().take().unwrap_or_default()
    }

    /// Keeps a table if output is kept. Returns true if it is.
    pub(super) fn keep_table(&self, table: &Table) -> bool {
        let mut kept = self.kept.borrow_mut();
        let Some(kept) = kept.as_mut() else { return false };
        kept.tables.push(table.clone());
        true
    }

    pub(super) fn print(&self, text: &[u8]) {
        if let Some(kept) = self.kept.borrow_mut().as_mut() {
            kept.text.extend_from_slice(text);
            return;
        }
        let mut waiting = self.waiting.borrow_mut();
        waiting.extend_from_slice(text);
        let full = waiting.len() >= ROOM;
        drop(waiting);
        if full {
            self.flush();
        }
    }

    pub(super) fn flush(&self) {
        let waiting = self.waiting.take();
        if waiting.is_empty() {
            return;
        }
        let mut out = std::io::stdout().lock();
        // A reader that went away has ended this program, as it would any other.
        let _ = out.write_all(&waiting).and_then(|()| out.flush());
    }

    /// Tells a line that helps to find out what the program does.
    pub(super) fn debug(&self, level: Level, line: &str) {
        if level < self.level {
            return;
        }
        self.to_log(level, line);
        self.flush();
        oxivirt_sys::write_to_stderr(&bytes(&format!("{line}\n")));
    }

    pub(super) fn error(&self, line: &str) {
        self.to_log(Level::Error, line);
        self.flush();
        oxivirt_sys::write_to_stderr(&bytes(&format!("error: {line}\n")));
    }

    fn to_log(&self, level: Level, line: &str) {
        let Some(log) = &self.log else { return };
        let now = oxivirt_sys::LocalTime::now();
        let ((year, month, day), (hour, minute, second)) = now.map(|now| (now.date, now.time)).unwrap_or_default();
        let (pid, program, level) = (oxivirt_sys::pid(), &log.program, level.name());
        let line = line.trim_end_matches('\n');
        let text =
            format!("[{year}.{month:02}.{day:02} {hour:02}:{minute:02}:{second:02} {program} {pid}] {level} {line}\n");
        if (&log.file).write_all(&bytes(&text)).is_err() {
            oxivirt_sys::write_to_stderr(b"error: failed to write the log file\n");
        }
    }
}
