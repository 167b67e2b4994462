//! What ssh's words about a failure mean, and what helps: the other host, its key, the user there, the way to the daemon.
use crate::hints::{Advice, service};

/// Where an open wanted to go.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way<'a> {
    /// `ssh`, `libssh` or `libssh2`.
    pub(crate) transport: &'a str,
    pub(crate) host: &'a str,
    /// 0 for ssh's own.
    pub(crate) port: u16,
    pub(crate) user: Option<&'a str>,
    pub(crate) socket: Option<&'a str>,
}

impl Way<'_> {
    /// The same way, for a person at a terminal.
    fn by_hand(&self) -> String {
        let port = match self.port {
            0 => String::new(),
            port => format!("-p {port} "),
        };
        let user = self.user.map(|user| format!("{user}@")).unwrap_or_default();
        format!("ssh {port}{user}{}", self.host)
    }

    /// What is known about a failure with this text, after this question, which nobody answered.
    pub(crate) fn judge(&self, text: &str, question: Option<&str>) -> Advice {
        let host = self.host;
        let about_key = question.is_some_and(|question| question.contains("SSH host key"));
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let (verdict, hint) = if says(&["Could not resolve hostname", "Unable to resolve address"]) {
            (
                format!("the name {host} has no address: {text}"),
                "check the spelling and this machine's resolver".to_owned(),
            )
        } else if says(&["ssh: connect to host", "unable to connect to server"]) {
            (
                format!("no ssh server answers at {host}: {text}"),
                "see whether sshd runs there, at this port, and no firewall is between".to_owned(),
            )
        } else if says(&["IDENTIFICATION HAS CHANGED", "KEY VERIFICATION FAILED"]) {
            (
                format!("{host} is not who it was, its key has changed: {text}"),
                "ask its administrator; only if the new key is right, remove the old one from the known hosts"
                    .to_owned(),
            )
        } else if says(&["REVOKED HOST KEY", "marked as revoked"]) {
            (
                format!("the key of {host} is revoked: {text}"),
                "whoever answers there must not be trusted: ask its administrator".to_owned(),
            )
        } else if about_key || says(&["Host key verification failed", "host key"]) {
            (format!("the key of {host} is not known: {text}"), self.make_known())
        } else if says(&["Permission denied (", "uthenticat", "assphrase"]) {
            (
                format!("{host} does not let user {} in: {text}", self.user.unwrap_or(self.nobody_named())),
                format!("try '{} true' by hand; keys come from the agent, ~/.ssh or ?keyfile=PATH", self.by_hand()),
            )
        } else {
            self.beyond(text)
        };
        Advice { verdict: format!("fails: {verdict}"), hint: Some(hint) }
    }

    /// Nothing came until the deadline.
    pub(crate) fn silent(&self, text: &str) -> Advice {
        let hand = self.by_hand();
        Advice {
            verdict: format!("fails: no word of a daemon from {}: {text}", self.host),
            hint: Some(format!(
                "see how far '{hand} true' comes: silence before it asks or ends is the network's or sshd's, after it the daemon's"
            )),
        }
    }

    /// As whom one logs in when the URI does not say.
    fn nobody_named(&self) -> &'static str {
        if self.transport == "ssh" { "of ssh's choice" } else { "root" }
    }

    fn make_known(&self) -> String {
        if self.transport == "ssh" {
            return format!("run '{} true' once by hand and compare the key that it shows", self.by_hand());
        }
        format!(
            "compare the key and add it to libvirt's own known_hosts (?known_hosts=PATH): ssh-keyscan -p {} {}",
            if self.port == 0 { 22 } else { self.port },
            self.host
        )
    }

    /// The other host let us in.
    fn beyond(&self, text: &str) -> (String, String) {
        let host = self.host;
        let socket = self.socket.unwrap_or("its socket");
        let missing = |program: &str| {
            text.contains(&format!("{program}: not found")) || text.contains(&format!("{program}: command not found"))
        };
        if missing("virt-ssh-helper") {
            return (
                format!("{host} let us in, but has no virt-ssh-helper: {text}"),
                "leave ?proxy=native away, or install libvirt's daemon there".to_owned(),
            );
        }
        if missing("nc") {
            return (
                format!("{host} let us in, but has neither virt-ssh-helper nor nc: {text}"),
                "install libvirt's daemon or netcat-openbsd there; qemu+ssh needs neither where sshd allows forwarding"
                    .to_owned(),
            );
        }
        // sshd says the same whether nobody listens or it may not forward.
        if text.contains("open failed: ") {
            return (
                format!("{host} let us in, but has no nc, and its sshd does not get to {socket} there: {text}"),
                format!(
                    "on {host}: {}; or install netcat-openbsd, or see AllowStreamLocalForwarding in sshd_config",
                    service(socket)
                ),
            );
        }
        if text.contains("Permission denied") {
            let user = self.user.unwrap_or(self.nobody_named());
            return (
                format!("{host} let us in, but user {user} may not connect to {socket}: {text}"),
                format!("on {host}: become a member of the socket's group, or open a /session URI"),
            );
        }
        if ["No such file", "Connection refused"].iter().any(|word| text.contains(word)) {
            return (
                format!("{host} let us in, but no daemon listens at {socket} there: {text}"),
                format!("on {host}: {}; or name another socket with ?socket=PATH", service(socket)),
            );
        }
        (
            text.to_owned(),
            format!("try '{} virsh version' by hand: it must not ask anything that nobody can answer", self.by_hand()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAY: Way<'_> =
        Way { transport: "ssh", host: "h", port: 7, user: Some("u"), socket: Some("/run/libvirt/virtqemud-sock") };

    #[test]
    fn verdicts() {
        for (text, part) in [
            ("ssh: Could not resolve hostname h: Name or service not known", "no address"),
            ("ssh: connect to host h port 7: Connection refused", "no ssh server"),
            ("WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! Host key verification failed.", "has changed"),
            ("WARNING: REVOKED HOST KEY DETECTED! Host key verification failed.", "revoked"),
            ("Can't verify the session host key", "key of h is not known"),
            ("u@h: Permission denied (publickey).", "does not let user u in"),
            ("nc: unix connect failed: Permission denied", "may not connect to /run"),
            ("sh: 1: nc: not found", "neither virt-ssh-helper nor nc"),
            ("sh: 1: virt-ssh-helper: not found", "has no virt-ssh-helper"),
            ("nc: /run/x: No such file or directory", "no daemon listens at /run/libvirt/virtqemud-sock"),
            (
                "channel 2: open failed: connect failed: open failed",
                "its sshd does not get to /run/libvirt/virtqemud-sock",
            ),
            ("something else", "fails: something else"),
        ] {
            let advice = WAY.judge(text, None);
            assert!(advice.verdict.contains(part), "{}", advice.verdict);
            assert!(advice.verdict.contains(text), "{}", advice.verdict);
        }
    }

    #[test]
    fn hints() {
        let hint = |way: Way<'_>, text| way.judge(text, None).hint.unwrap();
        assert!(hint(WAY, "Permission denied (publickey)").contains("'ssh -p 7 u@h true'"));
        assert!(hint(WAY, "nc: /x: No such file").contains("systemctl start virtqemud.socket"));
        let libssh = Way { transport: "libssh", port: 0, user: None, ..WAY };
        assert!(hint(libssh, "Can't verify the session host key").contains("ssh-keyscan -p 22 h"));
        let advice = libssh.silent("Timed out");
        assert!(advice.hint.unwrap().contains("'ssh h true'"));
        let question = Some("Accept SSH host key with hash '01' for host 'h:22' (y/n)?");
        let verdict = libssh.judge("no suitable callback", question).verdict;
        assert!(verdict.contains("the key of h is not known"), "{verdict}");
        let question = Some("Enter root's password for h");
        let text = "no suitable callback authentication callback was found";
        let verdict = libssh.judge(text, question).verdict;
        assert!(verdict.contains("does not let user root in"), "{verdict}");
        let verdict = libssh.judge("failed to authenticate: x", None).verdict;
        assert!(verdict.contains("user root"), "{verdict}");
    }
}
