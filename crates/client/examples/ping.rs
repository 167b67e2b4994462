//! Opens a URI, calls a few procedures and prints what they answer:
//! `ping [-r] URI [CALLS]`, `ping --admin URI`.
//!
//! With a number, that many small calls are made afterwards and their time is printed.
use oxivirt_client::{OpenRequest, Remote, open, open_admin};
use oxivirt_model::Result;
use oxivirt_protocol::driver::{Admin, Connect};
use oxivirt_protocol::{Call, Session, admin, remote};
use std::time::Instant;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let option = words.first().copied().filter(|word| word.starts_with('-'));
    if option.is_some() {
        words.remove(0);
    }
    let uri = words.first().map(|word| word.as_bytes());
    let calls = words.get(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    let done = match option {
        Some("--admin") => ping_admin(uri),
        option => ping(uri, option == Some("-r"), calls),
    };
    if let Err(error) = done {
        eprintln!("error {} of domain {}: {error}", error.code.0, error.domain.0);
        std::process::exit(1);
    }
}

fn ping(uri: Option<&[u8]>, read_only: bool, calls: u32) -> Result<()> {
    let connection = open(OpenRequest { name: uri, read_only, ..OpenRequest::default() })?;
    println!("uri {}", String::from_utf8_lossy(connection.uri()));
    println!("type {}", String::from_utf8_lossy(connection.kind()?));
    let mut call = Call::new();
    println!("version {}", connection.connect_get_version(&mut call)?.hv_ver);
    println!("library {}", connection.connect_get_lib_version(&mut call)?.lib_ver);
    println!("host {}", connection.connect_get_hostname(&mut call)?.hostname.to_str_lossy());
    let capabilities = connection.connect_get_capabilities(&mut call)?.capabilities;
    println!("capabilities of {} bytes", capabilities.as_bytes().len());
    println!("alive {}", connection.is_alive());
    refused(&connection);
    if calls > 0 {
        let start = Instant::now();
        for _ in 0..calls {
            connection.connect_get_hostname(&mut call)?;
        }
        println!("{:?} per call", start.elapsed().checked_div(calls).unwrap_or_default());
    }
    connection.close()?;
    println!("alive {}", connection.is_alive());
    Ok(())
}

/// A call the daemon refuses: no CPU has this description.
fn refused(connection: &Remote) {
    let args = remote::ConnectCompareCpuArgs { xml: "<cpu".into(), flags: 0 };
    match connection.connect_compare_cpu(&mut Call::new(), &args) {
        Ok(reply) => println!("unexpected answer {reply:?}"),
        Err(error) => println!("refused with {}: {error}", error.code.0),
    }
}

fn ping_admin(uri: Option<&[u8]>) -> Result<()> {
    let connection = open_admin(uri, 0)?;
    println!("uri {}", String::from_utf8_lossy(connection.uri()));
    let mut call = Call::new();
    let version = connection.admin_connect_get_lib_version(&mut call)?.lib_ver;
    println!("library {version}");
    let args = admin::ConnectListServersArgs { need_results: 1, flags: 0 };
    for server in connection.admin_connect_list_servers(&mut call, &args)?.servers {
        println!("server {}", server.name.to_str_lossy());
    }
    connection.close()
}
