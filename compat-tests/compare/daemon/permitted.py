"""What polkit decides: about connections, by our libvirtd beside the stock one, and about calls, by ours.

Both ask the same authority (lib/authority.py) on a bus of its own. The stock daemon has no access rules for the test driver, so that what
is asked about calls, and what becomes of the answers, is held against what the stock daemons do for their other drivers.
"""

import os
import struct
import subprocess
import sys
import tempfile

from compare.daemon.raw import Peer, error, frame, opening
from lib import library, message
from lib.authority import Authority, unfit
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.message import OK, REPLY
from lib.processes import clean_up_on_sigterm, ordinary_user

MANAGE = "org.libvirt.unix.manage"
ANSWERS = {
    "allowed": [True, False, {}],
    "denied": [False, False, {}],
    "nobody to ask": [False, True, {}],
    "dismissed": [False, True, {"polkit.dismissed": "true"}],
}
LOOKUP_BY_NAME, DESTROY, DEFINE_XML, LIST_ALL, SUSPEND, RESUME, REGISTER = 23, 12, 11, 273, 34, 28, 316


def virsh(daemon, *words):
    """Returns what virsh, run by an ordinary user, says of a command."""
    done = subprocess.run(["virsh", "-c", daemon.test_uri, *words], env=library.environment(None), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False, **ordinary_user())
    return done.returncode, done.stdout.replace(daemon.socket, "SOCKET").strip()


def shape(question):
    """Returns a question without the numbers of processes."""
    (kind, subject, types), *rest = question
    return [kind, {**subject, "pid": subject["pid"] > 0, "start-time": subject["start-time"] > 0}, types, *rest]


def connections(counts, folder, authority):
    """A connection's authentication: every answer of polkit's, and polkit gone."""
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = authority.address
    conf = {"auth_unix_rw": "polkit"}
    own = os.path.join(folder, "connections")
    os.makedirs(own)
    bus = {"DBUS_SYSTEM_BUS_ADDRESS": authority.address}
    with StockDaemon(mode="session", conf=conf) as stock, OwnDaemon("libvirtd", own, conf=conf, environment=bus) as ours:
        for name, answer in ANSWERS.items():
            authority.rules([MANAGE, {}, *answer])
            told, asked = [], []
            for daemon in (stock, ours):
                authority.forget()
                told.append(virsh(daemon, "hostname"))
                asked.append([shape(one) for one in authority.asked()])
            counts.check(f"polkit: {name}", "" if told[0] == told[1] else f"stock {told[0]}\n    ours  {told[1]}", told[0])
            counts.check(f"polkit: what is asked, {name}", "" if asked[0] == asked[1] and asked[0] else f"stock {asked[0]}\n    ours  {asked[1]}")
    del os.environ["DBUS_SYSTEM_BUS_ADDRESS"]
    own = os.path.join(folder, "alone")
    os.makedirs(own)
    nowhere = {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/no-such-bus"}
    os.environ.update(nowhere)
    with StockDaemon(mode="session", conf=conf) as stock, OwnDaemon("libvirtd", own, conf=conf, environment=nowhere) as ours:
        told = [virsh(daemon, "hostname") for daemon in (stock, ours)]
        counts.check("polkit: no bus", "" if told[0] == told[1] else f"stock {told[0]}\n    ours  {told[1]}", told[0])
    del os.environ["DBUS_SYSTEM_BUS_ADDRESS"]


def api(object_and_permission):
    """Returns the action of a permission."""
    return f"org.libvirt.api.{object_and_permission}"


DENIED = "access denied: 'Test' denied access"


def called(daemon, *calls):
    """Makes calls on a connection of its own; returns for each (status, body or text of the error)."""
    peer = Peer(daemon.socket)
    told = []
    for procedure, body in ((1, opening()[28:]), *calls):
        peer.socket.sendall(frame(procedure, body))
        (_, _, _, _, _, status), answer = peer.read()
        told.append((status, answer if status == OK else error(answer)))
    peer.socket.close()
    return told[1:]


def commands(counts, authority, daemon):
    """What a user who may not do everything sees."""
    def check(name, words, wanted, *rules, without=()):
        authority.rules(*rules)
        status, said = virsh(daemon, *words)
        problem = "" if all(text in said for text in wanted) and not any(text in said for text in without) else f"{status} {said}"
        counts.check(f"access: {name}", problem)

    no = [False, False, {}]
    check("everything allowed", ("list", "--all"), ["test", "running"])
    check("not even the connection", ("list",), [DENIED], [api("connect.getattr"), {}, *no])
    check("no search", ("list", "--all"), [DENIED], [api("connect.search-domains"), {}, *no])
    check("nothing to be seen", ("list", "--all"), ["Id"], [api("domain.getattr"), {}, *no], without=["running"])
    check("one that is not to be seen", ("list", "--all"), ["Id"], [api("domain.getattr"), {"domain_name": "test"}, *no], without=["running"])
    check("another that is not to be seen", ("list", "--all"), ["running"], [api("domain.getattr"), {"domain_name": "x"}, *no])
    check("read only", ("domstate", "test"), ["running"], [api("domain.write"), {}, *no])
    check("a change that is denied", ("suspend", "test"), [DENIED], [api("domain.suspend"), {}, *no])
    check("networks that are not to be seen", ("net-list", "--all"), ["Name"], [api("network.getattr"), {}, *no], without=["default"])
    check("pools that are not to be seen", ("pool-list", "--all"), ["Name"], [api("storage-pool.getattr"), {}, *no], without=["default-pool"])
    check("volumes that are not to be seen", ("vol-list", "default-pool"), ["Name"], [api("storage-vol.getattr"), {}, *no], without=[".img"])
    check("statistics that are not to be read", ("domstats",), [], [api("domain.read"), {}, *no], without=["Domain:"])
    check("another driver's rule", ("list", "--all"), ["running"], [api("domain.getattr"), {"connect_driver": "QEMU"}, *no])


def domain(name, uuid):
    """Returns a domain as a client names it."""
    return message.string(name) + uuid + struct.pack(">i", 1)


def requests(counts, authority, daemon):
    """What a client says of an object is not believed."""
    authority.rules()
    (_, found), = called(daemon, (LOOKUP_BY_NAME, message.string("test")))
    uuid = found[8:24]
    authority.rules([api("domain.stop"), {"domain_name": "allowed"}, True, False, {}], [api("domain.stop"), {}, False, False, {}])
    authority.forget()
    (status, told), = called(daemon, (DESTROY, domain("allowed", uuid)))
    asked = [details for _, action, details, _, _ in authority.asked() if action == api("domain.stop")]
    counts.check("access: a name that is not the object's", "" if status != OK and DENIED in str(told) else f"{status} {told}")
    names = [details.get("domain_name") for details in asked]
    counts.check("access: the driver's name is asked about", "" if names == ["test"] else str(asked))
    keys = [list(details) for details in asked]
    counts.check("access: order of details", "" if keys == [["connect_driver", "domain_name", "domain_uuid"]] else str(keys))
    authority.rules([api("domain.write"), {"domain_name": "mine"}, True, False, {}], [api("domain.write"), {}, False, False, {}])
    xml = "<domain type='test'><name>{}</name><memory>4096</memory><os><type>hvm</type></os></domain>"
    twice = xml.format("mine").replace("</name>", "</name><name>yours</name>", 1)
    hidden = xml.format("yours").replace("<name>", "<!-- <name>mine</name> --><name>", 1)
    for name, text, good in (("mine", xml.format("mine"), True), ("yours", xml.format("yours"), False), ("two names", twice, False),
                             ("a name in a comment", hidden, False), ("no XML", "<domain", False)):
        (status, told), = called(daemon, (DEFINE_XML, message.string(text)))
        counts.check(f"access: definition, {name}", "" if (status == OK) is good else f"{status} {told}")
    authority.rules([api("domain.getattr"), {}, False, False, {}])
    for name, wanted in (("test", DENIED), ("none", "Domain not found")):
        (status, told), = called(daemon, (LOOKUP_BY_NAME, message.string(name)))
        counts.check(f"access: look-up, {name}", "" if status != OK and wanted in str(told) else f"{status} {told}")
    (status, body), = called(daemon, (LIST_ALL, struct.pack(">iI", 0, 0)))
    counts.check("access: a count without a list", "" if status == OK and body == struct.pack(">II", 0, 0) else f"{status} {body!r}")
    authority.rules([api("connect.write"), {}, False, False, {}])
    (status, told), = called(daemon, (419, bytes(8)))
    counts.check("access: an identity that is claimed", "" if status != OK and DENIED in str(told) else f"{status} {told}")
    authority.rules([None, {}, False, False, {}])
    every_procedure(counts, daemon, uuid)
    events(counts, authority, daemon, uuid)


def every_procedure(counts, daemon, uuid):
    """Whoever may do nothing gets nothing, whatever is called."""
    peer = Peer(daemon.socket)
    allowed = []
    # Most arguments begin with the object.
    arguments = [bytes(4096), domain("test", uuid) + bytes(4096)]
    for procedure, body in ((procedure, body) for procedure in range(1, 460) for body in arguments):
        # Authentication and closing are for everybody; what asks whether the daemon is able to ping as well.
        if procedure in (2, 60, 66, 67, 68, 69, 70):
            continue
        peer.socket.sendall(frame(procedure, body))
        answer = peer.read()
        if answer is None:
            counts.check("access: every procedure", f"the connection ended with {procedure}")
            return
        if answer[0][5] == OK and answer[0][3] == REPLY:
            allowed.append(procedure)
    peer.socket.close()
    counts.check("access: every procedure", "" if not allowed else f"answered: {allowed}")


def events(counts, authority, daemon, uuid):
    """Events of what a client may not see do not reach it; their order shows that none is missing otherwise."""
    authority.rules([api("domain.getattr"), {"domain_name": "test"}, False, False, {}])
    peer = Peer(daemon.socket)
    seen = []

    def call(procedure, body):
        peer.socket.sendall(frame(procedure, body))
        while True:
            (_, _, number, kind, _, status), answer = peer.read()
            if kind == REPLY:
                return status
            seen.append((number, answer))

    problem = ""
    xml = "<domain type='test'><name>other</name><memory>4096</memory><os><type>hvm</type></os></domain>"
    for procedure, body in ((1, opening()[28:]), (REGISTER, struct.pack(">iI", 0, 0)), (SUSPEND, domain("test", uuid)),
                            (RESUME, domain("test", uuid)), (DEFINE_XML, message.string(xml))):
        if call(procedure, body) != OK:
            problem += f"call {procedure} is refused "
    while not seen:
        (_, _, number, _, _, _), answer = peer.read()
        seen.append((number, answer))
    peer.socket.close()
    names = [body[8:8 + struct.unpack(">I", body[4:8])[0]] for _, body in seen]
    counts.check("access: events", problem or ("" if names == [b"other"] else str(names)))


def compare(counts):
    """Connections, then calls."""
    why = unfit()
    if why:
        counts.skip("polkit", why)
        return
    with tempfile.TemporaryDirectory(prefix="oxivirt-polkit-") as folder:
        os.chmod(folder, 0o755)
        with Authority(os.path.join(folder, "authority")) as authority:
            connections(counts, folder, authority)
            own = os.path.join(folder, "calls")
            os.makedirs(own)
            conf = {"access_drivers": ["polkit"]}
            with OwnDaemon("libvirtd", own, conf=conf, environment={"DBUS_SYSTEM_BUS_ADDRESS": authority.address}) as daemon:
                commands(counts, authority, daemon)
                requests(counts, authority, daemon)
                counts.check("access: the daemon lives", "" if daemon.alive() else daemon.last_words())


def main():
    """All of it."""
    clean_up_on_sigterm()
    counts = Counts("daemon-permitted")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
