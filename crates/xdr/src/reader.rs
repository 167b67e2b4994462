//! Reading: one pass over a payload, borrowing what can be borrowed.

use std::borrow::Cow;

use crate::{Bound, Decode, Error, Opaque, Problem, Result, Str, padding};

/// Walks a payload. After an error its position is unspecified; give it up.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    total: usize,
    /// Strings end at their first NUL.
    cuts: bool,
}

impl<'a> Reader<'a> {
    /// Starts at the first byte of `payload`.
    #[must_use]
    pub const fn new(payload: &'a [u8]) -> Self {
        Self { rest: payload, total: payload.len(), cuts: false }
    }

    /// The same with strings that end at their first NUL, which is what a stock daemon sees of them.
    #[must_use]
    pub const fn cutting_strings(payload: &'a [u8]) -> Self {
        Self { cuts: true, ..Self::new(payload) }
    }

    /// Bytes not read yet.
    #[must_use]
    pub const fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// Bytes read so far.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.total.saturating_sub(self.rest.len())
    }

    #[cold]
    fn truncated(&self, field: &'static str, needed: usize) -> Error {
        let problem = Problem::Truncated { needed, left: self.remaining() };
        Error::new(field, self.offset(), problem)
    }

    /// An error about the item of `len` bytes that was just read.
    #[cold]
    fn bad(&self, len: usize, field: &'static str, problem: Problem) -> Error {
        Error::new(field, self.offset().saturating_sub(len), problem)
    }

    /// Exactly `N` bytes, without padding.
    #[inline]
    fn take<const N: usize>(&mut self) -> Result<&'a [u8; N]> {
        match self.rest.split_first_chunk::<N>() {
            Some((head, rest)) => {
                self.rest = rest;
                Ok(head)
            }
            None => Err(self.truncated("", N)),
        }
    }

    /// `len` bytes and their padding.
    #[inline]
    fn take_padded(&mut self, len: usize, field: &'static str) -> Result<&'a [u8]> {
        let whole = len.saturating_add(padding(len));
        match (self.rest.get(..len), self.rest.get(whole..)) {
            (Some(bytes), Some(rest)) => {
                self.rest = rest;
                Ok(bytes)
            }
            _ => Err(self.truncated(field, whole)),
        }
    }

    /// An `int`.
    #[inline]
    pub fn i32(&mut self) -> Result<i32> {
        self.take().map(|bytes| i32::from_be_bytes(*bytes))
    }

    /// An `unsigned int`.
    #[inline]
    pub fn u32(&mut self) -> Result<u32> {
        self.take().map(|bytes| u32::from_be_bytes(*bytes))
    }

    /// A `hyper`.
    #[inline]
    pub fn i64(&mut self) -> Result<i64> {
        self.take().map(|bytes| i64::from_be_bytes(*bytes))
    }

    /// An `unsigned hyper`.
    #[inline]
    pub fn u64(&mut self) -> Result<u64> {
        self.take().map(|bytes| u64::from_be_bytes(*bytes))
    }

    /// A `double`.
    #[inline]
    pub fn f64(&mut self) -> Result<f64> {
        self.take().map(|bytes| f64::from_be_bytes(*bytes))
    }

    /// A number that travels in four bytes and must fit a smaller type.
    #[inline]
    fn small<T: TryFrom<i32>>(&mut self) -> Result<T> {
        let value = self.i32()?;
        T::try_from(value).map_err(|_| self.bad(4, "", Problem::OutOfRange(i64::from(value))))
    }

    /// A `char`; it travels sign-extended in four bytes.
    #[inline]
    pub fn i8(&mut self) -> Result<i8> {
        self.small()
    }

    /// An `unsigned char`; it travels in four bytes.
    #[inline]
    pub fn u8(&mut self) -> Result<u8> {
        self.small()
    }

    /// An `unsigned short`; it travels in four bytes.
    #[inline]
    pub fn u16(&mut self) -> Result<u16> {
        self.small()
    }

    /// A `bool`, also the mark in front of an optional field: 0 or 1, nothing else.
    #[inline]
    pub fn bool(&mut self) -> Result<bool> {
        match self.u32()? {
            0 => Ok(false),
            1 => Ok(true),
            value => Err(self.bad(4, "", Problem::NotBool(value))),
        }
    }

    /// The error for a union's discriminant, just read, that has no arm.
    #[cold]
    #[must_use]
    pub fn no_arm(&self, union: &'static str, value: i32) -> Error {
        self.bad(4, union, Problem::NoArm(value))
    }

    /// `opaque x[N]`.
    #[inline]
    pub fn fixed<const N: usize>(&mut self) -> Result<&'a [u8; N]> {
        let bytes = self.take_padded(N, "")?;
        bytes.try_into().map_err(|_| self.truncated("", N))
    }

    /// A length, checked against the limit.
    #[inline]
    fn length(&mut self, bound: &Bound) -> Result<usize> {
        let len = match self.rest.split_first_chunk() {
            Some((head, rest)) => {
                self.rest = rest;
                u32::from_be_bytes(*head)
            }
            None => return Err(self.truncated(bound.field, 4)),
        };
        if len > bound.max {
            return Err(self.too_long(bound, len));
        }
        Ok(len as usize)
    }

    #[cold]
    fn too_long(&self, bound: &Bound, len: u32) -> Error {
        let problem = Problem::TooLong { len: len as usize, max: bound.max as usize };
        self.bad(4, bound.field, problem)
    }

    /// A count of elements of at least `min_len` bytes: within the limit, and the elements fit what is left.
    #[inline]
    fn count(&mut self, bound: &Bound, min_len: usize) -> Result<usize> {
        let len = self.length(bound)?;
        let needed = len.saturating_mul(min_len);
        if needed > self.rest.len() {
            return Err(self.truncated(bound.field, needed));
        }
        Ok(len)
    }

    /// `opaque x<max>`, borrowed.
    #[inline]
    pub fn opaque(&mut self, bound: &Bound) -> Result<Opaque<'a>> {
        let len = self.length(bound)?;
        Ok(Opaque(Cow::Borrowed(self.take_padded(len, bound.field)?)))
    }

    /// `string x<max>`, borrowed.
    #[inline]
    pub fn string(&mut self, bound: &Bound) -> Result<Str<'a>> {
        let len = self.length(bound)?;
        let mut bytes = self.take_padded(len, bound.field)?;
        if self.cuts {
            bytes = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
        }
        Ok(Str(Cow::Borrowed(bytes)))
    }

    /// An optional string.
    #[inline]
    pub fn option_string(&mut self, bound: &Bound) -> Result<Option<Str<'a>>> {
        Ok(if self.bool().map_err(|e| e.within(bound.field))? { Some(self.string(bound)?) } else { None })
    }

    /// An optional value.
    #[inline]
    pub fn option<T: Decode<'a>>(&mut self) -> Result<Option<T>> {
        Ok(if self.bool()? { Some(T::decode(self)?) } else { None })
    }

    /// `T x<max>`.
    #[inline]
    pub fn array<T: Decode<'a>>(&mut self, bound: &Bound) -> Result<Vec<T>> {
        let len = self.count(bound, T::MIN_LEN)?;
        let mut items = Vec::with_capacity(len);
        for _ in 0..len {
            items.push(T::decode(self).map_err(|e| e.within(bound.field))?);
        }
        Ok(items)
    }

    /// An array of strings, each with the same limit.
    pub fn strings(&mut self, bound: &Bound, each: &Bound) -> Result<Vec<Str<'a>>> {
        let len = self.count(bound, 4)?;
        let mut items = Vec::with_capacity(len);
        for _ in 0..len {
            items.push(self.string(each)?);
        }
        Ok(items)
    }

    /// One element of an array of `char`: four bytes, signed or not as the peer's compiler has it.
    #[inline]
    fn char(&mut self) -> Result<u8> {
        let value = self.i32()?;
        match (u8::try_from(value), i8::try_from(value)) {
            (Ok(byte), _) => Ok(byte),
            (_, Ok(byte)) => Ok(byte.cast_unsigned()),
            _ => Err(self.bad(4, "", Problem::OutOfRange(i64::from(value)))),
        }
    }

    /// `char x<max>`: one byte in four, so nothing to borrow.
    pub fn chars(&mut self, bound: &Bound) -> Result<Vec<u8>> {
        let len = self.count(bound, 4)?;
        let mut bytes = Vec::with_capacity(len);
        for _ in 0..len {
            bytes.push(self.char().map_err(|e| e.within(bound.field))?);
        }
        Ok(bytes)
    }

    /// `char x[N]`.
    pub fn chars_fixed<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = self.char()?;
        }
        Ok(bytes)
    }
}
