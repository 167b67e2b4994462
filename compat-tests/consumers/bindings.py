"""The examples of bindings/ on the in-process default, test:///default: first on the stock library, then on ours, which must
print the same. Each is a program as users of that language write it, with the binding that Debian ships.

    compat-tests/run consumers.bindings [--show] [LANGUAGE ...]

--show prints what the programs print on our library, and does not ask for a stock library. Last line:
"bindings: N passed, N failed, N skipped".
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from consumers.suites import GO, GO_SOURCE
from lib import library
from lib.counting import Counts
from lib.library import PATH, PYTHON, TOP

EXAMPLES = TOP / "bindings"
BUILT = TOP / "target" / "bindings"
counts = Counts("bindings")

# Each language: what runs the example, and what asks whether the binding is there.
LANGUAGES = {
    "python": ([PYTHON, EXAMPLES / "python/example.py"], [PYTHON, "-c", "import libvirt"]),
    "perl": (["perl", EXAMPLES / "perl/example.pl"], ["perl", "-MSys::Virt", "-e1"]),
    "ruby": (["ruby", EXAMPLES / "ruby/example.rb"], ["ruby", "-rlibvirt", "-e0"]),
    "php": (["php", EXAMPLES / "php/example.php"], ["php", "-r", "exit((int) !extension_loaded('libvirt'));"]),
    "gobject": ([PYTHON, EXAMPLES / "gobject/example.py"],
                [PYTHON, "-c", "import gi; gi.require_version('LibvirtGObject', '1.0')"]),
    "c": ([BUILT / "c"], ["cc", "--version"]),
    "go": ([BUILT / "go"], ["test", "-d", GO_SOURCE]),
    "rust": ([TOP / "target/release/oxivirt-example"], ["cargo", "--version"]),
}


def environment(libdir, log):
    """Returns the environment of a program on the library in `libdir` (the system's for None), and has the loader say in `log`
    what it loads."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LIBVIRT_", "LD_", "VIRSH_"))}
    ours = {"LD_LIBRARY_PATH": str(libdir)} if libdir else {}
    return {**kept, **ours, "PATH": f"{PATH}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "LD_DEBUG": "libs",
            "LD_DEBUG_OUTPUT": str(log)}


def build(language):
    """Builds the examples of languages that are compiled; Rust's stands in the workspace and was built with it."""
    BUILT.mkdir(parents=True, exist_ok=True)
    if language == "go":
        subprocess.run(["go", "build", "-o", BUILT / "go", EXAMPLES / "go/example.go"], check=True, env={**os.environ, **GO})
    if language == "c":
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libvirt"], check=True, capture_output=True, text=True).stdout
        subprocess.run(["cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-o", BUILT / "c", EXAMPLES / "c/example.c",
                        *flags.split()], check=True)


def run(command, libdir):
    """Returns what a program printed on the library in `libdir`, its exit status, and which libvirt.so.0 the loader took."""
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, "loaded")
        done = subprocess.run([str(word) for word in command], env=environment(libdir, log), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=120)
        loaded = {line.rpartition(" ")[2] for file in pathlib.Path(folder).iterdir()
                  for line in file.read_text(errors="replace").splitlines()
                  if "calling init" in line and line.endswith("/libvirt.so.0")}
        return done.stdout + done.stderr, done.returncode, loaded


def check(language, libdir, show):
    """Runs a language's example on both libraries."""
    command, there = LANGUAGES[language]
    try:
        build(language)
        subprocess.run([str(word) for word in there], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return counts.report("skipped", language, f"its binding is not installed: {error}")
    ours, status, loaded = run(command, libdir)
    if show:
        print(f"== {' '.join(map(str, command))}\n{ours}", flush=True)
    # Ours is linked into the Rust program.
    if language != "rust" and loaded != {f"{libdir}/libvirt.so.0"}:
        return counts.report("failed", language, f"ran on {loaded}")
    if status:
        return counts.report("failed", language, f"exit status {status}\n{ours}")
    if show:
        return counts.report("passed", language)
    # The Rust program prints what the C program prints on the stock library.
    stock, status, _ = run(LANGUAGES["c"][0] if language == "rust" else command, None)
    same = "" if (stock, status) == (ours, 0) else f"stock printed ({status}):\n{stock}ours:\n{ours}"
    return counts.check(language, same)


def main():
    """Runs the languages that were named, or all."""
    options = argparse.ArgumentParser()
    options.add_argument("--show", action="store_true")
    options.add_argument("language", nargs="*", choices=[[], *LANGUAGES])
    chosen = options.parse_args()
    libdir = pathlib.Path(library.ours() or TOP / "target/dist/lib").resolve()
    for language in chosen.language or LANGUAGES:
        check(language, libdir, chosen.show)
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
