//! Whether a guest would notice that its definition is another one: what must stay when a definition takes the place of that of a
//! guest that is saved, or moves to another host. What is compared, in which order, and the texts are the stock library's.
mod address;
mod character;
mod compare;
mod devices;
mod features;
mod storage;
mod system;

use super::Domain;
use compare::Pair;
use oxivirt_model::Result;

impl Domain {
    /// Refuses a definition that a guest with this one could tell from it.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`, which names the first difference.
    pub fn check_stability(&self, target: &Self) -> Result<()> {
        let both = Pair { target, source: self };
        both.check_identity()?;
        both.check_memory()?;
        both.check_numa()?;
        both.check_vcpus()?;
        both.check_os()?;
        both.part(|domain| &domain.features).check()?;
        both.check_timers()?;
        both.check_cpu()?;
        both.check_sysinfo()?;
        let devices = both.part(|domain| &domain.devices);
        devices.check_storage()?;
        devices.check_cards()?;
        devices.check_lines()?;
        devices.check_hubs()?;
        devices.check_redirected()?;
        devices.check_small()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ParseOptions;
    use oxivirt_model::{ErrorCode, ErrorDomain};

    fn domain(inside: &str, devices: &str) -> Domain {
        let document = format!(
            "<domain type='test'><name>a</name><memory>1024</memory>{inside}<os><type>hvm</type></os><devices>{devices}</devices></domain>"
        );
        Domain::parse(document.as_bytes(), ParseOptions::default()).unwrap()
    }

    #[test]
    fn what_a_guest_would_notice_is_named() {
        let disk = "<disk type='file'><source file='/a'/><target dev='vda'/></disk>";
        let source = domain("<vcpu current='1'>2</vcpu>", disk);
        assert_eq!(source.check_stability(&source), Ok(()));
        let told = |inside: &str, devices: &str| {
            let error = source.check_stability(&domain(inside, devices)).unwrap_err();
            assert_eq!((error.code, error.domain), (ErrorCode::CONFIG_UNSUPPORTED, ErrorDomain::DOMAIN));
            error.text().trim_start_matches("unsupported configuration: ").to_owned()
        };
        assert_eq!(told("<vcpu>3</vcpu>", disk), "Target domain vCPU max 3 does not match source 2");
        let state = "State of vCPU '1' differs between source and destination definitions";
        assert_eq!(told("<vcpu>2</vcpu>", disk), state);
        let vcpu = "<vcpu current='1'>2</vcpu>";
        assert_eq!(told(vcpu, ""), "Target domain disk count 0 does not match source 1");
        assert_eq!(told(vcpu, &disk.replace("vda", "vdb")), "Target disk vdb does not match source vda");
        let other =
            source.check_stability(&domain("<title>t</title><vcpu current='1'>2</vcpu>", &disk.replace("/a", "/b")));
        assert_eq!(other, Ok(()));
    }
}
