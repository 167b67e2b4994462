//! Defines documents as the test driver would and prints what it would answer: the counterpart of compat-tests/compare/xml/stock_define.py.
//!
//! Lines "kind<TAB>path" in, lines "path<TAB>ok|CODE<TAB>domain<TAB>message<TAB>dump" out; texts escaped.
use std::io::{BufRead, Write};

use oxivirt_model::Result;
use oxivirt_xml::FormatFlags;
use oxivirt_xml::backup::Backup;
use oxivirt_xml::checkpoint::{Checkpoint, CheckpointFlags};
use oxivirt_xml::domain::devices::disk::SnapshotLocation;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};
use oxivirt_xml::interface::Interface;
use oxivirt_xml::network::Network;
use oxivirt_xml::network::port::NetworkPort;
use oxivirt_xml::nodedev::NodeDevice;
use oxivirt_xml::nwfilter::{Binding, Filter};
use oxivirt_xml::secret::Secret;
use oxivirt_xml::snapshot::{SavedDomain, Snapshot, SnapshotMemory, SnapshotState};
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
        "domainsnapshot" => define_snapshot(xml),
        "domaincheckpoint" => define_checkpoint(xml),
        "domainbackup" => define_backup(xml),
        "nodedev" => NodeDevice::parse(xml, xml.starts_with(b"<device><") || !xml.contains(&b'\n'))
            .map(|device| device.format(false)),
        "nwfilter" => Filter::parse(xml).map(|mut filter| {
            filter.complete(random_uuid);
            filter.format()
        }),
        "nwfilterbinding" => Binding::parse(xml).map(|binding| binding.format()),
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

const DRIVER: Completion<'static> =
    Completion { arch: "i686", mac_prefix: [0x52, 0x54, 0x00], random: &random, interface_prefix: Some("testnet") };

/// The running domain that stock_define.py makes snapshots of.
fn guest() -> Result<Domain> {
    let disks: String = ["hda", "hdb", "hdc", "hdd", "vda", "vdb", "vdc", "vdd", "vde", "vdf"]
        .iter()
        .map(|name| format!("<disk type='file'><source file='/dev/null'/><target dev='{name}'/></disk>"))
        .collect();
    let xml = format!(
        "<domain type='test'><name>of-moments</name><uuid>11111111-2222-3333-4444-555555555555</uuid>\
         <memory>1</memory><os><type>hvm</type></os><devices>{disks}</devices></domain>"
    );
    let mut domain = Domain::parse(xml.as_bytes(), ParseOptions::default())?;
    domain.complete(&DRIVER)?;
    // A snapshot has a copy of the definition, which is made by printing and parsing: that orders disks by bus.
    let printed = domain.format(FormatFlags { secure: true, inactive: true, ..FormatFlags::default() });
    let mut domain = Domain::parse(&printed, ParseOptions::default())?;
    domain.complete(&DRIVER)?;
    Ok(domain)
}

/// Returns whether a document describes a snapshot or checkpoint that exists: the same question as in stock_define.py.
fn is_redefinition(xml: &[u8]) -> bool {
    let text = String::from_utf8_lossy(xml);
    let inside = text.find("<domain>").or_else(|| text.find("<domain "));
    text.contains("<creationTime>")
        && inside.is_some_and(|at| text.get(at..).is_some_and(|rest| rest.contains("<uuid>")))
}

/// Takes the parent away, which does not exist.
fn orphan(xml: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(xml);
    match (text.find("<parent>"), text.find("</parent>")) {
        (Some(from), Some(to)) => {
            let head = text.get(..from).unwrap_or_default();
            let tail = text.get(to..).and_then(|tail| tail.strip_prefix("</parent>")).unwrap_or_default();
            format!("{head}{tail}").into_bytes()
        }
        _ => xml.to_vec(),
    }
}

fn define_snapshot(xml: &[u8]) -> Result<Vec<u8>> {
    let xml = &orphan(xml);
    let redefine = is_redefinition(xml);
    let mut snapshot = Snapshot::parse(xml, redefine)?;
    snapshot.complete(&DRIVER)?;
    if redefine {
        let disk_only = snapshot.state == Some(SnapshotState::DiskSnapshot);
        let default =
            if disk_only || snapshot.is_external() { SnapshotLocation::External } else { SnapshotLocation::Internal };
        snapshot.align_disks(None, default, &|_| false)?;
    } else {
        snapshot.state = Some(SnapshotState::Running);
        let external =
            snapshot.memory.as_ref().is_some_and(|memory| memory.location == Some(SnapshotLocation::External));
        let default = if external { SnapshotLocation::External } else { SnapshotLocation::Internal };
        if !external {
            snapshot.memory = Some(SnapshotMemory { location: Some(default), file: None });
        }
        let guest = guest()?;
        snapshot.domain = Some(SavedDomain::Whole(Box::new(guest)));
        snapshot.name.get_or_insert_with(|| "1".to_owned());
        snapshot.created = Some(1_111_111_111);
        snapshot.align_disks(None, default, &|_| false)?;
    }
    Ok(snapshot.format(false))
}

fn define_checkpoint(xml: &[u8]) -> Result<Vec<u8>> {
    let xml = &orphan(xml);
    let redefine = is_redefinition(xml);
    let mut checkpoint = Checkpoint::parse(xml, redefine)?;
    checkpoint.complete(&DRIVER)?;
    if redefine {
        match checkpoint.domain.clone() {
            Some(SavedDomain::Whole(domain)) => checkpoint.align_disks(&domain)?,
            _ => checkpoint.name_bitmaps(),
        }
    } else {
        let guest = guest()?;
        checkpoint.name.get_or_insert_with(|| "1".to_owned());
        checkpoint.created = Some(1_111_111_111);
        checkpoint.align_disks(&guest)?;
        checkpoint.domain = Some(SavedDomain::Whole(Box::new(guest)));
    }
    Ok(checkpoint.format(CheckpointFlags::default()))
}

/// As the stock library's test does: of a domain that has the disks and one more.
fn define_backup(xml: &[u8]) -> Result<Vec<u8>> {
    let mut backup = Backup::parse(xml)?;
    let names = backup.disks.iter().map(|disk| disk.name.as_str()).chain(["vdextradisk"]);
    let disks: String = names
        .map(|name| format!("<disk type='file'><source file='/fake/{name}.qcow2'/><target dev='{name}'/></disk>"))
        .collect();
    let domain = format!(
        "<domain type='test'><name>fake</name><memory>1</memory><os><type>hvm</type></os><devices>{disks}</devices></domain>"
    );
    backup.align_disks(&Domain::parse(domain.as_bytes(), ParseOptions::default())?, "SUFFIX")?;
    Ok(backup.format())
}

fn define_domain(xml: &[u8]) -> Result<Vec<u8>> {
    let mut domain = Domain::parse(xml, ParseOptions::default())?;
    domain.complete(&DRIVER)?;
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
