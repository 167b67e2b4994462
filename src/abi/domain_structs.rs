//! What a domain tells about its security labels, processors and I/O threads, as C knows it.
use super::alloc::Mallocs;
use super::args::{Out, count, plain};
use super::chars::fill_chars;
use super::ctypes::{virDomainControlInfo, virDomainIOThreadInfo, virDomainInfo, virSecurityLabel, virVcpuInfo};
use super::ulong::ULong;
use super::{Result, bad_reply};
use oxivirt::domain::{ControlInfo, Info};
use oxivirt_model::message;
use oxivirt_protocol::remote::{DomainGetSecurityLabelRet, DomainIothreadInfo, VcpuInfo};
use std::ffi::c_int;

plain!(virDomainIOThreadInfo);

/// A label without text, not enforced: what a domain without labels has.
pub(crate) fn blank_security_label() -> virSecurityLabel {
    virSecurityLabel { label: [0; _], enforcing: 0 }
}

/// The wire's label up to its NUL. No label at all leaves the struct blank.
pub(crate) fn security_label(wire: &DomainGetSecurityLabelRet) -> Result<virSecurityLabel> {
    let mut label = blank_security_label();
    if wire.label.is_empty() {
        return Ok(label);
    }
    let text = wire.label.split(|&b| b == 0).next().unwrap_or_default();
    let most = label.label.len().saturating_sub(1);
    if text.len() > most {
        return Err(bad_reply(message!("security label exceeds maximum: %1$zu", most)));
    }
    fill_chars(&mut label.label, text);
    label.enforcing = wire.enforcing;
    Ok(label)
}

/// Hands the labels to the caller; NULL for none.
pub(crate) fn give_security_labels(
    wire: &[DomainGetSecurityLabelRet],
    place: Out<'_, *mut virSecurityLabel>,
) -> Result<()> {
    let labels = wire.iter().map(security_label).collect::<Result<Vec<_>>>()?;
    let mut memory = Mallocs::new();
    let array = memory.array_or_null(&labels)?;
    memory.release();
    place.write(array);
    Ok(())
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

impl From<ControlInfo> for virDomainControlInfo {
    fn from(info: ControlInfo) -> Self {
        Self { state: info.state, details: info.details, stateTime: info.state_time }
    }
}

/// Processors as C knows them.
pub(crate) fn vcpu_infos(wire: &[VcpuInfo]) -> Vec<virVcpuInfo> {
    wire.iter()
        .map(|cpu| virVcpuInfo { number: cpu.number, state: cpu.state, cpuTime: cpu.cpu_time, cpu: cpu.cpu })
        .collect()
}

/// Hands the threads to the caller, one allocation each and no NULL at the end; their number. NULL for none.
pub(crate) fn give_iothreads(
    wire: &[DomainIothreadInfo<'_>],
    place: Out<'_, *mut *mut virDomainIOThreadInfo>,
) -> Result<c_int> {
    let number = count(wire.len())?;
    let mut memory = Mallocs::new();
    let mut list = Vec::with_capacity(wire.len());
    for thread in wire {
        let map = thread.cpumap.as_bytes();
        let info = virDomainIOThreadInfo {
            iothread_id: thread.iothread_id,
            cpumap: memory.array_or_null(map)?,
            cpumaplen: count(map.len())?,
        };
        list.push(memory.array(&[info])?);
    }
    let array = memory.array_or_null(&list)?;
    memory.release();
    place.write(array);
    Ok(number)
}

impl Out<'_, virDomainIOThreadInfo> {
    /// Frees a thread's struct and its map; nothing for NULL.
    pub(crate) fn free(self) {
        let Some(info) = self.read() else { return };
        // SAFETY: the C contract: a struct of give_iothreads(); its map is owned by C, and by the struct alone.
        unsafe { libc::free(info.cpumap.cast()) };
        // SAFETY: as above; the struct was read before and is not looked at again.
        unsafe { libc::free(self.pointer().cast()) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(len: usize, tail: &[u8]) -> DomainGetSecurityLabelRet {
        let mut label = vec![b'x'; len];
        label.extend(tail);
        DomainGetSecurityLabelRet { label, enforcing: 1 }
    }

    #[test]
    fn labels_end_at_their_nul_and_fit_with_it() {
        let chars = |wire: &_| {
            let label = security_label(wire).ok()?;
            let end = label.label.iter().position(|&c| c == 0)?;
            Some((end, label.enforcing))
        };
        assert_eq!(chars(&label(0, b"")), Some((0, 0)), "no label");
        assert_eq!(chars(&label(0, b"\0")), Some((0, 1)));
        assert_eq!(chars(&label(7, b"\0rest")), Some((7, 1)));
        assert_eq!(chars(&label(7, b"")), Some((7, 1)), "no NUL in the reply");
        assert_eq!(chars(&label(4096, b"")), Some((4096, 1)));
        assert_eq!(chars(&label(4096, b"\0")), Some((4096, 1)));
        assert_eq!(chars(&label(4097, b"")), None);
    }
}
