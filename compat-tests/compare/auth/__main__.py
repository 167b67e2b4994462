"""Authentication against a real libvirtd: who is asked what, what comes of it, and every error text, stock beside ours.

Each case opens one connection in a process of its own, first with the stock library, then with ours (OXIVIRT_LIBDIR);
without OXIVIRT_LIBDIR the stock library runs alone, which proves the cases. Arguments: parts of the names of cases.
Last line: `auth: N passed, N failed, N skipped`.
"""

import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from lib import library, polkit, sasl
from lib.counting import Counts
from lib.processes import clean_up_on_sigterm

DEADLINE = 60
GOOD = {"2": "fred", "5": "123456"}
USERS = [("fred", "123456"), ("fr\u00e9d", "p\u00e4ss"), ("a=b,c", 'q"\\u')]

USERNAME, AUTHNAME, PASSPHRASE, NOECHO, REALM = 1, 2, 5, 7, 8

# What the stock library leaves unsaid ("the cause is unknown") and ours says. Key: end of a case's name.
CLEARER = {
    "authfile missing": "No such file or directory",
    "authfile is a folder": "Is a directory",
    "authfile with nonsense": "neither a group nor key=value nor a comment",
    "authfile truncated": "a group's name is not complete",
    "authfile with a key first": "a key stands before the first group",
}


def run(case, libdir, daemon=None, tests=None):
    """Returns what happened, or how the process ended. A case that names a `user` runs beside `daemon`, from the copy `tests`."""
    environment = library.environment(libdir, **{"USER": "fred", **case.get("environment", {})})
    command = library.program(libdir, "compare.auth.client", json.dumps(case))
    if "user" in case:
        user = pwd.getpwnam(case["user"])
        command = daemon.beside("setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", *command)
        environment["PYTHONPATH"] = tests
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=DEADLINE,
                          check=False)
    if done.returncode != 0:
        return {"ended": done.returncode, "stderr": done.stderr[-400:]}
    return json.loads(done.stdout)


def case(name, uri, expect=True, kinds=(AUTHNAME, PASSPHRASE), answers=None, **more):
    """`expect`: whether the connection opens."""
    kinds = None if kinds is None else list(kinds)
    return {"name": name, "uri": uri, "expect": expect, "kinds": kinds,
            "answers": GOOD if answers is None else answers, **more}


def mechanism_cases(unix, tcp):
    """Yields every mechanism over both transports, with the right password and a wrong one."""
    for mechanism in ("", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"):
        auth = f"&auth=sasl.{mechanism}" if mechanism else ""
        for where, uri, weak in (("unix", unix, False), ("tcp", tcp, mechanism not in ("", "DIGEST-MD5"))):
            name = f"{where} {mechanism or 'any mechanism'}"
            yield case(name, uri + auth, not weak)
            yield case(f"{name}, wrong password", uri + auth, False, answers=GOOD | {"5": "wrong"})
            yield case(f"{name}, unknown user", uri + auth, False, answers=GOOD | {"2": "nobody"})
            for user, password in USERS[1:]:
                yield case(f"{name}, user {user}", uri + auth, not weak, answers={"2": user, "5": password})


def choice_cases(unix, tcp):
    """Yields the values of the URI's `auth`."""
    for auth, expect in (("sasl", True), ("SASL", True), ("Sasl.PLAIN", True), ("sasl.digest-md5", False),
                         ("sasl.", False), ("sasl.SCRAM", False), ("sasl.NOPE", False), ("sasl.GSSAPI", False),
                         ("polkit", False), ("none", False), ("x", False), ("saslx", False)):
        yield case(f"unix auth={auth}", f"{unix}&auth={auth}", expect)
    yield case("tcp auth=sasl.SCRAM-SHA-1", f"{tcp}&auth=sasl.SCRAM-SHA-1", False)


def callback_cases(unix, tcp):
    """Programs that can answer more, less, nothing, or that give up."""
    for where, uri in (("unix", unix), ("tcp", tcp)):
        yield case(f"{where} no virConnectAuth", uri, False, kinds=None)
        yield case(f"{where} no kinds", uri, False, kinds=())
        yield case(f"{where} name only", uri, False, kinds=(AUTHNAME,))
        yield case(f"{where} password only", uri, kinds=(PASSPHRASE,))
        yield case(f"{where} password only, no USER", uri, False, kinds=(PASSPHRASE,), environment={"USER": ""})
        yield case(f"{where} hidden prompt only", uri, False, kinds=(NOECHO,))
        yield case(f"{where} every kind", uri, kinds=(8, 7, 6, 5, 4, 3, 2, 1, 9), answers=GOOD | {"1": ""})
        yield case(f"{where} same user", uri, kinds=(1, 2, 5), answers=GOOD | {"1": "fred"})
        yield case(f"{where} other user", uri, False, kinds=(1, 2, 5), answers=GOOD | {"1": "admin"})
        yield case(f"{where} no answer to user", uri, kinds=(1, 2, 5))
        yield case(f"{where} gives up", uri, False, callback="fail")
        yield case(f"{where} no callback", uri, False, callback="none")
        yield case(f"{where} no name", uri, False, answers={"5": "123456"})
        yield case(f"{where} no password", uri, False, answers={"2": "fred"})
        yield case(f"{where} empty name", uri, False, answers=GOOD | {"2": ""})
        yield case(f"{where} blank name", uri, False, answers=GOOD | {"2": " \t"})
        yield case(f"{where} name with blanks", uri, answers=GOOD | {"2": " fred\n"})
        yield case(f"{where} empty password", uri, False, answers=GOOD | {"5": ""})
        yield case(f"{where} long name", uri, False, answers=GOOD | {"2": "x" * 1025})
        yield case(f"{where} name of 1024", uri, False, answers=GOOD | {"2": "x" * 1024})
        yield case(f"{where} password of 70000", uri, False, answers=GOOD | {"5": "x" * 70000})
        yield case(f"{where} length zero", uri, False, lengths="zero")
        yield case(f"{where} not UTF-8", uri, False, answers={"2": "fr\u00e9d", "5": "p\u00e4ss"}, latin1=True)
    yield case("unix PLAIN, password too long", unix + "&auth=sasl.PLAIN", False, answers=GOOD | {"5": "x" * 70000})


FILES = {
    "good": "[credentials-c]\nauthname=fred\npassword=123456\n[auth-libvirt-{host}]\ncredentials=c\n",
    "default": "[auth-libvirt-default]\ncredentials=c\n[credentials-c]\npassword=123456\nauthname=fred\n",
    "crlf and comments": "# x\r\n\r\n [auth-libvirt-{host}]\r\ncredentials = c\r\n[credentials-c]\r\n"
                         "authname= fred\r\npassword=\\s123456\r\npassword=1234\\\\56\r\npassword=123456\r\n",
    "other host": "[credentials-c]\nauthname=fred\npassword=123456\n[auth-libvirt-elsewhere]\ncredentials=c\n",
    "other service": "[credentials-c]\nauthname=fred\npassword=123456\n[auth-ssh-{host}]\ncredentials=c\n",
    "name only": "[credentials-c]\nauthname=fred\n[auth-libvirt-{host}]\ncredentials=c\n",
    "password only": "[credentials-c]\npassword=123456\n[auth-libvirt-{host}]\ncredentials=c\n",
    "user too": "[credentials-c]\nusername=fred\nauthname=fred\npassword=123456\n[auth-libvirt-{host}]\ncredentials=c\n",
    "wrong password": "[credentials-c]\nauthname=fred\npassword=wrong\n[auth-libvirt-{host}]\ncredentials=c\n",
    "no credentials item": "[auth-libvirt-{host}]\nx=y\n",
    "no such credentials": "[auth-libvirt-{host}]\ncredentials=c\n",
    "empty": "",
    "with nonsense": "[a]\nnonsense\n",
    "truncated": "[credentials-c]\nauthname=fred\n[auth-lib",
    "with a key first": "a=b\n[a]\n",
}


def file_cases(unix, tcp, folder):
    """auth.conf in all places and states."""
    opens = {"good", "default", "crlf and comments", "other host", "other service", "name only", "password only",
             "user too", "empty"}
    for where, uri, host in (("unix", unix, "localhost"), ("tcp", tcp, "127.0.0.1")):
        for name, text in FILES.items():
            path = os.path.join(folder, f"{where} {name}".replace(" ", "-"))
            with open(path, "w", encoding="utf-8", newline="") as handle:
                handle.write(text.format(host=host))
            yield case(f"{where} authfile {name}", f"{uri}&authfile={path}", name in opens)
        good = os.path.join(folder, f"{where}-good")
        yield case(f"{where} authfile without kinds", f"{uri}&authfile={good}", False, kinds=())
        yield case(f"{where} authfile without virConnectAuth", f"{uri}&authfile={good}", False, kinds=None)
        yield case(f"{where} authfile without callback", f"{uri}&authfile={good}", callback="none")
        yield case(f"{where} authfile name only without callback", f"{uri}&authfile={folder}/{where}-name-only", False,
                   callback="none")
        yield case(f"{where} authfile missing", f"{uri}&authfile={folder}/missing", False)
        yield case(f"{where} authfile is a folder", f"{uri}&authfile={folder}", False)
        yield case(f"{where} LIBVIRT_AUTH_FILE", f"{uri}&authfile={folder}/missing", answers={},
                   environment={"LIBVIRT_AUTH_FILE": good})
        own = os.path.join(folder, f"{where}-config")
        os.makedirs(os.path.join(own, "libvirt"))
        shutil.copy(good, os.path.join(own, "libvirt", "auth.conf"))
        yield case(f"{where} the user's own file", uri, answers={}, environment={"XDG_CONFIG_HOME": own})
        yield case(f"{where} authfile before the user's own", f"{uri}&authfile={folder}/{where}-wrong-password", False,
                   answers={}, environment={"XDG_CONFIG_HOME": own})


def kerberos_cases(unix, tcp, kerberos):
    """With a ticket and without. On a UNIX socket the client asks for a ticket of localhost."""
    ticket = {"KRB5_CONFIG": kerberos.config, "KRB5CCNAME": f"FILE:{kerberos.ticket}"}
    for where, uri in (("tcp", tcp), ("unix", unix)):
        yield case(f"{where} GSSAPI", uri, environment=ticket)
        yield case(f"{where} GSSAPI without virConnectAuth", uri, kinds=None,
                   environment=ticket)
        yield case(f"{where} GSSAPI by name", f"{uri}&auth=sasl.GSSAPI",
                   environment=ticket)
        yield case(f"{where} GSSAPI same user", uri, kinds=(1, 2, 5),
                   answers=GOOD | {"1": "fred"}, environment=ticket)
        yield case(f"{where} GSSAPI without a ticket", uri, False,
                   environment=ticket | {"KRB5CCNAME": f"FILE:{kerberos.directory}/none"})
    wrong = tcp.replace(socket.gethostname(), "127.0.0.1")
    yield case("tcp GSSAPI to a host without a key", wrong, False, environment=ticket)


def polkit_cases(daemon, users):
    """Allowed, denied, and asked for a password where no agent runs; the URI's `auth`; the socket for everyone."""
    uri = daemon.test_uri
    for user, result in users.items():
        opens = result == "YES"
        for name, kinds in (("no virConnectAuth", None), ("no kinds", ()), ("external", (9,))):
            yield case(f"polkit {result}, {name}", uri, opens, kinds=kinds, user=user)
        yield case(f"polkit {result}, gives up", uri, opens, kinds=(9,), callback="fail", user=user)
        yield case(f"polkit {result}, by name", f"{uri}&auth=PolKit", opens, user=user)
        yield case(f"polkit {result}, sasl wanted", f"{uri}&auth=sasl", False, user=user)
        yield case(f"polkit {result}, for everyone", uri + "-ro", user=user, readonly=True)


def compare(one, libdir, **where):
    """Returns the problems of one case; `where` is for run()."""
    stock = run(one, None, **where)
    problems = []
    if stock.get("open") is not one["expect"]:
        problems.append(f"stock: expected open={one['expect']}: {stock}")
    if stock.get("open") and not ((stock["carried"] or one.get("readonly")) and stock["close"]):
        problems.append(f"stock: the connection carries nothing: {stock}")
    if not libdir:
        return problems
    ours = run(one, libdir, **where)
    clearer = next((text for name, text in CLEARER.items() if one["name"].endswith(name)), None)
    if clearer and stock.get("error") and "cause is unknown" in stock["error"][2] and ours.get("error"):
        if clearer not in ours["error"][2]:
            problems.append(f"ours does not say {clearer!r}: {ours}")
        ours["error"] = stock["error"]
    if ours != stock:
        differing = sorted(key for key in {*ours, *stock} if ours.get(key) != stock.get(key))
        problems.append("\n".join(f"  {key}: stock {stock.get(key)}\n  {key}: ours  {ours.get(key)}" for key in differing))
    return problems


def run_all(counts, cases, libdir, **where):
    """Runs cases two at a time, those only that the arguments name; tells failures."""
    wanted = sys.argv[1:]
    cases = [one for one in cases if not wanted or any(word in one["name"] for word in wanted)]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda one: compare(one, libdir, **where), cases))
    for one, problems in zip(cases, results):
        counts.expect(not problems, "\n".join([f"{one['name']}: {one['uri']}", *problems]))


def passwords(counts, folder, libdir):
    """Mechanisms, callbacks, files."""
    with sasl.daemon("scram-sha-256 scram-sha-1 digest-md5 plain", USERS) as daemon:
        unix, tcp = daemon.test_uri, f"test+tcp://127.0.0.1:{daemon.tcp_port}/default?no_tty=1"
        for cases in (mechanism_cases, choice_cases, callback_cases):
            run_all(counts, cases(unix, tcp), libdir)
        run_all(counts, file_cases(unix, tcp, folder), libdir)


def tickets(counts, libdir):
    """Kerberos."""
    with sasl.Kerberos() as kerberos, sasl.daemon("gssapi", kerberos=kerberos) as daemon:
        tcp = f"test+tcp://{socket.gethostname()}:{daemon.tcp_port}/default?no_tty=1"
        run_all(counts, kerberos_cases(daemon.test_uri, tcp, kerberos), libdir)


def users(counts, folder, libdir):
    """Users that polkit knows. They must be able to read the client and the library, wherever the checkout is."""
    reason = polkit.unfit()
    if reason:
        counts.skip("polkit", reason)
        return
    os.chmod(folder, 0o755)
    tests = os.path.join(folder, "tests")
    shutil.copytree(library.TESTS / "lib", os.path.join(tests, "lib"))
    shutil.copytree(library.TESTS / "compare" / "auth", os.path.join(tests, "compare", "auth"))
    if libdir:
        libdir = shutil.copytree(libdir, os.path.join(folder, "libraries"))
    answers = {"nobody": "YES", "daemon": "NO", "games": "AUTH_ADMIN"}
    with polkit.daemon(answers) as daemon:
        os.chmod(daemon.directory, 0o755)
        run_all(counts, polkit_cases(daemon, answers), libdir, daemon=daemon, tests=tests)


def main():
    """Everything."""
    clean_up_on_sigterm()
    counts = Counts("auth")
    for tool in ("saslpasswd2", "krb5kdc", "kinit"):
        if not shutil.which(tool, path=library.PATH):
            counts.report("failed", tool, "is not installed: compat-tests/setup installs it")
    if counts.failed:
        return counts.finish()
    with tempfile.TemporaryDirectory(prefix="authfiles-") as folder:
        passwords(counts, folder, library.ours())
        tickets(counts, library.ours())
        users(counts, folder, library.ours())
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
