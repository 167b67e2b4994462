"""TLS and SASL together: who is asked what, what comes of it, and what passes inside TLS, with stock and with ours.

The client is that of compare.auth. What it sends inside TLS is read by a relay that holds the server's key: no encryption of
SASL's may be added there, and both libraries must send the same packets.
"""

import json
import os
import re
import struct
import subprocess
from concurrent.futures import ThreadPoolExecutor

from compare.tls.since import error_since
from lib import library, sasl, tls
from lib.relay import TlsRelay

DEADLINE = 60
MECHANISMS = "scram-sha-256 scram-sha-1 digest-md5 plain"
GOOD = {"2": "fred", "5": "123456"}
USERS = [("fred", "123456"), ("joe", "joe")]
AUTHNAME, PASSPHRASE = 2, 5
# Numbers of the protocol.
REMOTE, SASL_START, SASL_STEP = 0x20008086, 68, 69


def case(name, uri, opens=True, answers=None, kinds=(AUTHNAME, PASSPHRASE), **more):
    """One connection; `opens`: what the stock client is expected to do."""
    return {"name": name, "uri": uri, "opens": opens, "kinds": None if kinds is None else list(kinds),
            "answers": GOOD if answers is None else answers, **more}


def attempt(one, port, libdir):
    """Returns what happened with one library."""
    environment = library.environment(libdir, **{"USER": "fred", **one.get("environment", {})})
    argument = json.dumps({**one, "uri": one["uri"].replace("PORT", str(port))})
    done = subprocess.run(library.program(libdir, "compare.auth.client", argument), env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=DEADLINE, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else {"ended": done.returncode, "stderr": done.stderr[-400:]}


def problems_of(one, stock, ours):
    """Returns what is wrong with the outcomes of one case."""
    found = []
    if stock.get("error"):
        stock = {**stock, "error": error_since(["error", *stock["error"]])[1:]}
    if stock.get("open") is not one["opens"]:
        found.append(f"stock did not do what the case expects: {stock}")
    if stock.get("open") and not (stock["carried"] and stock["secure"] == 1 and stock["encrypted"] == 1):
        found.append(f"stock: not encrypted, or carries nothing: {stock}")
    if ours != stock:
        found += [f"{key}: stock {stock.get(key)}\n    ours  {ours.get(key)}" for key in sorted({*stock, *ours})
                  if stock.get(key) != ours.get(key)]
    return found


def run_cases(tests, label, cases, certificate="server-good", **server):
    """Cases against one server, two at a time."""
    maker = tests.maker
    daemon = tls.daemon(*(maker.path(name) for name in ("ca.pem", f"{certificate}.pem", f"{certificate}-key.pem")), **server)

    def both(one):
        stock = attempt(one, daemon.tls_port, None)
        return stock, attempt(one, daemon.tls_port, tests.libdir) if tests.libdir else stock

    with daemon, ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(both, cases))
    for one, (stock, ours) in zip(cases, outcomes):
        tests.count(f"sasl, {label}: {one['name']}", problems_of(one, stock, ours), ours.get("error") or "open")


def uri(folder, more="", host="localhost"):
    """PORT is filled in later."""
    return f"test+tls://{host}:PORT/default?pkipath={folder}{more}"


def mechanisms(good):
    """Yields every mechanism with the right password and others."""
    for mechanism in ("", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"):
        to, name = uri(good, f"&auth=sasl.{mechanism}" if mechanism else ""), mechanism or "any mechanism"
        yield case(name, to)
        yield case(f"{name}, wrong password", to, False, GOOD | {"5": "wrong"})
        yield case(f"{name}, unknown user", to, False, GOOD | {"2": "nobody"})
    yield case("no virConnectAuth", uri(good), False, kinds=None)
    yield case("no kinds", uri(good), False, kinds=())
    yield case("gives up", uri(good), False, callback="fail")
    yield case("other user", uri(good), False, GOOD | {"1": "admin"}, kinds=(1, 2, 5))
    for auth in ("sasl.NOPE", "sasl.GSSAPI", "polkit", "none"):
        yield case(f"auth={auth}", uri(good, f"&auth={auth}"), False)
    yield case("auth=SASL", uri(good, "&auth=SASL"))


def own_certificates(folders, verified):
    """Certificates of the client's and names of the server's, before and with SASL. `verified`: whether the server minds."""
    wrong = GOOD | {"5": "wrong"}
    for name, folder in folders.items():
        spared = uri(folder, "&no_sanity=1")
        good = name == "good" or not verified
        yield case(f"certificate {name}", uri(folder), good and name in ("good", "none"))
        yield case(f"certificate {name}, no_sanity", spared, good)
        yield case(f"certificate {name}, no_sanity, PLAIN", spared + "&auth=sasl.PLAIN", good)
        yield case(f"certificate {name}, no_sanity, wrong password", spared, False, wrong)


def names(good):
    """Yields cases of a server whose certificate does not have its address."""
    other = uri(good, host="127.0.0.1")
    yield case("the name it has", uri(good))
    yield case("another name", other, False)
    yield case("another name, no_verify", other + "&no_verify=1")
    yield case("another name, no_verify, wrong password", other + "&no_verify=1", False, GOOD | {"5": "wrong"})


def files(tests, good):
    """Passwords from a file."""
    path = os.path.join(tests.root, "auth.conf")
    with open(path, "w", encoding="ascii") as conf:
        conf.write("[credentials-c]\nauthname=fred\npassword=123456\n[auth-libvirt-localhost]\ncredentials=c\n")
    yield case("authfile", uri(good, f"&authfile={path}"), answers={})
    yield case("authfile, PLAIN", uri(good, f"&authfile={path}&auth=sasl.PLAIN"), answers={})
    yield case("authfile for another host", uri(good, f"&authfile={path}", "127.0.0.1"), False, answers={})


def packets(sent):
    """Returns (procedure, payload) of each packet; ValueError where the bytes are no packets, as those of a security layer are."""
    found, rest = [], sent
    while rest:
        length, program, version, procedure = struct.unpack(">IIII", rest[:16]) if len(rest) >= 28 else (0, 0, 0, 0)
        if length < 28 or length > len(rest) or version != 1 or program & 0xffff0000 != REMOTE & 0xffff0000:
            raise ValueError(f"no packet: {rest[:32]!r}")
        found.append((procedure if program == REMOTE else -procedure, rest[28:length]))
        rest = rest[length:]
    return found


def said(payload):
    """Returns the text in an array of characters of four bytes each, without what is new each time."""
    text = payload[3::4].decode("latin-1")
    for volatile in ('cnonce="[^"]*"', "response=[0-9a-f]*", ',r=[^,]*', ",p=[^,]*", '(?<!c)nonce="[^"]*"'):
        text = re.sub(volatile, volatile.split("=")[0], text)
    return text


def seen(sent, readable):
    """Returns what a connection sent: procedures in order, and, where it is `readable`, the words of SASL's exchange."""
    try:
        listed = packets(sent)
    except ValueError as why:
        return [str(why)]
    return [f"{number} {said(payload) if readable else ''}" if number in (SASL_START, SASL_STEP) else f"{number} {len(payload)}"
            for number, payload in listed]


def watch(tests, label, one, where, readable=True):
    """One case through a relay: the same outcome and the same packets."""
    with TlsRelay(*(tests.maker.path(f"server-good{part}.pem") for part in ("", "-key")), where) as relay:
        stock = attempt(one, relay.port, None)
        ours = attempt(one, relay.port, tests.libdir) if tests.libdir else stock
    records = [seen(sent, readable) for sent in relay.sent]
    problems = problems_of(one, stock, ours)
    if len({json.dumps(record) for record in records}) != 1:
        problems.append("packets differ:\n    " + "\n    ".join(map(str, records)))
    problems += [f"not packets of the protocol alone: {record}" for record in records if "no packet" in str(record)]
    if one["name"] == "DIGEST-MD5" and one["opens"] and not any("qop=auth," in line + "," for line in records[0]):
        problems.append(f"DIGEST-MD5 was not agreed on without encryption: {records[0]}")
    tests.count(f"sasl, inside TLS to {label}: {one['name']}", problems, ours.get("error") or "open")


def watched(tests, good):
    """The same packets inside TLS from both; to a daemon that offers no encryption, and to one that insists on it."""
    maker = tests.maker
    files = [maker.path(name) for name in ("ca.pem", "server-good.pem", "server-good-key.pem")]
    with tls.daemon(*files, sasl=sasl.Sasl(MECHANISMS, USERS)) as server, sasl.daemon(MECHANISMS, USERS) as strict:
        for label, where, insists in (("unix", server.socket, False), ("tcp", ("127.0.0.1", strict.tcp_port), True)):
            for mechanism in ("SCRAM-SHA-256", "DIGEST-MD5", "PLAIN"):
                # Behind TLS no library wants a security layer: a daemon that insists on one is left.
                watch(tests, label, case(mechanism, uri(good, f"&auth=sasl.{mechanism}"), not insists), where)
    with sasl.Kerberos() as kerberos:
        ticket = {"KRB5_CONFIG": kerberos.config, "KRB5CCNAME": f"FILE:{kerberos.ticket}"}
        none = ticket | {"KRB5CCNAME": "FILE:/nonexistent"}
        cases = [case("GSSAPI", uri(good), kinds=None, environment=ticket),
                 case("GSSAPI, without a ticket", uri(good), False, environment=none)]
        gssapi = sasl.Sasl("gssapi", kerberos=kerberos)
        run_cases(tests, "Kerberos", cases, sasl=gssapi)
        with tls.daemon(*files, sasl=gssapi) as server:
            watch(tests, "unix", cases[0], server.socket, readable=False)


def run(tests):
    """All of it; tests.count() takes each result."""
    good = tests.folder(cert=("client-good",))
    folders = {"good": good, "none": tests.folder(), "other": tests.folder(cert=("client-other",)),
               "expired": tests.folder(cert=("client-expired",))}
    everything = sasl.Sasl(MECHANISMS, USERS)
    run_cases(tests, "verified", [*mechanisms(good), *own_certificates(folders, True), *files(tests, good)], sasl=everything)
    run_cases(tests, "not verified", list(own_certificates(folders, False)), sasl=everything,
              conf={"tls_no_verify_certificate": 1})
    run_cases(tests, "names", list(names(good)), sasl=everything, certificate="server-name-only")
    listed = [case("any mechanism", uri(good)), case("PLAIN", uri(good, "&auth=sasl.PLAIN")),
              case("wrong password", uri(good), False, GOOD | {"5": "wrong"})]
    refused = [{**one, "opens": False} for one in listed]
    run_cases(tests, "name on the list", listed, sasl=everything, conf={"tls_allowed_dn_list": ["O=Oxivirt tests,CN=client"]})
    run_cases(tests, "name not on the list", refused, sasl=everything, conf={"tls_allowed_dn_list": ["CN=other"]})
    users = [*listed, case("other user", uri(good), False, {"2": "joe", "5": "joe"})]
    run_cases(tests, "user on the list", users, sasl=everything, conf={"sasl_allowed_username_list": ["fre*"]})
    run_cases(tests, "user not on the list", refused, sasl=everything, conf={"sasl_allowed_username_list": ["admin"]})
    run_cases(tests, "PLAIN only", [case("any mechanism", uri(good)), case("SCRAM-SHA-256", uri(good, "&auth=sasl.SCRAM-SHA-256"), False),
                                    case("wrong password", uri(good), False, GOOD | {"5": "wrong"})], sasl=sasl.Sasl("plain", USERS))
    run_cases(tests, "no mechanism", [case("any mechanism", uri(good), False)], sasl=sasl.Sasl("nosuch", USERS))
    watched(tests, good)
