//! Results of every procedure of every program.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_protocol::Part;

fuzz_target!(|input: &[u8]| {
    if let Some((program, number, body)) = oxivirt_fuzz::split(input) {
        oxivirt_fuzz::check(program, number, Part::Ret, body);
    }
});
