//! Storage pools and their volumes.
pub mod adapter;
pub mod permissions;
pub mod pool;
pub mod volume;

use crate::value::words;

words! {
    /// What a pool is.
    PoolType {
        Dir = "dir", Fs = "fs", Netfs = "netfs", Logical = "logical", Disk = "disk", Iscsi = "iscsi",
        IscsiDirect = "iscsi-direct", Scsi = "scsi", Mpath = "mpath", Rbd = "rbd", Sheepdog = "sheepdog",
        Gluster = "gluster", Zfs = "zfs", Vstorage = "vstorage",
    }
}

/// What the source of a pool of some type has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SourceParts {
    /// Hosts; at least one is needed.
    pub host: bool,
    /// Devices.
    pub device: bool,
    /// A directory; it is needed.
    pub dir: bool,
    /// An adapter.
    pub adapter: bool,
    /// A name, the pool's unless told.
    pub name: bool,
    /// An initiator.
    pub initiator: bool,
    /// It is only reached over the network: there is no target.
    pub network: bool,
}

const FILE_FORMATS: &[&str] = &[
    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow", "qcow2",
    "qed", "vmdk",
];
const FS_FORMATS: &[&str] =
    &["auto", "ext2", "ext3", "ext4", "ufs", "iso9660", "udf", "gfs", "gfs2", "vfat", "hfs+", "xfs", "ocfs2", "vmfs"];
pub(crate) const NETFS_FORMATS: &[&str] = &["auto", "nfs", "glusterfs", "cifs"];
const DISK_FORMATS: &[&str] = &["unknown", "dos", "dvh", "gpt", "mac", "bsd", "pc98", "sun", "lvm2"];
const LOGICAL_FORMATS: &[&str] = &["unknown", "lvm2"];
const PARTITION_FORMATS: &[&str] =
    &["none", "linux", "fat16", "fat32", "linux-swap", "linux-lvm", "linux-raid", "extended"];

impl PoolType {
    /// Returns what the source of such a pool has.
    #[must_use]
    pub fn parts(self) -> SourceParts {
        let none = SourceParts::default();
        match self {
            Self::Dir | Self::Mpath => none,
            Self::Fs | Self::Disk => SourceParts { device: true, ..none },
            Self::Netfs => SourceParts { host: true, dir: true, ..none },
            Self::Logical | Self::Zfs => SourceParts { name: true, device: true, ..none },
            Self::Iscsi => SourceParts { host: true, device: true, initiator: true, ..none },
            Self::IscsiDirect => SourceParts { host: true, device: true, initiator: true, network: true, ..none },
            Self::Scsi => SourceParts { adapter: true, ..none },
            Self::Rbd | Self::Sheepdog => SourceParts { host: true, name: true, network: true, ..none },
            Self::Gluster => SourceParts { host: true, name: true, dir: true, network: true, ..none },
            Self::Vstorage => SourceParts { name: true, ..none },
        }
    }

    /// Returns the formats the source may have, the default one first in the pair.
    #[must_use]
    pub fn source_formats(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Fs => Some(("auto", FS_FORMATS)),
            Self::Netfs => Some(("auto", NETFS_FORMATS)),
            Self::Disk => Some(("unknown", DISK_FORMATS)),
            Self::Logical => Some(("lvm2", LOGICAL_FORMATS)),
            _ => None,
        }
    }

    /// Returns the formats its volumes may have, the default one first in the pair.
    #[must_use]
    pub fn volume_formats(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Dir | Self::Fs | Self::Netfs | Self::Gluster | Self::Vstorage | Self::Rbd => {
                Some(("raw", FILE_FORMATS))
            }
            Self::Disk => Some(("none", PARTITION_FORMATS)),
            _ => None,
        }
    }
}
