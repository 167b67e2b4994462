//! References that must outlive the call in progress: a callback that runs inside a call may give up the last other one.
use super::handle::{Object, Ref};
use std::cell::{Cell, RefCell};

/// Anything whose end is a reference given back.
trait Kept {}
impl<T: Object> Kept for Ref<T> {}

thread_local! {
    /// How many entry points are inside each other, and whether [`KEPT`] holds anything.
    static DEPTH: Cell<(u32, bool)> = const { Cell::new((0, false)) };
    static KEPT: RefCell<Vec<Box<dyn Kept>>> = const { RefCell::new(Vec::new()) };
}

/// An entry point begins on this thread, perhaps inside another one. [`leave`] follows in any case: entry points stop panics.
pub(super) fn enter() {
    let (depth, kept) = DEPTH.get();
    DEPTH.set((depth.wrapping_add(1), kept));
}

/// The entry point is about to return.
pub(super) fn leave() {
    let (depth, kept) = DEPTH.get();
    let left = depth.wrapping_sub(1);
    if kept && left == 0 {
        release();
        DEPTH.set((left, false));
    } else {
        DEPTH.set((left, kept));
    }
}

/// Giving a reference back may close a connection, which may keep another one: one at a time, until none is left.
#[cold]
fn release() {
    while let Ok(Some(kept)) = KEPT.try_with(|all| all.borrow_mut().pop()) {
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
    // While the thread is ending there is no list, and no entry point that could need it.
    let _ = KEPT.try_with(|all| all.borrow_mut().push(kept));
}
