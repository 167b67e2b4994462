//! From the command line or a line of input to words.

/// Why a line cannot be run: what to tell the user.
pub(crate) type Refused = String;

/// What comes next.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Token {
    /// A word, without its quotes.
    Word(Vec<u8>),
    /// A `;`, the end of a line or of a comment.
    EndOfCommand,
    /// The end of everything.
    End,
}

/// Where words come from.
pub(crate) trait Source {
    /// Returns the next token. `whole` refuses a quote that is not closed.
    fn next(&mut self, whole: bool) -> Result<Token, Refused>;
}

/// Words that somebody else separated: the arguments of the program.
#[derive(Debug)]
pub(crate) struct Words(std::vec::IntoIter<Vec<u8>>);

impl Words {
    /// Returns the source of these words.
    pub(crate) fn new(words: Vec<Vec<u8>>) -> Self {
        Self(words.into_iter())
    }
}

impl Source for Words {
    fn next(&mut self, _: bool) -> Result<Token, Refused> {
        Ok(self.0.next().map_or(Token::End, Token::Word))
    }
}

/// A line, or several: words end at blanks, quotes are `'` and `"`, `\` takes the next character as it is.
impl Source for &[u8] {
    fn next(&mut self, whole: bool) -> Result<Token, Refused> {
        skip_blanks(self);
        match self.first() {
            None => return Ok(Token::End),
            Some(b';' | b'\n') => {
                advance(self, 1);
                return Ok(Token::EndOfCommand);
            }
            Some(b'#') => {
                let end = self.iter().position(|&byte| byte == b'\n').map_or(self.len(), |at| at.saturating_add(1));
                advance(self, end);
                return Ok(Token::EndOfCommand);
            }
            Some(_) => {}
        }
        word(self, whole).map(Token::Word)
    }
}

fn advance(rest: &mut &[u8], count: usize) {
    *rest = rest.get(count..).unwrap_or_default();
}

fn skip_blanks(rest: &mut &[u8]) {
    loop {
        match rest {
            [b' ' | b'\t', after @ ..] | [b'\\', b'\n', after @ ..] => *rest = after,
            _ => return,
        }
    }
}

fn word(rest: &mut &[u8], whole: bool) -> Result<Vec<u8>, Refused> {
    let (mut single, mut double) = (false, false);
    let mut word = Vec::new();
    while let Some((&byte, after)) = rest.split_first() {
        match byte {
            b' ' | b'\t' | b';' | b'\n' if !single && !double => break,
            b'\'' if !double => single = !single,
            b'"' if !single => double = !double,
            b'\\' if !single => match after.split_first() {
                None if whole => return Err("dangling \\".into()),
                None => {}
                Some((b'\n', after)) => {
                    *rest = after;
                    continue;
                }
                Some((&escaped, after)) => {
                    word.push(escaped);
                    *rest = after;
                    continue;
                }
            },
            byte => word.push(byte),
        }
        *rest = after;
    }
    if double && whole {
        return Err("missing \"".into());
    }
    Ok(word)
}
