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

impl<T> crate::blank::Blank for Sparse<T> {
    fn blank() -> Self {
        Self::default()
    }
}

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

/// A list that is empty in most documents.
pub type List<T> = Sparse<Vec<T>>;

struct Nothing<T>(T);

impl<T: 'static> Nothing<T> {
    const LIST: &'static Vec<T> = &Vec::new();
}

impl<T: PartialEq + 'static> Shared for Vec<T> {
    fn shared() -> &'static Self {
        Nothing::<T>::LIST
    }
}

/// What changes a list's contents, but makes none where there is none.
impl<T> List<T> {
    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Returns the values, which may be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.0.as_deref_mut().map(|list| list.iter_mut()).unwrap_or_default()
    }

    /// Returns the first value, which may be changed.
    pub fn first_mut(&mut self) -> Option<&mut T> {
        self.0.as_deref_mut()?.first_mut()
    }

    /// Returns a value, which may be changed.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.0.as_deref_mut()?.get_mut(at)
    }

    /// Keeps the values for which `keep` returns true.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        if let Some(list) = &mut self.0 {
            list.retain(keep);
            if list.is_empty() {
                self.0 = None;
            }
        }
    }
}

impl<T: PartialEq + 'static> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Vec::from_iter(values).into()
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.map(|list| *list).unwrap_or_default().into_iter()
    }
}

impl<'a, T: PartialEq + 'static> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut List<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

/// Lets [`Sparse`] hold types, and tests that their defaults print nothing.
macro_rules! sparse {
    ($($name:ty),* $(,)?) => {
        $(impl crate::sparse::Shared for $name {
            fn shared() -> &'static Self {
                static DEFAULT: oxivirt_sys::OnceBox<$name> = oxivirt_sys::OnceBox::new();
                DEFAULT.get_or_init(<$name>::default)
            }
        })*

        #[test]
        fn sparse_defaults_print_nothing() {
            for (secure, inactive) in [(false, false), (false, true), (true, false), (true, true)] {
                let flags = crate::write::FormatFlags { secure, inactive, ..Default::default() };
                let mut out = crate::write::Writer::new(flags);
                $(out.child("x", crate::write::Empty::Omit, <$name as crate::sparse::Shared>::shared());)*
                assert_eq!(out.finish(), "");
            }
        }
    };
}
pub(crate) use sparse;
