//! Credentials: the callback a program passes to virConnectOpenAuth, and `virConnectAuthPtrDefault`, the one variable among
//! the exported symbols, with the terminal prompts behind it.
use super::alloc::{Mallocs, c_string};
use super::args::Out;
use super::ctypes::{
    VIR_CRED_AUTHNAME, VIR_CRED_ECHOPROMPT, VIR_CRED_EXTERNAL, VIR_CRED_NOECHOPROMPT, VIR_CRED_PASSPHRASE,
    VIR_CRED_REALM,
};
use super::ctypes::{virConnectAuth, virConnectAuthCallbackPtr, virConnectCredential, virConnectCredentialPtr};
use super::wall::called_back;
use oxivirt_open::{Credential, Credentials};
use oxivirt_sys::call_out;
use std::cell::UnsafeCell;
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::ptr::null_mut;

/// C code may write through the exported pointer, so what it reaches lies in writable memory.
#[repr(transparent)]
struct Shared<T>(UnsafeCell<T>);
// SAFETY: this library never writes it, and reads it only through the pointer that the caller passes back.
unsafe impl<T> Sync for Shared<T> {}

/// What a terminal can answer.
static TYPES: Shared<[c_int; 6]> = Shared(UnsafeCell::new([
    VIR_CRED_AUTHNAME.cast_signed(),
    VIR_CRED_ECHOPROMPT.cast_signed(),
    VIR_CRED_REALM.cast_signed(),
    VIR_CRED_PASSPHRASE.cast_signed(),
    VIR_CRED_NOECHOPROMPT.cast_signed(),
    VIR_CRED_EXTERNAL.cast_signed(),
]));

static DEFAULT: Shared<virConnectAuth> = Shared(UnsafeCell::new(virConnectAuth {
    credtype: TYPES.0.get().cast(),
    ncredtype: 6,
    cb: Some(prompt),
    cbdata: null_mut(),
}));

core::arch::global_asm!(concat!(
    ".symver virConnectAuthPtrDefault, virConnectAuthPtrDefault@@@",
    version_of!(virConnectAuthPtrDefault)
));

#[unsafe(no_mangle)]
static virConnectAuthPtrDefault: Shared<*mut virConnectAuth> = Shared(UnsafeCell::new(DEFAULT.0.get()));

/// `virConnectAuthCallbackPtr`: asks on the terminal; 0 when every credential has its answer, else -1.
unsafe extern "C-unwind" fn prompt(credentials: virConnectCredentialPtr, number: c_uint, _data: *mut c_void) -> c_int {
    let mut call = Prompt { credentials, number, result: -1 };
    called_back((&raw mut call).cast(), prompt_all);
    call.result
}

/// A call of [`prompt`].
struct Prompt {
    credentials: virConnectCredentialPtr,
    number: c_uint,
    result: c_int,
}

/// # Safety
/// `call` is a live [`Prompt`].
unsafe fn prompt_all(call: *mut c_void) {
    // SAFETY: the caller says so.
    let call = unsafe { &mut *call.cast::<Prompt>() };
    call.result = ask_all(call.credentials, call.number);
}

fn ask_all(credentials: virConnectCredentialPtr, number: c_uint) -> c_int {
    for n in 0..number as usize {
        // SAFETY: the C contract of the callback: an array of `number` credentials.
        let place: *mut virConnectCredential = unsafe { credentials.add(n) };
        // SAFETY: as above, and nobody else uses it during the call.
        let credential = unsafe { &mut *place };
        if ask(credential).is_none() {
            return -1;
        }
    }
    0
}

fn bytes<'a>(text: *const c_char) -> Option<&'a [u8]> {
    // SAFETY: the C contract of a credential: its strings are NULL or NUL-terminated.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_bytes())
}

/// Answers one credential; `None` when its type is unknown or the terminal fails.
fn ask(credential: &mut virConnectCredential) -> Option<()> {
    let answer = match credential.type_ {
        // External: only polkit is known, where the user's own agent asks.
        9 => return (bytes(credential.challenge) == Some(b"PolicyKit")).then_some(()),
        1 | 2 | 6 | 8 => oxivirt_sys::terminal::ask(bytes(credential.prompt)?, true)?,
        5 | 7 => oxivirt_sys::terminal::ask(bytes(credential.prompt)?, false)?,
        _ => return None,
    };
    let answer = if answer.is_empty() { bytes(credential.defresult).unwrap_or_default() } else { &answer };
    credential.result = c_string(answer);
    credential.resultlen = c_uint::try_from(answer.len()).ok()?;
    (!credential.result.is_null()).then_some(())
}

/// VIR_CRED_PASSPHRASE and VIR_CRED_NOECHOPROMPT: answers that may hold any byte, so that only their length counts.
const PASSWORDS: [c_int; 2] = [5, 7];

/// The `virConnectAuthPtr` of a program, as long as the call that it was passed to.
#[derive(Debug)]
pub(crate) struct CallerAuth<'a> {
    kinds: Vec<c_int>,
    callback: virConnectAuthCallbackPtr,
    data: *mut c_void,
    call: std::marker::PhantomData<&'a virConnectAuth>,
}

impl<'a> CallerAuth<'a> {
    /// `None` for NULL.
    pub(crate) fn new(auth: Out<'a, virConnectAuth>) -> Option<Self> {
        // SAFETY: the C contract: NULL, or a struct that the caller leaves alone during the call.
        let auth = unsafe { auth.pointer().as_ref() }?;
        let count = usize::try_from(auth.ncredtype).unwrap_or_default();
        let kinds = if auth.credtype.is_null() {
            &[]
        } else {
            // SAFETY: the C contract: an array of the announced length.
            unsafe { std::slice::from_raw_parts(auth.credtype, count) }
        };
        Some(Self { kinds: kinds.to_vec(), callback: auth.cb, data: auth.cbdata, call: std::marker::PhantomData })
    }
}

/// What the callback answered; its memory is malloc()ed by the callback and ours now.
fn taken(credential: &virConnectCredential) -> Option<Vec<u8>> {
    if credential.result.is_null() {
        return None;
    }
    let length = usize::try_from(credential.resultlen).unwrap_or_default();
    let answer = if PASSWORDS.contains(&credential.type_) {
        // SAFETY: the C contract of a credential: `resultlen` bytes.
        unsafe { std::slice::from_raw_parts(credential.result.cast::<u8>(), length) }
    } else if length == 0 {
        // Programs that only set the string: it ends in NUL then.
        bytes(credential.result).unwrap_or_default()
    } else {
        // SAFETY: as above: at most `resultlen` bytes are looked at, fewer if there is a NUL before.
        let end = unsafe { libc::strnlen(credential.result, length) };
        // SAFETY: as above.
        unsafe { std::slice::from_raw_parts(credential.result.cast::<u8>(), end) }
    };
    let answer = answer.to_vec();
    if PASSWORDS.contains(&credential.type_) {
        // The allocator would hand the password to whoever asks next.
        // SAFETY: as above: `resultlen` bytes, which are freed next.
        unsafe { libc::explicit_bzero(credential.result.cast(), length) };
    }
    // SAFETY: the C contract of a credential: the result is malloc()ed and the library frees it.
    unsafe { libc::free(credential.result.cast()) };
    Some(answer)
}

impl Credentials for CallerAuth<'_> {
    fn kinds(&self) -> &[i32] {
        &self.kinds
    }

    fn callable(&self) -> bool {
        self.callback.is_some()
    }

    fn answer(&mut self, credentials: &mut [Credential]) -> bool {
        let Some(callback) = self.callback else {
            return false;
        };
        let mut texts = Mallocs::new();
        let mut text = |text: Option<&Vec<u8>>| texts.opt_string(text.map(Vec::as_slice)).ok();
        let mut asked = Vec::with_capacity(credentials.len());
        for credential in credentials.iter() {
            let (Some(prompt), Some(challenge), Some(defresult)) = (
                text(Some(&credential.prompt)),
                text(credential.challenge.as_ref()),
                text(credential.default.as_ref()),
            ) else {
                return false;
            };
            asked.push(virConnectCredential {
                type_: credential.kind,
                prompt,
                challenge,
                defresult,
                result: null_mut(),
                resultlen: 0,
            });
        }
        let count = c_uint::try_from(asked.len()).unwrap_or_default();
        let (array, data) = (asked.as_mut_ptr(), self.data);
        // SAFETY: the C contract of virConnectOpenAuth: a function of this type; it gets a valid array, which lives longer
        // than the call.
        let result = call_out(|| unsafe { callback(array, count, data) }).unwrap_or(-1);
        // Also after a failure: the callback may have answered some.
        for (credential, asked) in credentials.iter_mut().zip(&asked) {
            credential.answer = taken(asked);
        }
        result >= 0
    }
}

#[cfg(test)]
#[path = "auth_tests.rs"]
mod tests;
