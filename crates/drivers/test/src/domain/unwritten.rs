//! Topics of domains that are not written: every method answers that it is not supported.
use crate::session::TestSession;
use oxivirt_protocol::driver::{DomainBlockJob, DomainJob, DomainMigrate};

impl DomainBlockJob for TestSession {}
impl DomainJob for TestSession {}
impl DomainMigrate for TestSession {}
