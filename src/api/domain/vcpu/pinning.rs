//! Which processors of the host may run a domain's virtual processors and its emulator: maps of one bit each.
use super::super::checks::one_impact;
use super::FROM;
use crate::abi::{Array, Count, Fault, In, Result, Status, answered, bad_reply, not_negative, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, message};
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;
use std::ffi::{c_int, c_uint};

/// The caller's map, as the setters take it.
pub(super) fn one_map(cpumap: Array<'_, u8>, maplen: c_int) -> Result<Opaque<'_>> {
    cpumap.present("cpumap")?;
    positive(maplen, "maplen")?;
    Ok(cpumap.read("cpumap", maplen)?.into())
}

/// The caller's room for maps: rows of equal length, one behind the other.
pub(super) struct CpuMaps<'a> {
    place: Array<'a, u8>,
    rows: c_int,
    /// Bytes of all rows.
    size: c_int,
}

impl<'a> CpuMaps<'a> {
    /// Room for `rows` maps of `row` bytes; a product that does not fit an int is a fault of the caller.
    pub(super) fn new(place: Array<'a, u8>, rows: c_int, row: c_int) -> Result<Self> {
        let too_large = || {
            let text = message!("input too large: %1$u * %2$u", rows, row);
            Fault::Error(Error::new(FROM, ErrorCode::OVERFLOW, text))
        };
        let size = rows.checked_mul(row).ok_or_else(too_large)?;
        not_negative(size, "maplen")?;
        Ok(Self { place, rows, size })
    }

    /// Refuses a reply about more processors than there are rows.
    pub(super) fn check_rows(&self, got: usize) -> Result<()> {
        let rows = self.rows;
        if !c_int::try_from(got).is_ok_and(|got| got <= rows) {
            return Err(bad_reply(message!("host reports too many vCPUs: %1$d > %2$d", got, rows)));
        }
        Ok(())
    }

    /// Refuses a reply with more bytes than there is room for.
    pub(super) fn check_bytes(&self, maps: &[u8]) -> Result<()> {
        let (got, size) = (maps.len(), self.size);
        if !c_int::try_from(got).is_ok_and(|got| got <= size) {
            return Err(bad_reply(message!("host reports map buffer length exceeds maximum: %1$d > %2$d", got, size)));
        }
        Ok(())
    }

    /// Writes the reply's maps; what they do not cover becomes zero.
    pub(super) fn store(&self, maps: &[u8]) -> Result<()> {
        let room = self.place.room("cpumaps", self.size)?;
        room.zero();
        room.fill(maps)
    }
}

#[entry]
fn virDomainGetVcpuPinInfo(
    domain: In<'_, Domain>,
    ncpumaps: c_int,
    cpumaps: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    if ncpumaps > 0 {
        cpumaps.present("cpumaps")?;
    }
    positive(ncpumaps, "ncpumaps")?;
    positive(maplen, "maplen")?;
    let maps = CpuMaps::new(cpumaps, ncpumaps, maplen)?;
    one_impact(flags)?;
    let args = remote::DomainGetVcpuPinInfoArgs { dom: dom.wire(), ncpumaps, maplen, flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_vcpu_pin_info(&mut call, &args)?;
    let number = answered(ret.num, "num")?;
    maps.check_rows(number.try_into().unwrap_or(usize::MAX))?;
    maps.check_bytes(ret.cpumaps.as_bytes())?;
    maps.store(ret.cpumaps.as_bytes())?;
    Ok(number)
}

#[entry]
fn virDomainPinVcpu(domain: In<'_, Domain>, vcpu: c_uint, cpumap: Array<'_, u8>, maplen: c_int) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainPinVcpuArgs { dom: dom.wire(), vcpu, cpumap: one_map(cpumap, maplen)? };
    dom.ask(|driver, call| driver.domain_pin_vcpu(call, &args))
}

#[entry]
fn virDomainPinVcpuFlags(
    domain: In<'_, Domain>,
    vcpu: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainPinVcpuFlagsArgs { dom: dom.wire(), vcpu, cpumap: one_map(cpumap, maplen)?, flags };
    dom.ask(|driver, call| driver.domain_pin_vcpu_flags(call, &args))
}

#[entry]
fn virDomainPinEmulator(domain: In<'_, Domain>, cpumap: Array<'_, u8>, maplen: c_int, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainPinEmulatorArgs { dom: dom.wire(), cpumap: one_map(cpumap, maplen)?, flags };
    dom.ask(|driver, call| driver.domain_pin_emulator(call, &args))
}

#[entry]
fn virDomainGetEmulatorPinInfo(domain: In<'_, Domain>, cpumap: Array<'_, u8>, maplen: c_int, flags: c_uint) -> Count {
    let dom = domain.get()?;
    cpumap.present("cpumap")?;
    positive(maplen, "maplen")?;
    one_impact(flags)?;
    let maps = CpuMaps::new(cpumap, 1, maplen)?;
    let args = remote::DomainGetEmulatorPinInfoArgs { dom: dom.wire(), maplen, flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_emulator_pin_info(&mut call, &args)?;
    let answer = answered(ret.ret, "ret")?;
    maps.check_bytes(ret.cpumaps.as_bytes())?;
    maps.store(ret.cpumaps.as_bytes())?;
    Ok(answer)
}
