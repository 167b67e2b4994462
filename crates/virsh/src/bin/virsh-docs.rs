//! virsh-docs FOLDER: writes manual pages and completion below FOLDER, which is `/usr/share` of an installation. It is not installed.
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [folder] => oxivirt_virsh::docs::write(folder.as_ref()),
        _ => Err("usage: virsh-docs FOLDER".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
