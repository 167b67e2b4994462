//! The programs as a user starts them: options, environment, and the interactive shell.
mod environment;
mod interactive;
mod options;
mod start;

pub(crate) use options::known_options;
pub(crate) use start::start;
