//! Operations on a daemon in memory, chosen by the input: what clients send and do not read, workers, drivers, time, an administrator.
//! What must hold stands in crates/daemon/src/client/simulation.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| oxivirt_daemon::simulate(data));
