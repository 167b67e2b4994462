//! What a domain's disks, interfaces, memory and processors did so far.
//!
//! The other statistics are files of their own: lists over many domains, jobs, and looks into disks and memory.
mod domain_stats;
mod job;
mod peek;

pub use domain_stats::DomainStats;
pub use job::JobInfo;

use super::{Domain, FROM};
use crate::{Error, ErrorCode, Function, OnConnection, Result, Str, Text, TypedParams, reply};
use oxivirt_model::constants::VIR_DOMAIN_MEMORY_STAT_NR;
use oxivirt_model::message;
use oxivirt_protocol::remote;

/// What [`Domain::block_stats`] tells. A number that the driver does not know is -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockStats {
    /// How many read requests there were.
    pub read_requests: i64,
    /// How many bytes were read.
    pub read_bytes: i64,
    /// How many write requests there were.
    pub write_requests: i64,
    /// How many bytes were written.
    pub write_bytes: i64,
    /// How many errors there were, where the hypervisor counts them.
    pub errors: i64,
}

/// What [`Domain::interface_stats`] tells. A number that the driver does not know is -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterfaceStats {
    /// How many bytes were received.
    pub received_bytes: i64,
    /// How many packets were received.
    pub received_packets: i64,
    /// How many errors there were in receiving.
    pub receive_errors: i64,
    /// How many packets were dropped in receiving.
    pub receive_drops: i64,
    /// How many bytes were sent.
    pub sent_bytes: i64,
    /// How many packets were sent.
    pub sent_packets: i64,
    /// How many errors there were in sending.
    pub send_errors: i64,
    /// How many packets were dropped in sending.
    pub send_drops: i64,
}

/// What [`Domain::block_info`] tells about a disk, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockInfo {
    /// How large the guest sees it.
    pub capacity: u64,
    /// How much of the host's storage is in use for it.
    pub allocation: u64,
    /// How much of the host's storage it takes at most as it is: the size of the file or device.
    pub physical: u64,
}

/// A disk that had an I/O error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiskError {
    /// Its target, such as `vda`.
    pub disk: Text,
    /// A `virDomainDiskErrorCode`.
    pub error: i32,
}

/// One number about a domain's memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryStat {
    /// Which: a `virDomainMemoryStatTags`.
    pub tag: i32,
    /// The number; sizes are in KiB.
    pub value: u64,
}

impl Domain {
    /// Returns how much was read from and written to a disk, named by its target or its source: `virDomainBlockStats`. Newer
    /// numbers are in [`Domain::block_stats_flags`].
    ///
    /// # Errors
    /// There is no such disk, or the driver could not tell.
    pub fn block_stats<'a>(&self, disk: impl Into<Str<'a>>) -> Result<BlockStats> {
        let op = self.op(&Function("virDomainBlockStats", FROM));
        let args = remote::DomainBlockStatsArgs { dom: self.wire(), path: disk.into() };
        let ret = op.call(|driver, call| driver.domain_block_stats(call, &args))?;
        Ok(BlockStats {
            read_requests: ret.rd_req,
            read_bytes: ret.rd_bytes,
            write_requests: ret.wr_req,
            write_bytes: ret.wr_bytes,
            errors: ret.errs,
        })
    }

    /// Returns all numbers about a disk, named by its target or its source; the empty name is all disks together:
    /// `virDomainBlockStatsFlags`. `flags` are none so far. Times are in nanoseconds.
    ///
    /// # Errors
    /// There is no such disk, or the driver could not tell.
    pub fn block_stats_flags<'a>(&self, disk: impl Into<Str<'a>>, flags: u32) -> Result<TypedParams> {
        let disk = disk.into();
        let (number, _) = self.block_stats_flags_of(&*disk, 0, flags)?;
        Ok(self.block_stats_flags_of(&*disk, number, flags)?.1)
    }

    /// Returns how many numbers there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn block_stats_flags_of<'a>(
        &self,
        disk: impl Into<Str<'a>>,
        max: i32,
        flags: u32,
    ) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainBlockStatsFlags", FROM));
        let flags = op.with_strings(flags)?;
        let args = remote::DomainBlockStatsFlagsArgs { dom: self.wire(), path: disk.into(), nparams: max, flags };
        op.params(|driver, call| {
            let ret = driver.domain_block_stats_flags(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Returns what went through a network interface, named by its target or its MAC address: `virDomainInterfaceStats`.
    ///
    /// # Errors
    /// There is no such interface, or the driver could not tell.
    pub fn interface_stats<'a>(&self, device: impl Into<Str<'a>>) -> Result<InterfaceStats> {
        let op = self.op(&Function("virDomainInterfaceStats", FROM));
        let args = remote::DomainInterfaceStatsArgs { dom: self.wire(), device: device.into() };
        let ret = op.call(|driver, call| driver.domain_interface_stats(call, &args))?;
        Ok(InterfaceStats {
            received_bytes: ret.rx_bytes,
            received_packets: ret.rx_packets,
            receive_errors: ret.rx_errs,
            receive_drops: ret.rx_drop,
            sent_bytes: ret.tx_bytes,
            sent_packets: ret.tx_packets,
            send_errors: ret.tx_errs,
            send_drops: ret.tx_drop,
        })
    }

    /// Returns how large a disk is, named by its target or its source: `virDomainGetBlockInfo`. `flags` are none so far.
    ///
    /// # Errors
    /// The name is empty, there is no such disk, or the driver could not tell.
    pub fn block_info<'a>(&self, disk: impl Into<Str<'a>>, flags: u32) -> Result<BlockInfo> {
        let disk = disk.into();
        let op = self.op(&Function("virDomainGetBlockInfo", FROM)).not_empty("disk", &disk)?;
        let args = remote::DomainGetBlockInfoArgs { dom: self.wire(), path: disk, flags };
        let ret = op.call(|driver, call| driver.domain_get_block_info(call, &args))?;
        Ok(BlockInfo { capacity: ret.capacity, allocation: ret.allocation, physical: ret.physical })
    }

    /// Returns how long the host's processors worked for the domain, in nanoseconds, for `ncpus` of them from `start_cpu` on, or
    /// the sum of all for -1 and 1: `virDomainGetCPUStats`. `flags` are none so far. Processors that are offline have no numbers.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let conn = oxivirt::Connection::open(&daemon.uri())?;
    /// # let domain = oxivirt::Domain::lookup_by_name(&conn, "web")?;
    /// let sum = domain.cpu_stats(-1, 1, 0)?;
    /// let time = sum.first().and_then(|stats| stats.get("cpu_time"));
    /// assert_eq!(time, Some(&3_000_000_u64.into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// `start_cpu` is less than -1, or -1 with another number than 1, or the driver could not tell.
    pub fn cpu_stats(&self, start_cpu: i32, ncpus: u32, flags: u32) -> Result<Vec<TypedParams>> {
        if ncpus == 0 {
            return Ok(Vec::new());
        }
        let (number, _) = self.cpu_stats_of(0, start_cpu, 1, flags)?;
        let (width, params) = self.cpu_stats_of(number.unsigned_abs(), start_cpu, ncpus, flags)?;
        let width = usize::try_from(reply::number(width, "nparams")?).unwrap_or_default();
        let without_width = width == 0 && !params.is_empty();
        let rows = params.rows(width);
        if without_width || rows.len() > ncpus as usize {
            return Err(reply::bad(message!("remoteDomainGetCPUStats: returned number of stats exceeds limit")));
        }
        Ok(rows)
    }

    /// Returns how many parameters a processor has, and at most `nparams` of each, one processor behind the other. For 0, the
    /// number alone, or with `ncpus` 0 that of processors.
    #[doc(hidden)]
    pub fn cpu_stats_of(&self, nparams: u32, start_cpu: i32, ncpus: u32, flags: u32) -> Result<(i32, TypedParams)> {
        self.check_cpu_range(start_cpu, ncpus)?;
        if nparams.checked_mul(ncpus).is_none() {
            let text = message!("input too large: %1$u * %2$u", nparams, ncpus);
            return Err(Error::new(FROM, ErrorCode::OVERFLOW, text));
        }
        let op = self.op(&Function("virDomainGetCPUStats", FROM));
        let flags = op.with_strings(flags)?;
        let args = remote::DomainGetCpuStatsArgs { dom: self.wire(), nparams, start_cpu, ncpus, flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_cpu_stats(call, &args)?;
            // The number of parameters, or with no processor that of processors, is all that was asked for.
            let width = if nparams == 0 && ret.params.is_empty() {
                reply::number(ret.nparams, "nparams")?
            } else {
                ret.nparams
            };
            Ok((width, TypedParams::from_wire(&ret.params)))
        })
    }

    /// Refuses processors that [`Domain::cpu_stats`] cannot be asked about.
    #[doc(hidden)]
    pub fn check_cpu_range(&self, start_cpu: i32, ncpus: u32) -> Result<()> {
        let function = Function("virDomainGetCPUStats", FROM);
        // -1 stands for the sum over all processors.
        if start_cpu != -1 {
            self.op(&function).not_negative("start_cpu", start_cpu)?;
        } else if ncpus != 1 {
            return Err(function.invalid("start_cpu", message!("ncpus must be 1 when start_cpu is -1")));
        }
        Ok(())
    }

    /// Returns the disks that had an I/O error: `virDomainGetDiskErrors`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn disk_errors(&self, flags: u32) -> Result<Vec<DiskError>> {
        let (number, _) = self.disk_errors_of(0, flags)?;
        Ok(if number == 0 { Vec::new() } else { self.disk_errors_of(number.unsigned_abs(), flags)?.1 })
    }

    /// Returns how many disks may have errors for `max` 0, else at most so many errors, and their number.
    #[doc(hidden)]
    pub fn disk_errors_of(&self, max: u32, flags: u32) -> Result<(i32, Vec<DiskError>)> {
        let op = self.op(&Function("virDomainGetDiskErrors", FROM));
        let args = remote::DomainGetDiskErrorsArgs { dom: self.wire(), maxerrors: max, flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_disk_errors(call, &args)?;
            if max == 0 {
                return Ok((reply::number(ret.nerrors, "nerrors")?, Vec::new()));
            }
            reply::counted(ret.nerrors, ret.errors.len(), "nerrors")?;
            let one = |wire: &remote::DomainDiskError<'_>| DiskError { disk: (&wire.disk).into(), error: wire.error };
            Ok((ret.nerrors, ret.errors.iter().map(one).collect()))
        })
    }

    /// Returns what the guest's balloon driver and the host know of the domain's memory: `virDomainMemoryStats`. `flags` are none
    /// so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn memory_stats(&self, flags: u32) -> Result<Vec<MemoryStat>> {
        self.memory_stats_of(VIR_DOMAIN_MEMORY_STAT_NR, flags)
    }

    /// Returns at most `max` numbers.
    #[doc(hidden)]
    pub fn memory_stats_of(&self, max: u32, flags: u32) -> Result<Vec<MemoryStat>> {
        let op = self.op(&Function("virDomainMemoryStats", FROM));
        let max_stats = max.min(VIR_DOMAIN_MEMORY_STAT_NR);
        let args = remote::DomainMemoryStatsArgs { dom: self.wire(), max_stats, flags };
        let ret = op.call(|driver, call| driver.domain_memory_stats(call, &args))?;
        Ok(ret.stats.iter().map(|wire| MemoryStat { tag: wire.tag, value: wire.val }).collect())
    }

    /// Changes how often the guest's balloon driver is asked for statistics, in seconds; 0 is never:
    /// `virDomainSetMemoryStatsPeriod`. `flags` are virDomainMemoryModFlags.
    ///
    /// # Errors
    /// The connection is read-only, `period` is negative, or the driver refuses.
    pub fn set_memory_stats_period(&self, period: i32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetMemoryStatsPeriod", FROM)).write()?.not_negative("period", period)?;
        let args = remote::DomainSetMemoryStatsPeriodArgs { dom: self.wire(), period, flags };
        op.call(|driver, call| driver.domain_set_memory_stats_period(call, &args))
    }
}
