//! What is installed with the daemons: units, example configurations, lenses for Augeas with their tests, log rotation, options, the
//! group, manual pages. All of it is made from packaging/daemon and the table below.
use crate::Result;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the templates are.
const TEMPLATES: &str = "packaging/daemon";

/// A daemon.
struct Daemon {
    name: &'static str,
    /// What the names of its sockets begin with.
    stem: &'static str,
    /// It may listen to the network.
    network: bool,
    /// It listens to the network only with an option.
    with_option: bool,
    /// What it may not do is said in its unit.
    hardened: bool,
    /// Another with the same sockets.
    conflicts: Option<&'static str>,
    description: &'static str,
    about: &'static str,
}

/// All daemons.
const DAEMONS: [Daemon; 3] = [
    Daemon {
        name: "libvirtd",
        stem: "libvirt",
        network: true,
        with_option: true,
        hardened: false,
        conflicts: Some("virtproxyd"),
        description: "libvirt daemon with all drivers",
        about: "Serves the drivers that it has to clients of libvirt, on this host and, if it is told so, over the network. \
                A driver that cannot start is left out.",
    },
    Daemon {
        name: "virtproxyd",
        stem: "libvirt",
        network: true,
        with_option: false,
        hardened: true,
        conflicts: Some("libvirtd"),
        description: "libvirt proxy daemon",
        about: "Stands in front of the daemons of single drivers: serves clients that know the sockets of libvirtd only, and clients \
                over the network, and passes their calls on with their identity. It has no driver.",
    },
    Daemon {
        name: "virttestd",
        stem: "virttestd",
        network: false,
        with_option: false,
        hardened: false,
        conflicts: None,
        description: "libvirt daemon of the test driver",
        about: "Serves the test driver, whose guests exist in its memory only.",
    },
];

/// Installs everything alone: `--to DIR --prefix PREFIX`.
pub(crate) fn command(arguments: &[String]) -> Result<()> {
    match arguments {
        [to, root, with, prefix] if to == "--to" && with == "--prefix" => install(root, prefix),
        _ => Err("usage: xtask daemon-files --to DIR --prefix PREFIX".into()),
    }
}

/// Installs everything below `root`, for programs below `prefix`. A configuration that is there stays.
pub(crate) fn install(root: &str, prefix: &str) -> Result<()> {
    let below = |path: &str| PathBuf::from(format!("{root}/{}", path.trim_start_matches('/')));
    for daemon in &DAEMONS {
        let values = daemon.values(prefix)?;
        let put = |template: &str, to: &str| put(&fill(&read(template)?, &values), &below(to));
        let name = daemon.name;
        put("service.in", &format!("{prefix}/lib/systemd/system/{name}.service"))?;
        for (unit, values) in daemon.sockets(&values) {
            let unit = below(&format!("{prefix}/lib/systemd/system/{unit}.socket"));
            self::put(&fill(&read("socket.in")?, &values), &unit)?;
        }
        let example = daemon.example(&values)?;
        let conf = below(&format!("/etc/libvirt/{name}.conf"));
        if !conf.exists() {
            self::put(&example, &conf)?;
        }
        self::put(&example, &below(&format!("{prefix}/share/doc/oxivirt/examples/{name}.conf")))?;
        let lenses = format!("{prefix}/share/augeas/lenses");
        self::put(&lens(name, &keys(&example)), &below(&format!("{lenses}/{name}.aug")))?;
        self::put(&lens_test(name, &keys(&example)), &below(&format!("{lenses}/tests/test_{name}.aug")))?;
        put("logrotate.in", &format!("/etc/logrotate.d/{name}"))?;
        put("default.in", &format!("/etc/default/{name}"))?;
        put("man/daemon.8.in", &format!("{prefix}/share/man/man8/{name}.8"))?;
    }
    self::put(&read("sysusers.conf")?, &below(&format!("{prefix}/lib/sysusers.d/oxivirt-daemon.conf")))
}

type Values = Vec<(String, String)>;

impl Daemon {
    fn values(&self, prefix: &str) -> Result<Values> {
        let conflicts = self.conflicts.map_or_else(String::new, |other| {
            format!("Conflicts={other}.service {other}.socket {other}-ro.socket {other}-admin.socket\n")
        });
        let hardening = if self.hardened { read("hardening.conf")? } else { String::new() };
        let listening = if self.with_option { "Only with the option --listen." } else { "" };
        let listen = if self.with_option {
            ".TP\n.BR \\-l \", \" \\-\\-listen\nListen to the network as well, as\n.B listen_tls\nand\n.B listen_tcp\nof the \
             configuration say.\n"
        } else {
            ""
        };
        let all = [
            ("daemon", self.name.to_owned()),
            ("stem", self.stem.to_owned()),
            ("ARGS", format!("{}_ARGS", self.name.to_uppercase())),
            ("TITLE", self.name.to_uppercase()),
            ("sbindir", format!("{prefix}/sbin")),
            ("description", self.description.to_owned()),
            ("summary", self.description.to_owned()),
            ("about", self.about.to_owned()),
            ("conflicts", conflicts),
            ("hardening", hardening),
            ("listening", listening.to_owned()),
            ("listen_tls", u8::from(self.with_option).to_string()),
            ("listen", listen.to_owned()),
        ];
        Ok(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// Returns the socket units, by name, with the values of their template.
    fn sockets(&self, values: &Values) -> Vec<(String, Values)> {
        let path = |suffix: &str| format!("/run/libvirt/{}-{suffix}", self.stem);
        let mut sockets = vec![
            ("", "clients", path("sock"), "0666"),
            ("-ro", "clients that only read", path("sock-ro"), "0666"),
            ("-admin", "administration", path("admin-sock"), "0600"),
        ];
        if self.network {
            sockets.push(("-tcp", "network, without encryption", "16509".to_owned(), ""));
            sockets.push(("-tls", "network", "16514".to_owned(), ""));
        }
        let unit = |(suffix, what, listen, mode): (&str, &str, String, &str)| {
            let bound = format!("BindsTo={0}.socket\nAfter={0}.socket\n", self.name);
            let mode = if mode.is_empty() {
                "BindIPv6Only=both\n".to_owned()
            } else {
                format!("SocketMode={mode}\nRemoveOnStop=yes\n")
            };
            let more = [
                ("what", what.to_owned()),
                ("listen", listen),
                ("mode", mode),
                ("bound", if suffix.is_empty() { String::new() } else { bound }),
            ];
            let own = values.iter().filter(|(name, _)| name != "listen").cloned();
            let values = own.chain(more.into_iter().map(|(name, value)| (name.to_owned(), value))).collect();
            (format!("{}{suffix}", self.name), values)
        };
        sockets.into_iter().map(unit).collect()
    }

    /// Returns the example of its configuration.
    fn example(&self, values: &Values) -> Result<String> {
        let mut kept = String::new();
        let mut of_network = false;
        for line in read("daemon.conf")?.lines() {
            match line {
                "#[network]" => of_network = true,
                "#[end]" => of_network = false,
                _ if of_network && !self.network => {}
                _ => writeln!(kept, "{}", line)?,
            }
        }
        Ok(fill(&kept, values))
    }
}

fn read(template: &str) -> Result<String> {
    let path = Path::new(TEMPLATES).join(template);
    fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()).into())
}

fn fill(template: &str, values: &Values) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("@{name}@"), value))
}

fn put(text: &str, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    Ok(fs::write(to, text).map_err(|e| format!("{}: {e}", to.display()))?)
}

/// Returns the settings of an example, with their values.
fn keys(example: &str) -> Vec<(&str, &str)> {
    let settings = example.lines().filter_map(|line| line.strip_prefix('#'));
    settings.filter(|rest| rest.starts_with(char::is_alphabetic)).filter_map(|rest| rest.split_once(" = ")).collect()
}

/// Returns the kind of a value, as the lens names it.
fn kind(value: &str) -> &'static str {
    match value.as_bytes().first() {
        Some(b'"') => "text",
        Some(b'[') => "texts",
        _ => "number",
    }
}

fn module(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// Returns the lens for a daemon's configuration.
fn lens(name: &str, keys: &[(&str, &str)]) -> String {
    let of_kind = |wanted: &str| {
        let names: Vec<_> =
            keys.iter().filter(|(_, value)| kind(value) == wanted).map(|(key, _)| format!("\"{key}\"")).collect();
        names.join(" | ")
    };
    format!(
        r##"(* /etc/libvirt/{name}.conf *)
module {module} =
   autoload xfm

   let eol = del /[ \t]*\n/ "\n"
   let assign = del /[ \t]*=[ \t]*/ " = "
   let indent = del /[ \t]*/ ""
   let blank = del /[ \t\n]*/ " "
   let separator = del /[ \t\n]*,[ \t\n]*/ ", "
   let quote = del "\"" "\""

   let text = quote . store /[^\"\n]*/ . quote
   let number = store /-?[0-9]+/
   let item = seq "item" . text
   let texts = counter "item" . del "[" "[" . blank . ( [ item ] . ( separator . [ item ] )* . blank )? . del "]" "]"

   let setting (name:regexp) (value:lens) = [ indent . key name . assign . value . eol ]
   let of_text = setting ( {text} ) text
   let of_number = setting ( {number} ) number
   let of_texts = setting ( {texts} ) texts
   let comment = [ label "#comment" . del /#[ \t]*/ "# " . store /([^ \t\n][^\n]*)?/ . del /\n/ "\n" ]
   let empty = [ label "#empty" . eol ]

   let lns = ( of_text | of_number | of_texts | comment | empty )*
   let filter = incl "/etc/libvirt/{name}.conf"
   let xfm = transform lns filter
"##,
        module = module(name),
        text = of_kind("text"),
        number = of_kind("number"),
        texts = of_kind("texts"),
    )
}

/// Returns its test: every setting with its example's value, a comment and an empty line.
fn lens_test(name: &str, keys: &[(&str, &str)]) -> String {
    let mut conf = "# A comment\n\n".to_owned();
    let mut tree = "  { \"#comment\" = \"A comment\" }\n  { \"#empty\" }\n".to_owned();
    for (key, value) in keys {
        let _ = writeln!(conf, "{key} = {value}");
        let _ = match kind(value) {
            "text" => writeln!(tree, "  {{ \"{key}\" = {value} }}"),
            "texts" => {
                let items = value.trim_matches(['[', ']', ' ']).split(", ").enumerate();
                let items: String =
                    items.map(|(at, item)| format!(" {{ \"{}\" = {item} }}", at.saturating_add(1))).collect();
                writeln!(tree, "  {{ \"{key}\"{items} }}")
            }
            _ => writeln!(tree, "  {{ \"{key}\" = \"{value}\" }}"),
        };
    }
    let conf = conf.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "(* Test of the lens for /etc/libvirt/{name}.conf *)\nmodule Test_{name} =\n\nlet conf = \"{conf}\"\n\ntest {}.lns get conf =\n{tree}",
        module(name)
    )
}
