//! Absolute paths, by text alone: nothing is looked up, so symbolic links and missing files stay as they are.
use oxivirt_xdr::Str;
use std::env;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::MetadataExt;

/// Returns the path from the root, without `.`, `..`, empty parts and a trailing slash.
pub(super) fn absolute(path: &[u8]) -> Str<'static> {
    if path.first() == Some(&b'/') {
        return canonical(path).into();
    }
    let mut whole = current_dir();
    whole.push(b'/');
    whole.extend_from_slice(path);
    canonical(&whole).into()
}

/// Returns the working directory as the user's shell names it, if `PWD` does name it; else as the kernel does.
fn current_dir() -> Vec<u8> {
    let place = |path: &std::ffi::OsStr| fs::metadata(path).map(|m| (m.dev(), m.ino())).ok();
    let named = oxivirt_sys::variable("PWD").filter(|p| p.as_encoded_bytes().starts_with(b"/"));
    let named = named.filter(|p| place(p).is_some_and(|at| Some(at) == place(".".as_ref())));
    named.or_else(|| env::current_dir().map(Into::into).ok()).map_or_else(Vec::new, OsStringExt::into_vec)
}

fn canonical(path: &[u8]) -> Vec<u8> {
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in path.split(|&b| b == b'/') {
        match part {
            b"" | b"." => {}
            b".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let slashes = path.iter().take_while(|&&b| b == b'/').count();
    // POSIX leaves exactly two slashes at the start to the system, so they stay two.
    let mut whole = if slashes == 2 { b"//".to_vec() } else { b"/".to_vec() };
    whole.extend(parts.join(&b'/'));
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_paths_are_cleaned() {
        for (path, want) in [
            ("/a/b", "/a/b"),
            ("/a//b///c/", "/a/b/c"),
            ("/a/./b/.", "/a/b"),
            ("/a/../b/c/..", "/b"),
            ("/../../a", "/a"),
            ("/..a/b..", "/..a/b.."),
            ("/", "/"),
            ("//", "//"),
            ("//a/..", "//"),
            ("///a", "/a"),
        ] {
            assert_eq!(canonical(path.as_bytes()), want.as_bytes(), "{path}");
        }
    }

    #[test]
    fn relative_paths_start_at_the_working_directory() {
        let here = absolute(b"");
        assert!(here.as_bytes().starts_with(b"/") && here.as_bytes().len() > 1);
        let want = [here.as_bytes(), b"/x"].concat();
        assert_eq!(absolute(b"x").as_bytes(), want);
        assert_eq!(absolute(b"./y/../x/").as_bytes(), want);
    }
}
