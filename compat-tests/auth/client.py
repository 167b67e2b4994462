#!/usr/bin/env python3
"""Opens one connection through the C API and prints what happened as JSON. The loader decides which library it is.

The argument is a JSON object: uri; kinds (credential types, or null for no virConnectAuth at all); answers (type ->
text, or null for no answer); callback ("answer", "fail", "none"); lengths ("right", "zero").
"""

import ctypes
import hashlib
import json
import os
import sys

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes = [ctypes.c_size_t]
virt = ctypes.CDLL("libvirt.so.0")

PAYLOAD = 300_000


class Credential(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("prompt", ctypes.c_char_p), ("challenge", ctypes.c_char_p),
                ("defresult", ctypes.c_char_p), ("result", ctypes.c_void_p), ("resultlen", ctypes.c_uint)]


CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Credential), ctypes.c_uint, ctypes.c_void_p)


class Auth(ctypes.Structure):
    _fields_ = [("credtype", ctypes.POINTER(ctypes.c_int)), ("ncredtype", ctypes.c_uint), ("cb", CALLBACK),
                ("cbdata", ctypes.c_void_p)]


class Error(ctypes.Structure):
    _fields_ = [("code", ctypes.c_int), ("domain", ctypes.c_int), ("message", ctypes.c_char_p)]


virt.virConnectOpenAuth.restype = ctypes.c_void_p
virt.virConnectOpenAuth.argtypes = [ctypes.c_char_p, ctypes.POINTER(Auth), ctypes.c_uint]
virt.virGetLastError.restype = ctypes.POINTER(Error)
virt.virDomainDefineXML.restype = ctypes.c_void_p
virt.virDomainDefineXML.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
virt.virDomainGetXMLDesc.restype = ctypes.c_char_p
virt.virDomainGetXMLDesc.argtypes = [ctypes.c_void_p, ctypes.c_uint]
for name in ("virConnectClose", "virConnectIsSecure", "virConnectIsEncrypted"):
    getattr(virt, name).argtypes = [ctypes.c_void_p]
SILENT = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Error))(lambda *_: None)
virt.virSetErrorFunc.argtypes = [ctypes.c_void_p, ctypes.c_void_p]


def text(value):
    return None if value is None else value.decode("utf-8", "backslashreplace")


def error():
    last = virt.virGetLastError()
    if not last:
        return None
    return [last.contents.code, last.contents.domain, text(last.contents.message)]


def main():
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
            memory = libc.malloc(len(given) + 1)
            ctypes.memmove(memory, given + b"\0", len(given) + 1)
            credential.result = memory
            credential.resultlen = 0 if case.get("lengths") == "zero" else len(given)
        asked.append("end")
        return -1 if case.get("callback") == "fail" else 0

    virt.virSetErrorFunc(None, ctypes.cast(SILENT, ctypes.c_void_p))
    auth = None
    if case.get("kinds") is not None:
        kinds = case["kinds"]
        callback = CALLBACK() if case.get("callback") == "none" else CALLBACK(answer)
        auth = ctypes.byref(Auth((ctypes.c_int * len(kinds))(*kinds), len(kinds), callback, None))
    conn = virt.virConnectOpenAuth(case["uri"].encode(), auth, 0)
    result = {"open": bool(conn), "asked": asked, "error": error()}
    if conn:
        result["secure"] = virt.virConnectIsSecure(conn)
        result["encrypted"] = virt.virConnectIsEncrypted(conn)
        # Both directions carry more than fits into a record of the encryption.
        title = hashlib.sha256(case["uri"].encode()).hexdigest() * (PAYLOAD // 64)
        xml = f"<domain type='test'><name>d{os.getpid()}</name><memory>4096</memory><os><type>hvm</type></os>" \
              f"<description>{title}</description></domain>"
        domain = virt.virDomainDefineXML(conn, xml.encode())
        back = virt.virDomainGetXMLDesc(domain, 0) if domain else b""
        result["carried"] = f"<description>{title}</description>".encode() in back
        result["later"] = error()
        result["close"] = virt.virConnectClose(conn) in (0, 1)
    json.dump(result, sys.stdout)


main()
