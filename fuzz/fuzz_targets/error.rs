//! The error record of a reply. Codes are renumbered once at most, so the second trip changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_protocol::{error_from_wire, error_to_wire};
use oxivirt_xdr::{Encode, Writer};

fuzz_target!(|input: &[u8]| {
    let mut error = error_from_wire(input);
    for _ in 0..2 {
        let mut bytes = Vec::new();
        error_to_wire(&error).encode(&mut Writer::new(&mut bytes, 1 << 26)).expect("error is refused");
        let code = error.code;
        let mut again = error_from_wire(&bytes);
        again.code = code;
        assert_eq!(again, error);
        error = again;
    }
});
