//! Topics that are not written: every method answers that it is not supported. A topic that is gets a file of its own.
use crate::session::TestSession;
use oxivirt_protocol::driver::{Admin, Auth, Lxc, Nwfilter, Secret};

impl Admin for TestSession {}
impl Auth for TestSession {}
impl Lxc for TestSession {}
impl Nwfilter for TestSession {}
impl Secret for TestSession {}
