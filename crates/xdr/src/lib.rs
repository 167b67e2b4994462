//! The XDR codec (RFC 4506): no I/O, no unsafe, every length bounded before allocation.
