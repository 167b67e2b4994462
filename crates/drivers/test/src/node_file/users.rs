//! `<auth>` of a node file.
use super::{State, xml_error};
use crate::driver::User;
use oxivirt_model::{Result, message};
use oxivirt_xml::tree::Node;

impl State<'_> {
    pub(super) fn read_users(&mut self, node: Node<'_>) -> Result<()> {
        for user in node.select("auth/user") {
            let name = user.text().into_owned();
            if name.is_empty() {
                return Err(xml_error(message!("missing username in /node/auth/user field")));
            }
            self.driver.users.push(User { name, password: user.attr("password").map(str::to_owned) });
        }
        Ok(())
    }
}
