//! libvirt-stream.h. The helpers that move a whole stream are in `stream/whole.rs`.
use crate::abi::ctypes::{VIR_STREAM_RECV_STOP_AT_HOLE, virFreeCallback, virStreamEventCallback};
use crate::abi::{Array, Count, Fault, Filler, Handle, In, Out, Owned, Result, Status, StreamEvents};
use crate::objects::{Connection, Stream, StreamHandle, create_stream};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::{Receive, Received};
use std::ffi::{c_int, c_longlong, c_uint, c_void};

mod whole;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STREAMS;
/// Results of the receive functions besides a count: nothing has arrived; a hole comes next.
const NOTHING: c_int = -2;
const AT_HOLE: c_int = -3;

#[entry]
fn virStreamNew(conn: In<'_, Connection>, flags: c_uint) -> Owned<Stream> {
    create_stream(conn.get()?, flags)
}

#[entry]
fn virStreamRef(stream: In<'_, Stream>) -> Status {
    stream.reference()
}

#[entry]
fn virStreamFree(stream: In<'_, Stream>) -> Status {
    drop(stream.release()?);
    Ok(())
}

#[entry]
fn virStreamSend(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize) -> Count {
    let stream = stream.get()?;
    data.present("data")?;
    send(stream, data.read("data", nbytes)?)
}

/// virStreamSend() with checked arguments.
fn send(stream: &Handle<Stream>, data: &[u8]) -> Result<c_int> {
    stream.driver().stream_send(stream.id()?, data)?;
    crate::abi::count(data.len())
}

#[entry]
fn virStreamSendHole(stream: In<'_, Stream>, length: c_longlong, flags: c_uint) -> Status {
    send_hole(stream.get()?, length, flags)
}

/// virStreamSendHole() with checked arguments.
fn send_hole(stream: &Handle<Stream>, length: c_longlong, flags: c_uint) -> Result<()> {
    let driver = stream.driver();
    Ok(driver.stream_send_hole(stream.id()?, length, flags)?)
}

#[entry]
fn virStreamRecv(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize) -> Count {
    receive_into(stream, data, nbytes, 0)
}

#[entry]
fn virStreamRecvFlags(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize, flags: c_uint) -> Count {
    receive_into(stream, data, nbytes, flags)
}

fn receive_into(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize, flags: c_uint) -> Result<c_int> {
    let stream = stream.get()?;
    data.present("data")?;
    let mut filler = Filler::new(data.room("data", nbytes)?);
    receive(stream, nbytes, flags, &mut |piece| filler.put(piece))
}

/// virStreamRecvFlags() with checked arguments.
fn receive(stream: &Handle<Stream>, nbytes: usize, flags: c_uint, put: &mut dyn FnMut(&[u8])) -> Result<c_int> {
    let id = stream.id()?;
    known_flags(flags, VIR_STREAM_RECV_STOP_AT_HOLE, "remoteStreamRecvFlags")?;
    let how = Receive {
        // The result is an int.
        want: nbytes.min(c_int::MAX as usize),
        wait: !stream.is_nonblocking(),
        stop_at_hole: flags != 0,
    };
    let received = stream.driver().stream_receive(id, how, put);
    stream.moved();
    match received? {
        Received::Data(count) => crate::abi::count(count),
        Received::Hole => Ok(AT_HOLE),
        Received::Nothing => Ok(NOTHING),
    }
}

#[entry]
fn virStreamRecvHole(stream: In<'_, Stream>, length: Out<'_, c_longlong>, flags: c_uint) -> Status {
    let stream = stream.get()?;
    if length.is_null() {
        return Err(Fault::UntoldNull("length"));
    }
    length.write(receive_hole(stream, flags)?);
    Ok(())
}

/// virStreamRecvHole() with checked arguments.
fn receive_hole(stream: &Handle<Stream>, flags: c_uint) -> Result<c_longlong> {
    let id = stream.id()?;
    known_flags(flags, 0, "remoteStreamRecvHole")?;
    Ok(stream.driver().stream_receive_hole(id)?)
}

/// Refuses flags as the stock driver does, which names itself.
fn known_flags(flags: c_uint, known: c_uint, function: &'static str) -> Result<()> {
    let unknown = flags & !known;
    if unknown == 0 {
        return Ok(());
    }
    let text = message!("unsupported flags (0x%1$x) in function %2$s", unknown, function);
    Err(Error::raw(ErrorDomain::REMOTE, ErrorCode::INVALID_ARG, text)
        .with_strings(Some(function.into()), Some("flags".into()), None)
        .into())
}

#[entry]
fn virStreamFinish(stream: In<'_, Stream>) -> Status {
    let stream = stream.get()?;
    let closed = stream.driver().stream_close(stream.id()?, false);
    stream.moved();
    Ok(closed?)
}

#[entry]
fn virStreamAbort(stream: In<'_, Stream>) -> Status {
    abort(stream.get()?)
}

/// virStreamAbort() with checked arguments: nothing to do for a stream that nothing opened.
fn abort(stream: &Handle<Stream>) -> Result<()> {
    let Some(id) = stream.opened() else {
        return Ok(());
    };
    let closed = stream.driver().stream_close(id, true);
    stream.moved();
    Ok(closed?)
}

fn no_callback() -> Fault {
    let text = message!("no stream callback registered");
    Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text).into()
}

#[entry]
fn virStreamEventAddCallback(
    stream: In<'_, Stream>,
    events: c_int,
    cb: virStreamEventCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> Status {
    let stream = stream.get()?;
    let id = stream.id()?;
    let refused = |text| Fault::from(Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text));
    let several = || refused(message!("multiple stream callbacks not supported"));
    if stream.events().is_some() {
        return Err(several());
    }
    // Not with the place locked: functions of the program's event loop are called.
    let registered = StreamEvents::register(stream, id, events, cb, (opaque, ff));
    let registered = registered.ok_or_else(|| refused(message!("Unable to add timer to event loop")))?;
    if !stream.put_events(&registered) {
        registered.discard();
        return Err(several());
    }
    registered.start();
    Ok(())
}

#[entry]
fn virStreamEventUpdateCallback(stream: In<'_, Stream>, events: c_int) -> Status {
    let stream = stream.get()?;
    stream.id()?;
    let registered = stream.events().clone();
    registered.ok_or_else(no_callback)?.update(events);
    Ok(())
}

#[entry]
fn virStreamEventRemoveCallback(stream: In<'_, Stream>) -> Status {
    let stream = stream.get()?;
    stream.id()?;
    let registered = stream.events().take();
    registered.ok_or_else(no_callback)?.remove();
    Ok(())
}
