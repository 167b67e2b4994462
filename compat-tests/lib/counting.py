"""Results of a step: told as they come, counted, and summed up in the line that compat-tests/check adds up."""

import re

VERDICTS = ("passed", "failed", "skipped")
SUMMARY = re.compile(r"^[\w-]+: (\d+) passed, (\d+) failed, (\d+) skipped$", re.M)


class Counts:
    """How many checks of a step passed, failed and were skipped. Of many failures of expect() the first `show` are told."""

    def __init__(self, name, show=1000):
        self.name, self.show = name, show
        self.passed = self.failed = self.skipped = 0

    def add(self, passed=0, failed=0, skipped=0):
        """Adds results that were told elsewhere."""
        self.passed += passed
        self.failed += failed
        self.skipped += skipped

    def report(self, verdict, what, detail=""):
        """Counts one result and tells it: "passed", "failed" or "skipped"."""
        self.add(**{verdict: 1})
        print(f"{verdict:8}{what}" + (f": {detail}" if detail else ""), flush=True)

    def check(self, what, problem, detail=""):
        """Counts one check and tells it; it has passed if there is no `problem`, and then `detail` is told."""
        self.report("failed" if problem else "passed", what, problem or detail)

    def expect(self, good, failure, *details):
        """Counts one of very many checks, of which only failures are told: `failure`, a text or a function that makes it, then
        the details on lines of their own."""
        self.add(passed=int(bool(good)), failed=int(not good))
        if not good and self.failed <= self.show:
            print(f"failed  {failure() if callable(failure) else failure}", *details, sep="\n    ", flush=True)

    def skip(self, what, reason, count=1):
        """Counts checks that this machine cannot make, and tells why."""
        self.add(skipped=count)
        print(f"skipped {what}: {reason}", flush=True)

    def summary(self):
        """Returns the step's last line."""
        return f"{self.name}: {self.passed} passed, {self.failed} failed, {self.skipped} skipped"

    def finish(self):
        """Prints the last line; returns the exit status: 1 if something failed or if nothing at all was checked."""
        print(self.summary(), flush=True)
        return int(self.failed > 0 or self.passed + self.skipped == 0)


def summed_up(output):
    """Returns (passed, failed, skipped) of the last line of that form in a step's output, or one failure where there is none."""
    found = SUMMARY.findall(output)
    return tuple(int(number) for number in found[-1]) if found else (0, 1, 0)
