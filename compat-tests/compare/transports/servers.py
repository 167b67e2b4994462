"""What the cases of this folder talk to: ports of the kernel's choice, sshd with keys, users and passwords of its own.

An sshd serves one connection (`sshd -i`) in a mount namespace of its own, where /etc/passwd, /etc/shadow and /etc/pam.d
are the test's: it knows a user that the machine does not have, and leaves nothing behind.
"""

import os
import shutil
import stat
import subprocess

from lib.relay import Listener

HERE = os.path.dirname(os.path.abspath(__file__))
SSHD = shutil.which("sshd", path="/usr/sbin:/sbin")
PASSWORD = "right word"

# The usual exchange of keys costs more than all the rest.
SSHD_CONFIG = """HostKey {root}/{host_key}
KexAlgorithms curve25519-sha256
AuthorizedKeysFile {root}/authorized_keys
StrictModes no
PermitRootLogin yes
PidFile none
LogLevel VERBOSE
SetEnv PATH={path}
"""
IN_NAMESPACE = """for name in passwd shadow pam.d; do mount --bind "$1/$name" "/etc/$name" || exit 1; done
for name in btmp wtmp lastlog; do [ -e "/var/log/$name" ] && mount --bind /dev/null "/var/log/$name"; done
[ -e /run/utmp ] && mount --bind /dev/null /run/utmp
shift
exec "$@"
"""


def script(path, text):
    """Writes an executable file; returns its path."""
    with open(path, "w", encoding="utf-8") as handle:
        handle.write(text)
    os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return path


def sshd_with(config, log, etc=None):
    """Serves a connection by one sshd; `etc` holds the passwd, shadow and pam.d that it sees."""
    command = [SSHD, "-i", "-e", "-f", config]
    if etc:
        command = ["unshare", "--mount", "sh", "-c", IN_NAMESPACE, "sh", etc, *command]

    def serve(peer):
        with peer, open(log, "ab") as output:
            subprocess.run(command, stdin=peer, stdout=peer, stderr=output, check=False)
    return serve


def hang(peer):
    """Serves a connection by silence until the other side closes it."""
    with peer:
        while peer.recv(65536):
            pass


def private_users(folder, home):
    """passwd and shadow that know a user `visitor` besides the machine's, with a password and root's number: the daemon
    looks its peers' names up in the machine's."""
    os.mkdir(folder)
    line = f"visitor:x:0:0::{home}:/bin/sh\n"
    with open(os.path.join(folder, "passwd"), "w", encoding="utf-8") as handle:
        handle.write(open("/etc/passwd", encoding="utf-8").read() + line)
    words = subprocess.run(["openssl", "passwd", "-6", PASSWORD], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    with open(os.path.join(folder, "shadow"), "w", encoding="utf-8") as handle:
        handle.write(f"root:*:19000:0:99999:7:::\nsshd:!:19000::::::\nvisitor:{words}:19000:0:99999:7:::\n")


class Hosts:
    """The ssh hosts by name: their ports."""

    def __init__(self, root, daemon):
        self.root, self.daemon, self.ports = root, daemon, {}
        self.listeners = []
        os.makedirs("/run/sshd", mode=0o755, exist_ok=True)
        self.full, self.bare = self.tools("full"), self.tools("bare")
        os.symlink(shutil.which("nc"), os.path.join(self.full, "nc"))
        script(os.path.join(self.full, "virt-ssh-helper"), f"#!/bin/sh\nexec nc -U '{daemon.socket}'\n")

    def at(self, *names):
        """Returns a path in the private folder."""
        return os.path.join(self.root, *names)

    def tools(self, name):
        """Makes a PATH with what the remote command needs besides nc and the helper."""
        folder = self.at(name)
        os.mkdir(folder)
        for tool in ("sh", "bash", "which", "grep", "cat"):
            os.symlink(shutil.which(tool), os.path.join(folder, tool))
        return folder

    def add(self, name, lines, path=None, auth=None, session=(), host_key="host_ed25519", users=False):
        """Adds a host: lines of its configuration; `auth` and `session` are lines of its PAM service, None without PAM. With
        `users`, and with PAM, it has users of its own."""
        text = SSHD_CONFIG.format(root=self.root, host_key=host_key, path=path or self.full) + lines
        text += f"UsePAM {'no' if auth is None else 'yes'}\n"
        with open(self.at(name + ".conf"), "w", encoding="utf-8") as handle:
            handle.write(text)
        log = self.at(name + ".log")
        if auth is None and not users:
            return self.listen(name, sshd_with(self.at(name + ".conf"), log))
        etc = self.at(name + ".etc")
        private_users(etc, self.at("home"))
        os.mkdir(os.path.join(etc, "pam.d"))
        rules = [f"auth {line}" for line in auth or ["required pam_deny.so"]]
        rules += ["account required pam_permit.so", *(f"session {line}" for line in session), "session required pam_permit.so"]
        with open(os.path.join(etc, "pam.d", "sshd"), "w", encoding="utf-8") as handle:
            handle.write("\n".join(rules) + "\n")
        return self.listen(name, sshd_with(self.at(name + ".conf"), log, etc))

    def listen(self, name, serve):
        """A host that is served by `serve`."""
        self.listeners.append(Listener(serve))
        self.ports[name] = self.listeners[-1].port

    def log(self, name):
        """Returns what a host's sshd logged."""
        path = self.at(name + ".log")
        return open(path, encoding="utf-8", errors="replace").read() if os.path.exists(path) else ""

    def known_hosts(self, name, key, before="", after=""):
        """Writes a file in which all hosts have the key `key`; returns its path."""
        public = open(self.at(key + ".pub"), encoding="utf-8").read().split()[:2]
        with open(self.at(name), "w", encoding="utf-8") as handle:
            handle.write(after)
            for port in self.ports.values():
                handle.write(f"{before}[127.0.0.1]:{port} {' '.join(public)}\n")
        return self.at(name)


def compile_pam_module(root):
    """Compiles the module that asks what it is told to ask; returns its path."""
    path = os.path.join(root, "pam_asks.so")
    subprocess.run(["gcc", "-shared", "-fPIC", "-Wall", "-Werror", "-o", path, os.path.join(HERE, "pam_asks.c")], check=True)
    return path
