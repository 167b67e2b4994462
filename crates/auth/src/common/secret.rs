//! Passwords and what is derived from them.

/// A password: wiped when it is no longer needed, and not shown.
#[derive(Default)]
pub struct Secret(zeroize::Zeroizing<Vec<u8>>);

impl Secret {
    /// Returns the password itself.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Secret {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}
