//! The host: processors, memory, security.
use crate::FROM;
use crate::capabilities::SECURITY;
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::{
    VIR_NODE_CPU_STATS_GUEST, VIR_NODE_CPU_STATS_IDLE, VIR_NODE_CPU_STATS_IOWAIT, VIR_NODE_CPU_STATS_KERNEL,
    VIR_NODE_CPU_STATS_USER,
};
use oxivirt_model::{Result, message};
use oxivirt_protocol::driver::Node;
use oxivirt_protocol::{Call, remote};

/// How long the host's processors did what, in nanoseconds.
const CPU_STATS: [(&str, u64); 5] = [
    (VIR_NODE_CPU_STATS_USER, 9_797_400_000),
    (VIR_NODE_CPU_STATS_KERNEL, 34_678_723_400_000),
    (VIR_NODE_CPU_STATS_IDLE, 87_264_900_000),
    (VIR_NODE_CPU_STATS_IOWAIT, 763_600_000),
    (VIR_NODE_CPU_STATS_GUEST, 1_797_400_000),
];

/// Every second of the first processors is active.
const CPU_MAP: u8 = 0b0001_0101;

/// The most numbers of pages that are made up for one call.
const MAX_COUNTS: usize = 1 << 20;

/// The bytes of a text that C has an array of characters for, with the NUL.
fn characters(text: &str) -> Vec<u8> {
    text.bytes().chain([0]).collect()
}

impl Node for TestSession {
    fn node_get_info(&self, _: &mut Call) -> Result<remote::NodeGetInfoRet> {
        let host = &self.driver()?.host;
        let mut model = [0; 32];
        for (place, byte) in model.iter_mut().zip(host.model.bytes()) {
            *place = byte;
        }
        Ok(remote::NodeGetInfoRet {
            model,
            memory: host.memory,
            cpus: host.cpus.cast_signed(),
            mhz: host.mhz.cast_signed(),
            nodes: host.nodes.cast_signed(),
            sockets: host.sockets.cast_signed(),
            cores: host.cores.cast_signed(),
            threads: host.threads.cast_signed(),
        })
    }

    fn node_get_cells_free_memory(
        &self,
        _: &mut Call,
        args: &remote::NodeGetCellsFreeMemoryArgs,
    ) -> Result<remote::NodeGetCellsFreeMemoryRet> {
        let cells = &self.driver()?.host.cells;
        let number = |number: i32| usize::try_from(number).unwrap_or_default();
        let start = number(args.start_cell);
        if start >= cells.len() {
            return Err(errors::invalid_argument(FROM, message!("Range exceeds available cells")));
        }
        // All of their memory, as in the stock library.
        let cells = cells.iter().skip(start).take(number(args.maxcells)).map(|cell| cell.memory).collect();
        Ok(remote::NodeGetCellsFreeMemoryRet { cells })
    }

    fn node_get_free_memory(&self, _: &mut Call) -> Result<remote::NodeGetFreeMemoryRet> {
        let cells = &self.driver()?.host.cells;
        Ok(remote::NodeGetFreeMemoryRet { free_mem: cells.iter().map(|cell| cell.free).sum() })
    }

    fn node_get_security_model(&self, _: &mut Call) -> Result<remote::NodeGetSecurityModelRet> {
        let (model, doi) = SECURITY;
        Ok(remote::NodeGetSecurityModelRet { model: characters(model), doi: characters(doi) })
    }

    fn node_get_cpu_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeGetCpuStatsArgs,
    ) -> Result<remote::NodeGetCpuStatsRet<'c>> {
        check_flags("testNodeGetCPUStats", args.flags, 0)?;
        if args.nparams == 0 {
            let nparams = i32::try_from(CPU_STATS.len()).unwrap_or_default();
            return Ok(remote::NodeGetCpuStatsRet { params: Vec::new(), nparams });
        }
        let most = usize::try_from(args.nparams).unwrap_or_default();
        let stat = |&(field, value): &(&'static str, u64)| remote::NodeGetCpuStats { field: field.into(), value };
        // The number is told alone.
        Ok(remote::NodeGetCpuStatsRet { params: CPU_STATS.iter().take(most).map(stat).collect(), nparams: 0 })
    }

    fn node_get_cpu_map<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeGetCpuMapArgs,
    ) -> Result<remote::NodeGetCpuMapRet<'c>> {
        check_flags("testNodeGetCPUMap", args.flags, 0)?;
        let cpumap = if args.need_map == 0 { Vec::new() } else { vec![CPU_MAP] };
        let online = if args.need_online == 0 { 0 } else { CPU_MAP.count_ones() };
        Ok(remote::NodeGetCpuMapRet { cpumap: cpumap.into(), online, ret: 8 })
    }

    fn node_get_free_pages(
        &self,
        _: &mut Call,
        args: &remote::NodeGetFreePagesArgs,
    ) -> Result<remote::NodeGetFreePagesRet> {
        check_flags("testNodeGetFreePages", args.flags, 0)?;
        let cells = usize::try_from(args.cell_count).unwrap_or(usize::MAX);
        if cells.checked_mul(args.pages.len()).is_none_or(|counts| counts > MAX_COUNTS) {
            return Err(errors::invalid_argument(FROM, "too many numbers of pages"));
        }
        let mut counts = Vec::new();
        for cell in 0..args.cell_count.cast_signed() {
            let mut count = args.start_cell.wrapping_add(cell).wrapping_mul(6);
            for _ in &args.pages {
                count = count.wrapping_mul(2).wrapping_add(7);
                counts.push(i64::from(count).cast_unsigned());
            }
        }
        Ok(remote::NodeGetFreePagesRet { counts })
    }
}
