//! The headers' structs, callbacks and constants as Rust, by bindgen: types for the boundary, constants for everybody.
use crate::Result;
use quote::ToTokens;
use std::fmt::Write;

/// All that a C program includes.
const HEADERS: [&str; 5] = ["libvirt.h", "virterror.h", "libvirt-admin.h", "libvirt-qemu.h", "libvirt-lxc.h"];

/// What the two generated files say, not formatted.
pub(crate) struct Rendered {
    /// src/abi/gen/headers.rs
    pub(crate) types: String,
    /// crates/model/src/gen/constants.rs
    pub(crate) constants: String,
}

pub(crate) fn render() -> Result<Rendered> {
    let includes = HEADERS.map(|name| format!("#include <libvirt/{name}>\n"));
    let bindings = bindgen::Builder::default()
        .header_contents("all.h", &includes.concat())
        .clang_arg("-Iinclude")
        // The constants that say how many others there are.
        .clang_arg("-DVIR_ENUM_SENTINELS")
        .allowlist_type("vir.*")
        .allowlist_var("(VIR|LIBVIR)_.*")
        // Entry points define functions; nothing calls them.
        .blocklist_function(".*")
        // Whatever a program's function throws passes through.
        .override_abi(bindgen::Abi::CUnwind, ".*")
        .generate_comments(false)
        .default_enum_style(bindgen::EnumVariation::Consts)
        .prepend_enum_name(false)
        .layout_tests(false)
        .use_core()
        .ctypes_prefix("core::ffi")
        .rust_target(bindgen::RustTarget::stable(85, 0).map_err(|e| e.to_string())?)
        .formatter(bindgen::Formatter::None)
        .generate()?;
    divide(&bindings.to_string())
}

/// Divides bindgen's text. Constants get plain integer types and their enum's name before them.
fn divide(bindings: &str) -> Result<Rendered> {
    let file = syn::parse_file(bindings)?;
    let (constants, types): (Vec<_>, Vec<_>) =
        file.items.into_iter().partition(|item| matches!(item, syn::Item::Const(_)));
    let mut types_text =
        String::from("//! The structs and callbacks of include/libvirt. Written by `cargo headers`.\n\n");
    for item in &types {
        let _ = writeln!(types_text, "{}", item.to_token_stream());
    }
    let mut text = String::from(
        "//! The constants of include/libvirt under their C names. Written by `cargo headers`.\n\
         #![expect(missing_docs, reason = \"the headers document them\")]\n",
    );
    let mut group = String::new();
    for item in constants {
        let syn::Item::Const(constant) = item else { continue };
        let of = constant.ty.to_token_stream().to_string();
        let (plain, value) = match text_of(&constant.expr) {
            Some(literal) => ("&str".to_owned(), format!("{literal:?}")),
            None => (integer(&of, &types)?, constant.expr.to_token_stream().to_string()),
        };
        if of.starts_with("vir") && of != group {
            let _ = write!(text, "\n// {of}\n");
            group = of;
        }
        let _ = writeln!(text, "pub const {}: {plain} = {value};", constant.ident);
    }
    Ok(Rendered { types: types_text, constants: text })
}

/// What a C string literal says.
fn text_of(value: &syn::Expr) -> Option<String> {
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::ByteStr(literal), .. }) = value else {
        return None;
    };
    let bytes = literal.value();
    String::from_utf8(bytes.strip_suffix(b"\0").unwrap_or(&bytes).to_vec()).ok()
}

/// The Rust integer behind an enum's type.
fn integer(name: &str, types: &[syn::Item]) -> Result<String> {
    let alias = types.iter().find_map(|item| match item {
        syn::Item::Type(alias) if alias.ident == name => Some(alias.ty.to_token_stream().to_string().replace(' ', "")),
        _ => None,
    });
    match alias.as_deref() {
        Some("core::ffi::c_uint") => Ok("u32".to_owned()),
        Some("core::ffi::c_int") => Ok("i32".to_owned()),
        Some(other) => Err(format!("{name}: an enum of type {other}").into()),
        None => Ok(name.to_owned()),
    }
}
