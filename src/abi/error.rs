//! `virError`: the thread's last error, the copy on the connection, and the handlers.
//!
//! The only place that turns an [`Error`] into C. As in every release since 2013 the fields `conn`, `dom` and `net` stay
//! NULL: a handle in there would outlive its object.
use super::alloc::c_string;
use super::args::Out;
use super::ctypes::{virError, virErrorFunc};
use super::handle::{Connects, Handle};
use super::ret::LentText;
use oxivirt_model::message::{translate, translate_for_c};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use oxivirt_sys::{ForkGuard, ForkLock, ThreadValue, call_out};
use std::cell::{Cell, UnsafeCell};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr::{null, null_mut};

/// One `virError` that is freed with its owner.
struct Stored(UnsafeCell<virError>);

impl Stored {
    const fn new() -> Self {
        Self(UnsafeCell::new(EMPTY))
    }
}

const EMPTY: virError = virError {
    code: 0,
    domain: 0,
    message: null_mut(),
    level: 0,
    conn: null_mut(),
    dom: null_mut(),
    str1: null_mut(),
    str2: null_mut(),
    str3: null_mut(),
    int1: 0,
    int2: 0,
    net: null_mut(),
};

impl Default for Stored {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Stored {
    fn drop(&mut self) {
        reset(self.0.get_mut());
    }
}

thread_local! {
    static LAST: ThreadValue<Stored> = const { ThreadValue::new() };
    /// Whether [`LAST`] may hold an error. Of its own, as it has no destructor to be registered: every call looks at it.
    static FAILED: Cell<bool> = const { Cell::new(false) };
    static CONNECTION: Cell<ErrorPlace> = const { Cell::new(ErrorPlace::NOWHERE) };
}

/// The thread's error record.
fn last() -> *mut virError {
    LAST.with(|last| last.with(|stored| stored.0.get()))
}

/// Lends the thread's record to `f`. The reference never escapes, and no code in this file calls out while it lives.
fn with_last<T>(f: impl FnOnce(&mut virError) -> T) -> T {
    // SAFETY: the record belongs to this thread, and `f` cannot reach it another way (see above).
    f(unsafe { &mut *last() })
}

fn free_string(place: &mut *mut c_char) {
    let text = std::mem::replace(place, null_mut());
    // SAFETY: strings of a virError are NULL or owned by C, and the field no longer names it.
    unsafe { libc::free(text.cast()) };
}

/// Empties a record and frees its strings.
fn reset(record: &mut virError) {
    for place in [&mut record.message, &mut record.str1, &mut record.str2, &mut record.str3] {
        free_string(place);
    }
    *record = EMPTY;
}

fn opt_copy(text: Option<&[u8]>) -> *mut c_char {
    text.map_or(null_mut(), c_string)
}

fn fill(record: &mut virError, error: &Error) {
    reset(record);
    record.code = error.code.0;
    record.domain = error.domain.0;
    record.level = error.level.0.cast_unsigned();
    record.message = c_string(&error.message);
    record.str1 = opt_copy(error.str1.as_deref());
    record.str2 = opt_copy(error.str2.as_deref());
    record.str3 = opt_copy(error.str3.as_deref());
    record.int1 = error.int1;
    record.int2 = error.int2;
}

fn duplicate(text: *const c_char) -> *mut c_char {
    if text.is_null() {
        return null_mut();
    }
    // SAFETY: a string field of a virError: NUL-terminated.
    c_string(unsafe { CStr::from_ptr(text) }.to_bytes())
}

/// A deep copy into `to`, whose old content is not looked at: the caller may not have initialised it.
fn copy(from: &virError) -> virError {
    virError {
        code: from.code,
        domain: from.domain,
        level: from.level,
        message: duplicate(from.message),
        str1: duplicate(from.str1),
        str2: duplicate(from.str2),
        str3: duplicate(from.str3),
        int1: from.int1,
        int2: from.int2,
        ..EMPTY
    }
}

/// The error record of a connection, which may be gone when an error is stored.
#[derive(Clone, Copy)]
pub(crate) struct ErrorPlace {
    handle: *const (),
    find: fn(*const ()) -> Option<&'static ConnectionErrors>,
}

impl ErrorPlace {
    /// No connection's.
    const NOWHERE: Self = Self { handle: null(), find: |_| None };

    /// That of a connection.
    pub(super) fn of<T: Connects>(handle: &Handle<T>) -> Self {
        // What is found is pinned until the call ends, which is when it was used.
        let find = |handle: *const ()| Handle::<T>::at(handle.cast()).map(T::errors);
        Self { handle: handle.pointer().cast(), find }
    }

    fn find(self) -> Option<&'static ConnectionErrors> {
        (self.find)(self.handle)
    }
}

type Handler = (virErrorFunc, *mut c_void);

/// The error and handler of one connection.
pub(crate) struct ConnectionErrors(ForkLock<OfConnection>);

struct OfConnection {
    record: Stored,
    handler: virErrorFunc,
    data: usize,
}

impl OfConnection {
    const fn new() -> Self {
        Self { record: Stored::new(), handler: None, data: 0 }
    }

    fn record(&mut self) -> &mut virError {
        self.record.0.get_mut()
    }
}

// SAFETY: nothing in it belongs to a thread.
unsafe impl Send for OfConnection {}

impl std::fmt::Debug for ConnectionErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ConnectionErrors")
    }
}

impl ConnectionErrors {
    pub(crate) const fn new() -> Self {
        Self(ForkLock::new(OfConnection::new(), OfConnection::new))
    }

    fn lock(&self) -> ForkGuard<'_, OfConnection> {
        self.0.lock()
    }

    /// `virConnGetLastError`: never NULL, a record without an error has code 0. It is lent out unlocked, which its
    /// documentation leaves to single-threaded programs.
    pub(crate) fn pointer(&self) -> ErrorPointer {
        let guard = self.lock();
        ErrorPointer(guard.record.0.get())
    }

    pub(crate) fn set_handler(&self, handler: virErrorFunc, data: *mut c_void) {
        let mut guard = self.lock();
        (guard.handler, guard.data) = (handler, data as usize);
    }

    pub(crate) fn copy_to(&self, to: Out<'_, virError>) -> c_int {
        let mut guard = self.lock();
        let record = copy(guard.record());
        drop(guard);
        let code = record.code;
        to.write(record);
        code
    }

    pub(crate) fn reset(&self) {
        reset(self.lock().record());
    }

    /// Stores a copy and returns the connection's handler, if it has one.
    fn store(&self, from: &virError) -> Option<Handler> {
        let mut guard = self.lock();
        let record = guard.record();
        reset(record);
        *record = copy(from);
        guard.handler.is_some().then_some((guard.handler, guard.data as *mut c_void))
    }
}

static HANDLER: ForkLock<(virErrorFunc, usize)> = ForkLock::new((None, 0), || (None, 0));

/// `virSetErrorFunc`.
pub(crate) fn set_global_handler(handler: virErrorFunc, data: *mut c_void) {
    *HANDLER.lock() = (handler, data as usize);
}

fn global_handler() -> Handler {
    let (handler, data) = *HANDLER.lock();
    (handler, data as *mut c_void)
}

/// Forgets the thread's error, as every entry point does first.
#[inline]
pub(crate) fn reset_last_error() {
    if FAILED.get() {
        forget();
    }
}

#[cold]
#[inline(never)]
fn forget() {
    FAILED.set(false);
    with_last(reset);
}

/// Makes `error` the thread's.
fn remember(error: &Error) {
    FAILED.set(true);
    with_last(|record| fill(record, error));
}

/// The connection that the call in progress belongs to: its error record gets a copy, its handler is asked first.
pub(super) fn note_connection(connection: ErrorPlace) {
    CONNECTION.set(connection);
}

/// Starts a call, which may be inside another one (a callback calls back): returns what [`end_call`] restores.
pub(super) fn begin_call() -> ErrorPlace {
    CONNECTION.replace(ErrorPlace::NOWHERE)
}

pub(super) fn end_call(outer: ErrorPlace) {
    CONNECTION.set(outer);
}

/// Stores the error of the call in progress and calls the handler, or prints the line that no handler means.
pub(super) fn raise(error: Error, outer: ErrorPlace) {
    let connection = CONNECTION.replace(outer);
    FAILED.set(true);
    let of_connection = with_last(|record| {
        fill(record, &error);
        connection.find().and_then(|errors| errors.store(record))
    });
    let (handler, data) = of_connection.unwrap_or_else(global_handler);
    match handler {
        Some(handler) => {
            let record = last();
            // SAFETY: the C contract of a virErrorFunc: it takes its own data and a record that lives as long as the thread.
            call_out(|| unsafe { handler(data, record) });
        }
        // SAFETY: the thread's own record.
        None => print_default(unsafe { last().as_ref() }),
    }
}

/// Stores the error of the call in progress where the thread finds it, and tells nobody.
pub(super) fn store_only(error: &Error, outer: ErrorPlace) {
    CONNECTION.set(outer);
    remember(error);
}

/// Leaves an error where the thread finds it although the call in progress succeeds; nobody is told.
pub(crate) fn leave_error(error: &Error) {
    remember(error);
}

/// `virDefaultErrorFunc`.
pub(crate) fn print_default(record: Option<&virError>) {
    let Some(record) = record.filter(|r| r.code != 0) else {
        return;
    };
    // SAFETY: the C contract of a virError: `message` is NULL or NUL-terminated.
    let message = (!record.message.is_null()).then(|| unsafe { CStr::from_ptr(record.message) });
    let message = message.map(CStr::to_bytes).unwrap_or_default();
    let level = match record.level {
        1 => translate("warning"),
        2 => translate("error"),
        _ => Vec::new(),
    };
    let domain = ErrorDomain(record.domain).name().unwrap_or("Unknown");
    let mut line = [b"libvirt: ", domain.as_bytes(), b" ", &*level, b" : "].concat();
    if record.domain == ErrorDomain::XML.0 && record.code == ErrorCode::XML_DETAIL.0 && record.int1 != 0 {
        line.extend_from_slice(format!("line {}: ", record.int1).as_bytes());
        line.extend_from_slice(message);
    } else {
        line.extend_from_slice(message);
        if !message.ends_with(b"\n") {
            line.push(b'\n');
        }
    }
    // Nothing can be told to anybody when standard error is closed. Not through std, whose lock a forked child may find taken.
    oxivirt_sys::write_to_stderr(&line);
}

/// A `virErrorPtr` result.
#[repr(transparent)]
pub(crate) struct ErrorPointer(*mut virError);
impl super::CReturn for ErrorPointer {
    type Ok = ErrorPointer;
    fn ok(value: Self) -> Self {
        value
    }
    fn err() -> Self {
        Self(null_mut())
    }
    fn shown(&self) -> String {
        super::ret::shown_pointer(self.0.is_null())
    }
}

/// A `virErrorPtr` argument that the caller owns, or NULL.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub(crate) struct ErrorArgument(*mut virError);

impl ErrorArgument {
    pub(crate) fn get(&self) -> Option<&virError> {
        // SAFETY: the C contract.
        unsafe { self.0.as_ref() }
    }

    /// `virResetError`.
    pub(crate) fn reset(&self) {
        // SAFETY: the C contract; the strings are owned by C.
        if let Some(record) = unsafe { self.0.as_mut() } {
            reset(record);
        }
    }

    /// `virFreeError`.
    pub(crate) fn free(self) {
        self.reset();
        // SAFETY: the C contract: NULL, or from virSaveLastError, which used malloc().
        unsafe { libc::free(self.0.cast()) };
    }
}

impl ErrorPointer {
    pub(crate) fn none() -> Self {
        Self(null_mut())
    }

    /// `virGetLastError`: NULL when there is none.
    pub(crate) fn last() -> Self {
        let has_error = with_last(|r| r.code != 0);
        Self(if has_error { last() } else { null_mut() })
    }

    /// `virSaveLastError`: a copy in memory owned by C, empty when there is no error.
    pub(crate) fn saved() -> Self {
        // SAFETY: malloc has no precondition.
        let place: *mut virError = unsafe { libc::malloc(size_of::<virError>()) }.cast();
        if !place.is_null() {
            // SAFETY: fresh memory of the right size; malloc aligns for every C type.
            unsafe { place.write(last_copy()) };
        }
        Self(place)
    }
}

fn last_copy() -> virError {
    with_last(|r| copy(r))
}

/// `virCopyLastError`.
pub(crate) fn copy_last(to: Out<'_, virError>) -> c_int {
    let record = last_copy();
    let code = record.code;
    to.write(record);
    code
}

/// Code and domain of the thread's last error.
pub(crate) fn last_code_and_domain() -> (c_int, c_int) {
    with_last(|r| (r.code, r.domain))
}

/// `virGetLastErrorMessage`.
pub(crate) fn last_message() -> LentText {
    let message = with_last(|r| (r.code, r.message.cast_const()));
    match message {
        (0, _) => LentText::of(translate_for_c(c"no error")),
        (_, text) if !text.is_null() => {
            // SAFETY: the record's own string, which lives until the thread's next error.
            LentText::of(unsafe { CStr::from_ptr(text) })
        }
        _ => LentText::of(translate_for_c(c"unknown error")),
    }
}
