//! The images of a disk: the one that the guest writes to, and those that it is based on.
use crate::FROM;
use oxivirt_driver_common::errors;
use oxivirt_model::{Error, Result, message};
use oxivirt_xml::domain::devices::disk::Disk;
use oxivirt_xml::domain::source::BackingStore;
use oxivirt_xml::value::parse_decimal;

/// The paths of a disk's images, from that which the guest writes to on down.
pub(super) struct Chain(Vec<String>);

/// Returns the images that the disk's is based on. The end is marked by one that is of no kind.
fn below(disk: &Disk) -> impl Iterator<Item = &BackingStore> {
    let first = disk.backing.as_deref().filter(|image| image.kind.is_some());
    std::iter::successors(first, |image| image.backing.as_deref().filter(|image| image.kind.is_some()))
}

/// Returns what the image at `at` is described by; 0 is the disk's own, which is not described like this.
pub(super) fn image(disk: &Disk, at: usize) -> Option<&BackingStore> {
    below(disk).nth(at.checked_sub(1)?)
}

/// Returns the place of what the image at `at` is based on.
pub(super) fn backing_of(disk: &mut Disk, at: usize) -> Option<&mut Option<Box<BackingStore>>> {
    let mut place = &mut disk.backing;
    for _ in 0..at {
        place = &mut place.as_mut()?.backing;
    }
    Some(place)
}

/// Splits "vda[3]" into the target and the number.
fn numbered(name: &str) -> Option<(&str, usize)> {
    let (target, rest) = name.split_once('[')?;
    Some((target, parse_decimal(rest.strip_suffix(']')?)?))
}

impl Chain {
    pub(super) fn of(disk: &Disk) -> Self {
        let own = disk.source.image().unwrap_or_default().to_owned();
        let path = |image: &BackingStore| {
            image.source.as_ref().and_then(|source| source.image()).unwrap_or_default().to_owned()
        };
        Self(std::iter::once(own).chain(below(disk).map(path)).collect())
    }

    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    pub(super) fn path(&self, at: usize) -> &str {
        self.0.get(at).map(String::as_str).unwrap_or_default()
    }

    /// Returns where the image stands that has this path, or this number: "vda[3]". Without a name it is the last. Only what is
    /// below `start` is looked at if that is told.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn find(&self, start: Option<usize>, name: Option<&str>, target: &str) -> Result<usize> {
        let refuse = |text: Vec<u8>| -> Error { errors::invalid_argument(FROM, text) };
        let first = start.map_or(0, |start| start.saturating_add(1));
        let Some(name) = name else {
            let last = self.depth().checked_sub(1).filter(|last| *last >= first);
            return last.ok_or_else(|| refuse(message!("could not find base image in chain for '%1$s'", target)));
        };
        let number = numbered(name).filter(|(_, number)| *number != 0);
        if let Some((other, number)) = number {
            if other != target {
                let text = message!("requested target '%1$s' does not match target '%2$s'", other, target);
                return Err(refuse(text));
            }
            if (first..self.depth()).contains(&number) {
                return Ok(number);
            }
            let text = message!("could not find backing store index '%1$u' in chain for '%2$s'", number, target);
            return Err(refuse(text));
        }
        let found = self.0.iter().enumerate().skip(first).find(|(_, path)| path.as_str() == name);
        found.map(|(at, _)| at).ok_or_else(|| match start {
            None => refuse(message!("could not find image '%1$s' in chain for '%2$s'", name, target)),
            Some(start) => refuse(message!(
                "could not find image '%1$s' beneath '%2$s' in chain for '%3$s'",
                name,
                self.path(start),
                target
            )),
        })
    }
}
