//! Reads the RPC language, as much of it as our IDL uses, with annotations in comments.

use super::ast::{Body, Const, Field, File, Notes, Procedure, Program, Shape, TypeDef};
use super::lex::{Token, lex};

type Result<T> = core::result::Result<T, String>;

/// Annotations that are rules of the guard.
const RULES: [&str; 7] = ["changes", "secure", "not_zero", "not_negative", "positive", "exclusive", "requires"];

/// Reads one file.
pub(crate) fn parse(path: &str, text: &str) -> Result<File> {
    let tokens = lex(path, text)?;
    let mut parser = Parser { path, tokens: &tokens, line: 1 };
    let mut file = File { path: path.to_owned(), ..File::default() };
    parser.head(&mut file)?;
    while !parser.tokens.is_empty() {
        parser.item(&mut file)?;
    }
    Ok(file)
}

struct Parser<'t> {
    path: &'t str,
    tokens: &'t [(Token, usize)],
    line: usize,
}

impl Parser<'_> {
    fn error<T>(&self, what: impl AsRef<str>) -> Result<T> {
        Err(format!("{}:{}: {}", self.path, self.line, what.as_ref()))
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.first().map(|(token, _)| token)
    }

    fn next(&mut self) -> Result<Token> {
        match self.tokens.split_first() {
            Some(((token, line), rest)) => {
                self.line = *line;
                self.tokens = rest;
                Ok(token.clone())
            }
            None => self.error("unexpected end of file"),
        }
    }

    fn word(&mut self) -> Result<String> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            other => self.error(format!("expected a name or number, found {other:?}")),
        }
    }

    fn keyword(&mut self, keyword: &str) -> Result<()> {
        let found = self.word()?;
        if found == keyword { Ok(()) } else { self.error(format!("expected {keyword}, found {found}")) }
    }

    fn sign(&mut self, sign: char) -> Result<()> {
        match self.next()? {
            Token::Sign(found) if found == sign => Ok(()),
            other => self.error(format!("expected '{sign}', found {other:?}")),
        }
    }

    fn if_sign(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign));
        if found {
            let _ = self.next();
        }
        found
    }

    fn number(&mut self) -> Result<u32> {
        let word = self.word()?;
        match parse_number(&word).map(u32::try_from) {
            Some(Ok(number)) => Ok(number),
            _ => self.error(format!("expected a number, found {word}")),
        }
    }

    fn head(&mut self, file: &mut File) -> Result<()> {
        let Token::Comment(text) = self.next()? else {
            return self.error("a file starts with a comment that says @module");
        };
        let (doc, notes) = text.split_once('@').unwrap_or((&text, ""));
        file.doc = doc.split_whitespace().collect::<Vec<_>>().join(" ");
        for note in notes.split('@') {
            let mut words = note.split_whitespace().map(str::to_owned);
            match words.next().as_deref() {
                Some("module") => file.module = words.next().unwrap_or_default(),
                Some("prefix") => file.prefixes = words.collect(),
                Some("import") => file.imports.extend(words),
                Some("topic") => file.topic = words.next(),
                other => return self.error(format!("unknown annotation {other:?} of a file")),
            }
        }
        if file.module.is_empty() { self.error("@module names no module") } else { Ok(()) }
    }

    fn item(&mut self, file: &mut File) -> Result<()> {
        let token = self.next()?;
        let Token::Word(keyword) = token else {
            return match token {
                Token::Comment(_) => Ok(()),
                other => self.error(format!("expected a definition, found {other:?}")),
            };
        };
        let line = self.line;
        match keyword.as_str() {
            "const" => {
                let constant = self.constant()?;
                self.sign(';')?;
                file.consts.push(constant);
            }
            "enum" | "struct" | "union" => {
                let name = self.word()?;
                let body = match keyword.as_str() {
                    "enum" => self.enumeration()?,
                    "struct" => self.structure()?,
                    _ => self.union()?,
                };
                self.sign(';')?;
                file.types.push(TypeDef { name, body, line });
            }
            "typedef" => {
                let field = self.field()?;
                file.types.push(TypeDef { name: field.name.clone(), body: Body::Alias(field), line });
            }
            "program" => file.program = Some(self.program()?),
            other => return self.error(format!("unknown definition '{other}'")),
        }
        Ok(())
    }

    fn constant(&mut self) -> Result<Const> {
        let name = self.word()?;
        let line = self.line;
        self.sign('=')?;
        Ok(Const { name, value: self.word()?, line })
    }

    fn enumeration(&mut self) -> Result<Body> {
        self.sign('{')?;
        let mut values = vec![self.constant()?];
        while self.if_sign(',') {
            values.push(self.constant()?);
        }
        self.sign('}')?;
        Ok(Body::Enum(values))
    }

    fn structure(&mut self) -> Result<Body> {
        self.sign('{')?;
        let mut fields = Vec::new();
        while !self.if_sign('}') {
            fields.push(self.field()?);
        }
        Ok(Body::Struct(fields))
    }

    fn union(&mut self) -> Result<Body> {
        self.keyword("switch")?;
        self.sign('(')?;
        self.keyword("int")?;
        self.word()?;
        self.sign(')')?;
        self.sign('{')?;
        let mut arms = Vec::new();
        while !self.if_sign('}') {
            self.keyword("case")?;
            let constant = self.word()?;
            self.sign(':')?;
            arms.push((constant, self.field()?));
        }
        Ok(Body::Union(arms))
    }

    /// `type name;` with the array and pointer forms of the language.
    fn field(&mut self) -> Result<Field> {
        let mut ty = self.word()?;
        if ty == "unsigned" {
            match self.peek() {
                Some(Token::Word(word)) if matches!(word.as_str(), "int" | "hyper" | "char" | "short") => {
                    ty = format!("unsigned {}", self.word()?);
                }
                _ => ty = "unsigned int".to_owned(),
            }
        }
        let mut shape = if self.if_sign('*') { Shape::Optional } else { Shape::Plain };
        let name = self.word()?;
        let line = self.line;
        if self.if_sign('<') {
            shape = Shape::Variable(self.word()?);
            self.sign('>')?;
        } else if self.if_sign('[') {
            shape = Shape::Fixed(self.word()?);
            self.sign(']')?;
        }
        self.sign(';')?;
        Ok(Field { name, ty, shape, line })
    }

    fn program(&mut self) -> Result<Program> {
        let name = self.word()?;
        self.sign('{')?;
        self.keyword("version")?;
        self.word()?;
        self.sign('{')?;
        let mut procedures = Vec::new();
        while !self.if_sign('}') {
            procedures.push(self.procedure()?);
        }
        self.sign('=')?;
        let version = self.number()?;
        self.sign(';')?;
        self.sign('}')?;
        self.sign('=')?;
        let number = self.number()?;
        self.sign(';')?;
        Ok(Program { name, number, version, procedures })
    }

    fn procedure(&mut self) -> Result<Procedure> {
        let Token::Comment(text) = self.next()? else {
            return self.error("a procedure needs its annotations in a comment before it");
        };
        let notes = self.notes(&text)?;
        let ret = self.word()?;
        let name = self.word()?;
        // Only the daemon's own user reaches the admin program. Whoever adds a procedure says who may call it.
        if notes.acl.is_empty() && !notes.event && !name.starts_with("ADMIN_") {
            return self.error("a procedure needs @acl: a permission, or none");
        }
        let line = self.line;
        self.sign('(')?;
        let args = self.word()?;
        self.sign(')')?;
        self.sign('=')?;
        let number = self.number()?;
        self.sign(';')?;
        let unless_void = |name: String| (name != "void").then_some(name);
        Ok(Procedure { name, number, args: unless_void(args), ret: unless_void(ret), notes, line })
    }

    fn notes(&self, text: &str) -> Result<Notes> {
        let mut notes = Notes::default();
        let mut priority = false;
        for note in text.split('@').skip(1) {
            let words: Vec<&str> = note.split_whitespace().collect();
            match words.as_slice() {
                ["priority", level @ ("high" | "low")] => {
                    priority = true;
                    notes.high = *level == "high";
                }
                ["event", name @ ..] => {
                    notes.event = true;
                    notes.event_name = name.first().map(|name| (*name).to_owned());
                }
                ["long"] => notes.long = true,
                ["readstream", argument] => notes.read_stream = argument.parse().ok(),
                ["writestream", argument] => notes.write_stream = argument.parse().ok(),
                ["sparse", flag] => notes.sparse = Some((*flag).to_owned()),
                ["function", name] => notes.function = Some((*name).to_owned()),
                [rule, words @ ..] if RULES.contains(rule) => {
                    notes.rules.push(((*rule).to_owned(), words.iter().map(|word| (*word).to_owned()).collect()));
                }
                ["acl", rule] => notes.acl.push((*rule).to_owned()),
                ["acl_filter", rule] => notes.acl_filter.push((*rule).to_owned()),
                _ => return self.error(format!("annotation not understood: @{}", note.trim())),
            }
        }
        if priority { Ok(notes) } else { self.error("a procedure needs @priority high or low") }
    }
}

/// A decimal or `0x` number.
pub(crate) fn parse_number(word: &str) -> Option<u64> {
    match word.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => word.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "/* Doc. @module m @prefix m_ M_ */\n";

    #[test]
    fn reads_every_form() {
        let file = parse(
            "t.x",
            &format!(
                "{HEAD}const M_MAX = 4;\nenum m_e {{ A = 0, B = 1 }};\nstruct m_s {{ unsigned n; \
                 string s<M_MAX>; opaque u[16]; m_s *next; }};\n/* c */ typedef opaque m_u[16];\n\
                 union m_v switch (int type) {{ case A: int i; }};\nprogram P {{ version V {{\n\
                 /* @priority high @acl a:b @long */ void M_PROC_X(m_s) = 7;\n}} = 1; }} = 0x10;"
            ),
        )
        .unwrap();
        assert_eq!((file.doc.as_str(), file.module.as_str()), ("Doc.", "m"));
        assert_eq!(file.types.len(), 4);
        let Body::Struct(fields) = &file.types[1].body else { panic!("no struct") };
        assert_eq!(fields[1].shape, Shape::Variable("M_MAX".to_owned()));
        assert_eq!(fields[3].shape, Shape::Optional);
        let program = file.program.unwrap();
        assert_eq!((program.number, program.procedures[0].number), (16, 7));
        assert!(program.procedures[0].notes.high && program.procedures[0].notes.long);
    }

    #[test]
    fn errors_name_file_and_line() {
        for (text, wanted) in [
            ("struct m_s {\n int a\n};", "t.x:4: expected ';'"),
            ("\n\n$", "t.x:4: unexpected character"),
            ("/* open", "t.x:2: comment without end"),
            ("program P {\nversion V {\n/* @long */ void X(void) = 1;", "t.x:4: a procedure needs @priority"),
            ("program P { version V {\n/* @priority low @bogus */", "t.x:3: annotation not understood: @bogus"),
            ("program P { version V {\n/* @priority low */ void M_PROC_X(void) = 1;", "t.x:3: a procedure needs @acl"),
            ("struct", "t.x:2: unexpected end"),
        ] {
            let error = parse("t.x", &format!("{HEAD}{text}")).unwrap_err();
            assert!(error.starts_with(wanted), "{error}");
        }
    }
}
