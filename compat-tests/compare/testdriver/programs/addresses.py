"""Addresses of interfaces, which depend on networks and on the domain."""

import libvirt

from compare.testdriver.say import domain, said

NETWORKS = {
    "mask": "<ip address='10.0.0.1' netmask='255.255.254.0'/>",
    "range": "<ip address='10.0.0.1' prefix='20'><dhcp><range start='10.0.1.254' end='10.0.2.20'/></dhcp></ip>",
    "six": "<ip family='ipv6' address='fd00::fe' prefix='64'/>",
    "sixrange": "<ip family='ipv6' address='fd00::1' prefix='64'><dhcp>"
                "<range start='fd00::ff' end='fd00::fff'/></dhcp></ip>",
    "class": "<ip address='10.0.0.1'/>",
    "both": "<ip family='ipv6' address='fd00::fe'/><ip address='10.0.0.1'/>",
    "last": "<ip family='ipv4' address='255.255.255.255' prefix='24'/>",
}


def guest(names):
    """Returns a domain with an interface in each network; "" is none."""
    interfaces = ""
    for at, name in enumerate(names):
        kind, source = ("network", f"<source network='{name}'/>") if name else ("user", "")
        interfaces += f"<interface type='{kind}'>{source}<mac address='52:54:00:00:00:{at:02x}'/></interface>"
    return domain("g", devices=interfaces)


def addresses(conn, names):
    """A domain's addresses from all sources."""
    dom = conn.createXML(guest(names))
    for source in range(4):
        said(f"{names} {source}", dom.interfaceAddresses, source)
    dom.destroy()


def main():
    """Networks of all kinds, several interfaces, networks that do not run or do not exist."""
    conn = libvirt.open("test:///default")
    for name, ip in NETWORKS.items():
        conn.networkDefineXML(f"<network><name>{name}</name><bridge name='br{name}'/>{ip}</network>")
    for name in [*NETWORKS, "default", "nope"]:
        addresses(conn, [name])
        addresses(conn, [name, name, "", name, ""])
        addresses(conn, ["", "", name])
    addresses(conn, [*NETWORKS])
    addresses(conn, ["nope", "default"])
    conn.networkLookupByName("default").destroy()
    addresses(conn, ["default"])
    conn.networkLookupByName("default").undefine()
    addresses(conn, ["default", "mask"])


main()
