"""Memory: size, limits, NUMA nodes, statistics."""

import libvirt

from compare.testdriver.say import domain, said

NUMA = "<cpu><numa><cell id='0' cpus='0' memory='1024'/></numa></cpu>"


def sizes(name, dom):
    """Every way to set a size."""
    for flags in range(16):
        for memory in (0, 1, 512, 1024, 2048, 1 << 40):
            said(f"{name} setMemoryFlags {memory} {flags}", dom.setMemoryFlags, memory, flags)
            said(f"{name} info", lambda: dom.info()[:3])
            said(f"{name} max", dom.maxMemory)
    for memory in (0, 7, 100000):
        said(f"{name} setMemory {memory}", dom.setMemory, memory)
        said(f"{name} setMaxMemory {memory}", dom.setMaxMemory, memory)
        said(f"{name} info", lambda: dom.info()[:3])


def parameters(name, dom):
    """Limits and NUMA nodes."""
    for flags in range(8):
        for given in ({"hard_limit": 100}, {"swap_hard_limit": 50}, {"soft_limit": 7}, {"hard_limit": 40, "swap_hard_limit": 50},
                      {"hard_limit": 9007199254740991, "swap_hard_limit": 9007199254740992}, {"min_guarantee": 5}, {"x": 1}):
            said(f"{name} setMemoryParameters {given} {flags}", dom.setMemoryParameters, given, flags)
            said(f"{name} memoryParameters {flags}", dom.memoryParameters, flags)
        for given in ({"numa_mode": 1}, {"numa_mode": 9}, {"numa_mode": -1}, {"numa_nodeset": "0-1"}, {"numa_nodeset": ""},
                      {"numa_nodeset": "x"}, {"numa_nodeset": "1,^1"}, {"numa_mode": 0, "numa_nodeset": "3"},
                      {"numa_nodeset": "99999"}, {"numa_mode": 3}):
            said(f"{name} setNumaParameters {given} {flags}", dom.setNumaParameters, given, flags)
            said(f"{name} numaParameters {flags}", dom.numaParameters, flags)
        said(f"{name} xml {flags}", dom.XMLDesc, flags & 2)


def statistics(name, dom):
    """What is counted."""
    said(f"{name} memoryStats", dom.memoryStats)
    for flags in range(5):
        for period in (-1, 0, 1, 2147483647):
            said(f"{name} setMemoryStatsPeriod {period} {flags}", dom.setMemoryStatsPeriod, period, flags)
    said(f"{name} xml", dom.XMLDesc)
    for flags in range(4):
        said(f"{name} peek {flags}", dom.memoryPeek, 250, 12, flags)
    said(f"{name} peek", dom.memoryPeek, 0, 0, libvirt.VIR_MEMORY_VIRTUAL)


def main():
    """Everything, on domains of each kind."""
    conn = libvirt.open("test:///default")
    balloon = "<memballoon model='virtio'/>"
    kinds = [("stopped", conn.defineXML(domain("stopped", devices=balloon))),
             ("transient", conn.createXML(domain("transient", devices="<memballoon model='none'/>"))),
             ("numa", conn.defineXML(domain("numa", NUMA))),
             ("test", conn.lookupByName("test"))]
    for name, dom in kinds:
        sizes(name, dom)
        parameters(name, dom)
        statistics(name, dom)
    maximum = conn.defineXML(domain("maximum", "<maxMemory slots='2'>4096</maxMemory>" + NUMA))
    sizes("maximum", maximum)
    plugged = conn.defineXML(domain("plugged", "<maxMemory slots='2'>4096</maxMemory>"))
    if plugged:
        sizes("plugged", plugged)


main()
