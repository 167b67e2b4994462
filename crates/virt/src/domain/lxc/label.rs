//! Taking on a container's security label.
//!
//! SELinux and AppArmor are spoken to through the kernel's files, the way their libraries do.
use crate::domain::SecurityLabel;
use crate::{Domain, Error, ErrorCode, ErrorDomain, Result, Str, Text};
use oxivirt_model::constants::VIR_SECURITY_LABEL_BUFLEN;
use oxivirt_model::message;
use std::{fs, io};

/// Bytes of a label, without the NUL that C puts behind it.
const LABEL_MAX: usize = VIR_SECURITY_LABEL_BUFLEN as usize - 1;

impl Domain {
    /// Gives the calling thread the label of a security model (`selinux`, `apparmor`, `none`), with SELinux for what it executes:
    /// `virDomainLxcEnterSecurityLabel`.
    ///
    /// # Errors
    /// The model is another, or the kernel refuses.
    pub fn lxc_enter_security_label<'a>(model: impl Into<Str<'a>>, label: impl Into<Str<'a>>) -> Result<()> {
        let (model, label) = (model.into(), label.into());
        match model.as_bytes() {
            b"selinux" => {
                // With its NUL, as a C string is written.
                let value = [label.as_bytes(), b"\0"].concat();
                fs::write("/proc/thread-self/attr/exec", value)
                    .map_err(|e| system(&e, message!("Cannot set context %1$s", label.to_str_lossy())))
            }
            b"apparmor" => {
                let value = [b"changeprofile ", label.as_bytes()].concat();
                fs::write("/proc/thread-self/attr/current", value)
                    .map_err(|e| system(&e, message!("error changing profile to %1$s", label.to_str_lossy())))
            }
            b"none" => Ok(()),
            _ => {
                let text = message!("Security model %1$s cannot be entered", model.to_str_lossy());
                Err(Error::new(ErrorDomain::NONE, ErrorCode::ARGUMENT_UNSUPPORTED, text))
            }
        }
    }

    /// Returns the calling thread's label, `None` for models that do not tell; SELinux does.
    ///
    /// # Errors
    /// The kernel does not tell, or the label is longer than any of libvirt's.
    pub fn lxc_own_security_label<'a>(model: impl Into<Str<'a>>) -> Result<Option<SecurityLabel>> {
        if model.into().as_bytes() != b"selinux" {
            return Ok(None);
        }
        let pid = oxivirt_sys::pid();
        let current = fs::read("/proc/thread-self/attr/current")
            .map_err(|e| system(&e, message!("unable to get PID %1$d security context", pid)))?;
        let label = Text::new(&current);
        if label.as_bytes().len() > LABEL_MAX {
            let text = message!("security label exceeds maximum length: %1$d", LABEL_MAX);
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text));
        }
        let enforce = fs::read("/sys/fs/selinux/enforce")
            .map_err(|e| system(&e, message!("error calling security_getenforce()")))?;
        Ok(Some(SecurityLabel { label, enforcing: enforce.first() == Some(&b'1') }))
    }
}

fn system(error: &io::Error, what: Vec<u8>) -> Error {
    Error::system(ErrorDomain::NONE, error.raw_os_error().unwrap_or_default(), what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models() {
        assert_eq!(Domain::lxc_enter_security_label("none", "x"), Ok(()));
        assert_eq!(Domain::lxc_own_security_label("none"), Ok(None));
        assert_eq!(Domain::lxc_own_security_label("dac"), Ok(None));
        for (model, text) in [("selinux", "Cannot set context"), ("apparmor", "error changing profile to")] {
            let refused = Domain::lxc_enter_security_label(model, "no such label").unwrap_err();
            assert!(refused.text().starts_with(&format!("{text} no such label: ")), "{refused}");
        }
        let error = Domain::lxc_enter_security_label("dac", "x").unwrap_err();
        assert_eq!(error.code, ErrorCode::ARGUMENT_UNSUPPORTED);
        assert!(error.text().ends_with("Security model dac cannot be entered"), "{error}");
    }
}
