"""vol-upload and vol-download on a directory pool of a stock daemon: what is printed, the bytes that arrive, and where the holes are."""

import errno
import hashlib
import os
import pathlib
import shutil
import subprocess

KIB = 1024
# A file is a list of (offset, length) of data; what is between is a hole, up to its size.
SHAPES = {
    "holes": ([(0, 64 * KIB), (1024 * KIB, 64 * KIB), (3072 * KIB, 128 * KIB)], 5120 * KIB),
    "begins-with-a-hole": ([(2048 * KIB, 64 * KIB)], 2112 * KIB),
    "one-hole": ([], 3072 * KIB),
    "no-hole": ([(0, 300 * KIB)], 300 * KIB),
    "odd": ([(5000, 3)], 100001),
    "empty": ([], 0),
}
PARTS = [(), ("--offset", "65536"), ("--length", "1048576"), ("--offset", "4096", "--length", "3145728"), ("--offset", "1M", "--length", "100"),
         ("--offset", "8388608"), ("--offset", "8388609"), ("--length", "8388609")]
VOLUME = 8 * KIB * KIB


def made(path, shape):
    """Makes a file of a shape."""
    pieces, size = SHAPES[shape]
    with open(path, "wb") as file:
        for offset, length in pieces:
            file.seek(offset)
            file.write(bytes((offset // KIB + number) % 251 + 1 for number in range(length)))
        file.truncate(size)
        os.fsync(file.fileno())


def filled(descriptor, size):
    """Returns the parts of a file that are no holes: (begin, end). The file system's count of blocks has its own, too, which are more where
    a file lies in many pieces."""
    parts, at = [], 0
    while at < size:
        try:
            begin = os.lseek(descriptor, at, os.SEEK_DATA)
        except OSError as error:
            if error.errno == errno.ENXIO:
                break
            raise
        at = os.lseek(descriptor, begin, os.SEEK_HOLE)
        parts.append((begin, at))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return parts


def state(path):
    """Returns size, digest and filled parts of a file; None if there is none."""
    if not path.exists():
        return None
    with open(path, "rb") as file:
        os.fsync(file.fileno())
        size = os.path.getsize(path)
        parts = filled(file.fileno(), size)
        return size, hashlib.sha256(file.read()).hexdigest(), parts


class Pool:
    """A pool in the daemon's scratch folder, and a folder of this side."""

    def __init__(self, runner):
        self.runner = runner
        self.pool = pathlib.Path(runner.daemon.scratch) / "transfers"
        self.here = runner.folder / "transfers"
        for folder in (self.pool, self.here):
            folder.mkdir(parents=True)
            folder.chmod(0o777)
        self.virsh("stock", "pool-create-as", "transfers", "dir", "--target", f"{runner.daemon.visible_scratch}/transfers")
        for shape in SHAPES:
            made(self.here / shape, shape)

    def virsh(self, side, *words):
        """Returns what a command says and its exit status."""
        done = subprocess.run([*self.runner.commands[side]("virsh"), "-c", self.runner.qemu_uri, *words], cwd=self.here, capture_output=True,
                              env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.here)}, timeout=300, check=False)
        return done.returncode, done.stdout, done.stderr

    def volume(self, shape=None):
        """Makes the volume, filled with a file's content or empty."""
        path = self.pool / "volume"
        path.unlink(missing_ok=True)
        if shape:
            made(path, shape)
        with open(path, "ab") as file:
            file.truncate(max(VOLUME, SHAPES[shape][1]) if shape else VOLUME)
        path.chmod(0o666)
        self.virsh("stock", "pool-refresh", "transfers")
        return path

    def upload(self, side, shape, words):
        """Returns what an upload says, and what the volume is then."""
        path = self.volume()
        said = self.virsh(side, "vol-upload", "volume", shape, "transfers", *words)
        return said, state(path)

    def download(self, side, shape, words):
        """Returns what a download says, and what the file is then."""
        self.volume(shape)
        target = self.here / "target"
        target.unlink(missing_ok=True)
        said = self.virsh(side, "vol-download", "volume", "target", "transfers", *words)
        return said, state(target)


def check(counts, runner):
    """Counts each transfer."""
    pool = Pool(runner)
    for shape in SHAPES:
        for part in PARTS if shape == "holes" else PARTS[:2]:
            for sparse in ([], ["--sparse"]):
                for kind in (pool.upload, pool.download):
                    stock, ours = (kind(side, shape, [*part, *sparse]) for side in ("stock", "ours"))
                    # How far it got when the daemon refuses more, and by which call the program is told, is a matter of time.
                    if stock[0][0] != 0:
                        stock, ours = ((status, bool(error)) for (status, _, error), _ in (stock, ours))
                    what = f"transfer: {kind.__name__} {shape} {' '.join([*part, *sparse])}"
                    counts.check(what, None if stock == ours else f"stock {stock}\nours  {ours}")
    # A transfer without holes that is compared with one of none would be no proof.
    full, sparse = (pool.download("stock", "holes", words)[1][2] for words in ([], ["--sparse"]))
    counts.check("transfer: the file system knows holes", None if len(full) == 1 < len(sparse) else f"filled {full}, {sparse}")
    pool.virsh("stock", "pool-destroy", "transfers")
    shutil.rmtree(pool.pool)
