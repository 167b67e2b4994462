//! Completion for zsh: commands and their options with the table's descriptions; values come from the program itself.
use super::global;
use crate::program::Program;
use crate::table::Kind;
use std::fmt::Write;

const FRAME: &str = include_str!("../../completions/virsh.zsh.in");

/// Returns the completion of a program.
pub(super) fn script(program: Program) -> String {
    let mut commands = String::new();
    let mut options = String::new();
    for command in program.groups().iter().flat_map(|group| group.commands()).filter(|command| command.is_listed()) {
        let _ = writeln!(commands, "        {}", pair(command.name, command.help));
        let shown = command.options.iter().filter(|option| option.kind != Kind::Alias);
        let pairs: Vec<String> = shown.map(|option| pair(&format!("--{}", option.name), option.help)).collect();
        if !pairs.is_empty() {
            let _ = writeln!(options, "        {}) options=({}) ;;", command.name, pairs.join(" "));
        }
    }
    let mut global = Vec::new();
    for option in global::options(program) {
        let value = if option.takes_value { ":value:" } else { "" };
        let help = option.help.replace(['[', ']'], "").replace(':', " ").replace('\'', "'\\''");
        global.extend(option.letter.map(|letter| format!("'-{letter}[{help}]{value}'")));
        global.push(format!("'--{}[{help}]{value}'", option.name));
    }
    let name = program.name();
    FRAME
        .replace("@NAME@", name)
        .replace("@FUNCTION@", &name.replace('-', "_"))
        .replace("@GLOBAL@", &global.join(" \\\n        "))
        .replace("@COMMANDS@\n", &commands)
        .replace("@OPTIONS@\n", &options)
}

/// Returns a word and its description as `_describe` takes them.
fn pair(word: &str, help: &str) -> String {
    format!("'{}:{}'", word.replace(':', "\\:"), help.replace('\'', "'\\''"))
}
