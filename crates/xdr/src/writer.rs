//! Writing: append to a buffer, never past a limit.

use crate::{Bound, Encode, Error, Problem, Result, padding};

/// Appends wire forms to a buffer.
#[derive(Debug)]
pub struct Writer<'b> {
    out: &'b mut Vec<u8>,
    start: usize,
    max: usize,
}

impl<'b> Writer<'b> {
    /// Appends at most `max` bytes behind what `out` already holds.
    #[must_use]
    pub fn new(out: &'b mut Vec<u8>, max: usize) -> Self {
        let start = out.len();
        Self { out, start, max }
    }

    /// Bytes appended so far.
    #[must_use]
    pub fn written(&self) -> usize {
        self.out.len().saturating_sub(self.start)
    }

    #[cold]
    fn full(&self, more: usize) -> Error {
        let needed = self.written().saturating_add(more);
        Error::new("", self.written(), Problem::Full { needed, max: self.max })
    }

    #[cold]
    fn too_long(&self, bound: &Bound, len: usize) -> Error {
        let problem = Problem::TooLong { len, max: bound.max as usize };
        Error::new(bound.field, self.written(), problem)
    }

    /// Makes sure that `more` bytes may be appended.
    #[inline]
    fn room(&self, more: usize) -> Result<()> {
        if more > self.max.saturating_sub(self.written()) {
            return Err(self.full(more));
        }
        Ok(())
    }

    #[inline]
    fn put<const N: usize>(&mut self, bytes: [u8; N]) -> Result<()> {
        self.room(N)?;
        self.out.extend_from_slice(&bytes);
        Ok(())
    }

    #[inline]
    fn put_padded(&mut self, bytes: &[u8]) -> Result<()> {
        let zeros = padding(bytes.len());
        self.room(bytes.len().saturating_add(zeros))?;
        self.out.extend_from_slice(bytes);
        self.out.extend(core::iter::repeat_n(0, zeros));
        Ok(())
    }

    /// An `int`.
    #[inline]
    pub fn i32(&mut self, value: i32) -> Result<()> {
        self.put(value.to_be_bytes())
    }

    /// An `unsigned int`.
    #[inline]
    pub fn u32(&mut self, value: u32) -> Result<()> {
        self.put(value.to_be_bytes())
    }

    /// A `hyper`.
    #[inline]
    pub fn i64(&mut self, value: i64) -> Result<()> {
        self.put(value.to_be_bytes())
    }

    /// An `unsigned hyper`.
    #[inline]
    pub fn u64(&mut self, value: u64) -> Result<()> {
        self.put(value.to_be_bytes())
    }

    /// A `double`.
    #[inline]
    pub fn f64(&mut self, value: f64) -> Result<()> {
        self.put(value.to_be_bytes())
    }

    /// A `char`, sign-extended to four bytes.
    #[inline]
    pub fn i8(&mut self, value: i8) -> Result<()> {
        self.i32(value.into())
    }

    /// An `unsigned char` in four bytes.
    #[inline]
    pub fn u8(&mut self, value: u8) -> Result<()> {
        self.u32(value.into())
    }

    /// An `unsigned short` in four bytes.
    #[inline]
    pub fn u16(&mut self, value: u16) -> Result<()> {
        self.u32(value.into())
    }

    /// A `bool`.
    #[inline]
    pub fn bool(&mut self, value: bool) -> Result<()> {
        self.u32(value.into())
    }

    /// `opaque x[N]`.
    #[inline]
    pub fn fixed<const N: usize>(&mut self, bytes: &[u8; N]) -> Result<()> {
        self.put_padded(bytes)
    }

    /// Something that is encoded already.
    pub fn encoded(&mut self, bytes: &[u8]) -> Result<()> {
        self.room(bytes.len())?;
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    /// A length, checked against the field's limit.
    #[inline]
    fn length(&mut self, len: usize, bound: &Bound) -> Result<()> {
        match u32::try_from(len) {
            Ok(wire) if wire <= bound.max => self.u32(wire),
            _ => Err(self.too_long(bound, len)),
        }
    }

    /// `opaque x<max>` or `string x<max>`.
    #[inline]
    pub fn bytes(&mut self, bytes: &[u8], bound: &Bound) -> Result<()> {
        self.length(bytes.len(), bound)?;
        self.put_padded(bytes)
    }

    /// An optional string.
    #[inline]
    pub fn option_bytes(&mut self, bytes: Option<&[u8]>, bound: &Bound) -> Result<()> {
        match bytes {
            Some(bytes) => {
                self.u32(1)?;
                self.bytes(bytes, bound)
            }
            None => self.u32(0),
        }
    }

    /// An optional value.
    #[inline]
    pub fn option<T: Encode>(&mut self, value: Option<&T>) -> Result<()> {
        match value {
            Some(value) => {
                self.u32(1)?;
                value.encode(self)
            }
            None => self.u32(0),
        }
    }

    /// `T x<max>`.
    #[inline]
    pub fn array<T: Encode>(&mut self, items: &[T], bound: &Bound) -> Result<()> {
        self.length(items.len(), bound)?;
        items.iter().try_for_each(|item| item.encode(self))
    }

    /// An array of strings, each with the same limit.
    pub fn strings<S: AsRef<[u8]>>(&mut self, items: &[S], bound: &Bound, each: &Bound) -> Result<()> {
        self.length(items.len(), bound)?;
        items.iter().try_for_each(|item| self.bytes(item.as_ref(), each))
    }

    /// `char x<max>`: each byte sign-extended to four.
    pub fn chars(&mut self, bytes: &[u8], bound: &Bound) -> Result<()> {
        self.length(bytes.len(), bound)?;
        self.chars_fixed(bytes)
    }

    /// `char x[N]`.
    pub fn chars_fixed(&mut self, bytes: &[u8]) -> Result<()> {
        bytes.iter().try_for_each(|byte| self.i8(byte.cast_signed()))
    }
}
