"""Passes a descriptor over the connection named by the argument and prints the errors (a JSON list).

Only a UNIX socket can carry one. What follows each error tells whether the connection was kept.
"""

import json
import os
import sys

import libvirt

GUEST = "<domain type='test'><name>x</name><memory>4096</memory><os><type>hvm</type></os></domain>"


def attempt(uri, call):
    """[what came of the call, whether the connection is alive then]."""
    connection = libvirt.open(uri)
    descriptor = os.open("/dev/null", os.O_RDONLY)
    try:
        call(connection, descriptor)
        return ["done", connection.isAlive()]
    except libvirt.libvirtError as error:
        code, domain, message, level, _, *strings = error.err
        return [[code, domain, message, level, *strings], connection.isAlive()]
    finally:
        os.close(descriptor)
        connection.close()


libvirt.registerErrorHandler(lambda *_: None, None)
print(json.dumps([attempt(sys.argv[1], call) for call in (
    lambda c, d: c.createXMLWithFiles(GUEST, [d], 0),
    lambda c, d: c.lookupByName("test").createWithFiles([d], 0),
    lambda c, d: c.lookupByName("test").FDAssociate("name", [d], 0),
    lambda c, _: c.createXMLWithFiles(GUEST, [], 0),
)]))
