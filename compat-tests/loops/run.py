#!/usr/bin/env python3
"""Events under the library's loop, a program's own and GLib's: the same lines with the stock library and with this one.

Last line: "loops: N passed, N failed, N skipped".
"""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "daemon"))
sys.path.append(str(HERE.parent / "daemons"))
import private_libvirtd  # noqa: E402
from stock import python  # noqa: E402

PYTHON = "/usr/bin/python3"
LIMIT = 60


def lines(program, arguments, library):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LIBVIRT", "LD_"))}
    if library:
        env["LD_LIBRARY_PATH"] = library
    done = subprocess.run([*python(library), str(HERE / program), *arguments], env=env, text=True, timeout=LIMIT,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return [*done.stdout.splitlines(), f"exit status {done.returncode}"]


def compare(name, program, arguments, uri, library):
    """Runs a program on both; a daemon each, for a driver's state lives in its daemon."""
    found = []
    for side in (None, library):
        with private_libvirtd.PrivateLibvirtd() as daemon:
            place = (uri or daemon.qemu_uri.replace("qemu:", "qemu+unix:")) + f"?socket={daemon.socket}"
            found.append(lines(program, [*arguments, place], side))
    stock, ours = found
    if stock == ours and stock[-1] == "exit status 0":
        print(f"passed: {name}, {len(stock)} lines")
        return True
    print(f"failed: {name}\nstock:", *stock, "ours:", *ours, sep="\n  ")
    return False


def main():
    library = os.environ.get("OXIVIRT_LIBDIR", str(HERE.parent.parent / "target" / "dist" / "lib"))
    passed = failed = skipped = 0
    glib = subprocess.run([PYTHON, "-c", "import gi; gi.require_version('LibvirtGLib', '1.0')"], check=False, capture_output=True)
    for kind in ("default", "own", "glib"):
        if kind == "glib" and glib.returncode:
            skipped += 1
            print("skipped: gir1.2-libvirt-glib-1.0 is not installed")
            continue
        result = compare(kind, "loops.py", [kind], "test+unix:///default", library)
        passed, failed = passed + result, failed + (not result)
    if shutil.which("qemu-system-x86_64"):
        result = compare("a guest's events", "guest_events.py", [], None, library)
        passed, failed = passed + result, failed + (not result)
    else:
        skipped += 1
        print("skipped: qemu-system-x86_64 is not installed")
    print(f"loops: {passed} passed, {failed} failed, {skipped} skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
