"""virTypedParameter for ctypes: what the sections need to pass and to read them without a binding."""

import ctypes

FIELD = 80


class Value(ctypes.Union):
    """The union of the public header."""

    _fields_ = [("i", ctypes.c_int), ("ui", ctypes.c_uint), ("l", ctypes.c_longlong), ("ul", ctypes.c_ulonglong),
                ("d", ctypes.c_double), ("b", ctypes.c_char), ("s", ctypes.c_char_p)]


class TypedParam(ctypes.Structure):
    """virTypedParameter."""

    _fields_ = [("field", ctypes.c_char * FIELD), ("type", ctypes.c_int), ("value", Value)]


ARMS = {1: "i", 2: "ui", 3: "l", 4: "ul", 5: "d", 6: "b", 7: "s"}


def make(values):
    """An array of parameters: unsigned int for int, double for float, string for str."""
    array = (TypedParam * len(values))()
    for slot, (name, value) in zip(array, values.items()):
        slot.field = name.encode()
        if isinstance(value, str):
            slot.type, slot.value.s = 7, value.encode()
        elif isinstance(value, float):
            slot.type, slot.value.d = 5, value
        else:
            slot.type, slot.value.ui = 2, value
    return array, len(values)


def as_dict(array, count):
    """What a getter returned."""
    result = {}
    for i in range(count):
        value = getattr(array[i].value, ARMS[array[i].type])
        result[array[i].field.decode()] = value.decode() if isinstance(value, bytes) else value
    return result
