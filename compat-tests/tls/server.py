"""A private stock session daemon that listens with TLS, and with SASL inside it where a test asks for that."""

import os
import pwd
import select
import shutil
import socket
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "daemon"))

from private_libvirtd import LIBVIRTD, DaemonError, end_process, wait_for_socket, write  # noqa: E402  (see above)

ATTEMPTS = 5
CONF = """\
unix_sock_dir = "{run}"
listen_tls = 1
listen_tcp = 0
listen_addr = "127.0.0.1"
tls_port = "{port}"
auth_tls = "{auth}"
auth_unix_rw = "{auth}"
ca_file = "{ca}"
cert_file = "{cert}"
key_file = "{key}"
tls_no_sanity_certificate = 1
keepalive_interval = -1
log_outputs = "3:file:{run}/log"
{extra}
"""


SASL_CONF = """\
mech_list: {mechanisms}
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {users}
keytab: {keytab}
"""


class Server:
    """A session daemon that listens with TLS on a port of its own; as root it runs as nobody.

    `sasl`: (mechanisms, [(user, password)...]) that are asked for inside TLS and on the UNIX socket. `kerberos`: the Kerberos
    of ../auth that knows the daemon.
    """

    def __init__(self, root, name, ca, cert, key, extra="", sasl=None, kerberos=None):
        self.directory = os.path.join(root, f"daemon-{name}")
        self.files = {"ca": ca, "cert": cert, "key": key, "extra": extra, "auth": "sasl" if sasl else "none"}
        self.sasl, self.kerberos = sasl, kerberos
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
        if self.sasl:
            environment["SASL_CONF_PATH"] = self.register()
        if self.kerberos:
            environment |= {"KRB5_CONFIG": self.kerberos.config, "KRB5_KTNAME": self.kerberos.keytab}
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
        wait_for_socket(self.socket, self.process.pid, 30)
        self.wait_for_port()

    @property
    def socket(self):
        """The daemon's UNIX socket."""
        return os.path.join(self.directory, "run", "libvirt", "libvirt-sock")

    def register(self):
        """Writes what SASL's server needs; returns its folder."""
        mechanisms, users = self.sasl
        folder = os.path.join(self.directory, "sasl")
        os.makedirs(folder)
        known = os.path.join(folder, "users.db")
        keytab = self.kerberos.keytab if self.kerberos else "/nonexistent"
        write(os.path.join(folder, "libvirt.conf"), SASL_CONF.format(mechanisms=mechanisms, users=known, keytab=keytab))
        for name, password in users:
            subprocess.run(["saslpasswd2", "-p", "-c", "-a", "libvirt", "-f", known, name], input=password.encode(),
                           env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}, check=True)
        return folder

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
