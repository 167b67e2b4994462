//! Switching event delivery on and off.
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_model::{Result, message};
use oxivirt_protocol::driver::Events;
use oxivirt_protocol::{Call, EventClass, EventId, remote};

impl TestSession {
    fn register(&self, class: EventClass, id: i32, object: Option<&[u8]>) -> Result<i32> {
        self.driver()?;
        Ok(self.events.register(EventId { class, id }, object))
    }

    fn deregister(&self, id: i32) -> Result<()> {
        if self.events.deregister(id) {
            return Ok(());
        }
        let text = message!("could not find event callback %1$d for deletion", id);
        Err(errors::invalid_argument(FROM, text))
    }
}

impl Events for TestSession {
    fn connect_domain_event_callback_register_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectDomainEventCallbackRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectDomainEventCallbackRegisterAnyRet> {
        let object = args.dom.as_ref().map(|dom| dom.uuid.as_bytes().as_slice());
        let callback_id = self.register(EventClass::Domain, args.event_id, object)?;
        Ok(remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id })
    }

    fn connect_domain_event_callback_deregister_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectDomainEventCallbackDeregisterAnyArgs,
    ) -> Result<()> {
        self.deregister(args.callback_id)
    }

    fn connect_network_event_register_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectNetworkEventRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectNetworkEventRegisterAnyRet> {
        let object = args.net.as_ref().map(|net| net.uuid.as_bytes().as_slice());
        let callback_id = self.register(EventClass::Network, args.event_id, object)?;
        Ok(remote::ConnectNetworkEventRegisterAnyRet { callback_id })
    }

    fn connect_network_event_deregister_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectNetworkEventDeregisterAnyArgs,
    ) -> Result<()> {
        self.deregister(args.callback_id)
    }

    fn connect_storage_pool_event_register_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectStoragePoolEventRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectStoragePoolEventRegisterAnyRet> {
        let object = args.pool.as_ref().map(|pool| pool.uuid.as_bytes().as_slice());
        let callback_id = self.register(EventClass::StoragePool, args.event_id, object)?;
        Ok(remote::ConnectStoragePoolEventRegisterAnyRet { callback_id })
    }

    fn connect_storage_pool_event_deregister_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectStoragePoolEventDeregisterAnyArgs,
    ) -> Result<()> {
        self.deregister(args.callback_id)
    }

    fn connect_node_device_event_register_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectNodeDeviceEventRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectNodeDeviceEventRegisterAnyRet> {
        let object = args.dev.as_ref().map(|dev| dev.name.as_bytes());
        let callback_id = self.register(EventClass::NodeDevice, args.event_id, object)?;
        Ok(remote::ConnectNodeDeviceEventRegisterAnyRet { callback_id })
    }

    fn connect_node_device_event_deregister_any(
        &self,
        _: &mut Call,
        args: &remote::ConnectNodeDeviceEventDeregisterAnyArgs,
    ) -> Result<()> {
        self.deregister(args.callback_id)
    }
}
