//! Entry points of libvirt-storage.h by topic.
mod pool;
mod volume;
