//! Disks of a domain: limits, weights, statistics, errors.
use super::check_flags;
use super::definition::Definition;
use super::info::now;
use super::vcpu::AFFECT;
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainBlock;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::devices::disk::{Disk, IoTune};
use oxivirt_xml::domain::memory::BlkioDevice;
use oxivirt_xml::value::parse_decimal;

/// The largest limit that is taken.
const MAX_LIMIT: u64 = 1_000_000_000_000_000;

/// A limit of I/O: the parameter's name, and where it stands.
type Limit = (&'static str, fn(&mut IoTune) -> &mut u64);

/// All limits but the group's name, in the order in which a getter gives them; the name stands behind the first thirteen.
const LIMITS: [Limit; 19] = [
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, |tune| &mut tune.total_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, |tune| &mut tune.read_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC, |tune| &mut tune.write_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC, |tune| &mut tune.total_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC, |tune| &mut tune.read_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC, |tune| &mut tune.write_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, |tune| &mut tune.total_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX, |tune| &mut tune.read_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX, |tune| &mut tune.write_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX, |tune| &mut tune.total_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX, |tune| &mut tune.read_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX, |tune| &mut tune.write_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC, |tune| &mut tune.size_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.total_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.read_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.write_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.total_iops_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.read_iops_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.write_iops_sec_max_length),
];

/// Where the name of the group stands among the limits.
const GROUP_AT: usize = 13;

/// Returns where the disk stands that has this target, or this path. Several may have the same path: the first counts if `any`, else
/// none.
fn disk_at(definition: &Definition, name: &str, any: bool) -> Option<usize> {
    let disks = &definition.devices.disks;
    if any && name.starts_with('/') {
        return disks.iter().position(|disk| disk.source.image() == Some(name));
    }
    definition.disk_by_name(name)
}

fn disk<'d>(definition: &'d Definition, name: &str, any: bool) -> Option<&'d Disk> {
    definition.devices.disks.get(disk_at(definition, name, any)?)
}

fn invalid<T>(text: Vec<u8>) -> Result<T> {
    Err(errors::invalid_argument(FROM, text))
}

/// Refuses limits that contradict each other.
fn check_limits(tune: &IoTune) -> Result<()> {
    let exclude = |total: u64, read: u64, write: u64| total != 0 && (read != 0 || write != 0);
    if exclude(tune.total_bytes_sec, tune.read_bytes_sec, tune.write_bytes_sec) {
        return invalid(message!("total and read/write of bytes_sec cannot be set at the same time"));
    }
    if exclude(tune.total_iops_sec, tune.read_iops_sec, tune.write_iops_sec) {
        return invalid(message!("total and read/write of iops_sec cannot be set at the same time"));
    }
    if exclude(tune.total_bytes_sec_max, tune.read_bytes_sec_max, tune.write_bytes_sec_max) {
        return invalid(message!("total and read/write of bytes_sec_max cannot be set at the same time"));
    }
    if exclude(tune.total_iops_sec_max, tune.read_iops_sec_max, tune.write_iops_sec_max) {
        return invalid(message!("total and read/write of iops_sec_max cannot be set at the same time"));
    }
    // A limit needs one for bursts that is as large: the stock library's test driver alone wants that.
    let mut tune = tune.clone();
    let (limits, bursts) = LIMITS.split_at(6);
    for ((name, of), (burst, of_burst)) in limits.iter().zip(bursts) {
        if *of(&mut tune) > *of_burst(&mut tune) {
            return invalid(message!("%1$s cannot be set higher than %2$s", *name, *burst));
        }
    }
    Ok(())
}

fn set_limits(tune: &mut IoTune, params: &[remote::TypedParam<'_>]) -> Result<()> {
    for param in params {
        match &param.value {
            remote::TypedParamValue::Ullong(value) => {
                if *value > MAX_LIMIT {
                    let text = message!("block I/O throttle limit value must be no more than %1$llu", MAX_LIMIT);
                    return Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text));
                }
                if let Some((_, of)) = LIMITS.iter().find(|(name, _)| name.as_bytes() == param.field.as_bytes()) {
                    *of(tune) = *value;
                }
            }
            remote::TypedParamValue::String(name) => tune.group_name = Some(name.to_str_lossy().into_owned()),
            _ => {}
        }
    }
    check_limits(tune)
}

fn limits(tune: &IoTune) -> Vec<remote::TypedParam<'static>> {
    let mut copy = tune.clone();
    let mut all: Vec<_> = LIMITS.iter().map(|(name, of)| params::ullong(*name, *of(&mut copy))).collect();
    let group = tune.group_name.clone().unwrap_or_default();
    all.insert(GROUP_AT.min(all.len()), params::string(VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, group));
    all
}

/// A weight or limit of a device of the host: the parameter's name, and where it stands.
type DeviceLimit = (&'static str, fn(&BlkioDevice) -> u64, fn(&mut BlkioDevice, u64) -> Option<()>);

fn small(place: &mut u32, value: u64) -> Option<()> {
    *place = u32::try_from(value).ok()?;
    Some(())
}

const DEVICE_LIMITS: [DeviceLimit; 5] = [
    (VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, |device| device.weight.into(), |device, value| small(&mut device.weight, value)),
    (
        VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS,
        |device| device.read_iops.into(),
        |device, value| small(&mut device.read_iops, value),
    ),
    (
        VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS,
        |device| device.write_iops.into(),
        |device, value| small(&mut device.write_iops, value),
    ),
    (
        VIR_DOMAIN_BLKIO_DEVICE_READ_BPS,
        |device| device.read_bytes,
        |device, value| {
            device.read_bytes = value;
            Some(())
        },
    ),
    (
        VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS,
        |device| device.write_bytes,
        |device, value| {
            device.write_bytes = value;
            Some(())
        },
    ),
];

/// Reads `PATH,NUMBER,PATH,NUMBER…` and takes the numbers over.
fn set_devices(devices: &mut Vec<BlkioDevice>, limit: &DeviceLimit, text: &str) -> Result<()> {
    let (name, _, set) = limit;
    let refuse = |text: Vec<u8>| Error::new(ErrorDomain::DOMAIN, ErrorCode::INVALID_ARG, text);
    if text.is_empty() {
        return Ok(());
    }
    let parts: Vec<&str> = text.split(',').collect();
    let unreadable = || Err(refuse(message!("unable to parse blkio device '%1$s' '%2$s'", *name, text)));
    let (pairs, []) = parts.as_chunks::<2>() else { return unreadable() };
    let mut read = Vec::new();
    let mut rest = text;
    for [path, number] in pairs {
        rest = rest.get(path.len().saturating_add(1)..).unwrap_or_default();
        let mut device = BlkioDevice { path: (*path).to_owned(), ..BlkioDevice::default() };
        // What stands behind the digits is seen after them.
        let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        let value = parse_decimal::<u64>(digits).filter(|value| set(&mut device, *value).is_some());
        let Some(value) = value else {
            let text = message!("invalid value '%1$s' for parameter '%2$s' of device '%3$s'", rest, *name, *path);
            return Err(refuse(text));
        };
        if digits.len() < number.len() {
            return unreadable();
        }
        read.push((device, value));
        rest = rest.get(number.len().saturating_add(1)..).unwrap_or_default();
    }
    for (device, value) in read {
        match devices.iter_mut().find(|known| known.path == device.path) {
            Some(known) => drop(set(known, value)),
            None if value == 0 => {}
            None => devices.push(device),
        }
    }
    Ok(())
}

fn device_limits(devices: &[BlkioDevice], limit: &DeviceLimit) -> remote::TypedParam<'static> {
    let (name, of, _) = limit;
    let set = devices.iter().map(|device| (&device.path, of(device))).filter(|(_, value)| *value != 0);
    let texts: Vec<String> = set.map(|(path, value)| format!("{path},{value}")).collect();
    params::string(*name, texts.join(","))
}

impl DomainBlock for TestSession {
    fn domain_set_block_io_tune(&self, _: &mut Call, args: &remote::DomainSetBlockIoTuneArgs<'_>) -> Result<()> {
        check_flags("testDomainSetBlockIoTune", args.flags, AFFECT)?;
        let mut known: Vec<_> = LIMITS.iter().map(|(name, _)| (*name, ParamType::Ullong)).collect();
        known.push((VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, ParamType::String));
        params::validate(&args.params, &known)?;
        let name = args.disk.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let Some(at) = disk_at(domain.one(live), &name, true) else {
                return invalid(message!("missing persistent configuration for disk '%1$s'", name));
            };
            let definition = domain.one_mut(live);
            if let Some(disk) = definition.devices.disks.get_mut(at) {
                let mut tune = disk.iotune.clone();
                set_limits(&mut tune, &args.params)?;
                disk.iotune = tune;
            }
            Ok(())
        })
    }

    fn domain_get_block_io_tune<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetBlockIoTuneArgs<'_>,
    ) -> Result<remote::DomainGetBlockIoTuneRet<'c>> {
        check_flags("testDomainGetBlockIoTune", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        let (params, nparams) = params::fit(args.nparams, 20, || {
            let name = args.disk.as_ref().map(|name| name.to_str_lossy()).unwrap_or_default();
            self.domain(&args.dom, |domain, _| {
                let definition = domain.one(domain.one_impact(args.flags)?);
                match disk(definition, &name, true) {
                    Some(disk) => Ok(limits(&disk.iotune)),
                    None => invalid(message!("disk '%1$s' was not found in the domain config", name)),
                }
            })
        })?;
        Ok(remote::DomainGetBlockIoTuneRet { params, nparams })
    }

    fn domain_set_blkio_parameters(&self, _: &mut Call, args: &remote::DomainSetBlkioParametersArgs<'_>) -> Result<()> {
        check_flags("testDomainSetBlkioParameters", args.flags, AFFECT)?;
        let mut known = vec![(VIR_DOMAIN_BLKIO_WEIGHT, ParamType::Uint)];
        known.extend(DEVICE_LIMITS.iter().map(|(name, ..)| (*name, ParamType::String)));
        params::validate(&args.params, &known)?;
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let blkiotune = &mut domain.one_mut(live).blkiotune;
            // What is wrong does not keep the others from being set; the last error is told.
            let mut done = Ok(());
            for param in &args.params {
                match &param.value {
                    remote::TypedParamValue::Uint(weight) => blkiotune.weight = *weight,
                    remote::TypedParamValue::String(text) => {
                        let limit = DEVICE_LIMITS.iter().find(|(name, ..)| name.as_bytes() == param.field.as_bytes());
                        let set = limit.map(|limit| set_devices(&mut blkiotune.devices, limit, &text.to_str_lossy()));
                        done = set.filter(Result::is_err).unwrap_or(done);
                    }
                    _ => {}
                }
            }
            done
        })
    }

    fn domain_get_blkio_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetBlkioParametersArgs<'_>,
    ) -> Result<remote::DomainGetBlkioParametersRet<'c>> {
        check_flags("testDomainGetBlkioParameters", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        let (params, nparams) = params::fit(args.nparams, 6, || {
            self.domain(&args.dom, |domain, _| {
                let blkiotune = &domain.one(domain.one_impact(args.flags)?).blkiotune;
                let mut all = vec![params::uint(VIR_DOMAIN_BLKIO_WEIGHT, blkiotune.weight)];
                all.extend(DEVICE_LIMITS.iter().map(|limit| device_limits(&blkiotune.devices, limit)));
                Ok(all)
            })
        })?;
        Ok(remote::DomainGetBlkioParametersRet { params, nparams })
    }

    fn domain_block_stats(
        &self,
        _: &mut Call,
        args: &remote::DomainBlockStatsArgs<'_>,
    ) -> Result<remote::DomainBlockStatsRet> {
        if args.path.is_empty() {
            let text = message!("summary statistics are not supported yet");
            return Err(Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text));
        }
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            if disk(&domain.definition, &name, false).is_none() {
                return invalid(message!("invalid path: %1$s", name));
            }
            // Numbers that grow, without a meaning.
            let time = i64::try_from(now()).unwrap_or_default();
            let part = |by: i64| time.checked_div(by).unwrap_or_default();
            let (rd_req, rd_bytes, wr_req, wr_bytes) = (part(10), part(20), part(30), part(40));
            Ok(remote::DomainBlockStatsRet { rd_req, rd_bytes, wr_req, wr_bytes, errs: part(2_000_000) })
        })
    }

    fn domain_get_block_info(
        &self,
        _: &mut Call,
        args: &remote::DomainGetBlockInfoArgs<'_>,
    ) -> Result<remote::DomainGetBlockInfoRet> {
        check_flags("testDomainGetBlockInfo", args.flags, 0)?;
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, _| match disk(&domain.definition, &name, false) {
            None => invalid(message!("invalid path %1$s not assigned to domain", name)),
            Some(disk) if disk.source.is_empty() => {
                invalid(message!("disk '%1$s' does not currently have a source assigned", name))
            }
            Some(_) => Ok(remote::DomainGetBlockInfoRet {
                allocation: 1_099_511_627_776,
                capacity: 1_099_506_450_432,
                physical: 1_099_511_627_776,
            }),
        })
    }

    fn domain_get_disk_errors<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetDiskErrorsArgs<'_>,
    ) -> Result<remote::DomainGetDiskErrorsRet<'c>> {
        check_flags("testDomainGetDiskErrors", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            let disks = &domain.definition.devices.disks;
            let most = usize::try_from(args.maxerrors).unwrap_or(usize::MAX);
            let kinds = [VIR_DOMAIN_DISK_ERROR_UNSPEC, VIR_DOMAIN_DISK_ERROR_NO_SPACE];
            let errors = disks.iter().zip(kinds.into_iter().cycle()).take(most).map(|(disk, error)| {
                let disk = disk.target.dev.clone().unwrap_or_default().into();
                remote::DomainDiskError { disk, error: error.cast_signed() }
            });
            let errors: Vec<_> = errors.collect();
            let number = if most == 0 { disks.len() } else { errors.len() };
            Ok(remote::DomainGetDiskErrorsRet { errors, nerrors: i32::try_from(number).unwrap_or(i32::MAX) })
        })
    }
}
