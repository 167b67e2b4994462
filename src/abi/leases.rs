//! What virNetworkDHCPLeaseFree() takes back.
use super::args::Out;
use super::ctypes::virNetworkDHCPLease;

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
