//! What documents of devices come to: what is printed of them, or the error, as by the stock library.
#![expect(clippy::unwrap_used, reason = "a test may fail so")]
use oxivirt_model::Result;
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};

const DRIVER: Completion<'static> = Completion {
    arch: "x86_64",
    mac_prefix: [0x52, 0x54, 0x00],
    random: &|bytes| bytes.fill(7),
    interface_prefix: Some("testnet"),
};

/// Returns what is printed of a domain with the device, on one line.
fn printed(device: &str) -> Result<String> {
    let document = format!(
        "<domain type='test'><name>a</name><memory>1024</memory><os><type>hvm</type></os><devices>{device}</devices></domain>"
    );
    let mut domain = Domain::parse(document.as_bytes(), ParseOptions::default())?;
    domain.complete(&DRIVER)?;
    domain.validate()?;
    let text = String::from_utf8(domain.format(FormatFlags::default())).unwrap();
    Ok(text.lines().map(str::trim).collect())
}

/// Checks that of each device the text is printed, or not if it begins with `!`.
fn accepted(devices: &[(&str, &str)]) {
    for (device, wanted) in devices {
        let text = printed(device).unwrap_or_else(|error| error.text().into_owned());
        match wanted.strip_prefix('!') {
            Some(unwanted) => assert!(text.starts_with('<') && !text.contains(unwanted), "{device}: {text}"),
            None => assert!(text.contains(wanted), "{device}: {text}"),
        }
    }
}

/// Checks the error of each device.
fn refused(devices: &[(&str, &str)]) {
    for (device, wanted) in devices {
        let text = printed(device).unwrap_or_else(|error| error.text().into_owned());
        assert_eq!(text, *wanted, "{device}");
    }
}

fn controllers(inside: &[(&str, &str)]) -> Vec<(String, String)> {
    inside.iter().map(|(it, wanted)| (format!("<controller>{it}</controller>"), (*wanted).to_owned())).collect()
}

fn lent(devices: &[(String, String)]) -> Vec<(&str, &str)> {
    devices.iter().map(|(device, wanted)| (device.as_str(), wanted.as_str())).collect()
}

#[test]
fn addresses() {
    accepted(&lent(&controllers(&[
        ("<address type='drive' bus='2147483648' unit='4294967295'/>", "bus='-2147483648' target='0' unit='-1'"),
        ("<address type='virtio-serial' port='4294967295'/>", "controller='0' bus='0' port='-1'"),
        ("<address type='ccid' slot='4294967295'/>", "slot='-1'"),
        ("<address type='usb' bus='4294967295' port='4294967295'/>", "bus='-1' port='4294967295'"),
        ("<address type='usb' port='1.2.0.4'/>", "bus='0' port='1.2'/>"),
        ("<address type='usb' port='0.1'/>", "bus='0'/>"),
        ("<address type='dimm' slot='4294967295'/>", "slot='4294967295'"),
        ("<address type='pci' domain='0x10000'/>", "domain='0x10000' bus='0x00' slot='0x00' function='0x0'"),
        ("<address type='pci'><zpci uid='0xfffff'/></address>", "<zpci uid='0xfffff' fid='0x00000000'/>"),
        ("<address type='ccw'/>", "cssid='0x0' ssid='0x0' devno='0x0000'"),
        ("<boot order='z'/><rom bar='z'/>", "<controller type='ide' index='0'/>"),
        ("<acpi index='1' nodeset='1-3'/>", "<acpi index='1' nodeset='1-3'/>"),
    ])));
    let ccw = "internal error: Invalid specification for virtio ccw address: cssid=";
    refused(&lent(&controllers(&[
        ("<address type='pci' bus='0x100'/>", "XML error: Invalid PCI address bus='0x100', must be <= 0xFF"),
        ("<address type='ccw' devno='1'/>", "internal error: Invalid partial specification for virtio ccw address"),
        ("<address type='ccw' cssid='0xff' ssid='1' devno='1'/>", &format!("{ccw}'0xff' ssid='0x1' devno='0x0001'")),
        ("<address type='ccw' devno='0x10000'/>", &format!("{ccw}'0x0' ssid='0x0' devno='0x10000'")),
        ("<acpi nodeset='x'/>", "invalid argument: Failed to parse bitmap 'x'"),
        ("<acpi nodeset=''/>", "invalid argument: Failed to parse bitmap ''"),
        (
            "<address type='unassigned'/>",
            "unsupported configuration: address of type 'unassigned' is supported only for hostdevs",
        ),
    ])));
}

#[test]
fn controllers_read_what_their_type_has() {
    accepted(&[
        (
            "<controller><target port='x' chassisNr='-1' memReserve='0' hotplug='z'/><model name='z'/></controller>",
            "!target",
        ),
        ("<controller vectors='x' maxGrantFrames='x'/>", "<controller type='ide' index='0'/>"),
        ("<controller type='pci' model='pci-root'><pcihole64/></controller>", "!pcihole64"),
        ("<controller type='pci' model='pci-root'><pcihole64>0</pcihole64></controller>", "<pcihole64 unit='KiB'>0<"),
        ("<controller type='pci' model='pci-bridge'><pcihole64>x</pcihole64></controller>", "!pcihole64"),
        ("<controller type='pci' index='1'><target port='0x10'/></controller>", "<target port='0x10'/>"),
    ]);
    let bad = |name: &str, value: &str, what: &str| {
        format!("XML error: Invalid value for attribute '{name}' in element 'target': '{value}'. Expected {what} value")
    };
    let iothreads = "<driver iothread='1'><iothreads><iothread id='1'/></iothreads></driver>";
    refused(&[
        ("<controller type='pci'><target port='x'/></controller>", &bad("port", "x", "integer")),
        ("<controller type='pci'><target port='-1'/></controller>", &bad("port", "-1", "non-negative")),
        ("<controller type='pci'><target busNr='2147483648'/></controller>", &bad("busNr", "2147483648", "integer")),
        ("<controller><target><node>2147483648</node></target></controller>", "XML error: invalid NUMA node in target"),
        (
            "<controller><driver><iothreads><iothread id='1'/></iothreads></driver></controller>",
            "unsupported configuration: iothreads are supported only by 'virtio-scsi' controllers",
        ),
        (
            &format!("<controller type='scsi' model='virtio-scsi'>{iothreads}</controller>"),
            "XML error: controller driver 'iothread' attribute can't be used together with 'iothreads' subelement",
        ),
    ]);
}

#[test]
fn character_devices_read_what_their_type_has() {
    let reconnect =
        |attributes: &str| format!("<serial type='unix'><source path='/a'><reconnect {attributes}/></source></serial>");
    accepted(&[
        (
            "<serial type='pty'><source mode='z' append='z' tls='z'/><protocol type='z'/></serial>",
            "<serial type='pty'>",
        ),
        ("<serial type='pty'><source><reconnect enabled='yes'/></source></serial>", "!reconnect"),
        (&reconnect("enabled='yes' timeout='1' delay='x'"), "<reconnect enabled='yes' timeout='1'/>"),
        (&reconnect("enabled='no' timeout='x'"), "<reconnect enabled='no'/>"),
        (&reconnect("timeout='x'"), "!reconnect"),
        ("<channel type='pty'><target type='virtio' port='abc'/></channel>", "<target type='virtio'/>"),
    ]);
    let number = "Expected non-negative integer value";
    refused(&[
        (
            &reconnect("enabled='yes' timeout='x'"),
            &format!("XML error: Invalid value for attribute 'timeout' in element 'reconnect': 'x'. {number}"),
        ),
        (&reconnect("enabled='yes'"), "XML error: Missing required attribute 'timeout' in element 'reconnect'"),
        (
            "<serial type='unix'><source mode='bind' path='/a'><reconnect enabled='no'/></source></serial>",
            "internal error: chardev reconnect is possible only for connect mode",
        ),
        (
            "<channel type='file'><source append='z'/><address type='pci' slot='z'/></channel>",
            "XML error: target type must be specified for channel device",
        ),
        (
            "<channel type='file'><source append='z'/><target port='abc'/></channel>",
            "unsupported configuration: unknown target type '(null)' specified for character device",
        ),
        (
            "<channel type='pty'><target type='guestfwd' port='abc' address='1.2.3.4'/></channel>",
            &format!("XML error: Invalid value for attribute 'port' in element 'target': 'abc'. {number}"),
        ),
        (
            "<serial type='pty'><source><seclabel relabel='yes'/></source></serial>",
            "XML error: Cannot specify relabel if label is missing. model=<null>",
        ),
        (
            "<serial type='pty'><source><seclabel model='a' relabel='no'><label>b</label></seclabel></source></serial>",
            "XML error: Cannot specify a label if relabelling is turned off. model=a",
        ),
    ]);
}

#[test]
fn sources_read_what_their_type_has() {
    let disk = |kind: &str, source: &str| format!("<disk type='{kind}'>{source}<target dev='vda'/></disk>");
    accepted(&[
        (
            &disk(
                "file",
                "<source file='/a' mode='z' protocol='z'><host/><reconnect enabled='yes'/><address domain='z'/></source>",
            ),
            "<source file='/a'/>",
        ),
        (
            &disk("network", "<source protocol='nbd'><host name='a'/><reconnect enabled='yes' delay='4'/></source>"),
            "<reconnect delay='4'/>",
        ),
        (
            &disk("network", "<source protocol='nbd'><host name='a'/><readahead size='z'/><ssl verify='z'/></source>"),
            "!readahead",
        ),
        (
            &disk(
                "vhostuser",
                "<source type='unix' path='/a'><reconnect enabled='no' timeout='z' delay='5'/></source>",
            ),
            "<reconnect enabled='no'/>",
        ),
        (
            "<filesystem><driver type='path' queue='z'/><binary xattr='z'/><source dir='/a'/><target dir='b'/></filesystem>",
            "<driver type='path'/>",
        ),
    ]);
    refused(&[
        ("<filesystem><boot/><address type='pci' slot='z'/></filesystem>", "missing source information for device"),
        ("<filesystem type='ram'><source usage='1'/></filesystem>", "missing target information for device"),
        (
            "<filesystem fmode='0x'/>",
            "XML error: Invalid value for attribute 'fmode' in element 'filesystem': '0x'. Expected non-negative integer value",
        ),
        (&disk("network", "<source protocol='nbd'><host/></source>"), "XML error: missing name for host"),
    ]);
}

#[test]
fn disks() {
    let target = |attributes: &str| format!("<disk><source file='/a'/><target {attributes}/></disk>");
    let driver = |inside: &str| format!("<disk><driver>{inside}</driver><source file='/a'/><target dev='vda'/></disk>");
    let histograms = |inside: &str| driver(&format!("<statistics>{inside}</statistics>"));
    let vhost = |inside: &str| {
        format!("<disk type='vhostuser'>{inside}<source type='unix' path='/a'/><target dev='vda' bus='virtio'/></disk>")
    };
    let encryption = |inside: &str| {
        format!("<disk><source file='/a'><encryption {inside}</encryption></source><target dev='vda'/></disk>")
    };
    let (read, write) = (
        "<latency-histogram type='read'><bin start='5'/></latency-histogram>",
        "<latency-histogram type='write'><bin start='0'/><bin start='7'/></latency-histogram>",
    );
    accepted(&[
        (&target("dev='sda' bus='scsi' removable='on' dpofua='on'"), "<target dev='sda' bus='scsi' dpofua='on'/>"),
        (&target("dev='sda' bus='usb' removable='on'"), "removable='on'"),
        ("<disk><driver queues='2'/><source file='/a'/><target dev='hda' bus='ide'/></disk>", "<driver queues='2'/>"),
        (
            &histograms(&format!("{write}{read}")),
            "<latency-histogram type='read'><bin start='0'/><bin start='5'/></latency-histogram><latency-histogram type='write'>",
        ),
        (&histograms("<latency-histogram><bin start='0'/></latency-histogram>"), "!histogram"),
        (
            "<disk><source file='/a'/><target dev='sda' bus='scsi'/><address type='drive' controller='4294967295'/></disk>",
            "!<controller",
        ),
        (
            "<channel type='pty'><target type='virtio'/><address type='virtio-serial' controller='4294967295'/></channel>",
            "<controller type='virtio-serial' index='0'/>",
        ),
        (&encryption("format='qcow'><cipher/><ivgen/>"), "<encryption format='qcow'></encryption>"),
        (
            "<disk><source file='/a'/><backingStore><source><auth/></source></backingStore><target dev='vda'/></disk>",
            "<backingStore/>",
        ),
        (&vhost("<driver queues='4' event_idx='on'/>"), "snapshot='no'"),
        ("<disk type='ctl'><source dev='/b' file='/c'/><target dev='vda'/></disk>", "<source dev='/b'/>"),
    ]);
    let removable = "XML error: removable is only valid for usb or scsi disks";
    let uuid = "XML error: Invalid value for attribute 'uuid' in element 'secret': 'x'. Expected UUID";
    let cases = [
        (target("dev='vda' tray='closed'"), "unsupported configuration: tray is only valid for cdrom and floppy"),
        (target("dev='vda' removable='off'"), removable),
        (target("dev='sda' bus='sata' removable='on'"), removable),
        (
            target("dev='vda' dpofua='on'"),
            "unsupported configuration: 'dpofua' option is available only for SCSI disks",
        ),
        (
            histograms("<latency-histogram type='z'><bin start='1'/></latency-histogram>"),
            "unsupported configuration: unknown latency_histogram type 'z'",
        ),
        (histograms("<latency-histogram/>"), "XML error: missing 'bin' elements for 'latency-histogram'"),
        (
            histograms("<latency-histogram><bin start='5'/><bin start='5'/></latency-histogram>"),
            "unsupported configuration: the values of 'start' attribute of a 'latency-histogram' 'bin' configuration must be \
             sorted and non-overlapping",
        ),
        (
            histograms(&format!("{read}{read}")),
            "unsupported configuration: only one latency-histogram of a given type is supported",
        ),
        (encryption("format='luks'><ivgen name='c'/>"), "XML error: ivgen element found, but cipher is missing"),
        (
            encryption("format='luks'><secret type='z' uuid='x'/>"),
            "unsupported configuration: unknown volume encryption secret type z",
        ),
        (encryption("format='luks'><secret type='passphrase' uuid='x' usage='y'/>"), uuid),
        (
            "<disk><source file='/a'/><backingStore type='z'><source/></backingStore><target dev='vda'/></disk>"
                .to_owned(),
            "XML error: missing disk backing store format",
        ),
        (
            "<disk type='network'><source protocol='nbd' startupPolicy='optional'><host name='a'/></source><target dev='vda'/></disk>"
                .to_owned(),
            "XML error: disk startupPolicy 'optional' is not allowed for disk of 'network' type",
        ),
        (
            "<disk type='nvme'><source type='pci' namespace='0'><address bus='1'/></source><target dev='vda'/></disk>".to_owned(),
            "unsupported configuration: NVMe namespace can't be zero",
        ),
        (
            "<disk><driver type='qcow2' discard_no_unref='on'/><source file='/a'/><readonly/><target dev='vda'/></disk>".to_owned(),
            "unsupported configuration: 'discard_no_unref' is not compatible with read-only disk",
        ),
        (vhost("<readonly/>"), "unsupported configuration: readonly is not supported with vhostuser disk"),
        (vhost("<driver cache='none'/>"), "unsupported configuration: cache is not supported with vhostuser disk"),
        (
            vhost("").replace(" bus='virtio'", " bus='ide'"),
            "unsupported configuration: vhostuser disk supports only virtio bus",
        ),
        (
            vhost("").replace("type='vhostuser'", "type='vhostuser' snapshot='external'"),
            "unsupported configuration: only snapshot=no is supported with vhostuser disk",
        ),
    ];
    for (device, wanted) in &cases {
        refused(&[(device, wanted)]);
    }
    let scsi = |source: &str| format!("<hostdev mode='subsystem' type='scsi'><source>{source}</source></hostdev>");
    refused(&[
        (&scsi("<adapter/>"), "XML error: 'address' must be specified for scsi hostdev source"),
        (
            &scsi("<address bus='0' target='0' unit='0'/>"),
            "XML error: 'adapter' name must be specified for scsi hostdev source",
        ),
    ]);
}
