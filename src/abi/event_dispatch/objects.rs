//! Events of networks, storage pools, node devices and secrets.
use super::passing::{Field, Kept};
use super::{Subscriber, callbacks, function};
use crate::objects::PendingEvent;
use oxivirt_protocol::remote;
use oxivirt_sys::call_out;

callbacks! {
    /// Events of a virNetworkEventID.
    fn network:
    0 => body remote::NetworkEventLifecycleMsg, virConnectNetworkEventLifecycleCallback(net, event, detail);
    1 => body remote::NetworkEventCallbackMetadataChangeMsg, virConnectNetworkEventMetadataChangeCallback(net, r#type, nsuri);
}

callbacks! {
    /// Events of a virStoragePoolEventID.
    fn storage_pool:
    0 => body remote::StoragePoolEventLifecycleMsg, virConnectStoragePoolEventLifecycleCallback(pool, event, detail);
    1 => body remote::StoragePoolEventRefreshMsg, virConnectStoragePoolEventGenericCallback(pool);
}

callbacks! {
    /// Events of a virNodeDeviceEventID.
    fn node_device:
    0 => body remote::NodeDeviceEventLifecycleMsg, virConnectNodeDeviceEventLifecycleCallback(dev, event, detail);
    1 => body remote::NodeDeviceEventUpdateMsg, virConnectNodeDeviceEventGenericCallback(dev);
}

callbacks! {
    /// Events of a virSecretEventID.
    fn secret:
    0 => body remote::SecretEventLifecycleMsg, virConnectSecretEventLifecycleCallback(secret, event, detail);
    1 => body remote::SecretEventValueChangedMsg, virConnectSecretEventGenericCallback(secret);
}
