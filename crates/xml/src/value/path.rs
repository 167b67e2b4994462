//! Paths as the stock library writes them.

/// Returns the path without what does not change its meaning: repeated slashes and one at the end.
pub(crate) fn sanitized(path: &str) -> String {
    if path.find("://").is_some_and(|at| path.find('/') > Some(at)) {
        return path.to_owned();
    }
    let (head, tail) = match path.strip_prefix("//") {
        Some(rest) if !rest.starts_with('/') => ("//", rest),
        _ => ("", path),
    };
    let mut clean = head.to_owned();
    let mut letters = tail.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '/' {
            clean.push(letter);
            continue;
        }
        while letters.next_if_eq(&'/').is_some() {}
        if !clean.is_empty() && letters.peek().is_none() {
            break;
        }
        clean.push('/');
    }
    clean
}
