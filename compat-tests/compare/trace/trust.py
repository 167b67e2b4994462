"""oxivirt-doctor where certificates and passwords decide: what is told is true, and so is the exit status."""
import contextlib
import json
import os
import socket

from lib import sasl as sasl_daemons
from lib import tls as tls_daemons

HOME = {"HOME": "/nonexistent"}
USERS = [("fred", "123456")]
CREDENTIALS = "[credentials-c]\nauthname=fred\npassword={password}\n[auth-libvirt-{host}]\ncredentials=c\n"


class Place:
    """Certificates, folders for `pkipath`, files for `authfile`, servers."""

    def __init__(self, folder):
        self.root = os.path.join(folder, "trust")
        os.mkdir(self.root, 0o755)
        maker = self.maker = tls_daemons.Maker(self.root)
        for name in ("ca", "otherca"):
            maker.authority(name)
        lines = (tls_daemons.LOCALHOST, tls_daemons.SERVER)
        maker.leaf("server", "localhost", lines=lines)
        maker.leaf("expired", "localhost", lines=lines, dates=tls_daemons.PAST)
        maker.leaf("elsewhere", "elsewhere.example", lines=("subjectAltName=DNS:elsewhere.example", tls_daemons.SERVER))
        maker.leaf("client", "client", lines=(tls_daemons.CLIENT,))
        maker.leaf("old", "client", lines=(tls_daemons.CLIENT,), dates=tls_daemons.PAST)
        for name in os.listdir(self.root):
            os.chmod(os.path.join(self.root, name), 0o644)

    def path(self, *names):
        """Returns the path of a file below the private folder."""
        return os.path.join(self.root, *names)

    def write(self, text, *names):
        """Writes a file below the private folder; returns its path."""
        os.makedirs(os.path.dirname(self.path(*names)), exist_ok=True)
        with open(self.path(*names), "w", encoding="ascii") as handle:
            handle.write(text)
        return self.path(*names)

    def folder(self, name, authority="ca", own="client"):
        """Makes a folder for `pkipath`."""
        files = {"cacert.pem": f"{authority}.pem"}
        if own:
            files |= {"clientcert.pem": f"{own}.pem", "clientkey.pem": f"{own}-key.pem"}
        for target, source in files.items():
            self.write(self.maker.text(source), name, target)
        return self.path(name)

    def server(self, certificate="server", **more):
        """Returns a daemon that speaks TLS."""
        pem, key = self.path(f"{certificate}.pem"), self.path(f"{certificate}-key.pem")
        return tls_daemons.daemon(self.path("ca.pem"), pem, key, **more)


class Asked:
    """Runs the doctor and compares its verdict, its hint and its steps with what is the case."""

    def __init__(self, check, doctor, place):
        self.check, self.doctor, self.place = check, doctor, place

    def works(self, name, uri, *told):
        """Checks that the connection works; `told` are texts of steps."""
        done = self.doctor.run("--json", uri, settings=HOME)
        found = json.loads(done.stdout)
        steps = [step["text"] for step in found["steps"]]
        missing = [text for text in told if text not in steps]
        wrong = done.returncode != 0 or not found["works"] or found["verdict"] != f"works: connected to {uri}" or missing
        self.check(f"doctor: {name}", f"missing {missing} in {done.returncode} {done.stdout}" if wrong else "")
        return found["daemon"] or {}

    def fails(self, name, uri, verdict, *hints):
        """It does not: the whole verdict, and parts of the hint; for people the same as for programs."""
        done = self.doctor.run("--json", uri, settings=HOME)
        found = json.loads(done.stdout)
        missing = [hint for hint in hints if hint not in (found["hint"] or "")]
        wrong = done.returncode != 1 or found["works"] or found["verdict"] != f"fails: {verdict}" or missing
        self.check(f"doctor: {name}", f"missing {missing} in {done.returncode} {done.stdout}" if wrong else "")
        lines = self.doctor.run(uri, settings=HOME).stdout.splitlines()
        wrong = f"verdict: fails: {verdict}" not in lines
        self.check(f"doctor: {name}, in words", "\n".join(lines) if wrong else "")


def at(port, folder, host="localhost", more=""):
    """Returns a URI with TLS."""
    return f"test+tls://{host}:{port}/default?pkipath={folder}{more}"


def tls(asked, place):
    """Certificates of both sides."""
    good, none = place.folder("good"), place.folder("none", own=None)
    other, old = place.folder("other", "otherca", None), place.folder("old-own", own="old")
    unread = "the daemon does not accept this client's certificate or address: " \
             "Unable to read TLS confirmation: Input/output error"
    with place.server() as daemon:
        port = daemon.tls_port
        told = asked.works("TLS", at(port, good), f"certificate: our own is {good}/clientcert.pem",
                           "certificate: the server's is for localhost, 127.0.0.1", "encrypted: TLS 1.3, AES-256-GCM",
                           "the daemon admits this client")
        asked.check("doctor: TLS is encrypted", "" if told.get("encrypted") and told.get("secure") else f"{told}")
        asked.works("TLS, not verified", at(port, place.folder("stranger", "otherca"), more="&no_verify=1&no_sanity=1"),
                    "certificate: the server's is for localhost, 127.0.0.1, which is not verified (no_verify)")
        asked.fails("TLS, unknown authority", at(port, other),
                    "the server's certificate is refused: The certificate hasn't got a known issuer.",
                    f"whose authority is in {other}/cacert.pem")
        asked.fails("TLS, no certificate of our own", at(port, none), unread,
                    f"we have none of our own: {none}/clientcert.pem is missing")
        asked.fails("TLS, our own has expired", at(port, old), f"The client certificate {old}/clientcert.pem has expired")
        asked.fails("TLS, our own has expired, unchecked", at(port, old, more="&no_sanity=1"), unread,
                    f"our own is {old}/clientcert.pem", "valid now")
        asked.fails("TLS, no authority", at(port, place.path("nowhere")),
                    f"CA certificate '{place.path('nowhere')}/cacert.pem' does not exist: No such file or directory", "pkipath")
        asked.fails("TLS, a version that is not there", at(port, good, more="&tls_priority=NORMAL:-VERS-ALL:%2BVERS-TLS1.0"),
                    "Failed to set TLS session priority to NORMAL:-VERS-ALL:+VERS-TLS1.0: "
                    "TLS before 1.2 is not supported by this library.", "tls_priority")
        done = asked.doctor.run(f"test+tcp://localhost:{port}/default")
        asked.check("doctor: TCP where TLS is spoken", "" if done.returncode == 1 and "wants TLS at this port" in done.stdout
                    else done.stdout)
    with place.server("expired") as daemon:
        asked.fails("TLS, the server's has expired", at(daemon.tls_port, good),
                    "the server's certificate is refused: The server certificate [session] has expired", "servercert.pem")
    with place.server("elsewhere") as daemon:
        asked.fails("TLS, another name", at(daemon.tls_port, good),
                    "the server's certificate is refused: It is for elsewhere.example, not for localhost.",
                    "its names must have the host of the URI")
    with place.server(conf={"tls_allowed_dn_list": ["CN=another"]}) as daemon:
        asked.fails("TLS, name not on the list", at(daemon.tls_port, good), unread, "tls_allowed_dn_list")


def sasl(asked, place):
    """Passwords."""
    def conf(name, password, host):
        return place.write(CREDENTIALS.format(password=password, host=host), f"{name}.conf")

    good, bad = conf("good", "123456", "localhost"), conf("bad", "wrong", "localhost")
    other = conf("other", "123456", "elsewhere")
    wrong = "the daemon does not accept this user and password ({}): authentication failed: authentication failed"
    own = place.folder("sasl-own")
    with place.server(sasl=sasl_daemons.Sasl("scram-sha-256 plain", USERS)) as daemon:
        for where, uri in (("TLS", at(daemon.tls_port, own)), ("UNIX", f"test+unix:///default?socket={daemon.socket}")):
            asked.works(f"SASL, {where}", f"{uri}&authfile={good}", "SASL mechanisms offered: SCRAM-SHA-256,PLAIN",
                        "authenticating with SASL mechanism SCRAM-SHA-256", f"names and passwords are looked for in {good}")
            asked.fails(f"SASL, {where}, wrong password", f"{uri}&authfile={bad}", wrong.format("SCRAM-SHA-256"), bad)
            asked.fails(f"SASL, {where}, no password", f"{uri}&authfile={other}",
                        "the daemon wants a user name and a password (SCRAM-SHA-256)", "[auth-libvirt-localhost]", other)
        uri = f"test+unix:///default?socket={daemon.socket}"
        asked.fails("SASL, no file", uri, "the daemon wants a user name and a password (SCRAM-SHA-256)", "auth.conf, which is missing")
        asked.fails("SASL, a file that is missing", f"{uri}&authfile=/nonexistent",
                    "Failed to read auth file '/nonexistent': No such file or directory", "authfile")
        asked.fails("SASL, a mechanism that is not offered", f"{uri}&auth=sasl.GSSAPI",
                    "none of the daemon's SASL mechanisms (SCRAM-SHA-256,PLAIN) is usable here: "
                    "authentication failed: SASL mechanism GSSAPI not supported by server", "auth=sasl.NAME")
        asked.fails("SASL, polkit wanted", f"{uri}&auth=polkit",
                    "authentication: authentication failed: requested authentication type polkit rejected", "offers sasl")
    with place.server(sasl=sasl_daemons.Sasl("nosuch", USERS)) as daemon:
        asked.fails("SASL, no mechanism", f"test+unix:///default?socket={daemon.socket}",
                    "the daemon has no SASL mechanism to offer: authentication failed: authentication failed", "mech_list")
    with sasl_daemons.daemon("digest-md5", USERS) as daemon:
        uri = f"test+tcp://localhost:{daemon.tcp_port}/default"
        told = asked.works("SASL, TCP", f"{uri}?authfile={good}", "authenticating with SASL mechanism DIGEST-MD5")
        asked.check("doctor: SASL encrypts TCP", "" if told.get("encrypted") and told.get("secure") else f"{told}")
        asked.fails("SASL, TCP, wrong password", f"{uri}?authfile={bad}", wrong.format("DIGEST-MD5"), "saslpasswd2")
        asked.fails("TLS where none is spoken", at(daemon.tcp_port, own),
                    "no TLS with whoever listens there: authentication failed: TLS handshake failed Error in the pull function.",
                    "perhaps no TLS is spoken at this port")


def unreachable(asked):
    """Nobody there."""
    with contextlib.closing(socket.socket()) as closed:
        # Bound, and not listening: nobody else gets it meanwhile.
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        for transport in ("tcp", "tls"):
            folder = f"?pkipath={asked.place.folder('refused')}" if transport == "tls" else ""
            asked.fails(f"{transport} refused", f"test+{transport}://127.0.0.1:{port}/default{folder}",
                        f"unable to connect to server at '127.0.0.1:{port}': Connection refused",
                        f"nothing listens for {transport}", f"libvirtd-{transport}.socket")
    asked.fails("no UNIX socket", "test+unix:///default?socket=/nonexistent/sock",
                "the socket /nonexistent/sock does not exist", "systemctl start libvirtd.socket")


def examine(check, doctor, folder):
    """All of it."""
    asked = Asked(check, doctor, Place(folder))
    unreachable(asked)
    tls(asked, asked.place)
    sasl(asked, asked.place)
