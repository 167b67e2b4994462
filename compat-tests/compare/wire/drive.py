"""Calls as many procedures as the public API reaches, in a fixed order with fixed names, and prints a transcript.

Runs on Debian's own python3-libvirt (/usr/bin/python3), unchanged on whichever libvirt.so.0 the loader finds. It uses
no assertion of its own: two runs are compared, transcripts and recorded bytes, by compare.py.
"""

import argparse
import importlib
import os
import pkgutil
import sys

from compare.wire.script import Script

SECTIONS = sorted(module.name for module in pkgutil.iter_modules([os.path.join(os.path.dirname(__file__), "sections")]))


def main():
    """drive.py SECTION --socket ... : the transcript goes to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("section", choices=SECTIONS)
    parser.add_argument("--socket", required=True, help="socket for every libvirt connection")
    parser.add_argument("--socket-ro", help="socket for read-only connections")
    parser.add_argument("--admin-socket", help="socket for the administration connection")
    parser.add_argument("--second-socket", help="socket of a second daemon, the target of migrations")
    parser.add_argument("--unrecorded-socket", help="the daemon's own socket, for what is not to be recorded")
    parser.add_argument("--scratch", required=True, help="a writable directory, as the daemon sees it")
    parser.add_argument("--qemu-uri", default="qemu:///system")
    options = parser.parse_args()
    sockets = {"main": options.socket, "ro": options.socket_ro, "admin": options.admin_socket,
               "second": options.second_socket, "unrecorded": options.unrecorded_socket,
               "directory": os.path.dirname(options.socket)}
    binding = None if options.section.startswith("admin") else importlib.import_module("libvirt")
    script = Script(sockets, options.scratch, sys.stdout, binding)
    script.qemu_uri = options.qemu_uri
    importlib.import_module(f"compare.wire.sections.{options.section}").run(script)
    script.line(f"## end of {options.section}: {script.count} calls")
    return 0


if __name__ == "__main__":
    sys.exit(main())
