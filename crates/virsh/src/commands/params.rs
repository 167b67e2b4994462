//! Typed parameters: shown, and made from options.
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use oxivirt::{TypedParam, Value};

/// Returns the value as it is shown.
pub(crate) fn shown(value: &Value<'_>) -> Done<String> {
    Ok(match value {
        Value::Int(value) => value.to_string(),
        Value::UInt(value) => value.to_string(),
        Value::LLong(value) => value.to_string(),
        Value::ULLong(value) => value.to_string(),
        Value::Double(value) => format!("{value:.6}"),
        Value::Boolean(value) => yes_or_no(*value).into(),
        Value::String(text) => text.as_ref().map(Shown::shown).unwrap_or_default(),
        Value::Other(kind) => return Err(Failure::say(format!("unimplemented parameter type {kind}"))),
    })
}

/// Returns the parameter's name and value.
pub(crate) fn pair(param: &TypedParam<'_>) -> Done<(String, String)> {
    Ok((param.name.shown(), shown(&param.value)?))
}

pub(crate) fn yes_or_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

/// Returns the value as a number that is not negative.
pub(crate) fn unsigned(value: &Value<'_>) -> Option<u64> {
    match value {
        Value::Int(value) => u64::try_from(*value).ok(),
        Value::UInt(value) => Some((*value).into()),
        Value::LLong(value) => u64::try_from(*value).ok(),
        Value::ULLong(value) => Some(*value),
        _ => None,
    }
}
