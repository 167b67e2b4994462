//! The XDR codec (RFC 4506): no I/O, no unsafe, every length bounded before allocation.
//!
//! A [`Reader`] borrows strings and opaque data from the payload it walks; a [`Writer`] appends to a
//! buffer and refuses to pass a limit. Lenient exactly where the stock decoder is: the value of
//! padding bytes and bytes behind the last field are not looked at.

mod error;
mod owned;
mod reader;
mod text;
mod writer;

pub use error::{Bound, Error, Problem};
pub use owned::IntoOwned;
pub use reader::Reader;
pub use text::{Opaque, Str};
pub use writer::Writer;

/// Result of encoding or decoding.
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// A value with a wire form.
pub trait Encode {
    /// Appends the wire form.
    ///
    /// # Errors
    /// A field is longer than its limit, or the writer's limit is reached. What was written before
    /// stays in the buffer.
    fn encode(&self, w: &mut Writer<'_>) -> Result<()>;
}

/// A value that can be read back, borrowing from the payload for `'a`.
pub trait Decode<'a>: Sized {
    /// Bytes of the shortest wire form; an array of more elements than fit is refused unread.
    const MIN_LEN: usize;

    /// What errors call the whole value when they name no field: its name in the IDL.
    const NAME: &'static str = "";

    /// Reads one value and leaves the reader behind it.
    ///
    /// # Errors
    /// The payload ends early, or a count, discriminant or number is out of range.
    fn decode(r: &mut Reader<'a>) -> Result<Self>;
}

macro_rules! plain {
    ($($name:ident $len:literal),*) => {$(
        impl Encode for $name {
            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                w.$name(*self)
            }
        }

        impl Decode<'_> for $name {
            const MIN_LEN: usize = $len;

            #[inline]
            fn decode(r: &mut Reader<'_>) -> Result<Self> {
                r.$name()
            }
        }
    )*};
}

plain!(i32 4, u32 4, i64 8, u64 8, f64 8);

/// No arguments, no result.
impl Encode for () {
    fn encode(&self, _: &mut Writer<'_>) -> Result<()> {
        Ok(())
    }
}

impl Decode<'_> for () {
    const MIN_LEN: usize = 0;

    fn decode(_: &mut Reader<'_>) -> Result<Self> {
        Ok(())
    }
}

/// Returns the smallest of `lengths`; for the [`Decode::MIN_LEN`] of a union.
#[must_use]
pub const fn shortest(mut lengths: &[usize]) -> usize {
    let mut shortest = usize::MAX;
    while let [first, rest @ ..] = lengths {
        if *first < shortest {
            shortest = *first;
        }
        lengths = rest;
    }
    shortest
}

/// Bytes that fill `len` up to a multiple of four.
const fn padding(len: usize) -> usize {
    len.wrapping_neg() & 3
}
