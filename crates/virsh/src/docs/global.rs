//! The options before the command: what they are is the shell's, what they mean is said here.
use crate::cli::known_options;
use crate::program::Program;

/// An option before the command.
#[derive(Debug)]
pub(super) struct GlobalOption {
    /// Its long name.
    pub(super) name: &'static str,
    /// Its letter.
    pub(super) letter: Option<char>,
    /// A value follows it.
    pub(super) takes_value: bool,
    /// What it means, as a sentence.
    pub(super) help: &'static str,
}

const MEANINGS: &[(&str, &str)] = &[
    ("connect", "Connect to this URI instead of the default one."),
    ("debug", "Tell what the program does: from 0, which tells everything, to 4, which tells errors alone."),
    ("escape", "The key that leaves a console: a letter, or ^ and a letter for the key with Ctrl."),
    ("help", "Show the options and all commands, then end."),
    ("json", "Print JSON, where a command prints data."),
    ("keepalive-interval", "Seconds between two questions whether the daemon is still there; 0 asks none."),
    ("keepalive-count", "How many of them may stay without an answer before the connection counts as lost."),
    ("log", "Append everything that is told to this file, whatever is shown."),
    ("no-pkttyagent", "Start no agent that asks for polkit's passwords on this terminal."),
    ("quiet", "Leave out headers and empty lines, for programs that read the output."),
    ("readonly", "Open a connection that can change nothing."),
    ("timing", "Tell how long each command took."),
    ("version", "Show the version, then end; with the value long also what is built in."),
];

/// Returns the options of a program.
pub(super) fn options(program: Program) -> impl Iterator<Item = GlobalOption> {
    known_options(program).map(|(name, letter, takes_value)| {
        let meaning = MEANINGS.iter().find(|(known, _)| *known == name);
        GlobalOption { name, letter, takes_value, help: meaning.map_or("", |(_, help)| *help) }
    })
}
