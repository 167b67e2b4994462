//! Commands about domains.
mod address;
pub(crate) mod console;
mod cpu_list;
pub(crate) mod device;
pub(crate) mod disk;
pub(crate) mod guest;
pub(crate) mod info;
pub(crate) mod job;
pub(crate) mod lifecycle;
pub(crate) mod list;
pub(crate) mod nic;
pub(crate) mod save;
pub(crate) mod state;
pub(crate) mod stats;
pub(crate) mod text;
pub(crate) mod tuning;
pub(crate) mod undefine;
pub(crate) mod vcpu;
