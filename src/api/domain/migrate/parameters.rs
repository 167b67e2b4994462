//! The typed parameters of a migration: the caller's, and what the phases put among them.
use super::{FROM, Wish};
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Fault, ParamType, Result, Site, nested};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use oxivirt_protocol::remote::{DOMAIN_MIGRATE_PARAM_LIST_MAX, TypedParam, TypedParamValue};
use oxivirt_xdr::Str;
use std::ffi::{CStr, CString, c_int, c_uint};

pub(super) const URI: &str = "migrate_uri";
pub(super) const NAME: &str = "destination_name";
pub(super) const XML: &str = "destination_xml";
pub(super) const BANDWIDTH: &str = "bandwidth";

/// A list of parameters as it goes over the wire.
#[derive(Debug, Clone, Default)]
pub(super) struct Parameters<'a> {
    list: Vec<TypedParam<'a>>,
    /// Why the caller's list cannot be sent: told when it would be, which is after some questions to the daemons.
    unsendable: Option<Error>,
}

impl<'a> Parameters<'a> {
    /// The caller's list.
    pub(super) fn of_caller(
        params: Array<'a, virTypedParameter>,
        nparams: c_uint,
    ) -> Result<Parameters<'a>> {
        if nparams > DOMAIN_MIGRATE_PARAM_LIST_MAX {
            return Ok(Self {
                list: Vec::new(),
                unsendable: Some(too_many(nparams as usize)),
            });
        }
        params.read("params", nparams)?;
        let count = c_int::try_from(nparams).unwrap_or(c_int::MAX);
        match params.to_wire(count, DOMAIN_MIGRATE_PARAM_LIST_MAX) {
            Ok(list) => Ok(Self {
                list,
                unsendable: None,
            }),
            Err(Fault::Error(error)) => Ok(Self {
                list: Vec::new(),
                unsendable: Some(error),
            }),
            Err(fault) => Err(fault),
        }
    }

    /// The list that stands for a wish.
    pub(super) fn of_wish(wish: &Wish<'a>) -> Self {
        let texts = [(URI, wish.uri), (NAME, wish.name), (XML, wish.xml)];
        let mut list: Vec<_> = texts
            .into_iter()
            .filter_map(|(name, text)| Some(parameter(name, TypedParamValue::String(text?.into()))))
            .collect();
        list.push(parameter(
            BANDWIDTH,
            TypedParamValue::Ullong(wish.bandwidth),
        ));
        Self {
            list,
            unsendable: None,
        }
    }

    /// The list for one call.
    pub(super) fn to_wire(&self) -> Result<Vec<TypedParam<'_>>> {
        if let Some(error) = &self.unsendable {
            return Err(error.clone().into());
        }
        if self.list.len() > DOMAIN_MIGRATE_PARAM_LIST_MAX as usize {
            return Err(too_many(self.list.len()).into());
        }
        Ok(self.list.clone())
    }

    fn find(&self, name: &str) -> Option<&TypedParam<'a>> {
        self.list
            .iter()
            .find(|p| p.field.as_bytes() == name.as_bytes())
    }

    /// The string of that name. Another type is an error, reported as virTypedParamsGetString would.
    pub(super) fn string(&self, name: &str) -> Result<Option<&Str<'a>>> {
        nested(&lookup("virTypedParamsGetString"), || {
            match self.find(name).map(|p| &p.value) {
                None => Ok(None),
                Some(TypedParamValue::String(text)) => Ok(Some(text)),
                Some(other) => Err(wrong_type(name, ParamType::STRING, other)),
            }
        })
    }

    /// The number of that name, in the same way.
    fn unsigned(&self, name: &str) -> Result<Option<u64>> {
        nested(&lookup("virTypedParamsGetULLong"), || {
            match self.find(name).map(|p| &p.value) {
                None => Ok(None),
                Some(&TypedParamValue::Ullong(number)) => Ok(Some(number)),
                Some(other) => Err(wrong_type(name, ParamType::ULLONG, other)),
            }
        })
    }

    /// Gives the parameter of that name another text, or adds it. A parameter of another type is an error.
    pub(super) fn replace(&mut self, name: &'static str, text: &CStr) -> Result<()> {
        let value = TypedParamValue::String(Str::from(text).into_owned());
        let place = self
            .list
            .iter_mut()
            .find(|p| p.field.as_bytes() == name.as_bytes());
        match place {
            None => self.list.push(parameter(name, value)),
            Some(place) if matches!(place.value, TypedParamValue::String(_)) => place.value = value,
            Some(_) => {
                let text = format!("Parameter '{name}' is not a string");
                return Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).into());
            }
        }
        Ok(())
    }

    /// Whether all are among `names`.
    pub(super) fn only(&self, names: &[&str]) -> bool {
        let known = |p: &TypedParam<'_>| names.iter().any(|n| n.as_bytes() == p.field.as_bytes());
        self.unsendable.is_none() && self.list.iter().all(known)
    }

    /// The list for daemons that know no typed parameters; one of the newer parameters is an error.
    pub(super) fn as_wish(&self) -> Result<OwnedWish> {
        if !self.only(&[URI, NAME, XML, BANDWIDTH]) {
            let text = "Migration APIs with extensible parameters are not supported but extended parameters were passed";
            return Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text).into());
        }
        self.values()
    }

    /// The values of the parameters that a wish has too.
    pub(super) fn values(&self) -> Result<OwnedWish> {
        let text = |name| -> Result<_> { Ok(self.string(name)?.map(|t| c_string(t))) };
        Ok(OwnedWish {
            uri: text(URI)?,
            name: text(NAME)?,
            xml: text(XML)?,
            bandwidth: self.unsigned(BANDWIDTH)?.unwrap_or(0),
        })
    }
}

/// A [`Wish`] taken out of parameters.
#[derive(Debug)]
pub(super) struct OwnedWish {
    uri: Option<CString>,
    name: Option<CString>,
    xml: Option<CString>,
    bandwidth: u64,
}

impl OwnedWish {
    pub(super) fn borrowed(&self) -> Wish<'_> {
        Wish {
            xml: self.xml.as_deref(),
            name: self.name.as_deref(),
            uri: self.uri.as_deref(),
            bandwidth: self.bandwidth,
        }
    }
}

/// Where an error of a look-up is reported.
fn lookup(function: &'static str) -> Site {
    Site {
        function,
        from: ErrorDomain::NONE,
    }
}

/// The texts came from C or were made for it: no NUL is inside.
fn c_string(text: &[u8]) -> CString {
    CString::new(text).unwrap_or_default()
}

fn parameter<'a>(name: &'static str, value: TypedParamValue<'a>) -> TypedParam<'a> {
    TypedParam {
        field: name.into(),
        value,
    }
}

fn too_many(number: usize) -> Error {
    let text =
        format!("too many parameters '{number}' for limit '{DOMAIN_MIGRATE_PARAM_LIST_MAX}'");
    Error::new(ErrorDomain::NONE, ErrorCode::RPC, text)
}

fn wrong_type(name: &str, want: ParamType, value: &TypedParamValue<'_>) -> Fault {
    let actual = match value {
        TypedParamValue::Int(_) => ParamType::INT,
        TypedParamValue::Uint(_) => ParamType::UINT,
        TypedParamValue::Llong(_) => ParamType::LLONG,
        TypedParamValue::Ullong(_) => ParamType::ULLONG,
        TypedParamValue::Double(_) => ParamType::DOUBLE,
        TypedParamValue::Boolean(_) => ParamType::BOOLEAN,
        TypedParamValue::String(_) => ParamType::STRING,
    };
    let text = format!(
        "Invalid type '{}' requested for parameter '{name}', actual type is '{}'",
        want.name(),
        actual.name()
    );
    Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).into()
}
