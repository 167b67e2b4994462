//! Opening a connection: the request becomes a URI, and a table says which driver opens it.
//!
//! [`OpenRequest`] says what is wanted and on whose behalf; aliases and defaults come from libvirt.conf. The first row of [`DRIVERS`]
//! whose predicate takes the URI opens it. A driver that works in this process is a row before the last, which is the remote
//! driver's and takes all. Rows of drivers that do not exist here answer as the stock library does when it is built without them.

use oxivirt_driver_test::OpenLocal;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Session;
use std::sync::Arc;

pub use oxivirt_client::{Credential, Credentials, OpenObserver, OpenRequest, Opening, Origin, Peer, Step, Uri};

/// A driver, or several that are opened in the same way.
struct Row {
    /// Returns true if the driver opens the URI; `None` lets a daemon choose.
    takes: fn(Option<&Uri>) -> bool,
    /// Opens it.
    open: fn(Opening<'_>) -> Result<Arc<dyn Session>>,
}

/// All drivers, in the order in which they are asked.
const DRIVERS: &[Row] = &[
    // The test driver: `test:///default`, `test:///FILE`.
    Row { takes: |uri| uri.is_some_and(is_test), open: open_test },
    // Hypervisors that are spoken to over protocols of their own.
    Row { takes: |uri| uri.is_some_and(is_client_side), open: not_built },
    // Drivers that work in the program instead of a daemon: `qemu:///embed?root=DIR`, `secret:///embed?root=DIR`.
    Row { takes: |uri| uri.is_some_and(|uri| uri.path == b"/embed"), open: no_driver },
    Row { takes: |_| true, open: |opening| Ok(opening.remote()?) },
];

/// Opens a connection to a daemon's admin socket; see [`oxivirt_client::open_admin`].
///
/// # Errors
/// The URI is bad, the daemon cannot be reached, or it refuses.
pub fn open_admin(name: Option<&[u8]>, flags: u32) -> Result<Arc<dyn Session>> {
    Ok(oxivirt_client::open_admin(name, flags)?)
}

/// Opens a connection.
///
/// # Errors
/// The URI is bad or no driver opens it; the daemon cannot be reached, authentication fails, or the driver refuses.
pub fn open(request: OpenRequest<'_>) -> Result<Arc<dyn Session>> {
    let opening = Opening::begin(request)?;
    let row = DRIVERS.iter().find(|row| (row.takes)(opening.uri()));
    // The last row takes all.
    row.map_or_else(|| Err(no_driver_for(b"")), |row| (row.open)(opening))
}

fn is_test(uri: &Uri) -> bool {
    uri.scheme.as_deref() == Some(b"test") && uri.server.is_none()
}

fn is_client_side(uri: &Uri) -> bool {
    const SCHEMES: [&[u8]; 5] = [b"vpx", b"esx", b"gsx", b"hyperv", b"parallels"];
    uri.scheme.as_ref().is_some_and(|scheme| SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known)))
}

fn open_test(opening: Opening<'_>) -> Result<Arc<dyn Session>> {
    let local = opening.local()?;
    oxivirt_driver_test::open(OpenLocal { uri: local.uri, read_only: local.read_only, credentials: local.credentials })
}

fn not_built(opening: Opening<'_>) -> Result<Arc<dyn Session>> {
    let scheme = opening.uri().and_then(|uri| uri.scheme.as_deref()).unwrap_or_default();
    let text = message!("libvirt was built without the '%1$s' driver", scheme);
    Err(Error::new(ErrorDomain::NONE, ErrorCode::CONFIG_UNSUPPORTED, text))
}

fn no_driver(opening: Opening<'_>) -> Result<Arc<dyn Session>> {
    Err(no_driver_for(opening.name()))
}

fn no_driver_for(name: &[u8]) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::NO_CONNECT, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(name: &str) -> (ErrorCode, ErrorDomain, String) {
        let request = OpenRequest { name: Some(name.as_bytes()), no_aliases: true, ..OpenRequest::default() };
        let error = open(request).unwrap_err();
        (error.code, error.domain, error.text().into_owned())
    }

    fn not_built(driver: &str) -> (ErrorCode, ErrorDomain, String) {
        let text = format!("unsupported configuration: libvirt was built without the '{driver}' driver");
        (ErrorCode::CONFIG_UNSUPPORTED, ErrorDomain::NONE, text)
    }

    #[test]
    fn drivers_that_are_not_there_answer_as_if_left_out() {
        assert_eq!(refused("ESX://host/"), not_built("ESX"));
        assert_eq!(refused("vpx://host/dc"), not_built("vpx"));
        let embed = "qemu:///embed?root=/nowhere";
        let text = format!("no connection driver available for {embed}");
        assert_eq!(refused(embed), (ErrorCode::NO_CONNECT, ErrorDomain::NONE, text));
    }

    #[test]
    fn all_else_is_the_remote_drivers() {
        let uri = |text: &str| Uri::parse(text.as_bytes()).unwrap();
        for text in ["test+unix:///default", "test://host/default", "qemu:///system", "esxi:///x", "foo:///embedded"] {
            let taken = DRIVERS.iter().position(|row| (row.takes)(Some(&uri(text))));
            assert_eq!(taken, Some(DRIVERS.len() - 1), "{text}");
        }
        assert_eq!(DRIVERS.iter().position(|row| (row.takes)(None)), Some(DRIVERS.len() - 1));
    }
}
