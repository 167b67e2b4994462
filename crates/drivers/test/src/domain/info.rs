//! State, statistics and security of a domain.
use super::check_flags;
use crate::session::TestSession;
use oxivirt_model::Result;
use oxivirt_protocol::driver::DomainInfo;
use oxivirt_protocol::{Call, remote};
use std::time::{SystemTime, UNIX_EPOCH};

/// Returns microseconds since the epoch, which many of the driver's numbers are made of.
pub(super) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

impl DomainInfo for TestSession {
    fn domain_get_info(&self, _: &mut Call, args: &remote::DomainGetInfoArgs<'_>) -> Result<remote::DomainGetInfoRet> {
        self.domain(&args.dom, |domain, _| {
            let definition = &domain.definition;
            Ok(remote::DomainGetInfoRet {
                state: u8::try_from(domain.state.0).unwrap_or(u8::MAX),
                max_mem: definition.memory.size.0,
                memory: definition.current_memory.unwrap_or_default().0,
                nr_virt_cpu: u16::try_from(definition.online_vcpus()).unwrap_or(u16::MAX),
                cpu_time: now().wrapping_mul(1000),
            })
        })
    }

    fn domain_get_os_type<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::DomainGetOsTypeArgs<'_>,
    ) -> Result<remote::DomainGetOsTypeRet<'c>> {
        Ok(remote::DomainGetOsTypeRet { r#type: "linux".into() })
    }

    fn domain_get_state(
        &self,
        _: &mut Call,
        args: &remote::DomainGetStateArgs<'_>,
    ) -> Result<remote::DomainGetStateRet> {
        check_flags("testDomainGetState", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            let (state, reason) = domain.state;
            Ok(remote::DomainGetStateRet { state: state.cast_signed(), reason: reason.cast_signed() })
        })
    }
}
