//! Library initialisation: once, from any thread, by the first call that opens something.
use super::Result;
use oxivirt_log::ConfigError;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_sys::OnceBox;

static STATE: OnceBox<std::result::Result<(), Error>> = OnceBox::new();

/// Refuses set-user-id and set-group-id processes, as the stock library does. Says where catalogues of messages are. Reads how
/// to log; as in the stock library, a malformed setting is a failure.
pub(crate) fn initialise() -> Result<()> {
    let state = STATE.get_or_init(|| {
        if oxivirt_sys::foreign_ids() {
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
