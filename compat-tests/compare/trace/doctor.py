"""oxivirt-doctor: against a real daemon, and against everything that can be wrong."""
import json
import os
import shutil
import socket
import subprocess
import time

from compare.trace import peers, trust

LIMIT = 60


class Doctor:
    """A copy of the program that every user may run."""

    def __init__(self, program, folder):
        self.path = f"{folder}/oxivirt-doctor"
        shutil.copy(program, self.path)
        os.chmod(self.path, 0o755)

    def run(self, *arguments, settings=(), **how):
        """Runs it with variables of its environment on top of this one's, without those that the library reads."""
        env = {name: value for name, value in os.environ.items() if not name.startswith(("LIBVIRT", "OXIVIRT", "XDG"))}
        return subprocess.run([self.path, *arguments], env=dict(env, **dict(settings)), capture_output=True, text=True,
                              timeout=LIMIT, check=False, **how)


def usual(wanted, done, status):
    """Returns what is wrong: the status, or words that are missing."""
    text = done.stdout + done.stderr
    missing = [word for word in wanted if word not in text]
    if done.returncode != status or missing:
        return f"exit status {done.returncode}, missing {missing} in\n{text}"
    return ""


def works(check, doctor, daemon, uri):
    """Checks what it says of a daemon that works."""
    done = doctor.run(uri)
    check("doctor: a daemon in words", usual(
        [f"transport unix, socket {daemon.socket}", "and may connect", "libvirtd listens there", "authentication offered: none",
         f"URI that it reports: {uri}", "driver: TEST", "verdict: works"], done, 0))
    done = doctor.run("--json", "--readonly", uri)
    found = json.loads(done.stdout)
    steps = [step["step"] for step in found["steps"]]
    order = ["configuration", "name", "target", "connected", "auth-offered", "authenticated", "opening", "opened", "done"]
    check("doctor: a daemon as JSON", "" if (
        done.returncode == 0 and found["works"] and found["error"] is None and found["daemon"]["uri"] == uri
        and [step for step in steps if step in order] == order) else done.stdout)
    asked = [step["text"] for step in found["steps"] if step["step"] == "opening"]
    check("doctor: read-only", "" if asked == ["asking for 'test:///default' with flags 0x1"] else f"{asked}")
    done = doctor.run(settings={"LIBVIRT_DEFAULT_URI": uri})
    check("doctor: the default URI", usual(["from LIBVIRT_DEFAULT_URI", "verdict: works"], done, 0))
    # Like any program, it ends quietly when nobody reads.
    reader, writer = os.pipe()
    os.close(reader)
    status = subprocess.run([doctor.path, uri], stdout=writer, stderr=subprocess.PIPE, timeout=LIMIT, check=False)
    os.close(writer)
    check("doctor: nobody reads", "" if (status.returncode, status.stderr) == (0, b"") else f"{status}")


def fails(check, doctor, folder):
    """Checks what it says of sockets and URIs that do not work."""
    def at(name):
        return f"test+unix:///default?socket={folder}/{name}"

    check("doctor: no socket", usual([f"the socket {folder}/none does not exist", f"only {folder} exists", "hint: start"],
                                     doctor.run(at("none")), 1))
    check("doctor: a bad URI", usual(["verdict: fails: ", "hint: a URI looks like"], doctor.run("qemu:///a b"), 1))
    check("doctor: an unknown transport", usual(["transport in URL not recognised"], doctor.run("qemu+carrier://host/system"), 1))
    check("doctor: an unknown alias", usual(["'elsewhere' is no URI", "uri_aliases in /"], doctor.run("elsewhere"), 1))
    for arguments in (["--nonsense"], ["a", "b"], ["--timeout", "soon"], ["--timeout"]):
        check(f"doctor: {arguments}", usual(["usage: oxivirt-doctor"], doctor.run(*arguments), 2))
    left = socket.socket(socket.AF_UNIX)
    left.bind(f"{folder}/left")
    left.close()
    check("doctor: a socket that was left", usual(["nobody listens at", "nobody listens there (in"], doctor.run(at("left")), 1))
    for behaviour, wanted in ((peers.stranger, ["is not a libvirt daemon"]), (peers.busy, ["was accepted and then ended"]),
                              (peers.refusing, ["the daemon was reached and refuses", "does not have the driver"])):
        peer = peers.Peer(folder, behaviour)
        done = doctor.run("--json", at(behaviour.__name__))
        found = json.loads(done.stdout)
        told = f"{found['verdict']} {found['hint']}"
        missing = [word for word in wanted if word not in told]
        check(f"doctor: a {behaviour.__name__} peer", f"{told}" if missing or done.returncode != 1 or found["works"] else "")
        del peer
    peers.Peer(folder, peers.silent)
    began = time.monotonic()
    done = doctor.run("--timeout", "0.5", at("silent"))
    check("doctor: a silent peer", usual(["no word came"], done, 1))
    check("doctor: in time", "" if time.monotonic() - began < 20 else "took too long")


def other_user(check, report, doctor, daemon, folder):
    """Checks what it says where this user may not connect, and of aliases."""
    if os.geteuid():
        report("skipped", "doctor: another user", "needs root")
        return
    nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []}
    closed = f"{folder}/closed"
    os.mkdir(closed, 0o700)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(f"{closed}/sock")
    listener.listen()
    done = doctor.run(f"test+unix:///default?socket={closed}/sock", **nobody)
    check("doctor: a closed directory", usual([f"directory {closed} may not be searched: owner root", "runs as user nobody",
                                               "this user may not connect"], done, 1))
    os.chmod(closed, 0o755)
    os.chown(f"{closed}/sock", 0, 1)
    os.chmod(f"{closed}/sock", 0o660)
    done = doctor.run(f"test+unix:///default?socket={closed}/sock", **nobody)
    check("doctor: permission denied", usual(["owner root, group daemon, mode 0660", "and may not connect",
                                              "become a member"], done, 1))
    listener.close()
    config = f"{folder}/config/libvirt"
    os.makedirs(config)
    with open(f"{config}/libvirt.conf", "w", encoding="ascii") as conf:
        conf.write(f'uri_aliases = [ "mine=test+unix:///default?socket={daemon.socket}" ]\nuri_default = "mine"\n')
    settings = {"XDG_CONFIG_HOME": f"{folder}/config"}
    os.chmod(daemon.directory, 0o755)
    done = doctor.run("mine", settings=settings, **nobody)
    check("doctor: an alias", usual(["libvirt.conf: read", "'mine' is an alias of 'test+unix"], done, 0))
    done = doctor.run(settings=settings, **nobody)
    check("doctor: uri_default", usual(["from uri_default", "'mine' is an alias"], done, 0))
    done = doctor.run("--no-aliases", "mine", settings=settings, **nobody)
    check("doctor: --no-aliases", usual(["does not include a driver name"], done, 1))
    with open(f"{config}/libvirt.conf", "w", encoding="ascii") as conf:
        conf.write("uri_aliases = [\n")
    done = doctor.run("mine", settings=settings, **nobody)
    check("doctor: a broken configuration", usual(["libvirt.conf:", "hint: correct"], done, 1))


def examine(counts, program, daemon, uri, folder):
    """Asks it everything."""
    check, report = counts.check, counts.report
    if not program.exists():
        check("doctor", f"{program} does not exist")
        return
    doctor = Doctor(program, folder)
    works(check, doctor, daemon, uri)
    fails(check, doctor, folder)
    other_user(check, report, doctor, daemon, folder)
    trust.examine(check, doctor, folder)
