//! Decoding and encoding a body that is known by procedure number only, for tests and fuzzers.

use crate::topic::Topic;
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

/// Recodes one body; `None` when no topic has it.
pub(crate) fn recode_one(
    topics: &[Topic],
    procedure: u32,
    part: Part,
    payload: &[u8],
    out: &mut Vec<u8>,
) -> Option<Result<()>> {
    let mut rows = topics.iter().flat_map(|topic| topic.bodies);
    let (.., recoder) = rows.find(|row| (row.0, row.1) == (procedure, part))?;
    Some(recoder(payload, out))
}
