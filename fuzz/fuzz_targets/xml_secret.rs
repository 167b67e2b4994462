//! Definitions of secrets.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::secret::Secret;

fuzz_target!(|input: &[u8]| {
    stable(input, Secret::parse, Secret::format);
});
