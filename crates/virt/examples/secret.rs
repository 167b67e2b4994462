//! Keeps a passphrase for a volume in the daemon, read from standard input: `secret URI VOLUME`.
use oxivirt::{Connection, ErrorCode, Secret};
use std::io::Read;

/// `VIR_SECRET_USAGE_TYPE_VOLUME`.
const VOLUME: i32 = 1;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (uri, volume) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let conn = Connection::open(&uri)?;
    let secret = match Secret::lookup_by_usage(&conn, VOLUME, &*volume) {
        Err(error) if error.code == ErrorCode::NO_SECRET => {
            let xml = format!("<secret><usage type='volume'><volume>{volume}</volume></usage></secret>");
            Secret::define_xml(&conn, xml, 0)?
        }
        found => found?,
    };
    let mut passphrase = Vec::new();
    std::io::stdin().read_to_end(&mut passphrase)?;
    secret.set_value(passphrase, 0)?;
    println!("{} has {} bytes", secret.uuid(), secret.value(0)?.len());
    Ok(())
}
