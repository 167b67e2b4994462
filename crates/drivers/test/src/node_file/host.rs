//! `<cpu>` and `<memory>` of a node file.
use super::{State, xml_error};
use crate::FROM;
use crate::driver::Host;
use oxivirt_driver_common::errors;
use oxivirt_model::{Result, message};
use oxivirt_xml::tree::Node;
use oxivirt_xml::value::parse_decimal;

impl State<'_> {
    pub(super) fn read_host(&mut self, node: Node<'_>) -> Result<()> {
        let host = &mut self.driver.host;
        let text = |path| node.select(path).next().map(|node| node.text()).filter(|text| !text.is_empty());
        let number = |path, refuse: fn() -> Vec<u8>| {
            let number = text(path).map(|text| parse_decimal::<u32>(&text).ok_or_else(|| xml_error(refuse())));
            number.transpose()
        };
        set(&mut host.nodes, number("cpu/nodes", || message!("invalid node cpu nodes value"))?);
        set(&mut host.sockets, number("cpu/sockets", || message!("invalid node cpu sockets value"))?);
        set(&mut host.cores, number("cpu/cores", || message!("invalid node cpu cores value"))?);
        set(&mut host.threads, number("cpu/threads", || message!("invalid node cpu threads value"))?);
        host.cpus = host.max_cpus();
        if let Some(active) = number("cpu/active", || message!("invalid node cpu active value"))? {
            host.cpus = host.cpus.min(active);
        }
        set(&mut host.mhz, number("cpu/mhz", || message!("invalid node cpu mhz value"))?);
        if let Some(model) = text("cpu/model") {
            if model.len() > Host::MAX_MODEL {
                return Err(errors::internal(FROM, message!("Model %1$s too big for destination", model)));
            }
            host.model = model.into_owned();
        }
        if let Some(memory) = text("memory") {
            let memory = parse_decimal::<u64>(&memory);
            host.memory = memory.ok_or_else(|| xml_error(message!("invalid node memory value")))?;
        }
        Ok(())
    }
}

fn set(value: &mut u32, told: Option<u32>) {
    if let Some(told) = told {
        *value = told;
    }
}
