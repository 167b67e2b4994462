"""Every public function by its prototype, and plausible arguments for it: numbers by their name, documents, and places for results."""

import ctypes
import functools
import pathlib
import re

from lib import binding

TABLE = pathlib.Path(__file__).resolve().parents[2] / "abi" / "api-functions.tsv"
PARTS = {"libvirt-qemu": "qemu", "libvirt-lxc": "lxc"}
NUMBERS = {
    "int": ctypes.c_int, "unsigned int": ctypes.c_uint, "unsigned long": ctypes.c_ulong, "long long": ctypes.c_longlong,
    "unsigned long long": ctypes.c_ulonglong, "size_t": ctypes.c_size_t, "double": ctypes.c_double,
}
# Where one number is written.
PLACES = {f"{name} *": kind for name, kind in NUMBERS.items()}
CALLBACK = re.compile(r"\w+(Callback|Func)$")
OBJECT = {"virDomainPtr", "virNetworkPtr", "virStoragePoolPtr", "virNodeDevicePtr", "virSecretPtr"}
ROOM = 32
NOTHING = ctypes.CFUNCTYPE(None)(lambda: None)
DOMAIN = "<domain type='test'><name>guest</name><uuid>{uuid}</uuid><memory>4096</memory><os><type>hvm</type></os></domain>"
DISK = "<disk type='file'><source file='/nonexistent/b.img'/><target dev='vdb' bus='virtio'/></disk>"
HOST = "<host mac='52:00:00:00:00:09' ip='192.168.9.9'/>"

# Numbers and texts by the argument's name, or by the function's and the argument's.
VALUES = {
    "autostart": 1, "memory": 4096, "nvcpus": 1, "iothread_id": 1, "maplen": 1, "ncpumaps": 4, "maxinfo": 4, "size": 8,
    "maxnames": ROOM, "nameslen": ROOM, "maxerrors": ROOM, "nr_stats": ROOM, "ncpus": 1, "start_cpu": 0, "nkeycodes": 1, "holdtime": 0,
    "state": 1, "signum": 1, "pid_value": 1, "period": 1, "seconds": 1, "timeout": 1, "capacity": 1 << 30, "length": 8, "bandwidth": 1,
    "nmountpoints": 1, "downtime": 1, "cacheSize": 1 << 20, "threshold": 1, "nkeys": 1, "target": 0, "duration": 0, "screen": 0,
    "eventID": 0, "parentIndex": -1, "command": 3, "section": 5, "type": 0, "source": 0, "action": 0, "nseconds": 0,
    "disk": "vda", "device": "52:54:00:00:00:01", "dev": "vda[1]", "dev_name": None, "dname": None, "dxml": None, "base": None, "top": None,
    "alias": "ua-none", "user": "u", "password": "p", "key": "k", "uri": "http://a.example/", "metadata": "<m/>", "name": "one",
    "new_name": "renamed", "to": "{folder}/image", "driverName": None, "dconnuri": "test:///default", "duri": "test:///default",
    "miguri": None, "mac": None, "mountPoint": None, "cmd": "{}", "event": None, "group": "g", "cpumap": "0", "vcpumap": "0",
    "uuidstr": "88888888-2222-3333-4444-555555555555", "destxml": "<disk type='file'><source file='/nonexistent/c.img'/></disk>",
    "backupXML": "<domainbackup/>", "checkpointXML": None, "virDomainGetMetadata type": 2, "virDomainSetMetadata type": 2,
    "virDomainManagedSaveDefineXML dxml": DOMAIN, "virDomainBlockStats size": 40, "virDomainInterfaceStats size": 64,
    "virDomainInterfaceStats device": "net0", "virDomainBlockPeek size": 8, "virDomainMigrate uri": None, "virDomainMigrate2 uri": None,
    "virDomainFDAssociate nfds": 1, "virDomainSetMetadata uri": "http://b.example/", "virNetworkGetMetadata type": 0,
    "virDomainBlockRebase base": None,
    "virDomainAttachDevice xml": DISK, "virDomainAttachDeviceFlags xml": DISK, "virDomainDetachDevice xml": DISK.replace("b", "a"),
    "virDomainDetachDeviceFlags xml": "<disk type='file'><source file='/nonexistent/a.img'/><target dev='vda' bus='virtio'/></disk>",
    "virDomainUpdateDeviceFlags xml": "<disk type='file'><source file='/nonexistent/a.img'/><target dev='vda' bus='virtio'/></disk>",
    "virNetworkUpdate xml": HOST, "virDomainCheckpointCreateXML xmlDesc": "<domaincheckpoint><name>new</name></domaincheckpoint>",
    "virDomainSnapshotCreateXML xmlDesc": "<domainsnapshot><name>new</name></domainsnapshot>",
    "virNodeDeviceUpdate xmlDesc": "<device><name>mdev</name></device>",
    "virStorageVolCreateXML xmlDesc": "<volume><name>new</name><capacity>4096</capacity></volume>",
    "virStorageVolCreateXMLFrom xmlDesc": "<volume><name>new</name><capacity>4096</capacity></volume>",
    "virDomainCreateXML xmlDesc": DOMAIN, "virDomainCreateLinux xmlDesc": DOMAIN, "virDomainCreateXMLWithFiles xmlDesc": DOMAIN,
    "virDomainDefineXML xml": DOMAIN, "virDomainDefineXMLFlags xml": DOMAIN, "virDomainSaveImageDefineXML dxml": DOMAIN,
    "virNetworkCreateXML xmlDesc": "<network><name>one</name></network>", "virNetworkCreateXMLFlags xmlDesc": "<network><name>one</name></network>",
    "virNetworkDefineXML xml": "<network><name>one</name></network>", "virNetworkDefineXMLFlags xml": "<network><name>one</name></network>",
    "virStoragePoolCreateXML xmlDesc": "<pool type='dir'><name>one</name><target><path>/nonexistent/one</path></target></pool>",
    "virStoragePoolDefineXML xml": "<pool type='dir'><name>one</name><target><path>/nonexistent/one</path></target></pool>",
    "virInterfaceDefineXML xml": "<interface type='ethernet' name='one'/>", "virConnectGetMaxVcpus type": None,
    "virConnectCompareCPU xmlDesc": "<cpu><arch>x86_64</arch><model>qemu64</model></cpu>", "arch": "x86_64", "virttype": "test",
    "emulator": None, "emulatorbin": None, "machine": None, "file": "/nonexistent/image", "from": "/nonexistent/image", "ncells": 1, "ncpus": 1,
    "maxCells": 1, "interval": 1, "virNodeDeviceLookupByName name": "computer", "virNodeDeviceLookupSCSIHostByWWN wwnn": "2000000012341234",
    "virNetworkPortCreateXML xmldesc": "<networkport><uuid>99999999-2222-3333-4444-555555555555</uuid><owner><uuid>{uuid}</uuid>"
                                       "<name>guest</name></owner><mac address='52:54:00:00:00:02'/></networkport>",
}
UINT, INT, ULLONG, STRING = 2, 1, 4, 7
# Typed parameters of setters.
PARAMETERS = {
    "virDomainSetBlkioParameters": [("weight", UINT, 500)], "virDomainSetBlockIoTune": [("total_bytes_sec", ULLONG, 1)],
    "virDomainSetThrottleGroup": [("total_bytes_sec", ULLONG, 1)], "virDomainSetMemoryParameters": [("hard_limit", ULLONG, 8192)],
    "virDomainSetNumaParameters": [("numa_nodeset", STRING, "0")], "virDomainSetPerfEvents": [("cmt", 6, 1)],
    "virDomainSetSchedulerParameters": [("weight", UINT, 17)], "virDomainSetSchedulerParametersFlags": [("weight", UINT, 17)],
    "virDomainSetInterfaceParameters": [("inbound.average", UINT, 100)], "virDomainSetIOThreadParams": [("poll_max_ns", ULLONG, 1)],
    "virDomainBlockCopy": [("bandwidth", ULLONG, 1)], "virDomainSaveParams": [("file", STRING, "{folder}/image")],
    "virNetworkPortSetParameters": [("inbound.average", UINT, 100)], "virDomainSetLaunchSecurityState": [("sev-secret", STRING, "x")],
    "virDomainMigrateToURI3": [("bandwidth", ULLONG, 1)], "virDomainMigrate3": [("bandwidth", ULLONG, 1)],
}


class Prototype:
    """A function: its name, library, result and arguments (type, name)."""

    def __init__(self, line):
        header, self.name, _, self.returns, arguments = line.rstrip("\n").split("\t")
        self.part = PARTS.get(header, "")
        self.admin = header == "libvirt-admin"
        pairs = [argument.rpartition(" ")[::2] for argument in arguments.split(", ") if argument != "void"]
        self.arguments = [(kind.strip(), name) for kind, name in pairs]

    def flagged(self):
        """Returns true if it takes flags."""
        return any(name == "flags" for _, name in self.arguments)


@functools.cache
def functions():
    """Returns all functions."""
    return [Prototype(line) for line in TABLE.read_text().splitlines()[1:]]


def of_kind(kind):
    """Returns the functions that take an object of the kind first, or a connection and then it, without those of references."""
    def fits(one):
        kinds = [argument for argument, _ in one.arguments]
        if kind == "virConnectPtr":
            return kinds[:1] == [kind] and not OBJECT.intersection(kinds)
        return kinds[:1] == [kind] or (kinds[:1] == ["virConnectPtr"] and kind in kinds)
    counting = ("Free", "Ref", "GetConnect", "virConnectClose")
    return [one for one in functions() if not one.admin and fits(one) and not one.name.endswith(counting)]


class Call:
    """A call of a function with plausible arguments; what must live until it ends is kept here."""

    def __init__(self, prototype, objects, flags, facts):
        self.prototype, self.objects, self.flags, self.facts = prototype, objects, flags, facts
        self.kept, self.told = [], []
        self.values = [self.value(kind, name) for kind, name in prototype.arguments]

    def keep(self, thing):
        """Keeps something that C sees, and returns it."""
        self.kept.append(thing)
        return thing

    def known(self, name):
        """Returns the value that the table has for an argument."""
        found = VALUES.get(f"{self.prototype.name} {name}", VALUES.get(name, 0))
        return self.filled(found) if isinstance(found, str) else found

    def filled(self, text):
        """Returns a text with the facts of this run in it."""
        for name, fact in self.facts.items():
            text = text.replace(f"{{{name}}}", fact)
        return text

    def value(self, kind, name):
        """Returns an argument for C."""
        if kind in self.objects:
            return self.objects[kind]
        if name == "flags":
            return NUMBERS[kind](self.flags)
        if kind in NUMBERS:
            return NUMBERS[kind](self.known(name) if not name.startswith("nparams") else len(PARAMETERS.get(self.prototype.name, ())))
        if kind == "const char *":
            text = self.known(name)
            return ctypes.c_char_p(text.encode() if isinstance(text, str) else None)
        if CALLBACK.match(kind):
            return NOTHING
        if name == "opaque":
            return None
        return self.place(kind, name)

    def place(self, kind, name):
        """Returns a place for a result, or an array of arguments."""
        if kind == "virTypedParameterPtr":
            named = PARAMETERS.get(self.prototype.name)
            array = (binding.typed_parameters([(field, type_, self.filled(value) if isinstance(value, str) else value)
                                               for field, type_, value in named])[0] if named else (binding.TypedParameter * ROOM)())
            return self.keep(array)
        if kind in PLACES:
            number = self.keep(PLACES[kind](ROOM if name == "nparams" and not self.allocates() else 0))
            self.told.append((name, number))
            return ctypes.byref(number)
        if name == "xmlCPUs":
            return self.keep((ctypes.c_char_p * 2)(VALUES["virConnectCompareCPU xmlDesc"].encode(), None))
        if kind.startswith("const char **"):
            return self.keep((ctypes.c_char_p * 2)(b"/", None))
        if name == "uuid" and "const" in kind:
            return self.keep(ctypes.create_string_buffer(bytes.fromhex(VALUES["uuidstr"].replace("-", ""))))
        # Maps of processors are read too.
        return self.keep(ctypes.create_string_buffer(b"\1" + bytes(8191)))

    def allocates(self):
        """Returns true if the library makes the array of parameters."""
        return any(kind == "virTypedParameterPtr *" for kind, _ in self.prototype.arguments)

    def made(self):
        """Makes the call; returns what it answers, as text."""
        function = binding.library(self.prototype.part)[self.prototype.name]
        number = NUMBERS.get(self.prototype.returns)
        function.restype = None if self.prototype.returns == "void" else number or ctypes.c_void_p
        function.argtypes = None
        answer = function(*self.values)
        if number:
            failed = answer in (-1, number(-1).value)
            return f"{answer} {self.results()}" if not failed else "-1"
        if answer and self.prototype.returns in ("char *", "const char *"):
            # Long documents are other programs' topic.
            text = ctypes.string_at(answer).decode("utf-8", "replace")
            return repr(re.sub(r"<creationTime>\d+", "<creationTime>", text))[:300]
        return "something" if answer else "NULL"

    def results(self):
        """Returns the numbers and parameters that the call gave."""
        told = [f"{name}={place.value}" for name, place in self.told]
        for (kind, _), value in zip(self.prototype.arguments, self.values):
            count = next((place.value for name, place in self.told if name == "nparams"), 0)
            if kind == "virTypedParameterPtr" and 0 < count <= ROOM:
                told += [f"{field.decode()}={found}" for field, _, found in binding.listed(value, count)]
        return " ".join(told)
