//! Results that are lists: names in the caller's array, handles in an array of ours.
//!
//! One rule for both: what the function returns is the number of elements it handed over, whatever a reply claims.
use super::Result;
use super::args::{Array, OutList, Room};
use super::handle::{Handle, In, Object, Ref};
use super::reply::{answered, answered_with};
use crate::objects::{FromWire, call_record};
use oxivirt::Text;
use oxivirt_protocol::Call;
use std::ffi::{c_char, c_int};

/// A number that is all a reply holds, as the function's result: a negative one would mean failure to the caller.
pub(crate) fn number(value: c_int) -> Result<c_int> {
    answered(value, "ret")
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

impl<T: FromWire> OutList<'_, T> {
    /// Gives the caller all objects that belong to `parent`; their number. `ask` gets the wire's `need_results`, and from the
    /// daemon's reply its `ret` and the objects.
    pub(crate) fn list<N: TryInto<c_int>>(
        &self,
        parent: In<'_, T::Parent>,
        ask: impl for<'c> FnOnce(&Handle<T::Parent>, &'c mut Call, c_int) -> Result<(N, Vec<T::Wire<'c>>)>,
    ) -> Result<c_int> {
        let need_results = self.prepare();
        let parent = parent.get()?;
        let mut call = call_record();
        let (claimed, objects) = ask(parent, &mut call, need_results)?;
        self.reply(need_results != 0, claimed, &objects, |one| T::replied(parent, one))
    }
}

impl<T: Object> OutList<'_, T> {
    /// Hands over the objects of a list reply, made one by one from the wire; the number of objects. `claimed` is the
    /// number in the reply's `ret`: the result when the caller wanted no objects, and otherwise the length of the array.
    pub(crate) fn reply<W>(
        &self,
        wanted: bool,
        claimed: impl TryInto<c_int>,
        wire: &[W],
        make: impl FnMut(&W) -> Result<Ref<T>>,
    ) -> Result<c_int> {
        // What does not fit is negative to the caller, and refused as that.
        let claimed = claimed.try_into().unwrap_or(-1);
        if !wanted {
            return number(claimed);
        }
        answered_with(claimed, wire.len(), "ret")?;
        self.fill(wire.iter().map(make).collect::<Result<Vec<_>>>()?)
    }
}
