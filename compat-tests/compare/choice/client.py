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
from ctypes import c_char_p, c_int, c_uint, c_void_p

from lib import binding
from lib.binding import text

ADMIN = sys.argv[1:] == ["admin"]
PREFIX, PART = ("virAdmConnect", "admin") if ADMIN else ("virConnect", "")
# The library of the calls comes first; errors are kept by libvirt.so.0 in either case.
CLOSE = binding.function(PREFIX + "Close", c_int, c_void_p, part=PART)
GET_URI = binding.function(PREFIX + "GetURI", c_void_p, c_void_p, part=PART)


def last_error():
    """Returns what the failed call left behind, without str1, which is a template with the version's own conventions."""
    error = binding.last_error()
    if not error:
        return "no error"
    return {"code": error.code, "domain": error.domain, "level": error.level, "message": text(error.message),
            "str2": text(error.str2), "str3": text(error.str3), "ints": [error.int1, error.int2]}


def connect(request):
    """One connection: its handle, or NULL."""
    uri, flags = request.get("uri"), request.get("flags", 0)
    uri = None if uri is None else uri.encode("utf-8", "surrogateescape")
    call = request.get("call", "open")
    if call == "ro":
        return binding.function("virConnectOpenReadOnly", c_void_p, c_char_p)(uri)
    if call == "auth":
        return binding.function("virConnectOpenAuth", c_void_p, c_char_p, c_void_p, c_uint)(uri, None, flags)
    if ADMIN:
        return binding.function("virAdmConnectOpen", c_void_p, c_char_p, c_uint, part="admin")(uri, flags)
    return binding.function("virConnectOpen", c_void_p, c_char_p)(uri)


def one(request):
    """Opens, asks for the URI, closes."""
    handle = connect(request)
    if not handle:
        return {"error": last_error()}
    pointer = GET_URI(handle)
    uri = text(ctypes.cast(pointer, c_char_p).value) if pointer else last_error()
    CLOSE(handle)
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
    """Opens in forked processes, which start when the last of them exists; returns the same and how many answered."""
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
    """Returns how many are open."""
    return len(os.listdir("/proc/self/fd"))


def main():
    """Requests until the end of input."""
    if not ADMIN:
        binding.function("virInitialize", c_int)()
        binding.silence()
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
