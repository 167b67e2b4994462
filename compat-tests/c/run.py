#!/usr/bin/env python3
"""Compiles each C program here once, against the stock headers, runs it on the stock library and on ours, and compares
standard output, standard error and exit code byte for byte.

Ours is the directory in OXIVIRT_LIBDIR (it holds libvirt.so.0 and the three small libraries). Without that variable
the stock library runs twice, which proves that a program's output is a function of the library alone.

Output: one line per program, then "c: N passed, N failed, N skipped". Exit code 1 when a program failed.
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "daemons"))

import language  # noqa: E402  (the path above must be set first)
from roots import NAMES, Root  # noqa: E402  (the path above must be set first)

HERE = pathlib.Path(__file__).resolve().parent
LIBRARIES = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"]
FLAGS = ["-std=gnu11", "-g", "-O0", "-Wall", "-Wextra", "-Werror", "-pthread"]
SKIPPED = 77
NEEDS_DAEMON = re.compile(r"/\*.*\bneeds: daemon\b", re.S)
LEAVES_HANDLES = re.compile(r"/\*.*\bleaves handles: (\d+)\b", re.S)
# What the stock library says since a version newer than this machine's (seen with --client sid), by program: (before, since).
SINCE = {
    "typed_params": [
        (rb"Invalid type '(\w+)' requested for parameter '([\w ]*)', actual type is '(\w+)'",
         rb"invalid type '\1' for parameter '\2', expected '\3'"),
        (rb"Invalid type '\w+' requested for parameter 'b', actual type is '\(null\)'",
         rb"unknown type ('42') of parameter 'b'"),
    ],
    "domain_tuning": [
        (rb"'VIR_DOMAIN_AFFECT_CONFIG'( is required by flag 'VIR_DOMAIN_VCPU_MAXIMUM')", rb"'VIR_DOMAIN_VCPU_CONFIG'\1"),
        (rb"('VIR_DOMAIN_VCPU_GUEST' and )'VIR_DOMAIN_AFFECT_CONFIG'", rb"\1'VIR_DOMAIN_VCPU_CONFIG'"),
    ],
    "stream_volume": [
        (rb"(add without an event loop: -1 code=1 )domain=0 (.*)An error occurred, but the cause is unknown.*",
         rb"\1domain=7 \2internal error: Unable to add timer to event loop] "
         rb"str=[internal error: %s][Unable to add timer to event loop][(null)] int=-1,-1"),
        (rb"libvirt:  error : An error occurred, but the cause is unknown",
         rb"libvirt: XML-RPC error : internal error: Unable to add timer to event loop"),
    ],
}
# A line of the library's log carries the time and the thread's id.
LOG_LINE = re.compile(rb"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+\d+: \d+: .*\n", re.M)
VALGRIND = [
    "valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
    "--show-leak-kinds=definite",
]
VALGRIND_LINE = re.compile(rb"^==\d+== .*\n", re.M)


class Daemon:
    """A stock libvirtd of our own: own directories, own socket, an unprivileged user when we are root."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.directory.chmod(0o755)
        # In the runtime directory, not in a configured one: only there does a session daemon open its admin socket.
        self.socket = self.directory / "run" / "libvirt" / "libvirt-sock"
        self.process = None

    def start(self):
        for name in ("home", "run"):
            (self.directory / name).mkdir()
            (self.directory / name).chmod(0o700)
        config = self.directory / "libvirtd.conf"
        config.write_text('auth_unix_rw = "none"\nauth_unix_ro = "none"\n')
        environment = {
            "PATH": os.environ.get("PATH", "/usr/sbin:/usr/bin:/sbin:/bin") + ":/usr/sbin:/sbin",
            "LC_ALL": "C",
            "HOME": str(self.directory / "home"),
            "XDG_RUNTIME_DIR": str(self.directory / "run"),
            "XDG_CONFIG_HOME": str(self.directory / "home"),
            "XDG_CACHE_HOME": str(self.directory / "home"),
        }
        command = ["libvirtd", "-f", str(config), "-p", str(self.directory / "run" / "pid")]
        if os.geteuid() == 0:
            for name in ("home", "run"):
                os.chown(self.directory / name, 65534, 65534)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        with open(self.directory / "log", "wb") as log:
            self.process = subprocess.Popen(
                command, env=environment, cwd=self.directory / "home", stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            # The socket file appears before the daemon answers; a connection that opens shows that it does.
            if self.socket.exists() and subprocess.run(
                ["virsh", "-c", self.uri(), "uri"], env=environment, capture_output=True
            ).returncode == 0:
                return True
            time.sleep(0.02)
        return False

    def uri(self):
        return f"test+unix:///default?socket={self.socket}"

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        if self.alive():
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def have_daemon():
    return all(shutil.which(tool, path=os.environ["PATH"] + ":/usr/sbin:/sbin") for tool in ("libvirtd", "virsh"))


def build(source, directory):
    """The program, or the compiler's complaint."""
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *LIBRARIES], check=True, capture_output=True, text=True
    ).stdout.split()
    program = pathlib.Path(directory) / source.stem
    done = subprocess.run(
        [os.environ.get("CC", "cc"), *FLAGS, "-o", str(program), str(source), *flags], capture_output=True, text=True
    )
    return (program, None) if done.returncode == 0 else (None, done.stderr)


def build_shim(directory):
    """The library that counts the handles a program leaves; see shim/live_handles.c."""
    shim = pathlib.Path(directory) / "live_handles.so"
    source = HERE / "shim" / "live_handles.c"
    subprocess.run([os.environ.get("CC", "cc"), *FLAGS, "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"], check=True)
    return shim


def judge_handles(report, source, exit_code):
    """What is wrong with the handles a run left, or None."""
    count = report.read_text().strip() if report.exists() else ""
    if count == "unknown" or (not count and exit_code < 0):
        return None
    announced = LEAVES_HANDLES.search(source.read_text().split("#include", 1)[0])
    wanted = announced.group(1) if announced else "0"
    if count == wanted:
        return None
    return f"handles: {count or 'no count of those'} left at the end, {wanted} announced"


def environment(libdir, scratch):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LIBVIRT_", "LD_", "XDG_", "LC_", "LANG"))}
    kept.update(LC_ALL="C", HOME=str(scratch), XDG_RUNTIME_DIR=str(scratch), XDG_CONFIG_HOME=str(scratch))
    kept.update(XDG_CACHE_HOME=str(scratch), **language.environment(ours=bool(libdir)))
    if libdir:
        kept["LD_LIBRARY_PATH"] = libdir
    return kept


def declared_stubs():
    """Functions that the matrix declares as stubs: nothing they print can be compared yet."""
    matrix = (HERE.parent.parent / "docs" / "COMPATIBILITY.md").read_text()
    return re.findall(r"^\| `(\w+)` \|[^|]*\| stub: ", matrix, re.M)


# Their lines are left out of both transcripts, and come back by themselves when a function is real.
STUB_LINE = re.compile(rb"^(?:%s) .*\n" % b"|".join(name.encode() for name in declared_stubs() or ["(?!)"]), re.M)


def transcript(code, out, err):
    out = STUB_LINE.sub(b"", out)
    return b"## exit %d\n## stdout\n%s## stderr\n%s" % (code, out, err)


def run(program, libdir, daemon_needed, wrapper, timeout, more=()):
    """What one run printed, as a transcript; the exit code; a note when the run itself went wrong."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-c-") as scratch:
        arguments, daemon = [], None
        if daemon_needed:
            (pathlib.Path(scratch) / "daemon").mkdir()
            os.chmod(scratch, 0o755)
            daemon = Daemon(pathlib.Path(scratch) / "daemon")
        try:
            if daemon:
                if not daemon.start():
                    return b"", SKIPPED, "the daemon did not start"
                arguments = [daemon.uri()]
            try:
                done = subprocess.run(
                    [*wrapper, str(program), *arguments], env=dict(environment(libdir, scratch), **dict(more)), cwd=scratch,
                    stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout,
                )
            except subprocess.TimeoutExpired as late:
                return transcript(-1, late.stdout or b"", late.stderr or b""), -1, f"no end after {timeout} s"
            note = None if daemon is None or daemon.alive() else "the daemon died"
            out, err = done.stdout, LOG_LINE.sub(b"", done.stderr)
            if wrapper and wrapper[0] == VALGRIND[0]:
                findings = b"".join(VALGRIND_LINE.findall(err))
                err = VALGRIND_LINE.sub(b"", err)
                if done.returncode == 99:
                    note = "valgrind:\n" + findings.decode(errors="replace")
            here = scratch.encode()
            out, err = out.replace(here, b"SCRATCH"), err.replace(here, b"SCRATCH")
            # Error templates number their argument since 9.1; the stock library here may be older (docs/DIFFERENCES.md).
            out, err = out.replace(b"%1$s", b"%s"), err.replace(b"%1$s", b"%s")
            return transcript(done.returncode, out, err), done.returncode, note
        finally:
            if daemon:
                daemon.stop()


def expected(source):
    """The transcript that ours must give where the stock library is wrong; it opens with "# reason" lines."""
    path = source.with_suffix(".expected")
    if not path.exists():
        return None
    lines = path.read_bytes().splitlines(keepends=True)
    reason = [line for line in lines if line.startswith(b"# ")]
    if not any(b"docs/DIFFERENCES.md" in line for line in reason):
        sys.exit(f"{path.name}: the reason at its top must name docs/DIFFERENCES.md")
    return b"".join(line for line in lines if not line.startswith(b"# "))


def difference(left, right, limit):
    lines = list(
        difflib.unified_diff(
            left.decode(errors="replace").splitlines(), right.decode(errors="replace").splitlines(), "stock", "ours",
            n=0, lineterm="",
        )
    )
    more = [f"... {len(lines) - limit} more lines"] if len(lines) > limit else []
    return "\n".join("    " + line for line in lines[:limit] + more)


def judge(source, directory, options, libdir):
    """(passed, failed or skipped; what to print behind it)"""
    daemon_needed = bool(NEEDS_DAEMON.search(source.read_text().split("#include", 1)[0]))
    if daemon_needed and not have_daemon():
        return "skipped", "needs libvirtd and virsh"
    program, complaint = build(source, directory)
    if program is None:
        return "failed", "does not compile\n" + complaint
    wrapper = VALGRIND if options.valgrind else []
    stock, stock_code, note = run(program, None, daemon_needed, options.stock, options.timeout)
    for before, since in SINCE.get(source.stem, ()) if libdir and not options.stock else ():
        stock = re.sub(before, since, stock)
    if note:
        return ("skipped" if stock_code == SKIPPED else "failed"), f"stock: {note}"
    if stock_code < 0 and not expected(source):
        return "failed", f"the stock library dies of signal {-stock_code}"
    if stock_code == SKIPPED:
        return "skipped", "the program skipped itself"
    report = pathlib.Path(directory) / f"{source.stem}.handles"
    more = {"LD_PRELOAD": str(options.shim), "LIVE_HANDLES": str(report)} if wrapper else {}
    ours, code, note = run(program, libdir, daemon_needed, wrapper, options.timeout * (10 if wrapper else 1), more)
    if options.keep:
        keep = pathlib.Path(options.keep)
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{source.stem}.stock").write_bytes(stock)
        (keep / f"{source.stem}.ours").write_bytes(ours)
    if note:
        return "failed", note
    wanted = (expected(source) if libdir else None) or stock
    if not libdir and source.with_suffix(".expected").exists():
        return "skipped", "the stock library is wrong here"
    if wanted != ours:
        return "failed", "differs\n" + difference(wanted, ours, options.lines)
    if wrapper and (note := judge_handles(report, source, code)):
        return "failed", note
    return "passed", ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", help="names without .c; all by default")
    parser.add_argument("--valgrind", action="store_true", help="run ours under valgrind; findings and handles left fail the program")
    parser.add_argument("--client", choices=NAMES, default="host", help="whose stock library to compare with; default: this machine's")
    parser.add_argument("--keep", metavar="DIR", help="leave both transcripts of each program there")
    parser.add_argument("--lines", type=int, default=40, help="lines of difference to print for a program")
    parser.add_argument("--timeout", type=float, default=60, help="seconds a run may take")
    options = parser.parse_args()
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    if libdir:
        libdir = str(pathlib.Path(libdir).resolve())
        if not pathlib.Path(libdir, "libvirt.so.0").exists():
            sys.exit(f"OXIVIRT_LIBDIR: no libvirt.so.0 in {libdir}")
    else:
        print("OXIVIRT_LIBDIR is not set: stock against stock")
    options.stock, why = Root(options.client).client()
    if why:
        print(f"skipped: the stock library of {options.client}: {why}\nc: 0 passed, 0 failed, 1 skipped")
        return 0
    sources = sorted(HERE.glob("*.c"))
    unknown = set(options.programs) - {s.stem for s in sources}
    if unknown:
        sys.exit(f"no such program: {', '.join(sorted(unknown))}")
    counts = dict.fromkeys(("passed", "failed", "skipped"), 0)
    with tempfile.TemporaryDirectory(prefix="oxivirt-c-build-") as directory:
        options.shim = build_shim(directory) if options.valgrind else None
        for source in sources:
            if options.programs and source.stem not in options.programs:
                continue
            if language.environment() and (expected(source) or (source.stem in SINCE and not options.stock)):
                # What is expected, or was said by another version, is in English.
                continue
            outcome, detail = judge(source, directory, options, libdir)
            counts[outcome] += 1
            print(f"{outcome:8}{source.stem}{': ' + detail if detail else ''}", flush=True)
    print("c: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    return 1 if counts["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
