"""The hostile daemon and the C programs on a library built with the address sanitizer: invalid accesses fail, in the hostile
run leaks too.

Clients that lie, vanish and are silent are run against our libvirtd, built likewise.

The Rust side is instrumented by the stable compiler (its bootstrap switch allows -Zsanitizer), the C side and the runtime come
from the C compiler. Arguments: "c", "hostile" or "callers" for a part. Last line: `asan: N passed, N failed, N skipped`.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from compare.c import programs as c_programs
from lib.counting import Counts, summed_up
from lib.library import TOP

TARGET = "x86_64-unknown-linux-gnu"
FAULT = 99
counts = Counts("asan")


def works(directory):
    """Returns what is missing, or None."""
    source = directory / "probe.c"
    source.write_text("int main(void) { return 0; }\n")
    built = subprocess.run(["cc", "-fsanitize=address", "-o", str(directory / "probe"), str(source)], capture_output=True, text=True)
    if built.returncode:
        return built.stderr
    ran = subprocess.run([str(directory / "probe")], capture_output=True, text=True)
    return ran.stderr if ran.returncode else None


def library(directory):
    """Builds our libraries, instrumented; returns their directory."""
    build = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target")) / "asan"
    environment = dict(os.environ, RUSTC_BOOTSTRAP="1", RUSTFLAGS="-Zsanitizer=address", CARGO_TARGET_DIR=str(build))
    subprocess.run(["cargo", "build", "--quiet", "--workspace", "--exclude", "xtask", "--target", TARGET], cwd=TOP,
                   env=environment, check=True)
    libdir = directory / "lib"
    libdir.mkdir()
    for name in ("libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin"):
        (libdir / f"{name}.so.0").symlink_to(build / TARGET / "debug" / f"{name.replace('-', '_')}.so")
    return libdir


def hostile():
    """The scripted daemon; its client is instrumented, too."""
    os.environ["ASAN_OPTIONS"] = f"detect_leaks=1:exitcode={FAULT}"
    run = subprocess.run([sys.executable, "-m", "stress.hostile"], stdout=subprocess.PIPE, text=True)
    print("\n".join(line for line in run.stdout.splitlines() if line.startswith(("FAIL", "failed"))))
    counts.add(*summed_up(run.stdout))


def callers():
    """Clients that lie; the daemon is instrumented, and its end tells of leaks."""
    build = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", TOP / "target")) / "asan" / TARGET / "debug"
    with tempfile.TemporaryDirectory(prefix="oxivirt-asan-") as folder:
        os.chmod(folder, 0o777)
        report = os.path.join(folder, "report")
        environment = dict(os.environ, OXIVIRT_DAEMONS=str(build), ASAN_OPTIONS=f"detect_leaks=1:exitcode={FAULT}:log_path={report}")
        run = subprocess.run([sys.executable, "-m", "stress.callers"], stdout=subprocess.PIPE, text=True, env=environment)
        said = "".join(path.read_text(errors="replace") for path in pathlib.Path(folder).glob("report.*"))
    print("\n".join(line for line in run.stdout.splitlines() if line.startswith("failed")))
    counts.add(*summed_up(run.stdout))
    counts.check("the sanitizer's report of libvirtd", said[:6000])


def programs(libdir):
    """The C programs on ours alone: what they print is compared elsewhere."""
    os.environ["ASAN_OPTIONS"] = f"detect_leaks=0:exitcode={FAULT}"
    for source in sorted(c_programs.HERE.glob("*.c")):
        with tempfile.TemporaryDirectory(prefix="oxivirt-asan-") as directory:
            program, complaint = c_programs.build(source, directory)
            needed = bool(c_programs.NEEDS_DAEMON.search(source.read_text().split("#include", 1)[0]))
            if program is None or (needed and not c_programs.have_daemon()):
                verdict, detail = ("failed", complaint) if program is None else ("skipped", "no daemon here")
            else:
                said, status, note = c_programs.run(program, str(libdir), needed, [], 300)
                fault = status == FAULT or status < 0
                verdict = "failed" if fault else "skipped" if status == c_programs.SKIPPED else "passed"
                detail = f"exit status {status}, {note}\n" + said.decode(errors="replace")[-5000:] if fault else ""
        counts.report(verdict, source.stem, detail)


def main():
    """Builds and runs what was asked for."""
    wanted = sys.argv[1:] or ["c", "hostile", "callers"]
    with tempfile.TemporaryDirectory(prefix="oxivirt-asan-") as name:
        directory = pathlib.Path(name)
        missing = works(directory)
        if missing:
            print(f"the C compiler has no address sanitizer here: {missing}")
            counts.add(skipped=1)
        else:
            compiler = directory / "cc"
            compiler.write_text('#!/bin/sh\nexec cc -fsanitize=address "$@"\n')
            compiler.chmod(0o755)
            libdir = library(directory)
            os.environ.update(OXIVIRT_LIBDIR=str(libdir), CC=str(compiler))
            if "c" in wanted:
                programs(libdir)
            if "hostile" in wanted:
                hostile()
            if "callers" in wanted:
                callers()
    return counts.finish()


if __name__ == "__main__":
    sys.exit(main())
