//! The language of the shell: texts become commands with the values of their options.
mod args;
pub(crate) mod number;
#[cfg(test)]
mod tests;
mod tokens;

pub(crate) use args::{Args, exclusive};
pub(crate) use number::{scaled, to_i32, to_i32_any_base};
pub(crate) use tokens::{Source, Words};

use crate::table::{self, Command, Group, Kind, Opt};
use tokens::{Refused, Token};

/// A command being read, and which option got a value last: what completion completes.
#[derive(Debug)]
pub(crate) struct Partial {
    /// What was understood so far.
    pub(crate) args: Args,
    /// The option that got a value last.
    pub(crate) last: Option<Last>,
}

/// An option that got a value last.
#[derive(Debug, Clone)]
pub(crate) struct Last {
    pub(crate) option: &'static Opt,
    pub(crate) value: Vec<u8>,
    /// It was named, in a word of its own.
    pub(crate) named: bool,
}

/// Reads all commands of a line.
///
/// # Errors
/// The text to show: an unknown command or option, a missing value, a text too many, an open quote.
/// `debug` is told each value.
pub(crate) fn parse(
    groups: &'static [Group],
    source: &mut dyn Source,
    debug: &mut dyn FnMut(String),
) -> Result<Vec<Args>, Refused> {
    let mut parser = Parser::new(groups, Some(debug));
    parser.run(source)?;
    Ok(parser.done)
}

/// Reads as much of a line as can be understood; its last command.
pub(crate) fn parse_partial(groups: &'static [Group], source: &mut dyn Source) -> Option<Partial> {
    let mut parser = Parser::new(groups, None);
    // What is wrong with it does not matter yet: the user is still writing.
    let _ = parser.run(source);
    let args = parser.current.or_else(|| parser.done.pop())?;
    Some(Partial { args, last: parser.last })
}

struct Parser<'a> {
    groups: &'static [Group],
    /// Is told each value. Without it the line is being written, and need not be right.
    debug: Option<&'a mut dyn FnMut(String)>,
    whole: bool,
    done: Vec<Args>,
    current: Option<Args>,
    last: Option<Last>,
    /// The option whose value comes next.
    open: Option<&'static Opt>,
    help_wanted: bool,
    only_positional: bool,
    comment: bool,
}

impl<'a> Parser<'a> {
    fn new(groups: &'static [Group], debug: Option<&'a mut dyn FnMut(String)>) -> Self {
        Self {
            groups,
            whole: debug.is_some(),
            debug,
            done: Vec::new(),
            current: None,
            last: None,
            open: None,
            help_wanted: false,
            only_positional: false,
            comment: false,
        }
    }

    fn run(&mut self, source: &mut dyn Source) -> Result<(), Refused> {
        loop {
            match source.next(self.whole)? {
                Token::Word(word) => self.word(word)?,
                Token::EndOfCommand => self.end()?,
                Token::End => return self.end(),
            }
        }
    }

    fn word(&mut self, word: Vec<u8>) -> Result<(), Refused> {
        if let Some(option) = self.open.take() {
            self.assign(option, Some(word), true);
            return Ok(());
        }
        if self.comment {
            return Ok(());
        }
        if self.current.is_none() {
            return self.command(&word);
        }
        if self.only_positional || !word.starts_with(b"--") {
            return self.positional(word);
        }
        if word == b"--" {
            self.only_positional = true;
            return Ok(());
        }
        self.option(word.get(2..).unwrap_or_default())
    }

    fn command(&mut self, name: &[u8]) -> Result<(), Refused> {
        if name.starts_with(b"#") {
            self.comment = true;
            return Ok(());
        }
        let Some(command) = table::find(self.groups, name) else {
            return Err(format!("unknown command: '{}'", crate::bytes::text(name)));
        };
        self.current = Some(Args::new(command));
        self.last = None;
        Ok(())
    }

    fn option(&mut self, word: &[u8]) -> Result<(), Refused> {
        let equals = word.iter().position(|&byte| byte == b'=');
        let (name, value) = match equals {
            Some(at) => {
                (word.get(..at).unwrap_or_default(), Some(word.get(at.saturating_add(1)..).unwrap_or_default()))
            }
            None => (word, None),
        };
        if name == b"help" {
            self.help_wanted = true;
            return Ok(());
        }
        let Some(args) = &self.current else { return Ok(()) };
        let ignores = args.command().name == "help";
        match resolve(args, name, value.map(<[u8]>::to_vec)) {
            Ok((option, Some(_))) if option.kind == Kind::Flag => {
                Err(format!("invalid '=' after option --{}", option.name))
            }
            Ok((option, value)) if value.is_some() || option.kind == Kind::Flag => {
                self.assign(option, value, false);
                Ok(())
            }
            Ok((option, _)) => {
                self.open = Some(option);
                Ok(())
            }
            Err(_) if ignores => Ok(()),
            Err(text) => Err(text),
        }
    }

    fn positional(&mut self, word: Vec<u8>) -> Result<(), Refused> {
        let Some(args) = &self.current else { return Ok(()) };
        let free = |option: &&Opt| {
            (option.positional || option.also_positional) && (option.kind == Kind::Argv || !args.has(option.name))
        };
        let command = args.command();
        match command.options.iter().find(free) {
            Some(option) => self.assign(option, Some(word), false),
            None if command.name == "help" => {}
            None => return Err(format!("unexpected data '{}'", crate::bytes::text(&word))),
        }
        Ok(())
    }

    fn assign(&mut self, option: &'static Opt, value: Option<Vec<u8>>, named: bool) {
        self.last = value.clone().map(|value| Last { option, value, named });
        let Some(args) = &mut self.current else { return };
        if let Some(debug) = &mut self.debug {
            debug(describe(args, option, value.as_deref()));
        }
        args.set(option, value);
    }

    fn end(&mut self) -> Result<(), Refused> {
        self.comment = false;
        self.only_positional = false;
        if let Some(option) = self.open.take() {
            if self.whole {
                let kind = if option.kind == Kind::Number { "number" } else { "string" };
                return Err(format!("expected syntax: --{} <{kind}>", option.name));
            }
            self.assign(option, Some(Vec::new()), true);
        }
        let help_wanted = std::mem::take(&mut self.help_wanted);
        let Some(mut args) = self.current.take() else { return Ok(()) };
        if help_wanted {
            args = help_about(self.groups, args.command()).unwrap_or(args);
        }
        if self.whole {
            complete(&args)?;
        }
        self.done.push(args);
        Ok(())
    }
}

/// Returns what is logged of a value.
fn describe(args: &Args, option: &Opt, value: Option<&[u8]>) -> String {
    let head = format!("{}: {}", args.command().name, option.name);
    let value = crate::bytes::text(value.unwrap_or_default());
    match option.kind {
        Kind::Flag => format!("{head}(bool)"),
        Kind::Argv => format!("{head}(argv: {}): {value}", args.count(option.name)),
        _ => format!("{head}(optdata): {value}"),
    }
}

/// Returns the option of this name, which no alias is, and its value, which an alias may have brought.
fn resolve(args: &Args, name: &[u8], mut value: Option<Vec<u8>>) -> Result<(&'static Opt, Option<Vec<u8>>), Refused> {
    let mut name = name;
    for option in args.command().options {
        if option.name.as_bytes() != name {
            continue;
        }
        if option.kind != Kind::Alias {
            if option.kind != Kind::Argv && args.has(option.name) {
                return Err(format!("option --{} already seen", option.name));
            }
            return Ok((option, value));
        }
        let (target, given) = option.help.split_once('=').map_or((option.help, None), |(t, v)| (t, Some(v)));
        if let Some(given) = given {
            if value.is_some() {
                return Err(format!("invalid '=' after option --{}", option.name));
            }
            value = Some(given.into());
        }
        // What it stands for comes later in the list.
        name = target.as_bytes();
    }
    Err(format!("command '{}' doesn't support option --{}", args.command().name, crate::bytes::text(name)))
}

/// Returns the command `help COMMAND`.
fn help_about(groups: &'static [Group], command: &Command) -> Option<Args> {
    let help = table::find(groups, b"help")?;
    let mut args = Args::new(help);
    args.set(help.options.first()?, Some(command.name.into()));
    Some(args)
}

/// Refuses a command without what it needs.
fn complete(args: &Args) -> Result<(), Refused> {
    let command = args.command();
    match command.options.iter().find(|option| option.required && !args.has(option.name)) {
        Some(option) if option.positional => {
            Err(format!("command '{}' requires <{}> option", command.name, option.name))
        }
        Some(option) => Err(format!("command '{}' requires --{} option", command.name, option.name)),
        None => Ok(()),
    }
}
