//! Entering a container's namespaces.
use super::FROM;
use crate::{Domain, Error, ErrorCode, ErrorDomain, Function, OnConnection, Result};
use oxivirt_model::message;
use oxivirt_protocol::lxc;
use std::fs::File;
use std::os::fd::{OwnedFd, RawFd};

/// EINVAL: the thread is in that namespace already.
const ALREADY_THERE: Option<i32> = Some(22);

impl Domain {
    /// Returns descriptors of the container's namespaces, for [`Domain::lxc_enter_namespace`]: `virDomainLxcOpenNamespace`.
    /// `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, the container does not run, or the driver refuses.
    pub fn lxc_open_namespace(&self, flags: u32) -> Result<Vec<OwnedFd>> {
        let op = self.op(&Function("virDomainLxcOpenNamespace", FROM)).write()?;
        let args = lxc::DomainOpenNamespaceArgs { dom: self.wire(), flags };
        op.call(|driver, call| {
            driver.lxc_domain_open_namespace(call, &args)?;
            Ok(std::mem::take(&mut call.fds_out))
        })
    }

    /// Returns descriptors of the process's own namespaces, as far as the kernel knows their kinds: what brings a thread back
    /// that entered others.
    #[must_use]
    pub fn lxc_own_namespaces() -> Vec<OwnedFd> {
        let kinds = ["user", "ipc", "uts", "net", "pid", "mnt"];
        kinds.iter().filter_map(|kind| File::open(format!("/proc/self/ns/{kind}")).ok()).map(Into::into).collect()
    }

    /// Moves the calling thread into namespaces, in the order of their descriptors, of which negative ones are skipped:
    /// `virDomainLxcEnterNamespace`.
    ///
    /// # Errors
    /// There are no descriptors, or one cannot be entered.
    pub fn lxc_enter_namespace(descriptors: &[RawFd]) -> Result<()> {
        if descriptors.is_empty() {
            let text = message!("Expected at least one file descriptor");
            let (function, name) = ("virProcessSetNamespaces", "nfdlist");
            return Err(Error::raw(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text).with_strings(
                Some(function.into()),
                Some(name.into()),
                None,
            ));
        }
        for &descriptor in descriptors.iter().filter(|&&descriptor| descriptor >= 0) {
            match oxivirt_sys::enter_namespace(descriptor) {
                Err(e) if e.raw_os_error() != ALREADY_THERE => {
                    let errno = e.raw_os_error().unwrap_or_default();
                    return Err(Error::system(ErrorDomain::NONE, errno, message!("Unable to join domain namespace")));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_descriptors_are_refused_and_bad_ones_fail() {
        let none = Domain::lxc_enter_namespace(&[]).unwrap_err();
        assert_eq!(none.code, ErrorCode::INVALID_ARG);
        assert_eq!(none.str1.as_deref(), Some(&b"virProcessSetNamespaces"[..]));
        assert_eq!(Domain::lxc_enter_namespace(&[-1, -7]), Ok(()), "negative ones are skipped");
        let bad = Domain::lxc_enter_namespace(&[-1, RawFd::MAX]).unwrap_err();
        assert!(bad.text().starts_with("Unable to join domain namespace: "), "{bad}");
        let kinds = ["user", "ipc", "uts", "net", "pid", "mnt"];
        let there = kinds.iter().filter(|kind| File::open(format!("/proc/self/ns/{kind}")).is_ok()).count();
        assert_eq!(Domain::lxc_own_namespaces().len(), there);
    }
}
