//! How the daemons are linked.
#[path = "../../build/relocations.rs"]
mod relocations;

fn main() {
    println!("cargo:rerun-if-changed=../../build/relocations.rs");
    if relocations::are_packed() {
        println!("cargo:rustc-link-arg-bins={}", relocations::PACK);
    }
}
