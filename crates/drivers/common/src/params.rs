//! Typed parameters: what a setter takes, and what a getter gives.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};
use oxivirt_xml::sort;
use std::borrow::Cow;

/// The type of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamType {
    /// `VIR_TYPED_PARAM_INT`
    Int,
    /// `VIR_TYPED_PARAM_UINT`
    Uint,
    /// `VIR_TYPED_PARAM_LLONG`
    Llong,
    /// `VIR_TYPED_PARAM_ULLONG`
    Ullong,
    /// `VIR_TYPED_PARAM_DOUBLE`
    Double,
    /// `VIR_TYPED_PARAM_BOOLEAN`
    Boolean,
    /// `VIR_TYPED_PARAM_STRING`
    String,
}

impl ParamType {
    const fn of(value: &TypedParamValue<'_>) -> Self {
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

    const fn name(self) -> &'static str {
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

/// Refuses parameters that a setter does not know, that have another type or occur twice. The first wrong one by name counts.
///
/// # Errors
/// `VIR_ERR_ARGUMENT_UNSUPPORTED` for a name that is not known, `VIR_ERR_INVALID_ARG` for all else.
pub fn validate(params: &[TypedParam<'_>], known: &[(&str, ParamType)]) -> Result<()> {
    let refuse = |code, text: Vec<u8>| Err(Error::new(ErrorDomain::NONE, code, text));
    let mut sorted: Vec<_> = params.iter().collect();
    sort::by(&mut sorted, |a, b| a.field.cmp(&b.field));
    let mut last: Option<&[u8]> = None;
    for param in sorted {
        let name = param.field.as_bytes();
        let Some((_, wanted)) = known.iter().find(|(known, _)| known.as_bytes() == name) else {
            return refuse(ErrorCode::ARGUMENT_UNSUPPORTED, message!("parameter '%1$s' not supported", name));
        };
        if last == Some(name) {
            return refuse(ErrorCode::INVALID_ARG, message!("parameter '%1$s' occurs multiple times", name));
        }
        let given = ParamType::of(&param.value);
        if given != *wanted {
            // The stock library tells them the other way round.
            let text = message!(
                "invalid type '%1$s' for parameter '%2$s', expected '%3$s'",
                wanted.name(),
                name,
                given.name()
            );
            return refuse(ErrorCode::INVALID_ARG, text);
        }
        last = Some(name);
    }
    Ok(())
}

/// Returns the value of a parameter, if it is there.
#[must_use]
pub fn find<'p, 'a>(params: &'p [TypedParam<'a>], name: &str) -> Option<&'p TypedParamValue<'a>> {
    params.iter().find(|param| param.field.as_bytes() == name.as_bytes()).map(|param| &param.value)
}

/// Returns an unsigned parameter, of 32 or 64 bits, if it is there.
#[must_use]
pub fn unsigned(params: &[TypedParam<'_>], name: &str) -> Option<u64> {
    match find(params, name)? {
        TypedParamValue::Uint(value) => Some(u64::from(*value)),
        TypedParamValue::Ullong(value) => Some(*value),
        _ => None,
    }
}

/// Returns an unsigned parameter of 32 bits, if it is there.
#[must_use]
pub fn find_uint(params: &[TypedParam<'_>], name: &str) -> Option<u32> {
    match find(params, name)? {
        TypedParamValue::Uint(value) => Some(*value),
        _ => None,
    }
}

/// Returns a parameter.
#[must_use]
pub fn param(field: impl Into<Cow<'static, str>>, value: TypedParamValue<'static>) -> TypedParam<'static> {
    let field = match field.into() {
        Cow::Borrowed(name) => name.into(),
        Cow::Owned(name) => name.into(),
    };
    TypedParam { field, value }
}

/// Returns a parameter of 32 bits without a sign.
#[must_use]
pub fn uint(field: impl Into<Cow<'static, str>>, value: u32) -> TypedParam<'static> {
    param(field, TypedParamValue::Uint(value))
}

/// Returns a parameter of 64 bits without a sign.
#[must_use]
pub fn ullong(field: impl Into<Cow<'static, str>>, value: u64) -> TypedParam<'static> {
    param(field, TypedParamValue::Ullong(value))
}

/// Returns a text.
#[must_use]
pub fn string(field: impl Into<Cow<'static, str>>, value: impl Into<String>) -> TypedParam<'static> {
    param(field, TypedParamValue::String(value.into().into()))
}

/// Answers a getter whose caller has room for `room` parameters: the number of parameters alone if that is 0, which `all` is not asked
/// for, else as many as fit, and 0 for their number, as on the wire.
///
/// # Errors
/// Those of `all`.
pub fn fit(
    room: i32,
    number: i32,
    all: impl FnOnce() -> Result<Vec<TypedParam<'static>>>,
) -> Result<(Vec<TypedParam<'static>>, i32)> {
    if room == 0 {
        return Ok((Vec::new(), number));
    }
    let mut params = all()?;
    params.truncate(usize::try_from(room).unwrap_or_default());
    Ok((params, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [(&str, ParamType); 2] = [("a", ParamType::Uint), ("b", ParamType::String)];

    fn refused(params: &[TypedParam<'_>]) -> String {
        validate(params, &KNOWN).unwrap_err().text().into_owned()
    }

    #[test]
    fn what_a_setter_refuses() {
        assert_eq!(validate(&[], &KNOWN), Ok(()));
        assert_eq!(validate(&[string("b", "x"), uint("a", 1)], &KNOWN), Ok(()));
        assert_eq!(refused(&[uint("c", 1)]), "argument unsupported: parameter 'c' not supported");
        assert_eq!(refused(&[uint("a", 1), uint("a", 2)]), "invalid argument: parameter 'a' occurs multiple times");
        assert_eq!(
            refused(&[uint("c", 1), ullong("a", 1)]),
            "invalid argument: invalid type 'uint' for parameter 'a', expected 'ullong'"
        );
    }

    #[test]
    fn what_fits() {
        let all = || Ok(vec![uint("a", 1), uint("b", 2)]);
        assert_eq!(fit(0, 2, || unreachable!("not asked")), Ok((Vec::new(), 2)));
        assert_eq!(fit(1, 2, all), Ok((vec![uint("a", 1)], 0)));
        assert_eq!(fit(9, 2, all).map(|(params, number)| (params.len(), number)), Ok((2, 0)));
    }

    #[test]
    fn values_are_found() {
        let params = [uint("a", 1), ullong("b", 2), string("c", "x")];
        assert_eq!(["a", "b", "c", "d"].map(|name| unsigned(&params, name)), [Some(1), Some(2), None, None]);
        assert!(matches!(find(&params, "c"), Some(TypedParamValue::String(text)) if text.as_bytes() == b"x"));
    }
}
