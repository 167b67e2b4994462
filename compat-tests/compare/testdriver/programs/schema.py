"""Definitions made from the schema, one element or attribute after the other with values that are right and wrong: what the library makes
of them, or which error tells what is wrong. The documents are in schema.tsv, without their beginnings, which are here."""

import pathlib

import libvirt

from compare.testdriver.say import said

NAMED = "<name>i</name><uuid>10867fce-accb-43ce-9b69-52811266838e</uuid>"
# Kind: how a definition begins and ends, and what defines it.
KINDS = {
    "domain": (f"<domain type='test'>{NAMED}<memory>1048576</memory>", "</domain>", lambda conn: conn.defineXML),
    "network": (f"<network>{NAMED}", "</network>", lambda conn: conn.networkDefineXML),
}


def main():
    """Each document on the same connection, which forgets the object again."""
    path = pathlib.Path(__file__).with_suffix(".tsv")
    conn = libvirt.open("test:///default")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 1):
        kind, place, document = line.split("\t")
        begin, end, define = KINDS[kind]
        made = said(f"{number} {place}:", lambda: define(conn)(begin + document + end))
        if made:
            said("accepted:", made.XMLDesc)
            made.undefine()
    conn.close()


if __name__ == "__main__":
    main()
