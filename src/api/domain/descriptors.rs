//! libvirt-domain.h: functions that hand open descriptors over to the hypervisor or get one back.
use crate::abi::{Array, Count, Fault, In, InStr, Owned, Result, Rule, Status, duplicates, not_negative};
use crate::objects::{Connection, Domain, FromWire};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};
use std::os::fd::{IntoRawFd, OwnedFd};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// Duplicates of the caller's descriptors, after has_driver whether the daemon takes any; none need no has_driver.
fn files(conn: &Connection, number: c_uint, files: Array<'_, c_int>) -> Result<Vec<OwnedFd>> {
    if number == 0 {
        return Ok(Vec::new());
    }
    conn.takes_descriptors()?;
    duplicates(files.read("files", number)?)
}

#[entry]
fn virDomainCreateXMLWithFiles(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    nfiles: c_uint,
    files: Array<'_, c_int>,
    flags: c_uint,
) -> Owned<Domain> {
    let conn = conn.get()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    conn.writable()?;
    let mut call = conn.call();
    call.fds_in = self::files(conn, nfiles, files)?;
    let args = remote::DomainCreateXmlWithFilesArgs { xml_desc, flags };
    let ret = conn.driver().domain_create_xml_with_files(&mut call, &args)?;
    Domain::replied(conn, &ret.dom)
}

#[entry]
fn virDomainCreateWithFiles(domain: In<'_, Domain>, nfiles: c_uint, files: Array<'_, c_int>, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let mut call = dom.call();
    call.fds_in = self::files(dom.conn(), nfiles, files)?;
    let args = remote::DomainCreateWithFilesArgs { dom: dom.wire(), flags };
    let id = dom.driver().domain_create_with_files(&mut call, &args)?.dom.id;
    dom.set_id(id);
    Ok(())
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
    dom.conn().takes_descriptors()?;
    if nfds == 0 {
        return Err(Fault::Argument("nfds", Rule::NotZero));
    }
    let fds = fds.read("fds", nfds)?;
    dom.writable()?;
    let mut call = dom.call();
    call.fds_in = duplicates(fds)?;
    let args = remote::DomainFdAssociateArgs { dom: dom.wire(), name: name.encoded()?.into(), flags };
    Ok(dom.driver().domain_fd_associate(&mut call, &args)?)
}

#[entry]
fn virDomainOpenGraphics(dom: In<'_, Domain>, idx: c_uint, fd: c_int, flags: c_uint) -> Status {
    let dom = dom.get()?;
    not_negative(fd, "fd")?;
    let socket = oxivirt_sys::is_socket(fd).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or_default();
        Error::system(FROM, errno, message!("Unable to access file descriptor %1$d", fd))
    })?;
    if !socket {
        return Err(Fault::Invalid("fd", message!("fd %1$d must be a socket", fd)));
    }
    dom.writable()?;
    dom.conn().takes_descriptors()?;
    let mut call = dom.call();
    call.fds_in = duplicates(&[fd])?;
    let args = remote::DomainOpenGraphicsArgs { dom: dom.wire(), idx, flags };
    Ok(dom.driver().domain_open_graphics(&mut call, &args)?)
}

/// The descriptor is the caller's from then on.
#[entry]
fn virDomainOpenGraphicsFD(dom: In<'_, Domain>, idx: c_uint, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    dom.conn().takes_descriptors()?;
    let mut call = dom.call();
    let args = remote::DomainOpenGraphicsFdArgs { dom: dom.wire(), idx, flags };
    dom.driver().domain_open_graphics_fd(&mut call, &args)?;
    let mut received = std::mem::take(&mut call.fds_out).into_iter();
    let text = match (received.next(), received.next()) {
        (Some(fd), None) => return Ok(fd.into_raw_fd()),
        (None, _) => message!("no file descriptor received"),
        _ => message!("too many file descriptors received"),
    };
    Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text).into())
}
