//! What `#[topic]` makes of each driver trait beside its code, and the tables by number that a program makes of all topics.

use crate::recode::Bodies;
use crate::server::Handler;
use crate::{ProcedureInfo, ProcedureRules};

/// The tables of one topic. A constant, so that the library holds only those of its parts that somebody uses.
pub(crate) struct Topic {
    pub(crate) facts: &'static [ProcedureInfo],
    /// Rules by procedure, of those that have any.
    pub(crate) rules: &'static [(u32, ProcedureRules)],
    /// Handlers by procedure; events have none.
    pub(crate) handlers: &'static [(u32, Handler)],
    /// Codecs of all bodies, for tests and fuzzers.
    pub(crate) bodies: &'static Bodies,
}

/// The facts of all topics in the order of the procedures' numbers, of which there are `N` from 1 on.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler, which refuses a number outside of the table"
)]
pub(crate) const fn facts<const N: usize>(mut topics: &[Topic]) -> [ProcedureInfo; N] {
    let mut table = [ProcedureInfo::PLAIN; N];
    let mut filled = 0;
    while let [topic, others @ ..] = topics {
        let mut rows = topic.facts;
        while let [row, rest @ ..] = rows {
            let place = &mut table[row.number as usize - 1];
            assert!(place.number == 0, "a procedure's number stands twice");
            *place = *row;
            rows = rest;
            filled += 1;
        }
        topics = others;
    }
    assert!(filled == N, "a number without a procedure");
    table
}

/// The rules of all topics in the same order.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler, which refuses a number outside of the table"
)]
pub(crate) const fn rules<const N: usize>(mut topics: &[Topic]) -> [ProcedureRules; N] {
    let mut table = [ProcedureRules::NONE; N];
    while let [topic, others @ ..] = topics {
        let mut rows = topic.rules;
        while let [(number, rules), rest @ ..] = rows {
            table[*number as usize - 1] = *rules;
            rows = rest;
        }
        topics = others;
    }
    table
}

/// The handlers of all topics in the same order.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated by the compiler, which refuses a number outside of the table"
)]
pub(crate) const fn handlers<const N: usize>(mut topics: &[Topic]) -> [Option<Handler>; N] {
    let mut table = [None; N];
    while let [topic, others @ ..] = topics {
        let mut rows = topic.handlers;
        while let [(number, handler), rest @ ..] = rows {
            table[*number as usize - 1] = Some(*handler);
            rows = rest;
        }
        topics = others;
    }
    table
}

/// Returns what a table has about a procedure, `None` for a number that it does not have.
pub(crate) fn find<T>(table: &'static [T], procedure: u32) -> Option<&'static T> {
    table.get(usize::try_from(procedure.checked_sub(1)?).ok()?)
}
