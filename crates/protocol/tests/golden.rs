//! Payloads recorded between the stock client and the stock daemon decode and encode to the same bytes.
//!
//! The corpus and its format: `compat-tests/compare/wire/golden`, made by `compat-tests/compare/wire/make_golden.py`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use oxivirt_protocol::{Part, admin, lxc, net, qemu, remote};
use oxivirt_xdr::{Decode, Encode, Reader, Result, Writer};

/// One recorded payload.
#[derive(Debug)]
struct Sample {
    /// Where it stands, for messages.
    place: String,
    program: String,
    procedure: u32,
    kind: String,
    payload: Vec<u8>,
}

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../compat-tests/compare/wire/golden")
}

fn unhex(digits: &str) -> Vec<u8> {
    assert!(digits.len().is_multiple_of(2), "odd hex line {digits}");
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn samples() -> Vec<Sample> {
    let mut samples: Vec<Sample> = Vec::new();
    for entry in std::fs::read_dir(corpus()).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(digits) = line.strip_prefix("  ") {
                let sample = samples.last_mut().expect("a head before the payload");
                sample.payload.extend(unhex(digits));
            } else if !line.starts_with('#') {
                let words: Vec<&str> = line.split(' ').collect();
                samples.push(Sample {
                    place: format!("{}:{number}: {line}", path.display()),
                    program: words[0].to_owned(),
                    procedure: words[1].parse().unwrap(),
                    kind: words[3].to_owned(),
                    payload: Vec::new(),
                });
            }
        }
    }
    samples
}

fn through<'a, T: Decode<'a> + Encode>(payload: &'a [u8], out: &mut Vec<u8>) -> Result<()> {
    T::decode(&mut Reader::new(payload))?.encode(&mut Writer::new(out, usize::MAX))
}

/// Decodes and encodes a body; `None` when the procedure has none of this kind.
fn body(sample: &Sample, part: Part, payload: &[u8], out: &mut Vec<u8>) -> Option<Result<()>> {
    let number = sample.procedure;
    match sample.program.as_str() {
        "remote" => remote::recode(remote::Procedure(number), part, payload, out),
        "qemu" => qemu::recode(qemu::Procedure(number), part, payload, out),
        "lxc" => lxc::recode(lxc::Procedure(number), part, payload, out),
        "admin" => admin::recode(admin::Procedure(number), part, payload, out),
        other => panic!("{}: unknown program {other}", sample.place),
    }
}

/// The bytes after decoding and encoding.
fn again(sample: &Sample) -> Vec<u8> {
    let mut out = Vec::new();
    // The number of descriptors stands in front of the body.
    let skipped = if sample.kind.ends_with("-fds") { 4 } else { 0 };
    let payload = &sample.payload[skipped..];
    let outcome = match sample.kind.as_str() {
        "call" | "call-fds" | "message" => body(sample, Part::Args, payload, &mut out),
        "reply" | "reply-fds" => body(sample, Part::Ret, payload, &mut out),
        "error" => Some(through::<net::MessageError<'_>>(payload, &mut out)),
        "hole" => Some(through::<net::StreamHole>(payload, &mut out)),
        other => panic!("{}: unknown kind {other}", sample.place),
    };
    if let Some(Err(error)) = outcome {
        panic!("{}: {error}", sample.place);
    }
    [&sample.payload[..skipped], &out].concat()
}

#[test]
fn recorded_payloads_survive() {
    for sample in samples() {
        let bytes = again(&sample);
        assert!(
            bytes == sample.payload,
            "{}: encoded to {} bytes that differ from the {} recorded",
            sample.place,
            bytes.len(),
            sample.payload.len()
        );
    }
}

/// A corpus that shrank unnoticed would prove less than it seems to.
#[test]
fn the_corpus_covers_the_protocol() {
    let mut called: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for sample in samples() {
        if sample.kind.starts_with("call") {
            let numbers = called.entry(sample.program).or_default();
            numbers.insert(sample.procedure);
        }
    }
    let counts: Vec<(&str, usize)> = called.iter().map(|(name, numbers)| (name.as_str(), numbers.len())).collect();
    for (program, least) in [("admin", 19), ("lxc", 1), ("qemu", 6), ("remote", 370)] {
        let count = called.get(program).map_or(0, BTreeSet::len);
        assert!(count >= least, "{program}: {count} procedures, {counts:?}");
    }
}
