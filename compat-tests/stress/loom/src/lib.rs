//! Models of how threads share a connection. loom runs each in every order its threads can take (up to a bound of
//! preemptions): a lost wake-up is a deadlock it reports, and what must hold is asserted on the way.
#![cfg(test)]

#[path = "../../../../crates/client/src/link/baton.rs"]
#[allow(unreachable_pub, reason = "the real file, as it is")]
mod baton;
mod lock;
mod models;
mod wire;
