//! Names that the daemon knows.
use crate::bytes::Shown;
use crate::fail::Done;
use crate::parse::Args;
use crate::shell::Shell;
use crate::table::Completer;
use oxivirt::Domain;

/// Returns the names that an option may have.
pub(super) fn names(shell: &Shell, args: &Args, completer: Completer, word: &str) -> Done<Vec<String>> {
    let conn = shell.conn()?;
    let _ = (args, word);
    match completer {
        Completer::Domain(which) => Ok(conn.list_all_domains(which.0)?.iter().map(name_of).collect()),
        _ => Ok(Vec::new()),
    }
}

fn name_of(domain: &Domain) -> String {
    domain.name().shown()
}
