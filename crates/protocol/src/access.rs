//! Access rules: what a caller must be allowed to do with an object, and who decides that.

use std::fmt::Debug;

use oxivirt_model::Result;

use crate::{ObjectRef, ProcedureInfo, ProcedureRules};

/// The kinds of objects that access rules are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Object {
    /// The connection, and what belongs to no single object.
    Connect,
    /// Domains, their snapshots and checkpoints.
    Domain,
    /// Network interfaces of the host.
    Interface,
    /// Virtual networks.
    Network,
    /// Ports of virtual networks.
    NetworkPort,
    /// Devices of the host.
    NodeDevice,
    /// Network filters.
    Nwfilter,
    /// Bindings of network filters.
    NwfilterBinding,
    /// Secrets.
    Secret,
    /// Storage pools.
    StoragePool,
    /// Volumes of storage pools.
    StorageVol,
}

macro_rules! permissions {
    ($($name:ident $text:literal)*) => {
        /// What may be allowed. Which permissions an object has follows from the rules that name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Permission {
            $(#[doc = concat!("`", $text, "`")] $name,)*
        }

        impl Permission {
            /// Returns the name that policies use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

permissions! {
    BlockRead "block-read"
    BlockWrite "block-write"
    Checkpoint "checkpoint"
    CoreDump "core-dump"
    Create "create"
    DataRead "data-read"
    DataWrite "data-write"
    Delete "delete"
    Detach "detach"
    DetectStoragePools "detect-storage-pools"
    Format "format"
    FsFreeze "fs-freeze"
    FsTrim "fs-trim"
    Getattr "getattr"
    Hibernate "hibernate"
    InitControl "init-control"
    InjectNmi "inject-nmi"
    InterfaceTransaction "interface-transaction"
    MemRead "mem-read"
    Migrate "migrate"
    OpenDevice "open-device"
    OpenGraphics "open-graphics"
    OpenNamespace "open-namespace"
    PmControl "pm-control"
    Read "read"
    ReadSecure "read-secure"
    Refresh "refresh"
    Reset "reset"
    Resize "resize"
    Save "save"
    Screenshot "screenshot"
    SearchDomains "search-domains"
    SearchInterfaces "search-interfaces"
    SearchNetworks "search-networks"
    SearchNodeDevices "search-node-devices"
    SearchNwfilterBindings "search-nwfilter-bindings"
    SearchNwfilters "search-nwfilters"
    SearchPorts "search-ports"
    SearchSecrets "search-secrets"
    SearchStoragePools "search-storage-pools"
    SearchStorageVols "search-storage-vols"
    SendInput "send-input"
    SendSignal "send-signal"
    SetPassword "set-password"
    SetTime "set-time"
    Snapshot "snapshot"
    Start "start"
    Stop "stop"
    Suspend "suspend"
    Write "write"
}

impl Object {
    /// Returns the name that policies use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Domain => "domain",
            Self::Interface => "interface",
            Self::Network => "network",
            Self::NetworkPort => "network-port",
            Self::NodeDevice => "node-device",
            Self::Nwfilter => "nwfilter",
            Self::NwfilterBinding => "nwfilter-binding",
            Self::Secret => "secret",
            Self::StoragePool => "storage-pool",
            Self::StorageVol => "storage-vol",
        }
    }
}

/// When an access rule asks for its permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// In every call.
    Always,
    /// If one of these flags is set.
    WithFlags(u32),
    /// If none of these flags is set.
    WithoutFlags(u32),
    /// If the argument has this value.
    Argument(&'static str, i64),
}

/// A permission that a procedure's caller must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccessRule {
    /// On what: the object that the arguments name, or that the driver finds or makes.
    pub object: Object,
    /// To do what.
    pub permission: Permission,
    /// In which calls.
    pub when: When,
}

/// A call, as far as access rules are concerned.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// The facts about the procedure.
    pub procedure: ProcedureInfo,
    /// Its rules, among them those that say which permissions it needs.
    pub rules: &'static ProcedureRules,
    /// The object that the arguments name, the connection if they name none. For a procedure that finds or makes its object, such
    /// as a lookup or a definition, only the driver can tell which one the rules are about.
    pub object: ObjectRef<'r, 'r>,
    /// The flags, 0 if the procedure has none.
    pub flags: u64,
    /// Arguments that rules ask for, by name.
    pub numbers: &'r [(&'static str, i64)],
}

impl Request<'_> {
    /// Returns the permissions that this call needs, all of them.
    pub fn needed(&self) -> impl Iterator<Item = (Object, Permission)> + '_ {
        let applies = |rule: &&AccessRule| match rule.when {
            When::Always => true,
            When::WithFlags(flags) => self.flags & u64::from(flags) != 0,
            When::WithoutFlags(flags) => self.flags & u64::from(flags) == 0,
            When::Argument(name, value) => self.numbers.contains(&(name, value)),
        };
        self.rules.acl.iter().filter(applies).map(|rule| (rule.object, rule.permission))
    }
}

/// Who decides whether a caller may make a call.
pub trait Access: Send + Sync + Debug {
    /// Whether there is anything to decide; without it no [`Request`] is made.
    const DECIDES: bool = true;

    /// Decides about one call, after its rules hold and before the driver is asked.
    ///
    /// # Errors
    /// The call is not allowed.
    fn check(&self, request: &Request<'_>) -> Result<()>;
}

/// Everybody may do everything.
impl Access for () {
    const DECIDES: bool = false;

    fn check(&self, _: &Request<'_>) -> Result<()> {
        Ok(())
    }
}

impl<A: Access> Access for &A {
    const DECIDES: bool = A::DECIDES;

    fn check(&self, request: &Request<'_>) -> Result<()> {
        (*self).check(request)
    }
}
