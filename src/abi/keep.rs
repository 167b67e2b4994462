//! What must outlive the call in progress: objects it uses while another thread gives up the last reference, and references
//! that a callback inside the call gives up.
use super::handle::{self, Object, Ref};
use super::slab::Slot;
use oxivirt_sys::ThreadValue;
use std::cell::{Cell, RefCell};

/// Anything whose end is a reference given back.
trait Kept {}
impl<T: Object> Kept for Ref<T> {}

thread_local! {
    /// How many entry points are inside each other, and whether [`KEPT`] holds anything.
    static DEPTH: Cell<(u32, bool)> = const { Cell::new((0, false)) };
    static KEPT: ThreadValue<RefCell<Vec<Box<dyn Kept>>>> = const { ThreadValue::new() };
    /// What the entry points of this thread use, innermost last.
    static PINNED: ThreadValue<RefCell<Vec<&'static Slot>>> = const { ThreadValue::new() };
}

/// Lends the thread's list to `f`, which calls nothing.
#[inline]
fn with_pinned<R>(f: impl FnOnce(&mut Vec<&'static Slot>) -> R) -> R {
    PINNED.with(|pinned| pinned.with(|all| f(&mut all.borrow_mut())))
}

/// Whether an entry point runs on this thread.
pub(super) fn inside() -> bool {
    DEPTH.get().0 > 0
}

/// The innermost entry point of this thread uses a slot's object; [`leave`] unpins it.
pub(super) fn pinned(slot: &'static Slot) {
    with_pinned(|all| all.push(slot));
}

/// Shows each slot that entry points of this thread use, as often as they do.
pub(super) fn each_pinned(mut show: impl FnMut(&'static Slot)) {
    let _ = PINNED.with(|pinned| {
        pinned.with_made(|all| {
            // In a child of a signal handler the list may be in use; then the objects live on.
            let all = all.try_borrow();
            all.iter().flat_map(|all| all.iter()).for_each(|slot| show(slot));
        })
    });
}

/// An entry point begins on this thread, perhaps inside another one. [`leave`] follows in any case, with the result: entry
/// points stop panics.
pub(super) fn enter() -> usize {
    let (depth, kept) = DEPTH.get();
    DEPTH.set((depth.wrapping_add(1), kept));
    with_pinned(|all| all.len())
}

/// The entry point that began with `mark` is about to return.
pub(super) fn leave(mark: usize) {
    let (depth, kept) = DEPTH.get();
    let left = depth.wrapping_sub(1);
    unpin(mark);
    if kept && left == 0 {
        release();
        DEPTH.set((left, false));
    } else {
        DEPTH.set((left, kept));
    }
}

/// One at a time: the end of an object is the end of others, too.
fn unpin(mark: usize) {
    while let Some(slot) = with_pinned(|all| if all.len() > mark { all.pop() } else { None }) {
        handle::unpin(slot);
    }
}

/// Giving a reference back may close a connection, which may keep another one: one at a time, until none is left.
#[cold]
fn release() {
    while let Some(kept) = KEPT.with(|kept| kept.with(|all| all.borrow_mut().pop())) {
        drop(kept);
    }
}

/// Gives the reference back when the outermost entry point on this thread returns; at once outside of one.
pub(crate) fn keep_for_call<T: Object>(reference: Ref<T>) {
    let (depth, _) = DEPTH.get();
    if depth == 0 {
        drop(reference);
        return;
    }
    DEPTH.set((depth, true));
    let kept: Box<dyn Kept> = Box::new(reference);
    KEPT.with(|list| list.with(|all| all.borrow_mut().push(kept)));
}
