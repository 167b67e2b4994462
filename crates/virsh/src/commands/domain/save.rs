//! Domains in files: saved, restored, dumped, and photographed.
use super::job::{Watch, watched};
use super::lifecycle::number_of;
use crate::bytes::{Shown, bytes};
use crate::commands::files;
use crate::commands::outcome::Definition;
use crate::editor;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use crate::table::words;
use oxivirt::{Domain, Str, Stream, TypedParam, Value};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("dump", dump),
    ("managedsave", managedsave),
    ("managedsave-remove", managedsave_remove),
    ("managedsave-edit", managedsave_edit),
    ("managedsave-dumpxml", managedsave_dumpxml),
    ("managedsave-define", managedsave_define),
    ("restore", restore),
    ("save", save),
    ("save-image-define", save_image_define),
    ("save-image-dumpxml", save_image_dumpxml),
    ("save-image-edit", save_image_edit),
    ("screenshot", screenshot),
];

const STATES: [(&str, u32); 2] = [("running", c::VIR_DOMAIN_SAVE_RUNNING), ("paused", c::VIR_DOMAIN_SAVE_PAUSED)];

fn save_flags(args: &Args) -> u32 {
    args.flags(&STATES) | args.flags(&[("bypass-cache", c::VIR_DOMAIN_SAVE_BYPASS_CACHE)])
}

fn text(text: &[u8]) -> Value<'static> {
    Value::String(Some(Str::from(text).into_owned()))
}

/// Returns the content of the file that `--xml` names.
fn definition(args: &Args) -> Done<Option<Vec<u8>>> {
    args.text("xml")?.map(files::read).transpose()
}

/// The parameters that only a new call takes.
fn extra_params(args: &Args, format: bool) -> Done<Vec<TypedParam<'static>>> {
    let mut params = Vec::new();
    params.extend(args.i32("parallel-channels")?.map(|number| TypedParam::new("parallel.channels", number)));
    if format {
        params.extend(args.text("image-format")?.map(|name| TypedParam::new("image_format", text(&bytes(name)))));
    }
    Ok(params)
}

fn with_file(mut params: Vec<TypedParam<'static>>, file: &[u8], xml: Option<&[u8]>) -> Vec<TypedParam<'static>> {
    params.push(TypedParam::new("file", text(file)));
    params.extend(xml.map(|xml| TypedParam::new("dxml", text(xml))));
    params
}

fn save(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let file = args.needed("file")?;
    let name = args.any("domain").unwrap_or_default();
    let flags = save_flags(args);
    let job = || {
        let params = extra_params(args, true)?;
        let xml = definition(args)?;
        let path = bytes(file);
        let done = if !params.is_empty() {
            domain.save_params(&with_file(params, &path, xml.as_deref()), flags)
        } else if flags != 0 || xml.is_some() {
            domain.save_flags(&*path, xml.as_deref(), flags)
        } else {
            domain.save(&*path)
        };
        done.or_say(|| format!("Failed to save domain '{name}' to {file}"))
    };
    watched(sh, &domain, &Watch { label: "Save", verbose: args.has("verbose"), late: None }, job)?;
    sh.extra(&format!("\nDomain '{name}' saved to {file}\n"));
    Ok(())
}

fn managedsave(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let name = args.any("domain").unwrap_or_default();
    let flags = save_flags(args);
    let job = || domain.managed_save(flags).or_say(|| format!("Failed to save domain '{name}' state"));
    watched(sh, &domain, &Watch { label: "Managedsave", verbose: args.has("verbose"), late: None }, job)?;
    sh.extra(&format!("\nDomain '{name}' state saved by libvirt\n"));
    Ok(())
}

fn managedsave_remove(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let name = args.any("domain").unwrap_or_default();
    if !domain.has_managed_save_image(0).or_say(|| "Failed to check for domain managed save image")? {
        sh.extra(&format!("Domain '{name}' has no manage save image; removal skipped"));
        return Ok(());
    }
    domain.managed_save_remove(0).or_say(|| format!("Failed to remove managed save image for domain '{name}'"))?;
    sh.extra(&format!("Removed managedsave image for domain '{name}'"));
    Ok(())
}

fn managedsave_edit(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("running", "paused")?;
    let flags = args.flags(&STATES);
    let domain = sh.domain(args)?;
    let mut definition = Definition(
        || domain.managed_save_xml_desc(c::VIR_DOMAIN_XML_SECURE),
        |xml: &[u8]| domain.managed_save_define_xml(Some(xml), flags),
    );
    let name = domain.name().shown();
    let text = if editor::edit(sh, &mut definition, false)? {
        format!("Managed save image of Domain '{name}' XML configuration edited.\n")
    } else {
        format!("Managed save image of domain '{name}' XML configuration not changed.\n")
    };
    sh.extra(&text);
    Ok(())
}

fn secure(args: &Args) -> u32 {
    args.flags(&[("security-info", c::VIR_DOMAIN_XML_SECURE)])
}

fn managedsave_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let text = sh.domain(args)?.managed_save_xml_desc(secure(args))?;
    sh.dump_xml(args, &text)
}

fn managedsave_define(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("running", "paused")?;
    let file = args.needed("xml")?;
    let domain = sh.domain(args)?;
    let xml = files::read(file)?;
    let name = domain.name().shown();
    let done = domain.managed_save_define_xml(Some(&*xml), args.flags(&STATES));
    done.or_say(|| format!("Failed to update {name} XML configuration"))?;
    sh.extra(&format!("Managed save state file of domain '{name}' updated.\n"));
    Ok(())
}

fn save_image_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let file = args.needed("file")?;
    let text = Domain::save_image_xml_desc(&sh.conn()?, &*bytes(file), secure(args))?;
    sh.dump_xml(args, &text)
}

fn save_image_define(sh: &mut Shell, args: &Args) -> Done {
    let (file, xml) = (args.needed("file")?, args.needed("xml")?);
    let xml = files::read(xml)?;
    let done = Domain::save_image_define_xml(&sh.conn()?, &*bytes(file), &*xml, args.flags(&STATES));
    done.or_say(|| format!("Failed to update {file}"))?;
    sh.extra(&format!("State file {file} updated.\n"));
    Ok(())
}

fn save_image_edit(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("running", "paused")?;
    let flags = args.flags(&STATES);
    let file = args.needed("file")?;
    let (conn, path) = (sh.conn()?, bytes(file));
    let mut definition = Definition(
        || Domain::save_image_xml_desc(&conn, &*path, c::VIR_DOMAIN_XML_SECURE),
        |xml: &[u8]| Domain::save_image_define_xml(&conn, &*path, xml, flags),
    );
    let text = if editor::edit(sh, &mut definition, false)? {
        format!("State file {file} edited.\n")
    } else {
        format!("Saved image {file} XML configuration not changed.\n")
    };
    sh.extra(&text);
    Ok(())
}

fn restore(sh: &mut Shell, args: &Args) -> Done {
    let flags = save_flags(args) | args.flags(&[("reset-nvram", c::VIR_DOMAIN_SAVE_RESET_NVRAM)]);
    let file = args.needed("file")?;
    let xml = definition(args)?;
    let params = extra_params(args, false)?;
    let (conn, path) = (sh.conn()?, bytes(file));
    let done = if !params.is_empty() {
        Domain::restore_params(&conn, &with_file(params, &path, xml.as_deref()), flags)
    } else if flags != 0 || xml.is_some() {
        Domain::restore_flags(&conn, &*path, xml.as_deref(), flags)
    } else {
        Domain::restore(&conn, &*path)
    };
    done.or_say(|| format!("Failed to restore domain from {file}"))?;
    sh.extra(&format!("Domain restored from {file}\n"));
    Ok(())
}

fn dump_format(args: &Args) -> Done<u32> {
    if !args.has("format") {
        return Ok(0);
    }
    if !args.has("memory-only") {
        return Err(Failure::say("--format only works with --memory-only"));
    }
    let format = args.any("format").unwrap_or_default();
    let expected = "'kdump-zlib', 'kdump-lzo', 'kdump-snappy', 'win-dmp' or 'elf'";
    let unknown = || Failure::say(format!("format '{format}' is not supported, expecting {expected}"));
    if format.is_empty() { Ok(0) } else { number_of(words::DUMP_FORMATS, format).ok_or_else(unknown) }
}

fn dump(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let file = args.needed("file")?;
    let name = args.any("domain").unwrap_or_default();
    let flags = args.flags(&[
        ("live", c::VIR_DUMP_LIVE),
        ("crash", c::VIR_DUMP_CRASH),
        ("bypass-cache", c::VIR_DUMP_BYPASS_CACHE),
        ("reset", c::VIR_DUMP_RESET),
        ("memory-only", c::VIR_DUMP_MEMORY_ONLY),
    ]);
    let job = || {
        let format = dump_format(args)?;
        let path = bytes(file);
        let done = if format == 0 {
            domain.core_dump(&*path, flags)
        } else {
            domain.core_dump_with_format(&*path, format, flags)
        };
        done.or_say(|| format!("Failed to core dump domain '{name}' to {file}"))
    };
    watched(sh, &domain, &Watch { label: "Dump", verbose: args.has("verbose"), late: None }, job)?;
    sh.extra(&format!("\nDomain '{name}' dumped to {file}\n"));
    Ok(())
}

/// Returns the name of the file for a picture that the user gave none.
fn picture_name(domain: &Domain, mime: &str) -> String {
    let extension = match mime {
        "image/x-portable-pixmap" => ".ppm",
        "image/png" => ".png",
        _ => "",
    };
    let now = oxivirt_sys::LocalTime::now().map_or_else(String::new, |now| {
        let ((year, month, day), (hour, minute, second)) = (now.date, now.time);
        format!("{year:04}-{month:02}-{day:02}-{hour:02}:{minute:02}:{second:02}")
    });
    format!("{}-{now}{extension}", domain.name().shown())
}

fn screenshot(sh: &mut Shell, args: &Args) -> Done {
    let file = args.text("file")?;
    let screen = args.u32("screen")?.unwrap_or_default();
    let domain = sh.domain(args)?;
    let name = args.any("domain").unwrap_or_default();
    let stream = Stream::new(&sh.conn()?, 0);
    let mime = domain.screenshot(&stream, screen, 0).or_say(|| format!("could not take a screenshot of {name}"))?;
    let mime = mime.shown();
    let file = file.map_or_else(|| picture_name(&domain, &mime), str::to_owned);
    let mut target = files::Target::create(&file).map_err(|_| Failure::say(format!("cannot create file {file}")))?;
    let received = stream.recv_all(|data: &[u8]| {
        target.write_all(data).map(|()| data.len()).map_err(|error| files::system_error(&error))
    });
    received.or_say(|| format!("could not receive data from domain '{name}'"))?;
    stream.finish().or_say(|| format!("cannot close stream on domain '{name}'"))?;
    target.keep();
    sh.extra(&format!("Screenshot saved to {file}, with type of {mime}"));
    Ok(())
}
