//! What the sources of the public functions check themselves agrees with the guard's rules.
//!
//! Some checks stay where C sees the order of two errors: a NULL argument before a read-only connection, say. Each of them must be a
//! rule of the procedure with the function's name, so that a driver which is asked by somebody else is guarded by the same.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use oxivirt_protocol::{ProcedureRules, Program, Rule, lxc, qemu, remote};

/// Checks that the guard cannot make: the function, the check, the reason.
const EXPLICIT_ONLY: &[(&str, &str, &str)] = &[
    ("virDomainGetCPUStats", "not_negative start_cpu", "-1 asks for the total of all processors"),
    ("virDomainOpenGraphics", "not_negative fd", "a descriptor is not on the wire as a number"),
    ("virDomainFDAssociate", "not_zero nfds", "descriptors go beside the arguments"),
];

/// The text of a function, from its name to the next one.
struct Source {
    name: String,
    body: String,
    /// The file it stands in, for the names it binds.
    file: String,
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// All functions of the library's own sources.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    for folder in ["src/api", "crates/virt/src"] {
        files(&root.join(folder), &mut paths);
    }
    let mut sources = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let code: String =
            text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        for part in code.split("fn ").skip(1) {
            let name = part.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default();
            let body = part.split("\n}\n").next().unwrap_or_default();
            sources.push(Source { name: name.to_owned(), body: body.to_owned(), file: code.clone() });
        }
    }
    sources
}

/// The arguments of each call of `function` in `body`.
fn calls<'b>(body: &'b str, function: &str) -> Vec<&'b str> {
    let starts = body.match_indices(function).filter(|(at, _)| {
        let before = body.get(..*at).and_then(|text| text.chars().next_back());
        before.is_none_or(|c| !(c.is_alphanumeric() || c == '_'))
    });
    let rest = starts.filter_map(|(at, _)| body.get(at..)?.strip_prefix(function)?.strip_prefix('('));
    rest.map(|rest| {
        let mut open = vec!['('];
        let end = rest.find(|c| {
            match c {
                '(' => open.push(c),
                ')' => drop(open.pop()),
                _ => {}
            }
            open.is_empty()
        });
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    })
    .collect()
}

/// The texts between quotes, and those of the names that the file binds to a flag.
fn flags(arguments: &str, file: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in arguments.split(|c: char| !(c.is_alphanumeric() || c == '_')) {
        let bound = [format!("{word}: (c_uint, &str) ="), format!("let {word} =")];
        let binding = bound.iter().find_map(|binding| file.split(binding.as_str()).nth(1));
        let name = match binding {
            Some(text) if !word.is_empty() => text.split('"').nth(1).unwrap_or_default(),
            _ => word,
        };
        if name.starts_with("VIR_") && !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    }
    found
}

/// The checks in a text, as lines like those of the IDL.
fn checks(source: &Source) -> BTreeSet<String> {
    let Source { body, file, .. } = source;
    let mut found = BTreeSet::new();
    if body.contains("for_write()") || body.contains(".writable()") || body.contains(".write()?") {
        found.insert("changes".to_owned());
    }
    if body.contains("allows_secrets(") || body.contains(".secrets(") {
        found.insert("secure".to_owned());
    }
    for rule in ["not_zero", "not_negative", "positive"] {
        for arguments in calls(body, rule) {
            let quoted = arguments.split('"').nth(1);
            let plain = arguments.split(',').next_back().unwrap_or_default().trim();
            let name = quoted.unwrap_or(plain);
            // `*nparams` is in the caller's memory, and arrays on the wire have no negative length.
            if !name.starts_with('*') && (rule, name) != ("not_negative", "nparams") && !name.contains('.') {
                found.insert(format!("{rule} {name}"));
            }
        }
    }
    for rule in ["exclusive", "requires"] {
        for arguments in calls(body, rule) {
            let flags = flags(arguments, file);
            if flags.len() == 2 {
                found.insert(format!("{rule} {}", flags.join(" ")));
            }
        }
    }
    if body.contains("one_impact(flags)") {
        found.insert("exclusive VIR_DOMAIN_AFFECT_LIVE VIR_DOMAIN_AFFECT_CONFIG".to_owned());
    }
    found
}

/// The rules of a procedure in the same form.
fn texts(rules: &ProcedureRules) -> BTreeSet<String> {
    let text = |rule: &Rule| match rule {
        Rule::Changes | Rule::ChangesWith(_) | Rule::ChangesIf(..) => "changes".to_owned(),
        Rule::Secure(_) => "secure".to_owned(),
        Rule::NotZero(name) => format!("not_zero {name}"),
        Rule::NotNegative(name) => format!("not_negative {name}"),
        Rule::Positive(name) => format!("positive {name}"),
        Rule::Exclusive(a, b) => format!("exclusive {} {}", a.1, b.1),
        Rule::Requires(flag, needs) => format!("requires {} {}", flag.1, needs.1),
    };
    rules.rules.iter().map(text).collect()
}

/// Rules by public function; several procedures may serve one.
fn rules_by_function() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut by_function: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (program, all) in [
        (Program::REMOTE, remote::Procedure::all()),
        (Program::QEMU, qemu::Procedure::all()),
        (Program::LXC, lxc::Procedure::all()),
    ] {
        for info in all.iter().filter(|info| !info.function.0.is_empty()) {
            let rules = program.rules(info.number).unwrap();
            by_function.entry(info.function.0).or_default().extend(texts(rules));
        }
    }
    by_function
}

/// The public function that a source is about.
fn function(source: &Source) -> Option<&str> {
    let named = source.body.split("Function(\"").nth(1).and_then(|rest| rest.split('"').next());
    named.or(source.name.starts_with("vir").then_some(source.name.as_str()))
}

#[test]
fn explicit_checks_are_rules() {
    let by_function = rules_by_function();
    let sources = sources();
    let (mut wrong, mut compared, mut stale) = (Vec::new(), 0, EXPLICIT_ONLY.to_vec());
    for source in &sources {
        let Some(function) = function(source) else { continue };
        let Some(rules) = by_function.get(function) else { continue };
        for check in checks(source) {
            compared += 1;
            let is_it = |(name, only, _): &(&str, &str, &str)| (*name, *only) == (function, check.as_str());
            let explicit = EXPLICIT_ONLY.iter().any(is_it);
            stale.retain(|row| !is_it(row));
            if explicit == rules.contains(&check) {
                wrong.push(format!("{function}: {check}"));
            }
        }
    }
    assert!(wrong.is_empty(), "checked by the function, and no rule in the IDL (or also explicit only): {wrong:#?}");
    assert!(stale.is_empty(), "no longer checked: {stale:?}");
    assert!(compared > 150, "{compared} checks found");
}
