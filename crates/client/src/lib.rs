//! The remote driver: which daemon, transports, and the blocking driver of the engine.
