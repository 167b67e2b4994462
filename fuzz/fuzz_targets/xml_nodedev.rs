//! Definitions of devices of the host.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::nodedev::NodeDevice;

fuzz_target!(|input: &[u8]| {
    for new in [true, false] {
        stable(input, |xml| NodeDevice::parse(xml, new), |device| device.format(false));
    }
});
