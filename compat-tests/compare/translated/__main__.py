"""Comparisons with a stock library, once more in a language: every message must be looked up where stock looks it up.

    OXIVIRT_LIBDIR=dir compat-tests/run compare.translated [--client sid] [NAME...]     c spoiled auth; with a client of our version also choice tls

The catalogue (catalogue.py) translates all strings of the stock library that is compared with, so what stock translates and
we do not, or the other way round, is a difference. Last line: `translated: N passed, N failed, N skipped`.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

from compare.translated import catalogue
from lib import language, library
from lib.counting import Counts, summed_up
from lib.roots import LIBRARIES, Root

# Each with the module that does it. `spoiled`: formats that ask for arguments which are not there, for our library only.
RUNS = {"c": "c", "spoiled": "c", "choice": "choice", "auth": "auth", "tls": "tls"}
# What is translated of their messages, or the messages, changed between this machine's version and ours.
SAME_VERSION = ("choice", "tls")
LOOKED_UP = re.compile(r'(?:message!|translate(?:_for_c)?)\(\s*c?"((?:[^"\\]|\\.)*)"', re.S)
OF_CODES = re.compile(r'\(\s*"([^"]+)",\s*"([^"]+)",?\s*\)')


CHECK = "import ctypes; l = ctypes.CDLL('libvirt.so.0'); f = l.virGetLastErrorMessage; f.restype = ctypes.c_char_p; print(f().decode())"
SPOILED = ("import ctypes; c = ctypes.CDLL(None); c.dcgettext.restype = ctypes.c_char_p; "
           "print(b'%9$s' in b''.join(c.dcgettext(b'libvirt', b'internal error: ' + i, 5) for i in (b'%s', b'%1$s')))")


def says(before, program, place):
    """Returns what a Python program prints that is started as clients are: nothing is proven where the catalogue is not used."""
    environment = {**library.environment(None), **language.environment(place)}
    done = subprocess.run([*before, library.PYTHON, "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.strip()


def formats():
    """Yields the texts of our library that are looked up, with where they stand. Daemons and programs are not the library."""
    tree = library.TOP
    for path in sorted([*tree.glob("src/**/*.rs"), *tree.glob("crates/*/src/**/*.rs")]):
        if "tests" in path.name or path.name == "message.rs" or path.relative_to(tree).parts[1] in ("daemon", "virsh"):
            continue
        pattern = OF_CODES if path.name == "errors.rs" else LOOKED_UP
        for found in pattern.finditer(path.read_text(encoding="utf-8")):
            for group in found.groups():
                text = re.sub(r"\\\n\s*", "", group)
                yield text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\"), path.relative_to(tree)


def check_formats(folder, counts):
    """Each of them is one of stock's: else no catalogue has it, and nobody would notice."""
    known = catalogue.strings(folder)
    wrong = [f"{path}: {text!r}" for text, path in formats() if text.encode() not in known]
    print("".join(f"    not in the stock library: {one}\n" for one in wrong), end="")
    right = len(list(formats())) - len(wrong)
    print(f"  formats: {right} passed, {len(wrong)} failed, 0 skipped", flush=True)
    counts.add(right, len(wrong))


def main():
    """Makes the catalogue and runs them one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(RUNS))
    library.add_client_option(parser)
    options = parser.parse_args()
    root = Root(options.client)
    before, counts = library.choose_client(options), Counts("translated")
    if not library.ours():
        counts.skip("all", "OXIVIRT_LIBDIR is not set")
        return counts.finish()
    libraries = root.path / LIBRARIES
    if options.client != "host":
        # The formats are those of our version.
        check_formats(libraries, counts)
    with tempfile.TemporaryDirectory(prefix="oxivirt-translated-") as folder:
        os.chmod(folder, 0o755)
        place, spoiled = (os.path.join(folder, name) for name in ("translated", "spoiled"))
        catalogue.make(place, libraries)
        catalogue.make(spoiled, libraries, catalogue.spoil)
        if (says(before, CHECK, place), says([], SPOILED, spoiled)) != ("<no error>", "True"):
            counts.report("failed", "all", "clients do not use the catalogues")
            return counts.finish()
        for name in options.names or [name for name in RUNS if options.client != "host" or name not in SAME_VERSION]:
            environment = {**os.environ, "OXIVIRT_TRANSLATED": place}
            if name == "spoiled":
                environment |= {"OXIVIRT_TRANSLATED": spoiled, "OXIVIRT_TRANSLATED_OURS": "1"}
            done = subprocess.run([sys.executable, "-m", f"compare.{RUNS[name]}"], env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
            passed, failed, skipped = summed_up(done.stdout)
            if done.returncode and not failed:
                failed = 1
            counts.add(passed, failed, skipped)
            print(f"  {name}: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
            if failed or skipped:
                print("".join(f"    {line}\n" for line in done.stdout.splitlines()[-200:]), end="", flush=True)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
