"""The wire IDL as data: which types a reply holds, where its counts stand, and a small valid reply for any procedure.

Reads crates/protocol/idl; nothing about a procedure is written down here a second time.
"""

import os
import re
import struct

TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "crates", "protocol", "idl")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
PADDING = 4
FEW = 2048
# Fields that repeat the length of the array beside them.
LENGTHS = ("ret", "nparams", "nerrors", "num")
UUID = bytes(range(16, 32))


class WireError(ValueError):
    """The payload is not an encoding of the type."""


class Mark:
    """A word of a payload that a peer could lie in."""

    __slots__ = ("at", "kind", "value", "limit", "name", "size")

    def __init__(self, at, kind, value, limit=0, name="", size=4):
        self.at, self.kind, self.value, self.limit, self.name, self.size = at, kind, value, limit, name, size


class Field:
    """A declaration: its type and how often it occurs."""

    __slots__ = ("type", "name", "shape", "limit")

    def __init__(self, type_, name, shape, limit):
        self.type, self.name, self.shape, self.limit = type_, name, shape, limit


_FIELD = re.compile(r"^(?P<type>[\w ]+?)\s*(?P<star>\*)?\s*(?P<name>\w+)\s*(?:<(?P<most>\w*)>|\[(?P<exact>\w+)\])?$")
_CALL = re.compile(r"(\w+)\s+([A-Z]+?)_PROC_(\w+)\s*\((\w+)\)\s*=\s*(\d+)\s*;")
_PROGRAM = re.compile(r"program\s+(\w+?)_PROGRAM\s*\{\s*version\s+\w+\s*\{(.*?)\}\s*=\s*(\d+)\s*;\s*\}\s*=\s*(\w+)\s*;", re.S)
SCALARS = {"int": ">i", "unsigned int": ">I", "unsigned": ">I", "char": ">i", "unsigned char": ">I", "short": ">i",
           "unsigned short": ">I", "hyper": ">q", "unsigned hyper": ">Q", "double": ">d"}


class Idl:
    """Everything the files define."""

    def __init__(self):
        self.constants, self.types, self.procedures, self.programs, self.events = {}, {}, {}, {}, set()
        texts = []
        for folder, _, files in sorted(os.walk(TOP)):
            for file in sorted(files):
                with open(os.path.join(folder, file), encoding="utf-8") as handle:
                    texts.append(COMMENT.sub("", handle.read()))
        for text in texts:
            for name, value in re.findall(r"const\s+(\w+)\s*=\s*(\w+)\s*;", text):
                self.constants[name] = value
        for text in texts:
            self.definitions(text)
            self.calls(text)

    def number(self, text):
        """Returns a literal or the value of a constant."""
        while text in self.constants:
            text = self.constants[text]
        return int(text, 0) if text else 0xFFFFFFFF

    def field(self, text):
        """`type name<limit>` and its relatives."""
        match = _FIELD.match(" ".join(text.split()))
        if not match:
            raise WireError(f"not a declaration: {text!r}")
        type_ = match["type"].strip().removeprefix("struct ").removeprefix("enum ")
        if match["star"]:
            return Field(type_, match["name"], "optional", 1)
        if match["exact"]:
            return Field(type_, match["name"], "fixed", self.number(match["exact"]))
        if match["most"] is not None:
            return Field(type_, match["name"], "bounded", self.number(match["most"]))
        return Field(type_, match["name"], "one", 1)

    def definitions(self, text):
        """Types of one file."""
        for name, body in re.findall(r"\bstruct\s+(\w+)\s*\{(.*?)\}\s*;", text, re.S):
            self.types[name] = ("struct", [self.field(part) for part in body.split(";") if part.strip()])
        for name, body in re.findall(r"\benum\s+(\w+)\s*\{(.*?)\}\s*;", text, re.S):
            values = [int(value, 0) for value in re.findall(r"=\s*(-?\w+)", body)]
            self.types[name] = ("enum", values)
        for name, body in re.findall(r"\bunion\s+(\w+)\s+switch\s*\([^)]*\)\s*\{(.*?)\}\s*;", text, re.S):
            arms = re.findall(r"case\s+(\w+)\s*:\s*([^;]+);", body)
            self.types[name] = ("union", {self.number(case): self.field(arm) for case, arm in arms})
        for body in re.findall(r"\btypedef\s+([^;{}]+);", text):
            field = self.field(body)
            self.types[field.name] = ("alias", field)

    def calls(self, text):
        """Procedures of one file."""
        for program, body, version, number in _PROGRAM.findall(text):
            program = program.lower()
            self.programs[program] = (self.number(number), int(version))
            for answer, _, name, argument, procedure in _CALL.findall(body):
                key = (program, int(procedure))
                self.procedures[key] = (name, argument, answer)
                if argument.endswith("_msg"):
                    self.events.add(key)

    def answer(self, program, procedure):
        """Returns the type of a procedure's reply; None when it has none or the number is unknown."""
        _, _, answer = self.procedures.get((program, procedure), ("", "", "void"))
        return None if answer == "void" else answer

    def event(self, program, procedure):
        """Returns the type of an event's body; None when the number is none."""
        return self.procedures[program, procedure][1] if (program, procedure) in self.events else None

    def to_callback(self, program, procedure):
        """Returns true if an event goes to one registered callback: its body begins with that one's number. Or the event has none."""
        first = self.types[self.event(program, procedure)][1][0]
        return first.name in ("callbackID", "reason")

    def holds_array(self, program, procedure):
        """Returns true if an array stands directly in a reply."""
        kind, detail = self.types.get(self.answer(program, procedure), ("", []))
        return kind == "struct" and any(f.shape == "bounded" and f.type not in ("opaque", "string") for f in detail)

    # Reading.

    def read(self, type_, payload):
        """Returns the value and its marks. Bytes behind the value are allowed; a length beyond limit or frame is not."""
        marks = []
        value, _ = self.read_type(type_, payload, 0, marks, type_)
        return value, marks

    def word(self, form, payload, at):
        """One scalar."""
        size = struct.calcsize(form)
        if at + size > len(payload):
            raise WireError(f"ends at {len(payload)}, wanted {at + size}")
        return struct.unpack_from(form, payload, at)[0], at + size

    def read_type(self, type_, payload, at, marks, name):
        if type_ in SCALARS:
            form = SCALARS[type_]
            value, end = self.word(form, payload, at)
            marks.append(Mark(at, "scalar", value, name=name, size=end - at))
            return value, end
        kind, detail = self.types[type_]
        if kind == "alias":
            return self.read_field(detail, payload, at, marks, name)
        if kind == "enum":
            value, end = self.word(">i", payload, at)
            marks.append(Mark(at, "scalar", value, name=name))
            return value, end
        if kind == "union":
            value, end = self.word(">i", payload, at)
            marks.append(Mark(at, "union", value, name=name))
            if value not in detail:
                raise WireError(f"{name}: no arm {value}")
            inner, end = self.read_field(detail[value], payload, end, marks, name)
            return (value, inner), end
        result = {}
        for field in detail:
            result[field.name], at = self.read_field(field, payload, at, marks, field.name)
        return result, at

    def read_field(self, field, payload, at, marks, name):
        if field.shape == "one":
            return self.read_type(field.type, payload, at, marks, name)
        if field.shape == "optional":
            value, end = self.word(">I", payload, at)
            marks.append(Mark(at, "optional", value, name=name))
            if value > 1:
                raise WireError(f"{name}: neither there nor absent")
            return self.read_type(field.type, payload, end, marks, name) if value else (None, end)
        count = field.limit
        if field.shape == "bounded":
            count, end = self.word(">I", payload, at)
            marks.append(Mark(at, "text" if field.type == "string" else "count", count, field.limit, name))
            if count > field.limit:
                raise WireError(f"{name}: {count} of {field.limit}")
            at = end
        if field.type in ("opaque", "string"):
            end = at + count + -count % PADDING
            if end > len(payload):
                raise WireError(f"{name}: ends at {len(payload)}, wanted {end}")
            return payload[at:at + count], end
        values = []
        # The characters of a fixed array are no interesting place.
        inner = marks if field.type != "char" else []
        for _ in range(count):
            value, at = self.read_type(field.type, payload, at, inner, name)
            values.append(value)
        return values, at

    def limits(self, type_):
        """Returns the arrays directly in a reply that have few enough elements to send that many: (name, limit)."""
        kind, detail = self.types[type_]
        fields = detail if kind == "struct" else []
        return [(f.name, f.limit) for f in fields if f.shape == "bounded" and f.type not in ("opaque", "string")
                and f.limit <= FEW]

    # Writing.

    def sample(self, type_, wanted=None, elements=2):
        """Returns a small valid encoding; `wanted` gives some top-level fields another value (a number, bytes or a list's length).
        With `only_count` in it, arrays are empty and their lengths 3, as in the answer to "how many?"."""
        wanted = dict(wanted or {})
        kind, detail = self.types[type_]
        if wanted.pop("only_count", False):
            wanted.update({f.name: 0 for f in detail if f.shape == "bounded" and f.type != "opaque"})
            wanted.update({f.name: 3 for f in detail if f.name in LENGTHS})
        if kind != "struct":
            return self.make_type(type_, elements)
        lengths = [wanted.get(f.name, elements) for f in detail if f.shape == "bounded" and f.type != "opaque"]
        out = []
        for field in detail:
            value = wanted.get(field.name)
            if field.shape == "bounded" and field.type == "opaque":
                data = value if isinstance(value, bytes) else b"\x01\x02\x03\x04"
                out.append(struct.pack(">I", len(data)) + data + bytes(-len(data) % PADDING))
            elif field.shape == "bounded" and isinstance(value, int):
                out.append(struct.pack(">I", value) + b"".join(self.make_type(field.type, elements, i) for i in range(value)))
            elif isinstance(value, int):
                out.append(struct.pack(SCALARS[field.type], value))
            elif field.name in LENGTHS and lengths:
                out.append(struct.pack(SCALARS[field.type], lengths[0]))
            else:
                out.append(self.make_field(field, elements))
        return b"".join(out)

    def make_type(self, type_, elements, nth=0):
        if type_ in SCALARS:
            return struct.pack(SCALARS[type_], 1)
        kind, detail = self.types[type_]
        if kind == "alias":
            return self.make_field(detail, elements, nth)
        if kind == "enum":
            return struct.pack(">i", detail[0])
        if kind == "union":
            arm = (7, 4, 1, 5)[nth % 4]
            return struct.pack(">i", arm) + self.make_field(detail[arm], elements)
        return b"".join(self.make_field(field, elements, nth) for field in detail)

    def make_field(self, field, elements, nth=0):
        if field.shape == "one":
            return self.make_type(field.type, elements, nth)
        if field.shape == "optional":
            return struct.pack(">I", 1) + self.make_type(field.type, elements)
        if field.shape == "fixed":
            if field.type == "opaque":
                return (UUID * field.limit)[:field.limit] + bytes(-field.limit % PADDING)
            return b"".join(self.make_type(field.type, elements) for _ in range(field.limit))
        if field.type in ("opaque", "string"):
            data = b"name%d" % nth if field.type == "string" else b"\x01\x02\x03\x04"
            return struct.pack(">I", len(data)) + data + bytes(-len(data) % PADDING)
        return struct.pack(">I", elements) + b"".join(self.make_type(field.type, elements, i) for i in range(elements))
