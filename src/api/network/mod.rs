//! Entry points of libvirt-network.h by topic.
mod leases;
mod manage;
mod port;
