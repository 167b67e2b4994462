//! Link flags of the daemons: the tables of procedures are full of pointers, and what the loader reads of them at the start is in memory
//! as long as a daemon runs. Packed it is a hundredth.
#[path = "../../build/relocations.rs"]
mod relocations;

fn main() {
    println!("cargo:rerun-if-changed=../../build/relocations.rs");
    if relocations::can_be_packed() {
        println!("cargo:rustc-link-arg-bins={}", relocations::PACK);
    }
}
