//! What is installed beside the programs and follows from the table of commands: manual pages, completion for bash, zsh and fish.
//!
//! The programs do not need any of it; `virsh-docs` writes it when the programs are installed.
mod fish;
mod global;
mod man;
#[cfg(test)]
mod tests;
mod zsh;

use crate::program::Program;
use std::path::Path;

const PROGRAMS: [Program; 2] = [Program::Virsh, Program::Admin];

/// A file and its place below the folder of shared files, usually `/usr/share`.
#[derive(Debug)]
pub struct Document {
    /// Its path.
    pub path: String,
    /// Its content.
    pub text: String,
}

impl Document {
    fn new(path: String, text: String) -> Self {
        Self { path, text }
    }
}

/// Returns all of them.
#[must_use]
pub fn documents() -> Vec<Document> {
    let mut all = Vec::new();
    for program in PROGRAMS {
        let name = program.name();
        all.push(Document::new(format!("man/man1/{name}.1"), man::page(program)));
        // The ending keeps it apart from the file that the stock library's packages have there.
        let bash = include_str!("../../completions/virsh.bash").to_owned();
        all.push(Document::new(format!("bash-completion/completions/{name}.bash"), bash));
        all.push(Document::new(format!("zsh/vendor-completions/_{name}"), zsh::script(program)));
        all.push(Document::new(format!("fish/vendor_completions.d/{name}.fish"), fish::script(program)));
    }
    all
}

/// Writes all of them below a folder, which is made.
///
/// # Errors
/// What cannot be written, and why.
pub fn write(share: &Path) -> Result<(), String> {
    for document in documents() {
        let path = share.join(&document.path);
        let folder = path.parent().unwrap_or(share);
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, document.text));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
