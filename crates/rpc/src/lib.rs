//! The sans-I/O protocol engine: framing, calls, keepalive as state machines.
