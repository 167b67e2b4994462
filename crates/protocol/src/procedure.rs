//! Facts about a procedure, as the IDL annotates them.

use oxivirt_model::Function;

use crate::{AccessRule, Rule};

/// Which workers of a daemon may run a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Priority {
    /// Ordinary workers only: it may block on a guest or on the disk.
    Low,
    /// Also the workers that are kept free for it: it never blocks for long.
    High,
}

/// The data stream a procedure opens, by the position of the C argument that receives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stream {
    /// The client reads.
    Read(u32),
    /// The client writes.
    Write(u32),
}

/// Facts about one procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcedureInfo {
    /// Number in its program.
    pub number: u32,
    /// Name of the driver method; for an event the name it would have.
    pub name: &'static str,
    /// The public function that asks for it; [`Function::NONE`] for events and for what belongs to opening.
    pub function: Function,
    /// Which workers may run it.
    pub priority: Priority,
    /// The stream it opens.
    pub stream: Option<Stream>,
    /// Flag that asks for a sparse stream.
    pub sparse_flag: Option<u32>,
    /// IDL type of the arguments or, for an event, of its body.
    pub args: Option<&'static str>,
    /// Sent by the daemon unasked.
    pub event: bool,
    /// May take as long as a guest or a disk takes, so call deadlines do not apply.
    pub long: bool,
}

impl ProcedureInfo {
    /// Nothing special; tables fill in the rest.
    pub(crate) const PLAIN: Self = Self {
        number: 0,
        name: "",
        function: Function::NONE,
        priority: Priority::Low,
        stream: None,
        sparse_flag: None,
        args: None,
        event: false,
        long: false,
    };

    /// The facts about an event; `body` is its IDL type, empty for none.
    pub(crate) const fn event(number: u32, name: &'static str, body: &'static str) -> Self {
        let args = if body.is_empty() { None } else { Some(body) };
        Self { number, name, args, event: true, ..Self::PLAIN }
    }

    /// Returns the name of the C constant, `REMOTE_PROC_DOMAIN_GET_INFO`, which the IDL and logs have.
    #[must_use]
    pub fn c_name(&self) -> String {
        // Only the names of the main program's procedures do not begin with their program's.
        let programs = ["admin", "keepalive", "lxc", "qemu"];
        let split = self.name.split_once('_').filter(|(program, _)| programs.contains(program));
        let (program, name) = split.unwrap_or(("remote", self.name));
        format!("{program}_proc_{name}").to_ascii_uppercase()
    }
}

/// What must hold before a driver is asked for a procedure.
///
/// Apart from the facts, so that a client which asks nobody for permission does not carry the access rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcedureRules {
    /// What is refused before anything else, in this order.
    pub rules: &'static [Rule],
    /// What the caller must be allowed to do.
    pub acl: &'static [AccessRule],
    /// What the caller must be allowed to do with an object to find it in the result.
    pub acl_filter: &'static [AccessRule],
}

impl ProcedureRules {
    /// None; tables fill in the rest.
    pub(crate) const NONE: Self = Self { rules: &[], acl: &[], acl_filter: &[] };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c_names() {
        for (name, wanted) in [
            ("domain_get_info", "REMOTE_PROC_DOMAIN_GET_INFO"),
            ("admin_connect_open", "ADMIN_PROC_CONNECT_OPEN"),
            ("keepalive_ping", "KEEPALIVE_PROC_PING"),
            ("qemu_domain_attach", "QEMU_PROC_DOMAIN_ATTACH"),
        ] {
            assert_eq!(ProcedureInfo { name, ..ProcedureInfo::PLAIN }.c_name(), wanted);
        }
    }
}
