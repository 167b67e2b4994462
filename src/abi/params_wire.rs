//! Typed parameters between C arrays and the wire, in both directions and both memory conventions.
use super::alloc::Mallocs;
use super::args::{Array, Out};
use super::ctypes::virTypedParameter;
use super::params::{FIELD_LEN, ParamValue, Parameter, blank, set_field};
use super::{Fault, Result, Rule};
use crate::objects::Connection;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};
use std::ffi::c_int;
use std::ptr::null_mut;

/// More parameters than this are a number gone wrong: reading so many would leave the caller's memory. No driver takes as many.
const MOST: usize = 16_384;

fn rpc(text: String) -> Fault {
    Error::new(ErrorDomain::NONE, ErrorCode::RPC, text).into()
}

impl<'a> Array<'a, virTypedParameter> {
    /// The caller's parameters for the wire; those without a type are left out.
    pub(crate) fn to_wire(self, nparams: c_int) -> Result<Vec<TypedParam<'a>>> {
        let array = self.read("params", nparams)?;
        if array.len() > MOST {
            return Err(rpc(format!("too many parameters '{}' for limit '{MOST}'", array.len())));
        }
        array.iter().filter(|p| p.type_ != 0).map(|p| one_to_wire(Parameter(p))).collect()
    }

    /// What every setter checks first: names end inside their field, strings are there and the daemon knows them.
    pub(crate) fn validate_set(self, conn: &Connection, nparams: c_int) -> Result<()> {
        let strings = conn.takes_strings()?;
        let bad = |text: String| {
            Fault::Error(Error::raw(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).with_strings(
                Some("virTypedParameterValidateSet".into()),
                Some("params".into()),
                None,
            ))
        };
        for parameter in self.read("params", nparams)?.iter().map(Parameter) {
            let name = String::from_utf8_lossy(parameter.name());
            if parameter.name().len() >= FIELD_LEN {
                return Err(bad(format!("string parameter name '{name}' too long")));
            }
            match parameter.value() {
                Some(ParamValue::String(_)) if !strings => {
                    return Err(bad(format!("string parameter '{name}' unsupported")));
                }
                Some(ParamValue::String(None)) => {
                    return Err(bad(format!("NULL string parameter '{name}'")));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn one_to_wire(parameter: Parameter<'_>) -> Result<TypedParam<'_>> {
    let value = match parameter.value() {
        Some(ParamValue::Int(v)) => TypedParamValue::Int(v),
        Some(ParamValue::UInt(v)) => TypedParamValue::Uint(v),
        Some(ParamValue::LLong(v)) => TypedParamValue::Llong(v),
        Some(ParamValue::ULLong(v)) => TypedParamValue::Ullong(v),
        Some(ParamValue::Double(v)) => TypedParamValue::Double(v),
        Some(ParamValue::Boolean(v)) => TypedParamValue::Boolean(v.into()),
        Some(ParamValue::String(v)) => TypedParamValue::String(v.unwrap_or_default().into()),
        None => {
            return Err(rpc(format!("unknown parameter type: {}", parameter.kind().0)));
        }
    };
    Ok(TypedParam { field: parameter.name().into(), value })
}

fn one_from_wire(memory: &mut Mallocs, wire: &TypedParam<'_>) -> Result<virTypedParameter> {
    let mut parameter = blank();
    let name = wire.field.as_bytes().split(|&b| b == 0).next().unwrap_or_default();
    if !set_field(&mut parameter, name) {
        let name = String::from_utf8_lossy(name);
        let text = format!("parameter {name} too big for destination");
        return Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into());
    }
    let (kind, value) = (&mut parameter.type_, &mut parameter.value);
    *kind = match &wire.value {
        TypedParamValue::Int(v) => {
            value.i = *v;
            1
        }
        TypedParamValue::Uint(v) => {
            value.ui = *v;
            2
        }
        TypedParamValue::Llong(v) => {
            value.l = *v;
            3
        }
        TypedParamValue::Ullong(v) => {
            value.ul = *v;
            4
        }
        TypedParamValue::Double(v) => {
            value.d = *v;
            5
        }
        TypedParamValue::Boolean(v) => {
            // The member is a char: anything but 0 must not become 0 when it is cut.
            value.b = (*v != 0).into();
            6
        }
        TypedParamValue::String(v) => {
            value.s = memory.string(v.as_bytes())?;
            7
        }
    };
    Ok(parameter)
}

impl Mallocs {
    /// The parameters as C structs, their strings kept by `self`.
    pub(crate) fn params(&mut self, wire: &[TypedParam<'_>]) -> Result<Vec<virTypedParameter>> {
        wire.iter().map(|w| one_from_wire(self, w)).collect()
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

    /// How many parameters the caller has room for: what goes over the wire.
    pub(crate) fn room(&self) -> c_int {
        self.room
    }

    /// Writes the reply: the number alone when the caller asked for it, else the parameters and their number.
    pub(crate) fn store(&self, wire: &[TypedParam<'_>], supported: c_int) -> Result<()> {
        if self.room == 0 {
            self.nparams.write(super::answered(supported, "nparams")?);
            return Ok(());
        }
        self.store_all(wire)
    }

    /// Writes the parameters and their number.
    pub(crate) fn store_all(&self, wire: &[TypedParam<'_>]) -> Result<()> {
        let room = self.params.room("params", self.room)?;
        if wire.len() > room.len() {
            let text = format!("too many parameters '{}' for nparams '{}'", wire.len(), self.room);
            return Err(rpc(text));
        }
        let mut memory = Mallocs::new();
        room.fill(&memory.params(wire)?)?;
        memory.release();
        self.nparams.write(super::args::count(wire.len())?);
        Ok(())
    }
}

/// The other convention: the library allocates the array and the caller frees it with virTypedParamsFree().
pub(crate) fn give_params(
    wire: &[TypedParam<'_>],
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
) -> Result<()> {
    let number = super::args::count(wire.len())?;
    let mut memory = Mallocs::new();
    let list = memory.params(wire)?;
    // No parameters are NULL, as callers that only look at the pointer expect.
    let array = if list.is_empty() { null_mut() } else { memory.array(&list)? };
    memory.release();
    params.write(array);
    nparams.write(number);
    Ok(())
}
