//! A program of the user's that reaches the daemon by itself. Nothing is known about how safe its way is.
use super::process::Start;
use crate::choice::Target;
use crate::link::Channel;
use oxivirt_model::Result;

/// Starts the `command` of the URI.
///
/// # Errors
/// The program cannot be started.
pub(super) fn connect(target: &Target) -> Result<Channel> {
    let program = target.options.command.as_deref().unwrap_or_default();
    let start = Start { program, arguments: &[], passed: &[], set: &[], session: false };
    let (socket, transport_process) = start.start()?;
    Ok(Channel {
        transport_process: Some(transport_process),
        secure: false,
        passes_fds: false,
        ..Channel::local(socket, String::from_utf8_lossy(program).into_owned())
    })
}
