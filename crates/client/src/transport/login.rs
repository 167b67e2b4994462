//! What a URI says about logging in on the other host, for the libssh and libssh2 transports, and how ssh is told.
use super::library::Library;
use super::ssh_command::remote_command;
use crate::choice::Target;
use oxivirt_conf::Env;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

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
pub(super) struct Login {
    pub(super) verify: Verify,
    pub(super) known_hosts: Vec<u8>,
    pub(super) key: Option<Vec<u8>>,
    pub(super) methods: Vec<Method>,
}

/// Returns the port of ssh.
pub(super) fn port(target: &Target) -> u16 {
    if target.port == 0 { 22 } else { target.port }
}

/// As whom to log in.
pub(super) fn user(target: &Target) -> &[u8] {
    target.user.as_deref().unwrap_or(b"root")
}

impl Login {
    /// Checks in the stock client's order.
    pub(super) fn of(target: &Target, library: Library, env: &impl Env) -> Result<Self> {
        let options = &target.options;
        let invalid = |text: Vec<u8>| Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text);
        let home = || env.home().unwrap_or_else(|| PathBuf::from("/"));
        let known_hosts = options.known_hosts.clone().unwrap_or_else(|| {
            let set = env.variable("XDG_CONFIG_HOME").map(PathBuf::from);
            let folder = set.filter(|folder| folder.is_absolute());
            let folder = folder.unwrap_or_else(|| home().join(".config"));
            OsString::from(folder.join("libvirt/known_hosts")).into_vec()
        });
        let key = options.keyfile.clone().or_else(|| {
            let names = ["identity", "id_dsa", "id_ecdsa", "id_ed25519", "id_rsa"];
            let paths = names.map(|name| home().join(".ssh").join(name));
            let found = paths.into_iter().find(|path| env.exists(path))?;
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
    pub(super) fn arguments(&self, target: &Target, library: Library) -> Result<Vec<Vec<u8>>> {
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

/// Returns a path in the language of ssh's configuration.
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

#[cfg(test)]
#[path = "login_tests.rs"]
pub(super) mod tests;
