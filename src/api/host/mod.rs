//! Entry points of libvirt-host.h by topic.
mod connect;
mod cpu;
mod node;
mod node_stats;
mod open;
