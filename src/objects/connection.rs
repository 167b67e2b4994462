//! `virConnectPtr`.
use super::{Belongs, Connection};
use crate::abi::ctypes::{VIR_CONNECT_NO_ALIASES, VIR_CONNECT_RO};
use crate::abi::{
    ConnectionErrors, ConnectionLoop, Connects, ErrorOwner, Handle, Object, Ref, Result, event_loop_registered,
    initialise, run_event_loop,
};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_open::{Credentials, OpenRequest};
use std::ffi::CStr;

/// Opens the named hypervisor; `flags` are virConnectFlags; `credentials` are asked for who the user is.
pub(crate) fn open<'a>(
    name: Option<&'a CStr>,
    flags: u32,
    credentials: Option<&'a mut dyn Credentials>,
) -> Result<Ref<Connection>> {
    initialise()?;
    // Keepalive is only announced when an event loop can answer pings while no call is in flight.
    let session = oxivirt_open::open(OpenRequest {
        observer: None,
        timeout: None,
        name: name.map(CStr::to_bytes),
        no_aliases: flags & VIR_CONNECT_NO_ALIASES != 0,
        read_only: flags & VIR_CONNECT_RO != 0,
        event_loop: event_loop_registered(),
        start_event_loop: Some(run_event_loop),
        credentials,
    })?;
    let conn = Connection::from_session(session);
    conn.events().set_event_loop(Box::new(ConnectionLoop::new(conn.shared_session())));
    Ref::new(conn, Box::new(ConnectionErrors::new()))
}

impl Object for Connection {
    type Local = Box<ConnectionErrors>;
    const MAGIC: u32 = 0x6f78_0001;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_CONN);
    fn connection(this: &Handle<Self>) -> Option<&dyn ErrorOwner> {
        Some(this)
    }
    const KIND: &'static str = "Connection";
    fn title(&self) -> String {
        self.uri().to_string()
    }
    fn interrupt(&self) {
        // Their calls end with an error; what saying goodbye brings is of no interest to anybody.
        let _ = self.close();
    }
}

impl Belongs for Connection {
    fn owner(this: &Handle<Self>) -> &Handle<Connection> {
        this
    }
}

impl Connects for Connection {
    fn errors(this: &Handle<Self>) -> &ConnectionErrors {
        this.local()
    }

    fn is_read_only(this: &Handle<Self>) -> bool {
        (**this).is_read_only()
    }
}
