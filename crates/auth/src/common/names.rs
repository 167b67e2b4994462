//! Names that both sides must agree on.

/// The service that server names are built with.
pub(crate) const SERVICE: &str = "libvirt";

/// RFC 4752.
pub(crate) const GSSAPI: &str = "GSSAPI";
/// RFC 2831.
pub(crate) const DIGEST_MD5: &str = "DIGEST-MD5";
/// RFC 4616.
pub(crate) const PLAIN: &str = "PLAIN";
