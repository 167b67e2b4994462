//! Security labels, and what the owner of a confidential guest asks and tells its launch.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Text, TypedParam, TypedParams, reply};
use oxivirt_protocol::remote;

/// What a process may do, as a security model calls it: a domain's, or one of this program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SecurityLabel {
    /// The label, empty for none.
    pub label: Text,
    /// True if what it forbids is refused, false if it is only logged.
    pub enforcing: bool,
}

impl SecurityLabel {
    fn from_wire(wire: &remote::DomainGetSecurityLabelRet) -> Self {
        if wire.label.is_empty() {
            return Self::default();
        }
        Self { label: Text::new(&wire.label), enforcing: wire.enforcing != 0 }
    }
}

impl Domain {
    /// Returns the security label of the running domain: `virDomainGetSecurityLabel`. It is empty without one.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn security_label(&self) -> Result<SecurityLabel> {
        let op = self.op(&Function("virDomainGetSecurityLabel", FROM));
        let args = remote::DomainGetSecurityLabelArgs { dom: self.wire() };
        op.call(|driver, call| Ok(SecurityLabel::from_wire(&driver.domain_get_security_label(call, &args)?)))
    }

    /// Returns the labels of the running domain, one for each security driver: `virDomainGetSecurityLabelList`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn security_label_list(&self) -> Result<Vec<SecurityLabel>> {
        let op = self.op(&Function("virDomainGetSecurityLabelList", FROM));
        let args = remote::DomainGetSecurityLabelListArgs { dom: self.wire() };
        let ret = op.call(|driver, call| driver.domain_get_security_label_list(call, &args))?;
        // Daemons answer a failure in this way, without saying which.
        if ret.ret < 0 {
            return Err(reply::unexplained());
        }
        reply::counted(ret.ret, ret.labels.len(), "ret")?;
        Ok(ret.labels.iter().map(SecurityLabel::from_wire).collect())
    }

    /// Returns what the owner of a confidential guest needs to know of its launch, such as the measurement of its memory:
    /// `virDomainGetLaunchSecurityInfo`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn launch_security_info(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virDomainGetLaunchSecurityInfo", FROM)).write()?;
        let flags = op.with_strings(flags)?;
        let args = remote::DomainGetLaunchSecurityInfoArgs { dom: self.wire(), flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.domain_get_launch_security_info(call, &args)?.params)))
    }

    /// Gives a confidential guest a secret before it is started: `virDomainSetLaunchSecurityState`. `flags` are none so far.
    ///
    /// # Errors
    /// There is no parameter or one that cannot be sent, the connection is read-only, or the driver refuses.
    pub fn set_launch_security_state(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetLaunchSecurityState", FROM)).some("nparams", params)?.write()?;
        let params = op.settings(params)?;
        let args = remote::DomainSetLaunchSecurityStateArgs { dom: self.wire(), params, flags };
        op.call(|driver, call| driver.domain_set_launch_security_state(call, &args))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_end_at_their_nul_and_are_not_enforced_when_missing() {
        let label = |bytes: &[u8]| {
            let wire = remote::DomainGetSecurityLabelRet { label: bytes.into(), enforcing: 1 };
            let label = SecurityLabel::from_wire(&wire);
            (label.label.to_string(), label.enforcing)
        };
        assert_eq!(label(b""), (String::new(), false));
        assert_eq!(label(b"\0"), (String::new(), true));
        assert_eq!(label(b"system_u\0rest"), ("system_u".to_owned(), true));
        assert_eq!(label(b"system_u"), ("system_u".to_owned(), true));
    }
}
