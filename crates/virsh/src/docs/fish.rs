//! Completion for fish: commands and their options with the table's descriptions; values come from the program itself.
use super::global;
use crate::program::Program;
use crate::table::{Completer, Kind};
use std::fmt::Write;

const FRAME: &str = include_str!("../../completions/virsh.fish.in");

/// Returns the completion of a program.
pub(super) fn script(program: Program) -> String {
    let name = program.name();
    let function = name.replace('-', "_");
    let mut text = FRAME.replace("@NAME@", name).replace("@FUNCTION@", &function).replace("@VALUED@", &valued(program));
    for option in global::options(program) {
        let letter = option.letter.map(|letter| format!(" -s {letter}")).unwrap_or_default();
        let value = if option.takes_value { " -r" } else { "" };
        let (long, help) = (option.name, quote(option.help));
        let _ = writeln!(text, "complete -c {name} -n __{function}_no_command{letter} -l {long}{value} -d {help}");
    }
    for command in program.groups().iter().flat_map(|group| group.commands()).filter(|command| command.is_listed()) {
        let word = command.name;
        let _ = writeln!(text, "complete -c {name} -n __{function}_no_command -a {word} -d {}", quote(command.help));
        for option in command.options.iter().filter(|option| option.kind != Kind::Alias) {
            let value = match (option.kind, option.completer) {
                (Kind::Flag, _) => "",
                (_, Completer::Path) => " -rF",
                _ => " -x",
            };
            let (long, help) = (option.name, quote(option.help));
            let _ = writeln!(text, "complete -c {name} -n '__{function}_command {word}' -l {long}{value} -d {help}");
        }
    }
    text
}

/// Returns the global options that a word follows, as `case` takes them.
fn valued(program: Program) -> String {
    let mut words = Vec::new();
    for option in global::options(program).filter(|option| option.takes_value) {
        words.push(format!("--{}", option.name));
        words.extend(option.letter.map(|letter| format!("-{letter}")));
    }
    words.join(" ")
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
