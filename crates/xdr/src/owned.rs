//! Copies that outlive the payload they were decoded from.

use crate::{Opaque, Str};

/// A value that may borrow from a payload and can be made one that does not.
pub trait IntoOwned {
    /// The same type without the borrow.
    type Owned;

    /// Copies what is borrowed.
    fn into_owned(self) -> Self::Owned;
}

impl IntoOwned for Str<'_> {
    type Owned = Str<'static>;

    fn into_owned(self) -> Str<'static> {
        Str::into_owned(self)
    }
}

impl IntoOwned for Opaque<'_> {
    type Owned = Opaque<'static>;

    fn into_owned(self) -> Opaque<'static> {
        Opaque::into_owned(self)
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}
