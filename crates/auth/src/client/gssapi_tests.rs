//! The exchange with a Kerberos library that a test answers for: which layer is chosen, and what a record may be.
use super::super::tests::{Known, words_of};
use super::*;
use oxivirt_sys::GssStep;
use std::cell::RefCell;

/// What the library answers in a test, and what it was asked.
#[derive(Debug, Default, Clone)]
struct Script {
    asked: Vec<String>,
    /// What the context can do, and whether one token is enough.
    able: u32,
    complete: bool,
    token: &'static str,
    /// The server's list of layers, and how much it takes in a record.
    list: Vec<u8>,
    strength: Option<u32>,
    room: u32,
    encrypted: bool,
}

thread_local! {
    static SCRIPT: RefCell<Script> = RefCell::default();
}

fn script<T>(change: impl FnOnce(&mut Script) -> T) -> T {
    SCRIPT.with_borrow_mut(change)
}

#[derive(Debug)]
struct Fake;

impl Gss for Fake {
    fn new(service: &[u8]) -> Result<Self, String> {
        script(|script| script.asked.push(format!("new {}", String::from_utf8_lossy(service))));
        Ok(Self)
    }
    fn step(&mut self, token: Option<&[u8]>, flags: u32) -> Result<GssStep, String> {
        script(|script| {
            script.asked.push(format!("step {} {flags}", String::from_utf8_lossy(token.unwrap_or(b"none"))));
            Ok(GssStep { token: script.token.into(), complete: script.complete, flags: script.able })
        })
    }
    fn wrap_message(&mut self, encrypt: bool, plain: &[u8]) -> Result<Vec<u8>, String> {
        let sealed: &[u8] = if encrypt { b"sealed " } else { b"signed " };
        Ok([sealed, plain].concat())
    }
    fn unwrap_message(&mut self, sealed: &[u8]) -> Result<(Vec<u8>, bool), String> {
        script(|script| match sealed {
            b"list" => Ok((script.list.clone(), false)),
            b"bad" => Err("changed on its way".to_owned()),
            sealed => Ok((sealed.to_vec(), script.encrypted)),
        })
    }
    fn room(&mut self, limit: u32) -> Result<u32, String> {
        script(|script| {
            script.asked.push(format!("room {limit}"));
            Ok(script.room)
        })
    }
    fn strength(&mut self) -> Result<Option<u32>, String> {
        Ok(script(|script| script.strength))
    }
}

const ALL: u32 = GSS_INTEGRITY | GSS_ENCRYPTION;

/// A library that encrypts, and a server that has all layers and takes records of 4096 bytes.
fn usual() -> Script {
    let list = vec![NO_LAYER | INTEGRITY | ENCRYPTION, 0, 16, 0];
    Script { able: ALL, complete: true, list, strength: Some(256), room: 4000, ..Script::default() }
}

/// The answer to a list of layers, or the number and the words of the refusal.
type Answer = Result<Vec<u8>, (i32, String)>;

/// Goes through an exchange up to the choice of a layer. Returns its answer, and the mechanism.
fn exchange(given: Script, encryption: bool) -> (Answer, Box<Gssapi<Fake>>) {
    script(|script| *script = given);
    let mut mechanism = Box::new(Gssapi::<Fake>::with(b"host", SecurityProperties { encryption }));
    let mut prompter = Known { user: "root", ..Known::new("", "") };
    mechanism.step(None, &mut prompter).unwrap();
    let chosen = mechanism.step(Some(b"list"), &mut prompter);
    (chosen.map(|step| step.output.unwrap()).map_err(words_of), mechanism)
}

#[test]
fn tokens_go_to_and_fro_until_both_sides_are_known() {
    script(|script| *script = Script { token: "ticket", complete: false, ..usual() });
    let mut mechanism = Gssapi::<Fake>::with(b"host", SecurityProperties { encryption: true });
    let mut prompter = Known::new("", "");
    assert_eq!(mechanism.step(None, &mut prompter).unwrap().output.as_deref(), Some(&b"ticket"[..]));
    script(|script| (script.token, script.complete) = ("", true));
    assert_eq!(mechanism.step(Some(b"proof"), &mut prompter).unwrap().output, None);
    let wanted = GSS_MUTUAL | GSS_SEQUENCE | ALL;
    let asked = script(|script| script.asked.clone());
    assert_eq!(asked, ["new libvirt@host".to_owned(), format!("step none {wanted}"), format!("step proof {wanted}")]);
    assert!(mechanism.step(Some(b"list"), &mut prompter).unwrap().output.is_some());
    assert_eq!(words_of(mechanism.step(None, &mut prompter).unwrap_err()).0, FAIL, "it has ended");
}

#[test]
fn an_empty_token_ends_the_exchange() {
    script(|script| *script = Script { complete: false, ..usual() });
    let mut mechanism = Gssapi::<Fake>::with(b"host", SecurityProperties { encryption: false });
    let mut prompter = Known::new("", "");
    mechanism.step(None, &mut prompter).unwrap();
    assert_eq!(
        script(|script| script.asked.clone()).last().unwrap(),
        &format!("step none {}", GSS_MUTUAL | GSS_SEQUENCE)
    );
    let refused = words_of(mechanism.step(Some(b""), &mut prompter).unwrap_err());
    assert_eq!(refused, (FAIL, "the server sent no token".to_owned()));
}

#[test]
fn encryption_is_chosen_where_it_is_needed_and_both_sides_have_it() {
    let (answer, mechanism) = exchange(usual(), true);
    assert_eq!(answer.unwrap(), [b"signed \x04\x01\x00\x00".as_slice(), b"root"].concat());
    assert_eq!((mechanism.strength(), mechanism.piece), (256, 4000));
    assert_eq!(script(|script| script.asked.clone()).last().unwrap(), "room 4096");
    let (_, mechanism) = exchange(Script { strength: None, ..usual() }, true);
    assert_eq!(mechanism.strength(), UNKNOWN_STRENGTH);

    let too_weak = |given, encryption| assert_eq!(exchange(given, encryption).0.unwrap_err().0, TOOWEAK);
    too_weak(Script { strength: Some(40), ..usual() }, true);
    too_weak(Script { able: GSS_INTEGRITY, ..usual() }, true);
    too_weak(Script { able: 0, ..usual() }, true);
    too_weak(Script { able: GSS_ENCRYPTION, ..usual() }, true);
    too_weak(Script { list: vec![NO_LAYER | INTEGRITY, 0, 16, 0], ..usual() }, true);
    too_weak(Script { list: vec![ENCRYPTION, 0, 16, 0], ..usual() }, false);
}

#[test]
fn the_layers_that_a_context_can_give() {
    for (able, layers) in [
        (0, NO_LAYER),
        (GSS_ENCRYPTION, NO_LAYER),
        (GSS_MUTUAL, NO_LAYER),
        (GSS_INTEGRITY | GSS_MUTUAL, NO_LAYER | INTEGRITY),
        (ALL | GSS_MUTUAL, NO_LAYER | INTEGRITY | ENCRYPTION),
    ] {
        assert_eq!(exchange(Script { able, ..usual() }, false).1.able, layers, "{able}");
    }
}

#[test]
fn without_a_need_nothing_is_encrypted() {
    let (answer, mechanism) = exchange(usual(), false);
    assert_eq!(answer.unwrap(), [b"signed \x01\x00\x00\x00".as_slice(), b"root"].concat());
    assert_eq!(mechanism.strength(), 0);
    assert!(mechanism.layer().is_none());
}

#[test]
fn lists_of_layers_that_are_none() {
    let refused = |list: &[u8]| exchange(Script { list: list.to_vec(), ..usual() }, true).0.unwrap_err();
    assert_eq!(refused(&[7, 0, 0]), (FAIL, "token too short".to_owned()));
    assert_eq!(refused(&[]), (FAIL, "token too short".to_owned()));
    assert_eq!(refused(&[7, 0, 0, 0, 0]), (FAIL, "token too long".to_owned()));
    let no_room = exchange(Script { room: 0, ..usual() }, true).0.unwrap_err();
    assert_eq!(no_room, (FAIL, "the server takes records of 4096 bytes, which is too small".to_owned()));
}

#[test]
fn records_are_encrypted_and_what_is_not_is_refused() {
    let (_, mechanism) = exchange(Script { encrypted: true, room: 3, ..usual() }, true);
    let mut layer = mechanism.layer().unwrap();
    let (mut outer, mut inner) = (Vec::new(), Vec::new());
    layer.encode(b"abcd", &mut outer).unwrap();
    assert_eq!(outer, b"\0\0\0\x0asealed abc\0\0\0\x08sealed d");
    layer.decode(b"\0\0\0\x02xy", &mut inner).unwrap();
    assert_eq!(inner, b"xy");
    let changed = layer.decode(b"\0\0\0\x03bad", &mut inner).unwrap_err();
    assert!(changed.ends_with("changed on its way"), "{changed}");
    let (_, mechanism) = exchange(usual(), true);
    let plain = mechanism.layer().unwrap().decode(b"\0\0\0\x02xy", &mut inner).unwrap_err();
    assert!(plain.ends_with("a record that is not encrypted"), "{plain}");
    assert_eq!(inner, b"xy");
}
