#!/usr/bin/env python3
"""TLS against private stock daemons: certificates of all kinds, with the stock client and with ours (OXIVIRT_LIBDIR).

Each case must end the same way: open with the same facts, or the same code, domain and text. Cases that differ on purpose
say how. Without OXIVIRT_LIBDIR only the stock library runs, which proves the cases. Last line: `tls: N passed, N failed, N skipped`.
"""

import json
import os
import pwd
import select
import shutil
import socket
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "daemon"))

import certificates  # noqa: E402  (the path above must be set first)
from private_libvirtd import (LIBVIRTD, DaemonError, clean_up_on_sigterm, end_process,  # noqa: E402
                              wait_for_socket, write)

DEADLINE = 60
ATTEMPTS = 5
CONF = """\
unix_sock_dir = "{run}"
listen_tls = 1
listen_tcp = 0
listen_addr = "127.0.0.1"
tls_port = "{port}"
auth_tls = "none"
auth_unix_rw = "none"
ca_file = "{ca}"
cert_file = "{cert}"
key_file = "{key}"
tls_no_sanity_certificate = 1
keepalive_interval = -1
log_outputs = "3:file:{run}/log"
{extra}
"""


class Server:
    """A session daemon that listens with TLS on a port of its own; as root it runs as nobody."""

    def __init__(self, root, name, ca, cert, key, extra=""):
        self.directory = os.path.join(root, f"daemon-{name}")
        self.files = {"ca": ca, "cert": cert, "key": key, "extra": extra}
        self.process = None
        self.port = None

    def __enter__(self):
        for _ in range(ATTEMPTS):
            try:
                self.start()
                return self
            except DaemonError as why:
                # Somebody else may have taken the port.
                self.stop()
                last = why
        raise last

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Starts it on a port that was free a moment ago."""
        shutil.rmtree(self.directory, ignore_errors=True)
        for name in ("run/libvirt", "config/libvirt", "home", "cache", "lib"):
            os.makedirs(os.path.join(self.directory, name))
        run = os.path.join(self.directory, "run", "libvirt")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        write(os.path.join(self.directory, "conf"), CONF.format(run=run, port=self.port, **self.files))
        place = {name: os.path.join(self.directory, folder) for name, folder in {
            "HOME": "home", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache",
            "XDG_DATA_HOME": "lib"}.items()}
        os.chmod(place["XDG_RUNTIME_DIR"], 0o700)
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", **place}
        identity = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("nobody")
            identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            for folder, _, names in os.walk(self.directory):
                for path in (folder, *(os.path.join(folder, name) for name in names)):
                    os.chown(path, user.pw_uid, user.pw_gid)
        with open(os.path.join(self.directory, "output"), "ab") as output:
            self.process = subprocess.Popen(
                [LIBVIRTD, "--listen", "--config", os.path.join(self.directory, "conf"), "--pid-file",
                 os.path.join(run, "pid")],
                env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True, **identity)
        wait_for_socket(os.path.join(run, "libvirt-sock"), self.process.pid, 30)
        self.wait_for_port()

    def wait_for_port(self):
        """The port opens before or a little after the socket does."""
        pidfd = os.pidfd_open(self.process.pid)
        try:
            for _ in range(300):
                try:
                    socket.create_connection(("127.0.0.1", self.port), 5).close()
                    return
                except OSError:
                    if select.select([pidfd], [], [], 0.05)[0]:
                        break
        finally:
            os.close(pidfd)
        raise DaemonError(f"nobody listens on port {self.port}")

    def stop(self):
        """Ends it by its pid."""
        if self.process is not None:
            end_process(self.process.pid, 15)
            self.process.wait()
            self.process = None


class Case:
    """One URI, and what is known of its outcome."""

    def __init__(self, name, uri, opens, differs=None):
        self.name, self.uri, self.opens, self.differs = name, uri, opens, differs


def attempts(uris, libdir):
    """What the library makes of each URI."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "LIBVIRT_AUTOSTART": "0"}
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    done = subprocess.run(["/usr/bin/python3", "-B", os.path.join(HERE, "open_all.py")], input=json.dumps(uris),
                          env=environment, stdout=subprocess.PIPE, text=True, timeout=DEADLINE * 4, check=True)
    return json.loads(done.stdout)


class Tests:
    """All cases, run server by server."""

    def __init__(self, root, maker, libdir):
        self.root, self.maker, self.libdir = root, maker, libdir
        self.passed = self.failed = 0
        self.folders = 0

    def folder(self, ca=("ca",), cert=None, crl=None, key=None):
        """A folder for `pkipath`: authorities, and perhaps a certificate, its key and revocations."""
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

    def against(self, server, cases, extra="", ca=("ca",), chain=()):
        """Runs cases against one server's certificate."""
        bundle = os.path.join(self.root, f"{server}-bundle.pem")
        write(bundle, self.maker.text(f"{server}.pem", *(f"{name}.pem" for name in chain)))
        trusted = os.path.join(self.root, f"{server}-trusted.pem")
        write(trusted, self.maker.text(*(f"{name}.pem" for name in ca)))
        with Server(self.root, server, trusted, bundle, self.maker.path(f"{server}-key.pem"), extra) as daemon:
            uris = [case.uri.replace("PORT", str(daemon.port)) for case in cases]
            stock = attempts(uris, None)
            ours = attempts(uris, self.libdir) if self.libdir else stock
        for case, one, other in zip(cases, stock, ours):
            self.judge(f"{server}: {case.name}", case, one, other)

    def judge(self, name, case, stock, ours):
        """Counts one case."""
        problem = None
        if (stock[0] == "open") != case.opens:
            problem = f"stock did not do what the case expects: {stock}"
        elif self.libdir and case.differs is not None:
            if case.differs not in str(ours):
                problem = f"stock {stock}, ours {ours}, expected there: {case.differs}"
        elif stock != ours:
            problem = f"stock {stock}\n    ours  {ours}"
        if problem:
            self.failed += 1
            print(f"failed  {name}: {problem}")
        else:
            self.passed += 1
            print(f"ok      {name}: {ours[:4]}")


def uri(folder, host="localhost", more=""):
    """A URI for a server; PORT is filled in later."""
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
    tests.against("server-signing-only", [Case("name", uri(good), False, "'open', 1, 1, 1")])
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
    tests.against("server-good", cases)


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
    for name, folder, expected in (("pipe", pipe, "Unable to import CA certificate list"),
                                   ("endless", endless, "Error while reading file.")):
        found = attempts([uri(folder).replace("PORT", "1")], tests.libdir)[0]
        if expected in str(found):
            tests.passed += 1
            print(f"ok      {name}: {found}")
        else:
            tests.failed += 1
            print(f"failed  {name}: {found}")


def main():
    """Makes the certificates, runs everything, counts."""
    clean_up_on_sigterm()
    if shutil.which("openssl") is None:
        print("tls: 0 passed, 0 failed, 1 skipped\n# openssl is not installed")
        return 0
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    with tempfile.TemporaryDirectory(prefix="tls-") as root:
        os.chmod(root, 0o755)
        tests = Tests(root, certificates.make(root), libdir and os.path.abspath(libdir))
        for name in os.listdir(root):
            os.chmod(os.path.join(root, name), 0o644)
        servers(tests)
        clients(tests)
        unlucky(tests)
    print(f"tls: {tests.passed} passed, {tests.failed} failed, 0 skipped")
    return 1 if tests.failed or not tests.passed else 0


if __name__ == "__main__":
    sys.exit(main())
