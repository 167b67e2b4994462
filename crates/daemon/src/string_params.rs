//! Typed parameters that are strings, for clients older than those (libvirt 0.9.8): drivers in this process are always told that they may
//! answer strings, as the stock daemon tells its own, and what they answer is taken out again for a client that did not say so.
use crate::errors;
use oxivirt_model::Result;
use oxivirt_model::constants::VIR_TYPED_PARAM_STRING_OKAY;
use oxivirt_protocol::remote::{self, Procedure, TypedParam, TypedParamValue};
use oxivirt_protocol::{Program, net};
use oxivirt_xdr::{Decode, Encode, Reader, Writer};

/// A call whose arguments were changed.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) payload: Vec<u8>,
    /// The client does not know strings.
    takes_none: bool,
    without: fn(&[u8]) -> Result<Vec<u8>>,
}

impl Asked {
    /// Takes out of the result what the client does not know.
    ///
    /// # Errors
    /// The result is not what the procedure has.
    pub(crate) fn answer(&self, body: &mut Vec<u8>) -> Result<()> {
        if self.takes_none {
            *body = (self.without)(body)?;
        }
        Ok(())
    }
}

fn encoded<T: Encode>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = net::MESSAGE_PAYLOAD_MAX as usize;
    value.encode(&mut Writer::new(&mut bytes, most)).map_err(|error| oxivirt_protocol::encode_error(error, ""))?;
    Ok(bytes)
}

fn decoded<'a, T: Decode<'a>>(bytes: &'a [u8]) -> Result<T> {
    T::decode(&mut Reader::cutting_strings(bytes)).map_err(|_| errors::undecodable())
}

fn drop_strings(params: &mut Vec<TypedParam<'_>>) {
    params.retain(|param| !matches!(param.value, TypedParamValue::String(_)));
}

macro_rules! getters {
    ($($procedure:ident($args:ty) -> $ret:ident;)*) => {
        /// Returns the call as the driver gets it; `None` for a procedure that answers no strings.
        ///
        /// # Errors
        /// The arguments cannot be decoded.
        pub(crate) fn ask(program: Program, procedure: u32, payload: &[u8]) -> Result<Option<Asked>> {
            if program != Program::REMOTE {
                return Ok(None);
            }
            match Procedure(procedure) {
                $(Procedure::$procedure => {
                    let mut args: $args = decoded(payload)?;
                    let takes_none = args.flags & VIR_TYPED_PARAM_STRING_OKAY == 0;
                    args.flags |= VIR_TYPED_PARAM_STRING_OKAY;
                    let without = |body: &[u8]| {
                        let mut ret: remote::$ret<'_> = decoded(body)?;
                        drop_strings(&mut ret.params);
                        encoded(&ret)
                    };
                    Ok(Some(Asked { payload: encoded(&args)?, takes_none, without }))
                })*
                _ => Ok(None),
            }
        }
    };
}

getters! {
    NODE_GET_MEMORY_PARAMETERS(remote::NodeGetMemoryParametersArgs) -> NodeGetMemoryParametersRet;
    NODE_GET_SEV_INFO(remote::NodeGetSevInfoArgs) -> NodeGetSevInfoRet;
    DOMAIN_BLOCK_STATS_FLAGS(remote::DomainBlockStatsFlagsArgs<'_>) -> DomainBlockStatsFlagsRet;
    DOMAIN_GET_BLKIO_PARAMETERS(remote::DomainGetBlkioParametersArgs<'_>) -> DomainGetBlkioParametersRet;
    DOMAIN_GET_BLOCK_IO_TUNE(remote::DomainGetBlockIoTuneArgs<'_>) -> DomainGetBlockIoTuneRet;
    DOMAIN_GET_CPU_STATS(remote::DomainGetCpuStatsArgs<'_>) -> DomainGetCpuStatsRet;
    DOMAIN_GET_INTERFACE_PARAMETERS(remote::DomainGetInterfaceParametersArgs<'_>) -> DomainGetInterfaceParametersRet;
    DOMAIN_GET_LAUNCH_SECURITY_INFO(remote::DomainGetLaunchSecurityInfoArgs<'_>) -> DomainGetLaunchSecurityInfoRet;
    DOMAIN_GET_MEMORY_PARAMETERS(remote::DomainGetMemoryParametersArgs<'_>) -> DomainGetMemoryParametersRet;
    DOMAIN_GET_NUMA_PARAMETERS(remote::DomainGetNumaParametersArgs<'_>) -> DomainGetNumaParametersRet;
    DOMAIN_GET_SCHEDULER_PARAMETERS_FLAGS(remote::DomainGetSchedulerParametersFlagsArgs<'_>) -> DomainGetSchedulerParametersFlagsRet;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(flags: u32) -> Vec<u8> {
        encoded(&remote::NodeGetMemoryParametersArgs { nparams: 9, flags }).unwrap()
    }

    fn number(field: &'static str) -> TypedParam<'static> {
        TypedParam { field: field.into(), value: TypedParamValue::Uint(1) }
    }

    #[test]
    fn drivers_may_always_answer_strings_and_old_clients_get_none() {
        let text = TypedParam { field: "text".into(), value: TypedParamValue::String("x".into()) };
        let all = vec![number("a"), text, number("b")];
        let answered = remote::NodeGetMemoryParametersRet { params: all, nparams: 0 };
        for (flags, left) in [(0, 2), (VIR_TYPED_PARAM_STRING_OKAY, 3), (1, 2)] {
            let procedure = Procedure::NODE_GET_MEMORY_PARAMETERS.0;
            let asked = ask(Program::REMOTE, procedure, &call(flags)).unwrap().unwrap();
            assert_eq!(asked.payload, call(flags | VIR_TYPED_PARAM_STRING_OKAY));
            let mut body = encoded(&answered).unwrap();
            asked.answer(&mut body).unwrap();
            let told: remote::NodeGetMemoryParametersRet<'_> = decoded(&body).unwrap();
            assert_eq!(told.params.len(), left);
        }
        assert!(ask(Program::REMOTE, Procedure::DOMAIN_GET_INFO.0, &[]).unwrap().is_none());
        assert!(ask(Program::QEMU, Procedure::NODE_GET_MEMORY_PARAMETERS.0, &[]).unwrap().is_none());
        assert!(ask(Program::REMOTE, Procedure::NODE_GET_MEMORY_PARAMETERS.0, &[0]).is_err());
    }
}
