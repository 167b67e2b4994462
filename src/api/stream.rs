//! Entry points: stream.
use crate::abi::ctypes::{
    virFreeCallback, virStreamEventCallback, virStreamSinkFunc, virStreamSinkHoleFunc,
    virStreamSourceFunc, virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use crate::abi::{Array, In, InStr, Out, Owned, Status};
use crate::objects::{Connection, Stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STREAMS;

#[entry(stub = "streams")]
fn virStreamAbort(stream: In<'_, Stream>) -> Status {}

#[entry(stub = "streams")]
fn virStreamEventAddCallback(
    stream: In<'_, Stream>,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> Status {
}

#[entry(stub = "streams")]
fn virStreamEventRemoveCallback(stream: In<'_, Stream>) -> Status {}

#[entry(stub = "streams")]
fn virStreamEventUpdateCallback(stream: In<'_, Stream>, events: c_int) -> Status {}

#[entry(stub = "streams")]
fn virStreamFinish(stream: In<'_, Stream>) -> Status {}

#[entry(stub = "streams")]
fn virStreamFree(stream: In<'_, Stream>) -> Status {}

#[entry(stub = "streams")]
fn virStreamNew(conn: In<'_, Connection>, flags: c_uint) -> Owned<Stream> {}

#[entry(stub = "streams")]
fn virStreamRecv(stream: In<'_, Stream>, data: Array<'_, c_char>, nbytes: usize) -> Status {}

#[entry(stub = "streams")]
fn virStreamRecvAll(
    stream: In<'_, Stream>,
    handler: virStreamSinkFunc,
    opaque: *mut c_void,
) -> Status {
}

#[entry(stub = "streams")]
fn virStreamRecvFlags(
    stream: In<'_, Stream>,
    data: Array<'_, c_char>,
    nbytes: usize,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "streams")]
fn virStreamRecvHole(stream: In<'_, Stream>, length: Out<'_, c_longlong>, flags: c_uint) -> Status {
}

#[entry(stub = "streams")]
fn virStreamRef(stream: In<'_, Stream>) -> Status {}

#[entry(stub = "streams")]
fn virStreamSend(stream: In<'_, Stream>, data: InStr<'_>, nbytes: usize) -> Status {}

#[entry(stub = "streams")]
fn virStreamSendAll(
    stream: In<'_, Stream>,
    handler: virStreamSourceFunc,
    opaque: *mut c_void,
) -> Status {
}

#[entry(stub = "streams")]
fn virStreamSendHole(stream: In<'_, Stream>, length: c_longlong, flags: c_uint) -> Status {}

#[entry(stub = "streams")]
fn virStreamSparseRecvAll(
    stream: In<'_, Stream>,
    handler: virStreamSinkFunc,
    hole_handler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> Status {
}

#[entry(stub = "streams")]
fn virStreamSparseSendAll(
    stream: In<'_, Stream>,
    handler: virStreamSourceFunc,
    hole_handler: virStreamSourceHoleFunc,
    skip_handler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> Status {
}
