//! `virConnectAuthPtrDefault`: the one variable among the exported symbols, and the terminal prompts behind it.
use super::alloc::c_string;
use super::ctypes::{virConnectAuth, virConnectCredential, virConnectCredentialPtr};
use std::cell::UnsafeCell;
use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::ptr::null_mut;

/// C code may write through the exported pointer, so what it reaches lies in writable memory.
#[repr(transparent)]
struct Shared<T>(UnsafeCell<T>);
// SAFETY: this library never writes it, and reads it only through the pointer that the caller passes back.
unsafe impl<T> Sync for Shared<T> {}

/// VIR_CRED_AUTHNAME, ECHOPROMPT, REALM, PASSPHRASE, NOECHOPROMPT, EXTERNAL: what a terminal can answer.
static TYPES: Shared<[c_int; 6]> = Shared(UnsafeCell::new([2, 6, 8, 5, 7, 9]));

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
static virConnectAuthPtrDefault: Shared<*mut virConnectAuth> =
    Shared(UnsafeCell::new(DEFAULT.0.get()));

/// `virConnectAuthCallbackPtr`: asks on the terminal; 0 when every credential has its answer, else -1.
unsafe extern "C" fn prompt(
    credentials: virConnectCredentialPtr,
    number: c_uint,
    _data: *mut c_void,
) -> c_int {
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
    let answer = if answer.is_empty() {
        bytes(credential.defresult).unwrap_or_default()
    } else {
        &answer
    };
    credential.result = c_string(answer);
    credential.resultlen = c_uint::try_from(answer.len()).ok()?;
    (!credential.result.is_null()).then_some(())
}
