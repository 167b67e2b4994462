//! Commands about the program itself.
use crate::bytes::bytes;
use crate::complete;
use crate::editor::errno_text;
use crate::fail::{Done, Failure};
use crate::help as texts;
use crate::parse::{Args, exclusive};
use crate::program::Program;
use crate::quote::{shell_quoted, split_list, xml_escaped};
use crate::shell::{Body, Shell};
use crate::table;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

/// What runs the commands of both programs.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("cd", cd),
    ("echo", echo),
    ("exit", exit),
    ("help", help),
    ("pwd", pwd),
    ("quit", quit),
    ("self-test", self_test),
    ("complete", complete),
];

/// What runs those of virsh alone.
pub(super) const VIRSH_BODIES: &[(&str, Body)] = &[("connect", connect)];

fn cd(sh: &mut Shell, args: &Args) -> Done {
    let _ = sh;
    let wanted = args.any("dir").filter(|dir| !dir.is_empty()).map(|dir| PathBuf::from(OsStr::from_bytes(&bytes(dir))));
    let dir = wanted.or_else(oxivirt_sys::home).unwrap_or_else(|| "/".into());
    std::env::set_current_dir(&dir)
        .map_err(|error| Failure::say(format!("cd: {}: {}", errno_text(&error), dir.display())))
}

fn pwd(sh: &mut Shell, _: &Args) -> Done {
    let dir = std::env::current_dir().unwrap_or_default();
    sh.print(&crate::bytes::text(dir.as_os_str().as_bytes()));
    sh.print("\n");
    Ok(())
}

fn quit(sh: &mut Shell, _: &Args) -> Done {
    sh.interactive = false;
    Ok(())
}

fn exit(sh: &mut Shell, args: &Args) -> Done {
    quit(sh, args)
}

fn help(sh: &mut Shell, args: &Args) -> Done {
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

fn echo(sh: &mut Shell, args: &Args) -> Done {
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

fn self_test(sh: &mut Shell, args: &Args) -> Done {
    let commands = || sh.program.groups().iter().flat_map(|group| group.commands());
    for command in commands().filter(|command| command.alias_of.is_none()) {
        if args.has("dump-help") {
            sh.print(&texts::command(command));
        }
    }
    Ok(())
}

/// Prints what the last word of a line may become, for completion of shells.
fn complete(sh: &mut Shell, args: &Args) -> Done {
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

fn connect(sh: &mut Shell, args: &Args) -> Done {
    let name = args.text("name")?.map(str::to_owned);
    sh.reconnect(name.as_deref(), args.has("readonly"), true)
}
