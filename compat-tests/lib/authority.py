"""An authority that answers as polkit does, by rules of the test's, on a message bus of its own; and what it was asked.

`Authority(folder)` as a context manager; `address` is for DBUS_SYSTEM_BUS_ADDRESS. `rules()` sets what is answered, `asked()` returns the
questions. It runs on this machine's own Python, which has GLib's bindings; `unfit()` says why it cannot.
"""

import json
import os
import shutil
import subprocess
import sys

from lib.processes import accepts, end_process, wait_until, write

PYTHON = "/usr/bin/python3"
BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
  </policy>
</busconfig>
"""
NAME = "org.freedesktop.PolicyKit1"
INTERFACE = """\
<node><interface name="org.freedesktop.PolicyKit1.Authority"><method name="CheckAuthorization">
<arg type="(sa{sv})" direction="in"/><arg type="s" direction="in"/><arg type="a{ss}" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="(bba{ss})" direction="out"/></method></interface></node>
"""


def unfit():
    """Returns why there can be no authority here, or None."""
    if not shutil.which("dbus-daemon"):
        return "dbus-daemon is not installed"
    if subprocess.run([PYTHON, "-c", "import gi"], stderr=subprocess.DEVNULL, check=False).returncode:
        return f"{PYTHON} has no GLib"
    return None


class Authority:
    """See above. A rule is [action, details, authorized, challenge, more details]: the first whose action and details are those of the
    question counts; None for any action; a question without a rule is allowed."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []

    @property
    def address(self):
        """The bus."""
        return f"unix:path={self.folder}/bus"

    def path(self, name):
        """Returns the path of a file of the authority's."""
        return os.path.join(self.folder, name)

    def __enter__(self):
        os.makedirs(self.folder)
        os.chmod(self.folder, 0o755)
        write(self.path("bus.conf"), BUS.format(folder=self.folder))
        self.rules()
        self.forget()
        self.start(["dbus-daemon", f"--config-file={self.path('bus.conf')}", "--nofork"])
        wait_until(self.processes[0].pid, "the bus accepts a connection", lambda: accepts(self.path("bus")))
        os.chmod(self.path("bus"), 0o666)
        self.start([PYTHON, "-B", os.path.abspath(__file__), self.folder])
        wait_until(self.processes[1].pid, "the authority is on the bus", lambda: os.path.exists(self.path("ready")) or None)
        return self

    def start(self, command):
        """Starts a process in the background."""
        with open(self.path("output"), "ab") as output:
            self.processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output))

    def __exit__(self, *_):
        for process in reversed(self.processes):
            end_process(process.pid, 15.0)
            process.wait()

    def rules(self, *rules):
        """Sets the rules."""
        write(self.path("new"), json.dumps(rules))
        os.rename(self.path("new"), self.path("rules"))

    def forget(self):
        """Forgets the questions."""
        write(self.path("asked"), "")

    def asked(self):
        """Returns the questions: subject, action, details, flags, and the name by which they could be taken back."""
        with open(self.path("asked"), encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]


def serve(folder):
    """Is the authority."""
    from gi.repository import Gio, GLib
    bus = Gio.DBusConnection.new_for_address_sync(
        f"unix:path={folder}/bus", Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def answer(_bus, _sender, _path, _interface, _method, parameters, invocation):
        (kind, subject), action, details, flags, cancel = parameters.unpack()
        types = {key: parameters.get_child_value(0).get_child_value(1).lookup_value(key, None).get_type_string() for key in subject}
        with open(f"{folder}/asked", "a", encoding="utf-8") as log:
            log.write(json.dumps([[kind, subject, types], action, details, flags, cancel]) + "\n")
        with open(f"{folder}/rules", encoding="utf-8") as rules:
            rules = json.load(rules)
        verdict = [True, False, {}]
        for wanted, matched, *answered in rules:
            if wanted in (None, action) and all(details.get(key) == value for key, value in matched.items()):
                verdict = answered
                break
        invocation.return_value(GLib.Variant("((bba{ss}))", (tuple(verdict),)))

    node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
    bus.register_object("/org/freedesktop/PolicyKit1/Authority", node.interfaces[0], answer, None, None)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (NAME, 4)),
                  None, Gio.DBusCallFlags.NONE, -1, None)
    with open(f"{folder}/ready", "w", encoding="ascii"):
        pass
    GLib.MainLoop().run()


if __name__ == "__main__":
    serve(sys.argv[1])
