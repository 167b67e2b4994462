"""What a guest would notice: a snapshot is redefined with a domain of which one thing is another, for each device and feature."""

import re

import libvirt

from compare.testdriver.say import said

UUID = "11111111-1111-1111-1111-111111111111"
REDEFINE = libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE


def domain(inside="", devices="", os="<type arch='x86_64' machine='pc'>hvm</type>", features="", vcpus="<vcpu>4</vcpu>"):
    """Returns a definition."""
    features = f"<features>{features}</features>" if features else ""
    return (f"<domain type='test'><name>one</name><uuid>{UUID}</uuid><memory unit='KiB'>8388608</memory>{vcpus}<os>{os}</os>{features}{inside}"
            f"<devices><emulator>/usr/bin/true</emulator>{devices}</devices></domain>")


def pci(slot, rest=""):
    """Returns an address."""
    return f"<address type='pci' domain='0x0000' bus='0x00' slot='0x{slot:02x}' function='0x0'{rest}/>"


FILE = "<source file='/a'/>"
# Each: what is defined, and the changes of the document: from, to.
CASES = {
    "identity": (domain("<genid>22222222-2222-2222-2222-222222222222</genid>"), [
        ("22222222</genid", "22222223</genid"), ("<genid>.*?</genid>", ""), ("unit='KiB'>8388608</memory", "unit='KiB'>8388607</memory")]),
    "memory": (domain("<maxMemory slots='4' unit='KiB'>16777216</maxMemory><cpu><numa><cell id='0' cpus='0-1' memory='4194304' unit='KiB'/>"
                      "<cell id='1' cpus='2-3' memory='4194304' unit='KiB'/></numa></cpu>"), [
        ("slots='4'", "slots='5'"), ("16777216", "16777218"), ("cpus='0-1'", "cpus='0'"), ("<cell id='1'[^>]*>", ""),
        ("(<cell id='0'[^>]*memory=)'4194304'", r"\1'5194304'"),
        ("(<cell id='0'[^>]*)/>", r"\1><distances><sibling id='0' value='10'/><sibling id='1' value='21'/></distances></cell>"),
        ("(<cell id='0'[^>]*)/>", r"\1><distances><sibling id='0' value='10'/><sibling id='1' value='20'/></distances></cell>")]),
    "vcpus": (domain(vcpus="<vcpu current='2'>4</vcpu><vcpus><vcpu id='0' enabled='yes' hotpluggable='no' order='1'/>"
                           "<vcpu id='1' enabled='yes' hotpluggable='no' order='2'/><vcpu id='2' enabled='no' hotpluggable='yes'/>"
                           "<vcpu id='3' enabled='no' hotpluggable='yes'/></vcpus>"), [
        ("order='2'", "order='3'"), (" order='2'", ""), ("(id='2' enabled=)'no'", r"\1'yes' order='3'")]),
    "cpu": (domain("<cpu mode='custom' match='exact' check='none'><model fallback='allow' vendor_id='GenuineIntel'>core2duo</model><vendor>Intel</vendor>"
                   "<topology sockets='2' dies='1' clusters='1' cores='2' threads='1'/><cache level='3' mode='emulate'/><maxphysaddr mode='emulate' bits='42'/>"
                   "<feature policy='require' name='vmx'/></cpu>"), [
        ("mode='custom'", "mode='host-model'"), ("check='none'", "check='full'"), ("GenuineIntel", "AuthenticAMD"), ("core2duo", "Penryn"), ("<vendor>.*?</vendor>", ""),
        ("<vendor>Intel", "<vendor>AMD"), ("sockets='2' dies='1'", "sockets='1' dies='2'"), ("dies='1' clusters='1' cores='2'", "dies='1' clusters='2' cores='1'"),
        ("cores='2' threads='1'", "cores='1' threads='2'"), ("level='3' mode='emulate'", "mode='passthrough'"), ("<cache[^>]*>", ""), ("bits='42'", "bits='43'"),
        ("<maxphysaddr[^>]*>", ""), ("policy='require'", "policy='disable'"), ("name='vmx'", "name='svm'"), ("<feature[^>]*>", ""), ("<topology[^>]*>", ""),
        (" vendor_id='GenuineIntel'", ""), ("<cpu.*</cpu>", "")]),
    "sysinfo": (domain("<sysinfo type='smbios'><bios><entry name='vendor'>V</entry><entry name='version'>1</entry></bios><system><entry name='manufacturer'>M</entry>"
                       f"<entry name='uuid'>{UUID}</entry><entry name='family'>F</entry></system><baseBoard><entry name='manufacturer'>B</entry><entry name='location'>L</entry>"
                       "</baseBoard><chassis><entry name='manufacturer'>C</entry><entry name='sku'>S</entry></chassis><oemStrings><entry>O</entry></oemStrings></sysinfo>"), [
        (">V<", ">W<"), ("<entry name='version'>1</entry>", ""), ("<bios>.*?</bios>", ""), (">M<", ">N<"), (">F<", ">G<"), ("<entry name='family'>F</entry>", ""),
        ("<system>.*?</system>", ""), ("<baseBoard>.*?</baseBoard>", ""), (">B<", ">A<"), (">L<", ">K<"), ("<chassis>.*?</chassis>", ""), (">C<", ">D<"), (">S<", ">T<"),
        (">O<", ">P<"), ("<sysinfo.*</sysinfo>", "")]),
    "timers": (domain("<clock offset='utc'><timer name='rtc' tickpolicy='catchup'/><timer name='hpet' present='no'/><timer name='tsc' frequency='1000' mode='native'/></clock>"), [
        ("catchup", "delay"), ("present='no'", "present='yes'"), (" present='no'", ""), ("frequency='1000'", "frequency='2000'"), ("mode='native'", "mode='emulate'"),
        (" mode='native'", ""), ("<timer name='rtc'[^>]*>", ""), ("name='rtc'", "name='pit'")]),
    "features": (domain(features="<acpi/><apic eoi='on'/><pae/><hap state='on'/><viridian/><privnet/><pvspinlock state='on'/><pmu state='on'/><vmport state='on'/>"
                                 "<smm state='on'><tseg unit='MiB'>48</tseg></smm><ioapic driver='qemu'/><vmcoreinfo state='on'/><ras state='on'/><ps2 state='on'/>"
                                 "<capabilities policy='allow'/><async-teardown enabled='yes'/><msrs unknown='ignore'/>"), [
        ("<acpi/>", ""), ("eoi='on'", "eoi='off'"), (" eoi='on'", ""), ("<apic[^>]*>", ""), ("<pae/>", ""), ("<hap[^>]*>", ""), ("<hap state='on'", "<hap state='off'"), ("<viridian/>", ""),
        ("<privnet/>", ""), ("<pvspinlock[^>]*>", ""), ("<pmu state='on'", "<pmu state='off'"), ("<vmport[^>]*>", ""), ("<smm.*</smm>", ""), ("unit='MiB'>48", "unit='MiB'>16"),
        ("<tseg.*?</tseg>", ""), ("driver='qemu'", "driver='kvm'"), ("<ioapic[^>]*>", ""), ("<vmcoreinfo[^>]*>", ""), ("<ras[^>]*>", ""), ("<ps2[^>]*>", ""), ("policy='allow'", "policy='deny'"),
        ("<capabilities[^>]*>", ""), ("<async-teardown[^>]*>", ""), ("unknown='ignore'", "unknown='fault'")]),
    "features of other machines": (domain(features="<gic version='3'/><hpt resizing='enabled'><maxpagesize unit='KiB'>16384</maxpagesize></hpt><htm state='on'/><nested-hv state='on'/>"
                                                   "<ccf-assist state='on'/><cfpc value='broken'/><sbbc value='fixed'/><ibs value='fixed-na'/><aia value='aplic'/>"), [
        ("version='3'", "version='2'"), ("<gic[^>]*>", ""), ("resizing='enabled'", "resizing='disabled'"), ("16384</maxpagesize", "65536</maxpagesize"), ("<hpt.*?</hpt>", ""),
        ("<htm[^>]*>", ""), ("<nested-hv state='on'", "<nested-hv state='off'"), ("<ccf-assist[^>]*>", ""), ("value='broken'", "value='fixed'"), ("<sbbc[^>]*>", ""),
        ("fixed-na", "fixed-ccd"), ("value='aplic'", "value='none'"), ("<aia[^>]*>", "")]),
    "enlightenments": (domain(features="<hyperv mode='custom'><relaxed state='on'/><vapic state='off'/><spinlocks state='on' retries='8191'/><synic state='on'/>"
                                       "<stimer state='on'><direct state='on'/></stimer><vendor_id state='on' value='KVM Hv'/></hyperv>"
                                       "<kvm><hidden state='on'/><dirty-ring state='on' size='4096'/></kvm>"
                                       "<xen><e820_host state='on'/><passthrough state='on' mode='sync_pt'/></xen>"), [
        ("<relaxed state='on'", "<relaxed state='off'"), ("<relaxed[^>]*>", ""), ("<vapic[^>]*>", ""), ("retries='8191'", "retries='4095'"), ("<spinlocks[^>]*>", ""), ("KVM Hv", "other"),
        ("<vendor_id[^>]*>", ""), ("<direct state='on'/>", ""), ("<stimer.*</stimer>", ""), ("<hyperv.*</hyperv>", ""), ("mode='custom'", "mode='passthrough'"),
        ("<hidden state='on'", "<hidden state='off'"), ("<hidden[^>]*>", ""), ("size='4096'", "size='8192'"), ("<dirty-ring[^>]*>", ""), ("<kvm>.*</kvm>", ""),
        ("<e820_host[^>]*>", ""), ("mode='sync_pt'", "mode='share_pt'"), (" mode='sync_pt'", ""), ("<xen>.*</xen>", "")]),
    "disks": (domain(devices="<controller type='scsi' index='0' model='virtio-scsi'><driver queues='2' iommu='on'/></controller>"
                             f"<disk type='file' device='disk' model='virtio-transitional'><driver name='qemu' type='raw' queues='2' queue_size='64' iommu='on' ats='on' packed='on' page_per_vq='on'/>{FILE}"
                             f"<target dev='vda' bus='virtio'/><wwn>5000c50015ea71ac</wwn><serial>S</serial><blockio logical_block_size='512' physical_block_size='4096' discard_granularity='4096'/>{pci(4)}</disk>"
                             f"<disk type='file' device='disk'>{FILE}<target dev='sda' bus='scsi' rotation_rate='7200' dpofua='on'/><address type='drive' controller='0' bus='0' target='0' unit='1'/></disk>"
                             f"<disk type='file' device='disk'>{FILE}<target dev='sdb' bus='usb' removable='on'/></disk>"
                             "<disk type='block' device='lun'><source dev='/dev/x'><reservations managed='yes' migration='yes'/></source><target dev='sdc' bus='scsi'/>"
                             "<address type='drive' controller='0' bus='0' target='0' unit='2'/></disk>"), [
        ("virtio-transitional'", "virtio-non-transitional'"), (" model='virtio-transitional'", ""), ("(raw' )queues='2'", r"\1queues='4'"), ("queue_size='64'", "queue_size='128'"),
        ("iommu='on' ats", "iommu='off' ats"), (" iommu='on'( ats)", r"\1"), ("ats='on'", "ats='off'"), ("packed='on'", "packed='off'"), (" page_per_vq='on'", ""), ("<driver name='qemu'[^>]*vq='on'/>", ""), ("71ac<", "71ad<"), ("<wwn>.*?</wwn>", ""),
        (">S<", ">T<"), ("<serial>S</serial>", ""), ("logical_block_size='512'", "logical_block_size='1024'"), ("physical_block_size='4096'", "physical_block_size='512'"),
        ("discard_granularity='4096'", "discard_granularity='512'"), ("<blockio[^>]*>", ""), ("slot='0x04'", "slot='0x05'"), ("slot='0x04' function='0x0'", "slot='0x04' function='0x1'"),
        ("<address type='pci'[^>]*slot='0x04'[^>]*>", ""), ("7200", "5400"), (" rotation_rate='7200'", ""), ("dpofua='on'", "dpofua='off'"), ("removable='on'", "removable='off'"), (" removable='on'", ""),
        ("unit='1'", "unit='3'"), ("bus='0' target='0' unit='1'", "bus='0' target='1' unit='1'"), ("migration='yes'", "migration='no'"), (" migration='yes'", ""), ("<reservations[^>]*>", ""),
        ("virtio-scsi", "lsilogic"), ("(virtio-scsi.*?)queues='2'", r"\1queues='3'"), ("<driver queues='2' iommu='on'/>", ""), ("<driver queues='2' iommu='on'/>", "<driver queues='2' iommu='off'/>")]),
    "controllers": (domain(devices="<controller type='virtio-serial' index='0' ports='8' vectors='4'/><controller type='usb' index='0' model='qemu-xhci' ports='4'/>"
                                   "<controller type='ide' index='0' model='piix3'/><controller type='pci' index='0' model='pci-root'/><controller type='pci' index='1' model='pci-bridge'/>"
                                   "<controller type='sata' index='0'/><controller type='xenbus' index='0' maxGrantFrames='64'/>"), [
        ("ports='8'", "ports='9'"), (" ports='8'", ""), ("vectors='4'", "vectors='5'"), ("ports='4'", "ports='5'"), ("qemu-xhci", "nec-xhci"), ("qemu-xhci", "none"), (" ports='4'", ""), ("piix3", "piix4"), (" model='piix3'", ""), ("pci-bridge", "pcie-root-port"),
        ("pci-bridge", "dmi-to-pci-bridge"), ("type='sata' index='0'", "type='sata' index='1'"), ("maxGrantFrames='64'", "maxGrantFrames='32'"), ("<controller type='sata'[^>]*>", "")]),
    "file systems and cards": (domain(devices="<filesystem type='mount' model='virtio'><driver type='path' iommu='on'/><source dir='/s'/><target dir='t'/><readonly/></filesystem>"
                                              "<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/><model type='virtio'/><driver queues='2' iommu='on'/><mtu size='1400'/></interface>"
                                              "<interface type='network'><mac address='52:54:00:00:00:02'/><source network='default'/><model type='e1000'/></interface>"
                                              "<interface type='network'><mac address='52:54:00:00:00:03'/><source network='default'/><model type='odd'/></interface>"), [
        ("<readonly/>", ""), ("(filesystem[^>]*)model='virtio'", r"\1model='virtio-transitional'"), ("(path' )iommu='on'", r"\1iommu='off'"), (">([^<]*)<target dir='t'", r">\1<target dir='u'"),
        ("00:03'", "00:04'"), ("type='virtio'", "type='virtio-transitional'"), ("queues='2'", "queues='3'"), (" queues='2'", ""), ("(queues='2' )iommu='on'", r"\1iommu='off'"), ("1400", "1300"), ("<mtu[^>]*>", ""),
        ("e1000", "rtl8139"), ("e1000", "strange"), ("'odd'", "'even'"), ("'odd'", "'e1000'"), ("<model type='odd'/>", "")]),
    "consoles": (domain(devices="<input type='tablet' bus='virtio' model='virtio-transitional'><driver iommu='on'/></input><input type='mouse' bus='ps2'/>"
                                "<sound model='usb'/><sound model='ich6'/><video><driver iommu='on'/><model type='virtio' heads='2'><acceleration accel3d='yes'/></model></video>"
                                "<video><model type='qxl' ram='65536' vram='65536' vram64='65536' vgamem='16384' heads='1'/></video><video><model type='virtio' edid='on'/></video>"), [
        ("model='virtio-transitional'", "model='virtio'"), (" model='virtio-transitional'", ""), ("(transitional'>[^<]*<driver )iommu='on'", r"\1iommu='off'"), ("tablet' bus='virtio'", "mouse' bus='virtio'"),
        ("ich6", "ac97"), ("accel3d='yes'", "accel3d='no'"), ("accel3d='yes'", "accel2d='yes' accel3d='yes'"),
        ("<acceleration[^>]*>", ""), ("heads='2'", "heads='3'"), ("(<video>[^<]*)<driver iommu='on'/>", r"\1"), ("(<video>[^<]*)<driver iommu='on'/>", r"\1<driver iommu='off'/>"), ("ram='65536' vram='65536' vram64", "ram='32768' vram='65536' vram64"),
        ("vram='65536' vram64", "vram='32768' vram64"), ("vram64='65536'", "vram64='32768'"), ("vgamem='16384'", "vgamem='8192'"), ("edid='on'", "edid='off'"), (" edid='on'", ""), ("type='qxl'", "type='vga'")]),
    "lines": (domain(devices="<controller type='usb' index='0' model='qemu-xhci'/><serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial><serial type='pty'><target type='usb-serial' port='1'><model name='usb-serial'/></target></serial>"
                             "<parallel type='pty'><target port='0'/></parallel><channel type='unix'><target type='virtio' name='c'/><address type='virtio-serial' controller='0' bus='0' port='2'/></channel>"
                             "<channel type='pty'><target type='virtio'/></channel><channel type='pty'><target type='guestfwd' address='10.0.2.1' port='4600'/></channel><channel type='pty'><target type='xen' name='x'/></channel>"
                             "<console type='pty'><target type='serial' port='0'/></console><console type='pty'><target type='virtio' port='1'/></console>"
                             "<smartcard mode='host'><address type='ccid' controller='0' slot='0'/></smartcard>"
                             "<redirdev bus='usb' type='spicevmc'/><redirfilter><usbdev class='0x08' vendor='0x1234' product='0xBEEF' version='2.0' allow='yes'/><usbdev allow='no'/></redirfilter>"), [
        ("usb-serial'", "isa-serial'"), ("(type='isa-serial' )port='0'", r"\1port='2'"), ("<model name='isa-serial'/>", "<model name='16550a'/>"), ("(<parallel.*?)port='0'", r"\1port='1'"), ("name='c'", "name='d'"), (" name='c'", ""), ("port='2'", "port='3'"),
        ("bus='0' port='2'", "bus='1' port='2'"), ("(name='c'/>[^<]*)<address[^>]*>", r"\1"), ("<channel type='pty'>(\\s*)<target type='virtio'/>", r"<channel type='spicevmc'>\1<target type='virtio'/>"),
        ("<channel type='pty'>(\\s*)<target type='virtio'/>", r"<channel type='null'>\1<target type='virtio'/>"), ("10.0.2.1", "10.0.2.2"), ("4600", "4601"), ("name='x'", "name='y'"), ("type='xen' name='x'", "type='virtio' name='x'"),
        ("target type='virtio' port='1'", "target type='sclp' port='1'"), ("slot='0'/>", "slot='1'/>"), ("redirdev bus='usb' type='spicevmc'", "redirdev bus='usb' type='null'"), ("class='0x08'", "class='0x09'"), ("0x1234", "0x1235"), (" product='0xBEEF'", ""),
        ("version='2.00'", "version='1.10'"), ("allow='no'", "allow='yes'"), ("<usbdev allow='no'/>", ""), ("<redirfilter>.*</redirfilter>", "")]),
    "host devices": (domain(devices="<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x06' slot='0x02' function='0x0'/></source></hostdev>"
                                    "<hostdev mode='subsystem' type='usb' managed='yes'><source><vendor id='0x1234'/><product id='0xbeef'/></source></hostdev><hub type='usb'/>"), [
        ("bus='0x06'", "bus='0x07'"), ("0xbeef", "0xbeee"),
        ("<hostdev mode='subsystem' type='pci'.*?</hostdev>", f"<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='{UUID}'/></source></hostdev>"),
        ("<hostdev mode='subsystem' type='pci'.*?</hostdev>", "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>"),
        ("<hostdev mode='subsystem' type='usb'.*?</hostdev>", "<hostdev mode='capabilities' type='storage'><source><block>/dev/x</block></source></hostdev>"),
        ("<hub[^>]*>", ""), ("(<hostdev mode='subsystem' type='usb'.*?)</hostdev>", r"\1<address type='usb' bus='0' port='1'/></hostdev>")]),
    "small devices": (domain(features="<ioapic driver='qemu'/>", devices="<watchdog model='i6300esb' action='reset'/><memballoon model='virtio' autodeflate='on' freePageReporting='on'><driver iommu='on'/></memballoon>"
                                     "<rng model='virtio'><driver iommu='on'/><backend model='random'>/dev/random</backend></rng><panic model='isa'><address type='isa' iobase='0x505' irq='0x3'/></panic>"
                                     "<shmem name='s' role='peer'><model type='ivshmem-doorbell'/><size unit='M'>4</size><server path='/p'/><msi vectors='32' ioeventfd='on'/></shmem>"
                                     "<tpm model='tpm-crb'><backend type='emulator' version='2.0'><active_pcr_banks><sha256/></active_pcr_banks></backend></tpm>"
                                     "<iommu model='intel'><driver intremap='on' caching_mode='on' eim='on' iotlb='on' aw_bits='48' dma_translation='on'/></iommu>"
                                     "<vsock model='virtio'><cid auto='no' address='3'/><driver iommu='on'/></vsock><pstore backend='acpi-erst'><path>/p</path><size unit='KiB'>8</size></pstore>"), [
        ("i6300esb", "ib700"), ("autodeflate='on'", "autodeflate='off'"), (" autodeflate='on'", ""), ("freePageReporting='on'", "freePageReporting='off'"), ("memballoon model='virtio'", "memballoon model='virtio-transitional'"),
        ("(<memballoon.*?)iommu='on'", r"\1iommu='off'"), ("(<memballoon.*?)<driver iommu='on'/>", r"\1"), ("rng model='virtio'", "rng model='virtio-transitional'"), ("(<rng.*?)iommu='on'", r"\1iommu='off'"), ("/dev/random", "/dev/urandom"),
        ("iobase='0x505'", "iobase='0x506'"), ("irq='0x3'", "irq='0x4'"), ("panic model='isa'", "panic model='pvpanic'"), ("role='peer'", "role='master'"), ("doorbell", "plain"), (">4<", ">8<"),
        ("vectors='32'", "vectors='16'"), (" ioeventfd='on'", ""), ("<server[^>]*>(\\s*)<msi[^>]*>", ""), ("tpm-crb", "tpm-tis"), ("version='2.0'", "version='1.2'"), ("<sha256/>", "<sha384/>"), ("<active_pcr_banks>.*</active_pcr_banks>", ""),
        ("<backend type='emulator'.*?</backend>", "<backend type='passthrough'><device path='/dev/tpm0'/></backend>"), ("intremap='on'", "intremap='off'"), ("caching_mode='on'", "caching_mode='off'"), ("eim='on'", "eim='off'"), ("iotlb='on'", "iotlb='off'"),
        ("aw_bits='48'", "aw_bits='39'"), ("dma_translation='on'", "dma_translation='off'"), ("iommu model='intel'", "iommu model='virtio'"), ("<iommu.*?</iommu>", ""), ("vsock model='virtio'", "vsock model='virtio-transitional'"), ("(<vsock.*?)iommu='on'", r"\1iommu='off'"),
        ("address='3'", "address='4'"), ("<vsock.*?</vsock>", ""), ("(unit='KiB'>)8<", r"\g<1>16<"), ("<pstore.*?</pstore>", ""), ("<shmem.*?</shmem>", "")]),
    "memory devices": (domain("<maxMemory slots='8' unit='KiB'>67108864</maxMemory><cpu><numa><cell id='0' cpus='0-1' memory='4194304' unit='KiB'/><cell id='1' cpus='2-3' memory='4194304' unit='KiB'/></numa></cpu>",
                              "<memory model='dimm'><target><size unit='KiB'>524288</size><node>0</node></target><address type='dimm' slot='0' base='0x100000000'/></memory>"
                              "<memory model='nvdimm'><source><path>/n</path><alignsize unit='KiB'>2048</alignsize><pmem/></source><target><size unit='KiB'>524288</size><node>1</node>"
                              "<label><size unit='KiB'>128</size></label></target></memory>"
                              "<memory model='virtio-pmem'><source><path>/v</path></source><target><size unit='KiB'>524288</size><address base='0x140000000'/></target></memory>"
                              "<memory model='virtio-mem'><target dynamicMemslots='yes'><size unit='KiB'>1048576</size><node>0</node><block unit='KiB'>2048</block><requested unit='KiB'>524288</requested><address base='0x180000000'/></target></memory>"), [
        ("(model='dimm'.*?<node>)0", r"\g<1>1"), ("slot='0'", "slot='1'"), ("0x100000000", "0x110000000"), ("(model='dimm'.*?)524288", r"\g<1>262144"), ("<alignsize unit='KiB'>2048", "<alignsize unit='KiB'>4096"),
        ("<pmem/>", ""), ("<label>.*?</label>", ""), ("(<label>.*?)128", r"\g<1>256"), ("(<label>.*?</label>)", r"\1<readonly/>"), ("0x140000000", "0x150000000"), ("<block unit='KiB'>2048", "<block unit='KiB'>4096"), ("(<requested unit='KiB'>)524288", r"\g<1>262144"),
        ("0x180000000", "0x190000000"), ("dynamicMemslots='yes'", "dynamicMemslots='no'"), ("<memory model='virtio-pmem'.*?</memory>", "")]),
}


def redefine(conn, name, definition, changes):
    """Redefines a snapshot with each of the changes."""
    dom = said(f"{name}: define", conn.defineXML, definition)
    if dom is None:
        return
    snapshot = said(f"{name}: snapshot", dom.snapshotCreateXML, "<domainsnapshot><name>s</name></domainsnapshot>", 0)
    # The second in which it was made may have the digits that a change looks for.
    document = re.sub(r"<creationTime>\d+<", "<creationTime>5<", snapshot.getXMLDesc())
    said(f"{name}: as it is", dom.snapshotCreateXML, document, REDEFINE)
    print("kept", dom.snapshotLookupByName("s").getXMLDesc() == document, flush=True)
    for old, new in changes:
        changed = re.sub(old, new, document, count=1, flags=re.S)
        if changed == document:
            print(f"{name}: {old!r} is not there", flush=True)
            continue
        said(f"{name}: {old!r} {new!r}", dom.snapshotCreateXML, changed, REDEFINE)
        if dom.snapshotLookupByName("s").getXMLDesc() != document:
            dom.snapshotLookupByName("s").delete()
            dom.snapshotCreateXML(document, REDEFINE)
    for snapshot in dom.listAllSnapshots():
        snapshot.delete()
    dom.undefine()


def main():
    """Says what may change."""
    conn = libvirt.open("test:///default")
    for name, (definition, changes) in CASES.items():
        redefine(conn, name, definition, changes)


main()
