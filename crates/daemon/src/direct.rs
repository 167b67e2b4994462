//! Sessions of other daemons on this machine: each scheme has the socket of its daemon. What passes stays as it is, unless it is to be
//! decoded and encoded again, as a test of both.
use crate::local::{no_driver, with_transport};
use crate::opener::{Forward, Opened, Opener, Wanted};
use oxivirt_client::{OpenRequest, Remote};
use oxivirt_conf::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Call, Program, Transact};
use std::path::PathBuf;
use std::sync::Arc;

/// The daemons whose sockets are in one folder.
#[derive(Debug)]
pub struct Direct {
    folder: PathBuf,
    /// There are sockets for reading only, too.
    read_only_sockets: bool,
    /// All that passes is decoded and encoded again.
    decodes: bool,
}

/// Returns true if the environment asks for all that passes to be decoded and encoded again (`OXIVIRT_PROXY_DECODE=1`), which is a
/// test of the codec, the guard and the dispatch.
#[must_use]
pub fn decodes() -> bool {
    oxivirt_sys::variable("OXIVIRT_PROXY_DECODE").is_some_and(|value| value == "1")
}

impl Direct {
    /// Makes the opener for the daemons of a folder.
    #[must_use]
    pub fn new(folder: PathBuf, read_only_sockets: bool) -> Self {
        Self { folder, read_only_sockets, decodes: false }
    }

    /// The same, decoding and encoding again all that passes.
    #[must_use]
    pub fn decoding(self, decodes: bool) -> Self {
        Self { decodes, ..self }
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
    fn open(&self, wanted: &Wanted<'_>) -> Result<Opened> {
        let Some(name) = wanted.uri.filter(|name| !name.is_empty()) else { return Err(no_driver("<null>")) };
        let uri = self.daemon_uri(name, wanted.read_only)?;
        let request = OpenRequest {
            name: Some(&uri),
            no_aliases: true,
            read_only: wanted.read_only,
            event_loop: true,
            ..OpenRequest::default()
        };
        let session = oxivirt_client::open(request)?;
        let forward: Option<Arc<dyn Forward>> = if self.decodes { None } else { Some(Arc::clone(&session) as _) };
        Ok(Opened { session, forward })
    }
}

impl Forward for Remote {
    fn forward(&self, call: &mut Call, program: Program, procedure: u32, payload: &[u8]) -> Result<()> {
        self.transact(call, program, procedure, &|w| w.encoded(payload))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::Identity;

    fn uri(direct: &Direct, name: &str, read_only: bool) -> String {
        String::from_utf8(direct.daemon_uri(name.as_bytes(), read_only).unwrap()).unwrap()
    }

    #[test]
    fn each_scheme_has_its_socket() {
        let system = Direct::new("/run/libvirt".into(), true);
        assert_eq!(uri(&system, "qemu:///system", false), "qemu+unix:///system?socket=/run/libvirt/virtqemud-sock");
        assert_eq!(uri(&system, "test:///default", true), "test+unix:///default?socket=/run/libvirt/virttestd-sock-ro");
        assert_eq!(uri(&system, "x:///y?a=b", false), "x+unix:///y?a=b&socket=/run/libvirt/virtxd-sock");
        let user = Direct::new("/u".into(), false);
        assert_eq!(uri(&user, "qemu:///session", true), "qemu+unix:///session?socket=/u/virtqemud-sock");
    }

    #[test]
    fn nobody_is_sent_on_to_another_host() {
        let direct = Direct::new("/nonexistent".into(), false);
        for name in ["qemu+ssh://host/system", "qemu://host/system", "qemu+unix:///system"] {
            let error = direct.daemon_uri(name.as_bytes(), false).unwrap_err();
            assert_eq!((error.code, error.domain), (ErrorCode::OPERATION_DENIED, ErrorDomain::RPC), "{name}");
        }
        let wanted = Wanted { uri: Some(b"qemu:///system"), read_only: false, identity: &Identity::NOBODY };
        let error = direct.open(&wanted).unwrap_err();
        let text = "Failed to connect socket to '/nonexistent/virtqemud-sock': No such file or directory";
        assert_eq!((error.code, error.int1, error.text().as_ref()), (ErrorCode::SYSTEM_ERROR, 2, text));
    }
}
