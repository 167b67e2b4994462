//! Topics of domains that are not written: every method answers that it is not supported.
use crate::session::TestSession;
use oxivirt_protocol::driver::{
    DomainBlock, DomainBlockJob, DomainDevice, DomainGuest, DomainJob, DomainMigrate, DomainSave, DomainVcpu,
};

impl DomainBlock for TestSession {}
impl DomainBlockJob for TestSession {}
impl DomainDevice for TestSession {}
impl DomainGuest for TestSession {}
impl DomainJob for TestSession {}
impl DomainMigrate for TestSession {}
impl DomainSave for TestSession {}
impl DomainVcpu for TestSession {}
