//! Topics of domains that are not written: every method answers that it is not supported.
use crate::session::TestSession;
use oxivirt_protocol::driver::{DomainBlockJob, DomainCheckpoint, DomainJob, DomainMigrate, DomainSnapshot};

impl DomainBlockJob for TestSession {}
impl DomainCheckpoint for TestSession {}
impl DomainJob for TestSession {}
impl DomainMigrate for TestSession {}
impl DomainSnapshot for TestSession {}
