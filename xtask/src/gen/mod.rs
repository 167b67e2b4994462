//! From `crates/protocol/idl` to `crates/protocol/src/gen`.

mod ast;
mod calls;
mod docs;
mod events;
mod functions;
mod lex;
mod limits;
mod names;
mod output;
mod parse;
mod procedures;
mod schema;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

use ast::File;
use schema::Schema;

type Result<T> = core::result::Result<T, String>;

/// Generates; with `check` only compares and fails when a file would change.
pub(crate) fn run(check: bool) -> Result<()> {
    let root = Path::new("crates/protocol").to_owned();
    let files = sort(read(&root)?)?;
    let schema = Schema::build(&files)?;
    let mut output = output::Output::new(&root)?;
    types::render(&schema, &mut output)?;
    procedures::render(&schema, &mut output)?;
    calls::render(&schema, &mut output)?;
    events::render(&schema, &mut output)?;
    limits::render(&schema, &mut output)?;
    output.finish(check)?;
    docs::check(&root.join("../.."))
}

fn read(root: &Path) -> Result<Vec<File>> {
    let mut files = Vec::new();
    let mut folders = vec![root.join("idl")];
    while let Some(folder) = folders.pop() {
        let failed = |error| format!("{}: {error}", folder.display());
        let entries = fs::read_dir(&folder).map_err(failed)?;
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "x") {
                let shown = path.strip_prefix(root).unwrap_or(&path).display().to_string();
                let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
                files.push(parse::parse(&shown, &text)?);
            }
        }
    }
    Ok(files)
}

/// Imported modules first, and in each module the file of shared types first.
fn sort(mut files: Vec<File>) -> Result<Vec<File>> {
    let mut sorted: Vec<File> = Vec::new();
    while !files.is_empty() {
        let ready = files.iter().position(|file| {
            let pending = |module: &String| files.iter().any(|other| other.module == *module);
            let first = file.path.ends_with(&format!("/{}.x", file.module));
            let head_done = first || sorted.iter().any(|done| done.module == file.module);
            head_done && !file.imports.iter().any(pending)
        });
        match ready {
            Some(index) => sorted.push(files.remove(index)),
            None => return Err("the @import lines of the IDL form a circle".to_owned()),
        }
    }
    Ok(sorted)
}
