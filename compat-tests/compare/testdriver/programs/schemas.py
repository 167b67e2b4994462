"""Schemas that are not there, or are none, in a mount namespace of its own. libxml2 writes about files to standard error, differently
in each version: not looked at."""

import ctypes
import os
import pathlib
import subprocess

import libvirt

from compare.testdriver.say import domain, said

SCHEMAS = pathlib.Path("/usr/share/libvirt/schemas")
CLONE_NEWNS = 0x20000


def hide():
    """Puts an empty folder over the schemas, for this process alone."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS):
        raise OSError(ctypes.get_errno(), "no namespace: run as root")
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", str(SCHEMAS)], check=True)


def define(conn, name):
    """Defines a domain with and without a look at the schema, and what is no domain."""
    said("with", conn.defineXMLFlags, domain(name), libvirt.VIR_DOMAIN_DEFINE_VALIDATE)
    said("without", conn.defineXMLFlags, domain(name), 0)
    said("another root", conn.defineXMLFlags, "<foo/>", libvirt.VIR_DOMAIN_DEFINE_VALIDATE)


def main():
    """Says what is refused, and why."""
    hide()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    conn = libvirt.open("test:///default")
    define(conn, "missing")
    for number, schema in enumerate(["", "<grammar", "<domain/>", "<grammar xmlns='http://relaxng.org/ns/structure/1.0'/>",
                                     "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='none.rng'/></grammar>",
                                     "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='none'/></start>"
                                     "</grammar>",
                                     "<element name='domain' xmlns='http://relaxng.org/ns/structure/1.0'><text/></element>"]):
        print(repr(schema), flush=True)
        for name in ("domain", "domaincheckpoint"):
            (SCHEMAS / f"{name}.rng").write_text(schema)
        define(conn, f"broken{number}")
        said("checkpoint", conn.lookupByName("test").checkpointCreateXML, f"<domaincheckpoint><name>c{number}</name>"
             "</domaincheckpoint>", 0)


main()
