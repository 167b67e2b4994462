//! Results that are lists: names in the caller's array, handles in an array of ours.
//!
//! One rule for both: what the function returns is the number of elements it handed over, whatever a reply claims.
use super::args::{Array, OutList, Room};
use super::handle::{Handle, In, Object, Ref};
use super::reply::{answered, answered_with, bad_reply};
use super::{Fault, Result, Site};
use crate::objects::{FromWire, call_record};
use oxivirt::Text;
use oxivirt_protocol::Call;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int};

/// A number that is all a reply holds, as the function's result: a negative one would mean failure to the caller.
pub(crate) fn number(value: c_int) -> Result<c_int> {
    answered(value, "ret")
}

/// Room for strings that the caller frees one by one, as texts about it name it.
struct Names<'a> {
    room: Room<'a, *mut c_char>,
    name: &'static str,
    function: &'static str,
}

impl<'a> Names<'a> {
    /// Checks the pair in the order every such function does: the array, the sign of `max`, then the wire's `limit`.
    fn new(
        site: &Site,
        names: Array<'a, *mut c_char>,
        (max_name, max): (&'static str, c_int),
        limit: u32,
    ) -> Result<Self> {
        let name = max_name.trim_start_matches("max").trim_end_matches("len");
        let room = names.room(name, max)?;
        super::args::not_negative(max, max_name)?;
        let this = Self { room, name, function: site.function };
        if room.len() > limit as usize {
            return Err(this.too_many(room.len(), limit as usize));
        }
        Ok(this)
    }

    /// Copies the reply's names out; their number. More than there is room for are refused.
    fn fill(&self, names: &[Str<'_>]) -> Result<c_int> {
        if names.len() > self.room.len() {
            return Err(self.too_many(names.len(), self.room.len()));
        }
        self.room.fill_names(names.iter().map(Str::as_bytes))
    }

    fn too_many(&self, got: usize, room: usize) -> Fault {
        let (name, function) = (self.name, self.function);
        bad_reply(format!("too many remote strings: {got} > {room},in parameter '{name}' for '{function}'"))
    }
}

impl Array<'_, *mut c_char> {
    /// Gives the caller of `site` the names that `ask` answers, which gets how many there is room for; their number. `max` comes
    /// with its C name, which is the array's with `max` before or `len` behind it.
    pub(crate) fn give(
        self,
        site: &Site,
        max: (&'static str, c_int),
        limit: u32,
        ask: impl FnOnce(c_int) -> oxivirt::Result<Vec<Text>>,
    ) -> Result<c_int> {
        let names = Names::new(site, self, max, limit)?;
        let found = ask(max.1)?;
        if found.len() > names.room.len() {
            return Err(names.too_many(found.len(), names.room.len()));
        }
        names.room.fill_names(found.iter().map(Text::as_bytes))
    }

    /// Gives the caller of `site` the names that `ask` gets from the daemon; their number. `max` is how many the array has
    /// room for and comes with its C name, which is the array's with `max` before or `len` behind it; `limit` is the wire's.
    pub(crate) fn list(
        self,
        site: &Site,
        max: (&'static str, c_int),
        limit: u32,
        ask: impl for<'c> FnOnce(&'c mut Call) -> Result<Vec<Str<'c>>>,
    ) -> Result<c_int> {
        let names = Names::new(site, self, max, limit)?;
        names.fill(&ask(&mut call_record())?)
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
        let (number, objects) = ask(parent, wanted)?;
        if !wanted {
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
