//! Handles: reference-counted objects that C holds by pointer, and the argument types that check them.
use super::error::{ConnectionErrors, ErrorPlace, note_connection};
use super::keep;
use super::slab::{self, DYING, Slot};
use super::{Fault, Result};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::atomic::{AtomicPtr, Ordering};

pub(crate) use super::slab::live as live_handles;

/// What a handle may stand for. An object is one pointer that is not NULL: a reference-counted one of `oxivirt`.
pub(crate) trait Object: Send + Sync + Sized + 'static {
    /// What the C side keeps with the object, one pointer too: the handle it belongs to, what C registered on it.
    type Local: Send + Sync;
    /// Stands at the start of every handle of this kind; unique, never 0.
    const MAGIC: u32;
    /// What a NULL or foreign pointer is reported as; `None`: in the calling section's own error domain.
    const INVALID: (Option<ErrorDomain>, ErrorCode);
    /// The connection that errors of calls on this object are also stored on.
    fn connection(this: &Handle<Self>) -> Option<&dyn ErrorOwner>;
    /// What the trace calls the kind.
    const KIND: &'static str;
    /// What the trace calls this one; empty when it has no name.
    fn title(&self) -> String;
    /// The last reference is gone while calls of other threads use the object: ends what they wait for.
    fn interrupt(&self) {}
}

/// A kind of connection that has an error record of its own.
pub(crate) trait Connects: Object {
    /// The record.
    fn errors(this: &Handle<Self>) -> &ConnectionErrors;
    /// Whether nothing may be changed over it.
    fn is_read_only(this: &Handle<Self>) -> bool;
}

/// The handle of a connection, whatever its kind is.
pub(crate) trait ErrorOwner {
    /// Where its errors go.
    fn place(&self) -> ErrorPlace;
    /// Whether nothing may be changed over it.
    fn is_read_only(&self) -> bool;
}

impl<T: Connects> ErrorOwner for Handle<T> {
    fn place(&self) -> ErrorPlace {
        ErrorPlace::of(self)
    }

    fn is_read_only(&self) -> bool {
        T::is_read_only(self)
    }
}

/// Keeps the object of a slot while the outermost entry point of this thread that asks for it runs: C promises to hold a
/// reference meanwhile, but a program that closes in one thread what another one uses must not crash. False when the slot
/// does not hold a live object of that kind (any more).
fn pin(slot: &'static Slot, magic: u32) -> bool {
    if slot.magic.load(Ordering::Acquire) != magic {
        return false;
    }
    if !keep::inside() {
        return true;
    }
    // Sequentially consistent with `retire`: either it sees the pin, or the pin sees its magic.
    slot.pins.fetch_add(1, Ordering::SeqCst);
    if slot.magic.load(Ordering::SeqCst) == magic {
        keep::pinned(slot);
        true
    } else {
        unpin(slot);
        false
    }
}

/// Gives up what [`pin`] took; the last one ends an object without references.
pub(super) fn unpin(slot: &'static Slot) {
    if slot.pins.fetch_sub(1, Ordering::SeqCst) == DYING | 1 {
        end(slot);
    }
}

/// The last reference is gone: ends the object, or leaves that to the last call that uses it.
fn retire<T: Object>(slot: &'static Slot) {
    slot.magic.store(0, Ordering::SeqCst);
    if slot.pins.load(Ordering::SeqCst) != 0 {
        // SAFETY: nobody ends it before it is marked as dying, which is done here, below.
        unsafe { stored::<T>(&slot.object) }.interrupt();
    }
    if slot.pins.fetch_or(DYING, Ordering::SeqCst) == 0 {
        end(slot);
    }
}

/// Ends the object of a slot that nothing refers to, once, and gives the slot back.
fn end(slot: &'static Slot) {
    let object = slot.object.swap(std::ptr::null_mut(), Ordering::AcqRel);
    if object.is_null() {
        return;
    }
    let local = slot.local.swap(std::ptr::null_mut(), Ordering::AcqRel);
    let end = slot.end.load(Ordering::Acquire);
    // SAFETY: `Ref::new` stored a function of this type beside the object.
    let end: fn(*mut (), *mut ()) = unsafe { std::mem::transmute::<*mut (), fn(*mut (), *mut ())>(end) };
    end(object, local);
    slot.pins.fetch_and(!DYING, Ordering::SeqCst);
    slab::give(slot);
}

/// Ends an object and what was kept with it.
fn drop_object<T: Object>(object: *mut (), local: *mut ()) {
    // SAFETY: `Ref::new` stored them, and who calls this took them out of the slot.
    drop(unsafe { unpacked::<T>(object) });
    // SAFETY: as above.
    drop(unsafe { unpacked::<T::Local>(local) });
}

/// A value of one pointer that is not NULL as the pointer it is.
fn packed<T>(value: T) -> *mut () {
    const { assert!(size_of::<T>() == size_of::<*mut ()>() && size_of::<Option<T>>() == size_of::<*mut ()>()) };
    let value = std::mem::ManuallyDrop::new(value);
    // SAFETY: the size of a pointer, as asserted, and every pointer may hold any bits.
    unsafe { std::mem::transmute_copy::<T, *mut ()>(&value) }
}

/// The value that [`packed`] made a pointer of.
///
/// # Safety
/// The pointer came from `packed::<T>`, and this is done once.
unsafe fn unpacked<T>(pointer: *mut ()) -> T {
    // SAFETY: the caller says so.
    unsafe { std::mem::transmute_copy::<*mut (), T>(&pointer) }
}

/// The value whose pointer stands in a place of a slot.
///
/// # Safety
/// It came from `packed::<T>` and stays there as long as the result is used.
unsafe fn stored<T>(place: &AtomicPtr<()>) -> &T {
    // SAFETY: the caller says so; nobody writes to the place meanwhile.
    unsafe { &*place.as_ptr().cast_const().cast::<T>() }
}

/// A live handle: what C's `virXxxPtr` points to. Only ever seen behind a reference or a [`Ref`].
#[repr(transparent)]
pub(crate) struct Handle<T: Object>(Slot, PhantomData<T>);

impl<T: Object> Handle<T> {
    /// Whether `pointer` is a live handle of this kind. Never reads foreign memory.
    pub(super) fn at<'a>(pointer: *const Handle<T>) -> Option<&'a Handle<T>> {
        let slot = slab::slot_at(pointer.cast())?;
        // SAFETY: a transparent wrapper of a slot, whose magic says which object it holds.
        pin(slot, T::MAGIC).then(|| unsafe { &*pointer })
    }

    /// Kind and title, for the trace.
    pub(super) fn shown(&self) -> String {
        let title = self.title();
        if title.is_empty() {
            return T::KIND.to_owned();
        }
        format!("{}({})", T::KIND, oxivirt_log::quoted(title.as_bytes()))
    }

    fn slot(&self) -> &'static Slot {
        // SAFETY: handles only exist inside slots, and slots are never given back.
        unsafe { &*std::ptr::from_ref(&self.0) }
    }

    /// One more reference.
    pub(crate) fn counted(&self) -> Ref<T> {
        self.0.references.fetch_add(1, Ordering::Relaxed);
        Ref(self.slot(), PhantomData)
    }

    /// How many references exist now.
    #[cfg(test)]
    pub(crate) fn references(&self) -> u32 {
        self.0.references.load(Ordering::Relaxed)
    }

    /// What this side keeps with the object.
    pub(crate) fn local(&self) -> &T::Local {
        // SAFETY: as for the object.
        unsafe { stored(&self.0.local) }
    }

    /// A handle for an object that belongs to this one.
    pub(crate) fn child<C: Object<Local = Ref<T>>>(&self, object: C) -> Result<Ref<C>> {
        Ref::new(object, self.counted())
    }

    /// The pointer that C knows the handle by; no reference goes with it.
    pub(crate) fn pointer(&self) -> *const Handle<T> {
        self
    }
}

impl<T: Object> Deref for Handle<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: whoever has the handle has a counted reference or a pin, so the object is alive.
        unsafe { stored(&self.0.object) }
    }
}

impl<T: Object + fmt::Debug> fmt::Debug for Handle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// One counted reference to a handle.
pub(crate) struct Ref<T: Object>(&'static Slot, PhantomData<T>);

impl<T: Object> Ref<T> {
    /// A new handle with this one reference.
    pub(crate) fn new(object: T, local: T::Local) -> Result<Self> {
        let slot = slab::take().ok_or_else(|| Fault::Error(Error::new(ErrorDomain::NONE, ErrorCode::NO_MEMORY, "")))?;
        slot.object.store(packed(object), Ordering::Relaxed);
        slot.local.store(packed(local), Ordering::Relaxed);
        let end: fn(*mut (), *mut ()) = drop_object::<T>;
        slot.end.store(end as *mut (), Ordering::Relaxed);
        slot.references.store(1, Ordering::Relaxed);
        slot.magic.store(T::MAGIC, Ordering::Release);
        Ok(Self(slot, PhantomData))
    }

    /// Gives this reference to C.
    pub(super) fn into_raw(self) -> *const Handle<T> {
        let raw = self.pointer();
        std::mem::forget(self);
        raw
    }
}

impl<T: Object> Deref for Ref<T> {
    type Target = Handle<T>;
    fn deref(&self) -> &Handle<T> {
        // SAFETY: a transparent wrapper of a slot that this reference keeps alive.
        unsafe { &*std::ptr::from_ref(self.0).cast::<Handle<T>>() }
    }
}

impl<T: Object> Clone for Ref<T> {
    fn clone(&self) -> Self {
        self.counted()
    }
}

impl<T: Object> Ref<T> {
    /// Gives the reference back; whether it was the last, so that the object is gone.
    pub(crate) fn was_last(self) -> bool {
        let mut this = std::mem::ManuallyDrop::new(self);
        this.put()
    }

    /// Gives up one reference; true when it was the last. To be called once, by the value's end.
    fn put(&mut self) -> bool {
        if self.0.references.fetch_sub(1, Ordering::AcqRel) != 1 {
            return false;
        }
        retire::<T>(self.0);
        true
    }
}

impl<T: Object> Drop for Ref<T> {
    fn drop(&mut self) {
        self.put();
    }
}

impl<T: Object + fmt::Debug> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (***self).fmt(f)
    }
}

/// A `virXxxPtr` argument, for the length of the call.
#[repr(transparent)]
pub(crate) struct In<'a, T: Object>(*const Handle<T>, PhantomData<&'a Handle<T>>);

impl<T: Object> Clone for In<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Object> Copy for In<'_, T> {}

impl<'a, T: Object> In<'a, T> {
    /// The handle, or the error that its kind documents. Its connection becomes the one errors are also stored on.
    pub(crate) fn get(self) -> Result<&'a Handle<T>> {
        let handle = self.find().ok_or(Fault::Handle(T::INVALID.0, T::INVALID.1))?;
        if let Some(connection) = T::connection(handle) {
            note_connection(connection.place());
        }
        Ok(handle)
    }

    /// The handle if the pointer is a live one of this kind; no error is prepared.
    pub(crate) fn find(self) -> Option<&'a Handle<T>> {
        Handle::at(self.0)
    }

    /// Whether the caller passed NULL.
    pub(crate) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// One more reference for the caller, as the `virXxxRef` functions do.
    pub(crate) fn reference(self) -> Result<()> {
        std::mem::forget(self.get()?.counted());
        Ok(())
    }

    /// Takes over the caller's reference, as the `virXxxFree` functions do. Dropping the result releases it.
    ///
    /// Not pinned: what is released here ends here, unless others still use it.
    pub(crate) fn release(self) -> Result<Ref<T>> {
        let live = |slot: &&'static Slot| slot.magic.load(Ordering::Acquire) == T::MAGIC;
        let slot = slab::slot_at(self.0.cast()).filter(live);
        let slot = slot.ok_or(Fault::Handle(T::INVALID.0, T::INVALID.1))?;
        Ok(Ref(slot, PhantomData))
    }
}

/// The handle behind a pointer from C, or its kind's fault.
pub(super) fn checked<'a, T: Object>(pointer: *const Handle<T>) -> Result<&'a Handle<T>> {
    In(pointer, PhantomData).get()
}

/// Takes over the reference that a struct from C holds.
pub(super) fn adopt<T: Object>(pointer: *const Handle<T>) -> Result<Ref<T>> {
    In(pointer, PhantomData).release()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    struct Red(Box<u8>);
    struct Blue(#[expect(dead_code, reason = "an object is a pointer")] Box<u8>);
    /// Nothing is kept with these.
    const NOTHING: &() = &();
    impl Object for Red {
        type Local = &'static ();
        const MAGIC: u32 = 0x1ead_0001;
        const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_ARG);
        fn connection(_: &Handle<Self>) -> Option<&dyn ErrorOwner> {
            None
        }
        const KIND: &'static str = "Red";
        fn title(&self) -> String {
            String::new()
        }
    }
    impl Object for Blue {
        type Local = &'static ();
        const MAGIC: u32 = 0x1ead_0002;
        const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_ARG);
        fn connection(_: &Handle<Self>) -> Option<&dyn ErrorOwner> {
            None
        }
        const KIND: &'static str = "Blue";
        fn title(&self) -> String {
            String::new()
        }
    }

    fn as_in<T: Object>(pointer: usize) -> In<'static, T> {
        In(pointer as *const Handle<T>, PhantomData)
    }

    #[test]
    fn only_live_handles_of_the_right_kind_are_found() {
        let red = Ref::new(Red(Box::new(7)), NOTHING).ok().unwrap();
        let at = red.pointer() as usize;
        assert_eq!(as_in::<Red>(at).find().map(|r| *(**r).0), Some(7));
        assert!(as_in::<Blue>(at).find().is_none());
        assert!(as_in::<Red>(0).find().is_none());
        assert!(as_in::<Red>(at + 4).find().is_none());
        assert!(as_in::<Red>(usize::MAX - 3).find().is_none());
        let local = [0u64; 8];
        assert!(as_in::<Red>(local.as_ptr() as usize).find().is_none());
        drop(red);
        assert!(as_in::<Red>(at).find().is_none());
        let blue = Ref::new(Blue(Box::new(0)), NOTHING).ok().unwrap();
        assert!(as_in::<Red>(blue.pointer() as usize).find().is_none());
    }

    #[test]
    fn the_object_goes_with_the_last_reference() {
        let one = Ref::new(Red(Box::new(1)), NOTHING).ok().unwrap();
        let at = one.pointer() as usize;
        let two = one.counted();
        assert_eq!(one.references(), 2);
        drop(one);
        assert_eq!(as_in::<Red>(at).find().map(|r| *(**r).0), Some(1));
        drop(two);
        assert!(as_in::<Red>(at).find().is_none());
    }

    struct Green(Arc<()>);
    impl Object for Green {
        type Local = Box<Arc<()>>;
        const MAGIC: u32 = 0x1ead_0003;
        const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_ARG);
        fn connection(_: &Handle<Self>) -> Option<&dyn ErrorOwner> {
            None
        }
        const KIND: &'static str = "Green";
        fn title(&self) -> String {
            String::new()
        }
    }

    #[test]
    fn what_a_call_uses_outlives_its_last_reference() {
        let alive = Arc::new(());
        let green = Ref::new(Green(Arc::clone(&alive)), Box::new(Arc::clone(&alive))).ok().unwrap();
        let at = green.pointer() as usize;
        let outer = keep::enter();
        let used = as_in::<Green>(at).find().unwrap();
        let inner = keep::enter();
        assert!(as_in::<Green>(at).find().is_some());
        drop(green);
        keep::leave(inner);
        assert!(as_in::<Green>(at).find().is_none());
        let object: &Green = used;
        assert!(Arc::ptr_eq(&object.0, &alive));
        assert_eq!(Arc::strong_count(&alive), 3);
        assert!(Arc::ptr_eq(green_local(used), &alive));
        keep::leave(outer);
        assert_eq!(Arc::strong_count(&alive), 1);
    }

    fn green_local(green: &Handle<Green>) -> &Arc<()> {
        green.local()
    }

    #[test]
    fn slabs_grow_past_one_chunk() {
        let many: Vec<_> = (0..5000).map(|n| Ref::new(Red(Box::new(n as u8)), NOTHING).ok().unwrap()).collect();
        for (n, red) in many.iter().enumerate() {
            let found = as_in::<Red>(red.pointer() as usize).find().map(|r| *(**r).0);
            assert_eq!(found, Some(n as u8));
        }
    }
}
