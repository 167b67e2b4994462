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
    for target in ["args", "ret", "events", "header", "error", "engine", "pair", "server", "uri"] {
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
    for (input, at) in server().iter().zip(0..) {
        fs::write(Path::new(&root).join("server").join(at.to_string()), input)?;
    }
    Ok(())
}

/// A client that is connected and opens its connection; then each known call, each kind of packet on a stream that is open, and each
/// other operation, sent, worked on and read.
fn server() -> Vec<Vec<u8>> {
    let done = [10, 0, 13, 0, 15, 0];
    let open = [[0, 0, 0, 1, 0, 1].as_slice(), &done].concat();
    let mut found = Vec::new();
    for which in 0_u8..24 {
        for kind in 0..4 {
            let begin = [&[kind], open.get(1..).unwrap_or_default()].concat();
            found.push([begin.as_slice(), &[1, which << 2, 2], &done].concat());
        }
        let uploads = [1, 11 << 2, 3];
        found.push([open.as_slice(), &uploads, &done, &[6, 3 << 2, which * 2], &done, &[6, 3 << 2, 0], &done].concat());
        found.push([open.as_slice(), &[1, 14 << 2, 2], &done, &[which, 0, which, 0], &done].concat());
        found.push([open.as_slice(), &[1, 9 << 2, 2], &done, &[16, 0, 1, which, 0], &done, &[16, 0, 0], &done].concat());
        found.push([open.as_slice(), &[4, 8 << 2, which % 6, 0, which, 1, which, 0, 5], &[0; 8], &done].concat());
        found.push([open.as_slice(), &[7, which << 2, which % 2], &done].concat());
    }
    found
}
