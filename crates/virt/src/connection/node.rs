//! The host's hardware, memory and NUMA cells.
use super::{Connection, FROM};
use crate::{Function, OnConnection, Result, Text, TypedParam, TypedParams, reply};
use oxivirt_protocol::remote;

/// What [`Connection::node_info`] tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeInfo {
    /// The model of the processors: mostly the architecture.
    pub model: Text,
    /// Memory in KiB.
    pub memory: u64,
    /// How many processors are online.
    pub cpus: u32,
    /// Their clock in MHz; 0 if nobody knows.
    pub mhz: u32,
    /// How many NUMA cells; 1 if the host has none, or unusual ones.
    pub nodes: u32,
    /// Sockets of each cell.
    pub sockets: u32,
    /// Cores of each socket.
    pub cores: u32,
    /// Threads of each core.
    pub threads: u32,
}

/// What [`Connection::node_cpu_map`] tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CpuMap {
    /// How many processors the host has.
    pub cpus: i32,
    /// A bit for each, the lowest first, which is set if it is online.
    pub map: Vec<u8>,
    /// How many are online.
    pub online: u32,
}

/// How the host keeps domains apart; see [`Connection::node_security_model`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityModel {
    /// The name of the model (`selinux`); empty if there is none.
    pub model: Text,
    /// The domain of interpretation.
    pub doi: Text,
}

impl Connection {
    /// Reserves or frees huge pages: `virNodeAllocPages`. For each size in KiB of `sizes` stands in `counts` how many pages a cell gets;
    /// `flags` are virNodeAllocPagesFlags. Returns how many cells were changed.
    ///
    /// # Errors
    /// The connection is read-only, there are no sizes or no cells, or the driver refuses.
    pub fn node_alloc_pages(
        &self,
        sizes: Vec<u32>,
        counts: Vec<u64>,
        start_cell: i32,
        cell_count: u32,
        flags: u32,
    ) -> Result<i32> {
        let op = self.op(&Function("virNodeAllocPages", FROM)).write()?;
        let op = op.not_zero("npages", sizes.len() as u64)?.not_zero("cellCount", cell_count)?;
        let args = remote::NodeAllocPagesArgs { page_sizes: sizes, page_counts: counts, start_cell, cell_count, flags };
        op.number(|driver, call| Ok(driver.node_alloc_pages(call, &args)?.ret))
    }

    /// Returns the host's processors: `virNodeGetCPUMap`. `flags` must be 0.
    ///
    /// # Errors
    /// The driver could not tell, or its map is shorter than its number of processors.
    pub fn node_cpu_map(&self, flags: u32) -> Result<CpuMap> {
        self.node_cpu_map_of(true, true, flags)
    }

    /// Returns how many processors there are, and those of the two other answers that are wanted.
    #[doc(hidden)]
    pub fn node_cpu_map_of(&self, map: bool, online: bool, flags: u32) -> Result<CpuMap> {
        let op = self.op(&Function("virNodeGetCPUMap", FROM));
        let args = remote::NodeGetCpuMapArgs { need_map: map.into(), need_online: online.into(), flags };
        op.call(|driver, call| {
            let ret = driver.node_get_cpu_map(call, &args)?;
            let cpus = reply::number(ret.ret, "ret")?;
            let bytes = ret.cpumap.as_bytes();
            // Callers read as many bits as the result says.
            if map && bytes.len().saturating_mul(8) < usize::try_from(cpus).unwrap_or(usize::MAX) {
                let bytes = bytes.len();
                return Err(reply::bad(format!("the reply has {cpus} CPUs in a map of {bytes} bytes")));
            }
            Ok(CpuMap { cpus, map: bytes.to_vec(), online: ret.online })
        })
    }

    /// Returns the free memory of at most `max` cells in bytes, from a cell on: `virNodeGetCellsFreeMemory`.
    ///
    /// # Errors
    /// `max` is not positive, `start_cell` is negative, or the driver could not tell.
    pub fn node_cells_free_memory(&self, start_cell: i32, max: i32) -> Result<Vec<u64>> {
        let op = self.op(&Function("virNodeGetCellsFreeMemory", FROM));
        let op = op.positive("maxCells", max)?.not_negative("startCell", start_cell)?;
        let args = remote::NodeGetCellsFreeMemoryArgs { start_cell, maxcells: max };
        op.call(|driver, call| Ok(driver.node_get_cells_free_memory(call, &args)?.cells))
    }

    /// Returns the host's free memory in bytes: `virNodeGetFreeMemory`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn node_free_memory(&self) -> Result<u64> {
        let op = self.op(&Function("virNodeGetFreeMemory", FROM));
        op.call(|driver, call| Ok(driver.node_get_free_memory(call)?.free_mem))
    }

    /// Returns how many pages of these sizes in KiB are free, cell by cell: `virNodeGetFreePages`. `flags` must be 0.
    ///
    /// # Errors
    /// There are no sizes or no cells, or the driver could not tell.
    pub fn node_free_pages(&self, sizes: Vec<u32>, start_cell: i32, cell_count: u32, flags: u32) -> Result<Vec<u64>> {
        let op = self.op(&Function("virNodeGetFreePages", FROM));
        let op = op.not_zero("npages", sizes.len() as u64)?.not_zero("cellCount", cell_count)?;
        let args = remote::NodeGetFreePagesArgs { pages: sizes, start_cell, cell_count, flags };
        op.call(|driver, call| Ok(driver.node_get_free_pages(call, &args)?.counts))
    }

    /// Returns what hardware the host has: `virNodeGetInfo`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn node_info(&self) -> Result<NodeInfo> {
        let ret = self.op(&Function("virNodeGetInfo", FROM)).call(|driver, call| driver.node_get_info(call))?;
        Ok(NodeInfo {
            model: Text::new(&ret.model),
            memory: ret.memory,
            cpus: ret.cpus.cast_unsigned(),
            mhz: ret.mhz.cast_unsigned(),
            nodes: ret.nodes.cast_unsigned(),
            sockets: ret.sockets.cast_unsigned(),
            cores: ret.cores.cast_unsigned(),
            threads: ret.threads.cast_unsigned(),
        })
    }

    /// Returns how the host shares pages of domains: `virNodeGetMemoryParameters`. `flags` must be 0.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn node_memory_parameters(&self, flags: u32) -> Result<TypedParams> {
        let (number, _) = self.node_memory_parameters_of(0, flags)?;
        Ok(self.node_memory_parameters_of(number, flags)?.1)
    }

    /// Returns how many parameters there are for `max` 0, else at most so many of them.
    #[doc(hidden)]
    pub fn node_memory_parameters_of(&self, max: i32, flags: u32) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virNodeGetMemoryParameters", FROM));
        let args = remote::NodeGetMemoryParametersArgs { nparams: max, flags: op.with_strings(flags)? };
        op.params(|driver, call| {
            let ret = driver.node_get_memory_parameters(call, &args)?;
            Ok((ret.nparams, ret.params))
        })
    }

    /// Changes how the host shares pages of domains: `virNodeSetMemoryParameters`. `flags` must be 0.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_node_memory_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeSetMemoryParameters", FROM)).write()?;
        let args = remote::NodeSetMemoryParametersArgs { params: op.settings(params)?, flags };
        op.call(|driver, call| driver.node_set_memory_parameters(call, &args))
    }

    /// Returns what the host offers for AMD's encrypted guests: `virNodeGetSEVInfo`. `flags` must be 0.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn node_sev_info(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virNodeGetSEVInfo", FROM)).write()?;
        // The daemon does not look at the number: it always sends all parameters.
        let args = remote::NodeGetSevInfoArgs { nparams: 0, flags: op.with_strings(flags)? };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.node_get_sev_info(call, &args)?.params)))
    }

    /// Returns how the host keeps domains apart: `virNodeGetSecurityModel`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn node_security_model(&self) -> Result<SecurityModel> {
        let op = self.op(&Function("virNodeGetSecurityModel", FROM));
        let ret = op.call(|driver, call| driver.node_get_security_model(call))?;
        Ok(SecurityModel { model: Text::new(&ret.model), doi: Text::new(&ret.doi) })
    }

    /// Sends the host to sleep for so many seconds: `virNodeSuspendForDuration`. `target` is a virNodeSuspendTarget; `flags` must be 0.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn node_suspend_for_duration(&self, target: u32, duration: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeSuspendForDuration", FROM)).write()?;
        let args = remote::NodeSuspendForDurationArgs { target, duration, flags };
        op.call(|driver, call| driver.node_suspend_for_duration(call, &args))
    }
}
