//! `<interface>` of a node file: it works.
use super::State;
use oxivirt_model::Result;
use oxivirt_xml::interface::Interface;
use oxivirt_xml::tree::Node;

impl State<'_> {
    pub(super) fn read_interfaces(&mut self, node: Node<'_>) -> Result<()> {
        self.each(node, "interface", |state, node| state.driver.interfaces.add_active(Interface::read(node)?))
    }
}
