"""The administration program, through ctypes: there is no Python binding for it."""

import ctypes
import subprocess
import sys

from script import LastError
from typedparams import TypedParam, as_dict, make

# A client to be looked at: a process of its own, because this one must not load libvirt's Python module.
CLIENT = "import libvirt, sys; c = libvirt.open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


def run(s):
    """Every procedure; the one that shuts the daemon down comes last."""
    lib = load()
    uri = s.uri("libvirtd:///system", admin=True).encode()
    conn = s.record("open", lambda: check(lib.virAdmConnectOpen(uri, 0)), mask="shape")
    s.record("open flags", lambda: check(lib.virAdmConnectOpen(uri, 1 << 7)))
    if conn is None:
        return
    client = subprocess.Popen([sys.executable, "-c", CLIENT, s.uri("test:///default")], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    client.stdout.readline()
    connection(s, lib, conn)
    for name in (b"libvirtd", b"admin"):
        s.title(name.decode())
        server(s, lib, conn, name)
    s.record("lookup nosuch", lambda: check(lib.virAdmConnectLookupServer(conn, b"nosuch", 0)))
    clients(s, lib, conn)
    client.communicate()
    s.record("timeout 600", lambda: status(lib.virAdmConnectSetDaemonTimeout(conn, 600, 0)))
    s.record("timeout flags", lambda: status(lib.virAdmConnectSetDaemonTimeout(conn, 0, 1 << 20)))
    s.record("close", lambda: lib.virAdmConnectClose(conn))


def load():
    """The library with the return types that are not int."""
    lib = ctypes.CDLL("libvirt-admin.so.0")
    pointer = ctypes.c_void_p
    for name in ("virAdmConnectOpen", "virAdmConnectLookupServer", "virAdmServerLookupClient"):
        getattr(lib, name).restype = pointer
    for name in ("virAdmServerGetName", "virAdmConnectGetURI"):
        getattr(lib, name).restype = ctypes.c_char_p
    for name in ("virAdmClientGetID", "virAdmClientGetTimestamp"):
        getattr(lib, name).restype = ctypes.c_longlong
    P, I, U, S, PP = pointer, ctypes.c_int, ctypes.c_uint, ctypes.c_char_p, ctypes.c_void_p
    lib.virAdmConnectOpen.argtypes = [S, U]
    for name in ("virAdmConnectClose", "virAdmConnectGetURI", "virAdmConnectIsAlive", "virAdmServerGetName",
                 "virAdmServerFree", "virAdmClientFree", "virAdmClientGetID", "virAdmClientGetTimestamp",
                 "virAdmClientGetTransport"):
        getattr(lib, name).argtypes = [P]
    lib.virAdmConnectGetLibVersion.argtypes = [P, PP]
    lib.virAdmConnectListServers.argtypes = [P, PP, U]
    lib.virAdmConnectLookupServer.argtypes = [P, S, U]
    lib.virAdmConnectSetDaemonTimeout.argtypes = [P, U, U]
    lib.virAdmServerListClients.argtypes = [P, PP, U]
    lib.virAdmServerLookupClient.argtypes = [P, ctypes.c_ulonglong, U]
    lib.virAdmServerUpdateTlsFiles.argtypes = [P, U]
    lib.virAdmClientClose.argtypes = [P, U]
    for name in ("virAdmServerGetThreadPoolParameters", "virAdmServerGetClientLimits", "virAdmClientGetInfo"):
        getattr(lib, name).argtypes = [P, PP, PP, U]
    for name in ("virAdmServerSetThreadPoolParameters", "virAdmServerSetClientLimits"):
        getattr(lib, name).argtypes = [P, PP, I, U]
    for name in ("virAdmConnectGetLoggingOutputs", "virAdmConnectGetLoggingFilters"):
        getattr(lib, name).argtypes = [P, PP, U]
    for name in ("virAdmConnectSetLoggingOutputs", "virAdmConnectSetLoggingFilters"):
        getattr(lib, name).argtypes = [P, S, U]
    return lib


def check(pointer):
    """A pointer, or the library's last error."""
    if not pointer:
        raise LastError
    return pointer


def status(value):
    """A status, or the library's last error."""
    if value < 0:
        raise LastError
    return value


def connection(s, lib, conn):
    """What belongs to the connection."""
    version = ctypes.c_ulonglong()
    s.record("version", lambda: status(lib.virAdmConnectGetLibVersion(conn, ctypes.byref(version))) or version.value)
    s.record("uri", lambda: lib.virAdmConnectGetURI(conn))
    s.record("alive", lambda: lib.virAdmConnectIsAlive(conn))
    s.record("servers", lambda: listing(lib, lib.virAdmConnectListServers, conn, lib.virAdmServerGetName,
                                        lib.virAdmServerFree)[:3], mask="sorted")
    s.record("servers flags", lambda: listing(lib, lib.virAdmConnectListServers, conn, lib.virAdmServerGetName,
                                              lib.virAdmServerFree, 1 << 9))
    for what in ("Filters", "Outputs"):
        get = getattr(lib, f"virAdmConnectGetLogging{what}")
        put = getattr(lib, f"virAdmConnectSetLogging{what}")
        text = ctypes.c_char_p()
        s.record(f"get {what}", lambda: [status(get(conn, ctypes.byref(text), 0)), text.value])
        for value in ((b"3:rpc 4:util", None, b"9:bad") if what == "Filters" else (b"4:stderr", None, b"nosuch")):
            s.record(f"set {what} {value}", lambda: status(put(conn, value, 0)))


def listing(lib, function, owner, describe, free, flags=0):
    """A list call: count, then a description of every element."""
    array = ctypes.POINTER(ctypes.c_void_p)()
    count = status(function(owner, ctypes.byref(array), flags))
    result = [count, *[describe(array[i]) for i in range(count)], array[count]]
    for i in range(count):
        free(array[i])
    return result


def parameters(function, owner, flags=0):
    """A typed-parameter getter of the allocating kind."""
    array, count = ctypes.POINTER(TypedParam)(), ctypes.c_int()
    status(function(owner, ctypes.byref(array), ctypes.byref(count), flags))
    return as_dict(array, count.value)


def server(s, lib, conn, name):
    """Thread pool, limits, certificates."""
    srv = lib.virAdmConnectLookupServer(conn, name, 0)
    s.record("lookup", lambda: lib.virAdmServerGetName(check(srv)))
    s.record("threads", lambda: parameters(lib.virAdmServerGetThreadPoolParameters, srv))
    s.record("threads flags", lambda: parameters(lib.virAdmServerGetThreadPoolParameters, srv, 8))
    s.record("limits", lambda: {k: v for k, v in parameters(lib.virAdmServerGetClientLimits, srv).items()})
    for label, function, values in (
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"maxWorkers": 25, "minWorkers": 5}),
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"nosuch": 1}),
            ("threads", lib.virAdmServerSetThreadPoolParameters, {"minWorkers": 99, "maxWorkers": 2}),
            ("limits", lib.virAdmServerSetClientLimits, {"nclients_max": 4000, "nclients_unauth_max": 25}),
            ("limits", lib.virAdmServerSetClientLimits, {"nclients": 1})):
        array, count = make(values)
        s.record(f"set {label} {values}", lambda: status(function(srv, array, count, 0)))
    s.record("tls", lambda: status(lib.virAdmServerUpdateTlsFiles(srv, 0)))
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
    s.record("lookup 4711", lambda: check(lib.virAdmServerLookupClient(srv, 4711, 0)))
    number = found[1] if found and found[0] > 0 else 1
    client = s.record("lookup", lambda: check(lib.virAdmServerLookupClient(srv, number, 0)), mask="shape")
    if client:
        s.record("transport", lambda: lib.virAdmClientGetTransport(client))
        s.record("timestamp", lambda: lib.virAdmClientGetTimestamp(client), mask="shape")
        s.record("info", lambda: parameters(lib.virAdmClientGetInfo, client), mask="all")
        s.record("info flags", lambda: parameters(lib.virAdmClientGetInfo, client, 4))
        s.record("close flags", lambda: status(lib.virAdmClientClose(client, 4)))
        s.record("close", lambda: status(lib.virAdmClientClose(client, 0)))
        lib.virAdmClientFree(client)
    if srv:
        lib.virAdmServerFree(srv)
