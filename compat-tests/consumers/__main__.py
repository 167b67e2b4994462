"""What is installed is enough to build and run programs: `make install` into a scratch folder, then a C program, Debian's
Sys::Virt and PyPI's libvirt-python (built from source against it, with its own tests) on it. See README.md.

Last line: "consumers: N passed, N failed, N skipped".
"""
import contextlib
import os
import pathlib
import subprocess
import sys
import tempfile

from consumers import suites
from lib.counting import Counts
from lib.library import PYTHON, TOP
from lib.processes import clean_up_on_sigterm

HERE = pathlib.Path(__file__).resolve().parent
DEFAULT = "test:///default"
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


def pkg_config(destination, environment):
    """Checks that pkg-config names our API descriptions."""
    for variable in ("libvirt_api", "libvirt_qemu_api", "libvirt_lxc_api"):
        found = run(f"pkg-config {variable}", ["pkg-config", f"--variable={variable}", "libvirt"], environment)
        if found is not None:
            path = pathlib.Path(found.strip())
            good = path.is_relative_to(destination) and path.is_file()
            report("passed" if good else "failed", f"pkg-config {variable}", "" if good else f"names {path}")


def c_program(scratch, building, running):
    """Builds and runs the C program."""
    flags = run("C flags", ["pkg-config", "--cflags", "--libs", *LIBRARIES], building)
    if flags is None:
        return
    program = scratch / "installed"
    strict = ["-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror"]
    if run("C program builds", ["cc", *strict, "-o", program, HERE / "installed.c", *flags.split()], building) is None:
        return
    report("passed", "C program builds")
    lines = ["headers 12008000 library 12008000 admin 12008000", "parameter cpu_time 7", "qemu 1 code 6", "lxc -1 code 7",
             "domain test memory 2097152"]
    output = run("C program runs", [program, DEFAULT], running)
    expect("C program runs", output, lines)


def perl(running):
    """Runs the Perl program."""
    if subprocess.run(["perl", "-MSys::Virt", "-e", "1"], env=suites.clean_environment(), stderr=subprocess.DEVNULL).returncode:
        report("skipped", "Sys::Virt: libsys-virt-perl is not installed")
        return
    library = pathlib.Path(running["LD_LIBRARY_PATH"]) / "libvirt.so.0.12008.0"
    lines = [f"library {library}", "error code 38 from 7", "domain test memory 2097152", "volumes 0"]
    expect("Sys::Virt runs", run("Sys::Virt runs", ["perl", HERE / "sysvirt.pl", DEFAULT], running), lines)


def python(scratch, building, running):
    """Builds libvirt-python, imports it, runs its own tests."""
    site = scratch / "site"
    try:
        suites.python_site("12.8.0", site, building)
    except suites.Unavailable as why:
        return counts.report("skipped", "libvirt-python builds", str(why))
    except subprocess.CalledProcessError as error:
        return counts.report("failed", "libvirt-python builds", f"{error}\n{error.stdout[-6000:]}")
    counts.report("passed", "libvirt-python builds")
    program = ("import libvirt, libvirt_qemu, libvirt_lxc, libvirtmod\n"
               "print(libvirt.getVersion(), libvirtmod.__file__.rsplit('/', 1)[0])\n"
               "print(*sorted({l.split()[-1] for l in open('/proc/self/maps') if '/libvirt.so' in l}))")
    library = pathlib.Path(running["LD_LIBRARY_PATH"]) / "libvirt.so.0.12008.0"
    lines = [f"12008000 {site}", str(library)]
    imported = run("libvirt-python imports", [PYTHON, "-c", program], {**running, "PYTHONPATH": str(site)})
    expect("libvirt-python imports", imported, lines)
    return suites.python_tests(counts, "12.8.0", site, running["LD_LIBRARY_PATH"], building, suites.newest())


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
            building = suites.build_environment(destination)
            running = {**suites.clean_environment(), "LD_LIBRARY_PATH": f"{destination}/usr/lib", "HOME": str(scratch)}
            pkg_config(destination, building)
            c_program(scratch, building, running)
            perl(running)
            python(scratch, building, running)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
