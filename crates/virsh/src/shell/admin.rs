//! virt-admin's connection to a daemon's admin socket.
use super::link::AdminLink;
use super::state::Shell;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use oxivirt::CloseReason;
use oxivirt::admin::AdminConnection;

impl Shell {
    /// Returns the connection.
    ///
    /// # Errors
    /// There is none: the command is one of those that need none.
    pub(crate) fn daemon(&self) -> Done<AdminConnection> {
        let link = self.admin.as_ref().ok_or_else(|| Failure::say("no valid connection"))?;
        Ok(link.0.clone())
    }

    /// Makes sure that there is a connection.
    pub(super) fn admin_for_command(&mut self) -> Done {
        if self.admin.as_ref().is_some_and(|link| link.0.is_alive()) {
            return Ok(());
        }
        match self.connect_admin() {
            Ok(()) => Ok(()),
            // The library's error follows what this program says.
            Err(mut failure) => {
                failure.lines.push("no valid connection".into());
                Err(failure)
            }
        }
    }

    /// Connects for completion, which must neither ask nor say anything.
    pub(crate) fn connect_admin_quietly(&mut self) -> Done {
        self.admin_for_command().map_err(|_| Failure::quiet())
    }

    /// Connects, or connects again.
    pub(crate) fn connect_admin(&mut self) -> Done {
        let again = self.admin.take().is_some();
        let uri = self.uri.clone();
        let opened = AdminConnection::open_named(uri.as_deref().map(bytes).as_deref(), 0);
        if opened.is_err() && uri.is_none() {
            self.extra("NOTE: Connecting to default daemon. Specify daemon using '-c' (e.g. virtqemud:///system)\n");
        }
        let verb = if again { "reconnect" } else { "connect" };
        let conn = opened.or_say(|| format!("Failed to {verb} to the admin server"))?;
        if again {
            self.print("Reconnected to the admin server\n");
        }
        let uri = uri.unwrap_or_else(|| conn.uri().shown());
        watch_end(&conn, &uri);
        self.uri = Some(uri);
        self.admin = Some(AdminLink(conn));
        Ok(())
    }
}

/// Tells the user when the connection is lost.
fn watch_end(conn: &AdminConnection, uri: &str) {
    let uri = uri.to_owned();
    let tell = move |reason: CloseReason| {
        let why = match reason {
            CloseReason::EOF => "end of file",
            CloseReason::KEEPALIVE => "keepalive timeout",
            _ => "I/O error",
        };
        oxivirt_sys::write_to_stderr(&bytes(&format!("error: Disconnected from {uri} due to {why}\n")));
    };
    // There is no other on a fresh connection.
    let _ = conn.on_close(Box::new(tell));
}
