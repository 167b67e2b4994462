//! libvirt-host.h: comparing and combining CPU definitions, and the models a daemon knows.
use crate::abi::{
    Count, Fault, In, InStr, InStrings, Mallocs, Number, Out, OwnedStr, Result, Rule, answered, answered_with,
};
use crate::objects::{Connection, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int, c_uint};
use std::ptr::null_mut;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// A `virCPUCompareResult`; the one of failure is the generic -1.
#[entry]
fn virConnectCompareCPU(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Number {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?.into();
    let args = remote::ConnectCompareCpuArgs { xml, flags };
    let reply = conn.ask(|driver, call| driver.connect_compare_cpu(call, &args))?;
    answered(reply.result, "result")
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
    let conn = conn.get()?;
    let xml_cpu = xml_cpu.get("xmlCPU")?.into();
    conn.writable()?;
    let args = remote::ConnectCompareHypervisorCpuArgs {
        emulator: optional(emulator),
        arch: optional(arch),
        machine: optional(machine),
        virttype: optional(virttype),
        xml_cpu,
        flags,
    };
    let reply = conn.ask(|driver, call| driver.connect_compare_hypervisor_cpu(call, &args))?;
    answered(reply.result, "result")
}

#[entry]
fn virConnectBaselineCPU(conn: In<'_, Connection>, xml_cpus: InStrings<'_>, ncpus: c_uint, flags: c_uint) -> OwnedStr {
    let conn = conn.get()?;
    let xml_cpus = definitions(xml_cpus, ncpus)?;
    let args = remote::ConnectBaselineCpuArgs { xml_cpus, flags };
    let mut call = conn.call();
    Ok(conn.driver().connect_baseline_cpu(&mut call, &args)?.cpu.as_bytes().to_vec())
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
    let conn = conn.get()?;
    let xml_cpus = definitions(xml_cpus, ncpus)?;
    conn.writable()?;
    let args = remote::ConnectBaselineHypervisorCpuArgs {
        emulator: optional(emulator),
        arch: optional(arch),
        machine: optional(machine),
        virttype: optional(virttype),
        xml_cpus,
        flags,
    };
    let mut call = conn.call();
    Ok(conn.driver().connect_baseline_hypervisor_cpu(&mut call, &args)?.cpu.as_bytes().to_vec())
}

fn optional<'a>(text: InStr<'a>) -> Option<Str<'a>> {
    text.opt().map(Into::into)
}

fn definitions<'a>(xml: InStrings<'a>, number: c_uint) -> Result<Vec<Str<'a>>> {
    if xml.is_null() {
        return Err(Fault::Argument("xmlCPUs", Rule::NotNull));
    }
    Ok(xml.get("xmlCPUs", number)?.into_iter().map(Into::into).collect())
}

#[entry]
fn virConnectGetCPUModelNames(
    conn: In<'_, Connection>,
    arch: InStr<'_>,
    models: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Count {
    models.write(null_mut());
    let conn = conn.get()?;
    let args = remote::ConnectGetCpuModelNamesArgs {
        arch: arch.get("arch")?.into(),
        need_results: c_int::from(!models.is_null()),
        flags,
    };
    let mut call = conn.call();
    let reply = conn.driver().connect_get_cpu_model_names(&mut call, &args)?;
    if models.is_null() {
        return answered(reply.ret, "ret");
    }
    let number = answered_with(reply.ret, reply.models.len(), "ret")?;
    let mut memory = Mallocs::new();
    let mut names = Vec::new();
    for name in &reply.models {
        names.push(memory.string(name.as_bytes())?);
    }
    names.push(null_mut());
    let array = memory.array(&names)?;
    memory.release();
    models.write(array);
    Ok(number)
}
