"""Log settings, the entry trace and oxivirt-doctor: beside the stock library where it has the same, else by what
docs/TRACING.md promises.

Last line: "trace: N passed, N failed, N skipped".
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from compare.trace import doctor
from lib import library
from lib.counting import Counts
from lib.daemon import StockDaemon
from lib.processes import clean_up_on_sigterm

LIMIT = 60
START = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+0000: \d+: (debug|info|warning|error) : (.*)")
counts = Counts("trace")
check, report = counts.check, counts.report


def command(uri, what, libdir=None):
    """Returns the command of the traced program."""
    return library.program(libdir, "compare.trace.client", uri, what)


def client(libdir, settings, uri, what, **how):
    """Runs the traced program; `settings` are variables of its environment."""
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "timeout": LIMIT, "check": False, **how}
    return subprocess.run(command(uri, what, libdir), env=library.environment(libdir, **settings), **how)


def lines(text):
    """Level and rest of each log line; the lines after the first of a message with several are left out."""
    return [match.groups() for match in map(START.match, text.splitlines()) if match]


MALFORMED = [
    *(("LIBVIRT_DEBUG", value) for value in ("0", "5", "warn", "DEBUG", "1 ", "x")),
    *(("LIBVIRT_LOG_FILTERS", value) for value in ("bad", "1:", "1:+", "0:x", "1:rpc x:rpc", "-1:x", ":x", "5:x")),
    *(("LIBVIRT_LOG_OUTPUTS", value) for value in (
        "bad", "9:stderr", "1:foo", "1:file", "3:stderr:x", "1:stderr 9:stderr", "1:syslog", "1:journald:x", "x:stderr",
        "1:file:/no-such-folder-of-trace/../no-such-folder-of-trace/x", "1:file:a:b")),
]


def malformed(libdir, uri):
    """The program cannot even begin, and is told why in the same words."""
    for name, value in MALFORMED:
        said = []
        for side in (None, libdir):
            done = client(side, {name: value}, uri, "fail")
            first = done.stderr.splitlines()[:1]
            said.append((done.returncode, first))
        check(f"{name}={value!r}", "" if said[0] == said[1] and said[0][0] == 1 else f"stock {said[0]}, ours {said[1]}")


LEVELS = [
    ({}, set()),
    ({"LIBVIRT_DEBUG": ""}, set()),
    ({"LIBVIRT_DEBUG": "1"}, {"debug", "info"}),
    ({"LIBVIRT_DEBUG": "debug"}, {"debug", "info"}),
    ({"LIBVIRT_DEBUG": "error"}, set()),
    ({"LIBVIRT_LOG_OUTPUTS": "1:stderr"}, {"info", "error"}),
    ({"LIBVIRT_LOG_OUTPUTS": " 3:stderr  4:stderr "}, {"info", "error"}),
    ({"LIBVIRT_DEBUG": "1", "LIBVIRT_LOG_OUTPUTS": "4:stderr"}, {"info", "error"}),
    ({"LIBVIRT_LOG_FILTERS": "1:libvirt"}, {"info", "debug"}),
    ({"LIBVIRT_LOG_FILTERS": "1:rpc"}, {"info", "debug"}),
    ({"LIBVIRT_LOG_FILTERS": "1:rp?.net*t"}, {"info", "debug"}),
    ({"LIBVIRT_LOG_FILTERS": "1:remote"}, {"info", "debug"}),
    ({"LIBVIRT_LOG_FILTERS": "1:nonsense"}, set()),
    ({"LIBVIRT_LOG_FILTERS": "4:rpc 4:remote 4:libvirt 4:util 4:access 4:conf 4:data 4:driver", "LIBVIRT_DEBUG": "1"}, set()),
]


def levels(libdir, uri):
    """Which levels appear at all, and the form of the first lines."""
    for settings, expected in LEVELS:
        wrong = ""
        for name, side in (("stock", None), ("ours", libdir)):
            done = client(side, settings, uri, "errors")
            # Stock logs that it reads the settings, before they hold.
            found = lines(done.stderr)
            own = [at for at, (_, text) in enumerate(found) if text.startswith("virLogParse")]
            if own and found[own[-1] + 1:own[-1] + 2] and expected:
                found = found[:2] + found[own[-1] + 1:]
            elif own:
                found = found[own[-1] + 1:]
            # Stock's object life at level info does not exist here; its first two lines are of that level too.
            seen = {level for level, _ in found}
            if seen - {"info"} != expected - {"info"} or ("info" in seen) != ("info" in expected):
                wrong += f" {name}: levels {sorted(seen)}, expected {sorted(expected)};"
            texts = [text for level, text in found[:2]]
            if expected and not (texts[0].startswith("libvirt version: ") and texts[1].startswith("hostname: ")):
                wrong += f" {name} begins with {texts};"
            if done.returncode:
                wrong += f" {name}: exit status {done.returncode};"
        check(f"levels with {settings}", wrong)


def stripped(text):
    return [rest for _, rest in lines(text)]


def entries(libdir, uri):
    """The entry trace, line by line, twice the same."""
    settings = {"LIBVIRT_LOG_FILTERS": "1:libvirt"}
    runs = [stripped(client(libdir, settings, uri, "short").stderr) for _ in range(2)]
    check("two runs give the same trace", "" if runs[0] == runs[1] else f"{runs}")
    conn = f'Connection("{uri}")'
    expected = [
        f'virConnectOpen:0 : enter name="{uri}"',
        f"virConnectOpen:0 : leave {conn}",
        f'virDomainLookupByName:0 : enter conn={conn}, name="test"',
        'virDomainLookupByName:0 : leave Domain("test")',
        'virDomainGetInfo:0 : enter domain=Domain("test"), info=set',
        "virDomainGetInfo:0 : leave 0",
        f'virDomainLookupByName:0 : enter conn={conn}, name="it\'s\\n\\"no\\""',
        "virDomainLookupByName:0 : leave NULL, error 42",
        'virDomainSetUserPassword:0 : enter dom=Domain("test"), user="somebody", password=***, flags=0x0',
    ]
    missing = [line for line in expected if line not in runs[0]]
    check("lines of the trace", f"missing {missing} in {runs[0]}" if missing else "")
    places = [runs[0].index(line) for line in expected if line in runs[0]]
    check("their order", "" if places == sorted(places) else f"{places}")
    check("no secret", "hidden" if any("hidden" in line for line in runs[0]) else "")
    timed = stripped(client(libdir, dict(settings, OXIVIRT_TRACE_DURATION="1"), uri, "short").stderr)
    leaves = [line for line in timed if " : leave " in line]
    wrong = [line for line in leaves if not re.search(r", \d+\.\d{6} s$", line)]
    check("durations when asked for", "" if leaves and not wrong else f"{wrong}")


def calls(libdir, uri):
    """Calls, and how the open went."""
    text = client(libdir, {"LIBVIRT_LOG_FILTERS": "1:rpc 1:remote 1:util.conf 1:util.uri"}, uri, "errors").stderr
    found = "\n".join(stripped(text))
    for pattern in (r"configuration /\S+libvirt\.conf", r"name 'test\+unix", r"transport unix, socket /", r"connected to /\S+: process \d+",
                    r"authentication offered: none", r"REMOTE_PROC_CONNECT_OPEN, \d+ bytes", r"feature \d+: (yes|no)",
                    r"REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME serial \d+: ok, \d+ bytes",
                    r"REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME serial \d+: error, \d+ bytes", r"closing the connection to /"):
        check(f"a line with {pattern}", "" if re.search(pattern, found) else f"not in\n{found}")


def robust(libdir, uri, folder):
    """Outputs that fail, block or go away change nothing for the program."""
    everything = {"LIBVIRT_DEBUG": "1"}

    def same(what, done):
        check(what, "" if (done.returncode, done.stdout) == (0, "done\n") else f"{done.returncode} {done.stdout}")

    same("standard error is closed", subprocess.run(
        ["sh", "-c", 'exec "$@" 2>&-', "sh", *command(uri, "short", libdir)],
        env=library.environment(libdir, **everything), stdout=subprocess.PIPE, text=True, timeout=LIMIT, check=False))
    reader, writer = os.pipe()
    os.close(reader)
    # Python ignores SIGPIPE, and so would its children: the program must live with the default.
    same("standard error is a pipe nobody reads any more", subprocess.run(
        ["env", "--default-signal=PIPE", *command(uri, "short", libdir)], restore_signals=True,
        env=library.environment(libdir, **everything), stdout=subprocess.PIPE, stderr=writer, text=True, timeout=LIMIT, check=False))
    os.close(writer)
    reader, writer = os.pipe()
    same("standard error is a full pipe", client(libdir, everything, uri, "many", stderr=writer))
    os.close(writer)
    os.close(reader)
    same("the disk is full", client(libdir, dict(everything, LIBVIRT_LOG_OUTPUTS="1:file:/dev/full"), uri, "short"))
    gone = "1:journald 1:syslog:nobody"
    same("no syslog and no journal", client(libdir, dict(everything, LIBVIRT_LOG_OUTPUTS=gone), uri, "short"))
    pipe = f"{folder}/pipe"
    os.mkfifo(pipe)
    done = client(libdir, {"LIBVIRT_LOG_OUTPUTS": f"1:file:{pipe}"}, uri, "short")
    check("a pipe without a reader is refused at once", "" if f"failed to open {pipe}" in done.stderr else done.stderr)
    log = pathlib.Path(folder) / "log"
    settings = dict(everything, LIBVIRT_LOG_OUTPUTS=f"1:file:{log}")
    done = client(libdir, settings, uri, "child")
    check("the file is not inherited", done.stdout if str(log) in done.stdout or "done" not in done.stdout else "")
    check("the file is private", "" if log.stat().st_mode & 0o777 == 0o600 else oct(log.stat().st_mode))
    before = len(log.read_text().splitlines())
    same("a child logs too", client(libdir, settings, uri, "fork"))
    text = log.read_text()
    threads = {line.split(": ")[1] for line in text.splitlines()[before:] if START.match(line)}
    check("lines of parent and child", "" if len(threads) == 2 else f"{threads}")
    check("the file is appended to", "" if text.count("libvirt version") == 2 and before else f"{before}")
    torn = [line for line in text.splitlines() if not START.match(line)]
    check("no line is torn", f"{torn[:3]}" if torn else "")


def introduction(text, is_stock):
    """Returns a line without its version; 9.0.0 does not name the user, who is root here, beside the host."""
    text = re.sub(r"version: .*", "version: …", text)
    return re.sub(r"(hostname: [^\s,]+)$", r"\1, uid: 0", text) if is_stock else text


def services(libdir, uri):
    """What syslog and the journal get, beside the stock library."""
    probe = subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True)
    if os.geteuid() or probe.returncode:
        report("skipped", "syslog and the journal", "mount namespaces need privileges")
        return
    found = []
    for side in (None, libdir):
        done = subprocess.run(
            ["unshare", "--mount", *library.program(side, "compare.trace.journal"), *command(uri, "errors", side)],
            env=library.environment(side, LIBVIRT_LOG_OUTPUTS="4:journald 3:syslog:my-ident"), text=True, timeout=LIMIT,
            stdout=subprocess.PIPE, check=True)
        found.append([json.loads(line) for line in done.stdout.splitlines()])
    stock, ours = found
    for side in found:
        for entry in side:
            if entry["to"] == "journal":
                for name in ("CODE_FILE", "CODE_LINE", "CODE_FUNC"):
                    if name in entry["is"]:
                        entry["is"][name] = "…"
                entry["is"]["MESSAGE"] = introduction(entry["is"]["MESSAGE"], side is stock)
            elif entry["to"] == "syslog":
                text = re.sub(r"^(<\d+>)[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d ", r"\1", entry["is"])
                text = re.sub(r": \d+: (\w+) : (?:\w+:\d+ : )?", r": \1 : ", text)
                entry["is"] = introduction(text.rstrip("\n\0"), side is stock)
    for to in ("journal", "syslog", "status"):
        # Without an event loop stock raises an error that it does not report: only its log shows it.
        sides = [[entry["is"] for entry in side if entry["to"] == to and "async IO callback" not in str(entry["is"])]
                 for side in (stock, ours)]
        check(f"{to} gets the same", "" if sides[0] == sides[1] and sides[0] else f"\nstock {sides[0]}\nours  {sides[1]}")


def raised(libdir, uri, folder):
    """A program with more rights than its user writes no line, wherever the environment points."""
    if os.geteuid() or os.statvfs(folder).f_flag & os.ST_NOSUID:
        report("skipped", "set-user-id", "needs root and a filesystem that honours it")
        return
    shutil.copy(pathlib.Path(libdir) / "libvirt.so.0", f"{folder}/libvirt.so.0")
    program = f"{folder}/raised"
    source = str(library.TESTS / "abi" / "setuid.c")
    subprocess.run(["cc", "-Wno-deprecated-declarations", "-o", program, source, f"{folder}/libvirt.so.0", f"-Wl,-rpath,{folder}"],
                   check=True)
    os.chmod(program, 0o4755)
    log = f"{folder}/of-root"
    done = subprocess.run([program, uri, "open"], env={"LIBVIRT_DEBUG": "1", "LIBVIRT_LOG_OUTPUTS": f"1:stderr 1:file:{log}"},
                          user="nobody", group="nogroup", extra_groups=[], capture_output=True, text=True, timeout=LIMIT, check=False)
    seen = lines(done.stderr)
    wrong = f"lines {seen[:2]}" if seen else "a file was made" if os.path.exists(log) else ""
    check("set-user-id", wrong or ("" if "not safe" in done.stdout else done.stdout))


def main():
    """Everything; without OXIVIRT_LIBDIR on what `make lib` built."""
    clean_up_on_sigterm()
    libdir = library.ours() or str(library.TOP / "target" / "dist" / "lib")
    with tempfile.TemporaryDirectory() as folder, StockDaemon() as daemon:
        os.chmod(folder, 0o755)
        uri = daemon.test_uri
        malformed(libdir, f"test+unix:///default?socket={folder}/none")
        levels(libdir, uri)
        entries(libdir, uri)
        calls(libdir, uri)
        robust(libdir, uri, folder)
        services(libdir, uri)
        raised(libdir, uri, folder)
        doctor.examine(counts, pathlib.Path(libdir).parent / "bin" / "oxivirt-doctor", daemon, uri, folder)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
