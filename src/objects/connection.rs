//! `virConnectPtr`.
use crate::abi::{ConnectionErrors, Fault, Handle, Object, Result};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::{Call, Session, remote};

/// An open connection.
#[derive(Debug)]
pub(crate) struct Connection {
    driver: Box<dyn Session>,
    read_only: bool,
    pub(crate) errors: ConnectionErrors,
}

impl Connection {
    pub(crate) fn new(driver: Box<dyn Session>, read_only: bool) -> Self {
        Self {
            driver,
            read_only,
            errors: ConnectionErrors::new(),
        }
    }

    pub(crate) fn driver(&self) -> &dyn Session {
        &*self.driver
    }

    /// A fresh call record for one procedure.
    pub(crate) fn call(&self) -> Call {
        Call::default()
    }

    /// Whether the daemon has a `VIR_DRV_FEATURE_…`; asked each time, as the stock client does.
    pub(crate) fn supports_feature(&self, feature: i32) -> Result<bool> {
        let args = remote::ConnectSupportsFeatureArgs { feature };
        Ok(self.driver.connect_supports_feature(&mut self.call(), &args)?.supported != 0)
    }

    /// The fault that a read-only connection is for a changing function.
    pub(crate) fn writable(&self) -> Result<()> {
        if self.read_only {
            return Err(Fault::ReadOnly);
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
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.driver.close();
    }
}
