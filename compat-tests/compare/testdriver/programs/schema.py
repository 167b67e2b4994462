"""Definitions of domains made from the schema, one element or attribute after the other with values that are right and wrong: what the
library makes of them, or which error tells what is wrong. The documents are in schema.tsv."""

import pathlib

import libvirt

from compare.testdriver.say import said

BEGIN = "<domain type='test'><name>i</name><uuid>10867fce-accb-43ce-9b69-52811266838e</uuid><memory>1048576</memory>"


def main():
    """Each document on the same connection, which forgets the domain again."""
    path = pathlib.Path(__file__).with_suffix(".tsv")
    conn = libvirt.open("test:///default")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 1):
        place, document = line.split("\t")
        made = said(f"{number} {place}:", lambda: conn.defineXML(f"{BEGIN}{document}</domain>"))
        if made:
            said("accepted:", made.XMLDesc)
            made.undefine()
    conn.close()


if __name__ == "__main__":
    main()
