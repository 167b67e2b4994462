"""What is installed is enough to build and run programs: `make install` into a scratch folder, then a C program, Debian's
Sys::Virt and PyPI's libvirt-python (built from source against it, with its own tests) on it. See README.md.

Last line: "consumers: N passed, N failed, N skipped".
"""
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lib.counting import Counts
from lib.daemon import LIBVIRTD, StockDaemon
from lib.library import PATH, PYTHON, TESTS, TOP
from lib.processes import clean_up_on_sigterm

HERE = pathlib.Path(__file__).resolve().parent
CACHE = TOP / "target" / "consumers"
LIBRARIES = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"]

counts = Counts("consumers")
report = counts.report


def run(what, command, environment, **more):
    """Returns the program's output, or None after reporting its failure."""
    done = subprocess.run([str(word) for word in command], env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode:
        report("failed", what, f"exit status {done.returncode}\n{done.stdout[-6000:]}")
        return None
    return done.stdout


def expect(what, output, lines):
    """Counts whether a program that ran printed these lines."""
    if output is not None:
        counts.check(what, "" if output.splitlines() == lines else f"expected {lines}\nfound    {output.splitlines()}")


def clean_environment():
    """Returns this environment without what libvirt, the loader, Python or pkg-config read."""
    dropped = ("LIBVIRT_", "LD_", "XDG_", "PKG_CONFIG", "PYTHON", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    # The system's python and compiler, whatever a developer's shell puts before them.
    return {**kept, "PATH": PATH, "LC_ALL": "C.UTF-8"}


def build_environment(destination):
    """pkg-config finds our files alone, and all that they name below `destination`."""
    return {
        **clean_environment(),
        "PKG_CONFIG_LIBDIR": f"{destination}/usr/lib/pkgconfig",
        "PKG_CONFIG_SYSROOT_DIR": str(destination),
        # /usr/include below the scratch folder is none of the compiler's own folders.
        "PKG_CONFIG_ALLOW_SYSTEM_CFLAGS": "1",
        "PKG_CONFIG_ALLOW_SYSTEM_LIBS": "1",
    }


def pkg_config(destination, environment):
    """Checks that pkg-config names our API descriptions."""
    for variable in ("libvirt_api", "libvirt_qemu_api", "libvirt_lxc_api"):
        found = run(f"pkg-config {variable}", ["pkg-config", f"--variable={variable}", "libvirt"], environment)
        if found is not None:
            path = pathlib.Path(found.strip())
            good = path.is_relative_to(destination) and path.is_file()
            report("passed" if good else "failed", f"pkg-config {variable}", "" if good else f"names {path}")


def c_program(scratch, building, running, uri):
    """Builds and runs the C program."""
    flags = run("C flags", ["pkg-config", "--cflags", "--libs", *LIBRARIES], building)
    if flags is None:
        return
    program = scratch / "installed"
    strict = ["-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror"]
    if run("C program builds", ["cc", *strict, "-o", program, HERE / "installed.c", *flags.split()], building) is None:
        return
    report("passed", "C program builds")
    lines = ["headers 12008000 library 12008000 admin 12008000", "parameter cpu_time 7", "qemu 1 code 6", "lxc -1 code 7"]
    output = run("C program runs", [program, *uri], running)
    expect("C program runs", output, lines + (["domain test memory 2097152"] if uri else []))


def perl(running, uri):
    """Runs the Perl program."""
    if subprocess.run(["perl", "-MSys::Virt", "-e", "1"], env=clean_environment(), stderr=subprocess.DEVNULL).returncode:
        report("skipped", "Sys::Virt: libsys-virt-perl is not installed")
        return
    library = pathlib.Path(running["LD_LIBRARY_PATH"]) / "libvirt.so.0.12008.0"
    lines = [f"library {library}", "error code 38 from 7"] + (["domain test memory 2097152", "volumes 0"] if uri else [])
    expect("Sys::Virt runs", run("Sys::Virt runs", ["perl", HERE / "sysvirt.pl", *uri], running), lines)


def source_package(environment):
    """Fetches the binding's source package once, and checks its hash every time; returns its path."""
    CACHE.mkdir(parents=True, exist_ok=True)
    download = [PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--no-build-isolation",
                "--require-hashes", "--dest", CACHE, "--find-links", CACHE, "-r", HERE / "requirements.txt"]
    packages = list(CACHE.glob("libvirt_python-*.tar.gz"))
    if packages:
        # Offline from then on.
        download.append("--no-index")
    if run("libvirt-python is fetched", download, environment) is None:
        return None
    return next(CACHE.glob("libvirt_python-*.tar.gz"), None)


def python(scratch, building, running, socket):
    """Builds libvirt-python, imports it, runs its own tests."""
    package = source_package(building)
    if package is None:
        return
    site = scratch / "site"
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", site,
               package]
    if run("libvirt-python builds", install, building) is None:
        return
    report("passed", "libvirt-python builds")
    running = {**running, "PYTHONPATH": f"{site}:{TESTS}", "PYTHONDONTWRITEBYTECODE": "1"}
    program = ("import libvirt, libvirt_qemu, libvirt_lxc, libvirtmod\n"
               "print(libvirt.getVersion(), libvirtmod.__file__.rsplit('/', 1)[0])\n"
               "print(*sorted({l.split()[-1] for l in open('/proc/self/maps') if '/libvirt.so' in l}))")
    library = pathlib.Path(running["LD_LIBRARY_PATH"]) / "libvirt.so.0.12008.0"
    lines = [f"12008000 {site}", str(library)]
    expect("libvirt-python imports", run("libvirt-python imports", [PYTHON, "-c", program], running), lines)

    # Debian 12's own tarfile has no filter against members outside; tar(1) refuses them.
    (scratch / "source").mkdir()
    if run("libvirt-python unpacks", ["tar", "-xf", package, "-C", scratch / "source"], running) is None:
        return
    tests = next((scratch / "source").iterdir()) / "tests"
    # Its coverage test asks pkg-config for the API files.
    running = {**{k: v for k, v in building.items() if k.startswith("PKG_CONFIG")}, **running, "LIBVIRT_API_COVERAGE": "1",
               "CONSUMERS_MATRIX": str(TOP / "docs" / "COMPATIBILITY.md")}
    if socket:
        running["CONSUMERS_SOCKET"] = socket
    pytest = [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "-p", "consumers.on_daemon", "-q", "-rs", "--tb=short", tests]
    done = subprocess.run([str(w) for w in pytest], env=running, cwd=scratch, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True)
    summary = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    numbers = {kind: int(number) for number, kind in re.findall(r"(\d+) (passed|failed|skipped|error)", summary)}
    counts.add(numbers.get("passed", 0), numbers.get("failed", 0) + numbers.get("error", 0) + (not numbers), numbers.get("skipped", 0))
    print(f"libvirt-python's own tests: {summary}\n" + "\n".join(re.findall(r"^SKIPPED .*", done.stdout, re.M)))
    if done.returncode:
        print(done.stdout[-20000:] + done.stderr[-4000:])


def main():
    """Installs, then runs everything on what was installed."""
    clean_up_on_sigterm()
    with contextlib.ExitStack() as stack:
        scratch = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="consumers-")))
        scratch.chmod(0o755)
        destination = scratch / "root"
        where = [f"DESTDIR={destination}", "PREFIX=/usr", "LIBDIR=/usr/lib"]
        if run("make install", ["make", "-s", "install", *where], dict(os.environ), cwd=TOP) is not None:
            report("passed", "make install")
            building = build_environment(destination)
            running = {**clean_environment(), "LD_LIBRARY_PATH": f"{destination}/usr/lib", "HOME": str(scratch)}
            socket, uri = None, []
            if shutil.which(LIBVIRTD):
                daemon = stack.enter_context(StockDaemon())
                socket, uri = daemon.socket, [daemon.test_uri]
            pkg_config(destination, building)
            c_program(scratch, building, running, uri)
            perl(running, uri)
            python(scratch, building, running, socket)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
