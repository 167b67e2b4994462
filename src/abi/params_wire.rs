//! Typed parameters between C arrays and the wire, in both directions and both memory conventions.
use super::alloc::Mallocs;
use super::args::{Array, Out};
use super::ctypes::virTypedParameter;
use super::params::{ParamType, ParamValue, Parameter, blank, set_field};
use super::{Fault, Result, Rule};
use oxivirt::{ReplyParams, TypedParams, Value};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote::TypedParam;
use std::ffi::{c_int, c_uint};
use std::ptr::null_mut;

/// More parameters than this are a number gone wrong: reading so many would leave the caller's memory. No driver takes as many.
const MOST: usize = 16_384;

fn rpc(text: Vec<u8>) -> Fault {
    Error::new(ErrorDomain::NONE, ErrorCode::RPC, text).into()
}

impl<'a> Array<'a, virTypedParameter> {
    /// The caller's parameters, also those without a type, which no driver gets.
    pub(crate) fn given(self, nparams: c_int) -> Result<Vec<oxivirt::TypedParam<'a>>> {
        let array = self.read("params", nparams)?;
        if array.len() > MOST {
            return Err(rpc(message!("too many parameters '%1$u' for limit '%2$d'", array.len(), MOST)));
        }
        Ok(array.iter().map(|p| Parameter(p).into()).collect())
    }

    /// The caller's parameters as they are, those without a type too; that there are too many is found out when they are used. NULL is
    /// a fault unless the number is 0.
    pub(crate) fn unchecked(self, nparams: c_uint) -> Result<oxivirt::Result<Vec<oxivirt::TypedParam<'a>>>> {
        // A number that does not fit is far above what is read of a list.
        let array = self.read("params", c_int::try_from(nparams).unwrap_or(c_int::MAX))?;
        if array.len() > MOST {
            let text = message!("too many parameters '%1$u' for limit '%2$d'", array.len(), MOST);
            return Ok(Err(Error::new(ErrorDomain::NONE, ErrorCode::RPC, text)));
        }
        Ok(Ok(array.iter().map(|p| Parameter(p).into()).collect()))
    }

    /// [`Array::given`] for setters, which need at least one parameter.
    pub(crate) fn settings(self, nparams: c_int) -> Result<Vec<oxivirt::TypedParam<'a>>> {
        self.present("params")?;
        super::args::positive(nparams, "nparams")?;
        self.given(nparams)
    }

    /// [`Array::settings`] for setters that look at the number first.
    pub(crate) fn settings_by_number(self, nparams: c_int) -> Result<Vec<oxivirt::TypedParam<'a>>> {
        super::args::positive(nparams, "nparams")?;
        self.present("params")?;
        self.given(nparams)
    }

    /// [`Array::settings`] for setters that may get an array without parameters.
    pub(crate) fn settings_or_none(self, nparams: c_int) -> Result<Vec<oxivirt::TypedParam<'a>>> {
        self.present("params")?;
        self.options(nparams)
    }

    /// [`Array::given`] for functions that take parameters beside other arguments: none may be NULL.
    pub(crate) fn options(self, nparams: c_int) -> Result<Vec<oxivirt::TypedParam<'a>>> {
        super::args::not_negative(nparams, "nparams")?;
        self.given(nparams)
    }
}

impl<'a> From<Parameter<'a>> for oxivirt::TypedParam<'a> {
    fn from(parameter: Parameter<'a>) -> Self {
        let value = match parameter.value() {
            Some(ParamValue::Int(v)) => Value::Int(v),
            Some(ParamValue::UInt(v)) => Value::UInt(v),
            Some(ParamValue::LLong(v)) => Value::LLong(v),
            Some(ParamValue::ULLong(v)) => Value::ULLong(v),
            Some(ParamValue::Double(v)) => Value::Double(v),
            Some(ParamValue::Boolean(v)) => Value::Boolean(v),
            Some(ParamValue::String(v)) => Value::String(v.map(Into::into)),
            None => Value::Other(parameter.kind().0),
        };
        Self::new(parameter.name(), value)
    }
}

/// A parameter as C knows it, its string kept by `memory`.
fn to_c(memory: &mut Mallocs, param: &oxivirt::TypedParam<'_>) -> Result<virTypedParameter> {
    let mut parameter = blank();
    let name = param.name.split(|&b| b == 0).next().unwrap_or_default();
    if !set_field(&mut parameter, name) {
        let name = String::from_utf8_lossy(name);
        let text = message!("parameter %1$s too big for destination", name);
        return Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into());
    }
    let (kind, value) = (&mut parameter.type_, &mut parameter.value);
    let set = match &param.value {
        Value::Int(v) => {
            value.i = *v;
            ParamType::INT
        }
        Value::UInt(v) => {
            value.ui = *v;
            ParamType::UINT
        }
        Value::LLong(v) => {
            value.l = *v;
            ParamType::LLONG
        }
        Value::ULLong(v) => {
            value.ul = *v;
            ParamType::ULLONG
        }
        Value::Double(v) => {
            value.d = *v;
            ParamType::DOUBLE
        }
        Value::Boolean(v) => {
            value.b = (*v).into();
            ParamType::BOOLEAN
        }
        Value::String(v) => {
            value.s = memory.opt_string(v.as_deref())?;
            ParamType::STRING
        }
        Value::Other(other) => ParamType(*other),
    };
    *kind = set.0;
    Ok(parameter)
}

impl Mallocs {
    /// The parameters as C structs, their strings kept by `self`.
    pub(crate) fn given_params(&mut self, params: &[oxivirt::TypedParam<'_>]) -> Result<Vec<virTypedParameter>> {
        params.iter().map(|param| to_c(self, param)).collect()
    }

    /// [`Mallocs::given_params`] for those of a reply.
    pub(crate) fn each_param(&mut self, params: ReplyParams<'_>) -> Result<Vec<virTypedParameter>> {
        params.map(|param| to_c(self, &param)).collect()
    }

    /// [`Mallocs::given_params`] for those of an event.
    pub(crate) fn params(&mut self, wire: &[TypedParam<'_>]) -> Result<Vec<virTypedParameter>> {
        wire.iter().map(|w| to_c(self, &w.into())).collect()
    }
}

/// The two-call convention: the caller learns the number with `*nparams` 0, then passes an array of that size.
#[derive(Clone, Copy)]
pub(crate) struct CallerParams<'a> {
    params: Array<'a, virTypedParameter>,
    nparams: Out<'a, c_int>,
    room: c_int,
}

impl<'a> CallerParams<'a> {
    /// Checks the pair of arguments as every getter does.
    pub(crate) fn new(params: Array<'a, virTypedParameter>, nparams: Out<'a, c_int>) -> Result<Self> {
        let room = nparams.read().ok_or(Fault::Argument("nparams", Rule::NotNull))?;
        super::args::not_negative(room, "*nparams")?;
        if room != 0 {
            params.present("params")?;
        }
        Ok(Self { params, nparams, room })
    }

    /// [`CallerParams::new`] for getters that do not tell the number of parameters: there must be room.
    pub(crate) fn with_room(params: Array<'a, virTypedParameter>, nparams: Out<'a, c_int>) -> Result<Self> {
        params.present("params")?;
        let room = nparams.read().ok_or(Fault::Argument("nparams", Rule::NotNull))?;
        super::args::positive(room, "*nparams")?;
        Ok(Self { params, nparams, room })
    }

    /// How many parameters the caller has room for: what goes over the wire.
    pub(crate) fn room(&self) -> c_int {
        self.room
    }

    /// Writes what `ask` answers, which gets how many parameters the caller has room for: the number alone when that is 0, else
    /// the parameters and their number.
    pub(crate) fn fill(&self, ask: impl FnOnce(c_int) -> oxivirt::Result<(c_int, TypedParams)>) -> Result<()> {
        let (number, params) = ask(self.room)?;
        if self.room == 0 {
            self.nparams.write(number);
            return Ok(());
        }
        self.put(&params)
    }

    /// Writes the parameters and their number.
    pub(crate) fn put(&self, params: &TypedParams) -> Result<()> {
        let room = self.params.room("params", self.room)?;
        if params.len() > room.len() {
            let text = message!("too many parameters '%1$u' for nparams '%2$d'", params.len(), self.room);
            return Err(rpc(text));
        }
        let mut memory = Mallocs::new();
        room.fill(&memory.given_params(params)?)?;
        memory.release();
        self.nparams.write(super::args::count(params.len())?);
        Ok(())
    }
}

/// The other convention: the library allocates the array and the caller frees it with virTypedParamsFree().
pub(crate) fn put_params(
    answer: &TypedParams,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
) -> Result<()> {
    let number = super::args::count(answer.len())?;
    let mut memory = Mallocs::new();
    let list = memory.given_params(answer)?;
    // No parameters are NULL, as callers that only look at the pointer expect.
    let array = if list.is_empty() { null_mut() } else { memory.array(&list)? };
    memory.release();
    params.write(array);
    nparams.write(number);
    Ok(())
}
