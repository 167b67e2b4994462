//! What the caller asked for, as arguments or as typed parameters, and as the one becomes the other.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Fault, ParamType, ParamValue, Result, Site, nested, reset_last_error};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};
use oxivirt_xdr::Str;
use std::ffi::{CStr, c_int, c_uint};

pub(super) const URI: &CStr = c"migrate_uri";
pub(super) const NAME: &CStr = c"destination_name";
pub(super) const XML: &CStr = c"destination_xml";
pub(super) const BANDWIDTH: &CStr = c"bandwidth";

/// What the functions without typed parameters can ask for.
#[derive(Debug, Clone, Copy)]
pub(super) struct MigrateParams<'a> {
    /// The definition to use on the target instead of the source's.
    pub(super) xml: Option<&'a CStr>,
    /// The name on the target instead of the source's.
    pub(super) name: Option<&'a CStr>,
    /// Where the hypervisor's data goes.
    pub(super) uri: Option<&'a CStr>,
    /// MiB/s; 0: as the hypervisor likes.
    pub(super) bandwidth: u64,
}

/// What the caller asked for, in the caller's form.
#[derive(Clone, Copy)]
pub(super) enum Asked<'a> {
    MigrateParams(MigrateParams<'a>),
    /// An array and its length.
    List(Array<'a, virTypedParameter>, c_int),
}

impl<'a> Asked<'a> {
    /// The arguments of a function with typed parameters. NULL is a fault unless the number is 0.
    pub(super) fn list(params: Array<'a, virTypedParameter>, nparams: c_uint) -> Result<Self> {
        // A number that does not fit is far above what is read of a list.
        let nparams = c_int::try_from(nparams).unwrap_or(c_int::MAX);
        params.read("params", nparams)?;
        Ok(Self::List(params, nparams))
    }

    /// As typed parameters for the wire.
    pub(super) fn parameters(&self) -> Result<Vec<TypedParam<'a>>> {
        let params = match self {
            Self::List(params, nparams) => {
                return params.to_wire(*nparams);
            }
            Self::MigrateParams(params) => params,
        };
        let texts = [(URI, params.uri), (NAME, params.name), (XML, params.xml)];
        let mut list: Vec<_> = texts
            .into_iter()
            .filter_map(|(name, text)| Some(parameter(name, TypedParamValue::String(text?.into()))))
            .collect();
        list.push(parameter(BANDWIDTH, TypedParamValue::Ullong(params.bandwidth)));
        Ok(list)
    }

    /// Whether nothing is asked for but what `names` name.
    pub(super) fn only(&self, names: &[&CStr]) -> bool {
        match self {
            Self::List(params, nparams) => params.only(*nparams, names),
            Self::MigrateParams(params) => params.xml.is_none() || names.contains(&XML),
        }
    }

    /// As arguments; other parameters are left out, and one of a wrong type is an error.
    pub(super) fn params(&self) -> Result<MigrateParams<'a>> {
        let (params, nparams) = match self {
            Self::MigrateParams(params) => return Ok(*params),
            Self::List(params, nparams) => (*params, *nparams),
        };
        let text = |name: &CStr| match nested(&looked_up("virTypedParamsGetString"), || {
            params.lookup(nparams, name.into(), ParamType::STRING)
        })? {
            Some(ParamValue::String(text)) => Ok::<_, Fault>(text),
            _ => Ok(None),
        };
        let (uri, name, xml) = (text(URI)?, text(NAME)?, text(XML)?);
        let bandwidth = nested(&looked_up("virTypedParamsGetULLong"), || {
            params.lookup(nparams, BANDWIDTH.into(), ParamType::ULLONG)
        })?;
        Ok(MigrateParams {
            xml,
            name,
            uri,
            bandwidth: match bandwidth {
                Some(ParamValue::ULLong(number)) => number,
                _ => 0,
            },
        })
    }
}

/// Where the error of a look-up is reported, as it is a public function.
fn looked_up(function: &'static str) -> Site {
    Site { function, from: ErrorDomain::NONE }
}

/// The list of a migration in progress, to which the phases add.
#[derive(Debug, Default)]
pub(super) struct Parameters<'a>(Vec<TypedParam<'a>>);

impl<'a> Parameters<'a> {
    pub(super) fn new(list: Vec<TypedParam<'a>>) -> Self {
        Self(list)
    }

    /// The list for one call.
    pub(super) fn to_wire(&self) -> Result<Vec<TypedParam<'_>>> {
        Ok(self.0.clone())
    }

    /// Whether there is a string of that name. As the public look-up does, this forgets the last error.
    pub(super) fn has(&self, name: &CStr) -> bool {
        reset_last_error();
        self.0.iter().any(|p| is(p, name) && matches!(p.value, TypedParamValue::String(_)))
    }

    /// Gives the parameter of that name another text, or adds it. A parameter of another type is an error.
    pub(super) fn replace(&mut self, name: &'static CStr, text: &CStr) -> Result<()> {
        let value = TypedParamValue::String(Str::from(text).into_owned());
        match self.0.iter_mut().find(|p| is(p, name)) {
            None => self.0.push(parameter(name, value)),
            Some(place) if matches!(place.value, TypedParamValue::String(_)) => place.value = value,
            Some(_) => {
                let text = message!("Parameter '%1$s' is not a string", name.to_string_lossy());
                return Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).into());
            }
        }
        Ok(())
    }
}

fn is(parameter: &TypedParam<'_>, name: &CStr) -> bool {
    parameter.field.as_bytes() == name.to_bytes()
}

fn parameter<'a>(name: &'static CStr, value: TypedParamValue<'a>) -> TypedParam<'a> {
    TypedParam { field: name.into(), value }
}
