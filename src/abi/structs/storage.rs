//! What pools and volumes tell about themselves, as C knows it.
use crate::abi::ctypes::{virStoragePoolInfo, virStorageVolInfo};
use oxivirt::storage::{PoolInfo, VolInfo};

impl From<PoolInfo> for virStoragePoolInfo {
    fn from(info: PoolInfo) -> Self {
        let PoolInfo { state, capacity, allocation, available } = info;
        Self { state: state.0, capacity, allocation, available }
    }
}

impl From<VolInfo> for virStorageVolInfo {
    fn from(info: VolInfo) -> Self {
        Self { type_: info.kind.0, capacity: info.capacity, allocation: info.allocation }
    }
}
