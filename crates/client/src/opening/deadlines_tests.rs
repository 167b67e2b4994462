//! Which limit counts, and what is no number of seconds.
use super::*;
use oxivirt_conf::fake::{FakeEnv, conf, root};

fn limits(uri: &str, text: &str, variables: &[(&'static str, &'static str)]) -> Result<Deadlines> {
    let uri = Uri::parse(uri.as_bytes()).unwrap();
    let variables = variables.to_vec();
    let env = FakeEnv { variables, ..root() };
    Deadlines::of(Some(&uri), &conf(text), &env)
}

#[test]
fn off_by_default() {
    assert_eq!(limits("a:///", "", &[]).unwrap(), Deadlines::default());
    assert_eq!(Deadlines::default().connect_until(), None);
}

#[test]
fn precedence() {
    let all = [("OXIVIRT_CONNECT_TIMEOUT", "3"), ("OXIVIRT_CALL_TIMEOUT", "4")];
    let conf = "connect_timeout = 5\ncall_timeout = \"6.5\"\n";
    let seconds = |uri, conf, variables: &[_]| {
        let limits = limits(uri, conf, variables).unwrap();
        (limits.connect.map(|limit| limit.as_secs_f64()), limits.call.map(|limit| limit.as_secs_f64()))
    };
    assert_eq!(seconds("a:///", conf, &[]), (Some(5.0), Some(6.5)));
    assert_eq!(seconds("a:///", conf, &all), (Some(3.0), Some(4.0)));
    let uri = "a:///?connect_timeout=1&call_timeout=0.25";
    assert_eq!(seconds(uri, conf, &all), (Some(1.0), Some(0.25)));
    // Zero switches off what the others would switch on.
    assert_eq!(seconds("a:///?call_timeout=0", conf, &[]), (Some(5.0), None));
    // What does not count is not looked at.
    assert_eq!(seconds(uri, "connect_timeout = 'x'", &all), (Some(1.0), Some(0.25)));
}

#[test]
fn bad_values() {
    for value in ["", "x", "-1", "+1", "1e3", ".5", "5.", "1.2.3", "1000000001", "99999999999999999999", "%31%20"] {
        let error = limits(&format!("a:///?call_timeout={value}"), "", &[]).unwrap_err();
        assert_eq!(error.code, ErrorCode::INVALID_ARG, "{value}");
        let text = error.text().into_owned();
        assert!(text.contains("of URI parameter 'call_timeout' is not a number"), "{text}");
    }
    let text = |conf, variables: &[_]| limits("a:///", conf, variables).unwrap_err().text().into_owned();
    assert_eq!(
        text("connect_timeout = -2", &[]),
        "invalid argument: value '-2' of 'connect_timeout' in f.conf is not a number of seconds from 0 to 1000000000"
    );
    assert_eq!(
        text("connect_timeout = [1]", &[]),
        "internal error: f.conf: expected a number for 'connect_timeout' parameter"
    );
    assert!(text("", &[("OXIVIRT_CALL_TIMEOUT", "soon")]).contains("environment variable 'OXIVIRT_CALL_TIMEOUT'"));
}

#[test]
fn fractions() {
    assert_eq!(parse(b"0.000000001"), Some(Some(Duration::from_nanos(1))));
    assert_eq!(parse(b"0.0000000001"), Some(Some(Duration::from_nanos(1))));
    assert_eq!(parse(b"0.0000000000"), Some(None));
    assert_eq!(parse(b"1.5"), Some(Some(Duration::from_millis(1500))));
    assert_eq!(parse(b"1000000000"), Some(Some(Duration::from_secs(MAX_SECONDS))));
}
