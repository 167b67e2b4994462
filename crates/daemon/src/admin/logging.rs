//! Log filters and outputs, read and changed while the daemon runs.
use crate::errors;
use oxivirt_model::Result;
use oxivirt_protocol::admin::{ConnectGetLoggingFiltersRet, ConnectGetLoggingOutputsRet};

pub(super) fn outputs() -> ConnectGetLoggingOutputsRet<'static> {
    let (outputs, noutputs) = oxivirt_log::outputs();
    ConnectGetLoggingOutputsRet { outputs: outputs.into(), noutputs: super::count(noutputs) }
}

pub(super) fn filters() -> ConnectGetLoggingFiltersRet<'static> {
    let (filters, nfilters) = oxivirt_log::filters();
    let filters = (nfilters > 0).then(|| filters.into());
    ConnectGetLoggingFiltersRet { filters, nfilters: super::count(nfilters) }
}

/// Nothing, or an empty text, stands for what the daemon does without any setting.
pub(super) fn set_outputs(text: Option<&[u8]>) -> Result<()> {
    oxivirt_log::set_outputs(text.unwrap_or_default()).map_err(|error| errors::invalid(error.to_string()))
}

pub(super) fn set_filters(text: Option<&[u8]>) -> Result<()> {
    oxivirt_log::set_filters(text.unwrap_or_default()).map_err(|error| errors::invalid(error.to_string()))
}
