//! libvirt-host.h: comparing and combining CPU definitions, and the models a daemon knows.
use crate::abi::{Count, Fault, In, InStr, InStrings, Number, Out, OwnedStr, Result, Rule, put_names};
use crate::objects::Connection;
use oxivirt::{HypervisorCpu, Str};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_uint};
use std::ptr::null_mut;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// The four arguments for which emulation a question is meant.
fn hypervisor<'a>([emulator, arch, machine, virt_type]: [InStr<'a>; 4]) -> HypervisorCpu<'a> {
    let text = |text: InStr<'a>| text.opt().map(Into::into);
    HypervisorCpu { emulator: text(emulator), arch: text(arch), machine: text(machine), virt_type: text(virt_type) }
}

fn definitions<'a>(xml: InStrings<'a>, number: c_uint) -> Result<Vec<Str<'a>>> {
    if xml.is_null() {
        return Err(Fault::Argument("xmlCPUs", Rule::NotNull));
    }
    Ok(xml.get("xmlCPUs", number)?.into_iter().map(Into::into).collect())
}

/// A `virCPUCompareResult`; the one of failure is the generic -1.
#[entry]
fn virConnectCompareCPU(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Number {
    Ok(conn.get()?.compare_cpu(xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virConnectCompareHypervisorCPU(
    conn: In<'_, Connection>,
    emulator: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    xml_cpu: InStr<'_>,
    flags: c_uint,
) -> Number {
    let (conn, xml) = (conn.get()?, xml_cpu.get("xmlCPU")?);
    Ok(conn.compare_hypervisor_cpu(hypervisor([emulator, arch, machine, virttype]), xml, flags)?)
}

#[entry]
fn virConnectBaselineCPU(conn: In<'_, Connection>, xml_cpus: InStrings<'_>, ncpus: c_uint, flags: c_uint) -> OwnedStr {
    Ok(conn.get()?.baseline_cpu(definitions(xml_cpus, ncpus)?, flags)?.into())
}

#[entry]
fn virConnectBaselineHypervisorCPU(
    conn: In<'_, Connection>,
    emulator: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    xml_cpus: InStrings<'_>,
    ncpus: c_uint,
    flags: c_uint,
) -> OwnedStr {
    let (conn, xml) = (conn.get()?, definitions(xml_cpus, ncpus)?);
    Ok(conn.baseline_hypervisor_cpu(hypervisor([emulator, arch, machine, virttype]), xml, flags)?.into())
}

#[entry]
fn virConnectGetCPUModelNames(
    conn: In<'_, Connection>,
    arch: InStr<'_>,
    models: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Count {
    models.write(null_mut());
    let (number, names) = conn.get()?.cpu_model_names_if(!models.is_null(), arch.get("arch")?, flags)?;
    put_names(&names, models)?;
    Ok(number)
}
