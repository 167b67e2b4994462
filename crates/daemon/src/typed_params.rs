//! What the daemon's own procedures ask of the typed parameters that they get.
use crate::errors;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};

/// The type of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Int,
    Uint,
    Llong,
    Ullong,
    Double,
    Boolean,
    String,
}

impl Kind {
    fn of(value: &TypedParamValue<'_>) -> Self {
        match value {
            TypedParamValue::Int(_) => Self::Int,
            TypedParamValue::Uint(_) => Self::Uint,
            TypedParamValue::Llong(_) => Self::Llong,
            TypedParamValue::Ullong(_) => Self::Ullong,
            TypedParamValue::Double(_) => Self::Double,
            TypedParamValue::Boolean(_) => Self::Boolean,
            TypedParamValue::String(_) => Self::String,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Int => "int",
            Self::Uint => "uint",
            Self::Llong => "llong",
            Self::Ullong => "ullong",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::String => "string",
        }
    }
}

/// Checks that there are only parameters that are known, each once and of its type.
///
/// # Errors
/// The first that is not.
pub(crate) fn validate(params: &[TypedParam<'_>], known: &[(&str, Kind)]) -> Result<()> {
    for (place, param) in params.iter().enumerate() {
        let name = param.field.as_bytes();
        let Some((_, wanted)) = known.iter().find(|(known, _)| known.as_bytes() == name) else {
            let text = message!("parameter '%1$s' not supported", name);
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::ARGUMENT_UNSUPPORTED, text));
        };
        if params.iter().take(place).any(|before| before.field.as_bytes() == name) {
            return Err(errors::invalid(message!("parameter '%1$s' occurs multiple times", name)));
        }
        let found = Kind::of(&param.value);
        if found != *wanted {
            let text = message!(
                "invalid type '%1$s' for parameter '%2$s', expected '%3$s'",
                wanted.name(),
                name,
                found.name()
            );
            return Err(errors::invalid(text));
        }
    }
    Ok(())
}

/// Returns the value of an unsigned parameter.
pub(crate) fn unsigned(params: &[TypedParam<'_>], name: &str) -> Option<u32> {
    params.iter().find(|param| param.field.as_bytes() == name.as_bytes()).and_then(|param| match param.value {
        TypedParamValue::Uint(value) => Some(value),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[(&str, Kind)] = &[("a", Kind::Uint), ("b", Kind::String)];

    fn refused(params: &[(&'static str, TypedParamValue<'static>)]) -> (ErrorCode, String) {
        let params: Vec<_> =
            params.iter().map(|(name, value)| TypedParam { field: (*name).into(), value: value.clone() }).collect();
        let error = validate(&params, KNOWN).unwrap_err();
        (error.code, error.text().into_owned())
    }

    #[test]
    fn what_is_refused() {
        let uint = TypedParamValue::Uint(1);
        let text = "argument unsupported: parameter 'x' not supported".to_owned();
        assert_eq!(refused(&[("x", uint.clone())]), (ErrorCode::ARGUMENT_UNSUPPORTED, text));
        let text = "invalid argument: parameter 'a' occurs multiple times".to_owned();
        assert_eq!(refused(&[("a", uint.clone()), ("a", uint.clone())]), (ErrorCode::INVALID_ARG, text));
        let text = "invalid argument: invalid type 'string' for parameter 'b', expected 'uint'".to_owned();
        assert_eq!(refused(&[("b", uint)]), (ErrorCode::INVALID_ARG, text));
    }
}
