//! Definitions of filters and their bindings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::nwfilter::{Binding, Filter};

fuzz_target!(|input: &[u8]| {
    stable(input, Filter::parse, Filter::format);
    stable(input, Binding::parse, Binding::format);
});
