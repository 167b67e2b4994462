//! The entry trace: one stable line when a function is entered and one when it is left, on standard error, when
//! LIBVIRT_DEBUG asks for it.
use std::io::Write;
use std::sync::OnceLock;

static ON: OnceLock<bool> = OnceLock::new();

/// LIBVIRT_DEBUG is a level name or number; only level 1 (debug) shows entry points.
fn wanted() -> bool {
    *ON.get_or_init(|| {
        std::env::var_os("LIBVIRT_DEBUG").is_some_and(|v| v == "1" || v == "debug")
            && !oxivirt_sys::secure()
    })
}

/// Whether the call is traced; writes the entering line if so.
pub(super) fn enter(function: &str) -> bool {
    let on = wanted();
    if on {
        line(function, "enter");
    }
    on
}

pub(super) fn leave(function: &str) {
    line(function, "leave");
}

fn line(function: &str, edge: &str) {
    let text = format!("{}: debug : {function} : {edge}\n", std::process::id());
    // One write per line keeps lines of several threads whole; a closed standard error is not our caller's problem.
    let _ = std::io::stderr().write_all(text.as_bytes());
}
