//! `<sound>` and `<audio>`.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::DeviceInfo;
use crate::element::{Context, Rules, Source};
use crate::tree::Node;
use crate::value::{YesNo, words};

words! {
    /// The model of a sound card.
    SoundModel {
        Sb16 = "sb16", Es1370 = "es1370", Pcspk = "pcspk", Ac97 = "ac97", Ich6 = "ich6", Ich9 = "ich9", Usb = "usb", Ich7 = "ich7",
        Virtio = "virtio",
    }
    /// A codec.
    CodecType { Duplex = "duplex", Micro = "micro", Output = "output" }
    /// Where sound goes.
    AudioType {
        None = "none", Alsa = "alsa", Coreaudio = "coreaudio", Jack = "jack", Oss = "oss", Pulseaudio = "pulseaudio", Sdl = "sdl",
        Spice = "spice", File = "file", Dbus = "dbus", Pipewire = "pipewire",
    }
    /// Driver of SDL.
    SdlDriver { Esd = "esd", Alsa = "alsa", Arts = "arts", Pulseaudio = "pulseaudio" }
    /// Format of samples.
    SampleFormat { U8 = "u8", S8 = "s8", U16 = "u16", S16 = "s16", U32 = "u32", S32 = "s32", F32 = "f32" }
}

/// `<sound>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Sound::check)]
pub struct Sound {
    /// The model.
    #[xml(attr = "model")]
    pub model: SoundModel,
    /// Whether a USB card has several channels.
    #[xml(attr = "multichannel", when = Sound::is_usb)]
    pub multichannel: Option<YesNo>,
    /// Streams of a virtio card.
    #[xml(attr = "streams", nonzero, when = Sound::is_virtio)]
    pub streams: Option<u32>,
    /// Codecs.
    #[xml(attr = "codec@type", when = Sound::has_codecs, bad(CONFIG_UNSUPPORTED, "unknown codec type '{}'"))]
    pub codecs: Vec<CodecType>,
    /// Where its sound goes.
    #[xml(attr = "audio@id", nonzero)]
    pub audio: Option<u32>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
}

impl Sound {
    fn is_usb(node: Node<'_>) -> bool {
        node.attr("model") == Some("usb")
    }

    fn has_codecs(node: Node<'_>) -> bool {
        matches!(node.attr("model"), Some("ich6" | "ich9"))
    }

    fn is_virtio(node: Node<'_>) -> bool {
        node.attr("model") == Some("virtio")
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        if Self::has_codecs(node) && node.elements("codec").any(|codec| codec.attr("type").is_none()) {
            return Err(cx.unsupported("unknown codec type '(null)'"));
        }
        if node.element("audio").is_some() && self.audio.is_none() {
            return Err(crate::element::missing_attribute("id", "audio"));
        }
        if self.model != SoundModel::Virtio {
            self.driver = VirtioOptions::default();
        }
        Ok(())
    }
}

/// `<audio>`: which attributes count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(before = Audio::check_kind, check = Audio::check)]
pub struct Audio {
    /// Its number.
    #[xml(attr = "id", nonzero)]
    pub id: u32,
    /// Where sound goes.
    #[xml(attr = "type")]
    pub kind: AudioType,
    /// Microseconds of the timer.
    #[xml(attr = "timerPeriod", nonzero)]
    pub timer_period: Option<u32>,
    /// Whether memory is mapped, of OSS.
    #[xml(attr = "tryMMap", when = Audio::is_oss)]
    pub try_mmap: Option<YesNo>,
    /// Whether the device is used alone, of OSS.
    #[xml(attr = "exclusive", when = Audio::is_oss)]
    pub exclusive: Option<YesNo>,
    /// Timing policy, of OSS.
    #[xml(attr = "dspPolicy", when = Audio::is_oss)]
    pub dsp_policy: Option<i32>,
    /// Server, of PulseAudio.
    #[xml(attr = "serverName")]
    pub server_name: Option<String>,
    /// Driver, of SDL.
    #[xml(attr = "driver", when = Audio::is_sdl)]
    pub driver: Option<SdlDriver>,
    /// Path of the file.
    #[xml(attr = "path")]
    pub path: Option<String>,
    /// Directory, of PipeWire.
    #[xml(attr = "runtimeDir")]
    pub runtime_dir: Option<String>,
    /// What is recorded.
    #[xml(child = "input", default)]
    pub input: AudioDirection,
    /// What is played.
    #[xml(child = "output", default)]
    pub output: AudioDirection,
}

/// `<input>`, `<output>` of `<audio>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = AudioDirection::check)]
pub struct AudioDirection {
    /// Whether the hypervisor mixes.
    #[xml(attr = "mixingEngine")]
    pub mixing_engine: Option<YesNo>,
    /// Whether the settings are fixed.
    #[xml(attr = "fixedSettings")]
    pub fixed_settings: Option<YesNo>,
    /// Voices.
    #[xml(attr = "voices", nonzero)]
    pub voices: Option<u32>,
    /// Microseconds of the buffer.
    #[xml(attr = "bufferLength", nonzero)]
    pub buffer_length: Option<u32>,
    /// Device, of ALSA and OSS.
    #[xml(attr = "dev")]
    pub dev: Option<String>,
    /// Buffers, of Core Audio, OSS and SDL.
    #[xml(attr = "bufferCount", omit_default)]
    pub buffer_count: u32,
    /// Whether polling is tried, of OSS.
    #[xml(attr = "tryPoll")]
    pub try_poll: Option<YesNo>,
    /// Server, of JACK.
    #[xml(attr = "serverName")]
    pub server_name: Option<String>,
    /// Name of the client, of JACK.
    #[xml(attr = "clientName")]
    pub client_name: Option<String>,
    /// Ports, of JACK.
    #[xml(attr = "connectPorts")]
    pub connect_ports: Option<String>,
    /// Whether the name is exact, of JACK.
    #[xml(attr = "exactName")]
    pub exact_name: Option<YesNo>,
    /// Sink or source, of PulseAudio and PipeWire.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Name of the stream, of PulseAudio and PipeWire.
    #[xml(attr = "streamName")]
    pub stream_name: Option<String>,
    /// Microseconds of delay, of PulseAudio and PipeWire.
    #[xml(attr = "latency", omit_default)]
    pub latency: u32,
    /// The fixed settings.
    #[xml(child = "settings", keep)]
    pub settings: Option<AudioSettings>,
}

/// `<settings>` of an audio direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct AudioSettings {
    /// Samples each second.
    #[xml(attr = "frequency", nonzero)]
    pub frequency: Option<u32>,
    /// Channels.
    #[xml(attr = "channels", nonzero)]
    pub channels: Option<u32>,
    /// Format of samples.
    #[xml(attr = "format")]
    pub format: Option<SampleFormat>,
}

impl AudioDirection {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let fixed = self.fixed_settings == Some(YesNo::Yes);
        if fixed && self.mixing_engine != Some(YesNo::Yes) {
            return Err(cx.unsupported("fixed audio settings requires mixing engine"));
        }
        if self.settings.is_some() && !fixed {
            return Err(cx.unsupported("audio settings specified without fixed settings flag"));
        }
        if fixed {
            self.settings.get_or_insert_default();
        }
        Ok(())
    }

    /// Keeps what a type of audio has.
    fn keep(&mut self, kind: AudioType) {
        use AudioType::{Alsa, Coreaudio, Jack, Oss, Pipewire, Pulseaudio, Sdl};
        if !matches!(kind, Alsa | Oss) {
            self.dev = None;
        }
        if !matches!(kind, Coreaudio | Oss | Sdl) {
            self.buffer_count = 0;
        }
        if kind != Oss {
            self.try_poll = None;
        }
        if kind != Jack {
            (self.server_name, self.client_name, self.connect_ports, self.exact_name) = (None, None, None, None);
        }
        if !matches!(kind, Pulseaudio | Pipewire) {
            (self.name, self.stream_name, self.latency) = (None, None, 0);
        }
    }
}

impl Audio {
    fn is_oss(node: Node<'_>) -> bool {
        node.attr("type") == Some("oss")
    }

    fn is_sdl(node: Node<'_>) -> bool {
        node.attr("type") == Some("sdl")
    }

    /// Reads the type before the number, which it follows in print.
    fn check_kind(node: Node<'_>, cx: &Context) -> Result<()> {
        Source::attr(node, "", "type").required::<AudioType>(cx, &Rules::NONE).map(drop)
    }

    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let kind = self.kind;
        self.input.keep(kind);
        self.output.keep(kind);
        if let Some(policy) = self.dsp_policy.filter(|policy| *policy < 0) {
            return Err(cx.xml(format!("cannot parse 'dspPolicy' value '{policy}'")));
        }
        if kind != AudioType::Pulseaudio {
            self.server_name = None;
        }
        if kind != AudioType::File {
            self.path = None;
        }
        if kind != AudioType::Pipewire {
            self.runtime_dir = None;
        }
        Ok(())
    }
}
