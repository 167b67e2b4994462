//! What can be wrong with a payload, said with the field, the place, the number and the limit.

use core::fmt;

/// The limit of one counted field, and the name that errors use for the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// `type.field`, as the IDL spells them.
    pub field: &'static str,
    /// Largest length: elements of an array, bytes of a string or of opaque data.
    pub max: u32,
}

impl Bound {
    /// The limit `max` of `field`.
    #[must_use]
    pub const fn new(field: &'static str, max: u32) -> Self {
        Self { field, max }
    }
}

/// An error of the codec. One pointer wide; allocated only when there is an error.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Detail>);

#[derive(Clone, PartialEq, Eq)]
struct Detail {
    field: &'static str,
    offset: usize,
    problem: Problem,
}

/// The kinds of error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// The payload ends before the field does.
    Truncated {
        /// Bytes the field needs at least.
        needed: usize,
        /// Bytes that are left.
        left: usize,
    },
    /// A count or length is above the field's limit; a negative count shows as a huge one.
    TooLong {
        /// The length found or given.
        len: usize,
        /// The limit.
        max: usize,
    },
    /// A boolean or the presence mark of an optional field is neither 0 nor 1.
    NotBool(u32),
    /// A union has no arm for this discriminant.
    NoArm(i32),
    /// A number does not fit the field's type.
    OutOfRange(i64),
    /// The message would grow past the writer's limit.
    Full {
        /// Bytes the message would have.
        needed: usize,
        /// The limit.
        max: usize,
    },
}

impl Error {
    #[cold]
    pub(crate) fn new(field: &'static str, offset: usize, problem: Problem) -> Self {
        Self(Box::new(Detail { field, offset, problem }))
    }

    /// Field the error is about, empty when only its place is known.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.0.field
    }

    /// Place in the payload, in bytes from its start, where the offending item begins.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// What is wrong.
    #[must_use]
    pub fn problem(&self) -> Problem {
        self.0.problem
    }

    /// Names the field or type unless a more exact name is known.
    #[must_use]
    #[cold]
    pub fn within(mut self, name: &'static str) -> Self {
        if self.0.field.is_empty() {
            self.0.field = name;
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Detail { field, offset, problem } = &*self.0;
        if !field.is_empty() {
            write!(f, "{field}: ")?;
        }
        match problem {
            Problem::Truncated { needed, left } => {
                write!(f, "needs at least {needed} bytes, {left} are left")?;
            }
            Problem::TooLong { len, max } => write!(f, "length {len} is above the limit {max}")?,
            Problem::NotBool(value) => write!(f, "{value} is not a boolean")?,
            Problem::NoArm(value) => write!(f, "unknown union discriminant {value}")?,
            Problem::OutOfRange(value) => write!(f, "{value} is out of range")?,
            Problem::Full { needed, max } => {
                write!(f, "message of {needed} bytes is above the limit {max}")?;
            }
        }
        write!(f, " (at byte {offset})")
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "xdr::Error({self})")
    }
}

impl core::error::Error for Error {}
