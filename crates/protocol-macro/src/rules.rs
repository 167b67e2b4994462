//! The rules of a procedure, as constants of `crates/protocol`.

use crate::tokens::{Opt, Result, unquoted};

/// A constant of the headers, by its C name.
fn constant(name: &str) -> String {
    format!("::oxivirt_model::constants::{}", name.trim())
}

fn bits<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().map(constant).collect::<Vec<_>>().join(" | ")
}

/// A rule as an expression, and the argument that it compares: its name in C and its field.
pub(crate) fn rule(option: &Opt) -> Result<(String, Option<(String, String)>)> {
    let wrong = || format!("rule `{}` is not understood", option.name);
    let values: Vec<&str> = option.values.iter().map(String::as_str).collect();
    let of_number = |name: &str| {
        let (c_name, field) = name.split_once('=').unwrap_or((name, name));
        (c_name.trim().to_owned(), field.trim().to_owned())
    };
    let flag = |name: &str| format!("({}, {name:?})", constant(name));
    let (text, number) = match (option.name.as_str(), values.as_slice()) {
        ("changes", []) => ("Changes".to_owned(), None),
        ("changes_with", flags) => (format!("ChangesWith({})", bits(flags.iter().copied())), None),
        ("changes_if", [condition]) => {
            let (name, value) = condition.split_once('=').ok_or_else(wrong)?;
            let name = name.trim().to_owned();
            (format!("ChangesIf({name:?}, {} as i64)", constant(value)), Some((name.clone(), name)))
        }
        ("secure", flags) => (format!("Secure({})", bits(flags.iter().copied())), None),
        (rule @ ("not_zero" | "not_negative" | "positive"), [name]) => {
            let number = of_number(name);
            (format!("{}({:?})", crate::tokens::camel(rule), number.0), Some(number))
        }
        ("exclusive", [a, b]) => (format!("Exclusive({}, {})", flag(a), flag(b)), None),
        ("requires", [a, b]) => (format!("Requires({}, {})", flag(a), flag(b)), None),
        _ => return Err(wrong()),
    };
    Ok((format!("crate::Rule::{text}"), number))
}

/// An access rule, `object:permission[:flags[:argument:value]]`, as an expression, and the argument that it compares. `None` for `none`.
pub(crate) fn access(literal: &str) -> Result<Option<(String, Option<String>)>> {
    let text = unquoted(literal);
    if text == "none" {
        return Ok(None);
    }
    let wrong = || format!("access rule `{text}` is not understood");
    let parts: Vec<&str> = text.split(':').collect();
    let (object, permission, condition) = match parts.as_slice() {
        [object, permission, condition @ ..] => (object, permission, condition),
        _ => return Err(wrong()),
    };
    let mut compared = None;
    let when = match condition {
        [] => "Always".to_owned(),
        [flags] => match flags.strip_prefix('!') {
            Some(flags) => format!("WithoutFlags({})", bits(flags.split('|'))),
            None => format!("WithFlags({})", bits(flags.split('|'))),
        },
        ["", argument, value] => {
            compared = Some((*argument).to_owned());
            format!("Argument({argument:?}, {} as i64)", constant(value))
        }
        _ => return Err(wrong()),
    };
    let (object, permission) = (crate::tokens::camel(object), crate::tokens::camel(permission));
    let rule = format!(
        "crate::AccessRule {{ object: crate::Object::{object}, permission: crate::Permission::{permission}, when: crate::When::{when} }}"
    );
    Ok(Some((rule, compared)))
}
