//! The syntax as the stock library has it: every error text with its line was observed there.
use super::*;
use crate::fake::{FakeEnv, conf, root, user};

fn refused(text: impl AsRef<[u8]>) -> String {
    let error = Conf::parse(b"f", text.as_ref()).unwrap_err();
    assert_eq!(error.code, ErrorCode::CONF_SYNTAX);
    assert_eq!(error.domain, ErrorDomain::CONF);
    let text = error.text().into_owned();
    let text = text.strip_prefix("configuration file syntax error: f:");
    text.unwrap().to_owned()
}

fn string(text: &str) -> String {
    let conf = conf(text);
    String::from_utf8(conf.string("a").unwrap().unwrap().to_vec()).unwrap()
}

#[test]
fn strings() {
    assert_eq!(string("a='x'"), "x");
    assert_eq!(string("a=\"x'y\""), "x'y");
    assert_eq!(string("  a\t=\t'' # c"), "");
    assert_eq!(string("a=\"\"\"x\n\"y\"\n\"\"\"\n"), "x\n\"y\"\n");
    assert_eq!(string("a='x\\'"), "x\\");
    assert_eq!(string("a='x';b='y'\na='z'"), "x");
    assert_eq!(string("a='x\0y'\n"), "x");
    assert_eq!(string("#\r\na='x'\r\n\r\n"), "x");
    let bytes = Conf::parse(b"f", b"a='\xff\xfe'").unwrap();
    assert_eq!(bytes.string("a"), Ok(Some(b"\xff\xfe".as_slice())));
    assert_eq!(conf("").string("a"), Ok(None));
}

#[test]
fn numbers() {
    let number = |text: &str| conf(text).number_text("a").unwrap().unwrap();
    assert_eq!(number("a=5"), b"5");
    assert_eq!(number("a=+05"), b"5");
    assert_eq!(number("a=-5"), b"-5");
    assert_eq!(number("a='5.5'"), b"5.5");
    assert_eq!(number("a=99999999999999999999"), b"18446744073709551615");
}

#[test]
fn lists() {
    let conf = conf("a = [ 'x', \n 'y' ,\n]\nb=[]\nc=['x' 'y']".split("\nc").next().unwrap());
    assert_eq!(conf.strings("a").unwrap(), [b"x", b"y"]);
    assert!(conf.strings("b").unwrap().is_empty());
    assert!(conf.strings("c").unwrap().is_empty());
}

#[test]
fn syntax() {
    for (text, expected) in [
        ("=", "1: expecting a name"),
        ("1a=1", "1: expecting a name"),
        ("a", "1: expecting an assignment"),
        ("\n\na b", "3: expecting an assignment"),
        ("a=", "1: expecting a value"),
        ("a=x", "1: expecting a value"),
        ("a=-", "1: unterminated number"),
        ("a=1 2", "1: expecting a separator"),
        ("a='x", "1: unterminated string"),
        ("a='x\n'", "1: unterminated string"),
        ("a='x\"", "1: unterminated string"),
        ("a=\"\"\"x\n\n\"\" ", "3: unterminated string"),
        // Seven bytes are needed for triple quotes.
        ("a=\"\"\"\"\"\"", "1: expecting a separator"),
        ("a=['x' 'y']", "1: expecting a separator in list"),
        ("a=['x',\n'y'", "2: list is not closed with ]"),
        ("a=['x',", "1: expecting a value"),
        ("a=[,]", "1: expecting a value"),
        ("a='x' b='y'", "1: expecting a separator"),
        ("a='x'\n\0", "2: expecting a name"),
        ("  \n", "2: expecting a name"),
    ] {
        assert_eq!(refused(text), expected, "{text:?}");
    }
    let deep = "[".repeat(1 << 20);
    assert_eq!(refused(format!("a={deep}")), "1: too many lists inside each other");
}

#[test]
fn types() {
    let text = |error: Error| error.text().into_owned();
    let conf = conf("a=1\nb=['x', 1]\nc='x'\nd=[]");
    let expected = "internal error: f.conf: expected a string for 'a' parameter";
    assert_eq!(text(conf.string("a").unwrap_err()), expected);
    let expected = "configuration file syntax error: f.conf: expected a string list for 'b' parameter";
    assert_eq!(text(conf.strings("b").unwrap_err()), expected);
    let expected = "internal error: f.conf: expected a string list for 'c' parameter";
    assert_eq!(text(conf.strings("c").unwrap_err()), expected);
}

#[test]
fn aliases() {
    let conf = conf("uri_aliases = [ 'a=x=y', 'b_-9=z', '=empty', 'bad', 'c=w' ]");
    assert_eq!(conf.alias(b"a").unwrap().unwrap(), b"x=y");
    assert_eq!(conf.alias(b"b_-9").unwrap().unwrap(), b"z");
    assert_eq!(conf.alias(b"").unwrap().unwrap(), b"empty");
    let before = "configuration file syntax error: Malformed 'uri_aliases' config entry ";
    // Entries behind the one that matches do not count.
    assert_eq!(conf.alias(b"c").unwrap_err().text(), format!("{before}'bad', expected 'alias=uri://host/path'"));
    let wrong = crate::fake::conf("uri_aliases=['a b=c']");
    assert_eq!(
        wrong.alias(b"a b").unwrap_err().text(),
        format!("{before}'a b=c', aliases may only contain 'a-Z, 0-9, _, -'")
    );
}

#[test]
fn places() {
    let root_has = |name| location(name, &root());
    assert_eq!(root_has("libvirt.conf"), Path::new("/etc/libvirt/libvirt.conf"));
    let file = "libvirt-admin.conf";
    assert_eq!(location(file, &user()), Path::new("/home/u/.config/libvirt/libvirt-admin.conf"));
    let elsewhere = FakeEnv { variables: vec![("XDG_CONFIG_HOME", "/c")], ..FakeEnv::default() };
    assert_eq!(location(file, &elsewhere), Path::new("/c/libvirt/libvirt-admin.conf"));
}

#[test]
fn files() {
    let path = "/etc/libvirt/libvirt.conf";
    let load = |content| {
        let env = FakeEnv { files: vec![path], content: Some(content), ..root() };
        Conf::load("libvirt.conf", &env)
    };
    let none = Conf::load("libvirt.conf", &root()).unwrap();
    assert_eq!(none.string("a"), Ok(None));
    let read = load(Ok(b"a='x'".to_vec())).unwrap();
    assert_eq!(read.string("a"), Ok(Some(b"x".as_slice())));
    let text = |content| load(content).unwrap_err().text().into_owned();
    assert_eq!(text(Err(13)), format!("Failed to open file '{path}': Permission denied"));
    // The largest file there may be, of comments, and one byte more.
    let mut large = vec![b'#'; MAX_SIZE];
    load(Ok(large.clone())).unwrap();
    large.push(b'#');
    assert_eq!(text(Ok(large)), format!("Failed to read file '{path}': Value too large for defined data type"));
    assert_eq!(
        text(Ok(b"\na".to_vec())),
        format!("configuration file syntax error: {path}:2: expecting an assignment")
    );
}

#[test]
fn no_text_is_too_strange() {
    let sample = b"a = [ 'x', \"y\", \"\"\"z\n\"\"\", -1, [ ] ] # c\nb=1;c='d'\n";
    for end in 0..=sample.len() {
        let _ = Conf::parse(b"f", &sample[..end]);
    }
    let mut changed = sample.to_vec();
    for at in 0..sample.len() {
        for byte in 0..=u8::MAX {
            changed[at] = byte;
            let lines = changed.iter().filter(|&&byte| byte == b'\n').count() + 1;
            if let Err(error) = Conf::parse(b"f", &changed) {
                let text = error.text().into_owned();
                let line = text.split(':').nth(2).unwrap().parse::<usize>().unwrap();
                assert!((1..=lines).contains(&line), "{text}");
            }
        }
        changed[at] = sample[at];
    }
}

#[test]
fn numbers_may_be_texts_but_no_lists() {
    let conf = conf("a=[1]\nb='-x'\nc=-0");
    let expected = "internal error: f.conf: expected a number for 'a' parameter";
    assert_eq!(conf.number_text("a").unwrap_err().text(), expected);
    assert_eq!(conf.number_text("b").unwrap().unwrap(), b"-x");
    assert_eq!(conf.number_text("c").unwrap().unwrap(), b"-0");
    assert_eq!(conf.number_text("d"), Ok(None));
    assert_eq!((conf.path(), conf.strings("d")), (&b"f.conf"[..], Ok(Vec::new())));
}

#[test]
fn lists_inside_each_other() {
    let nested = |depth: usize| format!("a={}{}", "[".repeat(depth), "]".repeat(depth));
    let deepest = usize::try_from(MAX_DEPTH).unwrap();
    assert!(Conf::parse(b"f", nested(deepest).as_bytes()).is_ok());
    assert_eq!(refused(nested(deepest + 1)), "1: too many lists inside each other");
}

#[test]
fn comments_and_line_ends_are_where_they_may_be() {
    let conf = conf("# 1\n\n  # 2\r\na = 'x' # 3\nb='y';# 4\nc=[ 'z' ]\t;\td='w'\r\n");
    for (name, value) in [("a", b"x"), ("b", b"y"), ("d", b"w")] {
        assert_eq!(conf.string(name), Ok(Some(&value[..])), "{name}");
    }
    assert_eq!(conf.strings("c"), Ok(vec![&b"z"[..]]));
    assert_eq!(refused("a=1\r\n\r\nb"), "3: expecting an assignment");
    assert_eq!(refused("a=[1,\n\n2\n3]"), "4: expecting a separator in list");
    assert_eq!(refused("a='''x'''"), "1: expecting a separator");
    assert_eq!(refused("a\n=1"), "1: expecting an assignment");
}

#[test]
fn three_quotes_count_their_lines() {
    assert_eq!(refused("a=\"\"\"\n\n\"\"\"\nb"), "4: expecting an assignment");
    assert_eq!(string("a=\"\"\"x\"\"\""), "x");
    assert_eq!(string("a=\"\"\"x\"\"y\"\"\""), "x\"\"y");
}

/// Somebody without a home.
#[derive(Debug)]
struct Homeless;

impl Env for Homeless {
    fn privileged(&self) -> bool {
        false
    }
    fn variable(&self, _: &str) -> Option<std::ffi::OsString> {
        None
    }
    fn exists(&self, _: &Path) -> bool {
        false
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn open(&self, _: &Path) -> std::io::Result<Box<dyn Read>> {
        Err(std::io::ErrorKind::NotFound.into())
    }
}

#[test]
fn without_a_home_it_is_the_roots() {
    assert_eq!(location("x", &Homeless), Path::new("/.config/libvirt/x"));
}
