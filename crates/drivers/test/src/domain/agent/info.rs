//! What the agent tells of its guest as typed parameters.
use crate::domain::Domain;
use crate::domain::guest::{addresses, file_systems, hostname};
use crate::domain::stand_in::Agent;
use crate::driver::Driver;
use oxivirt_driver_common::params::{self, string, uint, ullong};
use oxivirt_model::Result;
use oxivirt_model::constants::*;
use oxivirt_protocol::remote::{self, TypedParam, TypedParamValue};
use oxivirt_xml::domain::devices::disk::DiskDevice;

/// The kinds of information that there are.
pub(super) const TYPES: u32 = VIR_DOMAIN_GUEST_INFO_USERS
    | VIR_DOMAIN_GUEST_INFO_OS
    | VIR_DOMAIN_GUEST_INFO_TIMEZONE
    | VIR_DOMAIN_GUEST_INFO_HOSTNAME
    | VIR_DOMAIN_GUEST_INFO_FILESYSTEM
    | VIR_DOMAIN_GUEST_INFO_DISKS
    | VIR_DOMAIN_GUEST_INFO_INTERFACES
    | VIR_DOMAIN_GUEST_INFO_LOAD;

type Params = Vec<TypedParam<'static>>;

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn text(text: &oxivirt_xdr::Str<'_>) -> String {
    text.to_str_lossy().into_owned()
}

fn users(agent: &Agent, out: &mut Params) {
    out.push(uint(VIR_DOMAIN_GUEST_INFO_USER_COUNT, count(agent.users.len())));
    for (number, user) in agent.users.iter().enumerate() {
        let name = |suffix: &str| format!("{VIR_DOMAIN_GUEST_INFO_USER_PREFIX}{number}{suffix}");
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_NAME), user.name.clone()));
        if let Some(domain) = &user.domain {
            out.push(string(name(VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_DOMAIN), domain.clone()));
        }
        out.push(ullong(name(VIR_DOMAIN_GUEST_INFO_USER_SUFFIX_LOGIN_TIME), user.login_time));
    }
}

fn system(agent: &Agent, types: u32, out: &mut Params) {
    if types & VIR_DOMAIN_GUEST_INFO_OS != 0 {
        out.extend(agent.os.iter().map(|(name, value)| string(format!("os.{name}"), value.clone())));
    }
    if types & VIR_DOMAIN_GUEST_INFO_TIMEZONE != 0
        && let Some((name, offset)) = &agent.timezone
    {
        out.push(string(VIR_DOMAIN_GUEST_INFO_TIMEZONE_NAME, name.clone()));
        out.push(params::param(VIR_DOMAIN_GUEST_INFO_TIMEZONE_OFFSET, TypedParamValue::Int(*offset)));
    }
}

fn disks(domain: &Domain, out: &mut Params) {
    let disks = domain.definition.devices.disks.iter().filter(|disk| disk.device == DiskDevice::Disk);
    let names: Vec<_> = disks.filter_map(|disk| disk.target.dev.clone()).collect();
    out.push(uint(VIR_DOMAIN_GUEST_INFO_DISK_COUNT, count(names.len())));
    for (number, target) in names.into_iter().enumerate() {
        let name = |suffix: &str| format!("{VIR_DOMAIN_GUEST_INFO_DISK_PREFIX}{number}{suffix}");
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_NAME), format!("/dev/{target}")));
        out.push(params::param(name(VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_PARTITION), TypedParamValue::Boolean(0)));
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_DISK_SUFFIX_ALIAS), target));
    }
}

fn mounted(domain: &Domain, out: &mut Params) {
    let all = file_systems(domain);
    out.push(uint(VIR_DOMAIN_GUEST_INFO_FS_COUNT, count(all.len())));
    for (number, one) in all.iter().enumerate() {
        let name = |suffix: &str| format!("{VIR_DOMAIN_GUEST_INFO_FS_PREFIX}{number}{suffix}");
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_MOUNTPOINT), text(&one.mountpoint)));
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_NAME), text(&one.name)));
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_FSTYPE), text(&one.fstype)));
        out.push(uint(name(VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_COUNT), count(one.dev_aliases.len())));
        for (disk, alias) in one.dev_aliases.iter().enumerate() {
            let (prefix, suffix) =
                (VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_PREFIX, VIR_DOMAIN_GUEST_INFO_FS_SUFFIX_DISK_SUFFIX_ALIAS);
            out.push(string(name(&format!("{prefix}{disk}{suffix}")), text(alias)));
        }
    }
}

/// Returns what interfaces have become as parameters.
pub(super) fn interfaces(all: &[remote::DomainInterface<'_>], out: &mut Params) {
    out.push(uint(VIR_DOMAIN_GUEST_INFO_IF_COUNT, count(all.len())));
    for (number, one) in all.iter().enumerate() {
        let name = |suffix: &str| format!("{VIR_DOMAIN_GUEST_INFO_IF_PREFIX}{number}{suffix}");
        out.push(string(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_NAME), text(&one.name)));
        if let Some(mac) = &one.hwaddr {
            out.push(string(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_HWADDR), text(mac)));
        }
        out.push(uint(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_COUNT), count(one.addrs.len())));
        for (number, address) in one.addrs.iter().enumerate() {
            let name = |suffix: &str| name(&format!("{VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_PREFIX}{number}{suffix}"));
            let kind = if address.r#type == VIR_IP_ADDR_TYPE_IPV6.cast_signed() { "ipv6" } else { "ipv4" };
            out.push(string(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_TYPE), kind));
            out.push(string(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_ADDR), text(&address.addr)));
            out.push(uint(name(VIR_DOMAIN_GUEST_INFO_IF_SUFFIX_ADDR_SUFFIX_PREFIX), address.prefix));
        }
    }
}

/// Returns what the agent of a domain tells, in the order of the types, but for interfaces and load.
pub(super) fn of(domain: &Domain, agent: &Agent, types: u32) -> Params {
    let mut out = Vec::new();
    if types & VIR_DOMAIN_GUEST_INFO_USERS != 0 {
        users(agent, &mut out);
    }
    system(agent, types, &mut out);
    if types & VIR_DOMAIN_GUEST_INFO_HOSTNAME != 0 {
        out.push(string(VIR_DOMAIN_GUEST_INFO_HOSTNAME_HOSTNAME, hostname(domain)));
    }
    if types & VIR_DOMAIN_GUEST_INFO_FILESYSTEM != 0 {
        mounted(domain, &mut out);
    }
    if types & VIR_DOMAIN_GUEST_INFO_DISKS != 0 {
        disks(domain, &mut out);
    }
    out
}

/// Returns the load.
pub(super) fn load(agent: &Agent, out: &mut Params) {
    let names = [VIR_DOMAIN_GUEST_INFO_LOAD_1M, VIR_DOMAIN_GUEST_INFO_LOAD_5M, VIR_DOMAIN_GUEST_INFO_LOAD_15M];
    for (name, value) in names.into_iter().zip(agent.load.into_iter().flatten()) {
        out.push(params::param(name, TypedParamValue::Double(value)));
    }
}

/// Returns the interfaces of a domain that runs, which networks are asked about: no domain is locked.
pub(super) fn addresses_of(driver: &Driver, definition: &crate::domain::Definition) -> Result<Params> {
    let mut out = Vec::new();
    interfaces(&addresses(driver, definition)?, &mut out);
    Ok(out)
}
