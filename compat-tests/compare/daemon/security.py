"""Who is let in: TLS, SASL and Kerberos of our libvirtd beside those of the stock one, with the same certificates, passwords and tickets.
The same client, the stock one and then ours (OXIVIRT_LIBDIR), must be told the same by both.

The cases are those of compare.tls and compare.auth, which compare clients.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from compare.auth import __main__ as passwords
from compare.tls import with_sasl
from compare.tls.__main__ import attempts
from lib import library, sasl, tls
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.front_daemon import OwnDaemon
from lib.processes import clean_up_on_sigterm, ordinary_user, wait_until, write



class Pair:
    """A stock daemon and ours with the same settings, as a context manager."""

    def __init__(self, folder, name, **settings):
        own = os.path.join(folder, name)
        os.makedirs(own)
        os.chmod(own, 0o755)
        self.stock = StockDaemon(mode="session", **settings)
        self.ours = OwnDaemon("libvirtd", own, **settings)

    def __enter__(self):
        self.stock.start()
        try:
            self.ours.start()
        except BaseException:
            print(self.ours.last_words())
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Ends both."""
        self.ours.stop()
        self.stock.stop()


def clients():
    """Returns the libraries that clients run on: stock, and ours if it is there."""
    return [None, *([library.ours()] if library.ours() else [])]


def outcome(case, uris, libdir):
    """Returns what one client is told by both daemons."""
    told = []
    for uri in uris:
        what = with_sasl.attempt({**case, "uri": uri}, 0, libdir)
        # An error may name the port or the socket.
        address = uri.split("//")[1].split("/")[0] or uri.split("socket=")[1].split("&")[0]
        told.append({key: str(value).replace(address, "ADDRESS") for key, value in what.items()})
    return told


def run_cases(counts, label, cases):
    """`cases`: pairs of a case and its two URIs."""
    def both(one):
        case, uris = one
        return [outcome(case, uris, libdir) for libdir in clients()]

    with ThreadPoolExecutor(2) as pool:
        for (case, _), told in zip(cases, pool.map(both, cases)):
            problems = [f"{'ours' if place else 'stock'} client: stock daemon {stock}\n    ours  {ours}"
                        for place, (stock, ours) in enumerate(told) if stock != ours]
            opens = told[0][0].get("open") == "True"
            if opens is not case.get("opens", case.get("expect")):
                problems.append(f"stock did not do what the case expects: {told[0][0]}")
            counts.check(f"{label}: {case['name']}", "\n    ".join(problems))


def over(make, stock, ours):
    """Returns cases with their URIs at either daemon. `make` makes the cases of one daemon from what it is given."""
    return [(one, (one["uri"], other["uri"])) for one, other in zip(make(*stock), make(*ours))]


def passwords_and_tickets(counts, folder):
    """SASL over UNIX and TCP sockets."""
    mechanisms = "scram-sha-256 scram-sha-1 digest-md5 plain"
    wanted = {"auth_unix_rw": "sasl", "auth_tcp": "sasl"}

    def places(daemon):
        return daemon.test_uri, f"test+tcp://127.0.0.1:{daemon.tcp_port}/default?no_tty=1"

    with Pair(folder, "sasl", listen=("tcp",), sasl=sasl.Sasl(mechanisms, passwords.USERS), conf=wanted) as pair:
        for make in (passwords.mechanism_cases, passwords.choice_cases):
            run_cases(counts, "sasl", over(make, places(pair.stock), places(pair.ours)))
    for users in (["fre*"], ["admin", "?red"], ["joe"], []):
        conf = {**wanted, "sasl_allowed_username_list": users}
        with Pair(folder, f"users-{len(users)}-{'-'.join(users).strip('*?')}", listen=("tcp",), sasl=sasl.Sasl(mechanisms, passwords.USERS), conf=conf) as pair:
            good = any(pattern in ("fre*", "?red") for pattern in users)

            def make(unix, tcp, good=good):
                yield passwords.case("unix", unix, good)
                yield passwords.case("tcp", tcp, good)
            run_cases(counts, f"users {users}", over(make, places(pair.stock), places(pair.ours)))
    with sasl.Kerberos() as kerberos:
        with Pair(folder, "kerberos", listen=("tcp",), sasl=sasl.Sasl("gssapi", kerberos=kerberos), conf=wanted) as pair:
            def tickets(unix, tcp):
                return passwords.kerberos_cases(unix, tcp.replace("127.0.0.1", socket.gethostname()), kerberos)
            run_cases(counts, "kerberos", over(tickets, places(pair.stock), places(pair.ours)))


class Certificates:
    """Certificates, and folders of clients' files."""

    def __init__(self, root):
        self.root, self.maker, self.folders = root, tls.make(root), 0
        for name in os.listdir(root):
            os.chmod(os.path.join(root, name), 0o644)

    def folder(self, cert=None):
        """Makes a folder for `pkipath`."""
        self.folders += 1
        path = os.path.join(self.root, f"pki-{self.folders}")
        os.makedirs(path)
        write(os.path.join(path, "cacert.pem"), self.maker.text("ca.pem", "rsaca.pem"))
        if cert:
            write(os.path.join(path, "clientcert.pem"), self.maker.text(f"{cert}.pem"))
            write(os.path.join(path, "clientkey.pem"), self.maker.text(f"{cert}-key.pem"))
        return path

    def conf(self, server="server-good", ca="ca.pem", **more):
        """Returns a daemon's settings."""
        names = {"ca_file": ca, "cert_file": f"{server}.pem", "key_file": f"{server}-key.pem"}
        return {**{key: self.maker.path(name) for key, name in names.items()}, "tls_no_sanity_certificate": 1, **more}


def uris(pair, folder, more=""):
    """Returns the URIs of both daemons."""
    return tuple(f"test+tls://localhost:{daemon.tls_port}/default?pkipath={folder}&no_sanity=1{more}" for daemon in (pair.stock, pair.ours))


def compare_open(counts, label, places, expected=None):
    """What libvirt-python finds at both. `expected`: whether it opens."""
    for libdir in clients():
        stock, ours = ([str(part) for part in one[:4]] for one in attempts(list(places), libdir))
        problem = "" if stock == ours else f"stock daemon {stock}\n    ours  {ours}"
        # What our client does not have (keys of Ed25519) is compare.tls's matter.
        if not libdir and expected is not None and (stock[0] == "open") is not expected:
            problem += f" stock did not do what the case expects: {stock}"
        counts.check(f"{label}{', our client' if libdir else ''}", problem, stock[0])


UPDATE = "server-update-tls libvirtd"
# A client that stays until its input ends.
HOLD = "import libvirt, sys; c = libvirt.openAuth(sys.argv[1], [[2, 5], lambda *_: 0, None], 0); print('open', flush=True); sys.stdin.read()"
# Clients' certificates, and whether a server that looks at them takes them.
CLIENTS = {"good": True, "rsa": True, "p384": True, "expired": False, "not-yet": False, "other": False, "no-usage": True,
           "for-servers": True, "an-authority": False, "encryption-only": False, "ed25519": True}
VERSIONS = ("NORMAL:-VERS-ALL:%2BVERS-TLS1.2", "NORMAL:-VERS-ALL:%2BVERS-TLS1.3", "NORMAL:-CIPHER-ALL:%2BAES-128-GCM", "NORMAL:-GROUP-ALL:%2BGROUP-SECP384R1")


def certificates(counts, folder):
    """TLS without and with SASL."""
    made = Certificates(os.path.join(folder, "pki"))
    folders = {name: made.folder(f"client-{name}") for name in CLIENTS}
    good, none = folders["good"], made.folder()
    with Pair(folder, "tls", listen=("tls",), conf=made.conf()) as pair:
        compare_open(counts, "tls: no certificate", uris(pair, none), False)
        for name, opens in CLIENTS.items():
            compare_open(counts, f"tls: {name}", uris(pair, folders[name]), opens)
        for text in VERSIONS:
            compare_open(counts, f"tls: {text}", uris(pair, good, f"&tls_priority={text}"), True)
        known(counts, "certificate", pair, uris(pair, good))
        reload_files(counts, made, pair, good)
    for names, opens in ((["O=Oxivirt tests,CN=client"], True), (["*CN=client"], True), (["CN=client*"], False), ([], False)):
        with Pair(folder, f"names-{len(names)}-{opens}-{len(''.join(names))}", listen=("tls",), conf=made.conf(tls_allowed_dn_list=names)) as pair:
            compare_open(counts, f"tls: names {names}", uris(pair, good), opens)
    with Pair(folder, "unverified", listen=("tls",), conf=made.conf(tls_no_verify_certificate=1, tls_allowed_dn_list=["CN=x"])) as pair:
        for name, place in {"none": none, "good": good, "other": folders["other"], "expired": folders["expired"]}.items():
            compare_open(counts, f"tls: not verified, {name}", uris(pair, place), True)
    with Pair(folder, "rsa", listen=("tls",), conf=made.conf("server-rsa", "rsaca.pem")) as pair:
        compare_open(counts, "tls: RSA on both sides", uris(pair, folders["rsa"]), None)
    revoked = made.conf(crl_file=made.maker.path("clients.crl"))
    made.maker.revocations("clients.crl", "client-p384")
    os.chmod(made.maker.path("clients.crl"), 0o644)
    with Pair(folder, "revoked", listen=("tls",), conf=revoked) as pair:
        compare_open(counts, "tls: revoked", uris(pair, folders["p384"]), False)
        compare_open(counts, "tls: not revoked", uris(pair, good), True)
    passwords_in_tls(counts, folder, made, good)


def known(counts, label, pair, places):
    """What both tell an administrator of a client."""
    told = []
    for daemon, uri in zip((pair.stock, pair.ours), places):
        client = subprocess.Popen([library.PYTHON, "-c", HOLD, uri], env=library.environment(None), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        with client:
            client.stdout.readline()
            listed = virt_admin(daemon, "client-list libvirtd").stdout
            ids = re.findall(r"^ (\d+) ", listed, re.M)
            said = virt_admin(daemon, f"client-info libvirtd {ids[-1] if ids else 0}").stdout
            client.stdin.close()
        # Numbers, times and ports.
        told.append(re.sub(r"^(id|connection_time|sock_addr)( *: ).*", r"\1\2", said, flags=re.M))
    counts.check(f"known of a client: {label}", "" if told[0] == told[1] and "tls" in told[0] else f"stock {told[0]}\n    ours  {told[1]}")


def passwords_in_tls(counts, folder, made, good):
    """SASL inside TLS adds no encryption of its own."""
    conf = made.conf(auth_tls="sasl")
    everything = sasl.Sasl(with_sasl.MECHANISMS, with_sasl.USERS)
    with Pair(folder, "tls-sasl", listen=("tls",), sasl=everything, conf=conf) as pair:
        cases = []
        for one in with_sasl.mechanisms(good):
            cases.append((one, tuple(one["uri"].replace("PORT", str(daemon.tls_port)) for daemon in (pair.stock, pair.ours))))
        authfile = os.path.join(folder, "auth.conf")
        write(authfile, "[credentials-c]\nauthname=fred\npassword=123456\n[auth-libvirt-localhost]\ncredentials=c\n")
        known(counts, "certificate and password", pair, uris(pair, good, f"&authfile={authfile}"))
        run_cases(counts, "sasl in tls", cases)


def reload_files(counts, made, pair, good):
    """Files that change: used after SIGHUP, and after virt-admin asked for it; what is wrong with them is told, and the old stay."""
    daemon = pair.ours
    place = daemon.place("pki")
    os.makedirs(place)
    os.chmod(place, 0o755)

    def use(server):
        for kind in ("", "-key"):
            path = os.path.join(place, f"server{kind}.pem")
            write(path, made.maker.text(f"{server}{kind}.pem"))
            os.chmod(path, 0o644)

    use("server-good")
    folder = daemon.place("second")
    os.makedirs(folder)
    os.chmod(folder, 0o755)
    conf = {**made.conf(), "cert_file": os.path.join(place, "server.pem"), "key_file": os.path.join(place, "server-key.pem")}
    with OwnDaemon("libvirtd", folder, listen=("tls",), conf=conf) as own:
        uri = f"test+tls://localhost:{own.tls_port}/default?pkipath={good}"

        def opens():
            return attempts([uri], None)[0][0] == "open"

        counts.check("reload: before", "" if opens() else "does not open")
        use("server-cn-wrong")
        counts.check("reload: not asked for", "" if opens() else "files were read without being asked to")
        os.kill(own.process.pid, signal.SIGHUP)
        wait_until(own.process.pid, "the new certificate is in use", lambda: not opens() or None)
        counts.check("reload: SIGHUP", "")
        use("server-good")
        said = virt_admin(own, UPDATE)
        counts.check("reload: virt-admin", "" if said.returncode == 0 and opens() else f"{said.stdout}{said.stderr}")
        os.remove(os.path.join(place, "server-key.pem"))
        said = virt_admin(own, UPDATE)
        named = f"Key '{place}/server-key.pem' does not exist, but certificate '{place}/server.pem' does" in said.stderr
        counts.check("reload: a file is gone", "" if named and said.returncode and opens() else f"{said.stdout}{said.stderr}")
        os.kill(own.process.pid, signal.SIGHUP)
        counts.check("reload: SIGHUP with a file gone", "" if opens() and own.alive() else "ended")


def virt_admin(daemon, command):
    """Returns what virt-admin does with a command for a daemon."""
    environment = library.environment(None, XDG_RUNTIME_DIR=daemon.place("run"))
    return subprocess.run(["virt-admin", "-c", "libvirtd:///session", command], env=environment, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, **ordinary_user())


def compare(counts):
    """Everything; skipped without the tools."""
    for tool in ("openssl", "saslpasswd2", "krb5kdc", "kinit"):
        if not shutil.which(tool, path=library.PATH):
            counts.skip("security", f"{tool} is not installed")
            return
    with tempfile.TemporaryDirectory(prefix="oxivirt-security-") as folder:
        os.chmod(folder, 0o755)
        os.makedirs(os.path.join(folder, "pki"))
        os.chmod(os.path.join(folder, "pki"), 0o755)
        certificates(counts, folder)
        passwords_and_tickets(counts, folder)


def main():
    """Compares our libvirtd with the stock one."""
    clean_up_on_sigterm()
    counts = Counts("daemon-security")
    compare(counts)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
