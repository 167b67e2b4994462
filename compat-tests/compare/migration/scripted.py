"""Stock against ours on the two scripted daemons: the same requests in the same order, the same results and errors."""

import os
import re
import shutil
import subprocess

from compare.migration.cases import all_cases, newer
from compare.migration.daemons import Daemons
from lib import library

DEADLINE = 600
# What the stock library says since a version newer than this machine's: (before, since). 99 is the type the cases have.
SINCE = [
    (r"Invalid type '(\w+)' requested for parameter '([^']*)', actual type is '(\w+)'",
     r"invalid type '\1' for parameter '\2', expected '\3'"),
    (r"Invalid type '\w+' requested for parameter '([^']*)', actual type is '\(null\)'", r"unknown type ('99') of parameter '\1'"),
]


def once(directory, libdir):
    """For each case what the client printed and the daemons saw. The path is the same in all runs: it is in requests."""
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    cases = all_cases()
    with Daemons(directory, cases) as daemons:
        command = library.program(libdir, "compare.migration.client", directory)
        result = subprocess.run(command, env=library.environment(libdir), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                timeout=DEADLINE, check=False)
    lines = result.stdout.replace("%1$s", "%s").splitlines()
    if result.returncode or len(lines) != len(cases):
        raise RuntimeError(f"{libdir or 'stock'}: {len(lines)} of {len(cases)} cases, status {result.returncode}: "
                           f"{result.stderr[-2000:]}")
    return [[line, *daemons.requests.get(number, [])] for number, line in enumerate(lines)]


def compare(root, libdir):
    """Returns (passed, failed, texts of failures)."""
    directory = os.path.join(root, "scripted")
    stock = once(directory, None)
    if libdir:
        for before, since in SINCE:
            stock = [[re.sub(before, since, line) for line in lines] for lines in stock]
    ours = once(directory, libdir)
    passed, failures = 0, []
    for case, want, got in zip(all_cases(), stock, ours):
        as_newer = newer(case, got) if libdir else None
        if as_newer or want == got and as_newer is None:
            passed += 1
            continue
        lines = [f"  stock: {w}\n  here:  {g}" for w, g in differing(want, got)]
        failures.append(f"scripted: {case}\n" + "\n".join(lines))
    return passed, len(failures), failures


def differing(want, got):
    """Returns pairs of lines that differ, '(nothing)' where one side has fewer."""
    length = max(len(want), len(got))
    padded = (side + ["(nothing)"] * (length - len(side)) for side in (want, got))
    return [(w, g) for w, g in zip(*padded) if w != g]
