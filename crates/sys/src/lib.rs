//! System calls that need unsafe code: poll, descriptor passing, credentials.
