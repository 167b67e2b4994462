//! The clients connected to a server.
use super::{FROM, ServerClient};
use crate::{Function, Result, TypedParams};
use oxivirt_protocol::admin;

impl ServerClient {
    /// Ends the client's connection: `virAdmClientClose`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn close(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmClientClose", FROM));
        let args = admin::ClientCloseArgs { clnt: self.wire(), flags };
        op.call(|driver, call| driver.admin_client_close(call, &args))
    }

    /// Returns who the client is and how it authenticated: `virAdmClientGetInfo`. `flags` must be 0.
    ///
    /// # Errors
    /// The client has gone.
    pub fn info(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virAdmClientGetInfo", FROM));
        let args = admin::ClientGetInfoArgs { clnt: self.wire(), flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.admin_client_get_info(call, &args)?.params)))
    }
}
