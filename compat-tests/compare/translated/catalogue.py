"""A catalogue that translates whatever the stock library can ask for: each of its strings stands between angle brackets, and
behind its arguments in reverse order. So one sees in a message which parts of it were looked up, and as what.
"""

import os
import pathlib
import re
import struct
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
# A locale of our own: C and its kin are not translated.
LANGUAGE = "xx"
LOCALE = 'LC_MESSAGES\nyesexpr "^[yY]"\nnoexpr "^[nN]"\nEND LC_MESSAGES\n'
LIBRARIES = ("libvirt", "libvirt-qemu", "libvirt-lxc", "libvirt-admin")
HEADER = b"Language: xx\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
CONVERSION = re.compile(rb"%(?:(\d+)\$)?([-+ #0]*\d*)(\.\*(?:\d+\$)?|\.\d+)?((?:hh|h|ll|l|z|j|t)?[a-zA-Z%])")


def strings(folder):
    """Returns the constants of the stock libraries in a folder."""
    return set().union(*(constants(os.path.join(folder, f"{name}.so.0")) for name in LIBRARIES))


def constants(library):
    """Returns the constants of a library. Linkers let a string be the end of another one."""
    with open(library, "rb") as handle:
        data = handle.read()
    start, size = section(data, b".rodata")
    found = set()
    for text in data[start:start + size].split(b"\0"):
        if 2 <= len(text) <= 4096 and all(byte in b"\n\t" or 32 <= byte < 127 for byte in text):
            found.add(text)
            found.update(text[at.end():] for at in re.finditer(rb" (?=\S)", text) if len(text) - at.end() > 1)
            found.update(text[at.start():] for at in re.finditer(rb"%", text) if len(text) - at.start() > 2)
    return found


def section(data, wanted):
    """Returns where a section of a 64-bit little-endian ELF file is, and how long."""
    table, = struct.unpack_from("<Q", data, 0x28)
    length, count, names = struct.unpack_from("<HHH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQ", data, table + length * index) for index in range(count)]
    base = headers[names][4]
    for name, _, _, _, offset, size in headers:
        end = data.index(b"\0", base + name)
        if data[base + name:end] == wanted:
            return offset, size
    raise ValueError(f"no section {wanted!r}")


def translate(text):
    """Returns the translation of a string."""
    arguments, next_number = [], 1

    def numbered(found):
        nonlocal next_number
        number, flags, precision, kind = found.groups()
        if kind == b"%":
            return b"%%"
        if precision and b"*" in precision:
            if precision == b".*":
                precision = b".*%d$" % next_number
                next_number += 1
            else:
                next_number = int(precision[2:-1]) + 1
        number = int(number) if number else next_number
        next_number = number + 1
        arguments.append(b"%%%d$" % number + flags + (precision or b"") + kind)
        return arguments[-1]

    body = CONVERSION.sub(numbered, text)
    if len(arguments) < 2:
        body = text
        return b"<" + body + b">" if not text.endswith(b"\n") else b"<" + body[:-1] + b">\n"
    return b"<" + b" ".join(reversed(arguments)) + b": " + body + b">"


def spoil(text):
    """A translation that asks for what is not there, where the string is a format; None where it is not."""
    return b"%9$s %s%s%s %n %*d " + text + b" %1$s%" if CONVERSION.search(text) else None


def write(path, entries):
    """A file as msgfmt makes it: ids sorted, no hash table."""
    ids = sorted(entries)
    texts, places = b"", []
    start = 28 + 16 * len(ids)
    for text in [*ids, *(entries[one] for one in ids)]:
        places.append(struct.pack("<II", len(text), start + len(texts)))
        texts += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(ids), 28, 28 + 8 * len(ids), 0, 28 + 16 * len(ids))
    with open(path, "wb") as handle:
        handle.write(head + b"".join(places) + texts)


def make(place, folder, translation=translate):
    """Fills a directory: a locale, its catalogue of the strings of the stock libraries in `folder`, and what programs are started with."""
    messages = os.path.join(place, LANGUAGE, "LC_MESSAGES")
    definition = os.path.join(place, "definition")
    os.makedirs(place, exist_ok=True)
    with open(definition, "w", encoding="ascii") as handle:
        handle.write(LOCALE)
    # It warns of the categories that are not defined.
    subprocess.run(["localedef", "--quiet", "--force", "--no-archive", "-i", definition, os.path.join(place, LANGUAGE)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    entries = {text: other for text in strings(folder) if (other := translation(text))}
    entries[b""] = HEADER
    write(os.path.join(messages, "libvirt.mo"), entries)
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o",
                    os.path.join(place, "translated.so"), str(HERE / "translated.c"), "-ldl"], check=True)
