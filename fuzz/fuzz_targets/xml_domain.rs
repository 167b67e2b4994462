//! Definitions of domains: parsing, completing, validating, printing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::{DRIVER, stable};
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Domain, ParseOptions};

fuzz_target!(|input: &[u8]| {
    for inactive in [true, false] {
        let parse = |xml: &[u8]| {
            let mut domain = Domain::parse(xml, ParseOptions { inactive })?;
            domain.complete(&DRIVER)?;
            // An error is as good as none: it must only not panic.
            let _ = domain.validate();
            Ok(domain)
        };
        stable(input, parse, |domain| domain.format(FormatFlags { secure: true, inactive, ..FormatFlags::default() }));
    }
});
