//! Cards, consoles, and the small devices.
use super::compare::{NULL, Pair, refused};
use crate::domain::devices::Devices;
use crate::domain::devices::audio::Sound;
use crate::domain::devices::input::{Input, InputBus, InputModel};
use crate::domain::devices::interface::{Interface, InterfaceDriver};
use crate::domain::devices::iommu::{Iommu, IommuDriver};
use crate::domain::devices::small::{Memballoon, Pstore, Rng, Shmem, Vsock};
use crate::domain::devices::tpm::{Tpm, TpmBackendType};
use crate::domain::devices::video::{Video, VideoDriver};
use crate::value::YesNo;
use oxivirt_model::Result;

impl Pair<'_, Devices> {
    /// Refuses other cards.
    pub(super) fn check_cards(self) -> Result<()> {
        let interfaces = self.part(|devices| devices.interfaces.as_slice());
        interfaces.each("Target domain net card count %1$zu does not match source %2$zu", Pair::check_interface)?;
        let inputs = self.part(|devices| devices.inputs.as_slice());
        inputs.each("Target domain input device count %1$zu does not match source %2$zu", Pair::check_input)?;
        let format = "Target domain sound card count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.sounds).each(format, Pair::check_sound)?;
        let videos = self.part(|devices| devices.videos.as_slice());
        videos.each("Target domain video card count %1$zu does not match source %2$zu", Pair::check_video)
    }

    /// Refuses other hubs.
    pub(super) fn check_hubs(self) -> Result<()> {
        let format = "Target domain hub device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.hubs).each(format, |hub| {
            hub.name("Target hub device type %1$s does not match source %2$s", |hub| hub.kind)?;
            hub.part(|hub| &hub.info).check_info()
        })
    }

    /// Refuses other small devices.
    pub(super) fn check_small(self) -> Result<()> {
        let format = "Target domain watchdog device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.watchdogs).each(format, |dog| {
            dog.name("Target watchdog model %1$s does not match source %2$s", |dog| dog.model)?;
            dog.part(|dog| &dog.info).check_info()
        })?;
        let format = "Target domain memory balloon count %1$d does not match source %2$d";
        self.part(|devices| &devices.memballoons).each(format, Pair::check_balloon)?;
        let format = "Target domain RNG device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.rngs).each(format, Pair::check_rng)?;
        let format = "Target domain panic device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.panics).each(format, |panic| {
            panic.word("Target panic model '%1$s' does not match source '%2$s'", |panic| panic.model)?;
            panic.part(|panic| &panic.info).check_info()
        })?;
        let format = "Target domain shared memory device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.shmems).each(format, Pair::check_shmem)?;
        let format = "Target domain TPM device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.tpms).each(format, Pair::check_tpm)?;
        let format = "Target domain memory device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.memories).each(format, Pair::check_memory_device)?;
        let format = "Target domain IOMMU device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.iommus).each(format, Pair::check_iommu)?;
        let format = "Target domain vsock device count does not match source";
        self.part(|devices| &devices.vsocks).each(format, Pair::check_vsock)?;
        let format = "Target domain pstore device count does not match source";
        self.part(|devices| &devices.pstores).each(format, Pair::check_pstore)
    }
}

impl Pair<'_, Interface> {
    fn check_interface(self) -> Result<()> {
        self.value("Target network card mac %1$s does not match source %2$s", "", |card| card.mac)?;
        let format = "Target network card model %1$s does not match source %2$s";
        // Those that the stock library knows are numbers there, the others texts.
        let model =
            |known: bool| move |card: &Interface| card.model.clone().filter(|_| card.has_known_model() == known);
        self.value(format, NULL, model(false))?;
        self.value(format, "unknown", model(true))?;
        self.number("Target network card MTU %1$d does not match source %2$d", |card| card.mtu)?;
        if self.source.is_virtio() {
            let format = "Target virtio network queue count '%1$d' does not match source '%2$d'";
            self.number(format, |card| card.driver.queues)?;
        }
        let told = self.both(|card| *card.driver != InterfaceDriver::default());
        self.part(|card| &card.driver.virtio).check_driver(told)?;
        self.part(|card| &card.info).check_info()
    }
}

impl Pair<'_, Input> {
    fn check_input(self) -> Result<()> {
        self.name("Target input device type %1$s does not match source %2$s", |input| input.kind)?;
        self.word("Target input device bus %1$s does not match source %2$s", |input| input.bus)?;
        // The stock library shows the bus that has the number of the model.
        let shown = |input: &Input| match input.model {
            None => None,
            Some(InputModel::Virtio) => Some(InputBus::Ps2),
            Some(InputModel::VirtioTransitional) => Some(InputBus::Usb),
            Some(InputModel::VirtioNonTransitional) => Some(InputBus::Xen),
        };
        self.word("Target input model %1$s does not match source %2$s", shown)?;
        self.part(|input| &input.driver).check_virtio()?;
        self.part(|input| &input.info).check_info()
    }
}

impl Pair<'_, Sound> {
    fn check_sound(self) -> Result<()> {
        self.name("Target sound card model %1$s does not match source %2$s", |sound| sound.model)?;
        let format = "Target sound card multichannel setting '%1$s' does not match source '%2$s'";
        self.word(format, |sound| sound.multichannel)?;
        self.part(|sound| &sound.info).check_info()
    }
}

impl Pair<'_, Video> {
    fn check_video(self) -> Result<()> {
        let model = self.part(|video| &video.model);
        model.name("Target video card model %1$s does not match source %2$s", |model| model.kind)?;
        model.number("Target video card ram %1$u does not match source %2$u", |model| model.ram)?;
        model.number("Target video card vram %1$u does not match source %2$u", |model| model.vram)?;
        model.number("Target video card vram64 %1$u does not match source %2$u", |model| model.vram64)?;
        model.number("Target video card vgamem %1$u does not match source %2$u", |model| model.vgamem)?;
        model.number("Target video card heads %1$u does not match source %2$u", |model| model.heads.unwrap_or(0))?;
        let [target, source] = model.both(|model| model.edid);
        if target != source {
            // The stock library shows no more.
            let format = "Target video card edid %1$s does not match source %2$s";
            return Err(refused(format, &[&"(null)", &"(null)"]));
        }
        let text = "Target video card acceleration does not match source";
        model.equal(text, |model| model.acceleration.is_some())?;
        // The stock library shows the number of the word.
        let number = |word: Option<YesNo>| match word {
            None => 0,
            Some(YesNo::Yes) => 1,
            Some(_) => 2,
        };
        let format = "Target video card 2d accel %1$u does not match source %2$u";
        model.number(format, |model| number(model.acceleration.as_ref().and_then(|accel| accel.accel2d)))?;
        let format = "Target video card 3d accel %1$u does not match source %2$u";
        model.number(format, |model| number(model.acceleration.as_ref().and_then(|accel| accel.accel3d)))?;
        let told = self.both(|video| video.driver != VideoDriver::default());
        self.part(|video| &video.driver.virtio).check_driver(told)?;
        self.part(|video| &video.info).check_info()
    }
}

impl Pair<'_, Memballoon> {
    fn check_balloon(self) -> Result<()> {
        self.name("Target balloon model %1$s does not match source %2$s", |balloon| balloon.model)?;
        let format = "Target balloon autodeflate attribute value '%1$s' does not match source '%2$s'";
        self.word(format, |balloon| balloon.autodeflate)?;
        let format = "Target balloon freePageReporting attribute value '%1$s' does not match source '%2$s'";
        self.word(format, |balloon| balloon.free_page_reporting)?;
        self.part(|balloon| &balloon.driver).check_virtio()?;
        self.part(|balloon| &balloon.info).check_info()
    }
}

impl Pair<'_, Rng> {
    fn check_rng(self) -> Result<()> {
        self.name("Target RNG model '%1$s' does not match source '%2$s'", |rng| rng.model)?;
        self.part(|rng| &rng.driver).check_virtio()?;
        self.part(|rng| &rng.info).check_info()
    }
}

impl Pair<'_, Shmem> {
    fn check_shmem(self) -> Result<()> {
        self.word("Target shared memory role '%1$s' does not match source role '%2$s'", |memory| memory.role)?;
        let format = "Target shared memory model '%1$s' does not match source model '%2$s'";
        self.name(format, |memory| memory.model)?;
        let format = "Target shared memory size '%1$llu' does not match source size '%2$llu'";
        self.number(format, |memory| memory.size.map_or(0, |size| size.0.0))?;
        let text = "Target shared memory server usage doesn't match source";
        self.equal(text, |memory| memory.server.is_some())?;
        self.equal("Target shared memory MSI configuration doesn't match source", |memory| memory.msi)?;
        self.part(|memory| &memory.info).check_info()
    }
}

impl Pair<'_, Tpm> {
    fn check_tpm(self) -> Result<()> {
        self.equal("Target TPM device type doesn't match source", |tpm| tpm.backend.kind)?;
        self.equal("Target TPM device model doesn't match source", |tpm| tpm.model)?;
        if self.source.backend.kind == TpmBackendType::Emulator {
            self.equal("Target TPM version doesn't match source", |tpm| tpm.backend.version)?;
            self.equal("Target active PCR banks doesn't match source", |tpm| &tpm.backend.banks.0)?;
        }
        self.part(|tpm| &tpm.info).check_info()
    }
}

impl Pair<'_, Iommu> {
    fn check_iommu(self) -> Result<()> {
        let format = "Target domain IOMMU device model '%1$s' does not match source '%2$s'";
        self.name(format, |iommu| iommu.model)?;
        self.part(|iommu| &iommu.driver).check()?;
        self.part(|iommu| &iommu.info).check_info()
    }
}

impl Pair<'_, IommuDriver> {
    fn check(self) -> Result<()> {
        let format = "Target domain IOMMU device intremap value '%1$s' does not match source '%2$s'";
        self.word(format, |driver| driver.intremap)?;
        let format = "Target domain IOMMU device caching mode '%1$s' does not match source '%2$s'";
        self.word(format, |driver| driver.caching_mode)?;
        self.word("Target domain IOMMU device eim value '%1$s' does not match source '%2$s'", |driver| driver.eim)?;
        self.word("Target domain IOMMU device iotlb value '%1$s' does not match source '%2$s'", |driver| driver.iotlb)?;
        let format = "Target domain IOMMU device aw_bits value '%1$u' does not match source '%2$u'";
        self.number(format, |driver| driver.aw_bits)?;
        let format = "Target domain IOMMU device dma translation '%1$s' does not match source '%2$s'";
        self.word(format, |driver| driver.dma_translation)?;
        self.word("Target domain IOMMU device xtsup '%1$s' does not match source '%2$s'", |driver| driver.xtsup)?;
        let format = "Target domain IOMMU device passthrough '%1$s' does not match source '%2$s'";
        self.word(format, |driver| driver.passthrough)
    }
}

impl Pair<'_, Vsock> {
    fn check_vsock(self) -> Result<()> {
        let format = "Target domain vsock device model '%1$s' does not match source '%2$s'";
        self.word(format, |vsock| vsock.model)?;
        self.part(|vsock| &vsock.driver).check_virtio()?;
        self.part(|vsock| &vsock.info).check_info()
    }
}

impl Pair<'_, Pstore> {
    fn check_pstore(self) -> Result<()> {
        let format = "Target pstore device backend '%1$s' does not match source '%2$s'";
        self.name(format, |pstore| pstore.backend)?;
        self.number("Target pstore size '%1$llu' does not match source '%2$llu'", |pstore| pstore.size.0)?;
        self.part(|pstore| &pstore.info).check_info()
    }
}
