//! Core dumps of a domain's memory.
use super::super::{Domain, FROM};
use super::path::absolute;
use crate::flags::{VIR_DUMP_CRASH, VIR_DUMP_LIVE, VIR_DUMP_RESET};
use crate::op::Op;
use crate::{Function, OnConnection, Result, Str};
use oxivirt_model::constants::VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP;
use oxivirt_model::message;
use oxivirt_protocol::remote;

impl Op<'_> {
    /// Refuses more than one of what may become of the domain after the dump.
    fn one_ending(self, flags: u32) -> Result<Self> {
        let op = self.exclusive(flags, VIR_DUMP_CRASH, VIR_DUMP_LIVE)?;
        op.exclusive(flags, VIR_DUMP_CRASH, VIR_DUMP_RESET)?.exclusive(flags, VIR_DUMP_LIVE, VIR_DUMP_RESET)
    }
}

impl Domain {
    /// Writes the domain's memory to a file: `virDomainCoreDump`. `flags` are virDomainCoreDumpFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn core_dump<'a>(&self, to: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainCoreDump", FROM)).write()?.one_ending(flags)?;
        let args = remote::DomainCoreDumpArgs { dom: self.wire(), to: absolute(&to.into()), flags };
        op.call(|driver, call| driver.domain_core_dump(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Writes the domain's memory to a file in a virDomainCoreDumpFormat: `virDomainCoreDumpWithFormat`. `flags` are
    /// virDomainCoreDumpFlags.
    ///
    /// # Errors
    /// The connection is read-only, the format is not known, `flags` contradict each other, or the driver refuses.
    pub fn core_dump_with_format<'a>(&self, to: impl Into<Str<'a>>, format: u32, flags: u32) -> Result<()> {
        let function = Function("virDomainCoreDumpWithFormat", FROM);
        let op = self.op(&function).write()?;
        if format > VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP {
            // The text shows the number as signed, and the error names the wrong argument: both are interface.
            let text = message!("dumpformat '%1$d' is not supported", format.cast_signed());
            return Err(function.invalid("flags", text));
        }
        let op = op.one_ending(flags)?;
        let to = absolute(&to.into());
        let args = remote::DomainCoreDumpWithFormatArgs { dom: self.wire(), to, dumpformat: format, flags };
        op.call(|driver, call| driver.domain_core_dump_with_format(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }
}
