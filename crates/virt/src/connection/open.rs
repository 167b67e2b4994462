//! Opening connections.
use super::Connection;
use crate::{OpenRequest, Result};

impl Connection {
    /// Opens the hypervisor with this URI, such as `qemu:///system` or `qemu+tls://host/system`: `virConnectOpen`. An empty one
    /// stands for the default.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// let conn = oxivirt::Connection::open(&uri)?;
    /// for domain in conn.list_all_domains(0)? {
    ///     println!("{} is {}", domain.name(), domain.info()?.state);
    /// }
    /// assert_eq!(*conn.kind()?, "TEST");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// No driver opens the URI, or the driver refuses: its daemon cannot be reached, authentication fails.
    pub fn open(uri: &str) -> Result<Self> {
        Self::open_with(OpenRequest { name: Some(uri.as_bytes()), ..OpenRequest::default() })
    }

    /// Opens the hypervisor with this URI, to look and not to change: `virConnectOpenReadOnly`.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// let conn = oxivirt::Connection::open_read_only(&uri)?;
    /// let domain = oxivirt::Domain::lookup_by_name(&conn, "web")?;
    /// let refused = domain.shutdown().unwrap_err();
    /// assert_eq!(refused.code, oxivirt::ErrorCode::OPERATION_DENIED);
    /// assert_eq!(refused.text(), "operation forbidden: read only access prevents virDomainShutdown");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Connection::open`].
    pub fn open_read_only(uri: &str) -> Result<Self> {
        Self::open_with(OpenRequest { name: Some(uri.as_bytes()), read_only: true, ..OpenRequest::default() })
    }

    /// Opens what a request asks for, with credentials, deadlines and an observer: `virConnectOpenAuth`.
    ///
    /// # Errors
    /// As [`Connection::open`].
    pub fn open_with(request: OpenRequest<'_>) -> Result<Self> {
        Ok(Self::from_session(oxivirt_open::open(request)?))
    }
}
