//! libvirt-lxc.h: taking on a container's security label.
use super::{FROM, no_flags};
use crate::abi::ctypes::{virSecurityLabel, virSecurityModel};
use crate::abi::{Fault, Out, Rule, Status, blank_security_label, char_bytes, fill_chars};
use crate::objects::Domain;
use oxivirt::domain::SecurityLabel;
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;

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
    let model = char_bytes(&model.model);
    if !oldlabel.is_null()
        && let Some(own) = Domain::lxc_own_security_label(&*model)?
    {
        oldlabel.write(to_c(&own));
    }
    Ok(Domain::lxc_enter_security_label(&*model, &*char_bytes(&label.label))?)
}

fn to_c(own: &SecurityLabel) -> virSecurityLabel {
    let mut label = blank_security_label();
    fill_chars(&mut label.label, own.label.as_bytes());
    label.enforcing = own.enforcing.into();
    label
}
