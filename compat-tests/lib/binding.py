"""The C interface through ctypes: structures of the public headers, functions by name. For what Debian's binding does not reach, and
to see what C sees. It is whichever libvirt.so.0 the loader finds; nothing is loaded before a function of it is asked for."""

import ctypes
import functools
from ctypes import CFUNCTYPE, POINTER, Structure, Union, c_char, c_char_p, c_double, c_int, c_longlong, c_uint, c_ulonglong, c_void_p

# VIR_TYPED_PARAM_*: the member of the value that such a parameter uses.
MEMBERS = {1: "i", 2: "ui", 3: "l", 4: "ul", 5: "d", 6: "b", 7: "s"}
UINT, DOUBLE, BOOLEAN, STRING = 2, 5, 6, 7


class Error(Structure):
    """virError."""

    _fields_ = [("code", c_int), ("domain", c_int), ("message", c_char_p), ("level", c_int), ("conn", c_void_p),
                ("dom", c_void_p), ("str1", c_char_p), ("str2", c_char_p), ("str3", c_char_p), ("int1", c_int),
                ("int2", c_int), ("net", c_void_p)]


class Value(Union):
    """The union in virTypedParameter."""

    _fields_ = [("i", c_int), ("ui", c_uint), ("l", c_longlong), ("ul", c_ulonglong), ("d", c_double), ("b", c_char),
                ("s", c_char_p)]


class TypedParameter(Structure):
    """virTypedParameter."""

    _fields_ = [("field", c_char * 80), ("type", c_int), ("value", Value)]


class Credential(Structure):
    """virConnectCredential."""

    _fields_ = [("type", c_int), ("prompt", c_char_p), ("challenge", c_char_p), ("defresult", c_char_p), ("result", c_void_p),
                ("resultlen", c_uint)]


# virConnectAuthCallbackPtr and virErrorFunc.
AuthCallback = CFUNCTYPE(c_int, POINTER(Credential), c_uint, c_void_p)
ErrorFunction = CFUNCTYPE(None, c_void_p, POINTER(Error))


class Auth(Structure):
    """virConnectAuth."""

    _fields_ = [("credtype", POINTER(c_int)), ("ncredtype", c_uint), ("cb", AuthCallback), ("cbdata", c_void_p)]


@functools.cache
def library(part=""):
    """Returns libvirt.so.0, or the small library `part`: "qemu", "lxc" or "admin".

    The stock admin library and the stock libvirt.so.0 cannot both be initialised in one process: do not ask for functions of both
    that open something.
    """
    return ctypes.CDLL(f"libvirt-{part}.so.0" if part else "libvirt.so.0")


def function(name, result, *arguments, part=""):
    """Returns a function of the library `part` with this prototype."""
    found = library(part)[name]
    found.restype, found.argtypes = result, list(arguments)
    return found


def last_error():
    """Returns a copy of this thread's last error, or None."""
    found = function("virGetLastError", POINTER(Error))()
    return Error.from_buffer_copy(found.contents) if found and found.contents.code else None


def set_error_function(handler):
    """Has the library call `handler`, an ErrorFunction that the caller keeps, for each error."""
    function("virSetErrorFunc", None, c_void_p, ErrorFunction)(None, handler)


QUIET = ErrorFunction(lambda *_: None)


def silence():
    """Has the library print no errors."""
    set_error_function(QUIET)


def text(value):
    """Returns a C string as printable text."""
    return None if value is None else value.decode("utf-8", "backslashreplace")


def typed_parameters(values):
    """Returns (array, count) of [(name, type, value) ...], or (None, 0)."""
    if not values:
        return None, 0
    array = (TypedParameter * len(values))()
    for slot, (name, kind, value) in zip(array, values):
        slot.field, slot.type = name.encode(), kind
        if kind == BOOLEAN:
            slot.value.b = bytes([value])
        elif kind in MEMBERS:
            setattr(slot.value, MEMBERS[kind], value.encode() if isinstance(value, str) else value)
    return array, len(values)


def typed(values):
    """Returns (array, count) of a dictionary: an unsigned int for int, a double for float, a string for str."""
    kinds = {int: UINT, float: DOUBLE, str: STRING}
    return typed_parameters([(name, kinds[type(value)], value) for name, value in values.items()])


def listed(array, count):
    """Returns [(name, type, value) ...] of an array of typed parameters, as C has them."""
    return [(array[i].field, array[i].type, getattr(array[i].value, MEMBERS[array[i].type])) for i in range(count)]


def as_dict(array, count):
    """Returns the values of an array of typed parameters by name, as text and numbers."""
    return {name.decode(): value.decode() if isinstance(value, bytes) else value for name, _, value in listed(array, count)}
