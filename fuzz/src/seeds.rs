//! Writes a first corpus: for every procedure a body of zeros, one with a few ones, and one of small counts; a URI of every
//! shape; operations of every kind.

use std::fs;
use std::path::Path;

use oxivirt_fuzz::{PROGRAMS, procedures};

const URIS: [&str; 6] = [
    "qemu:///system",
    "qemu+ssh://root%40x@[::1]:2222/sys%20tem?a=b%26c&d#f",
    "test+unix:///default?socket=/run/x&mode=direct",
    "vpx://user@host.example/dc/srv?no_verify=1;x=2",
    "//host:16509/path",
    "relative",
];

/// Targets and documents, shared with the tests of the crate.
mod documents {
    include!("../../crates/xml/tests/documents/mod.rs");
}
use documents::DOCUMENTS;

fn main() -> std::io::Result<()> {
    let root = std::env::args().nth(1).expect("usage: seeds DIRECTORY");
    for target in ["args", "ret", "events", "header", "error", "engine", "pair", "uri"] {
        fs::create_dir_all(Path::new(&root).join(target))?;
    }
    let bodies = [vec![0; 128], [0, 0, 0, 1].repeat(24), [0, 0, 0, 2, b'a', b'b', 0, 0].repeat(16)];
    for (program, index) in PROGRAMS.iter().zip(0_u8..) {
        for info in procedures(*program) {
            let number = u16::try_from(info.number).unwrap_or_default().to_be_bytes();
            for (body, at) in bodies.iter().zip(0..) {
                let input = [&[index], number.as_slice(), body].concat();
                let name = format!("{index}-{}-{at}", info.number);
                let wanted = if info.event { ["events", "events"] } else { ["args", "ret"] };
                for target in wanted {
                    fs::write(Path::new(&root).join(target).join(&name), &input)?;
                }
            }
        }
    }
    for (body, at) in bodies.iter().zip(0..) {
        fs::write(Path::new(&root).join("header").join(at.to_string()), body)?;
        fs::write(Path::new(&root).join("error").join(at.to_string()), body)?;
    }
    for (uri, at) in URIS.iter().zip(0..) {
        fs::write(Path::new(&root).join("uri").join(at.to_string()), uri)?;
    }
    for ((target, document), at) in DOCUMENTS.iter().zip(0..) {
        let folder = Path::new(&root).join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(at.to_string()), document)?;
    }
    for operation in 0_u8..8 {
        // A call, the operation with a small and a large value, and what it may take from the input.
        let input = [0, 0, operation, 1, operation, 200, b'x', b'y', b'z', 0, 0, 0, 0, 0];
        fs::write(Path::new(&root).join("engine").join(operation.to_string()), input)?;
    }
    Ok(())
}
