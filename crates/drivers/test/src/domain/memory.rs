//! Memory size of a domain.
use super::check_flags;
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::*;
use oxivirt_model::{Result, message};
use oxivirt_protocol::driver::DomainMemory;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::value::ScaledKiB;

impl TestSession {
    fn set_memory(&self, dom: &remote::NonnullDomain<'_>, memory: u64, flags: u32) -> Result<()> {
        let known = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG | VIR_DOMAIN_MEM_MAXIMUM;
        check_flags("testDomainSetMemoryFlags", flags, known)?;
        self.domain(dom, |domain, _| {
            let live = domain.one_impact(flags)?;
            let definition = domain.one_mut(live);
            if flags & VIR_DOMAIN_MEM_MAXIMUM == 0 {
                if memory > definition.memory.size.0 {
                    return Err(errors::invalid_argument(FROM, message!("cannot set memory higher than max memory")));
                }
                definition.current_memory = Some(ScaledKiB(memory));
                return Ok(());
            }
            let refused = |text: Vec<u8>| Err(errors::invalid_operation(FROM, text));
            if live {
                return refused(message!("cannot resize the maximum memory on an active domain"));
            }
            let numa = definition.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref());
            if numa.is_some_and(|numa| !numa.cells.is_empty()) {
                return refused(message!(
                    "initial memory size of a domain with NUMA nodes cannot be modified with this API"
                ));
            }
            if definition.max_memory.as_ref().is_some_and(|max| max.size.0 != 0 && max.size.0 < memory) {
                return refused(message!("cannot set initial memory size greater than the maximum memory size"));
            }
            definition.memory.size = ScaledKiB(memory);
            if let Some(current) = &mut definition.current_memory {
                current.0 = current.0.min(memory);
            }
            Ok(())
        })
    }
}

impl DomainMemory for TestSession {
    fn domain_get_max_memory(
        &self,
        _: &mut Call,
        args: &remote::DomainGetMaxMemoryArgs<'_>,
    ) -> Result<remote::DomainGetMaxMemoryRet> {
        let memory = self.domain(&args.dom, |domain, _| Ok(domain.definition.memory.size.0))?;
        Ok(remote::DomainGetMaxMemoryRet { memory })
    }

    fn domain_set_max_memory(&self, _: &mut Call, args: &remote::DomainSetMaxMemoryArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, VIR_DOMAIN_MEM_MAXIMUM)
    }

    fn domain_set_memory(&self, _: &mut Call, args: &remote::DomainSetMemoryArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, VIR_DOMAIN_AFFECT_LIVE)
    }

    fn domain_set_memory_flags(&self, _: &mut Call, args: &remote::DomainSetMemoryFlagsArgs<'_>) -> Result<()> {
        self.set_memory(&args.dom, args.memory, args.flags)
    }
}
