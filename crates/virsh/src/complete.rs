//! Completion: what may stand at the end of a line, from the table of commands and from the daemon.
mod comma;
mod objects;
mod parts;

use crate::keycodes;
use crate::parse::{self, Partial};
use crate::program::Program;
use crate::shell::Shell;
use crate::table::{Completer, Kind};
use comma::list;

/// Characters that end a word on the way back from the cursor.
const BREAKS: &[char] = &[' ', '\t', '\n', '`', '@', '$', '>', '<', '=', ';', '|', '&', '{', '('];

/// Returns where the word before the cursor begins, behind its quote if it has one.
pub(crate) fn word_begin(line: &str) -> usize {
    let mut begin = 0;
    let mut quote = None;
    let mut escaped = false;
    for (at, character) in line.char_indices() {
        let next = at.saturating_add(character.len_utf8());
        if escaped {
            escaped = false;
        } else if character == '\\' && quote != Some('\'') {
            escaped = true;
        } else if quote == Some(character) {
            quote = None;
        } else if quote.is_none() && matches!(character, '"' | '\'') {
            quote = Some(character);
            begin = next;
        } else if quote.is_none() && BREAKS.contains(&character) {
            begin = next;
        }
    }
    begin
}

/// Returns what the word at the end of the line may become.
pub(crate) fn candidates(shell: &Shell, line: &str, word: &str) -> Vec<String> {
    let bytes = crate::bytes::bytes(line);
    let partial = parse::parse_partial(shell.program.groups(), &mut &*bytes);
    let all = match &partial {
        // A command's name may begin another one's.
        Some(partial) if partial.args.command().name != word => for_partial(shell, partial, word),
        _ => commands(shell.program),
    };
    let escaped = all.into_iter().map(|text| text.replace(' ', "\\ "));
    escaped.filter(|text| text.starts_with(word)).collect()
}

fn commands(program: Program) -> Vec<String> {
    let all = program.groups().iter().flat_map(|group| group.commands());
    all.filter(|command| command.is_listed()).map(|command| command.name.to_owned()).collect()
}

fn for_partial(shell: &Shell, partial: &Partial, word: &str) -> Vec<String> {
    if let Some(last) = &partial.last
        && (last.named || last.option.completer != Completer::Nothing)
        && (crate::bytes::text(&last.value) == word || (last.value == b" " && word.is_empty()))
    {
        return values(shell, partial, last.option.completer, word);
    }
    let args = &partial.args;
    let options = args.command().options.iter();
    let open =
        options.filter(|option| option.kind != Kind::Alias && (option.kind == Kind::Argv || !args.has(option.name)));
    open.map(|option| format!("--{}", option.name)).collect()
}

/// Returns the values that an option may have.
fn values(shell: &Shell, partial: &Partial, completer: Completer, word: &str) -> Vec<String> {
    match completer {
        Completer::Words(words) => words.iter().map(ToString::to_string).collect(),
        Completer::List(words) => list(words.iter().map(ToString::to_string).collect(), word),
        Completer::Key => keycodes::names(partial.args.any("codeset").unwrap_or("linux")).map(str::to_owned).collect(),
        Completer::Command => commands(shell.program),
        Completer::Nothing => Vec::new(),
        // A shell completes paths itself.
        Completer::Path if shell.interactive => paths(word),
        Completer::Path => Vec::new(),
        other => objects::names(shell, &partial.args, other, word).unwrap_or_default(),
    }
}

/// Returns the files whose path begins like this.
fn paths(word: &str) -> Vec<String> {
    let (folder, name) = word.rsplit_once('/').map_or(("", word), |(folder, name)| (folder, name));
    let place = if !word.contains('/') {
        "."
    } else if folder.is_empty() {
        "/"
    } else {
        folder
    };
    let Ok(entries) = std::fs::read_dir(place) else { return Vec::new() };
    let prefix = word.strip_suffix(name).unwrap_or_default();
    let shown = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let end = if entry.path().is_dir() { "/" } else { "" };
        Some(format!("{prefix}{name}{end}"))
    });
    let mut all: Vec<String> = shown.collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_behind_blanks_and_quotes() {
        let word = |line: &'static str| line.get(word_begin(line)..).unwrap();
        assert_eq!(word("dominfo te"), "te");
        assert_eq!(word("dominfo "), "");
        assert_eq!(word("dominfo 'a b"), "a b");
        assert_eq!(word("dominfo a\\ b"), "a\\ b");
        assert_eq!(word("x --domain=te"), "te");
        assert_eq!(word("x; do"), "do");
        assert_eq!(word(""), "");
    }
}
