//! Comparing descriptions of processors.
use super::files;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use crate::xml;
use oxivirt::{ErrorDomain, HypervisorCpu, Str};
use oxivirt_model::constants as c;
use oxivirt_xml::tree::{Document, Node};

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("cpu-baseline", cpu_baseline),
    ("cpu-compare", cpu_compare),
    ("hypervisor-cpu-baseline", hypervisor_cpu_baseline),
    ("hypervisor-cpu-compare", hypervisor_cpu_compare),
    ("hypervisor-cpu-models", hypervisor_cpu_models),
];

/// Returns the descriptions of processors in a file, which may be a definition or capabilities.
fn cpus(sh: &Shell, file: &str, warn: bool) -> Done<Vec<String>> {
    let content = files::read(file)?;
    let text = crate::bytes::text(&content);
    // The declaration may stand at the beginning only.
    let text = match text.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => &text,
    };
    let all = format!("<container>{text}</container>");
    let all = bytes(&all);
    let document = Document::parse_file(&all, ErrorDomain::NONE, file.as_bytes())?;
    let root = xml::root(&document)?;
    let plain = ["cpu", "domain/cpu", "capabilities/host/cpu"];
    let mut found: Vec<_> = plain.iter().flat_map(|path| root.select(path)).collect();
    let host_model = |mode: &Node<'_>| mode.attr("name") == Some("host-model") && mode.attr("supported") == Some("yes");
    found.extend(root.select("domainCapabilities/cpu/mode").filter(host_model));
    if found.is_empty() {
        return Err(Failure::say(format!(
            "File '{file}' does not contain any <cpu> element or valid domain XML, host capabilities XML, or domain \
             capabilities XML"
        )));
    }
    found.sort_by_key(Node::line);
    let cpu = |cpu: &Node<'_>| {
        if warn && cpu.elements("feature").any(|feature| feature.attr("policy").is_none()) {
            sh.error("using host CPU definition as input may provide incorrect results");
        }
        let text = xml::selected(cpu);
        // A mode of the capabilities is a processor without its attributes.
        match text.strip_prefix("<mode").and_then(|rest| rest.split_once('>')) {
            Some((_, rest)) => format!("<cpu>{}", rest.replace("</mode>", "</cpu>")),
            None => text,
        }
    };
    Ok(found.iter().map(cpu).collect())
}

/// Says how a comparison ended; `what` is what was compared with, `small` its short name.
fn result(sh: &Shell, result: oxivirt::Result<i32>, file: &str, what: &str, small: &str) -> Done {
    match result.or_say(|| format!("Failed to compare {small} CPU with {file}"))? {
        0 => {
            sh.print(&format!("CPU described in {file} is incompatible with {what}\n"));
            Err(Failure::quiet())
        }
        1 => {
            sh.print(&format!("CPU described in {file} is identical to {what}\n"));
            Ok(())
        }
        2 => {
            let upper = what.get(..1).map(str::to_ascii_uppercase).unwrap_or_default();
            let rest = what.get(1..).unwrap_or_default();
            sh.print(&format!("{upper}{rest} is a superset of CPU described in {file}\n"));
            Ok(())
        }
        _ => Err(Failure::say(format!("Failed to compare {small} CPU with {file}"))),
    }
}

fn compare_flags(args: &Args) -> u32 {
    args.flags(&[
        ("error", c::VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE),
        ("validate", c::VIR_CONNECT_COMPARE_CPU_VALIDATE_XML),
    ])
}

fn baseline_flags(args: &Args) -> u32 {
    args.flags(&[
        ("features", c::VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES),
        ("migratable", c::VIR_CONNECT_BASELINE_CPU_MIGRATABLE),
    ])
}

fn cpu_compare(sh: &mut Shell, args: &Args) -> Done {
    let file = args.needed("file")?;
    let cpus = cpus(sh, file, false)?;
    let cpu = cpus.first().map(String::as_str).unwrap_or_default();
    let compared = sh.conn()?.compare_cpu(&*bytes(cpu), compare_flags(args));
    result(sh, compared, file, "host CPU", "host")
}

fn raw(cpus: &[String]) -> Vec<Str<'_>> {
    cpus.iter().map(|cpu| Str::from(&*bytes(cpu)).into_owned()).collect()
}

fn cpu_baseline(sh: &mut Shell, args: &Args) -> Done {
    let cpus = cpus(sh, args.needed("file")?, false)?;
    let text = sh.conn()?.baseline_cpu(raw(&cpus), baseline_flags(args))?;
    sh.print(&text.shown());
    Ok(())
}

fn hypervisor(args: &Args) -> Done<HypervisorCpu<'static>> {
    let text = |option: &str| -> Done<Option<Str<'static>>> {
        Ok(args.text(option)?.map(|text| Str::from(&*bytes(text)).into_owned()))
    };
    Ok(HypervisorCpu {
        virt_type: text("virttype")?,
        emulator: text("emulator")?,
        arch: text("arch")?,
        machine: text("machine")?,
    })
}

fn hypervisor_cpu_compare(sh: &mut Shell, args: &Args) -> Done {
    let file = args.needed("file")?;
    let hypervisor = hypervisor(args)?;
    let cpus = cpus(sh, file, true)?;
    let cpu = cpus.first().map(String::as_str).unwrap_or_default();
    let compared = sh.conn()?.compare_hypervisor_cpu(hypervisor, &*bytes(cpu), compare_flags(args));
    result(sh, compared, file, "the CPU provided by hypervisor on the host", "hypervisor")
}

fn hypervisor_cpu_baseline(sh: &mut Shell, args: &Args) -> Done {
    args.either("file", "model")?;
    args.exclusive("file", "model")?;
    let hypervisor = hypervisor(args)?;
    let cpus = match (args.text("file")?, args.text("model")?) {
        (Some(file), _) => cpus(sh, file, true)?,
        (None, model) => vec![format!("<cpu><model>{}</model></cpu>", model.unwrap_or_default())],
    };
    let flags = baseline_flags(args) | args.flags(&[("ignore-host", c::VIR_CONNECT_BASELINE_CPU_IGNORE_HOST)]);
    let text = sh.conn()?.baseline_hypervisor_cpu(hypervisor, raw(&cpus), flags)?;
    sh.print(&text.shown());
    Ok(())
}

fn hypervisor_cpu_models(sh: &mut Shell, args: &Args) -> Done {
    let text = super::host::domain_capabilities(sh, args, "emulator", 0)?;
    let text = text.or_say(|| "failed to get hypervisor CPU model names")?;
    let document = xml::parse(&text, "domcapabilities")?;
    let mut names = Vec::new();
    let root = xml::root(&document)?;
    collect_models(&root, false, args.has("all"), &mut names);
    for name in names {
        sh.print(&format!("{name}\n"));
    }
    Ok(())
}

/// Collects the models below all elements `cpu`.
fn collect_models(node: &Node<'_>, in_cpu: bool, all: bool, names: &mut Vec<String>) {
    let usable = node.attr("usable");
    if in_cpu && node.name() == "model" && usable.is_some_and(|usable| all || usable == "yes") {
        names.push(node.text().into_owned());
    }
    for child in node.children() {
        collect_models(&child, in_cpu || node.name() == "cpu", all, names);
    }
}
