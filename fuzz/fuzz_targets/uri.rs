//! Connection URIs. Nothing may panic, and printing what was parsed loses nothing: parsed again it is the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_conf::Uri;

/// What is printed without escapes, as the stock library does it: another byte in there does not come back.
fn plain(server: &[u8]) -> bool {
    let host = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(byte);
    let literal = server.contains(&b':');
    server.iter().all(|byte| host(byte) || (literal && *byte == b':'))
}

/// Whether the URI is one that the stock format can say: it always writes `//`, and a user only with a server.
fn printable(uri: &Uri) -> bool {
    uri.scheme.is_some()
        && uri.server.as_deref().map_or(uri.user.is_none(), plain)
        && (uri.path.starts_with(b"/") || uri.path.is_empty())
}

fuzz_target!(|input: &[u8]| {
    let Some(uri) = Uri::parse(input) else {
        return;
    };
    let text = uri.format();
    assert!(!text.contains(&0));
    let again = Uri::parse(&text);
    if printable(&uri) {
        assert_eq!(again.as_ref(), Some(&uri), "{}", text.escape_ascii());
    }
    // Whatever was lost was lost the first time.
    if let Some(again) = again.filter(printable) {
        assert_eq!(Uri::parse(&again.format()), Some(again));
    }
    without_socket(&uri);
});

/// The query that goes to the daemon says the same, but for the parameter that was ours. Names are not escaped again.
fn without_socket(uri: &Uri) {
    let name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    if !uri.parameters.iter().all(|parameter| parameter.name.iter().all(name)) {
        return;
    }
    let mut kept = uri.parameters.clone();
    kept.retain(|parameter| !parameter.name.eq_ignore_ascii_case(b"socket"));
    let query = uri.query_without(&["socket"]);
    assert_eq!(query.is_none(), kept.is_empty());
    let text = [b"x:/?", query.unwrap_or_default().as_slice()].concat();
    let again = Uri::parse(&text).expect("own query is refused");
    assert_eq!(again.parameters, kept);
}
