//! What a guest tells about itself, as C knows it: file systems, interfaces, disk errors, lists of strings.
use super::Result;
use super::alloc::Mallocs;
use super::args::{Array, Out, Room, count};
use super::ctypes::{virDomainDiskError, virDomainFSInfo, virDomainIPAddress, virDomainInterface};
use oxivirt::domain::DiskError;
use oxivirt_protocol::remote::{DomainFsinfo, DomainInterface};
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int, c_void};

impl Mallocs {
    /// [`Mallocs::array`], but NULL for an empty one.
    pub(crate) fn array_or_null<T: Copy>(&mut self, values: &[T]) -> Result<*mut T> {
        if values.is_empty() {
            return Ok(std::ptr::null_mut());
        }
        self.array(values)
    }

    fn strings(&mut self, texts: &[Str<'_>]) -> Result<Vec<*mut c_char>> {
        texts.iter().map(|t| self.string(t.as_bytes())).collect()
    }
}

/// Hands a NULL-terminated array of strings to the caller; their number.
pub(crate) fn give_strings(texts: &[Str<'_>], place: Out<'_, *mut *mut c_char>) -> Result<c_int> {
    let number = count(texts.len())?;
    let mut memory = Mallocs::new();
    let mut list = memory.strings(texts)?;
    list.push(std::ptr::null_mut());
    let array = memory.array(&list)?;
    memory.release();
    place.write(array);
    Ok(number)
}

/// Writes disk errors into the caller's array.
pub(crate) fn store_disk_errors(errors: &[DiskError], room: Room<'_, virDomainDiskError>) -> Result<()> {
    let mut memory = Mallocs::new();
    let mut list = Vec::with_capacity(errors.len());
    for error in errors {
        let disk = memory.string(error.disk.as_bytes())?;
        list.push(virDomainDiskError { disk, error: error.error });
    }
    room.fill(&list)?;
    memory.release();
    Ok(())
}

/// Hands the file systems to the caller, one allocation each and no NULL at the end; their number.
pub(crate) fn give_fs_infos(wire: &[DomainFsinfo<'_>], place: Out<'_, *mut *mut virDomainFSInfo>) -> Result<c_int> {
    let number = count(wire.len())?;
    let mut memory = Mallocs::new();
    let mut list = Vec::with_capacity(wire.len());
    for fs in wire {
        let aliases = memory.strings(&fs.dev_aliases)?;
        let info = virDomainFSInfo {
            mountpoint: memory.string(fs.mountpoint.as_bytes())?,
            name: memory.string(fs.name.as_bytes())?,
            fstype: memory.string(fs.fstype.as_bytes())?,
            ndevAlias: aliases.len(),
            devAlias: memory.array_or_null(&aliases)?,
        };
        list.push(memory.array(&[info])?);
    }
    let array = memory.array_or_null(&list)?;
    memory.release();
    place.write(array);
    Ok(number)
}

/// Hands the interfaces with their addresses to the caller, one allocation each and no NULL at the end; their number.
pub(crate) fn give_interfaces(
    wire: &[DomainInterface<'_>],
    place: Out<'_, *mut *mut virDomainInterface>,
) -> Result<c_int> {
    let number = count(wire.len())?;
    let mut memory = Mallocs::new();
    let mut list = Vec::with_capacity(wire.len());
    for interface in wire {
        let mut addrs = Vec::with_capacity(interface.addrs.len());
        for address in &interface.addrs {
            addrs.push(virDomainIPAddress {
                type_: address.r#type,
                addr: memory.string(address.addr.as_bytes())?,
                prefix: address.prefix,
            });
        }
        let hwaddr = interface.hwaddr.as_ref().map(|h| h.as_bytes());
        let interface = virDomainInterface {
            name: memory.string(interface.name.as_bytes())?,
            hwaddr: memory.opt_string(hwaddr)?,
            naddrs: u32::try_from(addrs.len()).unwrap_or(0),
            addrs: memory.array_or_null(&addrs)?,
        };
        list.push(memory.array(&[interface])?);
    }
    let array = memory.array_or_null(&list)?;
    memory.release();
    place.write(array);
    Ok(number)
}

/// A `virDomainFSInfoPtr` that the caller gives back, or NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct FsInfoArgument(*mut virDomainFSInfo);

impl FsInfoArgument {
    pub(super) fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Frees the strings and the struct.
    pub(crate) fn free(self) {
        // SAFETY: the C contract: NULL or a struct of give_fs_infos().
        let Some(info) = (unsafe { self.0.as_ref() }) else {
            return;
        };
        let mut pieces: Vec<*mut c_void> =
            vec![info.mountpoint.cast(), info.name.cast(), info.fstype.cast(), info.devAlias.cast(), self.0.cast()];
        // SAFETY: as above: an array of that length.
        let aliases = unsafe { Array::from_pointer(info.devAlias) };
        let aliases = aliases.read("devAlias", info.ndevAlias);
        pieces.extend(aliases.unwrap_or_default().iter().map(|a| a.cast::<c_void>()));
        // SAFETY: as above: all owned by C and given back by this call.
        unsafe { free_all(&pieces) };
    }
}

/// A `virDomainInterfacePtr` that the caller gives back, or NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct InterfaceArgument(*mut virDomainInterface);

impl InterfaceArgument {
    pub(super) fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Frees the strings, the addresses and the struct.
    pub(crate) fn free(self) {
        // SAFETY: the C contract: NULL or a struct of give_interfaces().
        let Some(interface) = (unsafe { self.0.as_ref() }) else {
            return;
        };
        let mut pieces: Vec<*mut c_void> =
            vec![interface.name.cast(), interface.hwaddr.cast(), interface.addrs.cast(), self.0.cast()];
        // SAFETY: as above: an array of that length.
        let addrs = unsafe { Array::from_pointer(interface.addrs) };
        let addrs = addrs.read("addrs", interface.naddrs);
        pieces.extend(addrs.unwrap_or_default().iter().map(|a| a.addr.cast::<c_void>()));
        // SAFETY: as above: all owned by C and given back by this call.
        unsafe { free_all(&pieces) };
    }
}

/// Gives the pieces of a struct back.
///
/// # Safety
/// Each is NULL or from malloc(), and nobody uses it any more.
unsafe fn free_all(pieces: &[*mut c_void]) {
    for &piece in pieces {
        // SAFETY: what the caller promises.
        unsafe { libc::free(piece) };
    }
}
