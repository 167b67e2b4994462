"""Numbers of event callbacks that nobody has, and those of other kinds; close callbacks, which a local driver takes and never calls."""

import ctypes

import libvirt

from compare.testdriver.say import said

LIBRARY = ctypes.CDLL("libvirt.so.0")
QEMU = ctypes.CDLL("libvirt-qemu.so.0")
CLOSE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def numbers(conn):
    """Deregisters what is there, what is not, and what is there no more."""
    for name in ("Domain", "Network", "StoragePool", "NodeDevice", "Secret", "DomainQemuMonitor"):
        suffix = "EventDeregister" if name == "DomainQemuMonitor" else "EventDeregisterAny"
        function = getattr(QEMU if name.startswith("DomainQemu") else LIBRARY, f"virConnect{name}{suffix}")
        function.argtypes = [ctypes.c_void_p, ctypes.c_int]
        for number in (-1, 0, 1, 77, 2**31 - 1):
            tell(f"{function.__name__} {number}", function(conn, number))


def tell(what, answer):
    """Prints an answer and the error, if there is one."""
    why = libvirt.virGetLastError()
    print(what, answer, why, flush=True)
    LIBRARY.virResetLastError()


def kinds(conn):
    """Deregisters a domain's callback by the functions of other kinds."""
    for name in ("Network", "StoragePool", "NodeDevice", "Secret", "Domain"):
        number = conn.domainEventRegisterAny(None, 0, lambda *_: None, None)
        function = getattr(LIBRARY, f"virConnect{name}EventDeregisterAny")
        address = address_of(conn)
        tell(f"{function.__name__} of a domain's", function(address, number))
        tell(f"{function.__name__} again", function(address, number))
        if name == "Secret":
            said("by its own", conn.domainEventDeregisterAny, number)


def address_of(conn):
    """Returns the C pointer of a connection."""
    ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.c_void_p
    ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
    return ctypes.pythonapi.PyCapsule_GetPointer(conn._o, b"virConnectPtr")


def closes(conn):
    """Registers and unregisters close callbacks, right and wrong ones."""
    one, other = CLOSE(lambda *_: print("one is called")), CLOSE(lambda *_: print("other is called"))
    register, unregister = LIBRARY.virConnectRegisterCloseCallback, LIBRARY.virConnectUnregisterCloseCallback
    register.argtypes = [ctypes.c_void_p, CLOSE, ctypes.c_void_p, ctypes.c_void_p]
    unregister.argtypes = [ctypes.c_void_p, CLOSE]
    tell("unregister without", unregister(conn, one))
    tell("register", register(conn, one, None, None))
    tell("register again", register(conn, one, None, None))
    tell("register another", register(conn, other, None, None))
    tell("unregister the first", unregister(conn, one))
    tell("unregister the second", unregister(conn, other))
    tell("unregister again", unregister(conn, other))
    tell("register NULL", register(conn, ctypes.cast(None, CLOSE), None, None))
    tell("unregister NULL", unregister(conn, ctypes.cast(None, CLOSE)))
    return one, other


def main():
    """Says what each call answers."""
    libvirt.virEventRegisterDefaultImpl()
    conn = libvirt.open("test:///default")
    numbers(address_of(conn))
    number = conn.networkEventRegisterAny(None, 0, lambda *_: None, None)
    said("its own", conn.networkEventDeregisterAny, number)
    kinds(conn)
    alive = closes(address_of(conn))
    said("close", conn.close)
    del alive


main()
