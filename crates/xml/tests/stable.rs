//! Whatever is accepted is printed as a well-formed document, and from then on parsing and printing changes nothing: over documents
//! and thousands of documents made from them by taking out, doubling and changing pieces.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "a test may fail so"
)]
mod documents;

use documents::DOCUMENTS;
use oxivirt_model::{ErrorDomain, Result};
use oxivirt_xml::FormatFlags;
use oxivirt_xml::backup::Backup;
use oxivirt_xml::checkpoint::{Checkpoint, CheckpointFlags};
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};
use oxivirt_xml::interface::Interface;
use oxivirt_xml::network::Network;
use oxivirt_xml::network::port::NetworkPort;
use oxivirt_xml::nodedev::NodeDevice;
use oxivirt_xml::nwfilter::Filter;
use oxivirt_xml::secret::Secret;
use oxivirt_xml::snapshot::Snapshot;
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::pool::Pool;
use oxivirt_xml::storage::volume::{Capacity, Volume};
use oxivirt_xml::tree::Document;

const ROUNDS: usize = 500;
const VALUES: [&str; 16] = [
    "",
    "0",
    "-1",
    "1",
    "65536",
    "x",
    "yes",
    "no",
    "on",
    "off",
    "4294967296",
    "a b",
    "\u{e9}&lt;",
    "0x10",
    "1,2-4",
    "/p",
];

/// Random numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// The pieces of a document: starts of tags, attributes, ends of tags, texts.
fn pieces(document: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    for letter in document.chars() {
        if letter == '<' {
            found.push(String::new());
        }
        let last = found.last_mut().unwrap();
        last.push(letter);
        if letter == '\'' {
            quoted = !quoted;
        }
        if letter == '>' || (letter == '\'' && !quoted) {
            found.push(String::new());
        }
    }
    found
}

fn changed(document: &str, dice: &mut Dice) -> String {
    let mut all = pieces(document);
    for _ in 0..=dice.below(3) {
        let at = dice.below(all.len());
        let value = VALUES[dice.below(VALUES.len())];
        match dice.below(4) {
            0 => {
                all.remove(at);
            }
            1 => {
                let piece = all[at].clone();
                all.insert(at, piece);
            }
            _ => {
                let piece = &mut all[at];
                match piece.find('\'') {
                    Some(from) if piece.ends_with('\'') => piece.replace_range(from.., &format!("'{value}'")),
                    _ if !piece.contains(['<', '>']) => value.clone_into(piece),
                    _ => {}
                }
            }
        }
    }
    all.concat()
}

/// Returns whether the document is accepted.
fn check<T>(document: &str, parse: &dyn Fn(&[u8]) -> Result<T>, format: &dyn Fn(&T) -> Vec<u8>) -> bool {
    let Ok(first) = parse(document.as_bytes()) else { return false };
    let once = format(&first);
    if let Err(error) = Document::parse(&once, ErrorDomain::NONE) {
        panic!("{}: {}\n{document}", error.text(), once.escape_ascii());
    }
    let Ok(second) = parse(&once) else { return true };
    let twice = format(&second);
    if let Ok(third) = parse(&twice) {
        assert_eq!(String::from_utf8(twice).unwrap(), String::from_utf8(format(&third)).unwrap(), "{document}");
    }
    true
}

/// Checks the documents of a target that this kind accepts.
fn stable<T>(target: &str, parse: impl Fn(&[u8]) -> Result<T>, format: impl Fn(&T) -> Vec<u8>) {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut accepted = 0;
    for (_, document) in DOCUMENTS.iter().filter(|(of, _)| *of == target) {
        if check(document, &parse, &format) {
            accepted += (0..ROUNDS).filter(|_| check(&changed(document, &mut dice), &parse, &format)).count();
        }
    }
    assert!(accepted > ROUNDS / 10, "only {accepted} of {ROUNDS} were accepted");
}

const DRIVER: Completion<'static> = Completion {
    arch: "x86_64",
    mac_prefix: [0x52, 0x54, 0x00],
    random: &|bytes| bytes.fill(7),
    interface_prefix: Some("testnet"),
};

#[test]
fn domains() {
    let parse = |xml: &[u8]| {
        let mut domain = Domain::parse(xml, ParseOptions::default())?;
        domain.complete(&DRIVER)?;
        domain.validate()?;
        Ok(domain)
    };
    let flags = FormatFlags { secure: true, inactive: true, ..FormatFlags::default() };
    stable("xml_domain", parse, |domain| domain.format(flags));
}

#[test]
fn networks_and_ports() {
    stable("xml_network", Network::parse, |network| network.format(FormatFlags::default()));
    stable("xml_network", NetworkPort::parse, NetworkPort::format);
}

#[test]
fn pools_and_volumes() {
    stable("xml_storage", Pool::parse, Pool::format);
    stable("xml_storage", |xml| Volume::parse(xml, PoolType::Dir, Capacity::Needed), Volume::format);
}

#[test]
fn interfaces() {
    stable("xml_interface", Interface::parse, Interface::format);
}

#[test]
fn filters() {
    stable("xml_nwfilter", Filter::parse, Filter::format);
}

#[test]
fn moments() {
    stable("xml_moment", |xml| Snapshot::parse(xml, true), |snapshot| snapshot.format(true));
    stable("xml_moment", |xml| Checkpoint::parse(xml, false), |it| it.format(CheckpointFlags::default()));
    stable("xml_moment", Backup::parse, Backup::format);
}

#[test]
fn node_devices() {
    stable("xml_nodedev", |xml| NodeDevice::parse(xml, false), |device| device.format(false));
}

#[test]
fn secrets() {
    stable("xml_secret", Secret::parse, Secret::format);
}
