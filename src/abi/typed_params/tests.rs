//! Lists grown and searched as C would.
use super::*;
use std::ffi::CString;

/// The three variables of a C program.
struct Variables {
    params: *mut Raw,
    nparams: c_int,
    maxparams: c_int,
}

impl Variables {
    fn new() -> Self {
        Self { params: null_mut(), nparams: 0, maxparams: 0 }
    }

    fn add<'a>(&'a mut self, name: &'a CStr, given: Given<'a>) -> Result<(), Refused<'a>> {
        // SAFETY: valid pointers; the array is NULL or from an earlier call.
        let list = unsafe { List::new(&raw mut self.params, &raw mut self.nparams, &raw mut self.maxparams) };
        // SAFETY: a C string.
        unsafe { list.add(name.as_ptr(), given) }
    }

    fn find(&self, name: &CStr) -> Option<&Raw> {
        // SAFETY: the array has that many parameters.
        unsafe { find(self.params, self.nparams, name.as_ptr()) }
    }
}

impl Drop for Variables {
    fn drop(&mut self) {
        // SAFETY: the array has that many parameters.
        unsafe { clear(self.params, self.nparams) };
        // SAFETY: from realloc, or NULL.
        unsafe { libc::free(self.params.cast()) };
    }
}

fn int(parameter: Option<&Raw>) -> Option<c_int> {
    // SAFETY: the tests that use it add numbers only.
    parameter.map(|p| unsafe { p.value.i })
}

#[test]
fn each_length_of_name_is_found_and_nothing_near_it() {
    let mut list = Variables::new();
    let name = |len: usize, last: char| {
        let mut text = "n".repeat(len);
        text.pop();
        text.push(last);
        CString::new(text).unwrap()
    };
    list.add(c"", Given::int(0)).unwrap();
    for len in 1..FIELD_LEN {
        let number = c_int::try_from(len).unwrap();
        list.add(&name(len, 'x'), Given::int(number)).unwrap();
        list.add(&name(len, 'y'), Given::int(-number)).unwrap();
    }
    assert_eq!(int(list.find(c"")), Some(0));
    for len in 1..FIELD_LEN {
        let number = c_int::try_from(len).unwrap();
        assert_eq!(int(list.find(&name(len, 'x'))), Some(number), "{len}");
        assert_eq!(int(list.find(&name(len, 'y'))), Some(-number), "{len}");
        assert!(list.find(&name(len, 'z')).is_none(), "{len}");
    }
    for len in [FIELD_LEN, FIELD_LEN + 1, 500] {
        assert!(list.find(&name(len, 'x')).is_none(), "{len}");
    }
}

#[test]
fn the_beginning_counts_as_well_as_the_end() {
    let mut list = Variables::new();
    for (name, number) in [(c"a.1.maximum", 1), (c"b.1.maximum", 2), (c"c.1.maximum", 3)] {
        list.add(name, Given::int(number)).unwrap();
    }
    assert_eq!(int(list.find(c"c.1.maximum")), Some(3));
    assert!(list.find(c"d.1.maximum").is_none());
    assert!(list.find(c".1.maximum").is_none());
    assert!(list.find(c"1.maximum").is_none());
}

#[test]
fn the_first_of_several_is_found_in_any_place_of_four() {
    for before in 0..9 {
        let mut list = Variables::new();
        for _ in 0..before {
            list.add(c"something else", Given::int(-1)).unwrap();
        }
        list.add(c"twice in the list", Given::int(1)).unwrap();
        list.add(c"twice in the list", Given::int(2)).unwrap();
        assert_eq!(int(list.find(c"twice in the list")), Some(1), "{before}");
    }
}

#[test]
fn bytes_behind_a_names_nul_and_names_without_one_are_not_mistaken() {
    let mut list = Variables::new();
    list.add(c"ab", Given::int(1)).unwrap();
    list.add(c"end", Given::int(2)).unwrap();
    // SAFETY: the array has two parameters.
    let array = unsafe { std::slice::from_raw_parts_mut(list.params, 2) };
    array[0].field[3..11].copy_from_slice(b"cdefghij");
    array[1].field.fill(b'e');
    assert_eq!(int(list.find(c"ab")), Some(1));
    for other in [c"cdefghij", c"abXcdefghij", c"b", c"", c"e"] {
        assert!(list.find(other).is_none(), "{other:?}");
    }
    for len in [1, 5, 79, 80, 81] {
        let name = CString::new("e".repeat(len)).unwrap();
        assert!(list.find(&name).is_none(), "{len}");
    }
}

#[test]
fn room_grows_by_half_and_parameters_keep_their_values() {
    let mut list = Variables::new();
    let mut rooms = Vec::new();
    for number in 0..100 {
        let name = CString::new(format!("parameter.{number}")).unwrap();
        list.add(&name, Given::int(number)).unwrap();
        rooms.push(list.maxparams);
    }
    rooms.dedup();
    assert_eq!(rooms, [8, 20, 38, 65, 105]);
    assert_eq!(list.nparams, 100);
    for number in 0..100 {
        let name = CString::new(format!("parameter.{number}")).unwrap();
        assert_eq!(int(list.find(&name)), Some(number));
    }
}

#[test]
fn values_are_stored_in_their_members_with_nothing_else() {
    let text = CString::new("text").unwrap();
    let mut list = Variables::new();
    list.add(c"i", Given::int(-1)).unwrap();
    list.add(c"ui", Given::uint(u32::MAX)).unwrap();
    list.add(c"l", Given::llong(i64::MIN)).unwrap();
    list.add(c"ul", Given::ullong(u64::MAX)).unwrap();
    list.add(c"d", Given::double(0.5)).unwrap();
    list.add(c"b", Given::boolean(true)).unwrap();
    list.add(c"s", Given::string(Some(&text))).unwrap();
    list.add(c"s0", Given::string(None)).unwrap();
    drop(text);
    let at = |name| list.find(name).unwrap();
    let kinds = [c"i", c"ui", c"l", c"ul", c"d", c"b", c"s"].map(|name| at(name).kind);
    assert_eq!(kinds, [1, 2, 3, 4, 5, 6, 7]);
    // SAFETY: all bytes of the value were written.
    let all = |name| unsafe { at(name).value.ul };
    let bytes = |number: c_int| u64::from(number.cast_unsigned());
    // The other half is zero, on either side of the number.
    assert!([bytes(-1), bytes(-1) << 32].contains(&all(c"i")));
    assert_eq!(int(list.find(c"i")), Some(-1));
    // SAFETY: the member that was written.
    assert_eq!(unsafe { at(c"ui").value.ui }, u32::MAX);
    assert_eq!(all(c"l"), i64::MIN.cast_unsigned());
    assert_eq!(all(c"ul"), u64::MAX);
    assert_eq!(all(c"d"), 0.5_f64.to_bits());
    // SAFETY: the member that was written.
    assert_eq!(unsafe { at(c"b").value.b }, 1);
    for (name, want) in [(c"s", c"text"), (c"s0", c"")] {
        // SAFETY: the member that was written.
        let text = unsafe { at(name).value.s };
        // SAFETY: a string of the list.
        assert_eq!(unsafe { CStr::from_ptr(text) }, want);
    }
}

#[test]
fn what_cannot_be_added_is_refused_and_counts_nothing() {
    let mut list = Variables::new();
    let fits = CString::new("n".repeat(79)).unwrap();
    let long = CString::new("n".repeat(80)).unwrap();
    list.add(&fits, Given::int(1)).unwrap();
    assert!(matches!(
        list.add(&long, Given::int(1)),
        Err(Refused::Long(text)) if text.to_bytes().len() == 80
    ));
    assert_eq!(list.nparams, 1);
    list.nparams = -1;
    assert!(matches!(list.add(c"a", Given::int(1)), Err(Refused::Negative)));
    list.nparams = c_int::MAX;
    assert!(matches!(list.add(c"a", Given::int(1)), Err(Refused::Full)));
    list.nparams = 1;

    let (params, nparams, maxparams) = (&raw mut list.params, &raw mut list.nparams, &raw mut list.maxparams);
    let name = c"a".as_ptr();
    for (params, nparams, maxparams, name, want) in [
        (params, nparams, maxparams, std::ptr::null(), "name"),
        (null_mut(), nparams, maxparams, name, "params"),
        (params, null_mut(), maxparams, name, "nparams"),
        (params, nparams, null_mut(), name, "maxparams"),
    ] {
        // SAFETY: NULL or valid.
        let list = unsafe { List::new(params, nparams, maxparams) };
        // SAFETY: NULL or a C string.
        let result = unsafe { list.add(name, Given::int(1)) };
        assert!(matches!(result, Err(Refused::Null(argument)) if argument.name() == want));
    }
}

#[test]
fn a_look_up_tells_missing_from_mistyped() {
    let mut list = Variables::new();
    list.add(c"number", Given::int(1)).unwrap();
    let look = |name: &CStr, want| {
        // SAFETY: the array has that many parameters; a C string.
        unsafe { lookup(list.params, list.nparams, name.as_ptr(), want) }
    };
    assert_eq!(int(look(c"number", ParamType::INT).unwrap()), Some(1));
    assert!(look(c"other", ParamType::INT).unwrap().is_none());
    assert!(matches!(
        look(c"number", ParamType::STRING),
        Err(Refused::Kind(ParamType::STRING, found)) if found.kind == 1
    ));
    // SAFETY: a NULL array or name is searched in vain.
    assert!(unsafe { find(std::ptr::null(), 3, c"a".as_ptr()) }.is_none());
    // SAFETY: as above.
    assert!(unsafe { find(list.params, list.nparams, std::ptr::null()) }.is_none());
    // SAFETY: as above.
    assert!(unsafe { find(list.params, -1, c"number".as_ptr()) }.is_none());
}

#[test]
fn a_refusal_fits_into_two_registers_of_64_bits() {
    assert!(size_of::<Result<(), Refused<'_>>>() <= 16);
    assert!(size_of::<Result<Option<&Raw>, Refused<'_>>>() <= 16);
}

#[test]
fn names_that_differ_in_a_number_in_the_middle() {
    let mut list = Variables::new();
    let name = |disk: c_int, what: &str| CString::new(format!("block.{disk}.{what}")).unwrap();
    let whats = ["rd.reqs", "rd.bytes", "wr.reqs", "wr.bytes", "fl.times", "name", "x"];
    for disk in 0..120 {
        for (number, what) in (0..).zip(whats) {
            list.add(&name(disk, what), Given::int(disk * 10 + number)).unwrap();
        }
    }
    for disk in 0..120 {
        for (number, what) in (0..).zip(whats) {
            assert_eq!(int(list.find(&name(disk, what))), Some(disk * 10 + number), "{disk} {what}");
        }
    }
    assert!(list.find(&name(120, "rd.reqs")).is_none());
    assert!(list.find(&name(1, "rd.req")).is_none());
    assert!(list.find(c"clock.1.rd.reqs").is_none());
    assert!(list.find(c"lock.1.rd.reqs").is_none());
}

#[test]
fn numbers_at_the_beginning_and_very_long_ones() {
    let mut list = Variables::new();
    for (number, name) in
        (0..).zip([c"0", c"1", c"12", c"1.a", c"2.a", c"123456789012.a", c"123456789013.a", c"a.123456789012"])
    {
        list.add(name, Given::int(number)).unwrap();
    }
    for (number, name) in
        (0..).zip([c"0", c"1", c"12", c"1.a", c"2.a", c"123456789012.a", c"123456789013.a", c"a.123456789012"])
    {
        assert_eq!(int(list.find(name)), Some(number), "{name:?}");
    }
    assert!(list.find(c"123456789014.a").is_none());
}

#[test]
fn an_array_that_is_not_there_has_no_room_whatever_the_count_says() {
    let mut list = Variables::new();
    list.maxparams = 5;
    list.add(c"a", Given::int(1)).unwrap();
    assert_eq!((list.nparams, list.maxparams), (1, 8));
    assert_eq!(int(list.find(c"a")), Some(1));
}

#[test]
fn clearing_frees_strings_and_nothing_else() {
    let mut list = Variables::new();
    list.add(c"text", Given::string(Some(c"value"))).unwrap();
    list.add(c"number", Given::llong(-1)).unwrap();
    for nparams in [0, -1] {
        // SAFETY: no parameter is announced.
        unsafe { clear(list.params, nparams) };
    }
    // SAFETY: the member that was written.
    assert!(!unsafe { list.find(c"text").unwrap().value.s }.is_null());
    // SAFETY: NULL, or an array of two.
    unsafe { clear(null_mut(), 2) };
    // SAFETY: as above.
    unsafe { clear(list.params, list.nparams) };
    // SAFETY: the member that was written.
    assert!(unsafe { list.find(c"text").unwrap().value.s }.is_null());
    // SAFETY: the member that was written.
    assert_eq!(unsafe { list.find(c"number").unwrap().value.l }, -1);
}

#[test]
fn types_and_arguments_have_the_names_of_c() {
    let names = (-1..9).map(|number| ParamType(number).name().unwrap_or("-")).collect::<Vec<_>>().join(" ");
    assert_eq!(names, "- unknown int uint llong ullong double boolean string -");
    let arguments = [Argument::Name, Argument::Params, Argument::NParams, Argument::MaxParams].map(Argument::name);
    assert_eq!(arguments, ["name", "params", "nparams", "maxparams"]);
}

#[test]
fn parameters_are_shown_by_name_and_type() {
    let mut list = Variables::new();
    list.add(c"number", Given::uint(1)).unwrap();
    assert_eq!(format!("{:?}", list.find(c"number").unwrap()), "\"number\": ParamType(2)");
    assert_eq!(format!("{:?}", list.find(c"number").unwrap().value), "Value");
}

#[test]
fn false_is_zero() {
    let mut list = Variables::new();
    list.add(c"b", Given::boolean(false)).unwrap();
    // SAFETY: the member that was written.
    assert_eq!(unsafe { list.find(c"b").unwrap().value.b }, 0);
}
