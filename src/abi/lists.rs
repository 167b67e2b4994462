//! Results that are lists: names in the caller's array, handles in an array of ours.
//!
//! One rule for both: what the function returns is the number of elements it handed over, whatever a reply claims.
use super::args::{Array, OutList, Room};
use super::handle::{Object, Ref};
use super::reply::{answered, answered_with, bad_reply};
use super::{Fault, Result};
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_int};

/// A number that is all a reply holds, as the function's result: a negative one would mean failure to the caller.
pub(crate) fn number(value: c_int) -> Result<c_int> {
    answered(value, "ret")
}

/// A checked `char **const names, int maxnames` pair: room for strings that the caller frees one by one.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    room: Room<'a, *mut c_char>,
    name: &'static str,
    function: &'static str,
}

impl<'a> Names<'a> {
    /// Checks the pair in the order every such function does: the array, the sign of `max`, then the wire's `limit`.
    /// `max` comes with its C name, which is the array's with `max` before or `len` behind it; `function` is named in
    /// the texts about too many names.
    pub(crate) fn new(
        function: &'static str,
        names: Array<'a, *mut c_char>,
        (max_name, max): (&'static str, c_int),
        limit: u32,
    ) -> Result<Self> {
        let name = max_name.trim_start_matches("max").trim_end_matches("len");
        let room = names.room(name, max)?;
        super::args::not_negative(max, max_name)?;
        let this = Self {
            room,
            name,
            function,
        };
        if room.len() > limit as usize {
            return Err(this.too_many(room.len(), limit as usize));
        }
        Ok(this)
    }

    /// Copies the reply's names out; their number. More than there is room for are refused.
    pub(crate) fn fill(&self, names: &[Str<'_>]) -> Result<c_int> {
        if names.len() > self.room.len() {
            return Err(self.too_many(names.len(), self.room.len()));
        }
        self.room.fill_names(names.iter().map(Str::as_bytes))
    }

    fn too_many(&self, got: usize, room: usize) -> Fault {
        let (name, function) = (self.name, self.function);
        bad_reply(format!(
            "too many remote strings: {got} > {room},in parameter '{name}' for '{function}'"
        ))
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
