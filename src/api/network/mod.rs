//! Entry points of libvirt-network.h by topic.
mod network;
mod port;
