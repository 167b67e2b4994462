//! The topic: finding, listing and asking here, the rest in the files beside it.
use super::{Definition, NodeDevice, capability, mdev, report, vport};
use crate::FROM;
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::{answer, errors, filter, schema};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::{Call, driver, remote};
use oxivirt_xdr::Str;
use oxivirt_xml::nodedev::CapabilityType;
use std::sync::Arc;

/// Returns true if the device is one of those that `flags`, virConnectListAllNodeDeviceFlags, select.
fn is_listed(device: &NodeDevice, flags: u32) -> bool {
    let groups: [&[(u32, bool)]; 2] = [
        &[
            (VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE, device.active),
            (VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE, !device.active),
        ],
        &[
            (VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT, device.persistent),
            (VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT, !device.persistent),
        ],
    ];
    capability::is_selected(&device.definition, flags) && groups.into_iter().all(|group| filter::selects(flags, group))
}

/// All flags that select.
const FILTERS: u32 = capability::FILTERS
    | VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE
    | VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE
    | VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT
    | VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT;

impl TestSession {
    /// Returns the names of the devices that have a capability, or of all.
    fn devices_with(&self, name: Option<&Str<'_>>) -> Result<Vec<Str<'static>>> {
        let name = name.map(|name| name.to_str_lossy());
        let wanted =
            |device: &NodeDevice| name.as_ref().is_none_or(|name| capability::has_named(&device.definition, name));
        Ok(self.driver()?.devices.select(wanted, |device| device.definition.name.clone().into()))
    }

    fn definition_of(&self, name: &Str<'_>) -> Result<Arc<Definition>> {
        self.node_device(name, |device, _| Ok(Arc::clone(&device.definition)))
    }

    fn destroy_node_device(&self, name: &Str<'_>) -> Result<()> {
        self.change(|driver| {
            let definition = self.definition_of(name)?;
            let is_mdev = mdev::of(&definition).is_some();
            if !is_mdev {
                capability::fc_host(&definition).ok_or_else(vport::not_fc_host)?;
                let parent = definition.parent.as_deref();
                // The port is not locked: two devices never are.
                if parent.and_then(|parent| driver.devices.by_name(parent.as_bytes())).is_none() {
                    return Err(vport::no_parent(parent));
                }
            }
            self.node_device(name, |device, driver| {
                if is_mdev {
                    return mdev::stop(driver, device);
                }
                report(driver, device, VIR_NODE_DEVICE_EVENT_DELETED);
                device.remove();
                Ok(())
            })
        })
    }
}

impl driver::NodeDevice for TestSession {
    fn node_num_of_devices(
        &self,
        _: &mut Call,
        args: &remote::NodeNumOfDevicesArgs<'_>,
    ) -> Result<remote::NodeNumOfDevicesRet> {
        check_flags("testNodeNumOfDevices", args.flags, 0)?;
        Ok(remote::NodeNumOfDevicesRet { num: answer::count(self.devices_with(args.cap.as_ref())?.len()) })
    }

    fn node_list_devices<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeListDevicesArgs<'_>,
    ) -> Result<remote::NodeListDevicesRet<'c>> {
        check_flags("testNodeListDevices", args.flags, 0)?;
        let names = answer::at_most(self.devices_with(args.cap.as_ref())?, args.maxnames);
        Ok(remote::NodeListDevicesRet { names })
    }

    fn connect_list_all_node_devices<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllNodeDevicesArgs,
    ) -> Result<remote::ConnectListAllNodeDevicesRet<'c>> {
        check_flags("testConnectListAllNodeDevices", args.flags, FILTERS)?;
        let found = self.driver()?.devices.select(|device| is_listed(device, args.flags), NodeDevice::wire);
        let (devices, ret) = answer::wanted(args.need_results, found);
        Ok(remote::ConnectListAllNodeDevicesRet { devices, ret })
    }

    fn node_device_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceLookupByNameArgs<'_>,
    ) -> Result<remote::NodeDeviceLookupByNameRet<'c>> {
        let dev = self.node_device(&args.name, |device, _| Ok(device.wire()))?;
        Ok(remote::NodeDeviceLookupByNameRet { dev })
    }

    fn node_device_lookup_scsi_host_by_wwn<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceLookupScsiHostByWwnArgs<'_>,
    ) -> Result<remote::NodeDeviceLookupScsiHostByWwnRet<'c>> {
        check_flags("testNodeDeviceLookupSCSIHostByWWN", args.flags, 0)?;
        let same = |told: &Option<String>, wanted: &Str<'_>| {
            told.as_ref().is_some_and(|told| told.as_bytes() == wanted.as_bytes())
        };
        let has = |device: &NodeDevice| {
            capability::fc_host(&device.definition)
                .is_some_and(|host| same(&host.wwnn, &args.wwnn) && same(&host.wwpn, &args.wwpn))
        };
        let dev = self.driver()?.devices.select(has, NodeDevice::wire).into_iter().next();
        let dev = dev.ok_or_else(|| {
            let (wwnn, wwpn) = (args.wwnn.to_str_lossy(), args.wwpn.to_str_lossy());
            let text = format!("no SCSI host with matching names '{wwnn}' and '{wwpn}'");
            Error::new(FROM, ErrorCode::NO_NODE_DEVICE, text)
        })?;
        Ok(remote::NodeDeviceLookupScsiHostByWwnRet { dev })
    }

    fn node_device_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceGetXmlDescArgs<'_>,
    ) -> Result<remote::NodeDeviceGetXmlDescRet<'c>> {
        check_flags("testNodeDeviceGetXMLDesc", args.flags, VIR_NODE_DEVICE_XML_INACTIVE)?;
        let persistent = args.flags & VIR_NODE_DEVICE_XML_INACTIVE != 0;
        let (definition, inactive) = self.node_device(&args.name, |device, _| {
            if persistent && !device.persistent {
                let text = message!("node device '%1$s' is not persistent", device.definition.name);
                return Err(errors::invalid_operation(FROM, text));
            }
            let config = device.config.as_ref().filter(|_| persistent);
            Ok((Arc::clone(config.unwrap_or(&device.definition)), persistent || !device.active))
        })?;
        Ok(remote::NodeDeviceGetXmlDescRet { xml: definition.format(inactive).into() })
    }

    fn node_device_get_parent<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceGetParentArgs<'_>,
    ) -> Result<remote::NodeDeviceGetParentRet<'c>> {
        let parent = self.definition_of(&args.name)?.parent.clone();
        let parent = parent.ok_or_else(|| errors::internal(FROM, message!("no parent for this device")))?;
        Ok(remote::NodeDeviceGetParentRet { parent_name: Some(parent.into()) })
    }

    fn node_device_num_of_caps(
        &self,
        _: &mut Call,
        args: &remote::NodeDeviceNumOfCapsArgs<'_>,
    ) -> Result<remote::NodeDeviceNumOfCapsRet> {
        let num = answer::count(self.definition_of(&args.name)?.capabilities.len());
        Ok(remote::NodeDeviceNumOfCapsRet { num })
    }

    fn node_device_list_caps<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceListCapsArgs<'_>,
    ) -> Result<remote::NodeDeviceListCapsRet<'c>> {
        let definition = self.definition_of(&args.name)?;
        let names = definition.capabilities.iter().map(|capability| capability.kind().as_str().into()).collect();
        Ok(remote::NodeDeviceListCapsRet { names: answer::at_most(names, args.maxnames) })
    }

    fn node_device_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceCreateXmlArgs<'_>,
    ) -> Result<remote::NodeDeviceCreateXmlRet<'c>> {
        check_flags("testNodeDeviceCreateXML", args.flags, VIR_NODE_DEVICE_CREATE_XML_VALIDATE)?;
        schema::NODE_DEVICE.check(args.flags & VIR_NODE_DEVICE_CREATE_XML_VALIDATE != 0, &args.xml_desc)?;
        let wanted = Definition::parse(&args.xml_desc, true)?;
        let dev = self.change(|driver| {
            if capability::has(&wanted, CapabilityType::Mdev) {
                return mdev::create(driver, wanted);
            }
            vport::create(driver, &wanted)
        })?;
        Ok(remote::NodeDeviceCreateXmlRet { dev })
    }

    fn node_device_destroy(&self, _: &mut Call, args: &remote::NodeDeviceDestroyArgs<'_>) -> Result<()> {
        self.destroy_node_device(&args.name)
    }

    fn node_device_is_active(
        &self,
        _: &mut Call,
        args: &remote::NodeDeviceIsActiveArgs<'_>,
    ) -> Result<remote::NodeDeviceIsActiveRet> {
        let active = self.node_device(&args.name, |device, _| Ok(device.active))?;
        Ok(remote::NodeDeviceIsActiveRet { active: active.into() })
    }

    fn node_device_is_persistent(
        &self,
        _: &mut Call,
        args: &remote::NodeDeviceIsPersistentArgs<'_>,
    ) -> Result<remote::NodeDeviceIsPersistentRet> {
        let persistent = self.node_device(&args.name, |device, _| Ok(device.persistent))?;
        Ok(remote::NodeDeviceIsPersistentRet { persistent: persistent.into() })
    }

    fn node_device_define_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::NodeDeviceDefineXmlArgs<'_>,
    ) -> Result<remote::NodeDeviceDefineXmlRet<'c>> {
        check_flags("testNodeDeviceDefineXML", args.flags, VIR_NODE_DEVICE_DEFINE_XML_VALIDATE)?;
        schema::NODE_DEVICE.check(args.flags & VIR_NODE_DEVICE_DEFINE_XML_VALIDATE != 0, &args.xml_desc)?;
        Ok(remote::NodeDeviceDefineXmlRet { dev: self.define_node_device(&args.xml_desc)? })
    }

    fn node_device_undefine(&self, _: &mut Call, args: &remote::NodeDeviceUndefineArgs<'_>) -> Result<()> {
        check_flags("testNodeDeviceUndefine", args.flags, 0)?;
        self.undefine_node_device(&args.name)
    }

    fn node_device_create(&self, _: &mut Call, args: &remote::NodeDeviceCreateArgs<'_>) -> Result<()> {
        check_flags("testNodeDeviceCreate", args.flags, 0)?;
        self.start_node_device(&args.name)
    }

    fn node_device_get_autostart(
        &self,
        _: &mut Call,
        args: &remote::NodeDeviceGetAutostartArgs<'_>,
    ) -> Result<remote::NodeDeviceGetAutostartRet> {
        let autostart = self.node_device(&args.name, |device, _| Ok(device.autostart))?;
        Ok(remote::NodeDeviceGetAutostartRet { autostart: autostart.into() })
    }

    fn node_device_set_autostart(&self, _: &mut Call, args: &remote::NodeDeviceSetAutostartArgs<'_>) -> Result<()> {
        self.set_node_device_autostart(&args.name, args.autostart != 0)
    }

    fn node_device_update(&self, _: &mut Call, args: &remote::NodeDeviceUpdateArgs<'_>) -> Result<()> {
        let known = VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE | VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG;
        check_flags("testNodeDeviceUpdate", args.flags, known)?;
        self.update_node_device(args)
    }
}
