//! Threads and limits of a server, as typed parameters.
use crate::errors;
use crate::pool::PoolLimits;
use crate::server::{ClientLimits, Server};
use oxivirt_driver_common::params::{ParamType, find_uint, uint, validate};
use oxivirt_model::constants::{
    VIR_SERVER_CLIENTS_CURRENT, VIR_SERVER_CLIENTS_MAX, VIR_SERVER_CLIENTS_UNAUTH_CURRENT,
    VIR_SERVER_CLIENTS_UNAUTH_MAX, VIR_THREADPOOL_JOB_QUEUE_DEPTH, VIR_THREADPOOL_WORKERS_CURRENT,
    VIR_THREADPOOL_WORKERS_FREE, VIR_THREADPOOL_WORKERS_MAX, VIR_THREADPOOL_WORKERS_MIN,
    VIR_THREADPOOL_WORKERS_PRIORITY,
};
use oxivirt_model::{Result, message};
use oxivirt_protocol::remote::TypedParam;

pub(super) fn pool(server: &Server) -> Vec<TypedParam<'static>> {
    let status = server.pool.status();
    vec![
        uint(VIR_THREADPOOL_WORKERS_MIN, status.limits.min),
        uint(VIR_THREADPOOL_WORKERS_MAX, status.limits.max),
        uint(VIR_THREADPOOL_WORKERS_CURRENT, status.workers),
        uint(VIR_THREADPOOL_WORKERS_FREE, status.free),
        uint(VIR_THREADPOOL_WORKERS_PRIORITY, status.reserved),
        uint(VIR_THREADPOOL_JOB_QUEUE_DEPTH, status.queued),
    ]
}

pub(super) fn set_pool(server: &Server, params: &[TypedParam<'_>]) -> Result<()> {
    let known = [VIR_THREADPOOL_WORKERS_MIN, VIR_THREADPOOL_WORKERS_MAX, VIR_THREADPOOL_WORKERS_PRIORITY];
    validate(params, &known.map(|name| (name, ParamType::Uint)))?;
    let now = server.pool.status().limits;
    let limits = PoolLimits {
        min: find_uint(params, VIR_THREADPOOL_WORKERS_MIN).unwrap_or(now.min),
        max: find_uint(params, VIR_THREADPOOL_WORKERS_MAX).unwrap_or(now.max),
        reserved: find_uint(params, VIR_THREADPOOL_WORKERS_PRIORITY).unwrap_or(now.reserved),
    };
    if limits.min > limits.max {
        return Err(errors::invalid(message!("minWorkers cannot be larger than maxWorkers")));
    }
    if (limits.max == 0) != (now.max == 0) {
        let text = message!("maxWorkers must not be switched from zero to non-zero and vice versa");
        return Err(errors::invalid(text));
    }
    server.pool.set_limits(limits);
    Ok(())
}

pub(super) fn client_limits(server: &Server) -> Vec<TypedParam<'static>> {
    let (limits, clients, anonymous) = server.client_counts();
    vec![
        uint(VIR_SERVER_CLIENTS_MAX, limits.max),
        uint(VIR_SERVER_CLIENTS_CURRENT, clients),
        uint(VIR_SERVER_CLIENTS_UNAUTH_MAX, limits.max_anonymous),
        uint(VIR_SERVER_CLIENTS_UNAUTH_CURRENT, anonymous),
    ]
}

pub(super) fn set_client_limits(server: &Server, params: &[TypedParam<'_>]) -> Result<()> {
    let known = [VIR_SERVER_CLIENTS_MAX, VIR_SERVER_CLIENTS_UNAUTH_MAX];
    validate(params, &known.map(|name| (name, ParamType::Uint)))?;
    let (now, ..) = server.client_counts();
    let limits = ClientLimits {
        max: find_uint(params, VIR_SERVER_CLIENTS_MAX).unwrap_or(now.max),
        max_anonymous: find_uint(params, VIR_SERVER_CLIENTS_UNAUTH_MAX).unwrap_or(now.max_anonymous),
    };
    limits.check()?;
    server.set_client_limits(limits);
    Ok(())
}
