//! Definitions in the format of a hypervisor, and calls that only some hypervisors know.
use super::lifecycle::{copies, passed_files};
use crate::bytes::{Shown, bytes};
use crate::commands::{files, params};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::{Str, TypedParam, Value};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("domlaunchsecinfo", domlaunchsecinfo),
    ("domsetlaunchsecstate", domsetlaunchsecstate),
    ("domxml-from-native", domxml_from_native),
    ("domxml-to-native", domxml_to_native),
    ("dom-fd-associate", dom_fd_associate),
];

fn domxml_from_native(sh: &mut Shell, args: &Args) -> Done {
    let (format, file) = (args.needed("format")?, args.needed("config")?);
    let text = sh.conn()?.domain_xml_from_native(&*bytes(format), &*files::read(file)?, 0)?;
    sh.print(&text.shown());
    Ok(())
}

fn domxml_to_native(sh: &mut Shell, args: &Args) -> Done {
    let (format, file) = (args.needed("format")?, args.text("xml")?);
    args.exclusive("domain", "xml")?;
    let xml = if args.has("domain") {
        sh.domain(args)?.xml_desc(0).or_say(|| "failed to retrieve XML")?.shown()
    } else if let Some(file) = file {
        crate::bytes::text(&files::read(file)?)
    } else {
        return Err(Failure::say("need either domain or domain XML"));
    };
    let text = sh.conn()?.domain_xml_to_native(&*bytes(format), &*bytes(&xml), 0)?;
    sh.print(&text.shown());
    Ok(())
}

fn domlaunchsecinfo(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let found = domain.launch_security_info(0).or_say(|| "Unable to get launch security parameters")?;
    params::list(sh, &found)
}

fn domsetlaunchsecstate(sh: &mut Shell, args: &Args) -> Done {
    /// No secret is longer.
    const MAX: u64 = 64 << 10;
    let domain = sh.domain(args)?;
    let (header, secret) = (args.text("secrethdr")?, args.text("secret")?);
    let (Some(header), Some(secret)) = (header, secret) else {
        return Err(Failure::say("Both secret and the secret header are required"));
    };
    let mut params = Vec::new();
    for (name, file) in [("sev-secret-header", header), ("sev-secret", secret)] {
        let content = files::read_at_most(file, MAX)?;
        params.push(TypedParam { name: name.into(), value: Value::String(Some(Str::from(&*content).into_owned())) });
    }
    params.extend(args.u64("set-address")?.map(|address| TypedParam::new("sev-secret-set-address", address)));
    domain.set_launch_security_state(&params, 0).or_say(|| "Unable to set launch security state")
}

fn dom_fd_associate(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("seclabel-writable", c::VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE),
        ("seclabel-restore", c::VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE),
    ]);
    let domain = sh.domain(args)?;
    let name = args.needed("name")?;
    Ok(domain.fd_associate(&*bytes(name), copies(&passed_files(args)?)?, flags)?)
}
