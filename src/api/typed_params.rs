//! libvirt-common.h: typed parameter lists that the caller builds and reads. No connection is involved.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Growing, InStr, InStrings, Out, ParamType, ParamValue, Result, Status};
use crate::abi::{Fault, Truth, TypedParamPointer};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::{CStr, c_char, c_double, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry]
fn virTypedParamsAddBoolean(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_int,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::Boolean(value != 0))
}

#[entry]
fn virTypedParamsAddDouble(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_double,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::Double(value))
}

#[entry]
fn virTypedParamsAddInt(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_int,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::Int(value))
}

#[entry]
fn virTypedParamsAddLLong(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_longlong,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::LLong(value))
}

#[entry]
fn virTypedParamsAddString(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: InStr<'_>,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::String(value.opt()))
}

#[entry]
fn virTypedParamsAddUInt(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_uint,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::UInt(value))
}

#[entry]
fn virTypedParamsAddULLong(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    value: c_ulonglong,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &ParamValue::ULLong(value))
}

#[entry(keep_error)]
fn virTypedParamsAddStringList(
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    maxparams: Out<'_, c_int>,
    name: InStr<'_>,
    values: InStrings<'_>,
) -> Status {
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add_strings(name, values)
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
    let value = parse(&field, ParamType(r#type), value.get("value")?)?;
    Growing {
        params,
        nparams,
        maxparams,
    }
    .add(name, &value)
}

/// Reads a value from text, as its type asks: decimal numbers with C's leading white space and sign.
fn parse<'a>(field: &str, kind: ParamType, text: &'a CStr) -> Result<ParamValue<'a>> {
    let bad = |text: String| Fault::from(Error::new(FROM, ErrorCode::INVALID_ARG, text));
    let expected = |what: &str| {
        bad(format!(
            "Invalid value for field '{field}': expected {what}"
        ))
    };
    let number = text
        .to_str()
        .unwrap_or_default()
        .trim_start_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    Ok(match kind {
        ParamType::INT => ParamValue::Int(number.parse().map_err(|_| expected("int"))?),
        ParamType::UINT => {
            ParamValue::UInt(wrapping(number).ok_or_else(|| expected("unsigned int"))?)
        }
        ParamType::LLONG => ParamValue::LLong(number.parse().map_err(|_| expected("long long"))?),
        ParamType::ULLONG => {
            ParamValue::ULLong(wrapping_long(number).ok_or_else(|| expected("unsigned long long"))?)
        }
        ParamType::DOUBLE => ParamValue::Double(double(number).ok_or_else(|| expected("double"))?),
        ParamType::BOOLEAN => match text.to_bytes() {
            b"1" => ParamValue::Boolean(true),
            b"0" => ParamValue::Boolean(false),
            t if t.eq_ignore_ascii_case(b"true") => ParamValue::Boolean(true),
            t if t.eq_ignore_ascii_case(b"false") => ParamValue::Boolean(false),
            _ => return Err(bad(format!("Invalid boolean value for field '{field}'"))),
        },
        ParamType::STRING => ParamValue::String(Some(text)),
        ParamType(n) => {
            let text = format!("unexpected type {n} for field {field}");
            return Err(Error::new(FROM, ErrorCode::INTERNAL_ERROR, text).into());
        }
    })
}

/// An unsigned number; a negative one stands for its complement, as C's conversions have it.
fn wrapping(text: &str) -> Option<u32> {
    text.parse()
        .ok()
        .or_else(|| text.parse::<i32>().ok().map(i32::cast_unsigned))
}

fn wrapping_long(text: &str) -> Option<u64> {
    text.parse()
        .ok()
        .or_else(|| text.parse::<i64>().ok().map(i64::cast_unsigned))
}

/// A decimal floating point number; words such as "inf" are not numbers here.
fn double(text: &str) -> Option<f64> {
    let digits = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    text.parse().ok().filter(|v: &f64| digits && v.is_finite())
}

#[entry(keep_error)]
fn virTypedParamsClear(params: Array<'_, virTypedParameter>, nparams: c_int) {
    params.clear(nparams);
    Ok(())
}

#[entry(keep_error)]
fn virTypedParamsFree(params: Array<'_, virTypedParameter>, nparams: c_int) {
    params.free(nparams);
    Ok(())
}

#[entry(keep_error)]
fn virTypedParamsGet(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
) -> TypedParamPointer {
    Ok(TypedParamPointer::to(params.find(nparams, name)))
}

#[entry]
fn virTypedParamsGetBoolean(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_int>,
) -> Truth {
    let Some(ParamValue::Boolean(v)) = params.lookup(nparams, name, ParamType::BOOLEAN)? else {
        return Ok(false);
    };
    value.write(v.into());
    Ok(true)
}

#[entry]
fn virTypedParamsGetDouble(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_double>,
) -> Truth {
    let Some(ParamValue::Double(v)) = params.lookup(nparams, name, ParamType::DOUBLE)? else {
        return Ok(false);
    };
    value.write(v);
    Ok(true)
}

#[entry]
fn virTypedParamsGetInt(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_int>,
) -> Truth {
    let Some(ParamValue::Int(v)) = params.lookup(nparams, name, ParamType::INT)? else {
        return Ok(false);
    };
    value.write(v);
    Ok(true)
}

#[entry]
fn virTypedParamsGetLLong(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_longlong>,
) -> Truth {
    let Some(ParamValue::LLong(v)) = params.lookup(nparams, name, ParamType::LLONG)? else {
        return Ok(false);
    };
    value.write(v);
    Ok(true)
}

#[entry]
fn virTypedParamsGetString(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, *const c_char>,
) -> Truth {
    let Some(ParamValue::String(v)) = params.lookup(nparams, name, ParamType::STRING)? else {
        return Ok(false);
    };
    value.write(v.map_or(std::ptr::null(), CStr::as_ptr));
    Ok(true)
}

#[entry]
fn virTypedParamsGetUInt(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_uint>,
) -> Truth {
    let Some(ParamValue::UInt(v)) = params.lookup(nparams, name, ParamType::UINT)? else {
        return Ok(false);
    };
    value.write(v);
    Ok(true)
}

#[entry]
fn virTypedParamsGetULLong(
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    name: InStr<'_>,
    value: Out<'_, c_ulonglong>,
) -> Truth {
    let Some(ParamValue::ULLong(v)) = params.lookup(nparams, name, ParamType::ULLONG)? else {
        return Ok(false);
    };
    value.write(v);
    Ok(true)
}
