"""Lists the domains of a connection and watches errors arrive as exceptions. Argument: a URI."""
import sys

import libvirt


def main(uri):
    # Without this the library prints every error before the exception is seen.
    libvirt.registerErrorHandler(lambda _context, _error: None, None)
    with libvirt.open(uri) as conn:
        print(f"{conn.getType()} on {conn.getHostname()}, library {libvirt.getVersion()}")
        for domain in conn.listAllDomains():
            state, memory, _, cpus, cpu_time = domain.info()
            print(f"{domain.name()}: state {state}, {memory} KiB, {cpus} CPUs, {cpu_time / 1e9:.1f} s of CPU time")
        try:
            conn.lookupByName("no such domain")
        except libvirt.libvirtError as error:
            print(f"error {error.get_error_code()}: {error}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
