"""A program on whichever libvirt.so.0 the loader finds, through ctypes: what no binding of this machine reaches.

    client.py events URI MOST   registers for every event up to the number, and prints what its callbacks get
    client.py calls URI         calls the functions that are newer than this machine's stock library
    client.py admin URI         the same for libvirt-admin
"""

import ctypes
import sys
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_longlong, c_uint, c_ulonglong, c_void_p

from lib import binding
from lib.binding import TypedParameter

LAST_DETAIL = 4711


class Address(Structure):
    """virDomainEventGraphicsAddress."""
    _fields_ = [("family", c_int), ("node", c_char_p), ("service", c_char_p)]


class Pair(Structure):
    """virDomainEventGraphicsSubjectIdentity."""
    _fields_ = [("type", c_char_p), ("name", c_char_p)]


class Subject(Structure):
    """virDomainEventGraphicsSubject."""
    _fields_ = [("count", c_int), ("pairs", POINTER(Pair))]


S, I, U, L, UL = c_char_p, c_int, c_uint, c_longlong, c_ulonglong
PARAMS = [POINTER(TypedParameter), c_int]
DOMAIN = [[I, I], [], [L], [I], [S, S, I], [I, POINTER(Address), POINTER(Address), S, POINTER(Subject)], [S, S, I, S], [],
          [S, I, I], [S, S, S, I], [S, I], [I], [I], [UL], [I], [S], [S, I, I], PARAMS, [I, I], [S], [I], PARAMS, [S], [I, S],
          [S, S, UL, UL], [I, I, U], [S, UL], [S, S, S], [U], [S, I, I]]
LIFECYCLE = [[I, I], []]


def pointer(name, *types, part=""):
    """Returns a function that returns a pointer."""
    return binding.function(name, c_void_p, *types, part=part)


def integer(name, *types, part=""):
    """Returns a function that returns a number."""
    return binding.function(name, c_int, *types, part=part)


def string(name, *types):
    """Returns a function that returns text."""
    return binding.function(name, c_char_p, *types)


def error():
    """Returns the last error, whole."""
    e = binding.last_error()
    if not e:
        return "no error"
    return repr((e.code, e.domain, e.level, e.message, e.str1, e.str2, e.str3, e.int1, e.int2, bool(e.dom), bool(e.net)))


def show(what, value):
    """A result on a line."""
    print(f"{what}: {value!r} {error()}", flush=True)
    binding.function("virResetLastError", None)()


def plain(value):
    """Returns an argument as text."""
    if isinstance(value, POINTER(Address)):
        return (value.contents.family, value.contents.node, value.contents.service) if value else None
    if isinstance(value, POINTER(Subject)):
        subject = value.contents
        return [(subject.pairs[n].type, subject.pairs[n].name) for n in range(subject.count)]
    return value


class Events:
    """Every callback there is, and what came."""

    def __init__(self, conn):
        self.conn, self.kept, self.last = conn, [], 0

    def callback(self, label, kind, arguments):
        """Returns a C function that prints its arguments."""
        def called(conn, thing, *rest):
            values = [plain(value) for value in rest[:-1]]
            if arguments == PARAMS:
                values = binding.listed(rest[0], rest[1])
            print(f"  {label}: {self.named(kind, thing)} {values} {conn == self.conn.value}")
            self.last += label.startswith("lifecycle") and values[1:] == [LAST_DETAIL]
            return 0
        function = CFUNCTYPE(c_int, c_void_p, c_void_p, *arguments, c_void_p)(called)
        freed = CFUNCTYPE(None, c_void_p)(lambda _: print(f"  {label}: freed"))
        self.kept += [function, freed]
        return function, freed

    @staticmethod
    def named(kind, thing):
        """Whose event it is."""
        if kind == "NodeDevice":
            return string("virNodeDeviceGetName", c_void_p)(thing)
        text = ctypes.create_string_buffer(37)
        integer(f"vir{kind}GetUUIDString", c_void_p, c_void_p)(thing, text)
        if kind == "Secret":
            usage = integer("virSecretGetUsageType", c_void_p)(thing)
            return text.value, usage, string("virSecretGetUsageID", c_void_p)(thing)
        name = string(f"vir{kind}GetName", c_void_p)(thing)
        if kind == "Domain":
            return text.value, name, integer("virDomainGetID", c_void_p)(thing)
        return text.value, name

    def register(self, label, function, kind, event, arguments, filtered=None):
        """One registration; its identity."""
        callback, freed = self.callback(label, kind, arguments)
        got = function(self.conn, filtered, event, ctypes.cast(callback, c_void_p), None, freed)
        show(f"register {label}", got)
        return got


def events(uri, most):
    """Registers, lets the daemon tell everything, waits for the last, deregisters."""
    integer("virEventRegisterDefaultImpl")()
    conn = c_void_p(pointer("virConnectOpen", c_char_p)(uri))
    all_of = Events(conn)
    thing = c_void_p(pointer("virDomainLookupByName", c_void_p, c_char_p)(conn, b"name"))
    generic = [c_void_p, c_void_p, c_int, c_void_p, c_void_p, c_void_p]
    registered = []
    for event, arguments in list(enumerate(DOMAIN))[:most]:
        function = integer("virConnectDomainEventRegisterAny", *generic)
        registered.append(("Domain", all_of.register(f"lifecycle {event}" if event == 0 else f"event {event}", function,
                                                     "Domain", event, arguments)))
        if event % 7 == 3:
            registered.append(("Domain", all_of.register(f"event {event} of one", function, "Domain", event, arguments, thing)))
    for kind, arguments in (("Network", [I, S]), ("StoragePool", []), ("NodeDevice", []), ("Secret", [])):
        function = integer(f"virConnect{kind}EventRegisterAny", *generic)
        registered.append((kind, all_of.register(f"{kind} 0", function, kind, 0, [I, I])))
        if kind != "Network" or most == len(DOMAIN):
            registered.append((kind, all_of.register(f"{kind} 1", function, kind, 1, arguments)))
    monitor = integer("virConnectDomainQemuMonitorEventRegister", c_void_p, c_void_p, c_char_p, c_void_p, c_void_p, c_void_p,
                      c_uint, part="qemu")
    callback, freed = all_of.callback("monitor", "Domain", [S, L, U, S])
    number = monitor(conn, None, None, ctypes.cast(callback, c_void_p), None, freed, 0)
    show("register monitor", number)
    turn = integer("virEventRunDefaultImpl")
    host = pointer("virConnectGetHostname", c_void_p)(conn)
    print("host", bool(host))
    while not all_of.last:
        turn()
    for kind, one in registered:
        show(f"deregister {kind} {one}", integer(f"virConnect{kind}EventDeregisterAny", c_void_p, c_int)(conn, one))
    show("deregister monitor", integer("virConnectDomainQemuMonitorEventDeregister", c_void_p, c_int, part="qemu")(conn, number))
    # What was removed is freed by the loop.
    ended = []
    tick = CFUNCTYPE(None, c_int, c_void_p)(lambda *_: ended.append(1))
    timer = integer("virEventAddTimeout", c_int, c_void_p, c_void_p, c_void_p)(0, ctypes.cast(tick, c_void_p), None, None)
    while len(ended) < 3:
        turn()
    integer("virEventRemoveTimeout", c_int)(timer)
    show("domain", integer("virDomainFree", c_void_p)(thing))
    show("close", integer("virConnectClose", c_void_p)(conn))


def texts(call, *before):
    """Calls with several texts and flags."""
    for flags in (0, 1, 2, 3, 1 << 20):
        show(f"{call.__name__} {flags}", call(*before, flags))


def calls(uri):
    """Each function newer than this machine's stock library: good, odd, read-only, wrong."""
    for name in (b"", b"ro"):
        opener = pointer("virConnectOpenReadOnly" if name else "virConnectOpen", c_char_p)
        conn = c_void_p(opener(uri))
        dom = c_void_p(pointer("virDomainLookupByName", c_void_p, c_char_p)(conn, b"d"))
        net = c_void_p(pointer("virNetworkLookupByName", c_void_p, c_char_p)(conn, b"n"))
        dev = c_void_p(pointer("virNodeDeviceLookupByName", c_void_p, c_char_p)(conn, b"v"))
        for which in (dom, None):
            domain_calls(which, read_only=bool(name))
        for which in (net, None):
            network_calls(which)
        for which in (dev, None):
            update = integer("virNodeDeviceUpdate", c_void_p, c_char_p, c_uint)
            for text in (b"<device/>", b"", None):
                texts(update, which, text)
        for kind, thing in (("Domain", dom), ("Network", net), ("NodeDevice", dev)):
            integer(f"vir{kind}Free", c_void_p)(thing)
        show("close", integer("virConnectClose", c_void_p)(conn))


def domain_calls(dom, read_only):
    """Those of a domain."""
    texts(integer("virDomainGraphicsReload", c_void_p, c_uint, c_uint), dom, 0)
    texts(integer("virDomainGraphicsReload", c_void_p, c_uint, c_uint), dom, 1)
    texts(integer("virDomainGraphicsReload", c_void_p, c_uint, c_uint), dom, 77)
    once = c_int(-5)
    show("get once", integer("virDomainGetAutostartOnce", c_void_p, POINTER(c_int))(dom, byref(once)))
    print("once", once.value)
    show("get once into nothing", integer("virDomainGetAutostartOnce", c_void_p, POINTER(c_int))(dom, None))
    for value in (0, 1, -1, 7):
        show(f"set once {value}", integer("virDomainSetAutostartOnce", c_void_p, c_int)(dom, value))
    for group in (b"group", b"", None):
        # Above the limit of 32 the stock client frees the caller's text.
        for count in (2, 0, -1, 32):
            array = (TypedParameter * 40)()
            for n in range(40):
                array[n].field, array[n].type, array[n].value.ul = b"total_bytes_sec%d" % n, 4, n
            array[1].field, array[1].type, array[1].value.s = b"group_name", 7, b"other"
            call = integer("virDomainSetThrottleGroup", c_void_p, c_char_p, POINTER(TypedParameter), c_int, c_uint)
            texts(call, dom, group, array, count)
        call = integer("virDomainSetThrottleGroup", c_void_p, c_char_p, POINTER(TypedParameter), c_int, c_uint)
        texts(call, dom, group, None, 2)
        # The stock client leaves it to the daemon to refuse this on a read-only connection.
        if not read_only or dom is None:
            texts(integer("virDomainDelThrottleGroup", c_void_p, c_char_p, c_uint), dom, group)
    for device in (b"vnet0", b"52:54:00:12:34:56", b"", None):
        for count in (0, 1, -1):
            array = (TypedParameter * 2)()
            array[0].field, array[0].type, array[0].value.ui = b"initial", 2, 50
            call = integer("virDomainAnnounceInterface", c_void_p, c_char_p, POINTER(TypedParameter), c_int, c_uint)
            # With a negative count the stock client reads before the array.
            for which in (array, None) if count >= 0 else (None,):
                texts(call, dom, device, which, count)


def network_calls(net):
    """Those of a network."""
    put = integer("virNetworkSetMetadata", c_void_p, c_int, c_char_p, c_char_p, c_char_p, c_uint)
    get = pointer("virNetworkGetMetadata", c_void_p, c_int, c_char_p, c_uint)
    for kind in (0, 1, 2, 3, -1):
        for text in (b"<x/>", b"a\nb", None):
            for key, space in ((b"k", b"urn:x"), (None, b"urn:x"), (b"k", None), (None, None)):
                texts(put, net, kind, text, key, space)
        for space in (b"urn:x", b"", None):
            for flags in (0, 1, 2, 3, 1 << 20):
                text = get(net, kind, space, flags)
                show(f"get {kind} {space} {flags}", ctypes.string_at(text) if text else None)


def admin(uri):
    """virAdmConnectDaemonShutdown."""
    conn = c_void_p(pointer("virAdmConnectOpen", c_char_p, c_uint, part="admin")(uri, 0))
    for which in (conn, None):
        texts(integer("virAdmConnectDaemonShutdown", c_void_p, c_uint, part="admin"), which)
    show("close", integer("virAdmConnectClose", c_void_p, part="admin")(conn))


if __name__ == "__main__":
    binding.silence()
    if sys.argv[1] == "events":
        events(sys.argv[2].encode(), int(sys.argv[3]))
    else:
        {"calls": calls, "admin": admin}[sys.argv[1]](sys.argv[2].encode())
