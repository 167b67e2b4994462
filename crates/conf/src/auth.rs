//! auth.conf: who one is, per service and host.
//!
//! An ini file as GLib reads it: `[auth-SERVICE-HOST]` (or `[auth-SERVICE-default]`) names `credentials=NAME`, and
//! `[credentials-NAME]` holds `username`, `authname`, `password`, `realm`. Groups that appear twice are one; the last of
//! equal keys counts. What is wrong is named with its file and line.
use crate::env::Env;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::Read;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Nobody has so many credentials; beyond it the file is something else.
const MAX_BYTES: u64 = 1 << 20;
/// Where the host's own file is, when neither the environment nor the URI nor the user has one.
const SYSTEM_FILE: &str = "/etc/libvirt/auth.conf";

/// A value and the line it stands on. It may be a password, so it is wiped.
#[derive(Clone, PartialEq, Eq)]
struct Value {
    line: usize,
    text: Zeroizing<Vec<u8>>,
}

type Group = HashMap<Vec<u8>, Value>;

/// A parsed file.
#[derive(Default)]
pub struct AuthConfig {
    path: PathBuf,
    groups: HashMap<Vec<u8>, Group>,
}

// Passwords do not belong into logs.
impl std::fmt::Debug for AuthConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AuthConfig").field("path", &self.path).finish_non_exhaustive()
    }
}

fn syntax(detail: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::CONF_SYNTAX, detail)
}

fn space(byte: u8) -> bool {
    byte == 0x0b || byte.is_ascii_whitespace()
}

fn trim_start(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|&b| !space(b)).unwrap_or(text.len());
    text.get(start..).unwrap_or_default()
}

fn trim_end(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|&b| !space(b));
    let end = end.map_or(0, |at| at.saturating_add(1));
    text.get(..end).unwrap_or_default()
}

/// Resolves `\s`, `\n`, `\t`, `\r` and `\\`; other sequences stay as they are.
fn unescape(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b's') => out.push(b' '),
            Some(b'n') => out.push(b'\n'),
            Some(b't') => out.push(b'\t'),
            Some(b'r') => out.push(b'\r'),
            Some(b'\\') => out.push(b'\\'),
            Some(other) => out.extend_from_slice(&[b'\\', other]),
            None => {}
        }
    }
    out
}

impl AuthConfig {
    /// Returns the file that counts: LIBVIRT_AUTH_FILE, the URI's `authfile`, the user's, the host's; `None` without
    /// any.
    pub fn find(authfile: Option<&[u8]>, env: &impl Env) -> Option<PathBuf> {
        if let Some(path) = env.variable("LIBVIRT_AUTH_FILE") {
            return Some(path.into());
        }
        if let Some(path) = authfile {
            return Some(OsString::from_vec(path.to_vec()).into());
        }
        let own = env
            .variable("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .filter(|folder| folder.is_absolute())
            .or_else(|| Some(env.home()?.join(".config")))
            .map(|folder| folder.join("libvirt/auth.conf"));
        let readable = |path: &PathBuf| env.exists(path) && env.open(path).is_ok();
        own.into_iter().chain([PathBuf::from(SYSTEM_FILE)]).find(readable)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It cannot be read, is longer than 1 MiB, or is not an ini file.
    pub fn read(path: &Path) -> Result<Self> {
        let shown = path.as_os_str().as_bytes();
        let failed = |error: std::io::Error| {
            let what = format!("Failed to read auth file '{}'", path.display());
            Error::system(ErrorDomain::AUTH, error.raw_os_error().unwrap_or_default(), what)
        };
        // Also a pipe is waited for: that is how a program hands over a secret.
        let mut file = std::fs::File::open(path).map_err(failed)?;
        // Room for all of it, so that growing leaves no copies of passwords behind; a pipe does not tell its length.
        let length = file.metadata().map_or(0, |file| file.len().min(MAX_BYTES));
        let room = usize::try_from(length).unwrap_or_default().saturating_add(1);
        let mut text = Zeroizing::new(Vec::with_capacity(room));
        (&mut file).take(MAX_BYTES.saturating_add(1)).read_to_end(&mut text).map_err(failed)?;
        if u64::try_from(text.len()).is_ok_and(|len| len > MAX_BYTES) {
            let parts: [&[u8]; 3] = [b"'", shown, b"' is longer than 1048576 bytes"];
            return Err(syntax(parts.concat()));
        }
        Self::parse(path, &text)
    }

    /// Takes a file's text apart; `path` is for messages.
    ///
    /// # Errors
    /// A line is none of group, `key=value`, comment; or a key stands before the first group.
    pub fn parse(path: &Path, text: &[u8]) -> Result<Self> {
        let mut config = Self { path: path.to_owned(), groups: HashMap::new() };
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let mut current: Option<Vec<u8>> = None;
        for (number, line) in (1..).zip(text.split(|&byte| byte == b'\n')) {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            let line = trim_start(line);
            if line.is_empty() || line.starts_with(b"#") {
                continue;
            }
            if line.starts_with(b"[") {
                let name = group_name(line).ok_or_else(|| config.wrong(number, "a group's name is not complete"))?;
                config.groups.entry(name.to_vec()).or_default();
                current = Some(name.to_vec());
                continue;
            }
            let Some(equals) = line.iter().position(|&byte| byte == b'=') else {
                return Err(config.wrong(number, "neither a group nor key=value nor a comment"));
            };
            let (key, value) = line.split_at_checked(equals).unwrap_or_default();
            let key = trim_end(key);
            if key.is_empty() {
                return Err(config.wrong(number, "nothing stands before '='"));
            }
            let Some(group) = current.as_ref().and_then(|name| config.groups.get_mut(name)) else {
                return Err(config.wrong(number, "a key stands before the first group"));
            };
            let text = trim_start(value.get(1..).unwrap_or_default()).to_vec();
            let value = Value { line: number, text: text.into() };
            group.insert(key.to_vec(), value);
        }
        Ok(config)
    }

    fn wrong(&self, line: usize, why: &str) -> Error {
        let path = self.path.as_os_str().as_bytes();
        syntax([path, format!(":{line}: {why}").as_bytes()].concat())
    }

    fn value(&self, group: &Group, key: &[u8]) -> Result<Option<Vec<u8>>> {
        let Some(value) = group.get(key) else {
            return Ok(None);
        };
        if std::str::from_utf8(&value.text).is_err() {
            return Err(self.wrong(value.line, "the value is not UTF-8"));
        }
        if value.text.contains(&0) {
            return Err(self.wrong(value.line, "the value holds a NUL byte"));
        }
        Ok(Some(unescape(&value.text)))
    }

    /// Returns what the file says for a service (`libvirt`, `ssh`) on a host; `credential` is `username`, `authname`,
    /// `password` or `realm`.
    ///
    /// # Errors
    /// The group of the service names no credentials, or some that are not there.
    pub fn lookup(&self, service: &str, hostname: &[u8], credential: &str) -> Result<Option<Vec<u8>>> {
        let name = |host: &[u8]| [b"auth-", service.as_bytes(), b"-", host].concat();
        let found =
            [name(hostname), name(b"default")].into_iter().find_map(|name| Some((self.groups.get(&name)?, name)));
        let Some((group, name)) = found else {
            return Ok(None);
        };
        let path = self.path.as_os_str().as_bytes();
        let Some(chosen) = self.value(group, b"credentials")? else {
            return Err(syntax(message!("Missing item 'credentials' in group '%1$s' in '%2$s'", name, path)));
        };
        let Some(group) = self.groups.get(&[b"credentials-", &*chosen].concat()) else {
            return Err(syntax(message!(
                "Missing group 'credentials-%1$s' referenced from group '%2$s' in '%3$s'",
                chosen,
                name,
                path
            )));
        };
        self.value(group, credential.as_bytes())
    }
}

/// Returns what stands in the brackets of a group's line.
fn group_name(line: &[u8]) -> Option<&[u8]> {
    let name = trim_end(line).strip_prefix(b"[")?.strip_suffix(b"]")?;
    let odd = |byte: &u8| byte.is_ascii_control() || b"[]".contains(byte);
    (!name.is_empty() && !name.iter().any(odd)).then_some(name)
}

#[cfg(test)]
#[path = "auth_tests.rs"]
mod tests;
