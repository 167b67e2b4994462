//! Functions that hand open descriptors over to the hypervisor or get one back. Not every driver can; it is asked first.
use super::{Domain, FROM};
use crate::{Connection, Error, ErrorCode, ErrorDomain, Function, OnConnection, Result, Str};
use oxivirt_model::message;
use oxivirt_protocol::remote;
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};

/// Returns the descriptors for the call, if there are any, after asking whether the driver takes some.
fn taken(conn: &Connection, number: u32, files: impl FnOnce() -> Result<Vec<OwnedFd>>) -> Result<Vec<OwnedFd>> {
    if number == 0 {
        return Ok(Vec::new());
    }
    conn.takes_descriptors()?;
    files()
}

/// Returns how many there are; what does not fit is refused later, as too many.
fn number(files: &[OwnedFd]) -> u32 {
    files.len().try_into().unwrap_or(u32::MAX)
}

/// Returns another descriptor of the same file, for a call that passes it on.
#[doc(hidden)]
pub fn duplicate(file: RawFd) -> Result<OwnedFd> {
    oxivirt_sys::duplicate(file).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or_default();
        Error::system(ErrorDomain::RPC, errno, message!("Unable to duplicate FD %1$d", file))
    })
}

impl Domain {
    /// Starts a domain that is gone when it stops, with open files for its first process: `virDomainCreateXMLWithFiles`. `flags`
    /// are virDomainCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, descriptors cannot be passed over it, or the driver refuses.
    pub fn create_xml_with_files<'a>(
        conn: &Connection,
        xml: impl Into<Str<'a>>,
        files: Vec<OwnedFd>,
        flags: u32,
    ) -> Result<Self> {
        Self::create_xml_with_files_of(conn, xml, number(&files), || Ok(files), flags)
    }

    /// [`Domain::create_xml_with_files`] with `number` files, asked for when they are needed.
    #[doc(hidden)]
    pub fn create_xml_with_files_of<'a>(
        conn: &Connection,
        xml: impl Into<Str<'a>>,
        number: u32,
        files: impl FnOnce() -> Result<Vec<OwnedFd>>,
        flags: u32,
    ) -> Result<Self> {
        let op = conn.op(&Function("virDomainCreateXMLWithFiles", FROM)).write()?;
        let files = taken(conn, number, files)?;
        let args = remote::DomainCreateXmlWithFilesArgs { xml_desc: xml.into(), flags };
        op.call(|driver, call| {
            call.fds_in = files;
            Ok(Self::from_wire(conn, &driver.domain_create_xml_with_files(call, &args)?.dom))
        })
    }

    /// Starts a domain that is defined, with open files for its first process: `virDomainCreateWithFiles`. `flags` are
    /// virDomainCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, descriptors cannot be passed over it, or the driver refuses.
    pub fn create_with_files(&self, files: Vec<OwnedFd>, flags: u32) -> Result<()> {
        self.create_with_files_of(number(&files), || Ok(files), flags)
    }

    /// [`Domain::create_with_files`] with `number` files, asked for when they are needed.
    #[doc(hidden)]
    pub fn create_with_files_of(
        &self,
        number: u32,
        files: impl FnOnce() -> Result<Vec<OwnedFd>>,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainCreateWithFiles", FROM)).write()?;
        let files = taken(self.connection(), number, files)?;
        let args = remote::DomainCreateWithFilesArgs { dom: self.wire(), flags };
        self.set_id(op.call(|driver, call| {
            call.fds_in = files;
            Ok(driver.domain_create_with_files(call, &args)?.dom.id)
        })?);
        Ok(())
    }

    /// Gives descriptors a name, by which the definition of a disk may mean them: `virDomainFDAssociate`. `flags` are
    /// virDomainFDAssociateFlags. They are the connection's from then on.
    ///
    /// # Errors
    /// Descriptors cannot be passed over the connection, there are none, the connection is read-only, or the driver refuses.
    pub fn fd_associate<'a>(&self, name: impl Into<Str<'a>>, files: Vec<OwnedFd>, flags: u32) -> Result<()> {
        self.fd_associate_of(number(&files), || Ok(()), || Ok((name, files)), flags)
    }

    /// [`Domain::fd_associate`] with `number` files, asked for together with their name when they are needed; whether they are
    /// `present` comes before.
    #[doc(hidden)]
    pub fn fd_associate_of<'a, N: Into<Str<'a>>>(
        &self,
        number: u32,
        present: impl FnOnce() -> Result<()>,
        files: impl FnOnce() -> Result<(N, Vec<OwnedFd>)>,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainFDAssociate", FROM));
        self.connection().takes_descriptors()?;
        let op = op.not_zero("nfds", number)?;
        present()?;
        let op = op.write()?;
        let (name, files) = files()?;
        let args = remote::DomainFdAssociateArgs { dom: self.wire(), name: name.into(), flags };
        op.call(|driver, call| {
            call.fds_in = files;
            driver.domain_fd_associate(call, &args)
        })
    }

    /// Connects a socket with graphics number `index`: `virDomainOpenGraphics`. `flags` are virDomainOpenGraphicsFlags. The
    /// socket's other end is for the program.
    ///
    /// # Errors
    /// It is no socket, the connection is read-only, descriptors cannot be passed over it, or the driver refuses.
    pub fn open_graphics(&self, index: u32, socket: impl AsFd, flags: u32) -> Result<()> {
        self.open_graphics_raw(index, socket.as_fd().as_raw_fd(), flags)
    }

    /// [`Domain::open_graphics`] for a number that may be no descriptor.
    #[doc(hidden)]
    pub fn open_graphics_raw(&self, index: u32, socket: RawFd, flags: u32) -> Result<()> {
        let function = Function("virDomainOpenGraphics", FROM);
        let op = self.op(&function).not_negative("fd", socket)?;
        let is_socket = oxivirt_sys::is_socket(socket).map_err(|error| {
            let errno = error.raw_os_error().unwrap_or_default();
            Error::system(FROM, errno, message!("Unable to access file descriptor %1$d", socket))
        })?;
        if !is_socket {
            return Err(function.invalid("fd", message!("fd %1$d must be a socket", socket)));
        }
        let op = op.write()?;
        self.connection().takes_descriptors()?;
        let file = duplicate(socket)?;
        let args = remote::DomainOpenGraphicsArgs { dom: self.wire(), idx: index, flags };
        op.call(|driver, call| {
            call.fds_in = vec![file];
            driver.domain_open_graphics(call, &args)
        })
    }

    /// Returns a socket that is connected with graphics number `index`: `virDomainOpenGraphicsFD`. `flags` are
    /// virDomainOpenGraphicsFlags.
    ///
    /// # Errors
    /// The connection is read-only, descriptors cannot be passed over it, or the driver refuses.
    pub fn open_graphics_fd(&self, index: u32, flags: u32) -> Result<OwnedFd> {
        let op = self.op(&Function("virDomainOpenGraphicsFD", FROM)).write()?;
        self.connection().takes_descriptors()?;
        let args = remote::DomainOpenGraphicsFdArgs { dom: self.wire(), idx: index, flags };
        let received = op.call(|driver, call| {
            driver.domain_open_graphics_fd(call, &args)?;
            Ok(std::mem::take(&mut call.fds_out))
        })?;
        let mut received = received.into_iter();
        let text = match (received.next(), received.next()) {
            (Some(fd), None) => return Ok(fd),
            (None, _) => message!("no file descriptor received"),
            _ => message!("too many file descriptors received"),
        };
        Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text))
    }
}
