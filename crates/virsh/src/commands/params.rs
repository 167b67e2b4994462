//! Typed parameters: shown, and made from options.
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::shell::Shell;
use oxivirt::{TypedParam, TypedParams, Value};

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

/// Prints parameters, a line each.
pub(crate) fn list(sh: &Shell, params: &TypedParams) -> Done {
    for param in params.iter() {
        let (name, value) = pair(param)?;
        sh.print(&format!("{name:<15}: {value}\n"));
    }
    Ok(())
}
