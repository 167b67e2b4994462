//! Decoding and encoding a body that is known by procedure number only, for tests and fuzzers.

use oxivirt_xdr::{Decode, Encode, Reader, Result, Writer};

/// Which body of a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Arguments; the body of an event.
    Args,
    /// Result.
    Ret,
}

/// Decodes a payload and appends its wire form.
pub(crate) type Recoder = fn(&[u8], &mut Vec<u8>) -> Result<()>;

/// The bodies of one topic.
pub(crate) type Bodies = [(u32, Part, Recoder)];

/// Decodes `payload` as a `T` and appends its wire form to `out`.
pub(crate) fn recode<'a, T: Decode<'a> + Encode>(payload: &'a [u8], out: &mut Vec<u8>) -> Result<()> {
    T::decode(&mut Reader::new(payload))?.encode(&mut Writer::new(out, usize::MAX))
}

pub(crate) fn find(tables: &[&Bodies], procedure: u32, part: Part) -> Option<Recoder> {
    let mut rows = tables.iter().flat_map(|bodies| bodies.iter());
    rows.find(|row| (row.0, row.1) == (procedure, part)).map(|row| row.2)
}
