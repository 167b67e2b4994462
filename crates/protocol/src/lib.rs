//! The wire protocol: the IDL and what is generated from it.
