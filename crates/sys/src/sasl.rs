//! SASL as a server through the system's Cyrus library, which is loaded on first use: its configuration, password databases and
//! mechanisms are those of the machine.
//!
//! Memory that the library returns belongs to its connection and is copied at once.
use crate::dynamic::Library;
use crate::{ForkLock, OnceBox};
use std::ffi::{CStr, CString, c_char, c_int, c_uint, c_void};
use std::ptr::{null, null_mut};

/// `SASL_OK` and `SASL_CONTINUE`.
const OK: c_int = 0;
const CONTINUE: c_int = 1;
/// Properties: `SASL_USERNAME`, `SASL_SSF`, `SASL_MAXOUTBUF`, `SASL_SSF_EXTERNAL`, `SASL_SEC_PROPS`.
const USER_NAME: c_int = 0;
const STRENGTH: c_int = 1;
const MOST_OUTPUT: c_int = 2;
const EXTERNAL_STRENGTH: c_int = 100;
const SECURITY: c_int = 101;
/// `SASL_SUCCESS_DATA`: the last message may carry data.
const SUCCESS_DATA: c_uint = 4;
/// Largest record of a security layer.
const RECORD: c_uint = 65_536;

/// Mechanisms that send passwords in clear are out: `SASL_SEC_NOPLAINTEXT`.
pub const SASL_NO_PLAINTEXT: u32 = 1;
/// Mechanisms without a user are out: `SASL_SEC_NOANONYMOUS`.
pub const SASL_NO_ANONYMOUS: u32 = 16;

/// `sasl_security_properties_t`.
#[repr(C)]
struct SecurityProperties {
    min: c_uint,
    max: c_uint,
    buffer: c_uint,
    flags: c_uint,
    names: *const *const c_char,
    values: *const *const c_char,
}

type Conn = *mut c_void;
type ServerNew = unsafe extern "C" fn(
    *const c_char,
    *const c_char,
    *const c_char,
    *const c_char,
    *const c_char,
    *const c_void,
    c_uint,
    *mut Conn,
) -> c_int;
type ListMechanisms = unsafe extern "C" fn(
    Conn,
    *const c_char,
    *const c_char,
    *const c_char,
    *const c_char,
    *mut *const c_char,
    *mut c_uint,
    *mut c_int,
) -> c_int;
type ServerStart =
    unsafe extern "C" fn(Conn, *const c_char, *const c_char, c_uint, *mut *const c_char, *mut c_uint) -> c_int;
type ServerStep = unsafe extern "C" fn(Conn, *const c_char, c_uint, *mut *const c_char, *mut c_uint) -> c_int;
type Recode = unsafe extern "C" fn(Conn, *const c_char, c_uint, *mut *const c_char, *mut c_uint) -> c_int;
type SetMutex = unsafe extern "C" fn(
    unsafe extern "C" fn() -> *mut c_void,
    unsafe extern "C" fn(*mut c_void) -> c_int,
    unsafe extern "C" fn(*mut c_void) -> c_int,
    unsafe extern "C" fn(*mut c_void),
);

/// The functions used, by their C names.
#[derive(Debug, Clone, Copy)]
struct Functions {
    set_mutex: SetMutex,
    server_init: unsafe extern "C" fn(*const c_void, *const c_char) -> c_int,
    server_new: ServerNew,
    setprop: unsafe extern "C" fn(Conn, c_int, *const c_void) -> c_int,
    getprop: unsafe extern "C" fn(Conn, c_int, *mut *const c_void) -> c_int,
    listmech: ListMechanisms,
    server_start: ServerStart,
    server_step: ServerStep,
    encode: Recode,
    decode: Recode,
    errdetail: unsafe extern "C" fn(Conn) -> *const c_char,
    errstring: unsafe extern "C" fn(c_int, *const c_char, *mut *const c_char) -> *const c_char,
    dispose: unsafe extern "C" fn(*mut Conn),
}

unsafe extern "C" fn mutex_new() -> *mut c_void {
    Box::into_raw(Box::new(libc::PTHREAD_MUTEX_INITIALIZER)).cast()
}

unsafe extern "C" fn mutex_lock(mutex: *mut c_void) -> c_int {
    // SAFETY: the library passes what `mutex_new` gave it.
    unsafe { libc::pthread_mutex_lock(mutex.cast()) }
}

unsafe extern "C" fn mutex_unlock(mutex: *mut c_void) -> c_int {
    // SAFETY: the library passes what `mutex_new` gave it, locked by this thread.
    unsafe { libc::pthread_mutex_unlock(mutex.cast()) }
}

unsafe extern "C" fn mutex_free(mutex: *mut c_void) {
    // SAFETY: the library passes what `mutex_new` gave it, for the last time.
    drop(unsafe { Box::from_raw(mutex.cast::<libc::pthread_mutex_t>()) });
}

impl Functions {
    /// Loads the library and has it read its configuration.
    fn load() -> Result<Self, String> {
        let missing = || "the library libsasl2.so.2 is not installed".to_owned();
        let library = Library::load(c"libsasl2.so.2").ok_or_else(missing)?;
        let functions = Self::find(library).ok_or_else(missing)?;
        // SAFETY: four functions that do what the header says of them; nothing of the library has run before.
        unsafe { (functions.set_mutex)(mutex_new, mutex_lock, mutex_unlock, mutex_free) };
        // SAFETY: no callbacks, and a name that lives for ever.
        let status = unsafe { (functions.server_init)(null(), c"libvirt".as_ptr()) };
        if status != OK {
            let text = functions.describe(status);
            return Err(format!("failed to initialize SASL library: {status} ({text})"));
        }
        Ok(functions)
    }

    fn find(library: Library) -> Option<Self> {
        macro_rules! get {
            ($name:literal) => {
                // SAFETY: the field that takes it has the type of sasl.h for this name.
                unsafe { library.function($name) }?
            };
        }
        Some(Self {
            set_mutex: get!(c"sasl_set_mutex"),
            server_init: get!(c"sasl_server_init"),
            server_new: get!(c"sasl_server_new"),
            setprop: get!(c"sasl_setprop"),
            getprop: get!(c"sasl_getprop"),
            listmech: get!(c"sasl_listmech"),
            server_start: get!(c"sasl_server_start"),
            server_step: get!(c"sasl_server_step"),
            encode: get!(c"sasl_encode"),
            decode: get!(c"sasl_decode"),
            errdetail: get!(c"sasl_errdetail"),
            errstring: get!(c"sasl_errstring"),
            dispose: get!(c"sasl_dispose"),
        })
    }

    fn get() -> Result<&'static Self, String> {
        static LOADED: OnceBox<Result<Functions, String>> = OnceBox::new();
        // The library's initialisation is not for several threads at a time.
        static ONE_AT_A_TIME: ForkLock<()> = ForkLock::new((), || ());
        let loaded = LOADED.get().unwrap_or_else(|| {
            let _alone = ONE_AT_A_TIME.lock();
            LOADED.get_or_init(Self::load)
        });
        loaded.as_ref().map_err(Clone::clone)
    }

    /// The library's words for a status.
    fn describe(&self, status: c_int) -> String {
        // SAFETY: no languages are asked for.
        let words = unsafe { (self.errstring)(status, null(), null_mut()) };
        // SAFETY: a text of the library that lives for ever.
        unsafe { text(words) }
    }
}

/// A copy of a C text; nothing for NULL.
///
/// # Safety
/// NULL or a NUL-terminated text.
unsafe fn text(text: *const c_char) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: the caller's promise.
    unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned()
}

/// A copy of what the library returned; `None` for NULL.
///
/// # Safety
/// NULL, or as many initialised bytes.
unsafe fn copy(data: *const c_char, length: c_uint) -> Option<Vec<u8>> {
    if data.is_null() {
        return None;
    }
    let length = usize::try_from(length).unwrap_or(0);
    // SAFETY: the caller's promise.
    Some(unsafe { std::slice::from_raw_parts(data.cast::<u8>(), length) }.to_vec())
}

fn length(data: &[u8]) -> Result<c_uint, String> {
    c_uint::try_from(data.len()).map_err(|_| "too much SASL data".to_owned())
}

/// What the client must be sent.
#[derive(Debug, PartialEq, Eq)]
pub struct SaslStep {
    /// Data for the client: none at all is something else than nothing.
    pub data: Option<Vec<u8>>,
    /// The client has proven who it is.
    pub complete: bool,
}

/// A conversation with one client, and what it agreed on to protect the bytes that follow. Failures are told in the library's words.
#[derive(Debug)]
pub struct SaslServer {
    library: &'static Functions,
    conn: Conn,
}

// SAFETY: the library allows a connection to be used by any thread, one at a time; `&mut` sees to that. What connections share it
// guards with the mutexes that it was given.
unsafe impl Send for SaslServer {}

impl SaslServer {
    /// Loads the library and reads its configuration.
    ///
    /// # Errors
    /// It is not installed, or its configuration is of no use.
    pub fn init() -> Result<(), String> {
        Functions::get().map(drop)
    }

    /// Starts a conversation for a service. Addresses are written `IP;PORT`, and are `None` for clients of this machine.
    ///
    /// # Errors
    /// The library is missing or refuses.
    pub fn new(service: &CStr, local: Option<&str>, remote: Option<&str>) -> Result<Self, String> {
        let library = Functions::get()?;
        let address = |address: Option<&str>| address.map(CString::new).transpose().map_err(|error| error.to_string());
        let (local, remote) = (address(local)?, address(remote)?);
        let pointer = |address: &Option<CString>| address.as_ref().map_or(null(), |address| address.as_ptr());
        let mut this = Self { library, conn: null_mut() };
        // SAFETY: texts that outlive the call, or NULL where the library allows it; what it makes is released with this object.
        let status = unsafe {
            (library.server_new)(
                service.as_ptr(),
                null(),
                null(),
                pointer(&local),
                pointer(&remote),
                null(),
                SUCCESS_DATA,
                &raw mut this.conn,
            )
        };
        this.check(status)?;
        Ok(this)
    }

    fn check(&self, status: c_int) -> Result<(), String> {
        if status == OK {
            return Ok(());
        }
        let general = self.library.describe(status);
        if self.conn.is_null() {
            return Err(format!("{status} ({general})"));
        }
        // SAFETY: this object's connection.
        let detail = unsafe { (self.library.errdetail)(self.conn) };
        // SAFETY: it lives until the connection's next call.
        let detail = unsafe { text(detail) };
        Err(format!("{status} ({})", if detail.is_empty() { general } else { detail }))
    }

    /// Says how strong the encryption around the conversation is, in bits.
    ///
    /// # Errors
    /// The library refuses.
    pub fn set_external_strength(&mut self, bits: u32) -> Result<(), String> {
        let bits: c_uint = bits;
        // SAFETY: the library copies a number of this type for this property.
        let status = unsafe { (self.library.setprop)(self.conn, EXTERNAL_STRENGTH, (&raw const bits).cast()) };
        self.check(status)
    }

    /// Says how strong the encryption must be that mechanisms bring, at least and at most, in bits; 0 at most for none. `flags` leave
    /// mechanisms out.
    ///
    /// # Errors
    /// The library refuses.
    pub fn set_security(&mut self, (min, max): (u32, u32), flags: u32) -> Result<(), String> {
        let wanted = SecurityProperties { min, max, buffer: RECORD, flags, names: null(), values: null() };
        // SAFETY: the library copies a struct of this type for this property.
        let status = unsafe { (self.library.setprop)(self.conn, SECURITY, (&raw const wanted).cast()) };
        self.check(status)
    }

    /// Returns the mechanisms that fit, with commas between them.
    ///
    /// # Errors
    /// There is none.
    pub fn mechanisms(&mut self) -> Result<Vec<u8>, String> {
        let (mut list, mut length, mut count) = (null(), 0, 0);
        // SAFETY: pointers to variables that outlive the call; texts that live for ever; no user is named.
        let status = unsafe {
            (self.library.listmech)(
                self.conn,
                null(),
                c"".as_ptr(),
                c",".as_ptr(),
                c"".as_ptr(),
                &raw mut list,
                &raw mut length,
                &raw mut count,
            )
        };
        self.check(status)?;
        // SAFETY: the library says how long its list is.
        let list = unsafe { copy(list, length) }.filter(|list| !list.is_empty());
        list.ok_or_else(|| "no mechanism is available".to_owned())
    }

    fn outcome(&self, status: c_int, out: (*const c_char, c_uint)) -> Result<SaslStep, String> {
        if status != CONTINUE {
            self.check(status)?;
        }
        // SAFETY: the library says how much data it has; it set both after a call that did not fail.
        Ok(SaslStep { data: unsafe { copy(out.0, out.1) }, complete: status == OK })
    }

    /// Begins with a mechanism, and what the client sent with its choice.
    ///
    /// # Errors
    /// The client is not let in.
    pub fn start(&mut self, mechanism: &[u8], data: Option<&[u8]>) -> Result<SaslStep, String> {
        let mechanism = CString::new(mechanism).map_err(|error| error.to_string())?;
        let given = data.map_or(null(), |data| data.as_ptr().cast());
        let (mut out, mut out_length) = (null(), 0);
        // SAFETY: a text and data that outlive the call, with their length, and pointers to variables.
        let status = unsafe {
            (self.library.server_start)(
                self.conn,
                mechanism.as_ptr(),
                given,
                length(data.unwrap_or_default())?,
                &raw mut out,
                &raw mut out_length,
            )
        };
        self.outcome(status, (out, out_length))
    }

    /// Goes on with what the client answered.
    ///
    /// # Errors
    /// The client is not let in.
    pub fn step(&mut self, data: Option<&[u8]>) -> Result<SaslStep, String> {
        let given = data.map_or(null(), |data| data.as_ptr().cast());
        let (mut out, mut out_length) = (null(), 0);
        // SAFETY: data that outlives the call, with its length, and pointers to variables.
        let status = unsafe {
            (self.library.server_step)(
                self.conn,
                given,
                length(data.unwrap_or_default())?,
                &raw mut out,
                &raw mut out_length,
            )
        };
        self.outcome(status, (out, out_length))
    }

    fn property(&self, property: c_int) -> Result<*const c_void, String> {
        let mut value = null();
        // SAFETY: this object's connection, and a pointer to a variable.
        let status = unsafe { (self.library.getprop)(self.conn, property, &raw mut value) };
        self.check(status)?;
        if value.is_null() { Err("the SASL library does not tell".to_owned()) } else { Ok(value) }
    }

    fn number(&self, property: c_int) -> Result<u32, String> {
        let value = self.property(property)?;
        // SAFETY: these properties are numbers of this type, which live as long as the connection.
        Ok(unsafe { value.cast::<c_uint>().read() })
    }

    /// Returns whom the client acts for, once the conversation is complete.
    ///
    /// # Errors
    /// It is not.
    pub fn user_name(&self) -> Result<Vec<u8>, String> {
        let value = self.property(USER_NAME)?;
        // SAFETY: this property is a text, which lives as long as the connection.
        Ok(unsafe { CStr::from_ptr(value.cast()) }.to_bytes().to_vec())
    }

    /// Returns how strong the encryption is that was agreed on, in bits; 0 for none.
    ///
    /// # Errors
    /// The conversation is not complete.
    pub fn strength(&self) -> Result<u32, String> {
        self.number(STRENGTH)
    }

    /// Returns how many bytes may be protected at a time.
    ///
    /// # Errors
    /// The conversation is not complete.
    pub fn most_output(&self) -> Result<usize, String> {
        let bytes = self.number(MOST_OUTPUT)?;
        usize::try_from(bytes).map_err(|error| error.to_string())
    }

    /// Appends the form in which `inner` travels; at most [`SaslServer::most_output`] bytes.
    ///
    /// # Errors
    /// The library cannot protect them.
    pub fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String> {
        let encode = self.library.encode;
        self.recode(encode, inner, outer)
    }

    /// Appends what is inside of a piece of what the peer sent, cut anywhere.
    ///
    /// # Errors
    /// The bytes were changed, or are none of this layer's.
    pub fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String> {
        let decode = self.library.decode;
        self.recode(decode, outer, inner)
    }

    fn recode(&mut self, how: Recode, from: &[u8], to: &mut Vec<u8>) -> Result<(), String> {
        let (mut out, mut out_length) = (null(), 0);
        // SAFETY: bytes that outlive the call, with their length, and pointers to variables.
        let status = unsafe { how(self.conn, from.as_ptr().cast(), length(from)?, &raw mut out, &raw mut out_length) };
        self.check(status)?;
        // SAFETY: the library says how much it has.
        to.extend(unsafe { copy(out, out_length) }.unwrap_or_default());
        Ok(())
    }
}

impl Drop for SaslServer {
    fn drop(&mut self) {
        if !self.conn.is_null() {
            // SAFETY: this object's own connection, not used afterwards.
            unsafe { (self.library.dispose)(&raw mut self.conn) };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the library, or without its mechanisms, there is nothing to try.
    fn server() -> Option<SaslServer> {
        SaslServer::new(c"libvirt", Some("127.0.0.1;16509"), Some("127.0.0.1;40000")).ok()
    }

    #[test]
    fn what_is_refused_is_told_in_the_librarys_words() {
        let Some(mut server) = server() else { return };
        let refused = server.start(b"NO-SUCH-MECHANISM", None).unwrap_err();
        assert!(refused.starts_with('-') && refused.contains('('), "{refused}");
        assert!(server.user_name().is_err());
        assert!(server.start(b"A\0B", None).is_err());
        assert!(SaslServer::new(c"libvirt", Some("nonsense"), None).is_err());
    }

    #[test]
    fn mechanisms_follow_what_is_asked_of_them() {
        let Some(mut server) = server() else { return };
        let Ok(all) = server.mechanisms() else { return };
        let all = String::from_utf8(all).unwrap();
        server.set_security((56, 100_000), SASL_NO_PLAINTEXT | SASL_NO_ANONYMOUS).unwrap();
        let strong = server.mechanisms().map_or_else(|_| String::new(), |list| String::from_utf8(list).unwrap());
        assert!(!strong.split(',').any(|one| one == "PLAIN" || one == "ANONYMOUS"), "{all} {strong}");
    }
}
