"""Lines of output that differ from the stock library's on purpose: a `.different` file has a pattern in each line, and the reason
behind `#`."""

import re


def patterns(path):
    """Returns the patterns of a file; none where there is no such file."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [re.compile(pattern) for line in lines if (pattern := line.partition("#")[0].strip())]


def without(found, lines):
    """Returns the lines that none of the patterns matches."""
    return [line for line in lines if not any(pattern.match(line) for pattern in found)]


def equal(found, one, other):
    """Returns the patterns whose lines are the same in both: they have no reason to be there."""
    return [pattern for pattern in found
            if [line for line in one if pattern.match(line)] == [line for line in other if pattern.match(line)]]
