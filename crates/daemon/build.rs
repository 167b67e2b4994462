//! Link flags of the daemons, which are in memory as long as a host runs. The tables of procedures are full of pointers: what the loader
//! reads of them at the start is packed, a hundredth. What serves stands in one place (serve.ld).
#[path = "../../build/order.rs"]
mod order;
#[path = "../../build/relocations.rs"]
mod relocations;
#[expect(dead_code, reason = "functions of the same code are not folded: one of them stands for all, wherever it is")]
#[path = "../../build/size.rs"]
mod size;

use std::path::PathBuf;
use std::{env, error::Error};

const ARGUMENT: &str = "rustc-link-arg-bins";

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for file in ["order", "relocations", "size"] {
        println!("cargo:rerun-if-changed=../../build/{file}.rs");
    }
    println!("cargo:rerun-if-changed=build.rs");
    order::start_together(ARGUMENT, &root.join("serve.ld"), &out)?;
    if relocations::can_be_packed() {
        println!("cargo:{ARGUMENT}={}", relocations::PACK);
    }
    Ok(())
}
