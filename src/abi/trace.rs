//! The entry trace: one line when a function is entered, with its arguments, and one when it is left, with its result.
//!
//! The lines are the same in every run that does the same: handles are shown by kind and name, never by address. Nothing
//! is read through a pointer that the function itself might not read: of results, arrays and structs only their
//! presence is shown. docs/TRACING.md describes the format.
use super::Site;
use super::args::{Array, InList, InStr, InStrings, Out, OutList};
use super::error::ErrorArgument;
use super::handle::{In, Object};
use super::structs::{FsInfoArgument, InterfaceArgument, StatsRecordList};
use oxivirt_log::{Level, Place, Source, quoted, source};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, ErrorLevel};
use oxivirt_sys::OnceBox;
use std::ffi::c_void;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Instant;

const UNKNOWN: u8 = 0;
const ON: u8 = 1;
const OFF: u8 = 2;
/// Whether any function's source wants its edges.
static EDGES: AtomicU8 = AtomicU8::new(UNKNOWN);

/// Whether functions may be traced; to be asked before anything is prepared.
#[expect(
    clippy::inline_always,
    reason = "two instructions; built for size, it would become a call of each entry point"
)]
#[inline(always)]
pub(crate) fn maybe_traced() -> bool {
    EDGES.load(Ordering::Relaxed) != OFF
}

/// Whether functions are traced.
#[inline]
pub(crate) fn traced() -> bool {
    maybe_traced() && decide()
}

#[cold]
fn decide() -> bool {
    if EDGES.load(Ordering::Relaxed) == UNKNOWN {
        let any = SOURCES.iter().any(|source| source.wants(Level::Debug));
        EDGES.store(if any { ON } else { OFF }, Ordering::Relaxed);
        return any;
    }
    true
}

/// The sources that functions belong to.
const SOURCES: [&Source; 17] = [
    &source::LIBVIRT,
    &source::DOMAIN,
    &source::SNAPSHOT,
    &source::CHECKPOINT,
    &source::HOST,
    &source::INTERFACE,
    &source::NETWORK,
    &source::NODEDEV,
    &source::NWFILTER,
    &source::SECRET,
    &source::STORAGE,
    &source::STREAM,
    &source::QEMU,
    &source::LXC,
    &source::ADMIN,
    &source::EVENT,
    &source::TYPED_PARAM,
];

/// The source of a function, named as the stock library files it.
fn source_of(site: &Site) -> &'static Source {
    let starts = |prefix: &str| site.function.starts_with(prefix);
    if starts("virDomainQemu") || starts("virConnectDomainQemu") {
        return &source::QEMU;
    }
    match site.from {
        ErrorDomain::DOM | ErrorDomain::DOMAIN => &source::DOMAIN,
        ErrorDomain::DOMAIN_SNAPSHOT => &source::SNAPSHOT,
        ErrorDomain::DOMAIN_CHECKPOINT => &source::CHECKPOINT,
        ErrorDomain::INTERFACE => &source::INTERFACE,
        ErrorDomain::NETWORK => &source::NETWORK,
        ErrorDomain::NODEDEV => &source::NODEDEV,
        ErrorDomain::NWFILTER => &source::NWFILTER,
        ErrorDomain::SECRET => &source::SECRET,
        ErrorDomain::STORAGE => &source::STORAGE,
        ErrorDomain::STREAMS => &source::STREAM,
        ErrorDomain::EVENT => &source::EVENT,
        _ if starts("virEvent") => &source::EVENT,
        _ if starts("virAdm") => &source::ADMIN,
        _ if starts("virDomainLxc") => &source::LXC,
        _ if starts("virNode") => &source::HOST,
        _ if starts("virTypedParam") => &source::TYPED_PARAM,
        _ => &source::LIBVIRT,
    }
}

/// The line number of an entry is always 0: it would differ between versions and mean nothing to the reader.
fn place(site: &Site) -> Place<'static> {
    Place { file: "src/api", line: 0, function: site.function }
}

/// Writes the line of a function that was entered, if it is traced. With the C calling convention nothing unwinds out of here.
#[expect(improper_ctypes_definitions, reason = "called by entry points only, which are not C")]
#[cold]
#[inline(never)]
pub(crate) extern "C" fn trace_arguments(site: &Site, names: &str, arguments: &[&dyn Traced]) {
    let source = source_of(site);
    if !traced() || !source.wants(Level::Debug) {
        return;
    }
    let mut text = String::from("enter");
    for (index, (name, value)) in names.split(',').zip(arguments).enumerate() {
        text.push_str(if index == 0 { " " } else { ", " });
        text.push_str(name);
        text.push('=');
        text.push_str(&value.show(name));
    }
    oxivirt_log::write(source, Level::Debug, &place(site), format_args!("{text}"));
}

/// When a traced call began, if durations are wanted.
#[inline]
pub(super) fn start(traced: bool) -> Option<Instant> {
    if traced { clock() } else { None }
}

#[cold]
fn clock() -> Option<Instant> {
    static DURATIONS: OnceBox<bool> = OnceBox::new();
    let wanted = || oxivirt_sys::variable("OXIVIRT_TRACE_DURATION").is_some_and(|value| value == "1");
    DURATIONS.get_or_init(wanted).then(Instant::now)
}

/// Writes the line of a function that is left: its result, the error it failed with, how long it took.
#[cold]
#[inline(never)]
pub(super) fn leave(site: &Site, began: Option<Instant>, result: &dyn Fn() -> String, failure: Option<ErrorCode>) {
    let source = source_of(site);
    if !source.wants(Level::Debug) {
        return;
    }
    let mut text = format!("leave {}", result());
    if let Some(code) = failure {
        text.push_str(&format!(", error {}", code.0));
    }
    if let Some(began) = began {
        text.push_str(&format!(", {:.6} s", began.elapsed().as_secs_f64()));
    }
    oxivirt_log::write(source, Level::Debug, &place(site), format_args!("{text}"));
}

/// Logs the error of a call. Without a named output nobody asked for it: the error handler tells it already.
#[cold]
#[inline(never)]
pub(super) fn failed(site: &Site, error: &Error) {
    let level = if error.level == ErrorLevel::WARNING { Level::Warning } else { Level::Error };
    if !source::ERROR.wants(level) || !oxivirt_log::has_outputs() {
        return;
    }
    let fields = [("LIBVIRT_DOMAIN", error.domain.0), ("LIBVIRT_CODE", error.code.0)];
    let text = error.text();
    oxivirt_log::write_with(&source::ERROR, level, &place(site), &fields, format_args!("{text}"));
}

/// An argument as the trace shows it.
pub(crate) trait Traced {
    /// The value of the argument with this name.
    fn show(&self, name: &str) -> String;
}

fn pointer(null: bool, what: &str) -> String {
    if null { "NULL" } else { what }.to_owned()
}

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl Traced for $number {
            fn show(&self, name: &str) -> String {
                if name.ends_with("flags") {
                    format!("{self:#x}")
                } else {
                    self.to_string()
                }
            }
        }
    )* };
}
numbers!(i32, u32, i64, u64, usize);

impl Traced for f64 {
    fn show(&self, _: &str) -> String {
        self.to_string()
    }
}

impl Traced for InStr<'_> {
    fn show(&self, name: &str) -> String {
        match self.opt() {
            None => pointer(true, ""),
            Some(_) if name.contains("password") => "***".to_owned(),
            Some(text) => quoted(text.to_bytes()).to_string(),
        }
    }
}

impl<T: Object> Traced for In<'_, T> {
    fn show(&self, _: &str) -> String {
        match self.find() {
            Some(handle) => handle.shown(),
            None => pointer(self.is_null(), "invalid"),
        }
    }
}

impl<T> Traced for Out<'_, T> {
    fn show(&self, _: &str) -> String {
        pointer(self.is_null(), "set")
    }
}

impl<T: super::Plain> Traced for Array<'_, T> {
    fn show(&self, _: &str) -> String {
        pointer(self.is_null(), "array")
    }
}

impl<T: Object> Traced for OutList<'_, T> {
    fn show(&self, _: &str) -> String {
        pointer(!self.wanted(), "set")
    }
}

impl<T: Object> Traced for InList<'_, T> {
    fn show(&self, _: &str) -> String {
        pointer(self.present("").is_err(), "array")
    }
}

impl Traced for InStrings<'_> {
    fn show(&self, _: &str) -> String {
        pointer(self.is_null(), "array")
    }
}

impl Traced for ErrorArgument {
    fn show(&self, _: &str) -> String {
        pointer(self.get().is_none(), "set")
    }
}

macro_rules! structs {
    ($($kind:ty),*) => { $(
        impl Traced for $kind {
            fn show(&self, _: &str) -> String {
                pointer(self.is_null(), "set")
            }
        }
    )* };
}
structs!(StatsRecordList, FsInfoArgument, InterfaceArgument, *mut c_void);

macro_rules! functions {
    ($($($parameter:ident)*;)*) => { $(
        impl<R, $($parameter),*> Traced for Option<unsafe extern "C-unwind" fn($($parameter),*) -> R> {
            fn show(&self, _: &str) -> String {
                pointer(self.is_none(), "function")
            }
        }
    )* };
}
functions! { A; A B; A B C; A B C D; A B C D E; A B C D E F; A B C D E F G; }
