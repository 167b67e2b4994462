//! Entry points of libvirt-domain.h by topic.
mod block;
mod checkpoint;
mod config;
mod descriptors;
mod device;
mod events;
mod guest;
mod lifecycle;
mod lookup;
mod memory;
mod migrate;
mod migration_limits;
mod save;
mod snapshot;
mod stats;
mod tuning;
mod vcpu;
