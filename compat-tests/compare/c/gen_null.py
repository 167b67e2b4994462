"""Writes null_args.c, null_members.c, read_only.c, wrong_args.c and freed_args.c from the API description of the installed stock library.

null_args.c     calls every public function with NULL objects; no daemon.
null_members.c  calls every function that takes a pointer with real objects of the test driver and that pointer NULL; the
                URI is argv[1].
read_only.c     calls every function with real objects of a read-only connection, numbers 1 and pointers to something, and tells
                which of them the connection is refused for. What it prints on the stock library is read_only.stock, with which
                crates/protocol compares the rules of the IDL.
wrong_args.c    calls every function with an object of another kind, and with zeros, in each place of an object; the driver is the
                one in the process.
freed_args.c    the same with handles that were freed: all are to be refused as such.

Usage: compat-tests/run compare.c.gen_null            write the programs next to this file
       compat-tests/run compare.c.gen_null --check    exit 1 when they differ from what would be written
       compat-tests/run compare.c.gen_null --probe PROGRAM BINARY
                              run each case of a built program in a process of its own and print the cases that crash or
                              hang, as lines for PROGRAM.skip

A program runs all cases in order; with NULL_ONLY=<index> only that one. PROGRAM.skip lists "<function> <round>" or
"<function> *" with the reason behind "#".
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from lib.daemon import StockDaemon
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

HERE = pathlib.Path(__file__).resolve().parent
LIBRARIES = ["libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"]
OBJECT = re.compile(
    r"^vir(Connect|Domain|Network|StoragePool|StorageVol|NodeDevice|Stream|DomainSnapshot|DomainCheckpoint|Secret|"
    r"Interface|NWFilter|NWFilterBinding|NetworkPort|AdmConnect|AdmServer|AdmClient)Ptr$"
)
# Objects that the test driver can give, by their names in cases.h.
REAL = {
    "virConnectPtr": "conn",
    "virDomainPtr": "dom",
    "virNetworkPtr": "net",
    "virStoragePoolPtr": "pool",
    "virStorageVolPtr": "vol",
    "virNodeDevicePtr": "dev",
    "virInterfacePtr": "iface",
    "virDomainSnapshotPtr": "snap",
    "virStreamPtr": "stream",
}

# Cases of null_members.c that succeed and leave an allocation of ours in what `scratch` holds: what frees it.
FILLS_SCRATCH = {
    ("virNodeGetCPUMap", "online/0"): "free(scratch[0])",
    ("virNetworkGetDHCPLeases", "mac/0"): "free_leases()",
}


def api_file(library):
    """Returns the path of a library's API description."""
    variable = library.replace("-", "_") + "_api"
    out = subprocess.run(
        ["pkg-config", f"--variable={variable}", library], check=True, capture_output=True, text=True
    )
    return out.stdout.strip()


def functions():
    """Yields (name, return type, [(type, argument name)]) in the order of the names, library by library."""
    for library in LIBRARIES:
        found = []
        for f in ElementTree.parse(api_file(library)).findall(".//symbols/function"):
            arguments = [(a.get("type").strip(), a.get("name")) for a in f.findall("arg")]
            found.append((f.get("name"), f.find("return").get("type").strip(), arguments))
        yield from sorted(found)


def skip_list(program):
    """Returns the cases of a program's `.skip` file."""
    skipped = set()
    path = HERE / f"{program}.skip"
    for line in path.read_text().splitlines() if path.exists() else []:
        words = line.split("#", 1)[0].split()
        if words:
            skipped.add(tuple(words))
    return skipped


def is_scalar(kind):
    """Returns true if arguments of the type are numbers."""
    return "*" not in kind and not kind.endswith("Ptr") and not is_callback(kind)


def is_callback(kind):
    """Returns true if arguments of the type are functions."""
    return kind.endswith(("Callback", "Func")) or kind == "virConnectAuthCallbackPtr"


def scratch(kind):
    """Something to point to that is not an object."""
    if is_callback(kind):
        return f"({kind})nothing"
    if kind == "const char *":
        return '"x"'
    if "const" in kind and "**" in kind:
        return "strings"
    return "(void *)scratch"


def call(name, returns, values):
    expression = f"{name}({', '.join(values)})"
    if returns == "void":
        return f"{expression}; RESULT_VOID"
    if name == "virSaveLastError":
        return f"RESULT_ERROR({expression})"
    if returns == "char *":
        return f"RESULT_OWNED({expression})"
    if returns == "const char *":
        return f"RESULT_STRING({expression})"
    if "*" in returns or returns.endswith("Ptr"):
        return f"RESULT_POINTER({expression})"
    return f"RESULT_NUMBER({expression})"


def rounds_null(arguments):
    """Yields (round, values): what NULL objects are combined with."""

    def values(number, pointer):
        return [
            (number if is_scalar(kind) else "NULL" if OBJECT.match(kind) else pointer(kind)) for kind, _ in arguments
        ]

    has_object = any(OBJECT.match(kind) for kind, _ in arguments)
    yield "zero", values("0", lambda kind: "NULL")
    if any(is_scalar(kind) for kind, _ in arguments):
        yield "one", values("1", lambda kind: "NULL")
        yield "minus", values("-1", lambda kind: "NULL")
    if has_object and any(not is_scalar(k) and not OBJECT.match(k) for k, _ in arguments):
        yield "pointers", values("1", scratch)


def rounds_members(arguments):
    """Each pointer NULL in turn and all of them; numbers 0, then 1. Only with objects that exist."""
    if not arguments or not OBJECT.match(arguments[0][0]):
        return
    if any(OBJECT.match(kind) and kind not in REAL for kind, _ in arguments):
        return
    pointers = [i for i, (kind, _) in enumerate(arguments) if not is_scalar(kind) and not OBJECT.match(kind)]
    second = [i for i, (kind, _) in enumerate(arguments) if OBJECT.match(kind) and i > 0]
    if not pointers and not second:
        return
    numbers = ["0", "1"] if any(is_scalar(kind) for kind, _ in arguments) else ["0"]
    cases = [("all", set(pointers) | set(second))] + [
        (arguments[i][1], {i}) for i in pointers + second if len(pointers) + len(second) > 1
    ]
    for number in numbers:
        for label, null in cases:
            values = []
            for i, (kind, _) in enumerate(arguments):
                if i in null:
                    values.append("NULL")
                elif is_scalar(kind):
                    values.append(number)
                elif OBJECT.match(kind):
                    values.append(REAL[kind])
                else:
                    values.append(scratch(kind))
            yield f"{label}/{number}", values


def rounds_wrong(arguments, wrong):
    """Each object wrong in turn, with numbers 0 and the other objects as they are. Not those of the admin library."""
    if any(OBJECT.match(kind) and "Adm" in kind for kind, _ in arguments):
        return
    for place, (kind, name) in enumerate(arguments):
        if not OBJECT.match(kind):
            continue
        values = ["0" if is_scalar(kind) else REAL.get(kind, "NULL") if OBJECT.match(kind) else scratch(kind)
                  for kind, _ in arguments]
        for label, value in wrong(kind):
            yield f"{name} {label}", [*values[:place], value, *values[place + 1:]]


def other_kind(kind):
    """Yields what is no object of the kind."""
    yield "other", "(void *)conn" if kind == "virDomainPtr" else "(void *)dom"
    yield "nothing", "(void *)zeros"


def freed(kind):
    """Yields a handle of the kind that was freed."""
    if kind in REAL:
        yield "freed", f"freed_{REAL[kind]}"


def rounds_read_only(name, arguments):
    """One call with objects of a read-only connection; not of what frees, closes or counts references."""
    if not arguments or not OBJECT.match(arguments[0][0]) or name.endswith(("Free", "Close", "Ref")):
        return
    if any(OBJECT.match(kind) and kind not in REAL for kind, _ in arguments):
        return
    yield "one", [
        "1" if is_scalar(kind) else REAL[kind] if OBJECT.match(kind) else scratch(kind) for kind, _ in arguments
    ]


# The programs; cases.h has the rest. {what} is the first comment, {own} what only this program has.
PROGRAM = """\
/* Written by gen_null.py; do not edit. {what} */
#include "cases.h"
{own}
{cases}
static const struct step steps[] = {{
{steps}}};

int main(int argc, char **argv)
{{
    const unsigned int count = sizeof(steps) / sizeof(steps[0]);
    int status = begin(steps, count);
    if (status >= 0)
        return status;
{opening}    run_steps(steps, count, {told});
{closing}    return 0;
}}
"""
NO_OBJECTS = """\
    (void)argc;
    (void)argv;
"""
OPEN = """\
    if ((status = open_objects(argc > 1 ? argv[1] : NULL)) > 0)
        return status;
"""
CLOSE = "    close_objects();\n"

# In read_only.c: the objects again, over a read-only connection.
OPEN_READ_ONLY = OPEN + """\
    virConnectPtr writable = conn;
    virDomainSnapshotPtr made = snap;
    virStorageVolPtr stored = vol;
    snap = NULL;
    vol = NULL;
    free_objects();
    conn = virConnectOpenReadOnly(argv[1]);
    look_up_objects();
"""
CLOSE_READ_ONLY = """\
    virSetErrorFunc(NULL, quiet);
    free_objects();
    virConnectClose(conn);
    virDomainSnapshotDelete(made, 0);
    virStorageVolDelete(stored, 0);
    virDomainSnapshotFree(made);
    virStorageVolFree(stored);
    printf("close: %d\\n", virConnectClose(writable));
"""
TELL_REFUSED = """\
/* Only whether the connection is refused. */
static void tell_refused(const struct step *step)
{
    printf("%.*s ", (int)strcspn(step->name, " "), step->name);
    fprintf(stderr, "# %s\\n", step->name);
    step->run();
    const virError *error = virGetLastError();
    if (error && error->code == VIR_ERR_OPERATION_DENIED)
        printf("refused: %s\\n", error->message);
    else
        printf("passes\\n");
}
"""

# In freed_args.c: the handles once more, then the first ones are freed.
OPEN_AGAIN = (
    OPEN + "".join(f"    freed_{name} = {name};\n" for name in REAL.values())
    + "    conn = virConnectOpen(argv[1]);\n    look_up_objects();\n"
    + "".join(f"    {kind.removesuffix('Ptr')}{'Close' if name == 'conn' else 'Free'}(freed_{name});\n"
              for kind, name in reversed(REAL.items()))
)
FREED = "".join(f"static {kind} freed_{name};\n" for kind, name in REAL.items())
TELL_FREED = """\
static int refused;

/* Nothing, where the handle is refused by its kind and the function's name. */
static void tell_freed(const struct step *step)
{
    step->run();
    const virError *error = virGetLastError();
    const char *message = error && error->message ? error->message : "";
    const unsigned long name = strcspn(step->name, " ");
    const unsigned long length = strlen(message);
    if (strncmp(message + (*message != 0), "nvalid ", 7) == 0 && length > name &&
        strncmp(message + length - name, step->name, name) == 0) {
        refused++;
    } else {
        printf("%s: ", step->name);
        print_error();
    }
}
"""


def told_call(function, returns, label, values):
    """Returns the statements of a case that tells its result."""
    body = call(function, returns, values)
    return f"{body}; {FILLS_SCRATCH[function, label]}" if (function, label) in FILLS_SCRATCH else body


def silent_call(function, _returns, _label, values):
    """Returns the statement of a case whose error alone counts."""
    return f"(void){function}({', '.join(values)})"


class Program:
    """What a program is made of: its comment, the cases of a function, the statement of a case, and what stands around them."""

    def __init__(self, what, rounds, statement=told_call, own="", told="tell", around=(OPEN, CLOSE)):
        self.what, self.rounds, self.statement, self.own, self.told, self.around = what, rounds, statement, own, told, around

    def text(self, name):
        """Returns the program."""
        skipped = skip_list(name)
        cases, steps = [], []
        for function, returns, arguments in functions():
            for label, values in self.rounds(function, arguments):
                if (function, *label.split()) in skipped or (function, "*") in skipped:
                    continue
                cases.append(f"static void c{len(steps)}(void)\n{{\n    {self.statement(function, returns, label, values)};\n}}\n")
                steps.append(f'    {{"{function} {label}", c{len(steps)}}},\n')
        opening, closing = self.around
        return PROGRAM.format(what=self.what, own=self.own, cases="".join(cases), steps="".join(steps), opening=opening, told=self.told,
                              closing=closing)


PROGRAMS = {
    "null_args": Program("Every function with NULL objects.", lambda _, arguments: rounds_null(arguments), around=(NO_OBJECTS, "")),
    "null_members": Program(
        "Real objects, other pointers NULL. needs: daemon. A close callback stays registered and keeps the connection:\n   leaves handles: 1",
        lambda _, arguments: rounds_members(arguments) or ()),
    "read_only": Program(
        "Which functions a read-only connection is refused for. needs: daemon; drops what it gets",
        lambda function, arguments: rounds_read_only(function, arguments) or (), silent_call, TELL_REFUSED, "tell_refused",
        (OPEN_READ_ONLY, CLOSE_READ_ONLY)),
    "wrong_args": Program(
        "Objects of another kind, and zeros, where each function takes an object. needs: the local driver",
        lambda _, arguments: rounds_wrong(arguments, other_kind) or (), own="static unsigned long long zeros[64];\n"),
    "freed_args": Program(
        "Handles that were freed, where each function takes an object: what is not refused as such is told. needs: the local\n"
        "   driver; drops what it gets",
        lambda _, arguments: rounds_wrong(arguments, freed) or (), silent_call, FREED + TELL_FREED, "tell_freed",
        (OPEN_AGAIN, '    printf("refused: %d\\n", refused);\n' + CLOSE)),
}


def probe(name, binary):
    """Each case in a process of its own; a daemon that a case killed is replaced."""
    local = name == "wrong_args"
    members = name != "null_args" and not local
    command = [*Root("sid").client()[0], binary, "test:///default"] if local else [binary]
    names = subprocess.run([binary], env={**os.environ, "NULL_ONLY": "count"}, capture_output=True, text=True)
    daemon = None
    with tempfile.TemporaryDirectory(prefix="oxivirt-probe-") as scratch:
        os.chmod(scratch, 0o755)
        for index, step in enumerate(names.stdout.splitlines()):
            if members and (daemon is None or not daemon.alive()):
                home = pathlib.Path(scratch) / str(index)
                home.mkdir()
                daemon = StockDaemon(home, "session")
                daemon.start()
            try:
                done = subprocess.run(
                    command + ([daemon.test_uri] if members else []),
                    env={**os.environ, "NULL_ONLY": str(index)},
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=10,
                )
            except subprocess.TimeoutExpired:
                print(f"{step} # the stock library waits for ever", flush=True)
                continue
            # The loader of another system's libraries is a process that dies for the program.
            signal = -done.returncode if done.returncode < 0 else done.returncode - 128 if done.returncode > 128 else 0
            if signal:
                print(f"{step} # the stock library dies of signal {signal}", flush=True)
            elif members and not daemon.alive():
                print(f"{step} # the stock daemon dies", flush=True)
            elif done.returncode != 0:
                print(f"{step} # exit code {done.returncode}", flush=True)
        if daemon:
            daemon.stop()


def main():
    """Writes, checks or probes, as the arguments say."""
    clean_up_on_sigterm()
    if sys.argv[1:2] == ["--probe"]:
        probe(sys.argv[2], sys.argv[3])
        return 0
    stale = False
    for name, program in PROGRAMS.items():
        path, text = HERE / f"{name}.c", program.text(name)
        if sys.argv[1:] == ["--check"]:
            if not path.exists() or path.read_text() != text:
                print(f"{path.name} is not what gen_null.py writes")
                stale = True
        else:
            path.write_text(text)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
