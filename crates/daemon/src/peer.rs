//! Who is at the other end of a connection, as far as the kernel tells.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Identity;
use oxivirt_sys::Credentials;
use std::net::{IpAddr, SocketAddr};

/// How a client came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Transport {
    Unix,
    Tcp,
    Tls,
}

impl Transport {
    /// The number that the admin program has for it.
    pub(crate) fn number(self) -> u32 {
        match self {
            Self::Unix => 0,
            Self::Tcp => 1,
            Self::Tls => 2,
        }
    }
}

/// Whose connections are counted together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Owner {
    /// A user of this machine.
    User(u32),
    /// An address; of IPv6 the network that one host usually has, 64 bits.
    Address(IpAddr),
}

/// The other end.
#[derive(Clone, Debug)]
pub(crate) enum Peer {
    /// A process of this machine, and its security context.
    Process(Credentials, Option<Vec<u8>>),
    /// Another machine, or this one over the network.
    Address(SocketAddr),
}

impl Peer {
    /// Returns whose connection it is.
    pub(crate) fn owner(&self) -> Owner {
        match self {
            Self::Process(credentials, _) => Owner::User(credentials.uid),
            Self::Address(address) => Owner::Address(match address.ip().to_canonical() {
                IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
                four => four,
            }),
        }
    }

    /// Returns true if it is a process of root's.
    pub(crate) fn is_root(&self) -> bool {
        matches!(self, Self::Process(credentials, _) if credentials.uid == 0)
    }

    /// Returns true if it is a process of root's or of the daemon's own user, such as a proxy.
    pub(crate) fn is_trusted(&self) -> bool {
        matches!(self, Self::Process(credentials, _) if [0, oxivirt_sys::euid()].contains(&credentials.uid))
    }

    /// Returns what is known of the peer. Names come from the system's databases, which may take their time.
    ///
    /// # Errors
    /// The user or the group has no name: nothing can be decided about somebody like that.
    pub(crate) fn identity(&self) -> Result<Identity> {
        let Self::Process(Credentials { pid, uid, gid }, context) = self else {
            return Ok(Identity::NOBODY);
        };
        let user = oxivirt_sys::user_name(*uid).ok_or_else(|| {
            Error::new(
                ErrorDomain::NONE,
                ErrorCode::SYSTEM_ERROR,
                message!("Failed to find user record for uid '%1$u'", uid),
            )
        })?;
        let group = oxivirt_sys::group_name(*gid).ok_or_else(|| {
            let text = message!("Failed to find group record for gid '%1$u'", gid);
            Error::new(ErrorDomain::NONE, ErrorCode::SYSTEM_ERROR, text)
        })?;
        Ok(Identity {
            user_name: Some(user),
            uid: Some(u64::from(*uid)),
            group_name: Some(group),
            gid: Some(u64::from(*gid)),
            pid: Some(i64::from(*pid)),
            process_time: start_time(*pid),
            selinux_context: context.clone(),
            ..Identity::NOBODY
        })
    }
}

/// Returns when a process was started, in clock ticks since the machine was; `None` if it is gone.
fn start_time(pid: i32) -> Option<u64> {
    let text = std::fs::read(format!("/proc/{pid}/stat")).ok()?;
    // The second field is the program's name, which may hold anything, in parentheses.
    let end = text.iter().rposition(|byte| *byte == b')')?;
    let rest = std::str::from_utf8(text.get(end.checked_add(1)?..)?).ok()?;
    rest.split_ascii_whitespace().nth(19)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_known() {
        let credentials = Credentials { pid: oxivirt_sys::pid(), uid: oxivirt_sys::euid(), gid: oxivirt_sys::egid() };
        let identity = Peer::Process(credentials, None).identity().unwrap();
        assert_eq!(identity.uid, Some(u64::from(oxivirt_sys::euid())));
        assert!(identity.user_name.is_some() && identity.group_name.is_some());
        assert!(identity.process_time.is_some_and(|ticks| ticks > 0));
    }

    #[test]
    fn a_user_without_a_name_is_refused() {
        let peer = Peer::Process(Credentials { pid: 1, uid: 4_000_000_123, gid: 0 }, None);
        let error = peer.identity().unwrap_err();
        assert_eq!((error.code, error.domain), (ErrorCode::SYSTEM_ERROR, ErrorDomain::NONE));
        assert_eq!(error.text(), "Failed to find user record for uid '4000000123'");
        assert_eq!(start_time(-1), None);
    }
}
