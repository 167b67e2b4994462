//! `virTypedParameter` arrays as C has them: growing lists, look-ups, memory. Part of the C boundary (see `src/abi`).
//!
//! A crate of its own because programs call this in loops and the boundary is built for size: this is built for speed.
//! So that a call costs what it does, nothing here makes an error: what cannot be done is a [`Refused`], which is two words,
//! owns nothing, and is put into words by the caller. Nothing here panics either.
#![expect(unsafe_code, reason = "part of the C boundary: arrays owned by C")]

mod find;
#[cfg(test)]
mod tests;

pub use find::{find, lookup};

use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong, c_void};
use std::marker::PhantomData;
use std::ptr::{NonNull, null_mut};

/// Room of a parameter's name, with its NUL, in bytes.
pub const FIELD_LEN: usize = 80;

/// The type numbers of `virTypedParameterType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParamType(pub c_int);

impl ParamType {
    /// `int`.
    pub const INT: Self = Self(1);
    /// `unsigned int`.
    pub const UINT: Self = Self(2);
    /// `long long`.
    pub const LLONG: Self = Self(3);
    /// `unsigned long long`.
    pub const ULLONG: Self = Self(4);
    /// `double`.
    pub const DOUBLE: Self = Self(5);
    /// `char`, 0 or 1.
    pub const BOOLEAN: Self = Self(6);
    /// `char *`, owned by the array.
    pub const STRING: Self = Self(7);

    /// The type's name in error texts; `None` for a number that no type has.
    pub fn name(self) -> Option<&'static str> {
        Some(match self.0 {
            0 => "unknown",
            1 => "int",
            2 => "uint",
            3 => "llong",
            4 => "ullong",
            5 => "double",
            6 => "boolean",
            7 => "string",
            _ => return None,
        })
    }
}

/// `virTypedParameter`; that the layout is the header's is checked where the header's is known.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Raw {
    /// The name, up to its NUL.
    pub field: [u8; FIELD_LEN],
    /// The type's number.
    pub kind: c_int,
    /// The value; `kind` says which member.
    pub value: Value,
}

impl std::fmt::Debug for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = CStr::from_bytes_until_nul(&self.field).unwrap_or_default();
        write!(f, "{name:?}: {:?}", ParamType(self.kind))
    }
}

/// The union in a `virTypedParameter`.
#[repr(C)]
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "the members' names in C")]
pub union Value {
    pub i: c_int,
    pub ui: c_uint,
    pub l: c_longlong,
    pub ul: c_ulonglong,
    pub d: c_double,
    pub b: c_char,
    pub s: *mut c_char,
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Value")
    }
}

/// A value to be added, with its type. A string is borrowed: the array gets a copy.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    kind: ParamType,
    value: Value,
    text: PhantomData<&'a CStr>,
}

macro_rules! given {
    ($($(#[$doc:meta])* $name:ident($number:ty), $member:ident, $kind:ident;)*) => { $(
        $(#[$doc])*
        #[inline]
        pub fn $name(number: $number) -> Self {
            // All bytes first: the member may be a short one.
            let mut value = Value { ul: 0 };
            value.$member = number;
            Self { kind: ParamType::$kind, value, text: PhantomData }
        }
    )* };
}

impl<'a> Given<'a> {
    given! {
        /// An `int`.
        int(c_int), i, INT;
        /// An `unsigned int`.
        uint(c_uint), ui, UINT;
        /// A `long long`.
        llong(c_longlong), l, LLONG;
        /// An `unsigned long long`.
        ullong(c_ulonglong), ul, ULLONG;
        /// A `double`.
        double(c_double), d, DOUBLE;
    }

    /// A truth value.
    #[inline]
    pub fn boolean(truth: bool) -> Self {
        let mut given = Self::ullong(0);
        given.kind = ParamType::BOOLEAN;
        given.value.b = truth.into();
        given
    }

    /// A string; `None` becomes the empty one.
    #[inline]
    pub fn string(text: Option<&'a CStr>) -> Self {
        let mut given = Self::ullong(0);
        given.kind = ParamType::STRING;
        given.value.s = text.unwrap_or_default().as_ptr().cast_mut();
        given
    }
}

/// A NUL-terminated string of the caller's; one word, as [`CStr`] is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a>(NonNull<c_char>, PhantomData<&'a CStr>);

impl<'a> Text<'a> {
    /// The bytes before the NUL.
    pub fn to_bytes(self) -> &'a [u8] {
        // SAFETY: what made it says that the C contract holds: a NUL-terminated string that lives for 'a.
        unsafe { CStr::from_ptr(self.0.as_ptr()) }.to_bytes()
    }
}

/// Why something was not done.
#[derive(Debug, Clone, Copy)]
pub enum Refused<'a> {
    /// The argument of this name is NULL.
    Null(Argument),
    /// The announced number of parameters is negative.
    Negative,
    /// There are as many parameters as an `int` can count.
    Full,
    /// The name does not fit with its NUL.
    Long(Text<'a>),
    /// A parameter of that name has another type than the wanted one.
    Kind(ParamType, &'a Raw),
    /// Memory is exhausted.
    Memory,
}

/// An argument of `virTypedParamsAdd…` that must not be NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the arguments' names in C")]
pub enum Argument {
    Name,
    Params,
    NParams,
    MaxParams,
}

impl Argument {
    /// The argument's name in C.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Params => "params",
            Self::NParams => "nparams",
            Self::MaxParams => "maxparams",
        }
    }
}

/// A list that the caller grows.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    params: *mut *mut Raw,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    lifetime: PhantomData<&'a mut Raw>,
}

impl<'a> List<'a> {
    /// The list that the three arguments of `virTypedParamsAdd…` describe.
    ///
    /// # Safety
    /// The C contract, for as long as 'a: each pointer is NULL or valid; the array is NULL or owned by C, has room for
    /// `*maxparams` parameters, and the first `*nparams` of them are there.
    #[inline]
    pub unsafe fn new(params: *mut *mut Raw, nparams: *mut c_int, maxparams: *mut c_int) -> Self {
        Self { params, nparams, maxparams, lifetime: PhantomData }
    }

    /// Appends one parameter, making room by half as much again when it is used up.
    ///
    /// # Errors
    /// NULL arguments, a negative number of parameters, a name that is too long, exhausted memory. The list may have got
    /// more room then, but no parameter.
    ///
    /// # Safety
    /// The C contract: `name` is NULL or a NUL-terminated string that lives for 'a.
    #[inline]
    pub unsafe fn add(self, name: *const c_char, given: Given<'a>) -> Result<(), Refused<'a>> {
        // SAFETY: what `new` and this function ask of their callers.
        unsafe { add(self.params, self.nparams, self.maxparams, name, given.kind, given.value) }
    }
}

/// [`List::add`] with arguments that all fit in registers.
///
/// # Safety
/// As [`List::new`] and [`List::add`] have it; `value` is of the type `kind`.
#[inline(never)]
unsafe fn add<'a>(
    params: *mut *mut Raw,
    nparams: *mut c_int,
    maxparams: *mut c_int,
    name: *const c_char,
    kind: ParamType,
    value: Value,
) -> Result<(), Refused<'a>> {
    let null = |argument| Err(Refused::Null(argument));
    let Some(name) = NonNull::new(name.cast_mut()) else {
        return null(Argument::Name);
    };
    // SAFETY: the C contract: NULL, or there to be read.
    let Some(&mut array) = (unsafe { params.as_mut() }) else {
        return null(Argument::Params);
    };
    // SAFETY: as above.
    let Some(&mut number) = (unsafe { nparams.as_mut() }) else {
        return null(Argument::NParams);
    };
    // SAFETY: as above.
    let Some(&mut room) = (unsafe { maxparams.as_mut() }) else {
        return null(Argument::MaxParams);
    };
    let Ok(used) = usize::try_from(number) else {
        return Err(Refused::Negative);
    };
    let Some(next) = number.checked_add(1) else {
        return Err(Refused::Full);
    };
    let array = if array.is_null() || number >= room {
        // SAFETY: the C contract: all three are valid, the array is NULL or owned by C.
        unsafe { grow(params, maxparams, used) }.ok_or(Refused::Memory)?
    } else {
        array
    };
    // SAFETY: the C contract with the growth above: the array has room for more than `used` elements.
    let place = unsafe { array.add(used) };
    // SAFETY: the C contract: a NUL-terminated string.
    let text = unsafe { CStr::from_ptr(name.as_ptr()) }.to_bytes();
    let mut parameter = Raw { field: [0; FIELD_LEN], kind: kind.0, value };
    if text.len() >= FIELD_LEN {
        return Err(Refused::Long(Text(name, PhantomData)));
    }
    if kind == ParamType::STRING {
        // SAFETY: the type says which member was written.
        let text = unsafe { value.s };
        // SAFETY: a string of the caller's.
        let copy = unsafe { libc::strdup(text) };
        if copy.is_null() {
            return Err(Refused::Memory);
        }
        parameter.value.s = copy;
    }
    // SAFETY: as above; what the memory holds is not looked at.
    unsafe { place.write(parameter) };
    // SAFETY: as above; shorter than the field, which is all zero so far.
    unsafe { libc::memcpy(place.cast(), text.as_ptr().cast(), text.len()) };
    // SAFETY: not NULL, see above.
    unsafe { nparams.write(next) };
    Ok(())
}

/// More room for a list with `used` parameters; the array may have moved. `None` when memory is exhausted.
///
/// # Safety
/// `params` and `maxparams` are valid, `*params` is NULL or owned by C.
#[cold]
#[inline(never)]
unsafe fn grow(params: *mut *mut Raw, maxparams: *mut c_int, used: usize) -> Option<*mut Raw> {
    let room = used.saturating_add(used / 2).saturating_add(8);
    let room = c_int::try_from(room).unwrap_or(c_int::MAX);
    let bytes = usize::try_from(room).ok()?.saturating_mul(size_of::<Raw>());
    // SAFETY: the caller says so.
    let array: *mut c_void = unsafe { params.read() }.cast();
    // SAFETY: NULL or owned by C.
    let array: *mut Raw = unsafe { libc::realloc(array, bytes) }.cast();
    if array.is_null() {
        return None;
    }
    // SAFETY: the caller says so.
    unsafe { params.write(array) };
    // SAFETY: the caller says so.
    unsafe { maxparams.write(room) };
    Some(array)
}

/// Frees the strings among `nparams` parameters. The array itself stays, and no longer names them.
///
/// # Safety
/// The C contract: `params` is NULL or has `nparams` parameters, whose strings are NULL or owned by C.
#[inline(never)]
pub unsafe fn clear(params: *mut Raw, nparams: c_int) {
    if params.is_null() || nparams <= 0 {
        return;
    }
    let len = usize::try_from(nparams).unwrap_or_default();
    // SAFETY: the C contract; nobody else uses the array during the call.
    for parameter in unsafe { std::slice::from_raw_parts_mut(params, len) } {
        if parameter.kind == ParamType::STRING.0 {
            // SAFETY: the type says a string.
            let text = unsafe { parameter.value.s };
            parameter.value.s = null_mut();
            // SAFETY: NULL or owned by C, and the array no longer names it.
            unsafe { libc::free(text.cast()) };
        }
    }
}
