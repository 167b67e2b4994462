#!/usr/bin/env python3
"""Events under the library's loop, a program's own and GLib's: the same lines with the stock library and with this one.

Last line: "loops: N passed, N failed, N skipped".
"""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "daemon"))
import private_libvirtd  # noqa: E402

PYTHON = "/usr/bin/python3"
LIMIT = 60


def lines(kind, uri, library):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LIBVIRT", "LD_"))}
    if library:
        env["LD_LIBRARY_PATH"] = library
    done = subprocess.run([PYTHON, str(HERE / "loops.py"), kind, uri], env=env, text=True, timeout=LIMIT,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return [*done.stdout.splitlines(), f"exit status {done.returncode}"]


def main():
    library = os.environ.get("OXIVIRT_LIBDIR", str(HERE.parent.parent / "target" / "dist" / "lib"))
    passed = failed = skipped = 0
    glib = subprocess.run([PYTHON, "-c", "import gi; gi.require_version('LibvirtGLib', '1.0')"], check=False, capture_output=True)
    for kind in ("default", "own", "glib"):
        if kind == "glib" and glib.returncode:
            skipped += 1
            print("skipped: gir1.2-libvirt-glib-1.0 is not installed")
            continue
        # A daemon each: the test driver's state lives in it.
        found = []
        for side in (None, library):
            with private_libvirtd.PrivateLibvirtd() as daemon:
                found.append(lines(kind, f"test+unix:///default?socket={daemon.socket}", side))
        stock, ours = found
        if stock == ours and stock[-1] == "exit status 0":
            passed += 1
            print(f"passed: {kind}, {len(stock)} lines")
        else:
            failed += 1
            print(f"failed: {kind}\nstock:", *stock, "ours:", *ours, sep="\n  ")
    print(f"loops: {passed} passed, {failed} failed, {skipped} skipped")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
