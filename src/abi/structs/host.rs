//! What a host tells of itself, as C knows it.
use crate::abi::alloc::Mallocs;
use crate::abi::args::{Array, Out, count, not_negative};
use crate::abi::chars::fill_chars;
use crate::abi::ctypes::{virNodeCPUStats, virNodeInfo, virNodeMemoryStats, virSecurityModel};
use crate::abi::ulong::ULong;
use crate::abi::{Fault, Plain, Result, Rule, bad_reply};
use oxivirt::{CpuMap, NodeInfo, NodeStat, SecurityModel, Text};
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote::SECURITY_MODEL_MAX;
use std::ffi::{c_char, c_int, c_uint};

/// As many of the bytes as leave room for a NUL.
fn chars<const N: usize>(bytes: &[u8]) -> [c_char; N] {
    let mut array = [0; N];
    fill_chars(&mut array, bytes);
    array
}

/// The bytes in a C array; `None` when they do not fit with a NUL behind them.
fn text<const N: usize>(text: &Text) -> Option<[c_char; N]> {
    (text.as_bytes().len() < N).then(|| chars(text.as_bytes()))
}

/// What C knows of a host; a size that does not fit its type on this machine is a fault.
pub(crate) fn node_info(info: &NodeInfo) -> Result<virNodeInfo> {
    Ok(virNodeInfo {
        model: chars(info.model.as_bytes()),
        memory: ULong::from_wire(info.memory)?.into_c(),
        cpus: info.cpus,
        mhz: info.mhz,
        nodes: info.nodes,
        sockets: info.sockets,
        cores: info.cores,
        threads: info.threads,
    })
}

/// A security model as C knows it; one whose names are too long for its arrays is a fault.
pub(crate) fn security_model(model: &SecurityModel) -> Result<virSecurityModel> {
    let too_long = |what: &str| {
        let limit = SECURITY_MODEL_MAX.saturating_sub(1);
        bad_reply(message::compose(&format!("security {what} exceeds maximum: %1$zu"), &[&limit]))
    };
    Ok(virSecurityModel {
        model: text(&model.model).ok_or_else(|| too_long("model"))?,
        doi: text(&model.doi).ok_or_else(|| too_long("doi"))?,
    })
}

/// Hands the map to a caller who wants it, and the number of CPUs that are online; the number of all.
pub(crate) fn put_cpu_map(map: &CpuMap, place: Out<'_, *mut u8>, online: Out<'_, c_uint>) -> Result<c_int> {
    if !place.is_null() {
        let mut memory = Mallocs::new();
        place.write(memory.array(&map.map)?);
        memory.release();
    }
    online.write(map.online);
    Ok(map.cpus)
}

/// A statistic of the host in C: a name and a number.
pub(crate) trait HostStat: Plain {
    /// `None` when the name does not fit.
    fn new(stat: &NodeStat) -> Option<Self>;
}
impl HostStat for virNodeCPUStats {
    fn new(stat: &NodeStat) -> Option<Self> {
        Some(Self { field: text(&stat.field)?, value: stat.value })
    }
}
impl HostStat for virNodeMemoryStats {
    fn new(stat: &NodeStat) -> Option<Self> {
        Some(Self { field: text(&stat.field)?, value: stat.value })
    }
}

/// The caller's array of statistics and its length, which is read and written.
pub(crate) struct CallerStats<'a, T> {
    params: Array<'a, T>,
    nparams: Out<'a, c_int>,
    room: c_int,
}

impl<'a, T: HostStat> CallerStats<'a, T> {
    /// Checks the length; 0 asks for the number of statistics.
    pub(crate) fn new(params: Array<'a, T>, nparams: Out<'a, c_int>) -> Result<Self> {
        let room = nparams.read().ok_or(Fault::Argument("nparams", Rule::NotNull))?;
        not_negative(room, "*nparams")?;
        Ok(Self { params, nparams, room })
    }

    /// Writes what `ask` answers, which gets how many statistics the caller has room for: the number alone when that is 0, else the
    /// statistics and their number. `function` is whom the stock library lets say that there are too many.
    pub(crate) fn fill(
        &self,
        function: &str,
        ask: impl FnOnce(c_int) -> oxivirt::Result<(c_int, Vec<NodeStat>)>,
    ) -> Result<()> {
        let (number, stats) = ask(self.room)?;
        let room = self.params.room("params", self.room)?;
        if stats.len() > room.len() {
            let text = translate(&format!("{function}: returned number of stats exceeds limit"));
            return Err(bad_reply(text));
        }
        if self.room == 0 {
            self.nparams.write(number);
            return Ok(());
        }
        room.fill(&stats.iter().map(stat).collect::<Result<Vec<_>>>()?)?;
        self.nparams.write(count(stats.len())?);
        Ok(())
    }
}

fn stat<T: HostStat>(stat: &NodeStat) -> Result<T> {
    T::new(stat).ok_or_else(|| {
        let text = message!("Stats %1$s too big for destination", stat.field.as_bytes());
        Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text).into()
    })
}
