"""Opens one connection through the C API and prints what happened as JSON. The loader decides which library it is.

The argument is a JSON object: uri; kinds (credential types, or null for no virConnectAuth at all); answers (type ->
text, or null for no answer); callback ("answer", "fail", "none"); lengths ("right", "zero").
"""

import ctypes
import hashlib
import json
import os
import sys
from ctypes import POINTER, c_char_p, c_int, c_size_t, c_uint, c_void_p

from lib import binding
from lib.binding import Auth, AuthCallback, text

PAYLOAD = 300_000


def malloc(size):
    """Returns memory that the library frees."""
    libc = ctypes.CDLL(None)["malloc"]
    libc.restype, libc.argtypes = c_void_p, [c_size_t]
    return libc(size)


def error():
    """Returns the last error."""
    last = binding.last_error()
    return [last.code, last.domain, text(last.message)] if last else None


def number(name, conn):
    """Calls a function of the connection that returns a number."""
    return binding.function(name, c_int, c_void_p)(conn)


def main():
    """Opens, and tells."""
    case = json.loads(sys.argv[1])
    asked = []

    def answer(credentials, count, _):
        for at in range(count):
            credential = credentials[at]
            asked.append([credential.type, text(credential.prompt), text(credential.challenge),
                          text(credential.defresult)])
            given = case.get("answers", {}).get(str(credential.type))
            if given is None:
                continue
            given = given.encode("latin-1") if case.get("latin1") else given.encode()
            memory = malloc(len(given) + 1)
            ctypes.memmove(memory, given + b"\0", len(given) + 1)
            credential.result = memory
            credential.resultlen = 0 if case.get("lengths") == "zero" else len(given)
        asked.append("end")
        return -1 if case.get("callback") == "fail" else 0

    binding.silence()
    auth = None
    if case.get("kinds") is not None:
        kinds = case["kinds"]
        callback = AuthCallback() if case.get("callback") == "none" else AuthCallback(answer)
        auth = ctypes.byref(Auth((c_int * len(kinds))(*kinds), len(kinds), callback, None))
    opening = binding.function("virConnectOpenAuth", c_void_p, c_char_p, POINTER(Auth), c_uint)
    conn = opening(case["uri"].encode(), auth, 0)
    result = {"open": bool(conn), "asked": asked, "error": error()}
    if conn:
        result["secure"] = number("virConnectIsSecure", conn)
        result["encrypted"] = number("virConnectIsEncrypted", conn)
        # Both directions carry more than fits into a record of the encryption.
        title = hashlib.sha256(case["uri"].encode()).hexdigest() * (PAYLOAD // 64)
        xml = f"<domain type='test'><name>d{os.getpid()}</name><memory>4096</memory><os><type>hvm</type></os>" \
              f"<description>{title}</description></domain>"
        domain = binding.function("virDomainDefineXML", c_void_p, c_void_p, c_char_p)(conn, xml.encode())
        back = binding.function("virDomainGetXMLDesc", c_char_p, c_void_p, c_uint)(domain, 0) if domain else b""
        result["carried"] = f"<description>{title}</description>".encode() in back
        result["later"] = error()
        result["close"] = number("virConnectClose", conn) in (0, 1)
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
