"""What the stock library says since a version newer than this machine's (seen with --client sid)."""

import re


def as_since(outcome):
    """[`error_since`], without the warning that 10.10 does not have, and with the names that functions have by now."""
    warnings = [text for text in outcome[-1] if not text.endswith("usage does not permit key encipherment")]
    warnings = [text.replace("virNetTLSContextCheckCertKey", "virNetTLSCertCheckKey") for text in warnings]
    return [*error_since(outcome[:-1]), warnings]


def error_since(outcome):
    """Returns an error of this machine's stock library as the version ours is has it: checks of the own files have another domain
    and, two of them, another text."""
    if outcome[:3] != ["error", 38, 7]:
        return outcome
    text = re.sub("^Cannot read CA certificate ('.*')", r"CA certificate \1 does not exist", outcome[3])
    text = text.replace("Unable to import CA certificate list", "Unable to import certificate list")
    checked = re.match("The (client|CA) certificate /|The certificate /|Certificate /|Our own certificate |Unable to import ", text)
    return ["error", 38, 0 if checked else 7, text, *outcome[4:]]
