//! Entry points of libvirt-host.h by topic.
mod connect;
mod node;
