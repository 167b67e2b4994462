//! How a domain boots, and what its firmware tells it.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::source::{FileFormat, SourceKind, StorageSource};
use crate::element::{Context, Element, Rules, Source};
use crate::sparse::List;
use crate::tree::Node;
use crate::value::{Text, Value, YesNo, words};
use crate::write::Writer;

words! {
    /// What kind of system runs.
    OsType { Hvm = "hvm", Xen = "xen", Linux = "linux", Exe = "exe", Uml = "uml", XenPvh = "xenpvh" }
    /// Which firmware is chosen automatically.
    Firmware { Bios = "bios", Efi = "efi" }
    /// What the chosen firmware can do.
    FirmwareFeature { EnrolledKeys = "enrolled-keys", SecureBoot = "secure-boot" }
    /// How the firmware image is mapped.
    LoaderType { Rom = "rom", Pflash = "pflash" }
    /// A device to boot from.
    BootDevice { Fd = "fd", Cdrom = "cdrom", Hd = "hd", Network = "network" }
    /// Where SMBIOS data comes from.
    SmbiosMode { Emulate = "emulate", Host = "host", Sysinfo = "sysinfo" }
    /// What an ACPI table is.
    AcpiTable { Raw = "raw", Rawset = "rawset", Slic = "slic", Msdm = "msdm" }
}

/// `<os>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(block = "firmware", check = Os::check)]
pub struct Os {
    /// Which firmware is chosen automatically.
    #[xml(attr = "firmware", bad(XML_ERROR, "unknown firmware value {}"))]
    pub firmware: Option<Firmware>,
    /// Architecture and machine.
    #[xml(child = "type")]
    pub kind: Option<OsKind>,
    /// What the firmware must be able to do.
    #[xml(child = "firmware", default)]
    pub features: FirmwareFeatures,
    /// First program of a container.
    #[xml(text = "init")]
    pub init: Option<Text>,
    /// Its arguments.
    #[xml(text = "initarg")]
    pub initarg: List<String>,
    /// Its environment.
    #[xml(child = "initenv")]
    pub initenv: List<InitEnv>,
    /// Its directory.
    #[xml(text = "initdir")]
    pub initdir: Option<Text>,
    /// Its user.
    #[xml(text = "inituser")]
    pub inituser: Option<Text>,
    /// Its group.
    #[xml(text = "initgroup")]
    pub initgroup: Option<Text>,
    /// Image of the firmware.
    #[xml(child = "loader")]
    pub loader: Option<Box<Loader>>,
    /// Variables of the firmware.
    #[xml(child = "nvram")]
    pub nvram: Option<Box<Nvram>>,
    /// Template of the file of variables that QEMU itself keeps.
    #[xml(child = "varstore", keep)]
    pub varstore: Option<Box<VarStore>>,
    /// Kernel that is booted directly.
    #[xml(text = "kernel")]
    pub kernel: Option<Text>,
    /// Its initial RAM disk.
    #[xml(text = "initrd")]
    pub initrd: Option<Text>,
    /// Its arguments.
    #[xml(text = "cmdline")]
    pub cmdline: Option<Text>,
    /// First stage of secure boot.
    #[xml(text = "shim")]
    pub shim: Option<Text>,
    /// Device tree.
    #[xml(text = "dtb")]
    pub dtb: Option<Text>,
    /// Root device.
    #[xml(text = "root")]
    pub root: Option<Text>,
    /// ACPI tables.
    #[xml(child = "acpi/table")]
    pub acpi: List<AcpiTableFile>,
    /// Devices to boot from, in order.
    #[xml(attr = "boot@dev", skip_if = Os::never)]
    pub boot: Vec<BootDevice>,
    /// The menu of boot devices.
    #[xml(child = "bootmenu")]
    pub bootmenu: Option<BootMenu>,
    /// Settings of the BIOS.
    #[xml(child = "bios")]
    pub bios: Option<Bios>,
    /// Where SMBIOS data comes from.
    #[xml(attr = "smbios@mode", bad(CONFIG_UNSUPPORTED, "unknown smbios mode '{}'"))]
    pub smbios: Option<SmbiosMode>,
}

impl Os {
    /// Refuses images of formats that firmware cannot be in.
    pub(super) fn check_formats(&self, cx: &Context) -> Result<()> {
        let nvram = self.nvram.as_deref();
        for (what, format) in [
            ("loader", self.loader.as_ref().and_then(|loader| loader.format)),
            ("nvram template", nvram.and_then(|nvram| nvram.template_format)),
            ("nvram", nvram.and_then(|nvram| nvram.format)),
        ] {
            if let Some(format) = format.filter(|format| !matches!(format, FileFormat::Raw | FileFormat::Qcow2)) {
                return Err(cx.xml(format!("Unsupported {what} format '{}'", format.as_str())));
            }
        }
        Ok(())
    }

    fn never(_: &BootDevice) -> bool {
        false
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        // Nothing looks at the features of a firmware that is not chosen automatically.
        if let Some(features) = node.element("firmware").filter(|_| self.firmware.is_some()) {
            self.features = FirmwareFeatures::read(features, cx)?;
        }
        Ok(())
    }
}

/// `<type>` of `<os>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct OsKind {
    /// Architecture.
    #[xml(attr = "arch", nonempty)]
    pub arch: Option<String>,
    /// Machine type.
    #[xml(attr = "machine", nonempty)]
    pub machine: Option<String>,
    /// What kind of system runs.
    #[xml(content, bad(CONFIG_UNSUPPORTED, "unknown OS type '{}'"))]
    pub kind: Option<OsType>,
}

/// `<firmware>` of `<os>`: features in the order of their table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FirmwareFeatures(pub Vec<(FirmwareFeature, YesNo)>);

impl FirmwareFeatures {
    fn read(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut features: Vec<(FirmwareFeature, YesNo)> = Vec::new();
        for feature in node.elements("feature") {
            let name = Source::attr(feature, "", "name").required(cx, &Rules::NONE)?;
            let enabled = Source::attr(feature, "", "enabled").required(cx, &Rules::NONE)?;
            match features.iter_mut().find(|(other, _)| *other == name) {
                Some((_, before)) => *before = enabled,
                None => features.push((name, enabled)),
            }
        }
        crate::sort::by_key(&mut features, |(name, _)| *name);
        Ok(Self(features))
    }
}

impl Element for FirmwareFeatures {
    fn parse(_: Node<'_>, _: &Context) -> Result<Self> {
        Ok(Self::default())
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (name, enabled) in &self.0 {
            out.open("feature");
            out.attr("enabled", enabled.as_str());
            out.attr("name", name.as_str());
            out.close();
        }
    }
}

/// `<initenv>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct InitEnv {
    /// Name of the variable.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Its value.
    #[xml(content)]
    pub value: Option<String>,
}

impl InitEnv {
    /// Refuses a variable without name or value, which only a container's is looked at for.
    pub(super) fn check(&self, cx: &Context) -> Result<()> {
        let Some(name) = &self.name else { return Err(cx.xml("No name supplied for <initenv> element")) };
        match self.value {
            Some(_) => Ok(()),
            None => Err(cx.xml(format!("No value supplied for <initenv name='{name}'> element"))),
        }
    }
}

/// `<loader>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Loader {
    /// The image cannot be written to.
    #[xml(attr = "readonly")]
    pub readonly: Option<YesNo>,
    /// The firmware keeps its secrets from the guest.
    #[xml(attr = "secure")]
    pub secure: Option<YesNo>,
    /// How it is mapped.
    #[xml(attr = "type")]
    pub kind: Option<LoaderType>,
    /// It keeps no variables.
    #[xml(attr = "stateless")]
    pub stateless: Option<YesNo>,
    /// Format of the image.
    #[xml(attr = "format")]
    pub format: Option<FileFormat>,
    /// Path of the image.
    #[xml(content)]
    pub path: Option<String>,
}

/// `<varstore>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VarStore {
    /// Where the variables come from.
    #[xml(attr = "template")]
    pub template: Option<String>,
    /// Where they are kept.
    #[xml(attr = "path")]
    pub path: Option<String>,
}

/// `<nvram>` of `<os>`: a path, or a source like a disk's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nvram {
    /// Where the variables come from.
    pub template: Option<String>,
    /// Format of that file.
    pub template_format: Option<FileFormat>,
    /// Kind of the source, absent when a path is given as text.
    pub kind: Option<SourceKind>,
    /// Format.
    pub format: Option<FileFormat>,
    /// The path.
    pub path: Option<String>,
    /// The source.
    pub source: Option<Box<StorageSource>>,
}

impl Element for Nvram {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let template = node.attr("template").filter(|text| !text.is_empty()).map(str::to_owned);
        let template_format = Source::attr(node, "", "templateFormat").optional(cx, &Rules::NONE)?;
        let format = Source::attr(node, "", "format").optional(cx, &Rules::NONE)?;
        let kind = Source::attr(node, "", "type").optional(cx, &Rules::NONE)?;
        let mut made = Self { template, template_format, kind, format, path: None, source: None };
        match kind {
            None => made.path = Some(node.text().into_owned()).filter(|path| !path.is_empty()),
            Some(kind) => {
                let source =
                    node.element("source").ok_or_else(|| cx.xml("Missing source element with nvram type attribute"))?;
                let mut source = StorageSource::parse(source, cx)?;
                source.normalize(kind, cx)?;
                made.source = Some(Box::new(source));
            }
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("template", self.template.as_ref());
        out.attr_opt("templateFormat", self.template_format.as_ref());
        out.attr_opt("type", self.kind.as_ref());
        out.attr_opt("format", self.format.as_ref());
    }

    fn children(&self, out: &mut Writer) {
        if let Some(path) = &self.path {
            out.text(&Value::text(path));
        }
        if let Some(source) = &self.source {
            out.open_optional("source");
            source.attributes(out);
            source.children(out);
            out.close();
        }
    }
}

/// `<table>` of `<acpi>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcpiTableFile {
    /// What it is.
    pub kind: AcpiTable,
    /// Path of the file, which may be empty.
    pub path: String,
}

impl Element for AcpiTableFile {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kind = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        Ok(Self { kind, path: node.text().into_owned() })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("type", self.kind.as_str());
    }

    fn children(&self, out: &mut Writer) {
        out.text_value(&self.path);
    }
}

/// `<bootmenu>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = BootMenu::check)]
pub struct BootMenu {
    /// Whether it is shown.
    #[xml(attr = "enable")]
    pub enable: Option<YesNo>,
    /// Milliseconds until it goes on by itself.
    #[xml(attr = "timeout", lenient)]
    pub timeout: Option<u16>,
}

impl BootMenu {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.timeout = None;
        if self.enable != Some(YesNo::Yes) {
            return Ok(());
        }
        if let Some(timeout) = Source::attr(node, "", "timeout").optional::<u32>(cx, &Rules::NONE)? {
            let Ok(timeout) = u16::try_from(timeout) else {
                return Err(cx.unsupported("invalid value for boot menu timeout, must be in range [0,65535]"));
            };
            self.timeout = Some(timeout);
        }
        Ok(())
    }
}

/// `<bios>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = Bios::check)]
pub struct Bios {
    /// It speaks on the serial line.
    #[xml(attr = "useserial", lenient)]
    pub useserial: Option<YesNo>,
    /// Milliseconds until the guest boots again when nothing could be booted, -1 for never.
    #[xml(attr = "rebootTimeout")]
    pub reboot_timeout: Option<i32>,
}

impl Bios {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        // Whatever is not `yes` is `no`.
        if node.attr("useserial").is_some() {
            self.useserial.get_or_insert(YesNo::No);
        }
        match self.reboot_timeout {
            Some(timeout) if !(-1..=65535).contains(&timeout) => {
                Err(cx.unsupported("invalid value for rebootTimeout, must be in range [-1,65535]"))
            }
            _ => Ok(()),
        }
    }
}
