//! `virConnectPtr`.
use super::Events;
use crate::abi::ctypes::{VIR_CONNECT_NO_ALIASES, VIR_CONNECT_RO, VIR_TYPED_PARAM_STRING_OKAY};
use crate::abi::{
    ConnectionErrors, Fault, Handle, Object, Ref, Result, Watch, event_loop_registered, initialise, run_event_loop,
};
use oxivirt_client::{Credentials, OpenRequest};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Function, message};
use oxivirt_protocol::remote::DriverFeature;
use oxivirt_protocol::{Call, Session, remote};
use oxivirt_sys::OnceBox;
use std::ffi::{CStr, CString};
use std::sync::{Arc, Weak};

/// An open connection.
#[derive(Debug)]
pub(crate) struct Connection {
    driver: Arc<dyn Session>,
    watch: Option<Watch>,
    events: Arc<Events>,
    read_only: bool,
    kind: OnceBox<CString>,
    pub(crate) errors: ConnectionErrors,
}

impl Connection {
    /// Opens the named hypervisor; `flags` are virConnectFlags; `credentials` are asked for who the user is.
    pub(crate) fn open<'a>(
        name: Option<&'a CStr>,
        flags: u32,
        credentials: Option<&'a mut dyn Credentials>,
    ) -> Result<Ref<Self>> {
        initialise()?;
        let read_only = flags & VIR_CONNECT_RO != 0;
        // Keepalive is only announced when an event loop can answer pings while no call is in flight.
        let driver = oxivirt_client::open(OpenRequest {
            observer: None,
            timeout: None,
            name: name.map(CStr::to_bytes),
            no_aliases: flags & VIR_CONNECT_NO_ALIASES != 0,
            read_only,
            event_loop: event_loop_registered(),
            start_event_loop: Some(run_event_loop),
            credentials,
        })?;
        let watched = driver.has_event_loop();
        let driver: Arc<dyn Session> = driver;
        let events = Events::new();
        let listener: Weak<Events> = Arc::downgrade(&events);
        driver.listen(listener);
        let watch = watched.then(|| Watch::start(Arc::clone(&driver))).flatten();
        Ref::new(Self { driver, watch, events, read_only, kind: OnceBox::new(), errors: ConnectionErrors::new() })
    }

    pub(crate) fn driver(&self) -> &dyn Session {
        &*self.driver
    }

    /// Subscribers, undelivered events and the close callback.
    pub(crate) fn events(&self) -> &Arc<Events> {
        &self.events
    }

    /// A fresh call record for one procedure.
    pub(crate) fn call(&self) -> Call {
        Call::default()
    }

    /// Starts or stops pings; see [`Session::set_keepalive`].
    pub(crate) fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool> {
        let known = self.driver.set_keepalive(interval, count)?;
        if let Some(watch) = &self.watch {
            watch.rearm();
        }
        Ok(known)
    }

    /// A stream was read: the event loop may watch the connection again.
    pub(crate) fn resume_input(&self) {
        if let Some(watch) = &self.watch {
            watch.resume();
        }
    }

    /// The hypervisor's name (`QEMU`), kept for the caller that borrows it.
    pub(crate) fn kind(&self) -> oxivirt_model::Result<&CStr> {
        if let Some(kind) = self.kind.get() {
            return Ok(kind);
        }
        let kind = super::c_bytes(self.driver.kind()?);
        Ok(self.kind.get_or_init(|| kind))
    }

    /// Whether the daemon has a `VIR_DRV_FEATURE_…`; asked each time, as the stock client does.
    pub(crate) fn supports_feature(&self, feature: DriverFeature) -> Result<bool> {
        let args = remote::ConnectSupportsFeatureArgs { feature: feature.0 };
        Ok(self.driver.connect_supports_feature(&mut self.call(), &args)?.supported != 0)
    }

    /// The fault of a daemon that descriptors cannot be passed to.
    pub(crate) fn takes_descriptors(&self) -> Result<()> {
        if self.supports_feature(DriverFeature::FD_PASSING)? {
            return Ok(());
        }
        let text = message!("fd passing is not supported by this connection");
        Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::ARGUMENT_UNSUPPORTED, text).into())
    }

    /// Whether the daemon takes string parameters.
    pub(crate) fn takes_strings(&self) -> Result<bool> {
        self.supports_feature(DriverFeature::TYPED_PARAM_STRING)
    }

    /// `flags` of a parameter getter, saying that strings are welcome where the daemon can send them.
    pub(crate) fn with_strings(&self, flags: u32) -> Result<u32> {
        Ok(if self.takes_strings()? { flags | VIR_TYPED_PARAM_STRING_OKAY } else { flags })
    }

    /// The fault that a read-only connection is for a changing function.
    pub(crate) fn writable(&self) -> Result<()> {
        if self.read_only {
            return Err(Fault::ReadOnly);
        }
        Ok(())
    }

    /// The fault that a read-only connection is for an XML function asked to include secrets.
    pub(crate) fn allows_secrets(&self, from: ErrorDomain, function: &'static str) -> Result<()> {
        if self.read_only {
            return Err(Function(function, from).no_secrets().into());
        }
        Ok(())
    }
}

impl Object for Connection {
    const MAGIC: u32 = 0x6f78_0001;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (None, ErrorCode::INVALID_CONN);
    fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
        Some(this)
    }
    const KIND: &'static str = "Connection";
    fn title(&self) -> String {
        String::from_utf8_lossy(self.driver.uri()).into_owned()
    }
    fn interrupt(&self) {
        // Their calls end with an error; what saying goodbye brings is of no interest to anybody.
        let _ = self.driver.close();
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.watch = None;
        // The last reference is gone: nobody is left to hear that the goodbye failed.
        let _ = self.driver.close();
    }
}
