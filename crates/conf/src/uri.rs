//! Connection URIs: `driver[+transport]://[user@][host][:port]/path?parameters` (RFC 3986), as bytes.
//!
//! Accepts and prints what the stock library does: components are percent-decoded except the query, parameters are
//! split at `&` (or `;` where no `&` follows), brackets of an IPv6 host are not part of the host. One deliberate
//! difference: `%00` is refused, because it would cut a component short behind the caller's back.

/// One parameter of the query, decoded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Before the first `=`.
    pub name: Vec<u8>,
    /// Behind it; empty when there is none.
    pub value: Vec<u8>,
}

/// A parsed URI.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Uri {
    /// `qemu+ssh`; `None` for a relative reference such as `foo`.
    pub scheme: Option<Vec<u8>>,
    /// Before the `@`, decoded.
    pub user: Option<Vec<u8>>,
    /// Host, decoded; `None` when empty. Brackets are taken off where a colon is between them.
    pub server: Option<Vec<u8>>,
    /// 0 when absent.
    pub port: u32,
    /// Decoded.
    pub path: Vec<u8>,
    /// Not decoded, without the `?`.
    pub query: Option<Vec<u8>>,
    /// Decoded, without the `#`.
    pub fragment: Option<Vec<u8>>,
    /// The query taken apart.
    pub parameters: Vec<Parameter>,
}

const SUB_DELIMITERS: &[u8] = b"!$&'()*+,;=";

/// RFC 3986 `unreserved`.
fn unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Returns true if every byte is unreserved, a sub-delimiter, one of `more`, or part of a complete `%XX` that is not
/// `%00`.
fn valid(text: &[u8], more: &[u8]) -> bool {
    let mut rest = text;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte == b'%' {
            let Some((&[high, low], tail)) = tail.split_first_chunk() else {
                return false;
            };
            if hex(high).is_none() || hex(low).is_none() || (high, low) == (b'0', b'0') {
                return false;
            }
            rest = tail;
        } else if !unreserved(byte) && !SUB_DELIMITERS.contains(&byte) && !more.contains(&byte) {
            return false;
        }
    }
    true
}

/// Decodes `%XX`; an incomplete one stays as it is.
fn decode(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if let (b'%', Some((&[high, low], tail))) = (byte, tail.split_first_chunk())
            && let (Some(high), Some(low)) = (hex(high), hex(low))
        {
            out.push(high.wrapping_shl(4) | low);
            rest = tail;
        } else {
            out.push(byte);
        }
    }
    out
}

/// Appends `text`, escaping what `keep` does not want as it is.
fn escape(out: &mut Vec<u8>, text: &[u8], keep: impl Fn(u8) -> bool) {
    for &byte in text {
        if keep(byte) {
            out.push(byte);
        } else {
            out.extend_from_slice(format!("%{byte:02X}").as_bytes());
        }
    }
}

fn cut(text: &[u8], at: impl Fn(u8) -> bool) -> (&[u8], Option<(u8, &[u8])>) {
    let index = text.iter().position(|&byte| at(byte)).unwrap_or(text.len());
    let (before, rest) = text.split_at_checked(index).unwrap_or((text, &[]));
    (before, rest.split_first().map(|(&byte, tail)| (byte, tail)))
}

impl Uri {
    /// Parses a URI or relative reference; `None` when it is neither.
    #[must_use]
    pub fn parse(text: &[u8]) -> Option<Self> {
        let mut uri = Self::default();
        let (text, fragment) = cut(text, |byte| byte == b'#');
        if let Some((_, fragment)) = fragment {
            if !valid(fragment, b":@/?[]") {
                return None;
            }
            uri.fragment = Some(decode(fragment));
        }
        let (text, query) = cut(text, |byte| byte == b'?');
        if let Some((_, query)) = query {
            if !valid(query, b":@/?") {
                return None;
            }
            uri.query = Some(query.to_vec());
            uri.parameters = parameters(query);
        }
        let (scheme, rest) = scheme(text);
        uri.scheme = scheme.map(<[u8]>::to_vec);
        let path = match rest.strip_prefix(b"//") {
            Some(rest) => uri.take_authority(rest)?,
            None => rest,
        };
        // A relative path may not hold a colon in its first segment: it would read as a scheme.
        let (first, _) = cut(path, |byte| byte == b'/');
        if !valid(path, b":@/") || (scheme.is_none() && first.contains(&b':')) {
            return None;
        }
        uri.path = decode(path);
        Some(uri)
    }

    /// Takes `[user@]host[:port]` off the front and answers the path behind it.
    fn take_authority<'a>(&mut self, text: &'a [u8]) -> Option<&'a [u8]> {
        let end = text.iter().position(|&byte| byte == b'/').unwrap_or(text.len());
        let (authority, path) = text.split_at_checked(end)?;
        let (before, at) = cut(authority, |byte| byte == b'@');
        let host = match at {
            None => authority,
            Some((_, host)) => {
                if !valid(before, b":") {
                    return None;
                }
                self.user = Some(decode(before));
                host
            }
        };
        let (host, port) = match host.strip_prefix(b"[") {
            Some(literal) => {
                let (inside, close) = cut(literal, |byte| byte == b']');
                let (_, rest) = close?;
                if !valid(inside, b":") {
                    return None;
                }
                let inside = decode(inside);
                // Only an IPv6 address is put in brackets; anything else in them is a name that has them.
                let literal = inside.contains(&b':');
                (if literal { inside } else { [b"[", &*inside, b"]"].concat() }, rest)
            }
            None => {
                let (name, _) = cut(host, |byte| byte == b':');
                if !valid(name, b"") {
                    return None;
                }
                let rest = host.get(name.len()..).unwrap_or_default();
                (decode(name), rest)
            }
        };
        let port = match port.strip_prefix(b":") {
            Some(digits) => number(digits)?,
            None if port.is_empty() => 0,
            None => return None,
        };
        if !host.is_empty() {
            self.server = Some(host);
            self.port = port;
        }
        Some(path)
    }

    /// Returns the URI as text, the way the stock library prints it.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some(scheme) = &self.scheme {
            out.extend_from_slice(scheme);
            out.push(b':');
        }
        out.extend_from_slice(b"//");
        // RFC 2396 `mark` is a little wider than RFC 3986 `unreserved`; that is what programs see printed.
        let plain = |byte: u8| unreserved(byte) || b"!*'()".contains(&byte);
        if let Some(user) = &self.user {
            escape(&mut out, user, |byte| plain(byte) || b";:&=+$,".contains(&byte));
            out.push(b'@');
        }
        if let Some(server) = &self.server {
            if server.contains(&b':') {
                out.push(b'[');
                out.extend_from_slice(server);
                out.push(b']');
            } else {
                out.extend_from_slice(server);
            }
            if self.port > 0 {
                out.extend_from_slice(format!(":{}", self.port).as_bytes());
            }
        }
        escape(&mut out, &self.path, |byte| plain(byte) || b"/;@&=+$,".contains(&byte));
        if let Some(query) = &self.query {
            out.push(b'?');
            out.extend_from_slice(query);
        }
        if let Some(fragment) = &self.fragment {
            out.push(b'#');
            escape(&mut out, fragment, |byte| plain(byte) || b";/?:@&=+$,[]".contains(&byte));
        }
        out
    }

    /// Returns the last parameter with this name, compared without case.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&[u8]> {
        self.parameters
            .iter()
            .rfind(|parameter| parameter.name.eq_ignore_ascii_case(name.as_bytes()))
            .map(|parameter| parameter.value.as_slice())
    }

    /// Returns the query without the parameters that `drop` names; `None` when none is left.
    #[must_use]
    pub fn query_without(&self, drop: &[&str]) -> Option<Vec<u8>> {
        let mut out: Option<Vec<u8>> = None;
        for Parameter { name, value } in &self.parameters {
            if drop.iter().any(|dropped| name.eq_ignore_ascii_case(dropped.as_bytes())) {
                continue;
            }
            let out = out.get_or_insert_default();
            if !out.is_empty() {
                out.push(b'&');
            }
            out.extend_from_slice(name);
            out.push(b'=');
            escape(out, value, unreserved);
        }
        out
    }
}

/// Returns the scheme before the first colon, if that is one, and what follows.
fn scheme(text: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let (name, colon) = cut(text, |byte| byte == b':');
    match (colon, name.first()) {
        (Some((_, rest)), Some(first))
            if first.is_ascii_alphabetic() && name.iter().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(b)) =>
        {
            (Some(name), rest)
        }
        _ => (None, text),
    }
}

/// Returns a port: at least one digit, at most the largest positive C int.
fn number(digits: &[u8]) -> Option<u32> {
    let mut port = 0u32;
    if digits.is_empty() {
        return None;
    }
    for digit in digits {
        let digit = char::from(*digit).to_digit(10)?;
        port = port.checked_mul(10)?.checked_add(digit)?;
    }
    (port <= 0x7fff_ffff).then_some(port)
}

fn parameters(query: &[u8]) -> Vec<Parameter> {
    let mut found = Vec::new();
    let mut rest = query;
    while !rest.is_empty() {
        let separator = if rest.contains(&b'&') { b'&' } else { b';' };
        let (section, tail) = cut(rest, |byte| byte == separator);
        rest = tail.map_or(&[], |(_, tail)| tail);
        let (name, value) = cut(section, |byte| byte == b'=');
        if !name.is_empty() {
            let value = value.map_or_else(Vec::new, |(_, value)| decode(value));
            found.push(Parameter { name: decode(name), value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Uri {
        Uri::parse(text.as_bytes()).unwrap_or_else(|| panic!("{text}"))
    }

    fn text(bytes: &[u8]) -> &str {
        std::str::from_utf8(bytes).unwrap()
    }

    #[test]
    fn all_components() {
        let uri = parse("qemu+ssh://root%40x@[::1]:2222/sys%20tem?a=b%26c&d#f");
        assert_eq!(text(uri.scheme.as_deref().unwrap()), "qemu+ssh");
        assert_eq!(text(uri.user.as_deref().unwrap()), "root@x");
        assert_eq!(text(uri.server.as_deref().unwrap()), "::1");
        assert_eq!(uri.port, 2222);
        assert_eq!(text(&uri.path), "/sys tem");
        assert_eq!(text(uri.parameter("A").unwrap()), "b&c");
        assert_eq!(text(uri.parameter("d").unwrap()), "");
        assert_eq!(uri.parameter("e"), None);
        assert_eq!(text(&uri.format()), "qemu+ssh://root%40x@[::1]:2222/sys%20tem?a=b%26c&d#f");
    }

    #[test]
    fn printed_as_given() {
        for given in [
            "qemu:///system",
            "test:///default",
            "xen://host/",
            "qemu+unix:///session?socket=/tmp/x",
            "vpx://user@host/dc/srv?no_verify=1",
            "libvirtd:///system",
            "qemu://host:65535/system",
            "qemu+unix://user@/system",
            "qemu+unix://us%40er:x@/system#f",
            "qemu+tcp://[127.0.0.1]/system",
            "qemu+tcp://[]:1/system",
        ] {
            assert_eq!(text(&parse(given).format()), given);
        }
        assert_eq!(text(&parse("qemu:/system").format()), "qemu:///system");
        assert_eq!(text(&parse("a:///b:c").format()), "a:///b%3Ac");
        // A port belongs to a host.
        assert_eq!(text(&parse("a://user@:12/b").format()), "a://user@/b");
        assert_eq!(text(&parse("a://[b%3Ac]/").format()), "a://[b:c]/");
    }

    #[test]
    fn empty_parts() {
        let uri = parse("qemu://:16509/system");
        assert_eq!((uri.server, uri.port), (None, 0));
        assert_eq!(parse("qemu://@host/").user.as_deref(), Some(b"".as_slice()));
        assert_eq!(parse("qemu:").path, b"");
        assert_eq!(parse("foo").scheme, None);
        assert_eq!(parse("").path, b"");
        assert_eq!(parse("qemu:///x?").query.as_deref(), Some(b"".as_slice()));
        assert_eq!(parse("qemu://host:0/x").port, 0);
    }

    #[test]
    fn brackets() {
        let server = |uri: &str| String::from_utf8(parse(uri).server.unwrap()).unwrap();
        assert_eq!(server("qemu://[::1]/"), "::1");
        assert_eq!(server("qemu://[a%3Ab]:7/"), "a:b");
        assert_eq!(server("qemu://[127.0.0.1]:7/"), "[127.0.0.1]");
        assert_eq!(server("qemu://[]/"), "[]");
        assert_eq!(server("qemu://%5Babc%5D/"), "[abc]");
    }

    #[test]
    fn refused() {
        for bad in [
            "qemu:///a b",
            "qemu:///%",
            "qemu:///%2",
            "qemu:///%zz",
            "qemu:///a%00b",
            "qemu://host:99999999999/",
            "qemu://host:2147483648/",
            "qemu://host:1x/",
            "qemu://[::1/",
            "qemu://[::1]x/",
            "qemu://host:/",
            "qemu://[::1]:/",
            "qemu://:/system",
            "qemu://user@:/system",
            "qemu://[a b]/",
            "qemu://[a%00b]/",
            "qemu://a\"b/",
            "://",
            "1qemu:///x",
            "qemu:///\u{fc}",
            "qemu:///a\nb",
            "qemu:///x?a=\"",
        ] {
            assert_eq!(Uri::parse(bad.as_bytes()), None, "{bad}");
        }
    }

    #[test]
    fn parameters_split_as_stock() {
        let pairs = |query: &str| -> Vec<(String, String)> {
            let found = parameters(query.as_bytes()).into_iter();
            found.map(|p| (text(&p.name).to_owned(), text(&p.value).to_owned())).collect()
        };
        let own = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        assert_eq!(pairs("a=1&&b=2&=3&c="), own(&[("a", "1"), ("b", "2"), ("c", "")]));
        assert_eq!(pairs("a=1;b=2"), own(&[("a", "1"), ("b", "2")]));
        // A later `&` is the separator even when a `;` comes first.
        assert_eq!(pairs("a=1;b=2&c=3"), own(&[("a", "1;b=2"), ("c", "3")]));
        assert_eq!(pairs("a=b=c"), own(&[("a", "b=c")]));
    }

    #[test]
    fn own_parameters_are_stripped() {
        let uri = parse("qemu+unix:///system?socket=/a&x=%2Fy&MODE=legacy&z");
        assert_eq!(text(&uri.query_without(&["socket", "mode"]).unwrap()), "x=%2Fy&z=");
        assert_eq!(uri.query_without(&["socket", "mode", "x", "z"]), None);
    }
}
