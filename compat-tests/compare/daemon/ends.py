"""The clients and transports of `walk`: programs of five versions, and how each reaches two daemons that must answer them the same."""

import os
import pathlib
import shutil
import subprocess
import urllib.parse

from compare.transports import servers
from lib import tls
from lib.front_daemon import OwnDaemon, program
from lib.roots import LIBRARIES, Root

# The clients: their root, or None for our own virsh.
CLIENTS = {"7.0.0": "bullseye", "9.0.0": "host", "11.3.0": "trixie", "12.8.0": "sid", "ours": None}
TRANSPORTS = ("unix", "tcp", "tls", "ssh")
CONF = {"log_filters": "4:*", "auth_unix_rw": "none", "auth_unix_ro": "none"}
# Where a stock daemon of a root looks for its files of TLS.
FILES = {"ca.pem": "/etc/pki/CA/cacert.pem", "server.pem": "/etc/pki/libvirt/servercert.pem",
         "server-key.pem": "/etc/pki/libvirt/private/serverkey.pem"}


def client(name):
    """Returns a function that makes the command of a program of this version, and None; or None, and why it is not there."""
    if CLIENTS[name] is None:
        binary = program("virsh")
        return (None, f"{binary} is not there") if not os.access(binary, os.X_OK) else ((lambda one: [str(program(one))]), None)
    root = Root(CLIENTS[name])
    why = root.unfit()
    if why is None and root.version() != name:
        why = f"the root {root.name} has libvirt {root.version()} by now"
    if why:
        return None, why
    if root.name == "host":
        return (lambda one: [f"/usr/bin/{one}"]), None
    libraries = root.path / LIBRARIES
    command = [str(libraries / "ld-linux-x86-64.so.2"), "--library-path", str(libraries)]
    return (lambda one: [*command, str(root.path / "usr/bin" / one)]), None


class Host:
    """An ssh host whose helper reaches one daemon."""

    def __init__(self, folder, daemon):
        folder.mkdir()
        self.folder = folder
        for name in ("host_ed25519", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(folder / name)], check=True)
        shutil.copy(folder / "key.pub", folder / "authorized_keys")
        self.hosts = servers.Hosts(str(folder), daemon)
        self.hosts.add("walk", "PasswordAuthentication no\n")

    def parameters(self):
        """Returns what a URI needs to name this host."""
        # The user's configuration and known hosts are left alone.
        command = servers.script(str(self.folder / "ssh"), "#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \"$@\"\n")
        return {"command": command, "keyfile": str(self.folder / "key"), "no_verify": "1", "no_tty": "1"}


class Ends:
    """The stock daemon of 12.8.0 and ours, reachable in every way."""

    def __init__(self, stack, folder):
        self.folder = folder
        maker = tls.Maker(str(folder))
        maker.authority("ca")
        maker.leaf("server", "localhost", lines=(tls.LOCALHOST, tls.SERVER))
        maker.leaf("client", "client", lines=(tls.CLIENT,))
        self.pki = folder / "pki"
        self.pki.mkdir()
        for name, source in (("cacert.pem", "ca.pem"), ("clientcert.pem", "client.pem"), ("clientkey.pem", "client-key.pem")):
            shutil.copy(maker.path(source), self.pki / name)
        files = {path: pathlib.Path(maker.path(name)).read_text(encoding="ascii") for name, path in FILES.items()}
        self.stock = stack.enter_context(Root("sid").start(listen=("tcp", "tls"), network="host", files=files))
        (folder / "ours").mkdir()
        conf = {**CONF, "ca_file": maker.path("ca.pem"), "cert_file": maker.path("server.pem"), "key_file": maker.path("server-key.pem")}
        self.ours = stack.enter_context(OwnDaemon("libvirtd", folder / "ours", system=True, conf=conf, listen=("tcp", "tls")))
        self.daemons = {"stock": self.stock, "ours": self.ours}
        self.hosts = {side: Host(folder / f"ssh-{side}", daemon) for side, daemon in self.daemons.items()} if servers.SSHD else {}

    def uri(self, transport, side):
        """Returns the URI of a daemon's test driver."""
        daemon = self.daemons[side]
        if transport == "unix":
            return daemon.test_uri
        if transport == "tcp":
            return f"test+tcp://127.0.0.1:{daemon.tcp_port}/default"
        if transport == "tls":
            return f"test+tls://localhost:{daemon.tls_port}/default?pkipath={self.pki}"
        host = self.hosts[side]
        query = urllib.parse.urlencode({**host.parameters(), "socket": daemon.socket}, quote_via=urllib.parse.quote)
        return f"test+ssh://127.0.0.1:{host.hosts.ports['walk']}/default?{query}"
