//! Lists of words with commas between.

/// Returns the words behind those that stand in front of the last comma, each once.
pub(super) fn list(words: Vec<String>, word: &str) -> Vec<String> {
    let Some((before, _)) = word.rsplit_once(',') else { return words };
    let used: Vec<&str> = before.split(',').collect();
    let left = words.into_iter().filter(|word| !used.contains(&word.as_str()));
    left.map(|word| format!("{before},{word}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_offer_each_word_once() {
        let words = || vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        assert_eq!(list(words(), ""), words());
        assert_eq!(list(words(), "a,"), ["a,b", "a,c"]);
        assert_eq!(list(words(), "a,c,x"), ["a,c,b"]);
    }
}
