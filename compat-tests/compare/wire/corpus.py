"""Reads the checked-in corpus of golden/: payloads that the stock client and the stock daemon sent each other."""

import pathlib

GOLDEN = pathlib.Path(__file__).resolve().parent / "golden"


class Sample:
    """One recorded payload. `nth`: its place among those of the same procedure and kind, from 1."""

    def __init__(self, program, procedure, name, kind, nth):
        self.program, self.procedure, self.name, self.kind, self.nth = program, procedure, name, kind, nth
        self.payload = b""

    def __str__(self):
        return f"{self.program} {self.name} {self.nth}"


def samples(kinds):
    """Returns the payloads of these kinds, in the order of programs and procedures."""
    found, counted = [], {}
    for path in sorted(GOLDEN.glob("*.txt")):
        for line in path.read_text(encoding="ascii").splitlines():
            if line.startswith("  "):
                found[-1].payload += bytes.fromhex(line.strip())
            elif not line.startswith("#"):
                program, number, name, kind = line.split()
                counted[name, program, kind] = counted.get((name, program, kind), 0) + 1
                found.append(Sample(program, int(number), name, kind, counted[name, program, kind]))
    return [sample for sample in found if sample.kind in kinds]
