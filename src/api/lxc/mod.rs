//! libvirt-lxc.h: what only the LXC driver can do, mostly to the calling process itself.
mod cgroup;
mod label;
mod namespace;

use crate::abi::{Fault, Result};
use oxivirt_model::{ErrorDomain, message};

/// The error domain of this section: it has a number of its own, which the stock library does not use here.
const FROM: ErrorDomain = ErrorDomain::NONE;

/// Refuses every flag.
fn no_flags(flags: u32, function: &str) -> Result<()> {
    if flags != 0 {
        let text = message!("unsupported flags (0x%1$x) in function %2$s", flags, function);
        return Err(Fault::Invalid("flags", text));
    }
    Ok(())
}
