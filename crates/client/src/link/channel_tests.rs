//! A link whose bytes pass through layers.
use super::*;
use crate::link::{Ended, Link};
use oxivirt_rpc::{Cause, Header, Kind, Outcome, Status, finish_frame, start_frame};
use std::fs::File;
use std::io::{Read, Write};

/// Records of one length byte and as many bytes, each changed by a key; a record of length 0 ends the connection.
#[derive(Debug, Default)]
struct Records {
    key: u8,
    held: Vec<u8>,
    ended: bool,
    /// Said once, before anything else.
    greeting: Option<u8>,
}

impl Layer for Records {
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String> {
        self.held.extend_from_slice(outer);
        while let Some((&length, rest)) = self.held.split_first() {
            let Some(record) = rest.get(..usize::from(length)) else {
                break;
            };
            if record.contains(&0xff) {
                return Err("a record holds 255".to_owned());
            }
            self.ended |= length == 0;
            inner.extend(record.iter().map(|byte| byte ^ self.key));
            self.held.drain(..=usize::from(length));
        }
        Ok(())
    }

    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String> {
        for piece in inner.chunks(100) {
            outer.push(u8::try_from(piece.len()).unwrap());
            outer.extend(piece.iter().map(|byte| byte ^ self.key));
        }
        Ok(())
    }

    fn speak(&mut self, outer: &mut Vec<u8>) {
        outer.extend(self.greeting.take().map_or(vec![], |byte| vec![1, byte]));
    }

    fn ended(&self) -> bool {
        self.ended
    }
}

fn records(key: u8) -> Box<Records> {
    Box::new(Records { key, ..Records::default() })
}

const HEADER: Header = Header { program: 1, version: 1, procedure: 7, kind: Kind::CALL, serial: 0, status: Status::OK };

fn link(layers: Vec<Box<dyn Layer>>) -> (Link, File) {
    let (near, far) = oxivirt_sys::socketpair().unwrap();
    let mut channel = Channel::local(near, "test".to_owned());
    channel.layers = layers;
    (Link::new(channel, &[]), far.into())
}

fn request(payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    start_frame(&mut bytes, &HEADER);
    bytes.extend_from_slice(payload);
    bytes
}

fn reply(payload: &[u8]) -> Vec<u8> {
    let header = Header { kind: Kind::REPLY, ..HEADER };
    let mut bytes = Vec::new();
    start_frame(&mut bytes, &header);
    bytes.extend_from_slice(payload);
    finish_frame(&mut bytes).unwrap();
    bytes
}

/// Reads through the far ends of the layers until so many plain bytes came.
fn read(far: &mut File, layers: &mut LayerStack, length: usize) -> Vec<u8> {
    let (mut got, mut piece) = (Vec::new(), [0; 7]);
    while got.len() < length {
        let count = far.read(&mut piece).unwrap();
        assert_ne!(count, 0, "end of file after {} bytes", got.len());
        got.extend(layers.decode(piece.get(..count).unwrap()).unwrap());
    }
    got
}

fn write(far: &mut File, layers: &mut LayerStack, mut bytes: &[u8], cut: usize) {
    while !bytes.is_empty() {
        let taken = layers.encode(bytes).unwrap();
        bytes = bytes.get(taken..).unwrap();
        for piece in layers.unsent().chunks(cut) {
            far.write_all(piece).unwrap();
        }
        let all = layers.unsent().len();
        layers.handle_sent(all);
    }
}

#[test]
fn calls_pass_layers_in_both_directions_wherever_they_are_cut() {
    for cut in [1, 3, 1000] {
        let (link, mut far) = link(vec![records(3), records(9)]);
        let body = vec![5; 300_000];
        let sent = request(&body);
        let server = std::thread::spawn(move || {
            let mut layers = LayerStack::new(vec![records(3) as Box<dyn Layer>, records(9)]).unwrap();
            let got = read(&mut far, &mut layers, 28 + 300_000);
            write(&mut far, &mut layers, &reply(&[7; 1000]), cut);
            got
        });
        let ended = link.call_opening(&HEADER, sent, vec![], None, None).0;
        let Ended::With(Outcome::Reply { payload, .. }) = ended else {
            panic!("{ended:?}");
        };
        assert_eq!(payload, [7; 1000]);
        let mut expected = request(&body);
        finish_frame(&mut expected).unwrap();
        assert!(server.join().unwrap() == expected);
    }
}

#[test]
fn a_layer_added_later_changes_what_follows() {
    let (link, mut far) = link(vec![]);
    let server = std::thread::spawn(move || {
        let mut plain = [0; 28];
        far.read_exact(&mut plain).unwrap();
        far.write_all(&reply(b"")).unwrap();
        let mut layers = LayerStack::new(vec![records(6)]).unwrap();
        read(&mut far, &mut layers, 28);
        let mut second = reply(b"abcd");
        // The serial of the second call.
        second.splice(20..24, [0, 0, 0, 1]);
        write(&mut far, &mut layers, &second, 5);
    });
    let first = link.call_opening(&HEADER, request(b""), vec![], None, None).0;
    assert!(matches!(first, Ended::With(Outcome::Reply { .. })), "{first:?}");
    link.add_layer(records(6));
    let second = link.call_opening(&HEADER, request(b""), vec![], None, None).0;
    assert!(matches!(&second, Ended::With(Outcome::Reply { payload, .. }) if payload == b"abcd"), "{second:?}");
    server.join().unwrap();
}

#[test]
fn what_a_layer_refuses_or_ends_reaches_the_caller() {
    for (sent, expected) in
        [(&[1u8, 0xff][..], Cause::Layer("a record holds 255".to_owned())), (&[0], Cause::EndOfFile)]
    {
        let (link, mut far) = link(vec![records(1)]);
        far.write_all(sent).unwrap();
        let ended = link.call_opening(&HEADER, request(b""), vec![], None, None).0;
        assert!(matches!(&ended, Ended::With(Outcome::Failed(cause)) if *cause == expected), "{ended:?}");
    }
}

#[test]
fn what_a_layer_says_by_itself_is_sent() {
    let (link, mut far) = link(vec![Box::new(Records { greeting: Some(42), ..Records::default() })]);
    far.write_all(&[1, 0]).unwrap();
    link.on_readable();
    let mut said = [0; 2];
    far.read_exact(&mut said).unwrap();
    assert_eq!(said, [1, 42]);
}

#[test]
fn behind_layers_a_reply_is_whole_or_the_end_is_named_at_every_offset() {
    let mut layers = LayerStack::new(vec![records(3) as Box<dyn Layer>, records(9)]).unwrap();
    let plain = reply(&[7; 250]);
    assert_eq!(layers.encode(&plain).unwrap(), plain.len());
    let whole = layers.unsent();
    for end in 0..=whole.len() {
        let (link, mut far) = link(vec![records(3), records(9)]);
        let (one, other) = whole.get(..end).unwrap().split_at(end / 2);
        let ended = std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut layers = LayerStack::new(vec![records(3) as Box<dyn Layer>, records(9)]).unwrap();
                read(&mut far, &mut layers, 28);
                far.write_all(one).unwrap();
                far.write_all(other).unwrap();
            });
            link.call_opening(&HEADER, request(b""), vec![], None, None).0
        });
        let good = match &ended {
            Ended::With(Outcome::Reply { payload, .. }) => end == whole.len() && payload == &[7; 250],
            Ended::With(Outcome::Failed(cause)) => end < whole.len() && *cause == Cause::EndOfFile,
            _ => false,
        };
        assert!(good, "end at {end}: {ended:?}");
    }
}
