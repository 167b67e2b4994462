//! connect_timeout and call_timeout against a scripted daemon.
use super::*;
use oxivirt_protocol::{Program, Transact};
use std::sync::mpsc;

#[test]
fn a_connect_timeout_ends_opening_at_every_step() {
    // Nothing is answered from the given procedure on; the last name also covers the daemon that accepts nothing.
    for (silent, name) in [
        (AUTH_LIST, "auth_list"),
        (1, "connect_open"),
        (AUTH_POLKIT, "auth_polkit"),
        (SUPPORTS_FEATURE, "connect_supports_feature"),
    ] {
        // On a busy machine a short time may be over before that step: then it gets more.
        let ended = ["0.3", "3", "30"].into_iter().any(|limit| {
            let daemon = Daemon::start(move |procedure, body| match procedure {
                _ if procedure == silent => Answer::Nothing,
                // The polkit question is a long operation, which is no excuse while opening.
                AUTH_LIST if silent == AUTH_POLKIT => Answer::Reply(words(&[1, 2])),
                _ => plain(procedure, body),
            });
            let error = daemon.open(&format!("&connect_timeout={limit}"), false).unwrap_err();
            assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT, "{name}");
            let text = error.text().into_owned();
            assert!(text.contains("/sock'"), "{text}");
            // The daemon ends because the socket was closed.
            procedures(daemon);
            text.contains(name)
        });
        assert!(ended, "{name}");
    }
}

#[test]
fn a_daemon_that_accepts_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("sock");
    let listener = UnixListener::bind(&path).unwrap();
    // Fills the queue: what does not fit times out like our own attempt will.
    let mut waiting = Vec::new();
    let timeout = Some(Duration::from_millis(1));
    while let Ok(socket) = oxivirt_sys::connect_unix(&path, timeout) {
        waiting.push(socket);
    }
    let uri = format!("test+unix:///default?socket={}&connect_timeout=0.02", path.display());
    let error = open(OpenRequest { name: Some(uri.as_bytes()), ..OpenRequest::default() });
    let error = error.unwrap_err();
    assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
    assert!(error.text().contains("no connection to '"), "{error}");
    drop(listener);
}

#[test]
fn a_call_timeout_is_for_short_calls() {
    const DOMAIN_SAVE: u32 = 55;
    // The calls that open are short ones too. On a busy machine they get more time.
    let opened = ["&call_timeout=0.2", "&call_timeout=2", "&call_timeout=20"].into_iter().find_map(|limit| {
        let (seen, saving) = mpsc::channel();
        let (go, gone) = mpsc::channel();
        let daemon = Daemon::start(move |procedure, body| match procedure {
            HOSTNAME => Answer::Nothing,
            DOMAIN_SAVE => {
                seen.send(()).unwrap();
                gone.recv().unwrap();
                Answer::Reply(Vec::new())
            }
            _ => plain(procedure, body),
        });
        match daemon.open(limit, false) {
            Ok(connection) => Some((daemon, connection, limit, saving, go)),
            Err(error) => {
                assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT, "{error}");
                procedures(daemon);
                None
            }
        }
    });
    let (daemon, connection, limit, saving, go) = opened.unwrap();
    assert_eq!(connection.uri(), daemon.uri(limit).as_bytes());
    std::thread::scope(|scope| {
        let save = scope.spawn(|| {
            let nothing = |_: &mut Writer<'_>| Ok(());
            connection.transact(&mut Call::new(), Program::REMOTE, DOMAIN_SAVE, &nothing)
        });
        saving.recv().unwrap();
        // Each of these takes as long as the timeout is; the save outlives both.
        for _ in 0..2 {
            let error = connection.connect_get_hostname(&mut Call::new()).unwrap_err();
            assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
            let text = error.text().into_owned();
            assert!(text.contains("connect_get_hostname within "), "{text}");
        }
        go.send(()).unwrap();
        assert_eq!(save.join().unwrap(), Ok(()));
    });
    connection.close().unwrap();
    procedures(daemon);
}

#[test]
fn what_is_long() {
    let long = |number| {
        let info = Program::REMOTE.procedure(number)?;
        Some((info.name, info.long))
    };
    let all: Vec<(&str, bool)> = (1..1000).filter_map(long).collect();
    assert!(all.len() > 440);
    for (name, long) in &all {
        let moves_memory =
            ["_migrate_prepare", "_migrate_perform", "_migrate_finish"].iter().any(|part| name.contains(part));
        let named = [
            "domain_save",
            "domain_save_flags",
            "domain_save_params",
            "domain_restore",
            "domain_restore_flags",
            "domain_restore_params",
            "domain_managed_save",
            "domain_core_dump",
            "domain_core_dump_with_format",
            "domain_block_copy",
            "domain_block_commit",
            "domain_block_pull",
            "domain_block_rebase",
            "domain_block_job_abort",
            "domain_block_resize",
            "domain_backup_begin",
            "domain_snapshot_create_xml",
            "domain_revert_to_snapshot",
            "domain_snapshot_delete",
            "storage_pool_build",
            "storage_pool_create",
            "storage_pool_delete",
            "storage_pool_refresh",
            "storage_vol_create_xml",
            "storage_vol_create_xml_from",
            "storage_vol_delete",
            "storage_vol_resize",
            "storage_vol_wipe",
            "storage_vol_wipe_pattern",
            "domain_create",
            "domain_create_xml",
        ];
        if moves_memory || named.contains(name) {
            assert!(long, "{name}");
        }
        let short = ["_get_", "_lookup_", "_list_", "_num_of_", "_is_active"];
        if short.iter().any(|part| name.contains(part)) {
            assert!(!long, "{name}");
        }
    }
    for name in ["domain_save", "storage_vol_wipe", "domain_migrate_perform3_params"] {
        assert!(all.contains(&(name, true)), "{name}");
    }
}
