//! What only containers have.
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::namespace::Inside;
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::{Error, ErrorCode, ErrorDomain};
use std::os::unix::process::ExitStatusExt;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("lxc-enter-namespace", lxc_enter_namespace)];

fn lxc_enter_namespace(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let namespaces = domain.lxc_open_namespace(0)?;
    let label = if args.has("noseclabel") {
        Default::default()
    } else {
        let model = sh.conn()?.node_security_model()?;
        (model.model.shown(), domain.security_label()?.label.shown())
    };
    sh.flush();
    let inside = Inside { namespaces: &namespaces, label, id: domain.id(), program: args.all("cmd") };
    let (process, status) = inside.run().map_err(|error| Failure::say(error.to_string()))?;
    let how = match (status.code(), status.signal()) {
        (Some(0), _) => return Ok(()),
        (Some(code), _) => format!("exit status {code}"),
        (None, signal) => format!("fatal signal {}", signal.unwrap_or_default()),
    };
    let text = format!("Child process ({process}) unexpected {how}");
    Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text).into())
}
