//! Tables: columns as wide as their widest cell, on terminals that show some characters two columns wide.
use crate::bytes::stands_for;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// The colours of states, as terminals number them: green for what runs, yellow for what waits, red for what is lost.
const COLOURS: &[(&str, u8)] = &[
    ("running", 32),
    ("active", 32),
    ("paused", 33),
    ("pmsuspended", 33),
    ("in shutdown", 33),
    ("idle", 33),
    ("crashed", 31),
];

/// Rows of cells under a header.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug)]
struct Cell {
    text: String,
    width: usize,
}

impl Table {
    /// Returns a table with this header.
    pub(crate) fn new(header: &[&str]) -> Self {
        Self { rows: vec![header.iter().map(|text| Cell::new(text)).collect()] }
    }

    /// Adds a row, which has as many cells as the header.
    pub(crate) fn row(&mut self, cells: &[&str]) {
        debug_assert_eq!(Some(cells.len()), self.rows.first().map(Vec::len));
        self.rows.push(cells.iter().map(|text| Cell::new(text)).collect());
    }

    /// Returns the texts of its cells, the header's first.
    pub(crate) fn cells(&self) -> impl Iterator<Item = Vec<&str>> {
        self.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect())
    }

    /// Colours the states, for a terminal.
    pub(crate) fn colour(&mut self) {
        let states = self.rows.first().and_then(|header| header.iter().position(|cell| cell.text == "State"));
        let Some(column) = states else { return };
        for cell in self.rows.iter_mut().skip(1).filter_map(|row| row.get_mut(column)) {
            if let Some((_, colour)) = COLOURS.iter().find(|(state, _)| *state == cell.text) {
                // It takes no room.
                cell.text = format!("\x1b[{colour}m{}\x1b[0m", cell.text);
            }
        }
    }

    /// Returns the text of the table, with or without its header.
    pub(crate) fn text(&self, header: bool) -> String {
        let shown = || self.rows.iter().skip(usize::from(!header));
        let columns = self.rows.first().map_or(0, Vec::len);
        let widest = |column: usize| {
            let cells = shown().filter_map(|row: &Vec<Cell>| row.get(column));
            cells.map(|cell| cell.width).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let mut text = String::new();
        for (number, row) in shown().enumerate() {
            write_row(&mut text, row, &widths);
            if header && number == 0 {
                let line: usize = widths.iter().map(|width| width.saturating_add(3)).sum();
                let _ = writeln!(text, "{}", "-".repeat(line));
            }
        }
        text
    }
}

fn write_row(text: &mut String, row: &[Cell], widths: &[usize]) {
    let last = row.len().saturating_sub(1);
    for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
        let _ = write!(text, " {}", cell.text);
        if column < last {
            let room = width.saturating_sub(cell.width).saturating_add(2);
            text.extend(std::iter::repeat_n(' ', room));
        }
    }
    text.push('\n');
}

impl Cell {
    /// What cannot be shown, and `\x`, is written as `\xNN`.
    fn new(text: &str) -> Self {
        let mut cell = Self { text: String::with_capacity(text.len()), width: 0 };
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            if let Some(byte) = stands_for(character) {
                cell.escape(byte);
            } else if character.is_ascii_control() || (character == '\\' && characters.peek() == Some(&'x')) {
                cell.escape(u8::try_from(character).unwrap_or_default());
            } else if let Some(width) = character.width() {
                cell.text.push(character);
                cell.width = cell.width.saturating_add(width);
            } else {
                character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| cell.escape(byte));
            }
        }
        cell
    }

    fn escape(&mut self, byte: u8) {
        let _ = write!(self.text, "\\x{byte:02x}");
        self.width = self.width.saturating_add(4);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(&["Id", "Name", "State"]);
        table.row(&["1", "fedora28", "running"]);
        table.row(&["-", "\u{55e8}", "shut off"]);
        let text = " Id   Name       State\n---------------------------\n 1    fedora28   running\n -    \u{55e8}         shut off\n";
        assert_eq!(table.text(true), text);
        assert_eq!(table.text(false), " 1   fedora28   running\n -   \u{55e8}         shut off\n");
    }

    #[test]
    fn states_are_coloured_without_taking_room() {
        let mut table = Table::new(&["Name", "State", "Title"]);
        table.row(&["running", "running", "running"]);
        table.row(&["b", "shut off", "-"]);
        table.colour();
        let text = " running   \x1b[32mrunning\x1b[0m    running\n b         shut off   -\n";
        assert_eq!(table.text(false), text);
    }

    #[test]
    fn what_cannot_be_shown_is_escaped() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&["x\ty\\x", &crate::bytes::text(b"\xff")]);
        assert_eq!(table.text(false), " x\\x09y\\x5cx   \\xff\n");
        let mut table = Table::new(&["a"]);
        table.row(&["\u{85}"]);
        assert_eq!(table.text(false), " \\xc2\\x85\n");
    }
}
