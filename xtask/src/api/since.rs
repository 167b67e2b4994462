//! The release that brought a symbol: its `Since:` line, else what follows from other facts.

use super::doc;
use super::model::{Header, Item, Kind};
use std::collections::HashMap;
use std::fs;

/// The version nodes of the exported symbols.
const SYMBOLS: [&str; 4] = [
    "libvirt_sym.version",
    "src/abi/forward/qemu/libvirt_qemu_sym.version",
    "src/abi/forward/lxc/libvirt_lxc_sym.version",
    "src/abi/forward/admin/libvirt_admin_sym.version",
];
/// Releases that nothing else tells, one `name<TAB>release` per line; `-` where nobody knows it.
const TABLE: &str = include_str!("since.tsv");

/// Release by symbol.
#[derive(Debug)]
pub(super) struct Releases(HashMap<String, String>);

impl Releases {
    /// Collects what the headers, the list of exports and the table say.
    pub(super) fn new<'a>(headers: impl Iterator<Item = &'a Header>) -> Result<Self, String> {
        let mut releases = nodes()?;
        for (index, line) in TABLE.lines().enumerate() {
            let Some((name, release)) = line.split_once('\t') else {
                return Err(format!("since.tsv:{}: no tab in \"{line}\"", index.saturating_add(1)));
            };
            releases.insert(name.to_owned(), release.to_owned());
        }
        for item in headers.flat_map(|header| &header.items) {
            if let Some(release) = &item.doc.since {
                releases.insert(item.name.clone(), release.clone());
            }
        }
        Ok(Self(releases))
    }

    /// The release of one item, nothing where nobody knows it, or an error that names the item.
    pub(super) fn of(&self, header: &Header, item: &Item) -> Result<Option<String>, String> {
        let known = self.0.get(&item.name).cloned();
        let release = known.or_else(|| match &item.kind {
            Kind::Enum(constants) => {
                let releases = constants.iter().filter_map(|c| c.doc.since.clone());
                releases.min_by_key(|release| doc::order(release))
            }
            // A pointer type came with what it points to.
            Kind::Typedef(type_) => self.0.get(type_.trim_end_matches([' ', '*'])).cloned(),
            _ => None,
        });
        match release {
            Some(release) => Ok(Some(release).filter(|release| release != "-")),
            None => {
                let (path, line, name) = (&header.path, item.line, &item.name);
                Err(format!("{path}:{line}: {name}: no \"Since:\" in its comment"))
            }
        }
    }
}

/// Function by function the release of its version node.
fn nodes() -> Result<HashMap<String, String>, String> {
    let mut releases = HashMap::new();
    for path in SYMBOLS {
        let text = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
        let mut release = "";
        for line in text.lines().map(str::trim) {
            if let Some(node) = line.strip_suffix('{') {
                release = node.trim_end().rsplit('_').next().unwrap_or_default();
            } else if let Some(name) = line.strip_suffix(';') {
                releases.insert(name.to_owned(), release.to_owned());
            }
        }
    }
    Ok(releases)
}
