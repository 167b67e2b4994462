//! The headers' structs, callbacks and constants as Rust, by bindgen.
use crate::Result;

/// All that a C program includes.
const HEADERS: [&str; 5] = ["libvirt.h", "virterror.h", "libvirt-admin.h", "libvirt-qemu.h", "libvirt-lxc.h"];

/// The text of src/abi/gen/headers.rs, not formatted.
pub(crate) fn render() -> Result<String> {
    let includes = HEADERS.map(|name| format!("#include <libvirt/{name}>\n"));
    let bindings = bindgen::Builder::default()
        .header_contents("all.h", &includes.concat())
        .clang_arg("-Iinclude")
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
    Ok(bindings.to_string())
}
