//! What ssh says when it fails, and the error that comes of it.
use super::super::login::Verify;
use super::*;
use crate::choice::choose;
use oxivirt_conf::{Conf, ProcessEnv, Uri};

fn failure(library: Library, methods: &[Method], words: &str) -> (ErrorCode, String) {
    let uri = Uri::parse(b"qemu+libssh://h:7/system").unwrap();
    let target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    let way = Login {
        verify: Verify::Normal,
        known_hosts: b"/f".to_vec(),
        key: Some(b"/nonexistent/k".to_vec()),
        methods: methods.to_vec(),
    };
    let error = library.failure(&target, &way, words);
    let text = error.text().into_owned();
    let detail = text.split_once(": ").map_or("", |(_, detail)| detail);
    (error.code, detail.to_owned())
}

#[test]
fn the_way_to_the_host() {
    let (code, text) = failure(Library::Libssh, &[], "ssh: connect to host h port 7: No route to host\r\n");
    assert_eq!(code, ErrorCode::SYSTEM_ERROR);
    assert_eq!(text, "No route to host");
    let (code, text) = failure(Library::Libssh, &[], "ssh: Could not resolve hostname h: Name or service not known");
    assert_eq!(code, ErrorCode::SYSTEM_ERROR);
    assert_eq!(text, "Name or service not known");
    let (code, text) = failure(Library::Libssh2, &[], "x\nConnection closed by 1.2.3.4 port 7\n");
    assert_eq!(code, ErrorCode::NO_CONNECT);
    assert!(text.ends_with("Connection closed by 1.2.3.4 port 7"), "{text}");
}

#[test]
fn the_host_is_another_one() {
    let words = "@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nThe fingerprint for the ED25519 key sent by the remote host is\nSHA256:AAEC.\nHost key verification failed.\n";
    let (code, text) = failure(Library::Libssh, &[], words);
    assert_eq!(code, ErrorCode::AUTH_FAILED);
    assert!(text.contains("'h:7' differs") && text.contains("'00:01:02'"), "{text}");
    let (code, text) =
        failure(Library::Libssh, &[], "WARNING: REVOKED HOST KEY DETECTED!\nHost key verification failed.");
    assert_eq!(code, ErrorCode::LIBSSH);
    assert!(text.contains("revoked"), "{text}");
}

#[test]
fn nothing_was_accepted() {
    let denied = "u@h: Permission denied (publickey,password).";
    let all = [Method::Agent, Method::Password, Method::Interactive];
    assert_eq!(
        failure(Library::Libssh, &all, denied),
        (
            ErrorCode::AUTH_FAILED,
            "All provided authentication methods with credentials were rejected by the server".to_owned()
        )
    );
    let denied = "u@h: Permission denied (hostbased).";
    assert_eq!(
        failure(Library::Libssh, &all, denied).1,
        "None of the requested authentication methods are supported by the server"
    );
    assert_eq!(
        failure(Library::Libssh, &[Method::Agent], denied),
        (
            ErrorCode::LIBSSH,
            "failed to authenticate: Access denied for 'none'. Authentication that can continue: hostbased".to_owned()
        )
    );
    let denied = "u@h: Permission denied (publickey).";
    assert_eq!(
        failure(Library::Libssh, &[Method::PrivateKey], denied).1,
        "error while reading private key '/nonexistent/k'"
    );
}

#[test]
fn the_key_is_of_no_use() {
    let denied = |reason: &str| format!("Load key \"/k\": {reason}\r\nu@h: Permission denied (publickey).\n");
    let uri = Uri::parse(b"qemu+libssh://h:7/system").unwrap();
    let target = choose(Some(&uri), false, &Conf::default(), &ProcessEnv).unwrap();
    let way = Login {
        verify: Verify::Normal,
        known_hosts: b"/f".to_vec(),
        key: Some(b"/dev/null".to_vec()),
        methods: vec![Method::PrivateKey],
    };
    let text = |library: Library, reason| {
        let error = library.failure(&target, &way, &denied(reason));
        assert_eq!(error.code, ErrorCode::AUTH_FAILED);
        error.text().into_owned()
    };
    assert!(
        text(Library::Libssh, "error in libcrypto")
            .ends_with("error while opening private key '/dev/null', wrong passphrase?")
    );
    assert!(text(Library::Libssh2, "invalid format").ends_with("private key file format"));
    assert!(text(Library::Libssh2, "bad permissions").contains("others may read"));
}

#[test]
fn the_agent_is_of_no_use() {
    let text = |library: Library, agent: &Agent| {
        let text = library.agent_denied(agent, "publickey").text().into_owned();
        let detail = text.split_once(": ").map(|(_, detail)| detail.to_owned());
        detail.unwrap()
    };
    let gone = Agent::Unreachable("/s".into(), 2);
    assert_eq!(
        text(Library::Libssh, &gone),
        "failed to authenticate: Error from connect(/s): No such file or directory"
    );
    assert!(text(Library::Libssh, &Agent::None).contains("'none'"));
    assert!(text(Library::Libssh, &Agent::Keys).contains("'publickey'"));
    assert_eq!(text(Library::Libssh2, &gone), "Failed to connect to ssh agent");
    assert!(text(Library::Libssh2, &Agent::Empty).contains("did not provide"));
    assert!(text(Library::Libssh2, &Agent::Keys).contains("were rejected"));
}

#[test]
fn the_host_had_enough() {
    let words = "Received disconnect from 1.2.3.4 port 7:2: Too many authentication failures\r\nDisconnected from 1.2.3.4 port 7\r\n";
    let (code, text) = failure(Library::Libssh, &[Method::Password], words);
    assert_eq!(code, ErrorCode::AUTH_FAILED);
    assert_eq!(text, "authentication failed: Too many authentication failures");
}
