"""The comparisons with the stock client of the version this library is, instead of this machine's.

    OXIVIRT_LIBDIR=dir compat-tests/run compare.newest [NAME...]     c wire tls transports scripted-migration auth choice interop loops
"""

import os
import subprocess
import sys

from lib.counting import Counts, summed_up

SYSTEM = "sid"
# The module and its arguments.
RUNS = {
    "wire": ["compare.wire"],
    "c": ["compare.c"],
    "tls": ["compare.tls"],
    "transports": ["compare.transports"],
    "auth": ["compare.auth"],
    "choice": ["compare.choice"],
    "interop": ["compare.interop"],
    "loops": ["compare.loops"],
    "scripted-migration": ["compare.migration", "scripted"],
}


def main():
    """Runs them one after the other and adds up."""
    counts = Counts("newest")
    for name in sys.argv[1:] or RUNS:
        done = subprocess.run([sys.executable, "-m", *RUNS[name]], env={**os.environ, "OXIVIRT_STOCK": SYSTEM},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
        passed, failed, skipped = summed_up(done.stdout)
        if done.returncode and not failed:
            failed = 1
        counts.add(passed, failed, skipped)
        # Indented: who counts wants the last line only.
        print(f"  {name}: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
        if failed or skipped:
            print("".join(f"    {line}\n" for line in done.stdout.splitlines()[-200:]), end="", flush=True)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
