//! Library initialisation: once, from any thread, by the first call that opens something.
use super::Result;
use oxivirt_log::ConfigError;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use std::sync::OnceLock;

static STATE: OnceLock<std::result::Result<(), Error>> = OnceLock::new();

/// Refuses set-user-id and set-group-id processes: an environment variable would decide what runs with their rights.
/// Says where catalogues of messages are. Reads how to log; as in the stock library, a malformed setting is a failure.
pub(crate) fn initialise() -> Result<()> {
    let state = STATE.get_or_init(|| {
        if oxivirt_sys::secure() {
            return Err(Error::new(
                ErrorDomain::NONE,
                ErrorCode::INTERNAL_ERROR,
                message!("libvirt.so is not safe to use from setuid/setgid programs"),
            ));
        }
        oxivirt_sys::bind_catalogues();
        oxivirt_log::init().map_err(|wrong| match wrong {
            ConfigError::File(text, errno) => Error::system(ErrorDomain::NONE, errno, text),
            ConfigError::Malformed(text) => Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text),
        })
    });
    Ok(state.clone()?)
}
