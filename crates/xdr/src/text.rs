//! Strings and opaque data: bytes, borrowed wherever they come from.

use core::fmt;
use core::ops::Deref;
use std::borrow::Cow;

macro_rules! bytes_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        pub struct $name<'a>(pub Cow<'a, [u8]>);

        impl<'a> $name<'a> {
            /// The bytes.
            #[must_use]
            pub fn as_bytes(&self) -> &[u8] {
                &self.0
            }

            /// A copy that borrows nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(Cow::Owned(self.0.into_owned()))
            }

            /// The bytes as text, with U+FFFD for what is not UTF-8.
            #[must_use]
            pub fn to_str_lossy(&self) -> Cow<'_, str> {
                String::from_utf8_lossy(&self.0)
            }
        }

        impl Deref for $name<'_> {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        impl AsRef<[u8]> for $name<'_> {
            fn as_ref(&self) -> &[u8] {
                &self.0
            }
        }

        impl<'a> From<&'a [u8]> for $name<'a> {
            fn from(bytes: &'a [u8]) -> Self {
                Self(Cow::Borrowed(bytes))
            }
        }

        impl<'a> From<&'a str> for $name<'a> {
            fn from(text: &'a str) -> Self {
                Self(Cow::Borrowed(text.as_bytes()))
            }
        }

        impl From<Vec<u8>> for $name<'_> {
            fn from(bytes: Vec<u8>) -> Self {
                Self(Cow::Owned(bytes))
            }
        }

        impl From<String> for $name<'_> {
            fn from(text: String) -> Self {
                Self(Cow::Owned(text.into_bytes()))
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "\"{}\"", self.0.escape_ascii())
            }
        }
    };
}

bytes_type! {
    /// A wire string: bytes of no promised encoding, without the NUL that C puts behind them.
    Str
}

bytes_type! {
    /// Opaque wire data of variable length.
    Opaque
}

impl fmt::Display for Str<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_str_lossy())
    }
}

impl<'a> From<&'a core::ffi::CStr> for Str<'a> {
    fn from(text: &'a core::ffi::CStr) -> Self {
        Self(Cow::Borrowed(text.to_bytes()))
    }
}
