"""Asks a real guest agent everything the library can, and prints every answer and every error.

__main__.py runs it on the stock library and on ours; the output must be the same. Arguments: SOCKET QEMU_URI XML_FILE.
"""

import base64
import json
import sys

import libvirt
import libvirt_qemu

BOOT_SECONDS = 600
COMMAND_SECONDS = 120
TYPES = ["USERS", "OS", "TIMEZONE", "HOSTNAME", "FILESYSTEM", "DISKS", "INTERFACES"]
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOxi fred@tiny"


class Events:
    """Events of one domain; waiting runs the library's own loop in this thread."""

    def __init__(self, conn):
        self.seen = []
        self.late = False
        conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
                                    lambda _c, _d, state, reason, _o: self.seen.append(("agent", state, reason)), None)
        conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE,
                                    lambda _c, _d, event, detail, _o: self.seen.append(("domain", event, detail)), None)

    def wait(self, kind, state):
        """Until such an event came; those of its kind up to it are printed, all are forgotten.

        Not the other kind: at the guest's end the agent's channel and the monitor close in either order.
        """
        def too_late(*_):
            self.late = True

        timer = libvirt.virEventAddTimeout(BOOT_SECONDS * 1000, too_late, None)
        while not any(event[:2] == (kind, state) for event in self.seen):
            if self.late:
                sys.exit(f"no {kind} event {state} within {BOOT_SECONDS} s; seen: {self.seen}")
            libvirt.virEventRunDefaultImpl()
        libvirt.virEventRemoveTimeout(timer)
        print("events", [event for event in self.seen if event[0] == kind])
        self.seen.clear()


def show(name, function, *arguments):
    """One call: its answer or the whole error. Numbers that change from run to run are the caller's to hide."""
    try:
        answer = function(*arguments)
    except libvirt.libvirtError as error:
        print(f"{name}: error {error.get_error_code()} domain {error.get_error_domain()} level {error.get_error_level()}: "
              f"{error.get_error_message()} | {error.get_str1()} | {error.get_str2()} | {error.get_int1()} {error.get_int2()}")
        return None
    if isinstance(answer, dict):
        answer = dict(sorted(answer.items()))
    print(f"{name}: {answer!r}", flush=True)
    return answer


def plausible(found):
    """Answers whose numbers vary: only their shape is shown."""
    return {key: value if not key.endswith(("login-time", "-bytes")) else type(value).__name__ for key, value in found.items()}


def information(dom):
    """Guest information, all at once and by type."""
    show("all", lambda: plausible(dom.guestInfo(0, 0)))
    for name in TYPES:
        show(name, lambda n=name: plausible(dom.guestInfo(getattr(libvirt, f"VIR_DOMAIN_GUEST_INFO_{n}"), 0)))
    two = libvirt.VIR_DOMAIN_GUEST_INFO_OS | libvirt.VIR_DOMAIN_GUEST_INFO_TIMEZONE
    show("two", dom.guestInfo, two, 0)
    show("unknown type", dom.guestInfo, 1 << 20, 0)
    show("known and unknown", dom.guestInfo, two | 1 << 20, 0)
    show("flags", dom.guestInfo, 0, 1)
    show("host name", dom.hostname, libvirt.VIR_DOMAIN_GET_HOSTNAME_AGENT)
    show("addresses", dom.interfaceAddresses, libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT)
    show("addresses by lease", dom.interfaceAddresses, libvirt.VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE)
    show("file systems", dom.fsInfo)


def file_systems(dom):
    """Freezing, thawing, trimming."""
    show("freeze", dom.fsFreeze)
    show("freeze frozen", dom.fsFreeze)
    show("information while frozen", dom.guestInfo, libvirt.VIR_DOMAIN_GUEST_INFO_HOSTNAME, 0)
    show("thaw", dom.fsThaw)
    show("thaw thawed", dom.fsThaw)
    show("freeze one", dom.fsFreeze, ["/mnt"])
    show("thaw all", dom.fsThaw)
    show("freeze none such", dom.fsFreeze, ["/nowhere"])
    show("thaw again", dom.fsThaw)
    show("trim", dom.fSTrim, None, 0)
    show("trim with minimum", dom.fSTrim, None, 4096)
    show("trim one", dom.fSTrim, "/mnt", 0)


def clock(dom):
    """Reading and setting the time: the guest's clock runs, so only the seconds' distance counts."""
    show("set time", dom.setTime, {"seconds": 1234567890, "nseconds": 500})
    found = show("time's parts", lambda: sorted(dom.getTime()))
    if found:
        print("time was set", 0 <= dom.getTime()["seconds"] - 1234567890 < 600)
    show("synchronise", lambda: dom.setTime(flags=libvirt.VIR_DOMAIN_TIME_SYNC))
    show("impossible nanoseconds", dom.setTime, {"seconds": 1, "nseconds": 2000000000})


def processors(dom):
    """The guest's own view of its CPUs."""
    show("guest vcpus", dom.guestVcpus)
    show("offline the only one", dom.setGuestVcpus, "0", 0)
    show("no such vcpu", dom.setGuestVcpus, "7", 1)
    show("bad map", dom.setGuestVcpus, "x", 1)
    show("count", dom.vcpusFlags, libvirt.VIR_DOMAIN_VCPU_GUEST)
    show("set count", dom.setVcpusFlags, 1, libvirt.VIR_DOMAIN_VCPU_GUEST)


def agent(dom, command):
    """Returns a raw command's answer, its `return` member."""
    return json.loads(libvirt_qemu.qemuAgentCommand(dom, json.dumps(command), COMMAND_SECONDS, 0))["return"]


def read_file(dom, path):
    """Returns a file of the guest, as text."""
    handle = agent(dom, {"execute": "guest-file-open", "arguments": {"path": path, "mode": "r"}})
    data = agent(dom, {"execute": "guest-file-read", "arguments": {"handle": handle, "count": 4096}})
    agent(dom, {"execute": "guest-file-close", "arguments": {"handle": handle}})
    return base64.b64decode(data["buf-b64"]).decode()


def users(dom):
    """Passwords and keys; what the guest then has is read back from its files."""
    show("password", dom.setUserPassword, "fred", "correct horse")
    show("shadow", lambda: read_file(dom, "/etc/shadow").splitlines()[1])
    show("encrypted password", dom.setUserPassword, "fred", "$6$salt$value", libvirt.VIR_DOMAIN_PASSWORD_ENCRYPTED)
    show("shadow again", lambda: read_file(dom, "/etc/shadow").splitlines()[1])
    show("no such user", dom.setUserPassword, "nobody-here", "x")
    show("keys", dom.authorizedSSHKeysGet, "fred")
    show("add key", dom.authorizedSSHKeysSet, "fred", [KEY], libvirt.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND)
    show("keys now", dom.authorizedSSHKeysGet, "fred")
    show("remove key", dom.authorizedSSHKeysSet, "fred", [KEY], libvirt.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE)
    show("keys then", dom.authorizedSSHKeysGet, "fred")
    show("keys of nobody", dom.authorizedSSHKeysGet, "nobody-here")
    show("append and remove", dom.authorizedSSHKeysSet, "fred", [KEY], 3)


def raw(dom):
    """Commands passed through, and the agent's time limit."""
    show("ping", libvirt_qemu.qemuAgentCommand, dom, '{"execute":"guest-ping"}', COMMAND_SECONDS, 0)
    show("unknown command", libvirt_qemu.qemuAgentCommand, dom, '{"execute":"guest-dance"}', COMMAND_SECONDS, 0)
    show("bad command", libvirt_qemu.qemuAgentCommand, dom, "{", COMMAND_SECONDS, 0)
    show("bad limit", libvirt_qemu.qemuAgentCommand, dom, '{"execute":"guest-ping"}', -5, 0)
    show("limit", dom.agentSetResponseTimeout, 5)
    show("no limit", dom.agentSetResponseTimeout, libvirt.VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK)
    show("impossible limit", dom.agentSetResponseTimeout, -9)


def shut_down(dom):
    """Ends the guest through the agent. Its socket ends with it: whether the daemon sees that before the waiting call has seen that the
    guest is down is a race inside the daemon, and both are the same here. That it is down is told by its event."""
    try:
        return dom.shutdownFlags(libvirt.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT)
    except libvirt.libvirtError as error:
        if error.get_error_message() != "internal error: End of file from agent socket":
            raise
        return 0


def main():
    """Boot, ask, shut down through the agent."""
    socket, uri, xml_file = sys.argv[1:]
    libvirt.virEventRegisterDefaultImpl()
    libvirt.registerErrorHandler(lambda *_: None, None)
    scheme, rest = uri.split("://", 1)
    conn = libvirt.open(f"{scheme}+unix://{rest}?socket={socket}")
    events = Events(conn)
    with open(xml_file, encoding="utf-8") as source:
        dom = conn.defineXML(source.read())
    show("not running", dom.guestInfo, 0, 0)
    try:
        dom.create()
        show("agent not there yet", dom.guestInfo, 0, 0)
        events.wait("agent", libvirt.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED)
        for part in (information, file_systems, clock, processors, users, raw):
            part(dom)
        show("shut down", shut_down, dom)
        events.wait("domain", libvirt.VIR_DOMAIN_EVENT_STOPPED)
        show("after the end", dom.fsInfo)
    finally:
        if dom.isActive():
            dom.destroy()
        dom.undefine()
    conn.close()
    print("done")


if __name__ == "__main__":
    main()
