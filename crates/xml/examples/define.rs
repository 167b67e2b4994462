//! Defines documents as the test driver would and prints what it would answer: the counterpart of compat-tests/xml/stock_define.py.
//!
//! Lines "kind<TAB>path" in, lines "path<TAB>ok|CODE<TAB>domain<TAB>message<TAB>dump" out; texts escaped.
use std::io::{BufRead, Write};

use oxivirt_model::Result;
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};
use oxivirt_xml::interface::Interface;
use oxivirt_xml::network::Network;
use oxivirt_xml::network::port::NetworkPort;
use oxivirt_xml::secret::Secret;
use oxivirt_xml::storage::PoolType;
use oxivirt_xml::storage::pool::{Pool, Reported};
use oxivirt_xml::storage::volume::{Capacity, Volume};

fn define(kind: &str, xml: &[u8]) -> Option<Result<Vec<u8>>> {
    Some(match kind {
        "domain" => define_domain(xml),
        "network" => Network::parse(xml).map(|mut network| {
            network.complete(random_uuid);
            network.format(FormatFlags::default())
        }),
        "networkport" => NetworkPort::parse(xml).map(|port| port.format()),
        "storagepool" => Pool::parse(xml).map(|mut pool| {
            pool.complete(random_uuid);
            (pool.capacity, pool.available) = (Reported(100 << 30), Reported(100 << 30));
            pool.format()
        }),
        "storagevol" => Volume::parse(xml, PoolType::Dir, Capacity::Needed).map(|mut volume| {
            let path = format!("/default-pool/{}", volume.name);
            (volume.key, volume.target.path) = (Some(path.clone()), Some(path));
            volume.format()
        }),
        "interface" => Interface::parse(xml).map(|interface| interface.format()),
        "secret" => Secret::parse(xml).map(|secret| secret.format()),
        _ => return None,
    })
}

fn random(bytes: &mut [u8]) {
    if let Ok(mut file) = std::fs::File::open("/dev/urandom") {
        // What stays zero is random enough for a comparison.
        let _ = std::io::Read::read_exact(&mut file, bytes);
    }
}

fn random_uuid() -> oxivirt_model::Uuid {
    let mut bytes = [0; 16];
    random(&mut bytes);
    oxivirt_model::Uuid(bytes)
}

fn define_domain(xml: &[u8]) -> Result<Vec<u8>> {
    let mut domain = Domain::parse(xml, ParseOptions::default())?;
    let driver =
        Completion { arch: "i686", mac_prefix: [0x52, 0x54, 0x00], random: &random, interface_prefix: Some("testnet") };
    domain.complete(&driver)?;
    domain.validate()?;
    Ok(domain.format(FormatFlags { secure: true, inactive: true, ..FormatFlags::default() }))
}

fn escaped(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for byte in text {
        match byte {
            b'\\' => out.extend(b"\\\\"),
            b'\n' => out.extend(b"\\n"),
            b'\t' => out.extend(b"\\t"),
            b'\r' => out.extend(b"\\r"),
            other => out.push(*other),
        }
    }
    out
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let Some((kind, path)) = line.split_once('\t') else { continue };
        let xml = std::fs::read(path)?;
        let (head, message, dump) = match define(kind, &xml) {
            None => continue,
            Some(Ok(text)) => ("ok\t".to_owned(), Vec::new(), text),
            Some(Err(error)) => (format!("{}\t{}", error.code.0, error.domain.0), error.message.clone(), Vec::new()),
        };
        write!(out, "{path}\t{head}\t")?;
        out.write_all(&escaped(&message))?;
        out.write_all(b"\t")?;
        out.write_all(&escaped(&dump))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
