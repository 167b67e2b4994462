//! The console of a domain.
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::Domain;
use oxivirt::domain::State;
use oxivirt_model::constants as c;
use std::io::IsTerminal;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("console", console)];

/// Connects the terminal with a console.
pub(crate) fn run(_: &Shell, domain: &Domain, _: Option<&str>, _: bool, _: u32) -> Done {
    let (state, _) = domain.state(0).or_say(|| "Unable to get domain status")?;
    if state == State::SHUTOFF {
        return Err(Failure::say("The domain is not running"));
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::say("Cannot run interactive console without a controlling TTY"));
    }
    Err(Failure::say("consoles are not supported by this program yet"))
}

fn console(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let device = args.text("devname")?;
    let flags = args.flags(&[("force", c::VIR_DOMAIN_CONSOLE_FORCE), ("safe", c::VIR_DOMAIN_CONSOLE_SAFE)]);
    run(sh, &domain, device, args.has("resume"), flags)
}
