"""Peers that lie and vanish, faults at every offset, many threads, sanitizers: ours alone has to hold."""
