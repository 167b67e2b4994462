//! From a call to its answer: what is refused at once, which thread works on it, and how the answer goes out.
use super::conn::opens_stream;
use super::incoming::Incoming;
use super::opened::Routed;
use super::{Client, limits, own, registrations};
use crate::admin::Admin;
use crate::errors;
use crate::link::Link;
use crate::server::Member;
use crate::server::Serves;
use crate::string_params;
use oxivirt_log::{log, source::RPC_SERVER};
use oxivirt_model::{Error, Result};
use oxivirt_protocol::{
    Access, Call, Driver, Guarded, Opens, Priority, ProcedureInfo, Program, StreamId, admin, lxc, qemu, remote,
};
use oxivirt_rpc::{Cause, Event, Header, Status};
use std::os::fd::OwnedFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Bytes that most answers do not exceed.
const ANSWER: usize = 256;

/// What a call is answered.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) body: Vec<u8>,
    pub(super) fds: Vec<OwnedFd>,
    /// The session's stream that belongs to the client's.
    pub(super) stream: Option<(StreamId, Arc<Link>)>,
}

impl Client {
    /// Takes calls from the engine while the client may have more of them worked on. `reading`: this is the thread that waits for
    /// sockets, which answers what cannot wait itself.
    pub(super) fn take_calls(&self, reading: bool) {
        loop {
            let mut conn = self.conn.lock();
            if conn.running >= conn.most_running || conn.closing {
                return;
            }
            let Some(Event::Call { header, payload, fds }) = conn.engine.poll_event() else { return };
            conn.running = conn.running.saturating_add(1);
            conn.call_bytes = conn.call_bytes.saturating_add(payload.len());
            let bytes = payload.len();
            conn.closing = self.is_authenticated() && own::closes(Program(header.program), header.procedure);
            drop(conn);
            match self.admit(&header) {
                Ok((program, info)) => {
                    self.begin(Incoming { header, program, info, payload, fds, link: None }, reading);
                }
                Err(error) => self.finish(&header, bytes, Err(error)),
            }
        }
    }

    /// Refuses what nobody needs to look at.
    fn admit(&self, header: &Header) -> Result<(Program, ProcedureInfo)> {
        let program = Program(header.program);
        let served = match self.server.config.serves {
            Serves::Admin => program == Program::ADMIN,
            Serves::Drivers => [Program::REMOTE, Program::QEMU, Program::LXC].contains(&program),
        };
        if !served || program.version() != Some(header.version) {
            return Err(errors::no_program(header));
        }
        if header.status != Status::OK {
            return Err(errors::bad_status(header));
        }
        let info = program.procedure(header.procedure).filter(|info| !info.event);
        let info = info.ok_or_else(|| errors::unknown_procedure(header))?;
        if !self.is_authenticated() && !own::authenticates(program, header.procedure) {
            return Err(errors::authentication_required());
        }
        Ok((program, info))
    }

    /// Has a call worked on, by this thread if that cannot make it wait.
    pub(super) fn begin(&self, call: Incoming, reading: bool) {
        if reading && self.answers_at_once(&call) {
            self.work(call);
            return;
        }
        let Some(me) = self.me.upgrade() else { return };
        let call = match self.route(call) {
            Routed::Ready(call) => call,
            Routed::Connect(opened, group, call) => {
                let work = move || {
                    me.connect(&opened, group, call);
                    me.take_calls(false);
                };
                return self.server.pool.add(false, Box::new(work));
            }
            Routed::Kept => return,
        };
        let Some(call) = self.pass_on(call) else { return };
        if own::waits_for_people(call.program, call.header.procedure) {
            // Workers are for those who have proven who they are. How many there may be is limited with the clients.
            let work = move || {
                me.work(call);
                me.take_calls(false);
            };
            let started = oxivirt_sys::spawn_thread("polkit", work);
            if let Err(error) = started {
                log!(RPC_SERVER, Error, "begin", "a thread cannot be started: {error}");
                self.disconnect();
            }
            return;
        }
        let high = call.info.priority == Priority::High;
        self.server.pool.add(
            high,
            Box::new(move || {
                me.work(call);
                me.take_calls(false);
            }),
        );
    }

    /// Returns true if a call never waits for anything but short locks.
    fn answers_at_once(&self, call: &Incoming) -> bool {
        let asks = self.daemon.policy.access;
        if self.server.config.serves == Serves::Admin || asks || self.found.get().is_none() {
            return false;
        }
        own::answers_at_once(call.program, call.header.procedure)
            || (self.daemon.opener.answers_at_once()
                && call.info.stream.is_none()
                && !call.info.long
                && !own::opens(call.program, call.header.procedure))
    }

    /// Works on a call and answers it.
    fn work(&self, call: Incoming) {
        if self.conn.lock().ended {
            return;
        }
        // What is opened may be newer than the call.
        let mut call = match self.route(call) {
            Routed::Ready(call) => call,
            Routed::Connect(opened, group, call) => return self.connect(&opened, group, call),
            Routed::Kept => return,
        };
        let fds = std::mem::take(&mut call.fds);
        // A driver's mistake costs one call, not the daemon.
        let answer = catch_unwind(AssertUnwindSafe(|| self.answer(&call, fds)));
        let answer = answer.unwrap_or_else(|_| Err(errors::panicked()));
        let reports = registrations::registers(call.program, call.header.procedure);
        let closes = own::closes(call.program, call.header.procedure) && answer.is_ok();
        let bytes = call.payload.len();
        self.finish(&call.header, bytes, answer.map_err(|error| errors::for_client(error, call.info)));
        if reports {
            self.registered();
        }
        if closes {
            let mut conn = self.conn.lock();
            conn.engine.close_when_sent();
            self.after_command(&mut conn);
        }
    }

    fn answer(&self, call: &Incoming, fds: Vec<OwnedFd>) -> Result<Answer> {
        // Whoever has no identity gets no answer.
        self.identity()?;
        let mut context = Call { fds_in: fds, ..Call::new() };
        let mut body = Vec::with_capacity(ANSWER);
        if self.server.config.serves == Serves::Admin {
            let driver = Admin { daemon: &self.daemon };
            admin::dispatch(&driver, &mut context, admin::Procedure(call.header.procedure), &call.payload, &mut body)?;
            return Ok(Answer { body, ..Answer::default() });
        }
        if let Some(own) = own::procedure(call.program, call.header.procedure) {
            if call.is_undecodable() {
                return Err(errors::undecodable());
            }
            if let Some(opened) = self.opened() {
                self.admits_own(&*opened.link.session, call)?;
            }
            own(self, call, &mut body)?;
            return Ok(Answer { body, ..Answer::default() });
        }
        let link = call.link.as_ref().ok_or_else(|| call.without_session())?;
        limits::check(call)?;
        context.opens = opens_stream(&call.header, &call.payload).map(|sparse| Opens { sparse });
        self.dispatch(link, call, &mut context, &mut body)?;
        let stream = context.stream.map(|stream| (stream, Arc::clone(link)));
        Ok(Answer { body, fds: context.fds_out, stream })
    }

    /// Asks the driver, through the guard.
    pub(super) fn dispatch(&self, link: &Link, call: &Incoming, context: &mut Call, body: &mut Vec<u8>) -> Result<()> {
        if let Some(forward) = &link.forward {
            // Whoever answers it holds the rules against it.
            let answer = forward.forward(context, call.program, call.header.procedure, &call.payload);
            body.append(&mut context.reply);
            self.catch_up(link);
            return answer;
        }
        let driver: &dyn Driver = &*link.session;
        let guarded = Guarded::new(driver, self.is_read_only());
        let procedure = call.header.procedure;
        let strings = if link.is_remote() { None } else { string_params::ask(call.program, procedure, &call.payload)? };
        let payload = strings.as_ref().map_or(&call.payload, |strings| &strings.payload);
        let answer = match self.access(&*link.session, call)? {
            None => decoded(&guarded, call, payload, context, body),
            Some(access) => {
                let answer = decoded(&guarded.with_access(&access), call, payload, context, body);
                answer.and_then(|()| access.filter(call.program, procedure, body))
            }
        };
        self.catch_up(link);
        answer?;
        strings.map_or(Ok(()), |strings| strings.answer(body))
    }

    /// Sends an answer.
    pub(super) fn finish(&self, header: &Header, bytes: usize, answer: Result<Answer>) {
        let mut conn = self.conn.lock();
        conn.running = conn.running.saturating_sub(1);
        conn.call_bytes = conn.call_bytes.saturating_sub(bytes);
        if answer.is_err() && own::closes(Program(header.program), header.procedure) {
            // A goodbye that is refused is none.
            conn.closing = false;
        }
        let proven = own::authenticates(Program(header.program), header.procedure) && answer.is_ok();
        let proven = if proven { self.take_proof(&mut conn) } else { None };
        let (sent, stream) = match answer {
            Ok(Answer { body, fds, stream }) => (conn.engine.send_reply(header, &body, fds), stream),
            Err(error) => {
                if opens_stream(header, &[]).is_some() {
                    conn.engine.forget_stream(header.serial);
                }
                (conn.engine.send_error(header, &errors::encoded(&error)), None)
            }
        };
        if let Err(Cause::Unsendable(_)) = sent {
            let error: Error = errors::rpc(oxivirt_model::message!("Unable to encode message payload"));
            // Only the end of the connection prevents this one.
            let _ = conn.engine.send_error(header, &errors::encoded(&error));
        }
        if stream.is_some() && sent.is_err() {
            conn.engine.forget_stream(header.serial);
        }
        if let Some(wrap) = proven {
            conn.wrap_from_here(wrap);
        }
        self.after_command(&mut conn);
        match stream {
            Some((stream, link)) if sent.is_ok() => self.attach_stream(conn, header, stream, link),
            Some((stream, link)) => {
                drop(conn);
                link.session.stream_forget(stream);
            }
            None => {}
        }
    }

    /// Returns a reference to itself, for what outlives the call.
    pub(super) fn shared(&self) -> Option<Arc<Self>> {
        self.me.upgrade()
    }
}

/// Decodes a call and makes it.
fn decoded<A: Access>(
    driver: &Guarded<'_, A>,
    call: &Incoming,
    payload: &[u8],
    context: &mut Call,
    body: &mut Vec<u8>,
) -> Result<()> {
    let procedure = call.header.procedure;
    match call.program {
        Program::QEMU => qemu::dispatch(driver, context, qemu::Procedure(procedure), payload, body),
        Program::LXC => lxc::dispatch(driver, context, lxc::Procedure(procedure), payload, body),
        _ => {
            let answer = remote::dispatch(driver, context, remote::Procedure(procedure), payload, body);
            answer.or_else(|error| own::without_parent(call, error, body))
        }
    }
}
