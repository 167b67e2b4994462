//! One operation: a method of this crate on its way to the driver. It knows the name of the public function, which errors
//! tell, refuses what no driver needs to be asked for, and makes the call, through the guard that every driver has in front of it.
//!
//! The steps of a method, in the order in which a program sees their errors:
//!
//! ```text
//! let op = self.op(&Function("virDomainSetMemory", FROM)).write()?.not_zero("memory", memory)?;
//! let args = remote::DomainSetMemoryArgs { dom: self.wire(), memory };
//! op.call(|driver, call| driver.domain_set_memory(call, &args))
//! ```
use crate::deadline;
use crate::flags::{VIR_DOMAIN_AFFECT_CONFIG, VIR_DOMAIN_AFFECT_LIVE};
use crate::params::{TypedParam, TypedParams, Value, check, to_wire};
use crate::reply;
use crate::text::Text;
use oxivirt_model::constants::VIR_TYPED_PARAM_STRING_OKAY;
use oxivirt_model::{ArgumentRule, Error, ErrorCode, ErrorDomain, Function, Result, message};
use oxivirt_protocol::{Call, Driver, Flag, Guarded, Session, remote};
use oxivirt_xdr::Str;

/// An operation of a connection.
#[derive(Clone, Copy)]
pub(crate) struct Op<'a> {
    session: &'a dyn Session,
    read_only: bool,
    function: &'a Function,
}

/// A fresh call record. Not inlined: filling it in takes more bytes than calling this.
#[inline(never)]
pub(crate) fn call_record() -> Call {
    Call { deadline: deadline::current(), ..Call::default() }
}

/// Always inlined where a closure is taken: a function of its own for each procedure would cost more than it saves.
#[expect(clippy::inline_always, reason = "one procedure each: measured, the library is smaller and faster so")]
impl<'a> Op<'a> {
    pub(crate) fn new(session: &'a dyn Session, read_only: bool, function: &'a Function) -> Self {
        Self { session, read_only, function }
    }

    /// Returns the public function, for the errors of a rule that is used once.
    pub(crate) fn function(&self) -> &'a Function {
        self.function
    }

    /// Returns the driver behind the guard, which refuses by the procedure's rules what the method did not.
    #[inline(always)]
    pub(crate) fn guarded(&self) -> Guarded<'a> {
        Guarded::new(self.session, self.read_only)
    }

    /// Refuses a read-only connection: the operation changes something.
    #[inline]
    pub(crate) fn write(self) -> Result<Self> {
        if self.read_only { Err(self.function.read_only()) } else { Ok(self) }
    }

    /// Refuses a read-only connection for arguments that make the operation change something.
    #[inline]
    pub(crate) fn write_if(self, changes: bool) -> Result<Self> {
        if changes { self.write() } else { Ok(self) }
    }

    /// Refuses a read-only connection for flags that ask for secrets.
    #[inline]
    pub(crate) fn secrets(self, asked: bool) -> Result<Self> {
        if asked && self.read_only { Err(self.function.no_secrets()) } else { Ok(self) }
    }

    /// Refuses zero. `name` is the argument's in C.
    #[inline]
    pub(crate) fn not_zero(self, name: &'static str, value: impl Into<u64>) -> Result<Self> {
        if value.into() == 0 { Err(self.function.argument(name, ArgumentRule::NotZero)) } else { Ok(self) }
    }

    /// Refuses a number below zero.
    #[inline]
    pub(crate) fn not_negative(self, name: &'static str, value: i32) -> Result<Self> {
        if value < 0 { Err(self.function.argument(name, ArgumentRule::NotNegative)) } else { Ok(self) }
    }

    /// Refuses zero and numbers below it.
    #[inline]
    pub(crate) fn positive(self, name: &'static str, value: i32) -> Result<Self> {
        if value <= 0 { Err(self.function.argument(name, ArgumentRule::Positive)) } else { Ok(self) }
    }

    /// Refuses a list without elements. `name` is that of the argument for their number in C.
    #[inline]
    pub(crate) fn some<T>(self, name: &'static str, list: &[T]) -> Result<Self> {
        if list.is_empty() { Err(self.function.argument(name, ArgumentRule::Positive)) } else { Ok(self) }
    }

    /// Refuses the empty text.
    #[inline]
    pub(crate) fn not_empty(self, name: &'static str, text: &[u8]) -> Result<Self> {
        if text.is_empty() { Err(self.function.argument(name, ArgumentRule::NotEmpty)) } else { Ok(self) }
    }

    /// Refuses a missing text that is needed here; only where it depends on other arguments whether it is.
    #[inline]
    pub(crate) fn present<T>(self, name: &'static str, text: &Option<T>) -> Result<Self> {
        if text.is_none() { Err(self.function.argument(name, ArgumentRule::NotNull)) } else { Ok(self) }
    }

    /// Refuses a text that has no meaning here.
    #[inline]
    pub(crate) fn absent<T>(self, name: &'static str, text: &Option<T>) -> Result<Self> {
        if text.is_some() { Err(self.function.argument(name, ArgumentRule::Null)) } else { Ok(self) }
    }

    /// Refuses to be asked about the running domain and its configuration at once.
    #[inline]
    pub(crate) fn one_impact(self, flags: u32) -> Result<Self> {
        self.exclusive(flags, VIR_DOMAIN_AFFECT_LIVE, VIR_DOMAIN_AFFECT_CONFIG)
    }

    /// Refuses two flags that exclude each other; `flags` holds all that were passed.
    #[inline]
    pub(crate) fn exclusive(self, flags: u32, a: Flag, b: Flag) -> Result<Self> {
        if flags & a.0 != 0 && flags & b.0 != 0 { Err(self.function.exclusive(a.1, b.1)) } else { Ok(self) }
    }

    /// Refuses `flag` without the flag it `needs`.
    #[inline]
    pub(crate) fn requires(self, flags: u32, flag: Flag, needs: Flag) -> Result<Self> {
        if flags & flag.0 != 0 && flags & needs.0 == 0 {
            Err(self.function.required(needs.1, flag.1))
        } else {
            Ok(self)
        }
    }

    /// What a driver that has no such method answers gets the name of the public function; all else stays as it is.
    #[cold]
    pub(crate) fn named(self, error: Error) -> Error {
        named(self.function, error)
    }

    /// Makes the call; the answer borrows nothing from the reply.
    #[inline(always)]
    pub(crate) fn call<R>(self, procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<R>) -> Result<R> {
        procedure(&self.guarded(), &mut call_record()).map_err(|error| self.named(error))
    }

    /// Makes a call that answers nothing but a number, which is refused when negative.
    #[inline(always)]
    pub(crate) fn number(self, procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<i32>) -> Result<i32> {
        self.number_of("ret", procedure)
    }

    /// Does what [`Op::number`] does; errors call the number `field`.
    #[inline(always)]
    pub(crate) fn number_of(
        self,
        field: &'static str,
        procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<i32>,
    ) -> Result<i32> {
        reply::number(self.call(procedure)?, field)
    }

    /// Makes a call that answers whether something is so.
    #[inline(always)]
    pub(crate) fn truth(self, procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<i32>) -> Result<bool> {
        self.truth_of("ret", procedure)
    }

    /// Does what [`Op::truth`] does; errors call the answer `field`.
    #[inline(always)]
    pub(crate) fn truth_of(
        self,
        field: &'static str,
        procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<i32>,
    ) -> Result<bool> {
        Ok(self.number_of(field, procedure)? != 0)
    }

    /// Makes a call that answers typed parameters and how many there are. Returns the number, and the parameters.
    #[inline(always)]
    pub(crate) fn params(
        self,
        procedure: impl for<'c> FnOnce(&dyn Driver, &'c mut Call) -> Result<(i32, Vec<remote::TypedParam<'c>>)>,
    ) -> Result<(i32, TypedParams)> {
        let mut call = call_record();
        let (number, params) = procedure(&self.guarded(), &mut call).map_err(|error| self.named(error))?;
        Ok((reply::number(number, "nparams")?, TypedParams::from_wire(&params)))
    }

    /// Refuses a type that there is not, also that of no type, where the driver works in this process and looks at types itself.
    fn check_type(self, param: &TypedParam<'_>) -> Result<()> {
        let Value::Other(kind) = &param.value else { return Ok(()) };
        if !self.session.is_local() {
            return Ok(());
        }
        let text = message!("unknown type ('%1$d') of parameter '%2$s'", kind, param.name.to_str_lossy());
        Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text))
    }

    /// Returns a setter's parameters for the driver, after the checks that all setters end with: names fit, strings are there
    /// and the driver knows strings, which it is asked in any case.
    pub(crate) fn settings<'p>(self, params: &'p [TypedParam<'_>]) -> Result<Vec<remote::TypedParam<'p>>> {
        let strings = self.takes_strings()?;
        for param in params {
            self.check_type(param)?;
            check(param, strings)?;
        }
        to_wire(params)
    }

    /// Returns true if the driver takes string parameters.
    pub(crate) fn takes_strings(self) -> Result<bool> {
        self.session.takes_strings(&mut call_record()).map_err(|error| self.named(error))
    }

    /// Returns `flags` of a parameter getter, saying that strings are welcome where the driver can send them.
    pub(crate) fn with_strings(self, flags: u32) -> Result<u32> {
        Ok(if self.takes_strings()? { flags | VIR_TYPED_PARAM_STRING_OKAY } else { flags })
    }

    /// Makes a call that lists objects. `procedure` gets the wire's `need_results`, and hands what it was answered to the
    /// [`Listed`]. Returns how many there are, and the objects if they are wanted.
    #[inline(always)]
    pub(crate) fn list<T>(
        self,
        wanted: bool,
        procedure: impl FnOnce(&dyn Driver, &mut Call, i32, Listed) -> Result<(i32, Vec<T>)>,
    ) -> Result<(i32, Vec<T>)> {
        self.call(|driver, call| procedure(driver, call, wanted.into(), Listed { wanted }))
    }

    /// Makes a call that answers texts.
    #[inline(always)]
    pub(crate) fn texts(
        self,
        procedure: impl for<'c> FnOnce(&dyn Driver, &'c mut Call) -> Result<Vec<Str<'c>>>,
    ) -> Result<Vec<Text>> {
        let mut call = call_record();
        let texts = procedure(&self.guarded(), &mut call).map_err(|error| self.named(error))?;
        Ok(texts.iter().map(Text::from).collect())
    }

    /// Makes a call that answers a text.
    #[inline(always)]
    pub(crate) fn text(
        self,
        procedure: impl for<'c> FnOnce(&dyn Driver, &'c mut Call) -> Result<Str<'c>>,
    ) -> Result<Text> {
        let mut call = call_record();
        let text = procedure(&self.guarded(), &mut call).map_err(|error| self.named(error))?;
        Ok(Text::from(&text))
    }
}

/// Takes the reply of a procedure that lists objects.
#[derive(Clone, Copy)]
pub(crate) struct Listed {
    wanted: bool,
}

impl Listed {
    /// Returns the number of objects, and the objects if they are wanted, made one by one from the wire. `claimed` is the number
    /// in the reply's `ret`: it counts when no objects are wanted, and must be the length of the list otherwise.
    pub(crate) fn take<W, T>(
        self,
        claimed: impl TryInto<i32>,
        wire: &[W],
        make: impl FnMut(&W) -> T,
    ) -> Result<(i32, Vec<T>)> {
        // What does not fit is negative, and refused as that.
        let claimed = claimed.try_into().unwrap_or(-1);
        if !self.wanted {
            return Ok((reply::number(claimed, "ret")?, Vec::new()));
        }
        reply::counted(claimed, wire.len(), "ret")?;
        Ok((claimed, wire.iter().map(make).collect()))
    }
}

/// What a driver that has no such method answers gets the name of the public function; all else stays as it is.
#[cold]
pub(crate) fn named(function: &Function, error: Error) -> Error {
    if error.is_missing_method() { function.unsupported() } else { error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Connection;
    use oxivirt_protocol::{Listener, Program, Streams, Transact};
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::sync::{Arc, Weak};

    /// A driver that counts what it is asked and answers nothing.
    #[derive(Debug)]
    struct Counting {
        read_only: bool,
        asked: Arc<AtomicU32>,
    }

    impl Transact for Counting {
        fn transact(
            &self,
            call: &mut Call,
            _: Program,
            _: u32,
            _: &dyn Fn(&mut oxivirt_xdr::Writer<'_>) -> oxivirt_xdr::Result<()>,
        ) -> Result<()> {
            self.asked.fetch_add(1, Ordering::Relaxed);
            call.reply.clear();
            Ok(())
        }
    }

    impl Streams for Counting {}

    impl Session for Counting {
        fn uri(&self) -> &[u8] {
            b"counting:///"
        }
        fn kind(&self) -> Result<&[u8]> {
            Ok(b"COUNTING")
        }
        fn is_alive(&self) -> bool {
            true
        }
        fn is_read_only(&self) -> bool {
            self.read_only
        }
        fn listen(&self, _: Weak<dyn Listener>) {}
        fn filters_events(&self) -> bool {
            false
        }
        fn has_close_callback(&self) -> bool {
            false
        }
        fn close(&self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn the_guard_stands_before_the_driver() {
        const FUNCTION: Function = Function("virDomainSetMemory", ErrorDomain::DOMAIN);
        let set = |read_only, memory| {
            let asked = Arc::new(AtomicU32::new(0));
            let conn = Connection::from_session(Arc::new(Counting { read_only, asked: Arc::clone(&asked) }));
            let args = remote::DomainSetMemoryArgs { dom: remote::NonnullDomain::default(), memory };
            // No check of the operation's own.
            let done = Op::new(conn.session(), conn.is_read_only(), &FUNCTION)
                .call(|driver, call| driver.domain_set_memory(call, &args));
            (done.map_err(|error| error.code), asked.load(Ordering::Relaxed))
        };
        assert_eq!(set(false, 1), (Ok(()), 1));
        assert_eq!(set(true, 1), (Err(ErrorCode::OPERATION_DENIED), 0));
        assert_eq!(set(false, 0), (Err(ErrorCode::INVALID_ARG), 0));
    }
}
