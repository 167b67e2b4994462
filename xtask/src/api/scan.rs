//! Reads our headers: the regular C that include/ is written in, nothing more.

use super::doc::Doc;
use super::lex::{Located, Token, lex};
use super::model::{Constant, Field, Header, Item, Kind, Signature, Value};
use super::types;

type Result<T> = core::result::Result<T, String>;

/// Macros that are no interface: they shape declarations.
const INTERNAL: [&str; 2] = ["VIR_DEPRECATED", "VIR_EXPORT_VAR"];

/// Reads one header.
pub(super) fn header(path: &str, name: &str, text: &str) -> Result<Header> {
    let mut scanner = Scanner { path, tokens: lex(path, text)?, at: 0, last_line: 1 };
    let about = match scanner.tokens.as_slice() {
        // Above the guard: about the file.
        [(Token::Comment { text, .. }, _), (Token::Directive(_), _), ..] => text.clone(),
        _ => String::new(),
    };
    scanner.at = usize::from(!about.is_empty());
    let items = scanner.items()?;
    Ok(Header { name: name.to_owned(), path: path.to_owned(), about, items })
}

struct Scanner<'a> {
    path: &'a str,
    tokens: Vec<Located>,
    at: usize,
    last_line: usize,
}

impl Scanner<'_> {
    fn error<T>(&self, what: &str) -> Result<T> {
        Err(format!("{}:{}: {what}", self.path, self.last_line))
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn take(&mut self) -> Option<Token> {
        let (token, line) = self.tokens.get(self.at)?.clone();
        self.at = self.at.saturating_add(1);
        self.last_line = line;
        Some(token)
    }

    fn take_sign(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        if found {
            self.take();
        }
        found
    }

    fn expect_sign(&mut self, sign: char) -> Result<()> {
        match self.take() {
            Some(Token::Sign(found)) if found == sign => Ok(()),
            found => self.error(&format!("expected '{sign}', found {}", shown(&found))),
        }
    }

    fn expect_word(&mut self) -> Result<String> {
        match self.take() {
            Some(Token::Word(word)) => Ok(word),
            found => self.error(&format!("expected a name, found {}", shown(&found))),
        }
    }

    fn items(&mut self) -> Result<Vec<Item>> {
        let mut items: Vec<Item> = Vec::new();
        let mut comment = String::new();
        while let Some(token) = self.peek().cloned() {
            match token {
                Token::Comment { text, trailing: true } => {
                    self.take();
                    match items.last_mut() {
                        Some(item) => item.doc = Doc::trailing(&text),
                        None => return self.error("trailing comment before any declaration"),
                    }
                }
                Token::Comment { text, .. } => {
                    self.take();
                    comment = text;
                }
                Token::Directive(text) => {
                    self.take();
                    match self.directive(&text)? {
                        Some(kind) => items.push(self.item(kind, &mut comment)),
                        None => comment.clear(),
                    }
                }
                Token::Word(_) => {
                    let kind = self.declaration()?;
                    items.push(self.item(kind, &mut comment));
                }
                Token::Sign(sign) => {
                    self.take();
                    return self.error(&format!("unexpected '{sign}'"));
                }
            }
        }
        Ok(items)
    }

    fn item(&self, (name, kind): (String, Kind), comment: &mut String) -> Item {
        let doc = Doc::parse(&std::mem::take(comment), &name);
        Item { name, line: self.last_line, doc, kind }
    }

    /// A macro, or nothing; what only C++ sees is skipped.
    fn directive(&mut self, text: &str) -> Result<Option<(String, Kind)>> {
        if text == "ifdef __cplusplus" {
            while let Some(token) = self.take() {
                if token == Token::Directive("endif".to_owned()) {
                    return Ok(None);
                }
            }
            return self.error("#ifdef __cplusplus without #endif");
        }
        let Some(definition) = text.strip_prefix("define ") else {
            return Ok(None);
        };
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = definition.find(|c| !word(c)).unwrap_or(definition.len());
        let (name, rest) = definition.split_at(end);
        if INTERNAL.contains(&name) || rest.trim().is_empty() {
            return Ok(None);
        }
        let (parameters, body) = match rest.strip_prefix('(') {
            None => (None, rest),
            Some(rest) => match rest.split_once(')') {
                None => return self.error(&format!("macro {name}: no ')' after its parameters")),
                Some((list, body)) => {
                    let list = list.split(',').map(|name| name.trim().to_owned());
                    (Some(list.collect()), body)
                }
            },
        };
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(Some((name.to_owned(), Kind::Macro { parameters, body })))
    }

    fn declaration(&mut self) -> Result<(String, Kind)> {
        let mut word = self.expect_word()?;
        if word == "__extension__" {
            word = self.expect_word()?;
        }
        match word.as_str() {
            "typedef" if self.peek() == Some(&Token::Word("enum".to_owned())) => {
                self.take();
                let constants = self.constants()?;
                let name = self.expect_word()?;
                self.expect_sign(';')?;
                Ok((name, Kind::Enum(constants)))
            }
            "typedef" => self.typedef(),
            "enum" => {
                let constants = self.constants()?;
                self.expect_sign(';')?;
                Ok((String::new(), Kind::Enum(constants)))
            }
            "struct" => {
                let tag = self.expect_word()?;
                let fields = self.fields()?;
                self.expect_sign(';')?;
                Ok((tag, Kind::Struct(fields)))
            }
            "VIR_EXPORT_VAR" => {
                let words = self.until(&[';'])?;
                self.expect_sign(';')?;
                let (name, type_) = self.declarator(words)?;
                Ok((name, Kind::Variable(type_)))
            }
            _ => self.prototype(word),
        }
    }

    fn typedef(&mut self) -> Result<(String, Kind)> {
        let words = self.until(&[';', '('])?;
        if self.take_sign(';') {
            let (name, type_) = self.declarator(words)?;
            return Ok((name, Kind::Typedef(type_)));
        }
        self.expect_sign('(')?;
        self.expect_sign('*')?;
        let name = self.expect_word()?;
        self.expect_sign(')')?;
        let arguments = self.arguments()?;
        self.expect_sign(';')?;
        let returns = types::text(&words);
        Ok((name, Kind::Callback(Signature { returns, arguments })))
    }

    fn prototype(&mut self, first: String) -> Result<(String, Kind)> {
        let mut words = vec![first];
        words.extend(self.until(&['('])?);
        let (name, returns) = self.declarator(words)?;
        let arguments = self.arguments()?;
        self.until(&[';'])?;
        self.expect_sign(';')?;
        Ok((name, Kind::Function(Signature { returns, arguments })))
    }

    /// `(type name, …)` or `(void)`
    fn arguments(&mut self) -> Result<Vec<(String, String)>> {
        self.expect_sign('(')?;
        let mut arguments = Vec::new();
        loop {
            let words = self.until(&[',', ')'])?;
            if words != ["void"] {
                arguments.push(self.declarator(words)?);
            }
            if self.take_sign(')') {
                return Ok(arguments);
            }
            self.expect_sign(',')?;
        }
    }

    /// The name and type of `type name` or `type name[size]`.
    fn declarator(&self, mut words: Vec<String>) -> Result<(String, String)> {
        words.retain(|word| !INTERNAL.contains(&word.as_str()));
        if words.last().is_some_and(|word| word == "]") {
            let name = words.iter().rev().skip_while(|word| *word != "[").nth(1);
            let name = name.cloned().unwrap_or_default();
            // Readers of the files expect the whole declaration where the type of an array stands.
            return Ok((name, types::array(&words)));
        }
        let word = |text: &String| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match words.pop() {
            Some(name) if word(&name) && !words.is_empty() => Ok((name, types::text(&words))),
            name => self.error(&format!(
                "expected a type and a name, found \"{} {}\"",
                words.join(" "),
                name.unwrap_or_default()
            )),
        }
    }

    /// Words and signs before one of `ends`.
    fn until(&mut self, ends: &[char]) -> Result<Vec<String>> {
        let mut words = Vec::new();
        loop {
            match self.peek() {
                Some(Token::Sign(sign)) if ends.contains(sign) => return Ok(words),
                // Behind the last constant, which has no comma.
                Some(Token::Comment { .. }) if ends.contains(&'}') => return Ok(words),
                Some(Token::Word(word)) => words.push(word.clone()),
                Some(Token::Sign(sign)) => words.push(sign.to_string()),
                found => {
                    let found = shown(&found.cloned());
                    return self.error(&format!("expected '{}', found {found}", one_of(ends)));
                }
            }
            self.take();
        }
    }

    fn constants(&mut self) -> Result<Vec<Constant>> {
        self.expect_sign('{')?;
        let mut constants: Vec<Constant> = Vec::new();
        loop {
            match self.take() {
                Some(Token::Sign('}')) => return Ok(constants),
                // Sentinels are listed like all constants.
                Some(Token::Directive(_)) => {}
                Some(Token::Comment { text, trailing: true }) => match constants.last_mut() {
                    Some(constant) => constant.doc = Doc::trailing(&text),
                    None => return self.error("trailing comment before any constant"),
                },
                Some(Token::Comment { .. }) => {}
                Some(Token::Word(name)) => {
                    self.expect_sign('=')?;
                    let words = self.until(&[',', '}'])?;
                    self.take_sign(',');
                    let value = value(&words);
                    let Some(value) = value else {
                        return self.error(&format!("{name}: cannot read {}", words.join(" ")));
                    };
                    constants.push(Constant { name, value, doc: Doc::default() });
                }
                found => {
                    return self.error(&format!("expected a constant, found {}", shown(&found)));
                }
            }
        }
    }

    fn fields(&mut self) -> Result<Vec<Field>> {
        self.expect_sign('{')?;
        let mut fields: Vec<Field> = Vec::new();
        loop {
            match self.peek().cloned() {
                Some(Token::Sign('}')) => {
                    self.take();
                    return Ok(fields);
                }
                Some(Token::Comment { text, trailing }) => {
                    self.take();
                    if let (Some(field), true) = (fields.last_mut(), trailing) {
                        field.doc = Doc::trailing(&text);
                    }
                }
                Some(Token::Word(word)) if word == "union" => {
                    self.take();
                    let union = self.fields()?;
                    let name = self.expect_word()?;
                    self.expect_sign(';')?;
                    fields.push(Field { name, type_: word, doc: Doc::default(), union });
                }
                _ => {
                    let words = self.until(&[';'])?;
                    self.expect_sign(';')?;
                    let (name, type_) = self.declarator(words)?;
                    fields.push(Field { name, type_, doc: Doc::default(), union: Vec::new() });
                }
            }
        }
    }
}

/// A number, a shifted bit or another constant's name.
fn value(words: &[String]) -> Option<Value> {
    let bare = words.iter().filter(|word| !"()".contains(word.as_str()));
    let bare: Vec<&str> = bare.map(String::as_str).collect();
    match bare.as_slice() {
        ["1" | "1U", "<", "<", bits] => Some(Value::Bit(bits.parse().ok()?)),
        ["-", number] => Some(Value::Number(number.parse::<i64>().ok()?.checked_neg()?)),
        [word] if word.starts_with(|c: char| c.is_ascii_digit()) => {
            let digits = word.trim_end_matches(['U', 'L']);
            let number = match digits.strip_prefix("0x") {
                Some(hex) => i64::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            Some(Value::Number(number))
        }
        [word] => Some(Value::Alias((*word).to_owned())),
        _ => None,
    }
}

fn one_of(signs: &[char]) -> String {
    let signs: Vec<String> = signs.iter().map(char::to_string).collect();
    signs.join("' or '")
}

fn shown(token: &Option<Token>) -> String {
    match token {
        None => "the end of the file".to_owned(),
        Some(Token::Word(word)) => format!("\"{word}\""),
        Some(Token::Sign(sign)) => format!("'{sign}'"),
        Some(Token::Directive(text)) => format!("#{text}"),
        Some(Token::Comment { .. }) => "a comment".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Item {
        header("x.h", "x", text).unwrap().items.pop().unwrap()
    }

    #[test]
    fn a_prototype_with_its_comment() {
        let text = "/**\n * virFoo:\n * @names: where the names\n *   go\n *\n * Does it.\n *\n * Still.\n *\n * Returns 0,\n * or -1.\n *\n * Since: 1.2.3\n */\nint virFoo(char **const names,\n  void *opaque) VIR_DEPRECATED;";
        let item = only(text);
        let Kind::Function(signature) = item.kind else { panic!("{item:?}") };
        assert_eq!(item.name, "virFoo");
        assert_eq!(item.doc.text, "Does it.\n\nStill.");
        assert_eq!(item.doc.returns, "0, or -1.".to_owned());
        assert_eq!(item.doc.arguments.get("names").unwrap(), "where the names go");
        assert_eq!(item.doc.since.as_deref(), Some("1.2.3"));
        let argument = |name: &str, type_: &str| (name.to_owned(), type_.to_owned());
        let wanted = [argument("names", "char ** const"), argument("opaque", "void *")];
        assert_eq!(signature.arguments, wanted);
    }

    #[test]
    fn constants_with_comments_and_sentinels() {
        let text = "typedef enum {\n A = (1U << 31), /**< first\n * one (Since: 1.0.0) */\n#ifdef S\n B = -2 /**< x */\n#endif\n} e;";
        let Kind::Enum(constants) = only(text).kind else { panic!("no enum") };
        let [a, b] = constants.as_slice() else { panic!("{constants:?}") };
        assert!(matches!(a.value, Value::Bit(31)));
        assert_eq!(a.doc.text, "first one");
        assert_eq!(a.doc.since.as_deref(), Some("1.0.0"));
        assert!(matches!(b.value, Value::Number(-2)));
    }

    #[test]
    fn a_struct_with_a_union_an_array_and_a_deprecated_field() {
        let text = "struct _s {\n char f[SIZE]; /**< name */\n union { int i; char *s; } value;\n virConnectPtr conn VIR_DEPRECATED;\n};";
        let Kind::Struct(fields) = only(text).kind else { panic!("no struct") };
        let shown: Vec<_> = fields.iter().map(|f| (f.name.as_str(), f.type_.as_str(), f.union.len())).collect();
        let wanted = [("f", "char f[SIZE]", 0), ("value", "union", 2), ("conn", "virConnectPtr", 0)];
        assert_eq!(shown, wanted);
        assert_eq!(fields[0].doc.text, "name");
    }

    #[test]
    fn a_mistake_is_shown_with_its_line() {
        let error = header("x.h", "x", "\n\nint virFoo(int);").unwrap_err();
        assert_eq!(error, "x.h:3: expected a type and a name, found \" int\"".to_owned());
        let error = header("x.h", "x", "typedef enum {\n A = @ } e;").unwrap_err();
        assert_eq!(error, "x.h:2: unexpected character '@'");
    }
}
