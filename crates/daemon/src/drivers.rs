//! The drivers that daemons have in them.
use crate::local::{Local, Row};
use crate::opener::Wanted;
use oxivirt_conf::Uri;
use oxivirt_driver_test::OpenLocal;
use oxivirt_model::Result;
use oxivirt_protocol::Session;
use std::sync::Arc;

const ALL: &[Row] = &[Row { scheme: "test", open: open_test }];

/// Returns all drivers, as libvirtd has them.
#[must_use]
pub fn all() -> Local {
    Local::new(ALL, None)
}

/// Returns the test driver alone, which clients get that leave the choice to the daemon.
#[must_use]
pub fn test() -> Local {
    Local::new(ALL, Some("test:///default"))
}

fn open_test(uri: &Uri, wanted: &Wanted<'_>) -> Result<Arc<dyn Session>> {
    oxivirt_driver_test::open(OpenLocal { uri: uri.clone(), read_only: wanted.read_only, credentials: None })
}
