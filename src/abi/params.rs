//! `virTypedParameter` arrays: the caller's growing lists, look-ups, and memory.
//!
//! Conversion to and from the wire is in `params_wire`.
use super::alloc::c_string;
use super::args::{Array, InStr, Out};
use super::ctypes::virTypedParameter;
use super::{CReturn, Fault, Result, Rule};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::{CStr, c_int};
use std::ptr::null_mut;

/// Room of `field`, with its NUL.
pub(crate) const FIELD_LEN: usize = 80;

/// The type numbers of `virTypedParameterType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ParamType(pub(crate) c_int);

impl ParamType {
    pub(crate) const INT: Self = Self(1);
    pub(crate) const UINT: Self = Self(2);
    pub(crate) const LLONG: Self = Self(3);
    pub(crate) const ULLONG: Self = Self(4);
    pub(crate) const DOUBLE: Self = Self(5);
    pub(crate) const BOOLEAN: Self = Self(6);
    pub(crate) const STRING: Self = Self(7);

    /// The type's name in error texts.
    pub(crate) fn name(self) -> &'static str {
        match self.0 {
            0 => "unknown",
            1 => "int",
            2 => "uint",
            3 => "llong",
            4 => "ullong",
            5 => "double",
            6 => "boolean",
            7 => "string",
            _ => UNNAMED,
        }
    }
}

/// What C prints for a missing name.
const UNNAMED: &str = "(null)";

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

impl ParamValue<'_> {
    pub(crate) fn kind(&self) -> ParamType {
        match self {
            Self::Int(_) => ParamType::INT,
            Self::UInt(_) => ParamType::UINT,
            Self::LLong(_) => ParamType::LLONG,
            Self::ULLong(_) => ParamType::ULLONG,
            Self::Double(_) => ParamType::DOUBLE,
            Self::Boolean(_) => ParamType::BOOLEAN,
            Self::String(_) => ParamType::STRING,
        }
    }
}

fn internal(text: String) -> Fault {
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
    match field
        .get_mut(..name.len())
        .filter(|place| place.len() < FIELD_LEN)
    {
        Some(place) => place.copy_from_slice(name),
        None => return false,
    }
    true
}

/// Makes a blank one a parameter of the given name and value; the string in it is owned by C.
fn fill(parameter: &mut virTypedParameter, name: &[u8], value: &ParamValue<'_>) -> Result<()> {
    if !set_field(parameter, name) {
        let name = String::from_utf8_lossy(name);
        return Err(internal(format!("Field name '{name}' too long")));
    }
    parameter.type_ = value.kind().0;
    match *value {
        ParamValue::Int(v) => parameter.value.i = v,
        ParamValue::UInt(v) => parameter.value.ui = v,
        ParamValue::LLong(v) => parameter.value.l = v,
        ParamValue::ULLong(v) => parameter.value.ul = v,
        ParamValue::Double(v) => parameter.value.d = v,
        ParamValue::Boolean(v) => parameter.value.b = v.into(),
        ParamValue::String(v) => {
            let copy = c_string(v.unwrap_or_default().to_bytes());
            if copy.is_null() {
                return Err(super::alloc::out_of_memory());
            }
            parameter.value.s = copy;
        }
    }
    Ok(())
}

/// The caller's list that the `virTypedParamsAdd…` functions grow.
#[derive(Clone, Copy)]
pub(crate) struct Growing<'a> {
    pub(crate) params: Out<'a, *mut virTypedParameter>,
    pub(crate) nparams: Out<'a, c_int>,
    pub(crate) maxparams: Out<'a, c_int>,
}

impl Growing<'_> {
    /// Appends one parameter, making room by half as much again when it is used up.
    pub(crate) fn add(&self, name: InStr<'_>, value: &ParamValue<'_>) -> Result<()> {
        let name = name.get("name")?;
        let missing = |what| Fault::Argument(what, Rule::NotNull);
        let array = self.params.read().ok_or(missing("params"))?;
        let used = self.nparams.read().ok_or(missing("nparams"))?;
        let room = self.maxparams.read().ok_or(missing("maxparams"))?;
        let used =
            usize::try_from(used).map_err(|_| Fault::Argument("nparams", Rule::NotNegative))?;
        let room = usize::try_from(room).unwrap_or(0);
        let next = used.checked_add(1).and_then(|n| c_int::try_from(n).ok());
        let next = next.ok_or_else(|| internal("too many parameters".into()))?;
        let array = if array.is_null() || used >= room {
            self.grow(array, used)?
        } else {
            array
        };
        // SAFETY: the C contract with the growth above: the array has room for more than `used` elements.
        let place = unsafe { array.add(used) };
        // SAFETY: as above; what the memory holds is not looked at.
        unsafe { place.write(blank()) };
        // SAFETY: as above, and initialised.
        fill(unsafe { &mut *place }, name.to_bytes(), value)?;
        self.nparams.write(next);
        Ok(())
    }

    fn grow(&self, array: *mut virTypedParameter, used: usize) -> Result<*mut virTypedParameter> {
        let room = used
            .saturating_add(used / 2)
            .saturating_add(8)
            .min(c_int::MAX as usize);
        let bytes = room.saturating_mul(size_of::<virTypedParameter>());
        // SAFETY: the C contract: NULL or owned by C, from an earlier call.
        let array = unsafe { libc::realloc(array.cast(), bytes) }.cast::<virTypedParameter>();
        if array.is_null() {
            return Err(super::alloc::out_of_memory());
        }
        self.params.write(array);
        self.maxparams
            .write(c_int::try_from(room).unwrap_or(c_int::MAX));
        Ok(array)
    }
}

/// One parameter of a caller's array.
#[derive(Clone, Copy)]
pub(crate) struct Parameter<'a>(pub(super) &'a virTypedParameter);

impl<'a> Parameter<'a> {
    /// The name up to its NUL; the whole field when there is none.
    pub(crate) fn name(self) -> &'a [u8] {
        field_bytes(self.0)
            .split(|&b| b == 0)
            .next()
            .unwrap_or_default()
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

impl<'a> Array<'a, virTypedParameter> {
    /// The parameter of that name: the first if there are several.
    pub(crate) fn find(self, nparams: c_int, name: InStr<'_>) -> Option<Parameter<'a>> {
        let name = name.opt()?.to_bytes();
        let len = name.len();
        if len >= FIELD_LEN {
            return None;
        }
        // The last byte and the NUL are looked at first: names of one list tend to start alike.
        let end = match name.last() {
            None => [0, 0],
            Some(&last) => [last, 0],
        };
        let begin = len.saturating_sub(1);
        let named = |p: &&virTypedParameter| {
            let field = field_bytes(p);
            match name {
                [] => field.first() == Some(&0),
                [first @ .., _] => {
                    field.get(begin..).and_then(<[u8]>::first_chunk) == Some(&end)
                        && field.get(..begin) == Some(first)
                }
            }
        };
        self.read("params", nparams)
            .ok()?
            .iter()
            .find(named)
            .map(Parameter)
    }

    /// Whether all parameters, those without a type too, are among `names`.
    pub(crate) fn only(self, nparams: c_int, names: &[&CStr]) -> bool {
        let known =
            |p: &virTypedParameter| names.iter().any(|n| n.to_bytes() == Parameter(p).name());
        self.read("params", nparams)
            .is_ok_and(|list| list.iter().all(known))
    }

    /// The value of a parameter of the given type: `None` when there is no such parameter.
    pub(crate) fn lookup(
        self,
        nparams: c_int,
        name: InStr<'_>,
        want: ParamType,
    ) -> Result<Option<ParamValue<'a>>> {
        let Some(parameter) = self.find(nparams, name) else {
            return Ok(None);
        };
        if parameter.kind() != want {
            let (is, called) = (parameter.kind(), String::from_utf8_lossy(parameter.name()));
            let text = match is.name() {
                UNNAMED => format!("unknown type ('{}') of parameter '{called}'", is.0),
                is => {
                    let want = want.name();
                    format!("invalid type '{want}' for parameter '{called}', expected '{is}'")
                }
            };
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).into());
        }
        Ok(parameter.value())
    }

    /// Frees the strings in the array. The array itself stays.
    pub(crate) fn clear(self, nparams: c_int) {
        let Ok(len) = usize::try_from(nparams) else {
            return;
        };
        if self.is_null() {
            return;
        }
        for n in 0..len {
            // SAFETY: the C contract: the array has `nparams` elements.
            let place = unsafe { self.pointer().add(n) };
            // SAFETY: as above, and nobody else uses it during the call.
            let parameter = unsafe { &mut *place };
            if parameter.type_ == ParamType::STRING.0 {
                // SAFETY: the type says a string: NULL or owned by C.
                let text = unsafe { parameter.value.s };
                parameter.value.s = null_mut();
                // SAFETY: as above; the array no longer names it.
                unsafe { libc::free(text.cast()) };
            }
        }
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
    fn err(_: &Fault) -> Self {
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
