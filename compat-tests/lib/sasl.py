"""Stock daemons that want passwords or tickets (SASL), and a private Kerberos for them. Nothing of the machine's own
configuration is needed, and everything ends with its `with` block.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile

from lib.daemon import STOP_DEADLINE, StockDaemon
from lib.processes import (end_process, give_to_ordinary_user, listening_ports, ordinary_user, wait_until, write)

REALM = "OXIVIRT.TEST"
SYSTEM = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
CONF = """\
mech_list: {mechanisms}
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {users}
keytab: {keytab}
"""


class Sasl:
    """What the SASL library of a daemon is told: mechanisms, [(user, password) ...], and a Kerberos that knows the daemon."""

    def __init__(self, mechanisms, users=(), kerberos=None):
        self.mechanisms, self.users, self.kerberos = mechanisms, users, kerberos

    def prepare(self, folder):
        """Writes the daemon's SASL files into `folder`; returns the environment that the daemon needs to find them."""
        os.makedirs(folder)
        users, keytab = os.path.join(folder, "users.db"), os.path.join(folder, "keytab")
        write(os.path.join(folder, "libvirt.conf"), CONF.format(mechanisms=self.mechanisms, users=users, keytab=keytab))
        for name, password in self.users:
            subprocess.run(["saslpasswd2", "-p", "-c", "-a", "libvirt", "-f", users, name], input=password.encode(), env=SYSTEM,
                           check=True)
        if not self.kerberos:
            return {"SASL_CONF_PATH": folder}
        shutil.copy(self.kerberos.keytab, keytab)
        return {"SASL_CONF_PATH": folder, "KRB5_CONFIG": self.kerberos.config, "KRB5_KTNAME": keytab}


def daemon(mechanisms, users=(), kerberos=None, listen=("tcp",), **more):
    """Returns a session daemon that wants SASL on every socket but the read-only one."""
    wanted = {"auth_unix_rw": "sasl", "auth_tcp": "sasl", "auth_tls": "sasl"}
    conf = {**wanted, **more.pop("conf", {})}
    return StockDaemon(mode="session", listen=listen, sasl=Sasl(mechanisms, users, kerberos), conf=conf, **more)


class Process:
    """A background process with a private directory."""

    def __init__(self):
        self.directory = tempfile.mkdtemp(prefix="auth-")
        os.chmod(self.directory, 0o755)
        self.process = None

    def place(self, *parts):
        """Returns a path inside the private directory."""
        return os.path.join(self.directory, *parts)

    def write(self, name, text):
        """Writes a file of the private directory."""
        write(self.place(name), text)

    def spawn(self, command, environment, **how):
        """Starts the process; its output goes to a file."""
        with open(self.place("output"), "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            env=SYSTEM | environment, start_new_session=True, **how)

    def __enter__(self):
        try:
            self.start()
        except BaseException as why:
            output = self.place("output")
            if os.path.exists(output):
                with open(output, encoding="utf-8", errors="replace") as handle:
                    print(f"{type(self).__name__}: {why}: {handle.read()[-500:]}", file=sys.stderr)
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process is not None:
            end_process(self.process.pid, STOP_DEADLINE)
            self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)


class Kerberos(Process):
    """A key distribution centre with user fred and the service libvirt on this host."""

    @property
    def config(self):
        """The configuration of programs that use it."""
        return self.place("krb5.conf")

    @property
    def keytab(self):
        """The keys of the service libvirt."""
        return self.place("keytab")

    @property
    def ticket(self):
        """The ticket of user fred."""
        return self.place("ticket")

    def configure(self, port):
        """Writes the configuration of its clients and its own."""
        self.write("krb5.conf", f"""\
[libdefaults]
 default_realm = {REALM}
 dns_lookup_realm = false
 dns_lookup_kdc = false
 dns_canonicalize_hostname = false
 rdns = false
 qualify_shortname = ""
 ignore_acceptor_hostname = true
[realms]
 {REALM} = {{
  kdc = 127.0.0.1:{port}
 }}
[domain_realm]
 localhost = {REALM}
 {socket.gethostname()} = {REALM}
""")

    def start(self):
        """Makes keys and passwords, starts the centre on a port of the kernel's choice, and gets fred a ticket."""
        self.write("kdc.conf", f"""\
[kdcdefaults]
 kdc_listen = 127.0.0.1:0
 kdc_tcp_listen = ""
[realms]
 {REALM} = {{
  database_name = {self.place('principal')}
  key_stash_file = {self.place('stash')}
  acl_file = {self.place('acl')}
 }}
""")
        self.configure(0)
        environment = {"KRB5_CONFIG": self.config, "KRB5_KDC_PROFILE": self.place("kdc.conf")}

        def run(*command, **more):
            subprocess.run(command, env=SYSTEM | environment, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, **more)

        run("kdb5_util", "create", "-s", "-r", REALM, "-P", "master")
        run("kadmin.local", "-q", "addprinc -pw secret fred")
        for host in {"localhost", socket.gethostname()}:
            run("kadmin.local", "-q", f"addprinc -randkey libvirt/{host}")
            run("kadmin.local", "-q", f"ktadd -k {self.keytab} libvirt/{host}")
        give_to_ordinary_user(self.directory)
        self.spawn(["krb5kdc", "-n"], environment, **ordinary_user())
        port = wait_until(self.process.pid, "krb5kdc has a UDP port", lambda: listening_ports(self.process.pid, "udp"))[0]
        self.configure(port)
        run("kinit", "-c", self.ticket, "fred", input=b"secret\n")
        os.chmod(self.ticket, 0o644)
        os.chmod(self.keytab, 0o644)
