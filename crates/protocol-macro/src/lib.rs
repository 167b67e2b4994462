//! What the generated types and driver traits of `crates/protocol` expand to.
//!
//! The generator writes what people read: a struct for each body with its limits as attributes, a trait for each topic with
//! the facts of each procedure as an attribute. What follows from these without another decision is made here: the codec, the
//! remote client's side, the server's dispatch, the table of facts.
//!
//! - [`macro@Xdr`] makes the codec of a type;
//! - [`macro@Event`] makes the codec of the enum of all events, [`macro@IntoOwned`] copies that outlive the payload;
//! - [`macro@topic`] makes everything that follows from a driver trait, [`macro@Arguments`] what its rules ask of arguments.
//!
//! The input is always what `cargo xtask gen` writes, so a few token functions (`tokens`) replace a parser of all of Rust.
mod arguments;
mod event;
mod rules;
mod tokens;
mod topic;
mod xdr;

use proc_macro::TokenStream;

/// Derives `oxivirt_xdr::Encode` and `oxivirt_xdr::Decode`.
///
/// - A struct with named fields: the fields in order.
/// - A struct around an `i32`: a wire enum.
/// - An enum: a union; each variant carries its discriminant, `#[xdr(1)]`, and one value.
///
/// `#[xdr(name = "remote_domain")]` on the type is its name in the IDL, which errors tell. Counted fields have their limit,
/// `#[xdr(max = DOMAINS_MAX)]`, arrays of strings also that of each string, `each = STRING_MAX`; `name = "devAlias"` is the
/// field's name in the IDL where it differs from the Rust name.
///
/// A counted field without a limit does not compile:
///
/// ```compile_fail
/// use oxivirt_protocol_macro::Xdr;
/// use oxivirt_xdr::Str;
///
/// #[derive(Xdr)]
/// #[xdr(name = "t_names")]
/// struct Names<'a> {
///     names: Vec<Str<'a>>,
/// }
/// ```
///
/// With its limits it does:
///
/// ```
/// use oxivirt_protocol_macro::Xdr;
/// use oxivirt_xdr::Str;
///
/// #[derive(Xdr)]
/// #[xdr(name = "t_names")]
/// struct Names<'a> {
///     #[xdr(max = 10, each = 80)]
///     names: Vec<Str<'a>>,
/// }
/// ```
#[proc_macro_derive(Xdr, attributes(xdr))]
pub fn derive_xdr(item: TokenStream) -> TokenStream {
    finish(xdr::expand(item))
}

/// Derives `oxivirt_xdr::IntoOwned` for a type with `#[derive(Xdr)]` that borrows.
#[proc_macro_derive(IntoOwned)]
pub fn derive_into_owned(item: TokenStream) -> TokenStream {
    finish(xdr::into_owned(item))
}

/// Derives what rules ask of a procedure's arguments: the first object they name, and their flags.
#[proc_macro_derive(Arguments)]
pub fn derive_arguments(item: TokenStream) -> TokenStream {
    finish(arguments::expand(item))
}

/// Derives decoding, encoding and identity of the enum of all events, whose variants are events with their fields.
///
/// A variant's `#[event(program = REMOTE, class = Domain, id = 0, bare = 107, numbered = 318)]` says which event it is: the
/// procedures of its form without and with the number of the registration in front. A field that only the latter has
/// carries `#[event(numbered)]`; it is 0 in the other. `#[xdr(…)]` is that of [`macro@Xdr`].
#[proc_macro_derive(Event, attributes(event, xdr))]
pub fn derive_event(item: TokenStream) -> TokenStream {
    finish(event::expand(item))
}

/// Makes a driver trait of a topic, `#[topic(remote)]` naming the program's module.
///
/// The trait's methods get bodies that answer `VIR_ERR_NO_SUPPORT`; whoever implements `Transact` gets the trait, and so does `Guarded`;
/// the module gets the constant `TOPIC` with the tables, and the program's `Procedure` a constant for each method. Each method carries
/// its facts, as the IDL says them:
///
/// - `#[procedure(204, high, long, read_stream = 2, write_stream = 2, sparse = VIR_…, acl("domain:write"), acl_filter("domain:getattr"))]`:
///   the number first, the others where they apply;
/// - `#[function(virDomainSetMemoryFlags, DOMAIN)]`: the public function and its section's error domain;
/// - `#[rules(…)]`, in the order in which they hold: `changes`, `changes_with(VIR_…)`, `changes_if(source = VIR_…)`, `secure(VIR_…)`,
///   `not_zero(memory)`, `not_negative(id)`, `positive(nparams = params)` (the name in C and the field, where they differ),
///   `exclusive(VIR_…, VIR_…)`, `requires(VIR_…, VIR_…)`.
#[proc_macro_attribute]
pub fn topic(arguments: TokenStream, item: TokenStream) -> TokenStream {
    finish(topic::expand(arguments, item))
}

/// The expansion, or the error where the compiler shows it.
fn finish(expanded: Result<String, String>) -> TokenStream {
    let parsed = expanded.and_then(|text| text.parse().map_err(|error| format!("{error} in an expansion")));
    parsed.unwrap_or_else(|message: String| format!("compile_error!({message:?});").parse().unwrap_or_default())
}
