"""Networks: every command on every section, live and persistent, with good, wrong and unknown values."""

import libvirt

from compare.testdriver.say import said

COMMANDS = ["none", "modify", "delete", "add-last", "add-first", "five"]
NETWORK = """<network><name>net</name><uuid>11111111-2222-3333-4444-555555555555</uuid>
  <metadata><k:x xmlns:k='urn:k'/></metadata>
  <forward mode='{}'>{}</forward>{}
  <dns><txt name='t' value='v'/><srv service='s' protocol='tcp' domain='d' target='h' port='1'/>
    <host ip='10.0.0.9'><hostname>nine</hostname><hostname>neun</hostname></host>
    <host ip='10.0.0.8'><hostname>eight</hostname></host></dns>
  {}<portgroup name='p'/><portgroup name='def' default='yes'><vlan><tag id='5'/></vlan></portgroup></network>"""
IPS = """<ip address='10.0.0.1' netmask='255.255.255.0'><dhcp><range start='10.0.0.10' end='10.0.0.20'/>
  <host mac='52:54:00:00:00:01' name='one' ip='10.0.0.11'/><host name='two' ip='10.0.0.12'/></dhcp></ip>
  <ip address='10.1.0.1' netmask='255.255.255.0'/>
  <ip family='ipv6' address='2001:db8::1' prefix='64'/>"""
SECTIONS = {
    "none": ["<x/>"], "bridge": ["<bridge name='x'/>"], "domain": ["<domain name='x'/>"], "ip": ["<ip address='1.2.3.4'/>"],
    "ip-dhcp-host": [
        "<host mac='52:54:00:00:00:01' name='one' ip='10.0.0.31'/>", "<host mac='52:54:00:00:00:09' ip='10.0.0.32'/>",
        "<host name='two' ip='10.0.0.33'><lease expiry='1' unit='hours'/></host>", "<host ip='10.0.0.12'/>", "<host name='one'/>",
        "<host mac='52:54:00:00:00:01'/>", "<host/>", "<host mac='x' ip='10.0.0.34'/>", "<host name='-' ip='10.0.0.34'/>",
        "<host mac='53:54:00:00:00:01' ip='10.0.0.34'/>", "<host name='n' ip='x'/>", "<host id='0:1' name='n' ip='2001:db8::5'/>",
        "<host id='x' name='n' ip='2001:db8::5'/>", "<host name='two' ip='10.0.0.99'><lease expiry='1'/></host>", "<range/>", "<host",
        "", "<host name='new' ip='10.9.9.9'/>", "<host mac='52:54:00:00:00:77' name='two'/>"],
    "ip-dhcp-range": [
        "<range start='10.0.0.10' end='10.0.0.20'/>", "<range start='10.0.0.30' end='10.0.0.40'><lease expiry='2' unit='hours'/></range>",
        "<range start='10.0.0.30'/>", "<range end='10.0.0.30'/>", "<range start='x' end='10.0.0.30'/>", "<range start='10.0.0.40' end='10.0.0.30'/>",
        "<range start='10.9.0.40' end='10.9.0.50'/>", "<range start='2001:db8::5' end='2001:db8::9'/>", "<host/>",
        "<range start='10.0.0.31' end='10.0.0.41'><lease expiry='x'/></range>"],
    "forward": ["<forward/>"],
    "forward-interface": ["<interface dev='eth0'/>", "<interface dev='eth5'/>", "<interface dev='eth1'/>", "<interface/>", "<x/>", "<interface dev=''/>"],
    "forward-pf": ["<pf dev='x'/>"],
    "portgroup": ["<portgroup name='p' trustGuestRxFilters='yes'/>", "<portgroup name='q'/>", "<portgroup name='q' default='yes'/>",
                  "<portgroup/>", "<portgroup name='def'/>", "<portgroup name='def' default='yes'/>", "<x/>",
                  "<portgroup name='b'><bandwidth><inbound average='x'/></bandwidth></portgroup>",
                  "<portgroup name='b'><bandwidth><inbound peak='1' floor='2'/></bandwidth></portgroup>",
                  "<portgroup name='b'><bandwidth><inbound floor='2'/></bandwidth></portgroup>",
                  "<portgroup name='b'><bandwidth><inbound average='2'/><outbound floor='3'/></bandwidth></portgroup>",
                  "<portgroup name='p'><virtualport type='openvswitch'/></portgroup>"],
    "dns-host": ["<host ip='10.0.0.9'/>", "<host ip='10.0.0.9'><hostname>eleven</hostname></host>", "<host ip='10.0.0.77'><hostname>new</hostname></host>",
                 "<host><hostname>neun</hostname></host>", "<host><hostname>eight</hostname><hostname>nine</hostname></host>", "<host/>",
                 "<host ip='x'><hostname>a</hostname></host>", "<host ip='10.0.0.8'><hostname/></host>", "<x/>", "<host ip='10.0.0.8'><hostname>nine</hostname></host>"],
    "dns-txt": ["<txt name='t' value='w'/>", "<txt name='t'/>", "<txt name='u' value='w'/>", "<txt name='u'/>", "<txt value='w'/>", "<txt name='a b' value='w'/>", "<x/>"],
    "dns-srv": ["<srv service='s' protocol='tcp'/>", "<srv service='s' protocol='tcp' domain='d' target='h'/>", "<srv service='r' protocol='udp'/>",
                "<srv service='r' protocol='udp' domain='x' target='y' port='5' priority='3' weight='2'/>", "<srv/>", "<srv service='s'/>", "<srv protocol='tcp'/>",
                "<srv service='s' protocol='tcp' port='5'/>", "<srv protocol='tcp' port='5'/>", "<srv service='s' protocol='tcp' target='h' port='0'/>",
                "<srv service='?' protocol='tcp'/>", "<srv service='s' protocol='?'/>", "<srv target='h' weight='x'/>", "<x/>",
                "<srv target='h' priority='70000'/>"],
    "thirteen": ["<x/>"],
}


def fresh(conn, kind="nat"):
    """Returns the network as it is at first."""
    for end in ("destroy", "undefine"):
        try:
            getattr(conn.networkLookupByName("net"), end)()
        except libvirt.libvirtError:
            pass
    if kind == "bridge":
        inside = NETWORK.format("bridge", "<interface dev='eth0'/><interface dev='eth1'/>", "", "")
    elif kind == "isolated":
        inside = "<network><name>net</name><uuid>11111111-2222-3333-4444-555555555555</uuid></network>"
    elif kind == "route":
        inside = NETWORK.format("route", "", "", IPS)
    else:
        inside = NETWORK.format("nat", "<interface dev='eth0'/>", "<bridge name='b'/>", IPS)
    return conn.networkDefineXML(inside)


def main():
    """Everything."""
    conn = libvirt.open("test:///default")
    said("fresh", fresh(conn).XMLDesc)
    for number, (section, texts) in enumerate(SECTIONS.items()):
        for command, word in enumerate(COMMANDS):
            for text in texts:
                for kind in ("nat", "bridge", "isolated", "route"):
                    net = fresh(conn, kind)
                    before = net.XMLDesc()
                    name = f"{kind} {section} {word} {text}"
                    said(name, net.update, command, number, -1, text, 0)
                    after = net.XMLDesc()
                    print("same" if before == after else after)
                if section.startswith("ip-"):
                    for index in (-2, 0, 1, 2, 3):
                        net = fresh(conn)
                        before = net.XMLDesc()
                        said(f"{name} index {index}", net.update, command, number, index, text, 0)
                        after = net.XMLDesc()
                        print("same" if before == after else after)
    # One after the other, in each state; what comes of the definition afterwards.
    for state in ("inactive", "active", "transient"):
        for flags in (0, 1, 2, 3, 4, 7):
            net = fresh(conn)
            if state == "active":
                net.create()
            if state == "transient":
                xml = net.XMLDesc()
                net.undefine()
                net = conn.networkCreateXML(xml)
            for value in ("u", "v", "u"):
                said(f"{state} {flags} {value}", net.update, 3, 11, 0, f"<txt name='{value}' value='{flags}'/>", flags)
            for call in ("XMLDesc", "destroy", "XMLDesc", "create", "XMLDesc"):
                said(f"{state} {flags} {call}", getattr(net, call))
            said("delete", net.update, 2, 11, 0, "<txt name='u'/>", 2)
            said("delete", net.update, 2, 11, 0, "<txt name='u'/>", 1)
            said(f"{state} {flags}", net.XMLDesc)


main()
