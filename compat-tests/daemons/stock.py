"""Which stock library a comparison runs on: this machine's, or that of the system OXIVIRT_STOCK names (see roots.py)."""

import functools
import os
import sys

from roots import Root

PYTHON = "/usr/bin/python3"


@functools.cache
def before():
    """The words to put before a command. Where that library is not to be had, the process ends as skipped, and says why."""
    words, why = Root(os.environ.get("OXIVIRT_STOCK") or "host").client()
    if why:
        print(f"{why}\n{os.path.basename(sys.argv[0])}: 0 passed, 0 failed, 1 skipped")
        sys.exit(0)
    return words


def python(libdir):
    """The command of Python on `libdir`, which the environment names, or on the stock library."""
    return [PYTHON] if libdir else [*before(), PYTHON]
