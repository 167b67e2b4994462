"""The administration program, through ctypes: there is no Python binding for it."""

import ctypes
import subprocess
import sys
from ctypes import c_char_p, c_int, c_longlong, c_uint, c_ulonglong, c_void_p
from types import SimpleNamespace

from compare.wire.script import not_negative, not_null
from lib import binding
from lib.binding import TypedParameter, as_dict, typed

# A client to be looked at: a process of its own, because this one must not load libvirt's Python module.
CLIENT = "import libvirt, sys; c = libvirt.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


def run(s):
    """Every procedure; the one that shuts the daemon down comes last."""
    lib = load()
    uri = s.uri("libvirtd:///system", admin=True).encode()
    conn = s.record("open", lambda: not_null(lib.virAdmConnectOpen(uri, 0)), mask="shape")
    s.record("open flags", lambda: not_null(lib.virAdmConnectOpen(uri, 1 << 7)))
    if conn is None:
        return
    client = subprocess.Popen([sys.executable, "-c", CLIENT, s.uri("test:///default")], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    client.stdout.readline()
    connection(s, lib, conn)
    for name in (b"libvirtd", b"admin"):
        s.title(name.decode())
        server(s, lib, conn, name)
    s.record("lookup nosuch", lambda: not_null(lib.virAdmConnectLookupServer(conn, b"nosuch", 0)))
    clients(s, lib, conn)
    client.communicate()
    s.record("timeout 600", lambda: not_negative(lib.virAdmConnectSetDaemonTimeout(conn, 600, 0)))
    s.record("timeout flags", lambda: not_negative(lib.virAdmConnectSetDaemonTimeout(conn, 0, 1 << 20)))
    s.record("close", lambda: lib.virAdmConnectClose(conn))


def load():
    """Returns the functions of the library, with their prototypes."""
    P, I, U, S, L = c_void_p, c_int, c_uint, c_char_p, c_longlong
    prototypes = {
        "ConnectOpen": (P, S, U),
        "ConnectClose": (I, P),
        "ConnectGetURI": (S, P),
        "ConnectIsAlive": (I, P),
        "ConnectGetLibVersion": (I, P, P),
        "ConnectListServers": (I, P, P, U),
        "ConnectLookupServer": (P, P, S, U),
        "ConnectSetDaemonTimeout": (I, P, U, U),
        "ConnectGetLoggingOutputs": (I, P, P, U),
        "ConnectGetLoggingFilters": (I, P, P, U),
        "ConnectSetLoggingOutputs": (I, P, S, U),
        "ConnectSetLoggingFilters": (I, P, S, U),
        "ServerGetName": (S, P),
        "ServerFree": (I, P),
        "ServerListClients": (I, P, P, U),
        "ServerLookupClient": (P, P, c_ulonglong, U),
        "ServerUpdateTlsFiles": (I, P, U),
        "ServerGetThreadPoolParameters": (I, P, P, P, U),
        "ServerSetThreadPoolParameters": (I, P, P, I, U),
        "ServerGetClientLimits": (I, P, P, P, U),
        "ServerSetClientLimits": (I, P, P, I, U),
        "ClientFree": (I, P),
        "ClientGetID": (L, P),
        "ClientGetTimestamp": (L, P),
        "ClientGetTransport": (I, P),
        "ClientGetInfo": (I, P, P, P, U),
        "ClientClose": (I, P, U),
    }
    return SimpleNamespace(**{f"virAdm{name}": binding.function(f"virAdm{name}", *prototype, part="admin")
                              for name, prototype in prototypes.items()})


def connection(s, lib, conn):
    """What belongs to the connection."""
    version = c_ulonglong()
    s.record("version", lambda: not_negative(lib.virAdmConnectGetLibVersion(conn, ctypes.byref(version))) or version.value)
    s.record("uri", lambda: lib.virAdmConnectGetURI(conn))
    s.record("alive", lambda: lib.virAdmConnectIsAlive(conn))
    s.record("servers", lambda: listing(lib, lib.virAdmConnectListServers, conn, lib.virAdmServerGetName,
                                        lib.virAdmServerFree)[:3], mask="sorted")
    s.record("servers flags", lambda: listing(lib, lib.virAdmConnectListServers, conn, lib.virAdmServerGetName,
                                              lib.virAdmServerFree, 1 << 9))
    for what in ("Filters", "Outputs"):
        get = getattr(lib, f"virAdmConnectGetLogging{what}")
        put = getattr(lib, f"virAdmConnectSetLogging{what}")
        text = c_char_p()
        s.record(f"get {what}", lambda: [not_negative(get(conn, ctypes.byref(text), 0)), text.value])
        for value in ((b"3:rpc 4:util", None, b"9:bad") if what == "Filters" else (b"4:stderr", None, b"nosuch")):
            s.record(f"set {what} {value}", lambda: not_negative(put(conn, value, 0)))


def listing(lib, function, owner, describe, free, flags=0):
    """Makes a list call; returns the count, then a description of every element."""
    array = ctypes.POINTER(c_void_p)()
    count = not_negative(function(owner, ctypes.byref(array), flags))
    result = [count, *[describe(array[i]) for i in range(count)], array[count]]
    for i in range(count):
        free(array[i])
    return result


def parameters(function, owner, flags=0):
    """Calls a getter of typed parameters that allocates them; returns them by name."""
    array, count = ctypes.POINTER(TypedParameter)(), c_int()
    not_negative(function(owner, ctypes.byref(array), ctypes.byref(count), flags))
    return as_dict(array, count.value)


def threads(found):
    """Returns the parameters of a thread pool, of the free workers only whether they can be so many: the one that served the call
    before may still be on its way back."""
    return {**found, "freeWorkers": 0 <= found["freeWorkers"] <= found["nWorkers"]}


def server(s, lib, conn, name):
    """Thread pool, limits, certificates."""
    srv = lib.virAdmConnectLookupServer(conn, name, 0)
    s.record("lookup", lambda: lib.virAdmServerGetName(not_null(srv)))
    s.record("threads", lambda: threads(parameters(lib.virAdmServerGetThreadPoolParameters, srv)))
    s.record("threads flags", lambda: parameters(lib.virAdmServerGetThreadPoolParameters, srv, 8))
    s.record("limits", lambda: {k: v for k, v in parameters(lib.virAdmServerGetClientLimits, srv).items()})
    for label, function, values in (
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"maxWorkers": 25, "minWorkers": 5}),
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"nosuch": 1}),
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"minWorkers": 99, "maxWorkers": 2}),
            ("limits", lib.virAdmServerSetClientLimits, {"nclients_max": 4000, "nclients_unauth_max": 25}),
            ("limits", lib.virAdmServerSetClientLimits, {"nclients": 1})):
        array, count = typed(values)
        s.record(f"set {label} {values}", lambda: not_negative(function(srv, array, count, 0)))
    s.record("tls", lambda: not_negative(lib.virAdmServerUpdateTlsFiles(srv, 0)))
    if srv:
        lib.virAdmServerFree(srv)


def clients(s, lib, conn):
    """Clients of the main server; the last one is closed from here."""
    s.title("clients")
    srv = lib.virAdmConnectLookupServer(conn, b"libvirtd", 0)
    found = s.record("list", lambda: listing(lib, lib.virAdmServerListClients, srv, lib.virAdmClientGetID,
                                             lib.virAdmClientFree))
    s.record("list flags", lambda: listing(lib, lib.virAdmServerListClients, srv, lib.virAdmClientGetID,
                                           lib.virAdmClientFree, 2))
    s.record("lookup 4711", lambda: not_null(lib.virAdmServerLookupClient(srv, 4711, 0)))
    number = found[1] if found and found[0] > 0 else 1
    client = s.record("lookup", lambda: not_null(lib.virAdmServerLookupClient(srv, number, 0)), mask="shape")
    if client:
        s.record("transport", lambda: lib.virAdmClientGetTransport(client))
        s.record("timestamp", lambda: lib.virAdmClientGetTimestamp(client), mask="shape")
        s.record("info", lambda: parameters(lib.virAdmClientGetInfo, client), mask="all")
        s.record("info flags", lambda: parameters(lib.virAdmClientGetInfo, client, 4))
        s.record("close flags", lambda: not_negative(lib.virAdmClientClose(client, 4)))
        s.record("close", lambda: not_negative(lib.virAdmClientClose(client, 0)))
        lib.virAdmClientFree(client)
    if srv:
        lib.virAdmServerFree(srv)
