//! `<domain>`: the definition of a virtual machine or container.
pub mod address;
pub mod clock;
mod compact;
mod complete;
pub mod cputune;
pub mod device;
pub mod devices;
mod diskname;
pub mod features;
pub mod idmap;
mod implicit;
pub mod memory;
pub mod os;
pub mod resctrl;
pub mod seclabel;
pub mod security;
pub mod source;
pub mod source_parts;
mod stability;
pub mod storage_secret;
pub mod sysinfo;
mod tune;
mod validate;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::cpu::GuestCpu;
use crate::detail::xml_detail;
use crate::element::{Context, Element, Rules, Source};
use crate::tree::{Document, Metadata, Node};
use crate::value::{ScaledKiB, Text, Value, YesNo, words};
use crate::write::{FormatFlags, Writer};

pub use complete::Completion;

use crate::sparse::{List, Sparse, sparse};

sparse!(memory::BlkioTune, memory::MemoryBacking, cputune::CpuTune, memory::NumaTune, idmap::IdMap, clock::Perf,);

words! {
    /// The hypervisor.
    VirtType {
        None = "none", Qemu = "qemu", Kqemu = "kqemu", Kvm = "kvm", Xen = "xen", Lxc = "lxc", Uml = "uml", Openvz = "openvz",
        Test = "test", Vmware = "vmware", Hyperv = "hyperv", Vbox = "vbox", Phyp = "phyp", Parallels = "parallels",
        Bhyve = "bhyve", Vz = "vz", Hvf = "hvf",
    }
    /// A processor architecture.
    Arch {
        Aarch64 = "aarch64", Alpha = "alpha", Armv6l = "armv6l", Armv7b = "armv7b", Armv7l = "armv7l", Cris = "cris",
        I686 = "i686", Ia64 = "ia64", Itanium = "itanium", Lm32 = "lm32", Loongarch64 = "loongarch64", M68k = "m68k",
        Microblaze = "microblaze", Microblazeel = "microblazeel", Mips = "mips", Mipsel = "mipsel", Mips64 = "mips64",
        Mips64el = "mips64el", Or32 = "or32", Parisc = "parisc", Parisc64 = "parisc64", Ppc = "ppc", Ppc64 = "ppc64",
        Ppc64le = "ppc64le", Ppcemb = "ppcemb", Riscv32 = "riscv32", Riscv64 = "riscv64", S390 = "s390", S390x = "s390x",
        Sh4 = "sh4", Sh4eb = "sh4eb", Sparc = "sparc", Sparc64 = "sparc64", Unicore32 = "unicore32", X86_64 = "x86_64",
        Xtensa = "xtensa", Xtensaeb = "xtensaeb",
    }
}

/// `<domain>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(block = "devices")]
pub struct Domain {
    /// The hypervisor.
    #[xml(
        attr = "type",
        nonempty,
        missing(INTERNAL_ERROR, "missing domain type attribute"),
        bad(CONFIG_UNSUPPORTED, "invalid domain type {}")
    )]
    pub kind: VirtType,
    /// Number of the running domain.
    #[xml(attr = "id", live)]
    pub id: Option<i32>,
    /// Its name.
    #[xml(text = "name", missing(NO_NAME, ""))]
    pub name: String,
    /// Its identity; made up by completing when the document has none.
    #[xml(text = "uuid", bad(INTERNAL_ERROR, "malformed uuid element"))]
    pub uuid: Option<Uuid>,
    /// The identity that the guest's firmware tells, when it is another.
    #[xml(text = "hwuuid", bad(INTERNAL_ERROR, "malformed hwuuid element"))]
    pub hwuuid: Option<Uuid>,
    /// Identity of the running guest's state.
    #[xml(child = "genid")]
    pub genid: Option<GenId>,
    /// A line for people.
    #[xml(text = "title")]
    pub title: Option<String>,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
    /// What applications keep.
    #[xml(child = "metadata", default)]
    pub metadata: Metadata,
    /// Up to where memory can be plugged in.
    #[xml(child = "maxMemory")]
    pub max_memory: Option<memory::MaxMemory>,
    /// Memory, devices included.
    #[xml(child = "memory", default)]
    pub memory: memory::Memory,
    /// What the balloon leaves.
    #[xml(child = "currentMemory")]
    pub current_memory: Option<ScaledKiB>,
    /// Weights and limits of block devices.
    #[xml(child = "blkiotune", default)]
    pub blkiotune: Sparse<memory::BlkioTune>,
    /// Limits of memory.
    #[xml(child = "memtune", default)]
    pub memtune: memory::MemTune,
    /// What backs the memory.
    #[xml(child = "memoryBacking", default)]
    pub memory_backing: Sparse<memory::MemoryBacking>,
    /// How many processors there are.
    #[xml(child = "vcpu", default)]
    pub vcpu: cputune::Vcpu,
    /// Single processors.
    #[xml(child = "vcpus/vcpu")]
    pub vcpus: List<cputune::OneVcpu>,
    /// How many I/O threads there are.
    #[xml(text = "iothreads", omit_default, bad(XML_ERROR, "invalid iothreads count '{}'"))]
    pub iothreads: u32,
    /// Single I/O threads.
    #[xml(child = "iothreadids/iothread", skip_if = cputune::IoThread::is_implicit)]
    pub iothread_ids: List<cputune::IoThread>,
    /// The thread that does what no other does.
    #[xml(child = "defaultiothread")]
    pub default_iothread: Option<cputune::DefaultIoThread>,
    /// Groups of limits of disks.
    #[xml(child = "throttlegroups/throttlegroup")]
    pub throttle_groups: List<ThrottleGroup>,
    /// Limits of processors.
    #[xml(child = "cputune", default)]
    pub cputune: Sparse<cputune::CpuTune>,
    /// From which nodes of the host memory comes.
    #[xml(child = "numatune", default)]
    pub numatune: Sparse<memory::NumaTune>,
    /// Whether devices of the host are passed by IOMMUFD.
    #[xml(child = "iommufd")]
    pub iommufd: Option<Box<IommuFd>>,
    /// Where the domain's control group is.
    #[xml(child = "resource")]
    pub resource: Option<Box<Resource>>,
    /// What the firmware tells the guest.
    #[xml(child = "sysinfo")]
    pub sysinfo: List<sysinfo::Sysinfo>,
    /// Program of the host that boots.
    #[xml(text = "bootloader")]
    pub bootloader: Option<Text>,
    /// Its arguments.
    #[xml(text = "bootloader_args")]
    pub bootloader_args: Option<Text>,
    /// How it boots.
    #[xml(child = "os", default)]
    pub os: os::Os,
    /// Ranges of users and groups.
    #[xml(child = "idmap", default)]
    pub idmap: Sparse<idmap::IdMap>,
    /// Features.
    #[xml(child = "features", default)]
    pub features: features::Features,
    /// The processors' model.
    #[xml(child = "cpu")]
    pub cpu: Option<Box<DomainCpu>>,
    /// The clock.
    #[xml(child = "clock", default)]
    pub clock: clock::Clock,
    /// What happens when the guest switches off.
    #[xml(text = "on_poweroff", bad(CONFIG_UNSUPPORTED, "unknown on_poweroff action: {}"))]
    pub on_poweroff: Option<clock::LifecycleAction>,
    /// What happens when the guest boots again.
    #[xml(text = "on_reboot", bad(CONFIG_UNSUPPORTED, "unknown on_reboot action: {}"))]
    pub on_reboot: Option<clock::LifecycleAction>,
    /// What happens when the guest crashes.
    #[xml(text = "on_crash", bad(CONFIG_UNSUPPORTED, "unknown on_crash action: {}"))]
    pub on_crash: Option<clock::LifecycleAction>,
    /// What happens when a lock is lost.
    #[xml(text = "on_lockfailure", skip_if = Domain::is_default_action, bad(CONFIG_UNSUPPORTED, "unknown on_lockfailure action: {}"))]
    pub on_lockfailure: Option<clock::LockFailureAction>,
    /// Power management.
    #[xml(child = "pm", default)]
    pub pm: clock::PowerManagement,
    /// What is counted.
    #[xml(child = "perf", default)]
    pub perf: Sparse<clock::Perf>,
    /// Devices.
    #[xml(child = "devices", default, block)]
    pub devices: devices::Devices,
    /// Security labels.
    #[xml(child = "seclabel")]
    pub seclabels: List<seclabel::Seclabel>,
    /// Keys that are wrapped.
    #[xml(child = "keywrap")]
    pub keywrap: Option<security::KeyWrap>,
    /// How the guest is protected.
    #[xml(child = "launchSecurity")]
    pub launch_security: Option<Box<security::LaunchSecurity>>,
}

/// `<genid>`: a UUID, made up by completing when it is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct GenId {
    /// The identity.
    #[xml(content, bad(INTERNAL_ERROR, "malformed genid element"))]
    pub uuid: Option<Uuid>,
}

/// `<throttlegroup>`: limits, and the name of the group at the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThrottleGroup {
    /// The limits.
    pub limits: devices::disk::IoTune,
    /// The name.
    pub name: String,
}

impl Element for ThrottleGroup {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        // The limits are those of a disk, but their errors tell of the group.
        let told = |error: Error| {
            let text = error.text();
            let field = text.split_once("disk iotune field ").map(|(_, field)| format!("throttle group field {field}"));
            field.map_or(error.clone(), |detail| cx.xml(detail))
        };
        let mut limits = devices::disk::IoTune::parse(node, cx).map_err(told)?;
        limits.group_name = None;
        let rules = Rules { missing: Some((ErrorCode::XML_ERROR, "missing group name")), ..Rules::NONE };
        Ok(Self { limits, name: Source::text(node, "group_name").required(cx, &rules)? })
    }

    fn attributes(&self, out: &mut Writer) {
        self.limits.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        self.limits.children(out);
        out.open("group_name");
        out.text_value(&self.name);
        out.close();
    }
}

/// `<iommufd>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = IommuFd::check)]
pub struct IommuFd {
    /// Whether it is used.
    #[xml(attr = "enabled")]
    pub enabled: YesNo,
    /// Name of the descriptor that is handed over.
    #[xml(attr = "fdgroup")]
    pub fdgroup: Option<String>,
}

impl IommuFd {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.enabled == YesNo::No && self.fdgroup.is_some() {
            return Err(cx.unsupported("Setting 'fdgroup' when 'iommufd' is disabled is not supported."));
        }
        Ok(())
    }
}

/// `<resource>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Resource {
    /// Path of the control group.
    #[xml(text = "partition")]
    pub partition: Option<String>,
    /// Identity on a fibre channel.
    #[xml(attr = "fibrechannel@appid", nonempty)]
    pub appid: Option<String>,
}

/// `<cpu>` in a domain, whose errors are of the CPU's domain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DomainCpu(pub GuestCpu);

impl Element for DomainCpu {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        GuestCpu::read(node, cx).map(Self)
    }

    fn attributes(&self, out: &mut Writer) {
        self.0.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        self.0.children(out);
    }
}

/// How a domain is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseOptions {
    /// The persistent definition is wanted: what only a running domain has is not read.
    pub inactive: bool,
}

impl Default for ParseOptions {
    fn default() -> Self {
        Self { inactive: true }
    }
}

impl Domain {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's, of the domain's error domain unless it says otherwise.
    pub fn parse(xml: &[u8], options: ParseOptions) -> Result<Self> {
        let document = Document::parse(xml, ErrorDomain::DOMAIN)?;
        Self::read(document.root_named("domain")?, options)
    }

    /// Reads a definition inside of another document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn read(node: Node<'_>, options: ParseOptions) -> Result<Self> {
        let cx = Context { from: ErrorDomain::DOMAIN, inactive: options.inactive, ..Context::default() };
        Self::check_heads(node, &cx)?;
        let mut made = <Self as Element>::parse(node, &cx)?;
        made.check_parsed(node, &cx)?;
        Ok(made)
    }

    /// Checks what the stock library looks at first, in its order.
    fn check_heads(node: Node<'_>, cx: &Context) -> Result<()> {
        let text = |path: &str| node.select(path).next().map(|node| node.text()).filter(|text| !text.is_empty());
        if text("name").is_none() {
            return Err(Error::bare(cx.from, ErrorCode::NO_NAME));
        }
        if text("name").is_some_and(|name| name.contains('\n')) {
            return Err(xml_detail(ErrorDomain::XML, b"invalid char in name: \n".to_vec()));
        }
        if let Some(boot) = node.select("os/boot").find(|boot| boot.attr("dev").is_none()) {
            return Err(crate::element::missing_attribute("dev", boot.name()));
        }
        if node.select("cputune/emulatorpin").count() > 1 {
            return Err(cx.xml("only one emulatorpin is supported"));
        }
        if node.elements("genid").count() > 1 {
            return Err(cx.xml("element 'genid' can only appear once"));
        }
        match node.attr("type").filter(|kind| !kind.is_empty()) {
            None => return Err(cx.internal("missing domain type attribute")),
            Some(kind) if VirtType::parse(kind).is_none() => {
                return Err(cx.unsupported(format!("invalid domain type {kind}")));
            }
            Some(_) => {}
        }
        if text("os/type").is_none() && text("bootloader").is_none() {
            return Err(cx.xml("an os <type> must be specified"));
        }
        if let Some(kind) = text("os/type")
            && os::OsType::parse(&kind).is_none()
        {
            return Err(cx.unsupported(format!("unknown OS type '{kind}'")));
        }
        let arch = node.select("os/type").find_map(|node| node.attr("arch")).filter(|arch| !arch.is_empty());
        if let Some(arch) = arch.filter(|arch| Arch::parse(arch).is_none()) {
            return Err(cx.unsupported(format!("Unknown architecture {arch}")));
        }
        if text("title").is_some_and(|title| title.contains('\n')) {
            return Err(cx.xml("Domain title can't contain newlines"));
        }
        Ok(())
    }

    fn is_default_action(action: &clock::LockFailureAction) -> bool {
        *action == clock::LockFailureAction::Default
    }

    /// Returns what kind of system runs.
    #[must_use]
    pub fn os_type(&self) -> os::OsType {
        let kind = self.os.kind.as_ref().and_then(|kind| kind.kind).unwrap_or(os::OsType::Xen);
        if kind == os::OsType::Linux && self.kind == VirtType::Xen { os::OsType::Xen } else { kind }
    }

    /// Returns the architecture.
    #[must_use]
    pub fn arch(&self) -> &str {
        self.os.kind.as_ref().and_then(|kind| kind.arch.as_deref()).unwrap_or_default()
    }

    /// Returns how many processors there are at most.
    #[must_use]
    pub fn max_vcpus(&self) -> u32 {
        self.vcpu.max.unwrap_or(1)
    }

    /// Returns how many processors there are at the start.
    #[must_use]
    pub fn online_vcpus(&self) -> u32 {
        if self.vcpus.is_empty() {
            return self.vcpu.current.unwrap_or_else(|| self.max_vcpus());
        }
        let online = self.vcpus.iter().filter(|vcpu| vcpu.enabled == YesNo::Yes).count();
        u32::try_from(online).unwrap_or(u32::MAX)
    }

    /// Returns where the disk stands that has this target, or alone this path.
    #[must_use]
    pub fn disk_by_name(&self, name: &str) -> Option<usize> {
        let disks = &self.devices.disks;
        if !name.starts_with('/') {
            return disks.iter().position(|disk| disk.target.dev.as_deref() == Some(name));
        }
        let mut found = disks.iter().enumerate().filter(|(_, disk)| disk.source.image() == Some(name));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self, flags: FormatFlags) -> Vec<u8> {
        // A domain that does not run has only the persistent definition.
        let mut out = Writer::new(FormatFlags { inactive: flags.inactive || self.id.is_none(), ..flags });
        self.element("domain", &mut out);
        out.finish().into_bytes()
    }
}
