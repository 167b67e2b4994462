//! libvirt-domain.h: functions that hand open descriptors over to the hypervisor or get one back.
use crate::abi::{Array, Count, In, InStr, Owned, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};
use std::os::fd::IntoRawFd;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainCreateXMLWithFiles(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    nfiles: c_uint,
    files: Array<'_, c_int>,
    flags: c_uint,
) -> Owned<Domain> {
    let conn = conn.get()?;
    let xml = xml_desc.get("xmlDesc")?;
    let files = || files.duplicates("files", nfiles, &SITE);
    conn.child(Domain::create_xml_with_files_of(conn, xml, nfiles, files, flags)?)
}

#[entry]
fn virDomainCreateWithFiles(domain: In<'_, Domain>, nfiles: c_uint, files: Array<'_, c_int>, flags: c_uint) -> Status {
    let files = || files.duplicates("files", nfiles, &SITE);
    Ok(domain.get()?.create_with_files_of(nfiles, files, flags)?)
}

#[entry]
fn virDomainFDAssociate(
    domain: In<'_, Domain>,
    name: InStr<'_>,
    nfds: c_uint,
    fds: Array<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let present = || fds.read("fds", nfds).map(drop).map_err(|fault| fault.into_error(&SITE));
    let files = || {
        let files = fds.duplicates("fds", nfds, &SITE)?;
        Ok((name.encoded(dom.connection().is_local())?, files))
    };
    Ok(dom.fd_associate_of(nfds, present, files, flags)?)
}

#[entry]
fn virDomainOpenGraphics(dom: In<'_, Domain>, idx: c_uint, fd: c_int, flags: c_uint) -> Status {
    Ok(dom.get()?.open_graphics_raw(idx, fd, flags)?)
}

/// The descriptor is the caller's from then on.
#[entry]
fn virDomainOpenGraphicsFD(dom: In<'_, Domain>, idx: c_uint, flags: c_uint) -> Count {
    Ok(dom.get()?.open_graphics_fd(idx, flags)?.into_raw_fd())
}
