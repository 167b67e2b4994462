"""Checks the tables of hostile cases, docs/HOSTILE.md and that of README.md: every row names a test, and every test that is named is there.

    compat-tests/run abi.hostile

In backticks: a file, a file and what it defines (`PATH: NAME`), a step of compat-tests/check, a program of compare/testdriver, or behind "fuzz target"
one of those. Files may
be written from compat-tests/compare and compat-tests on, with {alternatives} and *.
"""

import itertools
import pathlib
import re
import sys

from lib.counting import Counts

TESTS = pathlib.Path(__file__).resolve().parent.parent
TOP = TESTS.parent
TABLES = (TOP / "docs" / "HOSTILE.md", TESTS / "README.md")
# Where the path of a file may begin.
ROOTS = (TOP, TESTS, TESTS / "compare")
HEADING = re.compile(r"^\| case \| test \|$")
STEPS = set(re.findall(r"^step +([\w-]+)", (TESTS / "check").read_text(encoding="utf-8"), re.M))
TARGETS = set(re.search(r"^all=\((.*?)\)", (TOP / "fuzz/run.sh").read_text(encoding="utf-8"), re.M | re.S)[1].split())


def rows(path):
    """Yields the rows of a file's tables of cases: case and tests."""
    inside = False
    for line in path.read_text(encoding="utf-8").splitlines():
        inside = line.startswith("|") and (inside or bool(HEADING.match(line)))
        if inside and not HEADING.match(line) and not line.startswith("|---"):
            case, tests = line.strip("|").split(" | ", 1)
            yield case.strip(), tests.strip()


def alternatives(path):
    """Returns a path with each of its {alternatives}."""
    parts = [part.split(",") if at % 2 else [part] for at, part in enumerate(re.split(r"[{}]", path))]
    return ["".join(one) for one in itertools.product(*parts)]


def files(path):
    """Returns the files that a path stands for."""
    return [found for root in ROOTS for found in root.glob(path)]


def defines(path, name):
    """Returns true if a file defines a test, a function or a table of that name."""
    text = path.read_text(encoding="utf-8")
    return re.search(rf"^\s*(?:pub(?:\([a-z]+\))? )?(?:fn|def|class) {name}\b|^{name} = ", text, re.M) is not None


def problem(token, before):
    """Returns what is wrong with a test that is named, or nothing. `before`: what is written before it."""
    if before.endswith("fuzz target "):
        return "" if token in TARGETS else f"no fuzz target {token}"
    path, _, name = token.partition(": ")
    if "/" not in path:
        return "" if path in STEPS or files(f"testdriver/programs/{path}.py") else f"no step {path}, and no program of compare/testdriver"
    for one in alternatives(path):
        found = files(one)
        if not found:
            return f"no file {one}"
        if name and not any(defines(file, name) for file in found if file.is_file()):
            return f"{one} defines no {name}"
    return ""


def main():
    """Checks all rows."""
    counts = Counts("hostile-table")
    for table in TABLES:
        found = list(rows(table))
        counts.expect(found, f"{table.name} has no table of cases")
        for case, tests in found:
            parts = tests.split("`")
            named = [problem(token, parts[at - 1]) for at, token in enumerate(parts) if at % 2]
            wrong = [one for one in named if one] if named else ["no test"]
            counts.expect(not wrong, f"{table.name}: {case}: {', '.join(wrong)}")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
