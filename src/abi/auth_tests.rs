//! Callbacks as programs write them: good ones, sloppy ones and failing ones.
use super::*;
use crate::abi::args::Out;

/// What a test's callback does with each credential, and what it saw.
struct Script {
    answers: Vec<Option<(&'static [u8], bool, c_uint)>>,
    result: c_int,
    seen: Vec<Seen>,
}

/// Type, prompt, challenge, default.
type Seen = (c_int, Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);

unsafe extern "C-unwind" fn callback(credentials: virConnectCredentialPtr, number: c_uint, data: *mut c_void) -> c_int {
    // SAFETY: the tests pass a script.
    let script = unsafe { &mut *data.cast::<Script>() };
    // SAFETY: the library passes an array of `number`.
    let all = unsafe { std::slice::from_raw_parts_mut(credentials, number as usize) };
    for (credential, answer) in all.iter_mut().zip(&script.answers) {
        let text = |text| bytes(text).map(<[u8]>::to_vec);
        let (challenge, default) = (text(credential.challenge), text(credential.defresult));
        let prompt = text(credential.prompt).unwrap();
        script.seen.push((credential.type_, prompt, challenge, default));
        let Some((answer, nul, length)) = answer else {
            continue;
        };
        let size = answer.len().wrapping_add(usize::from(*nul));
        // SAFETY: no precondition.
        let memory = unsafe { libc::malloc(size.max(1)) }.cast::<u8>();
        // SAFETY: fresh memory of that size.
        unsafe { std::ptr::write_bytes(memory, 0, size) };
        // SAFETY: as above.
        unsafe { std::ptr::copy_nonoverlapping(answer.as_ptr(), memory, answer.len()) };
        credential.result = memory.cast();
        credential.resultlen = *length;
    }
    script.result
}

fn auth(kinds: &mut [c_int], script: Option<&mut Script>) -> virConnectAuth {
    virConnectAuth {
        credtype: if kinds.is_empty() { null_mut() } else { kinds.as_mut_ptr().cast() },
        ncredtype: kinds.len() as c_uint,
        cb: script.is_some().then_some(callback),
        cbdata: script.map_or(null_mut(), |script| std::ptr::from_mut(script).cast()),
    }
}

fn wrapped(auth: &mut virConnectAuth) -> CallerAuth<'_> {
    let pointer = std::ptr::from_mut(auth);
    // SAFETY: `Out` is a transparent pointer.
    let out = unsafe { std::mem::transmute::<*mut virConnectAuth, Out<'_, virConnectAuth>>(pointer) };
    CallerAuth::new(out).unwrap()
}

fn credential(kind: i32) -> Credential {
    Credential {
        kind,
        prompt: b"Who?".to_vec(),
        challenge: (kind == 8).then(|| b"x".to_vec()),
        default: (kind == 8).then(|| b"y".to_vec()),
        answer: None,
    }
}

#[test]
fn answers_of_every_shape() {
    let mut script = Script {
        answers: vec![
            Some((b"fred", true, 4)),
            Some((b"fred", true, 0)),
            Some((b"fred", false, 4)),
            Some((b"fr\0d", true, 4)),
            Some((b"p\0w", false, 3)),
            Some((b"pw", true, 0)),
            None,
            Some((b"", true, 1)),
        ],
        result: 0,
        seen: Vec::new(),
    };
    let mut kinds = [2, 5, 8];
    let mut auth = auth(&mut kinds, Some(&mut script));
    let mut caller = wrapped(&mut auth);
    assert_eq!(caller.kinds(), [2, 5, 8]);
    assert!(caller.callable());
    let mut asked: Vec<_> = [2, 2, 2, 2, 5, 5, 2, 8].map(credential).into();
    assert!(caller.answer(&mut asked));
    let answers: Vec<_> = asked.into_iter().map(|credential| credential.answer).collect();
    let some = |text: &[u8]| Some(text.to_vec());
    assert_eq!(
        answers,
        [some(b"fred"), some(b"fred"), some(b"fred"), some(b"fr"), some(b"p\0w"), some(b""), None, some(b"")]
    );
    assert_eq!(script.seen[0], (2, b"Who?".to_vec(), None, None));
    assert_eq!(script.seen[7], (8, b"Who?".to_vec(), some(b"x"), some(b"y")));
}

#[test]
fn callbacks_that_fail_or_are_missing() {
    let mut script = Script { answers: vec![Some((b"fred", true, 4))], result: -1, seen: Vec::new() };
    let mut failing = auth(&mut [], Some(&mut script));
    let mut caller = wrapped(&mut failing);
    assert!(caller.kinds().is_empty());
    assert!(!caller.answer(&mut [credential(2)]));
    script.result = 1;
    let mut positive = auth(&mut [], Some(&mut script));
    assert!(wrapped(&mut positive).answer(&mut [credential(2)]));
    let mut none = auth(&mut [], None);
    let mut caller = wrapped(&mut none);
    assert!(!caller.callable() && !caller.answer(&mut [credential(2)]));
}
