//! Which commands print data, and in which form.

/// The form of what a command prints.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// A table: an array of objects. With the options that list names alone, an array of texts.
    Table,
    /// Lines: an array of texts.
    Lines,
    /// A text.
    Text,
    /// Lines like `name: value`: an object.
    Pairs,
    /// Several of those with empty lines between them: an array of objects.
    Blocks,
    /// Lines like `vda name 12`: an object.
    Words,
    /// What domstats prints.
    Statistics,
    /// A document.
    Xml,
}

const TABLES: &[&str] = &[
    "checkpoint-list",
    "client-list",
    "domblklist",
    "domfsinfo",
    "domifaddr",
    "domiflist",
    "iface-list",
    "iothreadinfo",
    "list",
    "net-dhcp-leases",
    "net-list",
    "net-port-list",
    "nwfilter-binding-list",
    "nwfilter-list",
    "pool-list",
    "secret-list",
    "server-list",
    "snapshot-list",
    "vol-list",
];

const LINES: &[&str] = &["domblkerror", "freecell", "nodedev-list"];

const TEXTS: &[&str] = &[
    "desc",
    "domcontrol",
    "domdisplay",
    "domhostname",
    "domid",
    "domname",
    "domstate",
    "domuuid",
    "hostname",
    "metadata",
    "net-name",
    "net-uuid",
    "pool-name",
    "pool-uuid",
    "snapshot-current",
    "uri",
    "vol-key",
    "vol-name",
    "vol-path",
    "vol-pool",
];

const PAIRS: &[&str] = &[
    "blkdeviotune",
    "blkiotune",
    "checkpoint-info",
    "client-info",
    "domblkinfo",
    "domiftune",
    "dominfo",
    "domjobinfo",
    "guestinfo",
    "memtune",
    "net-info",
    "nodecpumap",
    "nodecpustats",
    "nodeinfo",
    "nodememstats",
    "nodesevinfo",
    "numatune",
    "pool-info",
    "schedinfo",
    "server-clients-info",
    "server-threadpool-info",
    "snapshot-info",
    "version",
    "vol-info",
];

const BLOCKS: &[&str] = &["nodedev-info", "vcpuinfo"];

const WORDS: &[&str] = &["domblkstat", "domifstat", "dommemstat", "node-memory-tune"];

const XML: &[&str] = &["capabilities", "domcapabilities", "pool-capabilities", "sysinfo"];

/// Returns the form of what a command prints; `None` for those that print no data.
pub(crate) fn shape(command: &str) -> Option<Shape> {
    let known = [
        (TABLES, Shape::Table),
        (LINES, Shape::Lines),
        (TEXTS, Shape::Text),
        (PAIRS, Shape::Pairs),
        (BLOCKS, Shape::Blocks),
        (WORDS, Shape::Words),
        (&["domstats"], Shape::Statistics),
        (XML, Shape::Xml),
    ];
    let found = known.iter().find(|(names, _)| names.contains(&command)).map(|(_, shape)| *shape);
    found.or_else(|| (command == "dumpxml" || command.ends_with("-dumpxml")).then_some(Shape::Xml))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;

    #[test]
    fn every_name_is_a_commands_and_stands_in_the_document() {
        let document = include_str!("../../../../docs/JSON.md");
        let all: Vec<&str> = [TABLES, LINES, TEXTS, PAIRS, BLOCKS, WORDS, XML].concat();
        for name in &all {
            let command =
                [table::VIRSH, table::ADMIN].into_iter().find_map(|groups| table::find(groups, name.as_bytes()));
            assert_eq!(
                command.map(|command| command.name),
                Some(*name),
                "{name} is no command, or another name of one"
            );
            assert!(document.contains(&format!("`{name}`")), "{name} is not documented");
            assert_eq!(all.iter().filter(|other| *other == name).count(), 1, "{name} has two forms");
        }
        assert_eq!(shape("net-dumpxml"), Some(Shape::Xml));
        assert_eq!(shape("start"), None);
    }
}
