//! libvirt-stream.h: the functions that move a whole stream through functions of the program. Their errors are reported as those of
//! the functions that they are built from.
use crate::abi::ctypes::{
    virStreamSinkFunc, virStreamSinkHoleFunc, virStreamSourceFunc, virStreamSourceHoleFunc, virStreamSourceSkipFunc,
};
use crate::abi::{Caller, In, InC, Sink, Source, Status};
use crate::objects::Stream;
use oxivirt::stream::{SparseSink, SparseSource};
use oxivirt_entry_macro::entry;
use std::ffi::c_void;

use super::FROM;

#[entry]
fn virStreamSendAll(stream: In<'_, Stream>, handler: virStreamSourceFunc, opaque: *mut c_void) -> Status {
    let stream = stream.get()?;
    stream.or_abort(&InC, || {
        let mut source = Source::new(Caller::new(stream, opaque), handler)?;
        stream.send_all_heard(&InC, |room| source.read(room))
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
    stream.or_abort(&InC, || {
        let mut source = Source::sparse(Caller::new(stream, opaque), handler, hole_handler, skip_handler)?;
        stream.sparse_send_all_heard(&InC, &mut source)
    })
}

#[entry]
fn virStreamRecvAll(stream: In<'_, Stream>, handler: virStreamSinkFunc, opaque: *mut c_void) -> Status {
    let stream = stream.get()?;
    stream.or_abort(&InC, || {
        let mut sink = Sink::new(Caller::new(stream, opaque), handler)?;
        stream.recv_all_heard(&InC, |data| sink.write(data))
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
    stream.or_abort(&InC, || {
        let mut sink = Sink::sparse(Caller::new(stream, opaque), handler, hole_handler)?;
        stream.sparse_recv_all_heard(&InC, &mut sink)
    })
}
