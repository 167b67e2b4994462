"""Opens the URIs named on standard input (a JSON list) and prints what happened to each (a JSON list): what one can ask the
connection, or its error; and, last, what the library warned of on standard error."""

import json
import os
import re
import sys
import tempfile

import libvirt

# Time, thread, level; then function, line and text.
WARNING = re.compile(r"^[-0-9]+ [0-9:.+]+: \d+: warning : (\w+):\d+ : (.*)$", re.M)


def attempt(uri):
    """Returns what one connection tells."""
    try:
        connection = libvirt.open(uri)
    except libvirt.libvirtError as error:
        return ["error", error.get_error_code(), error.get_error_domain(), error.get_error_message(),
                error.get_error_level(), error.get_int1(), error.get_int2()]
    facts = ["open", connection.isSecure(), connection.isEncrypted(), connection.isAlive(),
             [domain.name() for domain in connection.listAllDomains()], len(connection.getCapabilities()) > 0]
    connection.close()
    return facts


def warned(log):
    """Empties the file; returns what was written to it since, function and text."""
    text = os.pread(log.fileno(), 1 << 20, 0).decode(errors="backslashreplace")
    log.seek(0)
    log.truncate()
    return [": ".join(found) for found in WARNING.findall(text)]


def main():
    """All of them."""
    libvirt.registerErrorHandler(lambda *_: None, None)
    uris = json.load(sys.stdin)
    with tempfile.TemporaryFile() as log:
        os.dup2(log.fileno(), 2)
        print(json.dumps([attempt(uri) + [warned(log)] for uri in uris]))


main()
