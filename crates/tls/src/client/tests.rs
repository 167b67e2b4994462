//! Sessions against a rustls server with certificates made here.
use super::{Failure, Session};
use crate::Priority;
use crate::common::{Credentials, Files, Side};
use crate::testing::{Leaf, authority, files, identity, leaf, now, source, trusted};
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose, RevokedCertParams, SerialNumber, date_time_ymd,
};
use rustls::crypto::ring::default_provider;
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, SupportedProtocolVersion};
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use std::io::{Read, Write};
use std::sync::Arc;

fn credentials(files: &Files) -> Credentials {
    Credentials::load(files, Side::Client, true, now(), &mut Vec::new()).unwrap()
}

fn server(
    leaf: &Leaf,
    more: &[CertificateDer<'static>],
    version: &'static SupportedProtocolVersion,
    clients: Option<&str>,
) -> ServerConnection {
    let builder =
        ServerConfig::builder_with_provider(Arc::new(default_provider())).with_protocol_versions(&[version]).unwrap();
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(pem) => {
            let mut roots = RootCertStore::empty();
            let (_, der) = crate::common::pem::blocks(pem.as_bytes(), |_| true).unwrap().remove(0);
            roots.add(der.into()).unwrap();
            let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::new(default_provider()));
            builder.with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    let mut chain = vec![leaf.der.clone()];
    chain.extend_from_slice(more);
    let key = PrivateKeyDer::Pkcs8(leaf.key.serialize_der().into());
    ServerConnection::new(Arc::new(builder.with_single_cert(chain, key).unwrap())).unwrap()
}

/// Both talk until they have nothing to say. The client gets pieces of `cut` bytes; `change` may alter the server's
/// bytes, counted from the beginning.
fn talk(
    client: &mut Session,
    server: &mut ServerConnection,
    cut: usize,
    mut change: impl FnMut(usize, &mut u8),
) -> Result<Vec<u8>, Failure> {
    let (mut told, mut inner) = (0_usize, Vec::new());
    loop {
        let mut outer = Vec::new();
        client.speak(&mut outer);
        let quiet = outer.is_empty();
        let mut rest = outer.as_slice();
        while !rest.is_empty() {
            server.read_tls(&mut rest).unwrap();
            if server.process_new_packets().is_err() {
                break;
            }
        }
        let mut answer = Vec::new();
        while server.wants_write() {
            server.write_tls(&mut answer).unwrap();
        }
        if quiet && answer.is_empty() {
            return Ok(inner);
        }
        for byte in &mut answer {
            change(told, byte);
            told = told.saturating_add(1);
        }
        for piece in answer.chunks(cut) {
            client.decode(piece, &mut inner)?;
        }
    }
}

const BOTH: [&SupportedProtocolVersion; 2] = [&rustls::version::TLS12, &rustls::version::TLS13];

fn session(files: &Files, host: &str, verify: bool) -> Session {
    Session::new(credentials(files), &Priority::default(), host.as_bytes(), verify).unwrap()
}

#[test]
fn a_session_cut_anywhere() {
    let (issuer, pem) = trusted();
    let leaf = leaf(&issuer, &["localhost"], |_| {});
    for version in BOTH {
        for cut in [1, 2, 3, 5, 100, 65536] {
            let mut client = session(&files(&pem, None), "localhost", true);
            let mut server = server(&leaf, &[], version, None);
            assert_eq!(talk(&mut client, &mut server, cut, |_, _| {}), Ok(vec![]));
            assert!(!client.is_handshaking());
            assert_eq!(client.key_bits(), Some(256));
            let long: Vec<u8> = (0..100_000_u32).map(|at| at as u8).collect();
            server.set_buffer_limit(None);
            server.writer().write_all(&long).unwrap();
            assert_eq!(talk(&mut client, &mut server, cut, |_, _| {}).unwrap(), long);
            let mut outer = Vec::new();
            client.encode(&long, &mut outer).unwrap();
            let (mut rest, mut got) = (outer.as_slice(), Vec::new());
            while !rest.is_empty() {
                server.read_tls(&mut rest).unwrap();
                let state = server.process_new_packets().unwrap();
                let mut piece = vec![0; state.plaintext_bytes_to_read()];
                server.reader().read_exact(&mut piece).unwrap();
                got.extend(piece);
            }
            assert_eq!(got, long);
            assert!(!client.ended());
            server.send_close_notify();
            talk(&mut client, &mut server, cut, |_, _| {}).unwrap();
            assert!(client.ended());
        }
    }
}

#[test]
fn a_changed_byte_never_passes() {
    let (issuer, pem) = trusted();
    let leaf = leaf(&issuer, &["localhost"], |_| {});
    for version in BOTH {
        for at in (0..900).step_by(13) {
            let mut client = session(&files(&pem, None), "localhost", true);
            let mut server = server(&leaf, &[], version, None);
            let mut changed = false;
            let end = talk(&mut client, &mut server, 65536, |place, byte| {
                if place == at {
                    *byte ^= 0x10;
                    changed = true;
                }
            });
            if changed && server.is_handshaking() {
                assert!(end.is_err() || client.is_handshaking(), "byte {at}");
            }
        }
    }
}

fn outcome(files: &Files, leaf: &Leaf, more: &[CertificateDer<'static>], host: &str) -> Result<(), Failure> {
    let mut client = session(files, host, true);
    let mut server = server(leaf, more, &rustls::version::TLS13, None);
    let end = talk(&mut client, &mut server, 65536, |_, _| {}).map(drop);
    assert_eq!(end.is_ok(), !client.is_handshaking());
    if end.is_err() {
        // Whoever does not ask is not told.
        let mut client = session(files, host, false);
        let mut server = self::server(leaf, more, &rustls::version::TLS12, None);
        talk(&mut client, &mut server, 65536, |_, _| {}).unwrap();
        assert!(!client.is_handshaking());
    }
    end
}

#[test]
fn who_the_server_is() {
    let (issuer, pem) = trusted();
    let refused = Err(Failure::Certificate(None));
    let good = leaf(&issuer, &["localhost", "127.0.0.1"], |_| {});
    let trust = files(&pem, None);
    assert_eq!(outcome(&trust, &good, &[], "localhost"), Ok(()));
    assert_eq!(outcome(&trust, &good, &[], "LocalHost"), Ok(()));
    assert_eq!(outcome(&trust, &good, &[], "127.0.0.1"), Ok(()));
    for host in ["other", "127.0.0.2", "::1", "common", "", "localhost."] {
        assert_eq!(outcome(&trust, &good, &[], host), refused, "{host}");
    }
    let plain = leaf(&issuer, &[], |_| {});
    assert_eq!(outcome(&trust, &plain, &[], "common"), Ok(()));
    assert_eq!(outcome(&trust, &plain, &[], "127.0.0.1"), refused);
    let address = leaf(&issuer, &["127.0.0.1"], |_| {});
    assert_eq!(outcome(&trust, &address, &[], "common"), refused);
    let old = leaf(&issuer, &["localhost"], |params| {
        (params.not_before, params.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
    });
    assert_eq!(outcome(&trust, &old, &[], "localhost"), refused);
    let early = leaf(&issuer, &["localhost"], |params| {
        params.not_before = date_time_ymd(2090, 1, 1);
    });
    assert_eq!(outcome(&trust, &early, &[], "localhost"), refused);
    // As stock has it: any purpose but the other side's, and that one too unless it is critical.
    let client = leaf(&issuer, &["localhost"], |params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    });
    assert_eq!(outcome(&trust, &client, &[], "localhost"), Ok(()));
    let above = leaf(&issuer, &["localhost"], |params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    });
    assert_eq!(outcome(&trust, &above, &[], "localhost"), refused);
}

#[test]
fn a_version_that_is_not_allowed() {
    let (issuer, pem) = trusted();
    let leaf = leaf(&issuer, &["localhost"], |_| {});
    let trust = credentials(&files(&pem, None));
    let priority = Priority::parse(b"NORMAL:-VERS-ALL:+VERS-TLS1.3").unwrap();
    let mut client = Session::new(trust, &priority, b"localhost", true).unwrap();
    let mut server = server(&leaf, &[], &rustls::version::TLS12, None);
    let mut hello = Vec::new();
    client.speak(&mut hello);
    server.read_tls(&mut hello.as_slice()).unwrap();
    server.process_new_packets().unwrap_err();
    // GnuTLS goes on with its own version where this server gives up: a ServerHello of TLS 1.2.
    let mut reply = vec![0x16, 3, 3, 0, 44, 2, 0, 0, 40, 3, 3];
    reply.extend([7; 32]);
    reply.extend([0, 0xc0, 0x2c, 0, 0, 0]);
    let end = client.decode(&reply, &mut Vec::new());
    let text = "The server wants a TLS version that tls_priority does not allow.";
    assert_eq!(end, Err(Failure::Protocol(text.to_owned())));
}

#[test]
fn why_a_server_is_refused() {
    let (issuer, pem) = trusted();
    let (stranger, _) = authority("two", &[KeyUsagePurpose::KeyCertSign]);
    let names = ["localhost", "::1"];
    let good = leaf(&issuer, &names, |_| {});
    let old = leaf(&issuer, &names, |params| {
        (params.not_before, params.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
    });
    for (leaf, host, reason) in [
        (&good, "localhost", None),
        (&good, "other", Some("It is for localhost, ::1, not for other.")),
        (&old, "localhost", Some("The server certificate [session] has expired")),
        (&self::leaf(&stranger, &names, |_| {}), "localhost", Some("The certificate hasn't got a known issuer.")),
    ] {
        for (version, verify) in BOTH.into_iter().zip([true, false]) {
            let mut client = session(&files(&pem, None), host, verify);
            let mut server = server(leaf, &[], version, None);
            assert_eq!((client.names(), client.encryption()), (None, None));
            let end = talk(&mut client, &mut server, 65536, |_, _| {});
            let refused = reason.filter(|_| verify);
            assert_eq!(end.is_err(), refused.is_some());
            assert_eq!(client.refusal().as_deref(), refused);
            assert_eq!(client.names().as_deref(), Some("localhost, ::1"));
            if refused.is_none() {
                let encryption = client.encryption().unwrap();
                assert!(encryption.ends_with(", AES-256-GCM") && encryption.starts_with("TLS 1."), "{encryption}");
            }
        }
    }
}

#[test]
fn who_is_trusted() {
    let (issuer, pem) = trusted();
    let (stranger, others) = authority("two", &[KeyUsagePurpose::KeyCertSign]);
    let (same_name, _) = trusted();
    let refused = Err(Failure::Certificate(None));
    let trust = files(&pem, None);
    let good = leaf(&issuer, &["localhost"], |_| {});
    assert_eq!(outcome(&files(&others, None), &good, &[], "localhost"), refused);
    assert_eq!(outcome(&files(&(others + &pem), None), &good, &[], "localhost"), Ok(()));
    for issuer in [&stranger, &same_name] {
        let leaf = leaf(issuer, &["localhost"], |_| {});
        assert_eq!(outcome(&trust, &leaf, &[], "localhost"), refused);
    }
    for (usage, may) in [(KeyUsagePurpose::KeyCertSign, true), (KeyUsagePurpose::DigitalSignature, false)] {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, "between");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![usage];
        let key = KeyPair::generate().unwrap();
        let between = params.signed_by(&key, &issuer).unwrap().der().clone();
        let signer = Issuer::new(params, key);
        let leaf = leaf(&signer, &["localhost"], |_| {});
        let expected = if may { Ok(()) } else { refused.clone() };
        assert_eq!(outcome(&trust, &leaf, &[between], "localhost"), expected);
        assert_eq!(outcome(&trust, &leaf, &[], "localhost"), refused);
    }
}

#[test]
fn revoked() {
    let (issuer, pem) = trusted();
    let list = |serial: u64| {
        let list = CertificateRevocationListParams {
            this_update: date_time_ymd(2024, 1, 1),
            next_update: date_time_ymd(2024, 2, 1),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: vec![RevokedCertParams {
                serial_number: SerialNumber::from(serial),
                revocation_time: date_time_ymd(2024, 1, 1),
                reason_code: None,
                invalidity_date: None,
            }],
            key_identifier_method: KeyIdMethod::Sha256,
        };
        list.signed_by(&issuer).unwrap().pem().unwrap()
    };
    let good = leaf(&issuer, &["localhost"], |_| {});
    for (serial, expected) in [(77, Err(Failure::Certificate(None))), (78, Ok(()))] {
        let mut files = files(&pem, None);
        files.revocations = source("crl", Some(&list(serial)));
        assert_eq!(outcome(&files, &good, &[], "localhost"), expected);
    }
}

#[test]
fn the_client_shows_its_certificate() {
    let (issuer, pem) = trusted();
    let good = leaf(&issuer, &["localhost"], |_| {});
    let own = leaf(&issuer, &[], |_| {});
    for version in BOTH {
        for shown in [true, false] {
            let mut client = session(&files(&pem, shown.then_some(&own)), "localhost", true);
            let mut server = server(&good, &[], version, Some(&pem));
            let end = talk(&mut client, &mut server, 7, |_, _| {});
            assert_eq!(end.is_ok(), shown);
            assert_eq!(server.is_handshaking(), !shown);
        }
    }
}

#[test]
fn the_certificate_that_the_server_can_verify_is_shown() {
    let (issuer, pem) = trusted();
    let (stranger, others) = authority("two", &[KeyUsagePurpose::KeyCertSign]);
    let good = leaf(&issuer, &["localhost"], |_| {});
    let own = [leaf(&issuer, &[], |_| {}), leaf(&stranger, &[], |_| {})];
    for version in BOTH {
        for (order, clients) in [([0, 1], &pem), ([1, 0], &pem), ([0, 1], &others)] {
            let mut files = files(&(pem.clone() + &others), None);
            files.identities = order.iter().map(|at| identity("0", &own[*at])).collect();
            let mut client = session(&files, "localhost", true);
            let mut server = server(&good, &[], version, Some(clients));
            talk(&mut client, &mut server, 7, |_, _| {}).unwrap();
            let expected = if clients == &pem { &own[0] } else { &own[1] };
            assert_eq!(server.peer_certificates().unwrap(), std::slice::from_ref(&expected.der));
        }
    }
}

#[test]
fn own_files() {
    let (issuer, pem) = trusted();
    let own = leaf(&issuer, &[], |_| {});
    let text = |change: &dyn Fn(&mut Files), sanity| {
        let mut files = files(&pem, Some(&own));
        change(&mut files);
        match Credentials::load(&files, Side::Client, sanity, now(), &mut Vec::new()) {
            Ok(_) => String::new(),
            Err(error) => error.text().into_owned(),
        }
    };
    assert_eq!(text(&|_| {}, true), "");
    assert_eq!(
        text(&|files| files.authorities.content = None, true),
        "CA certificate 'ca' does not exist: No such file or directory"
    );
    assert_eq!(text(&|files| files.identities[0].key.content = None, true), "");
    assert_eq!(
        text(&|files| files.authorities = source("ca", Some("x")), true),
        "Unable to import certificate list ca"
    );
    assert_eq!(text(&|files| files.authorities = source("ca", Some("x")), false), "");
    assert_eq!(
        text(&|files| files.identities[0].key = source("key", Some("x")), false),
        "Unable to set x509 key and certificate: key, cert: The requested data were not available."
    );
    let other = KeyPair::generate().unwrap().serialize_pem();
    assert_eq!(
        text(&|files| files.identities[0].key = source("key", Some(&other)), true),
        "Unable to set x509 key and certificate: key, cert: The certificate and the given key do not match."
    );
    let (_, others) = authority("two", &[KeyUsagePurpose::KeyCertSign]);
    assert_eq!(
        text(&|files| files.authorities = source("ca", Some(&others)), true),
        "Our own certificate cert failed validation against ca: The certificate hasn't got a known issuer."
    );
    assert_eq!(text(&|files| files.authorities = source("ca", Some(&others)), false), "");
    let large = "#".repeat(70_000);
    assert_eq!(
        text(&|files| files.identities[0].certificate = source("cert", Some(&large)), true),
        "Failed to read file 'cert': Value too large for defined data type"
    );
}

#[test]
fn certificates_cut_and_changed_are_read_or_refused() {
    let (issuer, pem) = trusted();
    let own = leaf(&issuer, &["localhost", "127.0.0.1"], |params| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    });
    let bytes = own.der.as_ref();
    for end in 0..bytes.len() {
        assert!(crate::common::certificate::Certificate::parse(&bytes[..end]).is_none());
    }
    let trust = credentials(&files(&pem, None)).trust;
    assert_eq!(trust.verify(&own.der, &[], now()), Ok(()));
    for at in 0..bytes.len() {
        for bit in [1, 0x80] {
            let mut changed = bytes.to_vec();
            changed[at] ^= bit;
            assert!(trust.verify(&changed.into(), &[], now()).is_err(), "byte {at}");
        }
    }
}

/// Function and text of each.
fn told(warnings: Vec<crate::Warning>) -> Vec<(&'static str, String)> {
    warnings.into_iter().map(|one| (one.function, one.text)).collect()
}

#[test]
fn what_is_warned_of() {
    let (issuer, pem) = trusted();
    let purpose = |purpose: ExtendedKeyUsagePurpose| {
        leaf(&issuer, &["localhost"], move |params| params.extended_key_usages = vec![purpose.clone()])
    };
    let (of_client, of_server) =
        (purpose(ExtendedKeyUsagePurpose::ClientAuth), purpose(ExtendedKeyUsagePurpose::ServerAuth));
    let warned = |leaf: &Leaf, host: &str, verify| {
        let mut client = session(&files(&pem, None), host, verify);
        let ended = talk(&mut client, &mut server(leaf, &[], BOTH[1], None), 65536, |_, _| {});
        let warnings = told(client.take_warnings());
        assert!(client.take_warnings().is_empty());
        (ended.is_ok(), warnings)
    };
    assert_eq!(warned(&of_server, "localhost", true), (true, vec![]));
    // The extension is not critical.
    let misused = |file: &str, side: &str| {
        let text = format!("Certificate {file} purpose does not allow use for with a TLS {side}");
        ("virNetTLSCertCheckKeyPurpose", text)
    };
    assert_eq!(warned(&of_client, "localhost", true), (true, vec![misused("[session]", "server")]));
    let failed = |why: &str| vec![("virNetTLSContextCheckCertificate", format!("Certificate check failed {why}"))];
    let mismatch = failed("Certificate [session] owner does not match the hostname elsewhere");
    assert_eq!(warned(&of_server, "elsewhere", true), (false, mismatch.clone()));
    assert_eq!(warned(&of_server, "elsewhere", false), (true, mismatch));
    let (_, others) = authority("two", &[KeyUsagePurpose::KeyCertSign]);
    let mut client = session(&files(&others, None), "localhost", true);
    assert!(talk(&mut client, &mut server(&of_server, &[], BOTH[1], None), 65536, |_, _| {}).is_err());
    let unknown = failed("Certificate failed validation: The certificate hasn't got a known issuer.");
    assert_eq!(told(client.take_warnings()), unknown);

    let own = |leaf: &Leaf| {
        let mut warnings = Vec::new();
        Credentials::load(&files(&pem, Some(leaf)), Side::Client, true, now(), &mut warnings).unwrap();
        told(warnings)
    };
    assert_eq!(own(&of_client), []);
    assert_eq!(own(&of_server), [misused("cert", "client")]);
}
