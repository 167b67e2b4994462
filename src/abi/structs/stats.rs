//! Statistics as C knows them: structs, lists of `virDomainStatsRecord` and the matrix of per-processor parameters.
use crate::abi::alloc::Mallocs;
use crate::abi::args::{Array, Out, Room, count};
use crate::abi::ctypes::{
    virDomainBlockInfo, virDomainBlockStatsStruct, virDomainInterfaceStatsStruct, virDomainJobInfo,
    virDomainMemoryStatStruct, virDomainStatsRecord, virTypedParameter,
};
use crate::abi::handle::{Handle, Object, Ref, adopt};
use crate::abi::params::blank;
use crate::abi::{Result, bad_reply};
use oxivirt::domain::{BlockInfo, BlockStats, InterfaceStats, JobInfo, MemoryStat};
use oxivirt::{ReplyParams, TypedParam};
use oxivirt_model::message;
use std::ffi::c_int;
use std::ptr::null_mut;

impl From<BlockStats> for virDomainBlockStatsStruct {
    fn from(stats: BlockStats) -> Self {
        Self {
            rd_req: stats.read_requests,
            rd_bytes: stats.read_bytes,
            wr_req: stats.write_requests,
            wr_bytes: stats.write_bytes,
            errs: stats.errors,
        }
    }
}

impl From<InterfaceStats> for virDomainInterfaceStatsStruct {
    fn from(stats: InterfaceStats) -> Self {
        Self {
            rx_bytes: stats.received_bytes,
            rx_packets: stats.received_packets,
            rx_errs: stats.receive_errors,
            rx_drop: stats.receive_drops,
            tx_bytes: stats.sent_bytes,
            tx_packets: stats.sent_packets,
            tx_errs: stats.send_errors,
            tx_drop: stats.send_drops,
        }
    }
}

impl From<BlockInfo> for virDomainBlockInfo {
    fn from(info: BlockInfo) -> Self {
        Self { capacity: info.capacity, allocation: info.allocation, physical: info.physical }
    }
}

impl From<JobInfo> for virDomainJobInfo {
    fn from(info: JobInfo) -> Self {
        Self {
            type_: info.kind,
            timeElapsed: info.time_elapsed,
            timeRemaining: info.time_remaining,
            dataTotal: info.data_total,
            dataProcessed: info.data_processed,
            dataRemaining: info.data_remaining,
            memTotal: info.memory_total,
            memProcessed: info.memory_processed,
            memRemaining: info.memory_remaining,
            fileTotal: info.file_total,
            fileProcessed: info.file_processed,
            fileRemaining: info.file_remaining,
        }
    }
}

/// Writes numbers about memory into the caller's array; their number.
pub(crate) fn store_memory_stats(stats: &[MemoryStat], room: Room<'_, virDomainMemoryStatStruct>) -> Result<c_int> {
    let stats: Vec<_> = stats.iter().map(|s| virDomainMemoryStatStruct { tag: s.tag, val: s.value }).collect();
    room.fill(&stats)?;
    count(stats.len())
}

/// Records that are being made for the caller, one for each domain.
pub(crate) struct StatsRecords<'a, C: Object, D: Object> {
    conn: &'a Handle<C>,
    memory: Mallocs,
    domains: Vec<Ref<D>>,
    list: Vec<*mut virDomainStatsRecord>,
}

impl<'a, C: Object, D: Object<Local = Ref<C>>> StatsRecords<'a, C, D> {
    /// No records yet; the domains in them belong to `conn`.
    pub(crate) fn new(conn: &'a Handle<C>) -> Self {
        Self { conn, memory: Mallocs::new(), domains: Vec::new(), list: Vec::new() }
    }

    /// Adds the record of a domain.
    pub(crate) fn add(&mut self, domain: D, params: ReplyParams<'_>) -> Result<()> {
        let domain = self.conn.child(domain)?;
        let params = self.memory.each_param(params)?;
        let record = virDomainStatsRecord {
            dom: domain.pointer().cast_mut().cast(),
            nparams: count(params.len())?,
            params: self.memory.array_or_null(&params)?,
        };
        self.list.push(self.memory.array(&[record])?);
        self.domains.push(domain);
        Ok(())
    }

    /// Hands the records to the caller, the list ended by NULL; their number.
    pub(crate) fn give(mut self, place: Out<'_, *mut *mut virDomainStatsRecord>) -> Result<c_int> {
        let number = count(self.list.len())?;
        self.list.push(null_mut());
        let array = self.memory.array(&self.list)?;
        self.memory.release();
        for domain in self.domains {
            // The record holds the reference now.
            let _ = domain.into_raw();
        }
        place.write(array);
        Ok(number)
    }
}

/// A NULL-terminated list of statistics records that the caller gives back, or NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct StatsRecordList(*mut *mut virDomainStatsRecord);

impl StatsRecordList {
    pub(in crate::abi) fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Frees parameters, records and the list, and releases the domains; whether there was any record.
    pub(crate) fn free<D: Object>(self) -> bool {
        let mut place = self.0;
        while !place.is_null() {
            // SAFETY: the C contract: the list goes on to its terminating NULL, which was not met yet.
            let pointer = unsafe { place.read() };
            if pointer.is_null() {
                break;
            }
            // SAFETY: the C contract: a record of give_stats().
            let record = unsafe { pointer.read() };
            // SAFETY: as above: its parameters are owned by C and given back with it.
            unsafe { Array::from_pointer(record.params) }.free(record.nparams);
            drop(adopt::<D>(record.dom.cast_const().cast()));
            // SAFETY: as above: the record itself is owned by C.
            unsafe { libc::free(pointer.cast()) };
            // SAFETY: as above: there is one more element.
            place = unsafe { place.add(1) };
        }
        // SAFETY: the C contract: NULL or owned by C.
        unsafe { libc::free(self.0.cast()) };
        place != self.0
    }
}

/// A row of parameters per processor, rows of the caller's width. Rows of the reply may be shorter, and missing at the
/// end; what they do not cover is zero.
pub(crate) struct ParamMatrix<'a> {
    params: Array<'a, virTypedParameter>,
    width: usize,
    rows: usize,
}

impl<'a> ParamMatrix<'a> {
    /// `width` parameters in each of `rows` rows.
    pub(crate) fn new(params: Array<'a, virTypedParameter>, width: u32, rows: u32) -> Self {
        Self { params, width: width as usize, rows: rows as usize }
    }

    /// Writes a reply whose rows are `width` long. A reply that does not fit is refused and leaves zeros.
    pub(crate) fn store(&self, wire: &[TypedParam<'_>], width: c_int) -> Result<c_int> {
        let size = self.width.saturating_mul(self.rows);
        let room = self.params.room("params", size)?;
        room.zero();
        let row = usize::try_from(width).ok().filter(|&w| w <= self.width);
        let row = match row {
            Some(row) if wire.is_empty() => row.max(1),
            Some(row) if row > 0 && wire.len().is_multiple_of(row) && wire.len() <= size => row,
            _ => {
                let text = message!("remoteDomainGetCPUStats: returned number of stats exceeds limit");
                return Err(bad_reply(text));
            }
        };
        // Short rows: more of them than the caller has rows may still fit the product.
        if wire.len().div_ceil(row) > self.rows {
            return Err(bad_reply(format!("statistics of more than {} processors", self.rows)));
        }
        let mut memory = Mallocs::new();
        let mut cells = vec![blank(); size];
        for (to, from) in cells.chunks_mut(self.width.max(1)).zip(wire.chunks(row)) {
            for (to, from) in to.iter_mut().zip(memory.given_params(from)?) {
                *to = from;
            }
        }
        room.fill(&cells)?;
        memory.release();
        Ok(width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(len: usize) -> Vec<TypedParam<'static>> {
        (1..=len).map(|n| TypedParam::new("n", i32::try_from(n).unwrap())).collect()
    }

    /// What the cells of a 2 x 3 matrix hold after a reply of `len` parameters in rows of `width`; `None` when refused.
    fn stored(len: usize, width: c_int) -> Option<Vec<i32>> {
        let mut cells = vec![blank(); 6];
        // SAFETY: six cells that outlive the matrix.
        let params = unsafe { Array::from_pointer(cells.as_mut_ptr()) };
        let done = ParamMatrix::new(params, 3, 2).store(&reply(len), width);
        let values = cells.iter().map(|c| {
            // SAFETY: zero or an integer was written.
            unsafe { c.value.i }
        });
        let values: Vec<i32> = values.collect();
        match done {
            Ok(rows) => {
                assert_eq!(rows, width);
                Some(values)
            }
            Err(_) => {
                assert_eq!(values, [0; 6], "a refused reply leaves zeros");
                None
            }
        }
    }

    #[test]
    fn rows_are_spread_over_the_callers_width() {
        assert_eq!(stored(6, 3), Some(vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(stored(4, 2), Some(vec![1, 2, 0, 3, 4, 0]));
        assert_eq!(stored(2, 2), Some(vec![1, 2, 0, 0, 0, 0]));
        assert_eq!(stored(0, 3), Some(vec![0; 6]));
        assert_eq!(stored(0, 0), Some(vec![0; 6]));
    }

    #[test]
    fn replies_that_do_not_fit_are_refused() {
        for (len, width) in [
            (7, 1),
            (9, 3),
            (4, 3),
            (6, 0),
            (6, -1),
            (0, -1),
            (6, c_int::MIN),
            (4, 4),
            (0, 4),
            // Fits the product of 2 x 3, not its two rows.
            (6, 1),
            (6, 2),
        ] {
            assert_eq!(stored(len, width), None, "{len} parameters, rows of {width}");
        }
    }
}
