//! Entry points: typed_params.
use crate::abi::{Array, InStr, InStrings, Out, Status, TypedParamPointer};
use crate::abi::ctypes::{virTypedParameter};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_double, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(stub = "pending")]
fn virTypedParamsAddBoolean(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_int) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddDouble(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_double) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddFromString(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, r#type: c_int, value: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddInt(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_int) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddLLong(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_longlong) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddString(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddStringList(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, values: InStrings<'_>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddUInt(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsAddULLong(params: Out<'_, *mut virTypedParameter>, nparams: Out<'_, c_int>, maxparams: Out<'_, c_int>, name: InStr<'_>, value: c_ulonglong) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsClear(params: Array<'_, virTypedParameter>, nparams: c_int) {}

#[entry(stub = "pending")]
fn virTypedParamsFree(params: Array<'_, virTypedParameter>, nparams: c_int) {}

#[entry(stub = "pending")]
fn virTypedParamsGet(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>) -> TypedParamPointer {}

#[entry(stub = "pending")]
fn virTypedParamsGetBoolean(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetDouble(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_double>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetInt(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetLLong(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_longlong>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetString(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: InStrings<'_>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetUInt(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_uint>) -> Status {}

#[entry(stub = "pending")]
fn virTypedParamsGetULLong(params: Array<'_, virTypedParameter>, nparams: c_int, name: InStr<'_>, value: Out<'_, c_ulonglong>) -> Status {}
