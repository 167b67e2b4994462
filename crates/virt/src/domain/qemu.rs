//! What only the QEMU driver can do: its monitor, its guest agent, processes that it did not start.
use super::Domain;
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::qemu;
use std::os::fd::OwnedFd;

/// The error domain of this section: it has a number of its own, which the stock library does not use here.
const FROM: ErrorDomain = ErrorDomain::NONE;

impl Domain {
    /// Sends a command to the guest's agent, and returns its answer if it comes within `timeout` seconds, or as a
    /// virDomainQemuAgentCommandTimeoutValues says: `virDomainQemuAgentCommand`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, there is no agent, or it does not answer.
    pub fn qemu_agent_command<'a>(
        &self,
        command: impl Into<Str<'a>>,
        timeout: i32,
        flags: u32,
    ) -> Result<Option<Text>> {
        let op = self.op(&Function("virDomainQemuAgentCommand", FROM)).write()?;
        let args = qemu::DomainAgentCommandArgs { dom: self.wire(), cmd: command.into(), timeout, flags };
        op.call(|driver, call| Ok(driver.qemu_domain_agent_command(call, &args)?.result.as_ref().map(Text::from)))
    }

    /// Takes over a QEMU process that was started by hand: `virDomainQemuAttach`. `flags` are none so far. No driver of today
    /// does.
    ///
    /// # Errors
    /// `pid` is 0, the connection is read-only, or the driver refuses.
    pub fn qemu_attach(conn: &Connection, pid: u32, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virDomainQemuAttach", FROM)).not_zero("pid_value", pid)?.write()?;
        let args = qemu::DomainAttachArgs { pid_value: pid, flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.qemu_domain_attach(call, &args)?.dom)))
    }

    /// Sends a command to the monitor of QEMU, and returns its answer: `virDomainQemuMonitorCommand`. The driver does not notice
    /// what such a command changes. `flags` are virDomainQemuMonitorCommandFlags.
    ///
    /// # Errors
    /// The connection is read-only, the domain does not run, or the driver refuses.
    pub fn qemu_monitor_command<'a>(&self, command: impl Into<Str<'a>>, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virDomainQemuMonitorCommand", FROM)).write()?;
        let args = qemu::DomainMonitorCommandArgs { dom: self.wire(), cmd: command.into(), flags };
        op.text(|driver, call| Ok(driver.qemu_domain_monitor_command(call, &args)?.result))
    }

    /// Sends a command and descriptors to the monitor of QEMU, and returns its answer and the descriptors that came with it:
    /// `virDomainQemuMonitorCommandWithFiles`. `flags` are virDomainQemuMonitorCommandFlags.
    ///
    /// # Errors
    /// Descriptors cannot be passed over the connection, it is read-only, the domain does not run, or the driver refuses.
    pub fn qemu_monitor_command_with_files<'a>(
        &self,
        command: impl Into<Str<'a>>,
        files: Vec<OwnedFd>,
        flags: u32,
    ) -> Result<(Text, Vec<OwnedFd>)> {
        self.conn().takes_descriptors()?;
        self.qemu_monitor_command_passing(command, files, flags)
    }

    /// Does what [`Domain::qemu_monitor_command_with_files`] does, and does not ask whether descriptors can be passed.
    #[doc(hidden)]
    pub fn qemu_monitor_command_passing<'a>(
        &self,
        command: impl Into<Str<'a>>,
        files: Vec<OwnedFd>,
        flags: u32,
    ) -> Result<(Text, Vec<OwnedFd>)> {
        let op = self.op(&Function("virDomainQemuMonitorCommandWithFiles", FROM)).write()?;
        let args = qemu::DomainMonitorCommandWithFilesArgs { dom: self.wire(), cmd: command.into(), flags };
        op.call(|driver, call| {
            call.fds_in = files;
            let answer = Text::from(&driver.qemu_domain_monitor_command_with_files(call, &args)?.result);
            Ok((answer, std::mem::take(&mut call.fds_out)))
        })
    }
}
