//! What the guest itself is asked for: its clock, file systems, addresses, users.
use super::{Definition, Domain, check_flags};
use crate::driver::Driver;
use crate::session::TestSession;
use crate::{FROM, network};
use oxivirt_driver_common::errors;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::DomainGuest;
use oxivirt_protocol::{Call, remote};
use oxivirt_xdr::Str;
use oxivirt_xml::domain::devices::disk::DiskDevice;
use oxivirt_xml::domain::devices::interface::{Interface, InterfaceType};
use oxivirt_xml::value::Value;
use std::sync::Arc;

/// Where the file systems of every guest are mounted.
const MOUNTPOINTS: [&str; 2] = ["/", "/boot"];

fn mountpoint(name: &[u8]) -> Result<usize> {
    MOUNTPOINTS.iter().position(|known| known.as_bytes() == name).ok_or_else(|| {
        let text = message!("mount point not found: %1$s", name);
        errors::invalid_operation(FROM, text)
    })
}

/// Freezes or thaws file systems, all if none is named. Returns how many were changed.
fn freeze(domain: &mut Domain, mountpoints: &[Str<'_>], frozen: bool) -> Result<i32> {
    domain.check_active()?;
    let mut after = domain.guest.frozen;
    if mountpoints.is_empty() {
        after = [frozen; 2];
    }
    for name in mountpoints {
        let at = mountpoint(name)?;
        if let Some(one) = after.get_mut(at) {
            *one = frozen;
        }
    }
    let before = std::mem::replace(&mut domain.guest.frozen, after);
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    Ok(i32::try_from(changed).unwrap_or(i32::MAX))
}

/// Returns the file systems: on the first disk, if there is one.
pub(super) fn file_systems(domain: &Domain) -> Vec<remote::DomainFsinfo<'static>> {
    let disk = domain.definition.devices.disks.iter().find(|disk| disk.device == DiskDevice::Disk);
    let Some(dev) = disk.and_then(|disk| disk.target.dev.as_deref()) else { return Vec::new() };
    let file_system = |(number, mountpoint): (u32, &'static str)| remote::DomainFsinfo {
        mountpoint: mountpoint.into(),
        name: format!("{dev}{number}").into(),
        fstype: "ext4".into(),
        dev_aliases: vec![dev.to_owned().into()],
    };
    (1_u32..).zip(MOUNTPOINTS).map(file_system).collect()
}

/// Returns the address that an interface of the running domain `id` has, the `number`th from 0.
fn address(
    driver: &Driver,
    id: Option<i32>,
    interface: &Interface,
    number: u32,
) -> Result<remote::DomainIpAddr<'static>> {
    if interface.kind == InterfaceType::Network {
        let network = interface.source.as_ref().and_then(|source| source.network.as_deref()).unwrap_or_default();
        return network::guest_address(driver, network, network::guest_offset(id, number));
    }
    let addr = format!("192.168.0.{}", number.saturating_add(1)).into();
    Ok(remote::DomainIpAddr { r#type: VIR_IP_ADDR_TYPE_IPV4.cast_signed(), addr, prefix: 24 })
}

/// Returns the name that the guest gives itself.
pub(super) fn hostname(domain: &Domain) -> String {
    format!("{}host", domain.definition.name)
}

/// Returns the addresses that all interfaces of a domain have. Networks are asked: no domain may be locked.
pub(super) fn addresses(driver: &Driver, definition: &Definition) -> Result<Vec<remote::DomainInterface<'static>>> {
    let interfaces = (0_u32..).zip(&definition.devices.interfaces);
    let ifaces = interfaces.map(|(number, interface)| {
        Ok(remote::DomainInterface {
            name: interface.target.clone().unwrap_or_default().into(),
            hwaddr: interface.mac.map(|mac| mac.text().into_owned().into()),
            addrs: vec![address(driver, definition.id, interface, number)?],
        })
    });
    ifaces.collect()
}

impl DomainGuest for TestSession {
    fn domain_get_hostname<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetHostnameArgs<'_>,
    ) -> Result<remote::DomainGetHostnameRet<'c>> {
        check_flags("testDomainGetHostname", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            Ok(remote::DomainGetHostnameRet { hostname: [args.dom.name.as_bytes(), b"host"].concat().into() })
        })
    }

    fn domain_get_time(&self, _: &mut Call, args: &remote::DomainGetTimeArgs<'_>) -> Result<remote::DomainGetTimeRet> {
        check_flags("testDomainGetTime", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            if domain.state.0 != VIR_DOMAIN_RUNNING {
                return Err(errors::invalid_operation(FROM, message!("domain is not running")));
            }
            let (seconds, nseconds) = domain.guest.time;
            Ok(remote::DomainGetTimeRet { seconds, nseconds })
        })
    }

    fn domain_set_time(&self, _: &mut Call, args: &remote::DomainSetTimeArgs<'_>) -> Result<()> {
        check_flags("testDomainSetTime", args.flags, VIR_DOMAIN_TIME_SYNC)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            domain.guest.time = (args.seconds, args.nseconds);
            Ok(())
        })
    }

    fn domain_fsfreeze(
        &self,
        _: &mut Call,
        args: &remote::DomainFsfreezeArgs<'_>,
    ) -> Result<remote::DomainFsfreezeRet> {
        check_flags("testDomainFSFreeze", args.flags, 0)?;
        let filesystems = self.domain(&args.dom, |domain, _| freeze(domain, &args.mountpoints, true))?;
        Ok(remote::DomainFsfreezeRet { filesystems })
    }

    fn domain_fsthaw(&self, _: &mut Call, args: &remote::DomainFsthawArgs<'_>) -> Result<remote::DomainFsthawRet> {
        check_flags("testDomainFSThaw", args.flags, 0)?;
        let filesystems = self.domain(&args.dom, |domain, _| freeze(domain, &args.mountpoints, false))?;
        Ok(remote::DomainFsthawRet { filesystems })
    }

    fn domain_fstrim(&self, _: &mut Call, args: &remote::DomainFstrimArgs<'_>) -> Result<()> {
        check_flags("testDomainFSTrim", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            args.mount_point.as_ref().map_or(Ok(()), |name| mountpoint(name).map(drop))
        })
    }

    fn domain_get_fsinfo<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetFsinfoArgs<'_>,
    ) -> Result<remote::DomainGetFsinfoRet<'c>> {
        check_flags("testDomainGetFSInfo", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            let info = file_systems(domain);
            let ret = u32::try_from(info.len()).unwrap_or(u32::MAX);
            Ok(remote::DomainGetFsinfoRet { info, ret })
        })
    }

    fn domain_interface_addresses<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainInterfaceAddressesArgs<'_>,
    ) -> Result<remote::DomainInterfaceAddressesRet<'c>> {
        check_flags("testDomainInterfaceAddresses", args.flags, 0)?;
        if args.source > VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP {
            let text = message!("Unknown IP address data source %1$d", args.source.cast_signed());
            return Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text));
        }
        let definition = self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            Ok(Arc::clone(&domain.definition))
        })?;
        // The domain is not locked any more: networks are asked.
        let driver = self.driver()?;
        Ok(remote::DomainInterfaceAddressesRet { ifaces: addresses(driver, &definition)? })
    }

    fn domain_set_user_password(&self, _: &mut Call, args: &remote::DomainSetUserPasswordArgs<'_>) -> Result<()> {
        check_flags("testDomainSetUserPassword", args.flags, VIR_DOMAIN_PASSWORD_ENCRYPTED)?;
        self.domain(&args.dom, |domain, _| domain.check_active())
    }

    fn domain_send_process_signal(&self, _: &mut Call, args: &remote::DomainSendProcessSignalArgs<'_>) -> Result<()> {
        check_flags("testDomainSendProcessSignal", args.flags, 0)?;
        if args.pid_value != 1 {
            let text = message!("only sending a signal to pid 1 is supported");
            return Err(errors::invalid_argument(FROM, text));
        }
        if args.signum > VIR_DOMAIN_PROCESS_SIGNAL_RT32 {
            let text = message!("signum value %1$d is out of range", args.signum.cast_signed());
            return Err(errors::invalid_argument(FROM, text));
        }
        self.domain(&args.dom, |_, _| Ok(()))
    }

    fn domain_get_guest_vcpus<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetGuestVcpusArgs<'_>,
    ) -> Result<remote::DomainGetGuestVcpusRet<'c>> {
        Ok(remote::DomainGetGuestVcpusRet { params: self.guest_vcpus(args)? })
    }

    fn domain_set_guest_vcpus(&self, _: &mut Call, args: &remote::DomainSetGuestVcpusArgs<'_>) -> Result<()> {
        self.set_guest_vcpus(args)
    }

    fn domain_get_guest_info<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetGuestInfoArgs<'_>,
    ) -> Result<remote::DomainGetGuestInfoRet<'c>> {
        Ok(remote::DomainGetGuestInfoRet { params: self.guest_info(args)? })
    }

    fn domain_agent_set_response_timeout(
        &self,
        _: &mut Call,
        args: &remote::DomainAgentSetResponseTimeoutArgs<'_>,
    ) -> Result<remote::DomainAgentSetResponseTimeoutRet> {
        Ok(remote::DomainAgentSetResponseTimeoutRet { result: self.set_response_timeout(args)? })
    }

    fn domain_authorized_ssh_keys_get<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainAuthorizedSshKeysGetArgs<'_>,
    ) -> Result<remote::DomainAuthorizedSshKeysGetRet<'c>> {
        Ok(remote::DomainAuthorizedSshKeysGetRet { keys: self.ssh_keys(args)? })
    }

    fn domain_authorized_ssh_keys_set(
        &self,
        _: &mut Call,
        args: &remote::DomainAuthorizedSshKeysSetArgs<'_>,
    ) -> Result<()> {
        self.set_ssh_keys(args)
    }
}
