"""Opens the URI of its only argument, then does as the lines on standard input say: `call`, `close`. Tells what came of it."""

import sys
import time

import libvirt

from compare.transports.client import children, descriptors

libvirt.registerErrorHandler(lambda *_: None, None)


def tell(text):
    """One line."""
    print(text.replace("\n", "\\n").replace("\r", "\\r"), flush=True)


def main():
    """Until `close`."""
    before = descriptors()
    connection = libvirt.open(sys.argv[1])
    tell("open")
    for line in sys.stdin:
        start = time.monotonic()
        if line == "close\n":
            try:
                connection.close()
            except libvirt.libvirtError:
                # The stock library has an error here for a connection that was lost.
                pass
            del connection
            break
        tell("calling")
        try:
            text = f"answer {len(connection.getHostname()) > 0}"
        except libvirt.libvirtError as error:
            text = f"error {error.get_error_code()} {error.get_error_message()}"
        tell(f"{time.monotonic() - start:.3f} {text}")
    tell(f"left: children {children()}, descriptors {max(0, descriptors() - before)}")


if __name__ == "__main__":
    main()
