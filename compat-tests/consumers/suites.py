"""The bindings' own tests on the in-process default, test:///default: first on the stock library, then on ours, with the same result
for each test.

    compat-tests/run consumers.suites [python | rust | go ...]

They are built from the stock headers of this machine, once; what is fetched is pinned, and kept in target/consumers. Last line:
"suites: N passed, N failed, N skipped".
"""
import argparse
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from lib import library
from lib.counting import Counts
from lib.library import PATH, PYTHON, TOP
from lib.processes import clean_up_on_sigterm
from lib.roots import Root

HERE = pathlib.Path(__file__).resolve().parent
CACHE = TOP / "target" / "consumers"
# Optimised code would only make the build longer.
FAST = {"CFLAGS": "-O0", "CARGO_PROFILE_DEV_DEBUG": "0", "CARGO_INCREMENTAL": "0"}
CRATE, CRATE_CHECKSUM = "0.5.0", "1009241463b4f8ebbe603dd1947be249997e64f93bef1474bf4596bd5109cd88"
GO_SOURCE = pathlib.Path("/usr/share/gocode/src/github.com/libvirt/libvirt-go")
GO = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(CACHE / "go"), "GOFLAGS": ""}
PASSED = ("PASSED", "ok", "PASS")
DEADLINE = 600

class Unavailable(Exception):
    """What a suite needs cannot be had on this machine."""


def clean_environment():
    """Returns this environment without what libvirt, the loader, Python or pkg-config read."""
    dropped = ("LIBVIRT_", "LD_", "XDG_", "PKG_CONFIG", "PYTHON", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    # The system's python and compiler, whatever a developer's shell puts before them.
    return {**kept, "PATH": PATH, "LC_ALL": "C.UTF-8"}


def run(command, environment, **more):
    """Runs a program that must succeed, and returns what it printed."""
    done = subprocess.run([str(word) for word in command], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
    return done.stdout


def build_environment(destination=None):
    """Returns the environment in which something is built: pkg-config finds the files installed below `destination` alone and all that
    they name, or the system's."""
    found = {**clean_environment(), **FAST}
    if destination:
        # /usr/include below the scratch folder is none of the compiler's own folders.
        found.update(PKG_CONFIG_LIBDIR=f"{destination}/usr/lib/pkgconfig", PKG_CONFIG_SYSROOT_DIR=str(destination),
                     PKG_CONFIG_ALLOW_SYSTEM_CFLAGS="1", PKG_CONFIG_ALLOW_SYSTEM_LIBS="1")
    return found


def source_package(version):
    """Fetches libvirt-python's source package once, and checks its hash every time; returns its path."""
    CACHE.mkdir(parents=True, exist_ok=True)
    download = [PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--no-build-isolation",
                "--require-hashes", "--dest", CACHE, "--find-links", CACHE, "-r", HERE / f"libvirt-python-{version}.txt"]
    found = lambda: next(CACHE.glob(f"libvirt?python-{version}.tar.gz"), None)
    try:
        # Offline from the second time on.
        run([*download, "--no-index"] if found() else download, build_environment())
    except subprocess.CalledProcessError as error:
        if "HASH" in error.stdout.upper() or found():
            raise
        raise Unavailable(f"libvirt-python {version} cannot be fetched: {error.stdout.strip().splitlines()[-1]}") from error
    return found()


def python_site(version, site, environment):
    """Builds libvirt-python into the folder `site`."""
    run([PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", site,
         source_package(version)], environment)


def in_environment(libdir, **more):
    """Returns the environment in which a suite runs on the libraries in `libdir`, or on stock ones."""
    ours = {"LD_LIBRARY_PATH": str(libdir)} if libdir else {}
    return {**clean_environment(), **ours, "HOME": "/nonexistent", "LIBVIRT_AUTOSTART": "0", "PYTHONDONTWRITEBYTECODE": "1", **more}


def results(command, environment, pattern, folder):
    """Runs a suite; returns the result of each test, which the pattern's groups `test` and `result` find, what was printed, and the
    libraries that the loader took."""
    with tempfile.TemporaryDirectory() as log:
        environment = {**environment, "LD_DEBUG": "libs", "LD_DEBUG_OUTPUT": f"{log}/loaded"}
        done = subprocess.run([str(word) for word in command], env=environment, cwd=folder, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, errors="replace", check=False, timeout=DEADLINE)
        loaded = {line.rpartition(" ")[2] for file in pathlib.Path(log).iterdir() for line in file.read_text(errors="replace").splitlines()
                  if "calling init" in line and line.endswith("/libvirt.so.0")}
    found = {line["test"]: line["result"] for line in re.finditer(pattern, done.stdout, re.M)}
    if done.returncode < 0:
        found["the end"] = f"signal {-done.returncode}"
    return found, done.stdout + done.stderr, loaded


def compare(counts, what, libdir, stock, ours):
    """Counts the tests that have the same result in the results of both; without `stock` all must pass."""
    (found, output, loaded), theirs = ours, stock and stock[0]
    # A program that calls nothing may not be linked with the library.
    if loaded != {f"{libdir}/libvirt.so.0"} and not (stock and loaded == stock[2] == set()):
        return counts.report("failed", what, f"ran on {loaded}")
    wrong = []
    for test in sorted({*found, *(theirs or ())}):
        outcome, wanted = found.get(test, "no result"), theirs.get(test, "no result") if theirs is not None else "PASSED"
        if outcome != wanted and not (outcome in PASSED and wanted in PASSED):
            wrong.append(f"{test}: {outcome}, on the stock library {wanted}")
        elif outcome in PASSED:
            counts.add(passed=1)
        else:
            counts.skip(f"{what} {test}", f"{outcome} on both libraries")
    counts.add(failed=len(wrong) + (not found))
    if wrong or not found:
        print(output[-12000:], *wrong, sep="\n")
    print(f"{what}: {len(found)} tests on {'both libraries' if theirs is not None else 'ours'}, {len(wrong)} different", flush=True)
    return None


@functools.cache
def newest():
    """Returns the words that run a program on the stock library 12.8.0, or None."""
    words, why = Root("sid").client()
    if why:
        print(f"the stock library 12.8.0 is not to be had: {why}", flush=True)
    return words


def python_tests(counts, version, site, libdir, building, stock):
    """Runs libvirt-python's own tests on the library in `libdir` and, behind the words `stock`, on a stock one."""
    with tempfile.TemporaryDirectory(prefix="suites-") as source:
        # Debian 12's own tarfile has no filter against members outside; tar(1) refuses them.
        run(["tar", "-xf", source_package(version), "-C", source], clean_environment())
        tests = next(pathlib.Path(source).iterdir()) / "tests"
        # Its deadline of 2 s for an event is for machines that do nothing else.
        timed = tests / "test_aio.py"
        timed.write_text(timed.read_text(encoding="utf-8").replace("Event.wait(), 2)", "Event.wait(), 60)"), encoding="utf-8")
        # Its coverage test compares the binding with API files, which it asks pkg-config for. That of 9.0.0 fails with the stock ones:
        # it does not know how its own generator spells virDomainFDAssociate.
        more = {**{name: value for name, value in building.items() if name.startswith("PKG_CONFIG")}, "LIBVIRT_API_COVERAGE": "1",
                "PYTHONPATH": str(site)}
        command = [PYTHON, "-m", "pytest", "-p", "no:cacheprovider", "-v", "-rs", "--tb=short", "."]
        command += ["--ignore=test_api_coverage.py"] if version == "9.0.0" else []
        pattern = r"^(?P<test>\S+::\S+) (?P<result>PASSED|FAILED|SKIPPED|ERROR|XFAIL|XPASS)"
        theirs = None if stock is None else results([*stock, *command], in_environment(None, **more), pattern, tests)
        ours = results(command, in_environment(libdir, **more), pattern, tests)
        compare(counts, f"libvirt-python {version}", libdir, theirs, ours)
        print(*re.findall(r"^SKIPPED \[.*", ours[1], re.M), sep="\n", flush=True)


def python(counts, libdir):
    """libvirt-python of this machine's stock library; that of our version is built and run by consumers (__main__.py)."""
    site, building = CACHE / "site-9.0.0", build_environment()
    if not site.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            python_site("9.0.0", f"{folder}/site", building)
            os.rename(f"{folder}/site", site)
    python_tests(counts, "9.0.0", site, libdir, building, [])


def crate():
    """Fetches the crate `virt` once and checks it; returns the folder of its source."""
    source = CACHE / f"virt-{CRATE}"
    if source.exists():
        return source
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        asking = pathlib.Path(folder, "asking")
        (asking / "src").mkdir(parents=True)
        (asking / "src/lib.rs").touch()
        (asking / "Cargo.toml").write_text(f'[package]\nname = "asking"\nedition = "2021"\n[dependencies]\nvirt = "={CRATE}"\n[workspace]\n')
        try:
            told = subprocess.run(["cargo", "metadata", "--format-version", "1"], cwd=asking, check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError as error:
            raise Unavailable(f"the crate virt cannot be fetched: {error.stderr.strip().splitlines()[-1]}") from error
        if CRATE_CHECKSUM not in (asking / "Cargo.lock").read_text():
            raise subprocess.CalledProcessError(1, "cargo metadata", f"the crate virt {CRATE} is another one")
        manifest = next(one["manifest_path"] for one in json.loads(told.stdout)["packages"] if one["name"] == "virt")
        copied = shutil.copytree(pathlib.Path(manifest).parent, f"{folder}/virt")
        with open(f"{copied}/Cargo.toml", "a", encoding="utf-8") as manifest:
            # It stands below our workspace, and is no part of it.
            manifest.write("\n[workspace]\n")
        os.rename(copied, source)
    return source


def rust(counts, libdir):
    """The crate `virt` of crates.io. What it ignores by itself wants QEMU."""
    source = crate()
    environment = {**build_environment(), "PATH": os.environ["PATH"], "CARGO_TARGET_DIR": str(CACHE / "virt-target")}
    built = run(["cargo", "test", "--no-run", "--locked", "--features", "qemu", "--lib", "--tests"], environment, cwd=source)
    pattern = r"^test (?P<test>\S+) \.\.\. (?P<result>ok|FAILED|ignored)"
    for program in re.findall(r"Executable .* \((.*)\)", built):
        name = program.rpartition("/")[2].rpartition("-")[0]
        if name != "integration_qemu":
            # They share one state, as threads of one process.
            beside(counts, f"virt {CRATE} {name}", libdir, [program, "--test-threads=1"], pattern, source)


def go(counts, libdir):
    """Debian's Go binding."""
    if not shutil.which("go") or not GO_SOURCE.exists():
        raise Unavailable("golang-go or golang-github-libvirt-libvirt-go-dev is not installed")
    program = CACHE / "go.test"
    # Today's vet refuses what this version does.
    run(["go", "test", "-vet=off", "-c", "-o", program, "."], {**build_environment(), **GO}, cwd=GO_SOURCE)
    with tempfile.TemporaryDirectory(prefix="suites-") as folder:
        beside(counts, "libvirt-go", libdir, [program, "-test.v"], r"^\s*--- (?P<result>PASS|FAIL|SKIP): (?P<test>\S+)", folder)


def beside(counts, what, libdir, command, pattern, folder):
    """Runs a program of tests on the newest stock library that there is, and on ours."""
    stock = results([*(newest() or []), *command], in_environment(None), pattern, folder)
    compare(counts, what, libdir, stock, results(command, in_environment(libdir), pattern, folder))


SUITES = {"python": python, "rust": rust, "go": go}


def main():
    """Runs the suites that were named, or all."""
    clean_up_on_sigterm()
    options = argparse.ArgumentParser()
    options.add_argument("suite", nargs="*", choices=[[], *SUITES])
    chosen = options.parse_args()
    counts, libdir = Counts("suites"), os.path.abspath(library.ours() or TOP / "target/dist/lib")
    for name in chosen.suite or SUITES:
        try:
            SUITES[name](counts, libdir)
        except Unavailable as why:
            counts.report("skipped", name, str(why))
        except subprocess.CalledProcessError as error:
            counts.report("failed", name, f"{error}\n{(error.stdout or '')[-6000:]}")
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
