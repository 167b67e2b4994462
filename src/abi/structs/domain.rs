//! What a domain tells about its security labels, processors and I/O threads, as C knows it.
use super::guest::ToStruct;
use crate::abi::alloc::Mallocs;
use crate::abi::args::{Array, Out, count, plain, positive};
use crate::abi::chars::fill_chars;
use crate::abi::ctypes::{
    virDomainBlockJobInfo, virDomainControlInfo, virDomainIOThreadInfo, virDomainInfo, virSecurityLabel, virVcpuInfo,
};
use crate::abi::ulong::ULong;
use crate::abi::{Result, bad_reply};
use oxivirt::domain::{BlockJobInfo, ControlInfo, CpuMaps, Info, IoThreadInfo, SecurityLabel, VcpuInfo};
use oxivirt_model::message;
use std::ffi::c_int;

plain!(virDomainIOThreadInfo);

/// A label without text, not enforced: what a domain without labels has.
pub(crate) fn blank_security_label() -> virSecurityLabel {
    virSecurityLabel { label: [0; _], enforcing: 0 }
}

/// The label as C knows it.
pub(crate) fn security_label(from: &SecurityLabel) -> Result<virSecurityLabel> {
    let mut label = blank_security_label();
    let most = label.label.len().saturating_sub(1);
    if from.label.as_bytes().len() > most {
        return Err(bad_reply(message!("security label exceeds maximum: %1$zu", most)));
    }
    fill_chars(&mut label.label, from.label.as_bytes());
    label.enforcing = from.enforcing.into();
    Ok(label)
}

/// Hands the labels to the caller, NULL for none; their number.
pub(crate) fn give_security_labels(from: &[SecurityLabel], place: Out<'_, *mut virSecurityLabel>) -> Result<c_int> {
    let labels = from.iter().map(security_label).collect::<Result<Vec<_>>>()?;
    let mut memory = Mallocs::new();
    let array = memory.array_or_null(&labels)?;
    memory.release();
    place.write(array);
    count(labels.len())
}

/// What C knows of a domain; a size that does not fit its type on this machine is a fault.
pub(crate) fn domain_info(info: Info) -> Result<virDomainInfo> {
    Ok(virDomainInfo {
        // The wire's is an unsigned char, as is C's.
        state: info.state.0 as _,
        maxMem: ULong::from_wire(info.max_memory)?.into_c(),
        memory: ULong::from_wire(info.memory)?.into_c(),
        nrVirtCpu: info.vcpus,
        cpuTime: info.cpu_time,
    })
}

/// What C knows of a block job; a bandwidth that does not fit its type on this machine is a fault.
pub(crate) fn block_job_info(job: BlockJobInfo) -> Result<virDomainBlockJobInfo> {
    let bandwidth = ULong::from_wire(job.bandwidth)?.into_c();
    Ok(virDomainBlockJobInfo { type_: job.kind, bandwidth, cur: job.current, end: job.end })
}

impl From<ControlInfo> for virDomainControlInfo {
    fn from(info: ControlInfo) -> Self {
        Self { state: info.state, details: info.details, stateTime: info.state_time }
    }
}

/// Processors as C knows them.
pub(crate) fn vcpu_infos(cpus: &[VcpuInfo]) -> Vec<virVcpuInfo> {
    let one =
        |cpu: &VcpuInfo| virVcpuInfo { number: cpu.number, state: cpu.state, cpuTime: cpu.cpu_time, cpu: cpu.cpu };
    cpus.iter().map(one).collect()
}

/// Writes maps into the caller's room for `max` of them; what they do not cover becomes zero.
pub(crate) fn put_cpu_maps(maps: &CpuMaps, place: Array<'_, u8>, max: c_int, length: c_int) -> Result<()> {
    // The product was found to fit before the maps were asked for.
    let room = place.room("cpumaps", max.saturating_mul(length))?;
    room.zero();
    room.fill(maps.as_bytes())
}

impl<'a> Array<'a, u8> {
    /// The caller's map of processors, as the setters take it.
    pub(crate) fn cpu_map(self, maplen: c_int) -> Result<&'a [u8]> {
        self.present("cpumap")?;
        positive(maplen, "maplen")?;
        self.read("cpumap", maplen)
    }
}

impl ToStruct for IoThreadInfo {
    type Struct = virDomainIOThreadInfo;
    fn to_struct(&self, memory: &mut Mallocs) -> Result<virDomainIOThreadInfo> {
        Ok(virDomainIOThreadInfo {
            iothread_id: self.id,
            cpumap: memory.array_or_null(&self.cpu_map)?,
            cpumaplen: count(self.cpu_map.len())?,
        })
    }
}

impl Out<'_, virDomainIOThreadInfo> {
    /// Frees a thread's struct and its map; nothing for NULL.
    pub(crate) fn free(self) {
        let Some(info) = self.read() else { return };
        // SAFETY: the C contract: a struct of give_structs(); its map is owned by C, and by the struct alone.
        unsafe { libc::free(info.cpumap.cast()) };
        // SAFETY: as above; the struct was read before and is not looked at again.
        unsafe { libc::free(self.pointer().cast()) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt::Text;

    #[test]
    fn labels_fit_with_their_nul() {
        let chars = |len: usize| {
            let label = security_label(&SecurityLabel { label: Text::new(&vec![b'x'; len]), enforcing: true }).ok()?;
            let end = label.label.iter().position(|&c| c == 0)?;
            Some((end, label.enforcing))
        };
        assert_eq!(chars(0), Some((0, 1)));
        assert_eq!(chars(7), Some((7, 1)));
        assert_eq!(chars(4096), Some((4096, 1)));
        assert_eq!(chars(4097), None);
    }
}
