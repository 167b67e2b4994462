//! Sessions of other daemons on this machine: each scheme has the socket of its daemon. All that passes is decoded and encoded again.
use crate::local::{no_driver, with_transport};
use crate::opener::{Opener, Wanted};
use oxivirt_client::OpenRequest;
use oxivirt_conf::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Session;
use std::path::PathBuf;
use std::sync::Arc;

/// The daemons whose sockets are in one folder.
#[derive(Debug)]
pub struct Direct {
    folder: PathBuf,
    /// There are sockets for reading only, too.
    read_only_sockets: bool,
}

impl Direct {
    /// Makes the opener for the daemons of a folder.
    #[must_use]
    pub fn new(folder: PathBuf, read_only_sockets: bool) -> Self {
        Self { folder, read_only_sockets }
    }

    /// Returns the URI that leads to the daemon of a scheme.
    fn daemon_uri(&self, name: &[u8], read_only: bool) -> Result<Vec<u8>> {
        let mut uri = Uri::parse(name).ok_or_else(|| {
            Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, message!("Unable to parse URI %1$s", name))
        })?;
        let Some(scheme) = uri.scheme.clone() else {
            return Err(no_driver(message!("URI '%1$s' does not include a driver name", name)));
        };
        if scheme.contains(&b'+') || uri.server.is_some() {
            return Err(with_transport(name));
        }
        let suffix = if read_only && self.read_only_sockets { "-ro" } else { "" };
        let socket = self.folder.join(format!("virt{}d-sock{suffix}", String::from_utf8_lossy(&scheme)));
        uri.scheme = Some([&scheme[..], b"+unix"].concat());
        let socket = format!("socket={}", socket.display());
        let query = uri.query.take().filter(|query| !query.is_empty());
        uri.query = Some(match query {
            Some(query) => [&query[..], b"&", socket.as_bytes()].concat(),
            None => socket.into_bytes(),
        });
        Ok(uri.format())
    }
}

impl Opener for Direct {
    fn open(&self, wanted: &Wanted<'_>) -> Result<Arc<dyn Session>> {
        let Some(name) = wanted.uri.filter(|name| !name.is_empty()) else { return Err(no_driver("<null>")) };
        let uri = self.daemon_uri(name, wanted.read_only)?;
        let request = OpenRequest {
            name: Some(&uri),
            no_aliases: true,
            read_only: wanted.read_only,
            event_loop: true,
            ..OpenRequest::default()
        };
        Ok(oxivirt_client::open(request)?)
    }
}
