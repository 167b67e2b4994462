//! Generators and checks: run with `cargo xtask`.
fn main() {}
