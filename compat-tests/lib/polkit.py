"""A stock daemon whose read-write socket asks a polkitd of its own; both live in the daemon's namespaces. See daemon()."""

from lib.roots import Root

RULES = "/etc/polkit-1/rules.d/10-test.rules"
# Asking for its name on the bus starts polkitd.
BEFORE = [
    ["mkdir", "-p", "/run/dbus"],
    ["dbus-daemon", "--system", "--fork", "--nopidfile"],
    ["dbus-send", "--system", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.StartServiceByName",
     "string:org.freedesktop.PolicyKit1", "uint32:0"],
]


def unfit():
    """Returns why such a daemon cannot run here, or None."""
    root = Root("host")
    why = root.unfit()
    if why is None and not (root.path / "usr/lib/polkit-1/polkitd").exists():
        why = "polkitd is not installed"
    return why


def daemon(answers):
    """Returns a daemon to use as a context manager. `answers`: user -> what the rules say of org.libvirt.unix.manage (YES, NO,
    AUTH_ADMIN). Its clients must be run with `beside()`: else it cannot name the calling process to polkit."""
    cases = "".join(f' if (subject.user == "{user}") return polkit.Result.{result};' for user, result in answers.items())
    rules = f'polkit.addRule(function(action, subject) {{ if (action.id != "org.libvirt.unix.manage") return; {cases} }});\n'
    return Root("host").start(conf={"auth_unix_rw": "polkit"}, files={RULES: rules}, before=BEFORE)
