//! libvirt-host.h: what the host's CPUs and memory cells count. Times are nanoseconds, sizes KiB.
use super::node::text;
use crate::abi::ctypes::{virNodeCPUStats, virNodeMemoryStats};
use crate::abi::{Array, Fault, In, Out, Plain, Result, Rule, Status, bad_reply, count, not_negative, number};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virNodeGetCPUStats(
    conn: In<'_, Connection>,
    cpu_num: c_int,
    params: Array<'_, virNodeCPUStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let asked = asked(nparams)?;
    if cpu_num < -1 {
        let text = message!("cpuNum in %1$s only accepts %2$d as a negative value", "virNodeGetCPUStats", -1);
        return Err(Fault::Invalid("cpuNum", text));
    }
    let caller = Stats { function: "remoteNodeGetCPUStats", params, nparams, asked };
    let args = remote::NodeGetCpuStatsArgs { cpu_num, nparams: asked, flags };
    let mut call = conn.call();
    let ret = conn.driver().node_get_cpu_stats(&mut call, &args)?;
    caller.store(ret.nparams, &ret.params, |s| Ok(virNodeCPUStats { field: field(&s.field)?, value: s.value }))
}

#[entry]
fn virNodeGetMemoryStats(
    conn: In<'_, Connection>,
    cell_num: c_int,
    params: Array<'_, virNodeMemoryStats>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let asked = asked(nparams)?;
    if cell_num < -1 {
        let text = message!("cellNum in %1$s only accepts %2$d as a negative value", "virNodeGetMemoryStats", -1);
        // The argument's name in the error's second string is a slip that programs may have seen for years.
        return Err(Fault::Invalid("cpuNum", text));
    }
    let caller = Stats { function: "remoteNodeGetMemoryStats", params, nparams, asked };
    let args = remote::NodeGetMemoryStatsArgs { nparams: asked, cell_num, flags };
    let mut call = conn.call();
    let ret = conn.driver().node_get_memory_stats(&mut call, &args)?;
    caller.store(ret.nparams, &ret.params, |s| Ok(virNodeMemoryStats { field: field(&s.field)?, value: s.value }))
}

/// How many statistics the caller has room for; 0 asks for their number.
fn asked(nparams: Out<'_, c_int>) -> Result<c_int> {
    let asked = nparams.read().ok_or(Fault::Argument("nparams", Rule::NotNull))?;
    not_negative(asked, "*nparams")?;
    Ok(asked)
}

fn field<const N: usize>(name: &Str<'_>) -> Result<[c_char; N]> {
    text(name.as_bytes()).ok_or_else(|| {
        let text = message!("Stats %1$s too big for destination", name.as_bytes());
        Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text).into()
    })
}

/// The caller's array and its length, which is read and written.
struct Stats<'a, T> {
    function: &'static str,
    params: Array<'a, T>,
    nparams: Out<'a, c_int>,
    asked: c_int,
}

impl<T: Plain> Stats<'_, T> {
    /// Writes the number alone when the caller asked for it, else the statistics and their number.
    fn store<W>(&self, supported: c_int, wire: &[W], make: impl FnMut(&W) -> Result<T>) -> Result<()> {
        let room = self.params.room("params", self.asked)?;
        if wire.len() > room.len() {
            let text = translate(&format!("{}: returned number of stats exceeds limit", self.function));
            return Err(bad_reply(text));
        }
        if self.asked == 0 {
            self.nparams.write(number(supported)?);
            return Ok(());
        }
        room.fill(&wire.iter().map(make).collect::<Result<Vec<_>>>()?)?;
        self.nparams.write(count(wire.len())?);
        Ok(())
    }
}
