//! Holds documents to what they quote, a fenced block behind `<!-- path -->` must stand in that file, and
//! docs/adding-a-procedure.md to its list of files: all that name its procedure, and no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

type Result<T> = core::result::Result<T, String>;

/// Documents that quote.
const DOCUMENTS: &[&str] = &["docs/adding-a-procedure.md"];

/// Whose last section lists files.
const PROCEDURE: &str = "docs/adding-a-procedure.md";

/// What the procedure of that document is called: in C, in Rust, in the IDL.
const NAMES: &str = "domain_set_memory_flags|DomainSetMemoryFlags|DOMAIN_SET_MEMORY_FLAGS";

/// Compares every quotation and the list of files; `root` is the top of the tree.
pub(crate) fn check(root: &Path) -> Result<()> {
    check_quotations(root)?;
    let found = Command::new("git").args(["grep", "-lE", NAMES, "--", ":!xtask"]).current_dir(root).output();
    let found = found.map_err(|error| format!("git grep: {error}"))?;
    if !found.stderr.is_empty() {
        return Err(format!("git grep: {}", String::from_utf8_lossy(&found.stderr)));
    }
    compare_files(&read(root, PROCEDURE)?, &String::from_utf8_lossy(&found.stdout))
}

/// Compares the files listed in a document with those that were found, one in a line.
fn compare_files(document: &str, found: &str) -> Result<()> {
    let (_, list) = document.split_once("\n## All files\n").ok_or_else(|| format!("{PROCEDURE} lists no files"))?;
    let rows = list.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
    let listed: BTreeSet<_> = rows.flat_map(|row| row.trim_end_matches('`').split("`, `")).collect();
    let found: BTreeSet<_> = found.lines().collect();
    let mut differences = listed.symmetric_difference(&found);
    match differences.next() {
        None => Ok(()),
        Some(file) if found.contains(file) => Err(format!("{PROCEDURE} does not list {file}")),
        Some(file) => Err(format!("{PROCEDURE}: {file} does not name the procedure")),
    }
}

/// Compares every quotation.
fn check_quotations(root: &Path) -> Result<()> {
    for document in DOCUMENTS {
        let text = read(root, document)?;
        for (source, block) in quotations(&text) {
            if !read(root, source)?.contains(block) {
                return Err(format!("{document}: {source} no longer says:\n{block}"));
            }
        }
    }
    Ok(())
}

fn read(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))
}

/// Source path and text of each quotation.
fn quotations(text: &str) -> Vec<(&str, &str)> {
    let parts = text.split("\n<!-- ").skip(1);
    parts
        .filter_map(|part| {
            let (source, rest) = part.split_once(" -->\n```")?;
            let (_language, rest) = rest.split_once('\n')?;
            Some((source, rest.split_once("```")?.0))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_quotations() {
        let text = "a\n<!-- x/y -->\n```rust\nfn f() {}\n```\nb\n```\nfree\n```\n<!-- note -->\n";
        assert_eq!(quotations(text), [("x/y", "fn f() {}\n")]);
    }

    #[test]
    fn a_false_quotation_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("docs")).unwrap();
        let document = root.join("docs/adding-a-procedure.md");
        fs::write(&document, "\n<!-- src -->\n```c\nint x;\n```\n").unwrap();
        fs::write(root.join("src"), "int y;\n").unwrap();
        let error = check_quotations(root).unwrap_err();
        fs::write(root.join("src"), "  int x;\nint y;\n").unwrap();
        let outcome = check_quotations(root);
        assert!(error.contains("src no longer says:\nint x;"), "{error}");
        assert_eq!(outcome, Ok(()));
    }

    #[test]
    fn the_list_of_files_is_complete_and_true() {
        let document = "text\n## All files\n\n| file | how |\n|---|---|\n| `a/b`, `c` | step 1 |\n| `d` | x |\n";
        assert_eq!(compare_files(document, "a/b\nc\nd\n"), Ok(()));
        let missing = compare_files(document, "a/b\nc\nd\ne\n").unwrap_err();
        assert_eq!(missing, "docs/adding-a-procedure.md does not list e");
        let stale = compare_files(document, "a/b\nd\n").unwrap_err();
        assert_eq!(stale, "docs/adding-a-procedure.md: c does not name the procedure");
    }
}
