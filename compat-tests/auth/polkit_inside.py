#!/usr/bin/env python3
"""First process of the namespaces that Polkit (daemons.py) makes: mounts, a message bus, polkitd and libvirtd.

Ends with any of them, or with SIGTERM, and takes all of them along.
"""

import json
import os
import signal
import subprocess
import sys
import time


def main():
    plan = json.loads(sys.argv[1])
    children = []

    def run(*command):
        subprocess.run(command, check=True)

    def start(*command):
        children.append(subprocess.Popen(command))
        return children[-1]

    def wait_for(path, process):
        while not os.path.exists(path):
            if process.poll() is not None:
                raise SystemExit(f"{process.args[0]} ended with {process.returncode}")
            time.sleep(0.02)

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        run("mount", "--make-rprivate", "/")
        for name, target in plan["binds"].items():
            os.makedirs(target, exist_ok=True)
            run("mount", "--bind", os.path.join(plan["directory"], name), target)
        run("mount", "-t", "sysfs", "sysfs", "/sys")
        bus = start("dbus-daemon", "--system", "--nofork", "--nopidfile")
        wait_for("/run/dbus/system_bus_socket", bus)
        polkit = start("/usr/lib/polkit-1/polkitd", "--no-debug")
        owner = ["dbus-send", "--system", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                 "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.PolicyKit1"]
        while "true" not in subprocess.run(owner, capture_output=True, text=True, check=False).stdout:
            if polkit.poll() is not None:
                raise SystemExit(f"polkitd ended with {polkit.returncode}")
            time.sleep(0.02)
        start("/usr/sbin/libvirtd", "--config", os.path.join(plan["directory"], "libvirtd.conf"),
              "--pid-file", os.path.join(plan["directory"], "pid"))
        os.wait()
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait()


main()
