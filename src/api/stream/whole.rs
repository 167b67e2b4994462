//! libvirt-stream.h: the functions that move a whole stream through functions of the program. Each is built from the
//! simple functions and fails as a chain of them would: their errors are reported too, and the stream is aborted.
use super::{AT_HOLE, FROM, abort, receive, receive_hole, send, send_hole};
use crate::abi::ctypes::{
    VIR_STREAM_RECV_STOP_AT_HOLE, virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc,
    virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use crate::abi::{Caller, Handle, In, Result, Site, Status, nested, present};
use crate::objects::Stream;
use oxivirt_entry_macro::entry;
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode};
use std::ffi::c_void;

/// Bytes moved at once: what fits into one message of every daemon (VIR_NET_MESSAGE_LEGACY_PAYLOAD_MAX).
const CHUNK: usize = 262_120;

/// Where an error of a simple function is reported.
fn site(function: &'static str) -> Site {
    Site { function, from: FROM }
}

/// Runs the body; a failure aborts the stream and stays the error, whatever the abort says.
fn or_abort(stream: &Handle<Stream>, body: impl FnOnce() -> Result<()>) -> Result<()> {
    let done = body();
    // A function that left with an exception leaves the stream as it is.
    if done.is_err() && !oxivirt_sys::unwinding() {
        let _ = nested(&site("virStreamAbort"), || abort(stream));
    }
    done
}

/// These functions wait, which a nonblocking stream must not. `what` is sources or sinks.
fn blocking(stream: &Handle<Stream>, what: &str) -> Result<()> {
    if stream.is_nonblocking() {
        let text = translate(&format!("data {what} cannot be used for non-blocking streams"));
        return Err(Error::new(FROM, ErrorCode::OPERATION_INVALID, text).into());
    }
    Ok(())
}

fn send_piece(stream: &Handle<Stream>, data: &[u8]) -> Result<()> {
    nested(&site("virStreamSend"), || send(stream, data)).map(drop)
}

/// Hands bytes over until all are taken.
fn drain(caller: Caller<'_>, handler: virStreamSinkFunc, mut data: &[u8]) -> Result<()> {
    while !data.is_empty() {
        let taken = caller.sink(handler, data)?;
        data = data.get(taken..).unwrap_or_default();
    }
    Ok(())
}

#[entry]
fn virStreamSendAll(stream: In<'_, Stream>, handler: virStreamSourceFunc, opaque: *mut c_void) -> Status {
    let stream = stream.get()?;
    or_abort(stream, || {
        present(handler, "handler")?;
        blocking(stream, "sources")?;
        let caller = Caller { stream, opaque };
        let mut room = vec![0; CHUNK];
        loop {
            let got = caller.source(handler, &mut room)?;
            if got == 0 {
                return Ok(());
            }
            send_piece(stream, room.get(..got).unwrap_or_default())?;
        }
    })
}

#[entry]
fn virStreamSparseSendAll(
    stream: In<'_, Stream>,
    handler: virStreamSourceFunc,
    hole_handler: virStreamSourceHoleFunc,
    skip_handler: virStreamSourceSkipFunc,
    opaque: *mut c_void,
) -> Status {
    let stream = stream.get()?;
    or_abort(stream, || {
        present(handler, "handler")?;
        present(hole_handler, "holeHandler")?;
        present(skip_handler, "skipHandler")?;
        blocking(stream, "sources")?;
        let caller = Caller { stream, opaque };
        let mut room = vec![0; CHUNK];
        let mut section: u64 = 0;
        loop {
            if section == 0 {
                let (in_data, length) = caller.source_hole(hole_handler)?;
                if !in_data && length != 0 {
                    nested(&site("virStreamSendHole"), || send_hole(stream, length, 0))?;
                    caller.skip(skip_handler, length)?;
                    continue;
                }
                section = length.cast_unsigned();
            }
            let want = usize::try_from(section).unwrap_or(CHUNK).min(CHUNK);
            let got = caller.source(handler, room.get_mut(..want).unwrap_or_default())?;
            if got == 0 {
                return Ok(());
            }
            send_piece(stream, room.get(..got).unwrap_or_default())?;
            section = section.saturating_sub(got as u64);
        }
    })
}

#[entry]
fn virStreamRecvAll(stream: In<'_, Stream>, handler: virStreamSinkFunc, opaque: *mut c_void) -> Status {
    let stream = stream.get()?;
    or_abort(stream, || {
        present(handler, "handler")?;
        blocking(stream, "sinks")?;
        let caller = Caller { stream, opaque };
        let mut data = Vec::with_capacity(CHUNK);
        loop {
            data.clear();
            nested(&site("virStreamRecv"), || receive(stream, CHUNK, 0, &mut |piece| data.extend_from_slice(piece)))?;
            if data.is_empty() {
                return Ok(());
            }
            drain(caller, handler, &data)?;
        }
    })
}

#[entry]
fn virStreamSparseRecvAll(
    stream: In<'_, Stream>,
    handler: virStreamSinkFunc,
    hole_handler: virStreamSinkHoleFunc,
    opaque: *mut c_void,
) -> Status {
    let stream = stream.get()?;
    or_abort(stream, || {
        present(handler, "handler")?;
        present(hole_handler, "holeHandler")?;
        blocking(stream, "sinks")?;
        let caller = Caller { stream, opaque };
        let mut data = Vec::with_capacity(CHUNK);
        loop {
            data.clear();
            let got = nested(&site("virStreamRecvFlags"), || {
                let put = &mut |piece: &[u8]| data.extend_from_slice(piece);
                receive(stream, CHUNK, VIR_STREAM_RECV_STOP_AT_HOLE, put)
            })?;
            if got == AT_HOLE {
                let length = nested(&site("virStreamRecvHole"), || receive_hole(stream, 0))?;
                caller.sink_hole(hole_handler, length)?;
            } else if data.is_empty() {
                return Ok(());
            } else {
                drain(caller, handler, &data)?;
            }
        }
    })
}
