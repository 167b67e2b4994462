"""What several hosts' processors have in common: x86 by bits, POWER by name, ARM not at all; and what is refused."""

import itertools

import libvirt

from compare.testdriver.say import said

EXPAND = libvirt.VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES
MODELS = ["486", "pentium3", "n270", "core2duo", "qemu32", "qemu64", "kvm64", "cpu64-rhel6", "Conroe", "Penryn", "Nehalem-IBRS",
          "Westmere", "SandyBridge", "IvyBridge", "Haswell-noTSX", "Haswell", "Broadwell-IBRS", "Skylake-Client",
          "Skylake-Server-noTSX-IBRS", "Cascadelake-Server", "Icelake-Server", "Cooperlake", "Snowridge", "athlon", "phenom",
          "Opteron_G1", "Opteron_G2", "Opteron_G3", "Opteron_G5", "EPYC-IBPB", "EPYC", "EPYC-Rome", "EPYC-Milan", "Dhyana"]
FEATURES = ["vmx", "aes", "avx2", "hypervisor", "pcid", "invtsc", "mds-no", "xsavec", "3dnow", "spec-ctrl"]


def host(model, features=(), arch="x86_64", vendor="", more=""):
    """Returns the definition of a host's processor."""
    vendor = f"<vendor>{vendor}</vendor>" if vendor else ""
    features = "".join(f"<feature name='{name}'/>" for name in features)
    return f"<cpu><arch>{arch}</arch><model>{model}</model>{vendor}{features}{more}</cpu>"


def main():
    """Says what the hosts have in common."""
    conn = libvirt.open("test:///default")

    def ask(what, *cpus, flags=0):
        said(f"{what} {flags}", conn.baselineCPU, list(cpus), flags)

    for model in MODELS:
        ask(f"alone {model}", host(model))
        ask(f"alone {model}", host(model, FEATURES), flags=EXPAND)
    for one, other in itertools.combinations(MODELS, 2):
        ask(f"{one} {other}", host(one), host(other))
        ask(f"{other} {one} more", host(other, FEATURES[:6]), host(one, FEATURES[3:]))
    for one, other in zip(MODELS, MODELS[7:]):
        ask(f"{one} {other}", host(one), host(other), flags=EXPAND)
        ask(f"three {one} {other}", host(one), host(other), host("Westmere"))
    ask("many", *(host(model) for model in MODELS[12:22]))
    ask("other architecture of the family", host("Haswell", arch="i686"), host("Penryn"))
    ask("more of it", host("Haswell", more="<topology sockets='1' cores='2' threads='1'/><counter name='tsc' frequency='1'/>"
                           "<microcode version='3'/><pages unit='KiB' size='4'/><signature family='6' model='60' stepping='3'/>"))

    for told in itertools.product(["", "Intel", "AMD", "None"], repeat=2):
        ask(f"vendors {told}", host("Haswell", vendor=told[0]), host("Broadwell", vendor=told[1]))
        ask(f"vendors {told} of models without", host("kvm64", vendor=told[0]), host("qemu64", vendor=told[1]))
    ask("models of two vendors", host("Haswell"), host("EPYC"))

    for arch, models in {"ppc64": ["POWER7", "POWER8", "POWER9", "POWER7_v2.1"], "ppc64le": ["POWER8", "POWERPC_e5500"],
                         "aarch64": ["cortex-a53", "cortex-a57"], "armv7l": ["anything"], "s390x": ["z14"], "alpha": ["ev6"],
                         "riscv64": ["any"], "loongarch64": ["any"], "mips": ["any"], "bogus": ["any"]}.items():
        for model in models:
            ask(f"{arch} {model}", host(model, arch=arch))
            ask(f"{arch} {model}", host(model, ["fp"], arch=arch), flags=EXPAND)
            ask(f"{arch} two", host(models[0], arch=arch), host(model, arch=arch))
    for told in itertools.product(["", "IBM", "Freescale", "None"], repeat=2):
        ask(f"POWER vendors {told}", *(host("POWER8", arch="ppc64", vendor=vendor) for vendor in told))

    ask("unknown model", host("none"))
    ask("unknown second model", host("486"), host("none"))
    ask("unknown feature", host("486", ["none"]))
    ask("twice", host("486", ["vmx", "vmx"]))
    ask("without a name", "<cpu><arch>x86_64</arch><model>486</model><feature/></cpu>")
    ask("empty name", "<cpu><arch>x86_64</arch><model>486</model><feature name=''/></cpu>")
    for document in ["<cpu/>", "<cpu>", "", "<foo/>", "<cpu><model>486</model></cpu>", "<cpu><arch>x86_64</arch></cpu>",
                     "<cpu><arch>x86_64</arch><vendor>Intel</vendor></cpu>", "<cpu><arch/><model>486</model></cpu>",
                     "<cpu><arch>x86_64</arch><model/></cpu>", "<cpu mode='custom'><model>486</model></cpu>",
                     "<cpu match='exact'><arch>x86_64</arch><model>486</model></cpu>",
                     "<cpu migratable='on'><arch>x86_64</arch><model>486</model></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><microcode version='x'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><counter name='tsc' frequency='x'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><counter name='tsc'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><counter name='tsc' frequency='1' scaling='x'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><counter name='other'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><signature family='x' model='1'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><signature/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><maxphysaddr mode='none'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><maxphysaddr mode='emulate' limit='3'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><cache level='9' mode='emulate'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><cache mode='none'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><pages size='x'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><numa/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><addr/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><topology sockets='0' cores='1' threads='1'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><topology cores='1' threads='1'/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><cache/><cache/></cpu>",
                     "<cpu><arch>x86_64</arch><model>486</model><feature name='vmx' policy='disable'/></cpu>",
                     "<cpu><arch>x86_64</arch><model fallback='forbid'>486</model></cpu>"]:
        ask(repr(document), document)
        ask(f"second {document!r}", host("486"), document)
    for flags in (2, 3, 4, 8):
        ask("flags", host("486"), flags=flags)


main()
