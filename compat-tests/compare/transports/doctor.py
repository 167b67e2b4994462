"""oxivirt-doctor over ssh: what it makes of hosts, keys, users and daemons that are right or wrong."""

import concurrent.futures
import os
import subprocess

from compare.transports.live import TOGETHER, uri


def check(ground, libdir, counts):
    """Every case must have its verdict, its hint and its exit status."""
    program = os.path.join(libdir, "..", "bin", "oxivirt-doctor")
    ports, place = ground.hosts.ports, ground.place
    strange = ground.at("no such known hosts")
    unknown = ground.ssh_with("unknown", "normal")
    changed, revoked = ground.ssh_with("all changed", "normal"), ground.ssh_with("revoked", "normal")

    def ssh(host="everything", user="root", command=place.ssh, port=None, **more):
        return uri("qemu+ssh", f"{user}@127.0.0.1:{port or ports[host]}", command=command, no_tty="1",
                   keyfile=ground.at("user_key"), **more)

    def libssh(host="everything", user="root", known_hosts=ground.at("known"), **more):
        return uri("qemu+libssh", f"{user}@127.0.0.1:{ports[host]}", sshauth="privkey", known_hosts=known_hosts,
                   keyfile=ground.at("user_key"), **more)

    daemon = {"socket": place.daemon.socket}
    nowhere = {"socket": "/nonexistent/libvirt-sock"}
    manual = f"'ssh -p {ports['everything']} "
    not_known = "verdict: fails: the key of 127.0.0.1 is not known: "
    cases = [
        ("good", ssh(), 0, ["transport ssh, host 127.0.0.1", "running ", "driver: QEMU", "verdict: works: connected to qemu+ssh:"]),
        ("good, libssh", libssh(), 0, ["safe from listeners: yes", "verdict: works: connected to qemu+libssh:"]),
        ("unknown host", ssh(command=unknown), 1, [not_known, f"hint: run {manual}root@127.0.0.1 true' once"]),
        ("unknown host, libssh", libssh(known_hosts=strange), 1, [not_known, "ssh-keyscan -p "]),
        ("changed host", ssh(command=changed), 1, ["verdict: fails: 127.0.0.1 is not who it was", "hint: ask its"]),
        ("changed host, libssh", libssh(known_hosts=ground.at("all changed")), 1, ["verdict: fails: 127.0.0.1 is not who it was"]),
        ("revoked host", ssh(command=revoked), 1, ["verdict: fails: the key of 127.0.0.1 is revoked", "hint: whoever"]),
        ("revoked host, libssh", libssh(known_hosts=ground.at("revoked")), 1, ["verdict: fails: the key of 127.0.0.1 is revoked"]),
        ("wrong user", ssh(user="nosuchuser"), 1, ["verdict: fails: 127.0.0.1 does not let user nosuchuser in: ",
                                                   f"hint: try {manual}nosuchuser@127.0.0.1 true' by hand"]),
        ("wrong user, libssh", libssh(user="nosuchuser"), 1, ["verdict: fails: 127.0.0.1 does not let user nosuchuser in: "]),
        ("no ssh server", ssh(port=place.closed_port), 1, ["verdict: fails: no ssh server answers at 127.0.0.1: "]),
        ("no daemon", ssh(proxy="netcat", **nowhere), 1, [
            "verdict: fails: 127.0.0.1 let us in, but no daemon listens at /nonexistent/libvirt-sock there: ",
            "hint: on 127.0.0.1: systemctl start libvirtd.socket"]),
        ("no daemon, libssh", libssh(proxy="netcat", **nowhere), 1, ["verdict: fails: 127.0.0.1 let us in, but no daemon listens"]),
        ("no nc", ssh("nothing", **daemon), 0, [" -L ", "verdict: works: connected to "]),
        ("no nc, no daemon", ssh("nothing", **nowhere), 1, [" -L ", "its sshd does not get to /nonexistent/libvirt-sock there: "]),
        ("no nc, no forwarding", ssh("no forwarding", **daemon), 1, [" -L ", "its sshd does not get to ", "AllowStreamLocalForwarding"]),
        ("no helper", ssh("nothing", proxy="native"), 1, ["verdict: fails: 127.0.0.1 let us in, but has no virt-ssh-helper: "]),
        ("no nc, libssh", libssh("nothing"), 1, ["but has neither virt-ssh-helper nor nc: "]),
        ("silent host", ssh("mute"), 1, ["verdict: fails: no word of a daemon from 127.0.0.1: "]),
        ("silent command", libssh("silent command"), 1, ["verdict: fails: no word of a daemon from 127.0.0.1: "])]

    def examine(case):
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": place.at("home")}
        return subprocess.run([program, "--timeout", "1" if case[0].startswith("silent") else "300", case[1]], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=600, check=False, start_new_session=True)

    ground.fresh()
    with concurrent.futures.ThreadPoolExecutor(TOGETHER) as pool:
        results = list(pool.map(examine, cases))
    for (name, _, status, words), done in zip(cases, results):
        text = done.stdout.decode("utf-8", "replace")
        missing = [word for word in words if word not in text]
        counts.expect(done.returncode == status and not missing, f"doctor: {name}", f"exit status {done.returncode}",
                    *(f"missing: {word}" for word in missing), *text.splitlines())
