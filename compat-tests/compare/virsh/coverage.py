"""Which commands and options the lines use."""

import re
import subprocess


def table(runner, name):
    """Returns the options of each command, as the stock program's help prints them."""
    command = [*runner.commands["stock"](name), "self-test", "--dump-help"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    commands = {}
    for part in text.split("  NAME\n")[1:]:
        command = re.match(r" +(\S+) - ", part).group(1)
        listed = part.partition("  OPTIONS\n")[2]
        commands[command] = re.findall(r"^    \[?--([\w-]+)", listed, re.M)
    return commands


def used(case):
    """Yields the command and the options of each command of a line."""
    words = list(case.words)
    if len(words) == 1:
        words = words[0].replace(";", " ; ").split()
    one = []
    for word in [*words, ";"]:
        if word == ";":
            if one:
                yield one[0], {part[2:].partition("=")[0] for part in one if part.startswith("--")}, len(one) > 1
            one = []
        else:
            one.append(word)


def uncovered(runner, cases):
    """Returns the commands and options that no line uses. An option that stands first may be used without its name."""
    missing = {}
    seen = {}
    for case in cases:
        for command, options, more in used(case):
            seen.setdefault((case.admin, command), set()).update(options | ({"*"} if more else {"+"}))
    for admin, name in ((False, "virsh"), (True, "virt-admin")):
        for command, options in table(runner, name).items():
            there = seen.get((admin, command))
            if there is None:
                missing[f"{name} {command}"] = ["(the command)"]
                continue
            left = [f"--{option}" for number, option in enumerate(options) if option not in there and not (number == 0 and "*" in there)]
            if left:
                missing[f"{name} {command}"] = left
    return missing
