//! Holds documents to what they quote: a fenced block behind `<!-- path -->` must stand in that file.

use std::fs;
use std::path::Path;

type Result<T> = core::result::Result<T, String>;

/// Documents that quote.
const DOCUMENTS: &[&str] = &["docs/adding-a-procedure.md"];

/// Compares every quotation; `root` is the top of the tree.
pub(crate) fn check(root: &Path) -> Result<()> {
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
        let error = check(root).unwrap_err();
        fs::write(root.join("src"), "  int x;\nint y;\n").unwrap();
        let outcome = check(root);
        assert!(error.contains("src no longer says:\nint x;"), "{error}");
        assert_eq!(outcome, Ok(()));
    }
}
