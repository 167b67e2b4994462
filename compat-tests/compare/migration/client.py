"""Makes the calls of cases.py through the C interface and prints what came of them, one line for each case.

    client.py DIRECTORY-OF-SOCKETS
"""

import os
import sys
from ctypes import POINTER, c_char_p, c_int, c_uint, c_ulong, c_void_p
from types import SimpleNamespace

from compare.migration.cases import all_cases
from lib import binding

HANDLE, STRING, LONG, INT, UINT, ERROR = c_void_p, c_char_p, c_ulong, c_int, c_uint, POINTER(binding.Error)
PROTOTYPES = {
    "virConnectOpen": (HANDLE, [STRING]),
    "virConnectOpenReadOnly": (HANDLE, [STRING]),
    "virConnectClose": (INT, [HANDLE]),
    "virDomainLookupByName": (HANDLE, [HANDLE, STRING]),
    "virDomainFree": (INT, [HANDLE]),
    "virDomainGetName": (STRING, [HANDLE]),
    "virDomainGetConnect": (HANDLE, [HANDLE]),
    "virConnGetLastError": (ERROR, [HANDLE]),
    "virResetLastError": (None, []),
    "virDomainMigrate": (HANDLE, [HANDLE, HANDLE, LONG, STRING, STRING, LONG]),
    "virDomainMigrate2": (HANDLE, [HANDLE, HANDLE, STRING, LONG, STRING, STRING, LONG]),
    "virDomainMigrate3": (HANDLE, [HANDLE, HANDLE, HANDLE, UINT, UINT]),
    "virDomainMigrateToURI": (INT, [HANDLE, STRING, LONG, STRING, LONG]),
    "virDomainMigrateToURI2": (INT, [HANDLE, STRING, STRING, STRING, LONG, STRING, LONG]),
    "virDomainMigrateToURI3": (INT, [HANDLE, STRING, HANDLE, UINT, UINT]),
}
LIB = SimpleNamespace(**{name: binding.function(name, result, *arguments) for name, (result, arguments) in PROTOTYPES.items()})


def show(error):
    """Returns every field that is not a pointer to an object."""
    if error is None or not error.code:
        return "none"
    e = error
    return f"{e.code}/{e.domain}/{e.level} {e.message!r} {e.str1!r} {e.str2!r} {e.str3!r} {e.int1} {e.int2}"


def of(pointer):
    """Returns the error a pointer leads to, or None."""
    return pointer.contents if pointer else None


def encoded(value):
    """Returns a C string, or NULL."""
    return None if value is None else value.encode()


def call(case, dom, target):
    """Makes the call itself; returns a handle or a status."""
    kind, flags = case["call"], case["flags"]
    want = case.get("fixed", {})
    uri, name, xml = (encoded(want.get(n)) for n in ("uri", "name", "xml"))
    bandwidth = want.get("bandwidth", 0)
    array, number = binding.typed_parameters(case.get("params"))
    peer = encoded(case.get("peer", "qemu+ssh://peer.example/system"))
    if kind == "migrate":
        return LIB.virDomainMigrate(dom, target, flags, name, peer if "peer" in case else uri, bandwidth)
    if kind == "migrate2":
        return LIB.virDomainMigrate2(dom, target, xml, flags, name, peer if "peer" in case else uri, bandwidth)
    if kind == "migrate3":
        return LIB.virDomainMigrate3(dom, target, array, number, flags)
    if kind == "touri":
        return LIB.virDomainMigrateToURI(dom, peer, flags, name, bandwidth)
    if kind == "touri2":
        return LIB.virDomainMigrateToURI2(dom, peer, uri, xml, flags, name, bandwidth)
    return LIB.virDomainMigrateToURI3(dom, peer, array, number, flags)


def main():
    """All cases."""
    told = []
    handler = binding.ErrorFunction(lambda _, error: told.append(show(of(error))))
    binding.set_error_function(handler)
    for number, case in enumerate(all_cases()):
        conns = {}
        for side in ("source", "target"):
            opening = LIB.virConnectOpenReadOnly if case.get("read_only") == side else LIB.virConnectOpen
            conns[side] = opening(f"test+unix:///case{number}?socket={os.path.join(sys.argv[1], side)}".encode())
        dom = LIB.virDomainLookupByName(conns["source"], b"guest")
        told.clear()
        result = call(case, dom, None if case.get("no_target") else conns["target"])
        parts = [f"last {show(binding.last_error())}", *(f"told {text}" for text in told)]
        parts += [f"{side} {show(of(LIB.virConnGetLastError(conn)))}" for side, conn in conns.items()]
        if "touri" not in case["call"] and result:
            here = LIB.virDomainGetConnect(result) == conns["target"]
            parts.append(f"domain {LIB.virDomainGetName(result)} on {'target' if here else 'another connection'}")
            LIB.virDomainFree(result)
            result = "domain"
        LIB.virDomainFree(dom)
        closed = [LIB.virConnectClose(conn) for conn in conns.values()]
        print(f"{number} {result} references {closed} | " + " | ".join(parts), flush=True)


if __name__ == "__main__":
    main()
