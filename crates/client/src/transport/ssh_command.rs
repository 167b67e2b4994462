//! What ssh is started with, and what runs on the other host, as bytes: the same as the stock client's wherever that is
//! safe. Nothing a URI says may become an option of ssh or a command of a shell.
use crate::choice::{READ_ONLY, Target};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

fn invalid(domain: ErrorDomain, parts: &[&[u8]]) -> Error {
    Error::new(domain, ErrorCode::INVALID_ARG, parts.concat())
}

/// Who speaks to the daemon's socket on the other host.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Proxy {
    /// virt-ssh-helper where it is installed, else nc.
    Auto,
    Netcat,
    Native,
}

impl Proxy {
    fn of(target: &Target) -> Self {
        // Decided with the target, and nothing else is let through there.
        match target.options.proxy.as_deref() {
            Some(b"netcat") => Self::Netcat,
            Some(b"native") => Self::Native,
            _ => Self::Auto,
        }
    }
}

/// Returns true if the place of the daemon's socket on the other host is known, and how to get there left to this
/// library.
pub(super) fn socket_is_known(target: &Target) -> bool {
    let options = &target.options;
    let known = match Proxy::of(target) {
        Proxy::Auto => true,
        Proxy::Netcat => options.socket_given,
        Proxy::Native => false,
    };
    known && options.netcat.is_none()
}

/// Quotes for a shell what is not plain.
fn quoted(text: &[u8]) -> Vec<u8> {
    const SPECIAL: &[u8] = b"\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";
    if text.is_empty() {
        return b"''".to_vec();
    }
    if !text.iter().any(|byte| SPECIAL.contains(byte)) {
        return text.to_vec();
    }
    let mut safe = b"'".to_vec();
    for byte in text {
        if *byte == b'\'' {
            safe.extend_from_slice(b"'\\'");
        }
        safe.push(*byte);
    }
    safe.push(b'\'');
    safe
}

/// Quotes for the shell that ssh's peer starts and for the one that it starts in turn. To be put between two `'` inside
/// the second one's quoted script.
fn twice_quoted(text: &[u8]) -> Vec<u8> {
    quoted(&quoted(text))
}

/// Returns what runs on the other host.
///
/// # Errors
/// A value would become something else on the other host than the URI says.
pub(super) fn remote_command(target: &Target) -> Result<Vec<u8>> {
    let mut proxy = Proxy::of(target);
    check_remote_words(target)?;
    let options = &target.options;
    match (&options.netcat, proxy) {
        (Some(_), Proxy::Auto) => proxy = Proxy::Netcat,
        (Some(_), Proxy::Native) => {
            let text = message!("netcat path not valid with native proxy mode");
            return Err(invalid(ErrorDomain::RPC, &[&text]));
        }
        _ => {}
    }
    let netcat = netcat_script(target);
    let helper = helper_script(target);
    let script = match proxy {
        Proxy::Netcat => netcat,
        Proxy::Native => helper,
        Proxy::Auto => [
            b"which virt-ssh-helper 1>/dev/null 2>&1; if test $? = 0; then     ".as_slice(),
            &helper,
            b"; else    ",
            &netcat,
            b"; fi",
        ]
        .concat(),
    };
    Ok([b"sh -c '".as_slice(), &script, b"'"].concat())
}

/// nc, told to end with its input where it has to be told.
fn netcat_script(target: &Target) -> Vec<u8> {
    let netcat = twice_quoted(target.options.netcat.as_deref().unwrap_or(b"nc"));
    let socket = target.socket.as_ref();
    let path = socket.map(|path| path.as_os_str().as_bytes());
    let path = path.unwrap_or_default();
    // The stock client never quotes the path, so that a plain one has to stay without.
    let socket = if path.is_empty() || quoted(path) == path {
        path.to_vec()
    } else {
        [b"'".as_slice(), &twice_quoted(path), b"'"].concat()
    };
    [
        b"if '".as_slice(),
        &netcat,
        b"' -q 2>&1 | grep \"requires an argument\" >/dev/null 2>&1; then ARG=-q0;else ARG=;fi;'",
        &netcat,
        b"' $ARG -U ",
        &socket,
    ]
    .concat()
}

/// Returns the helper, which finds and starts the daemon by itself.
fn helper_script(target: &Target) -> Vec<u8> {
    let option: &[u8] = if target.flags & READ_ONLY != 0 { b" -r " } else { b" " };
    let name = twice_quoted(&target.helper_name);
    [b"virt-ssh-helper".as_slice(), option, b"'", &name, b"'"].concat()
}

/// Refuses values that would become options or assignments on the other host.
fn check_remote_words(target: &Target) -> Result<()> {
    let refuse = |what: &[u8], value: &[u8], why: &[u8]| {
        let parts: [&[u8]; 5] = [what, b" '", value, b"' ", why];
        Err(invalid(ErrorDomain::RPC, &parts))
    };
    let option: &[u8] = b"begins with '-' and would be taken for an option on the other host";
    if target.helper_name.starts_with(b"-") {
        return refuse(b"name", &target.helper_name, option);
    }
    let socket = target.socket.as_ref();
    let socket = socket.map(|path| path.as_os_str().as_bytes());
    if let Some(path) = socket.filter(|path| path.starts_with(b"-")) {
        return refuse(b"socket", path, option);
    }
    if let Some(netcat) = &target.options.netcat {
        let name = netcat.split(|byte| *byte == b'=').next();
        let word = name.unwrap_or_default();
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        if word.len() < netcat.len() && !word.is_empty() && word.iter().all(plain) {
            let why = b"would be taken for an assignment on the other host";
            return refuse(b"netcat", netcat, why);
        }
    }
    let values = [Some(target.helper_name.as_slice()), socket, target.options.netcat.as_deref()];
    for value in values.into_iter().flatten() {
        if value.contains(&0) {
            return refuse(b"value", value, b"contains a NUL byte");
        }
    }
    Ok(())
}

/// Refuses user and host names that ssh would hand to a shell (in the commands of its configuration) or take for
/// options. Newer versions of ssh refuse the same.
///
/// # Errors
/// What is wrong with which name.
pub(super) fn check_names(target: &Target) -> Result<()> {
    let refuse = |what: &[u8], value: &[u8], why: &[u8]| {
        let parts: [&[u8]; 5] = [what, b" name '", value, b"' ", why];
        Err(invalid(ErrorDomain::RPC, &parts))
    };
    let option: &[u8] = b"begins with '-'";
    let special: &[u8] = b"holds a character that is special to a shell";
    let host = &target.hostname;
    if host.starts_with(b"-") {
        return refuse(b"host", host, option);
    }
    let odd = |byte: &u8| byte.is_ascii_control() || b"'`\"$\\;&<>|(){}, \x0b".contains(byte);
    if host.iter().any(odd) {
        return refuse(b"host", host, special);
    }
    let Some(user) = &target.user else {
        return Ok(());
    };
    if user.starts_with(b"-") {
        return refuse(b"user", user, option);
    }
    let odd = |byte: &u8| byte.is_ascii_control() || b"'`\";&<>|(){}".contains(byte);
    // The backslash of DOMAIN\user is fine, one at the end would quote what follows.
    if user.iter().any(odd) || user.ends_with(b"\\") {
        return refuse(b"user", user, special);
    }
    if user.windows(2).any(|pair| pair == b" -") {
        return refuse(b"user", user, b"holds '-' after a space");
    }
    Ok(())
}

/// Returns the arguments that say where to and as whom: the same for all that is done with ssh.
fn common(target: &Target) -> Vec<Vec<u8>> {
    let mut arguments: Vec<Vec<u8>> = Vec::new();
    let options = &target.options;
    let mut add = |words: &[&[u8]]| arguments.extend(words.iter().map(|word| word.to_vec()));
    if target.port != 0 {
        add(&[b"-p", target.port.to_string().as_bytes()]);
    }
    if let Some(user) = &target.user {
        add(&[b"-l", user]);
    }
    if let Some(keyfile) = &options.keyfile {
        add(&[b"-i", keyfile]);
    }
    add(&[b"-T", b"-e", b"none"]);
    if options.no_tty {
        add(&[b"-o", b"BatchMode=yes"]);
    }
    if options.no_verify {
        add(&[b"-o", b"StrictHostKeyChecking=no"]);
    }
    arguments
}

/// Returns the arguments of ssh, byte for byte the stock client's.
///
/// # Errors
/// Those of [`check_names`] and [`remote_command`].
pub(super) fn arguments(target: &Target) -> Result<Vec<Vec<u8>>> {
    check_names(target)?;
    let command = remote_command(target)?;
    let mut arguments = common(target);
    arguments.extend([b"--".to_vec(), target.hostname.clone(), command]);
    Ok(arguments)
}

/// Returns the arguments of an ssh that makes the socket of the other host's daemon reachable at `local`. It writes a
/// line once the way is open, and ends with its input.
///
/// # Errors
/// Those of [`check_names`], and paths that ssh cannot be told.
pub(super) fn forwarding(target: &Target, local: &Path) -> Result<Vec<Vec<u8>>> {
    check_names(target)?;
    let local = local.as_os_str().as_bytes();
    let socket = target.socket.as_ref();
    let remote = socket.map(|path| path.as_os_str().as_bytes());
    let remote = remote.unwrap_or_default();
    // ssh tells a path from a port by the slash, and its end by the colon.
    if !remote.starts_with(b"/") || remote.iter().any(|byte| b":\\%$\0".contains(byte)) {
        let parts: [&[u8]; 3] = [b"socket '", remote, b"' cannot be reached by forwarding"];
        return Err(invalid(ErrorDomain::RPC, &parts));
    }
    let mut arguments = common(target);
    let forward = [local, b":", remote].concat();
    let rest: [&[u8]; 9] = [
        b"-o",
        b"ExitOnForwardFailure=yes",
        b"-o",
        b"ControlPath=none",
        b"-L",
        &forward,
        b"--",
        &target.hostname,
        b"echo && exec cat",
    ];
    arguments.extend(rest.iter().map(|word| word.to_vec()));
    Ok(arguments)
}

#[cfg(test)]
#[path = "ssh_command_tests.rs"]
mod tests;
