#!/usr/bin/env python3
"""Opens connections as told on standard input, one JSON object per line, and answers what came of each.

Talks to libvirt.so.0 directly: the library is whatever the loader finds. A request names the call, the URI, the flags and
environment variables for this one call; `{"threads": N}` and `{"processes": N}` open N connections at once. With the
argument `admin` all calls go to libvirt-admin.so.0: the stock libraries cannot both be initialised in one process.
"""

import ctypes
import json
import os
import sys
import threading

HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


class Error(ctypes.Structure):
    """virError."""

    _fields_ = [("code", ctypes.c_int), ("domain", ctypes.c_int), ("message", ctypes.c_char_p), ("level", ctypes.c_int),
                ("conn", ctypes.c_void_p), ("dom", ctypes.c_void_p), ("str1", ctypes.c_char_p), ("str2", ctypes.c_char_p),
                ("str3", ctypes.c_char_p), ("int1", ctypes.c_int), ("int2", ctypes.c_int), ("net", ctypes.c_void_p)]


ADMIN = sys.argv[1:] == ["admin"]
LIB = ctypes.CDLL("libvirt-admin.so.0" if ADMIN else "libvirt.so.0")
# Errors are kept by libvirt.so.0 in either case.
VIRT = ctypes.CDLL("libvirt.so.0")
PREFIX = "virAdmConnect" if ADMIN else "virConnect"
OPEN, CLOSE, GET_URI = (getattr(LIB, PREFIX + name) for name in ("Open", "Close", "GetURI"))
for returns_pointer in (OPEN, GET_URI, VIRT.virConnectOpenReadOnly, VIRT.virConnectOpenAuth):
    returns_pointer.restype = ctypes.c_void_p
VIRT.virGetLastError.restype = ctypes.POINTER(Error)
QUIET = HANDLER(lambda _data, _error: None)


def text(value):
    """Bytes of C as printable text."""
    return None if value is None else value.decode("utf-8", "backslashreplace")


def last_error():
    """What the failed call left behind, without str1, which is a template with the version's own conventions."""
    if not VIRT.virGetLastError():
        return "no error"
    error = VIRT.virGetLastError().contents
    return {"code": error.code, "domain": error.domain, "level": error.level, "message": text(error.message),
            "str2": text(error.str2), "str3": text(error.str3), "ints": [error.int1, error.int2]}


def connect(request):
    """One connection: its handle, or NULL."""
    uri, flags = request.get("uri"), request.get("flags", 0)
    uri = None if uri is None else uri.encode("utf-8", "surrogateescape")
    call = request.get("call", "open")
    if call == "ro":
        return VIRT.virConnectOpenReadOnly(uri)
    if call == "auth":
        return VIRT.virConnectOpenAuth(uri, None, flags)
    return OPEN(uri, flags) if ADMIN else OPEN(uri)


def one(request):
    """Opens, asks for the URI, closes."""
    handle = connect(request)
    if not handle:
        return {"error": last_error()}
    pointer = GET_URI(ctypes.c_void_p(handle))
    uri = text(ctypes.cast(pointer, ctypes.c_char_p).value) if pointer else last_error()
    CLOSE(ctypes.c_void_p(handle))
    return {"uri": uri}


def threads(request, count):
    """Opens in as many threads at once; how many succeeded, and the errors."""
    barrier, results = threading.Barrier(count), []

    def run():
        barrier.wait()
        results.append(json.dumps(one(request)))

    started = [threading.Thread(target=run) for _ in range(count)]
    for thread in started:
        thread.start()
    for thread in started:
        thread.join()
    return sorted(set(results))


def processes(request, count):
    """The same in forked processes, which start when the last of them exists."""
    gate_read, gate_write = os.pipe()
    out_read, out_write = os.pipe()
    children = []
    for _ in range(count):
        child = os.fork()
        if child == 0:
            os.close(gate_write)
            os.read(gate_read, 1)
            os.write(out_write, (json.dumps(one(request)) + "\n").encode())
            os._exit(0)
        children.append(child)
    os.close(gate_read)
    os.close(gate_write)
    os.close(out_write)
    with os.fdopen(out_read) as out:
        results = out.read().splitlines()
    for child in children:
        os.waitpid(child, 0)
    return sorted(set(results)) + [len(results)]


def descriptors():
    """How many are open."""
    return len(os.listdir("/proc/self/fd"))


def main():
    """Requests until the end of input."""
    if not ADMIN:
        VIRT.virInitialize()
        VIRT.virSetErrorFunc(None, QUIET)
    for line in sys.stdin:
        request = json.loads(line)
        before = descriptors()
        for name, value in request.get("env", {}).items():
            os.environ[name] = value
        if "threads" in request:
            answer = {"all": threads(request, request["threads"])}
        elif "processes" in request:
            answer = {"all": processes(request, request["processes"])}
        else:
            answer = one(request)
        for name in request.get("env", {}):
            del os.environ[name]
        print(json.dumps({"answer": answer, "leaked": descriptors() - before}), flush=True)


if __name__ == "__main__":
    main()
