"""Functions that the Python binding of 9.0.0 does not know, called with ctypes on the library that it uses."""

import ctypes

import libvirt

LIBRARY = ctypes.CDLL("libvirt.so.0")
ctypes.pythonapi.PyCapsule_GetPointer.restype = ctypes.c_void_p
ctypes.pythonapi.PyCapsule_GetPointer.argtypes = [ctypes.py_object, ctypes.c_char_p]
ctypes.pythonapi.PyCapsule_GetName.restype = ctypes.c_char_p
ctypes.pythonapi.PyCapsule_GetName.argtypes = [ctypes.py_object]
METADATA = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)


def pointer(thing):
    """Returns the C pointer that an object of the binding holds."""
    if thing is None:
        return None
    capsule = thing._o
    return ctypes.c_void_p(ctypes.pythonapi.PyCapsule_GetPointer(capsule, ctypes.pythonapi.PyCapsule_GetName(capsule)))


def text(value):
    """Returns a string for C."""
    return None if value is None else value.encode()


def checked(answer):
    """Raises the error of a function that failed."""
    if answer == -1:
        raise libvirt.libvirtError("failed")
    return answer


def set_metadata(net, kind, metadata, key, uri, flags):
    """virNetworkSetMetadata."""
    return checked(LIBRARY.virNetworkSetMetadata(pointer(net), kind, text(metadata), text(key), text(uri), flags))


def get_metadata(net, kind, uri, flags):
    """virNetworkGetMetadata."""
    call = LIBRARY.virNetworkGetMetadata
    call.restype = ctypes.c_void_p
    answer = call(pointer(net), kind, text(uri), flags)
    if not answer:
        raise libvirt.libvirtError("failed")
    found = ctypes.string_at(answer).decode()
    ctypes.CDLL(None).free(ctypes.c_void_p(answer))
    return found


def on_metadata(conn, net, note):
    """Registers for changes of metadata. Returns the number, and what must be kept as long as it is registered."""
    LIBRARY.virNetworkGetName.restype = ctypes.c_char_p

    def call(_, one, kind, uri, __):
        note(LIBRARY.virNetworkGetName(ctypes.c_void_p(one)).decode(), kind, uri)
    function = METADATA(call)
    return checked(LIBRARY.virConnectNetworkEventRegisterAny(pointer(conn), pointer(net), 1, function, None, None)), function


def update(dev, xml, flags):
    """virNodeDeviceUpdate."""
    return checked(LIBRARY.virNodeDeviceUpdate(pointer(dev), text(xml), flags))
