//! Events of networks, storage pools, node devices and secrets.
use super::{Subscriber, function, object, opt_pointer, opt_text};
use crate::abi::ctypes::{
    virConnectNetworkEventLifecycleCallback, virConnectNetworkEventMetadataChangeCallback,
    virConnectNodeDeviceEventGenericCallback, virConnectNodeDeviceEventLifecycleCallback,
    virConnectSecretEventGenericCallback, virConnectSecretEventLifecycleCallback,
    virConnectStoragePoolEventGenericCallback, virConnectStoragePoolEventLifecycleCallback,
};
use crate::objects::{Network, NodeDevice, Occurrence, Secret, StoragePool};
use oxivirt_protocol::remote;

/// Events of a virNetworkEventID.
pub(super) fn network(event: &Occurrence, to: &Subscriber) -> Option<()> {
    if event.event == 0 {
        let msg: remote::NetworkEventLifecycleMsg<'_> = event.body()?;
        let net = Network::from_wire(&to.conn, &msg.net).ok()?;
        let call = function!(to, virConnectNetworkEventLifecycleCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&net), msg.event, msg.detail, to.opaque()) };
    } else {
        let msg: remote::NetworkEventCallbackMetadataChangeMsg<'_> = event.body()?;
        let net = Network::from_wire(&to.conn, &msg.net).ok()?;
        let uri = opt_text(msg.nsuri.as_ref());
        let uri = opt_pointer(uri.as_ref());
        let call = function!(to, virConnectNetworkEventMetadataChangeCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&net), msg.r#type, uri, to.opaque()) };
    }
    Some(())
}

/// Events of a virStoragePoolEventID.
pub(super) fn storage_pool(event: &Occurrence, to: &Subscriber) -> Option<()> {
    if event.event == 0 {
        let msg: remote::StoragePoolEventLifecycleMsg<'_> = event.body()?;
        let pool = StoragePool::from_wire(&to.conn, &msg.pool).ok()?;
        let call = function!(to, virConnectStoragePoolEventLifecycleCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&pool), msg.event, msg.detail, to.opaque()) };
    } else {
        let msg: remote::StoragePoolEventRefreshMsg<'_> = event.body()?;
        let pool = StoragePool::from_wire(&to.conn, &msg.pool).ok()?;
        let call = function!(to, virConnectStoragePoolEventGenericCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&pool), to.opaque()) };
    }
    Some(())
}

/// Events of a virNodeDeviceEventID.
pub(super) fn node_device(event: &Occurrence, to: &Subscriber) -> Option<()> {
    if event.event == 0 {
        let msg: remote::NodeDeviceEventLifecycleMsg<'_> = event.body()?;
        let dev = NodeDevice::from_wire(&to.conn, &msg.dev).ok()?;
        let call = function!(to, virConnectNodeDeviceEventLifecycleCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&dev), msg.event, msg.detail, to.opaque()) };
    } else {
        let msg: remote::NodeDeviceEventUpdateMsg<'_> = event.body()?;
        let dev = NodeDevice::from_wire(&to.conn, &msg.dev).ok()?;
        let call = function!(to, virConnectNodeDeviceEventGenericCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&dev), to.opaque()) };
    }
    Some(())
}

/// Events of a virSecretEventID.
pub(super) fn secret(event: &Occurrence, to: &Subscriber) -> Option<()> {
    if event.event == 0 {
        let msg: remote::SecretEventLifecycleMsg<'_> = event.body()?;
        let secret = Secret::from_wire(&to.conn, &msg.secret).ok()?;
        let call = function!(to, virConnectSecretEventLifecycleCallback);
        // SAFETY: see mod.rs.
        unsafe {
            call(
                to.conn(),
                object(&secret),
                msg.event,
                msg.detail,
                to.opaque(),
            )
        };
    } else {
        let msg: remote::SecretEventValueChangedMsg<'_> = event.body()?;
        let secret = Secret::from_wire(&to.conn, &msg.secret).ok()?;
        let call = function!(to, virConnectSecretEventGenericCallback);
        // SAFETY: see mod.rs.
        unsafe { call(to.conn(), object(&secret), to.opaque()) };
    }
    Some(())
}
