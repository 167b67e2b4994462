"""Definitions with something wrong: which error tells it. The documents are in refused.tsv."""

import pathlib
import re

import libvirt

from compare.testdriver.say import said

ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}
DEFINE = {
    "domain": lambda conn: conn.defineXML,
    "network": lambda conn: conn.networkDefineXML,
    "pool": lambda conn: conn.storagePoolDefineXML,
    "volume": lambda conn: conn.storagePoolLookupByName("default-pool").createXML,
    "nodedev": lambda conn: conn.nodeDeviceCreateXML,
    "interface": lambda conn: conn.interfaceDefineXML,
    "snapshot": lambda conn: conn.lookupByName("test").snapshotCreateXML,
    "snapshot-redefine": lambda conn: lambda xml: conn.lookupByName("test").snapshotCreateXML(
        xml, libvirt.VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE),
    "checkpoint": lambda conn: conn.lookupByName("test").checkpointCreateXML,
}


def unescaped(found):
    """Returns the character that an escape stands for."""
    name = found.group(1)
    return chr(int(name[1:], 16)) if name.startswith("x") else ESCAPES[name]


def main():
    """Each document on a connection of its own, which begins with the default state."""
    path = pathlib.Path(__file__).with_suffix(".tsv")
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        kind, case, document = line.split("\t")
        document = re.sub(r"\\(x..|.)", unescaped, document)
        conn = libvirt.open("test:///default")
        said(f"{kind}: {case}:", lambda: DEFINE[kind](conn)(document) and "accepted")
        conn.close()


if __name__ == "__main__":
    main()
