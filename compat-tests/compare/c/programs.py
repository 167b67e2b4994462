"""Compiles each C and C++ program here once, against the stock headers, runs it on the stock library and on ours, and compares
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
import subprocess
import sys
import tempfile

from lib import different, language, library
from lib.counting import Counts
from lib.daemon import LIBVIRTD, StockDaemon
from lib.processes import ProcessError, clean_up_on_sigterm
from lib.roots import Root

HERE = pathlib.Path(__file__).resolve().parent
LIBRARIES = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"]
FLAGS = ["-g", "-O0", "-Wall", "-Wextra", "-Werror", "-pthread"]
# By the end of the source's name: the variable that names another compiler, the compiler, its standard.
COMPILERS = {".c": ("CC", "cc", "-std=gnu11"), ".cpp": ("CXX", "c++", "-std=gnu++17")}
SKIPPED = 77
# How much more time than alone a program has under an emulator.
SLOWER = 4
NEEDS_DAEMON = re.compile(r"/\*.*\bneeds: daemon\b", re.S)
# Run on the test driver in the process, whose URI it gets, and compared with the library of 12.8.0: its driver can do more.
LOCAL = re.compile(r"/\*.*\bneeds: the local\s+driver\b", re.S)
LOCAL_URI = "test:///default"
NOT_EMULATED = re.compile(r"/\*.*\bnot emulated: ([^.]+)\.", re.S)
DROPS_RESULTS = re.compile(r"/\*.*\bdrops what it gets\b", re.S)
LEAVES_HANDLES = re.compile(r"/\*.*\bleaves handles: (\d+)\b", re.S)
# Not in another language: it shows the environment, which the catalogue is part of, and tells races of the stock library by their text.
UNTRANSLATED = ("children",)
# What the stock library says since a version newer than this machine's (seen with --client sid), by program: (before, since).
SINCE = {
    # Read-only connections may ask virNodeDeviceGetAutostart: the same refusal comes from the daemon of 9.0.0, in English.
    "read_only": [],
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
# What is left of it where a program shows what the library warns of: function and text.
WARNING = re.compile(rb"^[-0-9]+ [0-9:.+]+: \d+: warning : (\w+):\d+ : ", re.M)
SHOWS_WARNINGS = re.compile(r"/\*.*\bshows warnings\b", re.S)
VALGRIND = [
    "valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
    "--show-leak-kinds=definite",
]
VALGRIND_LINE = re.compile(rb"^==\d+== .*\n", re.M)


def have_daemon():
    """Returns true if this machine has the stock daemon."""
    return os.access(LIBVIRTD, os.X_OK)


def build(source, directory):
    """Compiles a program; returns it, or the compiler's complaint."""
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *LIBRARIES], check=True, capture_output=True, text=True
    ).stdout.split()
    variable, compiler, standard = COMPILERS[source.suffix]
    flags = [standard, *flags]
    return compile_with(os.environ.get(variable, compiler), source, pathlib.Path(directory) / source.stem, flags)


def compile_with(compiler, source, program, flags):
    """Compiles a program; returns it, or the compiler's complaint."""
    done = subprocess.run([compiler, *FLAGS, "-o", str(program), str(source), *flags], capture_output=True, text=True)
    return (program, None) if done.returncode == 0 else (None, done.stderr)


class Machine:
    """Another machine, which QEMU plays with Debian's compiler and libraries for it. `directory` holds our libraries."""

    def __init__(self, name, directory):
        self.name = name
        self.libdir = str(pathlib.Path(directory).resolve())
        self.debian = {"arm": "arm-linux-gnueabihf"}.get(name, f"{name}-linux-gnu")
        # A kernel of x86_64 runs i686 by itself.
        self.wrapper = [] if name == "i686" else [f"qemu-{name}-static", "-L", f"/usr/{self.debian}"]

    def build(self, source, directory):
        """Compiles a program with our headers: the stock ones are this machine's."""
        flags = [COMPILERS[source.suffix][2], "-isystem", str(library.TOP / "include"), f"-L{self.libdir}"]
        flags += ["-l" + name.removeprefix("lib") for name in LIBRARIES]
        compiler = f"{self.debian}-{'g++' if source.suffix == '.cpp' else 'gcc'}"
        return compile_with(compiler, source, pathlib.Path(directory) / f"{source.stem}.{self.name}", flags)


def build_shim(directory):
    """Compiles the library that counts the handles a program leaves; see shim/live_handles.c."""
    shim = pathlib.Path(directory) / "live_handles.so"
    source = HERE / "shim" / "live_handles.c"
    subprocess.run([os.environ.get("CC", "cc"), "-std=gnu11", *FLAGS, "-shared", "-fPIC", "-o", str(shim), str(source), "-ldl"], check=True)
    return shim


def judge_handles(report, source, exit_code):
    """Returns what is wrong with the handles a run left, or None."""
    count = report.read_text().strip() if report.exists() else ""
    if count == "unknown" or (not count and exit_code < 0):
        return None
    announced = LEAVES_HANDLES.search(comment(source))
    wanted = announced.group(1) if announced else "0"
    if count == wanted:
        return None
    return f"handles: {count or 'no count of those'} left at the end, {wanted} announced"


def environment(libdir, scratch):
    """Returns the environment of a program: nothing of the caller's that the library reads."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LIBVIRT_", "LD_", "XDG_", "LC_", "LANG"))}
    kept.update(LC_ALL="C", HOME=str(scratch), XDG_RUNTIME_DIR=str(scratch), XDG_CONFIG_HOME=str(scratch))
    kept.update(XDG_CACHE_HOME=str(scratch), **language.environment(ours=bool(libdir)))
    if libdir:
        kept["LD_LIBRARY_PATH"] = libdir
    return kept


def declared_stubs():
    """Functions that the matrix declares as stubs: nothing they print can be compared yet."""
    matrix = (library.TOP / "docs" / "COMPATIBILITY.md").read_text()
    return re.findall(r"^\| `(\w+)` \|[^|]*\| stub: ", matrix, re.M)


# Their lines are left out of both transcripts, and come back by themselves when a function is real.
STUB_LINE = re.compile(rb"^(?:%s) .*\n" % b"|".join(name.encode() for name in declared_stubs() or ["(?!)"]), re.M)


def transcript(code, out, err):
    """Returns what one run printed and how it ended, without the lines of stubs."""
    out = STUB_LINE.sub(b"", out)
    return b"## exit %d\n## stdout\n%s## stderr\n%s" % (code, out, err)


def comment(path):
    """Returns the first comment of a source, or of what a program was compiled from."""
    source = path if path.suffix in COMPILERS else next(HERE.glob(f"{path.stem}.c*"))
    return source.read_text().split("#include", 1)[0]


def run(program, libdir, daemon_needed, wrapper, timeout, more=(), daemon_class=StockDaemon):
    """Returns what one run printed, as a transcript; the exit code; a note when the run itself went wrong. `daemon_class` makes the
    daemon that the program needs."""
    with tempfile.TemporaryDirectory(prefix="oxivirt-c-") as scratch:
        arguments, daemon = [LOCAL_URI] if LOCAL.search(comment(program)) else [], None
        if daemon_needed:
            (pathlib.Path(scratch) / "daemon").mkdir()
            os.chmod(scratch, 0o755)
            daemon = daemon_class(pathlib.Path(scratch) / "daemon", "session")
        try:
            if daemon:
                try:
                    daemon.start()
                except ProcessError as why:
                    return b"", SKIPPED, f"{why}: {daemon.last_words()}"
                arguments = [daemon.test_uri]
            try:
                done = subprocess.run(
                    [*wrapper, str(program), *arguments], env=dict(environment(libdir, scratch), **dict(more)), cwd=scratch,
                    stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout,
                )
            except subprocess.TimeoutExpired as late:
                return transcript(-1, late.stdout or b"", late.stderr or b""), -1, f"no end after {timeout} s"
            note = None if daemon is None or daemon.alive() else "the daemon died"
            out, err = done.stdout, done.stderr
            if SHOWS_WARNINGS.search(comment(program)):
                err = WARNING.sub(rb"warning: \1: ", err)
            err = LOG_LINE.sub(b"", err)
            if wrapper and wrapper[0] == VALGRIND[0]:
                findings = b"".join(VALGRIND_LINE.findall(err))
                err = VALGRIND_LINE.sub(b"", err)
                if done.returncode == 99:
                    note = "valgrind:\n" + findings.decode(errors="replace")
            here = scratch.encode()
            if daemon and daemon_class is not StockDaemon:
                # The socket and the server that the program was told, as a stock daemon would have them.
                for told, stock in ((daemon.socket, daemon.stock.socket), ("virtproxyd", "libvirtd")):
                    out, err = out.replace(told.encode(), stock.encode()), err.replace(told.encode(), stock.encode())
            out, err = out.replace(here, b"SCRATCH"), err.replace(here, b"SCRATCH")
            # Error templates number their argument since 9.1; the stock library here may be older (docs/DIFFERENCES.md).
            out, err = out.replace(b"%1$s", b"%s"), err.replace(b"%1$s", b"%s")
            return transcript(done.returncode, out, err), done.returncode, note
        finally:
            if daemon:
                daemon.stop()


def expected(source):
    """Returns the transcript that ours must give where the stock library is wrong; it opens with "# reason" lines."""
    path = source.with_suffix(".expected")
    if not path.exists():
        return None
    lines = path.read_bytes().splitlines(keepends=True)
    reason = [line for line in lines if line.startswith(b"# ")]
    if not any(b"docs/DIFFERENCES.md" in line for line in reason):
        sys.exit(f"{path.name}: the reason at its top must name docs/DIFFERENCES.md")
    return b"".join(line for line in lines if not line.startswith(b"# "))


def difference(left, right, limit):
    """Returns at most `limit` lines of the difference of two transcripts."""
    lines = list(
        difflib.unified_diff(
            left.decode(errors="replace").splitlines(), right.decode(errors="replace").splitlines(), "stock", "ours",
            n=0, lineterm="",
        )
    )
    more = [f"... {len(lines) - limit} more lines"] if len(lines) > limit else []
    return "\n".join("    " + line for line in lines[:limit] + more)


def judge(source, directory, options, libdir):
    """Returns what to say of each run of ours: (passed, failed or skipped; what to print behind it; whose run)."""
    daemon_needed = bool(NEEDS_DAEMON.search(comment(source)))
    words, why = Root("sid").client() if LOCAL.search(comment(source)) else (options.stock, None)
    if LOCAL.search(comment(source)) and (why is None) and os.environ.get("OXIVIRT_TRANSLATED"):
        if not options.stock:
            why = "the catalogue is that of this machine's libvirt; step translated-newest has it"
    if why:
        return [("skipped", why, "")]
    if daemon_needed and not have_daemon():
        return [("skipped", "needs libvirtd", "")]
    unfit = (options.valgrind or options.machines) and NOT_EMULATED.search(comment(source))
    if unfit:
        return [("skipped", " ".join(unfit.group(1).replace("*", "").split()), "")]
    program, complaint = build(source, directory)
    if program is None:
        return [("failed", "does not compile\n" + complaint, "")]
    wanted = expected(source)
    if wanted and not (libdir or options.machines):
        return [("skipped", "the stock library is wrong here", "")]
    if not wanted:
        wanted, code, note = run(program, None, daemon_needed, words, options.timeout)
        for before, since in SINCE.get(source.stem, ()) if (libdir or options.machines) and not words else ():
            wanted = re.sub(before, since, wanted)
        if note:
            return [("skipped" if code == SKIPPED else "failed", f"stock: {note}", "")]
        if code < 0:
            return [("failed", f"the stock library dies of signal {-code}", "")]
        if code == SKIPPED:
            return [("skipped", "the program skipped itself", "")]
    if options.machines:
        return [(*compare_on(machine, source, directory, options, daemon_needed, wanted), f" on {machine.name}")
                for machine in options.machines]
    return [(*compare(source, program, directory, options, libdir, daemon_needed, wanted), "")]


def compare_on(machine, source, directory, options, daemon_needed, wanted):
    """Ours on another machine beside stock on this one: passed or failed, and what to print behind it."""
    program, complaint = machine.build(source, directory)
    if program is None:
        return "failed", "does not compile\n" + complaint
    ours, _, note = run(program, machine.libdir, daemon_needed, machine.wrapper, options.timeout * SLOWER)
    note = note or judge_lines(source, wanted, ours, options.lines)
    return "failed" if note else "passed", note or ""


def judge_lines(source, wanted, ours, limit, libdir=True):
    """Returns what is wrong with our lines beside the wanted ones, without those that differ on purpose."""
    purposely = different.patterns(source.with_suffix(".different")) if libdir else []
    lines = [text.decode(errors="replace").splitlines() for text in (wanted, ours)]
    if same := different.equal(purposely, *lines):
        return f"{source.stem}.different: {same[0].pattern} does not differ"
    wanted, ours = ("\n".join(different.without(purposely, one)).encode() for one in lines)
    return "" if wanted == ours else "differs\n" + difference(wanted, ours, limit)


def compare(source, program, directory, options, libdir, daemon_needed, wanted):
    """Ours beside stock: passed or failed, and what to print behind it."""
    wrapper = VALGRIND if options.valgrind else []
    drops = bool(DROPS_RESULTS.search(comment(source)))
    if drops:
        wrapper = [word for word in wrapper if "leak" not in word]
    report = pathlib.Path(directory) / f"{source.stem}.handles"
    more = {"LD_PRELOAD": str(options.shim), "LIVE_HANDLES": str(report)} if wrapper else {}
    ours, code, note = run(program, libdir, daemon_needed, wrapper, options.timeout * (SLOWER if wrapper else 1), more)
    if options.keep:
        keep = pathlib.Path(options.keep)
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{source.stem}.stock").write_bytes(wanted)
        (keep / f"{source.stem}.ours").write_bytes(ours)
    if note:
        return "failed", note
    if note := judge_lines(source, wanted, ours, options.lines, libdir):
        return "failed", note
    if wrapper and not drops and (note := judge_handles(report, source, code)):
        return "failed", note
    return "passed", ""


def main():
    """Compiles, runs, compares; returns the exit status."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", help="names without .c or .cpp; all by default")
    parser.add_argument("--valgrind", action="store_true", help="run ours under valgrind; findings and handles left fail the program")
    parser.add_argument("--machine", metavar="NAME=LIBDIR", action="append", default=[],
                        help="compare with ours on another machine instead, as QEMU names it; may be repeated")
    library.add_client_option(parser)
    parser.add_argument("--keep", metavar="DIR", help="leave both transcripts of each program there")
    parser.add_argument("--lines", type=int, default=40, help="lines of difference to print for a program")
    parser.add_argument("--timeout", type=float, default=240,
                        help="seconds a run may take, and more under an emulator; longer than HANG_TIMEOUT in common.h")
    options = parser.parse_args()
    libdir = library.ours()
    if libdir:
        libdir = str(pathlib.Path(libdir).resolve())
        if not pathlib.Path(libdir, "libvirt.so.0").exists():
            sys.exit(f"OXIVIRT_LIBDIR: no libvirt.so.0 in {libdir}")
    elif not options.machine:
        print("OXIVIRT_LIBDIR is not set: stock against stock")
    options.machines = [Machine(*machine.split("=", 1)) for machine in options.machine]
    options.stock = library.choose_client(options)
    sources = sorted(path for path in HERE.iterdir() if path.suffix in COMPILERS)
    unknown = set(options.programs) - {s.stem for s in sources}
    if unknown:
        sys.exit(f"no such program: {', '.join(sorted(unknown))}")
    counts = Counts("c")
    with tempfile.TemporaryDirectory(prefix="oxivirt-c-build-") as directory:
        options.shim = build_shim(directory) if options.valgrind else None
        for source in sources:
            if options.programs and source.stem not in options.programs:
                continue
            if language.environment() and (expected(source) or (source.stem in SINCE and not options.stock) or source.stem in UNTRANSLATED):
                # What is expected, or was said by another version, is in English.
                continue
            for outcome, detail, where in judge(source, directory, options, libdir):
                counts.report(outcome, f"{source.stem}{where}", detail)
    return counts.finish()
