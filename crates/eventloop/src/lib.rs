//! The default event loop: file handles and timeouts over poll(2).
