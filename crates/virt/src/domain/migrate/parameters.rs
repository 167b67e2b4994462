//! What the caller asked for, as arguments or as typed parameters, and as the one becomes the other.
use crate::nested::{Nested, On, nested};
use crate::params::to_wire;
use crate::{Error, ErrorCode, ErrorDomain, Result, Str, Text, TypedParam, Value};
use oxivirt_model::message;
use oxivirt_protocol::remote::{self, TypedParamValue};

pub(super) const URI: &str = "migrate_uri";
pub(super) const NAME: &str = "destination_name";
pub(super) const XML: &str = "destination_xml";
pub(super) const BANDWIDTH: &str = "bandwidth";

/// What can be asked for without typed parameters.
#[derive(Debug, Clone, Default)]
pub struct MigrateParams<'a> {
    /// The definition to use on the target instead of the source's.
    pub xml: Option<Str<'a>>,
    /// The name on the target instead of the source's.
    pub name: Option<Str<'a>>,
    /// Where the hypervisor's data goes.
    pub uri: Option<Str<'a>>,
    /// MiB/s; 0: as the hypervisor likes.
    pub bandwidth: u64,
}

/// Borrows an optional text.
pub(super) fn lent<'a>(text: Option<&'a Str<'_>>) -> Option<Str<'a>> {
    text.map(|text| text.as_bytes().into())
}

/// What the caller asked for, in the caller's form.
#[derive(Clone)]
pub(super) enum Asked<'a> {
    Arguments(MigrateParams<'a>),
    /// Parameters, or why they cannot be read, and who hears of their being looked up.
    List(Result<&'a [TypedParam<'a>]>, &'a dyn Nested),
}

impl<'a> Asked<'a> {
    /// As typed parameters for the wire.
    pub(super) fn parameters(&'a self) -> Result<Vec<remote::TypedParam<'a>>> {
        let params = match self {
            Self::List(params, _) => return wire(params.clone()?),
            Self::Arguments(params) => params,
        };
        let texts = [(URI, &params.uri), (NAME, &params.name), (XML, &params.xml)];
        let mut list: Vec<_> = texts
            .into_iter()
            .filter_map(|(name, text)| Some(parameter(name, TypedParamValue::String(lent(text.as_ref())?))))
            .collect();
        list.push(parameter(BANDWIDTH, TypedParamValue::Ullong(params.bandwidth)));
        Ok(list)
    }

    /// Whether nothing is asked for but what `names` name.
    pub(super) fn only(&self, names: &[&str]) -> bool {
        match self {
            Self::List(Ok(params), _) => params.iter().all(|param| names.iter().any(|name| is(&param.name, name))),
            Self::List(Err(_), _) => false,
            Self::Arguments(params) => params.xml.is_none() || names.contains(&XML),
        }
    }

    /// As arguments; other parameters are left out, and one of a wrong type is an error.
    pub(super) fn params(&self) -> Result<MigrateParams<'_>> {
        let (params, heard) = match self {
            Self::Arguments(params) => return Ok(params.clone()),
            Self::List(Ok(params), heard) => (*params, *heard),
            // Looking up is not where that fails.
            Self::List(Err(_), _) => return Ok(MigrateParams::default()),
        };
        let text = |name| {
            look_up(heard, "virTypedParamsGetString", params, name, |value| match value {
                Value::String(text) => Some(lent(text.as_ref())),
                _ => None,
            })
        };
        let (uri, name, xml) = (text(URI)?.flatten(), text(NAME)?.flatten(), text(XML)?.flatten());
        let bandwidth = look_up(heard, "virTypedParamsGetULLong", params, BANDWIDTH, |value| match value {
            Value::ULLong(number) => Some(*number),
            _ => None,
        })?;
        Ok(MigrateParams { xml, name, uri, bandwidth: bandwidth.unwrap_or_default() })
    }
}

/// The parameters for the wire; those without a type are left out.
fn wire<'a>(params: &'a [TypedParam<'_>]) -> Result<Vec<remote::TypedParam<'a>>> {
    let mut list = Vec::with_capacity(params.len());
    for param in params.iter().filter(|param| param.value != Value::Other(0)) {
        list.extend(to_wire(std::slice::from_ref(param))?);
    }
    Ok(list)
}

/// Returns the value of the first parameter of this name as `take` makes it out, which refuses other types; `None` if there is no such
/// parameter. In C this is a public function.
fn look_up<'p, T>(
    heard: &dyn Nested,
    function: &'static str,
    params: &'p [TypedParam<'_>],
    name: &str,
    take: impl FnOnce(&'p Value<'_>) -> Option<T>,
) -> Result<Option<T>> {
    let wanted = if function == "virTypedParamsGetString" { "string" } else { "ullong" };
    nested(heard, function, ErrorDomain::NONE, On::Nothing, || {
        let Some(param) = params.iter().find(|param| is(&param.name, name)) else {
            return Ok(None);
        };
        take(&param.value).map(Some).ok_or_else(|| {
            let text = match type_name(&param.value) {
                Err(kind) => message!("unknown type ('%1$d') of parameter '%2$s'", kind, name),
                Ok(is) => message!("invalid type '%1$s' for parameter '%2$s', expected '%3$s'", wanted, name, is),
            };
            Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text)
        })
    })
}

/// Returns what texts call the type of a value, or the number of one without a name.
fn type_name(value: &Value<'_>) -> Result<&'static str, i32> {
    Ok(match value {
        Value::Int(_) => "int",
        Value::UInt(_) => "uint",
        Value::LLong(_) => "llong",
        Value::ULLong(_) => "ullong",
        Value::Double(_) => "double",
        Value::Boolean(_) => "boolean",
        Value::String(_) => "string",
        Value::Other(kind) => return Err(*kind),
    })
}

/// The list of a migration in progress, to which the phases add.
pub(super) struct Parameters<'a>(Vec<remote::TypedParam<'a>>);

impl<'a> Parameters<'a> {
    pub(super) fn new(list: Vec<remote::TypedParam<'a>>) -> Self {
        Self(list)
    }

    /// The list for one call.
    pub(super) fn to_wire(&self) -> Vec<remote::TypedParam<'_>> {
        self.0.clone()
    }

    /// Whether there is a string of that name. As the public look-up does, this forgets the last error.
    pub(super) fn has(&self, heard: &dyn Nested, name: &str) -> bool {
        heard.forget();
        self.0.iter().any(|param| is(&param.field, name) && matches!(param.value, TypedParamValue::String(_)))
    }

    /// Gives the parameter of that name another text, or adds it. A parameter of another type is an error.
    pub(super) fn replace(&mut self, name: &'static str, text: &Text) -> Result<()> {
        let value = TypedParamValue::String(Str::from(text).into_owned());
        match self.0.iter_mut().find(|param| is(&param.field, name)) {
            None => self.0.push(parameter(name, value)),
            Some(place) if matches!(place.value, TypedParamValue::String(_)) => place.value = value,
            Some(_) => {
                let text = message!("Parameter '%1$s' is not a string", name);
                return Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text));
            }
        }
        Ok(())
    }
}

fn is(field: &Str<'_>, name: &str) -> bool {
    field.as_bytes() == name.as_bytes()
}

fn parameter<'a>(name: &'static str, value: TypedParamValue<'a>) -> remote::TypedParam<'a> {
    remote::TypedParam { field: name.into(), value }
}
