//! `virTypedParameter` arrays as entry points see them: the caller's growing lists, look-ups, and memory.
//!
//! The work is done in `typed_params`, a crate that is built for speed; conversion to and from the wire is in `params_wire`.
use super::args::{Array, InStr, Out};
use super::ctypes::virTypedParameter;
use super::{CReturn, Fault, Result, Rule};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_typed_params as fast;
pub(crate) use oxivirt_typed_params::{FIELD_LEN, Given, ParamType, Refused};
use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};
use std::mem::offset_of;

// The crate has the struct of its own: it is the headers'.
const _: () = {
    assert!(size_of::<virTypedParameter>() == size_of::<fast::Raw>());
    assert!(align_of::<virTypedParameter>() == align_of::<fast::Raw>());
    assert!(offset_of!(virTypedParameter, field) == offset_of!(fast::Raw, field));
    assert!(offset_of!(virTypedParameter, type_) == offset_of!(fast::Raw, kind));
    assert!(offset_of!(virTypedParameter, value) == offset_of!(fast::Raw, value));
};

/// The value of one parameter. Strings are borrowed from the array or from the caller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ParamValue<'a> {
    Int(i32),
    UInt(u32),
    LLong(i64),
    ULLong(u64),
    Double(f64),
    Boolean(bool),
    String(Option<&'a CStr>),
}

impl<'a> ParamValue<'a> {
    fn given(self) -> Given<'a> {
        match self {
            Self::Int(v) => Given::int(v),
            Self::UInt(v) => Given::uint(v),
            Self::LLong(v) => Given::llong(v),
            Self::ULLong(v) => Given::ullong(v),
            Self::Double(v) => Given::double(v),
            Self::Boolean(v) => Given::boolean(v),
            Self::String(v) => Given::string(v),
        }
    }
}

impl From<Refused<'_>> for Fault {
    #[cold]
    fn from(refused: Refused<'_>) -> Self {
        match refused {
            Refused::Null(argument) => Self::Argument(argument.name(), Rule::NotNull),
            Refused::Negative => Self::Argument("nparams", Rule::NotNegative),
            Refused::Full => internal("too many parameters".into()),
            Refused::Long(name) => {
                let name = String::from_utf8_lossy(name.to_bytes());
                internal(message!("Field name '%1$s' too long", name))
            }
            Refused::Kind(want, parameter) => {
                let name = parameter.field.split(|&b| b == 0).next();
                let name = String::from_utf8_lossy(name.unwrap_or_default());
                let is = ParamType(parameter.kind);
                let text = match is.name() {
                    None => message!("unknown type ('%1$d') of parameter '%2$s'", is.0, name),
                    Some(is) => {
                        let want = want.name().unwrap_or_default();
                        message!("invalid type '%1$s' for parameter '%2$s', expected '%3$s'", want, name, is)
                    }
                };
                Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).into()
            }
            Refused::Memory => super::alloc::out_of_memory(),
        }
    }
}

fn internal(text: Vec<u8>) -> Fault {
    Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into()
}

/// An all-zero parameter.
pub(super) fn blank() -> virTypedParameter {
    // SAFETY: plain C data (an array, an integer, a union of plain members): zero bytes are a value of it.
    unsafe { std::mem::zeroed() }
}

/// The bytes of a name's place.
fn field_bytes(parameter: &virTypedParameter) -> &[u8; FIELD_LEN] {
    // SAFETY: c_char and u8 have the same size and no invalid values.
    unsafe { &*(&raw const parameter.field).cast() }
}

/// Puts a name into `field`, which must be zero so far; false when it does not fit with its NUL.
pub(super) fn set_field(parameter: &mut virTypedParameter, name: &[u8]) -> bool {
    // SAFETY: c_char and u8 have the same size and no invalid values.
    let field: &mut [u8; FIELD_LEN] = unsafe { &mut *(&raw mut parameter.field).cast() };
    match field.get_mut(..name.len()).filter(|place| place.len() < FIELD_LEN) {
        Some(place) => place.copy_from_slice(name),
        None => return false,
    }
    true
}

/// The caller's list that the `virTypedParamsAdd…` functions grow.
#[derive(Clone, Copy)]
pub(crate) struct Growing<'a> {
    pub(crate) params: Out<'a, *mut virTypedParameter>,
    pub(crate) nparams: Out<'a, c_int>,
    pub(crate) maxparams: Out<'a, c_int>,
}

impl<'a> Growing<'a> {
    /// Appends one parameter, making room when it is used up.
    pub(crate) fn add(self, name: InStr<'a>, given: Given<'a>) -> Result<(), Refused<'a>> {
        let (params, nparams, maxparams) =
            (self.params.pointer().cast(), self.nparams.pointer(), self.maxparams.pointer());
        // SAFETY: the C contract; the two structs are one, see above.
        let list = unsafe { fast::List::new(params, nparams, maxparams) };
        // SAFETY: the C contract.
        unsafe { list.add(name.pointer(), given) }
    }

    /// [`Growing::add`] for a value of any type.
    pub(crate) fn add_value(self, name: InStr<'a>, value: ParamValue<'a>) -> Result<()> {
        Ok(self.add(name, value.given())?)
    }
}

/// One parameter of a caller's array.
#[derive(Clone, Copy)]
pub(crate) struct Parameter<'a>(pub(super) &'a virTypedParameter);

impl<'a> From<&'a fast::Raw> for Parameter<'a> {
    fn from(raw: &'a fast::Raw) -> Self {
        // SAFETY: the two structs are one, see above.
        Self(unsafe { &*std::ptr::from_ref(raw).cast() })
    }
}

impl<'a> Parameter<'a> {
    /// The name up to its NUL; the whole field when there is none.
    pub(crate) fn name(self) -> &'a [u8] {
        field_bytes(self.0).split(|&b| b == 0).next().unwrap_or_default()
    }

    pub(crate) fn kind(self) -> ParamType {
        ParamType(self.0.type_)
    }

    /// The value; `None` for an unknown type.
    pub(crate) fn value(self) -> Option<ParamValue<'a>> {
        let value = &self.0.value;
        // One block a union read would say the same eight times.
        Some(match self.kind() {
            // SAFETY: the type says which member was written; all members are plain C data.
            ParamType::INT => ParamValue::Int(unsafe { value.i }),
            // SAFETY: as above.
            ParamType::UINT => ParamValue::UInt(unsafe { value.ui }),
            // SAFETY: as above.
            ParamType::LLONG => ParamValue::LLong(unsafe { value.l }),
            // SAFETY: as above.
            ParamType::ULLONG => ParamValue::ULLong(unsafe { value.ul }),
            // SAFETY: as above.
            ParamType::DOUBLE => ParamValue::Double(unsafe { value.d }),
            // SAFETY: as above.
            ParamType::BOOLEAN => ParamValue::Boolean(unsafe { value.b } != 0),
            // SAFETY: as above.
            ParamType::STRING => match unsafe { value.s } {
                text if text.is_null() => ParamValue::String(None),
                // SAFETY: the C contract: NUL-terminated, alive as long as the array.
                text => ParamValue::String(Some(unsafe { CStr::from_ptr(text) })),
            },
            _ => return None,
        })
    }
}

macro_rules! members {
    ($($(#[$doc:meta])* $name:ident($member:ident, $kind:ident) -> $type:ty;)*) => {
        impl Parameter<'_> { $(
            $(#[$doc])*
            pub(crate) fn $name(self) -> Option<$type> {
                // SAFETY: the type says which member was written; all members are plain C data.
                (self.kind() == ParamType::$kind).then(|| unsafe { self.0.value.$member })
            }
        )* }
    };
}
members! {
    /// The value of an `int`.
    int(i, INT) -> c_int;
    /// The value of an `unsigned int`.
    uint(ui, UINT) -> c_uint;
    /// The value of a `long long`.
    llong(l, LLONG) -> c_longlong;
    /// The value of an `unsigned long long`.
    ullong(ul, ULLONG) -> c_ulonglong;
    /// The value of a `double`.
    double(d, DOUBLE) -> c_double;
    /// The value of a truth value, as stored.
    boolean(b, BOOLEAN) -> c_char;
    /// The array's own string, or NULL.
    text(s, STRING) -> *mut c_char;
}

impl<'a> Array<'a, virTypedParameter> {
    fn raw(self) -> *mut fast::Raw {
        self.pointer().cast()
    }

    /// The parameter of that name: the first if there are several.
    pub(crate) fn find(self, nparams: c_int, name: InStr<'a>) -> Option<Parameter<'a>> {
        // SAFETY: the C contract; the two structs are one, see above.
        let found = unsafe { fast::find(self.raw(), nparams, name.pointer()) };
        found.map(Parameter::from)
    }

    /// Stores the value of the parameter of that name and type, as `member` takes it out; whether there is one.
    pub(crate) fn store<T>(
        self,
        nparams: c_int,
        name: InStr<'a>,
        want: ParamType,
        member: impl FnOnce(Parameter<'a>) -> Option<T>,
        to: Out<'_, T>,
    ) -> Result<bool, Refused<'a>> {
        // SAFETY: the C contract; the two structs are one, see above.
        let found = unsafe { fast::lookup(self.raw(), nparams, name.pointer(), want) }?;
        let Some(value) = found.map(Parameter::from).and_then(member) else {
            return Ok(false);
        };
        to.write(value);
        Ok(true)
    }

    /// Frees the strings in the array. The array itself stays.
    pub(crate) fn clear(self, nparams: c_int) {
        // SAFETY: the C contract; the two structs are one, see above.
        unsafe { fast::clear(self.raw(), nparams) };
    }

    /// Frees the strings and the array.
    pub(crate) fn free(self, nparams: c_int) {
        self.clear(nparams);
        // SAFETY: the C contract: NULL, or an array owned by C.
        unsafe { libc::free(self.pointer().cast()) };
    }
}

/// A pointer into the caller's own array, or NULL.
#[repr(transparent)]
pub(crate) struct TypedParamPointer(*const virTypedParameter);

impl CReturn for TypedParamPointer {
    type Ok = Self;
    fn ok(value: Self) -> Self {
        value
    }
    fn err() -> Self {
        Self(std::ptr::null())
    }
    fn shown(&self) -> String {
        super::ret::shown_pointer(self.0.is_null())
    }
}

impl TypedParamPointer {
    pub(crate) fn to(parameter: Option<Parameter<'_>>) -> Self {
        Self(parameter.map_or(std::ptr::null(), |p| p.0))
    }
}
