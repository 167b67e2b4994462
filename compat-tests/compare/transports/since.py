"""What the stock library says since a version newer than this machine's (seen with --client sid)."""

import ast
import re
import urllib.parse

AUTH_UNABLE = "error: 84 46 2 -1 Operation not supported: no suitable callback authentication callback was found"
AUTH_FAILED = "error: 9 46 2 -1 operation failed: failed to retrieve user response for authentication callback"
LIBSSH = "error: 98 66 2 -1 libssh transport error: "
LIBSSH2 = "error: 85 50 2 -1 SSH transport error: "
PASSWORD = "error: 45 46 2 -1 authentication failed: "
NO_CALLBACK = "Can't perform authentication: Authentication callback not provided"
NO_KEYBOARD = "Can't perform keyboard-interactive authentication: Authentication callback not provided"
# Errors then and now.
ERRORS = {
    PASSWORD + "Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type": AUTH_UNABLE,
    PASSWORD + "Password request failed": AUTH_FAILED,
    LIBSSH + "no suitable callback for host key verification": AUTH_UNABLE,
    LIBSSH + "no suitable callback for input of key passphrase": AUTH_UNABLE,
    LIBSSH + "no suitable callback for input of keyboard response": AUTH_UNABLE,
    LIBSSH + "failed to retrieve decision to accept host key": AUTH_FAILED,
    LIBSSH + "failed to retrieve private key passphrase: callback has failed": AUTH_FAILED,
    LIBSSH + "failed to retrieve keyboard interactive result: callback has failed": AUTH_FAILED,
    LIBSSH2 + NO_KEYBOARD + " ": LIBSSH2 + NO_KEYBOARD,
    LIBSSH2 + NO_CALLBACK: "error: 8 46 2 -1 invalid argument: Missing authentication credentials",
}
# Cases that ended with an error, and those whose lines they have now.
NOW_LIKE = {f"{library} password from file, nobody to ask": f"{library} password from file" for library in ("libssh", "libssh2")}


def quoted(text):
    """For a shell, as both libraries do it."""
    return "'" + text.replace("'", "'\\''") + "'"


def helper_argument(line, target):
    """Returns a line of arguments in which the URI that the remote helper is given names the daemon's socket, if the URI does."""
    parts = urllib.parse.urlsplit(target)
    words = urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
    told = [f"{name}={urllib.parse.quote(value, safe='')}" for name, value in words if name.lower() in ("mode", "socket")]
    if not told or any(name == "name" for name, _ in words) or parts.scheme.startswith("remote"):
        return line
    plain = f"{parts.scheme.split('+')[0]}://{parts.path}"
    said = ast.literal_eval(line.removeprefix("arguments: ")).decode()
    said = said.replace(f"'{plain}'", f"'{quoted(quoted(f'{plain}?' + '&'.join(told)))}'")
    return "arguments: " + ascii(said.encode())


def as_since(lines, cases):
    """Returns the lines of this machine's stock library, by case, as the version ours is has them."""
    now = {}
    for name, said in lines.items():
        changed = []
        for line in lines[NOW_LIKE.get(name, name)] if NOW_LIKE.get(name, name) in lines else said:
            # The host is no longer a challenge.
            line = re.sub("""^(asked [57] "Enter .*'s password for .*") '.*'$""", r"\1 None", line)
            line = ERRORS.get(line, line)
            if line.startswith("arguments: "):
                line = helper_argument(line, cases[name])
            changed.append(line)
        now[name] = changed
    return now
