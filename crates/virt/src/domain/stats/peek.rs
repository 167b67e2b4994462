//! Bytes of a domain's disks and memory.
use super::super::{Domain, FROM};
use crate::flags::{VIR_MEMORY_PHYSICAL, VIR_MEMORY_VIRTUAL};
use crate::{Function, OnConnection, Result, Str, reply};
use oxivirt_model::message;
use oxivirt_protocol::remote;

impl Domain {
    /// Returns `size` bytes of a disk, named by its target or its source, from `offset` on: `virDomainBlockPeek`. `flags` are
    /// none so far. A size of 0 tests whether the disk is accessible.
    ///
    /// # Errors
    /// The connection is read-only, the name is empty, or the driver refuses.
    pub fn block_peek<'a>(&self, disk: impl Into<Str<'a>>, offset: u64, size: usize, flags: u32) -> Result<Vec<u8>> {
        let path = disk.into();
        let op = self.op(&Function("virDomainBlockPeek", FROM)).write()?.not_empty("disk", &path)?;
        let args = remote::DomainBlockPeekArgs { dom: self.wire(), path, offset, size: wire_size(size), flags };
        op.call(|driver, call| exactly(driver.domain_block_peek(call, &args)?.buffer.as_bytes(), size))
    }

    /// Returns `size` bytes of memory from the address `start` on, which is one of the kind that `flags` say:
    /// `virDomainMemoryPeek`. `flags` are virDomainMemoryFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn memory_peek(&self, start: u64, size: usize, flags: u32) -> Result<Vec<u8>> {
        let op = self.op(&Function("virDomainMemoryPeek", FROM)).write()?;
        let op = op.exclusive(flags, VIR_MEMORY_VIRTUAL, VIR_MEMORY_PHYSICAL)?;
        let args = remote::DomainMemoryPeekArgs { dom: self.wire(), offset: start, size: wire_size(size), flags };
        op.call(|driver, call| exactly(driver.domain_memory_peek(call, &args)?.buffer.as_bytes(), size))
    }
}

/// Returns the size as drivers know it: more than 32 bits hold is as much too large as what they do hold.
fn wire_size(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

fn exactly(bytes: &[u8], size: usize) -> Result<Vec<u8>> {
    if bytes.len() != size {
        return Err(reply::bad(message!("returned buffer is not same size as requested")));
    }
    Ok(bytes.to_vec())
}
