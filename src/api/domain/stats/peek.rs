//! Bytes of a domain's disks and memory.
use crate::abi::ctypes::{VIR_MEMORY_PHYSICAL, VIR_MEMORY_VIRTUAL};
use crate::abi::{Array, In, InStr, Status, exclusive};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    let disk = disk.get_filled("disk")?;
    buffer.room("buffer", size)?.fill(&dom.block_peek(disk, offset, size, flags)?)
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
    // The method refuses this too, but the buffer is looked at in between.
    exclusive(flags, (VIR_MEMORY_VIRTUAL, "VIR_MEMORY_VIRTUAL"), (VIR_MEMORY_PHYSICAL, "VIR_MEMORY_PHYSICAL"))?;
    buffer.room("buffer", size)?.fill(&dom.memory_peek(start, size, flags)?)
}
