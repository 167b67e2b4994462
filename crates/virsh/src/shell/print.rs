//! What commands print with.
use super::output::Level;
use super::state::Shell;
use crate::bytes::bytes;

impl Shell {
    /// Prints text.
    pub(crate) fn print(&self, text: &str) {
        self.out.print(&bytes(text));
    }

    /// Prints bytes as they are.
    pub(crate) fn print_bytes(&self, text: &[u8]) {
        self.out.print(text);
    }

    /// Prints text that a program does not want to read: nothing with `--quiet`.
    pub(crate) fn extra(&self, text: &str) {
        if !self.quiet {
            self.print(text);
        }
    }

    /// Prints a table, with its header unless `--quiet` was given.
    pub(crate) fn table(&self, table: &crate::print::Table) {
        if self.out.keep_table(table) {
            return;
        }
        if !self.colours {
            self.print(&table.text(!self.quiet));
            return;
        }
        let mut coloured = table.clone();
        coloured.colour();
        self.print(&coloured.text(!self.quiet));
    }

    /// Shows a line on standard error.
    pub(crate) fn error(&self, line: &str) {
        self.out.error(line);
    }

    /// Tells a line that helps to find out what the program does.
    pub(crate) fn debug(&self, level: Level, line: &str) {
        self.out.debug(level, line);
    }

    /// Shows what was printed so far.
    pub(crate) fn flush(&self) {
        self.out.flush();
    }
}
