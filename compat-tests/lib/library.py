"""Which library a program runs on, and what surrounds it there: ours (OXIVIRT_LIBDIR), or a stock one, which is this machine's or
that of the system OXIVIRT_STOCK names (see roots.py)."""

import functools
import os
import pathlib
import sys

from lib import language
from lib.roots import NAMES, Root

TESTS = pathlib.Path(__file__).resolve().parent.parent
TOP = TESTS.parent
PYTHON = "/usr/bin/python3"
PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def ours():
    """Returns the absolute path of our libraries, or None where the stock library is compared with itself."""
    libdir = os.environ.get("OXIVIRT_LIBDIR")
    return os.path.abspath(libdir) if libdir else None


def add_client_option(parser):
    """Gives a comparison the option --client."""
    parser.add_argument("--client", choices=NAMES, default=os.environ.get("OXIVIRT_STOCK") or "host",
                        help="whose stock library to compare with; default: this machine's")


def choose_client(options):
    """Makes the choice of --client that of stock(); the process ends as skipped where that library is not to be had."""
    os.environ["OXIVIRT_STOCK"] = options.client
    return stock()


@functools.cache
def stock():
    """Returns the words to put before a command to run it on the stock library. Where that library is not to be had, the process
    ends as skipped, and says why."""
    words, why = Root(os.environ.get("OXIVIRT_STOCK") or "host").client()
    if why:
        print(f"{why}\n{step_name()}: 0 passed, 0 failed, 1 skipped")
        sys.exit(0)
    return words


def step_name():
    """Returns the last part of the running module's name, "wire" for compare.wire."""
    return sys.modules["__main__"].__spec__.name.removesuffix(".__main__").rsplit(".", 1)[-1]


def python(libdir):
    """Returns the command of Python on our libraries in `libdir`, which the environment names, or on the stock library (None)."""
    return [PYTHON] if libdir else [*stock(), PYTHON]


def program(libdir, module, *arguments):
    """Returns the command of one of the test programs, named like a module, on the library of python()."""
    return [*python(libdir), "-B", "-m", module, *(str(argument) for argument in arguments)]


def environment(libdir, **more):
    """Returns the environment of a test program: nothing of the caller's, no daemon started by itself, and `more` over that."""
    found = {"PATH": PATH, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "LIBVIRT_AUTOSTART": "0", "PYTHONPATH": str(TESTS),
             **language.environment()}
    if libdir:
        found["LD_LIBRARY_PATH"] = libdir
    return {**found, **more}
