//! What a running program knows.
use super::link::{AdminLink, Link};
use super::output::Output;
use crate::fail::Done;
use crate::parse::Args;
use crate::program::Program;

/// What runs a command.
pub(crate) type Body = fn(&mut Shell, &Args) -> Done;

/// A running program.
#[derive(Debug)]
pub(crate) struct Shell {
    pub(crate) program: Program,
    /// What runs the command of a name.
    pub(super) body: fn(Program, &str) -> Option<Body>,
    /// What it was called as.
    pub(crate) called: String,
    pub(crate) quiet: bool,
    pub(crate) timing: bool,
    /// Commands print JSON.
    pub(crate) json: bool,
    /// States in tables have colours.
    pub(crate) colours: bool,
    /// The URI that the user wants, or the one it became.
    pub(crate) uri: Option<String>,
    pub(crate) read_only: bool,
    /// What leaves a console: a character, or `^` and one.
    pub(crate) escape: Vec<u8>,
    /// An agent of polkit is started on the terminal while a connection is opened.
    pub(crate) polkit_agent: bool,
    pub(crate) keepalive_interval: Option<i32>,
    pub(crate) keepalive_count: Option<i32>,
    /// It reads commands until this is false.
    pub(crate) interactive: bool,
    pub(crate) out: Output,
    pub(super) link: Option<Link>,
    pub(super) admin: Option<AdminLink>,
}

impl Shell {
    /// Returns the program before it read its options. `body` returns what runs the command of a name.
    pub(crate) fn new(program: Program, called: String, body: fn(Program, &str) -> Option<Body>) -> Self {
        Self {
            program,
            body,
            called,
            quiet: false,
            timing: false,
            json: false,
            colours: false,
            uri: None,
            read_only: false,
            escape: b"^]".to_vec(),
            polkit_agent: true,
            keepalive_interval: None,
            keepalive_count: None,
            interactive: false,
            out: Output::default(),
            link: None,
            admin: None,
        }
    }
}
