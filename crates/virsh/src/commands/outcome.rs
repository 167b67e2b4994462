//! What commands on all kinds of objects do alike, and how they say it.
use crate::bytes::Shown;
use crate::editor::{self, Editable};
use crate::fail::{Done, OrSay};
use crate::parse::Args;
use crate::shell::Shell;
use oxivirt::{Result, Text};

/// Says what was done, or what failed.
pub(super) fn told(sh: &Shell, done: Result<()>, failed: String, text: &str) -> Done {
    done.or_say(|| failed)?;
    sh.extra(text);
    Ok(())
}

/// Sets or unsets autostart, and says so.
pub(super) fn autostarted(
    sh: &Shell,
    args: &Args,
    what: &str,
    name: &str,
    set: impl FnOnce(bool) -> Result<()>,
) -> Done {
    let on = !args.has("disable");
    let mark = if on { "mark" } else { "unmark" };
    let lower = what.to_ascii_lowercase();
    let failed = format!("failed to {mark} {lower} {name} as autostarted");
    told(sh, set(on), failed, &format!("{what} {name} {mark}ed as autostarted\n"))
}

/// A definition that is edited: how to read it and how to write it.
pub(crate) struct Definition<R, W>(pub(crate) R, pub(crate) W);

impl<R: FnMut() -> Result<Text>, W: FnMut(&[u8]) -> Result<()>> Editable for Definition<R, W> {
    fn read(&mut self) -> Done<String> {
        Ok((self.0)()?.shown())
    }

    fn write(&mut self, text: &str) -> Done {
        Ok((self.1)(&crate::bytes::bytes(text))?)
    }
}

/// Has the user edit a definition. `what` names the object.
pub(super) fn edited(
    sh: &Shell,
    what: &str,
    read: impl FnMut() -> Result<Text>,
    write: impl FnMut(&[u8]) -> Result<()>,
) -> Done {
    let changed = editor::edit(sh, &mut Definition(read, write), false)?;
    let how = if changed { "edited" } else { "not changed" };
    sh.extra(&format!("{what} XML configuration {how}.\n"));
    Ok(())
}
