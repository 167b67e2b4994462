//! The values of a command's options, as its body asks for them.
use super::number;
use crate::bytes;
use crate::fail::{Done, Failure};
use crate::table::{Command, Kind, Opt};
use oxivirt_model::constants::{VIR_DOMAIN_AFFECT_CONFIG, VIR_DOMAIN_AFFECT_LIVE};

/// What the user gave an option.
#[derive(Debug, Clone, Default)]
struct Slot {
    present: bool,
    /// More than one for [`Kind::Argv`] only.
    texts: Vec<String>,
}

/// A command and the values of its options.
///
/// Names of options are those of the table; a body that asks for another one is wrong, which a debug build notices.
#[derive(Debug, Clone)]
pub(crate) struct Args {
    command: &'static Command,
    slots: Vec<Slot>,
}

impl Args {
    /// Returns the command without values.
    pub(crate) fn new(command: &'static Command) -> Self {
        Self { command, slots: vec![Slot::default(); command.options.len()] }
    }

    /// Returns the command.
    pub(crate) fn command(&self) -> &'static Command {
        self.command
    }

    /// Gives an option its value.
    pub(crate) fn set(&mut self, option: &Opt, value: Option<Vec<u8>>) {
        let at = self.command.options.iter().position(|one| one.name == option.name);
        let Some(slot) = at.and_then(|at| self.slots.get_mut(at)) else { return };
        slot.present = true;
        if option.kind != Kind::Argv {
            slot.texts.clear();
        }
        slot.texts.extend(value.map(|value| bytes::text(&value)));
    }

    fn slot(&self, name: &str) -> Option<(&'static Opt, &Slot)> {
        let mut both = self.command.options.iter().zip(&self.slots);
        let found = both.find(|(option, _)| option.name == name);
        debug_assert!(found.is_some(), "command {} has no option {name}", self.command.name);
        found.filter(|(_, slot)| slot.present)
    }

    /// Returns true if the option was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.slot(name).is_some()
    }

    /// Returns how many values the option has.
    pub(super) fn count(&self, name: &str) -> usize {
        self.all(name).len()
    }

    /// Returns the value, whatever it is.
    pub(crate) fn any(&self, name: &str) -> Option<&str> {
        self.slot(name)?.1.texts.last().map(String::as_str)
    }

    /// Returns the text, if the option was given.
    ///
    /// # Errors
    /// It is empty, and may not be.
    pub(crate) fn text(&self, name: &str) -> Done<Option<&str>> {
        let Some((option, slot)) = self.slot(name) else { return Ok(None) };
        let text = slot.texts.last().map_or("", String::as_str);
        if text.is_empty() && !option.may_be_empty {
            return Err(Failure::say(format!("Failed to get option '{name}': Option argument is empty")));
        }
        Ok(Some(text))
    }

    /// Returns the text of an option that the command needs.
    ///
    /// # Errors
    /// It is empty, and may not be.
    pub(crate) fn needed(&self, name: &str) -> Done<&str> {
        // The parser let no command without it pass.
        Ok(self.text(name)?.unwrap_or_default())
    }

    /// Returns all texts of the last option.
    pub(crate) fn all(&self, name: &str) -> &[String] {
        self.slot(name).map(|(_, slot)| slot.texts.as_slice()).unwrap_or_default()
    }

    /// Returns the texts of the last option with blanks between.
    pub(crate) fn joined(&self, name: &str) -> Option<String> {
        self.slot(name).map(|(_, slot)| slot.texts.join(" "))
    }

    fn number<T>(&self, name: &str, read: impl Fn(&str) -> Option<T>) -> Done<Option<T>> {
        let Some(text) = self.any(name) else { return Ok(None) };
        read(text).map(Some).ok_or_else(|| malformed(text, name))
    }

    /// Returns the number, if the option was given.
    ///
    /// # Errors
    /// It is no number, or one that does not fit: so for all that follow.
    pub(crate) fn i32(&self, name: &str) -> Done<Option<i32>> {
        self.number(name, number::to_i32)
    }

    /// See [`Args::i32`].
    pub(crate) fn i64(&self, name: &str) -> Done<Option<i64>> {
        self.number(name, number::to_i64)
    }

    /// See [`Args::i32`].
    pub(crate) fn u32(&self, name: &str) -> Done<Option<u32>> {
        self.number(name, number::to_u32)
    }

    /// See [`Args::i32`].
    pub(crate) fn u64(&self, name: &str) -> Done<Option<u64>> {
        self.number(name, number::to_u64)
    }

    /// See [`Args::i32`]; -1 is the largest number.
    pub(crate) fn wrapping_u64(&self, name: &str) -> Done<Option<u64>> {
        self.number(name, number::wrapping_u64)
    }

    /// Returns a number with a unit, which is `unit` if the user gave none.
    ///
    /// # Errors
    /// It is none, or larger than `max`.
    pub(crate) fn scaled(&self, name: &str, unit: u64, max: u64) -> Done<Option<u64>> {
        let Some(text) = self.any(name) else { return Ok(None) };
        let malformed = |error| Failure { error, ..scaled_malformed(text, name) };
        number::scaled(text, unit, max).map(Some).map_err(malformed)
    }

    /// Returns `--timeout` in milliseconds.
    ///
    /// # Errors
    /// It is no number of seconds, or 0.
    pub(crate) fn timeout(&self) -> Done<Option<u64>> {
        let Some(seconds) = self.u32("timeout")? else { return Ok(None) };
        if seconds == 0 || seconds > u32::MAX / 2 / 1000 {
            return Err(malformed(&seconds.to_string(), "timeout"));
        }
        Ok(Some(u64::from(seconds).saturating_mul(1000)))
    }

    /// Returns the sum of the flags whose options were given.
    pub(crate) fn flags(&self, flags: &[(&str, u32)]) -> u32 {
        flags.iter().filter(|(name, _)| self.has(name)).fold(0, |sum, (_, flag)| sum | flag)
    }

    /// Refuses two options that exclude each other.
    pub(crate) fn exclusive(&self, one: &str, other: &str) -> Done {
        exclusive((one, self.has(one)), (other, self.has(other)))
    }

    /// Refuses the option `by` without the option `wanted`.
    pub(crate) fn requires(&self, by: &str, wanted: &str) -> Done {
        if self.has(by) && !self.has(wanted) {
            return Err(Failure::say(format!("Option --{wanted} is required by option --{by}")));
        }
        Ok(())
    }

    /// Refuses a command without both options.
    pub(crate) fn either(&self, one: &str, other: &str) -> Done {
        if !self.has(one) && !self.has(other) {
            return Err(Failure::say(format!("Either --{one} or --{other} must be provided")));
        }
        Ok(())
    }

    /// Returns the flags of `--config` and `--live`.
    ///
    /// # Errors
    /// `--current` was given with one of them.
    pub(crate) fn impact(&self) -> Done<u32> {
        self.exclusive("current", "live")?;
        self.exclusive("current", "config")?;
        Ok(self.flags(&[("config", VIR_DOMAIN_AFFECT_CONFIG), ("live", VIR_DOMAIN_AFFECT_LIVE)]))
    }
}

/// Refuses two options that exclude each other.
pub(crate) fn exclusive(one: (&str, bool), other: (&str, bool)) -> Done {
    if one.1 && other.1 {
        return Err(Failure::say(format!("Options --{} and --{} are mutually exclusive", one.0, other.0)));
    }
    Ok(())
}

/// Returns the error for a text that is no number.
pub(crate) fn malformed(text: &str, name: &str) -> Failure {
    Failure::say(format!("Numeric value '{text}' for <{name}> option is malformed or out of range"))
}

/// Returns the error for a text that is no number with a unit.
pub(crate) fn scaled_malformed(text: &str, name: &str) -> Failure {
    Failure::say(format!("Scaled numeric value '{text}' for <{name}> option is malformed or out of range"))
}
