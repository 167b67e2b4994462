//! A guest's file systems: freeze, thaw, trim, list.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Str, Text, reply};
use oxivirt_protocol::remote;

/// A file system that the guest has mounted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FsInfo {
    /// Where it is mounted.
    pub mountpoint: Text,
    /// The guest's name of the device, such as `vda1`.
    pub name: Text,
    /// Its kind, such as `ext4`.
    pub fs_type: Text,
    /// The targets of the disks it is on, such as `vda`.
    pub dev_aliases: Vec<Text>,
}

impl Domain {
    /// Stops all writes to some of the guest's file systems, or all for none: `virDomainFSFreeze`. `flags` are none so far.
    /// Returns how many were frozen.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let conn = oxivirt::Connection::open(&daemon.uri())?;
    /// # let domain = oxivirt::Domain::lookup_by_name(&conn, "web")?;
    /// assert_eq!(domain.fs_freeze(["/", "/var"], 0)?, 2);
    /// assert_eq!(domain.fs_thaw(None::<&str>, 0)?, 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn fs_freeze<'a>(&self, mountpoints: impl IntoIterator<Item = impl Into<Str<'a>>>, flags: u32) -> Result<i32> {
        let op = self.op(&Function("virDomainFSFreeze", FROM)).write()?;
        let mountpoints = mountpoints.into_iter().map(Into::into).collect();
        let args = remote::DomainFsfreezeArgs { dom: self.wire(), mountpoints, flags };
        op.number_of("filesystems", |driver, call| Ok(driver.domain_fsfreeze(call, &args)?.filesystems))
    }

    /// Allows writes to frozen file systems again, to all for none: `virDomainFSThaw`. `flags` are none so far. Returns how many
    /// were thawed.
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn fs_thaw<'a>(&self, mountpoints: impl IntoIterator<Item = impl Into<Str<'a>>>, flags: u32) -> Result<i32> {
        let op = self.op(&Function("virDomainFSThaw", FROM)).write()?;
        let mountpoints = mountpoints.into_iter().map(Into::into).collect();
        let args = remote::DomainFsthawArgs { dom: self.wire(), mountpoints, flags };
        op.number_of("filesystems", |driver, call| Ok(driver.domain_fsthaw(call, &args)?.filesystems))
    }

    /// Gives unused blocks of a file system, or of all for `None`, back to the host where at least `minimum` bytes are free in
    /// one piece: `virDomainFSTrim`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent refuses.
    pub fn fs_trim<'a>(&self, mountpoint: Option<impl Into<Str<'a>>>, minimum: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainFSTrim", FROM)).write()?;
        let mount_point = mountpoint.map(Into::into);
        let args = remote::DomainFstrimArgs { dom: self.wire(), mount_point, minimum, flags };
        op.call(|driver, call| driver.domain_fstrim(call, &args))
    }

    /// Returns the file systems that the guest has mounted: `virDomainGetFSInfo`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the agent could not tell.
    pub fn fs_info(&self, flags: u32) -> Result<Vec<FsInfo>> {
        let op = self.op(&Function("virDomainGetFSInfo", FROM)).write()?;
        let args = remote::DomainGetFsinfoArgs { dom: self.wire(), flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_fsinfo(call, &args)?;
            reply::counted(ret.ret, ret.info.len(), "ret")?;
            let one = |wire: &remote::DomainFsinfo<'_>| FsInfo {
                mountpoint: Text::from(&wire.mountpoint),
                name: Text::from(&wire.name),
                fs_type: Text::from(&wire.fstype),
                dev_aliases: wire.dev_aliases.iter().map(Text::from).collect(),
            };
            Ok(ret.info.iter().map(one).collect())
        })
    }
}
