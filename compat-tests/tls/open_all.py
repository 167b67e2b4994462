"""Opens the URIs named on standard input (a JSON list) and prints what happened to each (a JSON list)."""

import json
import sys

import libvirt


def attempt(uri):
    """What one connection tells."""
    try:
        connection = libvirt.open(uri)
    except libvirt.libvirtError as error:
        return ["error", error.get_error_code(), error.get_error_domain(), error.get_error_message(),
                error.get_error_level(), error.get_int1(), error.get_int2()]
    facts = ["open", connection.isSecure(), connection.isEncrypted(), connection.isAlive(),
             [domain.name() for domain in connection.listAllDomains()], len(connection.getCapabilities()) > 0]
    connection.close()
    return facts


libvirt.registerErrorHandler(lambda *_: None, None)
print(json.dumps([attempt(uri) for uri in json.load(sys.stdin)]))
