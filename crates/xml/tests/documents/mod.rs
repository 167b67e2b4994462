/// Fuzz target, and a document of the kind: what the fuzzer and the tests of stability start from.
pub(crate) const DOCUMENTS: [(&str, &str); 13] = [
    (
        "xml_domain",
        "<domain type='kvm'><name>n</name><uuid>6695eb01-f6a4-8304-79aa-97f2502e1931</uuid><memory unit='MiB'>64</memory>\
         <vcpu cpuset='0-3'>2</vcpu><cputune><vcpupin vcpu='0' cpuset='1'/></cputune><os><type arch='x86_64'>hvm</type>\
         <boot dev='hd'/></os><features><acpi/><hyperv><relaxed state='on'/></hyperv></features><cpu mode='custom' match='exact'>\
         <model>qemu64</model><feature name='x' policy='require'/></cpu><clock offset='utc'><timer name='rtc'/></clock><devices>\
         <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a'/><target dev='vda' bus='virtio'/>\
         <address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0'/></disk><disk type='network'>\
         <source protocol='rbd' name='p/i'><host name='h' port='1'/></source><target dev='sda' bus='scsi'/></disk>\
         <controller type='scsi' index='0' model='virtio-scsi'/><interface type='network'><mac address='52:54:00:00:00:01'/>\
         <source network='default'/><model type='virtio'/></interface><serial type='tcp'><source mode='bind' host='h' service='1'/>\
         </serial><channel type='unix'><target type='virtio' name='c'/></channel><graphics type='vnc' port='-1'/><video>\
         <model type='qxl' heads='1'/></video><hostdev mode='subsystem' type='usb'><source><vendor id='1'/><product id='2'/></source>\
         </hostdev><memballoon model='virtio'/></devices><seclabel type='dynamic' model='selinux'/></domain>",
    ),
    (
        "xml_domain",
        "<domain type='lxc'><name>n</name><memory>1</memory><metadata><a:b xmlns:a='u'>t<a:c/></a:b></metadata><os><type>exe</type>\
         <init>/i</init></os><idmap><uid start='0' target='1' count='2'/><gid start='0' target='1' count='2'/></idmap><devices>\
         <filesystem type='mount'><source dir='/'/><target dir='/'/></filesystem><console type='pty'/></devices></domain>",
    ),
    (
        "xml_network",
        "<network><name>n</name><forward mode='nat'><nat><port start='1' end='2'/></nat></forward><bridge name='b' stp='on'/>\
         <dns><host ip='192.168.1.2'><hostname>h</hostname></host></dns><ip address='192.168.1.1' netmask='255.255.255.0'><dhcp>\
         <range start='192.168.1.3' end='192.168.1.9'/><host mac='52:54:00:00:00:01' ip='192.168.1.4'/></dhcp></ip>\
         <route address='10.0.0.0' prefix='8' gateway='192.168.1.5'/><portgroup name='p'><vlan><tag id='1'/></vlan></portgroup></network>",
    ),
    (
        "xml_network",
        "<networkport><uuid>6695eb01-f6a4-8304-79aa-97f2502e1931</uuid><owner><name>n</name>\
         <uuid>6695eb01-f6a4-8304-79aa-97f2502e1932</uuid></owner><mac address='52:54:00:00:00:01'/><plug type='bridge' bridge='b'/></networkport>",
    ),
    (
        "xml_storage",
        "<pool type='netfs'><name>p</name><source><host name='h'/><dir path='//a//b/'/><format type='nfs'/></source><target><path>/p/</path>\
         <permissions><mode>0711</mode><owner>1</owner></permissions></target></pool>",
    ),
    (
        "xml_storage",
        "<volume><name>v</name><capacity unit='G'>1</capacity><target><format type='qcow2'/><compat>1.1</compat><features>\
         <lazy_refcounts/></features></target><backingStore><path>/b</path></backingStore></volume>",
    ),
    (
        "xml_interface",
        "<interface type='bridge' name='b'><start mode='onboot'/><mtu size='1500'/><protocol family='ipv4'><dhcp/>\
         <ip address='1.2.3.4' prefix='24'/></protocol><bridge stp='on'><interface type='bond' name='c'><bond mode='active-backup'>\
         <miimon freq='1'/><interface type='ethernet' name='e'/></bond></interface></bridge></interface>",
    ),
    (
        "xml_nwfilter",
        "<filter name='f' chain='ipv4-x'><rule action='drop' direction='in' priority='1'><tcp match='no' srcipaddr='$IP[@1]' \
         dstportstart='0x50' flags='SYN/ALL' state='NEW'/></rule><filterref filter='g'><parameter name='A' value='b'/></filterref></filter>",
    ),
    (
        "xml_moment",
        "<domainsnapshot><name>s</name><creationTime>1</creationTime><state>shutoff</state><disks><disk name='vda' snapshot='external'>\
         <driver type='qcow2'/><source file='/x'/></disk></disks><domain type='test'><name>n</name><memory>1</memory><os><type>hvm</type></os>\
         </domain></domainsnapshot>",
    ),
    (
        "xml_moment",
        "<domaincheckpoint><name>c</name><disks><disk name='vda' checkpoint='bitmap'/></disks></domaincheckpoint>",
    ),
    (
        "xml_moment",
        "<domainbackup mode='pull'><server transport='tcp' name='h' port='1'/><disks><disk name='vda' backup='yes' type='file'>\
         <scratch file='/s'/></disk></disks></domainbackup>",
    ),
    (
        "xml_nodedev",
        "<device><name>pci_0</name><path>/sys/p</path><devnode type='link'>/l</devnode><devnode type='dev'>/d</devnode><parent>c</parent>\
         <driver><name>d</name></driver><capability type='pci'><class>0x020000</class><domain>0</domain><bus>1</bus><slot>2</slot>\
         <function>3</function><product id='0x1'>p</product><vendor id='0x2'/><capability type='virt_functions' maxCount='2'>\
         <address domain='0' bus='1' slot='2' function='4'/></capability><iommuGroup number='1'><address domain='0' bus='1' slot='2' function='3'/>\
         </iommuGroup><numa node='0'/><pci-express><link validity='cap' port='1' speed='2.5' width='1'/></pci-express></capability></device>",
    ),
    ("xml_secret", "<secret private='yes'><usage type='ceph'><name>n&amp;</name></usage></secret>"),
];
