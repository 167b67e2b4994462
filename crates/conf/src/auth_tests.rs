//! Files that GLib accepts and files that it does not; which file counts.
use super::*;

const FILE: &str = "\u{feff}# who we are\r
 [credentials-test]
authname = fred
password=1 2\\s3\\\\\\t \r
realm=one
realm=two

[auth-libvirt-kvm.example.org]
credentials=test
[credentials-other]
username=x
[auth-libvirt-default]
credentials=other
[auth-ssh-lost]
credentials=nobody
[auth-ssh-empty]
[credentials-test]
username=late
";

fn parse(text: &[u8]) -> Result<AuthConfig> {
    AuthConfig::parse(Path::new("/x/auth.conf"), text)
}

fn text(error: &Error) -> String {
    assert_eq!(error.code, ErrorCode::CONF_SYNTAX);
    error.text().into_owned()
}

#[test]
fn lookups() {
    let config = parse(FILE.as_bytes()).unwrap();
    let look = |service, host: &str, what| {
        let found = config.lookup(service, host.as_bytes(), what).unwrap();
        found.map(|value| String::from_utf8(value).unwrap())
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(look("libvirt", "kvm.example.org", "authname"), some("fred"));
    assert_eq!(look("libvirt", "kvm.example.org", "password"), some("1 2 3\\\t "));
    assert_eq!(look("libvirt", "kvm.example.org", "realm"), some("two"));
    assert_eq!(look("libvirt", "kvm.example.org", "username"), some("late"));
    assert_eq!(look("libvirt", "kvm.example.org", "Authname"), None);
    assert_eq!(look("libvirt", "elsewhere", "username"), some("x"));
    assert_eq!(look("libvirt", "elsewhere", "password"), None);
    assert_eq!(look("ssh", "elsewhere", "username"), None);
}

#[test]
fn references_that_lead_nowhere() {
    let config = parse(FILE.as_bytes()).unwrap();
    let error = config.lookup("ssh", b"lost", "username").unwrap_err();
    assert_eq!(
        text(&error),
        "configuration file syntax error: Missing group 'credentials-nobody' referenced from group 'auth-ssh-lost' in '/x/auth.conf'"
    );
    let error = config.lookup("ssh", b"empty", "username").unwrap_err();
    assert_eq!(
        text(&error),
        "configuration file syntax error: Missing item 'credentials' in group 'auth-ssh-empty' in '/x/auth.conf'"
    );
}

#[test]
fn lines_that_are_wrong() {
    for (input, line) in [
        (&b"a=b"[..], 1),
        (b"[a]\n\nnonsense", 3),
        (b"[a]\n=x", 2),
        (b"[a\n", 1),
        (b"#\n[]\n", 2),
        (b"[a]b\n", 1),
        (b"[a\x01]\n", 1),
        (b"[a]\nx=1\n\x00\n", 3),
    ] {
        let said = text(&parse(input).unwrap_err());
        let start = format!("configuration file syntax error: /x/auth.conf:{line}: ");
        assert!(said.starts_with(&start), "{said}");
    }
    assert!(parse(b"").unwrap().groups.is_empty());
}

#[test]
fn values_that_are_no_text() {
    let config = parse(b"[auth-libvirt-default]\ncredentials=c\n[credentials-c]\npassword=\xff\nrealm=a\0b").unwrap();
    let error = config.lookup("libvirt", b"h", "password").unwrap_err();
    assert!(text(&error).ends_with("/x/auth.conf:4: the value is not UTF-8"));
    let error = config.lookup("libvirt", b"h", "realm").unwrap_err();
    assert!(text(&error).ends_with("/x/auth.conf:5: the value holds a NUL byte"));
}

#[derive(Debug)]
struct Files {
    file: Option<OsString>,
    folder: PathBuf,
}

impl Env for Files {
    fn privileged(&self) -> bool {
        false
    }
    fn variable(&self, name: &str) -> Option<OsString> {
        match name {
            "LIBVIRT_AUTH_FILE" => self.file.clone(),
            "XDG_CONFIG_HOME" => Some(self.folder.clone().into()),
            _ => None,
        }
    }
    fn exists(&self, path: &Path) -> bool {
        path.exists() && path.starts_with(&self.folder)
    }
    fn home(&self) -> Option<PathBuf> {
        None
    }
    fn open(&self, path: &Path) -> std::io::Result<Box<dyn Read>> {
        Ok(Box::new(std::fs::File::open(path)?))
    }
}

#[test]
fn which_file_counts() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().to_owned();
    let own = folder.join("libvirt/auth.conf");
    std::fs::create_dir_all(folder.join("libvirt")).unwrap();
    let env = |file: Option<&str>| Files { file: file.map(Into::into), folder: folder.clone() };
    assert_eq!(AuthConfig::find(None, &env(None)), None);
    std::fs::write(&own, "[a]\n").unwrap();
    assert_eq!(AuthConfig::find(None, &env(None)), Some(own.clone()));
    assert_eq!(AuthConfig::find(Some(b"/u"), &env(None)), Some("/u".into()));
    assert_eq!(AuthConfig::find(Some(b"/u"), &env(Some("/e"))), Some("/e".into()));
    assert!(AuthConfig::read(&own).unwrap().groups.contains_key(&b"a"[..]));
    std::fs::write(&own, vec![b'#'; 1048577]).unwrap();
    let error = AuthConfig::read(&own).unwrap_err();
    assert!(text(&error).ends_with("' is longer than 1048576 bytes"));
    drop(scratch);
    let error = AuthConfig::read(&own).unwrap_err();
    assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
    assert!(error.text().ends_with("auth.conf': No such file or directory"));
}

#[test]
fn escapes_and_white_space() {
    assert_eq!(unescape(br"a\sb\nc\td\re\\f\gh\"), b"a b\nc\td\re\\f\\gh");
    assert_eq!(unescape(b"plain"), b"plain");
    assert_eq!(trim_start(b" \x0b\t a \n"), b"a \n");
    assert_eq!(trim_end(b" a \x0b\n"), b" a");
    assert_eq!((trim_start(b" "), trim_end(b" "), trim_end(b"")), (&b""[..], &b""[..], &b""[..]));
    for (line, name) in
        [("[a]", Some("a")), ("[a b]  ", Some("a b")), ("[]", None), ("[a", None), ("a]", None), ("[a[b]", None)]
    {
        assert_eq!(group_name(line.as_bytes()), name.map(str::as_bytes), "{line}");
    }
}

#[test]
fn passwords_are_not_shown() {
    let config = parse(b"[a]\npassword=secret\n").unwrap();
    let shown = format!("{config:?}");
    assert!(shown.contains("/x/auth.conf") && !shown.contains("secret"), "{shown}");
}

#[test]
fn comments_and_blank_lines_count_as_lines() {
    let said = text(&parse(b"#1\n\n  #3\n[a]\r\nx = y\nwrong").err().unwrap());
    assert!(said.contains("/x/auth.conf:6: "), "{said}");
    let config = parse(b"[auth-libvirt-default]\ncredentials=c\n[credentials-c]\nrealm =  a b  \n").unwrap();
    assert_eq!(config.lookup("libvirt", b"h", "realm").unwrap().unwrap(), b"a b  ");
}
