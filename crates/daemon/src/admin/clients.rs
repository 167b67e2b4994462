//! Clients as the admin program shows them.
use crate::errors;
use crate::peer::Peer;
use crate::server::{Member, Server};
use oxivirt_model::constants::{
    VIR_CLIENT_INFO_READONLY, VIR_CLIENT_INFO_SASL_USER_NAME, VIR_CLIENT_INFO_SELINUX_CONTEXT,
    VIR_CLIENT_INFO_SOCKET_ADDR, VIR_CLIENT_INFO_UNIX_GROUP_ID, VIR_CLIENT_INFO_UNIX_GROUP_NAME,
    VIR_CLIENT_INFO_UNIX_PROCESS_ID, VIR_CLIENT_INFO_UNIX_USER_ID, VIR_CLIENT_INFO_UNIX_USER_NAME,
    VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME,
};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::admin::{NonnullClient, NonnullServer};
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};
use std::sync::Arc;

pub(super) fn named(server: &Server, client: &dyn Member) -> NonnullClient<'static> {
    NonnullClient {
        srv: NonnullServer { name: server.config.name.clone().into() },
        id: client.id(),
        timestamp: client.since(),
        transport: client.transport().number(),
    }
}

pub(super) fn find(server: &Server, id: u64) -> Result<Arc<dyn Member>> {
    server.client(id).ok_or_else(|| {
        let text = message!("No client with matching ID '%1$llu'", id);
        Error::new(ErrorDomain::RPC, ErrorCode::NO_CLIENT, text)
    })
}

/// Returns what is known of a client.
///
/// # Errors
/// It has not made a call yet.
pub(super) fn info(client: &dyn Member) -> Result<Vec<TypedParam<'static>>> {
    let identity = client
        .known_identity()
        .ok_or_else(|| errors::internal(message!("No identity information available for client")))?;
    let mut params = vec![TypedParam {
        field: VIR_CLIENT_INFO_READONLY.into(),
        value: TypedParamValue::Boolean(client.is_read_only().into()),
    }];
    let mut add = |name: &'static str, value: Option<TypedParamValue<'static>>| {
        params.extend(value.map(|value| TypedParam { field: name.into(), value }));
    };
    let text = |text: &Option<Vec<u8>>| text.clone().map(|text| TypedParamValue::String(text.into()));
    // The protocol has signed numbers for these.
    let int = |number: Option<u64>| {
        number.and_then(|number| u32::try_from(number).ok()).map(|number| TypedParamValue::Int(number.cast_signed()))
    };
    add(VIR_CLIENT_INFO_SASL_USER_NAME, text(&identity.sasl_user_name));
    match client.peer() {
        Peer::Address(address) => {
            add(VIR_CLIENT_INFO_SOCKET_ADDR, Some(TypedParamValue::String(address.to_string().into())));
            add(VIR_CLIENT_INFO_X509_DISTINGUISHED_NAME, text(&identity.x509_distinguished_name));
        }
        Peer::Process(..) => {
            add(VIR_CLIENT_INFO_UNIX_USER_ID, int(identity.uid));
            add(VIR_CLIENT_INFO_UNIX_USER_NAME, text(&identity.user_name));
            add(VIR_CLIENT_INFO_UNIX_GROUP_ID, int(identity.gid));
            add(VIR_CLIENT_INFO_UNIX_GROUP_NAME, text(&identity.group_name));
            let pid = identity.pid.and_then(|pid| i32::try_from(pid).ok());
            add(VIR_CLIENT_INFO_UNIX_PROCESS_ID, pid.map(TypedParamValue::Int));
        }
    }
    add(VIR_CLIENT_INFO_SELINUX_CONTEXT, text(&identity.selinux_context));
    Ok(params)
}
