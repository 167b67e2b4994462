//! Which processors of the host may run a domain's virtual processors and its emulator: maps of one bit each, the first
//! processor's in the lowest bit of the first byte.
use super::super::{Domain, FROM};
use crate::{Error, ErrorCode, Function, OnConnection, Result, reply};
use oxivirt_model::message;
use oxivirt_protocol::remote;

/// Maps of equal length, one for each virtual processor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CpuMaps {
    bytes: Vec<u8>,
    number: i32,
    length: usize,
}

impl CpuMaps {
    /// Returns the map of a virtual processor, or the emulator's for 0; `None` when the driver sent none.
    #[must_use]
    pub fn get(&self, vcpu: usize) -> Option<&[u8]> {
        let start = vcpu.checked_mul(self.length)?;
        self.bytes.get(start..)?.get(..self.length).filter(|map| !map.is_empty())
    }

    /// Returns true if a virtual processor may run on that processor of the host.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let conn = oxivirt::Connection::open(&daemon.uri())?;
    /// # let domain = oxivirt::Domain::lookup_by_name(&conn, "web")?;
    /// let maps = domain.vcpu_pin_info(2, 1, 0)?;
    /// assert!(maps.allows(0, 0) && !maps.allows(0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn allows(&self, vcpu: usize, cpu: usize) -> bool {
        let byte = self.get(vcpu).and_then(|map| map.get(cpu / 8));
        byte.is_some_and(|byte| byte & (1 << (cpu % 8)) != 0)
    }

    /// Returns how many maps the driver says there are.
    #[must_use]
    pub fn number(&self) -> i32 {
        self.number
    }

    /// Returns all maps, one behind the other.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Refuses a reply of more maps than `max`, or of more bytes than these have.
    pub(super) fn from_wire(bytes: &[u8], number: usize, max: i32, length: i32) -> Result<Self> {
        let size = map_size(max, length)?;
        let number = i32::try_from(number).ok().filter(|&number| number <= max).ok_or(number);
        let number =
            number.map_err(|number| reply::bad(message!("host reports too many vCPUs: %1$d > %2$d", number, max)))?;
        let got = bytes.len();
        if i32::try_from(got).is_ok_and(|got| got <= size) {
            let length = length.try_into().unwrap_or_default();
            return Ok(Self { bytes: bytes.to_vec(), number, length });
        }
        Err(reply::bad(message!("host reports map buffer length exceeds maximum: %1$d > %2$d", got, size)))
    }
}

/// Returns how many bytes `max` maps of `length` have.
///
/// # Errors
/// The product does not fit an int.
pub(super) fn map_size(max: i32, length: i32) -> Result<i32> {
    max.checked_mul(length).ok_or_else(|| {
        let text = message!("input too large: %1$u * %2$u", max, length);
        Error::new(FROM, ErrorCode::OVERFLOW, text)
    })
}

impl Domain {
    /// Returns on which of the host's processors each of at most `max` virtual processors may run, in maps of `map_length` bytes:
    /// `virDomainGetVcpuPinInfo`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// A number is not positive, the maps are too large, `flags` contradict each other, or the driver could not tell.
    pub fn vcpu_pin_info(&self, max: i32, map_length: i32, flags: u32) -> Result<CpuMaps> {
        let op = self.op(&Function("virDomainGetVcpuPinInfo", FROM));
        let op = op.positive("ncpumaps", max)?.positive("maplen", map_length)?;
        map_size(max, map_length)?;
        let op = op.one_impact(flags)?;
        let args = remote::DomainGetVcpuPinInfoArgs { dom: self.wire(), ncpumaps: max, maplen: map_length, flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_vcpu_pin_info(call, &args)?;
            let number = reply::number(ret.num, "num")?;
            CpuMaps::from_wire(&ret.cpumaps, number.try_into().unwrap_or(usize::MAX), max, map_length)
        })
    }

    /// Changes on which of the host's processors a virtual processor of the running domain may run: `virDomainPinVcpu`.
    ///
    /// # Errors
    /// The connection is read-only, the map is empty, or the driver refuses.
    pub fn pin_vcpu(&self, vcpu: u32, map: &[u8]) -> Result<()> {
        let op = self.op(&Function("virDomainPinVcpu", FROM)).write()?.some("maplen", map)?;
        let args = remote::DomainPinVcpuArgs { dom: self.wire(), vcpu, cpumap: map.into() };
        op.call(|driver, call| driver.domain_pin_vcpu(call, &args))
    }

    /// Changes on which of the host's processors a virtual processor may run: `virDomainPinVcpuFlags`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, the map is empty, or the driver refuses.
    pub fn pin_vcpu_flags(&self, vcpu: u32, map: &[u8], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainPinVcpuFlags", FROM)).write()?.some("maplen", map)?;
        let args = remote::DomainPinVcpuFlagsArgs { dom: self.wire(), vcpu, cpumap: map.into(), flags };
        op.call(|driver, call| driver.domain_pin_vcpu_flags(call, &args))
    }

    /// Changes on which of the host's processors the emulator may run: `virDomainPinEmulator`. `flags` are
    /// virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, the map is empty, or the driver refuses.
    pub fn pin_emulator(&self, map: &[u8], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainPinEmulator", FROM)).write()?.some("maplen", map)?;
        let args = remote::DomainPinEmulatorArgs { dom: self.wire(), cpumap: map.into(), flags };
        op.call(|driver, call| driver.domain_pin_emulator(call, &args))
    }

    /// Returns on which of the host's processors the emulator may run, in a map of `map_length` bytes:
    /// `virDomainGetEmulatorPinInfo`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The length is not positive, `flags` contradict each other, or the driver could not tell.
    pub fn emulator_pin_info(&self, map_length: i32, flags: u32) -> Result<CpuMaps> {
        let op = self.op(&Function("virDomainGetEmulatorPinInfo", FROM));
        let op = op.positive("maplen", map_length)?.one_impact(flags)?;
        let args = remote::DomainGetEmulatorPinInfoArgs { dom: self.wire(), maplen: map_length, flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_emulator_pin_info(call, &args)?;
            let number = reply::number(ret.ret, "ret")?;
            Ok(CpuMaps { number, ..CpuMaps::from_wire(&ret.cpumaps, 1, 1, map_length)? })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_that_fit_are_told_apart() {
        let maps = CpuMaps::from_wire(&[0b1, 0b10, 0b100], 2, 2, 2).unwrap();
        assert_eq!((maps.get(0), maps.get(1), maps.number()), (Some(&[0b1, 0b10][..]), None, 2));
        assert_eq!(maps.as_bytes(), [0b1, 0b10, 0b100]);
        assert!(maps.allows(0, 0) && maps.allows(0, 9) && !maps.allows(0, 1) && !maps.allows(1, 2));
        assert!(!maps.allows(0, 16) && !maps.allows(usize::MAX, 0));
        assert_eq!(CpuMaps::from_wire(&[], 0, 4, 0).unwrap().get(0), None);
    }

    #[test]
    fn replies_of_more_than_was_asked_for_are_refused() {
        let text = |bytes: &[u8], number, max, length| {
            CpuMaps::from_wire(bytes, number, max, length).err().map(|error| error.text().into_owned())
        };
        assert!(text(&[0; 4], 2, 2, 2).is_none());
        assert!(text(&[], 3, 2, 2).unwrap().ends_with("host reports too many vCPUs: 3 > 2"));
        assert!(text(&[0; 5], 2, 2, 2).unwrap().ends_with("host reports map buffer length exceeds maximum: 5 > 4"));
        assert!(text(&[0], 2, 2, 0).is_some());
        let error = map_size(i32::MAX, 2).unwrap_err();
        assert_eq!((error.code, error.domain), (ErrorCode::OVERFLOW, FROM));
    }
}
