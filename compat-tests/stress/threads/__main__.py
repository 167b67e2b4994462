"""Many threads on one connection against a scripted daemon, and against a stock one that is killed.

    OXIVIRT_LIBDIR=dir compat-tests/run stress.threads [CASE ...]      calls, deadlines, silence, ends, snatched, callbacks, forks, forked,
                                              forked-logged, exhaustion, flood
    … kills       10,000 deaths of the scripted daemon, and 24 of a private stock one
    … --long      a minute of 64 threads: the number for the record
    … --stock     the same program on the system's library, to compare with

Last line: `threads: N passed, N failed, N skipped`.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from lib import library
from lib.counting import Counts
from lib.daemon import LIBVIRTD, StockDaemon
from lib.processes import clean_up_on_sigterm

HERE = pathlib.Path(__file__).resolve().parent
FLAGS = ["-std=gnu11", "-g", "-O1", "-Wall", "-Wextra", "-Werror"]
CASES = {"calls": 6, "deadlines": 2, "silence": 0, "ends": 300, "snatched": 500, "callbacks": 20, "forks": 200, "forked": 300,
         "forked-logged": 50, "exhaustion": 0, "flood": 1000000}
# Programs of their own; the others are parts of threads.c.
ALONE = ("forked", "forked-logged", "flood")
KILLS, REAL_KILLS = 10000, 24
# What only this library promises.
OURS = ("deadlines", "silence", "ends", "snatched", "callbacks", "forks", "forked", "forked-logged", "exhaustion")


def build(directory, libdir, name):
    """Compiles a program against our headers, which runs on either library; returns its path."""
    program = os.path.join(directory, f"{name}.program")
    linked = [os.path.join(libdir, "libvirt.so.0")] if libdir else ["-lvirt"]
    include = library.TOP / "include"
    subprocess.run([os.environ.get("CC", "cc"), *FLAGS, f"-I{include}", "-o", program, str(HERE / f"{name}.c"), *linked,
                    "-lpthread"], check=True)
    return program


def real_kills(program, environment):
    """Kills stock daemons of our own in the middle of calls of one process each, which must end by itself. Returns verdict and text."""
    if not os.path.exists(LIBVIRTD):
        return "skipped", "no stock libvirtd here"
    for number in range(REAL_KILLS):
        with StockDaemon() as daemon:
            process = subprocess.Popen([program, "victim", daemon.socket, str(number)], env=environment, stdout=subprocess.PIPE,
                                       stderr=subprocess.STDOUT, text=True)
            for line in process.stdout:
                if line == "calling\n":
                    break
            daemon.stop()
            try:
                said, _ = process.communicate(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return "failed", f"kill {number}: the calls did not end"
            if process.returncode:
                return "failed", f"kill {number}: status {process.returncode}\n{said}"
    return "passed", f"{REAL_KILLS} deaths of a stock daemon; the last: {said.strip()}"


def main():
    """Builds, runs, counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", default=list(CASES))
    parser.add_argument("--stock", action="store_true")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    clean_up_on_sigterm()
    libdir, counts = None if options.stock else library.ours(), Counts("threads")
    if not libdir and not options.stock:
        counts.skip("all", "OXIVIRT_LIBDIR is not set")
        return counts.finish()
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LIBVIRT_", "OXIVIRT_CALL", "LC_", "LANG"))}
    environment.update(LC_ALL="C")
    if libdir:
        environment["LD_LIBRARY_PATH"] = libdir
    with tempfile.TemporaryDirectory(prefix="threads-") as directory:
        environment.update(HOME=directory, XDG_RUNTIME_DIR=directory, XDG_CONFIG_HOME=directory)
        program = build(directory, libdir, "threads")
        runs = [("calls", 60)] if options.long else [(case, KILLS if case == "kills" else CASES[case]) for case in options.cases]
        for case, amount in runs:
            if options.stock and case in OURS:
                counts.skip(case, "the stock library does not promise this")
                continue
            command = [program, case, directory, str(amount)]
            if case in ALONE:
                measured = ["measured"] if options.stock else []
                source = case.removesuffix("-logged")
                command = [build(directory, libdir, source), directory, str(amount), *measured]
            around = dict(environment, LIBVIRT_DEBUG="1", LIBVIRT_LOG_OUTPUTS="1:file:/dev/null") if "logged" in case else environment
            run = subprocess.run(command, env=around, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True, check=False)
            wrong = f"status {run.returncode}" if run.returncode else ""
            counts.check(run.stdout.strip(), wrong)
        if "kills" in options.cases and not options.stock:
            counts.report(*real_kills(program, environment))
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
