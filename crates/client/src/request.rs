//! What a caller of [`crate::open`] says, and how a name becomes a URI.
use crate::choice::Env;
use crate::conf::Conf;
use crate::steps::{self, OpenObserver, Origin, Step};
use crate::uri::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::fmt::Debug;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;
use std::time::Duration;

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
    /// Whether there is a callback at all; without one only a file can answer.
    fn callable(&self) -> bool {
        true
    }
}

/// How to open a connection.
#[derive(Debug, Default)]
pub struct OpenRequest<'a> {
    /// The URI or an alias of one; `None` or empty: LIBVIRT_DEFAULT_URI, else `uri_default` of the configuration, else
    /// the daemon chooses.
    pub name: Option<&'a [u8]>,
    /// Aliases are not looked up: VIR_CONNECT_NO_ALIASES.
    pub no_aliases: bool,
    /// Calls that change something are refused by the daemon.
    pub read_only: bool,
    /// The process runs an event loop that will watch [`crate::Remote::fd`]: keepalive is asked for, as the stock
    /// client does only then. The daemon pings from then on and hangs up on a client that is idle and unwatched.
    pub event_loop: bool,
    /// Runs an event loop in a thread of the library's own, when there is none and `event_loop=auto` asks for it (URI
    /// parameter, or key of the configuration). Answers whether there is one now.
    pub start_event_loop: Option<fn() -> bool>,
    /// Answers authentication.
    pub credentials: Option<&'a mut dyn Credentials>,
    /// Is told each step.
    pub observer: Option<Arc<dyn OpenObserver>>,
    /// How long opening and each call may take, instead of what URI, environment and configuration say.
    pub timeout: Option<Duration>,
}

fn fault(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, code, text)
}

/// A URI that does not parse.
pub(crate) fn unparsable(text: &[u8]) -> Error {
    Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, message!("Unable to parse URI %1$s", text))
}

/// What a request means.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) uri: Uri,
    /// The URI as it was written, aliases replaced.
    pub(crate) text: Vec<u8>,
}

/// The URI of a request; `None` lets the daemon choose.
///
/// # Errors
/// It does not parse or names no driver, or the configuration is wrong.
pub(crate) fn resolve(name: Option<&[u8]>, no_aliases: bool, conf: &Conf, around: &impl Env) -> Result<Option<Named>> {
    // Two spellings of old programs that are no URIs.
    let name = name.filter(|name| !name.is_empty()).map(|name| match name {
        b"xen://" => b"xen:///system",
        name if name.eq_ignore_ascii_case(b"xen") => b"xen:///system",
        name => name,
    });
    let given = match name {
        Some(name) => Some(name.to_vec()),
        None => default_uri("LIBVIRT_DEFAULT_URI", conf, around)?,
    };
    steps::tell(|| named(name, given.as_deref(), around));
    let Some(text) = given else { return Ok(None) };
    let text = expand(text, no_aliases, conf)?;
    let uri = Uri::parse(&text).ok_or_else(|| unparsable(&text))?;
    let Some(scheme) = &uri.scheme else {
        let shown = name.unwrap_or(b"(null)");
        return Err(fault(ErrorCode::NO_CONNECT, message!("URI '%1$s' does not include a driver name", shown)));
    };
    check_missing_slash(&text, scheme, &uri)?;
    Ok(Some(Named { uri, text }))
}

/// Whether the library may run an event loop of its own: `event_loop` of the URI, else of the configuration.
///
/// # Errors
/// It is something else than `auto`.
pub(crate) fn event_loop_wanted(uri: Option<&Uri>, conf: &Conf) -> Result<bool> {
    let wish = match uri.and_then(|uri| uri.parameter("event_loop")) {
        Some(given) => Some(given),
        None => conf.string("event_loop")?,
    };
    match wish {
        None => Ok(false),
        Some(b"auto") => Ok(true),
        Some(other) => {
            let text = [b"unknown event_loop '".as_slice(), other, b"' (should be auto)"].concat();
            Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text))
        }
    }
}

/// What is opened when no URI is given: the environment decides before the configuration.
fn default_uri(variable: &str, conf: &Conf, around: &impl Env) -> Result<Option<Vec<u8>>> {
    if let Some(set) = around.variable(variable) {
        return Ok(Some(set.into_vec()));
    }
    Ok(conf.string("uri_default")?.map(<[u8]>::to_vec))
}

/// What an alias stands for, else the text itself.
fn expand(text: Vec<u8>, no_aliases: bool, conf: &Conf) -> Result<Vec<u8>> {
    if no_aliases {
        return Ok(text);
    }
    let Some(uri) = conf.alias(&text)? else {
        return Ok(text);
    };
    steps::tell(|| Step::Alias { name: steps::text(&text), uri: steps::text(&uri) });
    Ok(uri)
}

/// What is to be opened and who said so.
fn named(name: Option<&[u8]>, given: Option<&[u8]>, around: &impl Env) -> Step {
    let origin = match (name, given) {
        (Some(_), _) => Origin::Caller,
        (None, None) => Origin::Nowhere,
        _ if around.variable("LIBVIRT_DEFAULT_URI").is_some() => Origin::Environment,
        _ => Origin::Configuration,
    };
    let name = steps::text(given.unwrap_or_default());
    Step::Name { name, origin }
}

/// The admin URI of a request; without one, libvirtd's of the system (for root) or of the user.
///
/// # Errors
/// It does not parse, or the configuration is wrong.
pub(crate) fn resolve_admin(name: Option<&[u8]>, no_aliases: bool, conf: &Conf, around: &impl Env) -> Result<Uri> {
    let given = match name {
        Some(name) => Some(name.to_vec()),
        None => default_uri("LIBVIRT_ADMIN_DEFAULT_URI", conf, around)?,
    };
    let text = given.unwrap_or_else(|| {
        if around.privileged() { b"libvirtd:///system".to_vec() } else { b"libvirtd:///session".to_vec() }
    });
    let text = expand(text, no_aliases, conf)?;
    Uri::parse(&text).ok_or_else(|| unparsable(&text))
}

/// `qemu://system` names a host called system; that is never what was meant.
fn check_missing_slash(text: &[u8], scheme: &[u8], uri: &Uri) -> Result<()> {
    match uri.server.as_deref() {
        Some(server @ (b"session" | b"system")) if [b"qemu".as_slice(), b"vbox", b"vz"].contains(&scheme) => {
            let hint = message!("invalid URI %1$s (maybe you want %2$s:///%3$s)", text, scheme, server);
            Err(fault(ErrorCode::INTERNAL_ERROR, hint))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fake::{Made, conf, root, user};

    fn around(default: Option<&'static str>) -> Made {
        let variables = default.map(|uri| ("LIBVIRT_DEFAULT_URI", uri));
        Made { root: true, variables: variables.into_iter().collect(), ..Made::default() }
    }

    fn text(name: Option<&str>, default: Option<&'static str>) -> Result<Option<String>> {
        with(name, default, "")
    }

    fn with(name: Option<&str>, default: Option<&'static str>, text: &str) -> Result<Option<String>> {
        let name = name.map(str::as_bytes);
        let uri = resolve(name, false, &conf(text), &around(default))?;
        Ok(uri.map(|named| String::from_utf8(named.uri.format()).unwrap()))
    }

    #[test]
    fn names_and_defaults() {
        let some = |uri: &str| Ok(Some(uri.to_owned()));
        assert_eq!(text(None, None), Ok(None));
        assert_eq!(text(Some(""), None), Ok(None));
        assert_eq!(text(None, Some("qemu:///session")), some("qemu:///session"));
        assert_eq!(text(Some(""), Some("qemu:///session")), some("qemu:///session"));
        assert_eq!(text(Some("lxc:///"), Some("qemu:///session")), some("lxc:///"));
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
                "no connection driver available for URI 'foo' does not include a driver name".to_owned()
            )
        );
        assert_eq!(
            refused("qemu:///a b"),
            (ErrorCode::INTERNAL_ERROR, ErrorDomain::URI, "internal error: Unable to parse URI qemu:///a b".to_owned())
        );
        assert_eq!(
            refused("qemu://session/x").2,
            "internal error: invalid URI qemu://session/x (maybe you want qemu:///session)"
        );
    }

    #[test]
    fn configuration() {
        let some = |uri: &str| Ok(Some(uri.to_owned()));
        let text = "uri_default = 'b'\nuri_aliases = [ 'a=qemu:///a', 'b=qemu:///b', 'a=qemu:///c', ]";
        assert_eq!(with(None, None, text), some("qemu:///b"));
        assert_eq!(with(None, Some("a"), text), some("qemu:///a"));
        assert_eq!(with(Some(""), Some("a"), text), some("qemu:///a"));
        assert_eq!(with(Some("b"), Some("a"), text), some("qemu:///b"));
        assert_eq!(with(Some("lxc:///"), None, text), some("lxc:///"));
        // What an alias stands for is not an alias again.
        let chain = "uri_aliases = ['a=b', 'b=qemu:///b']";
        let error = with(Some("a"), None, chain).unwrap_err();
        assert_eq!(error.text(), "no connection driver available for URI 'a' does not include a driver name");
        let error = with(None, None, "uri_default = 'z'").unwrap_err();
        assert!(error.text().ends_with("URI '(null)' does not include a driver name"));
        let plain = resolve(Some(b"a"), true, &conf(text), &root()).unwrap_err();
        assert_eq!(plain.code, ErrorCode::NO_CONNECT);
    }

    #[test]
    fn event_loops() {
        let wanted = |uri: &str, text: &str| event_loop_wanted(Uri::parse(uri.as_bytes()).as_ref(), &conf(text));
        assert_eq!(wanted("qemu:///system", ""), Ok(false));
        assert_eq!(wanted("qemu:///system?event_loop=auto", ""), Ok(true));
        assert_eq!(wanted("qemu:///system", "event_loop = 'auto'"), Ok(true));
        let bad = wanted("qemu:///system?event_loop=yes", "event_loop = 'auto'").unwrap_err();
        assert_eq!(bad.text(), "invalid argument: unknown event_loop 'yes' (should be auto)");
        assert_eq!(event_loop_wanted(None, &conf("event_loop='auto'")), Ok(true));
        assert!(wanted("qemu:///system", "event_loop = 1").is_err());
    }

    #[test]
    fn admin() {
        let text = |name: Option<&str>, no_aliases, text: &str, around: &Made| {
            let uri = resolve_admin(name.map(str::as_bytes), no_aliases, &conf(text), around);
            uri.map(|uri| String::from_utf8(uri.format()).unwrap())
        };
        let plain = |conf, around: &Made| text(None, false, conf, around).unwrap();
        assert_eq!(plain("", &root()), "libvirtd:///system");
        assert_eq!(plain("", &user()), "libvirtd:///session");
        assert_eq!(plain("uri_default='virtqemud:///system'", &root()), "virtqemud:///system");
        let set = Made { variables: vec![("LIBVIRT_ADMIN_DEFAULT_URI", "x")], ..Made::default() };
        let alias = "uri_aliases=['x=virtlxcd:///system']\nuri_default='y:///'";
        assert_eq!(plain(alias, &set), "virtlxcd:///system");
        assert_eq!(text(Some("x"), true, alias, &set).unwrap(), "//x");
    }
}
