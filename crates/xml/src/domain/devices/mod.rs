//! `<devices>` of a domain.
pub mod audio;
pub mod chardev;
pub mod controller;
pub mod disk;
pub mod filesystem;
pub mod graphics;
pub mod hostdev;
pub mod input;
pub mod interface;
pub mod iommu;
pub mod memory;
pub mod small;
pub mod tpm;
pub mod video;

use oxivirt_xml_derive::Element;

use crate::sparse::List;
use crate::value::OnOff;

/// What the `<driver>` of every virtio device may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct VirtioOptions {
    /// The device is behind the guest's IOMMU.
    #[xml(attr = "iommu")]
    pub iommu: Option<OnOff>,
    /// Address translation services.
    #[xml(attr = "ats")]
    pub ats: Option<OnOff>,
    /// Packed queues.
    #[xml(attr = "packed")]
    pub packed: Option<OnOff>,
    /// A page for each queue's notifications.
    #[xml(attr = "page_per_vq")]
    pub page_per_vq: Option<OnOff>,
}

/// `<devices>`: in the order in which they are printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Devices {
    /// Program that runs the guest.
    #[xml(text = "emulator")]
    pub emulator: Option<String>,
    /// Disks, in the order of their targets.
    #[xml(child = "disk")]
    pub disks: Vec<disk::Disk>,
    /// Controllers.
    #[xml(child = "controller")]
    pub controllers: Vec<controller::Controller>,
    /// Leases of a lock manager.
    #[xml(child = "lease")]
    pub leases: List<small::Lease>,
    /// File systems.
    #[xml(child = "filesystem")]
    pub filesystems: List<filesystem::Filesystem>,
    /// Network interfaces.
    #[xml(child = "interface")]
    pub interfaces: Vec<interface::Interface>,
    /// Smart cards.
    #[xml(child = "smartcard")]
    pub smartcards: List<chardev::Smartcard>,
    /// Serial lines.
    #[xml(child = "serial")]
    pub serials: Vec<chardev::CharDevice>,
    /// Parallel ports.
    #[xml(child = "parallel")]
    pub parallels: List<chardev::CharDevice>,
    /// Consoles.
    #[xml(child = "console")]
    pub consoles: Vec<chardev::CharDevice>,
    /// Channels.
    #[xml(child = "channel")]
    pub channels: List<chardev::CharDevice>,
    /// Input devices.
    #[xml(child = "input")]
    pub inputs: Vec<input::Input>,
    /// Trusted platform modules.
    #[xml(child = "tpm")]
    pub tpms: List<tpm::Tpm>,
    /// Displays.
    #[xml(child = "graphics")]
    pub graphics: Vec<graphics::Graphics>,
    /// Sound cards.
    #[xml(child = "sound")]
    pub sounds: List<audio::Sound>,
    /// Where sound goes.
    #[xml(child = "audio")]
    pub audios: List<audio::Audio>,
    /// Video cards.
    #[xml(child = "video")]
    pub videos: Vec<video::Video>,
    /// Devices of the host.
    #[xml(child = "hostdev")]
    pub hostdevs: List<hostdev::Hostdev>,
    /// USB devices of a client.
    #[xml(child = "redirdev")]
    pub redirdevs: List<chardev::Redirdev>,
    /// Which of those are allowed.
    #[xml(child = "redirfilter")]
    pub redirfilter: Option<small::RedirFilter>,
    /// USB hubs.
    #[xml(child = "hub")]
    pub hubs: List<input::Hub>,
    /// Watchdogs.
    #[xml(child = "watchdog")]
    pub watchdogs: List<small::Watchdog>,
    /// The balloon.
    #[xml(child = "memballoon")]
    pub memballoons: List<small::Memballoon>,
    /// Random numbers.
    #[xml(child = "rng")]
    pub rngs: List<small::Rng>,
    /// NVRAM of pSeries.
    #[xml(child = "nvram", block)]
    pub nvrams: List<small::NvramDevice>,
    /// How the guest tells that it crashed.
    #[xml(child = "panic")]
    pub panics: List<small::Panic>,
    /// Shared memory.
    #[xml(child = "shmem")]
    pub shmems: List<small::Shmem>,
    /// Memory devices.
    #[xml(child = "memory")]
    pub memories: List<memory::MemoryDevice>,
    /// Cryptographic devices.
    #[xml(child = "crypto")]
    pub cryptos: List<small::Crypto>,
    /// IOMMUs.
    #[xml(child = "iommu")]
    pub iommus: List<iommu::Iommu>,
    /// The socket to the host.
    #[xml(child = "vsock")]
    pub vsocks: List<small::Vsock>,
    /// Persistent storage of kernels that crash.
    #[xml(child = "pstore")]
    pub pstores: List<small::Pstore>,
}
