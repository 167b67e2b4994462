//! One short function per exported C symbol, by header section.
//!
//! A body takes its handles and arguments, calls one driver method and writes the result out.
mod admin;
mod domain;
mod error;
mod event_loop;
mod host;
mod interface;
mod lxc;
mod network;
mod nodedev;
mod nwfilter;
mod qemu;
mod secret;
mod storage;
mod stream;
mod typed_params;
