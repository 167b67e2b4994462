"""Opens the URIs of a plan (JSON lines on standard input) and prints what a program sees of each: one or more lines a case.

A case is {"name", "uri", "ro", "answers", "record", "fork", "environment", "within"}: `answers` maps credential types to what
the callback says (null: it fails; false: it has no answer; an object: by a part of the question; a list: one after the other,
the last one again and again; absent: there is no callback), `record` names the file where a stand-in for ssh leaves its arguments, `within` is how many seconds the case may take.
"""

import json
import os
import sys
import time

import libvirt

libvirt.registerErrorHandler(lambda *_: None, None)


def descriptors():
    """Returns how many descriptors this process has."""
    return len(os.listdir("/proc/self/fd"))


def children():
    """Returns true if a process that this one started is still there, ended or not."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return False
    return True


def connect(case, prompts):
    """Returns the connection of a case."""
    answers = case.get("answers")
    if answers is None:
        return libvirt.openReadOnly(case["uri"]) if case.get("ro") else libvirt.open(case["uri"])

    def answer(credentials, _):
        for credential in credentials:
            prompts.append(f"asked {credential[0]} {credential[1]!r} {credential[2]!r}")
            reply = answers[str(credential[0])]
            if isinstance(reply, dict):
                reply = next((said for part, said in reply.items() if part in credential[1]), None)
            if isinstance(reply, list):
                reply = reply.pop(0) if len(reply) > 1 else reply[0]
            if reply is None:
                return -1
            if reply is not False:
                credential[4] = reply
        return 0

    kinds = [int(kind) for kind in answers]
    return libvirt.openAuth(case["uri"], [kinds, answer, None], libvirt.VIR_CONNECT_RO if case.get("ro") else 0)


def after_fork(connection):
    """Proves that a child that ends does not take the parent's connection along."""
    child = os.fork()
    if child == 0:
        del connection
        os._exit(0)
    os.waitpid(child, 0)
    return f"after fork: {connection.isAlive()} {len(connection.getHostname()) > 0}"


def run(case):
    """Returns the lines of one case."""
    lines, prompts, before, start = [], [], descriptors(), time.monotonic()
    os.environ.update(case.get("environment", {}))
    record = case.get("record")
    if record and os.path.exists(record):
        os.unlink(record)
    try:
        connection = connect(case, prompts)
        lines.append(f"open: {connection.getURI()} {connection.getType()} alive={connection.isAlive()} "
                     f"secure={connection.isSecure()} encrypted={connection.isEncrypted()}")
        # Short replies only: the stock library's libssh transport sleeps on the rest of a long one.
        lines.append(f"calls: {connection.getLibVersion() > 0} {len(connection.getHostname()) > 0}")
        if case.get("fork"):
            lines.append(after_fork(connection))
        connection.close()
        del connection
    except libvirt.libvirtError as error:
        lines.append(f"error: {error.get_error_code()} {error.get_error_domain()} {error.get_error_level()} "
                     f"{error.get_int1()} {error.get_error_message()}")
    if record:
        lines.append("not run" if not os.path.exists(record) else "arguments: " + ascii(open(record, "rb").read()))
    # The first connection of a process may open things that stay, such as the event loop's.
    if descriptors() > before + case.get("slack", 0):
        lines.append(f"descriptors: {descriptors() - before} more")
    if children():
        lines.append("a process is left")
    for name in case.get("environment", {}):
        del os.environ[name]
    if time.monotonic() > start + case.get("within", 3600):
        lines.append(f"took {time.monotonic() - start:.1f} s")
    return prompts + lines


def main():
    """All cases of the plan."""
    for line in sys.stdin:
        case = json.loads(line)
        for text in run(case):
            # repr would hide nothing; a line's end inside a text would look like another case.
            print(f"{case['name']}\t" + text.replace("\n", "\\n").replace("\r", "\\r"), flush=True)


if __name__ == "__main__":
    main()
