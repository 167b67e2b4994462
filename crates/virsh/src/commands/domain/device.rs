//! Devices of domains: attached, detached and changed.
use crate::bytes::bytes;
use crate::commands::files;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, exclusive};
use crate::shell::{Body, Shell};
use oxivirt::{Domain, Result};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("attach-device", attach_device),
    ("detach-device", detach_device),
    ("detach-device-alias", detach_device_alias),
    ("update-device", update_device),
    ("update-memory-device", update_memory_device),
];

/// Attaches or detaches: by the plain call if the user said nothing of where.
pub(super) fn apply(
    args: &Args,
    flags: u32,
    plain: impl FnOnce() -> Result<()>,
    with_flags: impl FnOnce(u32) -> Result<()>,
) -> Result<()> {
    if flags != 0 || args.has("current") { with_flags(flags) } else { plain() }
}

/// Returns where a change is to take effect. Options are checked before the domain is looked up.
pub(super) struct Impact {
    flags: u32,
    persistent: bool,
}

impl Impact {
    pub(super) fn of(args: &Args) -> Done<Self> {
        let persistent = args.has("persistent");
        exclusive(("persistent", persistent), ("current", args.has("current")))?;
        let mut flags = args.impact()?;
        if persistent {
            flags |= c::VIR_DOMAIN_AFFECT_CONFIG;
        }
        Ok(Self { flags, persistent })
    }

    /// Returns the flags, with those of a running domain.
    pub(super) fn for_domain(&self, domain: &Domain) -> u32 {
        if self.persistent && domain.is_active().unwrap_or(false) {
            return self.flags | c::VIR_DOMAIN_AFFECT_LIVE;
        }
        self.flags
    }

    /// Returns true if only the definition is to be changed.
    pub(super) fn only_config(&self) -> bool {
        self.flags == c::VIR_DOMAIN_AFFECT_CONFIG
    }
}

fn attach_device(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    let domain = sh.domain(args)?;
    let file = args.needed("file")?;
    let flags = impact.for_domain(&domain);
    let xml = files::read(file)?;
    let done = apply(args, flags, || domain.attach_device(&*xml), |flags| domain.attach_device_flags(&*xml, flags));
    done.or_say(|| format!("Failed to attach device from {file}"))?;
    sh.extra("Device attached successfully\n");
    Ok(())
}

fn detach_device(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    let domain = sh.domain(args)?;
    let flags = impact.for_domain(&domain);
    let file = args.needed("file")?;
    let xml = files::read(file)?;
    let done = apply(args, flags, || domain.detach_device(&*xml), |flags| domain.detach_device_flags(&*xml, flags));
    done.or_say(|| format!("Failed to detach device from {file}"))?;
    sh.extra("Device detached successfully\n");
    Ok(())
}

fn detach_device_alias(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let alias = args.needed("alias")?;
    let done = domain.detach_device_alias(&*bytes(alias), flags);
    done.or_say(|| format!("Failed to detach device with alias {alias}"))?;
    sh.extra("Device detach request sent successfully\n");
    Ok(())
}

fn update_device(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    let domain = sh.domain(args)?;
    let file = args.needed("file")?;
    let flags = impact.for_domain(&domain) | args.flags(&[("force", c::VIR_DOMAIN_DEVICE_MODIFY_FORCE)]);
    let xml = files::read(file)?;
    domain.update_device_flags(&*xml, flags).or_say(|| format!("Failed to update device from {file}"))?;
    sh.extra("Device updated successfully\n");
    Ok(())
}

fn update_memory_device(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("node", "alias")?;
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let config = flags & c::VIR_DOMAIN_AFFECT_CONFIG != 0;
    let text = crate::xml::of_domain(&domain, if config { c::VIR_DOMAIN_XML_INACTIVE } else { 0 })?;
    let (alias, node) = (args.text("alias")?, args.u32("node")?);
    let document = crate::xml::parse(&text, "domain")?;
    let root = crate::xml::root(&document)?;
    let found: Vec<_> = root
        .select("devices/memory")
        .filter(|memory| match (node, alias) {
            (Some(node), _) => memory.select("target/node").any(|at| at.text().trim().parse() == Ok(node)),
            (None, Some(alias)) => crate::xml::value(memory, "alias/@name") == Some(alias),
            (None, None) => true,
        })
        .collect();
    let memory = match found.as_slice() {
        [] => return Err(Failure::say("no memory device found")),
        [memory] => memory,
        _ => {
            let said = "multiple memory devices found, use --alias or --node to select one";
            return Err(Failure::say(said));
        }
    };
    let size = args.scaled("requested-size", 1024, u64::MAX)?.map(|size| size.div_ceil(1024).to_string());
    if size.is_some() && memory.select("target/requested").next().is_none() {
        return Err(Failure::say("virtio-mem device is missing <requested/>"));
    }
    let xml = crate::xml::rewritten(memory, &|path, _| match (path, &size) {
        (["target", "requested"], Some(size)) => crate::xml::Change::Text(size.clone()),
        _ => crate::xml::Change::Keep,
    });
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    Ok(domain.update_device_flags(&*bytes(&xml), flags)?)
}

/// Returns a domain's definition, or that of its next start.
pub(super) fn of_definition(domain: &Domain, config: bool) -> Done<oxivirt::Text> {
    Ok(domain.xml_desc(if config { c::VIR_DOMAIN_XML_INACTIVE } else { 0 })?)
}
