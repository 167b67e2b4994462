//! Titles, descriptions and other metadata, which domains and networks have.
use super::files;
use crate::bytes::{Shown, bytes};
use crate::editor::{self, Editable};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::Shell;
use oxivirt::{Domain, ErrorCode, Network, Result, Text};
use oxivirt_model::constants as c;

/// An object with metadata.
pub(crate) trait Described {
    /// What it is called in texts.
    const KIND: &'static str;
    /// The numbers of description, title and elements.
    const KINDS: [u32; 3];

    fn shown_name(&self) -> String;
    fn get(&self, kind: u32, uri: Option<&[u8]>, flags: u32) -> Result<Text>;
    fn set(&self, kind: u32, text: Option<&[u8]>, key: Option<&[u8]>, uri: Option<&[u8]>, flags: u32) -> Result<()>;
    /// Returns the title or the description, empty if there is none.
    fn described(&self, title: bool, flags: u32) -> Done<String>;
}

impl Described for Domain {
    const KIND: &'static str = "Domain";
    const KINDS: [u32; 3] =
        [c::VIR_DOMAIN_METADATA_DESCRIPTION, c::VIR_DOMAIN_METADATA_TITLE, c::VIR_DOMAIN_METADATA_ELEMENT];

    fn shown_name(&self) -> String {
        self.name().shown()
    }

    fn get(&self, kind: u32, uri: Option<&[u8]>, flags: u32) -> Result<Text> {
        self.metadata(kind.cast_signed(), uri, flags)
    }

    fn set(&self, kind: u32, text: Option<&[u8]>, key: Option<&[u8]>, uri: Option<&[u8]>, flags: u32) -> Result<()> {
        self.set_metadata(kind.cast_signed(), text, key, uri, flags)
    }

    fn described(&self, title: bool, flags: u32) -> Done<String> {
        super::domain::info::description(self, title, flags)
    }
}

impl Described for Network {
    const KIND: &'static str = "Network";
    const KINDS: [u32; 3] =
        [c::VIR_NETWORK_METADATA_DESCRIPTION, c::VIR_NETWORK_METADATA_TITLE, c::VIR_NETWORK_METADATA_ELEMENT];

    fn shown_name(&self) -> String {
        self.name().shown()
    }

    fn get(&self, kind: u32, uri: Option<&[u8]>, flags: u32) -> Result<Text> {
        self.metadata(kind.cast_signed(), uri, flags)
    }

    fn set(&self, kind: u32, text: Option<&[u8]>, key: Option<&[u8]>, uri: Option<&[u8]>, flags: u32) -> Result<()> {
        self.set_metadata(kind.cast_signed(), text, key, uri, flags)
    }

    fn described(&self, title: bool, flags: u32) -> Done<String> {
        let kind = if title { c::VIR_NETWORK_METADATA_TITLE } else { c::VIR_NETWORK_METADATA_DESCRIPTION };
        match self.metadata(kind.cast_signed(), None::<&str>, flags) {
            Ok(text) => Ok(text.shown()),
            Err(error) if error.code == ErrorCode::NO_NETWORK_METADATA => Ok(String::new()),
            Err(error) => Err(error.into()),
        }
    }
}

/// `desc` and `net-desc`.
pub(crate) fn describe<T: Described>(sh: &Shell, args: &Args, object: &T, flags: u32, query_flags: u32) -> Done {
    let title = args.has("title");
    let what = if title { "title" } else { "description" };
    let [description, titled, _] = T::KINDS;
    let wanted = args.joined("new-desc");
    let lower = T::KIND.to_ascii_lowercase();
    if wanted.is_none() && !args.has("edit") {
        let text = object.described(title, query_flags)?;
        if text.is_empty() {
            sh.extra(&format!("No {what} for {lower}: {}", object.shown_name()));
        } else {
            sh.print(&text);
        }
        return Ok(());
    }
    let before = object.described(title, query_flags)?;
    let mut text = wanted.unwrap_or_else(|| before.clone());
    if args.has("edit") {
        text = editor::edit_text(sh, &text)?;
        if text == before {
            sh.extra(&format!("{} {what} not changed\n", T::KIND));
            return Ok(());
        }
    }
    let kind = if title { titled } else { description };
    object.set(kind, Some(&bytes(&text)), None, None, flags).or_say(|| format!("Failed to set new {lower} {what}"))?;
    sh.extra(&format!("{} {what} updated successfully", T::KIND));
    Ok(())
}

struct Element<'a, T> {
    object: &'a T,
    key: &'a [u8],
    uri: &'a [u8],
    flags: u32,
}

impl<T: Described> Editable for Element<'_, T> {
    fn read(&mut self) -> Done<String> {
        let [_, _, element] = T::KINDS;
        let text = self.object.get(element, Some(self.uri), self.flags);
        Ok(text.map_or_else(|_| "\n".into(), |text| text.shown()))
    }

    fn write(&mut self, text: &str) -> Done {
        let [_, _, element] = T::KINDS;
        Ok(self.object.set(element, Some(&bytes(text)), Some(self.key), Some(self.uri), self.flags)?)
    }
}

/// `metadata` and `net-metadata`. `missing` is the error for an object without.
pub(crate) fn metadata<T: Described>(sh: &Shell, args: &Args, object: &T, flags: u32, missing: ErrorCode) -> Done {
    let uri = bytes(args.needed("uri")?);
    let key = args.text("key")?.map(bytes);
    let set = args.text("set")?.map(bytes);
    let [_, _, element] = T::KINDS;
    if (set.is_some() || args.has("edit")) && key.is_none() {
        return Err(Failure::say("namespace key is required when modifying metadata"));
    }
    if set.is_some() || args.has("remove") {
        object.set(element, set.as_deref(), key.as_deref(), Some(&uri), flags)?;
        sh.extra(if args.has("remove") { "Metadata removed\n" } else { "Metadata modified\n" });
        return Ok(());
    }
    if args.has("edit") {
        let mut edited = Element { object, key: key.as_deref().unwrap_or_default(), uri: &uri, flags };
        let changed = editor::edit(sh, &mut edited, false)?;
        sh.extra(if changed { "Metadata modified\n" } else { "Metadata not changed" });
        return Ok(());
    }
    let text = match object.get(element, Some(&uri), flags) {
        Ok(text) => text.shown(),
        Err(error) if error.code == missing => String::new(),
        Err(error) => return Err(error.into()),
    };
    sh.print(&format!("{text}\n"));
    Ok(())
}

/// Returns the definition that a file holds.
pub(crate) fn definition(args: &Args, name: &str) -> Done<(String, Vec<u8>)> {
    let file = args.needed(name)?;
    Ok((file.to_owned(), files::read(file)?))
}
