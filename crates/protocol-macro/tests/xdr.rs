//! `#[derive(Xdr)]`: every shape of a field, its wire form, its limit and the name that errors give it.

use oxivirt_model::Uuid;
use oxivirt_protocol_macro::Xdr;
use oxivirt_xdr::{Decode, Encode, Opaque, Problem, Reader, Str, Writer};

const NAME_MAX: u32 = 5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Xdr)]
#[xdr(name = "t_state")]
struct State(i32);

#[derive(Debug, PartialEq, Xdr)]
#[xdr(name = "t_value")]
enum Value<'a> {
    #[xdr(1)]
    Int(i32),
    #[xdr(7, max = NAME_MAX, name = "s")]
    String(Str<'a>),
    #[xdr(8)]
    Long(u64),
}

#[derive(Debug, PartialEq, Default, Xdr)]
#[xdr(name = "t_all")]
struct All<'a> {
    int: i32,
    byte: u8,
    long: u64,
    uuid: Uuid,
    model: [u8; 2],
    #[xdr(max = 3, name = "cpuMap")]
    cpu_map: Vec<u8>,
    #[xdr(max = NAME_MAX)]
    r#type: Str<'a>,
    #[xdr(max = 4)]
    data: Opaque<'a>,
    #[xdr(max = NAME_MAX)]
    maybe: Option<Str<'a>>,
    #[xdr(max = 2, each = NAME_MAX)]
    names: Vec<Str<'a>>,
    #[xdr(max = 2)]
    longs: Vec<u64>,
    #[xdr(max = 2)]
    values: Vec<Value<'a>>,
    state: State,
    next: Option<State>,
}

fn all() -> All<'static> {
    All {
        int: -1,
        byte: 255,
        long: 2,
        uuid: Uuid([3; 16]),
        model: *b"ab",
        cpu_map: vec![1, 255],
        r#type: "kvm".into(),
        data: Opaque::from(&b"\0\xff"[..]),
        maybe: Some("x".into()),
        names: vec!["a".into(), "".into()],
        longs: vec![u64::MAX],
        values: vec![Value::Int(-2), Value::String("text".into()), Value::Long(9)],
        state: State(77),
        next: Some(State(-7)),
    }
}

fn encode(value: &dyn Encode) -> oxivirt_xdr::Result<Vec<u8>> {
    let mut out = Vec::new();
    value.encode(&mut Writer::new(&mut out, 4096)).map(|()| out)
}

#[test]
fn fields_travel_in_order() {
    let value = All { values: vec![Value::Int(-2), Value::String("text".into())], ..all() };
    let bytes = encode(&value).unwrap();
    assert_eq!(All::decode(&mut Reader::new(&bytes)).unwrap(), value);
    let start = [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 2, 3, 3];
    assert_eq!(bytes.get(..18), Some(&start[..]));
    // The state, the mark of the optional one, the optional one.
    let end = [0, 0, 0, 77, 0, 0, 0, 1, 255, 255, 255, 249];
    assert_eq!(bytes.get(bytes.len() - 12..), Some(&end[..]));
    assert_eq!(encode(&Value::String("ab".into())).unwrap(), [0, 0, 0, 7, 0, 0, 0, 2, b'a', b'b', 0, 0]);
    assert_eq!(encode(&State(-1)).unwrap(), [255; 4]);
}

#[test]
fn the_shortest_wire_form() {
    assert_eq!(<State as Decode<'_>>::MIN_LEN, 4);
    assert_eq!(<Value<'_> as Decode<'_>>::MIN_LEN, 8, "the discriminant and the shortest arm");
    // Two chars take eight bytes; seven counts and marks take four each; the state four.
    assert_eq!(<All<'_> as Decode<'_>>::MIN_LEN, 4 + 4 + 8 + 16 + 8 + 7 * 4 + 4 + 4);
    let shortest = All::default();
    assert_eq!(encode(&shortest).unwrap().len(), <All<'_> as Decode<'_>>::MIN_LEN);
}

#[test]
fn names_that_errors_tell() {
    assert_eq!(<State as Decode<'_>>::NAME, "t_state");
    let error = |value: &All<'_>| encode(value).unwrap_err();
    let long = || Str::from("123456");
    for (value, field, len, max) in [
        (All { cpu_map: vec![0; 4], ..all() }, "t_all.cpuMap", 4, 3),
        (All { r#type: long(), ..all() }, "t_all.type", 6, 5),
        (All { data: Opaque::from(&b"12345"[..]), ..all() }, "t_all.data", 5, 4),
        (All { maybe: Some(long()), ..all() }, "t_all.maybe", 6, 5),
        (All { names: vec![long()], ..all() }, "t_all.names[]", 6, 5),
        (All { names: vec!["".into(); 3], ..all() }, "t_all.names", 3, 2),
        (All { longs: vec![0; 3], ..all() }, "t_all.longs", 3, 2),
        (all(), "t_all.values", 3, 2),
        (All { values: vec![Value::String(long())], ..all() }, "t_value.s", 6, 5),
    ] {
        let found = error(&value);
        assert_eq!((found.field(), found.problem()), (field, Problem::TooLong { len, max }));
    }
}

#[test]
fn what_a_peer_sends_wrong() {
    let refused = |bytes: &[u8]| Value::decode(&mut Reader::new(bytes)).unwrap_err();
    let unknown = refused(&[0, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!((unknown.field(), unknown.problem()), ("t_value", Problem::NoArm(2)));
    let huge = refused(&[0, 0, 0, 7, 255, 255, 255, 255]);
    assert_eq!((huge.field(), huge.offset()), ("t_value.s", 4));
    let bytes = encode(&All { values: Vec::new(), ..all() }).unwrap();
    for len in 0..bytes.len() {
        let cut = All::decode(&mut Reader::new(bytes.get(..len).unwrap()));
        assert!(matches!(cut.unwrap_err().problem(), Problem::Truncated { .. }), "{len}");
    }
}
