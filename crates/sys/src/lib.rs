//! System calls that need `unsafe`, each behind a safe function: poll, descriptors, UNIX and TCP sockets, descriptor
//! passing, peer credentials, wake-ups, process facts.
//!
//! No policy lives here: no retries beyond EINTR, no error texts, no defaults. Every function answers `std::io::Error`
//! with the kernel's errno, and every descriptor it makes is close-on-exec.
#![expect(unsafe_code, reason = "the room for system calls")]

mod allocator;
mod background;
mod child;
mod daemonize;
mod descriptor;
mod dynamic;
mod environment;
pub mod errno;
mod file;
mod fork;
mod gettext;
mod gss;
mod guarded;
mod hostname;
mod interrupt;
mod listen;
pub mod mutex;
mod namespace;
mod number;
mod output;
mod poll;
mod process;
mod random;
mod relax_ng;
mod sasl;
mod signal_fd;
mod signals;
mod socket;
mod start;
mod tcp;
pub mod terminal;
mod terminal_mode;
mod terminal_signals;
mod thread_value;
mod time;
mod unwind;
mod users;
mod wake;
mod xpath;

pub use allocator::give_back_blocks_above;
pub use background::{Background, Outcome, Status, background};
pub use child::{Child, anonymous_program, spawn};
pub use daemonize::{Daemon, daemonize};
pub use descriptor::{duplicate, is_socket};
pub use dynamic::own_file;
pub use environment::{at_secure, foreign_ids, home, temporary, variable};
pub use file::{lock, next_data, next_hole, open_to_read, unlock};
pub use fork::{ForkCondvar, ForkGuard, ForkLock, Generation, OnceBox, in_forked_child};
pub use gettext::{bind_catalogues, errno_text, lasting_translation, translation};
pub use gss::{GSS_ENCRYPTION, GSS_INTEGRITY, GSS_MUTUAL, GSS_SEQUENCE, Gss, GssContext, GssStep};
pub use hostname::hostname;
pub use interrupt::{Interrupts, end_on_closed_pipe};
pub use listen::{
    accept, listen_tcp, listen_unix, peer_security_context, raise_descriptor_limit, set_no_delay, take_inherited,
};
pub use namespace::enter_namespace;
pub use number::parse_double;
pub use output::{Identity, identity, open_append, stderr_is_terminal, write_quietly, write_to_stderr};
pub use poll::{Interest, PollFd, poll, poll_once, wait_one};
pub use process::{boot_clock, egid, euid, gid, monotonic, pid, thread_id, uid};
pub use random::random;
pub use relax_ng::{RelaxNgError, validate_relax_ng};
pub use sasl::{SASL_NO_ANONYMOUS, SASL_NO_PLAINTEXT, SaslServer, SaslStep};
pub use signal_fd::{SignalFd, signal};
pub use signals::spawn_thread;
pub use socket::{
    Credentials, MAX_FDS, Received, connect_unix, peer_credentials, recv, recv_with_fds, send, send_with_fds,
    set_nonblocking, shutdown, socketpair,
};
pub use start::Program;
pub use tcp::{Unresolved, connect_tcp, resolve, resolve_number};
pub use terminal_mode::{RawMode, TerminalMode};
pub use terminal_signals::{HarmlessSignals, TerminalRestored, end_by, is_ignored, keeping_action};
pub use thread_value::{ThreadValue, thread_mark};
pub use time::LocalTime;
pub use unwind::{Outer, call_out, cancelled, enter, leave, resume, thread_ended, unwinding};
pub use users::{group_id, group_name, user_name};
pub use wake::{Waker, WakerPlace, pipe};
pub use xpath::{XpathError, select_xml};

use std::io;

/// Turns the C convention (-1 and errno) into a `Result`.
fn check(result: libc::c_int) -> io::Result<libc::c_int> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// Repeats a system call while a signal interrupts it.
fn retry<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
