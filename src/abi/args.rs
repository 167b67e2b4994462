//! Argument types other than handles: strings, numbers written out, arrays in and out.
//!
//! Each is a transparent pointer with a lifetime that ends with the call. The `get` methods take the argument's C name,
//! because the error texts name it.
use super::alloc::{Mallocs, c_string};
use super::handle::{Handle, Object, Ref};
use super::{Fault, Result, Rule};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::Session;
use oxivirt_protocol::remote::Procedure;
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::marker::PhantomData;
use std::ptr::{null, null_mut};

/// A `const char *` that must not be NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct InStr<'a>(*const c_char, PhantomData<&'a CStr>);

impl<'a> From<&'a CStr> for InStr<'a> {
    fn from(text: &'a CStr) -> Self {
        Self(text.as_ptr(), PhantomData)
    }
}

impl<'a> InStr<'a> {
    /// No string.
    pub(crate) const NULL: Self = Self(null(), PhantomData);

    pub(crate) fn get(self, name: &'static str) -> Result<&'a CStr> {
        self.opt().ok_or(Fault::Argument(name, Rule::NotNull))
    }

    /// [`InStr::get`], refusing the empty string too.
    pub(crate) fn get_filled(self, name: &'static str) -> Result<&'a CStr> {
        let text = self.get(name)?;
        if text.is_empty() {
            return Err(Fault::Argument(name, Rule::NotEmpty));
        }
        Ok(text)
    }

    /// A string that the function does not check itself: NULL fails when the call is encoded. A driver in this process (`local`)
    /// encodes nothing; it gets an empty string, which names nothing either.
    pub(crate) fn encoded(self, local: bool) -> oxivirt::Result<&'a CStr> {
        let error = || Error::new(ErrorDomain::RPC, ErrorCode::RPC, message!("Unable to encode message payload"));
        self.opt().or(local.then_some(c"")).ok_or_else(error)
    }

    /// The bare pointer, for the files of this folder.
    pub(super) fn pointer(self) -> *const c_char {
        self.0
    }

    /// The string, or `None` for NULL: for arguments that may be NULL.
    pub(crate) fn opt(self) -> Option<&'a CStr> {
        // SAFETY: the C contract: NULL, or a NUL-terminated string that does not change while the call runs.
        (!self.0.is_null()).then(|| unsafe { CStr::from_ptr(self.0) })
    }
}

/// A pointer to one `T` that the call fills in (or fills in and reads).
#[repr(transparent)]
pub(crate) struct Out<'a, T>(*mut T, PhantomData<&'a mut T>);

impl<T> Clone for Out<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Out<'_, T> {}

impl<'a> Out<'a, c_uint> {
    /// The same place for a count, which is never negative: one function counts unsigned, its siblings do not.
    pub(crate) fn signed(self) -> Out<'a, c_int> {
        Out(self.0.cast(), PhantomData)
    }
}

impl<'a, T> Out<'a, T> {
    /// The place, or the fault that NULL is. The value becomes visible only through [`Out::write`].
    pub(crate) fn get(self, name: &'static str) -> Result<Out<'a, T>> {
        if self.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        Ok(self)
    }

    pub(crate) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// The bare pointer, for the files of this folder.
    pub(super) fn pointer(self) -> *mut T {
        self.0
    }

    /// Stores the value without looking at the old one; does nothing for NULL.
    pub(crate) fn write(self, value: T) {
        if !self.0.is_null() {
            // SAFETY: the C contract: not NULL, so writable memory of this type.
            unsafe { self.0.write(value) };
        }
    }
}

impl<T> Out<'_, T> {
    /// Stores what a call answered, as C knows it.
    pub(crate) fn put<V: Into<T>>(self, answer: oxivirt::Result<V>) -> Result<()> {
        self.write(answer?.into());
        Ok(())
    }
}

impl<T: Plain> Out<'_, T> {
    /// Stores as much of what `ask` answers as the caller knows: one built against an older header knows a shorter struct of
    /// `size` bytes. A longer one than ours cannot be filled.
    pub(crate) fn put_sized<V: Into<T>>(
        self,
        name: &'static str,
        size: usize,
        ask: impl FnOnce() -> oxivirt::Result<V>,
    ) -> Result<()> {
        let place = self.get(name)?;
        let ours = size_of::<T>();
        if size > ours {
            return Err(Fault::Invalid("size", message!("size must not exceed %1$zu", ours)));
        }
        place.write_part(&ask()?.into(), size);
        Ok(())
    }
}

/// Types of which every bit pattern is a value, zero among them.
///
/// # Safety
/// Only plain C data: integers, floats, raw pointers and `repr(C)` structs and arrays of these.
pub(crate) unsafe trait Plain: Copy {}
macro_rules! plain { ($($t:ty),*) => { $(
    // SAFETY: an integer, a float or a struct of plain C data.
    unsafe impl $crate::abi::Plain for $t {}
)* } }
pub(crate) use plain;
plain!(u8, i8, u16, i16, u32, i32, u64, i64, f64, usize);
// SAFETY: a raw pointer.
unsafe impl<T> Plain for *mut T {}

impl<T: Plain> Out<'_, T> {
    /// The current value: for arguments that are read and written.
    pub(crate) fn read(self) -> Option<T> {
        // SAFETY: the C contract: NULL, or initialised memory of this type, which has no invalid values.
        (!self.0.is_null()).then(|| unsafe { self.0.read() })
    }

    /// Stores the first `size` bytes of the value: for structs that grew while old programs know their old size.
    fn write_part(self, value: &T, size: usize) {
        if !self.0.is_null() {
            let from = std::ptr::from_ref(value).cast::<u8>();
            // SAFETY: the C contract: `size` bytes may be written; no more are read than the value has.
            unsafe { std::ptr::copy_nonoverlapping(from, self.0.cast(), size.min(size_of::<T>())) };
        }
    }

    /// All bytes zero, as many calls leave their result before they ask the daemon.
    pub(crate) fn zero(self) {
        if !self.0.is_null() {
            // SAFETY: the C contract: writable memory of this type; zero bytes are a value of it.
            unsafe { std::ptr::write_bytes(self.0, 0, 1) };
        }
    }
}

/// An array whose length another argument tells.
#[repr(transparent)]
pub(crate) struct Array<'a, T>(*mut T, PhantomData<&'a mut [T]>);

impl<T> Clone for Array<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Array<'_, T> {}

impl<'a, T: Plain> Array<'a, T> {
    pub(crate) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// An array that stands in a struct instead of an argument.
    ///
    /// # Safety
    /// What the C contract says of an argument holds for the pointer as long as the result is used.
    pub(super) unsafe fn from_pointer(pointer: *mut T) -> Self {
        Self(pointer, PhantomData)
    }

    /// The bare pointer, for the files of this folder.
    pub(super) fn pointer(self) -> *mut T {
        self.0
    }

    /// The elements to read. NULL is a fault unless `len` is 0; a negative `len` counts as 0: check it first.
    pub(crate) fn read(self, name: &'static str, len: impl TryInto<usize>) -> Result<&'a [T]> {
        let len = len.try_into().unwrap_or(0);
        if len == 0 {
            return Ok(&[]);
        }
        self.present(name)?;
        // SAFETY: the C contract: `len` elements, unchanged while the call runs; T has no invalid values.
        Ok(unsafe { std::slice::from_raw_parts(self.0, len) })
    }

    /// A copy of the elements, as [`Array::read`] finds them.
    pub(crate) fn copied(self, name: &'static str, len: impl TryInto<usize>) -> Result<Vec<T>> {
        let elements = self.read(name, len)?;
        believable(name, elements.len())?;
        Ok(elements.to_vec())
    }

    /// Room for `len` elements to write. NULL is a fault unless `len` is 0; a negative `len` counts as 0.
    pub(crate) fn room(self, name: &'static str, len: impl TryInto<usize>) -> Result<Room<'a, T>> {
        let len = len.try_into().unwrap_or(0);
        if len > 0 {
            self.present(name)?;
        }
        Ok(Room { place: self.0, len, lifetime: PhantomData })
    }

    /// The fault that NULL is, whatever the length.
    pub(crate) fn present(self, name: &'static str) -> Result<()> {
        if self.0.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        Ok(())
    }
}

/// A caller's array to be written. Nothing is read from it, so it may be uninitialised.
#[derive(Clone, Copy)]
pub(crate) struct Room<'a, T> {
    place: *mut T,
    len: usize,
    lifetime: PhantomData<&'a mut [T]>,
}

impl<T: Plain> Room<'_, T> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Stores `values` from the start; what does not fit is refused and nothing is written.
    pub(crate) fn fill(&self, values: &[T]) -> Result<()> {
        if values.len() > self.len {
            return Err(too_many(values.len(), self.len));
        }
        if !values.is_empty() {
            // SAFETY: `place` has room for `len` elements, and `values` is ours, so they do not overlap.
            unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), self.place, values.len()) };
        }
        Ok(())
    }

    /// [`Room::fill`] with values whose number is the function's result.
    pub(crate) fn give(&self, values: &[T]) -> Result<c_int> {
        self.fill(values)?;
        count(values.len())
    }

    /// Stores `values` from index `at` on; what does not fit is not stored.
    pub(super) fn fill_at(&self, at: usize, values: &[T]) {
        if at.checked_add(values.len()).is_none_or(|end| end > self.len) || values.is_empty() {
            return;
        }
        // SAFETY: `place` has room for `len` elements, and `at` is not beyond them.
        let place = unsafe { self.place.add(at) };
        // SAFETY: `values` ends within the room and is ours, so they do not overlap.
        unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), place, values.len()) };
    }

    /// Sets every byte of the whole room to zero.
    pub(crate) fn zero(&self) {
        if self.len > 0 {
            // SAFETY: `place` has room for `len` elements; zero is a value of T.
            unsafe { std::ptr::write_bytes(self.place, 0, self.len) };
        }
    }
}

/// A `char **const names` argument: room for strings that the caller frees one by one.
impl Room<'_, *mut c_char> {
    /// Copies of all `names`; the count. More names than room are refused, and then nothing is leaked.
    pub(crate) fn fill_names<'n>(&self, names: impl ExactSizeIterator<Item = &'n [u8]>) -> Result<c_int> {
        let mut memory = Mallocs::new();
        let copies = names.map(|n| memory.string(n)).collect::<Result<Vec<_>>>()?;
        self.fill(&copies)?;
        memory.release();
        count(copies.len())
    }
}

/// A length as the C result; lengths that do not fit an `int` cannot come from a checked reply.
pub(crate) fn count(len: usize) -> Result<c_int> {
    c_int::try_from(len).map_err(|_| too_many(len, c_int::MAX as usize))
}

/// A reply holds more than was asked for: the peer's fault, not the caller's.
pub(crate) fn too_many(got: usize, room: usize) -> Fault {
    let text = format!("a result of {got} elements does not fit into an array of {room}");
    Error::new(ErrorDomain::REMOTE, ErrorCode::RPC, text).into()
}

/// A `char **` argument that gets one string owned by C.
impl Out<'_, *mut c_char> {
    /// # Errors
    /// Memory is exhausted.
    pub(crate) fn write_string(self, text: &[u8]) -> Result<()> {
        if !self.is_null() {
            let text = c_string(text);
            if text.is_null() {
                return Err(super::alloc::out_of_memory());
            }
            self.write(text);
        }
        Ok(())
    }
}

/// A `virXxxPtr **` argument of a list function: gets a NULL-terminated array, or is NULL when only the number matters.
#[repr(transparent)]
pub(crate) struct OutList<'a, T: Object>(*mut *mut *const Handle<T>, PhantomData<&'a mut T>);

impl<T: Object> Clone for OutList<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Object> Copy for OutList<'_, T> {}

impl<T: Object> OutList<'_, T> {
    /// Whether the caller wants the objects; 1 or 0 as the wire's `need_results`. Leaves NULL in the place meanwhile.
    pub(crate) fn prepare(&self) -> c_int {
        if self.0.is_null() {
            return 0;
        }
        // SAFETY: the C contract: not NULL, so writable memory of a pointer.
        unsafe { self.0.write(null_mut()) };
        1
    }

    /// [`OutList::prepare`] without touching the place: for the functions that write it only on success.
    pub(crate) fn wanted(&self) -> bool {
        !self.0.is_null()
    }

    /// Hands the objects and their array to the caller; the number of objects.
    pub(crate) fn fill(&self, objects: Vec<Ref<T>>) -> Result<c_int> {
        let number = count(objects.len())?;
        if self.0.is_null() {
            return Ok(number);
        }
        let mut pointers: Vec<*mut c_void> = objects.iter().map(|o| o.pointer().cast_mut().cast()).collect();
        pointers.push(null_mut());
        let mut memory = Mallocs::new();
        let array = memory.array(&pointers)?;
        memory.release();
        for object in objects {
            // The array holds the reference now.
            let _ = object.into_raw();
        }
        // SAFETY: the C contract: not NULL, so writable memory of a pointer.
        unsafe { self.0.write(array.cast()) };
        Ok(number)
    }
}

/// A NULL-terminated array of handles that a function reads (`virConnectGetAllDomainStats` and its kin).
#[repr(transparent)]
pub(crate) struct InList<'a, T: Object>(*const *const Handle<T>, PhantomData<&'a T>);

impl<T: Object> Clone for InList<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Object> Copy for InList<'_, T> {}

impl<'a, T: Object> InList<'a, T> {
    /// The fault that a NULL array is.
    pub(crate) fn present(&self, name: &'static str) -> Result<()> {
        if self.0.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        Ok(())
    }

    /// The handles up to the terminating NULL; a foreign pointer among them is the kind's fault.
    pub(crate) fn get(&self, name: &'static str) -> Result<Vec<&'a Handle<T>>> {
        if self.0.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        let mut handles = Vec::new();
        let mut place = self.0;
        loop {
            // SAFETY: the C contract: the array goes on to its terminating NULL, which was not met yet.
            let pointer = unsafe { place.read() };
            if pointer.is_null() {
                return Ok(handles);
            }
            handles.push(super::handle::checked(pointer)?);
            // SAFETY: as above: there is one more element.
            place = unsafe { place.add(1) };
        }
    }
}

/// Refuses to copy more elements than any driver takes: such a number has gone wrong, and the caller's memory ends before.
fn believable(name: &'static str, len: usize) -> Result<()> {
    /// The longest array of the wire has half as many.
    const MOST: usize = 1 << 16;
    if len > MOST {
        return Err(Fault::Invalid(name, format!("{name} has {len} elements, which is more than {MOST}").into()));
    }
    Ok(())
}

/// A NULL-terminated or counted array of strings.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct InStrings<'a>(*const *const c_char, PhantomData<&'a CStr>);

impl<'a> InStrings<'a> {
    pub(crate) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// The fault that a NULL array is.
    pub(crate) fn present(self, name: &'static str) -> Result<()> {
        if self.0.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        Ok(())
    }

    /// `len` strings; NULL among them is a fault. The array itself may be NULL only when `len` is 0.
    pub(crate) fn get(self, name: &'static str, len: impl TryInto<usize>) -> Result<Vec<&'a CStr>> {
        let len = len.try_into().unwrap_or(0);
        if len == 0 {
            return Ok(Vec::new());
        }
        if self.0.is_null() {
            return Err(Fault::Argument(name, Rule::NotNull));
        }
        believable(name, len)?;
        // SAFETY: the C contract: `len` pointers, unchanged while the call runs.
        let pointers = unsafe { std::slice::from_raw_parts(self.0, len) };
        pointers.iter().map(|&p| InStr(p, PhantomData).get(name)).collect()
    }

    /// [`InStrings::get`] for an argument of `procedure`: so many as the driver would not take are not looked at.
    pub(crate) fn admitted(
        self,
        name: &'static str,
        len: c_uint,
        session: &dyn Session,
        procedure: Procedure,
    ) -> Result<Vec<&'a CStr>> {
        session.admits(procedure, len as usize)?;
        self.get(name, len)
    }

    /// The strings up to the terminating NULL; none for a NULL array.
    pub(crate) fn until_null(self) -> Vec<&'a CStr> {
        let mut strings = Vec::new();
        let mut place = self.0;
        while !place.is_null() {
            // SAFETY: the C contract: the array goes on to its terminating NULL, which was not met yet.
            let Some(text) = InStr(unsafe { place.read() }, PhantomData).opt() else {
                break;
            };
            strings.push(text);
            // SAFETY: as above: there is one more element.
            place = unsafe { place.add(1) };
        }
        strings
    }
}

/// `number` as it must be: zero or more.
pub(crate) fn not_negative(number: c_int, name: &'static str) -> Result<()> {
    if number < 0 {
        return Err(Fault::Argument(name, Rule::NotNegative));
    }
    Ok(())
}

/// `number` as it must be: not zero.
pub(crate) fn not_zero(number: u32, name: &'static str) -> Result<()> {
    if number == 0 {
        return Err(Fault::Argument(name, Rule::NotZero));
    }
    Ok(())
}

/// `number` as it must be: more than zero.
pub(crate) fn positive(number: c_int, name: &'static str) -> Result<()> {
    if number <= 0 {
        return Err(Fault::Argument(name, Rule::Positive));
    }
    Ok(())
}

/// Refuses two flags that exclude each other; `flags` holds all that were passed.
pub(crate) fn exclusive(flags: u32, a: (u32, &'static str), b: (u32, &'static str)) -> Result<()> {
    if flags & a.0 != 0 && flags & b.0 != 0 {
        return Err(Fault::ExclusiveFlags(a.1, b.1));
    }
    Ok(())
}
