//! Messages of D-Bus (D-Bus specification 0.43, "Message Protocol") as far as polkit is asked with them: little endian out, either order
//! in.

/// Longest message that is taken.
pub(super) const MOST: usize = 1 << 20;
/// Bytes that tell how long a message is.
pub(super) const HEAD: usize = 16;

/// Kinds of messages.
const METHOD_CALL: u8 = 1;
const METHOD_RETURN: u8 = 2;
const ERROR: u8 = 3;
/// Header fields.
const PATH: u8 = 1;
const INTERFACE: u8 = 2;
const MEMBER: u8 = 3;
const ERROR_NAME: u8 = 4;
const REPLY_SERIAL: u8 = 5;
const DESTINATION: u8 = 6;
const SIGNATURE: u8 = 8;

/// A method and who has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Method {
    pub(super) destination: &'static str,
    pub(super) path: &'static str,
    pub(super) interface: &'static str,
    pub(super) member: &'static str,
}

/// Writes values, each at a multiple of its size.
#[derive(Debug, Default)]
pub(super) struct Body(Vec<u8>);

impl Body {
    fn align(&mut self, to: usize) {
        let length = self.0.len().next_multiple_of(to);
        self.0.resize(length, 0);
    }

    pub(super) fn u32(&mut self, number: u32) {
        self.align(4);
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn i32(&mut self, number: i32) {
        self.u32(number.cast_unsigned());
    }

    fn u64(&mut self, number: u64) {
        self.align(8);
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// A text; what is not UTF-8, and NUL, cannot be in one.
    pub(super) fn text(&mut self, text: &str) {
        let text = text.replace('\0', "\u{fffd}");
        self.u32(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(0);
    }

    fn signature(&mut self, signature: &str) {
        self.0.push(u8::try_from(signature.len()).unwrap_or(u8::MAX));
        self.0.extend_from_slice(signature.as_bytes());
        self.0.push(0);
    }

    /// An array of structs or pairs.
    fn array(&mut self, fill: impl FnOnce(&mut Self)) {
        self.u32(0);
        let length_at = self.0.len().saturating_sub(4);
        self.align(8);
        let begin = self.0.len();
        fill(self);
        let length = u32::try_from(self.0.len().saturating_sub(begin)).unwrap_or(u32::MAX);
        if let Some(place) = self.0.get_mut(length_at..).and_then(|rest| rest.first_chunk_mut()) {
            *place = length.to_le_bytes();
        }
    }

    /// Texts by name: `a{ss}`.
    pub(super) fn texts(&mut self, texts: &[(&str, String)]) {
        self.array(|body| {
            for (name, text) in texts {
                body.align(8);
                body.text(name);
                body.text(text);
            }
        });
    }

    /// The subject of polkit for a process: `(sa{sv})`.
    pub(super) fn process(&mut self, pid: u32, start_time: u64, uid: i32) {
        self.align(8);
        self.text("unix-process");
        self.array(|body| {
            let entry = |body: &mut Self, name: &str, signature: &str| {
                body.align(8);
                body.text(name);
                body.signature(signature);
            };
            entry(body, "pid", "u");
            body.u32(pid);
            entry(body, "start-time", "t");
            body.u64(start_time);
            entry(body, "uid", "i");
            body.i32(uid);
        });
    }
}

/// Returns the message of a call.
pub(super) fn call(method: Method, serial: u32, signature: &str, body: &Body) -> Vec<u8> {
    let mut message = Body(vec![b'l', METHOD_CALL, 0, 1]);
    message.u32(u32::try_from(body.0.len()).unwrap_or(u32::MAX));
    message.u32(serial);
    message.array(|fields| {
        let mut field = |kind: u8, signature: &str, value: &str| {
            fields.align(8);
            fields.0.push(kind);
            fields.signature(signature);
            if signature == "g" { fields.signature(value) } else { fields.text(value) }
        };
        field(PATH, "o", method.path);
        field(INTERFACE, "s", method.interface);
        field(MEMBER, "s", method.member);
        field(DESTINATION, "s", method.destination);
        if !signature.is_empty() {
            field(SIGNATURE, "g", signature);
        }
    });
    message.align(8);
    message.0.extend_from_slice(&body.0);
    message.0
}

/// Returns how long the message is whose first bytes these are; `None` for what is none, or too long.
pub(super) fn length(head: &[u8; HEAD]) -> Option<usize> {
    let mut reader = Reader { bytes: head, at: 4, little: endian(*head.first()?)? };
    let body = usize::try_from(reader.u32()?).ok()?;
    reader.u32()?;
    let fields = usize::try_from(reader.u32()?).ok()?;
    let length = HEAD.checked_add(fields)?.checked_next_multiple_of(8)?.checked_add(body)?;
    (length <= MOST).then_some(length)
}

fn endian(byte: u8) -> Option<bool> {
    match byte {
        b'l' => Some(true),
        b'B' => Some(false),
        _ => None,
    }
}

/// An answer to a call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Answer {
    /// What the method returned.
    Return(Returned),
    /// Name and text of an error.
    Error(String, String),
}

/// The body of an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Returned {
    little: bool,
    signature: String,
    body: Vec<u8>,
}

/// What polkit decided: `(bba{ss})`.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Verdict {
    pub(super) authorized: bool,
    /// A person could be asked for a password.
    pub(super) challenge: bool,
    /// A person was asked and refused to answer.
    pub(super) dismissed: bool,
}

impl Returned {
    pub(super) fn verdict(&self) -> Option<Verdict> {
        if self.signature != "(bba{ss})" {
            return None;
        }
        let mut reader = Reader { bytes: &self.body, at: 0, little: self.little };
        let mut verdict = Verdict { authorized: reader.u32()? != 0, challenge: reader.u32()? != 0, dismissed: false };
        let length = usize::try_from(reader.u32()?).ok()?;
        reader.align(8);
        let end = reader.at.checked_add(length)?;
        while reader.at < end {
            reader.align(8);
            let (name, value) = (reader.text()?, reader.text()?);
            verdict.dismissed |= name == "polkit.dismissed" && !value.is_empty();
        }
        Some(verdict)
    }
}

/// Reads a message. Returns the number of the call that it answers, and the answer; `None` for what is no answer, or malformed.
pub(super) fn answer(message: &[u8]) -> Option<(u32, Answer)> {
    let little = endian(*message.first()?)?;
    let kind = *message.get(1)?;
    let mut reader = Reader { bytes: message, at: 12, little };
    let length = usize::try_from(reader.u32()?).ok()?;
    let end = reader.at.checked_add(length)?;
    let (mut serial, mut name, mut signature) = (0, String::new(), String::new());
    while reader.at < end {
        reader.align(8);
        let field = reader.byte()?;
        match (field, reader.signature()?.as_str()) {
            (REPLY_SERIAL, "u") => serial = reader.u32()?,
            (ERROR_NAME, "s") => name = reader.text()?,
            (SIGNATURE, "g") => signature = reader.signature()?,
            (_, "u") => drop(reader.u32()?),
            (_, "s" | "o") => drop(reader.text()?),
            (_, "g") => drop(reader.signature()?),
            _ => return None,
        }
    }
    reader.align(8);
    let body = message.get(reader.at..)?;
    match kind {
        METHOD_RETURN => Some((serial, Answer::Return(Returned { little, signature, body: body.to_vec() }))),
        ERROR => {
            let mut reader = Reader { bytes: body, at: 0, little };
            let text = if signature.starts_with('s') { reader.text()? } else { String::new() };
            Some((serial, Answer::Error(name, text)))
        }
        _ => None,
    }
}

#[derive(Debug)]
struct Reader<'m> {
    bytes: &'m [u8],
    at: usize,
    little: bool,
}

impl<'m> Reader<'m> {
    fn align(&mut self, to: usize) {
        self.at = self.at.next_multiple_of(to);
    }

    fn take(&mut self, count: usize) -> Option<&'m [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn u32(&mut self) -> Option<u32> {
        self.align(4);
        let bytes = *self.take(4)?.first_chunk()?;
        Some(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.u32()?).ok()?;
        let text = String::from_utf8_lossy(self.take(length)?).into_owned();
        self.take(1)?;
        Some(text)
    }

    fn signature(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?);
        let text = String::from_utf8_lossy(self.take(length)?).into_owned();
        self.take(1)?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METHOD: Method = Method { destination: "a.b", path: "/a", interface: "a.b.C", member: "D" };

    fn reply(kind: u8, signature: &str, body: &Body) -> Vec<u8> {
        let mut message = call(METHOD, 7, signature, body);
        message[1] = kind;
        // The path's field becomes the number of the call.
        let mut answer = Body(vec![b'l', kind, 0, 1]);
        answer.u32(u32::try_from(body.0.len()).unwrap());
        answer.u32(1);
        answer.array(|fields| {
            fields.0.push(REPLY_SERIAL);
            fields.signature("u");
            fields.u32(7);
            fields.align(8);
            fields.0.push(ERROR_NAME);
            fields.signature("s");
            fields.text("x.Y");
            fields.align(8);
            fields.0.push(SIGNATURE);
            fields.signature("g");
            fields.signature(signature);
        });
        answer.align(8);
        answer.0.extend_from_slice(&body.0);
        answer.0
    }

    fn decided(authorized: u32, challenge: u32, details: &[(&str, String)]) -> Body {
        let mut body = Body::default();
        body.align(8);
        body.u32(authorized);
        body.u32(challenge);
        body.texts(details);
        body
    }

    #[test]
    fn a_verdict_and_an_error() {
        let dismissed = [("a", "b".to_owned()), ("polkit.dismissed", "true".to_owned())];
        for (details, wanted) in [(&dismissed[..], true), (&dismissed[..1], false), (&[], false)] {
            let message = reply(METHOD_RETURN, "(bba{ss})", &decided(0, 1, details));
            assert_eq!(length(message.first_chunk().unwrap()), Some(message.len()));
            let (serial, Answer::Return(returned)) = answer(&message).unwrap() else { panic!() };
            let verdict = Verdict { authorized: false, challenge: true, dismissed: wanted };
            assert_eq!((serial, returned.verdict()), (7, Some(verdict)));
        }
        let mut text = Body::default();
        text.text("why");
        let error = Answer::Error("x.Y".to_owned(), "why".to_owned());
        assert_eq!(answer(&reply(ERROR, "s", &text)), Some((7, error)));
    }

    #[test]
    fn what_is_cut_or_changed_is_no_answer_and_no_panic() {
        let message = reply(METHOD_RETURN, "(bba{ss})", &decided(1, 0, &[("a", "b".to_owned())]));
        for length in 0..message.len() {
            if let Some((_, Answer::Return(returned))) = answer(&message[..length]) {
                assert_eq!(returned.verdict(), None, "{length}");
            }
        }
        for at in 0..message.len() {
            for byte in [0, 0x7f, 0xff] {
                let mut changed = message.clone();
                changed[at] = byte;
                if let Some((_, Answer::Return(returned))) = answer(&changed) {
                    returned.verdict();
                }
                length(changed.first_chunk().unwrap());
            }
        }
        assert_eq!(length(b"l\x01\0\x01\xff\xff\xff\xff\0\0\0\0\0\0\0\0"), None);
    }

    #[test]
    fn values_stand_at_multiples_of_their_sizes() {
        let mut body = Body::default();
        body.process(1, 2, 3);
        let wanted = [
            &b"\x0c\0\0\0unix-process\0\0\0\0\x40\0\0\0"[..],
            b"\x03\0\0\0pid\0\x01u\0\0\x01\0\0\0",
            b"\x0a\0\0\0start-time\0\x01t\0\0\0\0\0\0\0\x02\0\0\0\0\0\0\0",
            b"\x03\0\0\0uid\0\x01i\0\0\x03\0\0\0",
        ]
        .concat();
        assert_eq!(body.0, wanted);
    }
}
