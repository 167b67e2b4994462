//! `<device>` of a node file: it works, and is persistent.
use super::State;
use crate::node_device;
use oxivirt_model::Result;
use oxivirt_xml::nodedev::NodeDevice;
use oxivirt_xml::tree::Node;

impl State<'_> {
    pub(super) fn read_devices(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "device", |state, node| node_device::add(state.driver, NodeDevice::read(node, false)?))
    }
}
