//! libvirt-lxc.h: taking on a container's security label.
//!
//! SELinux and AppArmor are spoken to through the kernel's files, the way their libraries do.
use super::{FROM, no_flags};
use crate::abi::ctypes::{virSecurityLabel, virSecurityModel};
use crate::abi::{Fault, Out, Result, Rule, Status, char_bytes, fill_chars};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use std::ffi::c_uint;
use std::{fs, io};

#[entry(private)]
fn virDomainLxcEnterSecurityLabel(
    model: Out<'_, virSecurityModel>,
    label: Out<'_, virSecurityLabel>,
    oldlabel: Out<'_, virSecurityLabel>,
    flags: c_uint,
) -> Status {
    no_flags(flags, SITE.function)?;
    let model = model.read().ok_or(Fault::Argument("model", Rule::NotNull))?;
    let label = label.read().ok_or(Fault::Argument("label", Rule::NotNull))?;
    oldlabel.zero();
    let label = char_bytes(&label.label);
    match char_bytes(&model.model).as_slice() {
        b"selinux" => {
            if !oldlabel.is_null() {
                oldlabel.write(selinux_label()?);
            }
            // With its NUL, as a C string is written.
            let value = [label.as_slice(), b"\0"].concat();
            fs::write("/proc/thread-self/attr/exec", value)
                .map_err(|e| system(&e, message!("Cannot set context %1$s", lossy(&label))))
        }
        b"apparmor" => {
            let value = [b"changeprofile ", label.as_slice()].concat();
            fs::write("/proc/thread-self/attr/current", value)
                .map_err(|e| system(&e, message!("error changing profile to %1$s", lossy(&label))))
        }
        b"none" => Ok(()),
        other => {
            let text = message!("Security model %1$s cannot be entered", lossy(other));
            Err(Error::new(ErrorDomain::NONE, ErrorCode::ARGUMENT_UNSUPPORTED, text).into())
        }
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn system(error: &io::Error, what: Vec<u8>) -> Fault {
    let errno = error.raw_os_error().unwrap_or_default();
    Error::system(ErrorDomain::NONE, errno, what).into()
}

/// The thread's SELinux label, and whether the policy is enforced.
fn selinux_label() -> Result<virSecurityLabel> {
    let pid = oxivirt_sys::pid();
    let current = fs::read("/proc/thread-self/attr/current")
        .map_err(|e| system(&e, message!("unable to get PID %1$d security context", pid)))?;
    let current = current.split(|&b| b == 0).next().unwrap_or_default();
    let mut old = virSecurityLabel { label: [0; 4097], enforcing: 0 };
    let longest = old.label.len().saturating_sub(1);
    if current.len() > longest {
        let text = message!("security label exceeds maximum length: %1$d", longest);
        return Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into());
    }
    fill_chars(&mut old.label, current);
    let enforce =
        fs::read("/sys/fs/selinux/enforce").map_err(|e| system(&e, message!("error calling security_getenforce()")))?;
    old.enforcing = (enforce.first() == Some(&b'1')).into();
    Ok(old)
}
