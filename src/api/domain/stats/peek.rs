//! Bytes of a domain's disks and memory.
use crate::abi::ctypes::{VIR_MEMORY_PHYSICAL, VIR_MEMORY_VIRTUAL};
use crate::abi::{Array, Fault, In, InStr, Status, bad_reply, exclusive};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    let size = request(size, remote::DOMAIN_BLOCK_PEEK_BUFFER_MAX, "block")?;
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
    let size = request(size, remote::DOMAIN_MEMORY_PEEK_BUFFER_MAX, "memory")?;
    let mut call = dom.call();
    let args = remote::DomainMemoryPeekArgs { dom: dom.wire(), offset: start, size, flags };
    let ret = dom.driver().domain_memory_peek(&mut call, &args)?;
    same_size(ret.buffer.as_bytes(), room.len())?;
    room.fill(ret.buffer.as_bytes())
}

/// The size as the wire has it; the protocol's limit is far below what 32 bits hold.
fn request(size: usize, limit: u32, what: &str) -> Result<u32, Fault> {
    let text = || {
        // The text shows sizes above the signed maximum as negative.
        let shown = size.cast_signed();
        bad_reply(format!("{what} peek request too large for remote protocol, {shown} > {limit}"))
    };
    u32::try_from(size).ok().filter(|&s| s <= limit).ok_or_else(text)
}

fn same_size(got: &[u8], want: usize) -> Result<(), Fault> {
    if got.len() != want {
        return Err(bad_reply("returned buffer is not same size as requested"));
    }
    Ok(())
}
