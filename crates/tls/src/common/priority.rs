//! GnuTLS priority strings, as far as they say something about what this library can do.

/// What a priority string allows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Priority {
    pub(crate) tls12: bool,
    pub(crate) tls13: bool,
    /// Something older is allowed: then the caller wanted it, and must be told that it does not exist.
    older: bool,
    /// Signatures of at least 192 bits' strength are asked for.
    pub(crate) strong: bool,
    pub(crate) aes128: bool,
    pub(crate) aes256: bool,
    /// Ciphers this library does not have are allowed.
    other_ciphers: bool,
    pub(crate) p256: bool,
    pub(crate) p384: bool,
    other_groups: bool,
}

impl Default for Priority {
    fn default() -> Self {
        Self::all(true)
    }
}

/// Names of algorithms after the last `-` or `+` that are known and change nothing here.
const KNOWN: &[&str] = &[
    "NULL",
    "ANON-DH",
    "ANON-ECDH",
    "RSA",
    "RSA-PSK",
    "DHE-RSA",
    "DHE-DSS",
    "DHE-PSK",
    "PSK",
    "SRP",
    "SRP-RSA",
    "SRP-DSS",
    "ECDHE-RSA",
    "ECDHE-ECDSA",
    "ECDHE-PSK",
    "KX-ALL",
    "MAC-ALL",
    "MD5",
    "SHA1",
    "SHA224",
    "SHA256",
    "SHA384",
    "SHA512",
    "AEAD",
    "COMP-ALL",
    "COMP-NULL",
    "COMP-DEFLATE",
    "CTYPE-ALL",
    "CTYPE-X509",
    "CTYPE-X.509",
    "CTYPE-OPENPGP",
    "CTYPE-RAWPK",
    "CTYPE-SRV-ALL",
    "CTYPE-CLI-ALL",
    "SIGN-ALL",
    "VERS-DTLS-ALL",
    "VERS-DTLS1.0",
    "VERS-DTLS1.2",
    "VERS-DTLS0.9",
    "GOST",
    "DHE",
];

/// Ciphers that exist in GnuTLS and not here.
const OTHER_CIPHERS: &[&str] = &[
    "AES-128-CBC",
    "AES-192-CBC",
    "AES-256-CBC",
    "AES-128-CCM",
    "AES-256-CCM",
    "AES-128-CCM-8",
    "AES-256-CCM-8",
    "CHACHA20-POLY1305",
    "3DES-CBC",
    "ARCFOUR-128",
    "ARCFOUR-40",
    "DES-CBC",
    "CAMELLIA-128-CBC",
    "CAMELLIA-192-CBC",
    "CAMELLIA-256-CBC",
    "CAMELLIA-128-GCM",
    "CAMELLIA-256-GCM",
    "AES-192-GCM",
];

impl Priority {
    fn all(allowed: bool) -> Self {
        Self {
            tls12: allowed,
            tls13: allowed,
            older: allowed,
            strong: false,
            aes128: allowed,
            aes256: allowed,
            other_ciphers: allowed,
            p256: allowed,
            p384: allowed,
            other_groups: allowed,
        }
    }

    /// Reads a priority string.
    ///
    /// # Errors
    /// Why it cannot be used: the text GnuTLS has for it, or what this library does not have.
    pub fn parse(text: &[u8]) -> Result<Self, &'static str> {
        const INVALID: &str = "The request is invalid.";
        let text = std::str::from_utf8(text).map_err(|_| INVALID)?;
        let mut words = text.split([':', ',', ' ', ';']);
        let mut chosen = Self::base(words.next().unwrap_or_default()).ok_or(INVALID)?;
        for word in words.filter(|word| !word.is_empty()) {
            let (sign, name) = word.split_at_checked(1).unwrap_or_default();
            let known = match sign {
                "+" => chosen.allow(name, true),
                "-" | "!" => chosen.allow(name, false),
                // Options; those that exist concern servers or versions this library does not have.
                "%" => name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_()=".contains(&byte)),
                _ => false,
            };
            if !known {
                return Err(INVALID);
            }
        }
        chosen.usable()?;
        Ok(chosen)
    }

    fn base(word: &str) -> Option<Self> {
        let word = word.to_ascii_uppercase();
        Some(match word.as_str() {
            "" | "NORMAL" | "PERFORMANCE" | "SECURE" | "SECURE128" | "PFS" | "LEGACY" => Self::all(true),
            "SECURE192" | "SECURE256" => Self { strong: true, aes128: false, p256: false, ..Self::all(true) },
            "SUITEB128" => {
                Self { older: false, other_ciphers: false, other_groups: false, tls13: false, ..Self::all(true) }
            }
            "SUITEB192" => Self {
                strong: true,
                older: false,
                other_ciphers: false,
                other_groups: false,
                tls13: false,
                aes128: false,
                p256: false,
                ..Self::all(true)
            },
            "NONE" => Self::all(false),
            // The system's policy: what it forbids of what exists here is not known, so the default is taken.
            word if word.starts_with('@') => Self::all(true),
            _ => return None,
        })
    }

    /// Allows or forbids one algorithm; `false` when it does not exist.
    fn allow(&mut self, name: &str, allowed: bool) -> bool {
        let name = name.to_ascii_uppercase();
        match name.as_str() {
            "VERS-ALL" | "VERS-TLS-ALL" => {
                (self.tls12, self.tls13, self.older) = (allowed, allowed, allowed);
            }
            "VERS-TLS1.3" => self.tls13 = allowed,
            "VERS-TLS1.2" => self.tls12 = allowed,
            "VERS-TLS1.1" | "VERS-TLS1.0" | "VERS-SSL3.0" => self.older |= allowed,
            "CIPHER-ALL" => {
                (self.aes128, self.aes256, self.other_ciphers) = (allowed, allowed, allowed);
            }
            "AES-128-GCM" => self.aes128 = allowed,
            "AES-256-GCM" => self.aes256 = allowed,
            "GROUP-ALL" | "CURVE-ALL" => {
                (self.p256, self.p384, self.other_groups) = (allowed, allowed, allowed);
            }
            "GROUP-SECP256R1" | "CURVE-SECP256R1" => self.p256 = allowed,
            "GROUP-SECP384R1" | "CURVE-SECP384R1" => self.p384 = allowed,
            "GROUP-EC-ALL" => (self.p256, self.p384) = (allowed, allowed),
            name if OTHER_CIPHERS.contains(&name) => self.other_ciphers |= allowed,
            name if name.starts_with("GROUP-") || name.starts_with("CURVE-") => self.other_groups |= allowed,
            name => return KNOWN.contains(&name) || name.starts_with("SIGN-"),
        }
        true
    }

    /// Whether anything is left.
    fn usable(&self) -> Result<(), &'static str> {
        const NONE: &str = "No or insufficient priorities were set.";
        let (versions, ciphers) = (self.tls12 || self.tls13, self.aes128 || self.aes256);
        match () {
            () if !versions && self.older => Err("TLS before 1.2 is not supported by this library."),
            () if versions && !ciphers && self.other_ciphers => {
                Err("This library supports the ciphers AES-128-GCM and AES-256-GCM only.")
            }
            () if versions && ciphers && !self.p256 && !self.p384 && self.other_groups => {
                Err("This library supports the groups SECP256R1 and SECP384R1 only.")
            }
            () if !versions || !ciphers || !(self.p256 || self.p384) => Err(NONE),
            () => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        let versions = |text: &str| Priority::parse(text.as_bytes()).map(|p| (p.tls12, p.tls13));
        assert_eq!(versions("NORMAL"), Ok((true, true)));
        assert_eq!(versions("SECURE256:%SERVER_PRECEDENCE"), Ok((true, true)));
        assert_eq!(versions("NORMAL:-VERS-TLS1.3"), Ok((true, false)));
        assert_eq!(versions("NORMAL:-VERS-ALL:+VERS-TLS1.3"), Ok((false, true)));
        assert_eq!(versions("NORMAL:-VERS-TLS-ALL:+VERS-TLS1.2:+VERS-TLS1.1"), Ok((true, false)));
        assert_eq!(versions("normal:-vers-all:+vers-tls1.2:-MD5:+SIGN-RSA-SHA256"), Ok((true, false)));
        let none = Err("No or insufficient priorities were set.");
        assert_eq!(versions("NORMAL:-VERS-ALL"), none);
        assert_eq!(versions("NONE"), none);
        let old = versions("NORMAL:-VERS-ALL:+VERS-TLS1.0");
        assert_eq!(old, Err("TLS before 1.2 is not supported by this library."));
        for wrong in ["BOGUS", "NORMAL:+BOGUS", "NORMAL:BOGUS", "NORMAL:+", "\u{e9}"] {
            assert_eq!(versions(wrong), Err("The request is invalid."), "{wrong}");
        }
    }

    #[test]
    fn ciphers() {
        let ciphers = |text: &str| Priority::parse(text.as_bytes()).map(|p| (p.aes128, p.aes256));
        assert_eq!(ciphers("NORMAL:-AES-256-GCM"), Ok((true, false)));
        assert_eq!(ciphers("NORMAL:-CIPHER-ALL:+AES-256-GCM"), Ok((false, true)));
        assert!(ciphers("NORMAL:-CIPHER-ALL:+CHACHA20-POLY1305").is_err());
        assert!(ciphers("NORMAL:-GROUP-ALL:+GROUP-X25519").is_err());
    }
}
