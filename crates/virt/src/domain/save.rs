//! A domain's state in a file: save and restore, the managed image, core dumps.
//!
//! The daemon opens the files, so relative paths are taken from the working directory of the program.
mod dump;
mod image;
mod managed;
mod path;

use super::lifecycle::SHUT_OFF;
use super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_SAVE_PAUSED, VIR_DOMAIN_SAVE_RUNNING};
use crate::op::Op;
use crate::params::to_wire;
use crate::{Connection, Function, OnConnection, Result, Str, TypedParam};
use oxivirt_protocol::remote;
use path::absolute;

impl Op<'_> {
    /// Refuses more than one state in which the domain comes back.
    fn one_state(self, flags: u32) -> Result<Self> {
        self.exclusive(flags, VIR_DOMAIN_SAVE_RUNNING, VIR_DOMAIN_SAVE_PAUSED)
    }
}

impl Domain {
    /// Stops the domain and saves its memory to a file: `virDomainSave`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn save<'a>(&self, to: impl Into<Str<'a>>) -> Result<()> {
        let op = self.op(&Function("virDomainSave", FROM)).write()?;
        let args = remote::DomainSaveArgs { dom: self.wire(), to: absolute(&to.into()) };
        op.call(|driver, call| driver.domain_save(call, &args))?;
        self.set_id(SHUT_OFF);
        Ok(())
    }

    /// Stops the domain and saves its memory to a file, with another definition to be started from if there is `xml`:
    /// `virDomainSaveFlags`. `flags` are virDomainSaveRestoreFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn save_flags<'a>(&self, to: impl Into<Str<'a>>, xml: Option<impl Into<Str<'a>>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSaveFlags", FROM)).write()?.one_state(flags)?;
        let (to, dxml) = (absolute(&to.into()), xml.map(Into::into));
        let args = remote::DomainSaveFlagsArgs { dom: self.wire(), to, dxml, flags };
        op.call(|driver, call| driver.domain_save_flags(call, &args))?;
        self.refresh_id(op);
        Ok(())
    }

    /// Stops the domain and saves its memory as the parameters say: `virDomainSaveParams`. `flags` are
    /// virDomainSaveRestoreFlags. A path among the parameters must be absolute.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn save_params(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSaveParams", FROM)).write()?.one_state(flags)?;
        let args = remote::DomainSaveParamsArgs { dom: self.wire(), params: to_wire(params)?, flags };
        op.call(|driver, call| driver.domain_save_params(call, &args))
    }

    /// Starts a domain from a file: `virDomainRestore`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn restore<'a>(conn: &Connection, from: impl Into<Str<'a>>) -> Result<()> {
        let op = conn.op(&Function("virDomainRestore", FROM)).write()?;
        let args = remote::DomainRestoreArgs { from: absolute(&from.into()) };
        op.call(|driver, call| driver.domain_restore(call, &args))
    }

    /// Starts a domain from a file, with another definition if there is `xml`: `virDomainRestoreFlags`. `flags` are
    /// virDomainSaveRestoreFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn restore_flags<'a>(
        conn: &Connection,
        from: impl Into<Str<'a>>,
        xml: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<()> {
        let op = conn.op(&Function("virDomainRestoreFlags", FROM)).write()?.one_state(flags)?;
        let (from, dxml) = (absolute(&from.into()), xml.map(Into::into));
        let args = remote::DomainRestoreFlagsArgs { from, dxml, flags };
        op.call(|driver, call| driver.domain_restore_flags(call, &args))
    }

    /// Starts a domain from a file as the parameters say: `virDomainRestoreParams`. `flags` are virDomainSaveRestoreFlags. A path
    /// among the parameters must be absolute.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn restore_params(conn: &Connection, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = conn.op(&Function("virDomainRestoreParams", FROM)).write()?.one_state(flags)?;
        let args = remote::DomainRestoreParamsArgs { params: to_wire(params)?, flags };
        op.call(|driver, call| driver.domain_restore_params(call, &args))
    }
}
