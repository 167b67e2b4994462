//! Devices of a domain: limits of interfaces, keys.
use super::info::interface_at;
use super::vcpu::AFFECT;
use super::{check_flags, keycode};
use crate::session::TestSession;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::Result;
use oxivirt_model::constants::*;
use oxivirt_protocol::driver::DomainDevice;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::netparts::Rate;

/// What every screen shows.
const SCREEN: &[u8] = include_bytes!("../screen.png");

/// The parameters of an interface, in the order in which a getter gives them: those of what comes in, and those of what goes out.
const INBOUND: [&str; 4] = [
    VIR_DOMAIN_BANDWIDTH_IN_AVERAGE,
    VIR_DOMAIN_BANDWIDTH_IN_PEAK,
    VIR_DOMAIN_BANDWIDTH_IN_BURST,
    VIR_DOMAIN_BANDWIDTH_IN_FLOOR,
];
const OUTBOUND: [&str; 3] =
    [VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, VIR_DOMAIN_BANDWIDTH_OUT_PEAK, VIR_DOMAIN_BANDWIDTH_OUT_BURST];

/// Sets one direction: limits without an average or a floor are none, and take away what is there if these were named.
fn set_direction(place: &mut Option<Rate>, given: Rate, named: bool) {
    if given.average != 0 || given.floor != 0 {
        *place = Some(given);
    } else if named {
        *place = None;
    }
}

fn number(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

impl DomainDevice for TestSession {
    fn domain_set_interface_parameters(
        &self,
        _: &mut Call,
        args: &remote::DomainSetInterfaceParametersArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainSetInterfaceParameters", args.flags, AFFECT)?;
        let known: Vec<_> = INBOUND.iter().chain(&OUTBOUND).map(|name| (*name, ParamType::Uint)).collect();
        params::validate(&args.params, &known)?;
        let given = |name| params::unsigned(&args.params, name);
        let value = |name| given(name).unwrap_or_default();
        let inbound = Rate {
            average: value(VIR_DOMAIN_BANDWIDTH_IN_AVERAGE),
            peak: value(VIR_DOMAIN_BANDWIDTH_IN_PEAK),
            floor: value(VIR_DOMAIN_BANDWIDTH_IN_FLOOR),
            burst: value(VIR_DOMAIN_BANDWIDTH_IN_BURST),
        };
        let outbound = Rate {
            average: value(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE),
            peak: value(VIR_DOMAIN_BANDWIDTH_OUT_PEAK),
            floor: 0,
            burst: value(VIR_DOMAIN_BANDWIDTH_OUT_BURST),
        };
        let named_in = given(VIR_DOMAIN_BANDWIDTH_IN_AVERAGE).or(given(VIR_DOMAIN_BANDWIDTH_IN_FLOOR)).is_some();
        let named_out = given(VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE).is_some();
        let device = args.device.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            let live = domain.one_impact(args.flags)?;
            let at = interface_at(domain.one(live), &device)?;
            if let Some(interface) = domain.one_mut(live).devices.interfaces.get_mut(at) {
                let bandwidth = interface.bandwidth.get_or_insert_default();
                set_direction(&mut bandwidth.inbound, inbound, named_in);
                set_direction(&mut bandwidth.outbound, outbound, named_out);
            }
            Ok(())
        })
    }

    fn domain_get_interface_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetInterfaceParametersArgs<'_>,
    ) -> Result<remote::DomainGetInterfaceParametersRet<'c>> {
        check_flags("testDomainGetInterfaceParameters", args.flags, AFFECT | VIR_TYPED_PARAM_STRING_OKAY)?;
        let device = args.device.to_str_lossy();
        let (params, nparams) = params::fit(args.nparams, 7, || {
            self.domain(&args.dom, |domain, _| {
                let definition = domain.one(domain.one_impact(args.flags)?);
                let at = interface_at(definition, &device)?;
                let interface = definition.devices.interfaces.get(at);
                let bandwidth = interface.and_then(|interface| interface.bandwidth.clone()).unwrap_or_default();
                let (inbound, outbound) =
                    (bandwidth.inbound.unwrap_or_default(), bandwidth.outbound.unwrap_or_default());
                let values = [inbound.average, inbound.peak, inbound.burst, inbound.floor];
                let values = values.into_iter().chain([outbound.average, outbound.peak, outbound.burst]);
                let names = INBOUND.iter().chain(&OUTBOUND);
                Ok(names.zip(values).map(|(name, value)| params::uint(*name, number(value))).collect())
            })
        })?;
        Ok(remote::DomainGetInterfaceParametersRet { params, nparams })
    }

    fn domain_screenshot<'c>(
        &self,
        call: &'c mut Call,
        args: &remote::DomainScreenshotArgs<'_>,
    ) -> Result<remote::DomainScreenshotRet<'c>> {
        check_flags("testDomainScreenshot", args.flags, 0)?;
        self.driver()?;
        // Neither the domain nor its screen are looked at.
        self.streams.provide(call, SCREEN.into());
        Ok(remote::DomainScreenshotRet { mime: Some("image/png".into()) })
    }

    fn domain_open_console(&self, call: &mut Call, args: &remote::DomainOpenConsoleArgs<'_>) -> Result<()> {
        self.open_console(call, args)
    }

    fn domain_open_channel(&self, call: &mut Call, args: &remote::DomainOpenChannelArgs<'_>) -> Result<()> {
        self.open_channel(call, args)
    }

    fn domain_send_key(&self, _: &mut Call, args: &remote::DomainSendKeyArgs<'_>) -> Result<()> {
        check_flags("testDomainSendKey", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            keycode::unknown(args.codeset, &args.keycodes).map_or(Ok(()), Err)
        })
    }

    fn domain_attach_device(&self, _: &mut Call, args: &remote::DomainAttachDeviceArgs<'_>) -> Result<()> {
        self.attach(&args.dom, &args.xml, VIR_DOMAIN_AFFECT_CURRENT)
    }

    fn domain_attach_device_flags(&self, _: &mut Call, args: &remote::DomainAttachDeviceFlagsArgs<'_>) -> Result<()> {
        self.attach(&args.dom, &args.xml, args.flags)
    }

    fn domain_detach_device_alias(&self, _: &mut Call, args: &remote::DomainDetachDeviceAliasArgs<'_>) -> Result<()> {
        self.detach_alias(args)
    }

    fn domain_update_device_flags(&self, _: &mut Call, args: &remote::DomainUpdateDeviceFlagsArgs<'_>) -> Result<()> {
        self.update_device(args)
    }
}
