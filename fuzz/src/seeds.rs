//! Writes a first corpus: for every procedure a body of zeros, one with a few ones, and one of small counts.

use std::fs;
use std::path::Path;

use oxivirt_fuzz::{PROGRAMS, procedures};

fn main() -> std::io::Result<()> {
    let root = std::env::args().nth(1).expect("usage: seeds DIRECTORY");
    for target in ["args", "ret", "events", "header", "error"] {
        fs::create_dir_all(Path::new(&root).join(target))?;
    }
    let bodies = [
        vec![0; 128],
        [0, 0, 0, 1].repeat(24),
        [0, 0, 0, 2, b'a', b'b', 0, 0].repeat(16),
    ];
    for (program, index) in PROGRAMS.iter().zip(0_u8..) {
        for info in procedures(*program) {
            let number = u16::try_from(info.number).unwrap_or_default().to_be_bytes();
            for (body, at) in bodies.iter().zip(0..) {
                let input = [&[index], number.as_slice(), body].concat();
                let name = format!("{index}-{}-{at}", info.number);
                let wanted = if info.event {
                    ["events", "events"]
                } else {
                    ["args", "ret"]
                };
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
    Ok(())
}
