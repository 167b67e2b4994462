"""A session with one fault in it, at every offset of its bytes and at every system call: offsets.c says which.

    OXIVIRT_LIBDIR=dir compat-tests/run stress.offsets [CASE ...]     scripted daemon, stock ones with TLS and with the layer of SASL
    compat-tests/run stress.offsets --stock [CASE ...]                the same program on the system's library, to compare with

Last line: `offsets: N passed, N failed, N skipped`.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from lib import library, sasl, tls
from lib.counting import Counts
from lib.daemon import LIBVIRTD
from lib.processes import clean_up_on_sigterm

HERE = pathlib.Path(__file__).resolve().parent
# Every name the C program looks up must be the one of its own that fails: no builtins, no fortified twins.
FLAGS = ["-std=gnu11", "-g", "-O1", "-rdynamic", "-U_FORTIFY_SOURCE", "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations"]
KINDS = ("pieces", "errors", "ends")
# Each session takes a handshake; sessions cut at every byte run without the network in the tests of the crates.
TLS_STRIDE, SASL_STRIDE = 41, 23


class Tests:
    """Runs the program and counts."""

    def __init__(self, directory, libdir, wanted):
        self.directory, self.wanted = directory, wanted
        self.counts = Counts("offsets")
        self.environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": directory, "XDG_RUNTIME_DIR": directory,
                            "XDG_CONFIG_HOME": directory, "LIBVIRT_AUTH_FILE": os.path.join(directory, "auth.conf"),
                            "KRB5CCNAME": "/nonexistent/ticket"}
        if libdir:
            self.environment["LD_LIBRARY_PATH"] = libdir
        self.program, self.inside = (os.path.join(directory, name) for name in ("offsets", "auth"))
        for program in (self.program, self.inside):
            source = HERE / (os.path.basename(program) + ".c")
            subprocess.run([os.environ.get("CC", "cc"), *FLAGS, "-o", program, str(source), "-lvirt"], check=True)

    def count(self, verdict, name, said):
        """One result."""
        self.counts.report(verdict, name, said.strip())

    def run(self, name, kind, *more):
        """One run of the program."""
        if self.wanted and name not in self.wanted:
            return
        done = subprocess.run([self.program, kind, self.directory, *more], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, check=False)
        said = done.stdout.decode(errors="replace")
        self.count("failed" if done.returncode else "passed", name, said + (f"(status {done.returncode})" if done.returncode else ""))

    def scripted(self):
        """Frames of every kind."""
        for kind in (*KINDS, "large", "busy"):
            self.run(kind, kind)

    def tls(self):
        """A stock daemon behind TLS."""
        if not shutil.which("openssl"):
            self.count("skipped", "tls", "openssl is not installed")
            return
        os.chmod(self.directory, 0o755)
        place = os.path.join(self.directory, "pki")
        os.mkdir(place)
        maker = tls.make(place)
        for name, source in {"cacert.pem": "ca.pem", "clientcert.pem": "client-good.pem", "clientkey.pem": "client-good-key.pem"}.items():
            shutil.copy(maker.path(source), os.path.join(place, name))
        for name in os.listdir(place):
            os.chmod(os.path.join(place, name), 0o644)
        with tls.daemon(maker.path("ca.pem"), maker.path("server-good.pem"), maker.path("server-good-key.pem")) as daemon:
            for kind in KINDS:
                self.run(f"tls-{kind}", kind, f"test+tls://localhost:{daemon.tls_port}/default?pkipath={place}", str(TLS_STRIDE))

    def sasl(self):
        """A stock daemon that wants DIGEST-MD5, which encrypts everything behind it."""
        if not shutil.which("saslpasswd2"):
            self.count("skipped", "sasl", "saslpasswd2 is not installed")
            return
        with open(self.environment["LIBVIRT_AUTH_FILE"], "w", encoding="ascii") as handle:
            handle.write("[credentials-a]\nauthname=fred\npassword=secret\n[auth-libvirt-localhost]\ncredentials=a\n")
        with sasl.daemon("digest-md5", [("fred", "secret")]) as daemon:
            for kind in KINDS:
                self.run(f"sasl-{kind}", kind, f"test+tcp://localhost:{daemon.tcp_port}/default", str(SASL_STRIDE))
            self.inside_callback(f"test+tcp://localhost:{daemon.tcp_port}/default")

    def inside_callback(self, uri):
        """Calls inside the credentials callback; the same comes of them with the stock library."""
        name = "sasl-callback"
        if self.wanted and name not in self.wanted:
            return
        environment = {key: value for key, value in self.environment.items() if key != "LIBVIRT_AUTH_FILE"}
        stock = {key: value for key, value in environment.items() if key != "LD_LIBRARY_PATH"}
        command = [self.inside, uri, f"{uri}?authfile={self.environment['LIBVIRT_AUTH_FILE']}"]
        wanted, got = (subprocess.run(command, env=one, capture_output=True, text=True, check=False) for one in (stock, environment))
        equal = (wanted.stdout, wanted.returncode) == (got.stdout, got.returncode)
        verdict = "passed" if equal and got.returncode == 0 else "failed"
        said = got.stdout if equal else f"stock ({wanted.returncode})\n{wanted.stdout}ours ({got.returncode})\n{got.stdout}"
        self.count(verdict, name, said)


def main():
    """Builds, runs, counts."""
    clean_up_on_sigterm()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--stock", action="store_true")
    options = parser.parse_args()
    libdir = None if options.stock else library.ours()
    if not libdir and not options.stock:
        print("OXIVIRT_LIBDIR is not set\noffsets: 0 passed, 0 failed, 1 skipped")
        return 0
    with tempfile.TemporaryDirectory(prefix="offsets-") as directory:
        tests = Tests(directory, libdir, options.cases)
        tests.scripted()
        for layer in (tests.tls, tests.sasl):
            if options.cases and not any(case.startswith(layer.__name__) for case in options.cases):
                continue
            if os.path.exists(LIBVIRTD):
                layer()
            else:
                tests.count("skipped", layer.__name__, "no stock libvirtd here")
    return tests.counts.finish()


if __name__ == "__main__":
    sys.exit(main())
