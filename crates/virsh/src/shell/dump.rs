//! Printing definitions, whole or the parts that an expression selects.
use super::state::Shell;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure};
use crate::parse::Args;
use oxivirt::{Error, ErrorCode, ErrorDomain, Text};
use oxivirt_sys::XpathError;
use std::ffi::CString;

impl Shell {
    /// Prints a definition, or what `--xpath` selects of it.
    pub(crate) fn dump_xml(&self, args: &Args, text: &Text) -> Done {
        let Some(expression) = args.any("xpath") else {
            self.print(&text.shown());
            return Ok(());
        };
        if expression.is_empty() {
            return Err(Failure::quiet());
        }
        // No argument of a program holds a NUL.
        let raw = CString::new(&*bytes(expression)).map_err(|_| Failure::quiet())?;
        // What the library says about the expression comes after what was printed before.
        self.flush();
        let selected = oxivirt_sys::select_xml(text.as_bytes(), &raw, args.has("wrap"));
        for part in selected.map_err(|error| refused(error, expression))? {
            self.print_bytes(&part);
            self.print("\n");
        }
        Ok(())
    }
}

/// Why a library is not there.
const NO_LIBRARY: &str =
    if cfg!(target_feature = "crt-static") { "this static program cannot load" } else { "is not installed" };

fn refused(error: XpathError, expression: &str) -> Failure {
    let text = match error {
        XpathError::NoLibrary => return Failure::say(format!("--xpath needs libxml2, which {NO_LIBRARY}")),
        XpathError::NotNodes => format!("Incorrect xpath '{expression}'"),
        XpathError::Document => "failed to parse xml document".into(),
        XpathError::Failed => return Failure::quiet(),
    };
    Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into()
}
