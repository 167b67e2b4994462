//! A call on its way to its answer, and the functions that answer the daemon's own procedures.
use super::Client;
use crate::errors;
use crate::link::Link;
use oxivirt_model::{Error, Result};
use oxivirt_protocol::{Part, ProcedureInfo, Program, lxc, net, qemu, remote};
use oxivirt_rpc::Header;
use oxivirt_xdr::{Decode, Encode, Reader, Writer};
use std::os::fd::OwnedFd;
use std::sync::Arc;

/// A call as it came.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) header: Header,
    pub(super) program: Program,
    pub(super) info: ProcedureInfo,
    pub(super) payload: Vec<u8>,
    pub(super) fds: Vec<OwnedFd>,
    /// The session that it goes to, once that is known.
    pub(super) link: Option<Arc<Link>>,
}

impl Incoming {
    /// Returns the same call with another body.
    pub(super) fn with_payload(&self, payload: Vec<u8>) -> Self {
        let link = self.link.clone();
        Self { header: self.header, program: self.program, info: self.info, payload, fds: Vec::new(), link }
    }

    /// Returns true if the body is no encoding of the procedure's arguments.
    pub(super) fn is_undecodable(&self) -> bool {
        let (number, part) = (self.header.procedure, Part::Args);
        let mut encoded = Vec::new();
        let recoded = match self.program {
            Program::QEMU => qemu::recode(qemu::Procedure(number), part, &self.payload, &mut encoded),
            Program::LXC => lxc::recode(lxc::Procedure(number), part, &self.payload, &mut encoded),
            _ => remote::recode(remote::Procedure(number), part, &self.payload, &mut encoded),
        };
        matches!(recoded, Some(Err(_)))
    }

    /// Returns the error of a call before the connection is open: what cannot be decoded comes first.
    pub(super) fn without_session(&self) -> Error {
        if self.is_undecodable() { errors::undecodable() } else { errors::not_open(self.info) }
    }
}

/// Answers a call: decodes the arguments and appends the encoded result.
pub(super) type Own = fn(&Client, &Incoming, &mut Vec<u8>) -> Result<()>;

/// Decodes the arguments.
pub(super) fn arguments<'a, T: Decode<'a>>(call: &'a Incoming) -> Result<T> {
    T::decode(&mut Reader::cutting_strings(&call.payload)).map_err(|_| errors::undecodable())
}

/// Appends the encoded result.
pub(super) fn answer<T: Encode>(result: &T, out: &mut Vec<u8>) -> Result<()> {
    let max = net::MESSAGE_PAYLOAD_MAX as usize;
    result.encode(&mut Writer::new(out, max)).map_err(|error| oxivirt_protocol::encode_error(error, ""))
}
