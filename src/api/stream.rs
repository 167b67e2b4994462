//! libvirt-stream.h. The functions that move a whole stream are in `stream/whole.rs`.
use crate::abi::ctypes::{virFreeCallback, virStreamEventCallback};
use crate::abi::{Array, Count, Fault, Filler, In, Out, Owned, Result, Status, count};
use crate::objects::{Connection, Stream, add_stream_events, create_stream, no_stream_events};
use oxivirt::stream::Received;
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, Function};
use std::ffi::{c_int, c_longlong, c_uint, c_void};

mod whole;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STREAMS;
/// Results besides a count: nothing has arrived, or there is no room; a hole comes next.
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
    let data = data.read("data", nbytes)?;
    if stream.is_nonblocking() {
        return match stream.try_send(data)? {
            0 if nbytes > 0 => Ok(NOTHING),
            sent => count(sent),
        };
    }
    stream.send(data)?;
    count(nbytes)
}

#[entry]
fn virStreamSendHole(stream: In<'_, Stream>, length: c_longlong, flags: c_uint) -> Status {
    Ok(stream.get()?.send_hole(length, flags)?)
}

#[entry]
fn virStreamRecv(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize) -> Count {
    receive_into(SITE.function, stream, (data, nbytes), 0)
}

#[entry]
fn virStreamRecvFlags(stream: In<'_, Stream>, data: Array<'_, u8>, nbytes: usize, flags: c_uint) -> Count {
    receive_into(SITE.function, stream, (data, nbytes), flags)
}

fn receive_into(
    function: &'static str,
    stream: In<'_, Stream>,
    (data, nbytes): (Array<'_, u8>, usize),
    flags: c_uint,
) -> Result<c_int> {
    let stream = stream.get()?;
    data.present("data")?;
    let mut filler = Filler::new(data.room("data", nbytes)?);
    match stream.receive(function, nbytes, flags, &mut |piece| filler.put(piece))? {
        Received::Data(number) => count(number),
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
    length.put(stream.recv_hole(flags))
}

#[entry]
fn virStreamFinish(stream: In<'_, Stream>) -> Status {
    Ok(stream.get()?.finish()?)
}

#[entry]
fn virStreamAbort(stream: In<'_, Stream>) -> Status {
    Ok(stream.get()?.abort()?)
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
    let id = stream.id(&Function(SITE.function, FROM))?;
    add_stream_events(stream, id, events, cb, (opaque, ff))
}

#[entry]
fn virStreamEventUpdateCallback(stream: In<'_, Stream>, events: c_int) -> Status {
    let stream = stream.get()?;
    stream.id(&Function(SITE.function, FROM))?;
    stream.watcher().ok_or_else(no_stream_events)?.update(events);
    Ok(())
}

#[entry]
fn virStreamEventRemoveCallback(stream: In<'_, Stream>) -> Status {
    let stream = stream.get()?;
    stream.id(&Function(SITE.function, FROM))?;
    stream.unwatch().ok_or_else(no_stream_events)?.remove();
    Ok(())
}
