//! Secrets.
use super::files;
use super::metadata::definition;
use super::outcome::told;
use crate::bytes::Shown;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::{Connection, ErrorCode, Secret};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("secret-define", secret_define),
    ("secret-dumpxml", secret_dumpxml),
    ("secret-get-value", secret_get_value),
    ("secret-list", secret_list),
    ("secret-set-value", secret_set_value),
    ("secret-undefine", secret_undefine),
];

fn secret_define(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_SECRET_DEFINE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let secret = Secret::define_xml(&sh.conn()?, &*xml, flags);
    let secret = secret.or_say(|| format!("Failed to set attributes from {file}"))?;
    sh.extra(&format!("Secret {} created\n", secret.uuid()));
    Ok(())
}

fn secret_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (secret, _) = sh.secret(args)?;
    let text = secret.xml_desc(0)?;
    sh.dump_xml(args, &text)
}

fn secret_undefine(sh: &mut Shell, args: &Args) -> Done {
    let (secret, uuid) = sh.secret(args)?;
    told(sh, secret.undefine(), format!("Failed to delete secret {uuid}"), &format!("Secret {uuid} deleted\n"))
}

/// Lists secrets of a daemon that cannot list them at once.
fn one_by_one(conn: &Connection) -> Done<Vec<Secret>> {
    let count = conn.num_of_secrets().or_say(|| "Failed to count secrets")?;
    let uuids = conn.list_secrets(count).or_say(|| "Failed to list secrets")?;
    let uuids = uuids.iter().filter_map(|uuid| uuid.shown().parse().ok());
    Ok(uuids.filter_map(|uuid| Secret::lookup_by_uuid(conn, uuid).ok()).collect())
}

const USAGE: [&str; 6] = ["none", "volume", "ceph", "iscsi", "tls", "vtpm"];

fn secret_list(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("ephemeral", c::VIR_CONNECT_LIST_SECRETS_EPHEMERAL),
        ("no-ephemeral", c::VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL),
        ("private", c::VIR_CONNECT_LIST_SECRETS_PRIVATE),
        ("no-private", c::VIR_CONNECT_LIST_SECRETS_NO_PRIVATE),
    ]);
    let conn = sh.conn()?;
    let mut secrets = match conn.list_all_secrets(flags) {
        Err(error) if error.code == ErrorCode::NO_SUPPORT && flags != 0 => {
            return Err(Failure::say("Filtering is not supported by this libvirt"));
        }
        Err(error) if error.code == ErrorCode::NO_SUPPORT => one_by_one(&conn)?,
        done => done.or_say(|| "Failed to list node secrets")?,
    };
    secrets.sort_by_key(|secret| secret.uuid().to_string());
    let mut table = Table::new(&["UUID", "Usage"]);
    for secret in &secrets {
        let kind = usize::try_from(secret.usage_type()).unwrap_or_default();
        let usage = match kind {
            0 => "Unused".to_owned(),
            kind => format!("{} {}", USAGE.get(kind).unwrap_or(&"(null)"), secret.usage_id().shown()),
        };
        table.row(&[&secret.uuid().to_string(), &usage]);
    }
    sh.table(&table);
    Ok(())
}

/// The longest value that is read from a file.
const VALUE_MAX: u64 = 1024;

/// Returns the value that the user gave, and whether it stands for itself.
fn given_value(sh: &Shell, args: &Args) -> Done<(Vec<u8>, bool)> {
    let plain = args.has("plain");
    let (base64, file) = (args.text("base64")?, args.text("file")?);
    if let Some(text) = base64 {
        sh.error("Passing secret value as command-line argument is insecure!");
        return Ok((text.as_bytes().to_vec(), plain));
    }
    if let Some(file) = file {
        return Ok((files::read_at_most(file, VALUE_MAX)?, plain));
    }
    if args.has("interactive") {
        sh.print("Enter new value for secret:");
        sh.flush();
        let value = oxivirt_sys::terminal::read_hidden();
        return Ok((value.ok_or_else(|| Failure::say("Failed to read secret"))?, true));
    }
    Err(Failure::say("Input secret value is missing"))
}

fn secret_set_value(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("file", "base64")?;
    args.exclusive("plain", "base64")?;
    args.exclusive("interactive", "base64")?;
    args.exclusive("interactive", "plain")?;
    args.exclusive("interactive", "file")?;
    let (secret, _) = sh.secret(args)?;
    let (value, plain) = given_value(sh, args)?;
    let value = if plain { value } else { decode(&value) };
    told(sh, secret.set_value(&value, 0), "Failed to set secret value".into(), "Secret value set\n")
}

fn secret_get_value(sh: &mut Shell, args: &Args) -> Done {
    let (secret, _) = sh.secret(args)?;
    let value = secret.value(0)?;
    if args.has("plain") {
        sh.print_bytes(&value);
    } else {
        sh.print(&encode(&value));
    }
    Ok(())
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Returns bytes in base 64.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = [0; 4];
        for (place, byte) in group.iter_mut().skip(1).zip(chunk) {
            *place = *byte;
        }
        let number = u32::from_be_bytes(group);
        for at in 0..4_usize {
            let shift = 18_usize.saturating_sub(at.saturating_mul(6));
            let digit = usize::try_from(number >> shift & 63).unwrap_or_default();
            let letter = ALPHABET.get(digit).copied().unwrap_or(b'=');
            text.push(if at > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

/// Returns what was encoded in base 64; what is no digit of it is skipped.
pub(crate) fn decode(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    let digits = text.iter().take_while(|byte| **byte != b'=');
    for digit in digits.filter_map(|byte| ALPHABET.iter().position(|letter| letter == byte)) {
        bits = bits << 6 | u32::try_from(digit).unwrap_or_default();
        count = count.saturating_add(6);
        if count >= 8 {
            count = count.saturating_sub(8);
            bytes.push(u8::try_from(bits >> count & 255).unwrap_or_default());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_both_ways() {
        for (plain, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(encode(plain.as_bytes()), text);
            assert_eq!(decode(text.as_bytes()), plain.as_bytes());
        }
        assert_eq!(decode(b"Zm 9v\n"), b"foo");
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(encode(&all).as_bytes()), all);
    }
}
