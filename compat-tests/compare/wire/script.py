"""What the sections of drive.py are written with: one call, one line of transcript.

A line is `NUMBER CALL -> RESULT` or `NUMBER CALL !! ERROR`. Everything that differs between two runs of the same
library is masked where the call is made (mask="shape": numbers lose their value, not their place) or by VOLATILE.
"""

import re
import time

# Seconds; a machine may be slow.
SETTLE_DEADLINE = 300

from lib.binding import Error, last_error

# Text that differs between runs of one and the same library, wherever it appears.
VOLATILE = [
    (re.compile(r"<creationTime>\d+</creationTime>"), "<creationTime>#</creationTime>"),
    (re.compile(r"(<(?:pid|start_time)>)\d+"), r"\1#"),
    (re.compile(r"'(creation|now)': \d+"), r"'\1': #"),
    (re.compile(r"<(atime|mtime|ctime)>[0-9.]+<"), r"<\1>#<"),
    (re.compile(r"/dev/pts/\d+"), "/dev/pts/#"),
    (re.compile(r"/proc/self/fd/\d+|/dev/fdset/\d+"), "FD#"),
    (re.compile(r"pid[= ]\d+"), "pid #"),
]


# What an object can tell about itself without asking the daemon.
LOCAL_FACTS = {
    "virDomain": ("name", "UUIDString"),
    "virNetwork": ("name", "UUIDString"),
    "virNetworkPort": ("UUIDString",),
    "virInterface": ("name", "MACString"),
    "virStoragePool": ("name", "UUIDString"),
    "virStorageVol": ("name", "key"),
    "virNodeDevice": ("name",),
    "virSecret": ("UUIDString", "usageType", "usageID"),
    "virNWFilter": ("name", "UUIDString"),
    "virNWFilterBinding": ("portDev", "filterName"),
    "virDomainCheckpoint": ("getName",),
    "virDomainSnapshot": ("getName",),
}


class Flat:
    """Formats results in one stable way."""

    def __init__(self, shape):
        self.shape = shape

    def __call__(self, value):
        if value is None or isinstance(value, bool):
            return str(value)
        if isinstance(value, (int, float)):
            return type(value).__name__ if self.shape in ("shape", "all") else repr(value)
        if isinstance(value, str):
            return "str" if self.shape == "all" else repr(value)
        if isinstance(value, (bytes, bytearray)):
            return f"bytes[{len(value)}]" if self.shape in ("shape", "all") else "bytes " + bytes(value).hex()
        if isinstance(value, dict):
            return "{" + ", ".join(f"{k!r}: {self(v)}" for k, v in value.items()) + "}"
        if isinstance(value, (list, tuple)):
            # The daemon lists what it keeps in hash tables with a random seed: such an order cannot be compared.
            parts = sorted(map(self, value)) if self.shape == "sorted" else map(self, value)
            return "[" + ", ".join(parts) + "]"
        return name_of(value)


def name_of(thing):
    """Returns a libvirt object by the facts the library keeps locally: no call to the daemon is made here."""
    kind = type(thing).__name__
    facts = [str(getattr(thing, method)()) for method in LOCAL_FACTS.get(kind, ())]
    return f"<{kind} {' '.join(facts)}>"


class Script:
    """Makes calls and prints the transcript. `scratch` is a directory as the daemon sees it.

    `binding` is the libvirt module, or None for sections that must not load it (stock libvirt-admin.so.0 and
    libvirt.so.0 register the same GObject types and so cannot both be initialised in one process).
    """

    def __init__(self, sockets, scratch, out, binding):
        self.binding = binding
        self.errors = (binding.libvirtError,) if binding else ()
        self.sockets = sockets
        self.scratch = scratch
        self.out = out
        self.count = 0
        self.masks = [(re.compile(re.escape(sockets["directory"])), "SOCKETS")]
        if binding:
            binding.registerErrorHandler(lambda *_: None, None)

    # -- transcript -----------------------------------------------------------------------------------------------

    def line(self, text):
        """One line; volatile text is masked."""
        for pattern, replacement in self.masks + VOLATILE:
            text = pattern.sub(replacement, text)
        self.out.write(text.replace("\n", "\\n") + "\n")
        self.out.flush()

    def title(self, text):
        """A heading, to find one's way in the transcript."""
        self.line(f"## {text}")

    def record(self, label, function, mask=None):
        """Runs `function`, prints what came of it, returns its result or None."""
        self.count += 1
        head = f"{self.count:04d} {label}"
        try:
            value = function()
        except (LastError, *self.errors) as error:
            self.line(f"{head} !! {describe(error)}")
            return None
        except (TypeError, ValueError, LookupError, OverflowError, SystemError, AttributeError) as error:
            self.line(f"{head} !! {type(error).__name__}: {error}")
            return None
        self.line(f"{head} -> {Flat(mask)(value)}")
        return value

    def __call__(self, thing, method, *arguments, mask=None):
        """One method of one object; an object that is missing because an earlier call failed is noted, not fatal."""
        shown = ", ".join(short(a) for a in arguments)
        if thing is None:
            self.count += 1
            self.line(f"{self.count:04d} {method}({shown}) -- no object")
            return None
        label = f"{type(thing).__name__}.{method}({shown})"
        return self.record(label, lambda: getattr(thing, method)(*arguments), mask)

    def each(self, thing, calls, mask=None):
        """Several calls on one object: a name, or a tuple of a name and arguments."""
        for call in calls:
            name, *arguments = call if isinstance(call, tuple) else (call,)
            self(thing, name, *arguments, mask=mask)

    def until(self, uri, name, settled):
        """Waits, over a connection that is not recorded, until the daemon says of a domain that something is over. What QEMU
        does on its own takes as long as the machine lets it, and the next call must find the same in every run."""
        scheme, rest = uri.split("://", 1)
        conn = self.binding.open(f"{scheme}+unix://{rest}?socket={self.sockets['unrecorded']}")
        limit = time.monotonic() + SETTLE_DEADLINE
        while not settled(conn.lookupByName(name)):
            if time.monotonic() > limit:
                self.line(f"## {name} did not settle within {SETTLE_DEADLINE} s")
                break
            time.sleep(0.02)
        conn.close()

    # -- connections ----------------------------------------------------------------------------------------------

    def uri(self, uri, admin=False):
        """`uri` through the relay's socket."""
        scheme, rest = uri.split("://", 1)
        socket = self.sockets["admin" if admin else "main"]
        transport = "" if admin else "+unix"
        return f"{scheme}{transport}://{rest}?socket={socket}"

    def open(self, uri, read_only=False):
        """Opens a connection, recorded like any other call."""
        function = self.binding.openReadOnly if read_only else self.binding.open
        return self.record(f"open({uri})", lambda: function(self.uri(uri)))

    def close(self, conn):
        """Closes a connection; everything else that refers to it must be gone by now, or it stays open."""
        self(conn, "close")


class LastError(Exception):
    """The library's last error, for calls made through ctypes; has the getters of libvirtError."""

    def __init__(self):
        super().__init__("error")
        record = last_error() or Error()
        self.fields = {name: getattr(record, name) for name, _ in record._fields_}

    def __getattr__(self, name):
        if not name.startswith("get_"):
            raise AttributeError(name)
        value = self.fields[name.removeprefix("get_error_").removeprefix("get_")]
        return lambda: value.decode() if isinstance(value, bytes) else value


def short(value):
    """Returns an argument for a label."""
    if value is None or isinstance(value, (str, int, float, bytes, dict, list, tuple)):
        text = Flat(None)(value)
    elif callable(value):
        text = "callable"
    else:
        text = name_of(value)
    return text if len(text) <= 60 else text[:57] + "..."


def describe(error):
    """Returns every field of the last error."""
    return (f"code={error.get_error_code()} domain={error.get_error_domain()} level={error.get_error_level()} "
            f"message={error.get_error_message()!r} str1={error.get_str1()!r} str2={error.get_str2()!r} "
            f"str3={error.get_str3()!r} int1={error.get_int1()} int2={error.get_int2()}")


def not_null(pointer):
    """Returns the pointer that a call made through ctypes returned; raises the library's last error if it is NULL."""
    if not pointer:
        raise LastError
    return pointer


def not_negative(status):
    """Returns the status that a call made through ctypes returned; raises the library's last error if it is negative."""
    if status < 0:
        raise LastError
    return status
