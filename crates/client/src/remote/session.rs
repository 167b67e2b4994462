//! An open connection to a daemon: every driver procedure is a call over it.
use super::end::from_cause;
use super::limits;
use crate::link::{Channel, Ended, Layer, Link};
use crate::lock::Lock;
use crate::log_lines;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::Connect;
use oxivirt_protocol::{Call, Listener, Program, Session, SessionIo, admin, error_from_wire, remote};
use oxivirt_rpc::{Cause, Header, Kind, Outcome, Status, start_frame};
use oxivirt_sys::OnceBox;
use std::os::fd::RawFd;
use std::sync::Weak;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long closing waits for the daemon's answer. It changes nothing: the daemon cleans up when the connection ends.
const GOODBYE_TIMEOUT: Duration = Duration::from_secs(2);

/// Version of every program.
pub(crate) const VERSION: u32 = 1;

/// What the open sequence features about the daemon; it does not change while the connection lives.
#[derive(Clone, Debug, Default)]
pub(crate) struct DaemonFeatures {
    /// The connection's URI, as virConnectGetURI prints it.
    pub(crate) uri: Vec<u8>,
    /// The transport cannot be overheard.
    pub(crate) secure: bool,
    /// The transport encrypts.
    pub(crate) encrypted: bool,
    /// The process runs an event loop, which keepalive needs.
    pub(crate) event_loop: bool,
    /// The daemon answers pings.
    pub(crate) keepalive: bool,
    /// The daemon filters events by callback.
    pub(crate) event_filter: bool,
    /// The daemon reports the end of a connection it forwards to.
    pub(crate) close_callback: bool,
    /// It was asked to change nothing.
    pub(crate) read_only: bool,
}

/// Whether pings are sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Pings {
    /// They never were.
    Never,
    Running,
    Stopped,
}

/// An open connection. All methods may be called from any thread.
#[derive(Debug)]
pub struct Remote {
    pub(super) link: Link,
    /// Socket or host, for messages.
    pub(super) daemon: String,
    program: Program,
    /// When opening must be done; `None` once it is.
    pub(super) opening_until: Option<Instant>,
    /// How long each call may take that has no deadline of its own, and each wait of a stream.
    pub(super) call_timeout: Option<Duration>,
    features: DaemonFeatures,
    kind: OnceBox<Vec<u8>>,
    said_goodbye: AtomicBool,
    pings: Lock<Pings>,
}

impl Remote {
    /// Speaks over a channel; `programs` are those whose messages are accepted.
    pub(crate) fn new(channel: Channel, programs: &'static [oxivirt_rpc::Program], program: Program) -> Self {
        let daemon = channel.daemon.clone();
        let features =
            DaemonFeatures { secure: channel.secure, encrypted: channel.encrypted, ..DaemonFeatures::default() };
        Self {
            link: Link::new(channel, programs),
            daemon,
            program,
            opening_until: None,
            call_timeout: None,
            features,
            kind: OnceBox::new(),
            said_goodbye: AtomicBool::new(false),
            pings: Lock::new(Pings::Never),
        }
    }

    /// From now on all bytes pass through one more layer. No call may be in flight.
    pub(crate) fn add_layer(&self, layer: Box<dyn Layer>) {
        self.link.add_layer(layer);
    }

    /// All calls end at this time, long ones too; `None` lifts that again.
    pub(crate) fn set_opening_until(&mut self, deadline: Option<Instant>) {
        self.opening_until = deadline;
    }

    /// Calls give up after so long, unless the caller sets a deadline or the operation is a long one by nature; so does
    /// each wait of a stream.
    pub(crate) fn set_call_timeout(&mut self, timeout: Option<Duration>) {
        self.call_timeout = timeout;
    }

    /// When a call without a deadline of its own gives up.
    pub(super) fn default_deadline(&self, program: Program, procedure: u32) -> Option<Instant> {
        if self.opening_until.is_none() && self.call_timeout.is_none() {
            return None;
        }
        let long = program.procedure(procedure).is_some_and(|info| info.long);
        let timeout = self.call_timeout.filter(|_| !long);
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        until.into_iter().chain(self.opening_until).min()
    }

    /// Returns the exit status of the process that carried the connection, when both have ended.
    pub(crate) fn process_status(&self) -> Option<i32> {
        self.link.closed()?;
        self.link.transport_process()?.status()
    }

    pub(crate) fn features(&mut self) -> &mut DaemonFeatures {
        &mut self.features
    }
}

impl Session for Remote {
    // Asked from the daemon only when it chose the driver, once, while opening.
    fn uri(&self) -> &[u8] {
        &self.features.uri
    }

    fn kind(&self) -> Result<&[u8]> {
        if let Some(kind) = self.kind.get() {
            return Ok(kind);
        }
        let mut call = Call::default();
        let reply = self.connect_get_type(&mut call)?;
        Ok(self.kind.get_or_init(|| reply.r#type.0.into_owned()))
    }

    fn is_alive(&self) -> bool {
        self.link.closed().is_none()
    }

    fn is_read_only(&self) -> bool {
        self.features.read_only
    }

    fn admits(&self, procedure: remote::Procedure, elements: usize) -> Result<()> {
        limits::check_elements(procedure, elements)
    }

    fn takes_strings(&self, call: &mut Call) -> Result<bool> {
        let args = remote::ConnectSupportsFeatureArgs { feature: remote::DriverFeature::TYPED_PARAM_STRING.0 };
        Ok(self.connect_supports_feature(call, &args)?.supported != 0)
    }

    fn listen(&self, listener: Weak<dyn Listener>) {
        self.link.listen(listener);
    }

    // VIR_DRV_FEATURE_REMOTE_EVENT_CALLBACK
    fn filters_events(&self) -> bool {
        self.features.event_filter
    }

    // VIR_DRV_FEATURE_REMOTE_CLOSE_CALLBACK
    fn has_close_callback(&self) -> bool {
        self.features.close_callback
    }

    // CONNECT_CLOSE. In a forked child the parent's connection is left alone.
    fn close(&self) -> Result<()> {
        if self.said_goodbye.swap(true, Ordering::AcqRel) || self.link.forked() {
            return Ok(());
        }
        log_lines::closing(&self.daemon);
        let procedure = if self.program == Program::ADMIN {
            admin::Procedure::CONNECT_CLOSE.0
        } else {
            remote::Procedure::CONNECT_CLOSE.0
        };
        let header = call_header(self.program, procedure, Kind::CALL);
        let mut frame = Vec::new();
        start_frame(&mut frame, &header);
        log_lines::call(&header, frame.len());
        let limit = self.call_timeout.map_or(GOODBYE_TIMEOUT, |timeout| timeout.min(GOODBYE_TIMEOUT));
        let ended = self.link.call_last(&header, frame, Instant::now().checked_add(limit));
        self.link.close();
        match ended {
            Ended::With(Outcome::Refused { payload }) => Err(error_from_wire(&payload)),
            Ended::With(Outcome::Failed(cause)) if cause != Cause::Local => {
                Err(from_cause(&cause, self.link.transport_process()))
            }
            _ => Ok(()),
        }
    }

    fn io(&self) -> Option<&dyn SessionIo> {
        Some(self)
    }
}

impl SessionIo for Remote {
    fn is_secure(&self) -> bool {
        self.features.secure
    }

    fn is_encrypted(&self) -> bool {
        self.features.encrypted
    }

    fn has_event_loop(&self) -> bool {
        self.features.event_loop
    }

    fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool> {
        let fault = |text: Vec<u8>| Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text);
        if !self.features.event_loop || !self.is_alive() {
            return Err(fault(message!(
                "the caller doesn't support keepalive protocol; perhaps it's missing event loop implementation"
            ))
            .with_error_domain(ErrorDomain::REMOTE));
        }
        if !self.features.keepalive {
            return Ok(false);
        }
        let mut pings = self.pings.lock();
        let wanted = match u64::try_from(interval) {
            Err(_) | Ok(0) => None,
            // What runs goes on as it is, and an interval is set once: as in the stock library.
            Ok(_) if *pings == Pings::Running => return Ok(true),
            Ok(_) if *pings == Pings::Stopped => return Err(fault(message!("keepalive interval already set"))),
            Ok(seconds) if interval <= i32::MAX / 1000 => Some((Duration::from_secs(seconds), count)),
            Ok(_) => return Err(fault(message!("keepalive interval %1$d too large", interval))),
        };
        match (wanted, *pings) {
            (Some(_), _) => *pings = Pings::Running,
            (None, Pings::Running) => *pings = Pings::Stopped,
            (None, _) => {}
        }
        log_lines::keepalive(interval, count);
        self.link.keepalive(wanted);
        Ok(true)
    }

    fn fd(&self) -> Option<RawFd> {
        self.is_alive().then(|| self.link.fd())
    }

    fn wants_input(&self) -> bool {
        self.link.wants_input()
    }

    fn wants_output(&self) -> bool {
        self.link.wants_output()
    }

    fn on_readable(&self) -> bool {
        self.link.on_readable()
    }

    fn deadline(&self) -> Option<Instant> {
        self.link.deadline()
    }

    fn on_timeout(&self) {
        self.link.on_timeout();
    }
}

/// Returns the header of a call, whose serial is filled in when it is sent.
pub(super) fn call_header(program: Program, procedure: u32, kind: Kind) -> Header {
    Header { program: program.0, version: VERSION, procedure, kind, serial: 0, status: Status::OK }
}

impl Drop for Remote {
    fn drop(&mut self) {
        self.link.close();
    }
}
