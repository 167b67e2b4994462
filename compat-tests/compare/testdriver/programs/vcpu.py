"""Virtual CPUs and I/O threads: number, pinning, scheduling, statistics."""

import libvirt

from compare.testdriver.say import domain, said

INDIVIDUAL = ("<vcpu current='2'>4</vcpu><vcpus><vcpu id='0' enabled='yes' hotpluggable='no'/><vcpu id='1' enabled='no' hotpluggable='yes'/>"
              "<vcpu id='2' enabled='yes' hotpluggable='yes'/><vcpu id='3' enabled='no' hotpluggable='yes'/></vcpus>")
PINNED = ("<vcpu cpuset='1-3' current='2'>4</vcpu><iothreads>3</iothreads><cputune><vcpupin vcpu='1' cpuset='0,7'/>"
          "<emulatorpin cpuset='2'/><iothreadpin iothread='2' cpuset='5'/></cputune>")


def numbers(name, dom):
    """How many there are."""
    for flags in range(16):
        said(f"{name} vcpusFlags {flags}", dom.vcpusFlags, flags)
    said(f"{name} maxVcpus", dom.maxVcpus)
    for flags in (0, 1, 2, 3, 4, 5, 6, 7, 8):
        for number in (0, 1, 3, 4, 5, 32, 33):
            said(f"{name} setVcpusFlags {number} {flags}", dom.setVcpusFlags, number, flags)
            said(f"{name} count", lambda: dom.info()[3])
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)
    said(f"{name} setVcpus", dom.setVcpus, 2)
    said(f"{name} setVcpus", dom.setVcpus, 99)


def pins(name, dom):
    """Where they run."""
    maps = [(True, False, True), (False,), (), tuple(number % 3 == 0 for number in range(40))]
    for cpus in maps:
        for vcpu in (0, 1, 3, 9):
            said(f"{name} pinVcpu {vcpu} {cpus}", dom.pinVcpu, vcpu, cpus)
            said(f"{name} pinVcpuFlags {vcpu}", dom.pinVcpuFlags, vcpu, cpus, 1)
        for flags in range(5):
            said(f"{name} pinEmulator {flags}", dom.pinEmulator, cpus, flags)
            said(f"{name} emulatorPinInfo {flags}", dom.emulatorPinInfo, flags)
            said(f"{name} vcpuPinInfo {flags}", dom.vcpuPinInfo, flags)
            for thread in (0, 1, 2, 9):
                said(f"{name} pinIOThread {thread} {flags}", dom.pinIOThread, thread, cpus, flags)
            said(f"{name} ioThreadInfo {flags}", dom.ioThreadInfo, flags)
    said(f"{name} vcpus", lambda: [(one[0], one[1], one[3]) for one in dom.vcpus()[0]] + [dom.vcpus()[1]])
    said(f"{name} xml", dom.XMLDesc)


def threads(name, dom):
    """I/O threads come and go."""
    for flags in range(5):
        for thread in (0, 1, 5, 5, 7):
            said(f"{name} addIOThread {thread} {flags}", dom.addIOThread, thread, flags)
        for thread in (5, 7):
            for given in ({"poll_max_ns": 5}, {"poll_grow": 1, "poll_shrink": 2}, {"x": 1}, {"poll_grow": -1}):
                said(f"{name} setIOThreadParams {thread} {given} {flags}", dom.setIOThreadParams, thread, given, flags)
        said(f"{name} stats", lambda: dom.connect().domainListGetStats([dom])[0][1])
        for thread in (0, 1, 5, 6, 2):
            said(f"{name} delIOThread {thread} {flags}", dom.delIOThread, thread, flags)
        said(f"{name} ioThreadInfo", dom.ioThreadInfo, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def scheduler(name, dom):
    """Scheduling and the time that processors ran."""
    said(f"{name} schedulerType", dom.schedulerType)
    said(f"{name} schedulerParameters", dom.schedulerParameters)
    for flags in range(4):
        said(f"{name} schedulerParametersFlags {flags}", dom.schedulerParametersFlags, flags)
        for given in ({"weight": 1}, {"x": 1}, {"weight": 0}):
            said(f"{name} setSchedulerParametersFlags {given} {flags}", dom.setSchedulerParametersFlags, given, flags)
    said(f"{name} setSchedulerParameters", dom.setSchedulerParameters, {"weight": 5})
    said(f"{name} setSchedulerParameters", dom.setSchedulerParameters, {"cpu_shares": 5})
    said(f"{name} CPUStats total", dom.getCPUStats, True)
    said(f"{name} CPUStats", dom.getCPUStats, False)
    said(f"{name} guestVcpus", dom.guestVcpus)
    said(f"{name} setVcpu", dom.setVcpu, "1", 1)


def main():
    """Everything, on domains of each kind."""
    conn = libvirt.open("test:///default")
    disk = ("<disk type='file'><driver name='qemu' iothread='1'/><source file='/x'/><target dev='vda' bus='virtio'/></disk>"
            "<controller type='scsi' model='virtio-scsi' index='0'><driver iothread='2'/></controller>")
    kinds = [("stopped", conn.defineXML(domain("stopped", PINNED, disk))),
             ("transient", conn.createXML(domain("transient", PINNED))),
             ("individual", conn.createXML(domain("individual", INDIVIDUAL))),
             ("test", conn.lookupByName("test"))]
    for name, dom in kinds:
        numbers(name, dom)
        pins(name, dom)
        threads(name, dom)
        scheduler(name, dom)
    conn.lookupByName("test").destroy()
    pins("test stopped", conn.lookupByName("test"))
    scheduler("test stopped", conn.lookupByName("test"))


main()
