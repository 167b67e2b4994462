"""The ssh hosts that ask for passwords, host keys that are not as they should be: cases for client.py.

Each case runs on both libraries; where they are meant to differ, `DIFFERENT` says how and why.
"""

import itertools
import os
import shutil
import subprocess
import urllib.parse

from servers import PASSWORD, compile_pam_module, script

LIBRARIES = ("libssh", "libssh2")
# More often than any host lets it be tried.
WRONG = ["wrong"] * 9 + [None]
# The stock library's libssh waits for ever once the other host ended the connection: only ours is asked.
ENDLESS = ("password, always wrong", "password, nobody of that name", "questions, always wrong")
BOTH = {"Your name": "alice", "Token": "sesame"}


def uri(scheme, host="", path="/system", **parameters):
    """A URI; parameters are encoded."""
    query = urllib.parse.urlencode(parameters, quote_via=urllib.parse.quote)
    return f"{scheme}://{host}{path}" + (f"?{query}" if query else "")


def add_hosts(place):
    """The hosts that let in with more than keys."""
    hosts = place.hosts
    ask = f"required {compile_pam_module(place.root)}"
    both = [f"{ask} [tell:Welcome, stranger] [show:Your name:alice] hide:Token:sesame"]
    one = [f"{ask} hide:Code:sesame"]
    hosts.add("password", "AuthenticationMethods password\n", users=True)
    hosts.add("questions", "AuthenticationMethods keyboard-interactive\n", auth=both)
    hosts.add("many", "AuthenticationMethods publickey password keyboard-interactive\n", auth=one)
    hosts.add("two steps", "AuthenticationMethods publickey,keyboard-interactive\n", auth=one)
    hosts.add("other key", "AuthenticationMethods publickey\n", host_key="other_ed25519")


class Agent:
    """An ssh-agent of the test's own, with one key or none."""

    def __init__(self, place, name, key=None):
        self.socket = place.at(name)
        self.process = subprocess.Popen(["ssh-agent", "-D", "-a", self.socket], stdout=subprocess.PIPE)
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
        made["within"] = 15
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
    yield case("password from file", "password", {"5": "not asked"}, authfile=ground.at("ssh auth.conf"), **password)
    yield case("password from file, nobody to ask", "password", authfile=ground.at("ssh auth.conf"), **password)
    yield case("password not offered", "questions", {"5": PASSWORD}, **password)

    questions = {"sshauth": "keyboard-interactive"}
    yield case("questions", "questions", {"5": BOTH, "6": BOTH}, user="root", **questions)
    yield case("questions, other kind", "questions", {"6": BOTH, "7": BOTH}, user="root", **questions)
    yield case("questions, second time right", "questions", {"5": {"Your name": "alice", "Token": ["wrong", "sesame"]}, "6": BOTH}, user="root", **questions)
    yield case("questions, always wrong", "questions", {"5": {"Your name": "alice", "Token": WRONG}, "6": BOTH}, user="root", **questions)
    yield case("questions, nobody to ask", "questions", user="root", **questions)
    yield case("questions, callback fails", "questions", {"5": None, "6": None}, user="root", **questions)
    yield case("questions, cannot be asked", "questions", {"1": "x"}, user="root", **questions)

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

    private = {"user": "root", "sshauth": "privkey"}
    yield case("wrong passphrase", "everything", {"5": "wrong"}, keyfile=locked, **private)
    yield case("empty passphrase", "everything", {"5": ""}, keyfile=locked, **private)
    yield case("no key file", "everything", keyfile=ground.at("nothing here"), **private)
    yield case("key file is none", "everything", keyfile=ground.at("known"), **private)


def host_key_cases(ground, library):
    """Host keys in every state, and every way to look at them."""
    key = {"sshauth": "privkey", "keyfile": ground.at("user_key")}

    def case(name, file, verify=None, answers=None, host="everything"):
        address = f"root@127.0.0.1:{ground.hosts.ports[host]}"
        parameters = dict(key, known_hosts=file)
        if verify:
            parameters["known_hosts_verify"] = verify
        made = {"name": f"{library} host key {name}", "uri": uri(f"qemu+{library}", address, **parameters), "within": 15}
        return made if answers is None else dict(made, answers=answers)

    for verify in ("normal", "auto", "ignore"):
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


def ssh_cases(ground):
    """The user's ssh and its own known hosts."""
    address = f"root@127.0.0.1:{ground.hosts.ports['everything']}"
    for name in ("unknown", "all changed", "revoked"):
        for way, parameters in {"normal": {"no_tty": "1"}, "ignore": {"no_tty": "1", "no_verify": "1"}}.items():
            command = ground.ssh_with(name, way)
            yield {"name": f"ssh host key {name}, {way}", "within": 15,
                   "uri": uri("qemu+ssh", address, command=command, keyfile=ground.at("user_key"), **parameters)}
    for name, host, user in [("password", "password", "visitor"), ("questions", "questions", "root")]:
        yield {"name": f"ssh {name}, no_tty", "within": 15, "answers": {"5": PASSWORD},
               "uri": uri("qemu+ssh", f"{user}@127.0.0.1:{ground.hosts.ports[host]}", command=ground.place.ssh, no_tty="1")}
    for name, words in {"password": PASSWORD, "wrong password": "wrong"}.items():
        program = ground.answering(name, words)
        yield {"name": f"ssh {name} by SSH_ASKPASS", "within": 15, "environment": {"SSH_ASKPASS": program, "DISPLAY": ":0"},
               "uri": uri("qemu+ssh", f"visitor@127.0.0.1:{ground.hosts.ports['password']}", command=ground.place.ssh)}
    for name, agent in {"agent": ground.agents["good"], "agent with a stranger's key": ground.agents["odd"]}.items():
        yield {"name": f"ssh {name}", "within": 15, "environment": {"SSH_AUTH_SOCK": agent.socket},
               "uri": uri("qemu+ssh", address, command=ground.place.ssh, no_tty="1")}


class Ground:
    """Hosts, agents and files of the cases; `fresh` makes the files anew for the next library."""

    def __init__(self, place):
        self.place = place
        self.hosts = place.hosts
        self.added = place.at("added")
        add_hosts(place)
        subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", place.at("host_ecdsa")], check=True)
        self.hosts.known_hosts("all known", "host_ed25519")
        self.hosts.known_hosts("all changed", "other_ed25519")
        self.hosts.known_hosts("revoked", "host_ed25519", before="@revoked ")
        self.hosts.known_hosts("hashed", "host_ed25519")
        self.hosts.known_hosts("other kind", "host_ecdsa")
        subprocess.run(["ssh-keygen", "-q", "-H", "-f", place.at("hashed")], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        os.unlink(place.at("hashed.old"))
        self.hosts.known_hosts("known", "host_ed25519")
        with open(place.at("ssh auth.conf"), "w", encoding="utf-8") as handle:
            handle.write(f"[credentials-a]\nauthname=visitor\npassword={PASSWORD}\n[auth-ssh-127.0.0.1]\ncredentials=a\n")
        self.agents = {name: Agent(place, f"agent-{name}", key)
                       for name, key in [("good", "user_key"), ("odd", "stranger_key"), ("empty", None)]}

    def stop(self):
        """Ends the agents."""
        for agent in self.agents.values():
            agent.stop()

    def at(self, *names):
        """A path in the private folder."""
        return self.place.at(*names)

    def file(self, *names):
        """A path among the files that are made anew."""
        return os.path.join(self.added, *names)

    def copy(self, source, *names):
        """A copy of a file for one case."""
        return self.file("-".join((source, *names)))

    def fresh(self):
        """No file has been touched."""
        shutil.rmtree(self.added, ignore_errors=True)
        os.mkdir(self.added)
        for source in ("all known", "all changed", "revoked", "hashed", "other kind", "user_key"):
            for library, verify in itertools.product((*LIBRARIES, "ssh"), ("normal", "auto", "ignore")):
                shutil.copy(self.at(source), self.copy(source, library, verify))

    def written(self):
        """What the files hold: host, kind and key of each line, by path."""
        found = {}
        for folder, _, names in os.walk(self.added):
            for name in names:
                path = os.path.join(folder, name)
                lines = open(path, encoding="utf-8").read().splitlines()
                found[path] = [line.split()[:3] for line in lines if line.strip()]
        return found

    def ssh_with(self, name, way):
        """An ssh that knows hosts by a file of its own."""
        path = self.copy(name, "ssh", way)
        return script(self.at(f"ssh {name} {way}"), f"#!/bin/sh\nexec ssh -F none -o UserKnownHostsFile='\"{path}\"' \"$@\"\n")

    def answering(self, name, words):
        """A program that answers every question."""
        return script(self.at(f"askpass {name}"), f"#!/bin/sh\necho '{words}'\n")
