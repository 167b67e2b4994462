//! For whom a client acts, as CONNECT_SET_IDENTITY tells it: the attributes, their order and their types.
use oxivirt_driver_common::params::ParamType;
use oxivirt_protocol::Identity;
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};

/// The attributes, in the order in which they are told, and their types.
pub(crate) const ATTRIBUTES: &[(&str, ParamType)] = &[
    ("user-name", ParamType::String),
    ("unix-user-id", ParamType::Ullong),
    ("group-name", ParamType::String),
    ("unix-group-id", ParamType::Ullong),
    ("process-id", ParamType::Llong),
    ("process-time", ParamType::Ullong),
    ("sasl-user-name", ParamType::String),
    ("x509-distinguished-name", ParamType::String),
    ("selinux-context", ParamType::String),
];

/// Returns the identity that checked attributes tell.
pub(crate) fn from_params(params: &[TypedParam<'_>]) -> Identity {
    let mut identity = Identity::NOBODY;
    for TypedParam { field, value } in params {
        match (field.as_bytes(), value) {
            (b"user-name", TypedParamValue::String(text)) => identity.user_name = Some(text.as_bytes().to_vec()),
            (b"unix-user-id", TypedParamValue::Ullong(id)) => identity.uid = Some(*id),
            (b"group-name", TypedParamValue::String(text)) => identity.group_name = Some(text.as_bytes().to_vec()),
            (b"unix-group-id", TypedParamValue::Ullong(id)) => identity.gid = Some(*id),
            (b"process-id", TypedParamValue::Llong(id)) => identity.pid = Some(*id),
            (b"process-time", TypedParamValue::Ullong(time)) => identity.process_time = Some(*time),
            (b"sasl-user-name", TypedParamValue::String(text)) => {
                identity.sasl_user_name = Some(text.as_bytes().to_vec());
            }
            (b"x509-distinguished-name", TypedParamValue::String(text)) => {
                identity.x509_distinguished_name = Some(text.as_bytes().to_vec());
            }
            (b"selinux-context", TypedParamValue::String(text)) => {
                identity.selinux_context = Some(text.as_bytes().to_vec());
            }
            // Refused before.
            _ => {}
        }
    }
    identity
}

/// Returns the attributes that are known.
pub(crate) fn params(identity: &Identity) -> Vec<TypedParam<'_>> {
    let text = |value: &'_ Option<Vec<u8>>| value.clone().map(|text| TypedParamValue::String(text.into()));
    let values = [
        text(&identity.user_name),
        identity.uid.map(TypedParamValue::Ullong),
        text(&identity.group_name),
        identity.gid.map(TypedParamValue::Ullong),
        identity.pid.map(TypedParamValue::Llong),
        identity.process_time.map(TypedParamValue::Ullong),
        text(&identity.sasl_user_name),
        text(&identity.x509_distinguished_name),
        text(&identity.selinux_context),
    ];
    let named = ATTRIBUTES.iter().zip(values);
    named.filter_map(|((name, _), value)| Some(TypedParam { field: (*name).into(), value: value? })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_driver_common::params::validate;

    #[test]
    fn an_identity_comes_back_as_it_was_told() {
        let whole = Identity {
            user_name: Some(b"user".to_vec()),
            uid: Some(1),
            group_name: Some(b"group".to_vec()),
            gid: Some(2),
            pid: Some(3),
            process_time: Some(4),
            sasl_user_name: Some(b"sasl".to_vec()),
            x509_distinguished_name: Some(b"CN=x".to_vec()),
            selinux_context: Some(b"context".to_vec()),
        };
        let told = params(&whole);
        assert_eq!(told.len(), ATTRIBUTES.len());
        assert_eq!(validate(&told, ATTRIBUTES), Ok(()));
        assert_eq!(from_params(&told), whole);
        assert_eq!(params(&Identity::NOBODY), []);
    }
}
