"""What is installed with the daemons, in a temporary place: the units are verified by systemd, the lenses run their tests, and the example
configurations, log rotation, the group and the manual pages are read by the programs that will read them. The daemons start with the
examples, and with every setting of them. Last line: `daemon-files: N passed, N failed, N skipped`."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lib.counting import Counts
from lib.front_daemon import program
from lib.library import TOP
from lib.processes import clean_up_on_sigterm, end_process, give_to_ordinary_user, ordinary_user, wait_for_socket

DAEMONS = ("libvirtd", "virtproxyd", "virttestd")
# What a proxy that decodes what the network sends must not be able to do.
HARDENED = ("NoNewPrivileges=yes", "ProtectSystem=strict", "MemoryDenyWriteExecute=yes", "SystemCallFilter=@system-service", "RestrictNamespaces=yes")
# Settings that name files, hosts and users that are not there.
OF_HOSTS = ("_file", "listen_", "_port", "sock_dir", "sock_group", "auth_", "access_drivers", "log_outputs", "tls_", "tcp_", "sasl_", "audit_", "host_uuid")


def run(*command, **more):
    """Returns what a program says and its exit status."""
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **more)
    return done.stdout.strip(), done.returncode


def verdict(counts, name, tool, *command, **more):
    """Runs one program on what was installed; what it says is what is wrong."""
    if not shutil.which(tool):
        counts.skip(name, f"{tool} is not there")
        return
    said, status = run(tool, *command, **more)
    counts.check(name, f"exit status {status}: {said}" if status or said else "")


def units(counts, prefix):
    """Services and sockets, as systemd reads them."""
    folder = prefix / "lib/systemd/system"
    for name in sorted(path.name for path in folder.iterdir()):
        # The daemons of other packages are not there; the search path has this folder first.
        environment = {**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:"}
        verdict(counts, f"unit {name}", "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", folder / name, env=environment)
    text = (folder / "virtproxyd.service").read_text()
    missing = [line for line in HARDENED if line not in text]
    counts.check("virtproxyd is confined", ", ".join(missing))
    for name in ("libvirtd", "virtproxyd"):
        listens = re.findall(r"^ListenStream=(.*)$", "\n".join(path.read_text() for path in sorted(folder.glob(f"{name}*.socket"))), re.M)
        wanted = ["/run/libvirt/libvirt-admin-sock", "/run/libvirt/libvirt-sock-ro", "16509", "16514", "/run/libvirt/libvirt-sock"]
        counts.check(f"sockets of {name}", "" if sorted(listens) == sorted(wanted) else str(listens))


def examples(counts, root, folder):
    """Configurations: as they are, and with every setting that needs nothing else; the daemons start with both."""
    for name in DAEMONS:
        text = (root / f"etc/libvirt/{name}.conf").read_text()
        settings = [line[1:] for line in text.splitlines() if re.match(r"#[a-z_]+ = ", line)]
        own = [line for line in settings if not any(word in line.split(" = ")[0] for word in OF_HOSTS)]
        # All that stock has, of daemons on the network and of others, but for two that it does not look at, and five of our own.
        expected = 38 if name == "virttestd" else 56
        counts.check(f"settings of {name}", "" if len(settings) == expected else f"{len(settings)}, expected {expected}")
        for what, lines in (("as it is", []), ("with its settings", own)):
            counts.check(f"{name} with the example {what}", starts(name, text + "\n" + "\n".join(lines) + "\n", folder))


def starts(name, text, folder):
    """Returns why the daemon does not start with a configuration."""
    place = tempfile.mkdtemp(dir=folder)
    run_folder = os.path.join(place, "run")
    for one in ("run", "config", "cache"):
        os.makedirs(os.path.join(place, one))
    conf = os.path.join(place, "daemon.conf")
    pathlib.Path(conf).write_text(text)
    binary = shutil.copy(program(name), place)
    os.chmod(place, 0o755)
    give_to_ordinary_user(place)
    environment = {"PATH": os.environ["PATH"], "HOME": place, "XDG_RUNTIME_DIR": run_folder, "XDG_CONFIG_HOME": f"{place}/config", "LC_ALL": "C"}
    with open(os.path.join(place, "output"), "w+b") as output:
        with subprocess.Popen([binary, "--config", conf], env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                              **ordinary_user()) as process:
            try:
                stem = "virttestd" if name == "virttestd" else "libvirt"
                wait_for_socket(os.path.join(run_folder, "libvirt", f"{stem}-sock"), process.pid)
                return ""
            except RuntimeError as why:
                output.seek(0)
                return f"{why}: {output.read().decode(errors='replace')[-300:]}"
            finally:
                end_process(process.pid, 15.0)


def check(counts, folder):
    """Installs, and looks at everything."""
    root = pathlib.Path(folder)
    prefix = root / "usr"
    said, status = run("cargo", "xtask", "daemon-files", "--to", folder, "--prefix", "/usr", cwd=TOP)
    counts.check("installed", said if status else "")
    sbin = prefix / "sbin"
    sbin.mkdir(parents=True, exist_ok=True)
    for name in DAEMONS:
        shutil.copy(program(name), sbin)
    # So that systemd finds the programs.
    for unit in (prefix / "lib/systemd/system").iterdir():
        unit.write_text(unit.read_text().replace("/usr/sbin", str(sbin)))
    units(counts, prefix)
    for name in DAEMONS:
        lenses = prefix / "share/augeas/lenses"
        verdict(counts, f"lens of {name}", "augparse", "-I", lenses, lenses / f"tests/test_{name}.aug")
        verdict(counts, f"log rotation of {name}", "sh", "-c", f"logrotate -d -s {folder}/state {root}/etc/logrotate.d/{name} 2>&1 | grep -i error || true")
        verdict(counts, f"manual page of {name}", "mandoc", "-T", "lint", "-W", "error", prefix / f"share/man/man8/{name}.8")
    said, status = run("systemd-sysusers", "--dry-run", f"--root={folder}", prefix / "lib/sysusers.d/oxivirt-daemon.conf")
    counts.check("group", f"exit status {status}: {said}" if status else "")
    examples(counts, root, folder)


def main():
    """Checks what is installed."""
    clean_up_on_sigterm()
    counts = Counts("daemon-files")
    missing = [name for name in DAEMONS if not os.access(program(name), os.X_OK)]
    if missing:
        counts.skip("all", f"{', '.join(missing)} are not built")
        return counts.finish()
    with tempfile.TemporaryDirectory(prefix="oxivirt-files-") as folder:
        os.chmod(folder, 0o755)
        check(counts, folder)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
