//! What the programs say about themselves, from the table of commands.
use crate::program::Program;
use crate::table::{Command, Group, Kind, Opt};
use std::fmt::Write;

/// Returns the lines of a group's commands.
fn list(text: &mut String, group: &Group) {
    for command in group.commands().filter(|command| command.is_listed()) {
        let _ = writeln!(text, "    {:<30} {}", command.name, command.help);
    }
}

/// Returns what `help GROUP` prints.
pub(crate) fn group(group: &Group) -> String {
    let mut text = format!(" {} (help keyword '{}'):\n", group.name, group.keyword);
    list(&mut text, group);
    text
}

/// Returns what `help` prints.
pub(crate) fn all(program: Program) -> String {
    let mut text = String::from("Grouped commands:\n\n");
    for one in program.groups() {
        text.push_str(&group(one));
        text.push('\n');
    }
    text
}

/// Returns what `help COMMAND` prints.
pub(crate) fn command(command: &Command) -> String {
    let mut text =
        format!("  NAME\n    {} - {}\n\n  SYNOPSIS\n    {}\n", command.name, command.help, synopsis(command));
    if !command.description.is_empty() {
        let _ = write!(text, "\n  DESCRIPTION\n    {}\n", command.description);
    }
    if !command.options.is_empty() {
        text.push_str("\n  OPTIONS\n");
    }
    for option in command.options.iter().filter(|option| option.kind != Kind::Alias) {
        let _ = writeln!(text, "    {:<15}  {}", usage_of(option), option.help);
    }
    text
}

/// Returns the command with all its options.
pub(crate) fn synopsis(command: &Command) -> String {
    let mut text = command.name.to_owned();
    for option in command.options.iter().filter(|option| option.kind != Kind::Alias) {
        text.push(' ');
        text.push_str(&synopsis_of(option));
    }
    text
}

fn synopsis_of(option: &Opt) -> String {
    let name = option.name;
    let value = match option.kind {
        Kind::Flag => return format!("[--{name}]"),
        _ if option.positional => format!("<{name}>"),
        Kind::Number => format!("--{name} <number>"),
        _ => format!("--{name} <string>"),
    };
    match (option.kind, option.required) {
        (Kind::Argv, true) => format!("{value}..."),
        (Kind::Argv, false) => format!("[{value}]..."),
        (_, true) => value,
        (_, false) => format!("[{value}]"),
    }
}

fn usage_of(option: &Opt) -> String {
    let name = if option.positional { format!("[--{}]", option.name) } else { format!("--{}", option.name) };
    match option.kind {
        Kind::Flag | Kind::Alias => name,
        Kind::Number => format!("{name} <number>"),
        Kind::String => format!("{name} <string>"),
        Kind::Argv => format!("{name} <string>..."),
    }
}

const VIRSH_OPTIONS: &str = "    -c | --connect=URI      hypervisor connection URI
    -d | --debug=NUM        debug level [0-4]
    -e | --escape <char>    set escape sequence for console
    -h | --help             this help
    -k | --keepalive-interval=NUM
                            keepalive interval in seconds, 0 for disable
    -K | --keepalive-count=NUM
                            number of possible missed keepalive messages
    -l | --log=FILE         output logging to file
    -q | --quiet            quiet mode
    -r | --readonly         connect readonly
    -t | --timing           print timing information
         --no-pkttyagent    suppress registration of pkttyagent
";

const ADMIN_OPTIONS: &str = "    -c | --connect=URI      daemon admin connection URI
    -d | --debug=NUM        debug level [0-4]
    -h | --help             this help
    -l | --log=FILE         output logging to file
    -q | --quiet            quiet mode
";

const VERSION_OPTIONS: &str = "    -v                      short version
    -V                      long version
         --version[=TYPE]   version, TYPE is short or long (default short)
";

/// Returns what `--help` prints.
pub(crate) fn usage(program: Program, called: &str) -> String {
    let options = match program {
        Program::Virsh => VIRSH_OPTIONS,
        Program::Admin => ADMIN_OPTIONS,
    };
    let mut text = format!(
        "\n{called} [options]... [<command_string>]\n{called} [options]... <command> [args...]\n\n  options:\n\
         {options}{VERSION_OPTIONS}  commands (non interactive mode):\n\n"
    );
    for group in program.groups() {
        let _ = writeln!(text, " {} (help keyword '{}')", group.name, group.keyword);
        list(&mut text, group);
        text.push('\n');
    }
    text.push_str("\n  (specify help <group> for details about the commands in the group)\n");
    text.push_str("\n  (specify help <command> for details about the command)\n\n");
    text
}

/// Returns what `--version=long` prints.
pub(crate) fn long_version(program: Program) -> &'static str {
    match program {
        Program::Virsh => {
            "Virsh command line tool of libvirt 12.8.0
See web site at https://libvirt.org/

Compiled with support for:
 Hypervisors: QEMU/KVM LXC LibXL OpenVZ VMware VirtualBox ESX Test
 Networking: Remote Network Bridging Interface udev Nwfilter
 Storage: Dir Disk Filesystem SCSI Multipath iSCSI iSCSI-direct LVM RBD Gluster ZFS
 Miscellaneous: Daemon Nodedev AppArmor SELinux Secrets Debug DTrace Readline
"
        }
        Program::Admin => {
            "Virt-admin command line tool of libvirt 12.8.0
See web site at https://libvirt.org/

Compiled with support for: Daemon Debug Readline
"
        }
    }
}
