"""The packages of packaging/, in fresh systems of Debian 12 and 13: ours are installed, Debian's own programs are installed on them
and run, and the stock library comes back. See README.md.

    compat-tests/run consumers.packages [PART...]

Last line: "packages: N passed, N failed, N skipped".
"""
import contextlib
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from consumers.packages import archive, debian, documents, static
from lib.counting import Counts
from lib.library import TOP
from lib.processes import clean_up_on_sigterm

PARTS = {"archive": archive.check, "documents": documents.check, "static": static.check, "rpm": archive.check_rpm, "lintian": debian.lintian,
         "bookworm": functools.partial(debian.check, "bookworm"), "trixie": functools.partial(debian.check, "trixie"),
         "daemons": debian.daemons, "refused": debian.refused}
# packaging/static ends with it where something is missing that it needs.
MISSING = 77
# Packing is quick where little is compressed.
FAST = {"OXIVIRT_DEB_OPTIONS": "-Zgzip -z1", "XZ_OPT": "-0"}


def build(counts, script, folder):
    """Builds packages into a folder. Returns true if that worked."""
    done = subprocess.run([TOP / "packaging" / script, folder], env={**os.environ, **FAST}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode == MISSING:
        counts.skip(f"packaging/{script}", done.stdout.strip())
        return False
    counts.check(f"packaging/{script}", done.returncode and done.stdout[-4000:])
    return done.returncode == 0


def main():
    """Builds the packages once, then does the parts that the command line names, or all of them."""
    clean_up_on_sigterm()
    wanted = sys.argv[1:] or list(PARTS)
    counts = Counts("packages")
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="packages-")))
        folder.chmod(0o755)
        scripts = {"tar": {"archive", "documents"}, "rpm/build": {"rpm"}, "static": {"static"}}
        scripts["deb/build"] = set(PARTS).difference(*scripts.values())
        built = {script: build(counts, script, folder) for script, parts in scripts.items()
                 if parts & set(wanted) and (script != "rpm/build" or shutil.which("rpmbuild"))}
        for part in wanted:
            needed = next(script for script, parts in scripts.items() if part in parts)
            if built.get(needed, True):
                PARTS[part](counts, folder)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
