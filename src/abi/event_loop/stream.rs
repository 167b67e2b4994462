//! Stream callbacks: a timer of the event loop that is armed while the stream is ready for what the callback wants.
use super::implementation::{add_timeout, remove_timeout, update_timeout};
use crate::abi::callback::{FreeFunc, UserData};
use crate::abi::ctypes::{VIR_STREAM_EVENT_READABLE, VIR_STREAM_EVENT_WRITABLE, virStreamEventCallback};
use crate::abi::wall::called_back;
use crate::abi::{Handle, Object, Ref};
use oxivirt::stream::StreamWatcher;
use oxivirt_protocol::{Observer, StreamId};
use oxivirt_sys::{ForkGuard, ForkLock, call_out};
use std::ffi::{c_int, c_uint, c_void};
use std::fmt::Debug;
use std::mem::ManuallyDrop;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

const READABLE: c_int = VIR_STREAM_EVENT_READABLE.cast_signed();
const WRITABLE: c_int = VIR_STREAM_EVENT_WRITABLE.cast_signed();

/// A kind of object that is a stream.
pub(crate) trait StreamObject: Object + Debug {
    /// Whether receiving would not wait.
    fn is_ready(this: &Handle<Self>, id: StreamId) -> bool;
    /// Whether sending would not wait for the other end.
    fn has_room(this: &Handle<Self>, id: StreamId) -> bool;
    /// Sets who is told when that may have changed.
    fn observe(this: &Handle<Self>, id: StreamId, observer: Option<Observer>);
}

/// The program's side of a registration.
#[derive(Debug)]
struct Program {
    callback: virStreamEventCallback,
    /// Gone once freed.
    data: Option<Arc<UserData>>,
    /// Calls of the callback under way: it may run the loop again.
    running: c_uint,
    removed: bool,
}

impl Program {
    fn gone() -> Self {
        Self { callback: None, data: None, running: 0, removed: true }
    }
}

/// A registered callback; it keeps its stream alive until it is removed, as in the stock library.
#[derive(Debug)]
struct Registered<T: StreamObject> {
    stream: Ref<T>,
    id: StreamId,
    timer: AtomicI32,
    events: AtomicI32,
    program: ForkLock<Program>,
}

impl<T: StreamObject> Registered<T> {
    fn program(&self) -> ForkGuard<'_, Program> {
        self.program.lock()
    }

    /// Of the events wanted, those that are due.
    fn due(&self) -> c_int {
        let wanted = self.events.load(Ordering::Acquire);
        let readable = wanted & READABLE != 0 && T::is_ready(&self.stream, self.id);
        let writable = wanted & WRITABLE != 0 && T::has_room(&self.stream, self.id);
        let bit = |due: bool, bit: c_int| if due { bit } else { 0 };
        bit(writable, WRITABLE) | bit(readable, READABLE)
    }

    /// Arms the timer while something is due.
    fn arm(&self) {
        loop {
            let due = self.due() != 0;
            update_timeout(self.timer.load(Ordering::Acquire), if due { 0 } else { -1 });
            // What became ready while the timer was stopped must not wait for the next packet.
            if due || self.due() == 0 {
                return;
            }
        }
    }

    fn dispatch(&self) {
        let due = self.due();
        if due == 0 {
            return self.arm();
        }
        let mut program = self.program();
        let (Some(callback), Some(data)) = (program.callback, program.data.clone()) else {
            return;
        };
        program.running = program.running.saturating_add(1);
        drop(program);
        let stream = self.stream.pointer().cast_mut().cast();
        let opaque = data.pointer();
        // SAFETY: the C contract of the callback: a live stream and the data it was registered with.
        call_out(|| unsafe { callback(stream, due, opaque) });
        drop(data);
        let mut program = self.program();
        program.running = program.running.saturating_sub(1);
        let last = if program.removed && program.running == 0 { program.data.take() } else { None };
        drop(program);
        // Freed without the lock: the function may call back.
        drop(last);
    }
}

impl<T: StreamObject> StreamWatcher for Registered<T> {
    fn moved(&self) {
        self.arm();
    }

    fn update(&self, events: c_int) {
        self.events.store(events, Ordering::Release);
        self.arm();
    }

    /// Ends the registration and frees the program's data, at the end of the callback when it is running.
    fn remove(&self) {
        T::observe(&self.stream, self.id, None);
        let mut program = self.program();
        program.removed = true;
        program.callback = None;
        let last = if program.running == 0 { program.data.take() } else { None };
        drop(program);
        drop(last);
        remove_timeout(self.timer.load(Ordering::Acquire));
    }
}

unsafe extern "C-unwind" fn expired<T: StreamObject>(_timer: c_int, data: *mut c_void) {
    called_back(data, dispatch::<T>);
}

unsafe extern "C-unwind" fn release<T: StreamObject>(data: *mut c_void) {
    called_back(data, free::<T>);
}

/// # Safety
/// `data` was registered by [`StreamEvents::register`], and not released.
unsafe fn dispatch<T: StreamObject>(data: *mut c_void) {
    // SAFETY: the pointer that `StreamEvents::register` registered; its reference lives until `release` and is not taken here.
    let registered = ManuallyDrop::new(unsafe { Arc::from_raw(data.cast_const().cast::<Registered<T>>()) });
    // A reference of its own: the callback may remove itself.
    let registered = Arc::clone(&registered);
    registered.dispatch();
}

/// # Safety
/// As for [`dispatch`].
unsafe fn free<T: StreamObject>(data: *mut c_void) {
    // SAFETY: the reference that `StreamEvents::register` gave to the loop, which frees it once.
    drop(unsafe { Arc::from_raw(data.cast_const().cast::<Registered<T>>()) });
}

/// What a stream knows of its callback.
#[derive(Debug)]
pub(crate) struct StreamEvents<T: StreamObject>(Arc<Registered<T>>);

impl<T: StreamObject> StreamEvents<T> {
    /// Registers a callback, which [`StreamEvents::start`] switches on; `None` when there is no event loop. The program's data
    /// is not freed then.
    pub(crate) fn register(
        stream: &Handle<T>,
        id: StreamId,
        events: c_int,
        callback: virStreamEventCallback,
        (opaque, free): (*mut c_void, FreeFunc),
    ) -> Option<Self> {
        let program = Program { callback, data: None, running: 0, removed: false };
        let registered = Arc::new(Registered {
            stream: stream.counted(),
            id,
            timer: AtomicI32::new(-1),
            events: AtomicI32::new(events),
            program: ForkLock::new(program, Program::gone),
        });
        let mine = Arc::into_raw(Arc::clone(&registered)).cast_mut().cast::<c_void>();
        let timer = add_timeout(-1, Some(expired::<T>), mine, Some(release::<T>));
        if timer < 0 {
            // SAFETY: a refused registration frees nothing.
            unsafe { self::free::<T>(mine) };
            return None;
        }
        registered.timer.store(timer, Ordering::Release);
        registered.program().data = Some(Arc::new(UserData::new(opaque, free)));
        Some(Self(registered))
    }

    /// From now on the callback is called.
    pub(crate) fn start(&self) {
        let registered = &self.0;
        let observer = Arc::downgrade(registered);
        let tell = move || {
            if let Some(registered) = observer.upgrade() {
                registered.arm();
            }
        };
        T::observe(&registered.stream, registered.id, Some(Arc::new(tell)));
        if registered.program().removed {
            // Another thread has removed it already.
            T::observe(&registered.stream, registered.id, None);
            return;
        }
        registered.arm();
    }

    /// Ends a registration that was never started; the program's data is not freed.
    pub(crate) fn discard(self) {
        if let Some(data) = self.0.program().data.as_ref() {
            data.disarm();
        }
        self.0.remove();
    }

    /// As the stream knows it.
    pub(crate) fn watcher(&self) -> Arc<dyn StreamWatcher> {
        Arc::<Registered<T>>::clone(&self.0)
    }
}
