//! What interfaces, input devices, TPMs, shared memory and sound cannot be.
use oxivirt_model::{ErrorCode, Result};

use super::{refuse, refuse_with};
use crate::domain::Domain;
use crate::domain::devices::graphics::GraphicsType;
use crate::domain::devices::input::{Input, InputBus, InputType};
use crate::domain::devices::interface::Interface;
use crate::domain::devices::small::Shmem;
use crate::domain::devices::tpm::{Tpm, TpmBackendType, TpmSourceType, TpmVersion};
use crate::domain::os::OsType;
use crate::value::OnOff;

impl Input {
    fn validate(&self, domain: &Domain) -> Result<()> {
        let kind = self.kind.as_str();
        let internal = |detail: String| refuse_with(ErrorCode::INTERNAL_ERROR, detail);
        let is_plain = matches!(self.kind, InputType::Mouse | InputType::Keyboard);
        let paravirtual = match domain.os_type() {
            OsType::Hvm => false,
            OsType::Xen | OsType::XenPvh => true,
            _ => return Ok(()),
        };
        match self.bus {
            Some(bus) if (bus == InputBus::Xen) != paravirtual => {
                return internal(format!("unsupported input bus {}", bus.as_str()));
            }
            Some(bus @ (InputBus::Ps2 | InputBus::Xen)) if !is_plain => {
                return internal(format!("{} bus does not support {kind} input device", bus.as_str()));
            }
            _ => {}
        }
        let bus = self.bus.unwrap_or(InputBus::None);
        if self.kind == InputType::Passthrough && bus != InputBus::Virtio {
            return refuse("only bus 'virtio' is supported for 'passthrough' input devices");
        }
        if self.kind == InputType::Evdev && bus != InputBus::None {
            return refuse("input evdev doesn't support bus element");
        }
        if let Some(model) = self.model.filter(|_| bus != InputBus::Virtio) {
            return refuse(format!("only bus 'virtio' is supported for input model '{}'", model.as_str()));
        }
        let no_ps2 = domain.features.ps2.as_ref().is_some_and(|told| told.state == OnOff::Off);
        if no_ps2 && bus == InputBus::Ps2 {
            return refuse("ps2 bus inputs require the ps2 feature not to be disabled");
        }
        Ok(())
    }
}

impl Tpm {
    fn validate(&self) -> Result<()> {
        let refuse = |detail: &str| refuse_with(ErrorCode::XML_ERROR, detail);
        let backend = &self.backend;
        match backend.kind {
            TpmBackendType::Emulator if backend.version != Some(TpmVersion::V20) => {
                if !backend.banks.0.is_empty() {
                    return refuse("<active_pcr_banks/> requires TPM version '2.0'");
                }
                if backend.profile_source.is_some() {
                    return refuse("<profile/> requires TPM version '2.0'");
                }
            }
            TpmBackendType::External => {
                if backend.source_kind != Some(TpmSourceType::Unix) {
                    return refuse("only source type 'unix' is supported for external TPM device");
                }
                if backend.source_mode.as_deref() == Some("bind") {
                    return refuse("only 'connect' mode is supported for external TPM device");
                }
                if backend.source_path.is_none() {
                    return refuse("missing socket path for external TPM device");
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Shmem {
    fn validate(&self) -> Result<()> {
        if self.name.contains('/') {
            return refuse("shmem name cannot include '/' character");
        }
        if matches!(self.name.as_str(), "." | "..") {
            return refuse(format!("shmem name cannot be equal to '{}'", self.name));
        }
        Ok(())
    }
}

impl Domain {
    /// Checks interfaces and small devices one by one.
    pub(super) fn validate_peripherals(&self) -> Result<()> {
        let devices = &self.devices;
        devices.interfaces.iter().try_for_each(Interface::validate)?;
        devices.inputs.iter().try_for_each(|input| input.validate(self))?;
        devices.tpms.iter().try_for_each(Tpm::validate)?;
        devices.shmems.iter().try_for_each(Shmem::validate)
    }

    /// Checks that sound goes to what is there, once.
    pub(super) fn validate_sounds(&self) -> Result<()> {
        let devices = &self.devices;
        let of_vnc = devices.graphics.iter().filter(|it| it.kind == GraphicsType::Vnc).filter_map(|it| it.audio);
        for id in devices.sounds.iter().filter_map(|it| it.audio).chain(of_vnc) {
            if devices.audios.iter().all(|audio| audio.id != id) {
                return refuse_with(ErrorCode::XML_ERROR, format!("no audio device with ID {id}"));
            }
        }
        for (at, audio) in devices.audios.iter().enumerate() {
            if devices.audios.iter().take(at).any(|other| other.id == audio.id) {
                return refuse_with(ErrorCode::XML_ERROR, format!("audio ID {} is used multiple times", audio.id));
            }
        }
        Ok(())
    }
}
