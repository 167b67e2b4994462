//! The frame's length word and the message header: what is taken in is given back, and a header is the IDL's.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_protocol::net::MessageHeader;
use oxivirt_rpc::{HEADER_LEN, Header, LENGTH_LEN, finish_frame, start_frame};
use oxivirt_xdr::{Decode, Reader};

fuzz_target!(|input: &[u8]| {
    let Some((words, payload)) = input.split_first_chunk::<HEADER_LEN>() else {
        return;
    };
    let header = Header::decode(words);
    assert_eq!(&header.encode(), words);
    let idl = MessageHeader::decode(&mut Reader::new(words)).expect("six words are a header");
    assert_eq!((header.program, header.version, header.serial), (idl.prog, idl.vers, idl.serial));
    assert_eq!((header.kind.0, header.status.0), (idl.r#type.0.cast_unsigned(), idl.status.0.cast_unsigned()));
    assert_eq!(header.procedure, idl.proc.cast_unsigned());
    let mut frame = Vec::new();
    start_frame(&mut frame, &header);
    frame.extend_from_slice(payload);
    finish_frame(&mut frame).expect("a frame of the input's length");
    assert_eq!(frame.first_chunk::<LENGTH_LEN>(), Some(&(frame.len() as u32).to_be_bytes()));
    assert_eq!(&frame[LENGTH_LEN..], input);
});
