"""Writes docs/TESTED.md from the sources of the test programs: for each symbol, which of them call it through which driver.

    compat-tests/run abi.tested            # write it
    compat-tests/run abi.tested --check    # fail where it is out of date, or where nothing calls a symbol

A C program calls what it names. A Python program calls what it names for ctypes, and what the methods that it uses are made of, as
Debian's libvirt.py says; a method that several classes have counts for those classes whose objects the program makes.
"""
import collections
import pathlib
import re
import sys

from compare.testdriver import prototypes

TESTS = pathlib.Path(__file__).resolve().parent.parent
OUT = TESTS.parent / "docs" / "TESTED.md"
BINDING = "/usr/lib/python3/dist-packages/{}.py"
SYMBOL = re.compile(r"\bvir[A-Z]\w+")
# Folders of compare whose programs speak to daemons.
REMOTE = ("agent", "auth", "daemon", "interop", "loops", "migration", "scripted", "transports", "versions", "wire")
EVERY_CALL = ("virConnectPtr", "virDomainPtr", "virDomainSnapshotPtr", "virDomainCheckpointPtr", "virNetworkPtr", "virStoragePoolPtr",
              "virStorageVolPtr", "virInterfacePtr", "virNodeDevicePtr")
# Programs that call every function so that it is refused.
REFUSED = ("null_args", "null_members", "read_only", "wrong_args", "freed_args")
# What makes an object of a class.
MAKERS = {
    "virDomain": r"\b(defineXML|createXML|lookupBy\w+|listAllDomains)\b", "virNetwork": r"\bnetwork(Define|Create|Lookup)\w+",
    "virStoragePool": r"\bstoragePool(Define|Create|Lookup)\w+", "virInterface": r"\binterface(Define|Lookup)\w+",
    "virStorageVol": r"\bstorageVolLookup\w+|\bcreateXMLFrom\b|\blistAllVolumes\b", "virNodeDevice": r"\bnodeDevice(Lookup|Create|Define)\w+",
    "virDomainSnapshot": r"\bsnapshotCreateXML\b", "virDomainCheckpoint": r"\bcheckpointCreateXML\b", "virSecret": r"\bsecretDefineXML\b",
    "virNWFilter": r"\bnwfilter(Define|Lookup)\w+|\blistAllNWFilters\b", "virNWFilterBinding": r"\bnwfilterBinding(Create|Lookup)\w+|\blistAllNWFilterBindings\b", "virNetworkPort": r"\bport(Create|Lookup)\w+|\blistAllPorts\b",
    "virStream": r"\bnewStream\b", "virConnect": r"\blibvirt\.open",
}


def symbols():
    """Returns the exported symbols with their libraries, in order."""
    rows = [line.split("\t") for line in (TESTS / "abi" / "symbols.tsv").read_text().splitlines()[1:]]
    return [next(word for word in row if SYMBOL.fullmatch(word)) for row in rows]


def methods():
    """Returns, for each method, the functions that it is made of by class."""
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for module in ("libvirt", "libvirt_qemu", "libvirt_lxc"):
        owner = method = ""
        for line in pathlib.Path(BINDING.format(module)).read_text().splitlines():
            if match := re.match(r"class (\w+)", line):
                owner = match[1]
            elif match := re.match(r"(\s*)def (\w+)\(", line):
                method, owner = match[2], owner if match[1] else ""
            for function in re.findall(r"libvirtmod\w*\.(vir\w+)\(", line):
                found[method][owner].add(function)
    return found


def python_calls(text, known):
    """Returns the functions that a Python program calls."""
    called = set(SYMBOL.findall(text))
    for word in ({*re.findall(r"\b[A-Za-z]\w+", text), "__del__"}) & set(known):
        owners = known[word]
        for owner, functions in owners.items():
            if len(owners) == 1 or not owner or re.search(MAKERS.get(owner, "(?!)"), text):
                called |= functions
    return called


def calls():
    """Returns, for each symbol, the programs by driver."""
    found = collections.defaultdict(lambda: collections.defaultdict(set))

    def note(names, driver, program):
        for name in names:
            found[name][driver].add(program)
    for path in sorted((TESTS / "compare/c").iterdir()):
        if path.suffix in (".c", ".cpp") and path.stem not in REFUSED:
            text = path.read_text()
            driver = "remote" if "needs: daemon" in text.split("#include", 1)[0] else "none"
            note(re.findall(r"\b(vir[A-Z]\w+)\b", text), driver, f"c/{path.stem}")
    known = methods()
    for folder in ("programs", "additions"):
        for path in sorted((TESTS / "compare/testdriver" / folder).glob("*.py")):
            note(python_calls(path.read_text(), known), "test", f"testdriver/{path.stem}")
    for kind in EVERY_CALL:
        note((one.name for one in prototypes.of_kind(kind)), "test", "testdriver/every_call")
    for folder in REMOTE:
        for path in sorted((TESTS / "compare" / folder).rglob("*.py")):
            note(python_calls(path.read_text(), known), "remote", folder)
    return found


def main():
    """Writes or checks the table; returns the exit status."""
    found, rows, missing = calls(), [], []
    for name in symbols():
        shown = []
        for driver in ("remote", "test", "none"):
            programs = sorted(found[name][driver])
            more = f" and {len(programs) - 3} more" if len(programs) > 3 else ""
            shown.append(", ".join(programs[:3]) + more)
        missing += [] if any(shown) else [name]
        rows.append(f"| `{name}` | {shown[0]} | {shown[1]} | {shown[2]} |")
    count = lambda column: sum(bool(row.split(" | ")[column].strip()) for row in rows)
    page = ("# Which test calls a function\n\nWritten by `compat-tests/run abi.tested` from the test programs of compat-tests/compare. Not counted: "
            "programs whose\ncalls are all refused (NULL, read-only), and those of the bindings' own tests.\n\n"
            f"{len(rows)} symbols: {count(1)} through the remote driver, {count(2)} through the test driver, {len(missing)} by no test.\n\n"
            "| symbol | remote driver | test driver | no connection |\n|---|---|---|---|\n" + "\n".join(rows) + "\n")
    if missing:
        print("no test calls", *missing)
    if sys.argv[1:] == ["--check"]:
        stale = not OUT.exists() or OUT.read_text() != page
        print("docs/TESTED.md is out of date: compat-tests/run abi.tested" if stale else "docs/TESTED.md is up to date")
        return int(stale or bool(missing))
    OUT.write_text(page)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
