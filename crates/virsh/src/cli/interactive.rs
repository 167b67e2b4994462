//! The interactive shell: a prompt, lines with completion and history, and the same lines from a file.
use super::environment::variable;
use crate::complete;
use crate::parse::to_i32;
use crate::program::Program;
use crate::shell::Shell;
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::{FileHistory, History};
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

/// Lines that history keeps, and at most.
const HISTORY: usize = 500;
const HISTORY_MAX: usize = 500_000;

type Lines<'a> = Editor<Completing<'a>, FileHistory>;

impl Shell {
    /// Reads commands and runs them. What they did does not count.
    pub(super) fn interact(&mut self) {
        // A wish that is none was said to be none, and the session goes on without history.
        let limit = self.history_limit();
        self.extra(&self.welcome());
        self.flush();
        if std::io::stdin().is_terminal() {
            self.read_terminal(limit);
        } else {
            self.read_file();
        }
        self.print("\n");
    }

    fn welcome(&self) -> String {
        let kind = match self.program {
            Program::Virsh => "virtualization",
            Program::Admin => "administrating virtualization",
        };
        let called = &self.called;
        format!(
            "Welcome to {called}, the {kind} interactive terminal.\n\n\
             Type:  'help' for help with commands\n       'quit' to quit\n\n"
        )
    }

    fn prompt(&self) -> &'static str {
        match self.program {
            Program::Admin => "virt-admin # ",
            Program::Virsh if self.read_only => "virsh > ",
            Program::Virsh => "virsh # ",
        }
    }

    /// Returns how many lines history keeps; `None` if the user's wish is none.
    fn history_limit(&self) -> Option<usize> {
        let name = format!("{}_HISTSIZE", self.program.prefix());
        let Some(value) = variable(&name) else { return Some(HISTORY) };
        let Some(number) = to_i32(&value) else {
            self.error(&format!("Bad ${name} value."));
            return None;
        };
        let limit = usize::try_from(number).ok().filter(|&limit| limit <= HISTORY_MAX);
        if limit.is_none() {
            self.error(&format!("${name} value should be between 0 and {HISTORY_MAX}"));
        }
        limit
    }

    fn execute(&mut self, line: &[u8]) {
        if !line.is_empty()
            && let Some(commands) = self.parse(&mut &*line)
        {
            self.run(&commands);
        }
        self.flush();
    }

    fn read_file(&mut self) {
        let mut input = std::io::stdin().lock();
        while self.interactive {
            // As readline does: the prompt, and the line that a terminal would have shown.
            self.print(self.prompt());
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line).unwrap_or(0) == 0 {
                return;
            }
            line.pop_if(|byte| *byte == b'\n');
            self.print_bytes(&line);
            self.print("\n");
            self.flush();
            self.execute(&line);
        }
    }

    fn read_terminal(&mut self, limit: Option<usize>) {
        // A terminal whose keys send signals has none to send where SIGINT is ignored; else the editor sees the key.
        let ignored = oxivirt_sys::is_ignored(oxivirt_sys::signal::INT).unwrap_or(false);
        let config =
            Config::builder().completion_type(CompletionType::List).auto_add_history(false).enable_signals(ignored);
        let config = config.max_history_size(limit.unwrap_or(HISTORY)).map(|config| config.build()).unwrap_or_default();
        let file = limit.and_then(|_| history_file(self.program.name()));
        let mut history = FileHistory::with_config(&config);
        if let Some(file) = &file {
            // The first time there is none.
            let _ = history.load(file);
        }
        // The terminal shows no keys by itself while a line is edited, and marks what is pasted.
        let marks = if variable("TERM").as_deref() == Some("dumb") { b"".as_slice() } else { b"\x1b[?2004l" };
        // One editor for all lines: it has what was typed ahead. Its handler of SIGINT would be in the way of commands.
        // Without a terminal that can be read there is nothing to remember either.
        let Ok(Ok(mut lines)) =
            oxivirt_sys::keeping_action(oxivirt_sys::signal::INT, || Lines::with_history(config, history))
        else {
            return;
        };
        lines.set_helper(Some(Completing(self)));
        while let Some(prompt) = lines.helper().filter(|helper| helper.0.interactive).map(|helper| helper.0.prompt()) {
            let line = {
                let _restored = oxivirt_sys::TerminalRestored::begin(marks);
                lines.readline(prompt)
            };
            match line {
                Ok(line) => {
                    if !line.is_empty() {
                        let _ = lines.add_history_entry(&line);
                    }
                    if let Some(helper) = lines.helper_mut() {
                        helper.0.execute(line.as_bytes());
                    }
                }
                Err(ReadlineError::Interrupted) => {
                    oxivirt_sys::end_by(oxivirt_sys::signal::INT);
                    return;
                }
                Err(_) => break,
            }
        }
        if let Some(file) = file {
            save(&mut lines, &file);
        }
    }
}

fn save(lines: &mut Lines<'_>, file: &Path) {
    let folder = file.parent().unwrap_or(file);
    match std::fs::create_dir_all(folder) {
        // The next session has less to remember.
        Ok(()) => _ = lines.save_history(file),
        Err(error) => {
            let why = crate::editor::errno_text(&error);
            if let Some(helper) = lines.helper() {
                helper.0.error(&format!("Failed to create '{}': {}", folder.display(), why));
            }
        }
    }
}

/// Returns where history is kept: below XDG_CACHE_HOME or ~/.cache.
fn history_file(program: &str) -> Option<PathBuf> {
    let cache = oxivirt_sys::variable("XDG_CACHE_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = cache.or_else(|| Some(oxivirt_sys::home()?.join(".cache")))?;
    Some(cache.join("libvirt").join(program).join("history"))
}

/// Completes lines, and has the shell that runs them.
struct Completing<'a>(&'a mut Shell);

impl Helper for Completing<'_> {}
impl Highlighter for Completing<'_> {}
impl Validator for Completing<'_> {}

impl Hinter for Completing<'_> {
    type Hint = String;
}

impl Completer for Completing<'_> {
    type Candidate = Pair;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let line = line.get(..at).unwrap_or_default();
        let begin = complete::word_begin(line);
        let word = line.get(begin..).unwrap_or_default();
        let found = complete::candidates(self.0, line, word);
        // A word that is complete is followed by a blank.
        let blank = if found.len() == 1 { " " } else { "" };
        let pair = |text: String| {
            let replacement = if text.ends_with('/') { text.clone() } else { format!("{text}{blank}") };
            Pair { display: text, replacement }
        };
        Ok((begin, found.into_iter().map(pair).collect()))
    }
}
