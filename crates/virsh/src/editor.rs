//! Editing texts in the user's editor, in a temporary file.
use crate::bytes;
use crate::fail::{Done, Failure};
use crate::quote::shell_quoted;
use crate::shell::Shell;
use oxivirt_sys::{TerminalMode, variable};
use std::ffi::{OsStr, OsString};
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

/// A longer text is no definition.
const MAX: u64 = 10 << 20;

/// A temporary file, removed at the end.
struct TempFile(PathBuf);

impl Drop for TempFile {
    fn drop(&mut self) {
        // The editor may have removed it.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl TempFile {
    fn new(text: &str) -> Done<Self> {
        let failed = |error: &std::io::Error| {
            Failure::say(format!("g_mkstemp_full: failed to create temporary file: {}", errno_text(error)))
        };
        let mut random = [0; 6];
        oxivirt_sys::random(&mut random).map_err(|error| failed(&error))?;
        let name: String = random.iter().map(|byte| char::from(b'A'.saturating_add(byte.wrapping_rem(26)))).collect();
        let path = oxivirt_sys::temporary().join(format!("virsh{name}.xml"));
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        let mut file = file.map_err(|error| failed(&error))?;
        let temp = Self(path);
        file.write_all(&bytes::bytes(text)).map_err(|error| {
            let (path, why) = (temp.0.display(), errno_text(&error));
            Failure::say(format!("write: {path}: failed to write to temporary file: {why}"))
        })?;
        Ok(temp)
    }

    fn read(&self) -> Done<String> {
        let failed = |why: String| Failure::say(format!("{}: failed to read temporary file: {why}", self.0.display()));
        let file = std::fs::File::open(&self.0).map_err(|error| failed(errno_text(&error)))?;
        let mut text = Vec::new();
        file.take(MAX).read_to_end(&mut text).map_err(|error| failed(errno_text(&error)))?;
        Ok(bytes::text(&text))
    }
}

/// Returns the C library's text of an error.
pub(crate) fn errno_text(error: &std::io::Error) -> String {
    error.raw_os_error().map_or_else(|| error.to_string(), oxivirt_sys::errno_text)
}

/// Returns true if a text has no character with a meaning for the shell.
fn is_plain(text: &OsStr) -> bool {
    text.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || b"-/_.:@".contains(byte))
}

fn run_editor(shell: &Shell, file: &Path) -> Done {
    let editor = variable("VISUAL").or_else(|| variable("EDITOR")).unwrap_or_else(|| OsString::from("vi"));
    let file = file.as_os_str();
    let words = if is_plain(&editor) {
        vec![editor.clone(), file.to_owned()]
    } else if is_plain(file) {
        let line = [editor.as_bytes(), b" ", file.as_bytes()].concat();
        vec!["sh".into(), "-c".into(), OsStr::from_bytes(&line).to_owned()]
    } else {
        let name = bytes::text(file.as_bytes());
        let why = "temporary filename contains shell meta or other unacceptable characters (is $TMPDIR wrong?)";
        return Err(Failure::say(format!("{name}: {why}")));
    };
    shell.flush();
    let shown: Vec<String> = words.iter().map(|word| shell_quoted(&bytes::text(word.as_bytes()))).collect();
    let shown = shown.join(" ");
    let mut words = words.iter();
    let mut command = Command::new(words.next().unwrap_or(&editor));
    let status = command.args(words).status().map_err(|error| {
        let name = bytes::text(editor.as_bytes());
        Failure::say(match error.kind() {
            std::io::ErrorKind::NotFound if !name.contains('/') => {
                format!("Cannot find '{name}' in path: {}", errno_text(&error))
            }
            kind => {
                let why = errno_text(&error);
                // What a child of the stock program says before it ends.
                let text = format!("libvirt:  error : cannot execute binary {name}: {why}\n");
                oxivirt_sys::write_to_stderr(&bytes::bytes(&text));
                let status = if kind == std::io::ErrorKind::NotFound { 127 } else { 126 };
                format!("internal error: Child process ({shown}) unexpected exit status {status}")
            }
        })
    })?;
    if status.success() {
        return Ok(());
    }
    let ended = describe(status);
    Err(Failure::say(format!("internal error: Child process ({shown}) unexpected {ended}")))
}

fn describe(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("exit status {code}"),
        (None, Some(signal)) => format!("fatal signal {signal}"),
        (None, None) => "invalid value".into(),
    }
}

/// Has the user edit a text. Returns it, without the newline that editors put at its end.
pub(crate) fn edit_text(shell: &Shell, text: &str) -> Done<String> {
    let file = TempFile::new(text)?;
    run_editor(shell, &file.0)?;
    let mut edited = file.read()?;
    if edited.ends_with('\n') {
        edited.pop();
    }
    Ok(edited)
}

/// What to do with a text that could not be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Answer {
    Edit,
    GiveUp,
    Again,
    Relax,
    Unknown,
}

/// An object whose definition is edited.
pub(crate) trait Editable {
    /// Returns the definition as it is now.
    fn read(&mut self) -> Done<String>;

    /// Changes it.
    fn write(&mut self, text: &str) -> Done;

    /// Stops checking definitions against the schema. Returns false if they are not checked.
    fn relax(&mut self) -> bool {
        false
    }
}

/// Has the user edit a definition until it can be used, or the user gives up. Returns false if nothing was changed.
pub(crate) fn edit(shell: &Shell, object: &mut dyn Editable, can_relax: bool) -> Done<bool> {
    let mut before = object.read()?;
    let file = TempFile::new(&before)?;
    'edit: loop {
        let mut can_relax = can_relax;
        run_editor(shell, &file.0)?;
        let edited = file.read()?;
        if edited == before {
            return Ok(false);
        }
        loop {
            let now = object.read()?;
            let problem = if now == before {
                match object.write(&edited) {
                    Ok(()) => return Ok(true),
                    Err(failure) => ("Failed.", failure),
                }
            } else {
                before = now;
                ("The XML configuration was changed by another user.", Failure::quiet())
            };
            match ask(shell, &problem, can_relax)? {
                Answer::Edit => continue 'edit,
                Answer::Again => {}
                Answer::Relax => can_relax = !object.relax(),
                Answer::GiveUp => return Err(Failure::quiet()),
                Answer::Unknown => return Err(Failure::say(problem.0)),
            }
        }
    }
}

fn ask(shell: &Shell, (text, failure): &(&str, Failure), can_relax: bool) -> Done<Answer> {
    let Some(mode) = TerminalMode::current() else {
        // Nobody to ask.
        let told = Failure { lines: failure.lines.clone(), error: failure.error.clone(), ..Failure::default() };
        return Err(Failure { lines: [vec![(*text).to_owned()], told.lines].concat(), ..told });
    };
    shell.tell(failure);
    let Ok(raw) = mode.raw() else { return Ok(Answer::Unknown) };
    let keys = if can_relax { "[y,n,i,f,?]" } else { "[y,n,f,?]" };
    let answer = loop {
        shell.print(&format!("\r{text} Try again? {keys}: "));
        shell.flush();
        let mut key = [0];
        let count = std::io::stdin().read(&mut key).unwrap_or(0);
        match key.map(|key| key.to_ascii_lowercase()) {
            _ if count == 0 => break Answer::Unknown,
            [b'y'] => break Answer::Edit,
            [b'n'] => break Answer::GiveUp,
            [b'f'] => break Answer::Again,
            [b'i'] if can_relax => break Answer::Relax,
            [b'?'] => shell.print(&keys_help(can_relax)),
            _ => {}
        }
    };
    drop(raw);
    shell.print("\r\n");
    Ok(answer)
}

fn keys_help(can_relax: bool) -> String {
    let relax = if can_relax { "i - turn off validation and try to redefine again\r\n" } else { "" };
    format!(
        "\r\ny - yes, start editor again\r\nn - no, throw away my changes\r\n{relax}\
         f - force, try to redefine again\r\n? - print this help\r\n"
    )
}
