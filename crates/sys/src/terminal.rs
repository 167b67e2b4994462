//! Prompts on the process's own terminal, through C's stdio so that the program's buffered output comes first.
use std::ffi::{CString, c_char, c_int};

unsafe extern "C" {
    static stdin: *mut libc::FILE;
    static stdout: *mut libc::FILE;
}

/// Shows `prompt` and reads a line, shown or hidden. The end of input is an empty answer; `None` is a failure.
#[must_use]
pub fn ask(prompt: &[u8], echo: bool) -> Option<Vec<u8>> {
    let text = CString::new([prompt, b": "].concat()).ok()?;
    // SAFETY: C initialises the variable before main and the program leaves it a valid stream.
    let output = unsafe { stdout };
    // SAFETY: a NUL-terminated string and a valid stream.
    if unsafe { libc::fputs(text.as_ptr(), output) } < 0 {
        return None;
    }
    // SAFETY: a valid stream.
    if unsafe { libc::fflush(output) } != 0 {
        return None;
    }
    if echo {
        return line();
    }
    let hidden = Hidden::start();
    let answer = line();
    if hidden.is_some() {
        // The user's own newline was not shown.
        // SAFETY: a valid stream.
        unsafe { libc::fputc(c_int::from(b'\n'), output) };
    }
    answer
}

/// Reads a line that is not shown. The end of input is an empty one; `None` is a failure.
#[must_use]
pub fn read_hidden() -> Option<Vec<u8>> {
    let _hidden = Hidden::start();
    line()
}

fn line() -> Option<Vec<u8>> {
    let mut buffer = [0u8; 1024];
    // SAFETY: C initialises the variable before main and the program leaves it a valid stream.
    let input = unsafe { stdin };
    let room = c_int::try_from(buffer.len()).unwrap_or(c_int::MAX);
    // SAFETY: the buffer has the announced size; fgets ends it with NUL.
    let got = unsafe { libc::fgets(buffer.as_mut_ptr().cast::<c_char>(), room, input) };
    if got.is_null() {
        // SAFETY: a valid stream.
        return (unsafe { libc::feof(input) } != 0).then(Vec::new);
    }
    let end = buffer.iter().position(|&b| b == 0 || b == b'\n').unwrap_or(buffer.len());
    buffer.get(..end).map(<[u8]>::to_vec)
}

/// Echo is off while this lives.
struct Hidden(libc::termios);

impl Hidden {
    fn start() -> Option<Self> {
        // SAFETY: plain C data.
        let mut saved: libc::termios = unsafe { std::mem::zeroed() };
        // SAFETY: a writable termios; a descriptor that is no terminal is an error, not undefined.
        if unsafe { libc::tcgetattr(libc::STDIN_FILENO, &raw mut saved) } != 0 {
            return None;
        }
        let mut quiet = saved;
        quiet.c_lflag &= !libc::ECHO;
        // SAFETY: a termios that tcgetattr filled in.
        let done = unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, &raw const quiet) };
        (done == 0).then_some(Self(saved))
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // SAFETY: the settings that tcgetattr gave.
        unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSAFLUSH, &raw const self.0) };
    }
}
