#!/usr/bin/env python3
"""Comparisons with a stock library, once more in a language: every message must be looked up where stock looks it up.

    OXIVIRT_LIBDIR=dir run.py [--client sid] [NAME...]     c spoiled auth; with a client of our version also choice tls

The catalogue (catalogue.py) translates all strings of the stock library that is compared with, so what stock translates and
we do not, or the other way round, is a difference. Last line: `translated: N passed, N failed, N skipped`.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "daemons"))

import catalogue  # noqa: E402
import language  # noqa: E402
from roots import LIBRARIES, NAMES, Root  # noqa: E402  (the path above must be set first)

RUNS = {
    "c": "c/run.py",
    "spoiled": "c/run.py",
    "choice": "choice/run.py",
    "auth": "auth/run.py",
    "tls": "tls/run.py",
}
# What is translated of their messages, or the messages, changed between this machine's version and ours.
SAME_VERSION = ("choice", "tls")
TAKES_CLIENT = ("c", "spoiled", "tls")
LOOKED_UP = re.compile(r'(?:message!|translate(?:_for_c)?)\(\s*c?"((?:[^"\\]|\\.)*)"', re.S)
OF_CODES = re.compile(r'\(\s*"([^"]+)",\s*"([^"]+)",?\s*\)')
LAST = re.compile(r"\w+: (\d+) passed, (\d+) failed, (\d+) skipped")


CHECK = "import ctypes; l = ctypes.CDLL('libvirt.so.0'); f = l.virGetLastErrorMessage; f.restype = ctypes.c_char_p; print(f().decode())"

SPOILED = ("import ctypes; c = ctypes.CDLL(None); c.dcgettext.restype = ctypes.c_char_p; "
           "print(b'%9$s' in b''.join(c.dcgettext(b'libvirt', b'internal error: ' + i, 5) for i in (b'%s', b'%1$s')))")


def says(before, program, place):
    """What a program prints that is started as clients are: nothing is proven where the catalogue is not used."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **language.environment(place)}
    done = subprocess.run([*before, "/usr/bin/python3", "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.strip()


def formats():
    """The texts in our sources that are looked up, with where they stand."""
    tree = HERE.parent.parent
    for path in sorted([*tree.glob("src/**/*.rs"), *tree.glob("crates/*/src/**/*.rs")]):
        if "tests" in path.name or path.name == "message.rs":
            continue
        pattern = OF_CODES if path.name == "errors.rs" else LOOKED_UP
        for found in pattern.finditer(path.read_text(encoding="utf-8")):
            for group in found.groups():
                text = re.sub(r"\\\n\s*", "", group)
                yield text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\"), path.relative_to(tree)


def check_formats(folder):
    """Each of them is one of stock's: else no catalogue has it, and nobody would notice."""
    known = catalogue.strings(folder)
    wrong = [f"{path}: {text!r}" for text, path in formats() if text.encode() not in known]
    print("".join(f"    not in the stock library: {one}\n" for one in wrong), end="")
    right = len(list(formats())) - len(wrong)
    print(f"  formats: {right} passed, {len(wrong)} failed, 0 skipped", flush=True)
    return [right, len(wrong), 0]


def run(name, arguments, environment):
    """The counts of one comparison."""
    done = subprocess.run([sys.executable, str(HERE.parent / RUNS[name]), *arguments], env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    lines = done.stdout.splitlines()
    counts = next((found for found in map(LAST.fullmatch, reversed(lines)) if found), None)
    numbers = [int(number) for number in counts.groups()] if counts else [0, 1, 0]
    if done.returncode and not numbers[1]:
        numbers[1] = 1
    # Indented: who counts wants the last line only.
    print("  {}: {} passed, {} failed, {} skipped".format(name, *numbers), flush=True)
    if numbers[1] or numbers[2]:
        print("".join(f"    {line}\n" for line in lines[-200:]), end="", flush=True)
    return numbers


def main():
    """Makes the catalogue and runs them one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(RUNS))
    parser.add_argument("--client", choices=NAMES, default="host")
    options = parser.parse_args()
    root = Root(options.client)
    before, why = root.client()
    if why or not os.environ.get("OXIVIRT_LIBDIR"):
        print(f"{why or 'OXIVIRT_LIBDIR is not set'}\ntranslated: 0 passed, 0 failed, 1 skipped")
        return 0
    libraries = root.path / LIBRARIES
    # The formats are those of our version.
    totals = check_formats(libraries) if options.client != "host" else [0, 0, 0]
    with tempfile.TemporaryDirectory(prefix="oxivirt-translated-") as folder:
        os.chmod(folder, 0o755)
        place, spoiled = (os.path.join(folder, name) for name in ("translated", "spoiled"))
        catalogue.make(place, libraries)
        catalogue.make(spoiled, libraries, catalogue.spoil)
        if (says(before, CHECK, place), says([], SPOILED, spoiled)) != ("<no error>", "True"):
            print("clients do not use the catalogues\ntranslated: 0 passed, 1 failed, 0 skipped")
            return 1
        for name in options.names or [name for name in RUNS if options.client != "host" or name not in SAME_VERSION]:
            environment = {**os.environ, "OXIVIRT_TRANSLATED": place, "OXIVIRT_STOCK": options.client}
            if name == "spoiled":
                environment |= {"OXIVIRT_TRANSLATED": spoiled, "OXIVIRT_TRANSLATED_OURS": "1"}
            arguments = ["--client", options.client] if name in TAKES_CLIENT else []
            counts = run(name, arguments, environment)
            totals = [one + other for one, other in zip(totals, counts)]
    print("translated: {} passed, {} failed, {} skipped".format(*totals))
    return 1 if totals[1] else 0


if __name__ == "__main__":
    sys.exit(main())
