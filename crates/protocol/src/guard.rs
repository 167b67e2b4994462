//! The guard: what is refused before any driver is asked.
//!
//! The rules stand in the IDL. [`Guarded`] is a driver around a driver: it holds the rules of each procedure against the arguments and
//! the connection, then lets [`Access`] decide, then asks the driver inside. The library and a daemon use the same one.

use oxivirt_model::{ArgumentRule, Function, Result};
use oxivirt_xdr::{Opaque, Str};

use crate::{Access, Driver, ObjectRef, Program, Request};

/// A flag of a rule: its bits and its name in C, which errors tell.
pub type Flag = (u32, &'static str);

/// A rule that must hold before a driver is asked. Arguments go by their names in C.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The procedure changes something: not over a read-only connection.
    Changes,
    /// It does if one of these flags is set.
    ChangesWith(u32),
    /// It does if the argument has this value.
    ChangesIf(&'static str, i64),
    /// One of these flags asks for secrets: not over a read-only connection.
    Secure(u32),
    /// The argument, or the length of the array, may not be zero.
    NotZero(&'static str),
    /// The argument may not be negative.
    NotNegative(&'static str),
    /// The argument, or the length of the array, must be greater than zero.
    Positive(&'static str),
    /// The flags exclude each other.
    Exclusive(Flag, Flag),
    /// The first flag needs the second.
    Requires(Flag, Flag),
}

impl Rule {
    /// Holds the rule against a call.
    fn check(self, function: Function, read_only: bool, flags: u64, numbers: &[(&'static str, i64)]) -> Result<()> {
        let set = |bits: u32| flags & u64::from(bits) != 0;
        // A rule names an argument that the procedure has: the generator passes it.
        let number = |name: &str| numbers.iter().find(|(number, _)| *number == name).map_or(1, |(_, value)| *value);
        let refused =
            |broken: bool, error: &dyn Fn() -> oxivirt_model::Error| if broken { Err(error()) } else { Ok(()) };
        match self {
            Self::Changes => refused(read_only, &|| function.read_only()),
            Self::ChangesWith(bits) => refused(read_only && set(bits), &|| function.read_only()),
            Self::ChangesIf(name, value) => refused(read_only && number(name) == value, &|| function.read_only()),
            Self::Secure(bits) => refused(read_only && set(bits), &|| function.no_secrets()),
            Self::NotZero(name) => refused(number(name) == 0, &|| function.argument(name, ArgumentRule::NotZero)),
            Self::NotNegative(name) => {
                refused(number(name) < 0, &|| function.argument(name, ArgumentRule::NotNegative))
            }
            Self::Positive(name) => refused(number(name) <= 0, &|| function.argument(name, ArgumentRule::Positive)),
            Self::Exclusive(a, b) => refused(set(a.0) && set(b.0), &|| function.exclusive(a.1, b.1)),
            Self::Requires(flag, needs) => {
                refused(set(flag.0) && !set(needs.0), &|| function.required(needs.1, flag.1))
            }
        }
    }
}

/// A driver that is asked only for what its rules allow. Made for one caller, and cheap to make.
#[derive(Debug)]
pub struct Guarded<'g, A = ()> {
    pub(crate) driver: &'g dyn Driver,
    read_only: bool,
    access: A,
}

impl<'g> Guarded<'g> {
    /// A guard around `driver` for a connection that is read-only or not, without access rules.
    #[must_use]
    pub fn new(driver: &'g dyn Driver, read_only: bool) -> Self {
        Self { driver, read_only, access: () }
    }

    /// The same with access rules.
    #[must_use]
    pub fn with_access<A: Access>(self, access: A) -> Guarded<'g, A> {
        Guarded { driver: self.driver, read_only: self.read_only, access }
    }
}

impl<A: Access> Guarded<'_, A> {
    /// Lets a call pass, or says why not.
    #[expect(clippy::inline_always, reason = "one procedure each: without rules and access nothing is left of it")]
    #[inline(always)]
    pub(crate) fn admit<T: Arguments>(
        &self,
        (program, procedure): (Program, u32),
        rules: &'static [Rule],
        args: &T,
        numbers: &[(&'static str, i64)],
    ) -> Result<()> {
        if !rules.is_empty() {
            obey(program, procedure, self.read_only, rules, args.flags(), numbers)?;
        }
        if A::DECIDES {
            self.decide(program, procedure, args.object(), args.flags(), numbers)?;
        }
        Ok(())
    }

    fn decide(
        &self,
        program: Program,
        procedure: u32,
        object: ObjectRef<'_, '_>,
        flags: u64,
        numbers: &[(&'static str, i64)],
    ) -> Result<()> {
        match (program.procedure(procedure), program.rules(procedure)) {
            (Some(procedure), Some(rules)) => self.access.check(&Request { procedure, rules, object, flags, numbers }),
            _ => Ok(()),
        }
    }
}

/// Holds all rules of a procedure, in their order, against a call.
fn obey(
    program: Program,
    procedure: u32,
    read_only: bool,
    rules: &[Rule],
    flags: u64,
    numbers: &[(&'static str, i64)],
) -> Result<()> {
    // Most calls over most connections break nothing that most rules say.
    if !read_only && rules == [Rule::Changes] {
        return Ok(());
    }
    let function = program.procedure(procedure).map_or(Function::NONE, |info| info.function);
    rules.iter().try_for_each(|rule| rule.check(function, read_only, flags, numbers))
}

/// What rules ask of arguments.
pub(crate) trait Arguments {
    /// The object they name.
    fn object(&self) -> ObjectRef<'_, '_>;

    /// The flags, 0 without any.
    fn flags(&self) -> u64;
}

/// A procedure without arguments.
impl Arguments for () {
    fn object(&self) -> ObjectRef<'_, '_> {
        ObjectRef::Connection
    }

    fn flags(&self) -> u64 {
        0
    }
}

/// An argument that a rule compares with a number.
pub(crate) trait Number {
    /// The number, or the length of an array. What does not fit is larger than any limit.
    fn number(&self) -> i64;
}

macro_rules! numbers {
    ($($integer:ty)*) => {$(
        impl Number for $integer {
            fn number(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

numbers!(i32 u32 i64 u64 usize);

impl<T> Number for Vec<T> {
    fn number(&self) -> i64 {
        self.len().number()
    }
}

impl Number for Str<'_> {
    fn number(&self) -> i64 {
        self.len().number()
    }
}

impl Number for Opaque<'_> {
    fn number(&self) -> i64 {
        self.len().number()
    }
}
