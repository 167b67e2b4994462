"""TLS against private stock daemons: certificates of all kinds, with the stock client and with ours (OXIVIRT_LIBDIR).

Each case must end the same way: open with the same facts, or the same code, domain and text. Cases that differ on purpose
say how. Without OXIVIRT_LIBDIR only the stock library runs, which proves the cases. --client sid compares with the stock
library of another version. Last line: `tls: N passed, N failed, N skipped`.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

from compare.tls import with_sasl
from compare.tls.since import as_since
from lib import library, tls
from lib.counting import Counts
from lib.processes import clean_up_on_sigterm, write

DEADLINE = 60


class Case:
    """One URI, and what is known of its outcome: whether it opens with this machine's stock library, what is in the outcome
    with ours where that differs, and whether it is as ours with the stock library of the version ours is."""

    def __init__(self, name, uri, opens, differs=None, since=False):
        self.name, self.uri, self.opens, self.differs, self.since = name, uri, opens, differs, since


def attempts(uris, libdir):
    """Returns what the library makes of each URI."""
    done = subprocess.run(library.program(libdir, "compare.tls.open_all"), input=json.dumps(uris), env=library.environment(libdir),
                          stdout=subprocess.PIPE, text=True, timeout=DEADLINE * 4, check=True)
    return json.loads(done.stdout)


class Tests:
    """All cases, run server by server. `newer`: the stock library is not this machine's, but of the version ours is."""

    def __init__(self, root, maker, newer):
        self.root, self.maker, self.libdir, self.newer = root, maker, library.ours(), newer
        self.counts = Counts("tls")
        self.folders = 0

    def folder(self, ca=("ca",), cert=None, crl=None, key=None):
        """Makes a folder for `pkipath`: authorities, and perhaps a certificate, its key and revocations."""
        self.folders += 1
        path = os.path.join(self.root, f"pki-{self.folders}")
        os.makedirs(path)
        if ca:
            write(os.path.join(path, "cacert.pem"), self.maker.text(*(f"{name}.pem" for name in ca)))
        if cert:
            write(os.path.join(path, "clientcert.pem"), self.maker.text(*(f"{name}.pem" for name in cert)))
            write(os.path.join(path, "clientkey.pem"), key or self.maker.text(f"{cert[0]}-key.pem"))
        if crl:
            write(os.path.join(path, "cacrl.pem"), self.maker.text(crl))
        return path

    def against(self, server, cases, conf=None, ca=("ca",), chain=()):
        """Runs cases against one server's certificate."""
        bundle = os.path.join(self.root, f"{server}-bundle.pem")
        write(bundle, self.maker.text(f"{server}.pem", *(f"{name}.pem" for name in chain)))
        trusted = os.path.join(self.root, f"{server}-trusted.pem")
        write(trusted, self.maker.text(*(f"{name}.pem" for name in ca)))
        with tls.daemon(trusted, bundle, self.maker.path(f"{server}-key.pem"), conf=conf) as daemon:
            uris = [case.uri.replace("PORT", str(daemon.tls_port)) for case in cases]
            stock = attempts(uris, None)
            ours = attempts(uris, self.libdir) if self.libdir else stock
        for case, one, other in zip(cases, stock, ours):
            self.judge(f"{server}: {case.name}", case, one, other)

    def count(self, name, problems, outcome):
        """One result."""
        self.counts.check(name, "\n    ".join(problems), outcome)

    def judge(self, name, case, stock, ours):
        """Counts one case."""
        problem = None
        if not self.newer and self.libdir:
            stock = as_since(stock)
        since = self.newer and case.since
        if (stock[0] == "open") != case.opens and not since:
            problem = f"stock did not do what the case expects: {stock}"
        elif self.libdir and case.differs is not None and not since:
            if case.differs not in str(ours):
                problem = f"stock {stock}, ours {ours}, expected there: {case.differs}"
        elif stock != ours:
            problem = f"stock {stock}\n    ours  {ours}"
        self.count(name, [problem] if problem else [], ours[:4])


def uri(folder, host="localhost", more=""):
    """Returns a URI for a server; PORT is filled in later."""
    return f"test+tls://{host}:PORT/default?pkipath={folder}{more}"


def servers(tests):
    """What the client makes of servers."""
    good = tests.folder(cert=("client-good",))
    both = tests.folder(ca=("otherca", "ca", "rsaca"), cert=("client-good",))
    revoked = tests.folder(cert=("client-good",), crl="revoked.crl")
    unrelated = tests.folder(cert=("client-good",), crl="unrelated.crl")
    tests.against("server-good", [
        Case("name", uri(good), True),
        Case("address", uri(good, "127.0.0.1"), True),
        Case("upper case", uri(good, "LOCALHOST"), True),
        Case("several authorities", uri(both), True),
        Case("revoked", uri(revoked), False),
        Case("revoked, no_verify", uri(revoked, more="&no_verify=1"), True),
        Case("revocations of others", uri(unrelated), True),
        Case("revoked by a list of version 1", uri(tests.folder(crl="revoked-version-1.crl", cert=("client-good",))), False),
        Case("nothing revoked", uri(tests.folder(crl="empty.crl", cert=("client-good",))), True),
        Case("no port in a scheme without transport", uri(good).replace("test+tls", "test"), True),
        *priorities(good),
    ])
    tests.against("server-rsa", [Case("name", uri(both), True), Case("TLS 1.2", uri(
        both, more="&tls_priority=NORMAL:-VERS-ALL:%2BVERS-TLS1.2"), True)])
    for name, opens in {"cn": True, "cn-address": False, "cn-wrong": False, "cn-hidden": False, "cn-beside-address": False,
                        "name-only": True, "expired": False, "not-yet": False, "other-authority": False, "p384": True,
                        "no-usage": True, "encryption-only": False, "for-clients": True, "an-authority": False,
                        "ed25519": True}.items():
        tests.against(f"server-{name}", [
            Case("name", uri(good), opens),
            Case("no_verify", uri(good, more="&no_verify=1"), name != "encryption-only"),
            Case("address, no_verify", uri(good, "127.0.0.1", "&no_verify=1"), name != "encryption-only"),
            *addresses(name, good),
        ])
    tests.against("server-signing-only", [Case("name", uri(good), False, "'open', 1, 1, 1", since=True)])
    tests.against("server-sha1", [Case("name", uri(both), False)])
    tests.against("server-short", [Case("name", uri(good), True, "an RSA key below 2048 bits")])
    tests.against("server-p521", [Case("name", uri(good), True, "TLS handshake failed")])
    tests.against("server-through-between", [Case("with the chain", uri(good), True)], chain=("between",))
    tests.against("server-through-between", [Case("without", uri(good), False)])


def addresses(name, good):
    """Servers whose address matters as well."""
    opens = {"cn": False, "cn-address": False, "cn-beside-address": True, "name-only": False}
    return [Case("address", uri(good, "127.0.0.1"), opens[name])] if name in opens else []


def priorities(good):
    """tls_priority."""
    def case(text, opens, differs=None):
        return Case(f"priority {text}", uri(good, more=f"&tls_priority={text.replace('+', '%2B')}"), opens, differs)
    old = "TLS before 1.2 is not supported"
    return [
        case("NORMAL", True), case("SECURE128", True), case("SECURE256", False), case("NORMAL:-VERS-TLS1.3", True),
        case("NORMAL:-VERS-ALL:+VERS-TLS1.3", True), case("NORMAL:-VERS-ALL:+VERS-TLS1.2", True),
        case("NORMAL:-CIPHER-ALL:+AES-128-GCM", True), case("NORMAL:-GROUP-ALL:+GROUP-SECP384R1", True),
        case("NORMAL:-VERS-ALL:+VERS-TLS1.1", True, old), case("BOGUS", False), case("NORMAL:+BOGUS", False),
        case("NORMAL:-VERS-ALL", False), case("NONE", False), case("NORMAL:%BOGUS", False),
    ]


def clients(tests):
    """What becomes of clients."""
    folder = tests.folder
    sec1 = subprocess.run(["openssl", "ec", "-in", tests.maker.path("client-good-key.pem")], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True, check=True).stdout
    pkcs1 = subprocess.run(["openssl", "rsa", "-traditional", "-in", tests.maker.path("client-rsa-key.pem")],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout
    pkcs8 = subprocess.run(["openssl", "pkcs8", "-topk8", "-nocrypt", "-in", tests.maker.path("client-good-key.pem")],
                           stdout=subprocess.PIPE, text=True, check=True).stdout
    locked = subprocess.run(["openssl", "pkcs8", "-topk8", "-passout", "pass:x", "-in",
                             tests.maker.path("client-good-key.pem")], stdout=subprocess.PIPE, text=True, check=True).stdout
    cases = [Case("none", uri(folder()), False), Case("no authority", uri(folder(ca=())), False)]
    for name, opens in {"rsa": True, "p384": True, "expired": False, "not-yet": False, "other": False, "no-usage": True,
                        "encryption-only": False, "for-servers": True, "an-authority": False, "through-between": False,
                        }.items():
        own = folder(cert=(f"client-{name}",))
        cases += [Case(name, uri(own), opens),
                  Case(f"{name}, no_sanity", uri(own, more="&no_sanity=1"), opens)]
    chain = folder(cert=("client-through-between", "between"))
    cases += [
        Case("SEC1 key", uri(folder(cert=("client-good",), key=sec1)), True),
        Case("PKCS 8 key", uri(folder(cert=("client-good",), key=pkcs8)), True),
        Case("PKCS 1 key", uri(folder(cert=("client-rsa",), key=pkcs1)), True),
        Case("encrypted key", uri(folder(cert=("client-good",), key=locked)), False),
        Case("another one's key", uri(folder(cert=("client-good",), key=pkcs1)), False),
        Case("no key in the file", uri(folder(cert=("client-good",), key="x\n")), False),
        Case("short key", uri(folder(cert=("client-short",))), True, "2048 bits"),
        Case("key of another kind", uri(folder(cert=("client-ed25519",))), True, "EC on P-256 or P-384"),
        Case("through another", uri(chain), False),
        Case("through another, no_sanity", uri(chain, more="&no_sanity=1"), True),
        Case("expired authority", uri(folder(ca=("expired-ca",))), False),
        Case("authority without constraints", uri(folder(ca=("no-ca",))), False),
        Case("authority that may not sign", uri(folder(ca=("no-sign-ca",))), False),
        Case("several authorities, one expired", uri(folder(ca=("ca", "expired-ca"))), False),
    ]
    broken = folder(cert=("client-good",))
    for name, text in {"garbage": "x\n", "empty": "", "cut": tests.maker.text("ca.pem")[:200],
                       "large": tests.maker.text("ca.pem") + "#" * 70000}.items():
        own = folder(cert=("client-good",))
        write(os.path.join(own, "cacert.pem"), text)
        opens = name == "large"
        cases += [Case(f"authorities {name}", uri(own), False),
                  Case(f"authorities {name}, no_sanity", uri(own, more="&no_sanity=1"), opens)]
    write(os.path.join(broken, "cacrl.pem"), "x\n")
    cases.append(Case("revocations garbage", uri(broken), False))
    cases += identities(tests)
    tests.against("server-good", cases)


def identities(tests):
    """Half of an own certificate, and several."""
    def move(names, others=()):
        folder = tests.folder(cert=("client-good",))
        for name, new in names.items():
            old = os.path.join(folder, f"client{name}.pem")
            if new is None:
                os.remove(old)
            else:
                os.rename(old, os.path.join(folder, f"client{new}.pem"))
        for name, text in dict(others).items():
            write(os.path.join(folder, f"client{name}.pem"), text)
        return uri(folder)

    other = {"cert": tests.maker.text("client-other.pem"), "key": tests.maker.text("client-other-key.pem")}
    return [
        Case("no key", move({"key": None}), False, "does not exist, but certificate '/", since=True),
        Case("no certificate", move({"cert": None}), False, "does not exist, but key '/", since=True),
        Case("a certificate with a number", move({"cert": "cert0", "key": "key0"}), False, "'open', 1, 1, 1", since=True),
        Case("two certificates", move({"cert": "cert0", "key": "key0"}, other) + "&no_sanity=1", False, "'open', 1, 1, 1",
             since=True),
        Case("two certificates, checked", move({"cert": "cert0", "key": "key0"}, other), False,
             "clientcert.pem failed validation against", since=True),
        Case("a number behind a gap", move({"cert": "cert1", "key": "key1"}), False, "Unable to read TLS confirmation"),
        Case("a key without its numbered certificate", move({"cert": "cert0", "key": "key1"}), False,
             "clientkey0.pem' does not exist, but certificate", since=True),
    ]


def descriptors(tests):
    """Nothing but a UNIX socket can pass them: the same errors. Here the connection goes on, stock closes it."""
    def run(libdir):
        command = library.program(libdir, "compare.tls.descriptors", good.replace("PORT", str(daemon.tls_port)))
        done = subprocess.run(command, env=library.environment(libdir), stdout=subprocess.PIPE, text=True, timeout=DEADLINE, check=True)
        return json.loads(done.stdout)

    good = uri(tests.folder(cert=("client-good",)))
    key = tests.maker.path("server-good-key.pem")
    with tls.daemon(tests.maker.path("ca.pem"), tests.maker.path("server-good.pem"), key) as daemon:
        stock = run(None)
        ours = run(tests.libdir) if tests.libdir else [[error, 1] for error, _ in stock]
    wanted = "internal error: Sending file descriptors is not supported on this socket"
    for number, ((expected, _), (error, alive)) in enumerate(zip(stock, ours)):
        problems = [] if expected == error else [f"stock {expected}", f"ours  {error}"]
        # A translated message has marks around its parts.
        english = str(error).replace("<", "").replace(">", "")
        problems += [] if number == 3 or wanted in english else [f"not refused: {error}"]
        tests.count(f"descriptors: call {number}", problems + ([] if alive else ["the connection is gone"]), error)


def example(tests):
    """The first example of the Rust API, built as its README says."""
    good = uri(tests.folder(cert=("client-good",)))
    key = tests.maker.path("server-good-key.pem")
    with tls.daemon(tests.maker.path("ca.pem"), tests.maker.path("server-good.pem"), key) as daemon:
        command = ["cargo", "run", "--quiet", "-p", "oxivirt", "--example", "list", "--", good.replace("PORT", str(daemon.tls_port))]
        done = subprocess.run(command, cwd=library.TOP, stdout=subprocess.PIPE, text=True, timeout=DEADLINE * 10, check=False)
    tests.counts.check("the example of the Rust API", "" if done.stdout.split() == ["test", "running"] else repr(done), done.stdout.strip())


def unlucky(tests):
    """What the stock client would wait for or never meets: files that are no files. Only ours runs."""
    if not tests.libdir:
        return
    pipe = tests.folder(cert=("client-good",))
    os.remove(os.path.join(pipe, "cacert.pem"))
    os.mkfifo(os.path.join(pipe, "cacert.pem"))
    endless = tests.folder(cert=("client-good",))
    os.remove(os.path.join(endless, "clientkey.pem"))
    os.symlink("/dev/zero", os.path.join(endless, "clientkey.pem"))
    for name, folder, expected in (("pipe", pipe, "Unable to import certificate list"),
                                   ("endless", endless, "Error while reading file.")):
        found = attempts([uri(folder).replace("PORT", "1")], tests.libdir)[0]
        tests.counts.check(name, "" if expected in str(found) else f"not {expected!r}: {found}", found)


def main():
    """Makes the certificates, runs everything, counts."""
    clean_up_on_sigterm()
    if shutil.which("openssl") is None:
        print("tls: 0 passed, 0 failed, 1 skipped\n# openssl is not installed")
        return 0
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    library.add_client_option(parser)
    newer = bool(library.choose_client(parser.parse_args()))
    with tempfile.TemporaryDirectory(prefix="tls-") as root:
        os.chmod(root, 0o755)
        tests = Tests(root, tls.make(root), newer)
        for name in os.listdir(root):
            os.chmod(os.path.join(root, name), 0o644)
        servers(tests)
        clients(tests)
        unlucky(tests)
        descriptors(tests)
        if tests.libdir and not newer:
            example(tests)
        with_sasl.run(tests)
    return tests.counts.finish()


if __name__ == "__main__":
    sys.exit(main())
