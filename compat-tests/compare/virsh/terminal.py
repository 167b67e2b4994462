"""Sessions at a terminal: the same keys on both programs, in a pseudo-terminal, what is on the screen at the end, and which settings of
the terminal are others then than they were before.

A session is a list of (keys, text): the keys are typed, and the next ones only when that text has appeared behind them. In the place of
keys a signal is sent to the program.
"""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time

# A guest boots in it, also on a machine with much else to do.
DEADLINE = 300
TAB = "\t"
# name, words behind the URI's, steps. `%` in front of the name: with the guest of QEMU; `~`: what is on the screen may differ; `+`: with AGENT;
# `!`: started with SIGINT and SIGQUIT ignored, as a shell starts what runs in its background.
SESSIONS = [
    ("prompt and quit", [], [("", "virsh # "), ("pwd -x\r", "virsh # "), ("echo hi\r", "virsh # "), ("quit\r", None)]),
    ("end of file", [], [("", "virsh # "), ("\x04", None)]),
    ("+an agent of polkit", [], [("", "virsh # "), ("domid test\r", "virsh # "), ("quit\r", None)]),
    ("+an agent of polkit, read-only", ["-r"], [("", "virsh > "), ("connect\r", "virsh > "), ("quit\r", None)]),
    ("read-only", ["-r"], [("", "virsh > "), ("quit\r", None)]),
    ("a command is completed", [], [("", "virsh # "), ("domst" + TAB, "at"), ("e test\r", "virsh # "), ("quit\r", None)]),
    ("an option is completed", [], [("", "virsh # "), ("dumpxml --in" + TAB, "--inactive"), ("test --xpath //name\r", "virsh # "),
                                    ("quit\r", None)]),
    ("a domain is completed", [], [("", "virsh # "), ("domid te" + TAB, "test"), ("\r", "virsh # "), ("quit\r", None)]),
    ("a word of a set is completed", [], [("", "virsh # "), ("attach-disk test /x vdx --cache writet" + TAB, "writethrough"),
                                          ("--print-xml\r", "virsh # "), ("quit\r", None)]),
    ("a network is completed", [], [("", "virsh # "), ("net-uuid de" + TAB, "default"), ("\r", "virsh # "), ("quit\r", None)]),
    ("lines are edited", [], [("", "virsh # "), ("echo abx\x7fc\r", "virsh # "), ("quit\r", None)]),
    ("lines are typed ahead", [], [("", "virsh # "), ("echo one\recho two\rquit\recho three\r", None)]),
    ("history", [], [("", "virsh # "), ("echo one\r", "virsh # "), ("\x1b[A\r", "virsh # "), ("quit\r", None)]),
    ("%a console sends back what is typed", ["console", "echo"], [("", "Escape character is"), ("abc", "abc"), ("\x1d", None)]),
    ("%a console with another escape character", ["-e", "q", "console", "echo", "--devname", "ua-first", "--force"],
     [("", "Escape character is"), ("xyz", "xyz"), ("q", None)]),
    ("%a console from the shell", [], [("", "virsh # "), ("console echo --safe\r", "Escape character is"), ("abc", "abc"),
                                       ("\x1d", "virsh # "), ("echo back\r", "virsh # "), ("quit\r", None)]),
    ("~the interrupt key at the prompt", [], [("", "virsh # "), ("\x03", None)]),
    *((f"{number.name} at the prompt", [], [("", "virsh # "), (number, None)])
      for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)),
    ("!ignored signals at the prompt", [], [("", "virsh # "), (signal.SIGINT, ""), (signal.SIGQUIT, ""), ("echo on\r", "virsh # "),
                                            ("quit\r", None)]),
    ("~!the interrupt key at the prompt is ignored", [], [("", "virsh # "), ("\x03", ""), ("echo on\r", "virsh # "), ("quit\r", None)]),
    *((f"%{number.name} in a console", ["console", "echo"],
       [("", "Escape character is"), ("abc", "abc"), (number, ""), ("def", "def"), ("\x1d", None)])
      for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE)),
    ("%a console that cannot be resumed", ["console", "echo", "--resume"], [("", None)]),
]
# In the place of polkit's program: tells what it was called with, and that it is ready.
AGENT = """#!/bin/bash
echo "agent: $1 $3 $5" >&2
eval "exec $4>&-"
exec sleep 1000
"""
# Names of what tcgetattr(3) tells, in its order.
SETTINGS = ["iflag", "oflag", "cflag", "lflag", "ispeed", "ospeed", "characters"]


def screen(data):
    """Returns the lines that a terminal shows after these bytes, blanks at their ends left out."""
    rows, row, column = [[]], 0, 0
    text = data.decode(errors="replace")
    for piece in re.finditer(r"\x1b\[([?0-9;]*)([A-Za-z])|\x1b[=>]|(.)", text, re.S):
        number = int(piece[1]) if piece[1] and piece[1].isdigit() else 1
        match piece[2] or piece[3]:
            case "C" if piece[2]:
                column += number
            case "D" if piece[2]:
                column = max(0, column - number)
            case "G" if piece[2]:
                column = number - 1
            case "A" if piece[2]:
                row = max(0, row - number)
            case "K" if piece[2]:
                del rows[row][column:]
            case "J" if piece[2]:
                del rows[row][column:], rows[row + 1:]
            case "P" if piece[2]:
                del rows[row][column:column + number]
            case "@" if piece[2]:
                rows[row][column:column] = " " * number
            case _ if piece[2] or piece[3] is None:
                pass
            case "\r":
                column = 0
            case "\n":
                row += 1
                while len(rows) <= row:
                    rows.append([])
            case "\b":
                column = max(0, column - 1)
            case "\x07":
                pass
            case character:
                line = rows[row]
                line.extend(" " * (column + 1 - len(line)))
                line[column] = character
                column += 1
    return "\n".join("".join(line).rstrip() for line in rows).rstrip()


def sleeps(pid):
    """Returns true if the first thread of a process waits for something, or the process has ended."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] in "SZ"
    except (FileNotFoundError, ProcessLookupError):
        return True


def play(command, steps, environment, folder, ignored=False):
    """Plays a session. Returns the screen at its end, the exit status, and the settings of the terminal that are not what they were."""
    master, terminal = pty.openpty()

    def prepare():
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        # Whatever these tests were started with.
        for number in (signal.SIGINT, signal.SIGQUIT):
            signal.signal(number, signal.SIG_IGN if ignored else signal.SIG_DFL)

    # Wide enough that no line is broken.
    subprocess.run(["stty", "cols", "200", "rows", "50"], stdin=terminal, check=True)
    # Read before the program is there to change them.
    before = termios.tcgetattr(terminal)
    program = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, env={**environment, "TERM": "xterm"},
                               cwd=folder, start_new_session=True, preexec_fn=prepare)
    seen = b""
    end = time.monotonic() + DEADLINE

    def read_until(done):
        nonlocal seen
        while not done():
            if time.monotonic() > end:
                raise TimeoutError
            # The mode of the terminal changes without telling.
            if not select.select([master], [], [], 0.05)[0]:
                # This end is open, too: its settings are read when the program has ended. What it wrote last may have come just now.
                if program.poll() is not None and not select.select([master], [], [], 0)[0]:
                    return
                continue
            try:
                got = os.read(master, 4096)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                got = b""
            if not got:
                return
            seen += got

    def waits_for_keys():
        # Keys that come before the program reads them one by one are shown by the terminal, or thrown away. And readline takes no
        # notice of a signal between its prompt and its wait for a key, before that key comes.
        return not termios.tcgetattr(master)[3] & termios.ICANON and sleeps(program.pid)

    try:
        for keys, awaited in steps:
            if keys:
                read_until(waits_for_keys)
            begin = len(seen)
            if isinstance(keys, signal.Signals):
                program.send_signal(keys)
            else:
                os.write(master, keys.encode())

            def answered(begin=begin, awaited=awaited, line=isinstance(keys, str) and keys.endswith("\r")):
                # A line itself comes back before it has done anything, with the prompt where it is shown anew.
                answer = seen[begin:].partition(b"\n")[2] if line else seen[begin:]
                return awaited is not None and awaited.encode() in answer

            read_until(answered)
        status = program.wait(DEADLINE)
        after = termios.tcgetattr(terminal)
        return screen(seen), status, [name for name, one, two in zip(SETTINGS, before, after) if one != two]
    except (TimeoutError, subprocess.TimeoutExpired):
        return f"no end; the screen is\n{screen(seen)}", "no end", []
    finally:
        if program.poll() is None:
            program.kill()
            program.wait()
        os.close(master)
        os.close(terminal)


def compare(runner, session):
    """Plays a session on both programs. Returns what differs, or None."""
    name, words, steps = session
    with_guest = name.startswith("%")
    results = {}
    for side in ("stock", "ours"):
        if with_guest:
            runner.renew_guest()
        uri = runner.qemu_uri if with_guest else runner.daemon.test_uri
        folder = runner.folder / f"terminal-{side}"
        folder.mkdir(parents=True, exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder), "INPUTRC": "/dev/null"}
        options = ["--no-pkttyagent"]
        if name.startswith("+"):
            options = []
            agent = folder / "pkttyagent"
            agent.write_text(AGENT)
            agent.chmod(0o755)
            environment["PATH"] = f"{folder}:{environment['PATH']}"
        results[side] = play([*runner.commands[side]("virsh"), *options, "-c", uri, *words], steps, environment, folder, "!" in name)
    if results["stock"][name.startswith("~"):] == results["ours"][name.startswith("~"):]:
        return None
    return "\n".join(f"{side}: status {status}, changed {changed}, screen\n{shown}" for side, (shown, status, changed) in results.items())


def check(counts, runner):
    """Counts each session."""
    for session in SESSIONS:
        counts.check(f"terminal: {session[0]}", compare(runner, session))
