//! What errors say, byte for byte what the writer writes, and the conversions of strings and opaque data.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt_xdr::{Bound, Decode, Encode, Error, Opaque, Problem, Reader, Str, Writer};

const NAME: Bound = Bound::new("type.name", 5);

fn written(write: impl FnOnce(&mut Writer<'_>) -> oxivirt_xdr::Result<()>) -> Vec<u8> {
    let mut out = Vec::new();
    write(&mut Writer::new(&mut out, 64)).unwrap();
    out
}

fn refused<'a, T: std::fmt::Debug>(
    bytes: &'a [u8],
    read: impl FnOnce(&mut Reader<'a>) -> oxivirt_xdr::Result<T>,
) -> Error {
    read(&mut Reader::new(bytes)).unwrap_err()
}

#[test]
fn every_problem_has_its_words() {
    let cases: [(Error, &str); 6] = [
        (refused(&[0, 0], |r| r.u32()), "needs at least 4 bytes, 2 are left (at byte 0)"),
        (refused(&[0, 0, 0, 6], |r| r.string(&NAME)), "type.name: length 6 is above the limit 5 (at byte 0)"),
        (refused(&[0, 0, 0, 9, 0, 0, 0, 2], |r| r.u32().and_then(|_| r.bool())), "2 is not a boolean (at byte 4)"),
        (
            refused(&[255, 255, 255, 255], |r| r.i32().and_then(|value| Err::<(), _>(r.no_arm("union", value)))),
            "union: unknown union discriminant -1 (at byte 0)",
        ),
        (refused(&[0, 0, 1, 0], |r| r.u8()), "256 is out of range (at byte 0)"),
        (Writer::new(&mut Vec::new(), 7).u64(1).unwrap_err(), "message of 8 bytes is above the limit 7 (at byte 0)"),
    ];
    for (error, text) in cases {
        assert_eq!(error.to_string(), text);
        assert_eq!(format!("{error:?}"), format!("xdr::Error({text})"));
    }
}

#[test]
fn errors_say_where_and_what() {
    let error = refused(&[0, 0, 0, 1, 0, 0, 0, 3, 1, 2], |r| r.u32().and_then(|_| r.string(&NAME)));
    assert_eq!((error.field(), error.offset()), ("type.name", 8));
    assert_eq!(error.problem(), Problem::Truncated { needed: 4, left: 2 });
    let mut out = b"before".to_vec();
    let mut writer = Writer::new(&mut out, 12);
    writer.u64(0).unwrap();
    assert_eq!(writer.written(), 8);
    let error = writer.bytes(b"longer", &NAME).unwrap_err();
    assert_eq!((error.field(), error.offset()), ("type.name", 8));
    assert_eq!(error.problem(), Problem::TooLong { len: 6, max: 5 });
    let error = writer.bytes(b"fits", &NAME).unwrap_err();
    assert_eq!((error.field(), error.offset()), ("", 12));
    assert_eq!(error.problem(), Problem::Full { needed: 16, max: 12 });
    assert_eq!(out, b"before\0\0\0\0\0\0\0\0\0\0\0\x04");
}

#[test]
fn a_name_is_given_once() {
    let error = refused(&[], |r| r.i32()).within("inner").within("outer");
    assert_eq!(error.field(), "inner");
    let error = refused(&[], |r| r.string(&NAME)).within("outer");
    assert_eq!(error.field(), "type.name");
    let array = refused(&[0, 0, 0, 1, 0, 0, 0, 2], |r| r.chars(&NAME).and_then(|_| r.u32()));
    assert_eq!(array.field(), "");
    let strange = refused(&[0, 0, 0, 1, 0, 0, 2, 0], |r| r.chars(&NAME));
    assert_eq!((strange.field(), strange.problem()), ("type.name", Problem::OutOfRange(512)));
    let mark = refused(&[0, 0, 0, 7], |r| r.option_string(&NAME));
    assert_eq!((mark.field(), mark.problem()), ("type.name", Problem::NotBool(7)));
}

#[test]
fn every_number_as_it_is_written() {
    assert_eq!(written(|w| w.i32(-2)), [255, 255, 255, 254]);
    assert_eq!(written(|w| w.u32(0x0102_0304)), [1, 2, 3, 4]);
    assert_eq!(written(|w| w.i64(-2)), [255, 255, 255, 255, 255, 255, 255, 254]);
    assert_eq!(written(|w| w.u64(0x0102_0304_0506_0708)), [1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(written(|w| w.f64(-1.5)), [0xbf, 0xf8, 0, 0, 0, 0, 0, 0]);
    assert_eq!(written(|w| w.i8(-1)), [255, 255, 255, 255]);
    assert_eq!(written(|w| w.u8(255)), [0, 0, 0, 255]);
    assert_eq!(written(|w| w.u16(0x1234)), [0, 0, 0x12, 0x34]);
    assert_eq!(written(|w| w.bool(true)), [0, 0, 0, 1]);
    assert_eq!(written(|w| w.bool(false)), [0, 0, 0, 0]);
    assert_eq!(written(|w| ().encode(w)), []);
    assert_eq!(<() as Decode<'_>>::MIN_LEN, 0);
    assert_eq!(<()>::decode(&mut Reader::new(&[])), Ok(()));
}

#[test]
fn options_arrays_and_strings_as_they_are_written() {
    assert_eq!(written(|w| w.option(Some(&7u32))), [0, 0, 0, 1, 0, 0, 0, 7]);
    assert_eq!(written(|w| w.option::<u32>(None)), [0; 4]);
    assert_eq!(written(|w| w.option_bytes(Some(b"ab"), &NAME)), [0, 0, 0, 1, 0, 0, 0, 2, b'a', b'b', 0, 0]);
    assert_eq!(written(|w| w.option_bytes(None, &NAME)), [0; 4]);
    assert_eq!(written(|w| w.array(&[1u32, 2], &NAME)), [0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]);
    let strings = [b"a".as_slice(), b""];
    assert_eq!(written(|w| w.strings(&strings, &NAME, &NAME)), [0, 0, 0, 2, 0, 0, 0, 1, b'a', 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(written(|w| w.chars(&[1, 255], &NAME)), [0, 0, 0, 2, 0, 0, 0, 1, 255, 255, 255, 255]);
    assert_eq!(written(|w| w.chars_fixed(&[2])), [0, 0, 0, 2]);
    assert_eq!(written(|w| w.fixed(b"abcde")), [b'a', b'b', b'c', b'd', b'e', 0, 0, 0]);
    // The limit is the last length that passes.
    assert_eq!(written(|w| w.bytes(b"12345", &NAME)).len(), 12);
    let six = [0u32; 6];
    let error = Writer::new(&mut Vec::new(), 100).array(&six, &NAME).unwrap_err();
    assert_eq!(error.problem(), Problem::TooLong { len: 6, max: 5 });
}

#[test]
fn a_writer_stops_at_its_limit_and_not_before() {
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, 8);
    assert_eq!(writer.u32(1), Ok(()));
    assert_eq!(writer.u32(2), Ok(()));
    assert!(writer.u32(3).is_err());
    assert_eq!(out, [0, 0, 0, 1, 0, 0, 0, 2]);
}

#[test]
fn a_reader_counts() {
    let bytes = [0, 0, 0, 1, 0, 0, 0, 2, 9];
    let mut reader = Reader::new(&bytes);
    assert_eq!((reader.offset(), reader.remaining()), (0, 9));
    assert_eq!((reader.u32(), reader.bool().unwrap_err().offset()), (Ok(1), 4));
    assert_eq!((reader.offset(), reader.remaining()), (8, 1));
    // As many elements as fit, and one more.
    let mut full = vec![0, 0, 0, 2];
    full.extend([0; 8]);
    assert_eq!(Reader::new(&full).array::<u32>(&NAME), Ok(vec![0, 0]));
    assert_eq!(Reader::new(&full).strings(&NAME, &NAME).unwrap().len(), 2);
    full.pop();
    assert!(Reader::new(&full).array::<u32>(&NAME).is_err());
}

#[test]
fn chars_are_signed_or_not() {
    let bytes = [0, 0, 0, 3, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 128];
    assert_eq!(Reader::new(&bytes).chars(&NAME), Ok(vec![255, 255, 128]));
    assert_eq!(Reader::new(bytes.get(4..).unwrap()).chars_fixed::<2>(), Ok([255, 255]));
    assert!(Reader::new(&[255, 255, 255, 127]).chars_fixed::<1>().is_err());
    assert!(Reader::new(&[0, 0, 1, 0]).chars_fixed::<1>().is_err());
}

#[test]
fn texts_and_opaque_data() {
    let text = Str::from("a\"b\u{fc}");
    assert_eq!(text.as_bytes(), "a\"b\u{fc}".as_bytes());
    assert_eq!(&*text, text.as_ref());
    assert_eq!(text.len(), 5);
    assert_eq!(text.to_string(), "a\"b\u{fc}");
    assert_eq!(format!("{text:?}"), "\"a\\\"b\\xc3\\xbc\"");
    assert_eq!(text.clone().into_owned(), text);
    assert_eq!(text.to_str_lossy(), "a\"b\u{fc}");
    let odd = Opaque::from([1, 255].as_slice());
    assert_eq!(odd.to_str_lossy(), "\u{1}\u{fffd}");
    assert_eq!((odd.as_bytes(), odd.as_ref()), ([1, 255].as_slice(), [1, 255].as_slice()));
    assert_eq!(format!("{odd:?}"), "\"\\x01\\xff\"");
    assert_eq!(odd.clone().into_owned(), Opaque::from(vec![1, 255]));
    assert_eq!(Str::from(String::from("x")), Str::from(c"x"));
    assert_eq!(Opaque::from("x"), Opaque::from(String::from("x")));
    assert_eq!(Str::from(vec![b'x']), Str::from(b"x".as_slice()));
    assert_eq!(Opaque::default().as_bytes(), b"");
}
