//! Devices plugged in and out while a domain runs, keys and signals sent into it, its graphics and consoles.
use super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Str, Stream, Text, reply};
use oxivirt_model::{constants, message};
use oxivirt_protocol::remote;

impl Domain {
    /// Plugs a device into the running domain: `virDomainAttachDevice`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn attach_device<'a>(&self, xml: impl Into<Str<'a>>) -> Result<()> {
        let op = self.op(&Function("virDomainAttachDevice", FROM)).write()?;
        let args = remote::DomainAttachDeviceArgs { dom: self.wire(), xml: xml.into() };
        op.call(|driver, call| driver.domain_attach_device(call, &args))
    }

    /// Adds a device: `virDomainAttachDeviceFlags`. `flags` are virDomainDeviceModifyFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn attach_device_flags<'a>(&self, xml: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainAttachDeviceFlags", FROM)).write()?;
        let args = remote::DomainAttachDeviceFlagsArgs { dom: self.wire(), xml: xml.into(), flags };
        op.call(|driver, call| driver.domain_attach_device_flags(call, &args))
    }

    /// Unplugs a device from the running domain: `virDomainDetachDevice`. An event tells when the guest has let it go.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn detach_device<'a>(&self, xml: impl Into<Str<'a>>) -> Result<()> {
        let op = self.op(&Function("virDomainDetachDevice", FROM)).write()?;
        let args = remote::DomainDetachDeviceArgs { dom: self.wire(), xml: xml.into() };
        op.call(|driver, call| driver.domain_detach_device(call, &args))
    }

    /// Removes a device: `virDomainDetachDeviceFlags`. `flags` are virDomainDeviceModifyFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn detach_device_flags<'a>(&self, xml: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainDetachDeviceFlags", FROM)).write()?;
        let args = remote::DomainDetachDeviceFlagsArgs { dom: self.wire(), xml: xml.into(), flags };
        op.call(|driver, call| driver.domain_detach_device_flags(call, &args))
    }

    /// Removes the device with this alias: `virDomainDetachDeviceAlias`. `flags` are virDomainDeviceModifyFlags. An event tells
    /// when the guest has let it go.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn detach_device_alias<'a>(&self, alias: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainDetachDeviceAlias", FROM)).write()?;
        let args = remote::DomainDetachDeviceAliasArgs { dom: self.wire(), alias: alias.into(), flags };
        op.call(|driver, call| driver.domain_detach_device_alias(call, &args))
    }

    /// Changes a device: `virDomainUpdateDeviceFlags`. `flags` are virDomainDeviceModifyFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn update_device_flags<'a>(&self, xml: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainUpdateDeviceFlags", FROM)).write()?;
        let args = remote::DomainUpdateDeviceFlagsArgs { dom: self.wire(), xml: xml.into(), flags };
        op.call(|driver, call| driver.domain_update_device_flags(call, &args))
    }

    /// Presses keys of a virKeycodeSet together for `hold_time` milliseconds: `virDomainSendKey`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, there are no keys or more than 16, the set is not known, or the driver refuses.
    pub fn send_key(&self, code_set: u32, hold_time: u32, key_codes: &[u32], flags: u32) -> Result<()> {
        let function = Function("virDomainSendKey", FROM);
        let op = self.op(&function).write()?.some("nkeycodes", key_codes)?;
        if code_set > constants::VIR_KEYCODE_SET_QNUM {
            return Err(function.invalid("codeset", message!("Unsupported codeset '%1$d'", code_set.cast_signed())));
        }
        let most = constants::VIR_DOMAIN_SEND_KEY_MAX_KEYS;
        if key_codes.len() > most as usize {
            return Err(function.invalid("nkeycodes", message!("nkeycodes must be <= %1$d", most)));
        }
        let args = remote::DomainSendKeyArgs {
            dom: self.wire(),
            codeset: code_set,
            holdtime: hold_time,
            keycodes: key_codes.to_vec(),
            flags,
        };
        op.call(|driver, call| driver.domain_send_key(call, &args))
    }

    /// Sends a virDomainProcessSignal to a process of the guest, or to a process group for a negative number:
    /// `virDomainSendProcessSignal`. `flags` are none so far.
    ///
    /// # Errors
    /// `pid` is 0, the connection is read-only, or the driver refuses.
    pub fn send_process_signal(&self, pid: i64, signal: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSendProcessSignal", FROM));
        let op = op.not_zero("pid_value", pid.unsigned_abs())?.write()?;
        let args = remote::DomainSendProcessSignalArgs { dom: self.wire(), pid_value: pid, signum: signal, flags };
        op.call(|driver, call| driver.domain_send_process_signal(call, &args))
    }

    /// Makes a virDomainGraphicsReloadType read its certificates again: `virDomainGraphicsReload`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn graphics_reload(&self, kind: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainGraphicsReload", FROM)).write()?;
        let args = remote::DomainGraphicsReloadArgs { dom: self.wire(), r#type: kind, flags };
        op.call(|driver, call| driver.domain_graphics_reload(call, &args))
    }

    /// Connects a stream with a channel, the first for `None`: `virDomainOpenChannel`. `flags` are virDomainChannelFlags.
    ///
    /// # Errors
    /// The connection is read-only, the stream is of another connection, or the driver refuses.
    pub fn open_channel<'a>(&self, name: Option<impl Into<Str<'a>>>, stream: &Stream, flags: u32) -> Result<()> {
        let function = Function("virDomainOpenChannel", FROM);
        let op = self.op(&function).write()?;
        self.must_match(stream, &function)?;
        let args = remote::DomainOpenChannelArgs { dom: self.wire(), name: name.map(Into::into), flags };
        op.open(stream, false, |driver, call| driver.domain_open_channel(call, &args))
    }

    /// Connects a stream with a console, the first for `None`: `virDomainOpenConsole`. `flags` are virDomainConsoleFlags.
    ///
    /// # Errors
    /// The connection is read-only, the stream is of another connection, or the driver refuses.
    pub fn open_console<'a>(&self, device: Option<impl Into<Str<'a>>>, stream: &Stream, flags: u32) -> Result<()> {
        let function = Function("virDomainOpenConsole", FROM);
        let op = self.op(&function).write()?;
        self.must_match(stream, &function)?;
        let args = remote::DomainOpenConsoleArgs { dom: self.wire(), dev_name: device.map(Into::into), flags };
        op.open(stream, false, |driver, call| driver.domain_open_console(call, &args))
    }

    /// Takes a picture of a screen, which comes through the stream: `virDomainScreenshot`. `flags` are none so far. Returns the
    /// picture's MIME type.
    ///
    /// # Errors
    /// The connection is read-only, the stream is of another connection, or the driver refuses.
    pub fn screenshot(&self, stream: &Stream, screen: u32, flags: u32) -> Result<Text> {
        let function = Function("virDomainScreenshot", FROM);
        let op = self.op(&function).write()?;
        self.must_match(stream, &function)?;
        let args = remote::DomainScreenshotArgs { dom: self.wire(), screen, flags };
        let mime = op.open(stream, false, |driver, call| {
            Ok(driver.domain_screenshot(call, &args)?.mime.as_ref().map(Text::from))
        })?;
        mime.ok_or_else(reply::unexplained)
    }

    /// Refuses a stream of another connection.
    #[doc(hidden)]
    pub fn must_match(&self, stream: &Stream, function: &Function) -> Result<()> {
        if stream.connection().is_same(self.connection()) {
            return Ok(());
        }
        // What the argument is called in C.
        let name = if function.0 == "virDomainScreenshot" { "stream" } else { "st" };
        Err(function.invalid(name, message!("stream must match connection of domain '%1$s'", self.name().as_bytes())))
    }
}
