//! Bytes of a domain's disks and memory.
use crate::abi::ctypes::{VIR_MEMORY_PHYSICAL, VIR_MEMORY_VIRTUAL};
use crate::abi::{Array, Fault, In, InStr, Status, bad_reply, exclusive};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainBlockPeek(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    offset: c_ulonglong,
    size: usize,
    buffer: Array<'_, u8>,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    let path = disk.get_filled("disk")?.into();
    // A size of 0 tests whether the disk is accessible.
    let room = buffer.room("buffer", size)?;
    let size = wire_size(size);
    let mut call = dom.call();
    let args = remote::DomainBlockPeekArgs { dom: dom.wire(), path, offset, size, flags };
    let ret = dom.driver().domain_block_peek(&mut call, &args)?;
    same_size(ret.buffer.as_bytes(), room.len())?;
    room.fill(ret.buffer.as_bytes())
}

#[entry]
fn virDomainMemoryPeek(
    dom: In<'_, Domain>,
    start: c_ulonglong,
    size: usize,
    buffer: Array<'_, u8>,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    exclusive(flags, (VIR_MEMORY_VIRTUAL, "VIR_MEMORY_VIRTUAL"), (VIR_MEMORY_PHYSICAL, "VIR_MEMORY_PHYSICAL"))?;
    let room = buffer.room("buffer", size)?;
    let size = wire_size(size);
    let mut call = dom.call();
    let args = remote::DomainMemoryPeekArgs { dom: dom.wire(), offset: start, size, flags };
    let ret = dom.driver().domain_memory_peek(&mut call, &args)?;
    same_size(ret.buffer.as_bytes(), room.len())?;
    room.fill(ret.buffer.as_bytes())
}

/// The size as drivers know it: more than 32 bits hold is as much too large as what they do hold.
fn wire_size(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

fn same_size(got: &[u8], want: usize) -> Result<(), Fault> {
    if got.len() != want {
        return Err(bad_reply(message!("returned buffer is not same size as requested")));
    }
    Ok(())
}
