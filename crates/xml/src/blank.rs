//! What stands in the fields of a struct while the reader fills them, one after the other.

/// A type with a value that stands in a struct's field until the field is read.
pub trait Blank {
    /// Returns it.
    fn blank() -> Self;
}

/// Says that the default stands for a value that is not read yet.
macro_rules! blank {
    ($($name:ty),* $(,)?) => {
        $(impl $crate::blank::Blank for $name {
            fn blank() -> Self {
                Self::default()
            }
        })*
    };
}

pub(crate) use blank;

blank!(bool, u8, u16, u32, u64, i32, i64, String, oxivirt_model::Uuid,);

impl<T: Blank> Blank for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }
}
