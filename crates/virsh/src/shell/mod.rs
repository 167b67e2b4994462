//! A running program, as its commands see it: what it was told by options and environment, its connection, its output, and what runs
//! a command line.
mod admin;
mod connection;
mod dump;
mod event_wait;
mod link;
mod output;
mod polkit_agent;
mod print;
mod run;
mod state;

pub(crate) use event_wait::{Ended, Interrupt};
pub(crate) use output::{Level, LogFile};
pub(crate) use state::{Body, Shell};
