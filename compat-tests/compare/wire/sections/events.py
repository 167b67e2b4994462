"""Registrations of events, and the events a guest's life makes; needs the default event loop."""

import libvirt
import libvirt_qemu

from lib.definitions import guest, network, pool, secret


def run(s):
    """Registrations with and without an object; what arrives is recorded, not compared: its timing is the daemon's."""
    libvirt.virEventRegisterDefaultImpl()
    conn = s.open(s.qemu_uri)
    test = s.open("test:///default")
    cdrom = "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>"
    dom = s(conn, "defineXML", guest(devices=cdrom))
    ids = [s(conn, "domainEventRegisterAny", None, event, ignore, None) for event in range(27)]
    one = s(conn, "domainEventRegisterAny", dom, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, ignore, None)
    s(test, "domainEventRegisterAny", None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, ignore, None)
    s(conn, "domainEventRegister", ignore, None)
    # So long that no ping falls due before the end.
    s(conn, "setKeepAlive", 600, 5)
    s(test, "registerCloseCallback", ignore, None)
    s(test, "unregisterCloseCallback")
    net = s(conn, "networkEventRegisterAny", None, libvirt.VIR_NETWORK_EVENT_ID_LIFECYCLE, ignore, None)
    pool_id = s(conn, "storagePoolEventRegisterAny", None, libvirt.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE, ignore, None)
    refresh = s(conn, "storagePoolEventRegisterAny", None, libvirt.VIR_STORAGE_POOL_EVENT_ID_REFRESH, ignore, None)
    device = s(conn, "nodeDeviceEventRegisterAny", None, libvirt.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE, ignore, None)
    secret_id = s(conn, "secretEventRegisterAny", None, libvirt.VIR_SECRET_EVENT_ID_LIFECYCLE, ignore, None)
    value = s(conn, "secretEventRegisterAny", None, libvirt.VIR_SECRET_EVENT_ID_VALUE_CHANGED, ignore, None)
    monitor = s.record("monitor event", lambda: libvirt_qemu.qemuMonitorEventRegister(conn, None, None, ignore, None))
    dom_monitor = s.record("monitor event of a guest", lambda: libvirt_qemu.qemuMonitorEventRegister(
        conn, dom, "STOP", ignore, None, 0))
    happen(s, conn, dom)
    s.each(conn, [("networkEventDeregisterAny", net), ("storagePoolEventDeregisterAny", pool_id),
                  ("storagePoolEventDeregisterAny", refresh), ("nodeDeviceEventDeregisterAny", device),
                  ("secretEventDeregisterAny", secret_id), ("secretEventDeregisterAny", value)])
    for number in (monitor, dom_monitor):
        s.record("monitor event off", lambda number=number: libvirt_qemu.qemuMonitorEventDeregister(conn, number))
    for number in [*ids, one]:
        s(conn, "domainEventDeregisterAny", number)
    s(conn, "domainEventDeregister", ignore)
    s(conn, "domainEventDeregisterAny", 4711)
    del dom


def ignore(*_):
    """A callback."""


def happen(s, conn, dom):
    """Things that make events."""
    s(dom, "createWithFlags", libvirt.VIR_DOMAIN_START_PAUSED)
    empty = "<disk type='file' device='cdrom'><target dev='hda' bus='ide'/></disk>"
    full = f"<disk type='file' device='cdrom'><source file='{s.scratch}/raw.img'/><target dev='hda' bus='ide'/></disk>"
    rng = "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>"
    s.each(dom, [("attachDeviceFlags", rng, 1), ("updateDeviceFlags", full, 1), ("updateDeviceFlags", empty, 1),
                 ("setBlockIoTune", "hda", {"total_iops_sec": 1000}, 1), ("pinVcpuFlags", 0, (True,), 1),
                 ("managedSave", 0), ("managedSaveRemove", 0), ("createWithFlags", 1)])
    s.each(dom, ["resume", "suspend", ("setMemoryFlags", 65536, 1), ("reset", 0), ("setMetadata", 0, "text", None, None, 3),
                 "destroy", "undefine"])
    net = s(conn, "networkDefineXML", network())
    s.each(net, ["create", "destroy", "undefine"])
    one = s(conn, "storagePoolDefineXML", pool(f"{s.scratch}/pool"), 0)
    s.each(one, [("create", 0), ("refresh", 0), "destroy", "undefine"])
    key = s(conn, "secretDefineXML", secret(), 0)
    s.each(key, [("setValue", b"golden", 0), "undefine"])
