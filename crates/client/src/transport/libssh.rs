//! The libssh and libssh2 transports, done by the user's ssh: it is told what the URI says and nothing else (it reads no
//! configuration), asks through the program's callback, and is waited for until the other host let us in.
use super::TransportProcess;
use super::askpass::{Asker, PROGRAM, Question};
use super::library::Library;
use super::process::Start;
use super::ssh::{PASSED, channel, late};
use super::ssh_command::{check_names, remote_command};
use crate::channel::Channel;
use crate::choice::{Env, Process, Target};
use crate::request::Credentials;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::{Interest, PollFd};
use std::ffi::{OsStr, OsString};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How one may prove who one is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Method {
    Agent,
    PrivateKey,
    Password,
    Interactive,
}

impl Method {
    const NAMES: [(&'static str, Self); 4] = [
        ("agent", Self::Agent),
        ("privkey", Self::PrivateKey),
        ("password", Self::Password),
        ("keyboard-interactive", Self::Interactive),
    ];

    /// As ssh calls it.
    pub(super) fn wire_name(self) -> &'static str {
        match self {
            Self::Agent | Self::PrivateKey => "publickey",
            Self::Password => "password",
            Self::Interactive => "keyboard-interactive",
        }
    }
}

/// What happens with a host key that is not known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verify {
    /// The user is asked.
    Normal,
    /// It is added.
    Auto,
    /// No key is looked at.
    Ignore,
}

/// What the URI says about proving who both sides are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Way {
    pub(super) verify: Verify,
    pub(super) known_hosts: Vec<u8>,
    pub(super) key: Option<Vec<u8>>,
    pub(super) methods: Vec<Method>,
}

/// The port of ssh.
pub(super) fn port(target: &Target) -> u16 {
    if target.port == 0 { 22 } else { target.port }
}

/// As whom to log in.
pub(super) fn user(target: &Target) -> &[u8] {
    target.user.as_deref().unwrap_or(b"root")
}

impl Way {
    /// Checks in the stock client's order.
    pub(super) fn of(target: &Target, library: Library, around: &impl Env) -> Result<Self> {
        let options = &target.options;
        let invalid = |text: Vec<u8>| Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text);
        let home = || around.home().unwrap_or_else(|| PathBuf::from("/"));
        let known_hosts = options.known_hosts.clone().unwrap_or_else(|| {
            let set = around.variable("XDG_CONFIG_HOME").map(PathBuf::from);
            let folder = set.filter(|folder| folder.is_absolute());
            let folder = folder.unwrap_or_else(|| home().join(".config"));
            OsString::from(folder.join("libvirt/known_hosts")).into_vec()
        });
        let key = options.keyfile.clone().or_else(|| {
            let names = ["identity", "id_dsa", "id_ecdsa", "id_ed25519", "id_rsa"];
            let paths = names.map(|name| home().join(".ssh").join(name));
            let found = paths.into_iter().find(|path| around.exists(path))?;
            Some(OsString::from(found).into_vec())
        });
        let verify = match options.known_hosts_verify.as_deref() {
            None => Verify::Normal,
            Some(text) if text.eq_ignore_ascii_case(b"normal") => Verify::Normal,
            Some(text) if text.eq_ignore_ascii_case(b"auto") => Verify::Auto,
            Some(text) if text.eq_ignore_ascii_case(b"ignore") => Verify::Ignore,
            Some(other) => return Err(invalid(message!("Invalid host key verification method: '%1$s'", other))),
        };
        let mut methods = Vec::new();
        match options.sshauth.as_deref() {
            None => {
                let all = Method::NAMES.map(|(_, method)| method);
                let able = |method: &Method| *method != Method::PrivateKey || key.is_some();
                methods.extend(all.into_iter().filter(able));
            }
            Some(b"") => {
                return Err(library.error(message!("No authentication methods and credentials provided")));
            }
            Some(list) => {
                for name in list.split(|byte| *byte == b',') {
                    let known = Method::NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes()));
                    let Some((_, method)) = known else {
                        return Err(invalid(message!("Invalid authentication method: '%1$s'", name)));
                    };
                    if *method == Method::PrivateKey && key.is_none() {
                        return Err(
                            library.error(message!("Key file path must be provided for private key authentication"))
                        );
                    }
                    methods.push(*method);
                }
            }
        }
        Ok(Self { verify, known_hosts, key, methods })
    }

    /// Makes the folder of the known hosts, for a key that is about to be added; ssh says so if it cannot.
    pub(super) fn make_folder(&self) {
        let folder = Path::new(OsStr::from_bytes(&self.known_hosts)).parent();
        let _ = folder.map(std::fs::create_dir_all);
    }

    /// Arguments for ssh; it reads its configuration's language in them.
    fn arguments(&self, target: &Target, library: Library) -> Result<Vec<Vec<u8>>> {
        let mut options: Vec<Vec<u8>> = Vec::new();
        let mut set = |name: &str, value: &[u8]| {
            options.push(b"-o".to_vec());
            options.push([name.as_bytes(), b"=", value].concat());
        };
        let strict: &[u8] = match self.verify {
            Verify::Normal => b"ask",
            Verify::Auto => b"accept-new",
            Verify::Ignore => b"no",
        };
        set("StrictHostKeyChecking", strict);
        let file = match self.verify {
            Verify::Ignore => b"/dev/null".to_vec(),
            _ => quoted_path("known_hosts", &self.known_hosts)?,
        };
        set("UserKnownHostsFile", &file);
        if library == Library::Libssh2 || self.verify == Verify::Ignore {
            set("GlobalKnownHostsFile", b"/dev/null");
        }
        if library == Library::Libssh2 {
            set("FingerprintHash", b"md5");
        }
        // Nothing but a new key may change the file.
        set("UpdateHostKeys", b"no");
        set("CheckHostIP", b"no");
        let has = |method| self.methods.contains(&method);
        let switch = |on: bool| if on { b"yes".as_slice() } else { b"no" };
        let mut preferred: Vec<&str> = Vec::new();
        for method in &self.methods {
            let name = method.wire_name();
            if !preferred.contains(&name) {
                preferred.push(name);
            }
        }
        set("PreferredAuthentications", preferred.join(",").as_bytes());
        let keys = has(Method::Agent) || has(Method::PrivateKey);
        set("PubkeyAuthentication", switch(keys));
        set("PasswordAuthentication", switch(has(Method::Password)));
        set("KbdInteractiveAuthentication", switch(has(Method::Interactive)));
        if !has(Method::Agent) {
            set("IdentityAgent", b"none");
        }
        let key = self.key.as_ref().filter(|_| has(Method::PrivateKey));
        let key = key.map(|key| quoted_path("keyfile", key)).transpose()?;
        set("IdentityFile", key.as_deref().unwrap_or(b"none"));
        // Says that the other host let us in, on the socket that nothing else was sent on until now.
        set("PermitLocalCommand", b"yes");
        set("LocalCommand", b"echo");

        let mut arguments: Vec<Vec<u8>> = Vec::new();
        let mut add = |words: &[&[u8]]| arguments.extend(words.iter().map(|word| word.to_vec()));
        add(&[b"-F", b"none"]);
        add(&[b"-p", port(target).to_string().as_bytes(), b"-l", user(target)]);
        add(&[b"-T", b"-e", b"none"]);
        arguments.extend(options);
        let command = remote_command(target)?;
        arguments.extend([b"--".to_vec(), target.hostname.clone(), command]);
        Ok(arguments)
    }
}

/// A path in the language of ssh's configuration.
fn quoted_path(what: &str, path: &[u8]) -> Result<Vec<u8>> {
    let mut quoted = b"\"".to_vec();
    // A bare word would be taken for a home folder or a keyword.
    if !path.starts_with(b"/") {
        quoted.extend_from_slice(b"./");
    }
    let odd = |byte: &u8| byte.is_ascii_control();
    if path.windows(2).any(|pair| pair == b"${") || path.iter().any(odd) {
        let before = format!("{what} '");
        let why = b"' holds characters that cannot be told to ssh";
        let text = [before.as_bytes(), path, why].concat();
        return Err(Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text));
    }
    for byte in path {
        match byte {
            b'"' | b'\\' => quoted.push(b'\\'),
            b'%' => quoted.push(b'%'),
            _ => {}
        }
        quoted.push(*byte);
    }
    quoted.push(b'"');
    Ok(quoted)
}

/// Logs in and starts what reaches the daemon on the other host.
///
/// # Errors
/// The URI is wrong, the host cannot be reached or is not who it should be, nobody can answer its questions, or it does
/// not let us in.
pub(super) fn connect(
    target: &Target,
    credentials: Option<&mut dyn Credentials>,
    deadline: Option<Instant>,
) -> Result<Channel> {
    let library = Library::of(target.transport);
    let way = Way::of(target, library, &Process)?;
    check_names(target)?;
    let arguments = way.arguments(target, library)?;
    if way.verify == Verify::Auto {
        way.make_folder();
    }
    let failed = |error: std::io::Error| {
        let errno = error.raw_os_error().unwrap_or_default();
        Error::system(ErrorDomain::RPC, errno, "Unable to prepare for ssh's questions")
    };
    let program = oxivirt_sys::anonymous_program(c"askpass", PROGRAM).map_err(failed)?;
    let askpass = format!("/proc/{}/fd/{}", std::process::id(), program.as_raw_fd());
    let display = oxivirt_sys::variable("DISPLAY").unwrap_or_else(|| ":0".into());
    let start = Start {
        program: b"ssh",
        arguments: &arguments,
        passed: PASSED,
        set: &[
            ("SSH_ASKPASS", OsStr::new(&askpass)),
            ("SSH_ASKPASS_REQUIRE", OsStr::new("force")),
            // Versions before 8.4 ask this way only with a display and without a terminal.
            ("DISPLAY", &display),
        ],
        session: true,
    };
    let (socket, transport_process) = start.start()?;
    let mut asker = Asker::new(library, target, way.key.clone(), credentials);
    log_in(&way, &mut asker, &socket, &transport_process, deadline)?;
    let transport_process = transport_process.standing_in_for(library);
    Ok(channel(target, socket, transport_process))
}

/// Answers questions until the other host let us in.
fn log_in(
    way: &Way,
    asker: &mut Asker<'_, '_>,
    socket: &OwnedFd,
    transport_process: &TransportProcess,
    deadline: Option<Instant>,
) -> Result<()> {
    /// Longer questions are cut by ssh itself.
    const LONGEST: usize = 65536;
    let ended = |asker: &Asker<'_, '_>| asker.library.failure(asker.target, way, transport_process.said());
    let mut heard: Vec<u8> = Vec::new();
    loop {
        let mut set =
            [PollFd::new(socket.as_raw_fd(), Interest::READ), PollFd::new(transport_process.stderr(), Interest::READ)];
        let ready = oxivirt_sys::poll(&mut set, deadline);
        if ready.map_err(|_| ended(asker))? == 0 {
            return Err(late(asker.target));
        }
        transport_process.overheard();
        let [ours, _] = set;
        if ours.seen().is_empty() {
            continue;
        }
        // One byte at a time: what follows the last one of these is the daemon's.
        let mut byte = [0u8];
        match oxivirt_sys::recv(socket.as_fd(), &mut byte, false) {
            Ok(1..) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => continue,
            Ok(0) | Err(_) => return Err(ended(asker)),
        }
        match byte {
            [b'\n'] if heard.is_empty() => return written(way, asker.library, transport_process),
            [0] => {
                let question = String::from_utf8_lossy(heard.get(1..).unwrap_or_default());
                let text = question.split_once('\n').map_or("", |(_, text)| text);
                let mut answer = asker.answer(text)?;
                if matches!(Question::of(text), Question::HostKey(_)) {
                    way.make_folder();
                }
                let sent = send_answer(socket, &answer);
                answer.fill(0);
                std::hint::black_box(&answer);
                sent.map_err(|_| ended(asker))?;
                heard.clear();
            }
            [other] if heard.len() < LONGEST => heard.push(other),
            _ => {}
        }
    }
}

/// ssh goes on when it could not write a new key down; the stock client does not.
fn written(way: &Way, library: Library, transport_process: &TransportProcess) -> Result<()> {
    let words = transport_process.overheard();
    let words = String::from_utf8_lossy(&words);
    let failed = "Failed to add the host to the list of known hosts";
    if way.verify == Verify::Ignore || !words.contains(failed) {
        return Ok(());
    }
    let file = String::from_utf8_lossy(&way.known_hosts);
    let text = message!("failed to write known_host file '%1$s': %2$s", file, words.trim_end());
    Err(library.error(text))
}

/// An answer ends where a line ends.
fn send_answer(socket: &OwnedFd, answer: &[u8]) -> std::io::Result<()> {
    let line = answer.split(|byte| b"\r\n".contains(byte)).next();
    let mut message = [b"+".as_slice(), line.unwrap_or_default(), b"\n"].concat();
    let mut sent = 0usize;
    let mut result = Ok(());
    while let Some(rest) = message.get(sent..).filter(|rest| !rest.is_empty()) {
        match oxivirt_sys::send(socket.as_fd(), rest, true) {
            Ok(count) => sent = sent.saturating_add(count),
            Err(error) => {
                result = Err(error);
                break;
            }
        }
    }
    message.fill(0);
    std::hint::black_box(&message);
    result
}

#[cfg(test)]
#[path = "libssh_tests.rs"]
mod tests;
