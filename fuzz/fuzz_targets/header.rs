//! The frame's length word and the message header.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_protocol::{FRAME_HEADER_LEN, FRAME_MAX, Header};

fuzz_target!(|input: &[u8]| {
    let Some((word, rest)) = input.split_first_chunk::<4>() else {
        return;
    };
    if let Ok(len) = Header::frame_len(*word) {
        assert!((FRAME_HEADER_LEN..=FRAME_MAX).contains(&len));
        if let Ok(header) = Header::decode(rest) {
            let bytes = header.encode(len - FRAME_HEADER_LEN).expect("a header that came is refused");
            assert_eq!(bytes, input[..FRAME_HEADER_LEN]);
        }
    }
});
