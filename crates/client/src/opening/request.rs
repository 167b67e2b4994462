//! What a caller of [`crate::open`] says.
use crate::steps::OpenObserver;
use oxivirt_conf::Credentials;
use std::sync::Arc;
use std::time::Duration;

/// How to open a connection.
#[derive(Debug, Default)]
pub struct OpenRequest<'a> {
    /// The URI or an alias of one; `None` or empty: LIBVIRT_DEFAULT_URI, else `uri_default` of the configuration, else
    /// the daemon chooses.
    pub name: Option<&'a [u8]>,
    /// Aliases are not looked up: VIR_CONNECT_NO_ALIASES.
    pub no_aliases: bool,
    /// Calls that change something are refused by the daemon.
    pub read_only: bool,
    /// The process runs an event loop that will watch [`crate::Remote::fd`]: keepalive is asked for, as the stock
    /// client does only then. The daemon pings from then on and hangs up on a client that is idle and unwatched.
    pub event_loop: bool,
    /// Runs an event loop in a thread of the library's own, when there is none and `event_loop=auto` asks for it (URI
    /// parameter, or key of the configuration). Answers whether there is one now.
    pub start_event_loop: Option<fn() -> bool>,
    /// Answers authentication.
    pub credentials: Option<&'a mut dyn Credentials>,
    /// Is told each step.
    pub observer: Option<Arc<dyn OpenObserver>>,
    /// How long opening and each call may take, instead of what URI, environment and configuration say.
    pub timeout: Option<Duration>,
}
