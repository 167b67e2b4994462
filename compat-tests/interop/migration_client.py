#!/usr/bin/env python3
"""Makes the calls of migration_cases.py through the C interface and prints what came of them, one line for each case.

    migration_client.py DIRECTORY-OF-SOCKETS
"""

import ctypes
import os
import sys

from migration_cases import all_cases

LIB = ctypes.CDLL("libvirt.so.0")


class Error(ctypes.Structure):
    """virError."""

    _fields_ = [("code", ctypes.c_int), ("domain", ctypes.c_int), ("message", ctypes.c_char_p), ("level", ctypes.c_int),
                ("conn", ctypes.c_void_p), ("dom", ctypes.c_void_p), ("str1", ctypes.c_char_p), ("str2", ctypes.c_char_p),
                ("str3", ctypes.c_char_p), ("int1", ctypes.c_int), ("int2", ctypes.c_int), ("net", ctypes.c_void_p)]


class Value(ctypes.Union):
    """The union in virTypedParameter."""

    _fields_ = [("i", ctypes.c_int), ("ui", ctypes.c_uint), ("l", ctypes.c_longlong), ("ul", ctypes.c_ulonglong),
                ("d", ctypes.c_double), ("b", ctypes.c_char), ("s", ctypes.c_char_p)]


class Parameter(ctypes.Structure):
    """virTypedParameter."""

    _fields_ = [("field", ctypes.c_char * 80), ("type", ctypes.c_int), ("value", Value)]


MEMBERS = {1: "i", 2: "ui", 3: "l", 4: "ul", 5: "d", 7: "s"}
HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Error))
POINTER, STRING, LONG, UINT = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_uint
PROTOTYPES = {
    "virConnectOpen": (POINTER, [STRING]),
    "virConnectOpenReadOnly": (POINTER, [STRING]),
    "virConnectClose": (ctypes.c_int, [POINTER]),
    "virDomainLookupByName": (POINTER, [POINTER, STRING]),
    "virDomainFree": (ctypes.c_int, [POINTER]),
    "virDomainGetName": (STRING, [POINTER]),
    "virDomainGetConnect": (POINTER, [POINTER]),
    "virGetLastError": (ctypes.POINTER(Error), []),
    "virConnGetLastError": (ctypes.POINTER(Error), [POINTER]),
    "virResetLastError": (None, []),
    "virSetErrorFunc": (None, [POINTER, HANDLER]),
    "virDomainMigrate": (POINTER, [POINTER, POINTER, LONG, STRING, STRING, LONG]),
    "virDomainMigrate2": (POINTER, [POINTER, POINTER, STRING, LONG, STRING, STRING, LONG]),
    "virDomainMigrate3": (POINTER, [POINTER, POINTER, POINTER, UINT, UINT]),
    "virDomainMigrateToURI": (ctypes.c_int, [POINTER, STRING, LONG, STRING, LONG]),
    "virDomainMigrateToURI2": (ctypes.c_int, [POINTER, STRING, STRING, STRING, LONG, STRING, LONG]),
    "virDomainMigrateToURI3": (ctypes.c_int, [POINTER, STRING, POINTER, UINT, UINT]),
}
for NAME, (RESULT, ARGUMENTS) in PROTOTYPES.items():
    getattr(LIB, NAME).restype, getattr(LIB, NAME).argtypes = RESULT, ARGUMENTS


def show(error):
    """Every field that is not a pointer to an object."""
    if not error or not error.contents.code:
        return "none"
    e = error.contents
    return f"{e.code}/{e.domain}/{e.level} {e.message!r} {e.str1!r} {e.str2!r} {e.str3!r} {e.int1} {e.int2}"


def typed(params):
    """An array of virTypedParameter, or NULL."""
    if not params:
        return None, 0
    array = (Parameter * len(params))()
    for place, (name, kind, value) in zip(array, params):
        place.field, place.type = name.encode(), kind
        if kind == 6:
            place.value.b = bytes([value])
        elif kind in MEMBERS:
            setattr(place.value, MEMBERS[kind], value.encode() if kind == 7 else value)
    return array, len(params)


def encoded(value):
    """A C string, or NULL."""
    return None if value is None else value.encode()


def call(case, dom, target):
    """The call itself; handle or status."""
    kind, flags = case["call"], case["flags"]
    want = case.get("wish", {})
    uri, name, xml = (encoded(want.get(n)) for n in ("uri", "name", "xml"))
    bandwidth = want.get("bandwidth", 0)
    array, number = typed(case.get("params"))
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
    handler = HANDLER(lambda _, error: told.append(show(error)))
    LIB.virSetErrorFunc(None, handler)
    for number, case in enumerate(all_cases()):
        conns = {}
        for side in ("source", "target"):
            opening = LIB.virConnectOpenReadOnly if case.get("read_only") == side else LIB.virConnectOpen
            conns[side] = opening(f"test+unix:///case{number}?socket={os.path.join(sys.argv[1], side)}".encode())
        dom = LIB.virDomainLookupByName(conns["source"], b"guest")
        told.clear()
        result = call(case, dom, None if case.get("no_target") else conns["target"])
        parts = [f"last {show(LIB.virGetLastError())}", *(f"told {text}" for text in told)]
        parts += [f"{side} {show(LIB.virConnGetLastError(conn))}" for side, conn in conns.items()]
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
