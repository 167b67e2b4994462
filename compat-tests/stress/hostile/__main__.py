"""A daemon that lies: every answer the library reads is changed in every way mutate.py knows, one at a time.

    OXIVIRT_LIBDIR=dir compat-tests/run stress.hostile [CALL ...]     all calls (or those named) against the libraries in dir
    … --valgrind           a sample of the cases under valgrind: invalid accesses and definite leaks fail
    … --case TEXT CALL     only the cases whose name holds TEXT

After each case the call has failed, or succeeded with a count that equals the array it handed out; nothing crashed or
hung; and the next call works. The last line is `hostile: N passed, N failed, N skipped`.
"""

import argparse
import glob
import os
import subprocess
import sys
import tempfile

from lib import library
from lib.counting import Counts, summed_up
from lib.idl import Idl
from stress.hostile.cases import DIGEST, HERE, Tester
from stress.hostile.server import Server

FLAGS = ["-std=gnu11", "-g", "-O1", "-fno-builtin", "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations"]
VALGRIND = ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
            "--show-leak-kinds=definite", "--num-callers=24"]
VALGRIND_EVERY = 41
BATCH = 12
SHARDS = 2
# Seconds; the calls of the library end themselves after half of it, which is a failure, too. A busy machine keeps a process waiting.
DEADLINE = 60
# A complete run makes at least so many different messages that are no good answer.
DISTINCT = 100_000


def build(directory, libdir):
    """Compiles the client program against our headers and libraries; returns its path."""
    program = os.path.join(directory, "client")
    sources = sorted(glob.glob(os.path.join(HERE, "client", "*.c")))
    libraries = [os.path.join(libdir, f"libvirt{part}.so.0") for part in ("", "-qemu", "-admin")]
    include = library.TOP / "include"
    subprocess.run([os.environ.get("CC", "cc"), *FLAGS, f"-I{include}", "-o", program, *sources, *libraries,
                    f"-Wl,-rpath-link,{libdir}"], check=True)
    return program


def environment(directory, libdir):
    """Nothing of the caller's that the library reads; what it warns of would pass for a complaint."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LIBVIRT_", "XDG_", "LC_", "LANG"))}
    kept.update(LC_ALL="C", LIBVIRT_DEBUG="error", HOME=directory, XDG_RUNTIME_DIR=directory, XDG_CONFIG_HOME=directory,
                LD_LIBRARY_PATH=libdir)
    return kept


def shard(options, libdir):
    """One part of the calls, in this process."""
    directory = os.path.join(options.directory, f"shard{options.shard}")
    os.mkdir(directory)
    command = [*(VALGRIND if options.valgrind else []), os.path.join(options.directory, "client")]
    with open(os.path.join(directory, "log"), "w+b") as log:
        server = Server(directory, Idl(), command, environment(directory, libdir), DEADLINE, log)
        tester = Tester(server.idl, server, options)
        try:
            run_calls(options, server, tester, log)
        finally:
            server.close()
    with open(os.path.join(directory, "delivered"), "wb") as handle:
        handle.write(b"".join(tester.delivered))
    print(f"part: {tester.passed} passed, {tester.failed} failed, {tester.skipped} skipped")
    return 0


def run_calls(options, server, tester, log):
    """Batches of calls; after each the client must end well."""
    server.start()
    server.process.stdin.write(b"names\n")
    server.process.stdin.flush()
    calls = server.process.stdout.readline().decode().split()
    unknown = set(options.calls) - set(calls)
    if unknown:
        sys.exit(f"no such call: {', '.join(sorted(unknown))}")
    mine = [call for call in calls if not options.calls or call in options.calls][options.shard::SHARDS]
    for first in range(0, len(mine), BATCH):
        batch = mine[first:first + BATCH]
        for call in batch:
            tester.run(call)
        tester.ready = None
        status = server.stop()
        log.seek(0)
        said = log.read().decode(errors="replace").strip()
        log.seek(0)
        log.truncate()
        if status or said:
            tester.failure(" ".join(batch), f"the client's end (status {status})", "\n" + said[-6000:])
        else:
            tester.passed += 1


def distinct(directory):
    """Returns how many different messages the parts delivered."""
    seen = set()
    for path in glob.glob(os.path.join(directory, "shard*", "delivered")):
        with open(path, "rb") as handle:
            data = handle.read()
        seen.update(data[at:at + DIGEST] for at in range(0, len(data), DIGEST))
    return len(seen)


def main():
    """Builds the client, runs the parts beside each other, adds up."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("calls", nargs="*")
    parser.add_argument("--valgrind", action="store_true")
    parser.add_argument("--every", type=int, default=0, help="only every Nth case")
    parser.add_argument("--case", default="")
    parser.add_argument("--shard", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--directory", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.every = options.every or (VALGRIND_EVERY if options.valgrind and not options.case else 1)
    libdir, total = library.ours(), Counts("hostile")
    if not libdir:
        total.skip("all", "OXIVIRT_LIBDIR is not set")
        return total.finish()
    if options.shard is not None:
        return shard(options, libdir)
    with tempfile.TemporaryDirectory(prefix="hostile-") as directory:
        build(directory, libdir)
        parts = [subprocess.Popen([sys.executable, "-m", "stress.hostile", *sys.argv[1:], "--directory", directory, "--shard",
                                   str(number)], stdout=subprocess.PIPE, text=True) for number in range(SHARDS)]
        outputs = [part.communicate()[0] for part in parts]
        delivered = distinct(directory)
    for output in outputs:
        print("\n".join(line for line in output.splitlines() if not line.startswith("part: ")))
        total.add(*summed_up(output))
    print(f"{delivered} distinct messages that were no good answer")
    complete = options.every == 1 and not options.calls and not options.case
    if complete and delivered < DISTINCT:
        total.expect(False, f"fewer than {DISTINCT}")
    return total.finish()


if __name__ == "__main__":
    sys.exit(main())
