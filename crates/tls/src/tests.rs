//! Sessions against a rustls server with certificates made here.
