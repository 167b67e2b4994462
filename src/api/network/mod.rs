//! Entry points of libvirt-network.h by topic.
mod leases;
mod network;
mod port;
