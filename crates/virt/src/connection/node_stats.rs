//! What the host's CPUs and memory cells count. Times are nanoseconds, sizes KiB.
use super::{Connection, FROM};
use crate::{Function, OnConnection, Result, Text, reply};
use oxivirt_model::message;
use oxivirt_protocol::remote;

/// One number of a host's statistics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeStat {
    /// What is counted (`kernel`, `total`).
    pub field: Text,
    /// The number.
    pub value: u64,
}

impl Connection {
    /// Returns how long a CPU, or all together for -1, did what: `virNodeGetCPUStats`. `flags` must be 0.
    ///
    /// # Errors
    /// There is no such CPU, or the driver could not tell.
    pub fn node_cpu_stats(&self, cpu: i32, flags: u32) -> Result<Vec<NodeStat>> {
        let (number, _) = self.node_cpu_stats_of(cpu, 0, flags)?;
        Ok(self.node_cpu_stats_of(cpu, number, flags)?.1)
    }

    /// Returns how many numbers there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn node_cpu_stats_of(&self, cpu_num: i32, max: i32, flags: u32) -> Result<(i32, Vec<NodeStat>)> {
        let function = Function("virNodeGetCPUStats", FROM);
        if cpu_num < -1 {
            let text = message!("cpuNum in %1$s only accepts %2$d as a negative value", function.0, -1);
            return Err(function.invalid("cpuNum", text));
        }
        let args = remote::NodeGetCpuStatsArgs { cpu_num, nparams: max, flags };
        self.op(&function).call(|driver, call| {
            let ret = driver.node_get_cpu_stats(call, &args)?;
            let stat = |one: &remote::NodeGetCpuStats<'_>| NodeStat { field: Text::from(&one.field), value: one.value };
            Ok((number(max, ret.nparams)?, ret.params.iter().map(stat).collect()))
        })
    }

    /// Returns the memory of a cell, or of all together for -1: `virNodeGetMemoryStats`. `flags` must be 0.
    ///
    /// # Errors
    /// There is no such cell, or the driver could not tell.
    pub fn node_memory_stats(&self, cell: i32, flags: u32) -> Result<Vec<NodeStat>> {
        let (number, _) = self.node_memory_stats_of(cell, 0, flags)?;
        Ok(self.node_memory_stats_of(cell, number, flags)?.1)
    }

    /// Returns how many numbers there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn node_memory_stats_of(&self, cell_num: i32, max: i32, flags: u32) -> Result<(i32, Vec<NodeStat>)> {
        let function = Function("virNodeGetMemoryStats", FROM);
        if cell_num < -1 {
            let text = message!("cellNum in %1$s only accepts %2$d as a negative value", function.0, -1);
            // The argument's name in the error's second string is a slip that programs may have seen for years.
            return Err(function.invalid("cpuNum", text));
        }
        let args = remote::NodeGetMemoryStatsArgs { nparams: max, cell_num, flags };
        self.op(&function).call(|driver, call| {
            let ret = driver.node_get_memory_stats(call, &args)?;
            let stat =
                |one: &remote::NodeGetMemoryStats<'_>| NodeStat { field: Text::from(&one.field), value: one.value };
            Ok((number(max, ret.nparams)?, ret.params.iter().map(stat).collect()))
        })
    }
}

/// The number that a reply names is looked at when nothing else was asked for.
fn number(max: i32, nparams: i32) -> Result<i32> {
    if max == 0 { reply::number(nparams, "ret") } else { Ok(nparams) }
}
