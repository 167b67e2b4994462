"""`--json`: what ours prints is what docs/JSON.md makes of the stock program's text for the same state.

The page is the source: which command has which form, how a name becomes a key, which values are numbers, and which keys there are. Here the
stock program's text is read by these rules a second time, independently of the program, and compared with our document. A number that
changes from one run of the stock program to the next need not be the same.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess

TOP = pathlib.Path(__file__).resolve().parents[3]
FILES = pathlib.Path(__file__).resolve().parent / "files"
# By connection: "default" is test:///default in the process and at the daemon, "daemon" the latter alone, "node" files/node.xml, "guest" the guest of QEMU, "admin" the
# daemon's own.
LINES = {
    "default": """list; list --all --title; list --name; list --uuid; dominfo test; domid test; domname 1; domuuid test; domstate test;
        domstate test --reason; domstats; domstats --state --balloon test; domblklist test; domblklist test --details; domiflist test;
        domfsinfo test; vcpuinfo test; dumpxml test; schedinfo test; memtune test; blkiotune test; numatune test; dommemstat test;
        nodeinfo; nodecpumap; nodememstats; nodecpustats; nodecpustats --percent; freecell; freecell 0; freecell --all; hostname; uri; version;
        version --daemon; capabilities; domcapabilities; sysinfo; net-list; net-list --all --uuid; net-info default; net-name dd8fe884-6c02-601e-7551-cca97df1c5df;
        net-uuid default; net-dumpxml default; net-dhcp-leases default; iface-list --all; iface-dumpxml eth1; nodedev-list;
        nodedev-dumpxml computer; pool-list --all; pool-list --details; pool-info default-pool;
        pool-name dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566; pool-uuid default-pool; pool-dumpxml default-pool; vol-list default-pool;
        snapshot-list test; checkpoint-list test; domcontrol test; domjobinfo test; desc test; start test; nosuch; dominfo nosuch""",
    "daemon": "nodedev-info computer; checkpoint-list test; checkpoint-info test point; checkpoint-dumpxml test point",
    "node": """list --all; list --all --title; list --all --name; dominfo 7; dominfo no; domblklist 7; domblklist 7 --details; domiflist 7;
        domifaddr 7; domblkstat 7 vda; domifstat 7 net0; domblkinfo 7 vda; domiftune 7 net0; blkdeviotune 7 vda; iothreadinfo 7; domstats no;
        domstats --vcpu --interface --block --iothread 7; vcpuinfo 7; desc 7; desc 7 --title; metadata 7 http://example.org/app; domdisplay 7;
        domstate no; dumpxml 7; snapshot-list 7; snapshot-list 7 --tree; snapshot-list 7 --name; snapshot-list 7 --parent;
        snapshot-info 7 before; snapshot-info 7 --current; snapshot-current 7 --name; snapshot-current 7; snapshot-dumpxml 7 before;
        vol-list shelf; vol-list shelf --details; vol-info 7 shelf; vol-info --bytes 7 shelf; vol-key 7 shelf; vol-path 7 shelf;
        vol-name /var/lib/shelf/7; vol-pool /var/lib/shelf/7; vol-dumpxml 7 shelf; pool-info --bytes shelf; net-info inside; iface-list;
        nodedev-list --tree; nodedev-list --cap scsi_host; nodedev-dumpxml scsi_host1; nodeinfo; nodecpumap --pretty; freecell --all;
        net-port-list inside; domblkerror 7; guestinfo 7; domhostname 7; checkpoint-list 7; domfsinfo 7""",
    "guest": """list; dominfo echo; domblklist echo --details; domblkinfo echo vda; domblkinfo echo --all; domblkstat echo vda; domiflist echo;
        domifstat echo nosuch; dommemstat echo; domstats; domcontrol echo; domjobinfo echo; domdisplay echo; schedinfo echo; memtune echo;
        blkiotune echo; blkdeviotune echo vda; numatune echo; iothreadinfo echo; vcpuinfo echo; domblkerror echo; nodecpustats;
        nodecpustats --percent; nodememstats; nodeinfo; node-memory-tune; nodesevinfo; version; secret-list; nwfilter-list; nwfilter-binding-list;
        pool-capabilities; domcapabilities --virttype qemu; capabilities; sysinfo; net-list --all; iface-list; hostname; uri""",
    "admin": """server-list; server-threadpool-info libvirtd; server-clients-info libvirtd; client-list libvirtd; client-info libvirtd CLIENT; uri; version;
        daemon-timeout 0""",
}
# What no connection here answers: it would take a guest with an agent, hardware, or another driver.
# What the stock test driver does not answer, and ours does (docs/TEST-DRIVER.md).
ADDED = {"net-dhcp-leases", "net-port-list", "domjobinfo", "guestinfo", "domhostname"}
NOWHERE = {"domhostname", "guestinfo", "nodesevinfo", "sysinfo"}
# What measures the host or the guest of QEMU: the numbers go up and down from one run to the next. Those of the test driver do not.
# All numbers of a command, or those of some keys.
MEASURED = {"nodecpustats": None, "nodememstats": None, "dommemstat": None, "domstats": None, "nodeinfo": {"cpu_frequency"},
            "vcpuinfo": {"cpu"}, "node-memory-tune": {"shm_pages_shared", "shm_pages_sharing", "shm_pages_unshared", "shm_pages_volatile"}}


class Page:
    """docs/JSON.md."""

    def __init__(self):
        text = (TOP / "docs" / "JSON.md").read_text(encoding="utf-8")
        self.forms, self.keys = {}, {}
        for row in re.findall(r"^\| (.+) \|$", text, re.M):
            cells = [cell.strip() for cell in row.split(" | ")]
            names = [name for name in re.findall(r"`([^`]+)`", cells[-1]) if not name.startswith("-")]
            if len(cells) == 3 and cells[0] not in ("form", "---"):
                self.forms.update({name: cells[0] for name in names})
            elif len(cells) == 2 and re.fullmatch(r"(`[\w-]+`,? ?)+", cells[0]):
                for command in re.findall(r"`([^`]+)`", cells[0]):
                    self.keys[command] = set(names)
        self.texts = set(re.findall(r"`(\w+)`", re.search(r"texts whatever they look like: (.*?)\.", text, re.S)[1]))
        self.units = set(re.findall(r"`([^`]+)`", re.search(r"between them \((.*?)\)", text, re.S)[1]))

    def form(self, command):
        """Returns the form of a command, None if it has none."""
        return self.forms.get(command) or ("XML" if command.endswith("-dumpxml") else None)

    def key(self, name):
        """Returns the key of a column or line."""
        return re.sub(r"\W", "_", re.sub(r"[()]", "", name.strip()).lower()).strip("_")

    def cell(self, key, text):
        """Returns the value of a cell."""
        if text in ("", "-"):
            return None
        if key == "id" and text.isdigit():
            return Number(text)
        return {"yes": True, "no": False}.get(text, text) if key not in self.texts else text

    def value(self, key, text):
        """Returns the value of a pair or statistic."""
        if key in self.texts:
            return text
        if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text):
            return Number(text)
        if text == "-":
            return None
        found = re.fullmatch(r"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?) ?(.+)", text)
        if found and found[2] in self.units:
            return {"value": Number(found[1]), "unit": found[2]}
        return {"yes": True, "no": False}.get(text, text)

    def document(self, form, text):
        """Returns what the page makes of a text."""
        lines = text.splitlines()
        filled = [line for line in lines if line.strip()]
        match form:
            case "table" if len(filled) > 1 and set(filled[1]) == {"-"}:
                columns = [(found.start(), self.key(found.group())) for found in re.finditer(r"\S+(?: \S+)*", filled[0])]
                ends = [start for start, _ in columns[1:]] + [None]
                return [{name: self.cell(name, line[start:end].strip()) for (start, name), end in zip(columns, ends)} for line in filled[2:]]
            case "table" | "lines":
                return filled
            case "text":
                return text.rstrip("\n")
            case "pairs":
                return self.pairs(lines)
            case "several pairs":
                return [self.pairs(block.splitlines()) for block in re.split(r"\n\n+", text) if block.strip()]
            case "counters":
                found = [line.split()[-2:] for line in filled if line[-1].isdigit()]
                return {name: self.value(name, number) for name, number in found}
            case "statistics":
                domains = []
                for line in filled:
                    if title := re.fullmatch("Domain: '(.*)'", line):
                        domains.append({"name": title[1], "stats": {}})
                    else:
                        name, _, number = line.strip().partition("=")
                        domains[-1]["stats"][name] = self.value(name, number)
                return domains
            case "XML":
                return {"xml": text}
        raise ValueError(form)

    def pairs(self, lines):
        """Returns the object of lines like `name: value`."""
        members, messages = {}, []
        for line in lines:
            parts = re.split("[:]", line, maxsplit=1) if ":" in line else re.split("=", line, maxsplit=1)
            if len(parts) != 2:
                continue
            name, text = self.key(parts[0]), parts[1].strip()
            if name in ("messages", ""):
                messages.append(text)
            else:
                members[name] = self.value(name, text)
        return {**members, "messages": messages} if messages else members


class Number(str):
    """A number as it was written."""

    def __repr__(self):
        return f"number {self}"


def different(one, ours, two, where=""):
    """Yields where our document is another than the one of the stock program, which was made before (`one`) and after it (`two`, or None: what
    is a number in one is one in ours)."""
    if isinstance(one, dict) and isinstance(ours, dict):
        if list(one) != list(ours):
            yield f"{where}: keys {list(one)}, ours {list(ours)}"
            return
        for key, value in one.items():
            yield from different(value, ours[key], two[key] if isinstance(two, dict) and key in two else None, f"{where}.{key}")
    elif isinstance(one, list) and isinstance(ours, list):
        if len(one) != len(ours):
            yield f"{where}: {one!r}, ours {ours!r}"
            return
        for number, value in enumerate(one):
            yield from different(value, ours[number], two[number] if isinstance(two, list) and number < len(two) else None, f"{where}[{number}]")
    elif type(one) is not type(ours) or (one != ours and (one == two or not isinstance(one, Number))):
        yield f"{where}: {one!r}, ours {ours!r}"


def without(document, keys):
    """Returns a document without the members of these names, or None for all."""
    if keys is None:
        return None
    if isinstance(document, list):
        return [without(member, keys) for member in document]
    return {key: None if key in keys else value for key, value in document.items()}


def keys_of(document):
    """Yields the keys of a document's objects."""
    for member in document if isinstance(document, list) else [document]:
        if isinstance(member, dict):
            yield from member


class Runs:
    """Runs lines on both programs."""

    def __init__(self, runner, stack):
        self.runner = runner
        self.stack = stack
        self.folder = runner.folder / "json"
        shutil.copytree(FILES, self.folder)
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.folder), "LIBVIRT_AUTOSTART": "0"}
        self.hold()

    def run(self, side, program, uri, words, *options):
        """Returns exit status, output and error output."""
        command = [*self.runner.commands[side](program), *options, "-c", uri, *words]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              timeout=300, check=False)
        return done.returncode, done.stdout, done.stderr

    def hold(self):
        """Has a client of the daemon that stays, so that the state of its test driver does, too: with a checkpoint."""
        command = [*self.runner.commands["stock"]("virsh"), "-c", self.runner.daemon.test_uri]
        client = self.stack.enter_context(subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        client.stdin.write(b"checkpoint-create-as test point\n")
        client.stdin.flush()
        while line := client.stdout.readline():
            if b"checkpoint point created" in line:
                return

    def client(self):
        """Returns the number of that client."""
        listed = self.run("stock", "virt-admin", self.runner.admin_uri, ["client-list", "libvirtd"])[1]
        return re.search(r"^ (\d+) ", listed, re.M)[1]

    def connections(self):
        """Yields each connection's name, program, URI and lines."""
        for name, lines in LINES.items():
            program = "virt-admin" if name == "admin" else "virsh"
            uris = {"default": ["test:///default", self.runner.daemon.test_uri], "node": [f"test://{self.folder}/node.xml"],
                    "daemon": [self.runner.daemon.test_uri], "guest": [self.runner.qemu_uri], "admin": [self.runner.admin_uri]}[name]
            if name == "guest":
                self.runner.renew_guest()
            if name == "admin":
                lines = lines.replace("CLIENT", self.client())
            for uri in uris:
                for line in lines.split(";"):
                    yield program, uri, line.split()


def check(counts, runner):
    """Counts each line, and whether the keys that were seen are the documented ones."""
    with contextlib.ExitStack() as stack:
        check_all(counts, Page(), Runs(runner, stack))


def check_all(counts, page, runs):
    """Counts each line, and the keys."""
    seen, answered = {}, set()
    for program, uri, words in runs.connections():
        form = page.form(words[0])
        before, ours, after = (runs.run(side, program, uri, words, *options)
                               for side, options in (("stock", []), ("ours", ["--json"]), ("stock", [])))
        what = f"json: {uri.partition(':')[0]}{'' if 'socket' in uri else ' in process'}: {' '.join(words)}"
        if before[0] != 0 and words[0] in ADDED and ours[0] == 0:
            seen.setdefault(words[0], set()).update(keys_of(json.loads(ours[1])))
            answered.add(words[0])
            continue
        if before[0] != 0 or form is None:
            problem = "" if ours[0] == 1 and not ours[1] and ours[2] else f"stock {before}\nours {ours}"
            counts.check(what, problem)
            continue
        try:
            document = json.loads(ours[1], parse_int=Number, parse_float=Number)
        except ValueError as error:
            counts.check(what, f"{error}: {ours}")
            continue
        # An empty line follows each command.
        one, two = (page.document(form, text[1].removesuffix("\n")) for text in (before, after))
        if words[0] in MEASURED and uri == runs.runner.qemu_uri:
            two = without(two, MEASURED[words[0]])
        counts.check(what, "\n".join(different(one, document, two)) or None)
        answered.add(words[0])
        if form in ("table", "pairs", "several pairs", "counters"):
            seen.setdefault(words[0], set()).update(keys_of(document))
    for command, keys in sorted(seen.items()):
        listed = page.keys.get(command, set())
        counts.check(f"json: documented keys of {command}", "" if keys == listed else f"not documented {sorted(keys - listed)}, "
                     f"not seen {sorted(listed - keys)}; seen {' '.join(sorted(keys))}")
    missing = set(page.forms) - answered - NOWHERE
    counts.check("json: every command has a line that answers", " ".join(sorted(missing)) or None)
