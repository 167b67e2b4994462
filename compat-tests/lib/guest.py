"""Builds a tiny guest in which the real QEMU guest agent runs: Debian's cloud kernel and an initramfs with busybox.

Packages are downloaded by apt and unpacked, never installed. `compat-tests/run lib.guest [DIR]` builds into DIR
(target/guest) unless what is there was built by this very file, and prints DIR: vmlinuz, initrd.gz, disk.img. Python: `build()`, `unfit()`, `xml()`.
"""

import fcntl
import gzip
import hashlib
import lzma
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "target" / "guest"
KERNEL = "linux-image-cloud-amd64"
AGENT = "usr/sbin/qemu-ga"
MODULES = "virtio_pci virtio_net virtio_blk virtio_console virtio_balloon crc32c_generic ext4 button".split()
APPLETS = """sh mount umount mkdir insmod ip cat ls ln echo sync grep sed mkpasswd hostname poweroff reboot setsid
cttyhack tr""".split()
HOSTNAME = "tinyguest"
FILES = {
    "etc/hostname": HOSTNAME + "\n",
    "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nfred:x:1000:1000::/home/fred:/bin/sh\n",
    "etc/shadow": "root::19000:0:99999:7:::\nfred::19000:0:99999:7:::\n",
    "etc/group": "root:x:0:\nfred:x:1000:\n",
    "etc/os-release": 'PRETTY_NAME="Tiny Guest 1.0"\nNAME="Tiny"\nVERSION="1.0 (tiny)"\nVERSION_ID="1.0"\nID=tiny\n'
                      'VARIANT="Test"\nVARIANT_ID=test\n',
    "home/fred/.ssh/authorized_keys": "",
}
PROGRAMS = {
    "init": """#!/bin/sh
export PATH=/bin:/sbin:/usr/bin:/usr/sbin TZ=EST5
mount -t proc proc /proc; mount -t sysfs sysfs /sys; mount -t devtmpfs dev /dev
for module in $(cat /lib/modules/order); do insmod "/lib/modules/$module.ko"; done
hostname $(cat /etc/hostname)
ip link set lo up
# No address that comes when it likes.
echo 1 >/proc/sys/net/ipv6/conf/eth0/addr_gen_mode
ip link set eth0 up && ip addr add 10.77.0.5/24 dev eth0
mount -t ext4 /dev/vda /mnt
ln -s /run /var/run; cat /etc/utmp >/run/utmp
mkdir -p /dev/virtio-ports
for port in /sys/class/virtio-ports/*; do ln -s "../${port##*/}" "/dev/virtio-ports/$(cat "$port/name")"; done
qemu-ga -m virtio-serial -p /dev/virtio-ports/org.qemu.guest_agent.0 -t /run &
while :; do setsid cttyhack sh; done
""",
    # The agent runs these two; busybox has neither.
    "sbin/shutdown": """#!/bin/sh
case "$*" in *-r*) exec /bin/busybox reboot -f ;; *) exec /bin/busybox poweroff -f ;; esac
""",
    "usr/sbin/chpasswd": """#!/bin/sh
IFS=: read -r user password
grep -q "^$user:" /etc/passwd || exit 1
[ "$1" = -e ] || password=$(mkpasswd -m sha256 -S saltsaltsaltsalt "$password")
sed -i "s|^$user:[^:]*:|$user:$password:|" /etc/shadow
""",
}
FOLDERS = "bin sbin etc proc sys dev run tmp mnt root var lib/modules usr/bin usr/sbin".split()


class ImageError(RuntimeError):
    """The guest could not be built; the message says what is missing."""


def unfit():
    """Returns why this machine cannot build the guest, or None."""
    if os.uname().machine != "x86_64":
        return f"the guest is for x86_64, this machine is {os.uname().machine}"
    missing = [name for name in ("apt-get", "apt-cache", "dpkg-deb", "mkfs.ext4", "ldd") if not shutil.which(name)]
    return f"not installed: {', '.join(missing)}" if missing else None


def run(*command, **more):
    """Returns the program's output; a failure is an ImageError with the end of what it said."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **more)
    if done.returncode:
        raise ImageError(f"{' '.join(command[:4])}: exit status {done.returncode}: {done.stdout.strip()[-400:]}")
    return done.stdout


def kernel_package():
    """Returns the package the cloud kernel's meta package stands for."""
    found = re.search(r"Depends: (linux-image-\S+)", run("apt-cache", "depends", KERNEL))
    if not found:
        raise ImageError(f"apt knows no {KERNEL}")
    return found[1]


def download(folder):
    """Fetches and unpacks the packages; the package lists are fetched first where they are missing or old."""
    def fetch():
        run("apt-get", "download", "-qq", kernel_package(), "busybox-static", "qemu-guest-agent", cwd=folder)

    try:
        fetch()
    except ImageError:
        run("apt-get", "update", "-qq")
        fetch()
    for package in folder.glob("*.deb"):
        run("dpkg-deb", "-x", package.name, "tree", cwd=folder)
    return folder / "tree"


def modules(tree):
    """Returns (name, content) of the kernel modules in loading order. One that is not there is built into the kernel."""
    files = {path.name.split(".ko")[0]: path for path in (tree / "lib" / "modules").rglob("*.ko*")}
    done = {}

    def add(name):
        if name in done or name not in files:
            return
        data = files[name].read_bytes()
        data = lzma.decompress(data) if files[name].suffix == ".xz" else data
        for other in re.search(rb"\0depends=([^\0]*)\0", data)[1].decode().split(","):
            add(other)
        done[name] = data

    for name in MODULES:
        add(name)
    return list(done.items())


def libraries(program):
    """Returns paths of the shared libraries the program needs; they are this machine's own."""
    listing = run("ldd", str(program))
    if "not found" in listing:
        raise ImageError(f"the guest agent needs libraries this machine lacks: {' '.join(listing.split())}")
    return re.findall(r"(/\S+) \(0x", listing)


def utmp():
    """One logged-in user, as guest-get-users reads them: struct utmp of x86-64, type USER_PROCESS, a fixed time."""
    return struct.pack("<hxxi32s4s32s256shhiii4i20s", 7, 100, b"tty1", b"1", b"fred", b"", 0, 0, 0, 1700000000, 250000,
                       0, 0, 0, 0, b"")


def archive(entries):
    """Returns a cpio archive of the "newc" kind. An entry is (path, mode, content, owner)."""
    parts = []
    for number, (path, mode, content, owner) in enumerate([*entries, ("TRAILER!!!", 0, b"", 0)], 1):
        name = path.encode() + b"\0"
        fields = (number, mode, owner, owner, 1, 0, len(content), 0, 0, 0, 0, len(name), 0)
        head = b"070701" + b"".join(b"%08x" % field for field in fields) + name
        for part in (head, content):
            parts.append(part + b"\0" * (-len(part) % 4))
    return b"".join(parts)


def initramfs(tree):
    """Everything the guest has."""
    entries, folders = [], set()

    def folder(path, owner=0):
        if path and path not in folders:
            folder(os.path.dirname(path))
            folders.add(path)
            entries.append((path, 0o040755, b"", owner))

    def put(path, mode, content, owner=0):
        folder(os.path.dirname(path), owner)
        entries.append((path, mode, content, owner))

    for path in FOLDERS:
        folder(path)
    folder("home/fred", 1000)
    put("bin/busybox", 0o100755, (tree / "bin" / "busybox").read_bytes())
    for path in [*(f"bin/{applet}" for applet in APPLETS), "sbin/hwclock"]:
        put(path, 0o120777, b"/bin/busybox")
    put(AGENT, 0o100755, (tree / AGENT).read_bytes())
    for library in libraries(tree / AGENT):
        put(library.lstrip("/"), 0o100755, pathlib.Path(library).read_bytes())
    loaded = modules(tree)
    for name, content in loaded:
        put(f"lib/modules/{name}.ko", 0o100644, content)
    put("lib/modules/order", 0o100644, " ".join(name for name, _ in loaded).encode())
    put("etc/utmp", 0o100644, utmp())
    for path, text in FILES.items():
        put(path, 0o100644, text.encode(), 1000 if path.startswith("home/fred/") else 0)
    for path, text in PROGRAMS.items():
        put(path, 0o100755, text.encode())
    return gzip.compress(archive(entries), 6, mtime=0)


def build(target=TARGET):
    """Builds unless it is there already; returns the folder. Two at once wait for each other."""
    target = pathlib.Path(target)
    target.mkdir(parents=True, exist_ok=True)
    recipe = hashlib.sha256(pathlib.Path(__file__).read_bytes()).hexdigest()
    stamp = target / "recipe"
    with open(target / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.exists() and stamp.read_text(encoding="ascii") == recipe:
            return target
        why = unfit()
        if why:
            raise ImageError(why)
        with tempfile.TemporaryDirectory(prefix="guest-") as scratch:
            # apt fetches as a user of its own.
            os.chmod(scratch, 0o777)
            tree = download(pathlib.Path(scratch))
            shutil.copyfile(next((tree / "boot").glob("vmlinuz-*")), target / "vmlinuz")
            (target / "initrd.gz").write_bytes(initramfs(tree))
        disk = target / "disk.img"
        disk.unlink(missing_ok=True)
        with open(disk, "wb") as image:
            image.truncate(16 << 20)
        run("mkfs.ext4", "-q", "-F", "-L", "tiny", "-U", "7e57ab1e-0000-4000-9000-0000000000f5", str(disk))
        stamp.write_text(recipe, encoding="ascii")
    return target


def copy(folder, target=TARGET):
    """A copy of the guest's files that a daemon may own and a guest may write."""
    for name in ("vmlinuz", "initrd.gz", "disk.img"):
        shutil.copyfile(pathlib.Path(target) / name, pathlib.Path(folder) / name)


def xml(name, folder):
    """Returns the domain's XML, its files as the daemon sees them in `folder`."""
    text = (HERE / "guest.xml").read_text(encoding="utf-8")
    return text.replace("@NAME@", name).replace("@FOLDER@", str(folder))


if __name__ == "__main__":
    try:
        print(build(*sys.argv[1:2]))
    except ImageError as error:
        sys.exit(f"guest: {error}")
