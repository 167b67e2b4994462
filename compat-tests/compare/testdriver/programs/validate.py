"""Definitions against the schemas of the system: each kind of document, valid and not, asked for and not."""

import libvirt

from compare.testdriver.say import domain, said

FILES = {
    "network": "<network><name>{}</name>{}</network>",
    "pool": "<pool type='dir'><name>{0}</name><target><path>/x{0}</path></target>{1}</pool>",
    "volume": "<volume><name>{}</name><capacity>1</capacity><target/>{}</volume>",
    "interface": "<interface type='ethernet' name='{}'>{}</interface>",
    "device": "<device><name>{}</name><parent>scsi_host1</parent>{}<capability type='scsi_host'><capability type='fc_host'/>"
              "</capability></device>",
    "domainsnapshot": "<domainsnapshot><name>{}</name>{}</domainsnapshot>",
    "domaincheckpoint": "<domaincheckpoint><name>{}</name>{}</domaincheckpoint>",
}


def documents(template, root):
    """Returns documents of a kind with what is special about them."""
    return {
        "good": template.format("good", ""),
        "unknown element": template.format("extra", "<foo/>"),
        "unknown attribute": template.format("attr", "").replace(f"<{root}", f"<{root} foo='1'", 1),
        "element of another": template.format("strange", "<vcpu>1</vcpu>"),
        "text": template.format("text", "text"),
        "comment": template.format("comment", "<!-- foo -->"),
        "foreign": template.format("foreign", "<a:b xmlns:a='urn:a'/>"),
        "empty": f"<{root}/>",
        "other root": "<foo/>",
        "cut": f"<{root}>",
        "nothing": "",
        "two lines": template.format("lines", "\n  <foo/>\n"),
    }


def refused(what, call, *args):
    """Says by which code a call is refused: where the words of libxml2 depend on its version."""
    try:
        call(*args)
    except libvirt.libvirtError as why:
        print(what, "ERROR", why.get_error_code(), why.get_error_domain(), flush=True)
    else:
        print(what, "accepted", flush=True)


def kind(what, root, template, call, flag, others=(0,), tell=said):
    """Defines each document with the flag, and without."""
    for name, document in documents(template, root).items():
        if name == "empty" and root in ("domainsnapshot", "domaincheckpoint"):
            # Named by the second in which it is made.
            continue
        for flags in (flag, *(other | flag for other in others if other), 0):
            tell(f"{what} {name} {flags}", call, document.replace(">good<", f">good{flags}<"), flags)


def domains(conn):
    """Says what is refused in domains, where most of the schema is."""
    def define(what, document):
        said(what, conn.defineXMLFlags, document, libvirt.VIR_DOMAIN_DEFINE_VALIDATE)

    for at, inside in enumerate(["<vcpu>x</vcpu>", "<vcpu>-1</vcpu>", "<vcpu>1</vcpu><vcpu>2</vcpu>", "<cpu mode='none'/>",
                                 "<on_crash>never</on_crash>", "<title>a</title>", "<title>a\nb</title>",
                                 "<metadata><a:b xmlns:a='u'><c/></a:b></metadata>", "<uuid>none</uuid>", "<maxMemory>1</maxMemory>",
                                 "<features><acpi/><none/></features>", "<clock offset='none'/>", "<memory>x</memory>"]):
        define(f"inside {inside!r}", domain(f"i{at}", inside))
    for at, device in enumerate(["<disk/>", "<disk type='file' device='disk'><target dev='hda'/></disk>",
                                 "<disk type='file'><target dev='hda' bus='none'/></disk>", "<none/>",
                                 "<interface type='user'><mac address='none'/></interface>", "<console type='pty'/>",
                                 "<graphics type='vnc' port='99999999'/>", "<controller type='usb' index='x'/>",
                                 "<disk type='none'/><disk type='file'/><none/>"]):
        define(f"device {device!r}", domain(f"d{at}", "", device))
    define("unit", domain("unit").replace("<memory>", "<memory unit='parsec'>"))
    define("without a name", domain("x").replace("<name>x</name>", ""))
    define("type", domain("y").replace("type='test'", "type='none'"))
    define("declared", "<!DOCTYPE domain [<!ELEMENT domain ANY>]>" + domain("declared"))
    define("as bytes", "<?xml version='1.0' encoding='UTF-8'?>" + domain("encoded", "<title>ä</title>"))


def main():
    """Says what is accepted and what is not."""
    conn = libvirt.open("test:///default")
    pool = conn.storagePoolLookupByName("default-pool")
    dom = conn.lookupByName("test")
    shape = domain("NAME", "<title/>").replace("NAME", "{}").replace("<title/>", "{}")
    kind("define", "domain", shape, conn.defineXMLFlags, libvirt.VIR_DOMAIN_DEFINE_VALIDATE)
    kind("create", "domain", shape.replace("{}<", "c{}<", 1), conn.createXML, libvirt.VIR_DOMAIN_START_VALIDATE)
    kind("define network", "network", FILES["network"], conn.networkDefineXMLFlags, libvirt.VIR_NETWORK_DEFINE_VALIDATE)
    kind("create network", "network", FILES["network"], conn.networkCreateXMLFlags, libvirt.VIR_NETWORK_CREATE_VALIDATE)
    kind("pool", "pool", FILES["pool"], conn.storagePoolDefineXML, libvirt.VIR_STORAGE_POOL_DEFINE_VALIDATE)
    kind("volume", "volume", FILES["volume"], pool.createXML, libvirt.VIR_STORAGE_VOL_CREATE_VALIDATE)
    kind("interface", "interface", FILES["interface"], conn.interfaceDefineXML, libvirt.VIR_INTERFACE_DEFINE_VALIDATE)
    kind("device", "device", FILES["device"], conn.nodeDeviceCreateXML, libvirt.VIR_NODE_DEVICE_CREATE_XML_VALIDATE,
         tell=refused)
    kind("snapshot", "domainsnapshot", FILES["domainsnapshot"], dom.snapshotCreateXML,
         libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE, (libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE,))
    for snapshot in dom.listAllSnapshots():
        snapshot.delete()
    # Always against the schema.
    kind("checkpoint", "domaincheckpoint", FILES["domaincheckpoint"], dom.checkpointCreateXML,
         libvirt.VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE)
    domains(conn)


main()
