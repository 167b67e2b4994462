//! Finds every `#[entry]` function below src/.
use crate::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// An entry point.
pub(crate) struct Entry {
    /// Where it is, for errors.
    pub(crate) path: PathBuf,
    /// Name, arguments and result.
    pub(crate) signature: syn::Signature,
}

impl Entry {
    /// The C name.
    pub(crate) fn name(&self) -> String {
        self.signature.ident.to_string()
    }

    /// Arguments as name and type.
    pub(crate) fn arguments(&self) -> Result<Vec<(String, &syn::Type)>> {
        let mut arguments = Vec::new();
        for argument in &self.signature.inputs {
            let syn::FnArg::Typed(argument) = argument else {
                return Err(self.error("an entry point has no self"));
            };
            let syn::Pat::Ident(name) = argument.pat.as_ref() else {
                return Err(self.error("an argument is a pattern"));
            };
            let name = name.ident.to_string();
            let name = name.strip_prefix("r#").unwrap_or(&name).to_owned();
            arguments.push((name, argument.ty.as_ref()));
        }
        Ok(arguments)
    }

    /// An error that names the entry point.
    pub(crate) fn error(&self, what: &str) -> Box<dyn std::error::Error> {
        format!("{}: {}: {what}", self.path.display(), self.name()).into()
    }
}

/// All entry points of the API, by name. Others, private to the tests, begin otherwise.
pub(crate) fn all() -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                collect(&path, &mut entries)?;
            }
        }
    }
    entries.sort_by_key(Entry::name);
    Ok(entries)
}

fn collect(path: &Path, entries: &mut Vec<Entry>) -> Result<()> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|e| failed(&e))?;
    let file = syn::parse_file(&text).map_err(|e| failed(&e))?;
    for item in file.items {
        if let syn::Item::Fn(function) = item
            && function.attrs.iter().any(|a| a.path().is_ident("entry"))
            && function.sig.ident.to_string().starts_with("vir")
        {
            entries.push(Entry { path: path.to_owned(), signature: function.sig });
        }
    }
    Ok(())
}
