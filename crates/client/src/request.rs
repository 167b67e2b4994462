//! What a caller of [`crate::open`] says, and how a name becomes a URI.
use crate::choice::Surroundings;
use crate::uri::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::fmt::Debug;
use std::os::unix::ffi::OsStringExt;

/// One thing authentication asks the user.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Credential {
    /// A `virConnectCredentialType`.
    pub kind: i32,
    /// What to show.
    pub prompt: Vec<u8>,
    /// Further information for the user.
    pub challenge: Option<Vec<u8>>,
    /// Used when the user answers nothing.
    pub default: Option<Vec<u8>>,
    /// The answer.
    pub answer: Option<Vec<u8>>,
}

/// Who answers credentials: the callback of virConnectOpenAuth.
pub trait Credentials: Debug {
    /// The `virConnectCredentialType`s it can answer.
    fn kinds(&self) -> &[i32];
    /// Answers all; `false` when the user gave up.
    fn answer(&mut self, credentials: &mut [Credential]) -> bool;
}

/// How to open a connection.
#[derive(Debug, Default)]
pub struct OpenRequest<'a> {
    /// The URI; `None` or empty: LIBVIRT_DEFAULT_URI, else the daemon chooses.
    pub name: Option<&'a [u8]>,
    /// Calls that change something are refused by the daemon.
    pub read_only: bool,
    /// The process runs an event loop that will watch [`crate::Remote::fd`]: keepalive is asked for, as the stock
    /// client does only then. The daemon pings from then on and hangs up on a client that is idle and unwatched.
    pub event_loop: bool,
    /// Answers authentication.
    pub credentials: Option<&'a mut dyn Credentials>,
}

/// Drivers of the stock library that work inside the client; they do not exist here.
const CLIENT_SIDE: &[&str] = &["vpx", "esx", "gsx", "hyperv", "parallels"];

fn fault(code: ErrorCode, parts: &[&[u8]]) -> Error {
    Error::new(ErrorDomain::NONE, code, parts.concat())
}

/// A URI that does not parse.
pub(crate) fn unparsable(text: &[u8]) -> Error {
    let detail = [b"Unable to parse URI ".as_slice(), text].concat();
    Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, detail)
}

/// The URI of a request; `None` lets the daemon choose.
pub(crate) fn resolve(name: Option<&[u8]>, around: &impl Surroundings) -> Result<Option<Uri>> {
    let given = name.filter(|name| !name.is_empty());
    // Two spellings of old programs that are no URIs.
    let given = match given {
        Some(name) if name.eq_ignore_ascii_case(b"xen") || name == b"xen://" => {
            Some(b"xen:///system".to_vec())
        }
        Some(name) => Some(name.to_vec()),
        None => around
            .variable("LIBVIRT_DEFAULT_URI")
            .map(OsStringExt::into_vec),
    };
    // The configuration's uri_default and uri_aliases belong here.
    let Some(text) = given else { return Ok(None) };
    let uri = Uri::parse(&text).ok_or_else(|| unparsable(&text))?;
    let Some(scheme) = &uri.scheme else {
        let shown = name.unwrap_or(b"(null)");
        return Err(fault(
            ErrorCode::NO_CONNECT,
            &[b"URI '", shown, b"' does not include a driver name"],
        ));
    };
    check_missing_slash(&text, scheme, &uri)?;
    let client_side = uri.scheme.as_deref() == Some(b"test") && uri.server.is_none();
    if client_side
        || CLIENT_SIDE
            .iter()
            .any(|s| scheme.eq_ignore_ascii_case(s.as_bytes()))
    {
        let parts: [&[u8]; 3] = [b"libvirt was built without the '", scheme, b"' driver"];
        return Err(fault(ErrorCode::CONFIG_UNSUPPORTED, &parts));
    }
    if uri.path == b"/embed" {
        return Err(fault(ErrorCode::NO_CONNECT, &[&text]));
    }
    Ok(Some(uri))
}

/// `qemu://system` names a host called system; that is never what was meant.
fn check_missing_slash(text: &[u8], scheme: &[u8], uri: &Uri) -> Result<()> {
    match uri.server.as_deref() {
        Some(server @ (b"session" | b"system"))
            if [b"qemu".as_slice(), b"vbox", b"vz"].contains(&scheme) =>
        {
            let hint: [&[u8]; 7] = [
                b"invalid URI ",
                text,
                b" (maybe you want ",
                scheme,
                b":///",
                server,
                b")",
            ];
            Err(fault(ErrorCode::INTERNAL_ERROR, &hint))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;
    use std::path::{Path, PathBuf};

    struct Environment(Option<&'static str>);

    impl Surroundings for Environment {
        fn privileged(&self) -> bool {
            true
        }
        fn variable(&self, name: &str) -> Option<OsString> {
            self.0
                .filter(|_| name == "LIBVIRT_DEFAULT_URI")
                .map(Into::into)
        }
        fn exists(&self, _: &Path) -> bool {
            false
        }
        fn home(&self) -> Option<PathBuf> {
            None
        }
    }

    fn text(name: Option<&str>, default: Option<&'static str>) -> Result<Option<String>> {
        let uri = resolve(name.map(str::as_bytes), &Environment(default))?;
        Ok(uri.map(|uri| String::from_utf8(uri.format()).unwrap()))
    }

    #[test]
    fn names_and_defaults() {
        let some = |uri: &str| Ok(Some(uri.to_owned()));
        assert_eq!(text(None, None), Ok(None));
        assert_eq!(text(Some(""), None), Ok(None));
        assert_eq!(text(None, Some("qemu:///session")), some("qemu:///session"));
        assert_eq!(
            text(Some(""), Some("qemu:///session")),
            some("qemu:///session")
        );
        assert_eq!(
            text(Some("lxc:///"), Some("qemu:///session")),
            some("lxc:///")
        );
        assert_eq!(text(Some("XEN"), None), some("xen:///system"));
        assert_eq!(text(Some("xen://"), None), some("xen:///system"));
    }

    #[test]
    fn refusals() {
        let refused = |name: &str| {
            let error = text(Some(name), None).unwrap_err();
            (error.code, error.domain, error.text().into_owned())
        };
        assert_eq!(
            refused("foo"),
            (
                ErrorCode::NO_CONNECT,
                ErrorDomain::NONE,
                "no connection driver available for URI 'foo' does not include a driver name"
                    .to_owned()
            )
        );
        assert_eq!(
            refused("qemu:///a b"),
            (
                ErrorCode::INTERNAL_ERROR,
                ErrorDomain::URI,
                "internal error: Unable to parse URI qemu:///a b".to_owned()
            )
        );
        assert_eq!(
            refused("qemu://session/x").2,
            "internal error: invalid URI qemu://session/x (maybe you want qemu:///session)"
        );
        assert_eq!(
            refused("ESX://host/"),
            (
                ErrorCode::CONFIG_UNSUPPORTED,
                ErrorDomain::NONE,
                "unsupported configuration: libvirt was built without the 'ESX' driver".to_owned()
            )
        );
    }
}
