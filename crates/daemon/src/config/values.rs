//! Values of a configuration, and refusing them.
use oxivirt_conf::Conf;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

/// A configuration and the daemon it is for.
pub(super) struct Keys<'c> {
    pub(super) conf: &'c Conf,
}

impl Keys<'_> {
    pub(super) fn number(&self, key: &str, default: u32) -> Result<u32> {
        Ok(self.conf.unsigned(key)?.map_or(default, |number| u32::try_from(number).unwrap_or(u32::MAX)))
    }

    pub(super) fn signed(&self, key: &str, default: i32) -> Result<i32> {
        let clamped = |number: i64| i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX });
        Ok(self.conf.integer(key)?.map_or(default, clamped))
    }

    pub(super) fn text(&self, key: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.conf.string(key)?.map(<[u8]>::to_vec))
    }

    pub(super) fn truth(&self, key: &str, default: bool) -> Result<bool> {
        Ok(self.conf.truth(key)?.unwrap_or(default))
    }

    /// File and line of a key.
    pub(super) fn place(&self, key: &str) -> String {
        format!("{}:{}", String::from_utf8_lossy(self.conf.path()), self.conf.line(key))
    }

    pub(super) fn refuse(&self, key: &str, why: &str) -> Error {
        unsupported(format!("{}: {key}: {why}", self.place(key)))
    }
}

pub(super) fn unsupported(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::CONF, ErrorCode::CONFIG_UNSUPPORTED, text)
}
