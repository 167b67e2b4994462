//! How a name becomes a URI: defaults, aliases, and what is refused before a driver is chosen.
use crate::steps::{self, Origin, Step};
use oxivirt_conf::{Conf, Env, Uri};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::os::unix::ffi::OsStringExt;

fn fault(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, code, text)
}

/// Returns the error of a URI that does not parse.
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

/// Returns the URI of a request; `None` lets the daemon choose.
///
/// # Errors
/// It does not parse or names no driver, or the configuration is wrong.
pub(crate) fn resolve(name: Option<&[u8]>, no_aliases: bool, conf: &Conf, env: &impl Env) -> Result<Option<Named>> {
    // Two spellings of old programs that are no URIs.
    let name = name.filter(|name| !name.is_empty()).map(|name| match name {
        b"xen://" => b"xen:///system",
        name if name.eq_ignore_ascii_case(b"xen") => b"xen:///system",
        name => name,
    });
    let given = match name {
        Some(name) => Some(name.to_vec()),
        None => default_uri("LIBVIRT_DEFAULT_URI", conf, env)?,
    };
    steps::report(|| named(name, given.as_deref(), env));
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

/// Returns what is opened when no URI is given: the environment decides before the configuration.
fn default_uri(variable: &str, conf: &Conf, env: &impl Env) -> Result<Option<Vec<u8>>> {
    if let Some(set) = env.variable(variable) {
        return Ok(Some(set.into_vec()));
    }
    Ok(conf.string("uri_default")?.map(<[u8]>::to_vec))
}

/// Returns what an alias stands for, else the text itself.
fn expand(text: Vec<u8>, no_aliases: bool, conf: &Conf) -> Result<Vec<u8>> {
    if no_aliases {
        return Ok(text);
    }
    let Some(uri) = conf.alias(&text)? else {
        return Ok(text);
    };
    steps::report(|| Step::Alias { name: steps::text(&text), uri: steps::text(&uri) });
    Ok(uri)
}

/// Returns what is to be opened and who said so.
fn named(name: Option<&[u8]>, given: Option<&[u8]>, env: &impl Env) -> Step {
    let origin = match (name, given) {
        (Some(_), _) => Origin::Caller,
        (None, None) => Origin::Nowhere,
        _ if env.variable("LIBVIRT_DEFAULT_URI").is_some() => Origin::Environment,
        _ => Origin::Configuration,
    };
    let name = steps::text(given.unwrap_or_default());
    Step::Name { name, origin }
}

/// Returns the admin URI of a request; without one, libvirtd's of the system (for root) or of the user.
///
/// # Errors
/// It does not parse, or the configuration is wrong.
pub(crate) fn resolve_admin(name: Option<&[u8]>, no_aliases: bool, conf: &Conf, env: &impl Env) -> Result<Uri> {
    let given = match name {
        Some(name) => Some(name.to_vec()),
        None => default_uri("LIBVIRT_ADMIN_DEFAULT_URI", conf, env)?,
    };
    let text = given.unwrap_or_else(|| {
        if env.privileged() { b"libvirtd:///system".to_vec() } else { b"libvirtd:///session".to_vec() }
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
    use oxivirt_conf::fake::{FakeEnv, conf, root, user};

    fn env(default: Option<&'static str>) -> FakeEnv {
        let variables = default.map(|uri| ("LIBVIRT_DEFAULT_URI", uri));
        FakeEnv { root: true, variables: variables.into_iter().collect(), ..FakeEnv::default() }
    }

    fn text(name: Option<&str>, default: Option<&'static str>) -> Result<Option<String>> {
        with(name, default, "")
    }

    fn with(name: Option<&str>, default: Option<&'static str>, text: &str) -> Result<Option<String>> {
        let name = name.map(str::as_bytes);
        let uri = resolve(name, false, &conf(text), &env(default))?;
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
        let text = |name: Option<&str>, no_aliases, text: &str, env: &FakeEnv| {
            let uri = resolve_admin(name.map(str::as_bytes), no_aliases, &conf(text), env);
            uri.map(|uri| String::from_utf8(uri.format()).unwrap())
        };
        let plain = |conf, env: &FakeEnv| text(None, false, conf, env).unwrap();
        assert_eq!(plain("", &root()), "libvirtd:///system");
        assert_eq!(plain("", &user()), "libvirtd:///session");
        assert_eq!(plain("uri_default='virtqemud:///system'", &root()), "virtqemud:///system");
        let set = FakeEnv { variables: vec![("LIBVIRT_ADMIN_DEFAULT_URI", "x")], ..FakeEnv::default() };
        let alias = "uri_aliases=['x=virtlxcd:///system']\nuri_default='y:///'";
        assert_eq!(plain(alias, &set), "virtlxcd:///system");
        assert_eq!(text(Some("x"), true, alias, &set).unwrap(), "//x");
    }
}
