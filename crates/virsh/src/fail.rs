//! How a command fails: what it says, and the library's error behind that.
use oxivirt::Error;

/// The result of a command, or of a part of one.
pub(crate) type Done<T = ()> = Result<T, Failure>;

/// Why a command failed. First its own lines are shown, then the library's error.
#[derive(Debug)]
pub(crate) struct Failure {
    /// Its own lines.
    pub(crate) lines: Vec<String>,
    /// The library's error.
    pub(crate) error: Option<Error>,
    /// The exit status of the program if nothing follows.
    pub(crate) status: u8,
}

impl Default for Failure {
    fn default() -> Self {
        Self { lines: Vec::new(), error: None, status: 1 }
    }
}

impl Failure {
    /// Returns a failure that says this and nothing else.
    pub(crate) fn say(line: impl Into<String>) -> Self {
        Self { lines: vec![line.into()], ..Self::default() }
    }

    /// Returns a failure that says nothing: everything was said before.
    pub(crate) fn quiet() -> Self {
        Self::default()
    }

    /// Returns a failure that says nothing and ends the program with this exit status.
    pub(crate) fn with_status(status: u8) -> Self {
        Self { status, ..Self::default() }
    }

    /// Returns it with a line before all else.
    pub(crate) fn then(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Returns the failure with a line before its own.
    pub(crate) fn after(mut self, line: impl Into<String>) -> Self {
        self.lines.insert(0, line.into());
        self
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error: Some(error), ..Self::default() }
    }
}

/// Says what failed.
pub(crate) trait OrSay<T> {
    /// Returns the value, or the failure behind a line that says what failed.
    fn or_say<S: Into<String>>(self, line: impl FnOnce() -> S) -> Done<T>;
}

impl<T> OrSay<T> for oxivirt::Result<T> {
    fn or_say<S: Into<String>>(self, line: impl FnOnce() -> S) -> Done<T> {
        self.map_err(|error| Failure::from(error).after(line()))
    }
}

impl<T> OrSay<T> for Done<T> {
    fn or_say<S: Into<String>>(self, line: impl FnOnce() -> S) -> Done<T> {
        self.map_err(|failure| failure.after(line()))
    }
}
