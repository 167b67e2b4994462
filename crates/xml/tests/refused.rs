//! Devices that the stock library refuses, and with which words; and some that it prints otherwise than they were told.
#![expect(clippy::unwrap_used, reason = "a test may fail so")]
use oxivirt_model::Result;
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};

const HEAD: &str = "<domain type='test'><name>i</name><memory>4194304</memory><maxMemory slots='4'>9999999</maxMemory>\
    <os><type arch='x86_64'>hvm</type></os>\
    <cpu><numa><cell id='0' cpus='0' memory='4194304'/></numa></cpu><devices>";

const DRIVER: Completion<'static> = Completion {
    arch: "x86_64",
    mac_prefix: [0x52, 0x54, 0x00],
    random: &|bytes| bytes.fill(7),
    interface_prefix: Some("testnet"),
};

fn define(devices: &str) -> Result<String> {
    let document = format!("{HEAD}{devices}</devices></domain>");
    let mut domain = Domain::parse(document.as_bytes(), ParseOptions::default())?;
    domain.complete(&DRIVER)?;
    domain.validate()?;
    Ok(String::from_utf8(domain.format(FormatFlags::default())).unwrap())
}

/// Devices and the error's text, without its beginning where that repeats itself.
const REFUSED: &[(&str, &str)] = &[
    ("<interface type='bridge'><ip/></interface>", "interface type='bridge' requires a 'source' element"),
    ("<interface type='hostdev'/>", "unknown host device source address type '(null)'"),
    ("<interface><virtualport type='x'/></interface>", "<virtualport> element unsupported for <interface type='user'>"),
    ("<interface><source><ip address='1'/></source></interface>", "is only supported on interfaces of type 'ethernet'"),
    ("<interface><ip/></interface>", "Missing required address in <ip>"),
    ("<interface><ip address='::1' family='ipv4'/></interface>", "Invalid address '::1' in <ip>"),
    ("<interface><ip address='::1' prefix='129'/></interface>", "Invalid prefix value '129' in <ip>"),
    ("<interface><ip address='1.2.3.4' peer='::1'/></interface>", "Invalid peer '::1' in <ip>"),
    ("<interface><bandwidth classID='1'/></interface>", "classID attribute not supported on <bandwidth>"),
    ("<interface><bandwidth><inbound floor='0'/></bandwidth></interface>", "floor attribute is not supported"),
    ("<interface><backend hostname='a'/></interface>", "The 'fqdn' attribute of the <backend> element"),
    ("<interface type='null'><backend type='passt'/></interface>", "The 'passt' backend can only be used"),
    (
        "<interface><backend type='passt'/><portForward proto='tcp'><range to='2'/></portForward></interface>",
        "The 'range' of a 'portForward' requires 'start'",
    ),
    ("<interface><driver iommu='on'/></interface>", "iommu driver option is only supported for virtio"),
    ("<interface><driver page_per_vq='on'/></interface>", "page_per_vq option is only supported for virtio"),
    ("<interface><vlan><tag id='1'/></vlan></interface>", " - vlan tag not supported for this connection type"),
    ("<interface><port isolated='yes'/></interface>", "is not supported for network interfaces with type='user'"),
    (
        "<interface type='network'><source network='n'/><port isolated='yes'/><virtualport type='openvswitch'/></interface>",
        "is not supported for network interfaces with virtualport type='openvswitch'",
    ),
    (
        "<interface><target managed='no'/></interface>",
        "unmanaged target dev is not supported on interfaces of type 'user'",
    ),
    ("<interface><teaming type='transient'/></interface>", "must be set if teaming type is 'transient'"),
    (
        "<interface><teaming type='persistent' persistent='a'/></interface>",
        "not allowed if teaming type is 'persistent'",
    ),
    ("<interface><teaming persistent='a'/></interface>", "unknown teaming type '(null)'"),
    ("<sound model='usb'><address type='unassigned'/></sound>", "address of type 'unassigned' is supported only for"),
    ("<input type='tablet' bus='xen'/>", "unsupported input bus xen"),
    ("<input type='tablet' bus='ps2'/>", "ps2 bus does not support tablet input device"),
    ("<input type='passthrough' bus='usb'/>", "only bus 'virtio' is supported for 'passthrough' input devices"),
    ("<input type='evdev' bus='usb'/>", "input evdev doesn't support bus element"),
    ("<input type='mouse' bus='usb' model='virtio'/>", "only bus 'virtio' is supported for input model 'virtio'"),
    ("<graphics type='sdl'><gl/></graphics>", "Missing required attribute 'enable' in element 'gl'"),
    ("<graphics type='vnc' wait='x'/>", "Invalid value for attribute 'wait' in element 'graphics': 'x'."),
    ("<graphics type='dbus' p2p='yes' address='x'/>", "D-Bus p2p with an address is not supported"),
    ("<graphics type='vnc'><audio id='1'/></graphics>", "no audio device with ID 1"),
    ("<sound model='ich6'><audio id='1'/></sound>", "no audio device with ID 1"),
    ("<audio id='1' type='none'/><audio id='1' type='none'/>", "audio ID 1 is used multiple times"),
    ("<graphics type='vnc'><audio/></graphics>", "Missing required attribute 'id' in element 'audio'"),
    ("<sound model='ich6'><audio/></sound>", "Missing required attribute 'id' in element 'audio'"),
    ("<interface><teaming type='transient' persistent=''/></interface>", "must be set if teaming type is 'transient'"),
    ("<graphics type='spice'><mouse/></graphics>", "Missing required attribute 'mode' in element 'mouse'"),
    ("<graphics type='rdp' autoport='x'/>", "Invalid value for attribute 'autoport' in element 'graphics': 'x'."),
    ("<graphics type='vnc' passwd='x' passwdValidTo='x'/>", "cannot parse password validity time 'x', expect YYYY-"),
    ("<vsock><driver iommu='on'/></vsock>", "iommu driver option is only supported for virtio devices"),
    ("<interface><vlan trunk='x'/></interface>", "missing tag id - each <vlan> must have at least one"),
    (
        "<interface type='udp'><source address='a' port='1'><local address='b'/></source></interface>",
        "Missing required attribute 'port' in element 'local'",
    ),
    (
        "<interface><model type='virtio'/><driver name='x'/></interface>",
        "Invalid value for attribute 'name' in element",
    ),
    ("<sound model='ich6'><codec type='x'/></sound>", "unknown codec type 'x'"),
    ("<sound model='ich6'><codec/></sound>", "unknown codec type '(null)'"),
    ("<crypto model='virtio' type='qemu'/>", "only one crypto backend is supported"),
    ("<audio id='x'/>", "Missing required attribute 'type' in element 'audio'"),
    ("<sound model='virtio' streams='0'/>", "in element 'sound': Zero is not permitted"),
    ("<video><model type='vga' vram64='1'/></video>", "vram64 attribute only supported for video type qxl"),
    ("<video><model type='qxl' edid='on'/></video>", "video type 'qxl' does not support edid"),
    (
        "<video><driver name='vhostuser'/><model type='vga'/></video>",
        "'vhostuser' driver is only supported with 'virtio'",
    ),
    (
        "<video><model type='virtio'><acceleration rendernode='/x'/></model></video>",
        "unsupported rendernode accel attribute without 'vhostuser'",
    ),
    ("<tpm><backend type='emulator'><profile source='a'/></backend></tpm>", "<profile/> requires TPM version '2.0'"),
    (
        "<tpm><backend type='emulator'><active_pcr_banks><sha1/></active_pcr_banks></backend></tpm>",
        "<active_pcr_banks/> requires TPM version '2.0'",
    ),
    ("<tpm><backend type='external'/></tpm>", "missing external TPM backend source type"),
    ("<tpm><backend type='external'><source type='dir'/></backend></tpm>", "only source type 'unix' is supported"),
    (
        "<tpm><backend type='external'><source type='unix' mode='bind'/></backend></tpm>",
        "only 'connect' mode is supported",
    ),
    ("<tpm><backend type='external'><source type='unix'/></backend></tpm>", "missing socket path for external TPM"),
    ("<shmem name='/a'/>", "shmem name cannot include '/' character"),
    ("<shmem name='..'/>", "shmem name cannot be equal to '..'"),
    (
        "<hostdev mode='subsystem' type='scsi'><source/></hostdev>",
        "'address' must be specified for scsi hostdev source",
    ),
    (
        "<hostdev mode='subsystem' type='scsi'><source><address bus='0' target='0' unit='0'/></source></hostdev>",
        "'adapter' name must be specified for scsi hostdev source",
    ),
    (
        "<hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source><address type='pci'/></hostdev>",
        "USB host device must use 'usb' address type",
    ),
];

/// Memory devices of 1 GiB: attributes and source, what the target says, the error's text.
const MEMORY: &[(&str, &str, &str)] = &[
    ("model='nvdimm'>", "", "path is required for model 'nvdimm'"),
    ("model='nvdimm' discard='yes'><source><path>/x</path></source>", "", "discard is not supported for nvdimms"),
    (
        "model='nvdimm'><uuid>10867fce-accb-43ce-9b69-52811266838e</uuid><source><path>/x</path></source>",
        "",
        "UUID is not supported for NVDIMM device",
    ),
    (
        "model='virtio-pmem' access='private'><source><path>/x</path></source>",
        "",
        "shared access mode required for virtio-pmem device",
    ),
    (
        "model='virtio-pmem' access='shared'><source><path>/x</path></source>",
        "<node>0</node>",
        "virtio-pmem does not support NUMA nodes",
    ),
    ("model='virtio-mem'>", "", "block size must be a power of two"),
    ("model='virtio-mem'>", "<block>1024</block>", "block size too small, must be at least 2048KiB"),
    (
        "model='virtio-mem'>",
        "<block>2048</block><requested>1024</requested>",
        "must be an integer multiple of block size",
    ),
    ("model='virtio-mem'>", "<block>2048</block><requested>2097152</requested>", "or equal to @size (1048576KiB)"),
    ("model='dimm'><driver packed='on'/>", "", "packed driver option is only supported for virtio devices"),
    (
        "model='virtio-pmem' access='shared'><source><path>/x</path></source>",
        "<address base='0x10'/>",
        "memory address must be aligned to 4096 bytes",
    ),
    ("model='dimm'><source><pagesize>x</pagesize></source>", "", "for element or attribute './pagesize'"),
    ("model='dimm'>", "<node>2147483648</node>", "invalid value of memory device node"),
];

#[test]
fn devices_are_refused_with_the_stock_librarys_words() {
    let memory = MEMORY.iter().map(|(head, target, text)| {
        let device = format!("<memory {head}<target><size>1048576</size>{target}</target></memory>");
        (device, *text)
    });
    for (devices, text) in REFUSED.iter().map(|(devices, text)| ((*devices).to_owned(), *text)).chain(memory) {
        let told = define(&devices).map_err(|error| error.text().to_string());
        assert!(told.as_ref().is_err_and(|told| told.contains(text)), "{devices}: {told:?}");
    }
}

#[test]
fn devices_are_printed_as_the_stock_library_prints_them() {
    let printed = [
        ("<interface type='vhostuser'/>", "<source type='unix' mode='client'/>"),
        ("<interface><driver queues='-1' txmode='x'/></interface>", "<interface type='user'>"),
        ("<interface><source port='x' switchid='x' connectionid='x'/></interface>", "<interface type='user'>"),
        ("<interface><source><reconnect enabled='yes'/></source></interface>", "<interface type='user'>"),
        (
            "<memory model='virtio-pmem' access='shared'><driver ats='on'/><source><path>/x</path><alignsize>x</alignsize>\
             </source><target><size>1024</size><block>x</block></target></memory>",
            "<driver ats='on'/>",
        ),
        ("<interface><teaming/></interface>", "<interface type='user'>"),
        ("<interface><bandwidth><inbound average='0'/></bandwidth></interface>", "<bandwidth>"),
        ("<interface type='bridge'><source bridge='b'/><filterref filter=''/></interface>", "<filterref filter=''/>"),
        ("<graphics type='sdl' fullscreen='no'/>", "<graphics type='sdl' fullscreen='no'/>"),
        ("<graphics type='vnc' port='0' wait='no'/>", "<graphics type='vnc' port='-1' autoport='yes' wait='no'>"),
        ("<graphics type='vnc' port='-1' autoport='no'/>", "<graphics type='vnc' port='-1' autoport='no'>"),
        ("<graphics type='rdp' port='0'/>", "<graphics type='rdp' port='0' autoport='yes'>"),
        ("<graphics type='rdp' autoport='no'/>", "<graphics type='rdp'>"),
        ("<graphics type='sdl' port='x' p2p='x' websocket='x' connected='x'/>", "<graphics type='sdl'/>"),
        ("<graphics type='vnc' passwd='x' passwdValidTo='2026-1-2T3:4:5'/>", "passwdValidTo='2026-01-02T03:04:05'"),
        ("<graphics type='vnc' passwd='x' passwdValidTo='2026-2-29T3:4:5'/>", "passwdValidTo='1970-01-01T00:00:00'"),
        ("<interface><model type='virtio'/><driver><guest gso='x'/></driver></interface>", "<model type='virtio'/>"),
        ("<sound model='sb16' multichannel='x'><codec type='x'/></sound>", "<sound model='sb16'/>"),
        ("<audio id='1' type='alsa' tryMMap='x' driver='x'/>", "<audio id='1' type='alsa'/>"),
        ("<shmem name='a' role='x'/>", "<shmem name='a'>"),
        ("<input type='mouse'><source dev='/x' grab='x'/></input>", "<input type='mouse' bus='ps2'/>"),
        ("<tpm><backend type='passthrough' version='x' debug='x'/></tpm>", "<device path='/dev/tpm0'/>"),
        ("<interface><backend tap='/dev//x'/></interface>", "<backend tap='/dev/x'/>"),
        ("<interface managed='x'/>", "<interface type='user'>"),
        ("<sound model='sb16' streams='0'/>", "<sound model='sb16'/>"),
        ("<video><model type='virtio' device='d' edid='on'/></video>", "edid='on' device='d'/>"),
    ];
    for (devices, text) in printed {
        let told = define(devices).unwrap();
        assert!(told.contains(text), "{devices}: {told}");
    }
}
