//! Typed parameters: lists of named values whose names and types depend on the hypervisor.
use crate::{Error, ErrorCode, ErrorDomain, Result, Str};
use oxivirt_model::message;
use oxivirt_protocol::remote;

/// Bytes of a name, without the NUL that C puts behind it (`VIR_TYPED_PARAM_FIELD_LENGTH` counts it).
const NAME_MAX: usize = 79;

/// The value of a parameter: a `virTypedParameterType`.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `VIR_TYPED_PARAM_INT`
    Int(i32),
    /// `VIR_TYPED_PARAM_UINT`
    UInt(u32),
    /// `VIR_TYPED_PARAM_LLONG`
    LLong(i64),
    /// `VIR_TYPED_PARAM_ULLONG`
    ULLong(u64),
    /// `VIR_TYPED_PARAM_DOUBLE`
    Double(f64),
    /// `VIR_TYPED_PARAM_BOOLEAN`
    Boolean(bool),
    /// `VIR_TYPED_PARAM_STRING`; `None` is what C calls NULL, which no setter takes.
    String(Option<Str<'a>>),
    /// A type of a newer header, which cannot be passed on; a parameter of type 0 is none, and left out.
    Other(i32),
}

/// A named value.
#[derive(Debug, Clone, PartialEq)]
pub struct TypedParam<'a> {
    /// Its name, such as `cpu_shares`.
    pub name: Str<'a>,
    /// Its value.
    pub value: Value<'a>,
}

impl<'a> TypedParam<'a> {
    /// Returns a parameter.
    ///
    /// ```
    /// use oxivirt::TypedParam;
    /// let limit = [TypedParam::new("hard_limit", 1024_u64), TypedParam::new("label", "big")];
    /// ```
    pub fn new(name: impl Into<Str<'a>>, value: impl Into<Value<'a>>) -> Self {
        Self { name: name.into(), value: value.into() }
    }

    /// Returns a copy that borrows nothing.
    #[must_use]
    pub fn into_owned(self) -> TypedParam<'static> {
        let value = match self.value {
            Value::String(text) => Value::String(text.map(Str::into_owned)),
            Value::Int(v) => Value::Int(v),
            Value::UInt(v) => Value::UInt(v),
            Value::LLong(v) => Value::LLong(v),
            Value::ULLong(v) => Value::ULLong(v),
            Value::Double(v) => Value::Double(v),
            Value::Boolean(v) => Value::Boolean(v),
            Value::Other(v) => Value::Other(v),
        };
        TypedParam { name: self.name.into_owned(), value }
    }
}

macro_rules! values {
    ($($type:ty as $kind:ident;)*) => {$(
        impl From<$type> for Value<'_> {
            fn from(value: $type) -> Self {
                Self::$kind(value)
            }
        }
    )*};
}
values! {
    i32 as Int;
    u32 as UInt;
    i64 as LLong;
    u64 as ULLong;
    f64 as Double;
    bool as Boolean;
}

impl<'a> From<Str<'a>> for Value<'a> {
    fn from(text: Str<'a>) -> Self {
        Self::String(Some(text))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::String(Some(text.into()))
    }
}

/// The parameters that a driver answers, by name or one after the other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TypedParams(Vec<TypedParam<'static>>);

impl TypedParams {
    /// Returns the value of the first parameter of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value<'static>> {
        self.0.iter().find(|param| *param.name == *name.as_bytes()).map(|param| &param.value)
    }

    pub(crate) fn from_wire(wire: &[remote::TypedParam<'_>]) -> Self {
        wire.iter().map(|param| TypedParam::from(param).into_owned()).collect()
    }

    /// Returns the parameters in rows of `width`, of which the last may be shorter.
    pub(crate) fn rows(self, width: usize) -> Vec<Self> {
        let mut params = self.0.into_iter();
        std::iter::from_fn(|| Some(Self(params.by_ref().take(width).collect())).filter(|row| !row.is_empty())).collect()
    }
}

impl FromIterator<TypedParam<'static>> for TypedParams {
    fn from_iter<T: IntoIterator<Item = TypedParam<'static>>>(params: T) -> Self {
        Self(params.into_iter().collect())
    }
}

impl std::ops::Deref for TypedParams {
    type Target = [TypedParam<'static>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl IntoIterator for TypedParams {
    type Item = TypedParam<'static>;
    type IntoIter = std::vec::IntoIter<TypedParam<'static>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The parameters of a reply one after the other, borrowed from it.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct ReplyParams<'a>(std::slice::Iter<'a, remote::TypedParam<'a>>);

impl<'a> ReplyParams<'a> {
    pub(crate) fn new(wire: &'a [remote::TypedParam<'a>]) -> Self {
        Self(wire.iter())
    }
}

impl<'a> Iterator for ReplyParams<'a> {
    type Item = TypedParam<'a>;

    #[inline]
    fn next(&mut self) -> Option<TypedParam<'a>> {
        self.0.next().map(TypedParam::from)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

#[doc(hidden)]
impl<'a> From<&'a remote::TypedParam<'_>> for TypedParam<'a> {
    fn from(wire: &'a remote::TypedParam<'_>) -> Self {
        use remote::TypedParamValue as Wire;
        let value = match &wire.value {
            Wire::Int(v) => Value::Int(*v),
            Wire::Uint(v) => Value::UInt(*v),
            Wire::Llong(v) => Value::LLong(*v),
            Wire::Ullong(v) => Value::ULLong(*v),
            Wire::Double(v) => Value::Double(*v),
            Wire::Boolean(v) => Value::Boolean(*v != 0),
            Wire::String(v) => Value::String(Some(v.as_bytes().into())),
        };
        Self { name: wire.field.as_bytes().into(), value }
    }
}

/// Returns the parameters for the driver, without those that have no type.
///
/// # Errors
/// One has a type that no driver knows.
pub(crate) fn to_wire<'a>(params: &'a [TypedParam<'_>]) -> Result<Vec<remote::TypedParam<'a>>> {
    params.iter().filter(|param| param.value != Value::Other(0)).map(one_to_wire).collect()
}

fn one_to_wire<'a>(param: &'a TypedParam<'_>) -> Result<remote::TypedParam<'a>> {
    use remote::TypedParamValue as Wire;
    let value = match &param.value {
        Value::Int(v) => Wire::Int(*v),
        Value::UInt(v) => Wire::Uint(*v),
        Value::LLong(v) => Wire::Llong(*v),
        Value::ULLong(v) => Wire::Ullong(*v),
        Value::Double(v) => Wire::Double(*v),
        Value::Boolean(v) => Wire::Boolean((*v).into()),
        Value::String(v) => Wire::String(v.as_deref().unwrap_or_default().into()),
        Value::Other(kind) => {
            let text = message!("unknown parameter type: %1$d", kind);
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::RPC, text));
        }
    };
    Ok(remote::TypedParam { field: param.name.as_bytes().into(), value })
}

/// Refuses what no driver gets: a name that is too long, a text that is missing, or that the driver does not take.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG`.
pub(crate) fn check(param: &TypedParam<'_>, strings: bool) -> Result<()> {
    let name = param.name.to_str_lossy();
    let text = match &param.value {
        _ if param.name.len() > NAME_MAX => {
            message!("string parameter name '%2$.*1$s' too long", NAME_MAX.saturating_add(1), name)
        }
        Value::String(_) if !strings => message!("string parameter '%1$s' unsupported", name),
        Value::String(None) => message!("NULL string parameter '%1$s'", name),
        _ => return Ok(()),
    };
    Err(Error::raw(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).with_strings(
        Some("virTypedParameterValidateSet".into()),
        Some("params".into()),
        None,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_setters_refuse() {
        let text = |param: TypedParam<'_>, strings| check(&param, strings).err().map(|e| e.text().into_owned());
        let long = "n".repeat(80);
        assert_eq!(text(TypedParam::new(&*long, 1), true).unwrap(), format!("string parameter name '{long}' too long"));
        assert_eq!(text(TypedParam::new(&long[..79], 1), true), None);
        assert_eq!(text(TypedParam::new("a", "x"), true), None);
        assert_eq!(text(TypedParam::new("a", "x"), false).unwrap(), "string parameter 'a' unsupported");
        assert_eq!(text(TypedParam::new("a", Value::String(None)), true).unwrap(), "NULL string parameter 'a'");
        assert_eq!(text(TypedParam::new("a", 1.5), false), None);
    }

    #[test]
    fn parameters_of_a_reply_are_counted_and_looked_at_one_by_one() {
        let params = [TypedParam::new("i", -1), TypedParam::new("b", false)];
        let wire = to_wire(&params).unwrap();
        let mut reply = ReplyParams::new(&wire);
        assert_eq!(reply.size_hint(), (2, Some(2)));
        assert_eq!(reply.next(), Some(params[0].clone()));
        assert_eq!(reply.size_hint(), (1, Some(1)));
        assert_eq!((reply.next(), reply.next()), (Some(params[1].clone()), None));
        let owned: Vec<_> = TypedParams::from_wire(&wire).into_iter().collect();
        assert_eq!(owned, params);
    }

    #[test]
    fn all_types_go_to_the_wire_and_back() {
        let params = [
            TypedParam::new("i", -1),
            TypedParam::new("ui", 1_u32),
            TypedParam::new("l", -2_i64),
            TypedParam::new("ul", 2_u64),
            TypedParam::new("d", 0.5),
            TypedParam::new("b", true),
            TypedParam::new("s", "text"),
        ];
        let back = TypedParams::from_wire(&to_wire(&params).unwrap());
        assert_eq!(*back, params);
        assert_eq!(back.get("ul"), Some(&Value::ULLong(2)));
        assert_eq!(back.get("u"), None);
        let widths = |width| back.clone().rows(width).iter().map(|row| row.len()).collect::<Vec<_>>();
        assert_eq!((widths(3), widths(7), widths(0)), (vec![3, 3, 1], vec![7], vec![]));
        assert_eq!(to_wire(&[TypedParam::new("none", Value::Other(0)), TypedParam::new("i", 1)]).unwrap().len(), 1);
        let error = to_wire(&[TypedParam::new("x", Value::Other(9))]).unwrap_err();
        assert_eq!(error.text(), "unknown parameter type: 9");
    }
}
