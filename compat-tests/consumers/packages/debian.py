"""Debian's packages: what they replace, what runs on them, and how they go away again."""
import shutil
import subprocess
import time

from lib import root_build
from lib.roots import Root
from lib.sandbox import Sandbox

OURS = ["oxivirt-libvirt0", "oxivirt-dev", "oxivirt-clients", "oxivirt-programs", "oxivirt-doctor", "oxivirt-no-daemon"]
CLIENTS = ["python3-libvirt", "virt-manager", "libvirt-dbus", "nbdkit", "nbdkit-plugin-libvirt", "collectd-core", "virt-viewer"]
STOCK = ["libvirt0", "libvirt-clients", "libvirt-dev"]
LIBRARY = ("import libvirt; print(libvirt.getVersion(), libvirt.open('test:///default').lookupByName('test').info()[1]);"
           "print(*sorted({l.split()[-1] for l in open('/proc/self/maps') if '/libvirt.so' in l}))")
# The session's bus starts libvirt-dbus when it is asked for.
DBUS = ["dbus-run-session", "--", "dbus-send", "--session", "--print-reply", "--reply-timeout=120000", "--dest=org.libvirt",
        "/org/libvirt/Test", "org.libvirt.Connect.DomainLookupByName", "string:test"]
# The plugin opens the domain when a client asks for the export.
NBD = ("import socket, sys; nbd = socket.socket(socket.AF_UNIX); nbd.connect(sys.argv[1]); nbd.recv(18); "
       "nbd.sendall(bytes(3) + bytes([1]) + b'IHAVEOPT' + bytes(3) + bytes([1]) + bytes(4)); nbd.recv(1)")
COLLECTD = """Hostname "here"
Interval 1
BaseDir "/tmp"
PIDFile "/tmp/collectd.pid"
LoadPlugin virt
<Plugin virt>
  Connection "test:///default"
</Plugin>
"""
LIB = "/usr/lib/x86_64-linux-gnu"


class System:
    """A sandbox in which each command is one check."""

    def __init__(self, counts, what, sandbox):
        self.counts, self.what, self.sandbox = counts, what, sandbox

    def expect(self, what, command, *wanted, status=0, **environment):
        """Counts whether a command ends with that status (None: with any but 0) and says all of these."""
        begin = time.monotonic()
        code, said = self.sandbox.run(*command, **environment)
        missing = [text for text in wanted if text not in said]
        wrong = code == 0 if status is None else code != status
        problem = f"exit status {code}, not said: {missing}\n{said[-3000:]}" if wrong or missing else ""
        self.counts.check(f"{self.what}: {what}", problem, f"{time.monotonic() - begin:.1f} s")
        return said

    def status(self, package):
        """Returns what dpkg has of a package: "installed", "config-files", or nothing."""
        return self.sandbox.run("dpkg-query", "-W", "-f", "${db:Status-Status}", package)[1].split(":")[0].split(" ")[0]

    def installed(self, what, packages, missing=()):
        """Counts whether these packages are installed and those are not."""
        wrong = [name for name in packages if self.status(name) != "installed"]
        wrong += [name for name in missing if self.status(name) == "installed"]
        self.counts.check(f"{self.what}: {what}", f"wrong: {wrong}" if wrong else "")


def apt(*arguments):
    """Returns apt's command for what is there without a network."""
    return ["apt-get", "-o", "APT::Sandbox::User=root", "-o", "Dpkg::Use-Pty=0", "-qq", "-y", *arguments]


def files(folder, *packages):
    """Returns the paths of our packages in the sandbox."""
    return [f"/packages/{next(folder.glob(f'{package}_*.deb')).name}" for package in packages]


def lintian(counts, folder):
    """Debian's own checks of packages; packaging/deb/lintian says which of them do not count, and why."""
    if not shutil.which("lintian"):
        counts.skip("lintian", "not installed")
        return
    command = ["lintian", "--no-cfg", "--tag-display-limit", "0", "--fail-on", "error,warning", "--suppress-tags-from-file",
               str(root_build.TOP / "packaging" / "deb" / "lintian"), "--allow-root", *map(str, sorted(folder.glob("*.deb")))]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    counts.check("lintian", done.returncode and done.stdout[-4000:])


def unavailable(name):
    """Builds a root if it is not there. Returns why there is none."""
    try:
        return root_build.unfit() or (root_build.build(name) and None)
    except root_build.RootError as error:
        return str(error)


def check(release, counts, folder):
    """Installs ours, then Debian's programs, runs them, and goes back to the stock library."""
    name = f"clients-{release}"
    if why := unavailable(name):
        counts.skip(release, why)
        return
    with Sandbox(name, folders={"/packages": folder}) as sandbox:
        system = System(counts, release, sandbox)
        system.expect("ours are installed in a system without libvirt", apt("install", *files(folder, *OURS)))
        system.expect("Debian's programs are installed on them", apt("install", *CLIENTS))
        system.installed("ours are there, and nothing of the stock library", OURS + CLIENTS, STOCK)
        system.expect("dpkg finds nothing wrong", ["sh", "-c", "dpkg --audit; dpkg --verify | grep -v /usr/share/; apt-get check -qq"])
        run_programs(system)
        recommended(system)
        and_back(system)
        beside(system, folder)


def run_programs(system):
    """Runs what was installed."""
    system.expect("Python runs on ours", ["python3", "-c", LIBRARY], "12008000 8388608", f"{LIB}/libvirt.so.0.12008.0")
    system.expect("virsh", ["virsh", "-q", "-c", "test:///default", "list"], "1   test   running")
    system.expect("virt-admin", ["virt-admin", "--version"], "12.8.0")
    system.expect("oxivirt-doctor", ["oxivirt-doctor", "test:///default"])
    system.expect("pkg-config", ["sh", "-c", "pkg-config --modversion libvirt; pkg-config --libs --cflags libvirt-admin"], "12.8.0", "-lvirt")
    system.expect("virt-xml, of virt-manager", ["virt-xml", "-c", "test:///default", "test", "--edit", "--memory", "100", "--print-diff"],
                  "+  <currentMemory unit=\"KiB\">102400</currentMemory>")
    system.expect("virt-manager", ["virt-manager", "--version"])
    system.expect("virt-viewer", ["virt-viewer", "--version"], "virt-viewer")
    system.expect("nbdkit's plugin", ["nbdkit", "-U", "-", "libvirt", "connect=test:///default", "domain=nobody", "disk=vda", "--run",
                                      f'exec python3 -c "{NBD}" "$unixsocket"'], "Domain not found", "nobody")
    system.expect("libvirt-dbus", DBUS, "/org/libvirt/Test/domain/")
    system.expect("collectd reads", ["sh", "-c", f"printf '%s' '{COLLECTD}' >/tmp/c && exec collectd -T -C /tmp/c"])


def recommended(system):
    """virt-manager recommends the stock daemons: that is no reason to take ours away."""
    said = system.expect("what is recommended does not replace ours", apt("install", "-s", "-o", "APT::Install-Recommends=true",
                                                                      "--reinstall", "virt-manager"))
    removed = [line for line in said.splitlines() if line.startswith("Remv oxivirt")]
    system.counts.check(f"{system.what}: apt would remove nothing of ours", "\n".join(removed))


def and_back(system):
    """The stock library replaces ours when it is asked for, and what is left of ours is purged."""
    system.expect("the stock library comes back", apt("install", "libvirt0", "libvirt-clients", "libvirt-dev"))
    system.installed("it is there, with its programs, and ours are gone", [*STOCK, *(name for name in CLIENTS if name != "libvirt-dbus")],
                     OURS[:3])
    left = [name for name in OURS if system.status(name) in ("installed", "config-files")]
    system.expect("ours are purged", ["dpkg", "--purge", *left] if left else ["true"])
    system.expect("nothing of ours is left", ["sh", "-c", "find / -xdev -path /packages -prune -o -path /proc -prune -o -iname '*oxivirt*' "
                                              "-print | grep -v /var/log | grep . && exit 1 || exit 0"])
    said = system.expect("Python runs on the stock library", ["python3", "-c", LIBRARY], "8388608")
    system.counts.check(f"{system.what}: that is an older one", "12008000" in said and said)
    said = system.expect("so does virsh", ["virsh", "-c", "test:///default", "list"], " 1    test   running")


def beside(system, folder):
    """Beside the stock library one program runs on ours; the others do not."""
    system.expect("oxivirt-beside is installed beside the stock library", apt("install", *files(folder, "oxivirt-beside")))
    system.installed("both are there", [*STOCK, "oxivirt-beside"])
    system.expect("oxivirt-run runs a program on ours", ["oxivirt-run", "python3", "-c", LIBRARY], "12008000 8388608",
                  f"{LIB}/oxivirt/libvirt.so.0.12008.0")
    said = system.expect("the same program without it does not", ["python3", "-c", LIBRARY], "8388608")
    system.counts.check(f"{system.what}: it is on the stock library", "12008000" in said and said)


# Starts daemons, asks through the socket at which they all listen, and ends them.
SERVE = """set -e
mkdir -p /run/libvirt
for daemon in $DAEMONS; do "$daemon" --daemon --pid-file "/run/$daemon.pid"; done
pids=$(for daemon in $DAEMONS; do cat "/run/$daemon.pid"; echo; done)
$ASK
for pid in $pids; do kill "$pid"; done
for pid in $pids; do tail --pid="$pid" -f /dev/null; done
"""
UNITS = "/usr/lib/systemd/system"


def daemons(counts, folder):
    """Our daemons as a package: installed, run, and purged."""
    name = "clients-trixie"
    if why := unavailable(name):
        counts.skip("daemons", why)
        return
    with Sandbox(name, folders={"/packages": folder}) as sandbox:
        system = System(counts, "daemons", sandbox)
        packages = files(folder, "oxivirt-daemon", "oxivirt-programs", "oxivirt-clients", "oxivirt-libvirt0")
        system.expect("they are installed, with virsh", apt("install", *packages))
        system.expect("the group is there", ["getent", "group", "libvirt"], "libvirt:")
        system.expect("dpkg finds nothing wrong", ["sh", "-c", "dpkg --audit; dpkg --verify oxivirt-daemon"])
        for daemon in ("libvirtd", "virtproxyd", "virttestd"):
            system.expect(f"{daemon} tells its version", [daemon, "--version"], "12.8.0")
            system.expect(f"{daemon}'s units are there", ["ls", f"{UNITS}/{daemon}.service", f"{UNITS}/{daemon}.socket", f"/etc/libvirt/{daemon}.conf"])
        listed = "virsh -q -c test+unix:///default?mode=legacy list"
        system.expect("libvirtd serves", ["sh", "-c", SERVE], "1   test   running", DAEMONS="libvirtd", ASK=listed)
        system.expect("virtproxyd passes on to virttestd", ["sh", "-c", SERVE], "1   test   running", DAEMONS="virttestd virtproxyd", ASK=listed)
        system.expect("virt-admin asks virttestd", ["sh", "-c", SERVE], "virttestd", DAEMONS="virttestd",
                      ASK="virt-admin -c virttestd:///system srv-list")
        system.expect("they are purged", ["dpkg", "--purge", "oxivirt-daemon"])
        system.expect("nothing of them is left", ["sh", "-c", "ls -d /usr/sbin/virt*d /usr/sbin/libvirtd /etc/libvirt/*.conf "
                                                  f"{UNITS}/virt*d* {UNITS}/libvirtd* /etc/logrotate.d/*virt* && exit 1 || exit 0"])


def refused(counts, folder):
    """Where the stock daemons are, they keep their library."""
    root = Root("trixie")
    why = root.unfit()
    if why:
        counts.skip("refused", why)
        return
    with Sandbox("trixie", folders={"/packages": folder}) as sandbox:
        system = System(counts, "a host with stock daemons", sandbox)
        path = files(folder, "oxivirt-libvirt0")
        system.expect("dpkg refuses ours", ["dpkg", "-i", *path], "conflicting packages", status=None)
        system.expect("apt refuses them where nothing may be removed", apt("install", "--no-remove", *path), status=None)
        system.installed("the stock ones are as before", ["libvirt0", "libvirt-daemon-system"], ["oxivirt-libvirt0"])
        system.expect("oxivirt-beside and oxivirt-doctor are installed",
                      apt("install", *files(folder, "oxivirt-beside", "oxivirt-programs", "oxivirt-doctor")))
        system.expect("the doctor runs", ["oxivirt-doctor", "test:///default"])
        system.expect("the daemon still runs on the stock library", ["libvirtd", "--version"], "11.3.0")
