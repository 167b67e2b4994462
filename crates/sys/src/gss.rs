//! Kerberos through the system's GSS-API library (RFC 2743, RFC 2744), which is loaded on first use.
//!
//! Memory that the library returns is copied and released at once. Nothing else of the library is kept but one context
//! and one name, which are released with [`GssContext`].
use crate::OnceBox;
use crate::dynamic::Library;
use std::ffi::{c_int, c_void};
use std::fmt::Debug;
use std::ptr::{null, null_mut};

/// `OM_uint32`.
type Word = u32;

/// `gss_buffer_desc`.
#[repr(C)]
struct Buffer {
    length: usize,
    value: *mut c_void,
}

/// `gss_OID_desc`.
#[repr(C)]
struct Oid {
    length: Word,
    elements: *const c_void,
}

/// `gss_buffer_set_desc`.
#[repr(C)]
struct BufferSet {
    count: usize,
    elements: *mut Buffer,
}

/// `GSS_C_NT_HOSTBASED_SERVICE`.
const HOST_BASED_SERVICE: &[u8] = b"\x2a\x86\x48\x86\xf7\x12\x01\x02\x01\x04";
/// `GSS_C_SEC_CONTEXT_SASL_SSF`.
const SASL_STRENGTH: &[u8] = b"\x2a\x86\x48\x86\xf7\x12\x01\x02\x02\x05\x0f";
/// `GSS_C_GSS_CODE` and `GSS_C_MECH_CODE`.
const STATUS_KINDS: [c_int; 2] = [1, 2];
/// `GSS_S_COMPLETE` and `GSS_S_UNAVAILABLE`.
const COMPLETE: Word = 0;
const UNAVAILABLE: Word = 16 << 16;
const FAILURE: Word = 13 << 16;

/// Both sides prove themselves: `GSS_C_MUTUAL_FLAG`.
pub const GSS_MUTUAL: u32 = 2;
/// Replayed and reordered records are noticed: `GSS_C_SEQUENCE_FLAG`.
pub const GSS_SEQUENCE: u32 = 8;
/// `GSS_C_CONF_FLAG`.
pub const GSS_ENCRYPTION: u32 = 16;
/// `GSS_C_INTEG_FLAG`.
pub const GSS_INTEGRITY: u32 = 32;

/// The functions used, by their C names.
#[derive(Debug, Clone, Copy)]
struct Functions {
    import_name: unsafe extern "C" fn(*mut Word, *mut Buffer, *const Oid, *mut *mut c_void) -> Word,
    release_name: unsafe extern "C" fn(*mut Word, *mut *mut c_void) -> Word,
    release_buffer: unsafe extern "C" fn(*mut Word, *mut Buffer) -> Word,
    init_sec_context: InitSecContext,
    delete_sec_context: unsafe extern "C" fn(*mut Word, *mut *mut c_void, *mut Buffer) -> Word,
    wrap: unsafe extern "C" fn(*mut Word, *mut c_void, c_int, Word, *mut Buffer, *mut c_int, *mut Buffer) -> Word,
    unwrap: unsafe extern "C" fn(*mut Word, *mut c_void, *mut Buffer, *mut Buffer, *mut c_int, *mut Word) -> Word,
    wrap_size_limit: unsafe extern "C" fn(*mut Word, *mut c_void, c_int, Word, Word, *mut Word) -> Word,
    display_status: unsafe extern "C" fn(*mut Word, Word, c_int, *const Oid, *mut Word, *mut Buffer) -> Word,
    inquire_sec_context_by_oid: unsafe extern "C" fn(*mut Word, *mut c_void, *const Oid, *mut *mut BufferSet) -> Word,
    release_buffer_set: unsafe extern "C" fn(*mut Word, *mut *mut BufferSet) -> Word,
}

type InitSecContext = unsafe extern "C" fn(
    *mut Word,
    *mut c_void,
    *mut *mut c_void,
    *mut c_void,
    *const Oid,
    Word,
    Word,
    *mut c_void,
    *mut Buffer,
    *mut *const Oid,
    *mut Buffer,
    *mut Word,
    *mut Word,
) -> Word;

impl Functions {
    fn load() -> Option<Self> {
        let library = Library::load(c"libgssapi_krb5.so.2")?;
        macro_rules! get {
            ($name:literal) => {
                // SAFETY: the field that takes it has the type of RFC 2744 for this name.
                unsafe { library.function($name) }?
            };
        }
        Some(Self {
            import_name: get!(c"gss_import_name"),
            release_name: get!(c"gss_release_name"),
            release_buffer: get!(c"gss_release_buffer"),
            init_sec_context: get!(c"gss_init_sec_context"),
            delete_sec_context: get!(c"gss_delete_sec_context"),
            wrap: get!(c"gss_wrap"),
            unwrap: get!(c"gss_unwrap"),
            wrap_size_limit: get!(c"gss_wrap_size_limit"),
            display_status: get!(c"gss_display_status"),
            inquire_sec_context_by_oid: get!(c"gss_inquire_sec_context_by_oid"),
            release_buffer_set: get!(c"gss_release_buffer_set"),
        })
    }

    fn get() -> Option<&'static Self> {
        static LOADED: OnceBox<Option<Functions>> = OnceBox::new();
        LOADED.get_or_init(Self::load).as_ref()
    }

    /// A copy of what the library put into a buffer, which is released.
    fn take(&self, mut buffer: Buffer) -> Vec<u8> {
        // SAFETY: the library filled it in, or left it empty.
        let copy = unsafe { bytes(&raw const buffer) }.to_vec();
        let mut minor = 0;
        // SAFETY: as above, and nothing uses it afterwards.
        unsafe { (self.release_buffer)(&raw mut minor, &raw mut buffer) };
        copy
    }

    /// The library's words for a failure.
    fn error(&self, major: Word, minor: Word) -> String {
        let [major, minor] =
            [(major, STATUS_KINDS[0]), (minor, STATUS_KINDS[1])].map(|(status, kind)| self.status(status, kind));
        match (major, minor) {
            (None, _) => "GSSAPI Failure (could not get major error message)".to_owned(),
            (_, None) => "GSSAPI Failure (could not get minor error message)".to_owned(),
            (Some(major), Some(minor)) => format!("GSSAPI Error: {major} ({minor})"),
        }
    }

    fn status(&self, status: Word, kind: c_int) -> Option<String> {
        let (mut text, mut more) = (Vec::new(), 0);
        // A library that never comes to an end is not trusted to.
        for _ in 0..16 {
            let (mut minor, mut message) = (0, EMPTY);
            // SAFETY: all pointers are to variables of this function; no mechanism is named.
            let major =
                unsafe { (self.display_status)(&raw mut minor, status, kind, null(), &raw mut more, &raw mut message) };
            if failed(major) {
                return None;
            }
            text.append(&mut self.take(message));
            if more == 0 {
                break;
            }
        }
        Some(String::from_utf8_lossy(&text).into_owned())
    }
}

const EMPTY: Buffer = Buffer { length: 0, value: null_mut() };

/// What a buffer holds.
///
/// # Safety
/// The buffer is empty or describes initialised memory that lives as long as the result.
unsafe fn bytes<'a>(buffer: *const Buffer) -> &'a [u8] {
    // SAFETY: a pointer to a buffer.
    let Buffer { length, value } = unsafe { buffer.read() };
    if value.is_null() || length == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(value.cast(), length) }
}

/// The library only reads its inputs.
fn input(bytes: &[u8]) -> Buffer {
    Buffer { length: bytes.len(), value: bytes.as_ptr().cast_mut().cast() }
}

fn oid(elements: &'static [u8]) -> Oid {
    Oid { length: Word::try_from(elements.len()).unwrap_or_default(), elements: elements.as_ptr().cast() }
}

/// `GSS_ERROR`.
fn failed(major: Word) -> bool {
    major & 0xffff_0000 != 0
}

/// One side of a conversation with a service, as [`GssContext`] is with Kerberos; a test answers in its place.
pub trait Gss: Debug + Send + Sized + 'static {
    /// A conversation with `service@host`.
    ///
    /// # Errors
    /// The library is missing, or cannot make a name of it.
    fn new(service: &[u8]) -> Result<Self, String>;

    /// Takes the service's token, none at first. `flags`: what is wanted.
    ///
    /// # Errors
    /// No ticket, or the service is not who it should be.
    fn step(&mut self, token: Option<&[u8]>, flags: u32) -> Result<GssStep, String>;

    /// Protects bytes; encrypts them if wanted.
    ///
    /// # Errors
    /// The context is not complete, or has expired.
    fn wrap_message(&mut self, encrypt: bool, plain: &[u8]) -> Result<Vec<u8>, String>;

    /// What protected bytes hold, and whether they were encrypted.
    ///
    /// # Errors
    /// They were changed, repeated or reordered on their way.
    fn unwrap_message(&mut self, sealed: &[u8]) -> Result<(Vec<u8>, bool), String>;

    /// How many bytes can be encrypted so that the result has at most `limit`.
    ///
    /// # Errors
    /// The context is not complete.
    fn room(&mut self, limit: u32) -> Result<u32, String>;

    /// Bits of the encryption; `None` where the library cannot tell.
    ///
    /// # Errors
    /// The context is not complete.
    fn strength(&mut self) -> Result<Option<u32>, String>;
}

/// Kerberos; failures are told in the library's words.
#[derive(Debug)]
pub struct GssContext {
    library: &'static Functions,
    context: *mut c_void,
    name: *mut c_void,
}

// SAFETY: the library allows a context to be used by any thread, one at a time; `&mut` sees to that.
unsafe impl Send for GssContext {}

/// An answer of [`Gss::step`].
#[derive(Debug)]
pub struct GssStep {
    /// What the service has to get; may be empty.
    pub token: Vec<u8>,
    /// Both sides are known to each other.
    pub complete: bool,
    /// What the context can do, in `GSS_` bits.
    pub flags: u32,
}

impl GssContext {
    /// Whether Kerberos is installed; the library is loaded.
    #[must_use]
    pub fn available() -> bool {
        Functions::get().is_some()
    }

    fn check(&self, major: Word, minor: Word) -> Result<(), String> {
        if failed(major) {
            return Err(self.library.error(major, minor));
        }
        Ok(())
    }
}

impl Gss for GssContext {
    fn new(service: &[u8]) -> Result<Self, String> {
        let library = Functions::get().ok_or("the Kerberos library is not installed")?;
        let mut this = Self { library, context: null_mut(), name: null_mut() };
        let (mut text, kind, mut minor) = (input(service), oid(HOST_BASED_SERVICE), 0);
        // SAFETY: all pointers are to variables that outlive the call; the name is released when this is dropped.
        let major =
            unsafe { (library.import_name)(&raw mut minor, &raw mut text, &raw const kind, &raw mut this.name) };
        this.check(major, minor)?;
        Ok(this)
    }

    fn step(&mut self, token: Option<&[u8]>, flags: u32) -> Result<GssStep, String> {
        let mut given = token.map(input);
        let token = given.as_mut().map_or(null_mut(), std::ptr::from_mut);
        let (mut minor, mut got, mut answer) = (0, 0, EMPTY);
        // SAFETY: pointers to variables that outlive the call, or NULL where RFC 2744 allows it; the context and the name
        // are this object's own.
        let major = unsafe {
            (self.library.init_sec_context)(
                &raw mut minor,
                null_mut(),
                &raw mut self.context,
                self.name,
                null(),
                flags,
                0,
                null_mut(),
                token,
                null_mut(),
                &raw mut answer,
                &raw mut got,
                null_mut(),
            )
        };
        let token = self.library.take(answer);
        self.check(major, minor)?;
        Ok(GssStep { token, complete: major == COMPLETE, flags: got })
    }

    fn wrap_message(&mut self, encrypt: bool, plain: &[u8]) -> Result<Vec<u8>, String> {
        let (mut minor, mut plain, mut sealed, mut encrypted) = (0, input(plain), EMPTY, 0);
        // SAFETY: pointers to variables that outlive the call; a context of the library, or none, which is an error.
        let major = unsafe {
            (self.library.wrap)(
                &raw mut minor,
                self.context,
                c_int::from(encrypt),
                0,
                &raw mut plain,
                &raw mut encrypted,
                &raw mut sealed,
            )
        };
        let sealed = self.library.take(sealed);
        self.check(major, minor)?;
        if encrypt && encrypted == 0 {
            return Err("the Kerberos library did not encrypt".to_owned());
        }
        Ok(sealed)
    }

    fn unwrap_message(&mut self, sealed: &[u8]) -> Result<(Vec<u8>, bool), String> {
        let (mut minor, mut sealed, mut plain, mut encrypted) = (0, input(sealed), EMPTY, 0);
        // SAFETY: as in `wrap`; the quality of protection is not asked for.
        let major = unsafe {
            (self.library.unwrap)(
                &raw mut minor,
                self.context,
                &raw mut sealed,
                &raw mut plain,
                &raw mut encrypted,
                null_mut(),
            )
        };
        let plain = self.library.take(plain);
        self.check(major, minor)?;
        Ok((plain, encrypted != 0))
    }

    fn room(&mut self, limit: u32) -> Result<u32, String> {
        let (mut minor, mut room) = (0, 0);
        // SAFETY: pointers to variables that outlive the call; a context of the library, or none, which is an error.
        let major = unsafe { (self.library.wrap_size_limit)(&raw mut minor, self.context, 1, 0, limit, &raw mut room) };
        self.check(major, minor)?;
        Ok(room)
    }

    fn strength(&mut self) -> Result<Option<u32>, String> {
        let (mut minor, what) = (0, oid(SASL_STRENGTH));
        let mut set: *mut BufferSet = null_mut();
        // SAFETY: pointers to variables that outlive the call; a context of the library, or none, which is an error.
        let major = unsafe {
            (self.library.inquire_sec_context_by_oid)(&raw mut minor, self.context, &raw const what, &raw mut set)
        };
        if major == UNAVAILABLE || (major == FAILURE && minor == 0) {
            return Ok(None);
        }
        self.check(major, minor)?;
        // SAFETY: NULL, or a set the library made.
        let held = unsafe { set.as_ref() };
        let first = held.filter(|held| held.count == 1).map(|held| {
            // SAFETY: the set holds one buffer, which lives as long as the set.
            unsafe { bytes(held.elements) }
        });
        let bits = first.and_then(|bytes| <[u8; 4]>::try_from(bytes).ok());
        // SAFETY: the set is not used any more; NULL is allowed.
        unsafe { (self.library.release_buffer_set)(&raw mut minor, &raw mut set) };
        match bits {
            Some(bits) => Ok(Some(Word::from_be_bytes(bits))),
            None => Err("the Kerberos library does not tell how it encrypts".to_owned()),
        }
    }
}

impl Drop for GssContext {
    fn drop(&mut self) {
        let mut minor = 0;
        if !self.context.is_null() {
            // SAFETY: this object's own context, not used afterwards; no token is wanted.
            unsafe { (self.library.delete_sec_context)(&raw mut minor, &raw mut self.context, null_mut()) };
        }
        if !self.name.is_null() {
            // SAFETY: this object's own name, not used afterwards.
            unsafe { (self.library.release_name)(&raw mut minor, &raw mut self.name) };
        }
    }
}
