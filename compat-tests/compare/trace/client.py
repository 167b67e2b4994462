"""What the traced program does; run with the stock library or with this one. argv: URI, what.

Prints nothing but what the caller of a case looks at."""
import os
import subprocess
import sys

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)


def refused(call, *arguments):
    """Makes a call that must fail."""
    try:
        call(*arguments)
    except libvirt.libvirtError:
        return
    raise SystemExit(f"{call} did not fail")


uri, what = sys.argv[1:]
if what == "fail":
    refused(libvirt.open, uri)
    print("failed as it should")
    sys.exit()
connection = libvirt.open(uri)
domain = connection.lookupByName("test")
if what == "short":
    domain.info()
    refused(connection.lookupByName, "it's\n\"no\"")
    domain.setUserPassword("somebody", "hidden", 0)
elif what == "errors":
    refused(connection.lookupByName, "none")
    del domain
    connection.close()
elif what == "child":
    # Which of this program's descriptors a program it runs would have.
    print(subprocess.run(["ls", "-l", "/proc/self/fd"], capture_output=True, text=True, close_fds=False, check=True).stdout)
elif what == "fork":
    child = os.fork()
    if child == 0:
        try:
            libvirt.open(uri)
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
elif what == "many":
    for _ in range(2000):
        domain.info()
print("done")
