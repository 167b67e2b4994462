//! What an option is, and what completes its value.

/// What follows an option on the command line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// Nothing: it is there or not.
    Flag,
    /// A text.
    String,
    /// A number; a text that help calls a number.
    Number,
    /// All texts that are left.
    Argv,
    /// It is another name of an option. The help text is the option's name, with `=VALUE` if it stands for a value, too.
    Alias,
}

/// An option of a command.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opt {
    /// Its name, without `--`.
    pub(crate) name: &'static str,
    /// What follows it.
    pub(crate) kind: Kind,
    /// One line of help; see [`Kind::Alias`].
    pub(crate) help: &'static str,
    /// The command needs it.
    pub(crate) required: bool,
    /// The value may stand alone, and the synopsis says so.
    pub(crate) positional: bool,
    /// The value may stand alone, and the synopsis does not say so.
    pub(crate) also_positional: bool,
    /// The value may be empty.
    pub(crate) may_be_empty: bool,
    /// What completes the value.
    pub(crate) completer: Completer,
}

impl Opt {
    const fn new(name: &'static str, kind: Kind, help: &'static str) -> Self {
        Self {
            name,
            kind,
            help,
            required: false,
            positional: false,
            also_positional: false,
            may_be_empty: false,
            completer: Completer::Nothing,
        }
    }

    pub(super) const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub(super) const fn positional(self) -> Self {
        Self { positional: true, ..self }
    }

    pub(super) const fn also_positional(self) -> Self {
        Self { also_positional: true, ..self }
    }

    pub(super) const fn may_be_empty(self) -> Self {
        Self { may_be_empty: true, ..self }
    }

    pub(super) const fn completes(self, completer: Completer) -> Self {
        Self { completer, ..self }
    }
}

pub(super) const fn flag(name: &'static str, help: &'static str) -> Opt {
    Opt::new(name, Kind::Flag, help)
}

pub(super) const fn string(name: &'static str, help: &'static str) -> Opt {
    Opt::new(name, Kind::String, help)
}

pub(super) const fn number(name: &'static str, help: &'static str) -> Opt {
    Opt::new(name, Kind::Number, help)
}

pub(super) const fn argv(name: &'static str, help: &'static str) -> Opt {
    Opt::new(name, Kind::Argv, help)
}

pub(super) const fn alias(name: &'static str, target: &'static str) -> Opt {
    Opt::new(name, Kind::Alias, target)
}

/// A text that the command needs and that may stand alone.
pub(super) const fn needed(name: &'static str, help: &'static str) -> Opt {
    string(name, help).required().positional()
}

/// The domain that the command is about.
pub(super) const fn domain(which: Domains) -> Opt {
    needed("domain", "domain name, id or uuid").completes(Completer::Domain(which))
}

/// Which domains are offered: virConnectListAllDomainsFlags.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Domains(pub(crate) u32);

impl Domains {
    pub(super) const ALL: Self = Self(0);
    pub(super) const ACTIVE: Self = Self(1);
    pub(super) const INACTIVE: Self = Self(2);
    pub(super) const PERSISTENT: Self = Self(4);
    pub(super) const RUNNING: Self = Self(16);
    pub(super) const PAUSED: Self = Self(32);
    pub(super) const SHUTOFF: Self = Self(64);
    pub(super) const OTHER: Self = Self(128);
    pub(super) const MANAGED_SAVE: Self = Self(256);
    pub(super) const SNAPSHOT: Self = Self(4096);
    pub(super) const CHECKPOINT: Self = Self(16384);
    pub(super) const ACTIVE_CHECKPOINT: Self = Self(16385);
}

/// Which networks, pools or interfaces are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Which {
    /// All of them.
    All,
    /// Those that run.
    Active,
    /// Those that do not.
    Inactive,
    /// Those with a configuration.
    Persistent,
}

/// What completes the value of an option.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Completer {
    Nothing,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Some of these words, with commas between.
    List(&'static [&'static str]),
    Path,
    Command,
    Server,
    Domain(Domains),
    DomainUuid,
    Network(Which),
    NetworkUuid,
    Pool(Which),
    Interface(Which),
    InterfaceMac,
    NetworkMac,
    NetworkPort,
    NodeDevice,
    NwFilter,
    NwFilterBinding,
    Secret,
    Volume,
    Snapshot,
    Checkpoint,
    DomainDisk,
    DomainDisks,
    DomainInterface,
    DomainInterfaceMac,
    DeviceAlias,
    ConsoleDevice,
    MountPoints,
    BackingFiles,
    ThrottleGroup,
    ThrottleGroups,
    IoThread,
    Vcpu,
    Vcpus,
    GuestVcpus,
    CpuList,
    CpuModel,
    NodeCpu,
    Cell,
    PageSize,
    Key,
}

/// Returns how many options these pieces have together.
pub(super) const fn total(pieces: &[&[Opt]]) -> usize {
    let mut total: usize = 0;
    let mut rest = pieces;
    while let [piece, after @ ..] = rest {
        total = total.saturating_add(piece.len());
        rest = after;
    }
    total
}

/// Returns the options of all pieces; there are `N` of them.
#[expect(clippy::indexing_slicing, reason = "runs at compile time, where an index that is out of bounds is an error")]
pub(super) const fn join<const N: usize>(pieces: &[&[Opt]]) -> [Opt; N] {
    let mut all = [Opt::new("", Kind::Flag, ""); N];
    let mut at: usize = 0;
    let mut pieces = pieces;
    while let [piece, after @ ..] = pieces {
        let mut piece = *piece;
        while let [option, following @ ..] = piece {
            all[at] = *option;
            at = at.saturating_add(1);
            piece = following;
        }
        pieces = after;
    }
    all
}

/// The options of a command, from pieces that other commands have, too.
macro_rules! options {
    ($($piece:expr),+ $(,)?) => {{
        const PIECES: &[&[$crate::table::option::Opt]] = &[$($piece),+];
        const ALL: [$crate::table::option::Opt; $crate::table::option::total(PIECES)] = $crate::table::option::join(PIECES);
        &ALL
    }};
}
pub(super) use options;
