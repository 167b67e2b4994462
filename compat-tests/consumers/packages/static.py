"""The static file: it needs no library and no loader, and does without what it cannot load."""
import os
import pathlib
import shutil
import tempfile

from consumers.packages.archive import run
from lib import sasl
from lib.daemon import StockDaemon
from lib.library import PATH
from lib.processes import USER


def check(counts, folder):
    """Runs it in a system that holds nothing else."""
    program = next(folder.glob("virsh-*-static"))
    said = run(counts, "static: what it needs", ["readelf", "--wide", "--program-headers", "--dynamic", program])
    counts.check("static: no loader and no library", said if "INTERP" in said or "NEEDED" in said else "")
    with tempfile.TemporaryDirectory(prefix="static-") as scratch:
        for name in ("virsh", "virt-admin", "oxivirt-doctor"):
            shutil.copy(program, pathlib.Path(scratch) / name)
        os.chmod(scratch, 0o755)
        # Only the superuser may leave everything else behind.
        inside = (["chroot", f"--userspec={USER}", scratch], "/") if os.geteuid() == 0 else (["env", "-C", scratch], "./")

        def program_in(name, *words):
            return [*inside[0], inside[1] + name, *words]

        uri = ["-c", "test:///default"]
        run(counts, "static: virsh without a daemon", program_in("virsh", *uri, "list"), " 1    test   running")
        run(counts, "static: virsh cannot load libxml2", program_in("virsh", *uri, "dumpxml", "--xpath", "//name", "test"),
            "error: --xpath needs libxml2", status=1)
        run(counts, "static: virt-admin", program_in("virt-admin", "--version"), "12.8.0")
        run(counts, "static: oxivirt-doctor", program_in("oxivirt-doctor", "test:///default"))
    daemons(counts, program)


def daemons(counts, program):
    """It opens a stock daemon as any client does; one that wants a ticket of Kerberos it refuses in words."""
    with StockDaemon(mode="session") as daemon:
        run(counts, "static: a daemon", [program, "-q", "-c", daemon.test_uri, "list"], " 1   test   running")
    if not all(shutil.which(tool, path=PATH) for tool in ("krb5kdc", "kinit")):
        counts.skip("static: a daemon that wants Kerberos", "krb5kdc or kinit is not installed")
        return
    with sasl.Kerberos() as kerberos, sasl.daemon("gssapi", kerberos=kerberos) as daemon:
        run(counts, "static: a daemon that wants Kerberos", [program, "-c", daemon.test_uri, "list"], "error: authentication failed", status=1)
