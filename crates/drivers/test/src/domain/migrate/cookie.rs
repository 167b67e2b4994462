//! What the two ends give each other through the client: the target says whom it waits for, the source what the guest goes on with.
use crate::FROM;
use crate::domain::definition::{self, Definition};
use crate::domain::{Domain, Guest};
use oxivirt_driver_common::errors;
use oxivirt_model::{Result, Uuid};
use oxivirt_xml::FormatFlags;
use oxivirt_xml::tree::Document;
use oxivirt_xml::value::{parse_decimal, parse_signed};

/// Returns the definition as another host takes it.
pub(super) fn printed(definition: &Definition) -> Vec<u8> {
    definition.format(FormatFlags { secure: true, inactive: true, migratable: true, ..FormatFlags::default() })
}

/// Returns the target's cookie.
pub(super) fn waiting(uuid: Uuid) -> Vec<u8> {
    uuid.to_string().into_bytes()
}

/// What the source sends.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub(super) guest: Guest,
    /// The persistent definition.
    pub(super) persistent: Option<Definition>,
}

/// Returns the source's cookie.
pub(super) fn sent(domain: &Domain, persistent: Option<&Definition>) -> Vec<u8> {
    let (seconds, nanoseconds) = domain.guest.time;
    let [root, boot] = domain.guest.frozen.map(u32::from);
    let begin = format!("<guest seconds='{seconds}' nanoseconds='{nanoseconds}' frozen='{root}{boot}'>\n");
    let persistent = persistent.map(printed).unwrap_or_default();
    [begin.as_bytes(), &persistent, b"</guest>\n"].concat()
}

/// Reads the source's cookie. An empty one says nothing.
///
/// # Errors
/// It is not what a source of this driver sends.
pub(super) fn read(cookie: &[u8]) -> Result<Sent> {
    if cookie.is_empty() {
        return Ok(Sent::default());
    }
    let document = Document::parse(cookie, FROM)?;
    let node = document.root_named("guest")?;
    let bad = || errors::internal(FROM, "the migration cookie is not one of the test driver");
    let text = |name: &str| node.attr(name).ok_or_else(bad);
    let seconds = parse_signed(text("seconds")?, 10).ok_or_else(bad)?;
    let nanoseconds = parse_decimal(text("nanoseconds")?).ok_or_else(bad)?;
    let frozen = match text("frozen")? {
        "00" => [false, false],
        "01" => [false, true],
        "10" => [true, false],
        "11" => [true, true],
        _ => return Err(bad()),
    };
    let persistent = node.element("domain").map(|node| definition::read(node).map(|(definition, _)| definition));
    let guest = Guest { frozen, time: (seconds, nanoseconds), ..Guest::default() };
    Ok(Sent { guest, persistent: persistent.transpose()? })
}
