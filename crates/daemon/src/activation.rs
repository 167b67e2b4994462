//! Sockets that systemd made before it started the daemon: LISTEN_PID, LISTEN_FDS, LISTEN_FDNAMES.
use oxivirt_log::{log, source::DAEMON};
use std::ffi::OsString;
use std::os::fd::OwnedFd;

/// The first descriptor that is passed.
const FIRST: i32 = 3;
/// More than any daemon has units for.
const MOST: usize = 256;

/// Sockets by the names of their units.
#[derive(Debug, Default)]
pub(crate) struct Activation(Vec<(String, OwnedFd)>);

impl Activation {
    /// Takes over what was passed; nothing if that was not for this process, or is not named.
    ///
    /// To be called before any file is opened.
    pub(crate) fn take() -> Self {
        let Some(names) = names(oxivirt_sys::variable, oxivirt_sys::pid()) else { return Self::default() };
        let fds = oxivirt_sys::take_inherited(FIRST, names.len());
        Self(fds.into_iter().filter_map(|(place, fd)| Some((names.get(place)?.clone(), fd))).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes the sockets with a name.
    pub(crate) fn claim(&mut self, name: &str) -> Vec<OwnedFd> {
        let (claimed, rest) = std::mem::take(&mut self.0).into_iter().partition::<Vec<_>, _>(|(of, _)| of == name);
        self.0 = rest;
        claimed.into_iter().map(|(_, fd)| fd).collect()
    }
}

/// Returns the name of each descriptor; `None`: none are taken.
fn names(variable: impl Fn(&str) -> Option<OsString>, pid: i32) -> Option<Vec<String>> {
    let number = |name: &str| variable(name)?.to_str()?.parse::<i32>().ok();
    if number("LISTEN_PID")? != pid {
        return None;
    }
    let count = usize::try_from(number("LISTEN_FDS")?).ok().filter(|count| (1..=MOST).contains(count))?;
    let Some(names) = variable("LISTEN_FDNAMES") else {
        log!(DAEMON, Error, "names", "Missing LISTEN_FDNAMES env from systemd socket activation");
        return None;
    };
    let names: Vec<String> = names.to_string_lossy().split(':').map(str::to_owned).collect();
    if names.len() != count {
        log!(DAEMON, Error, "names", "Expecting {count} FD names but got {}", names.len());
        return None;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Option<Vec<String>> {
        names(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()), 7)
    }

    #[test]
    fn names_for_this_process_only() {
        let good = [("LISTEN_PID", "7"), ("LISTEN_FDS", "2"), ("LISTEN_FDNAMES", "a.socket:b.socket")];
        assert_eq!(of(&good), Some(vec!["a.socket".to_owned(), "b.socket".to_owned()]));
        for bad in [
            [("LISTEN_PID", "8"), good[1], good[2]],
            [good[0], ("LISTEN_FDS", "3"), good[2]],
            [good[0], ("LISTEN_FDS", "x"), good[2]],
            [good[0], ("LISTEN_FDS", "100000"), good[2]],
            [good[0], good[1], ("OTHER", "a:b")],
        ] {
            assert_eq!(of(&bad), None);
        }
    }
}
