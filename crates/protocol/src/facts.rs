//! The facts of a program's procedures as they stand in the library: texts in one piece, and rows that say where in it. An array of
//! [`ProcedureInfo`] would have five pointers in each row, which every process that loads the library has to relocate and keep.

use oxivirt_model::{ErrorDomain, Function};

use crate::procedure::{Priority, ProcedureInfo, Stream};

/// One procedure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Where its texts begin: the type of the arguments, which holds the procedure's name, or the name alone; the public function.
    at: u32,
    lengths: [u8; 2],
    /// Where in the first text the name is, and how long.
    name: [u8; 2],
    /// Error domain of the public function.
    domain: u8,
    flags: u8,
    /// Position of the C argument that receives the stream.
    stream: u8,
    /// 0 for none.
    sparse_flag: u32,
}

const HIGH: u8 = 1;
const EVENT: u8 = 2;
const LONG: u8 = 4;
const READS: u8 = 8;
const WRITES: u8 = 16;
const ARGUMENTS: u8 = 32;

/// Returns where `part` is in `whole`.
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn place(whole: &[u8], part: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at + part.len() <= whole.len() {
        let mut same = 0;
        while same < part.len() && whole[at + same] == part[same] {
            same += 1;
        }
        if same == part.len() {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The texts of a row in their order. A procedure whose name is not in the type of its arguments is told without that.
const fn texts_of(info: &ProcedureInfo) -> [&'static str; 2] {
    let first = match info.args {
        Some(args) if place(args.as_bytes(), info.name.as_bytes()).is_some() => args,
        _ => info.name,
    };
    [first, info.function.0]
}

/// Returns how long all texts are.
#[expect(clippy::arithmetic_side_effects, reason = "evaluated by the compiler")]
pub(crate) const fn length(mut all: &[ProcedureInfo]) -> usize {
    let mut length = 0;
    while let [info, rest @ ..] = all {
        let [first, function] = texts_of(info);
        length += first.len() + function.len();
        all = rest;
    }
    length
}

/// Returns all texts.
#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const fn texts<const L: usize>(mut all: &[ProcedureInfo]) -> [u8; L] {
    let mut texts = [0; L];
    let mut at = 0;
    while let [info, rest @ ..] = all {
        let of = texts_of(info);
        let mut text: &[&str] = &of;
        while let [first, others @ ..] = text {
            let mut bytes = first.as_bytes();
            while let [byte, after @ ..] = bytes {
                texts[at] = *byte;
                at += 1;
                bytes = after;
            }
            text = others;
        }
        all = rest;
    }
    texts
}

/// Returns the rows, in the order of the numbers.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "evaluated by the compiler, which refuses what does not fit"
)]
pub(crate) const fn rows<const N: usize>(all: &[ProcedureInfo; N]) -> [Row; N] {
    let mut rows = [Row { at: 0, lengths: [0; 2], name: [0; 2], domain: 0, flags: 0, stream: 0, sparse_flag: 0 }; N];
    let (mut index, mut at) = (0, 0);
    while index < N {
        let info = &all[index];
        assert!(info.number as usize == index + 1, "a row stands in another's place");
        let [first, function] = texts_of(info);
        let lengths = [first.len(), function.len()];
        assert!(lengths[0] < 256 && lengths[1] < 256, "a name is too long");
        let name = match place(first.as_bytes(), info.name.as_bytes()) {
            Some(place) => [place as u8, info.name.len() as u8],
            None => [0, 0],
        };
        let domain = info.function.1.0;
        assert!(domain >= 0 && domain < 256, "an error domain that does not fit");
        let (stream, position) = match info.stream {
            None => (0, 0),
            Some(Stream::Read(position)) => (READS, position),
            Some(Stream::Write(position)) => (WRITES, position),
        };
        let high = if matches!(info.priority, Priority::High) { HIGH } else { 0 };
        let event = if info.event { EVENT } else { 0 };
        let long = if info.long { LONG } else { 0 };
        let arguments = if first.len() > info.name.len() { ARGUMENTS } else { 0 };
        rows[index] = Row {
            at: at as u32,
            lengths: [lengths[0] as u8, lengths[1] as u8],
            name,
            domain: domain as u8,
            flags: high | event | long | stream | arguments,
            stream: position as u8,
            sparse_flag: match info.sparse_flag {
                Some(flag) => flag,
                None => 0,
            },
        };
        at += lengths[0] + lengths[1];
        index += 1;
    }
    rows
}

/// The facts of a program.
#[derive(Debug)]
pub(crate) struct Facts<const N: usize, const L: usize> {
    pub(crate) rows: [Row; N],
    pub(crate) texts: [u8; L],
}

impl<const N: usize, const L: usize> Facts<N, L> {
    /// Returns the facts about a procedure, `None` for a number that there is not.
    pub(crate) fn find(&'static self, number: u32) -> Option<ProcedureInfo> {
        let row = self.rows.get(usize::try_from(number.checked_sub(1)?).ok()?)?;
        let start = usize::try_from(row.at).ok()?;
        let text = |at: usize, length: u8| {
            let text = self.texts.get(at..at.saturating_add(length.into()));
            text.and_then(|text| str::from_utf8(text).ok()).unwrap_or_default()
        };
        let ([first, function], [name_at, name]) = (row.lengths, row.name);
        let args = text(start, first);
        let function = text(start.saturating_add(first.into()), function);
        let name = text(start.saturating_add(name_at.into()), name);
        let has = |flag| row.flags & flag != 0;
        let position = u32::from(row.stream);
        Some(ProcedureInfo {
            number,
            name,
            function: Function(function, ErrorDomain(row.domain.into())),
            priority: if has(HIGH) { Priority::High } else { Priority::Low },
            stream: match (has(READS), has(WRITES)) {
                (true, _) => Some(Stream::Read(position)),
                (_, true) => Some(Stream::Write(position)),
                _ => None,
            },
            sparse_flag: Some(row.sparse_flag).filter(|flag| *flag != 0),
            args: Some(args).filter(|_| has(ARGUMENTS)),
            event: has(EVENT),
            long: has(LONG),
        })
    }

    /// Returns the facts about every procedure, by number from 1.
    pub(crate) fn all(&'static self) -> impl Iterator<Item = ProcedureInfo> {
        (1..).map_while(|number| self.find(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [ProcedureInfo; 3] = [
        ProcedureInfo {
            number: 1,
            name: "a",
            function: Function("virA", ErrorDomain::DOM),
            priority: Priority::High,
            args: Some("remote_a_args"),
            long: true,
            ..ProcedureInfo::PLAIN
        },
        ProcedureInfo::event(2, "event", "remote_event_msg"),
        ProcedureInfo {
            number: 3,
            name: "vol_upload",
            stream: Some(Stream::Write(1)),
            sparse_flag: Some(1),
            ..ProcedureInfo::PLAIN
        },
    ];
    static FACTS: Facts<3, { length(&ALL) }> = Facts { rows: rows(&ALL), texts: texts(&ALL) };

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        assert_eq!(FACTS.all().collect::<Vec<_>>(), ALL);
        let read = ProcedureInfo { number: 1, stream: Some(Stream::Read(2)), ..ProcedureInfo::PLAIN };
        assert_eq!(rows(&[read]).map(|row| (row.flags, row.stream)), [(READS, 2)]);
        assert_eq!((FACTS.find(0), FACTS.find(4), FACTS.find(u32::MAX)), (None, None, None));
    }
}
