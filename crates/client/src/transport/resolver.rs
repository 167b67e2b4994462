//! A host's addresses before a deadline.
//!
//! getaddrinfo(3) is the only way to what the machine is configured to ask (nsswitch.conf and its modules), and nothing can
//! interrupt it. So with a deadline it runs on a thread of its own, which ends with its answer; when that comes too late,
//! nobody is there to take it. Without a deadline, and for addresses in numbers, the caller's own thread asks.
use oxivirt_sys::Unresolved;
use std::ffi::CStr;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Instant;

/// How many threads of a process may be asking. Most systems' resolvers give up within a minute.
const MOST: usize = 16;

/// Who asks: the process of each thread. A forked child has none of its parent's threads.
static ASKING: [AtomicI32; MOST] = [const { AtomicI32::new(0) }; MOST];

type Addresses = Result<Vec<SocketAddr>, Unresolved>;

/// Why there is no answer.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum NoAnswer {
    /// The resolver's reason.
    Unresolved(Unresolved),
    /// The deadline passed.
    Late,
    /// So many names are being asked for that no further one is.
    Crowded,
}

/// One of the places in [`ASKING`].
#[derive(Debug)]
struct Place(&'static AtomicI32, i32);

impl Place {
    fn take() -> Option<Self> {
        let me = oxivirt_sys::pid();
        let free = |place: &&AtomicI32| {
            let whose = place.load(Ordering::Relaxed);
            whose != me && place.compare_exchange(whose, me, Ordering::AcqRel, Ordering::Relaxed).is_ok()
        };
        ASKING.iter().find(free).map(|place| Self(place, me))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = self.0.compare_exchange(self.1, 0, Ordering::AcqRel, Ordering::Relaxed);
    }
}

/// Returns the addresses of `host` in the order to try them.
///
/// # Errors
/// The name has no address, or there was no answer before `deadline`.
pub(super) fn resolve(host: &CStr, port: u16, deadline: Option<Instant>) -> Result<Vec<SocketAddr>, NoAnswer> {
    let Some(deadline) = deadline else {
        return oxivirt_sys::resolve(host, port).map_err(NoAnswer::Unresolved);
    };
    if let Ok(addresses) = oxivirt_sys::resolve_number(host, port) {
        return Ok(addresses);
    }
    let host = host.to_owned();
    before(deadline, move || oxivirt_sys::resolve(&host, port))
}

/// Asks on a thread of its own.
fn before(deadline: Instant, ask: impl FnOnce() -> Addresses + Send + 'static) -> Result<Vec<SocketAddr>, NoAnswer> {
    let place = Place::take().ok_or(NoAnswer::Crowded)?;
    let (tell, told) = mpsc::sync_channel(1);
    let started = oxivirt_sys::spawn_thread("oxivirt-resolve", move || {
        let answer = ask();
        drop(place);
        // Nobody may be waiting any more.
        let _ = tell.send(answer);
    });
    // Without a thread there is no answer before any deadline.
    started.map_err(|_| NoAnswer::Crowded)?;
    match told.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        Ok(answer) => answer.map_err(NoAnswer::Unresolved),
        Err(RecvTimeoutError::Timeout) => Err(NoAnswer::Late),
        Err(RecvTimeoutError::Disconnected) => Err(NoAnswer::Crowded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn soon() -> Instant {
        Instant::now().checked_add(Duration::from_millis(20)).unwrap()
    }

    fn later() -> Instant {
        Instant::now().checked_add(Duration::from_secs(600)).unwrap()
    }

    fn taken() -> usize {
        ASKING.iter().filter(|place| place.load(Ordering::Relaxed) != 0).count()
    }

    // One test, because the places are the process's.
    #[test]
    fn answers_in_time_late_and_never() {
        let one: SocketAddr = "192.0.2.1:7".parse().unwrap();
        assert_eq!(before(later(), move || Ok(vec![one])), Ok(vec![one]));
        let none = Unresolved("none".to_owned());
        let reason = none.clone();
        assert_eq!(before(later(), move || Err(reason)), Err(NoAnswer::Unresolved(none)));
        assert_eq!(resolve(c"127.0.0.1", 7, Some(soon())), Ok(vec!["127.0.0.1:7".parse().unwrap()]));
        assert!(matches!(resolve(c"no.such.host.invalid", 7, Some(later())), Err(NoAnswer::Unresolved(_))));

        // Resolvers that answer when they are let go.
        let mut held = Vec::new();
        for _ in taken()..MOST {
            let (go, wait) = mpsc::channel::<()>();
            held.push(go);
            let ask = move || {
                let _ = wait.recv();
                Ok(Vec::new())
            };
            assert_eq!(before(soon(), ask), Err(NoAnswer::Late));
        }
        assert_eq!(before(later(), || Ok(Vec::new())), Err(NoAnswer::Crowded));
        // Numbers need no thread.
        assert!(resolve(c"127.0.0.1", 7, Some(later())).is_ok());
        held.clear();
        while taken() > 0 {
            std::thread::yield_now();
        }
        assert_eq!(before(later(), || Ok(Vec::new())), Ok(Vec::new()));
        // Places of a process that was this one's parent are free.
        ASKING.iter().for_each(|place| place.store(1, Ordering::Relaxed));
        assert_eq!(before(later(), || Ok(Vec::new())), Ok(Vec::new()));
        ASKING.iter().for_each(|place| place.store(0, Ordering::Relaxed));
    }
}
