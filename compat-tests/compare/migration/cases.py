"""The cases of the scripted comparison: each entry point, each protocol, each flag, a failure at each step.

A case: `call` and its arguments; `source` and `target`, the feature numbers each daemon has; `faults`, request -> error or
["drop"]; and what the daemons answer where it matters.
"""

V1, V2, P2P, DIRECT, V3, PROTECT, XML, OFFLINE, PARAMS = 1, 3, 4, 5, 6, 7, 11, 12, 13
EVERYTHING = [V1, V2, P2P, DIRECT, V3, PROTECT, XML, OFFLINE, PARAMS]
WITHOUT = {
    "params": [f for f in EVERYTHING if f != PARAMS],
    "v3": [f for f in EVERYTHING if f not in (PARAMS, V3)],
    "v2": [f for f in EVERYTHING if f not in (PARAMS, V3, V2)],
    "v1": [f for f in EVERYTHING if f not in (PARAMS, V3, V2, V1)],
    "protection": [f for f in EVERYTHING if f != PROTECT],
    "p2p": [f for f in EVERYTHING if f != P2P],
    "direct": [f for f in EVERYTHING if f != DIRECT],
    "xml": [V1, V2, P2P, DIRECT, OFFLINE],
    "offline": [f for f in EVERYTHING if f != OFFLINE],
    "everything": [],
}
FLAGS = {"live": 1, "peer": 2, "tunnel": 4, "persist": 8, "undefine": 16, "paused": 32, "disk": 64, "inc": 128, "protect": 256,
         "unsafe": 512, "offline": 1024, "abort": 4096, "converge": 8192, "parallel": 131072, "sync": 262144, "resume": 524288,
         "high": 1 << 40}
MANAGED = ("migrate", "migrate2", "migrate3")
UNMANAGED = ("touri", "touri2", "touri3")
# What the last release understands of each protocol, and the steps that a migration takes then.
STEPS = {
    "params": (EVERYTHING, ["source domain_migrate_begin3_params", "source domain_get_state",
                            "target domain_migrate_prepare3_params", "source domain_migrate_perform3_params",
                            "target domain_migrate_finish3_params", "source domain_migrate_confirm3_params"]),
    "3": (WITHOUT["params"], ["source domain_migrate_begin3", "source domain_get_info", "target domain_migrate_prepare3",
                              "source domain_migrate_perform3", "target domain_migrate_finish3",
                              "source domain_migrate_confirm3"]),
    "2": (WITHOUT["v3"], ["source domain_get_xml_desc", "source domain_get_info", "target domain_migrate_prepare2",
                          "source domain_migrate_perform", "target domain_migrate_finish2"]),
    "1": (WITHOUT["v2"], ["source domain_get_info", "target domain_migrate_prepare", "source domain_migrate_perform",
                          "target domain_migrate_finish"]),
}
QEMU, REMOTE = 10, 19
FAILED, FINISH_OK, INTERNAL = 9, 93, 1
# Questions about features that opening two connections takes.
HANDSHAKE = 4
LIST = {"uri": ("migrate_uri", 7, "tcp:asked:1"), "name": ("destination_name", 7, "newname"),
        "xml": ("destination_xml", 7, "<domain>by caller</domain>"), "bandwidth": ("bandwidth", 4, 77),
        "disks": ("migrate_disks", 7, "vda")}


def case(call, flags=0, source=None, target=None, **more):
    """One case; arguments that the call does not take are ignored by the client."""
    features = EVERYTHING if source is None else source
    return {"call": call, "flags": flags, "source": features, "target": features if target is None else target, **more}


def fixed_arguments(*names):
    """Arguments for the old entries, and the same as typed parameters for the new ones."""
    return {"fixed": {name: LIST[name][2] for name in names}, "params": [LIST[name] for name in names]}


def arguments():
    """Yields every entry with every flag, alone and in the pairs that matter."""
    pairs = [("peer", "tunnel"), ("tunnel", "parallel"), ("disk", "inc"), ("sync",), ("sync", "disk"), ("peer", "offline"),
             ("disk", "inc", "tunnel", "parallel", "sync"), ("tunnel", "parallel", "sync"), ("abort", "converge"),
             ("peer", "abort", "converge", "protect"), ("live", "offline", "persist")]
    for call in MANAGED + UNMANAGED:
        for names in [(), *((name,) for name in FLAGS), *pairs]:
            flags = sum(FLAGS[name] for name in names)
            if "high" in names and call in ("migrate3", "touri3"):
                continue
            yield case(call, flags)
            yield case(call, flags, **fixed_arguments("uri", "name", "xml", "bandwidth"))
            yield case(call, flags, WITHOUT["v3"], **fixed_arguments("name", "bandwidth"))
            yield case(call, flags, WITHOUT["v2"], **fixed_arguments("uri"))


def protocols():
    """Yields every entry with every set of features on either side."""
    for call in MANAGED + UNMANAGED:
        for features in WITHOUT.values():
            for flags in (0, FLAGS["live"] | FLAGS["protect"], FLAGS["peer"], FLAGS["offline"], FLAGS["peer"] | FLAGS["offline"]):
                yield case(call, flags, features, EVERYTHING)
                yield case(call, flags, EVERYTHING, features)
                yield case(call, flags, features, features, **fixed_arguments("uri", "name"))
                yield case(call, flags, features, features, **fixed_arguments("xml"))
        yield case(call, FLAGS["peer"], WITHOUT["params"], **fixed_arguments("disks"))
        yield case(call, 0, WITHOUT["params"], **fixed_arguments("disks"))
        yield case(call, FLAGS["peer"], WITHOUT["v3"], **fixed_arguments("disks"))


def failures():
    """Yields a failure at each step of each protocol, and of each question on the way there."""
    for call in MANAGED:
        for features, steps in STEPS.values():
            for flags in (0, FLAGS["live"] | FLAGS["offline"]):
                unprotected = [f for f in features if f != PROTECT]
                for step in steps:
                    error = {step: [QEMU, INTERNAL, f"{step} failed"]}
                    yield case(call, flags, features, faults=error)
                    yield case(call, flags, unprotected, faults=error)
                    yield case(call, flags, features, faults={step: ["drop"]})
            yield case(call, 0, features, state=3)
            yield case(call, FLAGS["resume"], features, state=3)
            yield case(call, 0, features, uri_out=None)
            yield case(call, 0, features, uri_out=None, **fixed_arguments("uri"))
            yield case(call, 0, features, faults={s: [QEMU, INTERNAL, f"{s} failed"] for s in steps[-3:]})
            yield from reasons(call, features, steps)
        for number in EVERYTHING:
            for side in ("source", "target"):
                for flags in (0, FLAGS["protect"] | FLAGS["offline"], FLAGS["peer"]):
                    yield case(call, flags, WITHOUT["v2"], faults={f"{side} feature {number}": [REMOTE, 38, "asked too much"]})
                    yield case(call, flags, faults={f"{side} feature {number}": [REMOTE, 38, "asked too much"]})
    for call in UNMANAGED:
        for number in EVERYTHING:
            for flags in (0, FLAGS["peer"] | FLAGS["offline"]):
                yield case(call, flags, WITHOUT["v3"], faults={f"source feature {number}": [REMOTE, 38, "asked too much"]})


def reasons(call, features, steps):
    """Perform and Finish both fail: whose reason is told; and a Finish that succeeds where it should not."""
    perform = next(s for s in steps if "perform" in s)
    finish = next(s for s in steps if "finish" in s)
    for first in ([QEMU, FAILED, "source lost it"], [QEMU, INTERNAL, "broken"], [REMOTE, FAILED, "broken"]):
        for later in ([QEMU, FINISH_OK, "fine"], [QEMU, INTERNAL, "target died"], [REMOTE, INTERNAL, "broken too"], ["drop"]):
            yield case(call, 0, features, faults={perform: first, finish: later})
        yield case(call, 0, features, faults={perform: first})


def unmanaged():
    """Daemons' URIs, and failures of the one call that does everything."""
    uris = ["qemu:///system", "qemu+unix:///system", "qemu+unix:///system?socket=/x", "qemu://localhost/system",
            "qemu://localhost.localdomain/system", "qemu+ssh://elsewhere/system", "qemu+ssh:///system?socket=/x", "a b", "",
            "qemu+unix:///system?Socket=/x", "test:///x", None]
    performs = ("perform3_params", "perform3", "perform")
    for call in UNMANAGED + ("migrate", "migrate2"):
        for uri in uris:
            for flags in (0, FLAGS["peer"], FLAGS["peer"] | FLAGS["tunnel"]):
                yield case(call, flags, peer=uri)
        for features in (EVERYTHING, WITHOUT["params"], WITHOUT["v3"], WITHOUT["v1"]):
            for flags in (0, FLAGS["peer"]):
                for name in performs:
                    step = f"source domain_migrate_{name}"
                    yield case(call, flags, features, perform_cookie=False, faults={step: [QEMU, INTERNAL, "failed"]})
                    yield case(call, flags, features, perform_cookie=False, faults={step: ["drop"]})
                yield case(call, flags, features, perform_cookie=False)
                yield case(call, flags, features, perform_cookie=False, **fixed_arguments("uri", "name", "xml", "bandwidth"))
                gone = {"target domain_lookup_by_name": [QEMU, 42, "not here"]}
                yield case(call, flags, features, perform_cookie=False, faults=gone)
                yield case(call, flags, features, perform_cookie=False, faults={"target domain_lookup_by_name": ["drop"]})


def odd():
    """Read-only ends, and typed parameters of wrong types and numbers."""
    for call in MANAGED + UNMANAGED:
        for side in ("source", "target"):
            yield case(call, read_only=side)
        if call != "migrate3":  # the stock library dies of it there
            yield case(call, no_target=True)
    for call in ("migrate3", "touri3"):
        for features in (EVERYTHING, WITHOUT["params"], WITHOUT["v3"], WITHOUT["v2"]):
            for flags in (0, FLAGS["peer"]):
                for name, _, _ in LIST.values():
                    for kind, value in ((1, 5), (2, 5), (3, 5), (4, 5), (5, 0.5), (6, 1), (7, "text")):
                        yield case(call, flags, features, params=[(name, kind, value)])
                yield case(call, flags, features, params=[("bandwidth", 99, 0)])
                for number in (63, 64, 65):
                    yield case(call, flags, features, params=[("migrate_disks", 7, f"vd{n}") for n in range(number)])


def errors(case):
    """Returns the requests that fail with an error, and the error."""
    return [(step, fault) for step, fault in case.get("faults", {}).items() if len(fault) == 3]


def newer(case, lines):
    """Returns what 12.8.0 does in this case while 9.0.0 does something else: whether `lines` are that, or None where both agree.

    Seen with the libvirt.so.0 of 12.8.0 on these daemons; also in docs/DIFFERENCES.md.
    """
    failed = lines[0].split()[1] in ("None", "-1")
    asked = [line for line in lines if "_supports_feature" in line or "_migrate_" in line]
    types = {name: kind for name, kind, _ in LIST.values()}
    wrong = [name for name, kind, _ in case.get("params", ()) if name != "migrate_disks" and kind != types[name]]
    if case["call"] == "migrate3" and wrong and not case["flags"] & (FLAGS["peer"] | FLAGS["tunnel"]):
        # The types of the parameters that every protocol has are looked at before any daemon is asked anything.
        return failed and "last 8/0/2" in lines[0] and len(asked) == HANDSHAKE
    if "?Socket=" in (case.get("peer") or "") and any("_perform" in line for line in asked):
        # Names of URI parameters are compared without case.
        return "same host" not in lines[0]
    met = {text for step, (_, _, text) in errors(case) for line in asked if line.startswith(f"{step} ")}
    if met >= {"source lost it", "target died"} and any("_finish3" in line for line in asked):
        # The reasons of both sides are told.
        both = "migration failed. Message from the source host: source lost it. Message from the destination host: target died"
        return failed and "last 9/20/2" in lines[0] and both in lines[0]
    return None


def all_cases():
    """Returns every case, in an order that does not change."""
    return [c for group in (arguments, protocols, failures, unmanaged, odd) for c in group()]
