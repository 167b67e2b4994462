//! Every counted field of every body, from a table generated with the types.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may panic")]

use oxivirt_protocol::{Part, Program, admin, lxc, qemu, remote};
use oxivirt_xdr::{Problem, Result};

/// One line of the table.
struct Probe<'t> {
    program: Program,
    procedure: u32,
    part: Part,
    field: &'t str,
    limit: u32,
    /// The shortest body up to the count.
    before: Vec<u8>,
}

impl Probe<'_> {
    fn decode(&self, payload: &[u8]) -> Result<()> {
        let (number, part, out) = (self.procedure, self.part, &mut Vec::new());
        match self.program {
            Program::REMOTE => remote::recode(remote::Procedure(number), part, payload, out),
            Program::QEMU => qemu::recode(qemu::Procedure(number), part, payload, out),
            Program::LXC => lxc::recode(lxc::Procedure(number), part, payload, out),
            _ => admin::recode(admin::Procedure(number), part, payload, out),
        }
        .unwrap()
    }
}

fn probes() -> Vec<Probe<'static>> {
    let lines = include_str!("limits.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let mut words = columns[5].split(' ');
            let mut before = vec![0_u32; words.next().unwrap().parse().unwrap()];
            for word in words {
                let (index, value) = word.split_once('=').unwrap();
                before[index.parse::<usize>().unwrap()] = value.parse().unwrap();
            }
            Probe {
                program: match columns[0] {
                    "remote" => Program::REMOTE,
                    "qemu" => Program::QEMU,
                    "lxc" => Program::LXC,
                    _ => Program::ADMIN,
                },
                procedure: columns[1].parse().unwrap(),
                part: if columns[2] == "args" { Part::Args } else { Part::Ret },
                field: columns[3],
                limit: columns[4].parse().unwrap(),
                before: before.iter().flat_map(|word| word.to_be_bytes()).collect(),
            }
        })
        .collect()
}

#[test]
fn counts_above_the_limit_are_refused_by_name() {
    let probes = probes();
    assert!(probes.len() > 800, "{} probes", probes.len());
    for probe in &probes {
        for count in [probe.limit + 1, 0x7fff_ffff, 0x8000_0000, u32::MAX] {
            let mut payload = probe.before.clone();
            payload.extend(count.to_be_bytes());
            payload.resize(payload.len() + 256, 0);
            let error = probe.decode(&payload).unwrap_err();
            let wanted = Problem::TooLong { len: count as usize, max: probe.limit as usize };
            assert_eq!(error.problem(), wanted, "{} {error}", probe.field);
            assert_eq!(error.field(), probe.field);
            assert_eq!(error.offset(), probe.before.len());
        }
    }
}

#[test]
fn counts_larger_than_the_frame_are_refused() {
    for probe in probes() {
        for count in [1, probe.limit] {
            let mut payload = probe.before.clone();
            payload.extend(count.to_be_bytes());
            let error = probe.decode(&payload).unwrap_err();
            assert!(matches!(error.problem(), Problem::Truncated { .. }), "{} {error}", probe.field);
        }
    }
}

#[test]
fn a_frame_that_ends_before_the_count_is_refused() {
    for probe in probes() {
        for cut in 0..4 {
            let mut payload = probe.before.clone();
            payload.extend([0; 3]);
            payload.truncate(payload.len() - cut);
            let error = probe.decode(&payload).unwrap_err();
            assert!(matches!(error.problem(), Problem::Truncated { .. }), "{} {error}", probe.field);
        }
    }
}
