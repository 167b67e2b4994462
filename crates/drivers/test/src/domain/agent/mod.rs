//! The agent in the guest, for what the stock library's driver does not make up: its answers come from the node file. A domain without
//! them has no agent, and these functions are not supported then, as in the stock library.
mod info;
pub(super) mod json;

use super::stand_in::{Agent, Vcpus};
use super::{Domain, check_flags};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::{errors, params};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::Qemu;
use oxivirt_protocol::{Call, qemu, remote};
use oxivirt_xdr::Str;
use oxivirt_xml::value::{Nodeset, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Returns the agent's answer that a command cannot be done.
fn failed(command: &str, why: &str) -> Error {
    let text = message!("unable to execute QEMU agent command '%1$s': %2$s", command, why);
    Error::new(FROM, ErrorCode::AGENT_COMMAND_FAILED, text)
}

fn check_timeout(timeout: i32) -> Result<()> {
    let least = VIR_DOMAIN_QEMU_AGENT_COMMAND_MIN;
    if timeout >= least {
        return Ok(());
    }
    let text = message!("guest agent timeout '%1$d' is less than the minimum '%2$d'", timeout, least);
    Err(errors::invalid_argument(FROM, text))
}

fn bitmap(set: &BTreeSet<u32>) -> String {
    Nodeset(set.clone()).text().into_owned()
}

fn set_vcpus(vcpus: &mut Vcpus, wanted: &BTreeSet<u32>, online: bool) -> Result<()> {
    let fixed = wanted.iter().find(|one| vcpus.all.contains(one) && !vcpus.offlinable.contains(one));
    if let (Some(fixed), false) = (fixed, online) {
        let text = message!("vCPU '%1$u' is not offlinable", *fixed);
        return Err(Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text));
    }
    let missing: Nodeset = wanted.difference(&vcpus.all).copied().collect();
    if !missing.0.is_empty() {
        return Err(errors::invalid_argument(FROM, message!("guest is missing vCPUs '%1$s'", missing.text())));
    }
    if online {
        vcpus.online.extend(wanted);
    } else {
        vcpus.online.retain(|one| !wanted.contains(one));
    }
    Ok(())
}

impl TestSession {
    /// Calls `then` with a domain and its agent. `method` is what is not supported without one.
    fn agent<R>(
        &self,
        dom: &remote::NonnullDomain<'_>,
        method: &'static str,
        then: impl FnOnce(&Domain, &mut Agent) -> Result<R>,
    ) -> Result<R> {
        let asked = self.domain(dom, |domain, _| {
            // It is taken out so that the domain can be looked at too.
            let Some(mut stand_in) = domain.stand_in.take() else { return Ok(None) };
            let result = stand_in.agent.as_mut().map(|agent| {
                if domain.state.0 != VIR_DOMAIN_RUNNING {
                    return Err(errors::invalid_operation(FROM, message!("domain is not running")));
                }
                if !agent.connected {
                    let text = message!("QEMU guest agent is not connected");
                    return Err(Error::new(FROM, ErrorCode::AGENT_UNRESPONSIVE, text));
                }
                then(domain, agent)
            });
            domain.stand_in = Some(stand_in);
            Ok(result)
        });
        match asked {
            Ok(Some(result)) => result,
            Ok(None) | Err(_) => Err(Error::missing_method(method)),
        }
    }

    pub(super) fn guest_info(
        &self,
        args: &remote::DomainGetGuestInfoArgs<'_>,
    ) -> Result<Vec<remote::TypedParam<'static>>> {
        let types = if args.types == 0 { info::TYPES } else { args.types };
        let (definition, mut told, load) = self.agent(&args.dom, "domain_get_guest_info", |domain, agent| {
            check_flags("testDomainGetGuestInfo", args.flags, 0)?;
            let unknown = types & !info::TYPES;
            if unknown != 0 {
                let text = message!("unsupported guest information types '0x%1$x'", unknown);
                return Err(errors::invalid_argument(FROM, text));
            }
            let mut load = Vec::new();
            if types & VIR_DOMAIN_GUEST_INFO_LOAD != 0 {
                info::load(agent, &mut load);
            }
            Ok((Arc::clone(&domain.definition), info::of(domain, agent, types), load))
        })?;
        if types & VIR_DOMAIN_GUEST_INFO_INTERFACES != 0 {
            // The domain is not locked any more: networks are asked.
            told.extend(info::addresses_of(self.driver()?, &definition)?);
        }
        told.extend(load);
        Ok(told)
    }

    pub(super) fn guest_vcpus(
        &self,
        args: &remote::DomainGetGuestVcpusArgs<'_>,
    ) -> Result<Vec<remote::TypedParam<'static>>> {
        self.agent(&args.dom, "domain_get_guest_vcpus", |_, agent| {
            check_flags("testDomainGetGuestVcpus", args.flags, 0)?;
            let vcpus = &agent.vcpus;
            let sets = [("vcpus", &vcpus.all), ("online", &vcpus.online), ("offlinable", &vcpus.offlinable)];
            Ok(sets.map(|(name, set)| params::string(name, bitmap(set))).to_vec())
        })
    }

    pub(super) fn set_guest_vcpus(&self, args: &remote::DomainSetGuestVcpusArgs<'_>) -> Result<()> {
        self.agent(&args.dom, "domain_set_guest_vcpus", |_, agent| {
            check_flags("testDomainSetGuestVcpus", args.flags, 0)?;
            if !(0..=1).contains(&args.state) {
                let text = message!("unsupported state value");
                return Err(errors::invalid_argument(FROM, text));
            }
            let wanted = Nodeset::parse(&args.cpumap.to_str_lossy()).filter(|set| !set.0.is_empty());
            let wanted = wanted.ok_or_else(|| {
                let text = message!("no vcpus selected for modification");
                errors::invalid_argument(FROM, text)
            })?;
            set_vcpus(&mut agent.vcpus, &wanted.0, args.state == 1)
        })
    }

    pub(super) fn set_response_timeout(&self, args: &remote::DomainAgentSetResponseTimeoutArgs<'_>) -> Result<i32> {
        self.agent(&args.dom, "domain_agent_set_response_timeout", |_, _| {
            check_flags("testDomainAgentSetResponseTimeout", args.flags, 0)?;
            check_timeout(args.timeout)?;
            Ok(0)
        })
    }

    pub(super) fn ssh_keys(&self, args: &remote::DomainAuthorizedSshKeysGetArgs<'_>) -> Result<Vec<Str<'static>>> {
        self.agent(&args.dom, "domain_authorized_ssh_keys_get", |_, agent| {
            check_flags("testDomainAuthorizedSSHKeysGet", args.flags, 0)?;
            let keys = agent.keys.get(&*args.user.to_str_lossy());
            let keys = keys.ok_or_else(|| failed("guest-ssh-get-authorized-keys", "no such user"))?;
            Ok(keys.iter().map(|key| key.clone().into()).collect())
        })
    }

    pub(super) fn set_ssh_keys(&self, args: &remote::DomainAuthorizedSshKeysSetArgs<'_>) -> Result<()> {
        let (append, remove) = (VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND, VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE);
        self.agent(&args.dom, "domain_authorized_ssh_keys_set", |_, agent| {
            check_flags("testDomainAuthorizedSSHKeysSet", args.flags, append | remove)?;
            let keys = agent.keys.get_mut(&*args.user.to_str_lossy());
            let keys = keys.ok_or_else(|| failed("guest-ssh-add-authorized-keys", "no such user"))?;
            let given = args.keys.iter().map(|key| key.to_str_lossy().into_owned());
            if args.flags & remove != 0 {
                let given: Vec<_> = given.collect();
                keys.retain(|key| !given.contains(key));
                return Ok(());
            }
            if args.flags & append == 0 {
                keys.clear();
            }
            for key in given {
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            Ok(())
        })
    }
}

impl Qemu for TestSession {
    fn qemu_domain_agent_command<'c>(
        &self,
        _: &'c mut Call,
        args: &qemu::DomainAgentCommandArgs<'_>,
    ) -> Result<qemu::DomainAgentCommandRet<'c>> {
        let result = self.agent(&args.dom, "qemu_domain_agent_command", |_, agent| {
            check_flags("testDomainQemuAgentCommand", args.flags, 0)?;
            check_timeout(args.timeout)?;
            let text = args.cmd.to_str_lossy();
            let members = json::members(&text)
                .map_err(|why| errors::internal(FROM, message!("cannot parse json %1$s: %2$s", text, why)))?;
            let command = members.get("execute").map(String::as_str).unwrap_or_default();
            match agent.replies.get(command) {
                Some(reply) => Ok(reply.clone()),
                None if command == "guest-ping" => Ok("{\"return\":{}}".to_owned()),
                None => Err(failed(command, &format!("The command {command} has not been found"))),
            }
        })?;
        Ok(qemu::DomainAgentCommandRet { result: Some(result.into()) })
    }
}
