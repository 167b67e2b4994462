//! The options before the commands, as getopt_long(3) reads them: letters together, `--name=value`, names cut short.
use crate::bytes;
use crate::help;
use crate::parse::{to_i32, to_i32_any_base};
use crate::program::Program;
use crate::shell::{Level, Shell};

/// A long option and its letter.
struct Long {
    name: &'static str,
    letter: u8,
    value: Value,
}

/// What follows an option.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    None,
    Needed,
    /// Only behind `=`.
    Optional,
}

const fn long(name: &'static str, letter: u8, value: Value) -> Long {
    Long { name, letter, value }
}

/// The letter of an option that has none.
const NO_LETTER: u8 = 0;

const VIRSH: &[Long] = &[
    long("connect", b'c', Value::Needed),
    long("debug", b'd', Value::Needed),
    long("escape", b'e', Value::Needed),
    long("help", b'h', Value::None),
    long("json", NO_LETTER, Value::None),
    long("keepalive-interval", b'k', Value::Needed),
    long("keepalive-count", b'K', Value::Needed),
    long("log", b'l', Value::Needed),
    long("no-pkttyagent", NO_LETTER, Value::None),
    long("quiet", b'q', Value::None),
    long("readonly", b'r', Value::None),
    long("timing", b't', Value::None),
    long("version", b'v', Value::Optional),
];

const ADMIN: &[Long] = &[
    long("connect", b'c', Value::Needed),
    long("debug", b'd', Value::Needed),
    long("help", b'h', Value::None),
    long("json", NO_LETTER, Value::None),
    long("log", b'l', Value::Needed),
    long("quiet", b'q', Value::None),
    long("version", b'v', Value::Optional),
];

/// Returns the options of a program: name, letter, and whether a value follows.
pub(crate) fn known_options(program: Program) -> impl Iterator<Item = (&'static str, Option<char>, bool)> {
    let all = match program {
        Program::Virsh => VIRSH,
        Program::Admin => ADMIN,
    };
    let letter = |long: &Long| (long.letter != NO_LETTER).then(|| char::from(long.letter));
    all.iter().map(move |long| (long.name, letter(long), long.value == Value::Needed))
}

/// An option that was read.
struct Read {
    letter: u8,
    /// Its long name, if that was used.
    long: Option<&'static str>,
    value: Option<String>,
}

/// Takes the options. Returns what follows them.
///
/// # Errors
/// The program ends here; `Ok` is the success of `--help` and `--version`.
pub(super) fn read(shell: &mut Shell, arguments: Vec<Vec<u8>>) -> Result<Vec<Vec<u8>>, bool> {
    let mut rest = arguments.into_iter();
    while let Some(word) = rest.as_slice().first().cloned() {
        if word == b"--" {
            rest.next();
            break;
        }
        if !word.starts_with(b"-") || word == b"-" {
            break;
        }
        rest.next();
        let read = match word.strip_prefix(b"--") {
            Some(name) => vec![read_long(shell, name, &word, &mut rest)?],
            None => read_letters(shell, word.get(1..).unwrap_or_default(), &mut rest)?,
        };
        for option in read {
            apply(shell, &option)?;
        }
    }
    Ok(rest.collect())
}

type Rest = std::vec::IntoIter<Vec<u8>>;

fn known(shell: &Shell) -> &'static [Long] {
    match shell.program {
        Program::Virsh => VIRSH,
        Program::Admin => ADMIN,
    }
}

fn read_long(shell: &Shell, text: &[u8], word: &[u8], rest: &mut Rest) -> Result<Read, bool> {
    let mut parts = text.splitn(2, |&byte| byte == b'=');
    let name = parts.next().unwrap_or_default();
    let value = parts.next().map(bytes::text);
    let all = known(shell);
    let mut matching = all.iter().filter(|long| long.name.as_bytes().starts_with(name));
    let exact = all.iter().find(|long| long.name.as_bytes() == name);
    let long = match (exact, matching.next(), matching.next()) {
        (Some(long), ..) | (None, Some(long), None) => long,
        _ => {
            shell.error(&format!("unsupported option '{}'. See --help.", bytes::text(word)));
            return Err(false);
        }
    };
    let value = match (long.value, value) {
        (Value::None, Some(_)) => return Err(unsupported(shell, long.letter)),
        (Value::Needed, None) => Some(needed(shell, long.letter, rest)?),
        (_, value) => value,
    };
    Ok(Read { letter: long.letter, long: Some(long.name), value })
}

fn read_letters(shell: &Shell, letters: &[u8], rest: &mut Rest) -> Result<Vec<Read>, bool> {
    let mut read = Vec::new();
    for (at, &letter) in letters.iter().enumerate() {
        let value = if letter == b'V' { Some(Value::None) } else { known_letter(shell, letter) };
        match value {
            // What was read before it is done before it is refused.
            None => {
                for option in &read {
                    apply_const(shell, option)?;
                }
                return Err(unsupported(shell, letter));
            }
            Some(Value::Needed) => {
                let joined = letters.get(at.saturating_add(1)..).filter(|joined| !joined.is_empty());
                let value = match joined {
                    Some(joined) => bytes::text(joined),
                    None => needed(shell, letter, rest)?,
                };
                read.push(Read { letter, long: None, value: Some(value) });
                return Ok(read);
            }
            Some(_) => read.push(Read { letter, long: None, value: None }),
        }
    }
    Ok(read)
}

fn known_letter(shell: &Shell, letter: u8) -> Option<Value> {
    let has_letter = |long: &&Long| long.letter != NO_LETTER && long.letter == letter;
    known(shell).iter().find(has_letter).map(|long| long.value)
}

fn unsupported(shell: &Shell, letter: u8) -> bool {
    shell.error(&format!("unsupported option '-{}'. See --help.", bytes::text(&[letter])));
    false
}

fn needed(shell: &Shell, letter: u8, rest: &mut Rest) -> Result<String, bool> {
    let name = known(shell).iter().find(|long| long.letter == letter).map_or("", |long| long.name);
    rest.next().map(|value| bytes::text(&value)).ok_or_else(|| {
        shell.error(&format!("option '-{}'/'--{name}' requires an argument", char::from(letter)));
        false
    })
}

/// Does what ends the program.
fn apply_const(shell: &Shell, option: &Read) -> Result<(), bool> {
    match (option.letter, option.value.as_deref()) {
        (b'h', _) => shell.print(&help::usage(shell.program, &shell.called)),
        (b'V', _) | (b'v', Some("long")) => shell.print(help::long_version(shell.program)),
        (b'v', _) => shell.print("12.8.0\n"),
        _ => return Ok(()),
    }
    Err(true)
}

fn apply(shell: &mut Shell, option: &Read) -> Result<(), bool> {
    apply_const(shell, option)?;
    let value = option.value.clone().unwrap_or_default();
    shell.json |= option.long == Some("json");
    shell.polkit_agent &= option.long != Some("no-pkttyagent");
    match option.letter {
        b'c' => shell.uri = Some(value),
        b'd' => return debug(shell, option, &value),
        b'e' => return escape(shell, &value),
        b'k' => shell.keepalive_interval = Some(keepalive(shell, option, &value)?),
        b'K' => shell.keepalive_count = Some(keepalive(shell, option, &value)?),
        b'l' => return shell.open_log(&value).then_some(()).ok_or(false),
        b'q' => shell.quiet = true,
        b'r' => shell.read_only = true,
        b't' => shell.timing = true,
        _ => {}
    }
    Ok(())
}

/// Returns the option as the user wrote it.
fn written(option: &Read) -> String {
    option.long.map_or_else(|| format!("-{}", char::from(option.letter)), |name| format!("--{name}"))
}

fn debug(shell: &mut Shell, option: &Read, value: &str) -> Result<(), bool> {
    let Some(number) = to_i32(value) else {
        shell.error(&format!("option {} takes a numeric argument", written(option)));
        return Err(false);
    };
    match usize::try_from(number).ok().and_then(|number| Level::ALL.get(number)) {
        Some(level) => shell.out.level = *level,
        None => shell.error(&format!("ignoring debug level {number} out of range [0-4]")),
    }
    Ok(())
}

fn escape(shell: &mut Shell, value: &str) -> Result<(), bool> {
    let allowed = match value.as_bytes() {
        [b'^', letter] => letter.is_ascii_lowercase() || (b'@'..=b'_').contains(letter),
        [letter] => *letter != b'^',
        _ => false,
    };
    if !allowed {
        shell.error(&format!("Invalid string '{value}' for escape sequence"));
        return Err(false);
    }
    shell.escape = value.into();
    Ok(())
}

fn keepalive(shell: &Shell, option: &Read, value: &str) -> Result<i32, bool> {
    let problem = match to_i32_any_base(value) {
        None => format!("Invalid value for option {}", written(option)),
        Some(..0) => format!("option {} requires a positive integer argument", written(option)),
        Some(number) => return Ok(number),
    };
    shell.error(&problem);
    Err(false)
}
