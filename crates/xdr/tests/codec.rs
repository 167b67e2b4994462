//! The codec against RFC 4506 by hand, and against itself on every edge of every count.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt_xdr::{Bound, Decode, Encode, IntoOwned, Problem, Reader, Result, Str, Writer};

const B: Bound = Bound { field: "t.f", max: 8 };
const EACH: Bound = Bound { field: "t.f[]", max: 5 };

fn write(f: impl FnOnce(&mut Writer<'_>) -> Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    f(&mut Writer::new(&mut out, 1 << 20)).unwrap();
    out
}

#[test]
fn numbers_are_big_endian() {
    assert_eq!(write(|w| w.i32(-2)), [0xff, 0xff, 0xff, 0xfe]);
    assert_eq!(write(|w| w.u64(0x0102_0304_0506_0708)), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(write(|w| w.i8(-1)), [0xff; 4]);
    assert_eq!(write(|w| w.u8(255)), [0, 0, 0, 255]);
    assert_eq!(write(|w| w.f64(1.0)), [0x3f, 0xf0, 0, 0, 0, 0, 0, 0]);
    let bytes = write(|w| {
        w.i64(i64::MIN)?;
        w.f64(-0.5)?;
        w.u16(65535)?;
        w.i8(-128)
    });
    let mut r = Reader::new(&bytes);
    assert_eq!(r.i64().unwrap(), i64::MIN);
    assert_eq!(r.f64().unwrap(), -0.5);
    assert_eq!(r.u16().unwrap(), 65535);
    assert_eq!(r.i8().unwrap(), -128);
    assert_eq!(r.remaining(), 0);
}

#[test]
fn small_numbers_refuse_what_does_not_fit() {
    let bytes = 256_u32.to_be_bytes();
    assert_eq!(Reader::new(&bytes).u8().unwrap_err().problem(), Problem::OutOfRange(256));
    let bytes = (-1_i32).to_be_bytes();
    assert_eq!(Reader::new(&bytes).u16().unwrap_err().problem(), Problem::OutOfRange(-1));
    let bytes = 128_i32.to_be_bytes();
    assert_eq!(Reader::new(&bytes).i8().unwrap_err().problem(), Problem::OutOfRange(128));
}

#[test]
fn strings_end_at_a_nul_where_that_is_asked_for() {
    const B: Bound = Bound::new("s", 16);
    let bytes = write(|w| w.bytes(b"ab\0cd", &B));
    assert_eq!(Reader::new(&bytes).string(&B).unwrap().as_bytes(), b"ab\0cd");
    let mut reader = Reader::cutting_strings(&bytes);
    assert_eq!(reader.string(&B).unwrap().as_bytes(), b"ab");
    assert_eq!(reader.remaining(), 0);
}

#[test]
fn strings_are_padded_and_borrowed() {
    for len in 0..=8 {
        let text = &b"abcdefgh"[..len];
        let bytes = write(|w| w.bytes(text, &B));
        assert_eq!(bytes.len(), 4 + len.next_multiple_of(4));
        let mut r = Reader::new(&bytes);
        let back = r.string(&B).unwrap();
        assert_eq!(back.as_bytes(), text);
        assert!(matches!(back.0, std::borrow::Cow::Borrowed(_)));
        assert_eq!(r.remaining(), 0);
    }
}

#[test]
fn padding_is_zero_written_and_ignored_read() {
    let mut bytes = write(|w| w.bytes(b"a", &B));
    assert_eq!(bytes, [0, 0, 0, 1, b'a', 0, 0, 0]);
    bytes[5..].fill(0xee);
    assert_eq!(Reader::new(&bytes).string(&B).unwrap(), Str::from("a"));
    bytes.pop();
    let error = Reader::new(&bytes).string(&B).unwrap_err();
    assert_eq!(error.problem(), Problem::Truncated { needed: 4, left: 3 });
    assert_eq!((error.field(), error.offset()), ("t.f", 4));
}

#[test]
fn booleans_are_zero_or_one() {
    for value in [2, 0x100, u32::MAX] {
        let bytes = value.to_be_bytes();
        assert_eq!(Reader::new(&bytes).bool().unwrap_err().problem(), Problem::NotBool(value));
        let error = Reader::new(&bytes).option_string(&B).unwrap_err();
        assert_eq!((error.problem(), error.field()), (Problem::NotBool(value), "t.f"));
        assert!(Reader::new(&bytes).option::<u32>().is_err());
    }
    assert_eq!(Reader::new(&[0, 0, 0, 1, 0, 0, 0, 7]).option::<u32>().unwrap(), Some(7));
    assert_eq!(Reader::new(&[0, 0, 0, 0]).option_string(&B).unwrap(), None);
}

/// Every kind of counted field, decoded from `bytes`: an error each time.
fn all_counted(bytes: &[u8]) -> Vec<Problem> {
    vec![
        Reader::new(bytes).string(&B).unwrap_err().problem(),
        Reader::new(bytes).opaque(&B).unwrap_err().problem(),
        Reader::new(bytes).array::<u32>(&B).unwrap_err().problem(),
        Reader::new(bytes).strings(&B, &EACH).unwrap_err().problem(),
        Reader::new(bytes).chars(&B).unwrap_err().problem(),
    ]
}

#[test]
fn counts_at_every_edge() {
    for len in [9, 0x7fff_ffff, 0x8000_0000, u32::MAX - 1, u32::MAX] {
        let mut bytes = len.to_be_bytes().to_vec();
        bytes.resize(4096, 0);
        let wanted = Problem::TooLong { len: len as usize, max: 8 };
        assert!(all_counted(&bytes).iter().all(|problem| *problem == wanted), "{len}");
    }
    for len in 1..=8_u32 {
        for problem in all_counted(&len.to_be_bytes()) {
            assert!(matches!(problem, Problem::Truncated { left: 0, .. }), "{len} {problem:?}");
        }
    }
    for short in 0..4 {
        for problem in all_counted(&[0, 0, 0][..short.min(3)]) {
            assert!(matches!(problem, Problem::Truncated { needed: 4, .. }));
        }
    }
}

#[test]
fn an_array_is_refused_before_it_is_read() {
    /// Counts as 16 bytes but panics when it is decoded.
    #[derive(Debug)]
    struct Never;
    impl Decode<'_> for Never {
        const MIN_LEN: usize = 16;
        fn decode(_: &mut Reader<'_>) -> Result<Self> {
            panic!("decoded an element of an array that cannot be complete");
        }
    }
    let big = Bound { field: "t.big", max: u32::MAX };
    for len in [3_u32, 0x1000_0000, u32::MAX] {
        let mut bytes = len.to_be_bytes().to_vec();
        bytes.resize(4 + 47, 0);
        let error = Reader::new(&bytes).array::<Never>(&big).unwrap_err();
        assert!(matches!(error.problem(), Problem::Truncated { left: 47, .. }));
        assert_eq!(error.field(), "t.big");
    }
}

#[test]
fn encoding_respects_limits() {
    let mut out = vec![1, 2, 3];
    let mut w = Writer::new(&mut out, 8);
    assert_eq!(w.bytes(&[0; 9], &B).unwrap_err().problem(), Problem::TooLong { len: 9, max: 8 });
    w.u32(1).unwrap();
    assert_eq!(w.u64(1).unwrap_err().problem(), Problem::Full { needed: 12, max: 8 });
    w.u32(2).unwrap();
    assert_eq!(w.u32(3).unwrap_err().problem(), Problem::Full { needed: 12, max: 8 });
    assert_eq!(out, [1, 2, 3, 0, 0, 0, 1, 0, 0, 0, 2]);
    let long = vec![7_u32; 9];
    assert!(Writer::new(&mut Vec::new(), 999).array(&long, &B).is_err());
    assert!(Writer::new(&mut Vec::new(), 999).strings(&["sixsix"], &B, &EACH).is_err());
}

#[test]
fn characters_travel_in_four_bytes() {
    let bytes = write(|w| w.chars(&[0, 127, 128, 255], &B));
    assert_eq!(bytes.len(), 20);
    assert_eq!(bytes[12..16], [0xff, 0xff, 0xff, 0x80]);
    assert_eq!(Reader::new(&bytes).chars(&B).unwrap(), [0, 127, 128, 255]);
    // A peer whose char is unsigned sends 255 as 255.
    assert_eq!(Reader::new(&[0, 0, 0, 255]).chars_fixed::<1>().unwrap(), [255]);
    assert!(Reader::new(&[0, 0, 1, 0]).chars_fixed::<1>().is_err());
    assert!(Reader::new(&[0xff, 0xff, 0xff, 0x7f]).chars_fixed::<1>().is_err());
}

#[test]
fn every_truncation_is_an_error() {
    let whole = write(|w| {
        w.strings(&["one", "three"], &B, &EACH)?;
        w.array(&[1_u64, 2], &B)?;
        w.option_bytes(Some(b"x"), &B)?;
        w.fixed(&[9; 5])
    });
    let read = |bytes: &[u8]| -> Result<()> {
        let mut r = Reader::new(bytes);
        r.strings(&B, &EACH)?;
        r.array::<u64>(&B)?;
        r.option_string(&B)?;
        r.fixed::<5>().map(|_| ())
    };
    read(&whole).unwrap();
    for end in 0..whole.len() {
        let error = read(&whole[..end]).unwrap_err();
        assert!(matches!(error.problem(), Problem::Truncated { .. }), "{end}: {error}");
        assert!(error.offset() <= end);
    }
}

#[test]
fn a_reader_of_noise_never_panics() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for round in 0..20_000_usize {
        let bytes: Vec<u8> = (0..round % 64)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                if state & 0x100 == 0 { 0 } else { state as u8 & 15 }
            })
            .collect();
        let mut r = Reader::new(&bytes);
        if let Ok(items) = r.strings(&B, &EACH) {
            let mut out = Vec::new();
            Writer::new(&mut out, usize::MAX).strings(&items, &B, &EACH).unwrap();
            assert_eq!(out.len(), r.offset());
        }
    }
}

#[test]
fn plain_types_have_both_directions() {
    let bytes = write(|w| {
        5_i32.encode(w)?;
        6_u64.encode(w)
    });
    let mut r = Reader::new(&bytes);
    assert_eq!((i32::decode(&mut r).unwrap(), u64::decode(&mut r).unwrap()), (5, 6));
}

#[test]
fn the_shortest_of_some_lengths() {
    assert_eq!(oxivirt_xdr::shortest(&[8, 4, 12]), 4);
    assert_eq!(oxivirt_xdr::shortest(&[4, 8]), 4);
    assert_eq!(oxivirt_xdr::shortest(&[]), usize::MAX);
}

#[test]
fn copies_outlive_what_they_were_decoded_from() {
    let bytes = write(|w| {
        w.strings(&["one", "two"], &B, &EACH)?;
        w.bytes(&[1, 2], &B)
    });
    let (list, none, opaque) = {
        let payload = bytes.clone();
        let mut r = Reader::new(&payload);
        let list = r.strings(&B, &EACH).unwrap().into_owned();
        let opaque = Some(r.opaque(&B).unwrap()).into_owned();
        (list, None::<Str<'_>>.into_owned(), opaque)
    };
    assert_eq!(list, [Str::from("one"), Str::from("two")]);
    assert_eq!((none, opaque.unwrap().as_bytes()), (None, &[1_u8, 2][..]));
}
