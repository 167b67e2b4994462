"""Every XML document of the stock library's own tests, defined on the stock library's test driver and on crates/xml.

The documents come from Debian's source packages, which are fetched into target/xml at test time; nothing of them is kept here.
Both answer for each document: the definition as it is printed back, or an error. Kinds that the test driver does not have are
compared with what the source package's tests expect. See README.md. Arguments: [--list] [KIND...]; --list shows what differs.
Last line: `xml: N passed, N failed, N skipped`.
"""

import collections
import difflib
import hashlib
import re
import shutil
import subprocess
import sys

from lib import root_build
from lib.counting import Counts
from lib.library import PYTHON, TOP
from lib.roots import Root

WORK = TOP / "target" / "xml"
# Suite of Debian, and the version of the package to take from it.
SOURCES = [("trixie", "11.3.0"), ("bookworm", "9.0.0")]
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
# Root element and kind; these the test driver defines.
KINDS = {
    "domain": "domain", "network": "network", "pool": "storagepool", "volume": "storagevol", "interface": "interface",
    "domainsnapshot": "domainsnapshot", "domaincheckpoint": "domaincheckpoint",
}
# Kind, folder of documents, folder of what is expected of them.
EXPECTED = [
    ("secret", "secretxml2xmlin", "secretxml2xmlin"),
    ("nwfilter", "nwfilterxml2xmlin", "nwfilterxml2xmlout"),
    ("nwfilterbinding", "virnwfilterbindingxml2xmldata", "virnwfilterbindingxml2xmldata"),
    ("networkport", "virnetworkportxml2xmldata", "virnetworkportxml2xmldata"),
    ("domainbackup", "domainbackupxml2xmlin", "domainbackupxml2xmlout"),
    ("nodedev", "nodedevschemadata", "nodedevxml2xmlout"),
]
# Kind, the start of the stock library's error, and why ours may accept the document.
KNOWN = [
    ("domaincheckpoint", "XML document failed to validate against schema",
     "the stock library holds documents against its RELAX NG schema here, which ours does not have"),
    ("domain", "unsupported configuration: using disk target name 'sda' conflicts with SCSI host device address", "not done yet"),
    ("domain", "XML error: Cannot specify relabel if label is missing.", "not done yet"),
]
# Documents of EXPECTED that only a driver reads.
OF_DRIVERS = {
    "backup-pull-internal-invalid.xml": "a status document of the QEMU driver",
    "mdev_c60cc60c_c60c_c60c_c60c_c60cc60cc60c.xml": "the expected output is that of the persistent definition",
}
ROOT = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<([A-Za-z]+)[\s>/]", re.DOTALL)


def fetch(suite, version):
    """Fetches and unpacks the version's tests once; returns their folder."""
    folder = WORK / version
    if (folder / "done").exists():
        return folder / "tests"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "apt" / "lists" / "partial").mkdir(parents=True)
    (folder / "apt" / "cache" / "archives" / "partial").mkdir(parents=True)
    (folder / "apt" / "sources.list").write_text(f"deb-src [signed-by={KEYRING}] {root_build.mirror()} {suite} main\n")
    options = [
        "-o", f"Dir::Etc::SourceList={folder}/apt/sources.list", "-o", "Dir::Etc::SourceParts=/dev/null",
        "-o", f"Dir::State::Lists={folder}/apt/lists", "-o", f"Dir::Cache={folder}/apt/cache", "-o", "APT::Sandbox::User=root",
    ]
    subprocess.run(["apt-get", "-qq", *options, "update"], cwd=folder, check=True)
    # A detached signature may be missing from a mirror: what counts is that the tar file is there.
    subprocess.run(["apt-get", "-qq", *options, "source", "--download-only", "libvirt"], cwd=folder, check=False)
    tars = list(folder.glob("libvirt_*.orig.tar.*z*"))
    if not any(version in tar.name for tar in tars):
        raise root_build.RootError(f"{suite} has no source package of libvirt {version}")
    subprocess.run(["tar", "-xf", tars[0], "--strip-components=1", "--wildcards", "*/tests/*"], cwd=folder, check=True)
    shutil.rmtree(folder / "apt")
    (folder / "done").touch()
    return folder / "tests"


def documents(folders):
    """Returns (kind, path) of every document, each content once."""
    seen, found = set(), []
    for folder in folders:
        for path in sorted(folder.rglob("*.xml")):
            if not path.is_file():
                continue
            data = path.read_bytes()
            head = ROOT.match(data)
            kind = KINDS.get(head.group(1).decode()) if head else None
            digest = hashlib.sha1(data).digest()
            if kind and (kind, digest) not in seen:
                seen.add((kind, digest))
                found.append((kind, path))
    return found


def unescape(text):
    """Returns what was put on one line."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t", "r": "\r"}.get(found.group(1), found.group(1)), text)


def ask(command, wanted):
    """Answers of a program for (kind, path) lines: path to (code or "ok", domain, message, definition). A program that ends is
    started again behind the document that ended it."""
    answers, rest = {}, list(wanted)
    while rest:
        lines = "".join(f"{kind}\t{path}\n" for kind, path in rest)
        run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        for line in run.stdout.decode(errors="replace").split("\n"):
            fields = line.split("\t")
            if len(fields) == 5:
                answers[fields[0]] = (fields[1], fields[2], unescape(fields[3]), unescape(fields[4]))
        rest = [(kind, path) for kind, path in rest if str(path) not in answers]
        if rest:
            answers[str(rest[0][1])] = ("died", "", "", "")
            rest = rest[1:]
    return answers


def masked(text, source):
    """Returns the definition without what is made up anew each time."""
    low = source.lower()
    text = re.sub(r"<mac address='([0-9a-f:]{17})'", lambda found: found.group(0) if found.group(1) in low else "MAC", text)
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                  lambda found: found.group(0) if found.group(0).replace("-", "") in low.replace("-", "") else "UUID", text)
    text = re.sub(r"<creationTime>(\d+)<", lambda found: found.group(0) if f">{found.group(1)}<" in low else "<creationTime>NOW<", text)
    if re.match(r"<domain(snapshot|checkpoint)", text) and "<name>" not in re.split(r"<domain[ >]", low)[0]:
        text = re.sub(r"^(.*\n  <name>)\d+<", r"\1NOW<", text)
        text = re.sub(r"bitmap='\d+'", "bitmap='NOW'", text)
    return text


class Report:
    """Counts by kind, and what to show."""

    def __init__(self, listing):
        self.counts = collections.defaultdict(collections.Counter)
        self.listing = listing

    def note(self, kind, what, path="", detail=""):
        """One document."""
        self.counts[kind][what] += 1
        if self.listing and what not in ("identical", "refused, same code"):
            print(f"{kind}: {what}: {path}{detail}")

    def table(self, title, columns):
        """Prints the counts."""
        print(f"\n{title}")
        print(f"{'':18}" + "".join(f"{column:>22}" for column in columns))
        for kind, counts in self.counts.items():
            print(f"{kind:18}" + "".join(f"{counts[column]:22}" for column in columns))


def difference(one, other):
    """Returns the first lines that differ."""
    lines = difflib.unified_diff(one.split("\n"), other.split("\n"), "stock", "ours", lineterm="", n=0)
    return "".join("\n    " + line for line in list(lines)[:8])


def compare(wanted, stock, ours, report):
    """Compares answers."""
    for kind, path in wanted:
        theirs, own = stock[str(path)], ours[str(path)]
        if theirs[0] == "died":
            report.note(kind, "stock died", path)
        elif own[0] == "died":
            report.note(kind, "ours died", path)
        elif theirs[0] == "ok" and own[0] == "ok":
            source = path.read_text(errors="replace")
            one, other = masked(theirs[3], source), masked(own[3], source)
            report.note(kind, "identical" if one == other else "differs", path, difference(one, other))
        elif theirs[0] == "ok":
            report.note(kind, "only ours refuses", path, f": {own[2]}")
        elif own[0] == "ok":
            known = any(kind == of and theirs[2].startswith(start) for of, start, _ in KNOWN)
            report.note(kind, "known" if known else "only stock refuses", path, f": {theirs[0]} {theirs[2]}")
        elif theirs[0] == own[0]:
            report.note(kind, "refused, same code", path)
            if theirs[2] != own[2]:
                report.note(kind, "of these, other text", path, f"\n    {theirs[2]}\n    {own[2]}")
        else:
            known = any(kind == of and theirs[2].startswith(start) for of, start, _ in KNOWN)
            report.note(kind, "known" if known else "refused, other code", path, f"\n    {theirs[2]}\n    {own[2]}")


def expected_of(tests, name, path):
    """Returns the file that says what is expected of a document."""
    for candidate in (path.name, path.name.replace("-in.xml", ".xml"), path.name.replace(".xml", "-out.xml")):
        if (tests / name / candidate).exists():
            return tests / name / candidate
    return None


def compare_expected(tests, program, wanted_kinds, report):
    """Compares what ours prints with what the source package's tests expect."""
    for kind, sources, results in EXPECTED:
        if (wanted_kinds and kind not in wanted_kinds) or not (tests / sources).is_dir():
            continue
        paths = [path for path in sorted((tests / sources).glob("*.xml")) if "-out.xml" not in path.name]
        answers = ask(program, [(kind, path) for path in paths])
        for path in paths:
            code, _, message, text = answers[str(path)]
            expected = expected_of(tests, results, path)
            if path.name in OF_DRIVERS:
                report.note(kind, "nothing expected", path)
            elif code == "ok" and expected:
                source = path.read_text(errors="replace")
                one, other = masked(expected.read_text(errors="replace"), source), masked(text, source)
                if "<uuid>" not in one:
                    other = re.sub(r" *<uuid>.*</uuid>\n", "", other)
                same = one.strip() == other.strip()
                report.note(kind, "identical" if same else "differs", path, difference(one, other))
            elif code == "ok":
                report.note(kind, "nothing expected", path)
            elif path.name.endswith("invalid.xml"):
                report.note(kind, "refused, rightly", path)
            else:
                report.note(kind, "refused", path, f": {message}")


def program():
    """Our side, built."""
    subprocess.run(["cargo", "build", "--quiet", "--package", "oxivirt-xml", "--example", "define"], cwd=TOP, check=True)
    return [str(TOP / "target" / "debug" / "examples" / "define")]


def main():
    """Both sides, all kinds."""
    total = Counts("xml")
    wanted_kinds = [word for word in sys.argv[1:] if not word.startswith("--")]
    try:
        folders = [fetch(*source) for source in SOURCES]
        before, why = Root("sid").client()
    except (root_build.RootError, subprocess.CalledProcessError) as error:
        why = str(error)
    if why:
        total.skip("all", why)
        return total.finish()
    ours_program, report = program(), Report("--list" in sys.argv)
    wanted = [(kind, path) for kind, path in documents(folders) if not wanted_kinds or kind in wanted_kinds]
    ours = ask(ours_program, wanted)
    stock = {}
    for kind in dict.fromkeys(kind for kind, _ in wanted):
        stock |= ask([*before, PYTHON, "-B", "-m", "compare.xml.stock_define"], [it for it in wanted if it[0] == kind])
    compare(wanted, stock, ours, report)
    print(f"{len(wanted)} documents of {', '.join(version for _, version in SOURCES)}, test driver of the stock library")
    columns = ["identical", "differs", "refused, same code", "of these, other text", "refused, other code", "only ours refuses",
               "only stock refuses", "known"]
    report.table("against the stock library", columns)
    suite = Report("--list" in sys.argv)
    compare_expected(folders[0], ours_program, wanted_kinds, suite)
    suite.table("against what the tests of 11.3.0 expect", ["identical", "differs", "refused, rightly", "refused", "nothing expected"])
    for counts in [*report.counts.values(), *suite.counts.values()]:
        for what, number in counts.items():
            if what in ("identical", "refused, same code", "refused, rightly"):
                total.add(passed=number)
            elif what in ("known", "nothing expected", "stock died"):
                total.add(skipped=number)
            elif what != "of these, other text":
                total.add(failed=number)
    return total.finish()


if __name__ == "__main__":
    sys.exit(main())
