//! Commands about the program itself.
use crate::bytes::bytes;
use crate::complete;
use crate::editor::errno_text;
use crate::fail::{Done, Failure};
use crate::help as texts;
use crate::parse::{Args, exclusive};
use crate::shell::{Program, Shell};
use crate::table;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

pub(crate) fn cd(sh: &mut Shell, args: &Args) -> Done {
    let _ = sh;
    let wanted = args.any("dir").filter(|dir| !dir.is_empty()).map(|dir| PathBuf::from(OsStr::from_bytes(&bytes(dir))));
    let dir = wanted.or_else(oxivirt_sys::home).unwrap_or_else(|| "/".into());
    std::env::set_current_dir(&dir)
        .map_err(|error| Failure::say(format!("cd: {}: {}", errno_text(&error), dir.display())))
}

pub(crate) fn pwd(sh: &mut Shell, _: &Args) -> Done {
    let dir = std::env::current_dir().unwrap_or_default();
    sh.print(&crate::bytes::text(dir.as_os_str().as_bytes()));
    sh.print("\n");
    Ok(())
}

pub(crate) fn quit(sh: &mut Shell, _: &Args) -> Done {
    sh.interactive = false;
    Ok(())
}

pub(crate) fn exit(sh: &mut Shell, args: &Args) -> Done {
    quit(sh, args)
}

pub(crate) fn help(sh: &mut Shell, args: &Args) -> Done {
    let Some(name) = args.any("command").filter(|name| !name.is_empty()) else {
        sh.print(&texts::all(sh.program));
        return Ok(());
    };
    let groups = sh.program.groups();
    if let Some(command) = table::find(groups, name.as_bytes()) {
        sh.print(&texts::command(command));
    } else if let Some(group) = groups.iter().find(|group| group.name == name || group.keyword == name) {
        sh.print(&texts::group(group));
    } else {
        return Err(Failure::say(format!("command or command group '{name}' doesn't exist")));
    }
    Ok(())
}

/// Returns the word in quotes if the shell needs them.
pub(crate) fn shell_quoted(word: &str) -> String {
    if word.is_empty() {
        return "''".into();
    }
    let meta = |c: char| "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".contains(c);
    if !word.contains(meta) {
        return word.into();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Returns the text with entities for what XML does not take as it is.
pub(crate) fn xml_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            // No document may hold these.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Splits a list at its commas; two of them are one that does not.
pub(crate) fn split_list(text: &str) -> Vec<String> {
    let mut parts = text.split(',');
    let mut list = vec![parts.next().unwrap_or_default().to_owned()];
    let mut join = false;
    for part in parts {
        if join {
            if let Some(last) = list.last_mut() {
                last.push(',');
                last.push_str(part);
            }
            join = false;
        } else if part.is_empty() {
            join = true;
        } else {
            list.push(part.into());
        }
    }
    if join {
        list.push(String::new());
    }
    list
}

pub(crate) fn echo(sh: &mut Shell, args: &Args) -> Done {
    let [shell, xml, split] = ["shell", "xml", "split"].map(|name| (name, args.has(name)));
    exclusive(shell, xml)?;
    exclusive(shell, split)?;
    exclusive(xml, split)?;
    let mut text = String::new();
    match args.text("prefix") {
        Ok(Some(prefix)) => {
            text.push_str(prefix);
            text.push(' ');
        }
        Ok(None) => {}
        Err(failure) => sh.tell(&failure),
    }
    for word in args.all("string") {
        if xml.1 {
            text.push_str(&xml_escaped(word));
        } else if shell.1 {
            text.push_str(&shell_quoted(word));
        } else if split.1 {
            for part in split_list(word) {
                text.push_str(&part);
                text.push('\n');
            }
        } else {
            text.push_str(word);
        }
        text.push(' ');
    }
    if text.ends_with(' ') {
        text.pop();
    }
    if args.has("err") {
        sh.error(&text);
    } else {
        sh.print(&text);
    }
    Ok(())
}

pub(crate) fn self_test(sh: &mut Shell, args: &Args) -> Done {
    let commands = || sh.program.groups().iter().flat_map(|group| group.commands());
    for command in commands().filter(|command| command.alias_of.is_none()) {
        if args.has("dump-help") {
            sh.print(&texts::command(command));
        }
    }
    Ok(())
}

/// Prints what the last word of a line may become, for completion of shells.
pub(crate) fn complete(sh: &mut Shell, args: &Args) -> Done {
    match sh.program {
        Program::Virsh => sh.connect_quietly()?,
        Program::Admin => sh.connect_admin_quietly()?,
    }
    let line = args.joined("string").unwrap_or_default();
    let word = args.any("string").unwrap_or_default().to_owned();
    let found = complete::candidates(sh, &line, &word);
    if found.is_empty() {
        return Err(Failure::quiet());
    }
    for candidate in found {
        sh.print(&candidate);
        sh.print("\n");
    }
    Ok(())
}

pub(crate) fn connect(sh: &mut Shell, args: &Args) -> Done {
    let name = args.text("name")?.map(str::to_owned);
    sh.reconnect(name.as_deref(), args.has("readonly"), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_split_at_single_commas() {
        assert_eq!(split_list("a,b"), ["a", "b"]);
        assert_eq!(split_list("a,,b,c"), ["a,b", "c"]);
        assert_eq!(split_list("a,"), ["a", ""]);
        assert_eq!(split_list(""), [""]);
    }

    #[test]
    fn words_are_quoted_for_their_reader() {
        assert_eq!(shell_quoted("a b"), "'a b'");
        assert_eq!(shell_quoted("it's"), "'it'\\''s'");
        assert_eq!(shell_quoted("plain"), "plain");
        assert_eq!(xml_escaped("<a b='c'>&\u{1}"), "&lt;a b=&apos;c&apos;&gt;&amp;");
    }
}
