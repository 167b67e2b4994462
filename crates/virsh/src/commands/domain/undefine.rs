//! Removing the definition of a domain, and what belongs to it.
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::quote::split_list;
use crate::shell::{Body, Shell};
use crate::xml;
use oxivirt::{Connection, Domain, ErrorCode, StoragePool, StorageVol};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("undefine", undefine)];

/// A volume that goes with the domain.
struct Volume {
    volume: StorageVol,
    target: String,
    source: String,
}

/// Returns true if the domain was saved; a driver that knows no saving says that it was not.
fn is_saved(domain: &Domain, running: bool) -> Done<bool> {
    if running {
        return Ok(false);
    }
    match domain.has_managed_save_image(0) {
        Err(error) if error.code == ErrorCode::NO_SUPPORT => Ok(false),
        answer => Ok(answer?),
    }
}

/// Returns the volumes of a domain that the user names, or all.
fn volumes(sh: &Shell, conn: &Connection, domain: &Domain, named: Option<&str>) -> Done<Vec<Volume>> {
    let text = xml::of_domain(domain, 0)?;
    let document = xml::parse(&text, "domain")?;
    let mut names: Option<Vec<String>> = named.map(split_list);
    let mut volumes = Vec::new();
    for disk in xml::root(&document)?.select("devices/disk") {
        let target = xml::value(&disk, "target/@dev").unwrap_or_default().to_owned();
        let Some(source) = xml::first_attribute(&disk, "source", &["file", "dir", "name", "dev", "volume"]) else {
            continue;
        };
        if let Some(names) = &mut names {
            let Some(at) = names.iter().position(|name| *name == target || name == source) else { continue };
            names.swap_remove(at);
        }
        let volume = match xml::value(&disk, "source/@pool") {
            Some(pool) => {
                let Ok(found) = StoragePool::lookup_by_name(conn, pool) else {
                    sh.error(&format!("Storage pool '{pool}' for volume '{target}' not found."));
                    continue;
                };
                StorageVol::lookup_by_name(&found, source)
            }
            None => StorageVol::lookup_by_path(conn, source),
        };
        match volume {
            Ok(volume) => volumes.push(Volume { volume, target, source: source.to_owned() }),
            Err(_) => {
                sh.error(&format!("Storage volume '{target}'({source}) is not managed by libvirt. Remove it manually."))
            }
        }
    }
    let missing = names.unwrap_or_default();
    for name in &missing {
        sh.error(&format!("Volume '{name}' was not found in domain's definition."));
    }
    if missing.is_empty() { Ok(volumes) } else { Err(Failure::quiet()) }
}

fn undefine(sh: &mut Shell, args: &Args) -> Done {
    args.requires("delete-storage-volume-snapshots", "remove-all-storage")?;
    args.exclusive("nvram", "keep-nvram")?;
    args.exclusive("tpm", "keep-tpm")?;
    let storage = args.any("storage").filter(|names| !names.is_empty());
    let all_storage = args.has("remove-all-storage");
    if storage.is_none() && !all_storage && args.has("wipe-storage") {
        let said = "'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'";
        return Err(Failure::say(said));
    }
    let mut flags = args.flags(&[
        ("managed-save", c::VIR_DOMAIN_UNDEFINE_MANAGED_SAVE),
        ("snapshots-metadata", c::VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA),
        ("checkpoints-metadata", c::VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA),
        ("nvram", c::VIR_DOMAIN_UNDEFINE_NVRAM),
        ("keep-nvram", c::VIR_DOMAIN_UNDEFINE_KEEP_NVRAM),
        ("tpm", c::VIR_DOMAIN_UNDEFINE_TPM),
        ("keep-tpm", c::VIR_DOMAIN_UNDEFINE_KEEP_TPM),
    ]);
    let domain = sh.domain(args)?;
    let name = args.any("domain").unwrap_or_default();
    let running = domain.is_active()?;
    let saved = is_saved(&domain, running)?;
    if !saved {
        flags &= !c::VIR_DOMAIN_UNDEFINE_MANAGED_SAVE;
    }
    let mut doomed = Vec::new();
    if storage.is_some() || all_storage {
        if running {
            return Err(Failure::say("Storage volume deletion is supported only on stopped domains"));
        }
        if storage.is_some() && all_storage {
            return Err(Failure::say("Specified both --storage and --remove-all-storage"));
        }
        doomed = volumes(sh, &sh.conn()?, &domain, storage)?;
    }
    if saved && !args.has("managed-save") && !args.has("nvram") {
        return Err(Failure::say("Refusing to undefine while domain managed save image exists"));
    }
    let done = match domain.undefine_flags(flags) {
        // A driver that knows not all flags may do without them.
        Err(error) if !args.has("nvram") && matches!(error.code, ErrorCode::NO_SUPPORT | ErrorCode::INVALID_ARG) => {
            domain.undefine()
        }
        done => done,
    };
    done.or_say(|| format!("Failed to undefine domain '{name}'"))?;
    sh.extra(&format!("Domain '{name}' has been undefined\n"));
    remove(sh, args, &doomed)
}

/// Removes the volumes.
fn remove(sh: &Shell, args: &Args, volumes: &[Volume]) -> Done {
    let flags = args.flags(&[("delete-storage-volume-snapshots", c::VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS)]);
    let mut last = Ok(());
    for Volume { volume, target, source } in volumes {
        if args.has("wipe-storage") {
            sh.extra(&format!("Wiping volume '{target}'({source}) ... "));
            sh.flush();
            if let Err(error) = volume.wipe(0) {
                sh.error("Failed! Volume not removed.");
                last = Err(error.into());
                continue;
            }
            sh.extra("Done.\n");
        }
        match volume.delete(flags) {
            Ok(()) => sh.extra(&format!("Volume '{target}'({source}) removed.\n")),
            Err(error) => {
                sh.error(&format!("Failed to remove storage volume '{target}'({source})"));
                last = Err(error.into());
            }
        }
    }
    last
}
