use super::*;
use oxivirt_conf::fake::FakeEnv;
use rcgen::{CertificateParams, CertifiedIssuer, IsCa, KeyPair, KeyUsagePurpose};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

fn places_with(
    root: bool,
    folder: Option<&str>,
    files: &[&'static str],
) -> std::result::Result<CertificatePaths, String> {
    let made = FakeEnv { root, files: files.to_vec(), ..FakeEnv::default() };
    CertificatePaths::of(folder.map(str::as_bytes), &made).map_err(|error| error.text().into_owned())
}

fn certificates(paths: &CertificatePaths) -> Vec<&str> {
    let paths = paths.identities.iter();
    paths.map(|(path, _)| path.to_str().unwrap()).collect()
}

const SYSTEM: [&str; 3] =
    ["/etc/pki/CA/cacert.pem", "/etc/pki/libvirt/clientcert.pem", "/etc/pki/libvirt/private/clientkey.pem"];

#[test]
fn paths() {
    let system = places_with(true, None, &SYSTEM).unwrap();
    assert_eq!(system.authorities, Path::new(SYSTEM[0]));
    assert_eq!(system.revocations, Path::new("/etc/pki/CA/cacrl.pem"));
    assert_eq!(system.identities, [(SYSTEM[1].into(), SYSTEM[2].into())]);
    assert_eq!(
        places_with(true, None, &SYSTEM[1..]).unwrap_err(),
        "CA certificate '/etc/pki/CA/cacert.pem' does not exist: No such file or directory"
    );
    let named = places_with(true, Some("/x"), &["/x/cacert.pem"]).unwrap();
    assert_eq!(named.revocations, Path::new("/x/cacrl.pem"));
    assert!(named.identities.is_empty());

    let own = [
        "/home/u/.pki/libvirt/cacert.pem",
        "/home/u/.pki/libvirt/clientcert.pem",
        "/home/u/.pki/libvirt/clientkey.pem",
    ];
    let all = places_with(false, None, &own).unwrap();
    assert_eq!(all.authorities, Path::new(own[0]));
    assert_eq!(all.revocations, system.revocations);
    assert_eq!(certificates(&all), [own[1]]);
    let mut mixed = SYSTEM.to_vec();
    mixed.push(own[0]);
    let mixed = places_with(false, None, &mixed).unwrap();
    assert_eq!(mixed.authorities, Path::new(own[0]));
    assert_eq!(certificates(&mixed), [SYSTEM[1]]);
    let mut every = SYSTEM.to_vec();
    every.extend(own);
    assert_eq!(places_with(true, None, &every).unwrap(), system);
}

#[test]
fn certificates_with_numbers() {
    let files = [
        "/x/cacert.pem",
        "/x/clientcert.pem",
        "/x/clientkey.pem",
        "/x/clientcert0.pem",
        "/x/clientkey0.pem",
        "/x/clientcert1.pem",
        "/x/clientkey1.pem",
        "/x/clientcert3.pem",
        "/x/clientkey3.pem",
    ];
    let paths = |files: &[&'static str]| places_with(true, Some("/x"), files);
    assert_eq!(
        certificates(&paths(&files).unwrap()),
        ["/x/clientcert.pem", "/x/clientcert0.pem", "/x/clientcert1.pem"]
    );
    assert_eq!(
        paths(&files[..6]).unwrap_err(),
        "Key '/x/clientkey1.pem' does not exist, but certificate '/x/clientcert1.pem' does: \
         No such file or directory"
    );
    let mut half = files.to_vec();
    half.remove(1);
    assert_eq!(
        paths(&half).unwrap_err(),
        "Certificate '/x/clientcert.pem' does not exist, but key '/x/clientkey.pem' does: \
         No such file or directory"
    );
}

/// A server on a port of its own.
struct Server {
    port: u16,
    thread: JoinHandle<()>,
}

fn serve(behave: impl FnOnce(TcpStream) + Send + 'static) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let thread = std::thread::spawn(move || behave(listener.accept().unwrap().0));
    Server { port, thread }
}

/// A server's configuration, and the authority behind it.
fn certified() -> (Arc<ServerConfig>, String) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let leaf = leaf.signed_by(&key, &authority).unwrap().der().clone();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf], key.into())
        .unwrap();
    (Arc::new(config), authority.pem())
}

/// Opens a connection to the server as a user would; the error's text.
fn attempt(server: Server, authority: &str, deadline: Option<Duration>) -> std::result::Result<Channel, String> {
    let uri = format!("test+tls://127.0.0.1:{}/default", server.port);
    let uri = oxivirt_conf::Uri::parse(uri.as_bytes()).unwrap();
    let made = FakeEnv {
        root: true,
        files: vec!["/etc/pki/CA/cacert.pem"],
        content: Some(Ok(authority.as_bytes().to_vec())),
        ..FakeEnv::default()
    };
    let conf = oxivirt_conf::fake::conf("");
    let target = crate::choice::choose(Some(&uri), false, &conf, &made).unwrap();
    let deadline = deadline.and_then(|left| Instant::now().checked_add(left));
    let end = connect(&target, deadline, &made);
    let end = end.map_err(|error| error.text().into_owned());
    if end.is_err() {
        // A server that nobody came to in time waits for somebody.
        drop(TcpStream::connect(("127.0.0.1", server.port)));
        server.thread.join().unwrap();
    }
    end
}

/// A server that says `said` inside TLS and then closes; with `politely` it says that it does.
fn confirming(config: Arc<ServerConfig>, said: &'static [u8], politely: bool) -> Server {
    serve(move |socket| {
        let mut stream = StreamOwned::new(ServerConnection::new(config).unwrap(), socket);
        stream.conn.complete_io(&mut stream.sock).unwrap();
        stream.write_all(said).unwrap();
        if politely {
            stream.conn.send_close_notify();
        }
        stream.flush().unwrap();
        // The peer may be gone already.
        let _ = stream.sock.shutdown(Shutdown::Write);
        let _ = std::io::copy(&mut stream.sock, &mut io::sink());
    })
}

#[test]
fn consent() {
    let (config, authority) = certified();
    let attempt = |said, politely| {
        let server = confirming(Arc::clone(&config), said, politely);
        attempt(server, &authority, None)
    };
    let channel = attempt(&[1], true).unwrap();
    assert!(channel.secure && channel.encrypted && !channel.passes_fds);
    assert_eq!(channel.layers.len(), 1);
    for said in [&[0][..], &[2], &[1, 1]] {
        let text = attempt(said, true).unwrap_err();
        assert!(text.ends_with("server verification (of our certificate or IP address) failed"), "{text}");
    }
    assert_eq!(attempt(&[], false).unwrap_err(), "Unable to read TLS confirmation: Input/output error");
    let text = attempt(&[], true).unwrap_err();
    assert!(text.ends_with("IP address) failed"), "{text}");
}

#[test]
fn servers_that_are_none() {
    let (_, authority) = certified();
    let failed = |text: &str| Err(format!("authentication failed: TLS handshake failed {text}"));
    let text = |behave: fn(TcpStream)| attempt(serve(behave), &authority, None).map(drop);
    assert_eq!(
        text(|socket| {
            // So that the end is no reset.
            let mut socket = socket;
            let _ = socket.read(&mut [0; 4096]);
        }),
        failed("The TLS connection was non-properly terminated.")
    );
    assert_eq!(
        text(|mut socket| {
            socket.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
            let _ = std::io::copy(&mut socket, &mut io::sink());
        }),
        failed("An unexpected TLS packet was received.")
    );
    assert_eq!(
        text(|mut socket| {
            // A fatal alert: handshake failure.
            socket.write_all(&[21, 3, 3, 0, 2, 2, 40]).unwrap();
            let _ = std::io::copy(&mut socket, &mut io::sink());
        }),
        failed("A TLS fatal alert has been received.")
    );
}

#[test]
fn a_silent_server_is_left_in_time() {
    let (config, authority) = certified();
    // What comes before takes long on a machine that is busy or emulated: then there is more time.
    let ended = [80, 1000, 10_000, 100_000].into_iter().any(|milliseconds| {
        let silent = serve(|mut socket| {
            let _ = std::io::copy(&mut socket, &mut io::sink());
        });
        let text = attempt(silent, &authority, Some(Duration::from_millis(milliseconds))).unwrap_err();
        assert!(text.contains("no connection to '127.0.0.1:"), "{text}");
        text.ends_with("s (TLS handshake)")
    });
    assert!(ended, "no connection in 100 seconds");
    // Silent after the handshake.
    for seconds in [1, 10, 100] {
        let config = Arc::clone(&config);
        let silent = serve(move |socket| {
            let mut stream = StreamOwned::new(ServerConnection::new(config).unwrap(), socket);
            let _ = std::io::copy(&mut stream, &mut io::sink());
        });
        let text = attempt(silent, &authority, Some(Duration::from_secs(seconds))).unwrap_err();
        if text.ends_with("s (TLS confirmation)") {
            return;
        }
        assert!(text.contains("no connection to '127.0.0.1:"), "{text}");
    }
    panic!("no handshake in 100 seconds");
}

#[test]
fn the_end_at_every_place_of_the_handshake() {
    let (config, authority) = certified();
    // How long the server's side is varies by a few bytes; nothing behind it is needed.
    for end in (0..900).step_by(31) {
        let config = Arc::clone(&config);
        let cut = serve(move |mut socket| {
            let mut connection = ServerConnection::new(config).unwrap();
            connection.read_tls(&mut socket).unwrap();
            connection.process_new_packets().unwrap();
            let mut answer = Vec::new();
            while connection.wants_write() {
                connection.write_tls(&mut answer).unwrap();
            }
            socket.write_all(&answer[..end.min(answer.len())]).unwrap();
            socket.shutdown(Shutdown::Write).unwrap();
            let _ = std::io::copy(&mut socket, &mut io::sink());
        });
        let text = attempt(cut, &authority, None).unwrap_err();
        let expected = [
            "authentication failed: TLS handshake failed The TLS connection was non-properly terminated.",
            "Unable to read TLS confirmation: Input/output error",
        ];
        assert!(expected.contains(&text.as_str()), "after {end} bytes: {text}");
    }
}
