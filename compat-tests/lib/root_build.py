"""Builds roots: small Debian systems, one for each libvirt version of a Debian release, in target/roots or $OXIVIRT_ROOTS.

`compat-tests/run lib.root_build [NAME...]` builds those that are not there yet (all without NAME), in parallel, and
says how long each took.
A root is built beside its place and moved there when it is complete; a changed recipe builds it again. All mounts are in a
mount namespace of the build's own, so nothing stays behind, whatever happens. See ROOTS.md.
"""

import concurrent.futures
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
ROOTS = pathlib.Path(os.environ.get("OXIVIRT_ROOTS") or TOP / "target" / "roots").absolute()
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
# The libvirt each suite has; sid moves on, what is really there is asked for (version()).
SUITES = {"bullseye": "7.0.0", "trixie": "11.3.0", "sid": "12.8.0"}
PACKAGES = """libvirt-daemon libvirt-daemon-system libvirt-clients libvirt-daemon-driver-qemu qemu-system-x86 qemu-utils
dnsmasq-base iptables iproute2 dmidecode netcat-openbsd openssh-server dbus sasl2-bin libsasl2-modules
libsasl2-modules-db libsasl2-modules-gssapi-mit""".split()
OLD = ["policykit-1"]
# Newer packages split the daemon's drivers.
NEW = ["polkitd", "libvirt-daemon-common", "libvirt-daemon-log", "libvirt-daemon-lock",
       *(f"libvirt-daemon-driver-{name}" for name in "network storage interface nodedev nwfilter secret".split())]
# Systems with what programs of libvirt's need, but nothing of libvirt itself: programs are installed there on our packages.
CLIENT_SUITES = {"clients-bookworm": "bookworm", "clients-trixie": "trixie"}
# The programs, and what of libvirt they bring along: installed once, so that everything else stays, then removed again. Their
# packages are kept, so that they are installed without a network.
CLIENTS = """python3-libvirt virt-manager virt-viewer nbdkit nbdkit-plugin-libvirt collectd-core libvirt-clients libvirt-dev
gir1.2-libvirt-glib-1.0 libvirt-glib-1.0-0 libvirt0 libvirt-l10n""".split()
# Wants the stock daemons, which are not wanted here: only its package is kept.
DOWNLOADED = ["libvirt-dbus"]
NEEDED = ["dbus", "polkitd", "pkgconf", "adduser"]
# What else of theirs is there, in one release or the other.
REMOVED = ["virtinst", "virt-install", "libvirt-common"]
DPKG = "".join(f"path-exclude=/usr/share/{name}/*\n" for name in ("doc", "man", "locale", "info")) + "force-unsafe-io\n"
# Nobody signs the lists of a machine that has been offline for a while anew.
APT = 'Acquire::Check-Valid-Until "false";\nAcquire::Check-Date "false";\nAPT::Install-Recommends "false";\n' \
      'Acquire::Languages "none";\n'
# No program of a package starts while it is installed.
POLICY = "#!/bin/sh\nexit 101\n"
DEVICES = {"null": (0o666, 1, 3), "zero": (0o666, 1, 5), "full": (0o666, 1, 7), "random": (0o666, 1, 8),
           "urandom": (0o666, 1, 9), "tty": (0o666, 5, 0), "ptmx": (0o666, 5, 2), "net/tun": (0o666, 10, 200)}
NAMESPACES = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]


class RootError(RuntimeError):
    """A root is not to be had; the message says why."""


def unfit():
    """Returns why this machine cannot build or run roots, or None."""
    if os.geteuid() != 0:
        return "roots need the superuser"
    wanted = ("debootstrap", "unshare", "setpriv", "nsenter", "mount", "pivot_root")
    missing = [name for name in wanted if not shutil.which(name)]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if subprocess.run([*NAMESPACES, "true"], stderr=subprocess.DEVNULL, check=False).returncode:
        return "this process may not create namespaces"
    return None


def mirror():
    """Returns where this machine's own packages come from."""
    listing = subprocess.run(["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"],
                             stdout=subprocess.PIPE, text=True, check=False).stdout
    for address in listing.splitlines():
        if re.fullmatch(r"https?://.*/debian/?", address):
            return address
    raise RootError("apt's sources name no mirror of Debian")


def recipe(name):
    """Returns what the root is made from; another recipe is another root."""
    parts = [CLIENTS, DOWNLOADED, NEEDED, REMOVED] if name in CLIENT_SUITES else [PACKAGES, OLD, NEW]
    text = json.dumps([name, *parts, DPKG, APT])
    return hashlib.sha256(text.encode()).hexdigest()


def ready(name):
    """Returns true if the root is there and complete."""
    stamp = ROOTS / name / ".recipe"
    return stamp.exists() and stamp.read_text(encoding="ascii") == recipe(name)


def populate_dev(dev):
    """A private /dev: packages change owners there, and the host's must stay as they are."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", dev], check=True)
    for folder in ("pts", "shm", "net"):
        os.mkdir(dev / folder)
    os.chmod(dev / "shm", 0o1777)
    subprocess.run(["mount", "-t", "devpts", "-o", "newinstance,ptmxmode=0666,mode=620,gid=5", "devpts", dev / "pts"],
                   check=True)
    old = os.umask(0)
    for name, (mode, major, minor) in DEVICES.items():
        os.mknod(dev / name, mode | 0o020000, os.makedev(major, minor))
    os.umask(old)
    for name, target in (("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        os.symlink(target, dev / name)


def inside(name, folder, address):
    """First process of the build's namespaces: a minimal system, then the packages in it."""
    folder = pathlib.Path(folder)

    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "HOME": "/root",
                   "DEBIAN_FRONTEND": "noninteractive", "DPKG_FORCE": "unsafe-io",
                   **{key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}}

    def run(*command):
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=environment)

    def put(path, text, mode=0o644):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="ascii")
        target.chmod(mode)

    run("mount", "--make-rprivate", "/")
    suite = CLIENT_SUITES.get(name, name)
    run("debootstrap", "--variant=minbase", f"--keyring={KEYRING}", suite, folder, address)
    put("usr/sbin/policy-rc.d", POLICY, 0o755)
    put("etc/dpkg/dpkg.cfg.d/small", DPKG)
    put("etc/apt/apt.conf.d/99roots", APT)
    put("etc/apt/sources.list", f"deb {address} {suite} main\n")
    for path in ("etc/resolv.conf", "etc/hosts"):
        shutil.copyfile(f"/{path}", folder / path)
    run("mount", "-t", "proc", "proc", folder / "proc")
    populate_dev(folder / "dev")
    run("chroot", folder, "apt-get", "update")
    if name in CLIENT_SUITES:
        install_and_remove_clients(folder, run)
    else:
        run("chroot", folder, "apt-get", "install", "-y", *PACKAGES, *(OLD if name == "bullseye" else NEW))
        run("chroot", folder, "apt-get", "clean")
    put("etc/network/interfaces", "auto lo\niface lo inet loopback\n")
    # A machine of its own; made once, so that answers do not vary.
    put("etc/machine-id", hashlib.md5(name.encode()).hexdigest() + "\n")


def install_and_remove_clients(folder, run):
    """Leaves a system with everything that the programs need but libvirt, and with the packages to install them again."""
    run("chroot", folder, "apt-get", "install", "-y", "-o", "APT::Keep-Downloaded-Packages=true", *CLIENTS, *NEEDED)
    archives = folder / "var/cache/apt/archives"
    run("chroot", folder, "sh", "-c", f"cd /var/cache/apt/archives && apt-get -o APT::Sandbox::User=root download {' '.join(DOWNLOADED)}")
    kept = CLIENTS + DOWNLOADED + REMOVED
    for archive in archives.glob("*.deb"):
        if archive.name.split("_")[0] not in kept:
            archive.unlink()
    listing = subprocess.run(["chroot", folder, "dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n"], stdout=subprocess.PIPE,
                             text=True, check=True).stdout
    there = {line.split()[0] for line in listing.splitlines() if line.endswith(" installed")}
    run("chroot", folder, "dpkg", "--purge", *(package for package in CLIENTS + REMOVED if package in there))


def build(name):
    """Builds one root unless it is there; returns the seconds it took. Two at once wait for each other."""
    if name not in {**SUITES, **CLIENT_SUITES}:
        raise RootError(f"no root is called {name!r}; there are {', '.join({**SUITES, **CLIENT_SUITES})}")
    started = time.monotonic()
    ROOTS.mkdir(parents=True, exist_ok=True)
    with open(ROOTS / f"{name}.lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if ready(name):
            return 0.0
        why = unfit()
        if why:
            raise RootError(why)
        address = mirror()
        folder, log = ROOTS / f"{name}.building", ROOTS / f"{name}.log"
        shutil.rmtree(folder, ignore_errors=True)
        with open(log, "wb") as output:
            # Ends with this process, however that ends.
            command = ["setpriv", "--pdeathsig", "KILL", *NAMESPACES, sys.executable, "-m", "lib.root_build", "inside", name, folder,
                       address]
            done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False)
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            said = [line for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if re.match("[EW]: ", line)]
            raise RootError(f"{address} gave no root of {name}: {said[-1] if said else 'see'} ({log})")
        (folder / ".recipe").write_text(recipe(name), encoding="ascii")
        shutil.rmtree(ROOTS / name, ignore_errors=True)
        folder.rename(ROOTS / name)
    return time.monotonic() - started


def build_all(names=tuple(SUITES)):
    """Builds these roots, two at a time; {name: seconds or RootError}."""
    found = {}
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = {name: pool.submit(build, name) for name in names}
        for name, job in jobs.items():
            try:
                found[name] = job.result()
            except RootError as error:
                found[name] = error
    return found


def main():
    """Command line."""
    if sys.argv[1:2] == ["inside"]:
        inside(*sys.argv[2:])
        return 0
    found = build_all(sys.argv[1:] or tuple({**SUITES, **CLIENT_SUITES}))
    for name, result in found.items():
        print(f"{name}: {result}" if isinstance(result, RootError) else f"{name}: {result:.0f} s", flush=True)
    return any(isinstance(result, RootError) for result in found.values())


if __name__ == "__main__":
    sys.exit(main())
