//! C types as text, in the one spelling that readers of the API files compare with.

/// Words and stars as `const char *const *` is spelled: `const char * const *`.
pub(super) fn text(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        let joined = word == "*" && text.ends_with('*');
        if !text.is_empty() && !joined {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// A whole array declaration, `char name[SIZE]`.
pub(super) fn array(words: &[String]) -> String {
    words.join(" ").replace(" [ ", "[").replace(" ]", "]")
}
