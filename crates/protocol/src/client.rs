//! The remote client's side: every topic follows from one way to exchange bodies.

use std::fmt::Debug;

use oxivirt_model::Result;
use oxivirt_xdr::{Decode, Encode, Reader, Writer};

use crate::{Call, Program, decode_error};

/// A connection that can send the arguments of a call and wait for its reply.
///
/// Whoever implements it has every driver trait.
pub trait Transact: Send + Sync + Debug {
    /// Sends one call and leaves the payload of the reply in `call.reply`.
    ///
    /// `encode` writes the arguments behind the frame header; it may be called again after the
    /// connection gave up on a first attempt.
    ///
    /// # Errors
    /// What the peer answered ([`crate::error_from_wire`]), arguments above their limits
    /// ([`crate::encode_error`]), or a failure of the connection.
    fn transact(
        &self,
        call: &mut Call,
        program: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<()>;
}

/// One call: encode, exchange, decode.
pub(crate) fn transact<'c, R: Decode<'c>>(
    connection: &dyn Transact,
    call: &'c mut Call,
    program: Program,
    procedure: u32,
    args: &dyn Encode,
) -> Result<R> {
    connection.transact(call, program, procedure, &|w| args.encode(w))?;
    R::decode(&mut Reader::new(&call.reply)).map_err(|error| decode_error(error, R::NAME))
}
