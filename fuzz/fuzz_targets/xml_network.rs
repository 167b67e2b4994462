//! Definitions of networks and their ports.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_fuzz::stable;
use oxivirt_xml::FormatFlags;
use oxivirt_xml::network::Network;
use oxivirt_xml::network::port::NetworkPort;

fuzz_target!(|input: &[u8]| {
    stable(input, Network::parse, |network| network.format(FormatFlags::default()));
    stable(input, NetworkPort::parse, NetworkPort::format);
});
