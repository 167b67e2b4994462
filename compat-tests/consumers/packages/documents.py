"""Manual pages and completion, from the unpacked archive: read by the programs that they are made for."""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import tempfile
import time

from consumers.packages.archive import unpack
from consumers.suites import clean_environment
from lib.library import TOP

PAGES = ["virsh", "virt-admin", "oxivirt-doctor", "oxivirt-run"]
# A machine with much other work on it is slow.
DEADLINE = 60
URI = "test:///default"
# What is typed, with Tab keys, and what must come of it when the line is run.
KEYS = f"virsh -c {URI} dominf\tte\t"
DONE = "Autostart:"
# The prompt is not in what the terminal echoes.
BASH = "PS1='rea''dy> '; bind 'set enable-bracketed-paste off' 2>/dev/null; . {share}/bash-completion/completions/virsh.bash\n"
ZSH = ("PS1='rea''dy> '; unsetopt zle_bracketed_paste prompt_sp 2>/dev/null; fpath=({share}/zsh/vendor-completions $fpath); "
       "autoload -Uz compinit && compinit -u -D\n")
# In fish: what is completed, and one of the lines that must come of it.
FISH = {"virsh dominf": "dominfo\tdomain information", "virsh dominfo --dom": "--domain\tdomain name, id or uuid",
        f"virsh -c {URI} dominfo te": "test", "virt-admin server-l": "server-list\tlist available servers on a daemon"}


def check(counts, folder):
    """Checks the pages and the completion."""
    with tempfile.TemporaryDirectory(prefix="documents-") as scratch:
        tree = unpack(folder, scratch)
        environment = {**clean_environment(), "PATH": f"{tree}/bin:{os.environ['PATH']}", "HOME": scratch, "TERM": "dumb",
                       "LIBVIRT_DEFAULT_URI": URI}
        for page in PAGES:
            lint(counts, page, tree / "share" / "man" / "man1" / f"{page}.1")
        for shell, start in (("bash", BASH), ("zsh", ZSH)):
            if not shutil.which(shell):
                counts.skip(f"completion in {shell}", "not installed")
                continue
            command = [shell, "--norc", "--noprofile", "-i"] if shell == "bash" else [shell, "-f", "-i"]
            said = typed(command, start.format(share=tree / "share"), environment)
            counts.check(f"completion in {shell}", "" if DONE in said else said[-2000:])
        fish(counts, tree / "share", environment)
        reference(counts, pathlib.Path(scratch) / "html")


def reference(counts, folder):
    """Counts whether every link of the HTML reference leads somewhere, and every function of the headers is there."""
    subprocess.run(["cargo", "xtask", "reference", "--to", str(folder)], cwd=TOP, check=True)
    pages = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
    names = {page: set(re.findall(r'id="([^"]+)"', text)) for page, text in pages.items()}
    lost, links = [], 0
    for page, text in pages.items():
        for target in re.findall(r'href="([^"]+)"', text):
            links += 1
            file, _, name = target.partition("#")
            there = (folder / file).exists() if file else True
            if not there or (name and name not in names[file or page]):
                lost.append(f"{page}: {target}")
    counts.check("reference: links", "\n".join(lost[:20]) or ("none" if links < 1000 else ""), str(links))
    symbols = set(re.findall(r"\b(vir\w+);", (TOP / "libvirt_sym.version").read_text(encoding="utf-8")))
    missing = sorted(symbols - set().union(*names.values()))
    counts.check("reference: exported symbols", " ".join(missing), str(len(symbols)))


def lint(counts, page, path):
    """Counts what man(1) and mandoc(1) say about a page: nothing."""
    for command in (["man", "--warnings", "--local-file", path], ["mandoc", "-T", "lint", "-W", "warning", path]):
        if not shutil.which(command[0]):
            counts.skip(f"{page}(1)", f"{command[0]} is not installed")
            continue
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                              env={**clean_environment(), "MANWIDTH": "80", "MANPAGER": "cat"})
        # mandoc's complaints are its output, man's output is the page.
        complaint = done.stderr + (done.stdout if command[0] == "mandoc" else "")
        empty = command[0] == "man" and "NAME" not in done.stdout
        counts.check(f"{page}(1): {command[0]}", complaint[:2000] or ("shows no page" if empty else ""))


def typed(command, start, environment):
    """Types the keys into an interactive shell that was told `start`; returns what it showed."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    shown = ""

    def until(text):
        nonlocal shown
        limit = time.monotonic() + DEADLINE
        while text not in shown and time.monotonic() < limit:
            if select.select([terminal], [], [], 1)[0]:
                try:
                    shown += os.read(terminal, 65536).decode(errors="replace")
                except OSError:
                    return

    os.write(terminal, start.encode())
    until("ready> ")
    # One word after the other: what a shell shows while it completes would be in between.
    for keys, wanted in ((KEYS[:KEYS.index("\t") + 1], "dominfo"), (KEYS[KEYS.index("\t") + 1:], "test ")):
        shown = ""
        os.write(terminal, keys.encode())
        until(wanted)
    os.write(terminal, b"\n")
    until(DONE)
    os.write(terminal, b"\nexit\n")
    os.close(terminal)
    os.waitpid(child, 0)
    return shown


def fish(counts, share, environment):
    """Asks fish what it would complete."""
    if not shutil.which("fish"):
        counts.skip("completion in fish", "not installed")
        return
    scripts = "".join(f"source {path}\n" for path in sorted(pathlib.Path(share / "fish" / "vendor_completions.d").iterdir()))
    for line, wanted in FISH.items():
        done = subprocess.run(["fish", "--no-config", "-c", f"{scripts}complete -C '{line}'"], env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        counts.check(f"completion in fish: {line}", "" if wanted in done.stdout.splitlines() else done.stdout[-2000:])
