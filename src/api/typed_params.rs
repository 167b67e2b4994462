//! libvirt-common.h: typed parameter lists that the caller builds and reads. No connection is involved.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{self, Fault, Number, Truth, TypedParamPointer};
use crate::abi::{Array, Given, Growing, InStr, InStrings, Out, ParamType, ParamValue, Parameter, Result, Status};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(local)]
fn virTypedParamsAddBoolean(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_int,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::boolean(value != 0))
}

#[entry(local)]
fn virTypedParamsAddDouble(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_double,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::double(value))
}

#[entry(local)]
fn virTypedParamsAddInt(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_int,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::int(value))
}

#[entry(local)]
fn virTypedParamsAddLLong(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_longlong,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::llong(value))
}

#[entry(local)]
fn virTypedParamsAddString(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: InStr<'_>,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::string(value.opt()))
}

#[entry(local)]
fn virTypedParamsAddUInt(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_uint,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::uint(value))
}

#[entry(local)]
fn virTypedParamsAddULLong(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_ulonglong,
) -> Status {
    Growing { params, nparams, maxparams }.add(name, Given::ullong(value))
}

/// A NULL list adds nothing and succeeds; an empty one is -1 without an error, as callers have known it since 1.1.
#[entry(keep_error)]
fn virTypedParamsAddStringList(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    values: InStrings<'_>,
) -> Number {
    let strings = values.until_null();
    if strings.is_empty() {
        return Ok(if values.is_null() { 0 } else { -1 });
    }
    abi::reset_last_error();
    let list = Growing { params, nparams, maxparams };
    strings.into_iter().try_for_each(|v| list.add_value(name, ParamValue::String(Some(v))))?;
    Ok(0)
}

#[entry]
fn virTypedParamsAddFromString(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    r#type: c_int,
    value: InStr<'_>,
) -> Status {
    let field = name.get("name")?.to_string_lossy();
    let Some(value) = value.opt() else {
        let text = message!("NULL value for field '%1$s'", field);
        return Err(Error::new(FROM, ErrorCode::INVALID_ARG, text).into());
    };
    let value = parse(&field, ParamType(r#type), value)?;
    Growing { params, nparams, maxparams }.add_value(name, value)
}

/// Reads a value from text, as its type asks: decimal numbers with C's leading white space and sign.
fn parse<'a>(field: &str, kind: ParamType, text: &'a CStr) -> Result<ParamValue<'a>> {
    let bad = |text: Vec<u8>| Fault::from(Error::new(FROM, ErrorCode::INVALID_ARG, text));
    let expected =
        |what: &str| bad(message::compose(&format!("Invalid value for field '%1$s': expected {what}"), &[&field]));
    let number = text.to_str().unwrap_or_default().trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    Ok(match kind {
        ParamType::INT => ParamValue::Int(number.parse().map_err(|_| expected("int"))?),
        ParamType::UINT => {
            let value = wrapping(number, u32::MAX.into()).and_then(|v| u32::try_from(v).ok());
            ParamValue::UInt(value.ok_or_else(|| expected("unsigned int"))?)
        }
        ParamType::LLONG => ParamValue::LLong(number.parse().map_err(|_| expected("long long"))?),
        ParamType::ULLONG => {
            let value = wrapping(number, u64::MAX);
            ParamValue::ULLong(value.ok_or_else(|| expected("unsigned long long"))?)
        }
        ParamType::DOUBLE => {
            let value = oxivirt_sys::parse_double(text);
            ParamValue::Double(value.ok_or_else(|| expected("double"))?)
        }
        ParamType::BOOLEAN => match text.to_bytes() {
            b"1" => ParamValue::Boolean(true),
            b"0" => ParamValue::Boolean(false),
            t if t.eq_ignore_ascii_case(b"true") => ParamValue::Boolean(true),
            t if t.eq_ignore_ascii_case(b"false") => ParamValue::Boolean(false),
            _ => return Err(bad(message!("Invalid boolean value for field '%1$s'", field))),
        },
        ParamType::STRING => ParamValue::String(Some(text)),
        ParamType(n) => {
            let text = message!("unexpected type %1$d for field %2$s", n, field);
            return Err(Error::new(FROM, ErrorCode::INTERNAL_ERROR, text).into());
        }
    })
}

/// An unsigned number; a negative one of that size stands for its complement, as C's conversions have it.
fn wrapping(text: &str, max: u64) -> Option<u64> {
    let number: i128 = text.parse().ok()?;
    let fits = u64::try_from(number.unsigned_abs()).ok().filter(|&n| n <= max)?;
    Some(if number < 0 { fits.wrapping_neg() & max } else { fits })
}

#[entry(local, keep_error)]
fn virTypedParamsClear(params: Array<'_, virTypedParameter>, nparams: c_int) {
    params.clear(nparams);
    Ok(())
}

#[entry(local, keep_error)]
fn virTypedParamsFree(params: Array<'_, virTypedParameter>, nparams: c_int) {
    params.free(nparams);
    Ok(())
}

#[entry(local, keep_error)]
fn virTypedParamsGet(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>) -> TypedParamPointer {
    Ok(TypedParamPointer::to(params.find(nparams, name)))
}

#[entry(local)]
fn virTypedParamsGetBoolean(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_int>,
) -> Truth {
    let member = |p: Parameter<'_>| p.boolean().map(c_int::from);
    params.store(nparams, name, ParamType::BOOLEAN, member, value)
}

#[entry(local)]
fn virTypedParamsGetDouble(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_double>,
) -> Truth {
    params.store(nparams, name, ParamType::DOUBLE, Parameter::double, value)
}

#[entry(local)]
fn virTypedParamsGetInt(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_int>,
) -> Truth {
    params.store(nparams, name, ParamType::INT, Parameter::int, value)
}

#[entry(local)]
fn virTypedParamsGetLLong(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_longlong>,
) -> Truth {
    params.store(nparams, name, ParamType::LLONG, Parameter::llong, value)
}

#[entry(local)]
fn virTypedParamsGetString(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, *const c_char>,
) -> Truth {
    let member = |p: Parameter<'_>| p.text().map(<*mut c_char>::cast_const);
    params.store(nparams, name, ParamType::STRING, member, value)
}

#[entry(local)]
fn virTypedParamsGetUInt(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_uint>,
) -> Truth {
    params.store(nparams, name, ParamType::UINT, Parameter::uint, value)
}

#[entry(local)]
fn virTypedParamsGetULLong(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_ulonglong>,
) -> Truth {
    params.store(nparams, name, ParamType::ULLONG, Parameter::ullong, value)
}
