//! Bodies of any procedure, known by its number only: what their words mean is found out by asking the codec. A word is made 0, 1, 2
//! and 4 with nothing but zeros behind it; how much the codec takes in then tells a number from a text, an array, an optional
//! value and a union.
use oxivirt_protocol::{Part, Program, admin, lxc, qemu, remote};
use oxivirt_xdr::Problem;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

/// More zeros than the rest of any body without texts and elements needs.
const ZEROS: [u8; 4096] = [0; 4096];

/// What was found out.
type Cache<K, V> = LazyLock<Mutex<HashMap<K, V>>>;

/// Names the body of a procedure's arguments or reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Body {
    pub(crate) program: Program,
    pub(crate) procedure: u32,
    pub(crate) part: Part,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A number of its own, or half of a longer one.
    Number,
    /// The length of a text, or of opaque bytes.
    Text,
    /// Whether an optional value is there.
    Optional,
    /// The number of an array's elements.
    Array,
    /// Which arm of a union follows.
    Union,
}

/// The place of a number in a body.
#[derive(Debug, Clone, Copy)]
struct Number {
    at: usize,
    takes_negative: bool,
}

/// How far the codec came with a body: its whole length, or the place of a union without an arm.
#[derive(Debug, PartialEq, Eq)]
enum Taken {
    Whole(usize),
    NoArm(usize),
    Refused,
}

impl Body {
    fn recode(self, bytes: &[u8]) -> Option<Taken> {
        let mut out = Vec::new();
        let Self { program, procedure, part } = self;
        let recoded = match program {
            Program::QEMU => qemu::recode(qemu::Procedure(procedure), part, bytes, &mut out),
            Program::LXC => lxc::recode(lxc::Procedure(procedure), part, bytes, &mut out),
            Program::ADMIN => admin::recode(admin::Procedure(procedure), part, bytes, &mut out),
            _ => remote::recode(remote::Procedure(procedure), part, bytes, &mut out),
        };
        Some(match recoded? {
            Ok(()) => Taken::Whole(out.len()),
            Err(error) => match error.problem() {
                Problem::NoArm(_) => Taken::NoArm(error.offset()),
                _ => Taken::Refused,
            },
        })
    }

    fn with(self, before: &[u8], word: u32) -> Taken {
        self.recode(&[before, &word.to_be_bytes(), &ZEROS].concat()).unwrap()
    }

    /// Returns what the word behind these bytes is; `None` if the body ends here.
    fn word(self, before: &[u8]) -> Option<Word> {
        // A procedure without a body.
        self.recode(&[])?;
        let here = before.len();
        let zero = self.with(before, 0);
        match zero {
            Taken::Whole(length) if length <= here => return None,
            Taken::NoArm(place) if place == here => return Some(Word::Union),
            Taken::Refused => panic!("{self:?}: nothing fits at {here}"),
            _ => {}
        }
        let [one, two, four] = [1, 2, 4].map(|word| self.with(before, word));
        Some(match (zero, one, four) {
            // A truth, or that something is there.
            (zero, one, _) if two == Taken::Refused => {
                if zero == one {
                    Word::Number
                } else {
                    Word::Optional
                }
            }
            (zero, one, four) if zero == one && one == four => Word::Number,
            (Taken::Whole(zero), Taken::Whole(one), Taken::Whole(four)) if one == zero + 4 && four == one => Word::Text,
            (Taken::NoArm(zero), Taken::NoArm(one), Taken::NoArm(four)) if one == zero + 4 && four == one => Word::Text,
            _ => Word::Array,
        })
    }

    /// Returns true if a union has this arm.
    fn arm(self, before: &[u8], word: u32) -> bool {
        self.with(before, word) != Taken::NoArm(before.len())
    }

    /// Makes a body of `numbers`, in which there is all that is optional, and two of everything in an array.
    pub(crate) fn full(self, mut number: impl FnMut() -> i32) -> Vec<u8> {
        static FORMS: Cache<Body, (Vec<u8>, Vec<Number>)> = LazyLock::new(Mutex::default);
        let (mut bytes, numbers) = FORMS.lock().unwrap().entry(self).or_insert_with(|| self.form(true)).clone();
        for Number { at, takes_negative } in numbers {
            let value = number();
            if value >= 0 || takes_negative {
                bytes[at..at + 4].copy_from_slice(&value.to_be_bytes());
            }
        }
        bytes
    }

    /// Makes the emptiest body there is.
    pub(crate) fn empty(self) -> Vec<u8> {
        self.form(false).0
    }

    /// Makes a body whose numbers are 2, and tells where they are; or the emptiest.
    fn form(self, full: bool) -> (Vec<u8>, Vec<Number>) {
        let (mut bytes, mut numbers) = (Vec::new(), Vec::new());
        let (mut texts, mut arms) = (0, (1..=7).cycle());
        while let Some(word) = self.word(&bytes) {
            match word {
                Word::Number if full => {
                    let takes_negative = self.with(&bytes, u32::MAX) != Taken::Refused;
                    numbers.push(Number { at: bytes.len(), takes_negative });
                    bytes.extend(2_u32.to_be_bytes());
                }
                Word::Text if full => {
                    texts += 1;
                    bytes.extend(2_u32.to_be_bytes());
                    bytes.extend([b't', b'0' + texts % 10, 0, 0]);
                }
                Word::Optional if full => bytes.extend(1_u32.to_be_bytes()),
                Word::Array if full => bytes.extend(2_u32.to_be_bytes()),
                Word::Number | Word::Text | Word::Optional | Word::Array => bytes.extend([0; 4]),
                Word::Union => bytes.extend(arms.find(|&arm| self.arm(&bytes, arm)).unwrap().to_be_bytes()),
            }
        }
        (bytes, numbers)
    }

    /// Shows the words of a body.
    pub(crate) fn show(self, bytes: &[u8]) -> String {
        static SHOWN: Cache<(Body, Vec<u8>), String> = LazyLock::new(Mutex::default);
        let mut shown = SHOWN.lock().unwrap();
        shown.entry((self, bytes.to_vec())).or_insert_with(|| self.words(bytes)).clone()
    }

    fn words(self, bytes: &[u8]) -> String {
        let (mut at, mut words) = (0, Vec::new());
        while let Some(word) = self.word(&bytes[..at]) {
            let number = i32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            at += 4;
            words.push(match word {
                Word::Number => number.to_string(),
                Word::Optional => if number == 0 { "none" } else { "some" }.to_owned(),
                Word::Array => format!("{number}:"),
                Word::Union => format!("arm {number}"),
                Word::Text => {
                    let length = usize::try_from(number).unwrap();
                    let text = String::from_utf8_lossy(&bytes[at..at + length]).into_owned();
                    at += length.next_multiple_of(4);
                    format!("{text:?}")
                }
            });
        }
        assert_eq!(at, bytes.len(), "{self:?}");
        words.join(" ")
    }
}
