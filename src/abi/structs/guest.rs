//! What a guest tells about itself, as C knows it: file systems, interfaces, disk errors, lists of strings.
use crate::abi::Result;
use crate::abi::alloc::Mallocs;
use crate::abi::args::{Array, Out, Room, count};
use crate::abi::ctypes::{virDomainDiskError, virDomainFSInfo, virDomainIPAddress, virDomainInterface};
use oxivirt::Text;
use oxivirt::domain::{DiskError, FsInfo, GuestInterface};
use std::ffi::{c_char, c_int, c_void};

impl Mallocs {
    /// [`Mallocs::array`], but NULL for an empty one.
    pub(crate) fn array_or_null<T: Copy>(&mut self, values: &[T]) -> Result<*mut T> {
        if values.is_empty() {
            return Ok(std::ptr::null_mut());
        }
        self.array(values)
    }

    fn strings(&mut self, texts: &[Text]) -> Result<Vec<*mut c_char>> {
        texts.iter().map(|t| self.string(t.as_bytes())).collect()
    }
}

/// Hands a NULL-terminated array of strings to the caller; their number.
pub(crate) fn give_strings(texts: &[Text], place: Out<'_, *mut *mut c_char>) -> Result<c_int> {
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

/// What C knows as a struct with memory of its own.
pub(crate) trait ToStruct {
    /// C's struct.
    type Struct: Copy;
    /// The struct, what it points to kept by `memory`.
    fn to_struct(&self, memory: &mut Mallocs) -> Result<Self::Struct>;
}

/// Hands structs to the caller, one allocation each and no NULL at the end; their number. NULL for none.
pub(crate) fn give_structs<T: ToStruct>(values: &[T], place: Out<'_, *mut *mut T::Struct>) -> Result<c_int> {
    let number = count(values.len())?;
    let mut memory = Mallocs::new();
    let mut list = Vec::with_capacity(values.len());
    for value in values {
        let one = value.to_struct(&mut memory)?;
        list.push(memory.array(&[one])?);
    }
    let array = memory.array_or_null(&list)?;
    memory.release();
    place.write(array);
    Ok(number)
}

impl ToStruct for FsInfo {
    type Struct = virDomainFSInfo;
    fn to_struct(&self, memory: &mut Mallocs) -> Result<virDomainFSInfo> {
        let aliases = memory.strings(&self.dev_aliases)?;
        Ok(virDomainFSInfo {
            mountpoint: memory.string(self.mountpoint.as_bytes())?,
            name: memory.string(self.name.as_bytes())?,
            fstype: memory.string(self.fs_type.as_bytes())?,
            ndevAlias: aliases.len(),
            devAlias: memory.array_or_null(&aliases)?,
        })
    }
}

impl ToStruct for GuestInterface {
    type Struct = virDomainInterface;
    fn to_struct(&self, memory: &mut Mallocs) -> Result<virDomainInterface> {
        let mut addrs = Vec::with_capacity(self.addresses.len());
        for address in &self.addresses {
            addrs.push(virDomainIPAddress {
                type_: address.kind,
                addr: memory.string(address.address.as_bytes())?,
                prefix: address.prefix,
            });
        }
        Ok(virDomainInterface {
            name: memory.string(self.name.as_bytes())?,
            hwaddr: memory.opt_string(self.mac.as_ref().map(Text::as_bytes))?,
            naddrs: u32::try_from(addrs.len()).unwrap_or(0),
            addrs: memory.array_or_null(&addrs)?,
        })
    }
}

/// A `virDomainFSInfoPtr` that the caller gives back, or NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct FsInfoArgument(*mut virDomainFSInfo);

impl FsInfoArgument {
    pub(in crate::abi) fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Frees the strings and the struct.
    pub(crate) fn free(self) {
        // SAFETY: the C contract: NULL or a struct of give_structs().
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
    pub(in crate::abi) fn is_null(&self) -> bool {
        self.0.is_null()
    }

    /// Frees the strings, the addresses and the struct.
    pub(crate) fn free(self) {
        // SAFETY: the C contract: NULL or a struct of give_structs().
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
