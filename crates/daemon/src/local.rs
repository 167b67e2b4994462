//! Drivers that work in the daemon, by the scheme of the URI.
use crate::errors;
use crate::opener::{Opened, Opener, Wanted};
use oxivirt_conf::Uri;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::Session;
use std::sync::Arc;

/// A driver of the daemon.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Scheme of its URIs.
    pub scheme: &'static str,
    /// Opens one.
    pub open: fn(&Uri, &Wanted<'_>) -> Result<Arc<dyn Session>>,
}

/// The drivers of a daemon.
#[derive(Debug)]
pub struct Local {
    rows: &'static [Row],
    /// What is opened for those who leave the choice to the daemon.
    default: Option<&'static str>,
}

impl Local {
    /// Makes the drivers of a daemon; `default` is the URI for clients that leave the choice to it.
    #[must_use]
    pub fn new(rows: &'static [Row], default: Option<&'static str>) -> Self {
        Self { rows, default }
    }
}

impl Opener for Local {
    fn open(&self, wanted: &Wanted<'_>) -> Result<Opened> {
        if wanted.uri.is_none() {
            return Err(errors::no_connection());
        }
        let named = wanted.uri.filter(|name| !name.is_empty()).or(self.default.map(str::as_bytes));
        let Some(name) = named else { return Err(no_driver("<null>")) };
        let uri = Uri::parse(name).ok_or_else(|| {
            Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, message!("Unable to parse URI %1$s", name))
        })?;
        let Some(scheme) = uri.scheme.as_deref() else {
            return Err(no_driver(message!("URI '%1$s' does not include a driver name", name)));
        };
        if scheme.contains(&b'+') {
            return Err(with_transport(name));
        }
        let row = self.rows.iter().find(|row| row.scheme.as_bytes() == scheme);
        row.map_or_else(
            || Err(no_driver(name)),
            |row| {
                let session = (row.open)(&uri, wanted)?;
                let chosen = wanted.uri.is_none_or(<[u8]>::is_empty).then(|| session.uri().to_vec());
                Ok(Opened { chosen, ..session.into() })
            },
        )
    }

    fn answers_at_once(&self) -> bool {
        true
    }
}

pub(crate) fn no_driver(uri: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::NO_CONNECT, uri)
}

/// Whoever reached a daemon is not sent on to another host.
pub(crate) fn with_transport(uri: &[u8]) -> Error {
    let text = message!("Remote URI '%1$s' is not permitted to include a transport", uri);
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_DENIED, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::Identity;

    fn refused(uri: &str) -> (ErrorCode, ErrorDomain, String) {
        let wanted = Wanted { uri: Some(uri.as_bytes()), read_only: false, identity: &Identity::NOBODY };
        let error = Local::new(&[], None).open(&wanted).unwrap_err();
        (error.code, error.domain, error.text().into_owned())
    }

    #[test]
    fn refusals_are_those_of_the_stock_daemon() {
        let no_driver = |uri: &str| {
            let text = format!("no connection driver available for {uri}");
            (ErrorCode::NO_CONNECT, ErrorDomain::NONE, text)
        };
        assert_eq!(refused("bogus:///x"), no_driver("bogus:///x"));
        assert_eq!(refused("test"), no_driver("URI 'test' does not include a driver name"));
        assert_eq!(refused(""), no_driver("<null>"));
        let text = "internal error: Unable to parse URI %%%".to_owned();
        assert_eq!(refused("%%%"), (ErrorCode::INTERNAL_ERROR, ErrorDomain::URI, text));
        let uri = "test+unix:///default";
        let text = format!("operation forbidden: Remote URI '{uri}' is not permitted to include a transport");
        assert_eq!(refused(uri), (ErrorCode::OPERATION_DENIED, ErrorDomain::RPC, text));
    }
}
