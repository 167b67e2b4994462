//! Spelling: IDL names to Rust names.

const KEYWORDS: &[&str] =
    &["type", "match", "ref", "in", "move", "use", "loop", "as", "mod", "fn", "gen", "final", "abstract"];

/// `name` without the first of `prefixes` that fits.
pub(crate) fn strip<'n>(name: &'n str, prefixes: &[String]) -> &'n str {
    prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str())).unwrap_or(name)
}

/// `domain_get_info_args` and `MessageUUID` to `DomainGetInfoArgs` and `MessageUUID`.
pub(crate) fn camel(name: &str) -> String {
    name.split('_').map(capital).collect()
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// `maxMem` to `max_mem`; keywords as `r#type`.
pub(crate) fn field(name: &str) -> String {
    let mut snake = String::new();
    let mut after_lower = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && after_lower {
            snake.push('_');
        }
        after_lower = c.is_ascii_lowercase() || c.is_ascii_digit();
        snake.push(c.to_ascii_lowercase());
    }
    if KEYWORDS.contains(&snake.as_str()) { format!("r#{snake}") } else { snake }
}

/// Length of the words, with their underscore, that all names begin with.
pub(crate) fn common_prefix<'n>(names: impl Iterator<Item = &'n str> + Clone) -> usize {
    let Some(first) = names.clone().next() else {
        return 0;
    };
    let ends = first.match_indices('_').map(|(at, _)| at.saturating_add(1));
    let fits = |end: &usize| names.clone().all(|name| name.get(..*end) == first.get(..*end));
    ends.filter(fits).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling() {
        assert_eq!(camel("domain_get_info_args"), "DomainGetInfoArgs");
        assert_eq!(strip("virNetMessageType", &["virNet".to_owned()]), "MessageType");
        assert_eq!(field("nrVirtCpu"), "nr_virt_cpu");
        assert_eq!(field("type"), "r#type");
        assert_eq!(common_prefix(["A_B_C", "A_B_D"].into_iter()), 4);
        assert_eq!(common_prefix(["X", "Y"].into_iter()), 0);
    }
}
