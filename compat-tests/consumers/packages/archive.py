"""The archive for any distribution, oxivirt-run from it, and what RPM packages provide."""
import json
import os
import pathlib
import subprocess
import tempfile

from consumers.suites import clean_environment
from lib.library import PATH, PYTHON
from lib.processes import USER

# Answers as the user's own daemon would be started: tells its environment, then ends, so that the connection fails.
DAEMON = "#!{python}\nimport json, os\njson.dump(dict(os.environ), open({path!r}, 'w'))\n"
OPEN = """import libvirt, sys
libvirt.registerErrorHandler(lambda *_: None, None)
print(libvirt.getVersion())
try:
    libvirt.open("qemu:///session")
except libvirt.libvirtError:
    print("no daemon")
"""
SYMBOLS = ["libvirt.so.0()(64bit)", "libvirt.so.0(LIBVIRT_0.0.3)(64bit)", "libvirt-admin.so.0(LIBVIRT_ADMIN_2.0.0)(64bit)"]


def run(counts, what, command, *wanted, status=0, **environment):
    """Counts whether a command ends with that status and says all of these; returns what it said."""
    done = subprocess.run([str(word) for word in command], env={**clean_environment(), **environment}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    missing = [text for text in wanted if text not in done.stdout]
    counts.check(what, f"exit status {done.returncode}, not said: {missing}\n{done.stdout[-3000:]}"
                 if missing or done.returncode != status else "")
    return done.stdout


def unpack(folder, to):
    """Unpacks the archive; returns its folder."""
    subprocess.run(["tar", "-xf", next(folder.glob("*.tar.xz")), "-C", to], check=True)
    return next(pathlib.Path(to).iterdir())


def check(counts, folder):
    """Unpacks the archive somewhere, and uses it there."""
    with tempfile.TemporaryDirectory(prefix="archive-") as scratch:
        tree = unpack(folder, scratch)
        oxivirt_run = tree / "bin" / "oxivirt-run"
        version = ["sh", "-c", "pkg-config --variable=libdir libvirt && pkg-config --modversion libvirt"]
        run(counts, "archive: pkg-config names it", version, "12.8.0", PKG_CONFIG_PATH=str(tree / "lib" / "pkgconfig"))
        run(counts, "archive: virsh runs", [tree / "bin" / "virsh", "-c", "test:///default", "domname", "1"], "test")
        run(counts, "archive: virt-admin runs", [tree / "bin" / "virt-admin", "--version"], "12.8.0")
        run(counts, "archive: oxivirt-doctor runs", [tree / "bin" / "oxivirt-doctor", "test:///default"])
        names = {(tree / "bin" / name).resolve() for name in ("virsh", "virt-admin", "oxivirt-doctor")}
        counts.check("archive: they are one file", "" if len(names) == 1 else str(names))
        run(counts, "oxivirt-run: no program", [oxivirt_run], "usage: oxivirt-run PROGRAM", status=2)
        run(counts, "oxivirt-run: the program's exit status", [oxivirt_run, "sh", "-c", "exit 7"], status=7)
        run(counts, "oxivirt-run: a program that is not there", [oxivirt_run, "no-such-program"], status=127)
        link = pathlib.Path(scratch) / "run"
        link.symlink_to(oxivirt_run)
        run(counts, "oxivirt-run: through a link", [link, PYTHON, "-c", OPEN], "12008000", LIBVIRT_AUTOSTART="0",
            XDG_RUNTIME_DIR=scratch, HOME=scratch)
        daemon_of_the_user(counts, oxivirt_run, pathlib.Path(scratch))


def daemon_of_the_user(counts, oxivirt_run, scratch):
    """A daemon that the library starts is not pointed at the library, and keeps the rest of the path."""
    told = scratch / "told"
    daemon = scratch / "libvirtd"
    daemon.write_text(DAEMON.format(python=PYTHON, path=str(told)), encoding="ascii")
    daemon.chmod(0o755)
    # The superuser's daemon is the system's, which no program starts.
    user = [] if os.geteuid() else ["setpriv", f"--reuid={USER}", "--regid=nogroup", "--clear-groups"]
    scratch.chmod(0o777)
    run(counts, "oxivirt-run: a program that starts a daemon", [*user, oxivirt_run, PYTHON, "-c", OPEN], "12008000", "no daemon",
        XDG_RUNTIME_DIR=str(scratch), HOME=str(scratch), LIBVIRTD_PATH=str(scratch), VIRTD_PATH=str(scratch), PATH=f"{scratch}:{PATH}",
        LD_LIBRARY_PATH="/somewhere/else")
    found = json.loads(told.read_text(encoding="utf-8")).get("LD_LIBRARY_PATH") if told.exists() else "it was not started"
    counts.check("oxivirt-run: the daemon's library path", found != "/somewhere/else" and str(found))


def check_rpm(counts, folder):
    """RPM packages provide what Fedora's programs ask for, and what is in private folders provides nothing."""
    packages = {path.name.rsplit("-", 2)[0]: path for path in folder.glob("*.rpm")}
    if not packages:
        counts.skip("rpm", "rpmbuild is not installed")
        return
    with tempfile.TemporaryDirectory(prefix="rpm-") as scratch:
        query = ["rpm", "--dbpath", scratch, "-qp"]
        run(counts, "rpm: what oxivirt-libs provides", [*query, "--provides", packages["oxivirt-libs"]], "libvirt-libs = 12.8.0", *SYMBOLS)
        run(counts, "rpm: what it refuses", [*query, "--conflicts", packages["oxivirt-libs"]], "libvirt-daemon", "libvirt-libs")
        said = run(counts, "rpm: what oxivirt-beside provides", [*query, "--provides", packages["oxivirt-beside"]])
        counts.check("rpm: that is no library", "libvirt.so.0" in said and said)
        said = run(counts, "rpm: what oxivirt-programs needs", [*query, "--requires", packages["oxivirt-programs"]], "libc.so.6")
        counts.check("rpm: no library of libvirt", "libvirt" in said and said)
        root = os.path.join(scratch, "root")
        install = ["rpm", "--root", root, "--dbpath", "/db", "--nodeps", "--noscripts", "-i", packages["oxivirt-libs"], packages["oxivirt-programs"], packages["oxivirt-client"]]
        run(counts, "rpm: they are installed in a folder", install)
        run(counts, "rpm: virsh runs from there", [f"{root}/usr/bin/virsh", "-c", "test:///default", "domname", "1"], "test")
