//! UUID arguments: 16 bytes in or out, or text.
use super::args::{Array, InStr};
use super::chars::fill_chars;
use super::{Fault, Result};
use oxivirt_model::{Uuid, message};
use std::ffi::c_char;

impl Array<'_, u8> {
    /// The caller's 16 bytes.
    pub(crate) fn uuid(self, name: &'static str) -> Result<Uuid> {
        let bytes = self.read(name, Uuid::LEN)?;
        Ok(Uuid(bytes.try_into().unwrap_or_default()))
    }

    /// Writes 16 bytes.
    pub(crate) fn write_uuid(self, name: &'static str, uuid: &Uuid) -> Result<()> {
        self.room(name, Uuid::LEN)?.fill(uuid.as_bytes())
    }
}

impl Array<'_, c_char> {
    /// Writes 36 characters and a NUL.
    pub(crate) fn write_uuid_text(self, name: &'static str, uuid: &Uuid) -> Result<()> {
        let mut text = [0; Uuid::TEXT_LEN.wrapping_add(1)];
        fill_chars(&mut text, &uuid.to_text());
        self.room(name, text.len())?.fill(&text)
    }
}

impl InStr<'_> {
    /// A UUID written out; `function` is named in the text about a bad one.
    pub(crate) fn uuid(self, name: &'static str, function: &str) -> Result<Uuid> {
        let text = self.get(name)?.to_bytes();
        Uuid::parse(text).map_err(|_| {
            Fault::Invalid(name, message::compose(&format!("{name} in %1$s must be a valid UUID"), &[&function]))
        })
    }
}
