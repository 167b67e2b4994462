//! Memory for handles that is never given back: a stale or foreign pointer can be told from a live handle without
//! undefined behaviour, and a freed slot is reused as late as possible so that stale handles stay detectable.
use super::keep;
use oxivirt_sys::{ForkGuard, ForkLock};
use std::alloc::{Layout, alloc_zeroed};
use std::collections::VecDeque;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicPtr, AtomicU32, AtomicUsize, Ordering};

/// A handle's memory: what C holds a pointer to. `magic` 0 means free.
#[repr(C)]
pub(super) struct Slot {
    pub(super) magic: AtomicU32,
    pub(super) references: AtomicU32,
    /// How many calls use the object right now, and [`DYING`].
    pub(super) pins: AtomicU32,
    /// The object that `magic` names, itself one pointer. Who takes it out ends it.
    pub(super) object: AtomicPtr<()>,
    /// What this side keeps with the object, one pointer too.
    pub(super) local: AtomicPtr<()>,
    /// A `fn(*mut (), *mut ())` that ends such an object and what is kept with it.
    pub(super) end: AtomicPtr<()>,
}

/// In `pins`: the last reference is gone, and the last call that uses the object ends it.
pub(super) const DYING: u32 = 1 << 31;

/// Chunk `n` has `FIRST << n` slots: at most 24 ranges to look through, for 2^34 handles.
const FIRST: usize = 1024;
const CHUNKS: usize = 24;
/// Freed slots wait at least this long in the queue before one of them is used again.
const QUARANTINE: usize = 512;

static CHUNK: [AtomicPtr<Slot>; CHUNKS] = [const { AtomicPtr::new(null_mut()) }; CHUNKS];
static LIVE: AtomicUsize = AtomicUsize::new(0);
/// The chunk that new slots come from (upper bits), and how many of it are used. One word outside of the pool, so that it is
/// right at every moment: a forked child may lose the free slots, never use one twice.
static NEXT: AtomicUsize = AtomicUsize::new(0);
const CHUNK_SHIFT: u32 = usize::BITS - 5;
static POOL: ForkLock<Pool> = ForkLock::new(Pool::new(), Pool::new);

struct Pool {
    free: VecDeque<usize>,
}

fn pool() -> ForkGuard<'static, Pool> {
    POOL.lock()
}

const fn chunk_len(n: usize) -> usize {
    FIRST << n
}

/// Whether `pointer` is a slot of ours, live or free. Never reads through it.
pub(super) fn slot_at(pointer: *const Slot) -> Option<&'static Slot> {
    for (n, base) in CHUNK.iter().enumerate() {
        let base = base.load(Ordering::Acquire);
        if base.is_null() {
            return None;
        }
        let offset = (pointer as usize).wrapping_sub(base as usize);
        if offset < chunk_len(n).wrapping_mul(size_of::<Slot>()) {
            if !offset.is_multiple_of(size_of::<Slot>()) {
                return None;
            }
            // SAFETY: the pointer lies on a slot boundary of a chunk, and chunks are never freed.
            return unsafe { pointer.as_ref() };
        }
    }
    None
}

/// How many handles exist: what a leak test compares.
pub(crate) fn live() -> usize {
    LIVE.load(Ordering::Relaxed)
}

/// A free slot, or `None` when memory is exhausted.
pub(super) fn take() -> Option<&'static Slot> {
    let mut pool = pool();
    let slot = if pool.free.len() > QUARANTINE {
        pool.free.pop_front().and_then(|address| slot_at(address as *const Slot))
    } else {
        pool.fresh().or_else(|| {
            let address = pool.free.pop_front()?;
            slot_at(address as *const Slot)
        })
    }?;
    LIVE.fetch_add(1, Ordering::Relaxed);
    Some(slot)
}

/// Gives a slot back; its magic must be 0 already.
pub(super) fn give(slot: &'static Slot) {
    pool().free.push_back(std::ptr::from_ref(slot) as usize);
    LIVE.fetch_sub(1, Ordering::Relaxed);
}

impl Pool {
    const fn new() -> Self {
        Self { free: VecDeque::new() }
    }

    fn fresh(&mut self) -> Option<&'static Slot> {
        let next = NEXT.load(Ordering::Relaxed);
        let (mut chunk, mut used) = (next >> CHUNK_SHIFT, next & ((1 << CHUNK_SHIFT) - 1));
        if used == chunk_len(chunk) {
            (chunk, used) = (chunk.checked_add(1)?, 0);
        }
        let place = CHUNK.get(chunk)?;
        let mut base = place.load(Ordering::Relaxed);
        if base.is_null() {
            let layout = Layout::array::<Slot>(chunk_len(chunk)).ok()?;
            // SAFETY: the layout has a size above zero; a Slot of zero bytes is a valid, free slot.
            base = NonNull::new(unsafe { alloc_zeroed(layout) })?.cast::<Slot>().as_ptr();
            place.store(base, Ordering::Release);
            oxivirt_sys::in_forked_child(forget_lost_pins);
        }
        // SAFETY: `used` is below the chunk's length, so the slot lies inside the allocation.
        let slot = unsafe { base.add(used) };
        NEXT.store((chunk << CHUNK_SHIFT) | used.checked_add(1)?, Ordering::Relaxed);
        slot_at(slot)
    }
}

/// In a forked child: calls of threads that stayed in the parent use nothing any more. Only reads where nothing was used,
/// so that no memory is copied for it. An object whose last reference went during such a call is not ended.
fn forget_lost_pins() {
    let next = NEXT.load(Ordering::Relaxed);
    let (last, used) = (next >> CHUNK_SHIFT, next & ((1 << CHUNK_SHIFT) - 1));
    for (n, base) in CHUNK.iter().enumerate().take(last.saturating_add(1)) {
        let base = base.load(Ordering::Acquire);
        let length = if n == last { used } else { chunk_len(n) };
        if base.is_null() {
            continue;
        }
        // SAFETY: that many slots of the chunk were in use at some time; chunks are never freed.
        for slot in unsafe { std::slice::from_raw_parts(base, length) } {
            if slot.pins.load(Ordering::Relaxed) & !DYING != 0 {
                slot.pins.fetch_and(DYING, Ordering::SeqCst);
            }
        }
    }
    keep::each_pinned(|slot| {
        slot.pins.fetch_add(1, Ordering::SeqCst);
    });
}
