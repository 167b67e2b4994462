//! What lies between the engine and the daemon: a stream socket, the layers its bytes pass through (TLS, SASL), and the
//! process at its other end, where there is one.
use super::transport_process::TransportProcess;
use std::fmt::Debug;
use std::os::fd::OwnedFd;

/// Changes bytes on their way. It does no I/O and never waits: both directions work on whatever arrived so far.
pub(crate) trait Layer: Debug + Send {
    /// Takes a piece of what the peer sent, cut anywhere, and appends what is inside.
    ///
    /// # Errors
    /// Why the peer cannot be understood; the connection ends with this text.
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String>;

    /// Appends the form in which `inner` travels.
    ///
    /// # Errors
    /// Why it cannot travel; the connection ends with this text.
    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String>;

    /// Appends what the layer has to say by itself, such as key updates. Asked after every `decode`.
    fn speak(&mut self, outer: &mut Vec<u8>) {
        let _ = outer;
    }

    /// Returns true if the peer said that nothing more will come.
    fn ended(&self) -> bool {
        false
    }
}

/// A connected way to a daemon, as a transport makes it.
#[derive(Debug)]
pub(crate) struct Channel {
    /// A stream socket: it must understand shutdown(2), and send(2) and recv(2) with MSG_DONTWAIT.
    pub(crate) socket: OwnedFd,
    /// What the bytes pass through, next to the socket first.
    pub(crate) layers: Vec<Box<dyn Layer>>,
    /// The process that was started to reach the daemon.
    pub(crate) transport_process: Option<TransportProcess>,
    /// Socket or host, for messages.
    pub(crate) daemon: String,
    /// Nobody can listen: virConnectIsSecure.
    pub(crate) secure: bool,
    /// The transport encrypts: virConnectIsEncrypted. SASL may add to it later.
    pub(crate) encrypted: bool,
    /// Descriptors can be passed: both ends are on one host.
    pub(crate) passes_fds: bool,
}

impl Channel {
    /// Returns a channel without layers to a daemon on this host.
    pub(crate) fn local(socket: OwnedFd, daemon: String) -> Self {
        Self {
            socket,
            layers: Vec::new(),
            transport_process: None,
            daemon,
            secure: true,
            encrypted: false,
            passes_fds: true,
        }
    }
}

/// The layers in use, and bytes that went through them and were not sent yet.
#[derive(Debug)]
pub(crate) struct LayerStack {
    layers: Vec<Box<dyn Layer>>,
    outgoing: Vec<u8>,
    sent: usize,
}

/// How many bytes pass the layers at once.
const PIECE: usize = 65536;

impl LayerStack {
    /// `None` without layers: then bytes go straight to the socket.
    pub(crate) fn new(layers: Vec<Box<dyn Layer>>) -> Option<Self> {
        (!layers.is_empty()).then_some(Self { layers, outgoing: Vec::new(), sent: 0 })
    }

    /// Adds a layer inside the others.
    pub(crate) fn add(&mut self, layer: Box<dyn Layer>) {
        self.layers.push(layer);
    }

    /// Returns what to send next; empty when all was sent.
    pub(crate) fn unsent(&self) -> &[u8] {
        self.outgoing.get(self.sent..).unwrap_or_default()
    }

    /// So many of these bytes were sent.
    pub(crate) fn handle_sent(&mut self, count: usize) {
        self.sent = self.sent.saturating_add(count);
        if self.sent >= self.outgoing.len() {
            self.outgoing.clear();
            self.sent = 0;
        }
    }

    /// Takes bytes of the engine; answers how many.
    pub(crate) fn encode(&mut self, bytes: &[u8]) -> Result<usize, String> {
        let piece = bytes.get(..PIECE).unwrap_or(bytes);
        let mut layers = self.layers.iter_mut().rev();
        let Some(inmost) = layers.next() else {
            self.outgoing.extend_from_slice(piece);
            return Ok(piece.len());
        };
        let mut inner = Vec::new();
        inmost.encode(piece, &mut inner)?;
        for layer in layers {
            let mut outer = Vec::new();
            layer.encode(&inner, &mut outer)?;
            inner = outer;
        }
        self.outgoing.append(&mut inner);
        Ok(piece.len())
    }

    /// Returns what received bytes hold.
    pub(crate) fn decode(&mut self, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let mut held = Vec::new();
        for (at, layer) in self.layers.iter_mut().enumerate() {
            if at == 0 {
                layer.decode(bytes, &mut held)?;
                // Only TLS, which is always next to the socket, has something to say by itself.
                layer.speak(&mut self.outgoing);
            } else {
                let mut inner = Vec::new();
                layer.decode(&held, &mut inner)?;
                held = inner;
            }
        }
        Ok(held)
    }

    /// Returns true if the peer said that nothing more will come.
    pub(crate) fn ended(&self) -> bool {
        self.layers.iter().any(|layer| layer.ended())
    }
}

#[cfg(test)]
#[path = "channel_tests.rs"]
mod tests;
