//! What character devices cannot be.
use oxivirt_model::{ErrorCode, Result};

use super::{refuse, refuse_with};
use crate::domain::Domain;
use crate::domain::devices::chardev::{CharDevice, CharMode, CharSource, CharType, SmartcardMode};
use crate::domain::devices::controller::ControllerType;
use crate::domain::devices::small::RngBackendModel;

fn internal(detail: &str) -> Result<()> {
    refuse_with(ErrorCode::INTERNAL_ERROR, detail)
}

impl CharSource {
    /// Checks the host's side; `path_may_miss` is for sockets that the driver names.
    fn validate(&self, path_may_miss: bool) -> Result<()> {
        let first = self.sources.first().cloned().unwrap_or_default();
        let listens = first.mode == Some(CharMode::Bind);
        let reconnects = first.reconnect.as_ref().is_some_and(|it| it.enabled.is_some());
        match self.kind {
            Some(CharType::File | CharType::Dev | CharType::Pipe) if first.path.is_none() => {
                internal("Missing source path attribute for char device")
            }
            Some(CharType::Nmdm) if first.master.is_some() != first.slave.is_some() => {
                internal("Should define both master and slave path attributes for nmdm device")
            }
            Some(CharType::Tcp) if first.host.is_none() => internal("Missing source host attribute for char device"),
            Some(CharType::Tcp) if first.service.is_none() => {
                internal("Missing source service attribute for char device")
            }
            Some(CharType::Unix) if first.path.is_none() && !path_may_miss => {
                internal("Missing source path attribute for char device")
            }
            Some(CharType::Tcp | CharType::Unix) if listens && reconnects => {
                internal("chardev reconnect is possible only for connect mode")
            }
            Some(CharType::Udp) => {
                let service = self
                    .sources
                    .iter()
                    .filter(|it| it.mode != Some(CharMode::Bind))
                    .any(|it| it.service.as_deref().is_some_and(|text| !text.is_empty()));
                if service { Ok(()) } else { internal("Missing source service attribute for char device") }
            }
            Some(CharType::Spiceport | CharType::Dbus) => check_channel(first.channel.as_deref()),
            _ => Ok(()),
        }
    }
}

fn check_channel(name: Option<&str>) -> Result<()> {
    let Some(name) = name else { return refuse("Missing source channel attribute for char device") };
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte)) {
        return Ok(());
    }
    refuse_with(ErrorCode::INVALID_ARG, "Invalid character in source channel for char device")
}

impl Domain {
    fn has_usb(&self) -> bool {
        let usb = |it: &&crate::domain::devices::controller::Controller| it.kind == ControllerType::Usb;
        self.devices.controllers.iter().filter(usb).any(|it| it.model.as_deref() != Some("none"))
    }

    /// Checks all character devices.
    pub(super) fn validate_characters(&self) -> Result<()> {
        let devices = &self.devices;
        for smartcard in devices.smartcards.iter().filter(|it| it.mode == SmartcardMode::Passthrough) {
            smartcard.source.validate(false)?;
        }
        let lines = [&devices.serials, &devices.parallels, &devices.consoles];
        for device in lines.into_iter().flatten() {
            device.source.validate(false)?;
        }
        let named = |it: &CharDevice| {
            let kind = it.target.as_ref().and_then(|target| target.kind.as_deref());
            matches!(kind, Some("virtio" | "xen"))
        };
        for device in &devices.channels {
            device.source.validate(named(device))?;
        }
        for rng in devices.rngs.iter().filter(|it| it.backend.model == RngBackendModel::Egd) {
            rng.backend.source.validate(false)?;
        }
        for redirected in &devices.redirdevs {
            if !self.has_usb() {
                return refuse("cannot add redirected USB device: USB is disabled for this domain");
            }
            redirected.source.validate(false)?;
        }
        Ok(())
    }
}
