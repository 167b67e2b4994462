//! Taking generated items apart.

use proc_macro::{Delimiter, TokenStream, TokenTree};

pub(crate) type Result<T> = core::result::Result<T, String>;

/// Something with attributes before it: an item, a field, a variant, a method.
pub(crate) struct Attributed {
    /// The text of each `#[name(…)]` or `#[name = …]`: the name and what follows it.
    pub(crate) attributes: Vec<(String, TokenStream)>,
    /// What stands behind the attributes.
    pub(crate) rest: Vec<TokenTree>,
}

impl Attributed {
    pub(crate) fn new(tokens: impl IntoIterator<Item = TokenTree>) -> Self {
        let mut tokens = tokens.into_iter().peekable();
        let mut attributes = Vec::new();
        while tokens.next_if(|token| is(token, '#')).is_some() {
            if let Some(TokenTree::Group(group)) = tokens.next() {
                let mut inner = group.stream().into_iter();
                let name = inner.next().map(|name| name.to_string()).unwrap_or_default();
                attributes.push((name, inner.collect()));
            }
        }
        Self { attributes, rest: tokens.collect() }
    }

    /// The options of the attribute `name`: empty when there is none.
    pub(crate) fn options(&self, name: &str) -> Vec<Opt> {
        let found = self.attributes.iter().filter(|(attribute, _)| attribute == name);
        let groups = found.flat_map(|(_, tokens)| group(tokens.clone(), Delimiter::Parenthesis));
        groups.flat_map(|inner| split(inner, ',')).map(Opt::new).collect()
    }

    /// The documentation as it was written, to be repeated.
    pub(crate) fn docs(&self) -> String {
        let docs = self.attributes.iter().filter(|(name, _)| name == "doc");
        docs.map(|(_, text)| format!("#[doc {text}]")).collect()
    }
}

/// One option of an attribute: `name`, `name = value` or `name(values)`.
pub(crate) struct Opt {
    pub(crate) name: String,
    /// Behind `=`, or each of the values in parentheses.
    pub(crate) values: Vec<String>,
}

impl Opt {
    fn new(tokens: Vec<TokenTree>) -> Self {
        let mut tokens = tokens.into_iter();
        let name = tokens.next().map(|name| name.to_string()).unwrap_or_default();
        let values = match tokens.next() {
            Some(TokenTree::Group(group)) => split(group.stream(), ',').into_iter().map(text).collect(),
            Some(_) => vec![text(tokens)],
            None => Vec::new(),
        };
        Self { name, values }
    }

    /// The value of `name = value`.
    pub(crate) fn value(&self) -> &str {
        self.values.first().map(String::as_str).unwrap_or_default()
    }
}

/// The option `name` among `options`.
pub(crate) fn option<'o>(options: &'o [Opt], name: &str) -> Option<&'o Opt> {
    options.iter().find(|option| option.name == name)
}

/// Source text of tokens.
pub(crate) fn text(tokens: impl IntoIterator<Item = TokenTree>) -> String {
    tokens.into_iter().collect::<TokenStream>().to_string()
}

/// What a string literal says.
pub(crate) fn unquoted(literal: &str) -> &str {
    literal.trim_matches('"')
}

/// Returns true if the token is the sign.
pub(crate) fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Splits at a sign outside of brackets; nothing stands behind a last one.
pub(crate) fn split(tokens: impl IntoIterator<Item = TokenTree>, sign: char) -> Vec<Vec<TokenTree>> {
    let (mut parts, mut part, mut depth) = (Vec::new(), Vec::new(), 0_u32);
    let mut after_minus = false;
    for token in tokens {
        if is(&token, '<') {
            depth = depth.saturating_add(1);
        } else if is(&token, '>') && !after_minus {
            depth = depth.saturating_sub(1);
        }
        after_minus = is(&token, '-');
        if depth == 0 && is(&token, sign) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(token);
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

/// The contents of the first group with this delimiter.
pub(crate) fn group(tokens: impl IntoIterator<Item = TokenTree>, delimiter: Delimiter) -> Option<TokenStream> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    })
}

/// The identifier behind the keyword: the name of a struct, an enum, a trait, a function.
pub(crate) fn name_after(tokens: &[TokenTree], keyword: &str) -> Option<String> {
    let mut tokens = tokens.iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(ident) if ident.to_string() == keyword))?;
    tokens.next().map(ToString::to_string)
}

/// `not_zero` to `NotZero`.
pub(crate) fn camel(name: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect::<String>()
    };
    name.split('_').map(capital).collect()
}
