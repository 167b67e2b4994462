//! The memory of domains.
use crate::fail::{Done, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("setmaxmem", setmaxmem), ("setmem", setmem)];

/// Returns `--size` in KiB.
fn size(args: &Args) -> Done<u64> {
    Ok(args.scaled("size", 1024, u64::MAX)?.unwrap_or_default().div_ceil(1024))
}

fn setmem(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    Ok(domain.set_memory_flags(size(args)?, flags)?)
}

fn setmaxmem(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()? | c::VIR_DOMAIN_MEM_MAXIMUM;
    let domain = sh.domain(args)?;
    domain.set_memory_flags(size(args)?, flags).or_say(|| "Unable to change MaxMemorySize")
}
