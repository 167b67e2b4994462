//! What network interfaces cannot be.
use oxivirt_model::Result;

use super::refuse;
use crate::domain::devices::hostdev::TeamingType;
use crate::domain::devices::interface::{BackendType, Interface, InterfaceType};
use crate::value::{Value, YesNo};

impl Interface {
    /// Checks what it says of itself.
    pub(super) fn validate(&self) -> Result<()> {
        let kind = self.kind.as_str();
        let is_ethernet = self.kind == InterfaceType::Ethernet;
        let of_host =
            |it: &crate::domain::devices::interface::InterfaceSource| !it.ips.is_empty() || !it.routes.is_empty();
        if !is_ethernet && self.source.as_deref().is_some_and(of_host) {
            return refuse(format!(
                "Invalid attempt to set network interface host-side IP route and/or address info on interface of type '{kind}'. This is only supported on interfaces of type 'ethernet'"
            ));
        }
        if !is_ethernet && self.target_managed == Some(YesNo::No) {
            return refuse(format!("unmanaged target dev is not supported on interfaces of type '{kind}'"));
        }
        if let Some(teaming) = &self.teaming {
            let word = teaming.kind.as_str();
            match (teaming.kind, teaming.persistent.is_some()) {
                (TeamingType::Transient, false) => {
                    return refuse(format!("teaming persistent attribute must be set if teaming type is '{word}'"));
                }
                (TeamingType::Persistent, true) => {
                    return refuse(format!("teaming persistent attribute not allowed if teaming type is '{word}'"));
                }
                _ => {}
            }
        }
        self.validate_port()?;
        if !self.is_virtio() {
            self.driver.virtio.refuse()?;
        }
        self.validate_backend()
    }

    fn validate_port(&self) -> Result<()> {
        let mac = self.mac.map_or_else(String::new, |mac| mac.text().into_owned());
        let on_bridge = matches!(self.kind, InterfaceType::Network | InterfaceType::Bridge);
        if self.isolated == Some(YesNo::Yes) {
            let refuse = |what: &str, kind: &str| {
                refuse(format!(
                    "interface {mac} - <port isolated='yes'/> is not supported for network interfaces with {what}='{kind}'"
                ))
            };
            if !on_bridge {
                return refuse("type", self.kind.as_str());
            }
            if let Some(kind) = self.virtual_port.as_ref().and_then(|port| port.kind) {
                return refuse("virtualport type", kind.as_str());
            }
        }
        let passes_through = self.kind == InterfaceType::Direct
            && self.source.as_ref().is_some_and(|source| source.mode.as_deref() == Some("passthrough"));
        if self.vlan.is_some() && !on_bridge && !passes_through && self.kind != InterfaceType::Hostdev {
            return refuse(format!("interface {mac} - vlan tag not supported for this connection type"));
        }
        Ok(())
    }

    fn validate_backend(&self) -> Result<()> {
        let passt = self.backend.kind == Some(BackendType::Passt);
        let of_user = matches!(self.kind, InterfaceType::User | InterfaceType::Vhostuser);
        if passt && !of_user {
            return refuse("The 'passt' backend can only be used with interface type='user' or type='vhostuser'");
        }
        // The stock library names one attribute for both.
        if !passt && (self.backend.hostname.is_some() || self.backend.fqdn.is_some()) {
            return refuse(
                "The 'fqdn' attribute of the <backend> element can only be used with the <backend> type='passt'",
            );
        }
        if !self.port_forwards.is_empty() && !passt {
            return refuse(
                "The <portForward> element can only be used with the 'passt' backend of interface type='user' or type='vhostuser'",
            );
        }
        let mut ranges = self.port_forwards.iter().flat_map(|forward| &forward.ranges);
        if ranges.any(|it| it.start.is_none() && (it.end.is_some() || it.to.is_some() || it.exclude.is_some())) {
            return refuse(
                "The 'range' of a 'portForward' requires 'start' attribute if 'end', 'to', or 'exclude' is specified",
            );
        }
        Ok(())
    }
}
