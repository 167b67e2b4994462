//! Which of the two programs this is, and what follows from that.
use crate::table::{self, Group};

/// Which of the two programs this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Program {
    Virsh,
    Admin,
}

impl Program {
    /// Returns its commands.
    pub(crate) fn groups(self) -> &'static [Group] {
        match self {
            Self::Virsh => table::VIRSH,
            Self::Admin => table::ADMIN,
        }
    }

    /// Returns the name that its files have.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Virsh => "virsh",
            Self::Admin => "virt-admin",
        }
    }

    /// Returns what its environment variables begin with.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Virsh => "VIRSH",
            Self::Admin => "VIRT_ADMIN",
        }
    }
}
