//! Calls that are passed on to a daemon behind as they are: nobody waits for their answers. The thread that read a call sends it on, under
//! a serial of the connection behind; whoever reads its answer there sends that back, under the client's serial.
//!
//! What is kept is bounded by the client that calls: its calls count as worked on until they are answered (`max_client_requests`), and
//! so do their bytes, whether they wait here or were sent. A daemon behind that takes nothing holds up nobody but its client.
use super::Client;
use super::calls::Answer;
use super::conn::opens_stream;
use super::incoming::Incoming;
use super::{limits, own};
use crate::errors;
use crate::link::Link;
use crate::mailbox::Task;
use oxivirt_client::{EncodedCall, Reply};
use oxivirt_model::{Error, Result};
use oxivirt_protocol::{Opens, ProcedureInfo};
use oxivirt_rpc::Header;
use std::sync::Arc;

impl Client {
    /// Passes a call on if that is all that is to be done about it; returns it otherwise. Never waits.
    pub(super) fn pass_on(&self, mut call: Incoming) -> Option<Incoming> {
        let Some(link) = call.link.take() else { return Some(call) };
        let own = own::procedure(call.program, call.header.procedure).is_some();
        let forward = link.forward.as_ref().filter(|forward| forward.starts());
        let Some(forward) = forward.filter(|_| !own && self.found.get().is_some()) else {
            return Some(Incoming { link: Some(link), ..call });
        };
        let (me, header, info, bytes) = (self.me.clone(), call.header, call.info, call.payload.len());
        let behind = Arc::clone(&link);
        let done = move |answer| {
            if let Some(client) = me.upgrade() {
                client.passed_back(&header, info, bytes, answer, behind);
                client.take_calls(false);
            }
        };
        let sent = limits::check(&call).and_then(|()| {
            let opens = opens_stream(&header, &call.payload).map(|sparse| Opens { sparse });
            let (program, fds) = (call.program, std::mem::take(&mut call.fds));
            let call = EncodedCall { program, procedure: header.procedure, body: &call.payload, fds, opens };
            forward.start(call, Box::new(done))
        });
        match sent {
            Ok(false) => {}
            // Readiness to write is asked for; a session that is not watched yet is looked at as soon as it is.
            Ok(true) => link.token().into_iter().for_each(|token| self.daemon.mailbox.post(Task::Look(token))),
            Err(error) => self.refuse(&call, error),
        }
        None
    }

    /// Sends the answer of the daemon behind `link`.
    fn passed_back(&self, header: &Header, info: ProcedureInfo, bytes: usize, answer: Result<Reply>, link: Arc<Link>) {
        let answer = answer.map(|reply| Answer {
            body: reply.body,
            fds: reply.fds,
            stream: reply.stream.map(|stream| (stream, link)),
        });
        self.finish(header, bytes, answer.map_err(|error| errors::for_client(error, info)));
    }

    /// Answers a call with an error.
    pub(super) fn refuse(&self, call: &Incoming, error: Error) {
        self.finish(&call.header, call.payload.len(), Err(errors::for_client(error, call.info)));
    }
}
