//! Definitions of interfaces of the host.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::interface::Interface;

fuzz_target!(|input: &[u8]| {
    stable(input, Interface::parse, Interface::format);
});
