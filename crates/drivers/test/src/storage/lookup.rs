//! Lists of pools, and which are selected.
use super::Pool;
use crate::driver::Driver;
use oxivirt_driver_common::filter;
use oxivirt_model::constants::*;
use oxivirt_xml::storage::PoolType;

const TYPES: [(u32, PoolType); 14] = [
    (VIR_CONNECT_LIST_STORAGE_POOLS_DIR, PoolType::Dir),
    (VIR_CONNECT_LIST_STORAGE_POOLS_FS, PoolType::Fs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_NETFS, PoolType::Netfs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL, PoolType::Logical),
    (VIR_CONNECT_LIST_STORAGE_POOLS_DISK, PoolType::Disk),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI, PoolType::Iscsi),
    (VIR_CONNECT_LIST_STORAGE_POOLS_SCSI, PoolType::Scsi),
    (VIR_CONNECT_LIST_STORAGE_POOLS_MPATH, PoolType::Mpath),
    (VIR_CONNECT_LIST_STORAGE_POOLS_RBD, PoolType::Rbd),
    (VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG, PoolType::Sheepdog),
    (VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER, PoolType::Gluster),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ZFS, PoolType::Zfs),
    (VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE, PoolType::Vstorage),
    (VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT, PoolType::IscsiDirect),
];

/// Every flag that a list of pools knows.
pub(super) const FILTERS: u32 = VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE
    | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE
    | VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT
    | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT
    | VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART
    | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART
    | VIR_CONNECT_LIST_STORAGE_POOLS_DIR
    | VIR_CONNECT_LIST_STORAGE_POOLS_FS
    | VIR_CONNECT_LIST_STORAGE_POOLS_NETFS
    | VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL
    | VIR_CONNECT_LIST_STORAGE_POOLS_DISK
    | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI
    | VIR_CONNECT_LIST_STORAGE_POOLS_SCSI
    | VIR_CONNECT_LIST_STORAGE_POOLS_MPATH
    | VIR_CONNECT_LIST_STORAGE_POOLS_RBD
    | VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG
    | VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER
    | VIR_CONNECT_LIST_STORAGE_POOLS_ZFS
    | VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE
    | VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT;

fn is_listed(pool: &Pool, flags: u32) -> bool {
    let types = TYPES.map(|(flag, kind)| (flag, kind == pool.definition.kind));
    let groups: [&[(u32, bool)]; 4] = [
        &[
            (VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, pool.active),
            (VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, !pool.active),
        ],
        &[
            (VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT, pool.persistent),
            (VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT, !pool.persistent),
        ],
        &[
            (VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART, pool.autostart),
            (VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART, !pool.autostart),
        ],
        &types,
    ];
    groups.into_iter().all(|group| filter::selects(flags, group))
}

impl Driver {
    /// Returns what `of` makes of each pool that `flags` select.
    pub(super) fn listed_pools<R>(&self, flags: u32, mut of: impl FnMut(&Pool) -> R) -> Vec<R> {
        let mut found = Vec::new();
        self.pools.each(|pool| {
            if is_listed(pool, flags) {
                found.push(of(pool));
            }
        });
        found
    }
}
