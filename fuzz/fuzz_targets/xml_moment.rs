//! Snapshots, checkpoints and backups.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::backup::Backup;
use oxivirt_xml::checkpoint::{Checkpoint, CheckpointFlags};
use oxivirt_xml::snapshot::Snapshot;

fuzz_target!(|input: &[u8]| {
    for redefine in [true, false] {
        stable(input, |xml| Snapshot::parse(xml, redefine), |snapshot| snapshot.format(true));
        stable(input, |xml| Checkpoint::parse(xml, redefine), |it| it.format(CheckpointFlags::default()));
    }
    stable(input, Backup::parse, Backup::format);
});
