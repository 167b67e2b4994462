//! The remote driver as the session of a connection.
use crate::Remote;
use oxivirt_model::Result;
use oxivirt_protocol::Session;

impl Session for Remote {
    fn uri(&self) -> &[u8] {
        self.uri()
    }

    fn kind(&self) -> Result<&[u8]> {
        self.kind()
    }

    fn is_alive(&self) -> bool {
        self.is_alive()
    }

    fn transport_secure(&self) -> bool {
        self.transport_secure()
    }

    fn transport_encrypted(&self) -> bool {
        self.transport_encrypted()
    }

    fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool> {
        self.set_keepalive(interval, count)
    }

    fn close(&self) -> Result<()> {
        self.close()
    }
}
