//! `libvirt.so.0`: the C boundary of Oxivirt.
