//! `#[entry]`: an ordinary function becomes an exported, versioned C symbol.
