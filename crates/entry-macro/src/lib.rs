//! `#[entry]`: an ordinary function becomes an exported, versioned C symbol.
//!
//! The function keeps its signature; its body becomes a closure that `crate::abi::enter` runs inside the panic wall. A
//! signature is "everything before the last brace group", so neither a parser nor a quoting library is needed. Before the
//! wall, and only when somebody wants it, the arguments are traced under the parameters' names. The body may use `SITE`: the
//! function's name and its section's error domain.
//!
//! Options, comma separated:
//! - `keep_error`: the thread's last error is not reset on entry (accessors of that very error, releases);
//! - `stub = "reason"`: the body is ignored, the call answers `VIR_ERR_NO_SUPPORT`; counted in docs/COMPATIBILITY.md;
//! - `local`: no handle, no connection and no callback is involved, so nothing has to be kept for the call: cheaper. What
//!   the body cannot do is a `Refused` instead of a `Fault`;
//! - `start`: programs call it first; its code is put next to the other code of the start (build/start.ld);
//! - `private`: exported as `oxivirt_<name>` for one of the three small libraries, which forward to it.
use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

#[derive(Default)]
struct Options {
    keep_error: bool,
    stub: bool,
    private: bool,
    local: bool,
    start: bool,
}

/// Exports the function under its own name and version node; see the crate documentation for the options.
#[proc_macro_attribute]
pub fn entry(attribute: TokenStream, item: TokenStream) -> TokenStream {
    expand(attribute, item)
        .unwrap_or_else(|message| format!("compile_error!({message:?});").parse().unwrap_or_default())
}

fn options(attribute: TokenStream) -> Result<Options, String> {
    let mut options = Options::default();
    let mut tokens = attribute.into_iter();
    while let Some(token) = tokens.next() {
        match token.to_string().as_str() {
            "keep_error" => options.keep_error = true,
            "private" => options.private = true,
            "local" => options.local = true,
            "start" => options.start = true,
            "stub" => {
                let reason = tokens.nth(1).map(|t| t.to_string()).unwrap_or_default();
                if !reason.starts_with('"') || reason.len() < 3 {
                    return Err("#[entry(stub = \"…\")] needs a reason".into());
                }
                options.stub = true;
            }
            "," => {}
            other => return Err(format!("#[entry] does not know `{other}`")),
        }
    }
    Ok(options)
}

fn expand(attribute: TokenStream, item: TokenStream) -> Result<TokenStream, String> {
    let options = options(attribute)?;
    let mut tokens: Vec<TokenTree> = item.into_iter().collect();
    let body = match tokens.pop() {
        Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Brace => g,
        _ => return Err("#[entry] expects a function with a body".into()),
    };
    let at = tokens
        .iter()
        .position(|t| matches!(t, TokenTree::Ident(i) if i.to_string() == "fn"))
        .ok_or("#[entry] expects a function")?;
    let signature = tokens.split_off(at);
    let name = signature.get(1).map(ToString::to_string).ok_or("#[entry]: a function without a name")?;
    let symbol = if options.private { format!("oxivirt_{name}") } else { name.clone() };
    let unused = if options.stub { ", unused_variables" } else { "" };
    let mut out: TokenStream = parse(&format!(
        "core::arch::global_asm!(concat!(\".symver {symbol}, {symbol}@@@\", version_of!({symbol})));\n\
         #[allow(non_snake_case, unsafe_code{unused}, reason = \"a C symbol\")]\n\
         #[unsafe(export_name = {symbol:?})]"
    ))?;
    out.extend(tokens);
    // What a function of the program's throws passes through: no entry point has a destructor left to run then.
    out.extend(parse("extern \"C-unwind\"")?);
    out.extend(signature.iter().cloned());

    let run = match (options.local, options.keep_error) {
        (false, false) if options.start => "enter_at_start",
        (false, false) => "enter",
        (false, true) => "enter_keeping_error",
        (true, false) => "enter_local",
        (true, true) => "enter_local_keeping_error",
    };
    let names = parameters(&signature);
    // Copies, so that the arguments themselves stay in registers when nothing is traced.
    let copies: String = names.iter().map(|name| format!("let {name} = {name};")).collect();
    let shown: String = names.iter().map(|name| format!("&{name},")).collect();
    // One text instead of one for each: every word of this is in the library 540 times.
    let listed: Vec<&str> = names.iter().map(|name| name.trim_start_matches('_')).collect();
    let listed = listed.join(",");
    let mut call = parse(&format!(
        "const SITE: crate::abi::Site = crate::abi::Site {{ function: {name:?}, from: FROM }};\n\
         if crate::abi::maybe_traced() {{ {copies} crate::abi::trace_arguments(&SITE, {listed:?}, &[{shown}]); }}\n\
         crate::abi::{run}"
    ))?;
    let mut arguments = parse("&SITE, move ||")?;
    let body = if options.stub {
        // Even a stub tells a bad handle, as the function will once it is real.
        let check = handle_argument(&signature).map(|name| format!("{name}.get()?;")).unwrap_or_default();
        let text = format!("{check} Err(crate::abi::Fault::Unsupported)");
        let mut stub = Group::new(Delimiter::Brace, parse(&text)?);
        stub.set_span(body.span());
        stub
    } else {
        body
    };
    // The body keeps its original spans, so errors and go-to-definition point at the source.
    arguments.extend([TokenTree::Group(body)]);
    call.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, arguments))]);
    out.extend([TokenTree::Group(Group::new(Delimiter::Brace, call))]);
    Ok(out)
}

/// What stands between the signature's parentheses.
fn parameter_list(signature: &[TokenTree]) -> Option<TokenStream> {
    signature.iter().find_map(|t| match t {
        TokenTree::Group(g) if g.delimiter() == Delimiter::Parenthesis => Some(g.stream()),
        _ => None,
    })
}

/// The parameters' names: the identifier before each colon that starts a type. Commas between angle brackets separate
/// nothing.
fn parameters(signature: &[TokenTree]) -> Vec<String> {
    let (mut names, mut depth, mut in_type) = (Vec::new(), 0_i32, false);
    let mut last = String::new();
    for token in parameter_list(signature).unwrap_or_default() {
        match token.to_string().as_str() {
            "<" => depth = depth.saturating_add(1),
            ">" => depth = depth.saturating_sub(1),
            "," if depth == 0 => in_type = false,
            ":" if !in_type => {
                in_type = true;
                names.push(std::mem::take(&mut last));
            }
            other => last = other.to_owned(),
        }
    }
    names
}

/// The first parameter's name if its type is `In<…>`.
fn handle_argument(signature: &[TokenTree]) -> Option<String> {
    let mut tokens = parameter_list(signature)?.into_iter();
    let name = tokens.next()?.to_string();
    let kind = tokens.nth(1)?.to_string();
    (kind == "In").then_some(name)
}

fn parse(text: &str) -> Result<TokenStream, String> {
    text.parse().map_err(|e| format!("#[entry] template: {e}"))
}
