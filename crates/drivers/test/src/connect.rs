//! The connection itself: what the driver is and can do.
use crate::FROM;
use crate::capabilities::{self, ARCH};
use crate::domain::check_flags;
use crate::session::TestSession;
use oxivirt_driver_common::{cpu_map, errors};
use oxivirt_model::constants::{LIBVIR_VERSION_NUMBER, VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES};
use oxivirt_model::{ErrorDomain, Result, message};
use oxivirt_protocol::driver::Connect;
use oxivirt_protocol::remote::{self, DriverFeature};
use oxivirt_protocol::{Call, Session};
use oxivirt_xml::capabilities::DomainCapabilities;
use oxivirt_xml::domain::{Arch, VirtType};
use oxivirt_xml::value::Value;

/// The most processors of a domain.
pub(crate) const MAX_VCPUS: i32 = 32;

/// The machine that the driver pretends to run on.
const SYSINFO: &str = "<sysinfo type='smbios'>
  <bios>
    <entry name='vendor'>LENOVO</entry>
    <entry name='version'>G4ETA1WW (2.61 )</entry>
    <entry name='date'>05/07/2014</entry>
    <entry name='release'>2.61</entry>
  </bios>
</sysinfo>
";

/// What a driver in the process of the program can always do, and what migration is made of.
const FEATURES: [DriverFeature; 9] = [
    DriverFeature::TYPED_PARAM_STRING,
    DriverFeature::NETWORK_UPDATE_HAS_CORRECT_ORDER,
    DriverFeature::FD_PASSING,
    DriverFeature::MIGRATION_V3,
    DriverFeature::MIGRATION_PARAMS,
    DriverFeature::MIGRATION_OFFLINE,
    DriverFeature::MIGRATION_DIRECT,
    DriverFeature::MIGRATE_CHANGE_PROTECTION,
    DriverFeature::XML_MIGRATABLE,
];

impl Connect for TestSession {
    fn connect_close(&self, _: &mut Call) -> Result<()> {
        self.close()
    }

    fn connect_get_type<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetTypeRet<'c>> {
        Ok(remote::ConnectGetTypeRet { r#type: "TEST".into() })
    }

    fn connect_get_version(&self, _: &mut Call) -> Result<remote::ConnectGetVersionRet> {
        Ok(remote::ConnectGetVersionRet { hv_ver: 2 })
    }

    fn connect_get_lib_version(&self, _: &mut Call) -> Result<remote::ConnectGetLibVersionRet> {
        Ok(remote::ConnectGetLibVersionRet { lib_ver: LIBVIR_VERSION_NUMBER.into() })
    }

    fn connect_get_max_vcpus(
        &self,
        _: &mut Call,
        _: &remote::ConnectGetMaxVcpusArgs<'_>,
    ) -> Result<remote::ConnectGetMaxVcpusRet> {
        Ok(remote::ConnectGetMaxVcpusRet { max_vcpus: MAX_VCPUS })
    }

    fn connect_get_capabilities<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetCapabilitiesRet<'c>> {
        let capabilities = capabilities::of(&self.driver()?.host).format().into();
        Ok(remote::ConnectGetCapabilitiesRet { capabilities })
    }

    fn connect_get_domain_capabilities<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectGetDomainCapabilitiesArgs<'_>,
    ) -> Result<remote::ConnectGetDomainCapabilitiesRet<'c>> {
        check_flags("testConnectGetDomainCapabilities", args.flags, 0)?;
        let text = |text: &Option<oxivirt_xdr::Str<'_>>| text.as_ref().map(|text| text.to_str_lossy().into_owned());
        let arch = text(&args.arch).unwrap_or_else(|| ARCH.to_owned());
        if Arch::parse(&arch).is_none() {
            return Err(errors::invalid_argument(FROM, message!("unknown architecture: %1$s", arch)));
        }
        let domain = match text(&args.virttype) {
            None => VirtType::Test,
            Some(kind) => VirtType::parse(&kind)
                .ok_or_else(|| errors::invalid_argument(FROM, message!("unknown virttype: %1$s", kind)))?,
        };
        let known = DomainCapabilities { path: text(&args.emulatorbin), domain, machine: text(&args.machine), arch };
        Ok(remote::ConnectGetDomainCapabilitiesRet { capabilities: known.format().into() })
    }

    fn connect_get_cpu_model_names<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectGetCpuModelNamesArgs<'_>,
    ) -> Result<remote::ConnectGetCpuModelNamesRet<'c>> {
        check_flags("testConnectGetCPUModelNames", args.flags, 0)?;
        let arch = args.arch.to_str_lossy();
        if Arch::parse(&arch).is_none() {
            return Err(errors::invalid_argument(FROM, message!("cannot find architecture %1$s", arch)));
        }
        let models = cpu_map::models(&arch)?;
        let ret = i32::try_from(models.len()).unwrap_or(i32::MAX);
        let models = if args.need_results == 0 { Vec::new() } else { models.into_iter().map(Into::into).collect() };
        Ok(remote::ConnectGetCpuModelNamesRet { models, ret })
    }

    fn connect_baseline_cpu<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectBaselineCpuArgs<'_>,
    ) -> Result<remote::ConnectBaselineCpuRet<'c>> {
        let known = VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES;
        check_flags("testConnectBaselineCPU", args.flags, known)?;
        let documents: Vec<&[u8]> = args.xml_cpus.iter().map(oxivirt_xdr::Str::as_bytes).collect();
        let cpu = cpu_map::baseline(&documents, args.flags & known != 0)?.into();
        Ok(remote::ConnectBaselineCpuRet { cpu })
    }

    fn connect_get_hostname<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetHostnameRet<'c>> {
        let hostname = oxivirt_sys::hostname().map_err(|error| {
            let number = oxivirt_sys::errno::errno(&error);
            oxivirt_model::Error::system(ErrorDomain::NONE, number, message!("failed to determine host name"))
        })?;
        Ok(remote::ConnectGetHostnameRet { hostname: hostname.into() })
    }

    fn connect_get_uri<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetUriRet<'c>> {
        Ok(remote::ConnectGetUriRet { uri: self.uri().to_vec().into() })
    }

    fn connect_get_sysinfo<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectGetSysinfoArgs,
    ) -> Result<remote::ConnectGetSysinfoRet<'c>> {
        check_flags("testConnectGetSysinfo", args.flags, 0)?;
        Ok(remote::ConnectGetSysinfoRet { sysinfo: SYSINFO.into() })
    }

    fn connect_supports_feature(
        &self,
        _: &mut Call,
        args: &remote::ConnectSupportsFeatureArgs,
    ) -> Result<remote::ConnectSupportsFeatureRet> {
        let supported = FEATURES.contains(&DriverFeature(args.feature));
        Ok(remote::ConnectSupportsFeatureRet { supported: supported.into() })
    }

    /// Nobody can listen to calls in one process.
    fn connect_is_secure(&self, _: &mut Call) -> Result<remote::ConnectIsSecureRet> {
        Ok(remote::ConnectIsSecureRet { secure: 1 })
    }
}
