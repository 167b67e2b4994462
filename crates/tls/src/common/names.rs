//! Whether a certificate is for the host that was asked for, by the rules GnuTLS has.
use crate::common::certificate::Certificate;
use std::net::IpAddr;

/// TLS web server authentication.
pub(crate) const SERVER_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 1];
/// Any purpose.
pub(crate) const ANY_PURPOSE: &[u8] = &[0x55, 0x1d, 37, 0];

/// Addresses are looked for among the alternative addresses only; names among the alternative names, and where there is
/// no such name and no address at all, in the common name, provided it is the only one.
pub(crate) fn matches(certificate: &Certificate, host: &[u8]) -> bool {
    if let Some(address) = address(host) {
        return certificate.addresses.contains(&address);
    }
    if !certificate.dns_names.is_empty() {
        return certificate.dns_names.iter().any(|name| covers(name, host));
    }
    let for_servers = certificate
        .purposes
        .as_ref()
        .is_none_or(|purposes| purposes.value.iter().any(|purpose| purpose == SERVER_AUTH || purpose == ANY_PURPOSE));
    match certificate.common_names.as_slice() {
        [name] if certificate.addresses.is_empty() => for_servers && covers(name, host),
        _ => false,
    }
}

/// Returns the names and addresses that count, for people.
pub(crate) fn listed(certificate: &Certificate) -> String {
    let text = |names: &[Vec<u8>]| -> Vec<String> {
        let text = |name: &Vec<u8>| String::from_utf8_lossy(name).into_owned();
        names.iter().map(text).collect()
    };
    let mut all = text(&certificate.dns_names);
    all.extend(certificate.addresses.iter().map(IpAddr::to_string));
    if all.is_empty() {
        all = text(&certificate.common_names);
    }
    if all.is_empty() {
        return "nobody".to_owned();
    }
    all.join(", ")
}

fn address(host: &[u8]) -> Option<IpAddr> {
    std::str::from_utf8(host).ok()?.parse().ok()
}

/// Returns true if a name, which may begin with a wildcard, covers a host. A wildcard stands for one component or its
/// beginning part and needs two components behind it.
fn covers(name: &[u8], host: &[u8]) -> bool {
    if name.iter().any(|byte| !(0x20..0x7f).contains(byte)) {
        return false;
    }
    let Some(tail) = name.strip_prefix(b"*") else {
        return name.eq_ignore_ascii_case(host);
    };
    let dots = tail.iter().filter(|&&byte| byte == b'.').count();
    if dots < 2 || tail.ends_with(b".") {
        return false;
    }
    let Some(begin) = host.len().checked_sub(tail.len()) else {
        return false;
    };
    let (first, rest) = host.split_at(begin);
    !first.contains(&b'.') && rest.eq_ignore_ascii_case(tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards() {
        for (name, host, expected) in [
            ("host", "HOST", true),
            ("host", "host2", false),
            ("*.example.org", "a.example.org", true),
            ("*.example.org", "a.b.example.org", false),
            ("*.example.org", "example.org", false),
            ("*.org", "example.org", false),
            ("*", "host", false),
            ("*.example.", "a.example.", false),
            ("a.*.org", "a.b.org", false),
            ("ho\0st", "ho\0st", false),
            ("", "", true),
        ] {
            assert_eq!(covers(name.as_bytes(), host.as_bytes()), expected, "{name} {host}");
        }
    }
}
