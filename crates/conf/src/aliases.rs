//! Aliases of URIs: the entry `uri_aliases` of libvirt.conf and libvirt-admin.conf.
use crate::file::{Conf, error};
use oxivirt_model::{ErrorCode, ErrorDomain, Result, message};

impl Conf {
    /// Returns what `uri_aliases` says `name` stands for; `None` when it is no alias.
    ///
    /// # Errors
    /// An entry before the matching one has no `=`, or its alias has bytes an alias may not have.
    pub fn alias(&self, name: &[u8]) -> Result<Option<Vec<u8>>> {
        for entry in self.strings("uri_aliases")? {
            let malformed = |text: Vec<u8>| error(ErrorCode::CONF_SYNTAX, text).with_error_domain(ErrorDomain::URI);
            let Some(at) = entry.iter().position(|&byte| byte == b'=') else {
                return Err(malformed(message!(
                    "Malformed 'uri_aliases' config entry '%1$s', expected 'alias=uri://host/path'",
                    entry
                )));
            };
            let (alias, uri) = entry.split_at_checked(at).unwrap_or_default();
            let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-".contains(byte);
            if !alias.iter().all(allowed) {
                return Err(malformed(message!(
                    "Malformed 'uri_aliases' config entry '%1$s', aliases may only contain 'a-Z, 0-9, _, -'",
                    entry
                )));
            }
            if alias == name {
                return Ok(Some(uri.get(1..).unwrap_or_default().to_vec()));
            }
        }
        Ok(None)
    }
}
