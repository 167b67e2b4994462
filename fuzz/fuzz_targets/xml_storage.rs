//! Definitions of storage pools and volumes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::pool::Pool;
use oxivirt_xml::storage::volume::{Capacity, Volume};

fuzz_target!(|input: &[u8]| {
    stable(input, Pool::parse, Pool::format);
    for kind in [PoolType::Dir, PoolType::Disk, PoolType::Iscsi] {
        stable(input, |xml| Volume::parse(xml, kind, Capacity::OfBacking), Volume::format);
    }
});
