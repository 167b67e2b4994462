//! Titles, descriptions and metadata of domains.
use super::info;
use crate::commands::metadata;
use crate::fail::Done;
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::ErrorCode;
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("desc", desc), ("metadata", metadata)];

fn desc(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let query = args.flags(&[("config", c::VIR_DOMAIN_XML_INACTIVE)]);
    let domain = sh.domain(args)?;
    info::state_of(&domain)?;
    metadata::describe(sh, args, &domain, flags, query)
}

fn metadata(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    args.exclusive("edit", "set")?;
    args.exclusive("remove", "set")?;
    args.exclusive("remove", "edit")?;
    let flags = args.flags(&[("config", c::VIR_DOMAIN_AFFECT_CONFIG), ("live", c::VIR_DOMAIN_AFFECT_LIVE)]);
    let domain = sh.domain(args)?;
    metadata::metadata(sh, args, &domain, flags, ErrorCode::NO_DOMAIN_METADATA)
}
