//! What of this process's environment the programs get that the library starts.
use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The name under which programs load this library.
const SONAME: &str = "libvirt.so.0";

/// Returns the value with which a variable is passed on. The loader is not pointed at this library: daemons and their
/// helpers need the one that they were built with. `None` when nothing is left of it.
pub(super) fn passed_on(name: &str, value: OsString) -> Option<OsString> {
    without(name, value, &Library::of_this_process)
}

fn without(name: &str, value: OsString, library: &dyn Fn() -> Option<Library>) -> Option<OsString> {
    let separators: &[u8] = match name {
        "LD_LIBRARY_PATH" => b":;",
        "LD_PRELOAD" => b": ",
        _ => return Some(value),
    };
    let Some(library) = library() else { return Some(value) };
    let bytes = value.as_bytes();
    let entries = || bytes.split(|byte| separators.contains(byte));
    let found = |entry: &&[u8]| {
        let path = Path::new(OsStr::from_bytes(entry));
        if name == "LD_PRELOAD" { library.is(path) } else { library.is_in(path) }
    };
    if !entries().any(|entry| found(&entry)) {
        return Some(value);
    }
    let kept: Vec<&[u8]> = entries().filter(|entry| !found(entry)).collect();
    (!kept.is_empty()).then(|| OsString::from_vec(kept.join(&b':')))
}

/// The file that the library was loaded from.
struct Library {
    path: PathBuf,
    metadata: Option<Metadata>,
}

impl Library {
    fn of_this_process() -> Option<Self> {
        Some(Self::at(oxivirt_sys::own_file()?))
    }

    fn at(path: PathBuf) -> Self {
        let metadata = path.metadata().ok();
        Self { path, metadata }
    }

    /// Returns true if `path` is this file, under whatever name.
    fn is(&self, path: &Path) -> bool {
        let Some(own) = &self.metadata else { return path == self.path };
        path.metadata().is_ok_and(|other| (other.dev(), other.ino()) == (own.dev(), own.ino()))
    }

    /// Returns true if the loader finds this file in a folder; an empty name is the working directory.
    fn is_in(&self, folder: &Path) -> bool {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let name = self.path.file_name().unwrap_or_default();
        self.is(&folder.join(SONAME)) || self.is(&folder.join(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_not_pointed_at_this_library() {
        let base = tempfile::tempdir().unwrap();
        let [own, linked, other] = ["own", "linked", "other"].map(|name| base.path().join(name));
        for folder in [&own, &linked, &other] {
            std::fs::create_dir_all(folder).unwrap();
        }
        let file = own.join(SONAME);
        std::fs::write(&file, "ours").unwrap();
        std::fs::write(other.join(SONAME), "another").unwrap();
        std::os::unix::fs::symlink(&file, linked.join(SONAME)).unwrap();
        let library = || Some(Library::at(file.clone()));
        let passed =
            |name: &str, value: &str| without(name, value.into(), &library).map(|value| value.into_string().unwrap());
        let [own, linked, other] = [own, linked, other].map(|path| path.into_os_string().into_string().unwrap());
        let path = |value: &str| passed("LD_LIBRARY_PATH", value);
        assert_eq!(path(&own), None);
        assert_eq!(path(&format!("{own}/")), None);
        assert_eq!(path(&other), Some(other.clone()));
        assert_eq!(path(&format!("/a:{own}:{linked};{other}")), Some(format!("/a:{other}")));
        // What is not ours stays as it is.
        assert_eq!(path("/a;:/b"), Some("/a;:/b".to_owned()));
        let preload = |value: &str| passed("LD_PRELOAD", value);
        assert_eq!(preload(&format!("{own}/{SONAME}")), None);
        assert_eq!(preload(&format!("/a.so {linked}/{SONAME}:b.so")), Some("/a.so:b.so".to_owned()));
        assert_eq!(passed("PATH", &own), Some(own));
        assert_eq!(without("LD_LIBRARY_PATH", "/a".into(), &|| None), Some("/a".into()));
    }
}
