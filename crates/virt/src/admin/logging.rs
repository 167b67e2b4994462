//! Where a daemon writes its log, and what of it.
use super::{AdminConnection, FROM};
use crate::{Function, Result, Str, Text};
use oxivirt_protocol::admin;

impl AdminConnection {
    /// Returns the filters of the daemon's log, and their number; `None` for none: `virAdmConnectGetLoggingFilters`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn logging_filters(&self, flags: u32) -> Result<(u32, Option<Text>)> {
        let op = self.op(&Function("virAdmConnectGetLoggingFilters", FROM));
        let args = admin::ConnectGetLoggingFiltersArgs { flags };
        op.call(|driver, call| {
            let ret = driver.admin_connect_get_logging_filters(call, &args)?;
            Ok((ret.nfilters, ret.filters.as_ref().map(Text::from)))
        })
    }

    /// Sets the filters of the daemon's log, in the form of its configuration file; `None`: the default: `virAdmConnectSetLoggingFilters`.
    /// `flags` must be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn set_logging_filters<'a>(&self, filters: Option<impl Into<Str<'a>>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmConnectSetLoggingFilters", FROM));
        let args = admin::ConnectSetLoggingFiltersArgs { filters: filters.map(Into::into), flags };
        op.call(|driver, call| driver.admin_connect_set_logging_filters(call, &args))
    }

    /// Returns the outputs of the daemon's log, and their number: `virAdmConnectGetLoggingOutputs`. `flags` must be 0.
    ///
    /// # Errors
    /// The daemon could not tell.
    pub fn logging_outputs(&self, flags: u32) -> Result<(u32, Text)> {
        let op = self.op(&Function("virAdmConnectGetLoggingOutputs", FROM));
        let args = admin::ConnectGetLoggingOutputsArgs { flags };
        op.call(|driver, call| {
            let ret = driver.admin_connect_get_logging_outputs(call, &args)?;
            Ok((ret.noutputs, Text::from(&ret.outputs)))
        })
    }

    /// Sets the outputs of the daemon's log, in the form of its configuration file; `None`: the default: `virAdmConnectSetLoggingOutputs`.
    /// `flags` must be 0.
    ///
    /// # Errors
    /// The daemon refuses.
    pub fn set_logging_outputs<'a>(&self, outputs: Option<impl Into<Str<'a>>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virAdmConnectSetLoggingOutputs", FROM));
        let args = admin::ConnectSetLoggingOutputsArgs { outputs: outputs.map(Into::into), flags };
        op.call(|driver, call| driver.admin_connect_set_logging_outputs(call, &args))
    }
}
