//! What the commands do, by topic. Each file says which commands of the table its functions run.
mod admin;
mod checkpoint;
mod cpu;
mod domain;
mod files;
mod general;
mod host;
mod interface;
mod lookup;
mod metadata;
mod network;
mod nodedev;
mod nwfilter;
mod object_events;
mod outcome;
mod params;
mod pool;
mod secret;
mod snapshot;
mod transfer;
mod volume;

use crate::program::Program;
use crate::shell::Body;

/// The functions of a file, with the names of their commands.
type Bodies = &'static [(&'static str, Body)];

const VIRSH: &[Bodies] = &[
    general::BODIES,
    general::VIRSH_BODIES,
    checkpoint::BODIES,
    cpu::BODIES,
    host::BODIES,
    interface::BODIES,
    network::BODIES,
    nodedev::BODIES,
    nwfilter::BODIES,
    object_events::BODIES,
    pool::BODIES,
    secret::BODIES,
    snapshot::BODIES,
    transfer::BODIES,
    volume::BODIES,
    domain::block::BODIES,
    domain::console::BODIES,
    domain::device::BODIES,
    domain::disk::BODIES,
    domain::display::BODIES,
    domain::guest::BODIES,
    domain::info::BODIES,
    domain::job::BODIES,
    domain::lifecycle::BODIES,
    domain::list::BODIES,
    domain::lxc::BODIES,
    domain::memory::BODIES,
    domain::migrate::BODIES,
    domain::native::BODIES,
    domain::nic::BODIES,
    domain::qemu::BODIES,
    domain::save::BODIES,
    domain::stats::BODIES,
    domain::text::BODIES,
    domain::tuning::BODIES,
    domain::undefine::BODIES,
    domain::vcpu::BODIES,
];

const ADMIN: &[Bodies] = &[general::BODIES, admin::BODIES];

fn all(program: Program) -> impl Iterator<Item = &'static (&'static str, Body)> {
    let files = match program {
        Program::Virsh => VIRSH,
        Program::Admin => ADMIN,
    };
    files.iter().flat_map(|bodies| bodies.iter())
}

/// Returns what runs the command of this name.
pub(crate) fn body(program: Program, name: &str) -> Option<Body> {
    all(program).find(|(command, _)| *command == name).map(|(_, body)| *body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_command_has_one_body_and_every_body_a_command() {
        for program in [Program::Virsh, Program::Admin] {
            let commands = program.groups().iter().flat_map(|group| group.commands());
            let named: BTreeSet<&str> =
                commands.filter(|command| command.alias_of.is_none()).map(|command| command.name).collect();
            let run: Vec<&str> = all(program).map(|(name, _)| *name).collect();
            assert_eq!(run.len(), named.len());
            assert_eq!(run.into_iter().collect::<BTreeSet<&str>>(), named);
        }
    }

    #[test]
    fn every_option_is_read_by_the_commands() {
        let mut sources = String::new();
        let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands")];
        // Some options are those of the parser's own functions.
        folders.push(folders[0].with_file_name("parse"));
        folders.push(folders[0].with_file_name("shell"));
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { folders.push(path) } else { sources += &std::fs::read_to_string(path).unwrap() }
            }
        }
        // Every option has something that completes it, or nothing on purpose: there is nothing to print.
        let nothing_to_do = ["completers-missing"];
        let commands = Program::Virsh.groups().iter().chain(Program::Admin.groups()).flat_map(|group| group.commands());
        for option in commands.flat_map(|command| command.options) {
            let read = option.kind == crate::table::Kind::Alias || sources.contains(&format!("\"{}\"", option.name));
            assert!(read || nothing_to_do.contains(&option.name), "no command reads --{}", option.name);
        }
    }
}
