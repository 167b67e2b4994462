"""The ssh hosts that ask for passwords, host keys that are not as they should be: cases for client.py.

Each case runs on both libraries; where they are meant to differ, `DIFFERENT` says how and why.
"""

import itertools
import os
import shutil
import subprocess
import urllib.parse

from compare.transports.servers import PASSWORD, compile_pam_module, script
from compare.transports.since import AUTH_FAILED, as_since

LIBRARIES = ("libssh", "libssh2")
# How many programs run at a time: most of their time is waiting.
TOGETHER = 4
# Seconds for a case; far above what a loaded machine needs, far below sshd's own limit of two minutes.
WITHIN = 60
# More often than any host lets it be tried.
WRONG = ["wrong"] * 9 + [None]
# This machine's libssh waits for ever once the other host ended the connection: only ours is asked.
ENDLESS = ("password, always wrong", "password, nobody of that name", "questions, always wrong", "enough of wrong passwords", "key after a wrong password")
BOTH = {"Your name": "alice", "Token": "sesame"}


def uri(scheme, host="", path="/system", **parameters):
    """Returns a URI; parameters are encoded."""
    query = urllib.parse.urlencode(parameters, quote_via=urllib.parse.quote)
    return f"{scheme}://{host}{path}" + (f"?{query}" if query else "")


ACCEPT = "asked 6 \"Accept SSH host key with hash '"
CHANGED = ("error: 45 50 2 -1 authentication failed: !!! SSH HOST KEY VERIFICATION FAILED !!!: Identity of host '127.0.0.1:",)
NAME, TOKEN, CODE = "asked 5 'Welcome, stranger\\nYour name' None", "asked 5 'Token' None", "asked 5 'Code' None"
OPEN = ("open: ", "calls: True True")
PASSWORDS = ("asked 5 \"Enter ",) * 3
# Where the libraries are meant to differ (docs/DIFFERENCES.md says why): how the lines of ours begin.
BOTH_DIFFER = {
    # ssh does not tell whether an answer may be seen.
    "questions": (NAME, TOKEN, *OPEN),
    "questions, other kind": (NAME.replace("5", "6"), TOKEN.replace("5", "6"), *OPEN),
    "questions, second time right": (NAME, TOKEN, NAME, TOKEN, *OPEN),
    # One proof is not enough: the stock library does not look at what is asked for next.
    "two steps": (CODE, *OPEN),
    # ssh asks the agent before it opens a key.
    "agent after a locked key": OPEN,
    # The stock libraries ask until the other host has enough.
    "key after a wrong password": (*PASSWORDS, *OPEN),
}
LIBSSH_DIFFERS = {
    "password, always wrong": (*PASSWORDS, "error: 98 66 2 -1 libssh transport error: failed to authenticate: Access denied for 'password'."),
    "password, nobody of that name": (*PASSWORDS, "error: 98 66 2 -1 libssh transport error: failed to authenticate: Access denied for 'password'."),
    "questions, always wrong": (NAME, TOKEN) * 3 + (
        "error: 98 66 2 -1 libssh transport error: failed to authenticate: Access denied for 'keyboard-interactive'.",),
    "questions, callback fails": (NAME, AUTH_FAILED),
    "questions, no answer": (NAME, AUTH_FAILED),
    "enough of wrong passwords": (PASSWORDS[0], "error: 45 66 2 -1 authentication failed: authentication failed: Too many authentication failures"),
    # The stock library does not know the mark.
    "host key revoked, normal": ("error: 98 66 2 -1 libssh transport error: failed to validate SSH host key: the key is marked as revoked",),
    "host key revoked, auto": ("error: 98 66 2 -1 libssh transport error: failed to validate SSH host key: the key is marked as revoked",),
    # The reason is ssh's.
    "host key file is a folder, normal": (ACCEPT, "error: 98 66 2 -1 libssh transport error: failed to write known_host file '"),
    "host key file is a folder, auto": ("error: 98 66 2 -1 libssh transport error: failed to write known_host file '",),
    "key that others may read": ("error: 45 66 2 -1 authentication failed: error while opening private key '",),
}
LIBSSH2_DIFFERS = {
    "password, always wrong": (*PASSWORDS, "error: 45 50 2 -1 authentication failed: authentication failed: Authentication failed (username/password)"),
    "password, nobody of that name": (*PASSWORDS, "error: 45 50 2 -1 authentication failed: authentication failed: Authentication failed (username/password)"),
    **{f"wrong password from file{what}": ("error: 45 50 2 -1 authentication failed: authentication failed: Authentication failed (username/password)",)
       for what in ("", ", nobody to ask", ", cannot be asked")},
    "questions, always wrong": (NAME, TOKEN) * 3 + ("error: 45 50 2 -1 authentication failed: keyboard interactive authentication failed",),
    "questions, no answer": (NAME, TOKEN) * 3 + ("error: 45 50 2 -1 authentication failed: keyboard interactive authentication failed",),
    # The stock library asks for both answers at once there, and asks nothing unless the program can show an answer too.
    "questions, callback fails": (NAME, "error: 85 50 2 -1 SSH transport error: failed to retrieve credentials"),
    "questions first": (CODE, *OPEN),
    "capital letters": (CODE, *OPEN),
    "enough of wrong passwords": (PASSWORDS[0], "error: 45 50 2 -1 authentication failed: authentication failed: Too many authentication failures"),
    # "An error occurred, but the cause is unknown" in the stock library.
    "password not offered": ("error: 45 50 2 -1 authentication failed: None of the requested authentication methods are supported",),
    # The stock library asks for the passphrase of a file that is no key, or not there.
    "no key file": ("error: 45 50 2 -1 authentication failed: authentication with private key '",),
    "key file is none": ("error: 45 50 2 -1 authentication failed: authentication with private key '",),
    "key that others may read": ("error: 45 50 2 -1 authentication failed: authentication with private key '",),
    # The stock library shows the old key as the new one's hash.
    **{f"host key {what}, {verify}": CHANGED for what in ("changed", "other kind known", "of another host")
       for verify in ("normal", "auto")},
    "host key revoked, normal": ("error: 85 50 2 -1 SSH transport error: failed to validate SSH host key: the key is marked as revoked",),
    "host key revoked, auto": ("error: 85 50 2 -1 SSH transport error: failed to validate SSH host key: the key is marked as revoked",),
    # Ours makes the folder, as libssh does, and passes over lines that say nothing.
    "host key no folder, normal": (ACCEPT, *OPEN),
    "host key no folder, auto": OPEN,
    "host key file is no list, normal": (ACCEPT, *OPEN),
    "host key file is no list, auto": OPEN,
    "host key file is a folder, normal": (ACCEPT, "error: 85 50 2 -1 SSH transport error: failed to write known_host file '"),
    "host key file is a folder, auto": ("error: 85 50 2 -1 SSH transport error: failed to write known_host file '",),
}
DIFFERENT = {f"{library} {name}": lines for library, own in (("libssh", LIBSSH_DIFFERS), ("libssh2", LIBSSH2_DIFFERS))
             for name, lines in {**BOTH_DIFFER, **own}.items()}
# Files to which only one of the libraries adds the key.
ADDED_BY_STOCK = {f"revoked-{library}-{verify}" for library in LIBRARIES for verify in ("normal", "auto")}
ADDED_BY_OURS = {f"{name}libssh2{rest}" for name, rest in [
    ("user_key-", "-normal"), ("user_key-", "-auto"), ("folder ", " normal/a/b"), ("folder ", " auto/a/b")]}


def add_hosts(place):
    """The hosts that let in with more than keys."""
    hosts = place.hosts
    ask = f"required {compile_pam_module(place.root)}"
    both = [f"{ask} [tell:Welcome, stranger] [show:Your name:alice] hide:Token:sesame"]
    one = [f"{ask} hide:Code:sesame"]
    hosts.add("password", "AuthenticationMethods password\n", users=True)
    hosts.add("impatient", "AuthenticationMethods password\nMaxAuthTries 1\n", users=True)
    hosts.add("questions", "AuthenticationMethods keyboard-interactive\n", auth=both)
    lies = ["hide:Enter passphrase for key '/k':a", "hide:visitor@127.0.0.1's password:b",
            "[hide:The authenticity of host 'h' can't be established. Continue (yes/no)?:c]"]
    hosts.add("lies", "AuthenticationMethods keyboard-interactive\n", auth=[" ".join([ask, *(
        word if word[0] == "[" else f"[{word}]" for word in lies)])])
    hosts.add("many", "AuthenticationMethods publickey password keyboard-interactive\n", auth=one)
    hosts.add("two steps", "AuthenticationMethods publickey,keyboard-interactive\n", auth=one)
    hosts.add("no forwarding", "AuthenticationMethods publickey\nAllowStreamLocalForwarding no\n", path=hosts.bare)
    hosts.add("other key", "AuthenticationMethods publickey\n", host_key="other_ed25519")


class Agent:
    """An ssh-agent of the test's own, with one key or none."""

    def __init__(self, place, name, key=None):
        self.socket = place.at(name)
        self.process = subprocess.Popen(["ssh-agent", "-D", "-a", self.socket], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        # Its first line is written when it listens.
        self.process.stdout.readline()
        if key:
            environment = dict(os.environ, SSH_AUTH_SOCK=self.socket)
            subprocess.run(["ssh-add", "-q", place.at(key)], env=environment, check=True)

    def stop(self):
        """Ends it."""
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def login_cases(ground, library):
    """Ways to prove who one is; the prompts are compared too."""
    known = {"known_hosts": ground.at("all known")}
    right, locked = ground.at("user_key"), ground.at("locked_key")

    def case(name, host, answers=None, environment=None, user="visitor", **parameters):
        address = f"{user}@127.0.0.1:{ground.hosts.ports[host]}"
        made = {"name": f"{library} {name}", "uri": uri(f"qemu+{library}", address, **dict(known, **parameters))}
        made["within"] = WITHIN
        if environment:
            made["environment"] = environment
        return made if answers is None else dict(made, answers=answers)

    password = {"sshauth": "password"}
    yield case("password", "password", {"5": PASSWORD}, **password)
    yield case("password, other kind", "password", {"6": "x", "7": PASSWORD}, **password)
    yield case("password, cannot be asked", "password", {"6": PASSWORD}, **password)
    yield case("password, nobody to ask", "password", **password)
    yield case("password, callback fails", "password", {"5": None}, **password)
    yield case("password, third time right", "password", {"5": ["wrong", "", PASSWORD]}, **password)
    yield case("password, always wrong", "password", {"5": WRONG}, **password)
    yield case("password, gives up", "password", {"5": ["wrong", None]}, **password)
    yield case("password, nobody of that name", "password", {"5": WRONG}, user="nosuchuser", **password)
    yield case("enough of wrong passwords", "impatient", {"5": WRONG}, **password)
    yield case("password from file", "password", {"5": "not asked"}, authfile=ground.at("ssh auth.conf"), **password)
    yield case("password from file, nobody to ask", "password", authfile=ground.at("ssh auth.conf"), **password)
    wrong = dict(password, authfile=ground.at("wrong auth.conf"))
    if ground.place.newest:
        # The older libssh transport tries the file's password for ever, and has no error for a missing answer.
        yield case("password, no answer", "password", {"5": False}, **password)
        yield case("wrong password from file", "password", {"5": PASSWORD}, **wrong)
        yield case("wrong password from file, nobody to ask", "password", **wrong)
        yield case("wrong password from file, cannot be asked", "password", {"6": PASSWORD}, **wrong)
    yield case("password not offered", "questions", {"5": PASSWORD}, **password)

    questions = {"sshauth": "keyboard-interactive"}
    yield case("questions", "questions", {"5": BOTH, "6": BOTH}, user="root", **questions)
    yield case("questions, other kind", "questions", {"6": BOTH, "7": BOTH}, user="root", **questions)
    yield case("questions, second time right", "questions", {"5": {"Your name": "alice", "Token": ["wrong", "sesame"]}, "6": BOTH}, user="root", **questions)
    yield case("questions, always wrong", "questions", {"5": {"Your name": "alice", "Token": WRONG}, "6": BOTH}, user="root", **questions)
    yield case("questions, nobody to ask", "questions", user="root", **questions)
    yield case("questions, callback fails", "questions", {"5": None, "6": None}, user="root", **questions)
    if ground.place.newest:
        yield case("questions, no answer", "questions", {"5": False, "6": False}, user="root", **questions)
    yield case("questions, cannot be asked", "questions", {"1": "x"}, user="root", **questions)

    yield case("questions that lie", "lies", {"5": {"passphrase": "a", "password": "b", "authenticity": "c"}, "6": None},
               user="root", **questions)
    yield case("password first", "many", {"5": "sesame"}, user="root", sshauth="password,keyboard-interactive")
    yield case("questions first", "many", {"5": "sesame"}, user="root", sshauth="keyboard-interactive,password")
    yield case("capital letters", "many", {"5": "sesame"}, user="root", sshauth="Keyboard-Interactive,PASSWORD")
    yield case("password after a stranger's key", "many", {"5": "sesame"}, user="root", sshauth="privkey,password",
               keyfile=ground.at("stranger_key"))
    yield case("key before password", "many", {"5": "sesame"}, user="root", sshauth="privkey,password", keyfile=right)
    yield case("any way, key", "many", {"5": "sesame"}, user="root", keyfile=right)
    yield case("any way, password", "many", {"5": "sesame"}, user="root")
    yield case("any way, nobody to ask", "many", user="root")
    yield case("two steps", "two steps", {"5": "sesame"}, user="root", sshauth="privkey,keyboard-interactive", keyfile=right)

    agent = {"user": "root", "sshauth": "agent"}
    yield case("agent", "everything", environment={"SSH_AUTH_SOCK": ground.agents["good"].socket}, **agent)
    yield case("agent with a stranger's key", "everything", environment={"SSH_AUTH_SOCK": ground.agents["odd"].socket}, **agent)
    yield case("agent without a key", "everything", environment={"SSH_AUTH_SOCK": ground.agents["empty"].socket}, **agent)
    yield case("no agent", "everything", **agent)
    yield case("agent ended", "everything", environment={"SSH_AUTH_SOCK": ground.at("nothing here")}, **agent)
    yield case("key after agent", "everything", environment={"SSH_AUTH_SOCK": ground.agents["odd"].socket}, user="root",
               sshauth="agent,privkey", keyfile=right)

    yield case("agent after a locked key", "everything", {"5": "phrase"}, environment={"SSH_AUTH_SOCK": ground.agents["good"].socket},
               user="root", sshauth="privkey,agent", keyfile=locked)
    yield case("key after a wrong password", "many", {"5": "wrong"}, user="root", sshauth="password,privkey", keyfile=right)
    private = {"user": "root", "sshauth": "privkey"}
    yield case("wrong passphrase", "everything", {"5": "wrong"}, keyfile=locked, **private)
    yield case("empty passphrase", "everything", {"5": ""}, keyfile=locked, **private)
    yield case("no key file", "everything", keyfile=ground.at("nothing here"), **private)
    yield case("key that others may read", "everything", keyfile=ground.at("open_key"), **private)
    yield case("key file is none", "everything", keyfile=ground.at("no_key"), **private)


def host_key_cases(ground, library):
    """Host keys in every state, and every way to look at them."""
    key = {"sshauth": "privkey", "keyfile": ground.at("user_key")}

    def case(name, file, verify=None, answers=None, host="everything"):
        address = f"root@127.0.0.1:{ground.hosts.ports[host]}"
        parameters = dict(key, known_hosts=file) if file else dict(key)
        if verify:
            parameters["known_hosts_verify"] = verify
        made = {"name": f"{library} host key {name}", "uri": uri(f"qemu+{library}", address, **parameters), "within": WITHIN}
        return made if answers is None else dict(made, answers=answers)

    for verify in ("normal", "auto", "ignore"):
        if verify == "ignore":
            yield case("changed, ignore", ground.copy("all changed", library, verify), verify)
            yield case("revoked, ignore", ground.copy("revoked", library, verify), verify)
            yield case("no file, ignore", ground.file(f"new {library} {verify}"), verify)
            continue
        yield case(f"changed, {verify}", ground.copy("all changed", library, verify), verify, {"6": "y"})
        yield case(f"revoked, {verify}", ground.copy("revoked", library, verify), verify, {"6": "y"})
        yield case(f"other kind known, {verify}", ground.copy("other kind", library, verify), verify, {"6": "y"})
        yield case(f"no file, {verify}", ground.file(f"new {library} {verify}"), verify, {"6": "y"})
        yield case(f"no folder, {verify}", ground.file(f"folder {library} {verify}", "a", "b"), verify, {"6": "y"})
        yield case(f"file is a folder, {verify}", ground.at(), verify, {"6": "y"})
        yield case(f"file is no list, {verify}", ground.copy("user_key", library, verify), verify, {"6": "y"})
        yield case(f"known, {verify}", ground.copy("all known", library, verify), verify, {"6": "n"})
        yield case(f"known by its hash, {verify}", ground.copy("hashed", library, verify), verify, {"6": "n"})
        yield case(f"of another host, {verify}", ground.at("all known"), verify, {"6": "n"}, host="other key")
    yield case("in capital letters", ground.at("all known"), "NORMAL")
    if library == "libssh":
        # libssh2 does not make the folder.
        yield case("default file", None, "auto")


def ssh_cases(ground):
    """Yields cases of the user's ssh and its own known hosts."""
    address = f"root@127.0.0.1:{ground.hosts.ports['everything']}"
    for name in ("unknown", "all changed", "revoked"):
        for way, parameters in {"normal": {"no_tty": "1"}, "ignore": {"no_tty": "1", "no_verify": "1"}}.items():
            command = ground.ssh_with(name, way)
            yield {"name": f"ssh host key {name}, {way}", "within": WITHIN,
                   "uri": uri("qemu+ssh", address, command=command, keyfile=ground.at("user_key"), **parameters)}
    for name, host, user in [("password", "password", "visitor"), ("questions", "questions", "root")]:
        yield {"name": f"ssh {name}, no_tty", "within": WITHIN, "answers": {"5": PASSWORD},
               "uri": uri("qemu+ssh", f"{user}@127.0.0.1:{ground.hosts.ports[host]}", command=ground.place.ssh, no_tty="1")}
    for name, words in {"password": PASSWORD, "wrong password": "wrong"}.items():
        program = ground.answering(name, words)
        yield {"name": f"ssh {name} by SSH_ASKPASS", "within": WITHIN, "environment": {"SSH_ASKPASS": program, "DISPLAY": ":0"},
               "uri": uri("qemu+ssh", f"visitor@127.0.0.1:{ground.hosts.ports['password']}", command=ground.place.ssh)}
    for name, agent in {"agent": ground.agents["good"], "agent with a stranger's key": ground.agents["odd"]}.items():
        yield {"name": f"ssh {name}", "within": WITHIN, "environment": {"SSH_AUTH_SOCK": agent.socket},
               "uri": uri("qemu+ssh", address, command=ground.place.ssh, no_tty="1")}


class Ground:
    """Hosts, agents and files of the cases; `fresh` makes the files anew for the next library."""

    def __init__(self, place):
        """All hosts of the place are there already: the files name them."""
        self.place = place
        self.hosts = place.hosts
        self.added = place.at("added")
        self.default = place.at("home", ".config", "libvirt", "known_hosts")
        subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", place.at("host_ecdsa")], check=True)
        shutil.copy(place.at("user_key"), place.at("open_key"))
        os.chmod(place.at("open_key"), 0o644)
        with open(os.open(place.at("no_key"), os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="ascii") as handle:
            handle.write("not a key\n")
        self.hosts.known_hosts("all known", "host_ed25519")
        self.hosts.known_hosts("all changed", "other_ed25519")
        self.hosts.known_hosts("revoked", "host_ed25519", before="@revoked ")
        self.hosts.known_hosts("hashed", "host_ed25519")
        self.hosts.known_hosts("other kind", "host_ecdsa")
        subprocess.run(["ssh-keygen", "-q", "-H", "-f", place.at("hashed")], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        os.unlink(place.at("hashed.old"))
        self.hosts.known_hosts("known", "host_ed25519")
        for name, words in (("ssh auth.conf", PASSWORD), ("wrong auth.conf", "wrong")):
            with open(place.at(name), "w", encoding="utf-8") as handle:
                handle.write(f"[credentials-a]\nauthname=visitor\npassword={words}\n[auth-ssh-127.0.0.1]\ncredentials=a\n")
        self.agents = {name: Agent(place, f"agent-{name}", key)
                       for name, key in [("good", "user_key"), ("odd", "stranger_key"), ("empty", None)]}

    def stop(self):
        """Ends the agents."""
        for agent in self.agents.values():
            agent.stop()

    def at(self, *names):
        """Returns a path in the private folder."""
        return self.place.at(*names)

    def file(self, *names):
        """Returns a path among the files that are made anew."""
        return os.path.join(self.added, *names)

    def copy(self, source, *names):
        """Returns the path of a copy of a file for one case."""
        return self.file("-".join((source, *names)))

    def fresh(self):
        """No file has been touched."""
        shutil.rmtree(self.added, ignore_errors=True)
        shutil.rmtree(os.path.dirname(self.default), ignore_errors=True)
        os.mkdir(self.added)
        for source in ("all known", "all changed", "revoked", "hashed", "other kind", "user_key"):
            for library, verify in itertools.product((*LIBRARIES, "ssh"), ("normal", "auto", "ignore")):
                shutil.copy(self.at(source), self.copy(source, library, verify))

    def contents(self):
        """Returns the files' bytes by path, in the folder."""
        found = {}
        for folder, _, names in os.walk(self.added):
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as handle:
                    found[os.path.relpath(path, self.added)] = handle.read()
        return found

    def ssh_with(self, name, way):
        """Writes an ssh that knows hosts by a file of its own; returns its path."""
        path = self.copy(name, "ssh", way)
        return script(self.at(f"ssh {name} {way}"), f"#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile='\"{path}\"' \"$@\"\n")

    def answering(self, name, words):
        """Writes a program that answers every question; returns its path."""
        return script(self.at(f"askpass {name}"), f"#!/bin/sh\necho '{words}'\n")


def added(before, after):
    """Host, kind and key of the lines that a file got, by its name; None for one that lost something."""
    found = {}
    for name, content in after.items():
        old = before.get(name, b"")
        lines = [line.split()[:3] for line in content.decode().splitlines()]
        known = [line.split()[:3] for line in old.decode().splitlines()]
        if content != old:
            found[name] = [line for line in lines if line and line not in known]
        if any(line not in lines for line in known):
            found[name] = None
    return found


def check(ground, libdir, run, counts):
    """All cases on both libraries; `run` starts them."""
    cases = [case for library in LIBRARIES for make in (login_cases, host_key_cases) for case in make(ground, library)]
    cases += ssh_cases(ground)
    results, files = [], []
    for where in (None, libdir) if libdir else (None,):
        ground.fresh()
        before = ground.contents()
        chosen = [case for case in cases if where or ground.place.newest or not case["name"].endswith(ENDLESS)]
        results.append(run(ground.place, chosen, where))
        after = ground.contents()
        lines = open(ground.default, encoding="utf-8").read().splitlines() if os.path.exists(ground.default) else []
        host = f"[127.0.0.1]:{ground.hosts.ports['everything']} ssh-ed25519 "
        counts.expect(len(lines) == 1 and lines[0].startswith(host), "the default file", *lines)
        files.append(added(before, after))
        for name, content in before.items() if where else ():
            counts.expect(after.get(name, b"").startswith(content), f"'{name}' was only added to")
    stock, ours = results[0], results[-1]
    if libdir and not ground.place.newest:
        stock = as_since(stock, {case["name"]: case["uri"] for case in cases})
    for name, got in ours.items():
        # The stock library leaves some open; ours must not.
        expected = [line for line in stock.get(name, []) if not line.startswith("descriptors: ") or ours is stock]
        if libdir and name in DIFFERENT:
            wanted = DIFFERENT[name]
            good = len(got) == len(wanted) and all(line.startswith(start) for line, start in zip(got, wanted))
            counts.expect(good and got != expected, name, "wanted:", *wanted, "got:", *got, "stock:", *expected)
        else:
            counts.expect(got == expected and bool(got), name, "stock:", *expected, "got:", *got)
    if libdir:
        by_stock, by_ours = files
        for name in sorted(by_stock.keys() | by_ours.keys()):
            one, other = by_stock.get(name), by_ours.get(name)
            good = (one and not other) if name in ADDED_BY_STOCK else (other and not one) if name in ADDED_BY_OURS else one == other
            counts.expect(good and len(other or one) == 1, f"keys added to '{name}'", f"stock: {one}", f"ours: {other}")
