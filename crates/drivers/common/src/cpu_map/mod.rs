//! The models of processors that the system's libvirt packages describe: /usr/share/libvirt/cpu_map.
mod baseline;
mod common;
mod data;
mod ppc64;
mod x86;

pub use baseline::baseline;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::errno::errno;
use oxivirt_xml::tree::{Document, Node};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// Where the descriptions are.
const FOLDER: &str = "/usr/share/libvirt/cpu_map";

/// How deep descriptions may name others: the map itself does once.
const MAX_DEPTH: u32 = 8;

/// What the map calls an architecture's models: `None` for one that has none to choose from.
///
/// # Errors
/// `VIR_ERR_NO_SUPPORT`: nothing is known of the architecture.
fn family(arch: &str) -> Result<Option<&'static str>> {
    match arch {
        "i686" | "x86_64" => Ok(Some("x86")),
        "ppc64" | "ppc64le" => Ok(Some("ppc64")),
        "aarch64" | "armv6l" | "armv7b" | "armv7l" | "loongarch64" | "riscv64" | "s390" | "s390x" => Ok(None),
        _ => {
            let text = message!("'%1$s' architecture is not supported by CPU driver", arch);
            Err(Error::new(ErrorDomain::CPU, ErrorCode::NO_SUPPORT, text))
        }
    }
}

/// Returns the names of the models that guests of an architecture can have, in the order of the map.
///
/// # Errors
/// Nothing is known of the architecture, or the map cannot be read.
pub fn models(arch: &str) -> Result<Vec<String>> {
    let mut models = Vec::new();
    if let Some(family) = family(arch)? {
        read_family(family, &mut |node| {
            if node.name() == "model" {
                models.extend(node.attr("name").map(str::to_owned));
            }
            Ok(())
        })?;
    }
    Ok(models)
}

/// Shows all that the map has of a family: vendors, features and models.
fn read_family(family: &str, note: Note<'_>) -> Result<()> {
    load(Path::new(FOLDER), "index.xml", &mut |root, read| {
        let arches = root.elements("arch").filter(|node| node.attr("name") == Some(family));
        arches.into_iter().try_for_each(|arch| visit(arch, note, read, 0))
    })
}

/// Takes an element of the map.
type Note<'n> = &'n mut dyn FnMut(Node<'_>) -> Result<()>;

/// Reads a file that is named in the map.
type ReadFile<'r> = &'r dyn Fn(&str, &mut dyn FnMut(Node<'_>) -> Result<()>) -> Result<()>;

/// Shows the elements in an element, in the groups below it, and in the files that it names.
fn visit(node: Node<'_>, note: Note<'_>, read: ReadFile<'_>, depth: u32) -> Result<()> {
    if depth > MAX_DEPTH {
        return Err(Error::new(ErrorDomain::CPU, ErrorCode::INTERNAL_ERROR, "the map of CPU models names itself"));
    }
    let deeper = depth.saturating_add(1);
    for child in node.children() {
        match child.name() {
            "group" => visit(child, note, read, deeper)?,
            "include" => {
                let file = child.attr("filename").unwrap_or_default();
                read(file, &mut |root| visit(root, note, read, deeper))?;
            }
            _ => note(child)?,
        }
    }
    Ok(())
}

fn load(folder: &Path, file: &str, then: &mut dyn FnMut(Node<'_>, ReadFile<'_>) -> Result<()>) -> Result<()> {
    let read = |file: &str, then: &mut dyn FnMut(Node<'_>) -> Result<()>| {
        let path = folder.join(file);
        let name = path.as_os_str().as_bytes();
        let text = std::fs::read(&path).map_err(|error| {
            Error::system(ErrorDomain::NONE, errno(&error), message!("Failed to open file '%1$s'", name))
        })?;
        then(Document::parse_file(&text, ErrorDomain::CPU, name)?.root()?)
    };
    read(file, &mut |root| then(root, &read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn architectures_without_models_or_without_a_driver() {
        assert_eq!(models("s390x"), Ok(Vec::new()));
        let error = models("alpha").unwrap_err();
        assert_eq!((error.code, error.domain), (ErrorCode::NO_SUPPORT, ErrorDomain::CPU));
        assert!(error.text().ends_with(": 'alpha' architecture is not supported by CPU driver"), "{error}");
    }

    #[test]
    fn what_is_in_files_and_groups_in_its_order() {
        let document = |text: &'static str| Document::parse(text.as_bytes(), ErrorDomain::CPU).unwrap();
        let read = |file: &str, then: &mut dyn FnMut(Node<'_>) -> Result<()>| {
            let text = match file {
                "a" => "<cpus><model name='A'><model name='base'/></model><feature name='f'/></cpus>",
                _ => "<cpus><include filename='self'/></cpus>",
            };
            then(document(text).root()?)
        };
        let names = |text: &'static str| {
            let mut models = Vec::new();
            let mut note = |node: Node<'_>| {
                models.extend(node.attr("name").map(str::to_owned));
                Ok(())
            };
            visit(document(text).root().unwrap(), &mut note, &read, 0).map(|()| models)
        };
        let arch = "<arch><include filename='a'/><group><model name='G'/><include filename='a'/></group></arch>";
        assert_eq!(names(arch).unwrap(), ["A", "f", "G", "A", "f"]);
        assert!(names("<arch><include filename='self'/></arch>").is_err());
    }
}
