//! Leases of a network's DHCP server as C knows them: what virNetworkGetDHCPLeases() gives, and virNetworkDHCPLeaseFree() takes
//! back.
use crate::abi::Result;
use crate::abi::alloc::Mallocs;
use crate::abi::args::Out;
use crate::abi::ctypes::virNetworkDHCPLease;
use oxivirt::Text;
use oxivirt::network::DhcpLease;
use std::ffi::c_char;
use std::ptr::null_mut;

impl Out<'_, *mut *mut virNetworkDHCPLease> {
    /// Hands the leases to the caller, one allocation each, and NULL at the end. Leaves the place as it is when there are none.
    pub(crate) fn give(self, leases: &[DhcpLease]) -> Result<()> {
        if leases.is_empty() {
            return Ok(());
        }
        let mut memory = Mallocs::new();
        let mut pointers = leases.iter().map(|lease| to_c(&mut memory, lease)).collect::<Result<Vec<_>>>()?;
        pointers.push(null_mut());
        let array = memory.array(&pointers)?;
        memory.release();
        self.write(array);
        Ok(())
    }
}

fn to_c(memory: &mut Mallocs, lease: &DhcpLease) -> Result<*mut virNetworkDHCPLease> {
    let lease = virNetworkDHCPLease {
        iface: memory.string(lease.interface.as_bytes())?,
        expirytime: lease.expiry_time,
        type_: lease.kind,
        mac: optional(memory, lease.mac.as_ref())?,
        iaid: optional(memory, lease.iaid.as_ref())?,
        ipaddr: memory.string(lease.address.as_bytes())?,
        prefix: lease.prefix,
        hostname: optional(memory, lease.hostname.as_ref())?,
        clientid: optional(memory, lease.client_id.as_ref())?,
    };
    memory.array(&[lease])
}

fn optional(memory: &mut Mallocs, text: Option<&Text>) -> Result<*mut c_char> {
    memory.opt_string(text.map(Text::as_bytes))
}

impl Out<'_, virNetworkDHCPLease> {
    /// Frees a lease and its strings; nothing for NULL.
    pub(crate) fn free(self) {
        let Some(lease) = self.read() else { return };
        let strings = [lease.iface, lease.mac, lease.iaid, lease.ipaddr, lease.hostname, lease.clientid];
        for text in strings {
            // SAFETY: the C contract: owned by C, and by the lease alone; NULL is no work.
            unsafe { libc::free(text.cast()) };
        }
        // SAFETY: as above; the lease was read before and is not looked at again.
        unsafe { libc::free(self.pointer().cast()) };
    }
}
