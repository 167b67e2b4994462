"""Private stock libvirtd that wants SASL, on a UNIX socket and a loopback port the kernel chose; and a private Kerberos.

Everything runs as an unprivileged user, needs no configuration of the machine's, and ends with its `with` block.
"""

import glob
import json
import os
import pwd
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "daemon")]

from private_libvirtd import LIBVIRTD, STOP_DEADLINE, end_process, wait_for_socket  # noqa: E402

USER = "nobody"
REALM = "OXIVIRT.TEST"
DEADLINE = 30.0


def identity():
    """Arguments of Popen that make root a normal user."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(USER)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def give_away(folder):
    """Makes everything below the folder the user's."""
    if os.geteuid() != 0:
        return
    user = pwd.getpwnam(USER)
    for where, _, names in os.walk(folder):
        for path in (where, *(os.path.join(where, name) for name in names)):
            os.chown(path, user.pw_uid, user.pw_gid)


def listening_ports(pid, kind="tcp"):
    """Ports on which a process listens (tcp) or which it has bound (udp), from /proc."""
    inodes = set()
    for link in glob.glob(f"/proc/{pid}/fd/*"):
        try:
            target = os.readlink(link)
        except OSError:
            continue
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    with open(f"/proc/{pid}/net/{kind}", encoding="ascii") as table:
        rows = [line.split() for line in table.readlines()[1:]]
    wanted = {"tcp": "0A", "udp": "07"}[kind]
    return [int(row[1].split(":")[1], 16) for row in rows if row[3] == wanted and row[9] in inodes]


def wait_until(process, what, condition):
    """Polls a condition until it holds; the end of the process or the deadline is an error."""
    limit = time.monotonic() + DEADLINE
    pidfd = os.pidfd_open(process.pid)
    try:
        while True:
            found = condition()
            if found:
                return found
            if select.select([pidfd], [], [], 0.02)[0]:
                raise RuntimeError(f"process {process.pid} ended before {what}")
            if time.monotonic() > limit:
                raise RuntimeError(f"{what}: not within {DEADLINE} s")
    finally:
        os.close(pidfd)


class Process:
    """A background process with a private directory."""

    def __init__(self):
        self.directory = tempfile.mkdtemp(prefix="auth-")
        os.chmod(self.directory, 0o755)
        self.process = None

    def place(self, *parts):
        return os.path.join(self.directory, *parts)

    def write(self, name, text):
        with open(self.place(name), "w", encoding="utf-8") as handle:
            handle.write(text)

    def spawn(self, command, environment):
        give_away(self.directory)
        base = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
        with open(self.place("output"), "ab") as output:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            env=base | environment, start_new_session=True, **identity())

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


class Libvirtd(Process):
    """A libvirtd for test:///, with SASL on both sockets."""

    def __init__(self, mechanisms, users=(), kerberos=None, auth="sasl"):
        super().__init__()
        self.mechanisms, self.users, self.kerberos, self.auth = mechanisms, users, kerberos, auth
        self.port = None

    @property
    def socket(self):
        return self.place("sock", "libvirt-sock")

    def start(self):
        for name in ("sock", "run", "config", "cache", "data", "home", "sasl"):
            os.makedirs(self.place(name))
        self.write("libvirtd.conf", f"""\
listen_tls = 0
listen_tcp = 1
listen_addr = "127.0.0.1"
tcp_port = "0"
auth_tcp = "{self.auth}"
auth_unix_rw = "{self.auth}"
auth_unix_ro = "none"
unix_sock_dir = "{self.place('sock')}"
unix_sock_rw_perms = "0777"
log_outputs = "3:file:{self.place('log')}"
""")
        users = self.place("sasl", "users.db")
        self.write("sasl/libvirt.conf", f"""\
mech_list: {self.mechanisms}
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {users}
keytab: {self.place('sasl', 'keytab')}
""")
        for name, password in self.users:
            subprocess.run(["saslpasswd2", "-p", "-c", "-a", "libvirt", "-f", users, name],
                           input=password.encode(), check=True)
        environment = {
            "SASL_CONF_PATH": self.place("sasl"), "HOME": self.place("home"), "XDG_RUNTIME_DIR": self.place("run"),
            "XDG_CONFIG_HOME": self.place("config"), "XDG_CACHE_HOME": self.place("cache"),
            "XDG_DATA_HOME": self.place("data"),
        }
        if self.kerberos:
            shutil.copy(self.kerberos.keytab, self.place("sasl", "keytab"))
            environment |= {"KRB5_CONFIG": self.kerberos.config, "KRB5_KTNAME": self.place("sasl", "keytab")}
        os.chmod(self.place("run"), 0o700)
        self.spawn([LIBVIRTD, "--listen", "-f", self.place("libvirtd.conf"), "-p", self.place("run", "pid")], environment)
        wait_for_socket(self.socket, self.process.pid, DEADLINE)
        self.port = wait_until(self.process, "a TCP port", lambda: listening_ports(self.process.pid))[0]


class Kerberos(Process):
    """A key distribution centre with user fred and the service libvirt on this host."""

    @property
    def config(self):
        return self.place("krb5.conf")

    @property
    def keytab(self):
        return self.place("keytab")

    @property
    def ticket(self):
        return self.place("ticket")

    def configure(self, port):
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
        base = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}

        def run(*command, **more):
            subprocess.run(command, env=base | environment, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, **more)

        run("kdb5_util", "create", "-s", "-r", REALM, "-P", "master")
        run("kadmin.local", "-q", "addprinc -pw secret fred")
        for host in {"localhost", socket.gethostname()}:
            run("kadmin.local", "-q", f"addprinc -randkey libvirt/{host}")
            run("kadmin.local", "-q", f"ktadd -k {self.keytab} libvirt/{host}")
        self.spawn(["krb5kdc", "-n"], environment)
        port = wait_until(self.process, "a UDP port", lambda: listening_ports(self.process.pid, "udp"))[0]
        self.configure(port)
        run("kinit", "-c", self.ticket, "fred", input=b"secret\n")
        os.chmod(self.ticket, 0o644)
        os.chmod(self.keytab, 0o644)


class Polkit(Process):
    """A system libvirtd whose read-write socket asks a polkitd of its own. Needs root, for namespaces.

    `answers`: user -> what the rules say of org.libvirt.unix.manage (YES, NO, AUTH_ADMIN).
    """

    BINDS = {"bus": "/run/dbus", "rules": "/etc/polkit-1/rules.d", "etc": "/etc/libvirt", "lib": "/var/lib/libvirt",
             "run": "/run/libvirt", "cache": "/var/cache/libvirt", "log": "/var/log/libvirt"}

    def __init__(self, answers):
        super().__init__()
        self.answers = answers

    @staticmethod
    def missing():
        """Why it cannot be started here; None when it can."""
        if os.geteuid() != 0:
            return "only root can make the namespaces"
        if not os.path.exists("/usr/lib/polkit-1/polkitd"):
            return "polkitd is not installed"
        probe = subprocess.run(["unshare", "--mount", "--net", "true"], capture_output=True, check=False)
        return None if probe.returncode == 0 else "namespaces are forbidden"

    @property
    def socket(self):
        return self.place("run", "libvirt-sock")

    @property
    def socket_ro(self):
        return self.place("run", "libvirt-sock-ro")

    def start(self):
        for name in self.BINDS:
            os.makedirs(self.place(name))
        tests = "".join(f' if (subject.user == "{user}") return polkit.Result.{result};'
                        for user, result in self.answers.items())
        self.write("rules/10-test.rules", "polkit.addRule(function(action, subject) {"
                   f' if (action.id != "org.libvirt.unix.manage") return; {tests} }});\n')
        self.write("libvirtd.conf", f"""\
auth_unix_ro = "none"
auth_unix_rw = "polkit"
unix_sock_ro_perms = "0777"
unix_sock_rw_perms = "0777"
log_outputs = "3:file:{self.place('log', 'libvirtd.log')}"
""")
        plan = json.dumps({"directory": self.directory, "binds": self.BINDS})
        inside = [sys.executable, os.path.join(HERE, "polkit_inside.py"), plan]
        with open(self.place("output"), "ab") as output:
            environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
            self.process = subprocess.Popen(["unshare", "--mount", "--net", *inside], stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=output, env=environment, start_new_session=True)
        wait_until(self.process, "a socket", lambda: os.path.exists(self.socket))
        wait_for_socket(self.socket_ro, self.process.pid, DEADLINE)
