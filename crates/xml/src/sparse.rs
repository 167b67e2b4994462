//! A place for what most documents do not say: it takes memory only when it is not the default.
use std::fmt;
use std::ops::{Deref, DerefMut};

use oxivirt_model::Result;

use crate::element::{Context, Element};
use crate::tree::Node;
use crate::write::Writer;

/// A value that is kept apart, and only when it is not the default. It is used as the value itself is.
///
/// Changing it makes a value even if the change is none; [`Sparse::compact`] gives such a value back.
#[derive(Clone)]
pub struct Sparse<T>(Option<Box<T>>);

/// What [`Sparse`] can hold: its default prints nothing, and one of it serves all. The macro `sparse!` implements it.
pub trait Shared: Default + PartialEq + 'static {
    /// Returns the default.
    fn shared() -> &'static Self;
}

impl<T: Shared> Sparse<T> {
    /// Gives the memory back if the value is the default.
    pub fn compact(&mut self) {
        if self.0.as_deref().is_some_and(|value| value == T::shared()) {
            self.0 = None;
        }
    }
}

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Shared> From<T> for Sparse<T> {
    fn from(value: T) -> Self {
        Self(if value == *T::shared() { None } else { Some(Box::new(value)) })
    }
}

impl<T: Shared> Deref for Sparse<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::shared())
    }
}

impl<T: Shared> DerefMut for Sparse<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Shared> PartialEq for Sparse<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Shared + Eq> Eq for Sparse<T> {}

impl<T: Shared + fmt::Debug> fmt::Debug for Sparse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Shared + Element> Element for Sparse<T> {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        T::parse(node, cx).map(Self::from)
    }

    fn attributes(&self, out: &mut Writer) {
        if let Some(value) = &self.0 {
            value.attributes(out);
        }
    }

    fn children(&self, out: &mut Writer) {
        if let Some(value) = &self.0 {
            value.children(out);
        }
    }
}

/// Lets [`Sparse`] hold types, and tests that their defaults print nothing.
macro_rules! sparse {
    ($($name:ty),* $(,)?) => {
        $(impl crate::sparse::Shared for $name {
            fn shared() -> &'static Self {
                static DEFAULT: std::sync::OnceLock<$name> = std::sync::OnceLock::new();
                DEFAULT.get_or_init(<$name>::default)
            }
        })*

        #[cfg(test)]
        mod sparse_tests {
            #[allow(unused_imports, reason = "types are named as outside")]
            use super::*;

            #[test]
            fn defaults_print_nothing() {
                for secure in [false, true] {
                    for inactive in [false, true] {
                        let flags = crate::write::FormatFlags { secure, inactive, ..Default::default() };
                        let mut out = crate::write::Writer::new(flags);
                        $(out.child("x", crate::write::Empty::Omit, <$name as crate::sparse::Shared>::shared());)*
                        assert_eq!(out.finish(), "");
                    }
                }
            }
        }
    };
}
pub(crate) use sparse;
