//! Manual pages: hand-written text around the commands of the table.
use super::global;
use crate::help;
use crate::program::Program;
use crate::table::{Command, Group, Kind, Opt};
use std::fmt::Write;

const VIRSH: &str = include_str!("virsh.1.in");
const ADMIN: &str = include_str!("virt-admin.1.in");

/// Returns the page of a program.
pub(super) fn page(program: Program) -> String {
    let frame = match program {
        Program::Virsh => VIRSH,
        Program::Admin => ADMIN,
    };
    let mut commands = String::new();
    for group in program.groups() {
        write_group(&mut commands, group);
    }
    frame.replace("@OPTIONS@\n", &options(program)).replace("@COMMANDS@\n", &commands)
}

/// Returns the options before the command.
fn options(program: Program) -> String {
    let mut text = String::new();
    for option in global::options(program) {
        let letter = option.letter.map(|letter| format!("\\-{letter}\\fR, \\fB")).unwrap_or_default();
        let value = if option.takes_value { " \\fIvalue\\fR" } else { "" };
        let _ = writeln!(text, ".TP\n\\fB{letter}\\-\\-{}\\fR{value}\n{}", escape(option.name), line(option.help));
    }
    text
}

fn write_group(text: &mut String, group: &Group) {
    let _ = writeln!(text, ".SS {}", escape(group.name));
    let _ = writeln!(text, "The group\n.BR {} .", escape(group.keyword));
    for command in group.commands() {
        match command.alias_of {
            Some(target) => {
                let _ = writeln!(text, ".TP\n.B {}\nAnother name of\n.BR {} .", escape(command.name), escape(target));
            }
            None if command.is_listed() => write_command(text, command),
            None => {}
        }
    }
}

fn write_command(text: &mut String, command: &Command) {
    let name = command.name;
    let synopsis = help::synopsis(command);
    let options = synopsis.strip_prefix(name).unwrap_or_default();
    let _ = writeln!(text, ".TP\n\\fB{}\\fR{}", escape(name), escape(options));
    let _ = writeln!(text, "{}", line(&sentence(command.help)));
    let described = !command.description.is_empty() && command.description != command.help;
    if described {
        for paragraph in command.description.lines().filter(|paragraph| !paragraph.trim().is_empty()) {
            let _ = writeln!(text, "{}", line(&sentence(paragraph.trim())));
        }
    }
    let options: Vec<&Opt> = command.options.iter().filter(|option| option.kind != Kind::Alias).collect();
    if options.is_empty() {
        return;
    }
    text.push_str(".RS\n");
    for option in options {
        let value = match option.kind {
            Kind::Flag | Kind::Alias => "",
            Kind::Number => " \\fInumber\\fR",
            Kind::String => " \\fIstring\\fR",
            Kind::Argv => " \\fIstring\\fR...",
        };
        let _ = writeln!(text, ".TP\n\\fB\\-\\-{}\\fR{value}\n{}", escape(option.name), line(&sentence(option.help)));
    }
    text.push_str(".RE\n");
}

/// Returns the text with a capital and a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let end = if text.is_empty() || text.ends_with(['.', ':', '!', '?']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

/// Returns the text as roff shows it: no hyphens where a reader copies minus signs.
fn escape(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('~', "\\(ti").replace('^', "\\(ha").replace('`', "\\(ga")
}

/// Returns the text as a line of its own: a dot or an apostrophe at its beginning would be a request.
fn line(text: &str) -> String {
    let text = escape(text);
    if text.is_empty() {
        ".".into()
    } else if text.starts_with(['.', '\'']) {
        format!("\\&{text}")
    } else {
        text
    }
}
