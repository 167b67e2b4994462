//! Results that are lists: names in the caller's array, handles in an array of ours.
//!
//! One rule for both: what the function returns is the number of elements it handed over, whatever a reply claims.
use super::Result;
use super::alloc::Mallocs;
use super::args::{Array, Out, OutList, Room};
use super::handle::{Handle, In, Object, Ref};
use oxivirt::Text;
use std::ffi::{c_char, c_int};
use std::ptr::null_mut;

/// Hands names to a caller who wants them: an array of ours, ended by NULL.
pub(crate) fn put_names(names: &[Text], place: Out<'_, *mut *mut c_char>) -> Result<()> {
    if place.is_null() {
        return Ok(());
    }
    let mut memory = Mallocs::new();
    let mut pointers = names.iter().map(|name| memory.string(name.as_bytes())).collect::<Result<Vec<_>>>()?;
    pointers.push(null_mut());
    let array = memory.array(&pointers)?;
    memory.release();
    place.write(array);
    Ok(())
}

impl<'a> Array<'a, *mut c_char> {
    /// Checks the pair in the order every such function does: the array, then the sign of `max`, which comes with its C name: the
    /// array's with `max` before or `len` behind it.
    fn names(self, (max_name, max): (&'static str, c_int)) -> Result<Room<'a, *mut c_char>> {
        let room = self.room(max_name.trim_start_matches("max").trim_end_matches("len"), max)?;
        super::args::not_negative(max, max_name)?;
        Ok(room)
    }

    /// Gives the caller the names that `ask` answers, which gets how many there is room for; their number.
    pub(crate) fn give(
        self,
        max: (&'static str, c_int),
        ask: impl FnOnce(c_int) -> oxivirt::Result<Vec<Text>>,
    ) -> Result<c_int> {
        let room = self.names(max)?;
        room.fill_names(ask(max.1)?.iter().map(Text::as_bytes))
    }
}

impl<T: Object> OutList<'_, T> {
    /// Gives the caller the objects that belong to `parent`; their number. `ask` gets whether the caller wants the objects, and
    /// answers their number and, then, the objects.
    pub(crate) fn give<P: Object>(
        &self,
        parent: In<'_, P>,
        ask: impl FnOnce(&Handle<P>, bool) -> oxivirt::Result<(c_int, Vec<T>)>,
    ) -> Result<c_int>
    where
        T: Object<Local = Ref<P>>,
    {
        let wanted = self.prepare() != 0;
        let parent = parent.get()?;
        self.children(parent, ask(parent, wanted)?)
    }

    /// [`OutList::give`] for the objects below `one` that belong, as it does, to the handle it belongs to.
    pub(crate) fn give_children<P: Object>(
        &self,
        one: In<'_, T>,
        ask: impl FnOnce(&Handle<T>, bool) -> oxivirt::Result<(c_int, Vec<T>)>,
    ) -> Result<c_int>
    where
        T: Object<Local = Ref<P>>,
    {
        let wanted = self.prepare() != 0;
        let one = one.get()?;
        self.children(one.local(), ask(one, wanted)?)
    }

    /// Gives the caller objects whose handles belong to `parent`, if they are wanted; their number.
    pub(crate) fn children<P: Object>(&self, parent: &Handle<P>, (number, objects): (c_int, Vec<T>)) -> Result<c_int>
    where
        T: Object<Local = Ref<P>>,
    {
        if !self.wanted() {
            return Ok(number);
        }
        self.fill(objects.into_iter().map(|one| parent.child(one)).collect::<Result<Vec<_>>>()?)
    }
}
